"""A handbook as a tagged PDF, set by Typst."""

from __future__ import annotations

import json

from dealer_roles.publish.handbook.handbook import Chapter, Handbook
from dealer_roles.publish.pictures.svg import svg
from dealer_roles.publish.render.files import template_bytes
from dealer_roles.publish.render.pdf import compile_typst, fonts_for
from dealer_roles.publish.render.typst_data import meta_data, section_data, typst_data
from dealer_roles.values.errors import DealerRolesError
from dealer_roles.values.text import Text

MOST_MEGABYTES = 1_500
"""More memory than this a handbook takes only if that was asked for."""
_SET_IN_A_MEGABYTE = 2_200
"""How many characters of data Typst sets in one (measured: 2 100 to 2 600, of any store)."""


class HandbookTooLarge(DealerRolesError, ValueError):
    """A handbook whose PDF would take more memory than most computers have to spare.

    Attributes:
        megabytes: About how much.
    """

    def __init__(self, megabytes: int) -> None:
        self.megabytes = megabytes
        super().__init__()

    @property
    def message(self) -> Text:
        """How much memory it would take, and what to do."""
        size = f"{self.megabytes / 1000:.1f} GB"
        return Text(
            f"整本手册排成一份 PDF 约需 {size} 内存；请加 --parts 按部门分册"
            "（render 的文件夹里也放分册），或用 HTML 格式；确要整本，加 --whole",
            f"the whole handbook as one PDF takes about {size} of memory; write it in parts with "
            "--parts (a folder for 'render' holds those, too), or as HTML; --whole insists",
        )


def handbook_pdf(handbook: Handbook, *, whole: bool = False) -> bytes:
    """Return the handbook as PDF; the same bytes for the same handbook, fonts and Typst.

    Args:
        handbook: The handbook.
        whole: Make it however much memory it takes.

    Raises:
        HandbookTooLarge: It would take too much memory.
        MissingExtra: Typst is not installed.
        MissingFont: No installed font has a character of the handbook.
    """
    data = {
        "lang": handbook.lang,
        "title": handbook.title,
        "name": handbook.name,
        "contents": handbook.contents,
        "meta": meta_data(handbook.meta),
        "effective": handbook.meta.effective,
        "chapters": [
            {
                "title": chapter.title,
                "figure": _figure(chapter),
                "sections": [section_data(section) for section in chapter.sections],
                "documents": [typst_data(document) for document in chapter.documents],
            }
            for chapter in handbook.chapters
        ],
    }
    text = json.dumps(data, ensure_ascii=False)
    needed = len(text) // _SET_IN_A_MEGABYTE
    if needed > MOST_MEGABYTES and not whole:
        raise HandbookTooLarge(needed)
    source = template_bytes("blocks.typ") + template_bytes("handbook.typ")
    return compile_typst(source, {"document": text, "fonts": fonts_for(text)})


def _figure(chapter: Chapter) -> dict[str, str] | None:
    if chapter.figure is None:
        return None
    return {"svg": svg(chapter.figure), "title": chapter.figure.title}
