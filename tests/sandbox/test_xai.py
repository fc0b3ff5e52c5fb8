import openai
import pytest

from tests.sandbox.running import RunningSandbox

ASKED: list[dict[str, str]] = [
    {"role": "system", "content": "You are a receptionist. Tomorrow is a word."},
    {"role": "user", "content": "Do you have time on Friday?"},
]


def ask(sandbox: RunningSandbox, *, key: str = "sandbox", model: str = "grok-4.3") -> str:
    with openai.OpenAI(
        api_key=key, base_url=f"{sandbox.url}/sandbox/xai/v1", max_retries=0
    ) as client:
        answer = client.chat.completions.create(model=model, messages=ASKED)  # type: ignore[arg-type]
        return f"{answer.model}: {answer.choices[0].message.content}"


def script(sandbox: RunningSandbox, *answers: tuple[str, str]) -> None:
    document = [{"contains": contains, "content": content} for contains, content in answers]
    sandbox.http.put("/sandbox/xai/answers", json=document).raise_for_status()


def test_the_model_says_what_was_scripted_first_match_first(silent_sandbox: RunningSandbox) -> None:
    script(silent_sandbox, ("tomorrow", "a"), ("FRIDAY", '{"intent": "availability"}'), ("*", "c"))

    said = ask(silent_sandbox)

    assert said == 'grok-4.3: {"intent": "availability"}'


def test_without_a_script_the_model_is_out_of_service(silent_sandbox: RunningSandbox) -> None:
    script(silent_sandbox, ("*", "hello"))
    script(silent_sandbox)

    with pytest.raises(openai.InternalServerError) as refused:
        ask(silent_sandbox)

    assert refused.value.status_code == 503


def test_a_wrong_key_is_a_bad_request_in_xais_own_shape(silent_sandbox: RunningSandbox) -> None:
    with pytest.raises(openai.BadRequestError) as refused:
        ask(silent_sandbox, key="xai-wrong")

    assert refused.value.response.json() == {
        "code": "Client specified an invalid argument",
        "error": "Incorrect API key provided: xa***ng. You can obtain an API key from "
        "https://console.x.ai.",
    }


def test_a_missing_key_is_unauthorised(silent_sandbox: RunningSandbox) -> None:
    answer = silent_sandbox.http.get("/sandbox/xai/v1/models")

    assert answer.status_code == 401


def test_an_unknown_model_is_not_found(silent_sandbox: RunningSandbox) -> None:
    with pytest.raises(openai.NotFoundError):
        ask(silent_sandbox, model="grok-beta")


def test_a_retired_model_is_served_by_its_successor(silent_sandbox: RunningSandbox) -> None:
    script(silent_sandbox, ("*", "hello"))

    said = ask(silent_sandbox, model="grok-4-fast-reasoning")

    assert said == "grok-4.3: hello"


def test_a_body_without_messages_cannot_be_processed(silent_sandbox: RunningSandbox) -> None:
    answer = silent_sandbox.http.post(
        "/sandbox/xai/v1/chat/completions",
        json={"model": "grok-4.3"},
        headers={"authorization": "Bearer sandbox"},
    )

    assert answer.status_code == 422
    assert answer.headers["content-type"].startswith("text/plain")
    assert "messages" in answer.text


def test_the_models_are_listed(silent_sandbox: RunningSandbox) -> None:
    with openai.OpenAI(
        api_key="sandbox", base_url=f"{silent_sandbox.url}/sandbox/xai/v1"
    ) as client:
        names = [model.id for model in client.models.list()]

    assert "grok-4.3" in names


def test_a_script_has_to_be_a_list_of_answers(silent_sandbox: RunningSandbox) -> None:
    answer = silent_sandbox.http.put("/sandbox/xai/answers", json={"contains": "*"})

    assert answer.status_code == 400
    assert answer.headers["content-type"].startswith("application/problem+json")
