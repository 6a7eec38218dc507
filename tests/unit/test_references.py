"""What a statement of the source documents says stands in what cites it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
WORDS = yaml.safe_load((ROOT / "tests/data/statement_words.yaml").read_text("utf-8"))
KINDS = ("duties", "handoffs", "escalations", "outcomes", "qualifications", "purpose")
Cited = dict[str, list[tuple[str, dict[str, Any]]]]


def elements(value: Any, kind: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield whatever carries sources, with the list it stands in."""
    if isinstance(value, dict):
        if "sources" in value:
            yield kind, value
        for key, inner in value.items():
            yield from elements(inner, key if key in KINDS else kind)
    elif isinstance(value, list):
        for inner in value:
            yield from elements(inner, kind)


@pytest.fixture(scope="module")
def cited() -> Cited:
    """Return what cites each statement."""
    found: Cited = defaultdict(list)
    for path in sorted((ROOT / "definitions/references").glob("d*/**/*.yaml")):
        for kind, element in elements(yaml.safe_load(path.read_text("utf-8"))):
            for statement in element["sources"]:
                found[statement].append((kind, element))
    return found


def without(cited: Cited, statements: list[str], kinds: set[str]) -> list[str]:
    """Return the statements that no element of these kinds cites."""
    return [one for one in statements if not kinds & {kind for kind, _ in cited[one]}]


@pytest.mark.parametrize("row", WORDS["words"], ids=lambda row: str(row["word"]))
def test_a_word_that_sets_a_standard_is_kept(row: dict[str, Any], cited: Cited) -> None:
    """When, how often and how well: what cites the statement says it too."""
    lost = [
        statement
        for statement in row["statements"]
        if not any(word in str(cited[statement]) for word in row["kept_as"])
    ]
    assert row["statements"]
    assert lost == []


def test_a_result_is_an_outcome(cited: Cited) -> None:
    """A statement that names a result is cited by an outcome, a purpose or a qualification."""
    kinds = {"outcomes", "purpose", "qualifications"}
    assert len(WORDS["results"]) > 60
    assert without(cited, WORDS["results"], kinds) == []


def test_what_is_reported_is_handed_over(cited: Cited) -> None:
    """A statement that reports, submits or feeds back is cited by a hand-off or an escalation."""
    assert len(WORDS["handed_over"]) > 20
    assert without(cited, WORDS["handed_over"], {"handoffs", "escalations"}) == []


def test_who_assists_has_a_supporting_share(cited: Cited) -> None:
    """Helping another position, or taking part, is a supporting share."""
    lost = [
        statement
        for statement in WORDS["assists"]
        if not any(e.get("responsibility") == "supporting" for _, e in cited[statement])
    ]
    assert WORDS["assists"]
    assert lost == []


def test_whom_the_work_is_done_with_stands_beside_it(cited: Cited) -> None:
    """A counterpart that the statement names is the counterpart of a duty."""
    lost = [
        statement
        for statement in WORDS["with_somebody"]
        if not any(element.get("with") for _, element in cited[statement])
    ]
    assert WORDS["with_somebody"]
    assert lost == []
