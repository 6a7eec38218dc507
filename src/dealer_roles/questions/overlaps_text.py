"""Overlaps as text."""

from __future__ import annotations

from dealer_roles.organization.in_names import InNames
from dealer_roles.organization.on_day import OnDay
from dealer_roles.organization.with_ids import listed, name_of, task_name
from dealer_roles.questions.overlaps import Overlap, Overlaps
from dealer_roles.values.printed import Printed, PrintedLine, aside, heading
from dealer_roles.values.text import Text
from dealer_roles.words.answer_words import word
from dealer_roles.words.intervals import interval_lines

_NOTHING = Text("没有重叠。", "No overlaps.")


def printed(org: OnDay, found: Overlaps, lang: str) -> Printed:
    """Yield each overlap with its reason and its evidence, and how many there are."""
    if not found:
        yield PrintedLine(_NOTHING.get(lang))
        return
    for item in found:
        yield from _overlap(org, item, lang)
    count, several = len(found), "s" if len(found) > 1 else ""
    total = Text(f"共 {count} 处重叠。", f"{count} overlap{several}.")
    yield PrintedLine(total.get(lang))


def _overlap(org: OnDay, item: Overlap, lang: str) -> Printed:
    yield heading(f"{task_name(org.model, item.task, lang)} — {word(item.kind, lang)}")
    yield PrintedLine(f"  {listed(org.model, item.positions, lang)}")
    read = InNames(org.model)
    yield PrintedLine(f"  {read(item.why).get(lang)}")
    for line in interval_lines(item.intervals, tuple(map(read, item.told)), lang):
        yield PrintedLine(f"  {line}")
    for e in item.evidence:
        sources = " ".join(e.sources) or word(e.basis, lang)
        who = name_of(org.model, e.position, lang)
        yield aside(f"    {e.span}  {who} {word(e.responsibility, lang)}  {sources}")
