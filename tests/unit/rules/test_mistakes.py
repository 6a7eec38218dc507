"""A mistake in a rule is a finding in the rule's own file, at its line and column."""

from __future__ import annotations

import pytest

from tests.support.rules import HEAD, TAIL, mistakes

CHECK = """\
  severity: error
  for: {what: position}
  check: {count: {path: duty, at_least: 1}}
"""
EXAMPLES = """\
  examples:
    ok:
    - positions: {a: [keep]}
    bad:
    - positions: {a: {reports_to: null}}
"""
GOOD = HEAD + CHECK + TAIL + EXAMPLES


def test_a_sound_rule_has_no_finding() -> None:
    assert mistakes(GOOD) == ()


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "column", "words"),
    [
        ("what: position", "what: positon", "rule-selector", 7, 15, "did you mean position"),
        ("{count: {", "{cont: {", "rule-kind", 8, 11, "did you mean count"),
        ("path: duty", "path: dooty", "rule-path", 8, 25, "did you mean duty"),
        ("path: duty", "path: head", "rule-path", 8, 25, "edges from here"),
        ("path: duty", "path: duty/", "rule-path", 8, 25, "the forms are"),
        ("path: duty", "path: 'duty[tsak=x]'", "rule-path", 8, 25, "known fields"),
        ("path: duty", "path: (duty", "rule-path", 8, 25, "the forms are"),
        ("path: duty", "path: duty+", "rule-path", 8, 25, "edges from here"),
        ("at_least: 1", "at_least: 3, at_most: 2", "rule-parameter", 8, 41, "swap"),
        (", at_least: 1", "", "rule-parameter", 8, 18, ""),
        ("at_least: 1", "atleast: 1", "schema", 8, 31, "did you mean at_least"),
        (
            "{count: {path: duty, at_least: 1}}",
            "{gaps: {kinds: [task-unowned]}}",
            "rule-parameter",
            8,
            17,
            "",
        ),
        ('en: "{subject}"', 'en: "{subjct}"', "rule-field", 9, 34, "did you mean {subject}"),
        ('en: "{subject}"', 'en: "{subject.id}"', "rule-field", 9, 34, "brace twice"),
        ("what: position}", "what: position, tag: cash}", "rule-selector", 7, 30, "use with"),
        (
            "what: position}",
            "what: position, where: {hedcount: 1}}",
            "rule-field",
            7,
            33,
            "did you",
        ),
        ("  check", "  when: {op: exists}\n  check", "rule-condition", 8, 9, ""),
        ("  check", "  when: {all: [], any: []}\n  check", "schema", 8, 15, ""),
        ("  check", "  when: {path: duty, op: lt, value: x}\n  check", "rule-condition", 8, 37, ""),
        ("a: [keep]", "a: {}", "rule-example", 13, 7, "until they agree"),
        ("{reports_to: null}", "[keep]", "rule-example", 15, 7, "until they agree"),
        ("{reports_to: null}", "{reports_to: nobody}", "rule-example", 15, 7, "until they"),
        ("{reports_to: null}", "{duties: [{tsak: x}]}", "rule-example", 15, 7, "until they"),
    ],
)
def test_a_mistake_is_found_where_it_stands(
    old: str, new: str, code: str, line: int, column: int, words: str
) -> None:
    assert old in GOOD
    finding = mistakes(GOOD.replace(old, new, 1))[0]
    assert (finding.code, finding.span.line, finding.span.column) == (code, line, column)
    assert words in finding.fix.en
    assert finding.message.zh
    assert finding.message.en


def test_an_id_used_twice_is_found_at_the_second() -> None:
    finding = mistakes(GOOD + GOOD.split("rules:\n", 1)[1])[0]
    assert (finding.code, finding.span.line) == ("duplicate-id", 16)
    assert finding.witnesses[0].span.line == 3


@pytest.mark.parametrize(("old", "new"), [("a: [keep]", "a: {}"), ("a: [keep]", "a: {x: 1}")])
def test_an_example_with_which_the_rule_disagrees_says_what_it_shows(old: str, new: str) -> None:
    text = GOOD.replace(old, new, 1).replace("positions: ", "about: one duty\n      positions: ", 1)
    finding = mistakes(text)[0]
    assert (finding.code, "one duty" in finding.message.en) == ("rule-example", True)
    assert "one duty" in finding.message.zh


def test_a_good_example_that_counts_findings_is_refused() -> None:
    text = GOOD.replace("positions: {a: [keep]", "times: 1\n      positions: {a: [keep]", 1)
    assert text != GOOD
    assert "should find 1" in mistakes(text)[0].message.en
