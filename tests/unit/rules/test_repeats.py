"""What stands twice in a list is found, whatever list it is."""

from __future__ import annotations

import copy
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dealer_roles.facade import load
from dealer_roles.rules.language.node import Node
from dealer_roles.rules.language.view import View
from dealer_roles.source.yaml_nodes import read_yaml
from tests.support.rules import rule
from tests.support.sample import DAY

STORE = Path(__file__).parents[2] / "data" / "complete-store"
PEOPLE = Path("positions", "people.yaml")
TOLD_ELSEWHERE = {"duties", "handoffs", "escalations", "authority", "duty_groups"}
"""Lists of what has rules of its own, or a name of its own."""


def people() -> list[Any]:
    found, problems = read_yaml((STORE / PEOPLE).read_text("utf-8"), 60)
    assert not problems
    return [json.loads(json.dumps(data)) for data, _ in found]


def lists(holder: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield each list that a holder states, as where it stands and its key."""
    for key, value in holder.items():
        if isinstance(value, list) and key not in TOLD_ELSEWHERE:
            yield holder, key
    for one in (*holder.get("duties", ()), *holder.get("handoffs", ())):
        yield from ((one, key) for key, value in one.items() if isinstance(value, list))


def found(store: Path) -> set[str]:
    """Return the keys under which the rule finds something."""
    view = View(load(store).on(DAY))
    check = rule("{what: organization}", "{repeats: {of: [list]}}").check
    hits = check.hits(view, Node("organization", view.model.id, view.model))
    return {hit.values["key"].en for hit in hits}


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return Path(shutil.copytree(STORE, tmp_path / "store"))


def test_whatever_a_list_says_twice_is_found(store: Path) -> None:
    assert found(store) == set()
    seen = set()
    places = [(n, m) for n, one in enumerate(people()) for m, _ in enumerate(lists(one))]
    for number, which in places:
        documents = people()
        inside, key = list(lists(documents[number]))[which]
        if key in seen:
            continue
        inside[key].append(copy.deepcopy(inside[key][-1]))
        seen.add(key)
        text = "\n---\n".join(json.dumps(one, ensure_ascii=False) for one in documents)
        (store / PEOPLE).write_text(text, "utf-8")
        assert found(store) == {key}
    assert {"with", "outcomes", "measures", "cadence", "sources", "signers"} <= seen


def test_one_id_may_stand_for_a_list(store: Path) -> None:
    text = (store / PEOPLE).read_text("utf-8")
    twice = text.replace("deputy: service-manager", "deputy: [service-manager, service-manager]", 1)
    (store / PEOPLE).write_text(twice, "utf-8")
    assert found(store) == {"deputy"}
