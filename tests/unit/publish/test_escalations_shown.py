"""Whatever is stated of an escalation or a ladder stands wherever escalations are shown."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from dealer_roles.facade import Organization, load
from dealer_roles.publish.explorer.labels import Two
from dealer_roles.publish.explorer.people import holder_record, ladder_record
from dealer_roles.publish.handbook.tables import ladder_tables
from tests.support.command import exit_code
from tests.support.tiny import write_tiny

DAY = dt.date(2026, 11, 1)
GIVEN: dict[str, Any] = {
    "tasks": ["sell"],
    "topics": ["fire"],
    "parties": ["maker"],
    "scopes": {"business": ["sales", "service"]},
    "organization": {
        "ladders": {
            "fire": [
                {"manager": True, "within": "7 minutes"},
                {
                    "position": "carl",
                    "for": {"business": "sales"},
                    "within": {"limit": "8 hours", "before": {"zh": "交车", "en": "delivery"}},
                    "limit": {"amount": 2100, "currency": "CNY"},
                    "note": {"zh": "带上合同", "en": "bring the contract"},
                    "skip": "subject",
                },
                {"position": "boss", "alert": True, "within": "9 days"},
            ]
        }
    },
    "positions": {
        "boss": {"reports_to": None, "duties": ["sell"]},
        "carl": {"reports_to": "boss"},
        "dora": {"reports_to": "boss"},
        "anna": {
            "reports_to": "dora",
            "escalations": [
                {
                    "topic": "fire",
                    "to": "maker",
                    "within": {"limit": "5 minutes", "from": {"zh": "得知", "en": "the news"}},
                    "limit": {"amount": 310, "currency": "CNY"},
                    "when": {"zh": "涉及人身安全", "en": "somebody may get hurt"},
                },
                {
                    "topic": "fire",
                    "to": "carl",
                    "within": "6 minutes",
                    "scope": {"business": "sales"},
                    "when": {"zh": "技术问题", "en": "a technical matter"},
                },
            ],
        },
    },
}
OF_ANNA = (
    "5 minutes from the news", "310", "somebody may get hurt", "a technical matter", "6 minutes",
    "8 hours before delivery", "2,100", "9 days", "bring the contract", "told at once",
)  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return write_tiny(tmp_path / "store", GIVEN)


@pytest.fixture
def made(store: Path) -> Organization:
    return load(store)


def missing(text: str, wanted: tuple[str, ...]) -> list[str]:
    return [words for words in wanted if words not in text]


def test_in_the_text(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    exit_code("escalation", "anna", "--topic", "fire", "--org", str(store), "--lang", "en")
    out = capsys.readouterr().out
    assert missing(" ".join(out.split()), (*OF_ANNA[:-2], "for sales", "depends on business")) == []


def test_in_the_text_for_one_case(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["escalation", "anna", "--topic", "fire", "--case", "business=service"]
    exit_code(*asked, "--org", str(store), "--lang", "en")
    out = capsys.readouterr().out
    assert missing(out, ("somebody may get hurt", "5 minutes from the news")) == []
    assert "technical" not in out
    assert "branch" not in out


def test_a_case_that_is_no_pair_is_refused(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code("escalation", "anna", "--case", "sales", "--org", str(store)) == 2
    assert "--case needs KEY=VALUE" in capsys.readouterr().err


def test_in_the_data(made: Organization) -> None:
    data = made.escalation("anna", "fire", DAY).to_dict()
    text = json.dumps(data)
    wanted = (
        '"from": "the news"',
        '"before": "delivery"',
        "somebody may get hurt",
        "2100.0",
        "310",
    )
    assert (
        missing(text, (*wanted, "bring the contract", '"told_at_once": [{"position": "boss"')) == []
    )
    assert '"scope": {"business": ["sales"]}' in text


def test_in_the_notebook(made: Organization) -> None:
    shown = made.escalation("anna", "fire", DAY)._repr_html_()
    wanted = ("somebody may get hurt", "business=sales", "5 minutes from the news", "2,100")
    assert missing(shown, (*wanted, "told at once: boss", ">yes<")) == []


def test_in_the_job_description(made: Organization) -> None:
    section = made.describe("anna", "en", DAY).section("escalation")
    assert missing(str(section), (*OF_ANNA, "for sales")) == []
    assert "a technical matter, for sales" not in str(section), "the way says so already"
    chinese = str(made.describe("anna", "zh", DAY).section("escalation"))
    wanted = ("涉及人身安全时", "得知后5分钟内", "交车前8小时内", "适用于sales", "同时告知boss")
    assert missing(chinese, (*wanted, "带上合同")) == []


def test_in_the_explorer(made: Organization) -> None:
    org = made.on(DAY)
    two = Two(org.model)
    record = str(holder_record(org, two, "anna"))
    assert missing(record, (*OF_ANNA, "for sales", "涉及人身安全时")) == []
    ladder = str(ladder_record(org, two, "fire"))
    wanted = ("for sales", "skipped if complained about", "8 hours before delivery", "The superior")
    assert missing(ladder, (*wanted, "told at once", "bring the contract")) == []


def test_in_the_handbook(made: Organization) -> None:
    ((_, table),) = ladder_tables(made.on(DAY), "en")
    wanted = ("for sales", "skipped if complained about", "8 hours before delivery", "The superior")
    assert missing(str(table), (*wanted, "told at once", "bring the contract", "7 minutes")) == []


ALERTED: dict[str, Any] = {
    "tasks": ["sell"],
    "topics": ["fire"],
    "scopes": {"business": ["sales", "service"]},
    "organization": {
        "ladders": {
            "fire": [
                {"position": "anna"},
                {
                    "position": "carl",
                    "for": {"business": "sales"},
                    "within": "1 hour",
                    "alert": True,
                    "note": {"zh": "带上合同", "en": "bring the contract"},
                },
                {"position": "carl", "for": {"business": "service"}, "within": "2 hours"},
                {"position": "boss", "within": "3 hours"},
            ]
        }
    },
    "positions": {
        "chief": {"reports_to": None},
        "boss": {"reports_to": "chief", "duties": ["sell"]},
        "carl": {"reports_to": "boss"},
        "dora": {"reports_to": "boss"},
        "anna": {"reports_to": "dora"},
        "ben": {
            "reports_to": "dora",
            "escalations": [
                {"topic": "fire", "to": "dora", "when": {"zh": "白天", "en": "it is day"}},
                {"topic": "fire", "to": "boss", "when": {"zh": "夜间", "en": "it is night"}},
                {"topic": "fire", "to": "carl", "when": {"zh": "节日", "en": "it is a holiday"}},
            ],
        },
    },
}


def test_who_is_told_in_one_case_is_called_in_another(tmp_path: Path) -> None:
    """He stands on the way of the case in which he is not told at once, in every layout."""
    made = load(write_tiny(tmp_path / "store", ALERTED))
    section = str(made.describe("anna", "en", DAY).section("escalation"))
    assert "for service: carl (within 2 hours) → boss" in section
    assert "told at once: carl (to act within 1 hour, bring the contract, for sales)" in section
    chinese = str(made.describe("anna", "zh", DAY).section("escalation"))
    assert "同时告知carl（1小时内介入处置，带上合同，适用于sales）" in chinese


def test_who_is_told_is_told_every_remark_of_his_rungs(tmp_path: Path) -> None:
    """Also where no way comes to him."""
    made = load(write_tiny(tmp_path / "store", ALERTED))
    told = made.escalation("boss", "fire", DAY, case={"business": "sales"}).told
    assert [(one.position, one.note and one.note.en) for one in told] == [
        ("carl", "bring the contract")
    ]
    assert told[0].to_dict()["note"] == "bring the contract"
    assert "bring the contract" in str(holder_record(made.on(DAY), Two(made.on(DAY).model), "boss"))


def test_a_way_that_joins_another_joins_at_somebody_who_is_shown(tmp_path: Path) -> None:
    """What is said to go on as above has the same person above it, and somebody after him."""
    boss = {"position": "boss", "within": "3 hours", "alert": True}
    given = {**ALERTED, "organization": {"ladders": {"fire": [{"position": "anna"}, boss]}}}
    made = load(write_tiny(tmp_path / "store", given))
    section = str(made.describe("ben", "en", DAY).section("escalation"))
    assert "dora (where it is day) → boss (within 3 hours) → (then as above)" in section
    assert "boss (within 3 hours, where it is night) → chief; carl" in section
    given["positions"] = {**ALERTED["positions"], "boss": {"reports_to": None}}
    made = load(write_tiny(tmp_path / "other", given))
    section = str(made.describe("ben", "en", DAY).section("escalation"))
    assert "as above" not in section
    assert "carl (where it is a holiday); dora (where it is day); told at once: boss" in section
