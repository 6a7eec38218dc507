"""A flood of findings tells its beginning, and how much more there is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dealer_roles.source.budget import MOST, within_budget
from dealer_roles.values.findings import Finding
from dealer_roles.values.span import Span
from dealer_roles.values.text import Text


def finding(file: str, code: str) -> Finding:
    return Finding(code, "error", Text("甲", "a"), Span(file))


def test_up_to_the_budget_nothing_is_left_out() -> None:
    few = [finding("a.yaml", "x")] * MOST
    assert list(within_budget(few)) == few


@given(st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from("xy")), max_size=4 * MOST))
def test_what_is_said_and_what_is_left_out_are_all(kinds: list[tuple[str, str]]) -> None:
    given_ = [finding(*kind) for kind in kinds]
    said = list(within_budget(given_))
    for kind in set(kinds):
        there = kinds.count(kind)
        mine = [f for f in said if (f.span.file, f.code) == kind]
        assert len(mine) == (there if there <= MOST else MOST + 1)
        if there > MOST:
            assert f"{there - MOST} more" in mine[-1].message.en
            assert f"{there - MOST} 处" in mine[-1].message.zh
