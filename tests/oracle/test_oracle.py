"""Both engines find the same subjects in organizations drawn at random."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given

from dealer_roles.organization.standing import owners_in
from dealer_roles.rules.kinds import KINDS
from dealer_roles.rules.language.view import View
from dealer_roles.rules.rule import Rule
from tests.laws.strategies import Documents, organizations
from tests.oracle.encodings import CASES
from tests.oracle.facts import WITH_RULES, holds, listed, solve
from tests.support.examples import USUAL, enough_drawn, examples
from tests.support.rules import built, rule
from tests.support.tiny import entry

pytestmark = pytest.mark.hypothesis  # its properties stand inside of tests


def holders_of(documents: Documents) -> list[dict[str, Any]]:
    """Return the positions and posts that hold something."""
    positions = [d for d in documents.values() if d["kind"] == "position"]
    return [*positions, *documents["organization"].get("posts", ())]


def selected(one: Rule, documents: Documents) -> set[str]:
    """Return the ids of the things in which the rule finds something; duties without suffix."""
    view = View(built(documents))
    hit = (
        node
        for node in one.selector.select(view)
        if (one.when is None or one.when.holds(view, node))
        and any(True for _ in one.check.hits(view, node))
    )
    return {re.split(r"[\[#]", n.id)[0] if n.kind == "duty" else n.id for n in hit}


@pytest.mark.parametrize("name", sorted(CASES))
def test_the_engine_and_the_encoding_find_the_same(name: str) -> None:
    case = CASES[name]
    one = rule(case.what, case.check)
    seen = {"something": 0, "nothing": 0}

    @examples(case.draws)
    @given(organizations(WITH_RULES))
    def agree(documents: Documents) -> None:
        found = selected(one, documents)
        seen["something" if found else "nothing"] += 1
        assert found == solve(documents, case.program)

    agree()
    assert seen["something"] > 0 or not enough_drawn(), (
        "none of the drawn organizations breaks the rule"
    )


def test_every_kind_has_an_encoding() -> None:
    # Two organizations, amounts, sums, the authority table, whom a duty supports, what stands
    # twice: in cases.
    elsewhere = {"overlay", "limits", "workload", "decisions", "support", "repeats"}
    tried = {name.partition("-")[0] for name in CASES} | elsewhere
    assert {kind.name for kind in KINDS} <= tried


def test_the_nightly_recipe_draws_a_hundred_thousand_organizations() -> None:
    """2,000 examples, as ``make engines`` has it, where a case draws 40 by default."""
    drawn = sum(case.draws for case in CASES.values())
    assert drawn * 2000 / USUAL > 75_000, "the laws of ownership and escalation draw the others"


def test_a_control_is_a_separation_of_its_two_tasks() -> None:
    """What an encoding says of separations it says of controls, too."""
    control = rule("{what: holder}", "{control: {how: [count]}}")
    apart = rule("{what: holder}", "{separation: {groups: [{tasks: t0}, {tasks: t1}]}}")
    declared = [entry(f"t{n}") for n in range(4)]
    declared[0]["controls"] = [{"task": "t1", "how": "count"}]
    seen = {"something": 0, "nothing": 0}

    @examples(200)
    @given(organizations(WITH_RULES))
    def agree(documents: Documents) -> None:
        catalogue = {**documents["catalogue/tasks"], "tasks": declared}
        found = selected(control, {**documents, "catalogue/tasks": catalogue})
        seen["something" if found else "nothing"] += 1
        assert found == selected(apart, documents)

    agree()
    assert min(seen.values()) > 0 or not enough_drawn()


def _bounds(documents: Documents, name: str) -> str:
    """Return the limits of duties in force, and which hand-offs need approval, as facts."""
    lines = []
    shortest: dict[str, int] = {}
    for holder in holders_of(documents):
        for item in filter(holds, holder.get("duties", ())):
            areas = listed(item.get("scope", {}).get("area"))
            key = f"{holder['id']}/{item['task']}/{areas}".replace('"', "'")
            hours = int(item["within"].split()[0]) if "within" in item else 99
            shortest[key] = min(hours, shortest.get(key, 99))
        lines += [
            f'{name}_handoff("{item["id"]}",{int("approval" in item)}).'
            for item in holder.get("handoffs", ())
        ]
    for n, step in enumerate(documents["organization"].get("ladders", {}).get("trouble", ())):
        lines.append(f"{name}_rung({n},{step.get('limit', {}).get('amount', -1)}).")
    lines += [f'{name}("{key}",{hours}).' for key, hours in shortest.items()]
    return "\n".join(lines)


OVERLAY = """
bad("tiny") :- base(K,B), mine(K,M), M > B.
bad("tiny") :- base_handoff(H,1), mine_handoff(H,0).
bad("tiny") :- base_rung(N,B), mine_rung(N,M), B >= 0, M > B.
bad("tiny") :- base_rung(N,B), mine_rung(N,-1), B >= 0.
#defined base/2. #defined mine/2. #defined base_handoff/2. #defined mine_handoff/2.
#defined base_rung/2. #defined mine_rung/2.
"""


def test_an_overlay_is_judged_as_its_encoding_does() -> None:
    one = rule("{what: organization}", "{overlay: {base: group}}")
    seen: set[bool] = set()

    @examples(40)
    @given(organizations(WITH_RULES), organizations(WITH_RULES))
    def agree(mine: Documents, base: Documents) -> None:
        other = built(base)
        view = View(built(mine), lambda _: other)
        found = {
            n.id for n in one.selector.select(view) if any(True for _ in one.check.hits(view, n))
        }
        seen.add(bool(found))
        facts = _bounds(mine, "mine") + _bounds(base, "base")
        assert found == solve(mine, facts + OVERLAY)

    agree()
    assert seen == {True, False} or not enough_drawn()


def _disagreeing(documents: Documents, view: View) -> set[str]:
    """Return the steps whose owner has a duty with another limit, by a plain reading."""
    found: set[str] = set()
    for process in (d for d in documents.values() if d["kind"] == "process"):
        for step in process["steps"]:
            owners = owners_in(view.index, step["task"], ())
            alone = [s["task"] for s in process["steps"]].count(step["task"]) == 1
            for holder in holders_of(documents):
                mine = view.index.holder(holder["id"]) in owners
                for item in filter(holds, holder.get("duties", ())):
                    same = item["task"] == step["task"] and "within" in item and "within" in step
                    if alone and mine and same and item["within"] != step["within"]:
                        found.add(f"{process['id']}/{step['id']}")
    return found


def test_limits_of_steps_and_duties_are_compared_as_a_plain_reading_does() -> None:
    one = rule("{what: step}", "{limits: {agree: true}}")
    seen: set[bool] = set()

    @examples(100)
    @given(organizations(WITH_RULES))
    def agree(documents: Documents) -> None:
        expected = _disagreeing(documents, View(built(documents)))
        seen.add(bool(expected))
        assert selected(one, documents) == expected

    agree()
    assert seen == {True, False} or not enough_drawn()
