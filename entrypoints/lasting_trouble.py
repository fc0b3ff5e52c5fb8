"""A trouble that lasts: told once, and tried again less and less often."""

from datetime import timedelta

LONGEST = timedelta(minutes=1)


class LastingTrouble:
    """What went wrong last, until it is over."""

    def __init__(self, shortest: timedelta) -> None:
        self._shortest = shortest
        self._pause = timedelta(0)
        self._what: object = None

    @property
    def pause(self) -> timedelta:
        """How long to wait before the next try: twice as long each time, a minute at most."""
        return self._pause

    def again(self, what: object) -> bool:
        """It has failed in that way; whether in another than the last time."""
        is_new = self._what != what
        self._what = what
        self._pause = self._shortest if is_new else min(self._pause * 2, LONGEST)
        return is_new

    def over(self) -> bool:
        """It has gone well; whether it had not before."""
        was_there, self._what = self._what is not None, None
        self._pause = timedelta(0)
        return was_there
