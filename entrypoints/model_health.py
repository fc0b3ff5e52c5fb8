"""How the language model fares, for the health report."""

import asyncio

from application.ports import Unavailable
from entrypoints.heartbeat import PATIENCE
from infrastructure.grok.gate import Gate


class ModelHealth:
    """Tells the state of the model's circuit."""

    def __init__(self, gate: Gate, *, has_key: bool) -> None:
        self._gate = gate
        self._has_key = has_key

    async def __call__(self) -> str:
        """`closed`, `open` or `half-open`; `unused` without a key, `unknown` without Redis."""
        if not self._has_key:
            return "unused"
        try:
            async with asyncio.timeout(PATIENCE):
                return await self._gate.circuit()
        except (Unavailable, TimeoutError):
            return "unknown"
