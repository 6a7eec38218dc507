"""Pictures of an organization as text and SVG."""

from __future__ import annotations

from typing import Literal

from dealer_roles.organization.on_day import OnDay
from dealer_roles.publish.pictures.picture import Picture, PictureKind
from dealer_roles.questions.arguments import require_department
from dealer_roles.values.errors import InvalidArgument
from dealer_roles.values.text import Lang, Text

PictureFormat = Literal["mermaid", "dot", "svg"]
_LEVELS = Text("1 或更大的整数，仅用于 org-chart", "1 or more, of an org-chart")


def picture_of(
    org: OnDay,
    kind: PictureKind,
    lang: Lang = "zh",
    process: str = "",
    department: str = "",
    levels: int | None = None,
) -> Picture:
    """Return a picture of an organization.

    Args:
        org: The organization on a day.
        kind: ``org-chart``, ``handoffs`` or ``process``.
        lang: The language of its words.
        process: Which process, for that kind.
        department: Only this department, for the other kinds.
        levels: How many levels of an org chart, those below counted; as many as can be read
            by default.

    Raises:
        InvalidArgument: ``levels`` is no number of levels, or not of an org chart.
        UnknownId: There is no such process or department.
    """
    if levels is not None and (kind != "org-chart" or levels < 1):
        raise InvalidArgument("levels", repr(levels), _LEVELS)
    if department:
        require_department(org, department)
    if kind == "process":
        from dealer_roles.publish.pictures.lanes import lanes

        return lanes(org, process, lang)
    if kind == "handoffs":
        from dealer_roles.publish.pictures.handoff_map import handoff_map

        return handoff_map(org, lang, department)
    from dealer_roles.publish.pictures.org_chart import org_chart

    return org_chart(org, lang, department, levels)


def render_picture(picture: Picture, format_: PictureFormat) -> str:
    """Return a picture as text of one format.

    Raises:
        PictureTooLarge: It is beyond what Mermaid draws.
    """
    if format_ == "mermaid":
        from dealer_roles.publish.pictures.mermaid import mermaid

        return mermaid(picture)
    if format_ == "dot":
        from dealer_roles.publish.pictures.dot import dot

        return dot(picture)
    from dealer_roles.publish.pictures.svg import svg

    return svg(picture)
