"""Commands started from nothing: as an installed package starts, and what they hold at most."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from pathlib import Path

Held = tuple[float, float]
"""Seconds, and the most megabytes of a command and its workers together."""


def environment(scratch: Path) -> dict[str, str]:
    """Return an environment in which code is compiled once, as an installer does."""
    found = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return {**found, "PYTHONPYCACHEPREFIX": str(scratch / "pyc")}


def run(scratch: Path, *args: str, folder: Path | None = None) -> None:
    """Run Python and wait."""
    subprocess.run(
        [sys.executable, *args], check=False, cwd=folder or scratch, env=environment(scratch),
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def computed_by_children() -> float:
    """Return the seconds that processes started from here have computed so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run_and_weigh(scratch: Path, *args: str) -> Held:
    """Run Python; return how long it took, and the most memory that it and its workers held."""
    start, most = time.perf_counter(), 0.0
    with subprocess.Popen(
        [sys.executable, *args], cwd=scratch, env=environment(scratch),
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ) as process:  # fmt: skip
        while process.poll() is None:
            most = max(most, _held(process.pid))
            time.sleep(0.1)
    assert process.returncode in (0, 1), f"{args} could not run"
    return time.perf_counter() - start, most


def _held(process: int) -> float:
    """Return the megabytes that a process and all below it hold now; pages shared count once."""
    try:
        rollup = Path(f"/proc/{process}/smaps_rollup").read_text("ascii")
        below = Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()
    except OSError:
        return 0.0
    kilobytes = next(int(line.split()[1]) for line in rollup.splitlines() if line[:4] == "Pss:")
    return kilobytes / 1024 + sum(_held(int(child)) for child in below)
