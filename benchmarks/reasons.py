"""Why a bar is not reached, where the profile says so: shown beside the figure."""

from __future__ import annotations

REASONS = {
    "validated load": "PyYAML's own composing is the larger half of it, which no reader above it "
    "can shorten; then come the walk over its nodes and placing each checked value",
    "check of the standard": "climbing every ladder from everybody on it is a third, comparing "
    "names that are nearly alike a seventh, paths of conditions another",
    "overlaps, DuckDB": "the answer also looks at wholes and parts and at what acknowledges them, "
    "which the count beside it does not, and each share is an object and not a column",
    "owner first asked": "an answer of eleven fields is made for each task; the graph beside it "
    "returns a set",
    "check of one small store": "importing what a check asks takes most of it",
    "check of 1,000 stores": "each of these stores has some 185 findings, which are kept with "
    "their witnesses until the report is written",
    "growth": "see what the shape is in benchmarks/shapes.py",
}
"""What is measured, by how its name begins, and what its profile shows most of."""


def reason(what: str) -> str:
    """Return why a bar is not reached."""
    found = [words for start, words in REASONS.items() if what.startswith(start)]
    return found[0] if found else "not looked into yet"
