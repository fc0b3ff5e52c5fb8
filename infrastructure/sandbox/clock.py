"""The movable shop clock, kept in one small file that every process of the sandbox reads."""

import datetime as dt
import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec


class Setting(msgspec.Struct, frozen=True):
    """Shop time `shop` was set at machine time `machine`; both are seconds since 1970, UTC."""

    shop: float
    machine: float
    running: bool

    def at(self, machine: float) -> float:
        """Shop time at that machine time; a stopped clock stays."""
        return self.shop + (machine - self.machine) if self.running else self.shop


UNTOUCHED = Setting(shop=0.0, machine=0.0, running=True)


class SandboxClock:
    """The clock port of a sandbox: aware UTC instants, the same in every process at once.

    Until it is first moved, shop time is machine time. What it was set to survives restarts.
    """

    def __init__(self, path: Path, timezone: str) -> None:
        self.zone = ZoneInfo(timezone)
        self._path = path
        self._setting = UNTOUCHED
        self._stamp = 0

    def now(self) -> dt.datetime:
        """Return the shop's present instant, in UTC."""
        return _instant(self._read().at(time.time()))

    @property
    def running(self) -> bool:
        """Whether shop time passes."""
        return self._read().running

    def set(self, now: dt.datetime) -> None:
        """Move the clock to that instant, forward or back."""
        with self._alone():
            self._write(now.timestamp(), running=self._read().running)

    def shift(self, seconds: float) -> None:
        """Move the clock by so many seconds; a negative number moves it back.

        Raises `OverflowError` or `ValueError` beyond the years that a calendar has.
        """
        with self._alone():
            setting = self._read()
            self._write(setting.at(time.time()) + seconds, running=setting.running)

    def run(self, running: bool) -> None:  # noqa: FBT001 - a clock runs or it does not
        """Let shop time pass, or stop it where it is."""
        with self._alone():
            self._write(self._read().at(time.time()), running=running)

    def _read(self) -> Setting:
        try:
            stamp = os.stat(self._path).st_mtime_ns  # noqa: PTH116 - a third of Path.stat's time
        except FileNotFoundError:
            return UNTOUCHED
        if stamp != self._stamp:
            self._setting = msgspec.json.decode(self._path.read_bytes(), type=Setting)
            self._stamp = stamp
        return self._setting

    def _write(self, shop: float, *, running: bool) -> None:
        _instant(shop)  # what cannot be shown is not written
        fresh = self._path.with_name(f"{self._path.name}.{os.getpid()}")
        fresh.write_bytes(msgspec.json.encode(Setting(shop, time.time(), running)))
        # A kernel stamps files by its tick of some milliseconds: two settings within one tick
        # would look alike to a process that missed the first.
        stamp = time.time_ns()
        os.utime(fresh, ns=(stamp, stamp))
        fresh.replace(self._path)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.with_name(f"{self._path.name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def _instant(seconds: float) -> dt.datetime:
    return dt.datetime.fromtimestamp(seconds, dt.UTC)
