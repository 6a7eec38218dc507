"""What a check finds is an answer like any other, and says what the command says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import dealer_roles as dr
from tests.support.command import exit_code
from tests.support.tiny import write_tiny

WAIVER = {
    "kind": "waivers",
    "waivers": [
        {
            "rule": "position-has-duties",
            "subject": "ben",
            "reason": {"zh": "新设", "en": "new"},
            "owner": "boss",
            "until": "2999-12-31",
        }
    ],
}


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store with a finding, and another one that a waiver accepts."""
    positions = {"boss": {"reports_to": None}, "anna": {"duties": ["sell"]}, "ben": {}}
    made = write_tiny(tmp_path / "store", {"tasks": ["sell"], "positions": positions})
    (made / "waivers.yaml").write_text(json.dumps(WAIVER), "utf-8")
    return made


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_it_says_what_the_command_says(
    store: Path, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    exit_code("check", str(store), "--format", "json", "--lang", lang)
    said = json.loads(capsys.readouterr().out)
    answer = dr.load(store).check()
    assert json.loads(json.dumps(answer.to_dict(lang))) == said
    assert said["findings"]
    assert [one["subject"] for one in said["waived"]] == ["ben"]


def test_it_is_a_sequence_that_compares_by_value(store: Path) -> None:
    organization = dr.load(store)
    answer = organization.check()
    assert answer == organization.check()
    assert answer != organization.check("strict")
    assert [finding.code for finding in answer][:1] == [answer[0].code]
    assert len(answer[0:2]) == min(2, len(answer))
    assert [(one.subject, why.owner) for one, why in answer.waived] == [("ben", "boss")]


def test_it_says_what_was_looked_at_where_nothing_was_found(store: Path) -> None:
    (store / "waivers.yaml").unlink()
    answer = dr.load("standard").check()
    assert not answer
    assert "36 positions" in answer.why.en
    assert "岗位 36" in answer.why.zh
    assert "36 positions" in answer._repr_html_()
    assert "position-has-duties" in dr.load(store).check()._repr_html_()
