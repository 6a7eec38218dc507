"""A handbook as one self-contained HTML page."""

from __future__ import annotations

from dealer_roles.documents.handbook import Handbook
from dealer_roles.render.html import environment


def handbook_html(handbook: Handbook, chart: str = "") -> str:
    """Return the handbook as an HTML page with links, without scripts.

    Args:
        handbook: The handbook.
        chart: The organization chart as trusted SVG of our own making, if any.

    Raises:
        MissingExtra: Jinja2 is not installed.
    """
    from markupsafe import Markup

    template = environment().get_template("handbook.html.j2")
    return template.render(handbook=handbook, chart=Markup(chart))  # noqa: S704 - our own SVG
