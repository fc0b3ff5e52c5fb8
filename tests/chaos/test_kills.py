import msgspec

from chaos import redis_part
from chaos.kills import part
from chaos.kills.listed import Listed
from chaos.kills.outcome import Answers, Fire, answers, verdict
from chaos.part import Order

ANA, LEO, EVA = "15550000001", "15550000002", "15550000003"
NOBODY = Listed(dead=frozenset(), in_doubt=frozenset(), waiting=0)
WELL = Answers(once=2, twice=(), dead=(), in_doubt=(), lost=())
UNDER_FIRE = Fire(kills=200, ended=(), wrote=(ANA, LEO), offered=20.0, taken=19.9, answered=11.0)
LONG, SHORT = Order(short=False), Order(short=True)


def test_every_message_is_answered_once_or_listed_whatever_is_killed() -> None:
    found = part.run(Order(short=True))

    assert found.breaches == ()


def test_what_redis_acknowledged_outlives_its_kills() -> None:
    found = redis_part.run(Order(short=True))

    assert found.breaches == ()


def test_who_is_neither_answered_nor_listed_is_lost() -> None:
    counts = {ANA: 0, LEO: 0, EVA: 2}
    found = answers(counts, msgspec.structs.replace(NOBODY, in_doubt=frozenset({ANA})))

    assert (found.in_doubt, found.lost, found.twice) == ((ANA,), (LEO,), (EVA,))
    assert verdict(SHORT, UNDER_FIRE, found).breaches == (
        f"{LEO} was never answered, and is not listed",
        f"{EVA} was answered more than once",
    )


def test_fewer_messages_than_there_should_be_are_a_breach_of_the_long_form() -> None:
    slow = msgspec.structs.replace(UNDER_FIRE, taken=18.9)

    assert verdict(LONG, UNDER_FIRE, WELL).breaches == ()
    assert verdict(LONG, slow, WELL).breaches == ("only 18.9 messages a second were on their way",)
    assert verdict(SHORT, slow, WELL).breaches == ()


def test_a_role_that_was_dead_before_it_was_killed_is_a_breach() -> None:
    ended = msgspec.structs.replace(UNDER_FIRE, kills=199, ended=("worker",))

    assert verdict(SHORT, ended, WELL).breaches == ("worker ended by itself",)
