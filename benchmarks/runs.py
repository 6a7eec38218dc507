"""Commands started from nothing: as an installed package starts, and what they hold at most."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from dealer_roles.cli.write_printed_owners import write_printed_owners
from dealer_roles.loading.write_snapshots import write_snapshots

LOOKED_AT_EVERY = 0.25
"""Seconds between two looks at the memory of a run: looking takes time from it."""
Held = tuple[float, float]
"""Seconds, and the most megabytes of a command and its workers together."""


def environment(scratch: Path) -> dict[str, str]:
    """Return an environment in which code is compiled once, as an installer does.

    What is kept of folders is kept below ``scratch`` and nowhere else.
    """
    left = ("PYTHONDONTWRITEBYTECODE", "DEALER_ROLES_CACHE")
    found = {key: value for key, value in os.environ.items() if key not in left}
    here = {"PYTHONPYCACHEPREFIX": str(scratch / "pyc"), "XDG_CACHE_HOME": str(scratch / "cache")}
    return {**found, **here}


def run(scratch: Path, *args: str, folder: Path | None = None) -> None:
    """Run Python and wait.

    Raises:
        RuntimeError: It could not do what it was started for: that would be quick.
    """
    done = subprocess.run(
        [sys.executable, *args], check=False, cwd=folder or scratch, env=environment(scratch),
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    require_ran(args, done.returncode, done.stderr)


def require_ran(args: Sequence[str], code: int, said: str) -> None:
    """Refuse to measure what did not run: an exit code of 1 says that there were findings.

    Raises:
        RuntimeError: It is another one.
    """
    if code not in (0, 1) or "Traceback" in said:
        raise RuntimeError(f"not measured, as it could not run: {' '.join(args)}\n{said}")


def as_installed() -> None:
    """Write what an installed package has: snapshots and printed answers of these very files."""
    write_snapshots()
    write_printed_owners()


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
            time.sleep(LOOKED_AT_EVERY)
    require_ran(args, process.returncode, "")
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
