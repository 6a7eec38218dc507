"""Word files: paragraphs with their automatic numbers, tables with their merged cells."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from dealer_roles.imports.pieces import Grid, InputFile, Piece, TableCell, is_blank
from dealer_roles.imports.read import limits
from dealer_roles.imports.read.archive import guard
from dealer_roles.imports.read.delimited import check_length, check_size
from dealer_roles.imports.read.word_drawings import DrawingPlace, drawings
from dealer_roles.imports.read.word_numbers import Numbering
from dealer_roles.imports.refused import ImportRefused, refuse
from dealer_roles.source.office_xml import FALLBACK, W
from dealer_roles.values.errors import MissingExtra

_BLANK = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
_SKIPPED = {FALLBACK, W + "del", W + "moveFrom", W + "instrText", W + "txbxContent", W + "pPr"}
_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_ASIDES = (
    ("header", "页眉 — page header"), ("footer", "页脚 — page footer"),
    ("footnotes", "脚注 — footnote"), ("endnotes", "尾注 — endnote"),
    ("comments", "批注 — comment"),
)  # fmt: skip


def read_docx(data: bytes, name: str) -> InputFile:
    """Return the paragraphs and tables of a Word file.

    Raises:
        ImportRefused: It is hostile, broken or too large.
        MissingExtra: python-docx is not installed.
    """
    guard(data, name)
    try:
        import docx
    except ImportError as error:
        raise MissingExtra("Importing Word files", "import") from error
    try:
        document = docx.Document(io.BytesIO(data))
        reader = _Reader(document, name)
        reader.body(document.element.body)
        return InputFile(name, reader.blocks, [*reader.asides, *_asides(document, name)])
    except ImportRefused:
        raise
    except (
        KeyError, ValueError, TypeError, AttributeError, RecursionError, SyntaxError,
    ) as error:  # fmt: skip
        raise refuse(name, f"无法作为 Word 读取：{error}", f"not readable: {error}") from error


def _asides(document: Any, name: str) -> Iterator[Piece]:
    """Yield what stands beside the text; it is accounted for, not imported."""
    from lxml import etree

    for part in sorted(document.part.package.iter_parts(), key=lambda p: str(p.partname)):
        base = str(part.partname).rsplit("/", 1)[-1]
        why = next((why for start, why in _ASIDES if base.startswith(start)), "")
        if not why or not base.endswith(".xml") or "commentsE" in base or "commentsI" in base:
            continue
        root = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False))
        for number, paragraph in enumerate(root.iter(W + "p"), 1):
            if text := _text(paragraph).strip():
                yield Piece(name, text, base[:-4], paragraph=number, aside=why)


def _text(paragraph: Any) -> str:
    """Return the text of a paragraph; what is deleted, and boxes anchored in it, are not in it."""
    parts: list[str] = []
    stack = [paragraph]
    while stack:
        element = stack.pop()
        if element.tag == W + "t":
            parts.append(element.text or "")
        elif element.tag in _BLANK:
            parts.append(_BLANK[element.tag])
        elif element.tag == W + "sym":
            parts.append(_symbol(element))
        elif element.tag not in _SKIPPED:
            stack.extend(reversed(element))
    return "".join(parts)


# Signs that Word takes from fonts of signs: ticks, boxes, balls.
_SIGNS = {
    "fc": "✓", "fe": "☑", "fd": "☒", "a8": "□", "6f": "□", "6c": "●", "a1": "○", "6e": "■",
    "d8": "➢", "d6": "√", "b7": "•", "50": "✓", "52": "☑", "ab": "★", "b6": "☆", "75": "◆",
}  # fmt: skip


def _symbol(element: Any) -> str:
    """Return a sign of such a font as a character; one that is not known is a box."""
    return _SIGNS.get(element.get(W + "char", "").lower()[-2:], "▪")


def _boxes(paragraph: Any) -> Iterator[Any]:
    """Yield the text boxes anchored in a paragraph."""
    for box in paragraph.iter(W + "txbxContent"):
        if not any(a.tag in (FALLBACK, W + "txbxContent") for a in box.iterancestors()):
            yield box


class _Reader:
    def __init__(self, document: Any, name: str) -> None:
        self.blocks: list[Piece | Grid] = []
        self.asides: list[Piece] = []
        self._part = document.part
        self._name = name
        self._styles = {s.style_id: s.name or "" for s in document.styles if hasattr(s, "style_id")}
        self._numbering = _numbering(document)
        self._paragraphs = self._tables = 0

    def body(self, parent: Any) -> None:
        """Read what stands in the body, in a text box or in a content control."""
        for element in parent:
            if element.tag == W + "p":
                self._paragraphs += 1
                if self._paragraphs > limits.MAX_PARAGRAPHS:
                    most = limits.MAX_PARAGRAPHS
                    raise refuse(self._name, "段落过多", f"more than {most} paragraphs")
                self._block(self._piece(element, paragraph=self._paragraphs), element)
            elif element.tag == W + "tbl":
                self._table(element)
            elif element.tag not in (W + "sectPr", W + "del", W + "moveFrom"):
                content = element.find(W + "sdtContent")
                self.body(element if content is None else content)

    def _block(self, piece: Piece, element: Any) -> None:
        if not is_blank(piece.text):
            self.blocks.append(piece)
        self._drawn(element, DrawingPlace(self._name, "", 0, 0, self._paragraphs))

    def _drawn(self, paragraph: Any, place: DrawingPlace) -> None:
        """Read what is drawn in a paragraph: text boxes, SmartArt; pictures are named."""
        for box in _boxes(paragraph):
            self.body(box)
        for drawing in drawings(paragraph, self._part, place):
            if isinstance(drawing, Grid):
                self.blocks.append(drawing)
            else:
                self.asides.append(drawing)

    def _piece(self, element: Any, **place: Any) -> Piece:
        properties = element.find(W + "pPr")
        style = properties.find(W + "pStyle") if properties is not None else None
        style_id = "" if style is None else style.get(W + "val", "")
        heading = _HEADING.match(self._styles.get(style_id, style_id))
        text = _text(element)
        check_length(len(text), self._name)
        number = self._numbering.next(element, style_id) if text.strip() else ""
        return Piece(
            self._name,
            text,
            number=number,
            heading=int(heading.group(1)) if heading else 0,
            strong=_is_strong(element),
            **place,
        )

    def _table(self, table: Any) -> None:
        self._tables += 1
        title = str(self._tables)
        rows: list[list[TableCell | None]] = []
        nested: list[Any] = []
        for number, row in enumerate(_inside(table, "tr"), 1):
            rows.append(self._row(row, rows, title, number, nested))
        width = max(map(len, rows), default=0)
        check_size(self._name, len(rows), width)
        self.blocks.append(Grid(title, [row + [None] * (width - len(row)) for row in rows]))
        for inner in nested:
            self._table(inner)

    def _row(
        self,
        row: Any,
        above: list[list[TableCell | None]],
        title: str,
        number: int,
        nested: list[Any],
    ) -> list[TableCell | None]:
        before = row.find(f"{W}trPr/{W}gridBefore")
        cells: list[TableCell | None] = (
            [None] * min(_span(before), 200) if before is not None else []
        )
        for element in _inside(row, "tc"):
            properties = element.find(W + "tcPr")
            span = min(_span(_child(properties, "gridSpan")), 200)
            merge = _child(properties, "vMerge")
            goes_on = merge is not None and merge.get(W + "val", "continue") == "continue"
            over = (
                above[-1][len(cells)] if goes_on and above and len(above[-1]) > len(cells) else None
            )
            cell = over or self._cell(element, title, number, len(cells) + 1)
            nested += _inside(element, "tbl")
            cells += [cell] * span
        return cells

    def _cell(self, element: Any, title: str, row: int, column: int) -> TableCell | None:
        pieces: list[Piece] = []
        for paragraph in _inside(element, "p"):
            place = {"table": title, "row": row, "column": column, "paragraph": len(pieces) + 1}
            piece = self._piece(paragraph, **place)
            if not is_blank(piece.text):
                pieces.append(piece)
            self._drawn(paragraph, DrawingPlace(self._name, title, row, column, len(pieces)))
        return TableCell(tuple(pieces)) if pieces else None


def _child(element: Any, name: str) -> Any:
    return None if element is None else element.find(W + name)


def _span(element: Any) -> int:
    value = "1" if element is None else element.get(W + "val", "1")
    return int(value) if value.isdigit() and len(value) < 6 else 1


def _inside(element: Any, name: str) -> Iterator[Any]:
    """Yield the children of one kind, also those inside content controls and insertions."""
    for child in element:
        if child.tag == W + name:
            yield child
        elif child.tag in (W + "sdt", W + "sdtContent", W + "ins", W + "customXml", W + "smartTag"):
            yield from _inside(child, name)


def _is_strong(paragraph: Any) -> bool:
    runs = [run for run in paragraph.iter(W + "r") if run.findtext(W + "t", "").strip()]
    marks = [_child(run.find(W + "rPr"), "b") for run in runs]
    return bool(runs) and all(
        b is not None and b.get(W + "val") not in ("0", "false") for b in marks
    )


def _numbering(document: Any) -> Numbering:
    parts = {str(p.partname).rsplit("/", 1)[-1]: p for p in document.part.package.iter_parts()}
    part = parts.get("numbering.xml")
    return Numbering(None if part is None else part.element, document.styles.element)
