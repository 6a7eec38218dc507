"""The amounts of duties and hand-offs against the authority table, for the kind ``limits``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dealer_roles.model.entities import OWNING, Duty, Handoff
from dealer_roles.organization.authority import Authorities, Decider, authorities, deciding
from dealer_roles.organization.decider_words import deciders_text
from dealer_roles.organization.evidence import Evidence
from dealer_roles.rules.kind import Hit
from dealer_roles.rules.language.node import Node
from dealer_roles.rules.language.node_words import span_of, witness
from dealer_roles.rules.language.view import View
from dealer_roles.values.findings import Witness
from dealer_roles.values.money import Money
from dealer_roles.values.scope import scopes_meet
from dealer_roles.values.text import Text

NO_ROW = Text("权限表没有这一项", "the table has no such row")
NOTHING = Text("—", "—")


def other_amounts(view: View, node: Node) -> Iterator[Hit]:
    """Yield each amount that is another than the table's, or that nobody above decides.

    What a duty may decide is what the table says, and who gets a decision may take it.
    """
    if node.kind == "duty":
        return _of_duty(view, node, node.value)
    return _of_handoff(view, node, node.value)


def _of_duty(view: View, node: Node, duty: Duty) -> Iterator[Hit]:
    if duty.limit is None or duty.responsibility not in OWNING:
        return
    stated = Text(duty.limit.get("zh"), duty.limit.get("en"))
    rows = [
        found
        for found in authorities(view.index)
        if found.row.task == duty.task and scopes_meet(found.row.scope, duty.scope)
    ]
    if not rows:
        yield _hit(view, node, stated, NO_ROW, ())
    elif duty.limit not in set(_told(rows, duty.holder)):
        yield _hit(view, node, stated, _line(view, rows), _evidence(rows))


def _told(rows: Sequence[Authorities], holder: str) -> Iterator[Money | None]:
    """Yield what the rows let a position decide by its own step, or a post as a whole."""
    for found in rows:
        yield from (step.up_to for step in found.row.steps if step.position == holder)
        yield from (d.up_to for d in found.deciders if d.holder == holder)


def _of_handoff(view: View, node: Node, handoff: Handoff) -> Iterator[Hit]:
    receivers = {view.index.holder(id_) for id_ in view.index.receiver_ids(handoff)}
    for found in deciding(view.index, handoff):
        if receivers and receivers.isdisjoint(d.holder for d in found.deciders):
            yield _hit(view, node, NOTHING, _line(view, [found]), _evidence([found]))


def _line(view: View, rows: Sequence[Authorities]) -> Text:
    """Return what the rows say, in both languages."""
    deciders: list[Decider] = [d for found in rows for d in found.deciders]
    return deciders_text(view.model, deciders)


def _evidence(rows: Sequence[Authorities]) -> tuple[Evidence, ...]:
    return tuple(e for found in rows for d in found.deciders for e in d.evidence)


def _hit(view: View, node: Node, stated: Text, table: Text, evidence: tuple[Evidence, ...]) -> Hit:
    told = [
        Witness(e.span, Text(f"权限表：{table.zh}", f"the table: {table.en}")) for e in evidence
    ]
    values = {"stated": stated, "table": table, "step": stated, "duty": table}
    witnesses = (witness(view, node), *told[:1])
    return Hit((node.id,), span_of(view, node), values, witnesses)
