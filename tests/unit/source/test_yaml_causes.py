"""What is right is never called a mistake; the sign that is wrong is found where it stands."""

from __future__ import annotations

import time

import pytest

from dealer_roles.source.yaml_causes import likely_cause
from dealer_roles.source.yaml_nodes import read_yaml

SECONDS = 3.0  # far from what is needed, and farther from what a quadratic look takes


@pytest.mark.parametrize(
    "line",
    [
        "name: {zh: 老板，经理, en: Boss}",
        "purpose: 目标：卖车；服务",
        "- task: sell-cars",
        "url: https://example.org/a",
        "note: a=b",
        "---",
    ],
)
def test_signs_inside_a_text_are_no_cause(line: str) -> None:
    assert likely_cause([line], 1) is None


def test_the_line_above_is_looked_at_where_the_parser_notices_late() -> None:
    cause = likely_cause(["kind: position", "id：boss", "", "reports_to: null"], 4)
    assert cause is not None
    assert cause[2:] == (2, 3)


@pytest.mark.parametrize(
    ("before", "ours", "theirs"),
    [
        ("a: 1\n", "b: 2\n", "b: 3\n"),
        ("a:\n- x: 1\n", "- y: 2\n", "- z: 3\n"),
        ("a:\n- {x: 1,\n", "   y: 2}\n", "   y: 3}\n"),
        ("a: text\n", "  more\n", "  other\n"),
        ("", "kind: x\n", "kind: y\n"),
    ],
)
def test_a_merge_that_git_left_open_is_named(before: str, ours: str, theirs: str) -> None:
    text = f"{before}<<<<<<< HEAD\n{ours}=======\n{theirs}>>>>>>> other\nc: 4\n"
    told = [problem.en for problem in read_yaml(text, 60)[1]]
    assert ["a mark of a merge" in words for words in told] == [True]


def test_a_place_beyond_the_text_is_survived() -> None:
    assert likely_cause([], 1) is None
    assert likely_cause(["a: b"], 9) is None


@pytest.mark.parametrize(
    "part", ["[", "[ #", "{", "a", "a: - ", "'a", ", a", "-(", ": *", "a ", "“", ";", "a：", "("]
)
@pytest.mark.parametrize("tail", ["", "\nb: {", "\n  - ]", ": {"])
def test_no_line_however_long_takes_long(part: str, tail: str) -> None:
    text = part * (400_000 // len(part)) + tail
    before = time.process_time()
    read_yaml(text, 60)
    assert time.process_time() - before < SECONDS
