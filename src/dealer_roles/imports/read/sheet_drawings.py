"""What no cell of a workbook holds: shapes, pictures, comments."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from dealer_roles.imports.pieces import Piece
from dealer_roles.source.office_xml import A

_X = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_DRAWING = re.compile(r"xl/drawings/(drawing\d+)\.xml")
_COMMENTS = re.compile(r"xl/(?:comments/)?(comments?\d+)\.xml")


def beside_cells(data: bytes, name: str) -> list[Piece]:
    """Return what no cell holds; it is accounted for, not imported.

    Args:
        data: The workbook; the guard has looked at it.
        name: What it is called.
    """
    from lxml import etree

    found: list[Piece] = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for part in sorted(archive.namelist()):
            drawing = _DRAWING.fullmatch(part)
            named = drawing or _COMMENTS.fullmatch(part)
            if named is None:
                continue
            root = etree.fromstring(archive.read(part), etree.XMLParser(resolve_entities=False))
            said = _drawn(root) if drawing else _said(root)
            found += [
                Piece(name, text, named.group(1), paragraph=number, aside=why)
                for number, (text, why) in enumerate(said, 1)
            ]
    return found


def _drawn(root: Any) -> Iterator[tuple[str, str]]:
    for shape in root.iter(_X + "sp"):
        lines = ("".join(t.text or "" for t in p.iter(A + "t")) for p in shape.iter(A + "p"))
        if text := "\n".join(line for line in lines if line.strip()):
            yield text, "shape"
    for element in root.iter(_X + "pic", _X + "graphicFrame"):
        said = next(element.iter(_X + "cNvPr"), None)
        texts = [said.get("descr", ""), said.get("name", "")] if said is not None else []
        yield next((text for text in texts if text.strip()), "(picture)")[:200], "picture"


def _said(root: Any) -> Iterator[tuple[str, str]]:
    for comment in root.iter(_S + "comment"):
        if text := "".join(t.text or "" for t in comment.iter(_S + "t")).strip():
            yield text, "comment"
