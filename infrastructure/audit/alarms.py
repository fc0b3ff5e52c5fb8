"""What a witness refuses to go on with."""


class LogTampered(Exception):
    """The log is not the one that was witnessed, from `position` on.

    `reason`: `changed`, `removed`, `inserted`, `unreadable`, `cut off` (the log ends before it),
    `head unlike the log` (the last position is no number), or `unlike its checkpoint` (somewhere up
    to it, where the leaves of this witness are not there to tell where).
    """

    def __init__(self, log: str, position: int, reason: str) -> None:
        super().__init__(log, position, reason)
        self.log = log
        self.position = position
        self.reason = reason


class ForeignRecords(Exception):
    """The folder holds checkpoints of another log, or such as this key did not sign."""

    def __init__(self, log: str, key_id: str) -> None:
        super().__init__(log, key_id)
        self.log = log
        self.key_id = key_id


class HeadUnreadable(Exception):
    """What should be the last position of a log is no number."""
