"""Job descriptions in every format, one or all of an organization."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from dealer_roles.organization.on_day import OnDay
from dealer_roles.output.json_text import json_text
from dealer_roles.publish.document.document import Document
from dealer_roles.publish.file_names import usual_name
from dealer_roles.publish.job_description.layouts import Layout
from dealer_roles.publish.job_description.sections import job_description
from dealer_roles.publish.render.errors import InvalidTemplate
from dealer_roles.source.gate import Refused, read_named
from dealer_roles.values.frozen import frozen
from dealer_roles.values.text import LANGS, Lang

Format = Literal["md", "html", "docx", "pdf", "json"]
FORMATS: tuple[Format, ...] = ("md", "html", "docx", "pdf", "json")
BINARY: frozenset[str] = frozenset({"docx", "pdf"})


@frozen
class WordTemplate:
    """A Word template of one's own.

    Attributes:
        label: What messages call it.
        content: The bytes of the ``.docx`` file.
    """

    label: str
    content: bytes

    @classmethod
    def read(cls, path: Path) -> WordTemplate:
        """Return the template in a file.

        Raises:
            InvalidTemplate: It cannot be read.
        """
        try:
            return cls(str(path), read_named(path))
        except Refused as error:
            raise InvalidTemplate(str(path), [error.words]) from error


@frozen
class Described:
    """One job description, rendered.

    Attributes:
        position: The position or post.
        file: Its usual file name: ``<position>.<lang>.<format>``, or ``<position>.summary.…``.
        content: The bytes of the file.
    """

    position: str
    lang: Lang
    file: str
    content: bytes


def describe(
    org: OnDay,
    position: str,
    lang: Lang = "zh",
    format: Format = "md",
    template: WordTemplate | None = None,
    *,
    layout: Layout = "full",
) -> str | bytes:
    """Return the job description of a position or post.

    Args:
        org: The organization on a day.
        position: The position or post.
        lang: ``zh`` or ``en``.
        format: ``md``, ``html`` and ``json`` give text; ``docx`` and ``pdf`` give bytes.
        template: A Word template of one's own, for ``docx``.
        layout: All of it, what is signed on few pages, or the annex to that.

    Raises:
        UnknownId: The organization has no such position or post.
        MissingExtra: The format needs packages that are not installed.
        MissingFont: No installed font has a character (``pdf``).
        InvalidTemplate: The template cannot be used (``docx``).
    """
    return render(job_description(org, position, lang, layout), format, template)


def render(document: Document, format: Format, template: WordTemplate | None = None) -> str | bytes:
    """Return a document in a format; only the renderer that is needed is imported."""
    if format == "html":
        from dealer_roles.publish.render.html import html

        return html(document)
    if format == "pdf":
        from dealer_roles.publish.render.pdf import pdf

        return pdf(document)
    if format == "docx":
        from dealer_roles.publish.job_description.docx import docx

        return (
            docx(document) if template is None else docx(document, template.content, template.label)
        )
    if format == "json":
        return json_text(document.to_dict())
    from dealer_roles.publish.render.markdown import markdown

    return markdown(document)


def holders(org: OnDay) -> tuple[str, ...]:
    """Return whom job descriptions are made for: every position, then every post."""
    return (*org.model.positions, *org.model.posts)


def describe_all(
    org: OnDay,
    langs: Sequence[Lang] = LANGS,
    format: Format = "md",
    template: WordTemplate | None = None,
    *,
    layout: Layout = "full",
) -> Iterator[Described]:
    """Yield the job descriptions of all positions and posts, in every language given.

    Args:
        org: The organization on a day.
        langs: The languages.
        format: The format.
        template: A Word template of one's own, for ``docx``.
        layout: All of it, what is signed on few pages, or the annex to that.

    Raises:
        MissingExtra: The format needs packages that are not installed.
        MissingFont: No installed font has a character (``pdf``).
        InvalidTemplate: The template cannot be used (``docx``).
    """
    for position in holders(org):
        for lang in langs:
            made = describe(org, position, lang, format, template, layout=layout)
            infix = "" if layout == "full" else layout
            name = usual_name(prefix="", subject=position, infix=infix, lang=lang, suffix=format)
            yield Described(position, lang, name, as_bytes(made))


def as_bytes(content: str | bytes) -> bytes:
    """Return what goes into the file."""
    return content if isinstance(content, bytes) else content.encode("utf-8")
