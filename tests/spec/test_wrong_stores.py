"""The standard with one thing changed for the worse: each is found, by the rule that is meant."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml

from dealer_roles.gate.check import check_all
from dealer_roles.gate.selection import CheckOptions
from dealer_roles.values.findings import Finding

STANDARD = Path(__file__).parents[2] / "definitions" / "standard"
CASES = yaml.safe_load(
    (Path(__file__).parents[1] / "data" / "wrong_stores.yaml").read_text("utf-8")
)
DAY = dt.date(2026, 11, 23)


def _apply(where: Any, edit: Any) -> None:
    """Set fields of a mapping; a field set to nothing is taken out."""
    for key, value in edit.items():
        if value is None:
            where.pop(key, None)
        else:
            where[key] = value


class Store:
    """The standard's files in a folder, as plain data, changed and written back."""

    def __init__(self, folder: Path) -> None:
        shutil.copytree(STANDARD, folder)
        self._folder = folder
        self._open: dict[Path, Any] = {}

    def read(self, path: str) -> Any:
        file = self._folder / path
        if file not in self._open:
            text = file.read_text("utf-8")
            self._open[file] = yaml.load(text, Loader=yaml.CSafeLoader)
        return self._open[file]

    def write(self) -> None:
        for file, data in self._open.items():
            file.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")

    def change(self, edit: Any) -> None:
        if "position" in edit:
            self._position(edit)
        elif "duty" in edit:
            position, task = edit["duty"]
            found = [d for d in self._holder(position)["duties"] if d["task"] == task]
            _apply(found[0], edit["set"])
        elif "process" in edit:
            steps = self.read(f"processes/{edit['process']}.yaml")["steps"]
            for step in [s for s in steps if s["task"] == edit["task"]]:
                _apply(step, edit["set"])
        elif "desk" in edit:
            name = {"zh": "合岗", "en": "Shared desk"}
            desk = {"id": "shared-desk", "name": name, "positions": edit["desk"]}
            desk["headcount"] = edit.get("seats", 1)
            self.read("organization.yaml").setdefault("posts", []).append(desk)
        elif "ladder" in edit:
            self._steps(self.read("organization.yaml")["ladders"][edit["ladder"]], edit)
        else:
            self._table(edit)

    def _holder(self, id_: str) -> Any:
        return self.read(f"positions/{id_}.yaml")

    def _position(self, edit: Any) -> None:
        holder = self._holder(edit["position"])
        if "set" in edit:
            _apply(holder, edit["set"])
        for giver, task in (
            (edit.get("from"), edit.get("takes")),
            (edit["position"], edit.get("drops")),
        ):
            if giver and task:
                self._drop(self._holder(giver), task)
        if "takes" in edit:
            made = {"task": edit["takes"], "responsibility": "accountable", "basis": "practice"}
            holder["duties"].append({**made, **edit.get("with", {})})

    @staticmethod
    def _drop(holder: Any, task: str) -> None:
        for key in ("duties", "handoffs"):
            holder[key] = [one for one in holder.get(key, []) if one["task"] != task]
        for group in holder.get("duty_groups", []):
            group["tasks"] = [one for one in group["tasks"] if one != task]
        if any(not group["tasks"] for group in holder.get("duty_groups", [])):
            holder.pop("duty_groups")

    @staticmethod
    def _steps(steps: Any, edit: Any) -> None:
        if "drop" in edit:
            del steps[edit["drop"] - 1]
        else:
            _apply(steps[edit["step"] - 1], edit["set"])

    def _table(self, edit: Any) -> None:
        head = self.read("organization.yaml")
        mine = [
            row
            for row in head["authority"]
            if row["topic"] == edit["table"]
            and edit.get("scope", row.get("scope")) == row.get("scope")
        ]
        assert len(mine) == 1
        if {"drop", "step"} & edit.keys():
            self._steps(mine[0]["steps"], edit)
        else:
            head["authority"].remove(mine[0])


def _found(folder: Path, on: dt.date, rules: Iterable[str] = ()) -> list[Finding]:
    options = CheckOptions("strict", select=tuple(rules), on=on)
    (checked,) = check_all([os.fspath(folder)], options)
    return list(checked.findings)


def test_the_standard_in_a_folder_is_clean(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    store.read("organization.yaml")
    store.write()
    assert _found(tmp_path / "store", DAY) == []


@pytest.mark.parametrize("case", CASES["stores"], ids=lambda case: case["name"])
def test_a_wrong_store_is_found(case: Any, tmp_path: Path) -> None:
    """Each rule that is meant finds it as often as there is something to find, in words."""
    store = Store(tmp_path / "store")
    for edit in case["but"]:
        store.change(edit)
    store.write()
    found = _found(tmp_path / "store", case.get("day", DAY), case["finds"])
    codes = Counter(finding.code for finding in found)
    assert {code: codes[code] for code in case["finds"]} == case["finds"]
    for finding in found:
        assert all("{" not in text for text in (finding.message.zh, finding.message.en))
        assert finding.fix.zh
        assert finding.fix.en
