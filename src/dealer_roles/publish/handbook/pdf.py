"""A handbook as a tagged PDF, set by Typst."""

from __future__ import annotations

import json

from dealer_roles.publish.handbook.handbook import Chapter, Handbook
from dealer_roles.publish.pictures.svg import svg
from dealer_roles.publish.render.files import template_bytes
from dealer_roles.publish.render.pdf import compile_typst, fonts_for
from dealer_roles.publish.render.typst_data import meta_data, section_data, typst_data


def handbook_pdf(handbook: Handbook) -> bytes:
    """Return the handbook as PDF; the same bytes for the same handbook, fonts and Typst.

    Raises:
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
    source = template_bytes("blocks.typ") + template_bytes("handbook.typ")
    return compile_typst(source, {"document": text, "fonts": fonts_for(text)})


def _figure(chapter: Chapter) -> dict[str, str] | None:
    if chapter.figure is None:
        return None
    return {"svg": svg(chapter.figure), "title": chapter.figure.title}
