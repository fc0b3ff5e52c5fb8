import json
from datetime import timedelta

import pytest

from application.ports import InDoubt, PerhapsRefused, SendRefused, Throttled, Unavailable
from infrastructure.whatsapp.errors import REFUSED, WAIT, remedy_afterwards, trouble


def error(code: object, **more: object) -> bytes:
    return json.dumps(
        {"error": {"message": f"(#{code}) no", "type": "OAuthException", "code": code, **more}}
    ).encode()


@pytest.mark.parametrize(
    ("code", "status", "wait"),
    [
        (1, 400, None),
        (2, 503, None),
        (4, 400, timedelta(minutes=1)),
        (613, 400, timedelta(minutes=1)),
        (80007, 400, timedelta(minutes=1)),
        (130429, 400, timedelta(seconds=5)),
        (131000, 500, None),
        (131016, 500, None),
        (131053, 400, None),
        (131056, 400, None),
        (131057, 500, None),
        (131064, 400, timedelta(hours=1)),
        (132069, 400, timedelta(hours=1)),
        (133015, 400, timedelta(hours=1)),
        (133016, 400, timedelta(hours=1)),
        (135000, 400, None),
        (133000, 500, None),
        (133004, 503, None),
        (2494100, 400, None),
        (987654, 500, None),
        (987654, 429, None),
    ],
)
def test_what_passes_is_tried_again_after_its_wait(
    code: int, status: int, wait: timedelta | None
) -> None:
    told = trouble(status, error(code), {})

    assert isinstance(told, Unavailable)
    assert (told.service, told.retry_after) == ("whatsapp", wait)


@pytest.mark.parametrize(
    ("code", "remedy"),
    [
        (131047, "template"),
        *((code, "pause") for code in (0, 3, 10, 33, 190, 200, 299, 368)),
        *((code, "pause") for code in (131005, 131031, 131037, 131042, 131045, 133010)),
        *((code, "suppress") for code in (131050, 131026, 130472, 131049, 131021, 130403, 130497)),
        *((code, "alert") for code in (131030, 131044, 131048, 131062, 131063)),
        *((code, "alert") for code in (132001, 132007, 132015, 132016, 132068)),
        *((code, "alert") for code in (133005, 133006, 133008, 133009)),
        *((code, "bug") for code in (100, 131008, 131009, 131051, 131052, 131055)),
        *((code, "bug") for code in (132000, 132005, 132008, 132012, 137000)),
        *((code, "bug") for code in (134011, 134100, 134101, 134102, *range(139000, 139007))),
        (987654, "bug"),
    ],
)
def test_what_is_refused_has_its_remedy_whatever_the_status(code: int, remedy: str) -> None:
    told = trouble(400, error(code), {})

    assert isinstance(told, SendRefused)
    assert (told.code, told.remedy) == (code, remedy)


def test_a_refusal_in_the_table_is_one_even_with_the_status_of_an_outage() -> None:
    assert isinstance(trouble(500, error(131045), {}), SendRefused)


# Each code of the table in "Cloud API error codes", but 131060, which only comes in.
TABLE = (
    *(0, 1, 2, 3, 4, 10, 33, 100, 190, 200, 299, 368, 613, 80007, 2494100, 130403, 130429, 130472),
    *(130497, 131000, 131005, 131008, 131009, 131016, 131021, 131026, 131030, 131031, 131037),
    *(131042, 131044, 131045, 131047, 131048, 131049, 131050, 131051, 131052, 131053, 131055),
    *(131056, 131057, 131062, 131063, 131064, 132000, 132001, 132005, 132007, 132008, 132012),
    *(132015, 132016, 132068, 132069, 133000, 133004, 133005, 133006, 133008, 133009, 133010),
    *(133015, 133016, 134011, 134100, 134101, 134102, 135000, 137000, *range(139000, 139007)),
)


@pytest.mark.parametrize("code", TABLE)
def test_every_code_of_the_table_is_known(code: int) -> None:
    assert code in WAIT or code in REFUSED or 200 <= code <= 299


@pytest.mark.parametrize("code", TABLE)
def test_every_code_asks_for_the_same_when_it_is_told_later(code: int) -> None:
    at_once = trouble(400, error(code), {})

    afterwards = remedy_afterwards(code)

    assert afterwards == ("retry" if isinstance(at_once, Unavailable) else at_once.remedy)


@pytest.mark.parametrize("body", [b"", b"<html>", error(190), error(200)])
def test_whatever_is_unauthorised_pauses_the_number(body: bytes) -> None:
    told = trouble(401, body, {})

    assert isinstance(told, SendRefused)
    assert told.remedy == "pause"


@pytest.mark.parametrize(
    ("status", "in_doubt"),
    [(200, True), (500, True), (502, True), (504, True), (503, False), (404, False), (302, False)],
)
def test_an_answer_without_a_document_leaves_doubt_where_the_message_may_be_sent(
    status: int, *, in_doubt: bool
) -> None:
    assert isinstance(trouble(status, b"<html>", {}), InDoubt) is in_doubt


def test_a_number_that_the_token_does_not_see_is_paused() -> None:
    told = trouble(400, error(100, error_subcode=33, error_data="a plain string"), {})

    assert isinstance(told, SendRefused)
    assert told.remedy == "pause"


@pytest.mark.parametrize(("code", "tries"), [(1, 2), (131053, 1), (135000, 1)])
def test_what_hardly_passes_is_worth_a_try_or_two(code: int, tries: int) -> None:
    told = trouble(400, error(code), {})

    assert isinstance(told, PerhapsRefused)
    assert (told.code, told.tries) == (code, tries)


@pytest.mark.parametrize(("code", "whom"), [(130429, "number"), (131056, "person")])
def test_a_limit_is_told_with_what_it_is_of(code: int, whom: str) -> None:
    told = trouble(400, error(code), {})

    assert isinstance(told, Throttled)
    assert told.whom == whom


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>",
        b"null",
        b"[]",
        b'{"error": "no"}',
        b'{"error": {"code": null}}',
        b'{"messages": []}',
        b"[" * 100_000,
    ],
)
@pytest.mark.parametrize("status", [200, 302, 403, 404, 502])
def test_an_answer_without_an_error_document_is_an_outage(status: int, body: bytes) -> None:
    assert isinstance(trouble(status, body, {}), Unavailable)


EARLIER, LATER = "Wed, 25 Nov 2026 10:00:00 GMT", "Wed, 25 Nov 2026 10:04:00 GMT"
USAGE = '{"104000000000001":[{"type":"whatsapp","estimated_time_to_regain_access":%s}]}'


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({"retry-after": "7"}, timedelta(seconds=7)),
        ({"retry-after": "999999999999"}, timedelta(hours=1)),
        ({"retry-after": LATER, "date": EARLIER}, timedelta(minutes=4)),
        ({"retry-after": "0", "x-business-use-case-usage": USAGE % 3}, timedelta(minutes=1)),
        ({"x-business-use-case-usage": USAGE % 3}, timedelta(minutes=3)),
        ({"x-business-use-case-usage": USAGE % 10**15}, timedelta(hours=24)),
        ({"x-business-use-case-usage": USAGE % 0}, timedelta(minutes=1)),
        ({"x-business-use-case-usage": "[{"}, timedelta(minutes=1)),
        ({"retry-after": "soon"}, timedelta(minutes=1)),
    ],
)
def test_a_wait_that_meta_asks_for_goes_before_ours(
    headers: dict[str, str], wait: timedelta
) -> None:
    told = trouble(400, error(80007), headers)

    assert isinstance(told, Unavailable)
    assert told.retry_after == wait
