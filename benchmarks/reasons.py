"""Why a bar is not reached, where the profile says so, and what is enforced in its place."""

from __future__ import annotations

KEPT = {
    "validated load ÷": 0.95,
    "reload of an unchanged folder ÷": 0.17,
    "check of the standard ÷": 1.15,
    "memory held ÷": 0.7,
    "check of one small store ÷": 17.0,
    "overlaps, DuckDB ÷ ours, 350 duties": 9.0,
    "overlaps, DuckDB ÷ ours, 3,500 duties": 1.2,
    "overlaps, DuckDB ÷ ours, 35,000 duties": 0.23,
    "owner first asked, networkx ÷ ours": 0.26,
    "growth of": 1.2,
    "check of 1,000 stores, seconds": 300.0,
    "check of 1,000 stores, megabytes": 900.0,
}
"""What was reached, and a little for the noise of a machine: worse than this fails a run."""

REASONS = {
    "validated load": "PyYAML's own composing is the larger half of it, which no reader above it "
    "can shorten; then come the walk over its nodes and placing each checked value",
    "check of the standard": "climbing every ladder from everybody on it is a third, comparing "
    "names that are nearly alike a seventh, paths of conditions another",
    "reload of an unchanged folder": "each value that was kept is made again, a third of it; "
    "then come parsing what was kept, the scenarios and rules beside it, reading the files anew",
    "memory held": "a value has a slot for each key that it may have, and a place in its file",
    "overlaps, DuckDB": "the answer also looks at wholes and parts and at what acknowledges them, "
    "which the count beside it does not, and each share is an object and not a column",
    "owner first asked": "an answer of eleven fields is made for each task; the graph beside it "
    "returns a set",
    "check of one small store": "importing what a check asks takes most of it",
    "check of 1,000 stores": "reading and judging a store takes 65 ms on one core; each of these "
    "stores has some 185 findings, which are kept with their witnesses until the report is "
    "written, and the report of all of them is 170 MB of JSON, made as one text by one process",
    "growth": "the calls of Python functions grow by at most 1.05 on every shape, which a test "
    "holds; what time adds to it is memory further away from the processor",
}
"""What is measured, by how its name begins, and what its profile shows most of."""


def kept(what: str) -> float | None:
    """Return what a bar that is not reached enforces in its place, if anything was reached."""
    return next((figure for start, figure in KEPT.items() if what.startswith(start)), None)


def reason(what: str) -> str:
    """Return why a bar is not reached."""
    found = [words for start, words in REASONS.items() if what.startswith(start)]
    return found[0] if found else "not looked into yet"
