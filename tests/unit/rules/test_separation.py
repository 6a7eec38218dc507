"""``separation``: who is one hand, in which case the groups meet, and what the finding says."""

from __future__ import annotations

import pytest

from dealer_roles.rules.run import run_rules
from dealer_roles.values.text import Text
from tests.support.rules import HEAD, TAIL, found, mistakes, organization, rule, subjects

GROUPS = "groups: [{tasks: keep}, {tasks: count}]"
APART = f"{{separation: {{{GROUPS}}}}}"
SAID = TAIL.replace('"{subject}"', '"{holder}|{tasks}|{count}|{most}|{scope}"')


def _asked(raw: str, more: str = "") -> list[str]:
    return subjects(rule("{what: holder}", f"{{separation: {{{more}{GROUPS}}}}}"), raw)


def test_one_who_holds_both_is_told_of_alone_however_idle_the_deputy_is() -> None:
    assert _asked("{positions: {a: {deputy: b, duties: [keep, count]}, b: []}}") == ["a,count,keep"]
    assert _asked("{positions: {a: {deputy: b}, b: [keep, count]}}") == ["b,count,keep"]


def test_three_co_heads_are_told_of_once() -> None:
    raw = "{positions: {a: [keep], b: [count], c: [sell]}, departments: {d: {heads: [a, b, c]}}}"
    assert _asked(raw) == ["a,b,c,count,keep"]


def test_co_heads_are_one_hand_only_where_desks_are() -> None:
    raw = "{positions: {a: [keep], b: [count]}, departments: {d: {heads: [a, b]}}}"
    assert _asked(raw, "levels: [position, deputy], ") == []
    assert _asked(raw, "levels: [post], ") == ["a,b,count,keep"]


def test_what_the_desk_of_one_head_breaks_is_not_said_of_the_heads_again() -> None:
    raw = """
    positions: {a: [keep], b: [sell], c: [count]}
    departments: {d: {heads: [b, a]}}
    posts: {desk: {positions: [a, c]}}
    """
    assert _asked(raw) == ["count,desk,keep"]


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ("position", ["a,count,keep"]),
        ("person", ["a,count,keep"]),
        ("post", []),
        ("deputy", []),
    ],
)
def test_a_position_is_a_hand_where_positions_or_people_are(
    levels: str, expected: list[str]
) -> None:
    raw = "{positions: {a: [keep, count], b: []}}"
    assert _asked(raw, f"levels: [{levels}], ") == expected


def test_a_desk_is_told_of_where_positions_are_no_hands() -> None:
    raw = "{positions: {a: [keep, count], b: [sell]}, posts: {desk: {positions: [a, b]}}}"
    assert _asked(raw, "levels: [post], ") == ["count,desk,keep"]


def test_what_a_desk_holds_jointly_and_a_position_of_it_are_one_hand() -> None:
    raw = "{positions: {a: [keep], b: []}, posts: {desk: {positions: [a, b], duties: [count]}}}"
    assert _asked(raw) == ["count,desk,keep"]


KEEPS_PARTS = "{task: keep, scope: {area: parts}}"
HELPS = "{task: keep, responsibility: supporting}, {task: count, responsibility: supporting}"


@pytest.mark.parametrize(
    ("duties", "whole", "expected"),
    [
        # Nobody keeps: whoever owns the stock does, as the question of owners says.
        (f"a: [stock, count], b: [{HELPS}]", "all", ["a,count,keep"]),
        (f"a: [stock], b: [count, {HELPS}]", "all", []),
        # Who owns the whole of both does both.
        (f"a: [stock], b: [{HELPS}]", "stock", ["a,count,keep"]),
        # What somebody owns is not the whole's any more, case by case.
        (f"a: [stock, count], b: [keep, {HELPS}]", "all", []),
        (
            f"a: [stock, {{task: count, scope: {{area: parts}}}}], b: [{KEEPS_PARTS}]",
            "all",
            [],
        ),
        (
            f"a: [stock, {{task: count, scope: {{area: cars}}}}], b: [{KEEPS_PARTS}]",
            "all",
            ["a,count,keep"],
        ),
        # A part that this organization does not do is nobody's.
        ("a: [stock, count], b: []", "all", []),
    ],
)
def test_a_part_that_nobody_owns_is_in_the_hand_of_the_owner_of_the_whole(
    duties: str, whole: str, expected: list[str]
) -> None:
    tasks = f"[stock, all, {{id: keep, part_of: stock}}, {{id: count, part_of: {whole}}}]"
    scopes = "{area: [parts, cars]}"
    raw = f"{{positions: {{{duties}}}, tasks: {tasks}, scopes: {scopes}}}"
    assert _asked(raw) == expected


def test_a_share_beyond_the_groups_neither_counts_nor_is_named() -> None:
    assert _asked("{positions: {a: [keep, sell, repair]}}") == []
    assert _asked("{positions: {a: [keep, count, sell]}}") == ["a,count,keep"]


def test_own_work_that_is_never_touched_counts_unless_the_rule_is_of_cases() -> None:
    raw = "{positions: {a: [keep, {task: count, own_work: never}]}}"
    assert _asked(raw) == ["a,count,keep"]
    assert _asked(raw, "at: case, ") == []
    assert _asked("{positions: {a: [keep, count]}}", "at: case, ") == ["a,count,keep"]


@pytest.mark.parametrize(
    "raw",
    [
        "{positions: {a: [keep, count, approve]}}",
        "{positions: {a: [keep], b: [count, approve]}, posts: {desk: {positions: [a, b]}}}",
        "{positions: {a: [keep], b: [count, approve]}, departments: {d: {heads: [a, b]}}}",
        "{positions: {a: {deputy: b, duties: [keep]}, b: [count, approve]}}",
        "{positions: {a: [keep, count]}}",
    ],
)
def test_a_control_in_the_same_hand_or_in_none_mitigates_nothing(raw: str) -> None:
    one = rule("{what: holder}", f"{{separation: {{mitigated_by: [approve], {GROUPS}}}}}")
    assert [f.severity for f in found(one, raw)] == ["error"]


def test_each_control_of_somebody_else_is_told_once() -> None:
    one = rule("{what: holder}", f"{{separation: {{mitigated_by: [approve, audit], {GROUPS}}}}}")
    raw = """
    scopes: {area: [x, y]}
    positions:
      a: [keep, count]
      b: [approve, {task: approve, responsibility: consulted, scope: {area: x}}]
      c: [audit]
    """
    (finding,) = found(one, raw)
    assert finding.severity == "note"
    assert [w.message.en for w in finding.witnesses] == [
        "a is accountable for count",
        "a is accountable for keep",
        "b is accountable for approve",
        "c is accountable for audit",
    ]


def test_a_desk_stands_among_the_witnesses_a_position_does_not() -> None:
    raw = "{positions: {a: [keep], b: [count]}, posts: {desk: {positions: [a, b]}}}"
    (finding,) = found(rule("{what: holder}", APART), raw)
    assert [w.message.en for w in finding.witnesses] == [
        "b is accountable for count",
        "a is accountable for keep",
        "post desk",
    ]
    (finding,) = found(rule("{what: holder}", APART), "{positions: {a: [keep, count]}}")
    assert len(finding.witnesses) == 2


MOST = "{separation: {most: %d, groups: [{tasks: keep}, {tasks: count}, {tasks: sell}]}}"
CASES = """
scopes: {area: [x, y, z]}
positions:
  a:
  - {task: keep, scope: {area: [x, y]}}
  - {task: count, scope: {area: [y, z]}}
  - {task: sell, scope: {area: [y]}}
"""


def test_the_case_in_which_most_groups_meet_is_told() -> None:
    (finding,) = found(rule("{what: holder}", MOST % 1, tail=SAID), CASES)
    assert finding.message.en == "a|count, keep, sell|3|1|area=y"
    assert finding.message.zh == "a|count、keep、sell|3|1|area=y"
    assert finding.subject == "a,count,keep,sell"
    assert found(rule("{what: holder}", MOST % 2, tail=SAID), CASES)[0].message.en.endswith(
        "|3|2|area=y"
    )


@pytest.mark.parametrize("most_in", ["x", "y", "z"])
def test_of_several_cases_that_of_most_groups_is_told(most_in: str) -> None:
    raw = f"""
    scopes: {{area: [x, y, z]}}
    positions:
      a: [keep, count, {{task: sell, scope: {{area: {most_in}}}}}]
    """
    (finding,) = found(rule("{what: holder}", MOST % 1, tail=SAID), raw)
    assert finding.message.en == f"a|count, keep, sell|3|1|area={most_in}"


def test_shares_for_everything_meet_in_every_case() -> None:
    (finding,) = found(rule("{what: holder}", APART, tail=SAID), "{positions: {a: [keep, count]}}")
    assert finding.message.en == "a|count, keep|2|1|*"


def test_several_in_one_hand_are_named_together() -> None:
    one = rule("{what: holder}", APART, tail=SAID)
    heads = "{positions: {a: [keep], b: [count]}, departments: {d: {heads: [a, b]}}}"
    (finding,) = found(one, heads)
    assert finding.message.en.startswith("a, b|")
    assert finding.message.zh.startswith("a、b|")


def test_the_finding_points_at_the_first_share_or_at_who_is_stood_in_for() -> None:
    raw = "positions:\n  a:\n    deputy: b\n    duties: [%s]\n  b: [count]\n"
    (finding,) = found(rule("{what: holder}", APART), raw % "keep")
    assert finding.span.line == 3
    (finding,) = found(rule("{what: holder}", APART), raw % "keep, {task: count}")
    assert finding.span.line == 4


CHECK = """\
  severity: error
  for: {what: holder}
  check: {separation: {most: MOST, groups: [{tasks: keep}, GROUP]}}
"""
EXAMPLES = """\
  examples: {ok: [{positions: {a: [keep]}}], bad: [{positions: {a: [keep, count]}}]}
"""
WRITTEN = HEAD + CHECK + TAIL + EXAMPLES
ALL_HELD = Text("一人可持有全部各组，规则永不生效", "one hand may hold all the groups")
NO_TASKS = Text("这一组没有写明任务", "this group names no tasks")


@pytest.mark.parametrize(
    ("most", "group", "told"),
    [
        (1, "{tasks: count}", []),
        (2, "{tasks: count}", [(ALL_HELD, 30, "most 须小于组数")]),
        (1, "{}", [(NO_TASKS, 57, "写明 tasks 或 tags，或两者都写")]),
        (
            3,
            "{}",
            [
                (ALL_HELD, 30, "most 须小于组数"),
                (NO_TASKS, 57, "写明 tasks 或 tags，或两者都写"),
            ],
        ),
    ],
)
def test_a_group_of_nothing_and_too_many_allowed_are_told_together_where_they_stand(
    most: int, group: str, told: list[tuple[Text, int, str]]
) -> None:
    findings = mistakes(WRITTEN.replace("MOST", str(most)).replace("GROUP", group))
    assert [(f.message, f.span.column, f.fix.zh) for f in findings] == told
    assert {f.code for f in findings} <= {"rule-parameter"}


def test_a_control_that_nobody_knows_is_told() -> None:
    one = rule("{what: holder}", f"{{separation: {{mitigated_by: [aprove], {GROUPS}}}}}")
    told = run_rules(organization("{positions: {a: [keep, count], b: [approve]}}"), [one])
    assert any("aprove" in f.message.en and "approve" in f.fix.en for f in told)
