"""RFC 6962 trees, by the vectors of Certificate Transparency and by the RFC's own definition."""

from collections.abc import Sequence
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infrastructure.audit.fingerprint import parted
from infrastructure.audit.merkle import EMPTY, Frontier
from infrastructure.audit.merkle_checks import Tree, extends, includes
from infrastructure.audit.merkle_proofs import MerkleProofs

# The eight leaves and the proofs of github.com/google/certificate-transparency (merkletree tests).
ENTRIES = [
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
]
LEAVES = [sha256(b"\x00" + bytes.fromhex(entry)).digest() for entry in ENTRIES]
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
N = {
    "96": "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
    "5f": "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
    "6b": "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    "bc": "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    "ca": "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
    "d3": "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "fa": "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "6e": "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "0e": "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
    "b0": "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f",
}
INCLUSION = [
    (1, 1, ""),
    (1, 8, "96 5f 6b"),
    (6, 8, "bc ca d3"),
    (3, 3, "fa"),
    (2, 5, "6e 5f bc"),
]
CONSISTENCY = [
    (1, 1, ""),
    (1, 8, "96 5f 6b"),
    (6, 8, "0e ca d3"),
    (2, 5, "5f bc"),
    (6, 7, "0e b0 d3"),
]

sizes = st.integers(1, 70)


def leaves(count: int) -> list[bytes]:
    return [sha256(b"%d" % n).digest() for n in range(count)]


def proofs(of: Sequence[bytes]) -> MerkleProofs:
    packed = b"".join(of)
    return MerkleProofs(lambda start, stop: packed[start * 32 : stop * 32])


def head(of: Sequence[bytes]) -> bytes:
    frontier = Frontier()
    frontier.extend(of)
    return frontier.root()


def naive(of: Sequence[bytes]) -> bytes:
    """MTH as RFC 6962, 2.1 has it."""
    if len(of) < 2:
        return of[0] if of else sha256(b"").digest()
    k = 1
    while k * 2 < len(of):
        k *= 2
    return sha256(b"\x01" + naive(of[:k]) + naive(of[k:])).digest()


def named(names: str) -> tuple[bytes, ...]:
    return tuple(bytes.fromhex(N[name]) for name in names.split())


@pytest.mark.parametrize("size", range(9))
def test_the_published_tree_heads_come_out(size: int) -> None:
    assert head(LEAVES[:size]).hex() == ROOTS[size]


@pytest.mark.parametrize(("position", "size", "path"), INCLUSION)
def test_the_published_inclusion_proofs_come_out_and_hold(
    position: int, size: int, path: str
) -> None:
    made = proofs(LEAVES).inclusion(position - 1, size)

    assert made == named(path)
    tree = Tree(size, bytes.fromhex(ROOTS[size]))
    assert includes(tree, LEAVES[position - 1], position - 1, made)


@pytest.mark.parametrize(("first", "second", "path"), CONSISTENCY)
def test_the_published_consistency_proofs_come_out_and_hold(
    first: int, second: int, path: str
) -> None:
    made = proofs(LEAVES).consistency(first, second)

    assert made == named(path)
    older, newer = (Tree(size, bytes.fromhex(ROOTS[size])) for size in (first, second))
    assert extends(newer, older, made)


def test_the_empty_tree_is_the_hash_of_nothing() -> None:
    assert Frontier().root() == EMPTY == naive([])


@given(st.lists(st.binary(min_size=32, max_size=32), max_size=70), st.integers(0, 70))
def test_a_frontier_is_the_naive_head_wherever_it_paused(of: list[bytes], pause: int) -> None:
    frontier = Frontier()
    frontier.extend(of[:pause])
    copy = frontier.copy()
    frontier.extend(of[pause:])

    assert frontier.root() == naive(of)
    assert copy.root() == naive(of[:pause])
    assert frontier.size == len(of)


@given(sizes, st.data())
def test_every_leaf_is_proven_and_no_other_hash(size: int, data: st.DataObject) -> None:
    of = leaves(size)
    index = data.draw(st.integers(0, size - 1))
    tree, path = Tree(size, naive(of)), proofs(of).inclusion(index, size)

    assert includes(tree, of[index], index, path)
    assert not includes(tree, sha256(b"other").digest(), index, path)
    assert not includes(tree, of[index], index, [*path, of[0]])
    assert not includes(Tree(size, sha256(b"other").digest()), of[index], index, path)


@given(sizes, sizes)
def test_a_leaf_is_proven_at_its_own_index_alone(size: int, wrong: int) -> None:
    of = leaves(size)
    tree, path = Tree(size, naive(of)), proofs(of).inclusion(0, size)

    assert not includes(tree, of[0], wrong, path)


@given(sizes, st.data())
def test_a_log_that_grew_is_consistent_and_a_changed_one_is_not(
    size: int, data: st.DataObject
) -> None:
    of = leaves(size)
    first = data.draw(st.integers(1, size))
    changed = data.draw(st.integers(0, first - 1))
    older, newer = Tree(first, naive(of[:first])), Tree(size, naive(of))
    proof = proofs(of).consistency(first, size)
    other = [*of[:changed], sha256(b"other").digest(), *of[changed + 1 :]]

    assert extends(newer, older, proof)
    assert not extends(Tree(size, naive(other)), older, proofs(other).consistency(first, size))
    assert not extends(newer, Tree(first, naive(other[:first])), proof)


@given(sizes)
def test_every_log_extends_the_empty_one(size: int) -> None:
    newer, older = Tree(size, naive(leaves(size))), Tree(0, EMPTY)

    assert extends(newer, older, proofs(leaves(size)).consistency(0, size))
    assert not extends(older, newer, ())


def test_proofs_over_many_blocks_hold() -> None:
    of = leaves(5000)
    made, tree = proofs(of), Tree(5000, head(of))

    paths = {index: made.inclusion(index, 5000) for index in (0, 1023, 1024, 2500, 4999)}

    assert all(includes(tree, of[index], index, path) for index, path in paths.items())
    assert extends(tree, Tree(3001, head(of[:3001])), made.consistency(3001, 5000))


@pytest.mark.parametrize(("index", "size"), [(0, 0), (-1, 3), (3, 3)])
def test_there_is_no_proof_for_a_leaf_that_is_not_there(index: int, size: int) -> None:
    with pytest.raises(IndexError):
        proofs(LEAVES).inclusion(index, size)


def test_a_log_does_not_shrink_consistently() -> None:
    with pytest.raises(IndexError):
        proofs(LEAVES).consistency(3, 2)

    assert not extends(Tree(2, head(LEAVES[:2])), Tree(3, head(LEAVES[:3])), ())


def test_packed_leaves_are_parted() -> None:
    assert parted(b"".join(LEAVES)) == LEAVES
