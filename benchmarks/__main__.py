"""Run the benchmarks: ``make bench``; exit code 1 if a bar is not reached."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.cold import cold, documents, many
from benchmarks.compared import asking, loading
from benchmarks.growth import growth
from benchmarks.reasons import reason
from benchmarks.rows import Row, table

PAGE = Path(__file__).parent.parent / "docs" / "explanation" / "speed.md"
PARTS = ("loading", "asking", "cold", "documents", "many", "growth")


def main() -> int:
    """Measure, print each row as it comes, write the page, and say whether the bars hold."""
    chosen = tuple(sys.argv[1:]) or PARTS
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["XDG_CACHE_HOME"] = str(Path(scratch, "cache"))
        os.environ.pop("DEALER_ROLES_CACHE", None)
        for row in _rows(chosen, Path(scratch)):
            print("  ".join(row.cells()), flush=True)
            rows.append(row)
    PAGE.write_text(_page(rows, [part for part in PARTS if part not in chosen]), "utf-8")
    missed = [row.what for row in rows if not row.holds]
    print(f"{len(rows)} rows, {len(missed)} bars not reached", *missed, sep="\n- ")
    return 1 if missed or not rows else 0


def _rows(chosen: tuple[str, ...], scratch: Path) -> Iterator[Row]:
    parts = {
        "loading": lambda: loading(scratch),
        "asking": asking,
        "cold": lambda: cold(scratch),
        "documents": lambda: documents(scratch),
        "many": lambda: many(scratch),
        "growth": growth,
    }
    for name in chosen:
        yield from parts[name]()


def _page(rows: list[Row], unmeasured: list[str]) -> str:
    worst = sorted((r for r in rows if r.what.startswith("growth")), key=lambda r: -r.value)
    left = f"Not measured in this run: {', '.join(unmeasured)}.\n\n" if unmeasured else ""
    others = [r for r in rows if not r.what.startswith("growth")]
    return f"""# Speed

`python -m benchmarks` wrote this page on {_machine()}.
Every figure but seconds and megabytes is a ratio of
two things measured in turns in one run, the least of several rounds, the garbage collector off on
both sides; what one process computes is taken by its own clock. `make bench-short` is the short
form for CI: it counts instructions, which no other load disturbs.

Others are asked the same question of the same facts, and must count the same.

{left}{table(others)}
{_growth(worst)}## Bars that are not reached

{_missed(rows)}"""


def _growth(worst: list[Row]) -> str:
    if not worst:
        return ""
    return f"""## Growth

By which power the time grows with the size of an organization: 1 is in proportion. Each shape is
one that tempts an answer to look at everything for everything; `benchmarks/shapes.py` says what
each is. The twenty worst of {len(worst)}:

{table(worst[:20])}
"""


def _machine() -> str:
    python, cores = platform.python_version(), os.cpu_count()
    load = os.getloadavg()[2] / (cores or 1)
    shared = "shared with other work" if load > 1.5 else "doing little else"
    return f"a virtual {platform.machine()} machine of {cores} cores, {shared} (Python {python})"


def _missed(rows: list[Row]) -> str:
    lines = [
        f"- {row.what}: {row.value:.3g} where {row.bar:g} is meant. {reason(row.what)}.\n"
        for row in rows
        if not row.holds and row.bar is not None
    ]
    return "".join(lines) or "None.\n"


if __name__ == "__main__":
    sys.exit(main())
