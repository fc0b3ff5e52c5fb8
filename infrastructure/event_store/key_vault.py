"""One key per stream of personal data: destroy the key, and what the stream says is gone."""

import os
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from threading import Lock
from typing import Protocol, cast

import redis
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from infrastructure.redis.clients import outages_as_unavailable

KEY = 32  # bytes: AES-256
NONCE = 12  # bytes: NIST SP 800-38D, 8.2
DESTROYED = b""  # stands where a key was, so that no new key ever takes its place


class KeyDestroyed(Exception):
    """The key of that stream is gone, and with it for ever what the stream says."""

    def __init__(self, stream: str) -> None:
        super().__init__(stream)
        self.stream = stream


class KeyMissing(Exception):
    """The vault never had, or has lost, the key of a stream that something was sealed for."""

    def __init__(self, stream: str) -> None:
        super().__init__(stream)
        self.stream = stream


class KeyUnreadable(Exception):
    """The key of that stream does not open: another master key, or changed bytes."""

    def __init__(self, stream: str) -> None:
        super().__init__(stream)
        self.stream = stream


class KeyVault(Protocol):
    """The keys of streams, 32 bytes each. Threads share it."""

    def obtain(self, streams: Iterable[str]) -> Mapping[str, bytes]:
        """The key of each stream, made where there is none; two callers get the same.

        Raises `KeyDestroyed`, `Unavailable`.
        """
        ...

    def read(self, streams: Iterable[str]) -> Mapping[str, bytes]:
        """The keys of those streams; one that was destroyed is absent.

        Raises `KeyMissing`, `Unavailable`.
        """
        ...

    def destroy(self, stream: str) -> None:
        """Make the key unknown for ever; fine if it is. Raises `Unavailable`."""
        ...


def derive(master: bytes, label: bytes) -> bytes:
    """A key of 32 bytes for one purpose, always the same one (HKDF-SHA256, RFC 5869)."""
    if len(master) != KEY:
        raise ValueError("a master key is 32 bytes")
    return HKDF(algorithm=SHA256(), length=KEY, salt=None, info=label).derive(master)


def seal(key: bytes, plain: bytes, bound_to: bytes) -> bytes:
    """Encrypt with AES-256-GCM: a fresh nonce of 12 bytes, the ciphertext, the tag of 16 bytes."""
    nonce = os.urandom(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, plain, bound_to)


def unseal(key: bytes, sealed: bytes, bound_to: bytes) -> bytes:
    """What was sealed. Raises `ValueError` for another key, another binding or changed bytes."""
    try:
        return AESGCM(key).decrypt(sealed[:NONCE], sealed[NONCE:], bound_to)
    except (InvalidTag, ValueError) as error:
        raise ValueError("sealed otherwise") from error


class RedisKeyVault:
    """Keys in the hash `{partition}:keys`, each wrapped by a key derived from the master key.

    A key once read is remembered by this process, the last `remembered` ones at most: after
    `destroy`, other processes know it until they `forget` it.
    """

    def __init__(
        self,
        client: redis.Redis,
        master: bytes,
        *,
        name: str = "{barbershop:0}:keys",
        remembered: int = 4096,
    ) -> None:
        self._client = client
        self._name = name
        self._wrapping = derive(master, b"stream keys")
        self._remembered = _Remembered(remembered)

    def obtain(self, streams: Iterable[str]) -> Mapping[str, bytes]:
        """As the port says: one round trip, two where keys are made, none where all are known."""
        wanted = tuple(dict.fromkeys(streams))
        found = self._find(wanted)
        missing = [stream for stream in wanted if stream not in found]
        keys = {**found, **self._make(missing)} if missing else found
        return {stream: _require(stream, key) for stream, key in keys.items()}

    def read(self, streams: Iterable[str]) -> Mapping[str, bytes]:
        """As the port says, in one round trip, or none where all are known."""
        wanted = tuple(dict.fromkeys(streams))
        return _not_destroyed(wanted, self._find(wanted))

    def destroy(self, stream: str) -> None:
        """As the port says; what other processes remember is theirs to forget."""
        with outages_as_unavailable():
            self._client.hset(self._name, stream, cast("str", DESTROYED))
        self.forget(stream)

    def forget(self, stream: str) -> None:
        """Ask Redis again the next time."""
        self._remembered.drop(stream)

    def _find(self, streams: tuple[str, ...]) -> dict[str, bytes]:
        known = self._remembered.among(streams)
        unknown = [stream for stream in streams if stream not in known]
        if not unknown:
            return known
        with outages_as_unavailable():
            wrapped = self._client.hmget(self._name, unknown)
        return known | self._unwrap_all(unknown, cast("list[bytes | None]", wrapped))

    def _make(self, streams: list[str]) -> dict[str, bytes]:
        with outages_as_unavailable(), self._client.pipeline(transaction=False) as pipeline:
            for stream in streams:
                fresh = seal(self._wrapping, os.urandom(KEY), stream.encode())
                pipeline.hsetnx(self._name, stream, fresh)
            pipeline.hmget(self._name, streams)
            wrapped = pipeline.execute()[-1]
        return self._unwrap_all(streams, wrapped)

    def _unwrap_all(
        self, streams: Iterable[str], wrapped: Iterable[bytes | None]
    ) -> dict[str, bytes]:
        pairs = zip(streams, wrapped, strict=True)
        keys = {stream: self._unwrap(stream, one) for stream, one in pairs if one is not None}
        self._remembered.add(keys)
        return keys

    def _unwrap(self, stream: str, wrapped: bytes) -> bytes:
        if wrapped == DESTROYED:
            return DESTROYED
        try:
            return unseal(self._wrapping, wrapped, stream.encode())
        except ValueError as error:
            raise KeyUnreadable(stream) from error


class InMemoryKeyVault:
    """Keys that end with the process."""

    def __init__(self) -> None:
        self._keys: dict[str, bytes] = {}

    def obtain(self, streams: Iterable[str]) -> Mapping[str, bytes]:
        """As the port says."""
        return {stream: self._obtain(stream) for stream in streams}

    def read(self, streams: Iterable[str]) -> Mapping[str, bytes]:
        """As the port says."""
        return _not_destroyed(streams, self._keys)

    def destroy(self, stream: str) -> None:
        """As the port says."""
        self._keys[stream] = DESTROYED

    def _obtain(self, stream: str) -> bytes:
        return _require(stream, self._keys.setdefault(stream, os.urandom(KEY)))


class _Remembered:
    """The keys used last."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._keys: OrderedDict[str, bytes] = OrderedDict()
        self._lock = Lock()

    def among(self, streams: Iterable[str]) -> dict[str, bytes]:
        with self._lock:
            known = {stream: self._keys[stream] for stream in streams if stream in self._keys}
            for stream in known:
                self._keys.move_to_end(stream)
            return known

    def add(self, keys: Mapping[str, bytes]) -> None:
        with self._lock:
            self._keys.update(keys)
            while len(self._keys) > self._most:
                self._keys.popitem(last=False)

    def drop(self, stream: str) -> None:
        with self._lock:
            self._keys.pop(stream, None)


def _not_destroyed(streams: Iterable[str], keys: Mapping[str, bytes]) -> dict[str, bytes]:
    found = {}
    for stream in streams:
        if stream not in keys:
            raise KeyMissing(stream)
        if keys[stream] != DESTROYED:
            found[stream] = keys[stream]
    return found


def _require(stream: str, key: bytes) -> bytes:
    if key == DESTROYED:
        raise KeyDestroyed(stream)
    return key
