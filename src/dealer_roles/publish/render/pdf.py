"""A document as a tagged PDF (PDF/UA-1), set by Typst."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from dealer_roles.publish.document.document import Document
from dealer_roles.publish.render.errors import MissingFont
from dealer_roles.publish.render.files import template_bytes
from dealer_roles.publish.render.typst_data import typst_data
from dealer_roles.values.errors import MissingExtra

if TYPE_CHECKING:
    import typst

# Families that have Chinese, best first; the ones that ship with Linux, macOS and Windows.
SERIF = (
    "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "STSong", "SimSun", "NSimSun",
)  # fmt: skip
SANS = (
    "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "SimHei",
    "WenQuanYi Micro Hei", "WenQuanYi Zen Hei",
)  # fmt: skip
# What Typst carries itself: enough for English.
CARRIED = "Libertinus Serif"
# What the extra brings, for computers without Chinese.
PACKAGED = "noto_cjk_sans_otc"
_BOLD = 600
_HAN = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
_CANNOT_SHOW = re.compile(r'the text `"(.*?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


def pdf(document: Document) -> bytes:
    """Return the document as PDF; the same bytes for the same document, fonts and Typst.

    Raises:
        MissingExtra: Typst is not installed.
        MissingFont: No installed font has a character of the document.
    """
    data = json.dumps(typst_data(document), ensure_ascii=False)
    source = template_bytes("blocks.typ") + template_bytes("document.typ")
    return compile_typst(source, {"document": data, "fonts": fonts_for(data)})


def compile_typst(source: bytes, inputs: dict[str, str]) -> bytes:
    """Return Typst source compiled to a tagged PDF without a date.

    Args:
        source: The template: trusted, our own.
        inputs: What it reads from ``sys.inputs``: untrusted data.

    Raises:
        MissingExtra: Typst is not installed.
        MissingFont: No installed font has a character.
    """
    fonts = installed()
    import typst

    compiler = typst.Compiler(source, font_paths=fonts, sys_inputs=inputs)
    try:
        made, _ = compiler.compile_with_warnings(format="pdf", pdf_standards=["ua-1"])
    except typst.TypstError as error:
        lost = _ESCAPED.sub(_character, "".join(_CANNOT_SHOW.findall(str(error.diagnostic))))
        if lost:
            shown = (c for c in lost if unicodedata.category(c) != "Cf")
            raise MissingFont("".join(shown)) from error
        raise
    assert isinstance(made, bytes)
    return made


def _character(escaped: re.Match[str]) -> str:
    return chr(int(escaped[1], 16))


@cache
def installed() -> typst.Fonts:
    """Return the fonts of this computer, searched once; with the packaged one if none is Chinese.

    Raises:
        MissingExtra: Typst is not installed.
    """
    try:
        import typst
    except ImportError as error:
        raise MissingExtra("PDF", "pdf") from error
    fonts = typst.Fonts()
    if {*SERIF, *SANS}.isdisjoint(fonts.families()):
        return typst.Fonts(font_paths=packaged())
    return fonts


def packaged() -> list[str]:
    """Return the folders of fonts that came with the extra."""
    found = find_spec(PACKAGED)
    return list(found.submodule_search_locations or ()) if found else []


def fonts_for(text: str) -> str:
    """Return the fonts a template is to use, as JSON.

    Args:
        text: The text to be set.

    Raises:
        MissingExtra: Typst is not installed.
        MissingFont: The text is Chinese, and no font has Chinese.
    """
    fonts = installed()
    chosen = choose_fonts(fonts.families(), text)
    bold = {font.family for font in fonts.fonts() if font.weight >= _BOLD}
    return json.dumps({**chosen, "bold": chosen["head"][0] in bold})


def choose_fonts(families: Sequence[str], text: str) -> dict[str, list[str]]:
    """Return the families for body and headings out of those installed.

    Args:
        families: What is installed.
        text: The text to be set.

    Raises:
        MissingFont: The text is Chinese, and none of the families has Chinese.
    """
    known = set(families)
    serif = [family for family in SERIF if family in known]
    sans = [family for family in SANS if family in known]
    if not serif and not sans and _HAN.search(text):
        raise MissingFont
    body = (serif or sans)[:1]
    head = (sans or serif)[:1]
    return {"body": body or [CARRIED], "head": head or [CARRIED]}
