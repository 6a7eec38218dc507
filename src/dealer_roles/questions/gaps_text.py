"""Gaps as text."""

from __future__ import annotations

from itertools import groupby

from dealer_roles.organization.in_names import InNames
from dealer_roles.organization.on_day import OnDay
from dealer_roles.questions.gap_value import Gaps
from dealer_roles.values.printed import Printed, PrintedLine, aside, heading
from dealer_roles.values.text import Text
from dealer_roles.words.answer_words import word
from dealer_roles.words.intervals import interval_lines

_NOTHING = Text("没有缺口。", "No gaps.")


def printed(org: OnDay, found: Gaps, lang: str) -> Printed:
    """Yield the gaps kind by kind, and how many there are."""
    read = InNames(org.model)
    if not found:
        yield PrintedLine(_NOTHING.get(lang))
        return
    for kind, items in groupby(found, key=lambda gap: gap.kind):
        yield heading(word(kind, lang))
        for gap in items:
            yield PrintedLine(f"  {read(gap.message).get(lang)}")
            for line in interval_lines(gap.intervals, tuple(map(read, gap.told)), lang):
                yield PrintedLine(f"    {line}")
            yield aside(f"    {gap.span}")
    count, several = len(found), "s" if len(found) > 1 else ""
    total = Text(f"共 {count} 处缺口。", f"{count} gap{several}.")
    yield PrintedLine(total.get(lang))
