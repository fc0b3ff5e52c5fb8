from hashlib import sha256
from uuid import UUID

from eventsourcing.persistence import Notification
from hypothesis import given
from hypothesis import strategies as st

from infrastructure.audit.fingerprint import Fingerprint
from infrastructure.audit.leaf import leaf_hash, leaf_of

FIELDS = st.tuples(
    st.integers(1, 2**63), st.text(max_size=9), st.integers(0, 2**63), st.text(max_size=9),
    st.binary(max_size=9),
)  # fmt: skip


def test_a_leaf_is_the_hash_of_a_zero_byte_and_a_msgpack_array_of_five() -> None:
    leaf = leaf_hash(1, "a:1", 2, "told/1", b"\xff")

    packed = b"\x95\x01\xa3a:1\x02\xa6told/1\xc4\x01\xff"
    assert leaf == sha256(b"\x00" + packed).digest()


@given(FIELDS, FIELDS)
def test_events_that_differ_in_any_field_have_other_leaves(
    one: tuple[int, str, int, str, bytes], other: tuple[int, str, int, str, bytes]
) -> None:
    assert (leaf_hash(*one) == leaf_hash(*other)) == (one == other)


def test_a_stream_is_hashed_by_its_text() -> None:
    name = UUID(int=7)

    leaf = leaf_of(Notification(name, 1, "told/1", b"", 1))

    assert leaf == leaf_hash(1, str(name), 1, "told/1", b"")


def test_the_chain_begins_with_zeros_and_goes_over_leaves() -> None:
    seen = Fingerprint()

    seen.extend([b"a" * 32, b"b" * 32])

    first = sha256(b"\x02" + bytes(32) + b"a" * 32).digest()
    assert seen.chain == sha256(b"\x02" + first + b"b" * 32).digest()
    assert seen.size == 2
