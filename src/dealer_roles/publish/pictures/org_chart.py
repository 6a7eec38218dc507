"""The org chart: positions by department, with the line above each."""

from __future__ import annotations

from dealer_roles.organization.names import Names
from dealer_roles.organization.on_day import OnDay
from dealer_roles.organization.ranks import by_rank
from dealer_roles.publish.pictures.picture import Arrow, Box, Group, Picture
from dealer_roles.values.text import Lang, Text

_TITLE = Text("{}组织架构图", "{}: org chart")


def org_chart(org: OnDay, lang: Lang, department: str = "", levels: int | None = None) -> Picture:
    """Return the org chart of an organization.

    Args:
        org: The organization on a day.
        lang: The language of the names.
        department: Only this department with those in it, and whom it reports to.
        levels: How many levels are drawn, those below counted; without it, as many as can be read.
    """
    names, model = Names(org.model, lang), org.model
    ranked = by_rank(org)
    above = {p.id: org.lines.rise(p.id).to for p in ranked}
    parts = _parts(org, department)
    inside = {p.id for p in ranked if not department or p.department in parts}
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
    used = _with_larger(org, {n.group for n in nodes})
    groups = tuple(
        Group(id_, names.of(id_), known.part_of)
        for id_, known in model.departments.items()
        if id_ in used
    )
    title = _TITLE.get(lang).format(model.name.get(lang))
    return Picture("org-chart", title, lang, groups, nodes, edges, levels)


def _parts(org: OnDay, department: str) -> set[str]:
    """Return a department and all departments in it."""
    found, ahead = {department}, [department]
    while ahead:
        larger = ahead.pop()
        below = [d.id for d in org.model.departments.values() if d.part_of == larger]
        ahead += [id_ for id_ in below if id_ not in found]
        found.update(below)
    return found


def _with_larger(org: OnDay, departments: set[str]) -> set[str]:
    """Return departments with those they are parts of."""
    found: set[str] = set()
    for department in departments:
        larger = department
        while larger in org.model.departments and larger not in found:
            found.add(larger)
            larger = org.model.departments[larger].part_of
    return found
