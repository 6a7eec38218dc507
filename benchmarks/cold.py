"""What a command costs from nothing, in multiples of starting Python."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.generate import write_store
from benchmarks.measure import fastest
from benchmarks.rows import Row
from benchmarks.runs import as_installed, computed_by_children, run, run_and_weigh
from dealer_roles.loading.bundled import bundled_folder

MANY = 1000
WORDS = {
    "import": ("import dealer_roles", 1.2),
    "standard": ("cold owner on the standard, as text", 3.0),
    "own": ("cold owner on an unchanged folder, asked before", 6.0),
    "check": ("check of one small store", 12.0),
}


def cold(scratch: Path) -> Iterator[Row]:
    """Yield what starting, asking and checking cost."""
    as_installed()
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
    for args in runs.values():
        run(scratch, *args)
    candidates = {name: partial(run, scratch, *args) for name, args in runs.items()}
    found = fastest(candidates, 9, clock=computed_by_children)
    for name, (what, bar) in WORDS.items():
        yield Row(f"{what} ÷ python -c pass", found[name] / found["python"], bar)


def many(scratch: Path) -> Iterator[Row]:
    """Yield what a check of a thousand stores takes and holds."""
    root = scratch / "stores"
    for number in range(MANY):
        write_store(root / f"s{number}", number, 1)
        main = root / f"s{number}" / "organization.yaml"
        main.write_text(main.read_text("utf-8").replace("id: bench", f"id: s{number}"), "utf-8")
    args = ("-m", "dealer_roles", "check", "--all", str(root), "--format", "json")
    seconds, megabytes = run_and_weigh(scratch, *args)
    yield Row(f"check of {MANY:,} stores, seconds", seconds, 60)
    yield Row(f"check of {MANY:,} stores, megabytes held at most", megabytes, 300)


def documents(scratch: Path) -> Iterator[Row]:
    """Yield what the job descriptions of the standard hold in memory, a few and all of them."""
    args = ("-m", "dealer_roles", "describe", "--org", "standard", "--format", "docx", "-o")
    _, few = run_and_weigh(scratch, *args, str(scratch / "one.docx"), "service-manager")
    _, every = run_and_weigh(scratch, *args, str(scratch / "documents"), "--all")
    yield Row("describe --all --format docx, megabytes held at most", every, 150)
    yield Row("describe --all ÷ describe of one, memory held", every / few)
