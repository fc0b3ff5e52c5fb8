"""The last resort ends a process, whatever of it hangs."""

import signal
import subprocess
import sys

import pytest

LOOP_THAT_DOES_NOT_TURN = """
import asyncio, time
from entrypoints.last_resort import on_signals

async def hang():
    on_signals(lambda: None, patience=0.2)
    print("hangs", flush=True)
    time.sleep(60)

asyncio.run(hang())
"""

WORDS_THAT_NOBODY_READS = """
import os, sys, time
from entrypoints.last_resort import on_signals

on_signals(lambda: None, patience=0.2)
os.set_blocking(2, False)
try:
    while True:
        os.write(2, bytes(4096))
except BlockingIOError:
    os.set_blocking(2, True)
print("hangs", flush=True)
time.sleep(60)
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("script", [LOOP_THAT_DOES_NOT_TURN, WORDS_THAT_NOBODY_READS])
def test_a_process_that_hangs_ends_in_time(script: str, number: signal.Signals) -> None:
    with subprocess.Popen(  # noqa: S603 - the script above
        [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"hangs\n"

        process.send_signal(number)

        assert process.wait(timeout=20) == 0
