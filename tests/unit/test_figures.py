"""The page on figures names every amount of the bundled definitions, and no other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/decisions/figures.md").read_text("utf-8")


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


def table(heading: str) -> list[list[str]]:
    """Return the rows of the table below a heading, without backticks."""
    part = PAGE.split(heading)[1].split("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("|")]
    return [
        [cell.strip().replace("`", "") for cell in line.strip("|").split("|")] for line in lines[2:]
    ]


def amount(text: str) -> int:
    return int(text.replace(",", ""))


def controls() -> Iterator[tuple[int, str]]:
    folders = ("catalogue/tasks", "packs/*/tasks")
    for path in (p for f in folders for p in (ROOT / "definitions").glob(f"{f}/*.yaml")):
        for task in read(path)["tasks"]:
            for control in task.get("controls", []):
                yield control["at_stake"]["amount"], task["id"]


def test_every_amount_of_decision_rights_says_where_it_comes_from() -> None:
    rows = table("## Amounts of decision rights")
    table_rows = read(ROOT / "definitions/standard/organization.yaml")["authority"]
    stated = {
        (row["topic"], step["position"], step["up_to"]["amount"])
        for row in table_rows
        for step in row["steps"]
        if "up_to" in step
    }
    assert {(topic, who, amount(most)) for topic, who, most, _ in rows} == stated
    assert {origin for *_, origin in rows} == {"trade", "estimate"}


def test_every_amount_at_stake_is_listed() -> None:
    rows = table("## What is at stake")
    listed = {(amount(most), task) for most, tasks in rows for task in tasks.split(", ")}
    assert listed == set(controls())


def test_every_promise_is_listed_with_the_limit_of_its_rule() -> None:
    rows = {rule: limit for rule, limit, _ in table("## Promises")}
    stated = {
        rule["id"]: rule["check"]["deadline"]["within"]
        for path in (ROOT / "definitions/rules").glob("*.yaml")
        for rule in read(path)["rules"]
        if "deadline" in rule["check"]
    }
    assert rows == stated
