"""The kinds of rule, each by what is special about it."""

from __future__ import annotations

import textwrap

import pytest

from dealer_roles.rules.kind import Kind
from dealer_roles.rules.kinds import KINDS
from dealer_roles.rules.language.view import View
from dealer_roles.rules.run import run_rules
from dealer_roles.values.text import Text
from tests.support.rules import found, mistakes, organization, rule, subjects

APART = "{separation: {groups: [{tasks: keep}, {tasks: count}]}}"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_example_of_a_kind_agrees_with_it(kind: Kind) -> None:
    body = textwrap.indent(kind.example, "  ")
    assert mistakes(f"kind: rules\nrules:\n-{body[1:]}") == ()


def test_a_desk_is_one_hand() -> None:
    one = rule("{what: holder}", APART)
    raw = "{positions: {a: [keep], b: [count]}, posts: {desk: {positions: [a, b]}}}"
    assert subjects(one, raw) == ["count,desk,keep"]
    assert subjects(one, "{positions: {a: [keep], b: [count]}}") == []


def test_what_a_position_breaks_alone_is_not_said_of_its_desk_again() -> None:
    raw = "{positions: {a: [keep, count], b: [sell]}, posts: {desk: {positions: [a, b]}}}"
    assert subjects(rule("{what: holder}", APART), raw) == ["a,count,keep"]


def test_declared_co_heads_are_one_hand_and_both_are_named() -> None:
    one = rule("{what: holder}", APART)
    raw = "{positions: {a: [keep], b: %s, c: [sell]}, departments: {d: {%s}}, posts: {p: {%s}}}"
    pair, desk = "heads: [a, b]", "positions: [b, c]"
    assert subjects(one, raw % ("[count]", pair, "positions: [c]")) == ["a,b,count,keep"]
    assert subjects(one, raw % ("[count]", pair, desk)) == ["a,count,keep,p"]
    assert subjects(one, raw % ("[count, keep]", pair, "positions: [c]")) == ["b,count,keep"]
    assert subjects(one, raw % ("[count]", "head: a", "positions: [c]")) == []


def test_a_deputy_standing_in_is_one_hand_and_both_are_named() -> None:
    one = rule("{what: holder}", APART)
    (finding,) = found(one, "{positions: {a: {deputy: b, duties: [keep]}, b: [count]}}")
    assert finding.subject == "a,b,count,keep"
    assert {w.message.en for w in finding.witnesses} == {
        "a is accountable for keep",
        "b is accountable for count",
    }
    view = View(organization("{positions: {a: {deputy: b, duties: [keep]}, b: [count]}}"))
    (hit,) = (hit for node in view.nodes("position") for hit in one.check.hits(view, node))
    assert hit.values["holder"] == Text("b代理a期间", "b, standing in for a,")


def test_what_a_position_or_its_deputy_breaks_alone_is_not_said_of_standing_in() -> None:
    one = rule("{what: holder}", APART)
    raw = "{positions: {a: {deputy: b, duties: [keep]}, b: [keep, count]}}"
    assert subjects(one, raw) == ["b,count,keep"]
    raw = "{positions: {a: {deputy: b, duties: [keep, count]}, b: [keep]}}"
    assert subjects(one, raw) == ["a,count,keep"]


def test_every_deputy_and_whoever_acts_is_one_hand_with_the_position_stood_in_for() -> None:
    one = rule("{what: holder}", APART)
    rest = "b: [keep], c: [count]}}"
    assert subjects(one, "{positions: {a: {deputy: [b, c], duties: [keep]}, " + rest) == [
        "a,c,count,keep"
    ]
    acting = "{positions: {a: {vacant: {since: 2020-01-01, acting: c}, duties: [keep]}, " + rest
    assert subjects(one, acting) == ["a,c,count,keep"]
    later = "{positions: {a: {vacant: {since: 2999-01-01, acting: c}, duties: [keep]}, " + rest
    assert subjects(one, later) == []


def test_a_rule_may_leave_deputies_out() -> None:
    one = rule(
        "{what: holder}",
        "{separation: {levels: [position], groups: [{tasks: keep}, {tasks: count}]}}",
    )
    assert subjects(one, "{positions: {a: {deputy: b, duties: [keep]}, b: [count]}}") == []


def test_only_a_desk_with_one_seat_is_a_person() -> None:
    one = rule(
        "{what: holder}",
        "{separation: {levels: [person], groups: [{tasks: keep}, {tasks: count}]}}",
    )
    raw = "{positions: {a: [keep], b: [count]}, posts: {d: {positions: [a, b], headcount: %d}}}"
    assert subjects(one, raw % 1) == ["count,d,keep"]
    assert subjects(one, raw % 2) == []


def test_scopes_that_do_not_meet_keep_tasks_apart() -> None:
    raw = (
        "{{positions: {{a: [{{task: keep, scope: {{area: parts}}}}, "
        "{{task: count, scope: {{area: {}}}}}]}}}}"
    )
    one = rule("{what: holder}", APART)
    assert subjects(one, raw.format("vehicles")) == []
    (finding,) = found(one, raw.format("[parts, vehicles]"))
    assert len(finding.witnesses) == 2


def test_shares_of_different_times_keep_tasks_apart() -> None:
    raw = "{positions: {a: [{task: keep, valid: {to: '2025-12-31'}}, count]}}"
    assert subjects(rule("{what: holder}", APART), raw) == []


def test_three_groups_must_meet_in_one_case() -> None:
    one = rule(
        "{what: holder}",
        "{separation: {most: 2, groups: [{tasks: keep}, {tasks: count}, {tasks: adjust}]}}",
    )
    raw = (
        "{{positions: {{a: [{{task: keep, scope: {{area: [x, y]}}}}, "
        "{{task: count, scope: {{area: [y, z]}}}}, {{task: adjust, scope: {{area: {}}}}}]}}}}"
    )
    assert subjects(one, raw.format("[x, z]")) == []
    assert subjects(one, raw.format("[y, z]")) == ["a,adjust,count,keep"]


def test_an_approver_by_hand_off_counts_only_where_the_rule_says_so() -> None:
    raw = """
    positions:
      a: {duties: [count], handoffs: [{task: count, to: b, approval: true}]}
      b: [keep]
    """
    also = APART.replace("groups", "shares: [accountable, approver], groups")
    assert subjects(rule("{what: holder}", APART), raw) == []
    assert subjects(rule("{what: holder}", also), raw) == ["b,count,keep"]


def test_supporting_does_not_count() -> None:
    raw = "{positions: {a: [keep, {task: count, responsibility: supporting}]}}"
    assert subjects(rule("{what: holder}", APART), raw) == []


def test_a_control_that_somebody_else_holds_makes_it_a_note() -> None:
    one = rule(
        "{what: holder}",
        "{separation: {mitigated_by: [approve], groups: [{tasks: keep}, {tasks: count}]}}",
    )
    (other,) = found(one, "{positions: {a: [keep, count], b: [approve]}}")
    (same,) = found(one, "{positions: {a: [keep, count, approve]}}")
    assert (other.severity, same.severity) == ("note", "error")
    assert "approve" in other.witnesses[-1].message.en


def test_the_severity_follows_the_threshold() -> None:
    one = rule(
        "{what: position}",
        "{count: {path: duty, at_most: 1}}",
        severity="[{at_least: 3, severity: error}, {at_least: 2, severity: warning}]",
    )
    raw = "{{positions: {{a: [{}]}}}}"
    assert [f.severity for f in found(one, raw.format("x, y"))] == ["warning"]
    assert [f.severity for f in found(one, raw.format("x, y, z"))] == ["error"]
    assert one.worst == "error"


def test_a_declared_an_inherited_and_a_divided_task_are_not_forgotten() -> None:
    one = rule("{what: task}", "{ownership: {at_least: 1}}")
    raw = """
    tasks: [{id: part, part_of: whole}, {id: half, part_of: divided}, spoken-of]
    coverage: complete
    positions: {a: [whole, half, {task: part, responsibility: supporting}]}
    unowned: [declared]
    """
    assert subjects(one, raw) == ["spoken-of"]


def test_a_step_that_may_be_skipped_does_not_come_before() -> None:
    one = rule("{what: process}", "{sequence: {before: check, after: give}}")
    (finding,) = found(one, "{processes: {p: [open, {task: check, optional: true}, give]}}")
    assert finding.subject == "p/give"
    assert len(finding.witnesses) == 3
    assert subjects(one, "{processes: {p: [open, check, give]}}") == []


def test_a_deadline_runs_through_the_calendar_and_takes_the_longest_way() -> None:
    one = rule("{what: process}", "{deadline: {from: log, to: close, within: 2 days}}")
    raw = """
    processes:
      p:
      - {task: log, within: 9 days, next: [short, long]}
      - {task: short, within: 1 hour, next: [close]}
      - {task: long, within: %s, next: [close]}
      - {task: close, within: 1 hour, next: [log]}
    """
    assert subjects(one, raw % "1 business day") == []
    assert subjects(one, raw % "2 business days") == ["p"]


def test_steps_for_different_cases_are_not_summed() -> None:
    one = rule("{what: ladder}", "{deadline: {within: 5 hours}}")
    raw = """
    scopes: {business: [sales, service]}
    positions: {a: {reports_to: null}, b: {reports_to: a}, c: {reports_to: a}}
    ladders:
      fire:
      - {position: b, for: {business: sales}, within: 3 hours}
      - {position: c, for: {business: service}, within: %s hours}
      - {position: a, within: 2 hours}
    """
    assert subjects(one, raw % "3") == []
    assert subjects(one, raw % "4") == ["fire"]


def test_a_ladder_of_a_desk_is_one_link_and_its_branches_are_followed() -> None:
    one = rule("{what: ladder}", "{chain: {acyclic: true, ends_in: [top], increasing: limit}}")
    raw = """
    posts: {desk: {positions: [a, b]}}
    positions:
      a: {reports_to: null}
      b: {reports_to: a}
      c:
        reports_to: b
        escalations:
        - {topic: fire, to: b, when: {zh: 急, en: urgent}}
        - {topic: fire, to: %s, when: {zh: 伤, en: hurt}}
      d: {}
    ladders: {fire: [{position: b, limit: 5}, {position: a, limit: 3}]}
    """
    assert subjects(one, raw % "a") == []
    assert subjects(one, raw % "d") == ["fire"]


def test_a_loop_names_the_positions_in_it() -> None:
    one = rule("{what: position}", "{chain: {path: escalates_to, acyclic: true}}")
    raw = """
    positions:
      a: {escalations: [{topic: x, to: b}]}
      b: {escalations: [{topic: x, to: a}]}
    """
    findings = found(one, raw)
    assert [f.subject for f in findings] == ["a", "b"]
    assert len(findings[0].witnesses) >= 3


def test_a_path_walks_edges_backwards_and_again() -> None:
    one = rule("{what: position}", "{count: {path: '^reports_to+', at_most: 1}}")
    raw = """
    positions: {a: {reports_to: null}, b: {reports_to: a}, c: {reports_to: b}}
    """
    (finding,) = found(one, raw)
    assert finding.subject == "a"
    assert len(finding.witnesses) == 3


def test_an_overlay_without_its_base_says_so() -> None:
    one = rule("{what: organization}", "{overlay: {base: group}}")
    assert subjects(one, "{positions: {a: [keep]}}") == ["base,example"]


def test_a_fingerprint_does_not_move_with_the_lines() -> None:
    one = rule("{what: holder}", APART)
    before = found(one, "positions: {a: [keep, count]}")
    after = found(one, "\n\n# a remark\npositions:\n  z: [sell]\n  a: [keep, count]\n")
    assert before[0].span != after[0].span
    assert before[0].fingerprint == after[0].fingerprint


def test_a_task_that_a_rule_names_and_nobody_knows_is_found() -> None:
    from dealer_roles.rules.run import run_rules
    from tests.support.rules import organization

    findings = run_rules(organization("{positions: {a: [keep]}}"), [rule("{what: holder}", APART)])
    assert [(f.code, f.subject) for f in findings] == [("rule-names-unknown-task", "tried,count")]


@pytest.mark.parametrize("written", [["2 hours", "8 hours"], ["8 hours", "2 hours"]])
def test_of_two_limits_on_one_duty_the_tighter_counts_whatever_their_order(
    written: list[str],
) -> None:
    one = rule("{what: organization}", "{overlay: {base: group}}")
    twice = [{"task": "pay", "within": within} for within in written]
    here = {"positions": {"anna": [{"task": "pay", "within": "4 hours"}]}}
    group = organization({"positions": {"anna": twice}})
    view = View(organization(here), lambda _: group)
    (node,) = one.selector.select(view)
    (hit,) = one.check.hits(view, node)
    assert "from 2 hours to 4 hours" in hit.values["fault"].en


TABLE = "authority: [{topic: t, task: decide, steps: [{position: a, up_to: 9}, {position: b}]}]"
AMOUNTS = "{limits: {amounts: true}}"


@pytest.mark.parametrize(
    ("limit", "table", "expected"),
    [
        ("9", f", {TABLE}", []),
        ("8", f", {TABLE}", ["a/decide"]),
        ("9", "", ["a/decide"]),
    ],
)
def test_the_amount_of_a_duty_is_the_tables(limit: str, table: str, expected: list[str]) -> None:
    raw = f"{{positions: {{a: [{{task: decide, limit: {limit}}}], b: [decide]}}{table}}}"
    assert subjects(rule("{what: duty}", AMOUNTS), raw) == expected


def test_the_amount_of_a_duty_is_its_own_step_also_where_its_post_decides_more() -> None:
    posts = "posts: {desk: {positions: [a, b]}}"
    raw = f"{{positions: {{a: [{{task: decide, limit: 9}}], b: [decide]}}, {TABLE}, {posts}}}"
    assert subjects(rule("{what: duty}", AMOUNTS), raw) == []


def test_a_decision_is_handed_to_somebody_in_the_table() -> None:
    one = rule("{what: handoff}", AMOUNTS)
    for to, expected in (("a", []), ("c", ["d-1"])):
        handoff = f"{{task: ask, then: decide, to: {to}}}"
        people = f"a: [decide], b: [decide], c: [ask], d: {{handoffs: [{handoff}]}}"
        assert subjects(one, f"{{positions: {{{people}}}, {TABLE}}}") == expected


@pytest.mark.parametrize(
    "check", ["{limits: {}}", "{limits: {agree: true, amounts: true}}", AMOUNTS]
)
def test_limits_compare_either_times_of_steps_or_amounts(check: str) -> None:
    text = f"""\
kind: rules
rules:
- id: tried
  name: {{zh: 试, en: Tried}}
  why: {{zh: 试, en: tried}}
  severity: error
  for: {{what: step}}
  check: {check}
  message: {{zh: x, en: x}}
  fix: {{zh: x, en: x}}
  examples: {{ok: [{{about: none}}], bad: [{{about: none}}]}}
"""
    assert "rule-parameter" in {finding.code for finding in mistakes(text)}


def test_an_overlay_may_not_raise_what_the_table_of_its_base_allows() -> None:
    one = rule("{what: organization}", "{overlay: {base: group}}")
    table = "positions: {a: {}, b: {}}, authority: [{topic: t, steps: [%s, {position: b}]}]"
    base = organization(f"{{{table % '{position: a, up_to: 9}'}}}")
    for step, expected in (
        ("{position: a, up_to: 8}", 0),
        ("{position: a, up_to: 9}", 0),
        ("{position: a, up_to: 10}", 1),
        ("{position: a}", 1),
    ):
        ours = organization(f"{{{table % step}}}")
        assert len(run_rules(ours, [one], lambda _: base)) == expected


WEEK = "{workload: {hours_a_week: 40}}"
KNOWN = "{workload: {hours_a_week: 40, known: true}}"


def _keeper(times: str, headcount: str = "headcount: 1, ") -> str:
    duty = f"{{task: keep, responsibility: accountable, {times}}}"
    return f"{{positions: {{keeper: {{{headcount}duties: [{duty}]}}}}}}"


def test_hours_of_regular_work_are_those_of_each_person_in_a_week() -> None:
    one = rule("{what: holder}", WEEK)
    assert subjects(one, _keeper("cadence: [daily], effort: 8 hours")) == []
    (finding,) = found(one, _keeper("cadence: [daily, weekly], effort: 8 hours"))
    assert [w.message.en for w in finding.witnesses][1:] == ["keep daily weekly 8 hours"]
    assert (
        subjects(one, _keeper("cadence: [daily, weekly], effort: 8 hours", "headcount: 2, ")) == []
    )


def test_work_that_nobody_timed_is_found_where_all_must_be_known() -> None:
    for times, headcount in (
        ("cadence: [daily]", "headcount: 1, "),
        ("effort: 8 hours", "headcount: 1, "),
        ("cadence: [daily], effort: 8 hours", ""),
    ):
        assert subjects(rule("{what: holder}", WEEK), _keeper(times, headcount)) == []
        assert subjects(rule("{what: holder}", KNOWN), _keeper(times, headcount)) == ["keeper"]


def test_the_positions_of_one_desk_share_a_week() -> None:
    half = "duties: [{task: %s, responsibility: accountable, cadence: [daily], effort: 5 hours}]"
    raw = "{positions: {a: {%s}, b: {%s}}, posts: {desk: {positions: [a, b], headcount: 1}}}"
    assert subjects(rule("{what: holder}", WEEK), raw % (half % "keep", half % "count")) == ["desk"]
