"""A report on many organizations says what it says of few, and holds no more as it is written."""

from __future__ import annotations

import datetime as dt
import tracemalloc
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealer_roles.gate.baseline import baseline_of
from dealer_roles.gate.check import check_all, report_of
from dealer_roles.gate.checked import Checked
from dealer_roles.gate.merged_items import merged
from dealer_roles.gate.packed_findings import packed, packed_waived
from dealer_roles.gate.remembered import missing
from dealer_roles.gate.selection import CheckOptions
from dealer_roles.output.files import write_pieces
from dealer_roles.reports.formats import FORMATS, render_report, report_pieces
from dealer_roles.reports.report import Report, Suppression
from dealer_roles.values.findings import SEVERITIES, Finding, Witness, in_order
from dealer_roles.values.span import Span
from dealer_roles.values.text import Text
from tests.support.tiny import write_tiny
from tests.unit.reports.samples import waived

FEW, MANY = 8, 32
BY_RULE = {"junit"}
"""Formats that stand by rule, not by place: what they tell of each finding waits for its rule."""

texts = st.builds(
    Text,
    st.text(max_size=9),
    st.text(max_size=9),
    st.lists(st.tuples(st.sampled_from(("de", "fr")), st.text(max_size=4)), max_size=1).map(tuple),
)
halves = st.text(st.characters(categories=["Cs", "Lo", "Cc"]), max_size=4)
spans = st.builds(
    Span,
    st.sampled_from(("a.yaml", "a/b.yaml", "a/c.yaml", "b.yaml", "bundled:tasks.yaml")),
    st.integers(1, 4),
    st.integers(1, 4),
)
findings = st.builds(
    Finding,
    st.sampled_from(("one-owner", "no-gap")),
    st.sampled_from(SEVERITIES),
    texts,
    spans,
    st.sampled_from(("", "s1")),
    halves,
    texts,
    st.lists(st.builds(Witness, spans, texts), max_size=2).map(tuple),
    st.integers(0, 2),
    st.integers(0, 2),
)
organizations = st.lists(
    st.tuples(st.lists(findings, max_size=9), st.lists(findings, max_size=3)), max_size=5
)


@given(st.lists(findings, max_size=12))
def test_what_is_packed_is_unpacked_as_it_was(found: list[Finding]) -> None:
    assert (*packed(found),) == (*found,)
    assert len(packed(found)) == len(found)


@given(organizations)
def test_packed_and_merged_they_stand_as_they_are_sorted(
    given_: list[tuple[list[Finding], list[Finding]]],
) -> None:
    reason = waived().suppression
    assert reason is not None
    checked = [_checked(found, accepted, reason) for found, accepted in given_]
    small = [
        replace(c, findings=packed(c.findings), waived=packed_waived(c.waived)) for c in checked
    ]
    plain, late = (merged(some, (), lambda *_: "") for some in (checked, small))
    assert [*late] == [*plain]
    every = [f for one in checked for f in (*one.findings, *(w for w, _ in one.waived))]
    assert [i.finding for i in plain] == sorted(every, key=Finding.sort_key)
    assert Report(late).codes == Report(plain).codes == {f.code for f in every}


def _checked(found: list[Finding], accepted: list[Finding], why: Suppression) -> Checked:
    return Checked(missing("s"), (), in_order(found), tuple((f, why) for f in in_order(accepted)))


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Stores with findings in their own files and in a catalogue they share, some waived."""
    root = tmp_path_factory.mktemp("stores")
    given_ = {
        "tasks": {f"task-{n}": {} for n in range(60)},
        "positions": {f"desk-{n}": {"duties": [f"task-{n}", f"task-{n + 5}"]} for n in range(50)},
    }
    waiver = (
        "kind: waivers\nwaivers:\n- {rule: '*', subject: 'desk-1*', owner: boss, "
        "reason: {zh: 甲, en: a}, until: '2027-01-31'}\n"
    )
    names = []
    for number in range(MANY):
        folder = write_tiny(
            root / f"s{number}", {**given_, "organization": {"id": f"s{number % (MANY - 1)}"}}
        )
        (folder / "waivers.yaml").write_text(waiver, "utf-8")
        names.append(str(folder))
    return names


@pytest.fixture(scope="module")
def checked(stores: list[str]) -> list[Checked]:
    return check_all(stores, CheckOptions("strict", on=dt.date(2026, 11, 1)))


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("known", [False, True], ids=["", "baseline"])
def test_each_format_says_the_same_of_many(
    checked: list[Checked], format_: str, known: bool
) -> None:
    plain = [replace(c, findings=(*c.findings,), waived=(*c.waived,)) for c in checked]
    baseline = baseline_of(plain[0].findings) if known else None
    some, late = report_of(plain, baseline), report_of(checked, baseline)
    assert isinstance(some.items, tuple)
    assert not isinstance(late.items, tuple)
    assert late.count_waived
    assert [*late.waived] == [*some.waived]
    assert late.worst() == some.worst()
    assert late.count_known == some.count_known
    assert bool(late.count_known) is known
    assert {**late.excerpts} == {**some.excerpts}
    assert render_report(late, format_, "zh") == render_report(some, format_, "zh")


@pytest.mark.parametrize("format_", [f for f in FORMATS if f not in BY_RULE])
def test_a_report_of_many_holds_no_more_than_one_of_few(
    checked: list[Checked], format_: str
) -> None:
    few, many = (report_of(checked[:size]) for size in (FEW, MANY))
    more = len(render_report(many, format_, "en")) - len(render_report(few, format_, "en"))
    assert more > 100_000
    assert _held(many, format_) - _held(few, format_) < more / 2


def _held(report: Report, format_: str) -> int:
    """Return how many bytes are held at most while a report is written."""
    tracemalloc.start()
    try:
        deque(report_pieces(report, format_, "en"), maxlen=0)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_what_is_kept_of_many_is_small(checked: list[Checked]) -> None:
    each = [len(packet.raw) for c in checked for packet in getattr(c.findings, "packets", ())]
    assert sum(each) < 200 * sum(len(c.findings) for c in checked)


def test_a_report_that_breaks_off_leaves_what_stood_there(tmp_path: Path) -> None:
    def pieces() -> Iterator[str]:
        yield "half"
        raise KeyboardInterrupt

    (tmp_path / "report").write_text("whole", "utf-8")
    with pytest.raises(KeyboardInterrupt):
        write_pieces(tmp_path / "report", pieces())
    assert [(p.name, p.read_text("utf-8")) for p in tmp_path.iterdir()] == [("report", "whole")]
