"""What is drawn in a Word file: SmartArt is read as a chart, pictures are named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from dealer_roles.imports.pieces import Grid, Piece, TableCell, is_blank
from dealer_roles.imports.refused import refuse
from dealer_roles.source.office_xml import FALLBACK, A, W

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_V = "{urn:schemas-microsoft-com:vml}"
_DRAWN = (W + "drawing", W + "pict", W + "object")
_MOST_NODES = 5_000
_DEEPEST = 40


class DrawingPlace(NamedTuple):
    """Where a paragraph stands, for what is drawn in it."""

    file: str
    table: str
    row: int
    column: int
    paragraph: int


def drawings(paragraph: Any, part: Any, place: DrawingPlace) -> Iterator[Grid | Piece]:
    """Yield what is drawn in a paragraph, text boxes excepted.

    Args:
        paragraph: The paragraph.
        part: The part of the file it stands in.
        place: Where that is.
    """
    for element in paragraph.iter(*_DRAWN):
        around = [a.tag for a in element.iterancestors()]
        if FALLBACK in around or any(tag in _DRAWN for tag in around):
            continue
        if next(element.iter(W + "txbxContent"), None) is not None:
            continue
        art = next(element.iter(_DGM + "relIds"), None)
        if art is not None:
            yield from _smart_art(part, art.get(_R + "dm", ""), place)
        else:
            yield _picture(element, place)


def _piece(place: DrawingPlace, text: str, aside: str = "") -> Piece:
    return Piece(
        place.file, text, place.table, place.row, place.column, place.paragraph, aside=aside
    )


def _picture(element: Any, place: DrawingPlace) -> Piece:
    """Return a picture as what the file says of it: what it shows, or what it is called."""
    said = next(element.iter(_WP + "docPr"), None)
    path = next(element.iter(_V + "textpath"), None)
    texts = [said.get(key, "") for key in ("descr", "title", "name")] if said is not None else []
    texts.append(path.get("string", "") if path is not None else "")
    text = next((text for text in texts if text.strip()), "(picture)")
    return _piece(place, " ".join(text.split())[:200], "picture")


def _smart_art(part: Any, data: str, place: DrawingPlace) -> Iterator[Grid | Piece]:
    """Yield SmartArt as a table in which each node stands as deep as it is drawn."""
    from lxml import etree

    related = part.related_parts.get(data)
    if related is None:
        yield _piece(place, "(SmartArt)", "picture")
        return
    root = etree.fromstring(related.blob, etree.XMLParser(resolve_entities=False))
    texts = {node.get("modelId", ""): _text(node) for node in root.iter(_DGM + "pt")}
    if len(texts) > _MOST_NODES:
        raise refuse(place.file, "SmartArt 过大", f"SmartArt of more than {_MOST_NODES} nodes")
    below: dict[str, list[tuple[int, str]]] = {}
    for line in root.iter(_DGM + "cxn"):
        if line.get("type", "parOf") == "parOf":
            order = line.get("srcOrd", "0")
            child = (int(order) if order.isdecimal() else 0, line.get("destId", ""))
            below.setdefault(line.get("srcId", ""), []).append(child)
    rows = list(_ordered(texts, below))
    width = max((depth for depth, _ in rows), default=-1) + 1
    if rows:
        yield Grid("SmartArt", [_row(place, n, row, width) for n, row in enumerate(rows, 1)])


def _text(node: Any) -> str:
    paragraphs = ["".join(t.text or "" for t in p.iter(A + "t")) for p in node.iter(A + "p")]
    return "\n".join(text for text in paragraphs if text.strip())


def _ordered(
    texts: dict[str, str], below: dict[str, list[tuple[int, str]]]
) -> Iterator[tuple[int, str]]:
    """Yield each node that says something with its depth, those below it behind it."""
    children = {child for found in below.values() for _, child in found}
    seen: set[str] = set()
    stack = [(0, key) for key in reversed(texts) if key not in children]
    while stack:
        depth, key = stack.pop()
        if key in seen or key not in texts:
            continue
        seen.add(key)
        says = not is_blank(texts[key])
        if says:
            yield depth, texts[key]
        deeper = min(depth + says, _DEEPEST)
        stack += [(deeper, child) for _, child in sorted(below.get(key, ()), reverse=True)]
    yield from ((0, text) for key, text in texts.items() if key not in seen and not is_blank(text))


def _row(
    place: DrawingPlace, number: int, row: tuple[int, str], width: int
) -> list[TableCell | None]:
    depth, text = row
    piece = Piece(place.file, text, "SmartArt", number, depth + 1)
    return [TableCell((piece,)) if column == depth else None for column in range(width)]
