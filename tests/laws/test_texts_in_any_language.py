"""A text may be plain, in one language or in others, wherever it stands: nothing fails on it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from dealer_roles.facade import load
from dealer_roles.gate.check import check_all, report_of
from dealer_roles.gate.scenario_tests import run_tests
from dealer_roles.gate.selection import CheckOptions
from dealer_roles.loading.read import read
from dealer_roles.reports.formats import FORMATS, render_report
from dealer_roles.source.yaml_nodes import read_yaml
from tests.support.sample import DAY

DATA = Path(__file__).parents[1] / "data"
WAYS: dict[str, Callable[[dict[str, str]], Any]] = {
    "plain": lambda text: text["en"],
    "Chinese alone": lambda text: {"zh": text["zh"]},
    "English alone": lambda text: {"en": text["en"]},
    "French alone": lambda text: {"fr": text["en"]},
    "French besides": lambda text: {**text, "fr": text["en"]},
}


def rewritten(value: Any, way: Callable[[dict[str, str]], Any]) -> Any:
    """Return data in which every text of two languages is stated in another way.

    What a ledger says of each language goes: it is of other texts.
    """
    if isinstance(value, list):
        return [rewritten(item, way) for item in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"zh", "en"} and all(isinstance(v, str) for v in value.values()):
        return way(value)
    found = {key: rewritten(item, way) for key, item in value.items() if key != "languages"}
    if isinstance(value.get("languages"), list):
        found["languages"] = stated(way)
    return found


def stated(way: Callable[[dict[str, str]], Any]) -> list[str]:
    """Return the languages that an organization states whose texts stand in a way."""
    text = way({"zh": "", "en": ""})
    return list(text) if isinstance(text, dict) else ["zh", "en"]


def store(folder: Path, way: Callable[[dict[str, str]], Any]) -> Path:
    for name in ("complete-store", "complete-judgements"):
        shutil.copytree(DATA / name, folder, dirs_exist_ok=True)
    for path in folder.rglob("*.yaml"):
        found, problems = read_yaml(path.read_text("utf-8"), 60)
        assert problems == []
        documents = [rewritten(json.loads(json.dumps(data)), way) for data, _ in found]
        text = yaml.safe_dump_all(documents, allow_unicode=True, sort_keys=False)
        path.write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize("way", WAYS)
def test_no_check_and_no_scenario_fails_on_one(tmp_path: Path, way: str) -> None:
    folder = store(tmp_path / "store", WAYS[way])
    (checked,) = check_all([folder], CheckOptions("strict"))
    schemas = [f for f in checked.findings if f.code in ("schema", "rule-field")]
    assert schemas == []
    for name in FORMATS:
        for lang in ("zh", "en"):
            assert render_report(report_of([checked]), name, lang)
    run = run_tests(read(folder), DAY)
    assert run.results
    assert run.to_dict("zh") != run.to_dict("fr") or way != "French besides"


@pytest.mark.parametrize("way", ["Chinese alone", "English alone", "French besides"])
def test_words_of_a_language_that_only_one_of_two_has_are_no_change(
    tmp_path: Path, way: str
) -> None:
    one, other = load(store(tmp_path / "one", dict)), load(store(tmp_path / "other", WAYS[way]))
    for found in (one.diff(other, DAY), other.diff(one, DAY)):
        assert [change.why.en for change in found.changes] == []


def test_what_reads_the_same_is_not_said_to_have_become_something_else(tmp_path: Path) -> None:
    longer = load(store(tmp_path / "longer", lambda text: {**text, "en": f"{text['en']} too"}))
    found = load(store(tmp_path / "store", dict)).diff(longer, DAY)
    assert {lang for change in found.changes for lang in change.languages} == {"en"}
    assert all(one.languages == ("en",) for one in found.sign_again)
    for change in found.changes:
        steps = [f"{fact.before.zh} → {fact.after.zh}" for fact in change.facts]
        assert not [step for step in steps if step in change.why.zh]
        assert "仅" in change.why.zh


def test_a_paper_in_another_language_is_bound_to_its_edition_too(tmp_path: Path) -> None:
    longer = load(store(tmp_path / "longer", lambda text: {**text, "fr": f"{text['en']} trop"}))
    found = load(store(tmp_path / "store", WAYS["French besides"])).diff(longer, DAY)
    assert {lang for change in found.changes for lang in change.languages} == {"fr"}
    assert found.sign_again
    assert all(one.languages == ("fr",) for one in found.sign_again)
