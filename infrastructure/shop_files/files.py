"""Shops from TOML files, or every problem that their owners have to mend."""

import hashlib
import re
import tomllib
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import msgspec

from domain.shop import Shop
from infrastructure.shop_files.reading import read_shop
from infrastructure.shop_files.table import Problem, Table

__all__ = ["Problem", "ShopFileProblems", "load_shops"]


class ShopFileProblems(Exception):
    """The shop files cannot be used; `problems` has all of them, file by file."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        lines = (f"{one.file}: {one.where} {one.what}: {one.mend}" for one in self.problems)
        return "\n".join(lines)


def load_shops(path: Path) -> tuple[Shop, ...]:
    """The shop of a TOML file, or those of every `*.toml` of a folder by name of the file.

    The version of a shop is the same as long as its file says the same, comments and layout
    aside. Raises `ShopFileProblems`.
    """
    problems: list[Problem] = []
    found = [(file, _shop(file, problems)) for file in _files(path, problems)]
    shops = [(file, shop) for file, shop in found if shop is not None]
    _require_unique("id", shops, lambda shop: shop.id, problems)
    _require_unique("phone_number_id", shops, lambda shop: shop.phone_number_id, problems)
    if problems:
        raise ShopFileProblems(tuple(problems))
    return tuple(msgspec.structs.replace(shop, version=version_of(shop)) for _, shop in shops)


def version_of(shop: Shop) -> str:
    """Sixteen hexadecimal digits that stand for what the shop's file says."""
    unversioned = msgspec.structs.replace(shop, version="")
    content = msgspec.json.encode(msgspec.to_builtins(unversioned, str_keys=True), order="sorted")
    return hashlib.sha256(content).hexdigest()[:16]


def _files(path: Path, problems: list[Problem]) -> list[Path]:
    if not path.is_dir():
        return [path]
    files = sorted(path.glob("*.toml"))
    if not files:
        mend = "put a file such as shops/demo.toml there"
        problems.append(Problem(file=str(path), where="", what="has no .toml file", mend=mend))
    return files


def _shop(file: Path, problems: list[Problem]) -> Shop | None:
    try:
        text = file.read_text(encoding="utf-8-sig")
        content = tomllib.loads(text, parse_float=Decimal)
    except OSError as error:
        what = f"cannot be read ({error.strerror})"
        problem = Problem(file=str(file), where="", what=what, mend="check the path and its rights")
    except UnicodeDecodeError:
        mend = "save it as UTF-8"
        problem = Problem(file=str(file), where="", what="is not plain text", mend=mend)
    except tomllib.TOMLDecodeError as error:
        problem = _syntax(file, str(error))
    else:
        return read_shop(Table(content, problems, str(file)))
    problems.append(problem)
    return None


def _syntax(file: Path, message: str) -> Problem:
    """The one problem of a file that is no TOML; nothing after it could be read."""
    match = re.fullmatch(r"(.*) \(at (.*)\)", message)
    what, where = match.groups() if match else (message, "")
    mend = "correct the line: texts stand in quotes, lists in [ ], and no table comes twice"
    return Problem(file=str(file), where=where, what=f"is no TOML: {what}", mend=mend)


def _require_unique(
    key: str,
    shops: list[tuple[Path, Shop]],
    value: Callable[[Shop], str],
    problems: list[Problem],
) -> None:
    seen: dict[str, Path] = {}
    for file, shop in shops:
        first = seen.setdefault(value(shop), file)
        if first != file and value(shop):
            what = f'is "{value(shop)}", as in {first.name}'
            mend = "give every shop its own"
            problems.append(Problem(file=str(file), where=key, what=what, mend=mend))
