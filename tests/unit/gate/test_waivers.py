"""Waivers accept findings for a time, and are looked at themselves."""

from __future__ import annotations

import datetime as dt

import pytest

from dealer_roles.gate.waivers import Waiver, apply_waivers, load_waivers
from dealer_roles.values.findings import Finding
from dealer_roles.values.span import Span
from dealer_roles.values.text import Text
from tests.support.rules import documents

ON = dt.date(2026, 11, 23)
FOUND = Finding(
    "keep-count-stock", "error", Text("甲", "a"), Span("a.yaml"), "shop", "count-stock,desk"
)


def waiver(
    subject: str = "desk", until: str = "2027-06-30", org: str = "", rule: str = "keep-*"
) -> Waiver:
    """Return a waiver."""
    day = dt.date.fromisoformat(until)
    return Waiver(rule, subject, org, Text("小店", "small"), "boss", day, Span("w.yaml", 3))


@pytest.mark.parametrize("subject", ["desk", "count-stock,desk", "*desk", "count-*"])
def test_a_waiver_names_the_subject_one_of_its_ids_or_a_glob(subject: str) -> None:
    result = apply_waivers([FOUND], [waiver(subject)], ON, "shop")
    assert result.active == ()
    assert [(f.code, w.owner) for f, w in result.waived] == [("keep-count-stock", "boss")]
    assert result.extra == ()


@pytest.mark.parametrize(
    "other", [waiver("des"), waiver(rule="other"), waiver("desk", org="shop", rule="keep")]
)
def test_a_waiver_of_something_else_is_unused(other: Waiver) -> None:
    result = apply_waivers([FOUND], [other], ON, "shop")
    assert result.active == (FOUND,)
    assert [f.code for f in result.extra] == ["waiver-unused"]
    assert result.extra[0].span == other.span


def test_a_lapsed_waiver_accepts_nothing_and_is_found() -> None:
    result = apply_waivers([FOUND], [waiver(until="2026-11-22")], ON, "shop")
    assert result.active == (FOUND,)
    assert [f.code for f in result.extra] == ["waiver-lapsed"]


@pytest.mark.parametrize(
    ("until", "codes"),
    [("2026-11-23", ["waiver-lapsing"]), ("2026-12-23", ["waiver-lapsing"]), ("2026-12-24", [])],
)
def test_a_waiver_that_lapses_within_thirty_days_is_noted(until: str, codes: list[str]) -> None:
    result = apply_waivers([FOUND], [waiver(until=until)], ON, "shop")
    assert len(result.waived) == 1
    assert [f.code for f in result.extra] == codes


def test_a_waiver_of_another_organization_accepts_nothing_and_is_a_finding() -> None:
    result = apply_waivers([FOUND], [waiver(org="elsewhere")], ON, "shop")
    assert result.active == (FOUND,)
    assert [f.code for f in result.extra] == ["waiver-names-unknown"]


def test_a_waiver_of_a_rule_that_nobody_knows_is_a_finding() -> None:
    result = apply_waivers(
        [], [waiver(rule="keep-count-stock")], ON, "shop", ran=(), known={"keep-count-stocks"}
    )
    (found,) = result.extra
    assert (found.code, found.fix.en) == (
        "waiver-names-unknown", "did you mean keep-count-stocks?",
    )  # fmt: skip


def test_a_waiver_of_a_rule_that_did_not_run_is_not_called_unused() -> None:
    result = apply_waivers([], [waiver()], ON, "shop", ran={"one-owner"})
    assert result.extra == ()
    assert apply_waivers([], [waiver()], ON, "shop", ran={"keep-count-stock"}).extra != ()


def test_waivers_are_read_from_their_file() -> None:
    found, findings = documents(
        "kind: waivers\nwaivers:\n- {rule: one-owner, subject: keep-stock, owner: boss, "
        "reason: {zh: 甲, en: a}, until: '2027-01-31'}\n"
    )
    assert findings == ()
    (read,) = load_waivers(found)
    assert (read.rule, read.until, read.span.line) == ("one-owner", dt.date(2027, 1, 31), 3)


def test_a_waiver_without_a_reason_is_refused() -> None:
    _, findings = documents(
        "kind: waivers\nwaivers:\n"
        "- {rule: one-owner, subject: x, owner: boss, until: '2027-01-31'}\n"
    )
    assert "'reason' is missing" in findings[0].message.en
