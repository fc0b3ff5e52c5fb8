"""Health, free times and the API's own documents."""

import datetime as dt

import pytest

from tests.service.process import Service

TUESDAY = "2026-11-24"
FREE = "/api/calendar/availability"
PROBLEM = "application/problem+json"


def test_a_running_process_is_live(service: Service) -> None:
    assert service.http.get("/api/health/live").json() == {"status": "live"}


def test_a_service_whose_redis_writes_and_whose_worker_lives_is_ready(service: Service) -> None:
    answer = service.http.get("/api/health/ready")

    health = answer.json()
    assert answer.status_code == 200
    assert (health["status"], health["redis"], health["worker"]) == ("ready", "writable", "alive")


def test_the_free_times_of_a_day_are_those_of_the_chosen_barber(service: Service) -> None:
    asked = {"shop": "demo", "service": "haircut", "barber": "ana", "from": TUESDAY, "to": TUESDAY}

    found = service.http.get(FREE, params=asked).json()

    first, last = found["openings"][0], found["openings"][-1]
    assert (found["shop"], found["timezone"]) == ("demo", "America/New_York")
    assert {one["barber"] for one in found["openings"]} == {"ana"}
    assert (first["start"], first["end"]) == (
        "2026-11-24T09:00:00-05:00",
        "2026-11-24T09:30:00-05:00",
    )
    assert last["start"] == "2026-11-24T18:30:00-05:00"


def test_without_a_span_it_is_the_coming_week_after_the_notice(service: Service) -> None:
    asked = {"shop": "demo", "service": "haircut"}

    openings = service.http.get(FREE, params=asked).json()["openings"]

    starts = [dt.datetime.fromisoformat(one["start"]) for one in openings]
    assert starts == sorted(starts)
    assert (starts[0].isoformat(), starts[-1].date()) == (
        "2026-11-23T11:15:00-05:00",
        dt.date(2026, 11, 28),
    )


def test_several_services_make_one_longer_visit(service: Service) -> None:
    asked = {"shop": "demo", "service": "haircut,shave", "from": TUESDAY, "to": TUESDAY}

    found = service.http.get(FREE, params=asked).json()

    assert found["services"] == ["haircut", "shave"]
    assert found["openings"][0]["end"] == "2026-11-24T10:00:00-05:00"


def test_only_barbers_who_do_the_service_are_free_for_it(service: Service) -> None:
    asked = {"shop": "demo", "service": "hair_color", "from": TUESDAY, "to": TUESDAY}

    openings = service.http.get(FREE, params=asked).json()["openings"]

    assert {one["barber"] for one in openings} == {"luis", "ana"}


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2026-11-24T13:00:00-05:00", "2026-11-24T14:00:00-05:00"),
        ("2026-11-24T18:00:00Z", "2026-11-24T19:00:00Z"),
        ("2026-11-24T19:00:00+01:00", "2026-11-24T20:00:00+01:00"),
    ],
)
def test_a_span_may_be_given_in_instants(service: Service, first: str, last: str) -> None:
    asked = {"shop": "demo", "service": "shave", "barber": "luis", "from": first, "to": last}

    openings = service.http.get(FREE, params=asked).json()["openings"]

    assert [one["start"][11:16] for one in openings] == [
        "13:00",
        "13:15",
        "13:30",
        "13:45",
        "14:00",
    ]


@pytest.mark.parametrize("asked", [{"from": "2026-11-29", "to": "2026-11-29"}])
def test_a_closed_day_has_no_free_times(service: Service, asked: dict[str, str]) -> None:
    found = service.http.get(FREE, params={"shop": "demo", "service": "shave", **asked}).json()

    assert found["openings"] == []


@pytest.mark.parametrize(
    ("wrong", "status", "told"),
    [
        ({"shop": "nowhere"}, 404, "shop"),
        ({"service": "perm"}, 404, "service"),
        ({"service": "haircut,perm"}, 404, "service"),
        ({"service": ""}, 404, "service"),
        ({"barber": "nobody"}, 404, "barber"),
        ({"from": "soon"}, 400, "`from` is no date"),
        ({"to": "2026-11-24T10:00:00"}, 400, "`to` needs an offset"),
        ({"from": "2026-11-25", "to": TUESDAY}, 400, "after `from`"),
        ({"from": "2026-11-24", "to": "2027-11-24"}, 400, "31 days"),
        ({"from": "9999-12-31", "to": "9999-12-31"}, 400, "`from` is too far away"),
        ({"from": TUESDAY, "to": "9999-12-31T23:59:59-23:00"}, 400, "`to` is too far away"),
        ({"from": "0001-01-01T00:00:00+23:00"}, 400, "`from` is too far away"),
    ],
)
def test_what_cannot_be_asked_is_told_as_a_problem(
    service: Service, wrong: dict[str, str], status: int, told: str
) -> None:
    asked = {"shop": "demo", "service": "haircut", **wrong}

    answer = service.http.get(FREE, params=asked)

    assert (answer.status_code, answer.headers["content-type"]) == (status, PROBLEM)
    assert told in answer.json()["detail"]


@pytest.mark.parametrize("missing", ["shop", "service"])
def test_what_is_missing_is_named(service: Service, missing: str) -> None:
    asked = {"shop": "demo", "service": "haircut"}
    del asked[missing]

    answer = service.http.get(FREE, params=asked)

    assert (answer.status_code, answer.headers["content-type"]) == (400, PROBLEM)
    assert missing in answer.json()["detail"]


def test_an_unknown_path_is_a_problem_too(service: Service) -> None:
    answer = service.http.get("/api/nothing/here")

    assert (answer.status_code, answer.headers["content-type"]) == (404, PROBLEM)


def test_a_method_that_a_path_does_not_have_is_a_problem_too(service: Service) -> None:
    answer = service.http.post(FREE)

    assert (answer.status_code, answer.headers["content-type"]) == (405, PROBLEM)


def test_the_api_documents_itself_and_nothing_of_the_sandbox(service: Service) -> None:
    document = service.http.get("/schema/openapi.json").json()

    assert {FREE, "/api/health/live", "/api/health/ready"} <= set(document["paths"])
    assert [path for path in document["paths"] if path.startswith("/sandbox")] == []
    named = {one["name"] for one in document["paths"][FREE]["get"]["parameters"]}
    assert named == {"shop", "service", "barber", "from", "to"}


def test_the_documents_can_be_read_in_a_browser(service: Service) -> None:
    answer = service.http.get("/schema")

    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/html")
