"""A document as one self-contained HTML page."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dealer_roles.publish.document.cells_shown import held_together
from dealer_roles.publish.document.document import Document
from dealer_roles.publish.render.files import TEMPLATES
from dealer_roles.publish.render.kept_blocks import slot
from dealer_roles.values.errors import MissingExtra
from dealer_roles.values.text import tag_of

if TYPE_CHECKING:
    from jinja2 import Environment


def html(document: Document) -> str:
    """Return the document as an HTML page with its style inside, without scripts.

    Raises:
        MissingExtra: Jinja2 is not installed.
    """
    return environment().get_template("document.html.j2").render(document=document)


@cache
def environment() -> Environment:
    """Return the environment of the package's own HTML templates: escaped and strict.

    Raises:
        MissingExtra: Jinja2 is not installed.
    """
    try:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined
    except ImportError as error:
        raise MissingExtra("HTML", "html") from error
    from markupsafe import Markup

    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["css_string"] = lambda text: Markup(css_string(text))  # noqa: S704 - escaped
    made.filters["tag"] = tag_of
    made.filters["held_together"] = held_together
    made.filters["css_page"] = lambda text: Markup(css_page(text))  # noqa: S704 - escaped
    made.globals["slot"] = lambda id_: Markup(slot(id_))  # noqa: S704 - ids are our own
    return made


def css_string(text: str) -> str:
    """Return text as a CSS string: whatever is not a letter or digit is an escape."""
    return '"' + "".join(c if c.isalnum() else f"\\{ord(c):06x}" for c in text) + '"'


def css_page(text: str) -> str:
    """Return ``Page {page} of {pages}`` as the content of a CSS margin box."""
    before, _, rest = text.partition("{page}")
    between, _, after = rest.partition("{pages}")
    texts = [css_string(part) for part in (before, between, after)]
    return f"{texts[0]} counter(page) {texts[1]} counter(pages) {texts[2]}"
