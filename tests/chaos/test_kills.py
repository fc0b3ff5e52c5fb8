from chaos import redis_part
from chaos.kills import part
from chaos.part import Order


def test_every_message_is_answered_once_or_listed_whatever_is_killed() -> None:
    verdict = part.run(Order(short=True))

    assert verdict.breaches == ()


def test_what_redis_acknowledged_outlives_its_kills() -> None:
    verdict = redis_part.run(Order(short=True))

    assert verdict.breaches == ()
