"""Each line of a backup holds a hash of itself and of all lines before it.

The last field of a line is `chain`: the SHA-256, in hexadecimal, of the 32 bytes that the line
before it had there (zeros before the first) and of the line's own bytes without this field and
without the end of line.
"""

from hashlib import sha256

START = bytes(32)

_OPENING = b',"chain":"'
_SUFFIX = len(_OPENING) + 64 + len(b'"}\n')


class NotChained(Exception):
    """The line is not the one that was written there; `why` says in words what is seen of it."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class LineChain:
    """Seals and opens the lines of one file, one after the other."""

    def __init__(self, value: bytes = START) -> None:
        self.value = value

    def seal(self, content: bytes) -> bytes:
        """The whole line for a JSON object that has a field."""
        self.value = sha256(self.value + content).digest()
        return b'%b%b%b"}\n' % (content[:-1], _OPENING, self.value.hex().encode())

    def open(self, line: bytes) -> bytes:
        """The JSON object that was sealed. Raises `NotChained`."""
        if not line.endswith(b"\n"):
            raise NotChained("is cut off")
        content = line[:-_SUFFIX] + b"}"
        value = sha256(self.value + content).digest()
        if line[-_SUFFIX:] != b'%b%b"}\n' % (_OPENING, value.hex().encode()):
            raise NotChained("is not as it was written, or a line before it is missing")
        self.value = value
        return content
