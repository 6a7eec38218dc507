"""A handbook as one self-contained HTML page."""

from __future__ import annotations

from dealer_roles.publish.handbook.handbook import Handbook
from dealer_roles.publish.pictures.svg import STYLE, fragment
from dealer_roles.publish.render.html import environment


def handbook_html(handbook: Handbook) -> str:
    """Return the handbook as an HTML page with links, without scripts.

    Raises:
        MissingExtra: Jinja2 is not installed.
    """
    template = environment().get_template("handbook.html.j2")
    from markupsafe import Markup

    figures = {
        chapter.id: Markup(fragment(chapter.figure))  # noqa: S704 - drawn here, its texts escaped
        for chapter in handbook.chapters
        if chapter.figure is not None
    }
    return template.render(handbook=handbook, figures=figures, figure_style=STYLE)
