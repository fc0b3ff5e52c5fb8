"""The program as a shell runs it, for what becomes of its output."""

import os
import subprocess
import sys
from pathlib import Path


def shell(folder: Path, line: str) -> subprocess.CompletedProcess[str]:
    """Run the program with a line of arguments and redirections, on the data in that folder."""
    program = f"{sys.executable} -c 'from entrypoints.cli import main; main()'"
    return subprocess.run(  # noqa: S603 - our own program, and words of this file
        ["/bin/bash", "-c", f"{program} {line}"],
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join(sys.path),
            "BARBERSHOP_DATA_DIR": str(folder),
        },
        capture_output=True,
        text=True,
        check=False,
    )
