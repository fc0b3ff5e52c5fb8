import httpx

from tests.sandbox.running import ANA, BEARER, RunningSandbox, template

TEMPLATES = "/sandbox/graph/v26.0/104000000000001/message_templates"
REMINDER: dict[str, object] = {
    "name": "appointment_reminder",
    "language": "en_US",
    "category": "UTILITY",
    "components": [
        {"type": "BODY", "text": "Hi {{1}}, see you *tomorrow*."},
        {"type": "FOOTER", "text": "The shop"},
        {
            "type": "BUTTONS",
            "buttons": [
                {"type": "QUICK_REPLY", "text": "I will come"},
                {"type": "QUICK_REPLY", "text": "Cancel"},
            ],
        },
    ],
}


def submit(sandbox: RunningSandbox, **other: object) -> httpx.Response:
    return sandbox.http.post(TEMPLATES, json={**REMINDER, **other}, headers=BEARER)


def test_a_submitted_template_is_approved_and_listed(silent_sandbox: RunningSandbox) -> None:
    submitted = submit(silent_sandbox)

    listed = silent_sandbox.http.get(
        TEMPLATES, params={"name": "appointment_reminder"}, headers=BEARER
    ).json()["data"]
    assert submitted.json()["status"] == "APPROVED"
    assert [(one["id"], one["language"]) for one in listed] == [(submitted.json()["id"], "en_US")]


def test_a_submitted_template_is_shown_in_its_own_words(silent_sandbox: RunningSandbox) -> None:
    submit(silent_sandbox)

    silent_sandbox.graph(template("confirm:1"))

    (shown,) = silent_sandbox.chat()
    assert shown["text"] == "Hi Ana, see you *tomorrow*."
    assert shown["footer"] == "The shop"
    assert shown["buttons"] == [
        {"id": "confirm:1", "title": "I will come"},
        {"id": "Cancel", "title": "Cancel"},
    ]


def test_a_tapped_quick_reply_says_its_label(silent_sandbox: RunningSandbox) -> None:
    submit(silent_sandbox)
    silent_sandbox.graph(template("confirm:1"))

    silent_sandbox.post_as(ANA, {"tap": "confirm:1"})

    answered = silent_sandbox.chat()[-1]
    assert (answered["type"], answered["text"]) == ("button", "I will come")


def test_a_template_needs_as_many_values_as_it_has_variables(
    silent_sandbox: RunningSandbox,
) -> None:
    two = [{"type": "BODY", "text": "Hi {{1}}, at {{2}}."}]
    submit(silent_sandbox, components=two)

    refused = silent_sandbox.graph(template())

    assert refused.json()["error"]["code"] == 132000


def test_a_template_is_only_known_in_its_languages(silent_sandbox: RunningSandbox) -> None:
    submit(silent_sandbox, language="es")

    refused = silent_sandbox.graph(template())

    assert refused.status_code == 404
    assert refused.json()["error"]["code"] == 132001


def test_the_same_template_cannot_be_submitted_twice(silent_sandbox: RunningSandbox) -> None:
    submit(silent_sandbox)

    again = submit(silent_sandbox)

    assert again.json()["error"]["error_subcode"] == 2388024


def test_a_removed_template_can_be_submitted_again(silent_sandbox: RunningSandbox) -> None:
    submit(silent_sandbox)

    removed = silent_sandbox.http.delete(
        TEMPLATES, params={"name": "appointment_reminder"}, headers=BEARER
    )

    assert removed.json() == {"success": True}
    assert submit(silent_sandbox).status_code == 200
