"""What can be published."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from dealer_roles.organization.on_day import OnDay
from dealer_roles.publish.plugged_products import plugged_products
from dealer_roles.publish.product import Make, Product
from dealer_roles.values.choices import one_of
from dealer_roles.values.frozen import frozen
from dealer_roles.values.text import LANGS, Lang

if TYPE_CHECKING:
    from dealer_roles.publish.job_description.layouts import Layout
    from dealer_roles.publish.pictures.picture import PictureKind


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
    from dealer_roles.publish.handbook.handbook import handbook_common
    from dealer_roles.publish.handbook.publish import HandbookFormat, render_handbook

    del subject
    return render_handbook(handbook_common(org, lang), cast("HandbookFormat", format_))


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


def product_named(name: str, folder: str = "") -> Product:
    """Return the product of a name; only for one that is not ours plug-ins are looked at.

    Args:
        name: Its name.
        folder: The folder whose settings name plug-ins; none by default.

    Raises:
        InvalidArgument: There is no such product.
        InvalidSettings: A plug-in is not installed, or is not a product.
    """
    known = PRODUCTS
    if folder and all(product.name != name for product in known):
        known = (*known, *plugged_products(folder))
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


def published(
    name: str, more: Sequence[Product] = (), languages: Sequence[Lang] = LANGS
) -> Published | None:
    """Return what a file of this name holds, or ``None`` if it is no product's.

    Args:
        name: The name of the file.
        more: The products of plug-ins; ours come first here as everywhere.
        languages: The languages in which there may be files.
    """
    for product in (*PRODUCTS, *more):
        match = product.pattern.fullmatch(name)
        if match is not None:
            found = match.groupdict()
            if (lang := found.get("lang") or LANGS[0]) not in languages:
                return None
            format_ = product.formats[found["suffix"]]
            return Published(product, found.get("of") or "", format_, lang)
    return None
