from __future__ import annotations

import pytest

from dealer_roles.reports.formats import render_report
from dealer_roles.reports.report import Report, Reported
from dealer_roles.values.span import Span
from tests.unit.reports.samples import HOSTILE, LINE, PLACE, finding, mixed, report


def shown(one: Report, lang: str = "en") -> list[str]:
    return render_report(one, "text", lang).splitlines()


def test_a_finding_begins_with_its_place_as_editors_read_it() -> None:
    first = shown(report(Reported(finding())))[0]
    assert first == "store/positions/desk.yaml:7:15: wrong [error, keep-count-stock]"


def test_the_caret_stands_below_the_character_also_after_wide_ones() -> None:
    _, source, caret, *_ = shown(report(Reported(finding())))
    assert source.endswith(LINE)
    before = source[: source.index("位")]
    columns = len(before) + sum(c in "岗位" for c in before)
    assert caret.index("^") == columns


def test_a_long_line_is_cut_around_the_place() -> None:
    place = Span("a.yaml", 1, 5000)
    line = "x" * 4999 + "!" + "y" * 5000
    one = Report((Reported(finding()),), excerpts={PLACE: line, place: line})
    far = Report(
        (Reported(finding().__class__("c", "error", finding().message, place)),),
        excerpts={place: line},
    )
    assert all(len(text) < 200 for text in (*shown(one), *shown(far)))
    _, source, caret, *_ = shown(far)
    assert source[caret.index("^")] == "!"


def test_fix_and_witnesses_follow() -> None:
    lines = shown(report(Reported(finding())))
    assert "    → mend it" in lines
    assert "    · store/positions/clerk.yaml:3:1: here wrong" in lines


def test_it_ends_with_the_counts() -> None:
    assert shown(mixed())[-1] == (
        "1 error, 1 warning, 1 note, 1 waived, 1 known from the baseline."
    )
    assert shown(mixed(), "zh")[-1] == "错误 1，警告 1，提示 1，已豁免 1，基线已有 1。"
    assert shown(report())[-1] == "Nothing found."
    assert shown(report())[0].startswith("Looked at store (./store) · on 2026-11-01 · 3 files")


def test_what_was_waived_known_or_mended_is_told() -> None:
    text = "\n".join(shown(mixed()))
    assert "[error, keep-count-stock, unchanged]" in text
    assert "= few | people accepted (boss, until 2027-03-31)" in text
    assert "Fixed since the baseline:\n  gone" in text


@pytest.mark.parametrize("message", HOSTILE)
def test_no_text_drives_the_terminal(message: str) -> None:
    made = render_report(report(Reported(finding(message))), "text", "en")
    assert all(c.isprintable() or c == "\n" for c in made)
    assert made.count("[error, keep-count-stock]") == 1
