"""Run the benchmarks: ``make bench``, or some parts of them; the whole writes the page."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

from benchmarks.cold import cold, documents, many
from benchmarks.compared import asking, loading
from benchmarks.growth import growth
from benchmarks.reasons import kept, reason
from benchmarks.rows import Row, table

PAGE = Path(__file__).parent.parent / "docs" / "explanation" / "speed.md"
TOOLS = ("clingo", "duckdb", "networkx", "rustworkx")
PARTS = ("loading", "asking", "cold", "documents", "many", "growth")


def main() -> int:
    """Measure, print each row as it comes, write the page, and say whether the bars hold.

    Returns:
        1 where a figure is worse than its bar, or than what is kept of one that is not reached;
        2 where something could not be measured at all. Then the page stays as it is.
    """
    chosen = tuple(sys.argv[1:]) or PARTS
    if wrong := _why_not(chosen):
        print(wrong, file=sys.stderr)
        return 2
    rows: list[Row] = []
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["XDG_CACHE_HOME"] = str(Path(scratch, "cache"))
        os.environ.pop("DEALER_ROLES_CACHE", None)
        for row in _rows(chosen, Path(scratch)):
            rows.append(replace(row, kept=kept(row.what)) if not row.holds else row)
            print("  ".join(rows[-1].cells()), flush=True)
    if set(chosen) == set(PARTS):
        PAGE.write_text(_page(rows), "utf-8")
    return _verdict(rows, time.monotonic() - start)


def _why_not(chosen: tuple[str, ...]) -> str:
    """Return why nothing is measured, if so."""
    unknown = [part for part in chosen if part not in PARTS]
    if unknown:
        return f"not measured: no part {', '.join(unknown)}; there are {', '.join(PARTS)}"
    missing = [tool for tool in TOOLS if "asking" in chosen and find_spec(tool) is None]
    if missing:
        return f"not measured: no {', '.join(missing)} here; `make bench` installs them"
    return ""


def _verdict(rows: list[Row], seconds: float) -> int:
    worse = [row.what for row in rows if not row.passes]
    short = [row.what for row in rows if not row.holds and row.passes]
    print(f"{len(rows)} rows in {seconds / 60:.1f} minutes")
    print(f"{len(short)} bars not reached, no worse than before", *short, sep="\n- ")
    print(f"{len(worse)} worse than before", *worse, sep="\n- ")
    if not rows:
        return 2
    return 1 if worse else 0


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


def _page(rows: list[Row]) -> str:
    worst = sorted((r for r in rows if r.what.startswith("growth")), key=lambda r: -r.value)
    others = [r for r in rows if not r.what.startswith("growth")]
    return f"""# Speed

`python -m benchmarks` wrote this page on {_machine()}.
Every figure but seconds and megabytes is a ratio of
two things measured in turns in one run, the least of several rounds, the garbage collector off on
both sides; what one process computes is taken by its own clock. A bar that is not reached
enforces what was reached before, so that nothing gets worse unnoticed. `make bench-short` is the
short form for CI: it counts instructions, which no other load disturbs.

Others are asked the same question of the same facts, and must count the same. A question that is
asked again and answered in less than ten milliseconds is asked several times in one turn; what is
kept for the day is found then, and the rows of what is first asked say what finding it costs.

{table(others)}
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
    load = os.getloadavg()[0] / (cores or 1)
    shared = "shared with other work" if load > 1.5 else "doing little else"
    return f"a virtual {platform.machine()} machine of {cores} cores, {shared} (Python {python})"


def _missed(rows: list[Row]) -> str:
    """Return a paragraph for each reason why bars are not reached, with the rows it is about."""
    paragraphs: dict[str, list[str]] = {}
    for row in rows:
        if not row.holds:
            said = f"{row.what}: {row.value:.3g} where {row.bar:g} is meant"
            paragraphs.setdefault(reason(row.what), []).append(said)
    return (
        "\n".join(
            "".join(f"- {said}\n" for said in about) + f"\n{words[0].upper()}{words[1:]}.\n"
            for words, about in paragraphs.items()
        )
        or "None.\n"
    )


if __name__ == "__main__":
    sys.exit(main())
