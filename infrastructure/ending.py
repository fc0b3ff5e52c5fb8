"""Ending tasks for certain."""

import asyncio

ASK_AGAIN = 0.1  # seconds


async def end(*tasks: asyncio.Task[None]) -> None:
    """Cancel the tasks until all are over.

    Once is not enough: `asyncio.wait_for` of Python 3.11, through which redis-py sends, swallows
    a cancellation that meets the end of what it waits for.
    """
    while running := [task for task in tasks if not task.done()]:
        for task in running:
            task.cancel()
        await asyncio.wait(running, timeout=ASK_AGAIN)
