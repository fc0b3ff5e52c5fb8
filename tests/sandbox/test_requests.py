from tests.sandbox.running import BEARER, LUIS, NUMBER, RunningSandbox, text


def test_received_requests_are_listed_newest_first(silent_sandbox: RunningSandbox) -> None:
    silent_sandbox.http.put(
        "/sandbox/clock", json={"now": "2026-11-23T15:05:00Z", "running": False}
    )
    silent_sandbox.graph(text("Hello"))
    silent_sandbox.http.get(f"/sandbox/graph/v26.0/{NUMBER.id}?fields=id")

    second, first = silent_sandbox.http.get("/sandbox/requests?service=graph").json()

    assert first == {
        "service": "graph",
        "method": "POST",
        "path": f"/sandbox/graph/v26.0/{NUMBER.id}/messages",
        "query": "",
        "body": text("Hello"),
        "status": 200,
        "instant": "2026-11-23T15:05:00Z",
    }
    assert (second["method"], second["status"], second["query"]) == ("GET", 401, "fields=id")


def test_requests_are_listed_by_service_and_together(silent_sandbox: RunningSandbox) -> None:
    silent_sandbox.http.get(f"/sandbox/google/calendar/v3/calendars/{LUIS}", headers=BEARER)
    silent_sandbox.http.get("/sandbox/xai/v1/models", headers=BEARER)

    google = silent_sandbox.http.get("/sandbox/requests?service=google").json()
    together = silent_sandbox.http.get("/sandbox/requests").json()

    assert [request["service"] for request in google] == ["google"]
    assert [request["service"] for request in together] == ["xai", "google"]


def test_an_unknown_service_is_refused(silent_sandbox: RunningSandbox) -> None:
    answer = silent_sandbox.http.get("/sandbox/requests?service=fax")

    assert answer.status_code == 400
    assert answer.json()["detail"] == "`service` is one of graph, google, xai."


def test_only_the_last_five_hundred_requests_are_kept(silent_sandbox: RunningSandbox) -> None:
    paths = [f"/sandbox/xai/v1/{n}" for n in range(503)]
    answers = [silent_sandbox.http.get(path) for path in paths]

    kept = silent_sandbox.http.get("/sandbox/requests?service=xai").json()

    assert len(answers) == 503
    assert [request["path"] for request in kept] == paths[:2:-1]
