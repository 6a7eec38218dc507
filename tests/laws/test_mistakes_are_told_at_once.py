"""Mending one mistake never reveals another that could have been told with it.

Two mistakes in different documents are found together as each is found alone.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from dealer_roles.gate.check import check_all
from dealer_roles.gate.selection import CheckOptions
from tests.support.tiny import write_tiny

STORE: dict[str, Any] = {
    "tasks": ["sell", "wash"],
    "topics": ["fire"],
    "organization": {"departments": [{"id": "shop", "head": "boss"}]},
    "positions": {
        "boss": {"reports_to": None, "duties": ["sell"]},
        "anna": {"reports_to": "boss", "duties": ["wash"]},
        "店员": {"reports_to": "boss", "duties": [{"task": "sell", "responsibility": "informed"}]},
    },
    "processes": {"deal": [{"id": "sell", "task": "sell"}]},
}
RULES = "kind: rules\nrules:\n- id: mine\n"


def line(file: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(folder: Path) -> None:
        path = folder / file
        before = path.read_text("utf-8")
        assert old in before
        path.write_text(before.replace(old, new, 1), "utf-8")

    return edit


def more(file: str, text: str) -> Callable[[Path], None]:
    def edit(folder: Path) -> None:
        path = folder / file
        path.write_text((path.read_text("utf-8") if path.exists() else "") + text, "utf-8")

    return edit


def no_utf8(folder: Path) -> None:
    (folder / "u.yaml").write_bytes(b"kind: \xff\n")


ORG, BOSS, ANNA = "organization.yaml", "positions/boss.yaml", "positions/anna.yaml"
MISTAKES: dict[str, tuple[str, Callable[[Path], None]]] = {
    "organization: unknown key": (ORG, more(ORG, "colour: red\n")),
    "organization: no id": (ORG, line(ORG, "id: tiny\n", "")),
    "organization: a number for a name": (ORG, line(ORG, "id: tiny\n", "id: 7\n")),
    "organization: kind misspelt": (ORG, line(ORG, "kind: organization", "kind: organisation")),
    "organization: no YAML": (ORG, more(ORG, "posts: [\n")),
    "organization: unknown head": (ORG, line(ORG, "head: boss", "head: bos")),
    "organization: like nobody": (ORG, more(ORG, "coverage: {like: d99}\n")),
    "organization: no such catalogue": (ORG, line(ORG, "catalogue: []", "catalogue: [far]")),
    "organization: an empty step": (ORG, more(ORG, "ladders: {fire: [{within: 1 hour}]}\n")),
    "boss: unknown key": (BOSS, more(BOSS, "colour: red\n")),
    "boss: no YAML": (BOSS, more(BOSS, "handoffs: {\n")),
    "anna: unknown superior": (ANNA, line(ANNA, "reports_to: boss", "reports_to: nobody")),
    "anna: unknown task": (ANNA, line(ANNA, "task: wash", "task: wahs")),
    "process: unknown task": ("p", line("processes/deal.yaml", "task: sell", "task: sel")),
    "process: no steps": ("p", line("processes/deal.yaml", "steps:", "stages:")),
    "tasks: a loop": (
        "t",
        line("catalogue/tasks.yaml", "- id: sell\n", "- id: sell\n  part_of: sell\n"),
    ),
    "topics: unknown key": ("c", more("catalogue/topics.yaml", "colour: red\n")),
    "rules: half a rule": ("r", more("rules.yaml", RULES)),
    "waivers: half a waiver": ("w", more("waivers.yaml", "kind: waivers\nwaivers: [{rule: x}]\n")),
    "no UTF-8": ("u", no_utf8),
    "one id twice": (
        "d",
        more("twice.yaml", "kind: position\nid: anna\nname: Anna\nreports_to: boss\n"),
    ),
}


def told(folder: Path, *mistakes: str) -> set[tuple[str, str, str]]:
    write_tiny(folder, STORE)
    for mistake in mistakes:
        MISTAKES[mistake][1](folder)
    (checked,) = check_all([f"{folder}/"], CheckOptions())
    assert not checked.loaded.stands or not mistakes
    return {
        (
            f.code,
            os.path.relpath(os.path.abspath(f.span.file), folder),
            f.message.en.replace(str(folder), ""),
        )
        for f in checked.findings
    }


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[tuple[str, str, str]]]:
    base = tmp_path_factory.mktemp("alone")
    return {name: told(base / f"{n}", name) for n, name in enumerate(MISTAKES)}


def test_the_store_is_sound_and_each_mistake_is_one_finding(
    alone: dict[str, set[tuple[str, str, str]]], tmp_path: Path
) -> None:
    assert {code for code, *_ in told(tmp_path)} <= {"position-has-duties", "one-top"}
    once = {name: found for name, found in alone.items() if "half" not in name}
    assert {name: found for name, found in once.items() if len(found) != 1} == {}


@pytest.mark.parametrize("one", MISTAKES)
def test_two_mistakes_are_found_together_as_each_is_alone(
    one: str, alone: dict[str, set[tuple[str, str, str]]], tmp_path: Path
) -> None:
    hidden = {}
    pairs = [p for p in combinations(MISTAKES, 2) if one == p[0]]
    for number, (_, other) in enumerate(pairs):
        if MISTAKES[one][0] == MISTAKES[other][0]:
            continue
        missing = (alone[one] | alone[other]) - told(tmp_path / f"{number}", one, other)
        if missing:
            hidden[other] = missing
    assert hidden == {}
