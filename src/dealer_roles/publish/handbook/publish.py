"""The handbook of an organization, rendered."""

from __future__ import annotations

from typing import Literal

from dealer_roles.organization.on_day import OnDay
from dealer_roles.publish.handbook.handbook import Handbook, handbook, handbook_part
from dealer_roles.questions.arguments import require_department
from dealer_roles.values.text import Lang

HandbookFormat = Literal["html", "pdf"]


def handbook_of(org: OnDay, lang: Lang = "zh", department: str = "") -> Handbook:
    """Return the handbook of an organization on a day, or the part of a department.

    Raises:
        UnknownId: There is no such department.
    """
    if not department:
        return handbook(org, lang)
    require_department(org, department)
    return handbook_part(org, lang, department)


def render_handbook(made: Handbook, format_: HandbookFormat, *, whole: bool = False) -> bytes:
    """Return a handbook as the bytes of a file.

    Args:
        made: The handbook.
        format_: ``html`` or ``pdf``.
        whole: Make a PDF however much memory it takes.

    Raises:
        HandbookTooLarge: The PDF would take too much memory; parts take less.
        MissingExtra: The format needs a package that is not installed.
        MissingFont: No installed font has a character (``pdf``).
    """
    if format_ == "pdf":
        from dealer_roles.publish.handbook.pdf import handbook_pdf

        return handbook_pdf(made, whole=whole)
    from dealer_roles.publish.handbook.html import handbook_html

    return handbook_html(made).encode()
