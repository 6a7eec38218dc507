"""A file in one language says what the file in two said in that language."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from dealer_roles.source.one_language import one_language

ROOT = Path(__file__).parents[3] / "definitions"
FILES = sorted(path for path in ROOT.rglob("*.yaml") if "references" not in path.parts)


def in_one(data: Any, lang: str, other: str) -> Any:
    """Return plain data in one language, made in the plainest way there is."""
    if isinstance(data, list):
        return [in_one(item, lang, other) for item in data]
    if not isinstance(data, dict):
        return data
    if lang in data and set(data) <= {lang, other}:
        return data[lang]
    gone = (other,) if lang in data else ()
    return {key: in_one(value, lang, other) for key, value in data.items() if key not in gone}


@pytest.mark.parametrize(("lang", "other"), [("zh", "en"), ("en", "zh")])
def test_every_bundled_file_says_the_same_in_one_language(lang: str, other: str) -> None:
    assert FILES
    for path in FILES:
        text = path.read_text("utf-8")
        made = list(yaml.load_all(one_language(text, lang, (other,)), Loader=yaml.CBaseLoader))
        given = list(yaml.load_all(text, Loader=yaml.CBaseLoader))
        assert made == in_one(given, lang, other), path


def test_layout_and_remarks_stay() -> None:
    text = (
        "# a remark\n"
        "name: {zh: 店, en: 'Store: one'}  # of the store\n"
        "about:\n  zh: 说明\n  en: Words\n"
        "duties:\n- {task: a, zh: 甲, en: A, basis: practice}\n- zh: 乙\n  en: B\n  basis: law\n"
    )
    assert one_language(text, "en", ("zh",)) == (
        "# a remark\n"
        "name: 'Store: one'  # of the store\n"
        "about:\n  Words\n"
        "duties:\n- {task: a, en: A, basis: practice}\n- en: B\n  basis: law\n"
    )
