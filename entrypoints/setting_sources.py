"""Where settings come from, and what is wrong with them, collected as they are read."""

from collections.abc import Mapping
from pathlib import Path

import msgspec


class SettingProblem(msgspec.Struct, frozen=True, kw_only=True):
    """A setting that is missing or wrong, and how to mend it. Values are never repeated."""

    setting: str
    what: str
    mend: str


class SettingProblems(Exception):
    """The service cannot start; `problems` has everything that is to mend."""

    def __init__(self, problems: tuple[SettingProblem, ...]) -> None:
        super().__init__(len(problems))
        self.problems = problems


class Sources:
    """Looks settings up and collects what is wrong with them."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment
        self.problems: list[SettingProblem] = []

    def problem(self, setting: str, what: str, mend: str) -> None:
        """Note what is wrong with a setting, without its value."""
        self.problems.append(SettingProblem(setting=setting, what=what, mend=mend))

    def text(self, name: str, default: str | None = None) -> str | None:
        """The setting without the white space around it; the default where nothing is left."""
        return self._environment.get(name, "").strip() or default

    def secret(self, name: str, *, default: str | None, mend: str) -> str:
        """A secret from NAME, or from the file that NAME_FILE names."""
        file = self.text(f"{name}_FILE")
        if file is not None:
            return self._content(f"{name}_FILE", Path(file)) or ""
        value = self.text(name, default)
        if value is None:
            self.problem(name, "is missing", mend)
        return value or ""

    def optional_secret(self, name: str, default: str | None) -> str | None:
        """A secret from NAME, or from the file that NAME_FILE names; it may be missing."""
        file = self.text(f"{name}_FILE")
        return self._content(f"{name}_FILE", Path(file)) if file else self.text(name, default)

    def number(self, name: str, default: float, low: float, high: float) -> float:
        """A number of that range; out of it, a problem and the default."""
        value = self.text(name)
        if value is None:
            return default
        try:
            number = float(value)
        except ValueError:
            number = low - 1
        if not low <= number <= high:
            self.problem(name, "is not in its range", f"give a number from {low:g} to {high:g}")
            return default
        return number

    def whole_number(self, name: str, default: int, low: int, high: int) -> int:
        """The same without a fraction."""
        value = self.text(name)
        if value is None:
            return default
        if not (value.isascii() and value.isdecimal() and low <= int(value) <= high):
            self.problem(name, "is not in its range", f"give a whole number from {low} to {high}")
            return default
        return int(value)

    def file(self, name: str) -> Path | None:
        """The path; `None` where it is not set, a problem where no file is there."""
        value = self.text(name)
        if value is None:
            return None
        if not Path(value).is_file():
            self.problem(name, "names a file that is not there", "give the path of the file")
        return Path(value)

    def _content(self, name: str, file: Path) -> str | None:
        try:
            content = file.read_text().strip()
        except (OSError, UnicodeDecodeError):
            self.problem(name, "names a file that cannot be read", "give the path of a text file")
            return None
        if not content:
            self.problem(name, "names an empty file", "write the value into it")
        return content
