"""A document as a Word file, filled into a template that HR may edit."""

from __future__ import annotations

import datetime as dt
import io
from functools import lru_cache
from typing import Any

from dealer_roles.publish.document.document import Document
from dealer_roles.publish.job_description.docx_context import docx_context
from dealer_roles.publish.job_description.docx_environment import (
    check_container,
    filling_environment,
    patched,
    word_environment,
)
from dealer_roles.publish.render.bounded import bounded
from dealer_roles.publish.render.errors import InvalidTemplate
from dealer_roles.publish.render.files import template_bytes
from dealer_roles.publish.render.zips import same_every_time
from dealer_roles.values.text import Text, tag_of

TEMPLATE = "job-description.docx"
LONGEST_PROPERTY = 255
_WORD_LANGUAGES = {"en": "en-GB"}


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
    word_environment()
    if template is None:
        return filled(document, None, label)
    check_template(template, label)
    made: bytes = bounded(f"{__name__}:filled", label, document, template, label)
    return made


def filled(document: Document, template: bytes | None, label: str) -> bytes:
    """Return a template filled with a document; one of a stranger's only within bounds.

    Raises:
        InvalidTemplate: A tag cannot be filled.
    """
    environment = filling_environment()
    from docxtpl import DocxTemplate

    from dealer_roles.publish.job_description import docx_breaks as breaks
    from dealer_roles.publish.job_description.docx_columns import drop_empty_tables, fit_columns
    from dealer_roles.publish.job_description.docx_controls import add_keep_block, make_controls
    from dealer_roles.publish.job_description.docx_digest import with_digest

    made = DocxTemplate(io.BytesIO(template or template_bytes(TEMPLATE)))
    made.patch_xml = patched
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
    make_controls(body)
    drop_empty_tables(body)
    fit_columns(body)
    signatures = document.section("signatures")
    add_keep_block(body, signatures.title if signatures else "")
    breaks.keep_lists(body)
    breaks.keep_rows(body)
    breaks.keep_end(body)
    breaks.keep_with_signatures(body, signatures.title if signatures else "")
    _describe(made.docx.core_properties, document)
    stream = io.BytesIO()
    made.save(stream)
    return same_every_time(with_digest(stream.getvalue()))


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


def lint_bounded(template: bytes, label: str) -> tuple[Text, ...]:
    """Return what is wrong with a template, found out within bounds of time and memory.

    Raises:
        MissingExtra: docxtpl is not installed.
        InvalidTemplate: It is not a Word file, or needs too much.
    """
    word_environment()
    place = "dealer_roles.publish.job_description.docx_lint:lint"
    found: tuple[Text, ...] = bounded(place, label, template, label)
    return found


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


def made_from(document: Document) -> str:
    """Return what a Word file says it was made from: whose it is, in which language and layout."""
    meta = document.meta
    return " ".join((meta.subject, document.lang, meta.layout, meta.organization_id))


def _describe(properties: Any, document: Document) -> None:
    """Set the file's properties; its dates are those of the definitions, never today."""
    effective = document.meta.effective
    day = dt.date.fromisoformat(effective) if effective else dt.date(2000, 1, 1)
    properties.title = f"{document.name} · {document.title}"[:LONGEST_PROPERTY]
    properties.author = document.meta.organization[:LONGEST_PROPERTY]
    properties.subject = document.meta.code[:LONGEST_PROPERTY]
    properties.keywords = made_from(document)[:LONGEST_PROPERTY]
    properties.language = _WORD_LANGUAGES.get(document.lang, tag_of(document.lang))
    properties.last_modified_by = ""
    properties.revision = 1
    properties.created = properties.modified = dt.datetime(day.year, day.month, day.day)
