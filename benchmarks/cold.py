"""What a command costs from nothing, in multiples of starting Python."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.generate import write_store
from benchmarks.measure import fastest
from benchmarks.rows import Row
from dealer_roles.loading.bundled import bundled_folder

MANY = 100


def cold(scratch: Path) -> Iterator[Row]:
    """Yield what starting, asking and checking cost."""
    own, small = scratch / "own", scratch / "small"
    shutil.copytree(bundled_folder("standard"), own)
    write_store(small, 7, 1)
    ask = ("-m", "dealer_roles", "owner", "issue-invoice")
    runs = {
        "python": ("-c", "pass"),
        "import": ("-c", "import dealer_roles"),
        "standard": ask,
        "own": (*ask, "--org", str(own)),
        "check": ("-m", "dealer_roles", "check", str(small), "--fail-level", "error"),
    }
    found = fastest({name: partial(_run, scratch, *args) for name, args in runs.items()}, 15)
    bars = {"import": 1.2, "standard": 3.0, "own": 6.0, "check": 12.0}
    words = {
        "import": "import dealer_roles",
        "standard": "cold owner on the standard, as text",
        "own": "cold owner on an unchanged folder",
        "check": "check of one small store",
    }
    for name, bar in bars.items():
        yield Row(f"{words[name]} ÷ python -c pass", found[name] / found["python"], bar)


def many(scratch: Path) -> Iterator[Row]:
    """Yield the time of a check of many stores, as for a thousand."""
    root = scratch / "stores"
    for number in range(MANY):
        write_store(root / f"s{number}", number, 1)
        main = root / f"s{number}" / "organization.yaml"
        main.write_text(main.read_text("utf-8").replace("id: bench", f"id: s{number}"), "utf-8")
    start = time.perf_counter()
    _run(scratch, "-m", "dealer_roles", "check", "--all", str(root), "--format", "json")
    seconds = (time.perf_counter() - start) * 1000 / MANY
    yield Row(f"check of 1,000 stores: seconds, from {MANY} stores", seconds, 60)


def _run(folder: Path, *args: str) -> None:
    subprocess.run(
        [sys.executable, *args], check=False, cwd=folder, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
