"""The short form for CI: instructions counted by callgrind, which no other load disturbs."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.rows import Row, table

RUNS = {
    "import dealer_roles": (("-c", "import dealer_roles"), 1.2),
    "cold owner on the standard, as text": (("-m", "dealer_roles", "owner", "issue-invoice"), 3.0),
}


def main() -> int:
    """Count, print a table, and say whether the bars hold; without valgrind say so and pass."""
    if shutil.which("valgrind") is None:
        print("not counted: there is no valgrind here")
        return 0
    base = _count("-c", "pass")
    rows = [
        Row(f"{what} ÷ python -c pass, instructions", _count(*args) / base, bar)
        for what, (args, bar) in RUNS.items()
    ]
    print(table(rows))
    return 0 if all(row.holds for row in rows) else 1


def _count(*args: str) -> int:
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch, "out")
        tool = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}"]
        done = subprocess.run(
            [*tool, sys.executable, *args], check=True, capture_output=True, text=True, cwd=scratch
        )
        total = re.search(r"Collected : (\d+)", done.stderr)
    assert total is not None, done.stderr
    return int(total.group(1))


if __name__ == "__main__":
    sys.exit(main())
