"""The answers to all cases, word for word: in both languages, as data and as a table."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from dealer_roles.facade import Organization
from dealer_roles.values.errors import UnknownId
from tests.laws.loading import without_places
from tests.spec.runner import cases
from tests.support.golden import FOLDER
from tests.support.tiny import tiny

FILE = FOLDER / "words.txt"
CASES = dict(cases())
EVER = ("gaps", "overlaps")
"""What may be asked of all days at once."""


def said(case: Mapping[str, Any]) -> str:
    """Return all that is answered to a case, without the places that show it."""
    ((question, arguments),) = case["ask"].items()
    asked = {key: value for key, value in (arguments or {}).items() if key != "kinds"}
    with TemporaryDirectory() as folder:
        organization = tiny(Path(folder) / "org", case["given"])
        lines = _lines(organization, question, asked)
        if question in EVER:
            lines += _lines(organization, question, {"on": "ever"})
        return "".join(f"{line}\n" for line in lines).replace(folder, "")


def _lines(organization: Organization, question: str, asked: dict[str, Any]) -> list[str]:
    try:
        answer = getattr(organization, question)(**asked)
    except UnknownId as error:
        return [str(error)]
    plain = [answer.to_dict(), answer.to_dict("zh")]
    assert answer.to_dict("en") == answer.to_dict()
    return [*(_line(without_places(one)) for one in plain), answer._repr_html_()]


def _line(plain: Any) -> str:
    return json.dumps(plain, ensure_ascii=False)


@cache
def golden() -> dict[str, str]:
    """Return what stands in the file, by case; ``BLESS=1`` writes it anew."""
    if os.environ.get("BLESS"):
        text = "".join(f"## {name}\n{said(case)}" for name, case in CASES.items())
        FILE.write_text(text, "utf-8")
    parts = FILE.read_text("utf-8").split("## ")[1:]
    return {name: text for name, _, text in (part.partition("\n") for part in parts)}


def test_every_case_stands_in_the_file_once() -> None:
    assert list(golden()) == list(CASES)


@pytest.mark.parametrize("name", CASES)
def test_a_case_is_answered_in_the_same_words(name: str) -> None:
    assert said(CASES[name]) == golden()[name], "BLESS=1 writes tests/golden/words.txt again"
