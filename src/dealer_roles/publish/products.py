"""What can be published: each product with its file name, its formats and how it is made."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, cast

from dealer_roles.organization.on_day import OnDay
from dealer_roles.questions.arguments import require_department, require_position, require_process
from dealer_roles.values.choices import one_of
from dealer_roles.values.errors import InvalidArgument
from dealer_roles.values.frozen import frozen
from dealer_roles.values.text import LANGS, Lang, Text

if TYPE_CHECKING:
    from dealer_roles.publish.job_description.layouts import Layout
    from dealer_roles.publish.pictures.picture import PictureKind

About = Literal["organization", "position", "department", "process"]
Make = Callable[[OnDay, str, str, Lang], "str | bytes"]

_REQUIRE: Mapping[About, Callable[[OnDay, str], None]] = MappingProxyType(
    {
        "position": require_position,
        "department": require_department,
        "process": require_process,
    }
)


@dataclass(frozen=True)
class Product:
    """Something that can be published.

    Attributes:
        name: What it is called.
        formats: The formats by the suffix of their files, the usual one first.
        make: How it is made: of an organization on a day, about a subject (empty for
            the whole organization), in a format and a language.
        about: What a subject of it is.
        needs_subject: Whether there is none of the whole organization.
        in_languages: Whether the file name says the language.
        prefix: What its file names begin with; by default the name.
        infix: What stands between the subject and the language.
    """

    name: str
    formats: Mapping[str, str]
    make: Make
    about: About = "organization"
    needs_subject: bool = False
    in_languages: bool = True
    prefix: str | None = None
    infix: str = field(default="", kw_only=True)

    @property
    def of_everyone(self) -> bool:
        """Whether a folder that holds one of it should hold those of all its subjects."""
        return self.prefix == ""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The names of its files, with the groups ``of``, ``lang`` and ``suffix``."""
        prefix = self.name if self.prefix is None else self.prefix
        dot = r"\." if prefix else ""
        of = rf"{dot}(?P<of>[a-z0-9-]+)"
        parts = [re.escape(prefix)]
        if self.about != "organization":
            parts.append(of if self.needs_subject else f"(?:{of})?")
        if self.infix:
            parts.append(rf"\.{re.escape(self.infix)}")
        if self.in_languages:
            parts.append(rf"\.(?P<lang>{'|'.join(LANGS)})")
        suffixes = "|".join(map(re.escape, self.formats))
        return re.compile(rf"{''.join(parts)}\.(?P<suffix>{suffixes})")

    def file_name(self, subject: str, format_: str, lang: str) -> str:
        """Return the usual name of a file of it."""
        suffix = next(s for s, known in self.formats.items() if known == format_)
        prefix = self.name if self.prefix is None else self.prefix
        lang = lang if self.in_languages else ""
        return ".".join(part for part in (prefix, subject, self.infix, lang, suffix) if part)

    def publish(self, org: OnDay, subject: str, format_: str, lang: str) -> str | bytes:
        """Return the content of one file of it.

        Args:
            org: The organization on a day.
            subject: The id of what it is about; empty for the whole organization.
            format_: One of its formats.
            lang: ``zh`` or ``en``.

        Raises:
            InvalidArgument: The format or the language is none of its own, the subject is
                missing, or there is one where there can be none.
            UnknownId: The organization has no such subject.
            MissingExtra: The format needs packages that are not installed.
        """
        format_ = one_of("format", format_, tuple(self.formats.values()))
        lang = one_of("lang", lang, LANGS)
        if subject and self.about in _REQUIRE:
            _REQUIRE[self.about](org, subject)
        elif bool(subject) != self.needs_subject:
            raise InvalidArgument(self.about, repr(subject), _subject_wanted(self))
        return self.make(org, subject, format_, lang)

    def published(
        self, org: OnDay, given: Mapping[str, str | None], format_: str | None, lang: str
    ) -> bytes:
        """Return one file of it, whose subject is given by the sort of thing that it is.

        Args:
            org: The organization on a day.
            given: The position, the process and the department, each an id or ``None``.
            format_: One of its formats; ``None`` for the usual one.
            lang: ``zh`` or ``en``.

        Raises:
            InvalidArgument: As :meth:`publish`; also where another sort of thing is given.
            UnknownId: The organization has no such subject.
            MissingExtra: The format needs packages that are not installed.
        """
        for sort, id_ in given.items():
            if id_ is not None and sort != self.about:
                raise InvalidArgument(sort, repr(id_), _no_such_subject(self, sort))
        usual = next(iter(self.formats.values()))
        wanted = usual if format_ is None else format_
        made = self.publish(org, given.get(self.about) or "", wanted, lang)
        return made if isinstance(made, bytes) else made.encode("utf-8")


def _no_such_subject(product: Product, sort: str) -> Text:
    return Text(f"空：{product.name} 不按 {sort} 区分", f"left out: {product.name} has no {sort}")


def _subject_wanted(product: Product) -> Text:
    if product.needs_subject:
        return Text(f"{product.name} 必须指明的 id", f"an id, which {product.name} needs")
    return Text(f"空：{product.name} 是整个组织的", f"left out: {product.name} is of the whole")


def _job_description(layout: Layout) -> Make:
    def make(org: OnDay, position: str, format_: str, lang: Lang) -> str | bytes:
        from dealer_roles.publish.job_description.publish import Format, describe

        return describe(org, position, lang, cast("Format", format_), layout=layout)

    return make


def _matrix(org: OnDay, subject: str, format_: str, lang: Lang) -> bytes:
    from dealer_roles.publish.matrix.publish import MatrixFormat, matrix_of, render_matrix

    del subject
    return render_matrix(matrix_of(org, lang), cast("MatrixFormat", format_))


def _authority(org: OnDay, subject: str, format_: str, lang: Lang) -> str | bytes:
    from dealer_roles.publish.authority_table.authority_page import authority_document
    from dealer_roles.publish.authority_table.publish import AuthorityFormat, render_authority

    del subject
    return render_authority(authority_document(org, lang), cast("AuthorityFormat", format_))


def _handbook(org: OnDay, subject: str, format_: str, lang: Lang) -> bytes:
    from dealer_roles.publish.handbook.publish import HandbookFormat, handbook_of, render_handbook

    return render_handbook(handbook_of(org, lang, subject), cast("HandbookFormat", format_))


def _handbook_common(org: OnDay, subject: str, format_: str, lang: Lang) -> bytes:
    from dealer_roles.publish.handbook.publish import (
        HandbookFormat,
        common_part_of,
        render_handbook,
    )

    del subject
    return render_handbook(common_part_of(org, lang), cast("HandbookFormat", format_))


def _explorer(org: OnDay, subject: str, format_: str, lang: Lang) -> str:
    from dealer_roles.publish.explorer.publish import explorer_of

    del subject, format_
    return explorer_of(org, lang)


def _picture(kind: PictureKind) -> Make:
    """Return what makes a picture of a kind; its subject is a process or a department."""

    def make(org: OnDay, subject: str, format_: str, lang: Lang) -> str:
        from dealer_roles.publish.pictures.publish import PictureFormat, picture_of, render_picture

        process, department = (subject, "") if kind == "process" else ("", subject)
        picture = picture_of(org, kind, lang, process, department)
        return render_picture(picture, cast("PictureFormat", format_))

    return make


def _organization(org: OnDay, subject: str, format_: str, lang: Lang) -> str:
    from dealer_roles.publish.linked_data.publish import organization_jsonld

    del subject, format_, lang
    return organization_jsonld(org)


def _occupation(org: OnDay, position: str, format_: str, lang: Lang) -> str:
    from dealer_roles.publish.linked_data.publish import occupation_of

    del format_
    return occupation_of(org, position, lang)


def _formats(*names: str) -> Mapping[str, str]:
    return MappingProxyType({name: name for name in names})


_PICTURES = MappingProxyType({"svg": "svg", "mmd": "mermaid", "dot": "dot"})
_PAPERS = _formats("docx", "pdf", "html", "md", "json")
_DATA = MappingProxyType({"jsonld": "jsonld"})
_PARTIAL: tuple[Layout, ...] = ("summary", "annex")

PRODUCTS: tuple[Product, ...] = (
    Product("matrix", _formats("xlsx", "csv", "html"), _matrix),
    Product("authority", _formats("html", "xlsx", "pdf", "md", "json"), _authority),
    Product("handbook", _formats("html", "pdf"), _handbook, "department"),
    Product("handbook-common", _formats("html", "pdf"), _handbook_common),
    Product("explorer", _formats("html"), _explorer),
    Product("org-chart", _PICTURES, _picture("org-chart"), "department"),
    Product("handoffs", _PICTURES, _picture("handoffs"), "department"),
    Product("process", _PICTURES, _picture("process"), "process", needs_subject=True),
    Product("organization", _DATA, _organization, in_languages=False),
    Product("occupation", _DATA, _occupation, "position", needs_subject=True),
    *(
        Product(
            f"job-description-{layout}",
            _PAPERS,
            _job_description(layout),
            "position",
            True,
            prefix="",
            infix=layout,
        )
        for layout in _PARTIAL
    ),
    Product("job-description", _PAPERS, _job_description("full"), "position", True, prefix=""),
)
"""Everything that can be published. A file is of the first product whose name it has."""


def product_named(name: str, more: Sequence[Product] = ()) -> Product:
    """Return the product of a name.

    Args:
        name: Its name.
        more: The products of plug-ins.

    Raises:
        InvalidArgument: There is no such product.
    """
    known = (*PRODUCTS, *more)
    one_of("product", name, tuple(product.name for product in known))
    return next(product for product in known if product.name == name)


@frozen
class Published:
    """A file whose name says what it holds.

    Attributes:
        product: What it is.
        subject: What it is about; empty for the whole organization.
        format: Its format.
        lang: Its language.
    """

    product: Product
    subject: str
    format: str
    lang: Lang

    def content(self, org: OnDay) -> str | bytes:
        """Return what it should hold; ``UnknownId`` if there is no such subject any more."""
        return self.product.publish(org, self.subject, self.format, self.lang)


def published(name: str, more: Sequence[Product] = ()) -> Published | None:
    """Return what a file of this name holds, or ``None`` if it is no product's.

    Args:
        name: The name of the file.
        more: The products of plug-ins.
    """
    for product in (*more, *PRODUCTS):
        match = product.pattern.fullmatch(name)
        if match is not None:
            found = match.groupdict()
            lang = one_of("lang", found.get("lang") or LANGS[0], LANGS)
            format_ = product.formats[found["suffix"]]
            return Published(product, found.get("of") or "", format_, lang)
    return None
