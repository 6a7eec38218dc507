"""Text and Markdown, as pasted: lines, and the tables among them."""

from __future__ import annotations

import re

from dealer_roles.imports.pieces import Grid, InputFile, Piece, TableCell, is_blank
from dealer_roles.imports.read import limits
from dealer_roles.imports.read.delimited import check_length, check_size
from dealer_roles.imports.read.markup import has_tags, lines_of_markup
from dealer_roles.imports.read.pages import page_marks
from dealer_roles.imports.refused import refuse

_HEADING = re.compile(r"^\s{0,3}(#{1,6})\s+(?=\S)")
_STRONG = re.compile(r"^\s*(?:\*\*|__)(?P<text>.+?)(?:\*\*|__)\s*[:：]?\s*$")
_RULE = re.compile(r"^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$")
_EMPHASIS = re.compile(r"(\*{1,3}|_{2,3})(?=\S)([^*_|]*)(?<=\S)\1")
_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)
_LINES = re.compile(r"\r\n|\n|\r|\u2028|\u2029|\x0b|\x0c")


def read_text(text: str, name: str) -> InputFile:
    """Return the lines of a text; runs of lines with bars or tabs are tables.

    Raises:
        ImportRefused: It has more lines than the bounds allow.
    """
    text = text.replace("\x00", "\ufffd")
    said = lines_of_markup(text) if has_tags(text) else enumerate(_LINES.split(text), 1)
    numbers, lines = map(list, zip(*said, strict=True))
    if len(lines) > limits.MAX_PARAGRAPHS:
        raise refuse(name, "行数过多", f"more than {limits.MAX_PARAGRAPHS} lines")
    check_length(max(map(len, lines)), name)
    made = InputFile(name, flows=True)
    at = tables = 0
    while at < len(lines):
        end = _table_end(lines, at)
        if end > at:
            tables += 1
            made.blocks.append(_table(lines[at:end], name, str(tables), numbers[at:end]))
            at = end
            continue
        if not is_blank(lines[at]):
            made.blocks.append(_line(lines[at], name, numbers[at]))
        at += 1
    return _without_pages(made)


def _without_pages(made: InputFile) -> InputFile:
    """Set aside what a printed page adds to its text."""
    pieces = [block for block in made.blocks if isinstance(block, Piece)]
    marks = {id(pieces[n]) for n in page_marks(pieces)}
    for piece in pieces:
        if id(piece) in marks:
            piece.aside = "page"
            made.asides.append(piece)
    made.blocks = [block for block in made.blocks if id(block) not in marks]
    return made


def _line(line: str, name: str, number: int) -> Piece:
    heading = _HEADING.match(line)
    strong = _STRONG.match(line) is not None
    level = len(heading.group(1)) if heading else 0
    return Piece(name, line, paragraph=number, heading=level, strong=strong)


def _table_end(lines: list[str], start: int) -> int:
    """Return the line behind the table that starts here; ``start`` if none does."""
    for sign in ("|", "\t"):
        end = start
        while end < len(lines) and lines[end].strip().count(sign) >= (2 if sign == "|" else 1):
            end += 1
        barred = sign == "|" and end - start >= 2 and any(map(_RULE.match, lines[start:end]))
        if barred or (sign == "\t" and end - start >= 3 and _even(lines[start:end])):
            return end
    return start


def _even(lines: list[str]) -> bool:
    widths = {line.rstrip("\t").count("\t") for line in lines if not line.startswith("\t")}
    return len(widths) <= 2 and min(widths, default=0) >= 1


def _table(lines: list[str], name: str, title: str, numbers: list[int]) -> Grid:
    rows: list[list[TableCell | None]] = []
    for number, line in enumerate(lines, 1):
        if _RULE.match(line) and "|" in line:
            continue
        parts = line.split("\t") if "\t" in line and "|" not in line else _bars(line)
        rows.append(
            [
                TableCell((Piece(name, text, title, number, column, numbers[number - 1]),))
                if not is_blank(text)
                else None
                for column, text in enumerate(parts, 1)
            ]
        )
    width = max(map(len, rows), default=0)
    check_size(name, len(rows), width)
    return Grid(title, [row + [None] * (width - len(row)) for row in rows])


def _bars(line: str) -> list[str]:
    inner = line.strip().removeprefix("|").removesuffix("|")
    parts = (part.replace(r"\|", "|") for part in re.split(r"(?<!\\)\|", inner))
    return [_BREAK.sub("\n", _EMPHASIS.sub(r"\2", part)) for part in parts]
