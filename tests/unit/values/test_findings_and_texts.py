"""The values that every layer shares."""

from __future__ import annotations

import pickle

import pytest

from dealer_roles.reports.report import Report, Reported, Suppression
from dealer_roles.values.errors import (
    DealerRolesError,
    InvalidDefinitions,
    InvalidSettings,
    MissingExtra,
    UnknownId,
    UnknownOrganization,
)
from dealer_roles.values.findings import Finding, Severity, in_order
from dealer_roles.values.html_table import html_table
from dealer_roles.values.near import nearest
from dealer_roles.values.span import Span
from dealer_roles.values.text import NO_TEXT, Text


def finding(line: int = 1, severity: Severity = "error", subject: str = "a") -> Finding:
    return Finding("code", severity, Text("坏", "bad"), Span("x.yaml", line), "org", subject)


TEXTS = (Text(), Text("一"), Text("", "one"), Text("二", "two", (("de", "zwei"), ("fr", "deux"))))


def test_a_fingerprint_ignores_lines_and_words_but_not_the_subject() -> None:
    one, moved, other = finding(1), finding(9), finding(1, subject="b")
    assert one.fingerprint == moved.fingerprint != other.fingerprint
    assert len(one.fingerprint) == 32


def test_findings_are_sorted_by_place_and_each_stands_once() -> None:
    assert [f.span.line for f in in_order([finding(9), finding(2), finding(9)])] == [2, 9]


def test_lines_sort_as_numbers() -> None:
    assert [f.span.line for f in in_order([finding(10), finding(9)])] == [9, 10]


def test_a_text_falls_back_to_the_other_language() -> None:
    assert Text("甲", "").get("en") == "甲"
    assert Text("", "a").get("zh") == "a"
    assert NO_TEXT.get("zh") == ""


def test_html_is_escaped() -> None:
    made = html_table(["<b>"], [["<script>", None, 3]], '"&')
    assert "<script>" not in made
    assert "<b>" not in made
    assert "&lt;script&gt;" in made
    assert "<td></td><td>3</td>" in made


@pytest.mark.parametrize(
    "error",
    [
        UnknownId("task", "x", ["y"]),
        UnknownOrganization("organization", "x"),
        InvalidDefinitions([finding()]),
        InvalidSettings("f", ["p"]),
        MissingExtra("Word", "word"),
    ],
)
def test_an_error_survives_pickling_and_equals_its_like(error: DealerRolesError) -> None:
    again = pickle.loads(pickle.dumps(error))
    assert again == error
    assert str(again) == str(error)
    assert hash(again) == hash(error)
    assert error != UnknownId("task", "z")


def test_errors_are_also_what_python_calls_them() -> None:
    assert isinstance(UnknownId("task", "x"), KeyError)
    assert isinstance(InvalidDefinitions([]), ValueError)
    assert isinstance(MissingExtra("Word", "word"), ImportError)


def test_an_error_says_the_fix() -> None:
    assert str(UnknownId("task", "sel", ["sell"])) == "unknown task 'sel'; did you mean sell?"
    assert "pip install 'dealer-roles[word]'" in str(MissingExtra("Word", "word"))
    told = ["1 problem in the definitions", "x.yaml:3:1: bad [code]"]
    assert str(InvalidDefinitions([finding(3)])).splitlines() == told
    assert str(InvalidDefinitions([finding(3)], lenient_helps=True)).splitlines() == [
        *told,
        (
            "to leave out what cannot stand and have the rest answered: load(…, lenient=True), "
            "on the command line --lenient, for questions and documents"
        ),
    ]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("sales-consultent", ("sales-consultant",)),
        ("consultant-of-sales", ("sales-consultant",)),
        ("zzz", ()),
        ("", ()),
    ],
)
def test_the_nearest_ids_resemble_the_one_asked_for(wanted: str, found: tuple[str, ...]) -> None:
    assert nearest(wanted, ["sales-consultant", "cashier", "cashier"]) == found


def test_what_is_accepted_or_known_before_does_not_count() -> None:
    import datetime as dt

    accepted = Suppression(Text("因", "why"), "boss", dt.date(2026, 1, 1))
    report = Report(
        (
            Reported(finding(1), suppression=accepted),
            Reported(finding(2), "unchanged"),
            Reported(finding(3, "warning"), "new"),
        )
    )
    assert (report.worst(), report.count("error"), report.count("warning")) == ("warning", 0, 1)
    assert report.fails("warning")
    assert not report.fails("error")
    assert Report(()).worst() is None


@pytest.mark.parametrize("own", TEXTS)
@pytest.mark.parametrize("other", TEXTS)
def test_a_text_over_another_fills_what_it_does_not_say(own: Text, other: Text) -> None:
    over = own.over(other)
    assert {*over.languages} == {*own.languages, *other.languages}
    for lang in over.languages:
        assert over.exactly(lang) == (own.exactly(lang) or other.exactly(lang))
