"""The org chart: positions by department, with the line above each."""

from __future__ import annotations

from dealer_roles.organization.names import Names
from dealer_roles.organization.on_day import OnDay
from dealer_roles.organization.ranks import by_rank
from dealer_roles.publish.pictures.picture import Arrow, Box, Group, Picture
from dealer_roles.values.text import Lang, Text

_TITLE = Text("{}组织架构图", "{}: org chart")


def org_chart(org: OnDay, lang: Lang, department: str = "") -> Picture:
    """Return the org chart of an organization.

    Args:
        org: The organization on a day.
        lang: The language of the names.
        department: Only this department, and whom it reports to.
    """
    names, model = Names(org.model, lang), org.model
    ranked = by_rank(org)
    above = {p.id: org.lines.rise(p.id).to for p in ranked}
    inside = {p.id for p in ranked if not department or p.department == department}
    shown = inside | {boss for p in inside if (boss := above[p]) is not None}
    nodes = tuple(
        Box(p.id, names.of(p.id), p.department, "position", ref=f"position/{p.id}")
        for p in ranked
        if p.id in shown
    )
    edges = tuple(
        Arrow(boss, p.id, "line")
        for p in ranked
        if p.id in inside and (boss := above[p.id]) is not None
    )
    used = {n.group for n in nodes}
    groups = tuple(Group(d, names.of(d)) for d in model.departments if d in used)
    title = _TITLE.get(lang).format(model.name.get(lang))
    return Picture("org-chart", title, lang, groups, nodes, edges)
