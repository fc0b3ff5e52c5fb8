from chaos.lost_replies import part
from chaos.lost_replies.loss import Mutations
from chaos.lost_replies.scripts import ELSEWHERE, names, script_of
from chaos.part import Order

WRITES = frozenset({b"SET"})
SET, GET = (b"set", b"k", b"v"), (b"get", b"k")


def test_a_reply_that_is_lost_changes_nothing() -> None:
    verdict = part.run(Order(short=True))

    assert verdict.breaches == ()


def test_every_script_is_known_by_its_hash() -> None:
    found = {script_of((b"evalsha", sha)) for sha in names()}

    assert {"append", "mailbox_accept", "mailbox_take"} < found


def test_what_is_tried_elsewhere_is_still_there() -> None:
    assert ELSEWHERE.keys() <= set(names().values())


def test_reading_commands_are_not_counted() -> None:
    watch = Mutations(WRITES, ("SET", 1))

    lost = [watch.takes(words) for words in (SET, GET, SET, SET)]

    assert lost == [False, False, True, False]
    assert watch.calls == {"SET": 3}
