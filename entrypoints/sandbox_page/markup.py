"""WhatsApp's own formatting (*bold*, _italic_, ~strike~, `code`) as safe HTML."""

import re

from markupsafe import Markup, escape

_EDGE = r"(?<![\w{mark}]){mark}(?=[^\s{mark}])"
_INSIDE = r"([^\n{mark}]*[^\s{mark}]){mark}(?![\w{mark}])"


def _pattern(mark: str) -> re.Pattern[str]:
    """Text between two marks that touch it inside, and touch no word outside."""
    return re.compile((_EDGE + _INSIDE).replace("{mark}", re.escape(mark)))


_MARKS = ((_pattern("*"), "strong"), (_pattern("_"), "em"), (_pattern("~"), "s"))
_CODE = re.compile(r"```(.+?)```|`([^`\n]+)`", re.DOTALL)


def formatted(text: str) -> Markup:
    """The text as HTML. It is escaped before any mark is looked for, and code has no marks."""
    html, end = "", 0
    for found in _CODE.finditer(text):
        code = escape(found[1] or found[2])
        html += f"{_marked(text[end : found.start()])}<code>{code}</code>"
        end = found.end()
    return Markup(html + _marked(text[end:]))  # noqa: S704 - every piece was escaped


def _marked(text: str) -> str:
    html = str(escape(text))
    for pattern, tag in _MARKS:
        html = pattern.sub(rf"<{tag}>\1</{tag}>", html)
    return html.replace("\n", "<br>")
