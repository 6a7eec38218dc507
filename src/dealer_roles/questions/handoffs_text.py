"""Hand-offs as text."""

from __future__ import annotations

from dealer_roles.organization.on_day import OnDay
from dealer_roles.organization.with_ids import name_of, task_name
from dealer_roles.questions.handoffs import Handoffs, HandoffView
from dealer_roles.values.printed import Printed, PrintedLine, PrintedTable, aside
from dealer_roles.values.text import Text
from dealer_roles.words.answer_words import words
from dealer_roles.words.marks import listed

_NOTHING = Text("没有交接。", "No hand-offs.")
_APPROVED = Text("✓ 须经接收方批准", "✓ the receiver approves")


def printed(org: OnDay, found: Handoffs, lang: str) -> Printed:
    """Yield the hand-offs as one table."""
    if not found:
        yield PrintedLine(_NOTHING.get(lang))
        return
    rows = [
        (
            h.id,
            name_of(org.model, h.from_, lang),
            _receiver(org, h, lang),
            h.deliverable.get(lang) + (" ✓" if h.approval else ""),
            task_name(org.model, h.task, lang),
            h.then and task_name(org.model, h.then, lang),
            h.evidence[0].span,
        )
        for h in found
    ]
    head = words(("id", "from", "to", "deliverable", "task", "then", "where"), lang)
    yield PrintedTable(head, rows)
    if any(h.approval for h in found):
        yield aside(_APPROVED.get(lang))


def _receiver(org: OnDay, handoff: HandoffView, lang: str) -> str:
    names = listed((name_of(org.model, r, lang) for r in handoff.receivers), lang)
    if handoff.to_kind == "post" and names:
        return names
    to = [name_of(org.model, one, lang) for one in handoff.to.split(", ") if one]
    written = listed(to, lang) or handoff.why.get(lang)
    return f"{written} → {names}" if names not in ("", written) else written
