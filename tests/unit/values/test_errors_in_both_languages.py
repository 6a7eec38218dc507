"""Every error says what is wrong in Chinese and in English."""

from __future__ import annotations

import pickle
import re
from pathlib import Path

import pytest

from dealer_roles.imports.refused import ImportRefused
from dealer_roles.publish.handbook.pdf import HandbookTooLarge
from dealer_roles.publish.pictures.mermaid import PictureTooLarge
from dealer_roles.publish.render.errors import InvalidTemplate, MissingFont, UnreadableDocument
from dealer_roles.source.gate import Refused
from dealer_roles.values.errors import (
    KINDS,
    DealerRolesError,
    InvalidArgument,
    InvalidDefinitions,
    InvalidSettings,
    MissingExtra,
    NoFolder,
    NothingToDo,
    UnknownId,
    UnknownOrganization,
    kind_words,
)
from dealer_roles.values.findings import Finding
from dealer_roles.values.near import nearest_named
from dealer_roles.values.span import Span
from dealer_roles.values.text import Text

SOURCE = Path(__file__).parents[3] / "src" / "dealer_roles"
WORDS = Text("坏", "bad")
ERRORS: list[DealerRolesError] = [
    UnknownId("task", "sel", ["sell"]),
    UnknownId("value of scope area", "part", ["parts"]),
    UnknownOrganization("organization", "d99", ["d09"]),
    NoFolder("organization", "a.txt"),
    NothingToDo(WORDS),
    InvalidDefinitions([Finding("code", "error", WORDS, Span("x.yaml"))]),
    InvalidSettings("f", [WORDS]),
    MissingExtra("The explorer", "explorer"),
    InvalidTemplate("t.docx", [WORDS]),
    UnreadableDocument("a.md", WORDS),
    InvalidArgument("on", "5", Text("日期", "a date")),
    MissingFont("字"),
    MissingFont(),
    PictureTooLarge(),
    HandbookTooLarge(1600),
    ImportRefused(("a.xlsx", WORDS)),
    Refused("unreadable", WORDS),
]


def _kinds(base: type[DealerRolesError]) -> set[type[DealerRolesError]]:
    return {kind for sub in base.__subclasses__() for kind in {sub, *_kinds(sub)}}


def test_no_kind_of_error_is_left_out() -> None:
    assert _kinds(DealerRolesError) == {type(error) for error in ERRORS}


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_error_speaks_both_languages(error: DealerRolesError) -> None:
    assert re.search("[\u4e00-\u9fff]", error.message.zh)
    assert error.message.zh != error.message.en
    assert str(error) == error.message.en
    assert pickle.loads(pickle.dumps(error)) == error


def test_every_kind_of_thing_that_can_be_unknown_has_a_chinese_name() -> None:
    text = "\n".join(path.read_text("utf-8") for path in SOURCE.rglob("*.py"))
    raised = set(re.findall(r'Unknown(?:Id|Organization)\("([^"]+)"', text))
    raised |= set(re.findall(r'require_named\(org, "([^"]+)"', text))
    assert {"task", "rule", "statement"} <= raised
    assert raised <= KINDS.keys()
    assert kind_words("value of scope area").zh == "范围 area 的值"


@pytest.mark.parametrize(
    ("wanted", "first"),
    [
        ("开具发票", "issue-invoice"),
        ("发票", "issue-invoice"),
        ("Issue an Invoice", "issue-invoice"),
        ("ISSUE-INVOICE", "issue-invoice"),
        ("isue-invoice", "issue-invoice"),
        ("wash", "wash-car"),
        ("zzzz", None),
        ("", None),
    ],
)
def test_ids_are_suggested_by_id_and_by_name(wanted: str, first: str | None) -> None:
    names = {"issue-invoice": ("开具发票", "Issue an invoice"), "wash-car": ("洗车", "Wash a car")}
    assert next(iter(nearest_named(wanted, names)), None) == first
