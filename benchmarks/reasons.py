"""Why a bar is not reached, where the profile says so, and what is enforced in its place."""

from __future__ import annotations

KEPT = {
    "validated load ÷": 0.85,
    "reload of an unchanged folder ÷": 0.11,
    "check of the standard ÷": 1.1,
    "memory held ÷": 0.46,
    "check of one small store ÷": 16.5,
    "overlaps, DuckDB ÷ ours, 350 duties": 12.0,
    "overlaps, DuckDB ÷ ours, 3,500 duties": 1.8,
    "overlaps, DuckDB ÷ ours, 35,000 duties": 0.28,
    "owner first asked, networkx ÷ ours": 1.1,
    "growth of": 1.15,
    "check of 1,000 stores, seconds": 75.0,
}
"""What was reached, and a little for the noise of a machine: worse than this fails a run."""

REASONS = {
    "validated load": "PyYAML's C composer takes 45 % of it, which no reader above it can shorten; "
    "pydantic's core accepts and makes the values in 20 %, plain data with places is built from "
    "its nodes in 16 %, finding, reading, decoding and hashing the files take 15 %, linking and "
    "the check of references 9 %",
    "reload of an unchanged folder": "filling the kept values, column by column, is 40 %, JSON "
    "22 %, reading and hashing every file 14 %, linking 11 %. A question looks at every duty and "
    "hand-off of its day, so that values made only when asked for would move this time into the "
    "first question; what most questions do not look at (rules, scenarios) is made when asked for",
    "check of the standard": "climbing each ladder from everybody on it is a fourth, all other "
    "gaps are a seventh; the longest ways through processes take 9 %, names that are nearly "
    "alike 7 %, whether anything is there 6 %, what checks and what is checked 4 %, limits that "
    "shrink 4 %",
    "memory held": "46 % of it are the texts, each once, which the dicts beside it hold as well; "
    "the pairs of languages are 10 %, the values around them 19 %, rules and scenarios as JSON "
    "9 %, tuples 7 %, places 6 %",
    "overlaps, DuckDB": "what is owned by several, and the wholes and parts that different "
    "holders own, is found once a day, as DuckDB keeps its columns; more than half of the rest is "
    "what acknowledges a whole and a part, which the count beside it does not ask, a fourth is "
    "making an answer of each overlap. A larger table costs DuckDB little more, ours grows with it",
    "owner first asked": "where one holder owns all of a task it is told in one look-up; what is "
    "left is the sweep that finds these once a day, an answer of eleven fields for each task, and "
    "the calls that tell contested, inherited and forgotten apart",
    "check of one small store": "importing what a check asks (some 290 modules, a sixth of them "
    "the command line's) is half of it: declaring 200 kinds of values a tenth, patterns 8 %; "
    "running the rules is a quarter, reading them a tenth, the report 7 %",
    "check of 1,000 stores": "reading and judging a store takes 65 ms on one core; writing the "
    "JSON of all findings, 170 MB, is done by one process",
    "growth": "the calls of functions grow by at most 1.12 on every shape, which a test holds; "
    "the rest is the time that one call takes in a larger organization",
}
"""What is measured, by how its name begins, and what its profile shows most of."""


def kept(what: str) -> float | None:
    """Return what a bar that is not reached enforces in its place, if anything was reached."""
    return next((figure for start, figure in KEPT.items() if what.startswith(start)), None)


def reason(what: str) -> str:
    """Return why a bar is not reached."""
    found = [words for start, words in REASONS.items() if what.startswith(start)]
    return found[0] if found else "not looked into yet"
