"""Messages, plug-ins, shapes and the reference page of the rule language."""

from __future__ import annotations

import dataclasses
import datetime as dt
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path
from typing import Any

import pytest
from scripts.rule_page import rule_kinds_page

from dealer_roles.facade import load
from dealer_roles.model.accept import DoesNotFit, accept
from dealer_roles.model.declare import keys_of
from dealer_roles.model.refusals import misfits
from dealer_roles.rules.file_forms import ExampleForm, RulesFile, SelectorForm
from dealer_roles.rules.kinds import KINDS
from dealer_roles.rules.kinds.count import KIND as COUNT
from dealer_roles.rules.language.conditions import Compare
from dealer_roles.rules.language.fields import FIELDS
from dealer_roles.rules.language.path_parser import parse_path
from dealer_roles.rules.language.paths import OneOrMore, walk
from dealer_roles.rules.language.selection import SELECTABLE
from dealer_roles.rules.language.view import View
from dealer_roles.rules.messages import fields_of, fill, without_fields
from dealer_roles.rules.plugins import plugin_kinds
from dealer_roles.values.duration import TimeLimit
from dealer_roles.values.errors import InvalidSettings
from dealer_roles.values.money import Money
from dealer_roles.values.text import Text
from tests.support.rules import ON, organization, placed, rule, subjects
from tests.unit.rules.test_mistakes import GOOD

ROOT = Path(__file__).parents[3]


def test_a_message_fills_named_fields_once_and_nothing_else() -> None:
    values = {"who": Text("{id}", "{id}"), "id": Text("x", "x")}
    template = Text("{{{who}}} {id}", "{who} {unknown}")
    assert fill(template, values) == Text("{{id}} x", "{id} {unknown}")
    assert fields_of("{a} {{b}} {c.d} }") == ("a", "{", "}", "}")
    assert without_fields(Text("甲{who}", "by {who}")) == Text("甲…", "by …")


def test_a_path_ends_on_a_loop() -> None:
    raw = """
    positions:
      a: {escalations: [{topic: x, to: b}]}
      b: {escalations: [{topic: x, to: a}]}
    """
    view = View(organization(raw))
    path, kinds = parse_path("escalates_to+", ["position"])
    assert isinstance(path, OneOrMore)
    assert kinds == {"position", "post", "party"}
    start = view.node("position", "a")
    assert start is not None
    found = walk(view, path, start)
    assert {node.id for node in found} == {"a", "b"}
    assert [node.id for node in found[start].nodes()] == ["a", "b", "a"]


def test_whatever_a_thing_states_in_plain_values_can_be_asked_of_it() -> None:
    """A key is declared once: nothing names it again to make it selectable."""
    view = View(load(str(ROOT / "tests/data/complete-store")).on(ON))
    silent, asked = set(), 0
    kinds = [kind for kind in FIELDS if kind != "ladder"]  # whose value is its topic
    for node in (node for kind in kinds for node in view.nodes(kind)):
        if kind_of := _stated_plainly(node.value):
            answers = [get(view, node) for get in FIELDS[node.kind].values()]
            asked += len(kind_of)
            silent |= {f"{node.kind}.{key}" for key, raw in kind_of.items() if raw not in answers}
    assert asked > 100
    first_alone, yes_or_no = {"department", "deputy"}, {"own_work", "skip"}
    assert {name.partition(".")[2] for name in silent} <= first_alone | yes_or_no


def _stated_plainly(value: object) -> dict[str, object]:
    """Return what a thing states, by key: what can be compared with a word or a number."""
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return {}
    keys = keys_of(type(value))
    stated = {
        name: getattr(value, key.attribute)
        for name, key in keys.items()
        if name not in ("kind", "id")
    }
    return {name: raw for name, raw in stated.items() if raw and _is_plain(raw)}


def _is_plain(raw: object) -> bool:
    if type(raw) is tuple:
        return all(isinstance(item, str) for item in raw)
    return isinstance(raw, str | float | int | Text | TimeLimit | Money)


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("{path: reports_to, op: exists}", ["b", "c"]),
        ("{path: reports_to, op: exists, value: false}", ["a"]),
        ("{path: duty/task, op: eq, value: keep}", ["b"]),
        ("{field: headcount, op: gt, value: 2}", ["c"]),
        ("{path: '^reports_to', op: gt, value: 1}", ["a"]),
        ("{path: duty, field: within, op: lt, value: 3}", ["b"]),
        ("{not: {path: reports_to, op: in, value: [a, z]}}", ["a"]),
        ("{all: [{path: reports_to, op: exists}, {field: headcount, op: lt, value: 9}]}", ["c"]),
        (
            "{any: [{field: headcount, op: eq, value: 3}, {field: id, op: eq, value: a}]}",
            ["a", "c"],
        ),
    ],
)
def test_a_condition_says_of_whom_a_rule_speaks(when: str, expected: list[str]) -> None:
    one = rule(
        "{what: position}", "{exists: {path: department, absent: true}}", f"  when: {when}\n"
    )
    raw = """
    positions:
      a: {reports_to: null}
      b: {reports_to: a, duties: [{task: keep, within: 2 hours}]}
      c: {reports_to: a, headcount: 3}
    """
    assert [s.partition(",")[0] for s in subjects(one, raw)] == expected
    assert one.when is not None
    assert not isinstance(one.when, Compare) or one.when.op in ("exists", "eq", "in", "lt", "gt")


@pytest.mark.parametrize(
    ("selector", "expected"),
    [
        ("{what: task, id: 'keep-*'}", ["keep-parts"]),
        ("{what: task, tag: cash}", ["pay"]),
        ("{what: duty, where: {responsibility: supporting}}", ["b/pay"]),
        ("{what: duty, tag: [cash, other], where: {holder: a}}", ["a/pay"]),
        ("{what: department, id: shop}", ["shop"]),
    ],
)
def test_a_selector_picks_by_id_tag_and_field(selector: str, expected: list[str]) -> None:
    one = rule(selector, "{exists: {field: id, absent: true}}")
    raw = """
    tasks: [{id: pay, tags: [cash]}]
    positions: {a: [keep-parts, pay], b: [{task: pay, responsibility: supporting}]}
    """
    assert subjects(one, raw) == expected


def test_a_plug_in_is_loaded_only_if_the_settings_name_it(monkeypatch: pytest.MonkeyPatch) -> None:
    point = EntryPoint("mine", "dealer_roles.rules.kinds.count:KIND", "dealer_roles.rule_kinds")
    wrong = EntryPoint("wrong", "dealer_roles.rules.kind:Kind", "dealer_roles.rule_kinds")
    asked: list[str] = []

    def installed(*, group: str) -> EntryPoints:
        asked.append(group)
        return EntryPoints([point, wrong])

    monkeypatch.setattr("importlib.metadata.entry_points", installed)
    assert list(plugin_kinds(())) == []
    assert asked == []
    assert list(plugin_kinds(["mine"])) == [COUNT]
    with pytest.raises(InvalidSettings, match="'absent' is not installed"):
        list(plugin_kinds(["absent"]))
    with pytest.raises(InvalidSettings, match="'wrong' is not a kind"):
        list(plugin_kinds(["wrong"]))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("severity: error", "severity: []"),
        ("severity: error", "severity: grave"),
        ("severity: error", "severity: [{at_least: 1, severity: error}]"),
        ("{count: {path: duty, at_least: 1}}", "{}"),
        ("{count: {path: duty, at_least: 1}}", "{mine: {x: 1}}"),
        ("{count: {path: duty, at_least: 1}}", "{span: {at_most: 1}, exists: {path: duty}}"),
        ("{count: {path: duty, at_least: 1}}", "{count: {at_least: true}}"),
        ("{what: position}", "{what: position, where: {headcount: [1, true, x]}}"),
        ("{what: position}", "{what: position, where: {headcount: {}}}"),
        ("  check", "  when: {not: {all: [{op: eq, field: id, value: 1.5}]}}\n  check"),
        ("  check", "  when: {not: null}\n  check"),
    ],
)
def test_shape_and_schema_agree_on_a_rule(old: str, new: str) -> None:
    from dealer_roles.source.yaml_nodes import read_yaml

    ((data, _),), problems = read_yaml(GOOD.replace(old, new, 1), 50)
    assert not problems
    assert bool(misfits("rules", data)) == _refused(data)


def _refused(data: Any) -> bool:
    try:
        accept(RulesFile, placed(data), "rules.yaml")
    except DoesNotFit:
        return True
    return False


def test_the_reference_page_is_current_and_names_every_kind() -> None:
    page = rule_kinds_page()
    assert (ROOT / "docs" / "reference" / "rule-kinds.md").read_text("utf-8") == page
    for kind in KINDS:
        assert f"### {kind.name}\n" in page
        assert kind.example


def test_the_reference_names_whatever_a_selector_picks_and_an_example_holds() -> None:
    """Nothing of the language is listed a second time by hand, where it would be forgotten."""
    page = rule_kinds_page()
    selectors = page.partition("## Selectors")[2].partition("\n## ")[0]
    assert [what for what in SELECTABLE if f"`{what}`" not in selectors] == []
    examples = page.partition("## Examples")[2].partition("\n## ")[0]
    assert [key for key in keys_of(ExampleForm) if f"`{key}`" not in examples] == []
    said = keys_of(SelectorForm)["what"]
    assert [what for what in SELECTABLE if what not in said.en or what not in said.zh] == []


def test_a_rule_runs_on_the_day_it_is_asked_about() -> None:
    one = rule("{what: position}", "{count: {path: duty, at_least: 1}}")
    raw = "{positions: {a: [{task: keep, valid: {from: '2026-06-01'}}]}}"
    assert subjects(one, raw, dt.date(2026, 5, 31)) == ["a"]
    assert subjects(one, raw, dt.date(2026, 6, 1)) == []
