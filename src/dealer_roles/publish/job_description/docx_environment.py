"""How a Word template is opened: what is no Word file is refused, its tags run in a sandbox."""

from __future__ import annotations

import io
import zipfile
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from dealer_roles.publish.render.errors import InvalidTemplate
from dealer_roles.values.errors import MissingExtra
from dealer_roles.values.text import Text

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment

LARGEST_TEMPLATE = 50_000_000
COMPILED_PARTS = 32
"""How many parts of templates are kept compiled: a template has some nine."""


def word_environment() -> SandboxedEnvironment:
    """Return the environment of Word templates: sandboxed, strict and escaped.

    Raises:
        MissingExtra: docxtpl is not installed.
    """
    try:
        import docxtpl  # noqa: F401 - whether it is there is the question
        from jinja2 import StrictUndefined, pass_context
        from jinja2.sandbox import SandboxedEnvironment
    except ImportError as error:
        raise MissingExtra("Word", "word") from error
    return SandboxedEnvironment(
        autoescape=True,
        undefined=StrictUndefined,
        finalize=pass_context(_as_text),  # with a context, nothing is calculated to compile
        optimized=False,  # to fold constants is to calculate them
    )


@cache
def filling_environment() -> SandboxedEnvironment:
    """Return the environment that documents are filled in, which compiles each part once.

    docxtpl has the parts of a template compiled anew for every document that is made of it.

    Raises:
        MissingExtra: docxtpl is not installed.
    """
    made = word_environment()
    made.from_string = lru_cache(COMPILED_PARTS)(made.from_string)  # type: ignore[method-assign, assignment]
    return made


@lru_cache(COMPILED_PARTS)
def patched(xml: str) -> str:
    """Return a part of a template as docxtpl makes it ready to be filled, found out once."""
    from docxtpl import DocxTemplate

    return str(DocxTemplate.patch_xml(None, xml))  # of its text alone


def check_container(content: bytes, label: str) -> None:
    """Refuse what is not a Word file, or unpacks to more than a template ever needs.

    Raises:
        InvalidTemplate: It is.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
    except zipfile.BadZipFile as error:
        words = Text("不是 Word 文件(.docx)", "not a Word file (.docx)")
        raise InvalidTemplate(label, [words]) from error
    if "word/document.xml" not in {member.filename for member in members}:
        words = Text(
            "不是 Word 文件(.docx)：没有正文部分", "not a Word file (.docx): it has no text part"
        )
        raise InvalidTemplate(label, [words])
    if sum(member.file_size for member in members) > LARGEST_TEMPLATE:
        words = Text("太大：解压后超过 50 MB", "too large: it unpacks to more than 50 MB")
        raise InvalidTemplate(label, [words])


def _as_text(_: object, value: object) -> object:
    """Keep texts from looking like docxtpl's own escapes, e.g. ``{_{``."""
    if not isinstance(value, str):
        return value
    from markupsafe import Markup, escape

    if isinstance(value, Markup):
        return value
    return Markup(str(escape(value)).replace("_", "&#95;"))  # noqa: S704 - just escaped
