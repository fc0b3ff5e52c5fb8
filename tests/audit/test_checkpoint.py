import base64
from datetime import timedelta, timezone

import msgspec
import pytest

from infrastructure.audit.audit_key import NotAPublicKey, SigningKey, public_key
from infrastructure.audit.checkpoint import Checkpoint
from tests.audit.listed_log import KEY, NOON
from tests.audit.signed_checkpoint import CLAIM, SIGNED

OTHER = SigningKey(bytes(32))


def test_a_checkpoint_is_signed_by_its_key_and_no_other() -> None:
    assert SIGNED.is_signed_by(KEY.public)
    assert not SIGNED.is_signed_by(OTHER.public)


@pytest.mark.parametrize(
    "change",
    [
        {"log": "barbershop:1"},
        {"size": 4},
        {"chain": "ac" * 32},
        {"root": "ce" * 32},
        {"at": NOON + timedelta(microseconds=1)},
        {"previous": "01" * 32},
        {"key_id": OTHER.public.id},
        {"signature": "00" * 64},
    ],
)
def test_no_field_of_a_checkpoint_can_be_changed(change: dict[str, object]) -> None:
    changed = msgspec.structs.replace(SIGNED, **change)

    assert not changed.is_signed_by(KEY.public)


def test_a_checkpoint_comes_back_from_json() -> None:
    line = msgspec.json.encode(SIGNED)

    assert msgspec.json.decode(line, type=Checkpoint) == SIGNED


def test_the_same_instant_written_otherwise_is_the_same_claim() -> None:
    elsewhere = msgspec.structs.replace(SIGNED, at=NOON.astimezone(timezone(timedelta(hours=2))))

    assert elsewhere.is_signed_by(KEY.public)


def test_what_is_signed_begins_with_a_prefix_of_its_own() -> None:
    assert CLAIM.signed_bytes().startswith(b"barbershop audit checkpoint 1\x00")


@pytest.mark.parametrize("field", ["chain", "root", "previous", "signature"])
@pytest.mark.parametrize("value", ["", "ab", "AB" * 32, "zz" * 32, "ab" * 65])
def test_a_hash_that_is_none_is_refused(field: str, value: str) -> None:
    fields = {**msgspec.to_builtins(SIGNED), field: value}

    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(fields, Checkpoint)


def test_a_master_key_signs_with_one_key_for_ever() -> None:
    again = SigningKey(bytes(range(32)))

    assert again.public.text == KEY.public.text
    assert again.sign(b"text") == KEY.sign(b"text")


def test_a_public_key_is_read_from_base64_and_from_pem() -> None:
    texts = (KEY.public.text, f"  {KEY.public.text}\n", KEY.public.pem)

    assert {public_key(text).id for text in texts} == {KEY.public.id}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "key",
        base64.b64encode(bytes(31)).decode(),
        "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n",
        "ñ",
    ],
)
def test_what_is_no_public_key_is_refused(text: str) -> None:
    with pytest.raises(NotAPublicKey):
        public_key(text)
