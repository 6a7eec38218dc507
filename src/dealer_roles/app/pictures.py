"""Pictures of an organization as text and SVG, the explorer, and linked data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from dealer_roles.app.organization import Day, Organization, day_of
from dealer_roles.base.errors import UnknownId
from dealer_roles.base.near import nearest
from dealer_roles.base.text import Lang
from dealer_roles.documents.picture import Picture, PictureKind

if TYPE_CHECKING:
    from dealer_roles.documents.linked_data import Vacancy

PictureFormat = Literal["mermaid", "dot", "svg"]


def picture_of(
    organization: Organization,
    kind: PictureKind,
    lang: Lang = "zh",
    on: Day = None,
    process: str = "",
    department: str = "",
) -> Picture:
    """Return a picture of an organization.

    Args:
        organization: The organization.
        kind: ``org-chart``, ``handoffs`` or ``process``.
        lang: The language of its words.
        on: The day; today by default.
        process: Which process, for that kind.
        department: Only this department, for the other kinds.

    Raises:
        UnknownId: There is no such process or department.
    """
    index = organization.index
    departments = index.model.departments
    if department and department not in departments:
        raise UnknownId("department", department, nearest(department, departments))
    if kind == "process":
        from dealer_roles.documents.lanes import lanes

        return lanes(index, process, lang, day_of(on))
    if kind == "handoffs":
        from dealer_roles.documents.map import handoff_map

        return handoff_map(index, lang, day_of(on), department)
    from dealer_roles.documents.org_chart import org_chart

    return org_chart(index, lang, department)


def render_picture(picture: Picture, format_: PictureFormat) -> str:
    """Return a picture as text of one format.

    Raises:
        PictureTooLarge: It is beyond what Mermaid draws.
    """
    if format_ == "mermaid":
        from dealer_roles.render.mermaid import mermaid

        return mermaid(picture)
    if format_ == "dot":
        from dealer_roles.render.dot import dot

        return dot(picture)
    from dealer_roles.render.svg import svg

    return svg(picture)


def explorer_of(organization: Organization, lang: Lang = "zh", on: Day = None) -> str:
    """Return the explorer: one HTML page that needs no network.

    Raises:
        MissingExtra: Jinja2 or pypinyin is not installed.
    """
    from dealer_roles.documents.explorer_data import explorer_content
    from dealer_roles.render.explorer import explorer

    return explorer(explorer_content(organization.index, day_of(on)), lang)


def occupation_of(
    organization: Organization,
    position: str,
    lang: Lang = "zh",
    on: Day = None,
    vacancy: Vacancy | None = None,
) -> str:
    """Return a position as JSON-LD of schema.org: ``Occupation``, or ``JobPosting``.

    Args:
        organization: The organization.
        position: The position or post.
        lang: The language of its words.
        on: The day; today by default.
        vacancy: What a job posting says beyond the position.

    Raises:
        UnknownId: There is no such position.
    """
    from dealer_roles.documents.linked_data import occupation
    from dealer_roles.render.jsonld import jsonld

    return jsonld(occupation(organization.index, position, lang, day_of(on), vacancy))


def organization_jsonld(organization: Organization, base: str = "") -> str:
    """Return an organization as JSON-LD of the W3C Organization Ontology.

    Args:
        organization: The organization.
        base: What the IRIs begin with; by default a URN of the organization's id.
    """
    from dealer_roles.documents.linked_data import organization as described
    from dealer_roles.render.jsonld import jsonld

    return jsonld(described(organization.index, base or f"urn:dealer-roles:{organization.id}:"))
