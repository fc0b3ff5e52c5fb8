"""Text made to fit a limit that counts code points."""

ELLIPSIS = "…"
_JOINERS = "\u200d\ufe0f"


def shortened(text: str, most: int) -> str:
    """The text if it fits, else its first whole words and "…"; one word too long is cut."""
    if len(text) <= most:
        return text
    kept = text[: most - len(ELLIPSIS)]
    words = kept.rsplit(maxsplit=1)[0] if _cuts_a_word(text, len(kept)) else kept
    return (words or kept).rstrip().rstrip(_JOINERS) + ELLIPSIS


def label(text: str, most: int) -> str:
    """The text on one line, made to fit; never empty, which no label may be."""
    return shortened(" ".join(text.split()), most) or ELLIPSIS


def labels(texts: tuple[str, ...], most: int) -> tuple[str, ...]:
    """The labels, all different: one that repeats another carries a number."""
    made: list[str] = []
    for text in texts:
        made.append(_unlike(made, text, most))
    return tuple(made)


def _unlike(others: list[str], text: str, most: int) -> str:
    made, number = label(text, most), 2
    while made in others:
        made = f"{label(text, most - len(f' {number}'))} {number}"
        number += 1
    return made


def _cuts_a_word(text: str, at: int) -> bool:
    """Whether a word runs over that place, and another one stands before it."""
    return not text[at].isspace() and not text[at - 1].isspace() and len(text[:at].split()) > 1
