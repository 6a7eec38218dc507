"""The short form for CI: instructions counted by callgrind, which no other load disturbs."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.generate import write_store
from benchmarks.rows import Row, table
from benchmarks.runs import as_installed, environment, require_ran, run
from dealer_roles.loading.bundled import bundled_folder

OWNER = ("-m", "dealer_roles", "owner", "issue-invoice")
RUNS = {
    "import dealer_roles": (("-c", "import dealer_roles"), 1.2),
    "cold owner on the standard, as text": (OWNER, 4.0),
    "cold owner on an unchanged folder, asked before": ((*OWNER, "--org", "./own"), 6.0),
    "check of one small store": (("-m", "dealer_roles", "check", "./small"), 21.5),
}
"""What is run, and the most it may cost: these bars guard what is reached, in instructions."""


def main() -> int:
    """Count, print a table, and say whether the bars hold; where nothing is counted exit 2."""
    if shutil.which("valgrind") is None:
        print("not counted: there is no valgrind here")
        return 2
    as_installed()
    with tempfile.TemporaryDirectory() as scratch:
        rows = list(counted(Path(scratch)))
    print(table(rows))
    return 0 if all(row.holds for row in rows) else 1


def counted(scratch: Path) -> Iterator[Row]:
    """Yield each run, in multiples of what starting Python takes."""
    shutil.copytree(bundled_folder("standard"), scratch / "own")
    write_store(scratch / "small", 7, 1)
    run(scratch, "-c", "pass")
    base = count(scratch, "-c", "pass")
    for what, (args, bar) in RUNS.items():
        run(scratch, *args)
        yield Row(f"{what} ÷ python -c pass, instructions", count(scratch, *args) / base, bar)


def count(scratch: Path, *args: str) -> int:
    """Return how many instructions a run of Python takes."""
    tool = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
    done = subprocess.run(
        [*tool, sys.executable, *args], check=False, capture_output=True, text=True, cwd=scratch,
        env=environment(scratch),
    )  # fmt: skip
    require_ran(args, done.returncode, done.stderr)
    total = re.search(r"Collected : (\d+)", done.stderr)
    assert total is not None, done.stderr
    return int(total.group(1))


if __name__ == "__main__":
    sys.exit(main())
