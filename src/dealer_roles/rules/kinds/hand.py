"""One hand: a position, a post, a stand-in, several heads; with the shares in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dealer_roles.model.entities import Duty
from dealer_roles.organization.stand_ins import stand_ins
from dealer_roles.rules.language.node import Node
from dealer_roles.rules.language.view import View
from dealer_roles.values.frozen import frozen


@frozen
class Unit:
    """One hand: a position, a post or a person, with the shares it holds.

    Attributes:
        node: The position or post; for a stand-in, the position that is stood in for.
        duties: All shares in this hand.
        members: The holders whose shares they are.
        deputy: The position that stands in or acts; empty if this is no stand-in.
        heads: The holders that a department declares its heads, who answer as one.
    """

    node: Node
    duties: tuple[Duty, ...]
    members: frozenset[str]
    deputy: str = ""
    heads: tuple[str, ...] = ()


def standing_in(view: View, node: Node) -> Iterator[Unit]:
    """Yield the hand of each who stands in for a position, while it is away or vacant."""
    if node.kind != "position":
        return
    for one in stand_ins(view.index, node.id):
        yield Unit(
            node,
            _duties(view, (node.id, *one.hand)),
            frozenset({node.id, *one.hand}),
            one.who,
        )


def _duties(view: View, holders: Iterable[str]) -> tuple[Duty, ...]:
    by_holder = view.duty_nodes_of_holder
    return tuple(n.value for id_ in dict.fromkeys(holders) for n in by_holder.get(id_, ()))


def heads_as_one(view: View, node: Node) -> Unit | None:
    """Return the hand of several declared heads, at the first of them."""
    heads = view.index.hand(node.id)
    if heads == (node.id,) or heads[0] != node.id:
        return None
    members = frozenset(m for head in heads for m in view.index.members(head))
    return Unit(node, _duties(view, (*heads, *sorted(members))), members, heads=heads)


def unit_of(view: View, node: Node, levels: tuple[str, ...]) -> Unit | None:
    """Return the hand that a position or post is at these levels, if it is one."""
    if node.kind == "post":
        if "post" in levels or ("person" in levels and node.value.headcount == 1):
            ids = (node.id, *node.value.positions)
            return Unit(node, _duties(view, ids), frozenset(node.value.positions))
        return None
    if "position" not in levels and "person" not in levels:
        return None
    return Unit(node, _duties(view, (node.id,)), frozenset({node.id}))
