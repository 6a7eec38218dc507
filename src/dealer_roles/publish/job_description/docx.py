"""A document as a Word file, filled into a template that HR may edit."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from dealer_roles.publish.document.document import Document
from dealer_roles.publish.job_description.docx_context import docx_context
from dealer_roles.publish.render.errors import InvalidTemplate
from dealer_roles.publish.render.files import template_bytes
from dealer_roles.publish.render.zips import same_every_time
from dealer_roles.values.errors import MissingExtra
from dealer_roles.values.text import Text

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment

TEMPLATE = "job-description.docx"
LARGEST_TEMPLATE = 50_000_000
LONGEST_PROPERTY = 255


def docx(document: Document, template: bytes | None = None, label: str = TEMPLATE) -> bytes:
    """Return the document as a Word file; the same bytes for the same document and template.

    Args:
        document: What to write.
        template: A template of one's own; by default the one that ships with the package.
        label: What messages call the template.

    Raises:
        MissingExtra: docxtpl is not installed.
        InvalidTemplate: The template is no Word file, or a tag in it is unknown or broken.
    """
    environment = word_environment()
    from docxtpl import DocxTemplate

    from dealer_roles.publish.job_description.docx_columns import drop_empty_columns
    from dealer_roles.publish.job_description.docx_controls import add_keep_block, make_controls

    if template is not None:
        check_template(template, label)
    made = DocxTemplate(io.BytesIO(template or template_bytes(TEMPLATE)))
    try:
        made.render(docx_context(document), environment, autoescape=True)
    except Exception as error:
        if template is None:
            raise
        around = "{%p if NAME %} … {%p endif %}"
        words = Text(
            f"{error}（没有内容的部分是空的：请用 {around} 包住它）",
            f"{error} (a section without content is empty: put {around} around it)",
        )
        raise InvalidTemplate(label, [words]) from error
    body = made.docx.element.body
    drop_empty_columns(body)
    make_controls(body)
    signatures = document.section("signatures")
    add_keep_block(body, signatures.title if signatures else "")
    _describe(made.docx.core_properties, document)
    stream = io.BytesIO()
    made.save(stream)
    return same_every_time(stream.getvalue())


def with_blocks_of(fresh: bytes, old: bytes) -> bytes:
    """Return a Word file with the hand-written blocks of another; it, if that is no Word file."""
    from docx import Document as WordDocument

    from dealer_roles.publish.job_description.docx_controls import carry_over_blocks, has_blocks

    try:
        check_container(old, "")
        before = WordDocument(io.BytesIO(old)).element.body
    except (InvalidTemplate, KeyError, ValueError):
        return fresh
    if not has_blocks(before):
        return fresh
    made = WordDocument(io.BytesIO(fresh))
    carry_over_blocks(made.element.body, before)
    stream = io.BytesIO()
    made.save(stream)
    return same_every_time(stream.getvalue())


@lru_cache(maxsize=8)
def check_template(template: bytes, label: str) -> None:
    """Refuse a template that is no Word file, or whose tags are unknown or broken.

    Raises:
        InvalidTemplate: It is; the error names all that is wrong with it.
    """
    from dealer_roles.publish.job_description.docx_lint import lint

    problems = lint(template, label)
    if problems:
        raise InvalidTemplate(label, problems)


def word_environment() -> SandboxedEnvironment:
    """Return the environment of Word templates: sandboxed, strict and escaped.

    Raises:
        MissingExtra: docxtpl is not installed.
    """
    try:
        import docxtpl  # noqa: F401 - whether it is there is the question
        from jinja2 import StrictUndefined
        from jinja2.sandbox import SandboxedEnvironment
    except ImportError as error:
        raise MissingExtra("Word", "word") from error
    return SandboxedEnvironment(autoescape=True, undefined=StrictUndefined, finalize=_as_text)


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


def _as_text(value: object) -> object:
    """Keep texts from looking like docxtpl's own escapes, e.g. ``{_{``."""
    if not isinstance(value, str):
        return value
    from markupsafe import Markup, escape

    if isinstance(value, Markup):
        return value
    return Markup(str(escape(value)).replace("_", "&#95;"))  # noqa: S704 - just escaped


def _describe(properties: Any, document: Document) -> None:
    """Set the file's properties; its dates are those of the definitions, never today."""
    effective = document.meta.effective
    day = dt.date.fromisoformat(effective) if effective else dt.date(2000, 1, 1)
    properties.title = f"{document.name} · {document.title}"[:LONGEST_PROPERTY]
    properties.author = document.meta.organization[:LONGEST_PROPERTY]
    properties.subject = document.meta.code[:LONGEST_PROPERTY]
    properties.keywords = f"{document.meta.subject} {document.lang}"[:LONGEST_PROPERTY]
    properties.language = "zh-CN" if document.lang == "zh" else "en-GB"
    properties.last_modified_by = ""
    properties.revision = 1
    properties.created = properties.modified = dt.datetime(day.year, day.month, day.day)
