"""The handbook of an organization, rendered."""

from __future__ import annotations

from typing import Literal

from dealer_roles.app.organization import Day, Organization, day_of
from dealer_roles.base.text import Lang
from dealer_roles.documents.handbook import Handbook, handbook

HandbookFormat = Literal["html", "pdf"]


def handbook_of(organization: Organization, lang: Lang = "zh", on: Day = None) -> Handbook:
    """Return the handbook of an organization on a day; today by default."""
    return handbook(organization.index, lang, day_of(on))


def render_handbook(made: Handbook, format_: HandbookFormat) -> bytes:
    """Return a handbook as the bytes of a file.

    Raises:
        MissingExtra: The format needs a package that is not installed.
        MissingFont: No installed font has a character (``pdf``).
    """
    if format_ == "pdf":
        from dealer_roles.render.handbook_pdf import handbook_pdf

        return handbook_pdf(made)
    from dealer_roles.render.handbook_html import handbook_html

    return handbook_html(made).encode()
