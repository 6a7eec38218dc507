"""Taking out of python-docx's own template what is no part of ours."""

from __future__ import annotations

from typing import Any

from docx.oxml.ns import qn

KEPT_STYLES = ("Normal", "Default Paragraph Font", "Normal Table", "No List", "Sheet")
_FOREIGN = ("thumbnail", "customXml", "stylesWithEffects", "webSettings", "theme", "fontTable")
_SETTINGS = (
    "w:themeFontLang", "w:rsids", "w:savePreviewPicture", "w:shapeDefaults", "w:proofState",
    "w:clrSchemeMapping", "w:doNotAutoCompressPictures", "m:mathPr", "w14:docId",
    "w14:defaultImageDpi",
)  # fmt: skip
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_PROGRAM = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'extended-properties"><Application>dealer-roles</Application></Properties>'
)


def without_residue(document: Any, styles: tuple[str, ...]) -> None:
    """Drop pictures, themes, settings and styles that the template does not use.

    Args:
        document: The document, changed in place.
        styles: The names of its own styles.
    """
    package = document.part.package
    for rels in (package.rels, document.part.rels):
        for id_, rel in list(rels.items()):
            if any(word in rel.reltype for word in _FOREIGN):
                del rels[id_]
            elif rel.reltype.endswith("extended-properties"):
                rel.target_part._blob = _PROGRAM  # noqa: SLF001 - python-docx keeps it as it is
    settings = document.settings.element
    names = {_name(tag) for tag in _SETTINGS}
    for child in list(settings):
        if child.tag in names:
            settings.remove(child)
    _prune(document.styles.element, {*KEPT_STYLES, *styles})


def _name(tag: str) -> str:
    return f"{_W14}{tag[4:]}" if tag.startswith("w14:") else str(qn(tag))


def _prune(element: Any, names: set[str]) -> None:
    kept = {name.lower() for name in names}
    for style in element.findall(qn("w:style")):
        if str(style.find(qn("w:name")).get(qn("w:val"))).lower() not in kept:
            element.remove(style)
    known = {style.get(qn("w:styleId")) for style in element.findall(qn("w:style"))}
    for tag in ("w:link", "w:next", "w:basedOn"):
        for found in list(element.iter(qn(tag))):
            if found.get(qn("w:val")) not in known:
                found.getparent().remove(found)
    for latent in element.findall(qn("w:latentStyles")):
        element.remove(latent)
    _speak_plainly(element)


def _speak_plainly(element: Any) -> None:
    """Name fonts, colours and languages outright, where a theme or a foreign user named them."""
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        for fonts in element.iter(qn("w:rFonts")):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
    for theme in ("themeColor", "themeTint", "themeShade"):
        for color in element.iter(qn("w:color")):
            color.attrib.pop(qn(f"w:{theme}"), None)
    for language in element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
        language.set(qn("w:eastAsia"), "zh-CN")
        language.attrib.pop(qn("w:bidi"), None)
