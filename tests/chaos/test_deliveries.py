import asyncio
from pathlib import Path
from random import Random

import msgspec

from chaos.deliveries import part
from chaos.deliveries.end import End, differences, end
from chaos.deliveries.traffic import LATEST, Disorder, Traffic
from chaos.deliveries.wave import Wave
from chaos.part import Order
from domain.conversation import ReplyComposed
from tests.service.parts import settings_of

ENDED = End(digest="d", calendars="c", conversations=("one",), given_up=0)


def arrived(traffic: Traffic) -> list[bytes]:
    return [one for _ in range(LATEST * 4) for one in traffic.arriving()]


def test_whatever_comes_twice_late_or_over_a_crash_the_end_is_the_same() -> None:
    verdict = part.run(Order(short=True, seed=1))

    assert verdict.breaches == ()


def test_the_same_seed_plays_the_same_wave(tmp_path: Path) -> None:
    settings = settings_of(tmp_path)
    first = Wave(settings, seed="7", weather=part.ROUGH)
    asyncio.run(first.play())
    second = Wave(settings, seed="7", weather=part.ROUGH)
    asyncio.run(second.play())

    assert first.house.log.recorded == second.house.log.recorded
    assert first.house.hazard.crashes == second.house.hazard.crashes > 0


def test_an_end_that_differs_is_told() -> None:
    other = msgspec.structs.replace(ENDED, digest="x", conversations=("two",), given_up=1)

    assert len(list(differences(ENDED, other))) == 4
    assert list(differences(ENDED, ENDED)) == []


def test_what_is_lost_on_the_way_ends_elsewhere(tmp_path: Path) -> None:
    settings = settings_of(tmp_path)
    whole = Wave(settings, seed="7", weather=part.FAIR)
    asyncio.run(whole.play())
    lossy = Wave(settings, seed="7", weather=part.FAIR)
    lossy.traffic.arriving = lambda: Traffic.arriving(lossy.traffic)[1:]  # type: ignore[method-assign]
    asyncio.run(lossy.play())

    assert list(differences(end(whole.house), end(lossy.house))) != []


def test_a_reply_in_other_words_ends_elsewhere(tmp_path: Path) -> None:
    wave = Wave(settings_of(tmp_path), seed="7", weather=part.FAIR)
    asyncio.run(wave.play())
    said = end(wave.house)
    log = wave.house.log.recorded
    place = next(n for n, one in enumerate(log) if isinstance(one.event, ReplyComposed))
    log[place] = msgspec.structs.replace(log[place], event=_in_other_words(log[place].event))

    assert len(list(differences(said, end(wave.house)))) == 2  # as it was, and as it is


def _in_other_words(composed: object) -> ReplyComposed:
    assert isinstance(composed, ReplyComposed)
    reply = msgspec.structs.replace(composed.reply, body="Something else.")
    return msgspec.structs.replace(composed, reply=reply)


def test_traffic_repeats_and_reorders_what_it_is_told_to() -> None:
    traffic = Traffic(Disorder(twice=0.2, late=0.1), Random(1))  # noqa: S311 - chance
    sent = [str(n).encode() for n in range(100)]
    for one in sent:
        traffic.send(one)

    came = arrived(traffic)

    assert set(came) == set(sent)
    assert 110 < len(came) < 130
    assert list(dict.fromkeys(came)) != sent
