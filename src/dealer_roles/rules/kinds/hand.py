"""One hand: a position, a post, a deputy standing in, several heads; with the shares in it."""

from __future__ import annotations

from collections.abc import Iterator

from dealer_roles.model.entities import Duty
from dealer_roles.rules.language.node import Node
from dealer_roles.rules.language.view import View, stand_ins
from dealer_roles.values.frozen import frozen


@frozen
class Unit:
    """One hand: a position, a post or a person, with the shares it holds.

    Attributes:
        node: The position or post; for a deputy, the position that is stood in for.
        duties: All shares in this hand.
        members: The positions whose shares they are.
        deputy: The position that stands in; empty if this is no stand-in.
        heads: The holders that a department declares its heads, who answer as one.
    """

    node: Node
    duties: tuple[Duty, ...]
    members: frozenset[str]
    deputy: str = ""
    heads: tuple[str, ...] = ()


def standing_in(view: View, node: Node) -> Iterator[Unit]:
    """Yield the hand of each deputy of a position while it is away, and of whoever acts for it."""
    for deputy in stand_ins(view, node):
        by_holder = view.duty_nodes_of_holder
        duties = tuple(n.value for id_ in (node.id, deputy) for n in by_holder.get(id_, ()))
        yield Unit(node, duties, frozenset({node.id, deputy}), deputy)


def heads_as_one(view: View, node: Node) -> Unit | None:
    """Return the hand of several declared heads, at the first of them."""
    heads = view.index.hand(node.id)
    if heads == (node.id,) or heads[0] != node.id:
        return None
    members = frozenset(m for head in heads for m in view.index.members(head))
    ids = dict.fromkeys((*heads, *sorted(members)))
    duties = tuple(n.value for id_ in ids for n in view.duty_nodes_of_holder.get(id_, ()))
    return Unit(node, duties, members, heads=heads)


def unit_of(view: View, node: Node, levels: tuple[str, ...]) -> Unit | None:
    """Return the hand that a position or post is at these levels, if it is one."""
    by_holder = view.duty_nodes_of_holder
    if node.kind == "post":
        if "post" in levels or ("person" in levels and node.value.headcount == 1):
            ids = (node.id, *node.value.positions)
            duties = tuple(n.value for id_ in ids for n in by_holder.get(id_, ()))
            return Unit(node, duties, frozenset(node.value.positions))
        return None
    if "position" not in levels and "person" not in levels:
        return None
    duties = tuple(n.value for n in by_holder.get(node.id, ()))
    return Unit(node, duties, frozenset({node.id}))
