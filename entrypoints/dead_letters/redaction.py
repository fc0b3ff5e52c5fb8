"""Showing structures without what is personal in them."""

import msgspec

# Names of fields that tell nothing of a person; what others hold is hidden.
PLAIN = frozenset(
    {
        *("appointment_id", "asked", "at", "callback", "code", "conversation_id", "customer_id"),
        *("intents", "kind", "language", "language_settled", "phone_number_id", "position"),
        *("reply_id", "sent_at", "shop_id", "source", "start", "end", "status", "type", "why"),
    }
)


def redacted(value: object) -> object:
    """The same structure, with how long each hidden text is in its place."""
    return _shown(value, is_plain=False)


def content(body: bytes) -> object:
    """What a letter says: its JSON, or its bytes as text where it is none."""
    try:
        found: object = msgspec.json.decode(body)
    except msgspec.MsgspecError:
        return body.decode(errors="replace")
    return found


def _shown(value: object, *, is_plain: bool) -> object:
    match value:
        case dict():
            return {name: _shown(one, is_plain=name in PLAIN) for name, one in value.items()}
        case list():
            return [_shown(one, is_plain=is_plain) for one in value]
        case None | bool():
            return value
        case _ if is_plain:
            return value
        case _:
            return f"(hidden: {len(str(value))} characters)"
