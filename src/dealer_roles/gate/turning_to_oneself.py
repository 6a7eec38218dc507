"""Who hands over, escalates or deals with himself on a day: it is answered, and worth a word."""

from __future__ import annotations

from collections.abc import Iterator

from dealer_roles.model.entities import Handoff
from dealer_roles.organization.on_day import OnDay
from dealer_roles.values.findings import Finding
from dealer_roles.values.span import Span
from dealer_roles.values.text import Text

CODE = "turns-to-itself"
_DEALS = Text("对接", "deals with")
_HANDS = Text("交接给", "hands over to")
_ESCALATES = Text("上报给", "escalates to")


def turning_to_oneself(org: OnDay) -> Iterator[Finding]:
    """Yield a warning for each fact of a holder that names him, or his desk, for another."""
    for holder, others, words, span in _relations(org):
        if holder in others or org.holder(holder) in others:
            yield Finding(
                CODE,
                "warning",
                Text(f"{holder!r} {words.zh}自己", f"{holder!r} {words.en} itself"),
                span,
                org.model.id,
                holder,
                Text("改写为另一方，或删去", "name another one, or leave it out"),
            )


def _addressed(org: OnDay, handoff: Handoff) -> tuple[str, ...]:
    """Return whom a hand-off names; in the place of a department he who receives there alone."""
    alone = (r.ids for r in org.receivers(handoff) if r.kind == "department" and len(r.ids) == 1)
    return (*handoff.to, *(id_ for ids in alone for id_ in ids))


def _relations(org: OnDay) -> Iterator[tuple[str, tuple[str, ...], Text, Span]]:
    """Yield each fact that names others: its holder, the others, what is said, and its place."""
    model = org.model
    yield from ((d.holder, d.counterparts, _DEALS, d.span) for d in model.duties)
    yield from ((h.giver, _addressed(org, h), _HANDS, h.span) for h in model.handoffs)
    yield from ((e.holder, e.addressee.ids, _ESCALATES, e.span) for e in model.escalations)
