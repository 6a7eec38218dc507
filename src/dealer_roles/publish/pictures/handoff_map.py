"""The hand-off map: who gives what to whom, holder by holder."""

from __future__ import annotations

from dealer_roles.model.entities import Handoff
from dealer_roles.organization.names import Names
from dealer_roles.organization.on_day import OnDay
from dealer_roles.publish.pictures.picture import Arrow, Box, Group, NodeKind, Picture
from dealer_roles.values.grouped import grouped
from dealer_roles.values.text import Lang, Text

_TITLE = Text("{}交接图", "{}: hand-offs")
OUTSIDE = "outside"
_OUTSIDE = Text("外部", "Outside")


def handoff_map(org: OnDay, lang: Lang, department: str = "") -> Picture:
    """Return the hand-offs between holders and with outside parties.

    Args:
        org: The organization on a day.
        lang: The language of the names.
        department: Only what this department gives or receives.
    """
    names, model = Names(org.model, lang), org.model
    ways = grouped(
        ((org.holder(handoff.giver), target), names.deliverable(handoff))
        for handoff in model.handoffs
        for target in _targets(org, handoff)
    )
    places = {id_: _place(org, id_) for pair in ways for id_ in pair}
    kept = {
        pair: whats
        for pair, whats in ways.items()
        if not department or department in (places[pair[0]], places[pair[1]])
    }
    shown = dict.fromkeys(id_ for pair in kept for id_ in pair)
    order = (*model.departments, OUTSIDE)
    ids = sorted(shown, key=lambda id_: (order.index(places[id_]), id_))
    nodes = tuple(
        Box(id_, names.of(id_), places[id_], _kind(places[id_]), ref=f"position/{id_}")
        for id_ in ids
    )
    used = {n.group for n in nodes}
    labels = {**{d: names.of(d) for d in model.departments}, OUTSIDE: _OUTSIDE.get(lang)}
    edges = tuple(Arrow(s, t, "handoff", w, len(w)) for (s, t), w in kept.items())
    return Picture(
        "handoffs",
        _TITLE.get(lang).format(model.name.get(lang)),
        lang,
        tuple(Group(g, labels[g]) for g in order if g in used),
        nodes,
        edges,
    )


def _targets(org: OnDay, handoff: Handoff) -> tuple[str, ...]:
    """The holders and parties that receive it, each once, the giver excluded."""
    giver = org.holder(handoff.giver)
    found = dict.fromkeys(org.holder(id_) for id_ in org.receiver_ids(handoff))
    return tuple(id_ for id_ in found if id_ != giver)


def _place(org: OnDay, id_: str) -> str:
    """The department of a holder, or the outside."""
    positions = org.model.positions
    member = next((m for m in org.members(id_) if m in positions), "")
    return positions[member].department if member else OUTSIDE


def _kind(place: str) -> NodeKind:
    return "party" if place == OUTSIDE else "position"
