"""Which holders are one wherever two people are compared: the declared heads of a department."""

from __future__ import annotations

from collections.abc import Mapping

from dealer_roles.model.organization import OrganizationModel


def co_heads_of(
    model: OrganizationModel, post_of: Mapping[str, str], position: str
) -> tuple[str, ...]:
    """Return the positions that a department declares as its heads together with a holder's."""
    holder = post_of.get(position, position)
    found: dict[str, None] = {}
    for department in model.departments.values():
        heads = {head: post_of.get(head, head) for head in department.heads}
        if holder in heads.values():
            others = (head for head, at in heads.items() if at != holder)
            found.update((head, None) for head in others if head in model.positions)
    return tuple(found)


def hands_of(model: OrganizationModel, post_of: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    """Return those who count as one with each holder that is not alone, himself included.

    Several heads that a department declares answer as one; who heads two departments joins
    the heads of both. Heads are positions or, where a post combines them with others, posts.
    """
    found: dict[str, tuple[str, ...]] = {}
    for department in model.departments.values():
        present = [head for head in department.heads if head in model.positions]
        heads = {post_of.get(head, head) for head in present}
        joined = tuple(sorted({one for head in heads for one in found.get(head, (head,))}))
        if len(joined) > 1:
            found.update(dict.fromkeys(joined, joined))
    return found
