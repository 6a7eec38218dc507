"""A text may be plain, in one language or in others, wherever it stands: nothing fails on it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

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
    """Return data in which every text of two languages is stated in another way."""
    if isinstance(value, list):
        return [rewritten(item, way) for item in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"zh", "en"} and all(isinstance(v, str) for v in value.values()):
        return way(value)
    return {key: rewritten(item, way) for key, item in value.items()}


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
