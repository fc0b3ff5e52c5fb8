from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import pytest

from entrypoints.chat.own_sandbox import OwnSandbox


class SandboxesAhead:
    """Starts the next demo shop's sandbox while a dialogue plays in the last one."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(1)
        self._next = self._pool.submit(_started)

    def __call__(self, shop: str) -> OwnSandbox:
        if shop != "demo":
            return OwnSandbox(shop)
        ready: Future[OwnSandbox] = self._next
        self._next = self._pool.submit(_started)
        return ready.result()

    def close(self) -> None:
        self._next.result().stop()
        self._pool.shutdown()


def _started() -> OwnSandbox:
    sandbox = OwnSandbox()
    sandbox.start()
    return sandbox


@pytest.fixture(scope="session")
def sandboxes() -> Iterator[SandboxesAhead]:
    ahead = SandboxesAhead()
    yield ahead
    ahead.close()
