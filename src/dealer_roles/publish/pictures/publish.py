"""Pictures of an organization as text and SVG, the explorer, and linked data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from dealer_roles.organization.on_day import OnDay
from dealer_roles.publish.pictures.picture import Picture, PictureKind
from dealer_roles.questions.arguments import require_department
from dealer_roles.values.text import Lang

if TYPE_CHECKING:
    from dealer_roles.publish.linked_data.described import Vacancy

PictureFormat = Literal["mermaid", "dot", "svg"]


def picture_of(
    org: OnDay,
    kind: PictureKind,
    lang: Lang = "zh",
    process: str = "",
    department: str = "",
) -> Picture:
    """Return a picture of an organization.

    Args:
        org: The organization on a day.
        kind: ``org-chart``, ``handoffs`` or ``process``.
        lang: The language of its words.
        process: Which process, for that kind.
        department: Only this department, for the other kinds.

    Raises:
        UnknownId: There is no such process or department.
    """
    if department:
        require_department(org, department)
    if kind == "process":
        from dealer_roles.publish.pictures.lanes import lanes

        return lanes(org, process, lang)
    if kind == "handoffs":
        from dealer_roles.publish.pictures.handoff_map import handoff_map

        return handoff_map(org, lang, department)
    from dealer_roles.publish.pictures.org_chart import org_chart

    return org_chart(org, lang, department)


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


def explorer_of(org: OnDay, lang: Lang = "zh") -> str:
    """Return the explorer: one HTML page that needs no network.

    Raises:
        MissingExtra: Jinja2 or pypinyin is not installed.
    """
    from dealer_roles.publish.explorer.content import explorer_content
    from dealer_roles.publish.explorer.page import explorer

    return explorer(explorer_content(org), lang)


def occupation_of(
    org: OnDay,
    position: str,
    lang: Lang = "zh",
    vacancy: Vacancy | None = None,
) -> str:
    """Return a position as JSON-LD of schema.org: ``Occupation``, or ``JobPosting``.

    Args:
        org: The organization on a day.
        position: The position or post.
        lang: The language of its words.
        vacancy: What a job posting says beyond the position.

    Raises:
        UnknownId: There is no such position.
    """
    from dealer_roles.publish.linked_data.described import occupation
    from dealer_roles.publish.linked_data.jsonld import jsonld

    return jsonld(occupation(org, position, lang, vacancy))


def organization_jsonld(org: OnDay, base: str = "") -> str:
    """Return an organization as JSON-LD of the W3C Organization Ontology.

    Args:
        org: The organization on a day.
        base: What the IRIs begin with; by default a URN of the organization's id.
    """
    from dealer_roles.publish.linked_data.described import organization as described
    from dealer_roles.publish.linked_data.jsonld import jsonld

    return jsonld(described(org, base or f"urn:dealer-roles:{org.model.id}:"))
