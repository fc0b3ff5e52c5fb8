import httpx
import pytest

PATHS = ("/", "/schema", "/sandbox/page/chat?phone=15550100111", "/sandbox/page/static/page.js")
PHONE = "15550100301"


@pytest.mark.parametrize("path", PATHS)
def test_the_browser_may_run_our_own_files_only(http: httpx.Client, path: str) -> None:
    headers = http.get(path).headers

    assert (
        "default-src 'none'; script-src 'self'; style-src 'self'"
        in (headers["content-security-policy"])
    )
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("path", ["/", "/schema"])
def test_nothing_is_inline_and_nothing_comes_from_elsewhere(http: httpx.Client, path: str) -> None:
    html = http.get(path).text

    assert "style=" not in html
    assert "<style" not in html
    assert "<script>" not in html
    assert " onclick" not in html
    assert "https://" not in html


def test_a_fragment_is_sent_once_until_it_changes(http: httpx.Client) -> None:
    fragment = f"/sandbox/page/chat?phone={PHONE}"
    first = http.get(fragment)
    seen = first.text.rpartition('value="')[2].removesuffix('">')

    again = http.get(f"{fragment}&seen={seen}")
    http.post(f"/sandbox/phones/{PHONE}/messages", json={"text": "Hi"})
    changed = http.get(f"{fragment}&seen={seen}")

    assert (first.status_code, again.status_code, changed.status_code) == (200, 204, 200)
    assert again.text == ""


@pytest.mark.parametrize("fragment", ["chat", "customers"])
def test_what_a_customer_writes_is_escaped(http: httpx.Client, fragment: str) -> None:
    hostile = '"><script>alert(1)</script>'

    http.post(f"/sandbox/phones/{PHONE}/messages", json={"text": hostile, "name": hostile})
    html = http.get(f"/sandbox/page/{fragment}?phone={PHONE}").text

    assert "<script" not in html
    assert "&lt;script&gt;" in html


def test_the_calendars_show_the_day_that_is_asked_for(http: httpx.Client) -> None:
    html = http.get("/sandbox/page/calendar?day=2026-11-29").text

    assert "Sunday 29 November" in html
    assert "closed" in html
    assert [name in html for name in ("Marco", "Luis", "Ana")] == [True, True, True]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/sandbox/page/calendar?day=2026-13-45", 404),
        ("/sandbox/page/calendar?day=soon", 400),
        ("/sandbox/page/chat?phone=nobody", 400),
        ("/sandbox/page/events/999999999", 404),
        ("/sandbox/page/static/../routes.py", 404),
    ],
)
def test_nonsense_is_refused(http: httpx.Client, path: str, status: int) -> None:
    assert http.get(path).status_code == status
