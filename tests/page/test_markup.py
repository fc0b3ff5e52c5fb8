import pytest
from hypothesis import given
from hypothesis import strategies as st

from entrypoints.sandbox_page.markup import formatted


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("*Friday*, 5 pm", "<strong>Friday</strong>, 5 pm"),
        ("_maybe_ ~not~", "<em>maybe</em> <s>not</s>"),
        ("a\nb", "a<br>b"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("snake_case_name", "snake_case_name"),
        ("`*code*`", "<code>*code*</code>"),
        ("*a* and *b*", "<strong>a</strong> and <strong>b</strong>"),
        ("<b>*x*</b>", "&lt;b&gt;<strong>x</strong>&lt;/b&gt;"),
        ("haircut & *beard*", "haircut &amp; <strong>beard</strong>"),
    ],
)
def test_marks_of_whatsapp_become_html(text: str, html: str) -> None:
    assert formatted(text) == html


@given(st.text(alphabet="<>&\"'*_~` \na1"))
def test_no_text_brings_tags_of_its_own(text: str) -> None:
    html = formatted(text)
    for tag in ("strong", "em", "s", "code"):
        html = html.replace(f"<{tag}>", "").replace(f"</{tag}>", "")

    assert "<" not in html.replace("<br>", "")
