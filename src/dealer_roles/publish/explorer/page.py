"""The explorer: one HTML page with everything inside, for a browser without a network."""

from __future__ import annotations

import base64
import hashlib

from dealer_roles.publish.explorer.content import Explorer
from dealer_roles.publish.explorer.labels import second_language
from dealer_roles.publish.pictures.svg import fragment
from dealer_roles.publish.render.files import template_bytes
from dealer_roles.publish.render.html import environment
from dealer_roles.publish.render.script_json import script_json
from dealer_roles.values.errors import MissingExtra
from dealer_roles.values.text import Lang
from dealer_roles.words.plain_text import one_line

LONGEST_INITIALS = 40
SCRIPTS = ("words", "dom", "parts", "entries", "lists", "search", "frame")
"""The parts of the page's script, in their order."""


def explorer(content: Explorer, lang: Lang) -> str:
    """Return the explorer of an organization as one page.

    Args:
        content: What it shows.
        lang: The language that the page opens in; it can be switched there.

    Raises:
        MissingExtra: Jinja2 or pypinyin is not installed.
    """
    try:
        template = environment().get_template("explorer.html.j2")
    except MissingExtra as error:
        raise MissingExtra("The explorer", "explorer") from error
    from markupsafe import Markup

    data = {
        **content.data,
        "lang": lang,
        "second": second_language(lang),
        "find": [[f.kind, f.id, initials(f.name), f.words] for f in content.findable],
        "lanes": {p: [fragment(made) for made in pair] for p, pair in content.lanes.items()},
    }
    script = "".join(template_bytes(f"explorer/{name}.js").decode() for name in SCRIPTS)
    style = template_bytes("explorer/explorer.css").decode()
    return template.render(
        title=one_line(content.name.get(lang)),
        lang=lang,
        script=Markup(script),  # noqa: S704 - our own file
        style=Markup(style),  # noqa: S704 - our own file
        script_hash=_hash(script),
        style_hash=_hash(style),
        data=Markup(script_json(data)),  # noqa: S704 - escaped for script elements
    )


def initials(text: str) -> str:
    """Return the first letters of the Chinese syllables in ``text``, other letters kept.

    Raises:
        MissingExtra: pypinyin is not installed.
    """
    try:
        from pypinyin import Style, lazy_pinyin
    except ImportError as error:
        raise MissingExtra("The explorer", "explorer") from error
    letters = lazy_pinyin(text[:LONGEST_INITIALS], style=Style.FIRST_LETTER)
    return "".join(c for c in "".join(letters).lower() if c.isascii() and c.isalnum())


def _hash(text: str) -> str:
    """The hash of an element's content, as a content security policy names it."""
    digest = hashlib.sha256(text.encode()).digest()
    return "sha256-" + base64.b64encode(digest).decode()
