"""The hand-off map: who gives what to whom, holder by holder."""

from __future__ import annotations

import datetime as dt

from dealer_roles.base.text import Lang, Text
from dealer_roles.documents.names import Names
from dealer_roles.documents.picture import Edge, Group, Node, NodeKind, Picture
from dealer_roles.graph.index import OrgIndex
from dealer_roles.model.entities import Handoff

_TITLE = Text("{}交接图", "{}: hand-offs")
OUTSIDE = "outside"
_OUTSIDE = Text("外部", "Outside")


def handoff_map(index: OrgIndex, lang: Lang, on: dt.date, department: str = "") -> Picture:
    """Return the hand-offs between holders and with outside parties.

    Args:
        index: The organization.
        lang: The language of the names.
        on: The day looked at.
        department: Only what this department gives or receives.
    """
    names, model = Names(index.model, lang), index.model
    ways: dict[tuple[str, str], list[str]] = {}
    for handoff in model.handoffs:
        if handoff.valid is None or handoff.valid.covers(on):
            for target in _targets(index, handoff):
                pair = (index.holder(handoff.giver), target)
                ways.setdefault(pair, []).append(names.deliverable(handoff))
    places = {id_: _place(index, id_) for pair in ways for id_ in pair}
    kept = {
        pair: whats
        for pair, whats in ways.items()
        if not department or department in (places[pair[0]], places[pair[1]])
    }
    shown = dict.fromkeys(id_ for pair in kept for id_ in pair)
    order = (*model.departments, OUTSIDE)
    ids = sorted(shown, key=lambda id_: (order.index(places[id_]), id_))
    nodes = tuple(
        Node(id_, names.of(id_), places[id_], _kind(places[id_]), ref=f"position/{id_}")
        for id_ in ids
    )
    used = {n.group for n in nodes}
    labels = {**{d: names.of(d) for d in model.departments}, OUTSIDE: _OUTSIDE.get(lang)}
    edges = tuple(Edge(s, t, "handoff", tuple(w), len(w)) for (s, t), w in kept.items())
    return Picture(
        "handoffs",
        _TITLE.get(lang).format(model.name.get(lang)),
        lang,
        tuple(Group(g, labels[g]) for g in order if g in used),
        nodes,
        edges,
    )


def _targets(index: OrgIndex, handoff: Handoff) -> tuple[str, ...]:
    """The holders and parties that receive it, each once, the giver excluded."""
    giver = index.holder(handoff.giver)
    found = dict.fromkeys(index.holder(id_) for id_ in index.receiver_ids(handoff))
    return tuple(id_ for id_ in found if id_ != giver)


def _place(index: OrgIndex, id_: str) -> str:
    """The department of a holder, or the outside."""
    positions = index.model.positions
    member = next((m for m in index.members(id_) if m in positions), "")
    return positions[member].department if member else OUTSIDE


def _kind(place: str) -> NodeKind:
    return "party" if place == OUTSIDE else "position"
