"""Who checks does not report to whoever does what is checked."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from dealer_roles.model.entities import Duty
from dealer_roles.organization.with_ids import joined
from dealer_roles.rules.kind import Hit
from dealer_roles.rules.language.node import Node
from dealer_roles.rules.language.node_words import duty_witness, holder_words, task_words
from dealer_roles.rules.language.view import View
from dealer_roles.values.scope import scopes_meet
from dealer_roles.values.text import Text


def reports_to_doer(
    view: View, node: Node, pair: tuple[str, str], shares: Collection[str]
) -> Iterator[Hit]:
    """Yield a finding if a position checks what its direct superior does, in the same case.

    What else is combined at the superior's desk does not count: where few people share
    everything, nearly everybody reports to one who does nearly everything. A desk that does
    and checks is one hand, which is said of it elsewhere.
    """
    above = view.index.lines.rise(node.id).to if node.kind == "position" else None
    if above is None or view.index.is_one_with(view.index.holder(above), _holder(view, node)):
        return
    checking, checked = pair
    ours = list(_held(view, node.id, checking, shares))
    theirs = list(_held(view, above, checked, shares))
    for duty in ours:
        met = [other for other in theirs if scopes_meet(duty.scope, other.scope)]
        if met:
            who, superior = holder_words(view, node.id), holder_words(view, above)
            words = Text(f"{superior.zh}的下级{who.zh}", f"{who.en}, who reports to {superior.en},")
            values = {
                "holder": words,
                "tasks": joined((task_words(view, checked), task_words(view, checking))),
            }
            shown = (duty_witness(view, duty), *(duty_witness(view, other) for other in met))
            yield Hit((node.id, above, checked, checking), duty.span, values, shown)
            return


def _holder(view: View, node: Node) -> str:
    return view.index.holder(node.id)


def _held(view: View, holder: str, task: str, shares: Collection[str]) -> Iterator[Duty]:
    for one in view.duty_nodes_of_holder.get(holder, ()):
        if one.value.task == task and one.value.responsibility in shares:
            yield one.value
