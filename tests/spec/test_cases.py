"""Every YAML case holds, and every file of cases has the form of one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.spec.runner import SCHEMA, cases, files, read_case_file, run

CASES = cases()


@pytest.mark.parametrize("case", [c for _, c in CASES], ids=[name for name, _ in CASES])
def test_a_case_holds(case: dict[str, Any], tmp_path: Path) -> None:
    run(case, tmp_path / "org")


@pytest.mark.parametrize("path", files(), ids=lambda p: p.stem)
def test_a_file_of_cases_has_their_form(path: Path) -> None:
    data = read_case_file(path)
    assert [e.message for e in Draft202012Validator(SCHEMA).iter_errors(data)] == []


def test_no_two_cases_share_a_name() -> None:
    names = [name for name, _ in CASES]
    assert len(names) == len(set(names))
