from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.command import exit_code
from tests.support.sample import STORE

ORG = ["--org", str(STORE)]
VACANCY = ["--hiring", "Pengcheng", "--locality", "Suzhou", "--posted", "2026-11-01"]


@pytest.mark.parametrize(
    ("format_", "start"), [("mermaid", "---\ntitle: "), ("dot", "digraph"), ("svg", "<svg ")]
)
def test_a_picture_goes_to_stdout(
    capsys: pytest.CaptureFixture[str], format_: str, start: str
) -> None:
    assert exit_code("picture", "org-chart", "--format", format_, *ORG) == 0
    assert capsys.readouterr().out.startswith(start)


def test_a_process_of_the_standard_goes_to_a_file(tmp_path: Path) -> None:
    target = tmp_path / "claim.svg"
    args = ["picture", "process", "--process", "warranty-claim", "--format", "svg"]
    assert exit_code(*args, "-o", str(target), "--org", "standard") == 0
    assert "Warranty claim" in target.read_text("utf-8")


def test_a_process_has_to_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code("picture", "process", *ORG) == 2
    assert "--process ID" in capsys.readouterr().err


def test_an_unknown_process_suggests_a_near_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code("picture", "process", "--process", "warranty-clam", "--org", "standard") == 2
    assert "warranty-claim" in capsys.readouterr().err


def test_the_explorer_opens_in_the_language_asked_for(tmp_path: Path) -> None:
    target = tmp_path / "explorer.html"
    assert exit_code("explore", "-o", str(target), "--lang", "zh", *ORG) == 0
    assert '<html lang="zh">' in target.read_text("utf-8")


def test_a_position_is_an_occupation_or_with_a_vacancy_a_posting(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert exit_code("jsonld", "occupation", "accountant", *ORG) == 0
    assert json.loads(capsys.readouterr().out)["@type"] == "Occupation"
    assert exit_code("jsonld", "occupation", "accountant", *VACANCY, *ORG) == 0
    assert json.loads(capsys.readouterr().out)["@type"] == "JobPosting"


def test_a_posting_says_which_of_its_options_are_absent(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert exit_code("jsonld", "occupation", "accountant", "--hiring", "Pengcheng", *ORG) == 2
    assert "--locality and --posted" in capsys.readouterr().err


def test_the_organization_is_linked_data(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code("jsonld", "organization", "--base", "https://example.com/", *ORG) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["@graph"][0]["@id"] == "https://example.com/organization"
