"""Lines: what a reader sees as one item, whether or not it is one paragraph of the file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dealer_roles.imports.marks import Mark, mark_of, split_numbered
from dealer_roles.imports.pieces import Bit, Piece
from dealer_roles.imports.recognise.labels import LEFT_OUT, LISTS, LONGEST_LABEL, Labels
from dealer_roles.imports.recognise.roles import heading_name, is_chinese, is_department, is_role

_CLOSED = "。；;.!！?？:：…”"
_LONG_ENOUGH = 24  # columns; a Chinese character takes two
_NEARLY_FULL = 0.85
_MARKDOWN = re.compile(r"^[*_]{1,3}|[*_]{1,3}(?=\s*[:：]?\s*$)")


@dataclass(slots=True)
class TextLine:
    """An item of a text.

    Attributes:
        bits: Where it stands; several where the file breaks it.
        mark: The number or sign before it, be it written or counted by Word.
        body: Its text without the mark.
        heading: The level of a heading, from 1.
        strong: Whether it is bold.
        alone: Whether it is a paragraph of its own, no part of one.
    """

    bits: list[Bit]
    mark: Mark | None
    body: str
    heading: int = 0
    strong: bool = False
    alone: bool = True

    @property
    def first(self) -> Bit:
        """Where its body begins: the first part, without the mark."""
        bit = self.bits[0]
        found = bit.text.find(self.body[:1]) if self.body else 0
        skip = len(bit.text) - len(bit.text[self._skip() :]) if self.mark else 0
        return bit.part(max(skip, 0) if self.mark else max(found, 0), len(bit.text))

    def _skip(self) -> int:
        mark = mark_of(self.bits[0].text)
        return mark.end if mark else 0

    @property
    def sign(self) -> str:
        """The number or sign before it, as it is written."""
        return self.bits[0].text[: self._skip()].strip("\ufe0f \t") if self.mark else ""

    @property
    def body_bits(self) -> list[Bit]:
        """The parts of its body."""
        return [self.first, *self.bits[1:]]

    def join(self, other: TextLine) -> None:
        """Take on a line that goes on with this one."""
        latin = not is_chinese(self.body[-1:] + other.body[:1])
        self.body += (" " if latin else "") + other.body
        self.bits += other.bits


def lines_of(pieces: Iterable[Piece], *, flows: bool, labels: Labels) -> list[TextLine]:
    """Return the lines of pieces.

    Args:
        pieces: Paragraphs, in order.
        flows: Whether lines may be broken where the page was too narrow.
        labels: The labels that begin something new.
    """
    found = [line for piece in pieces for line in _of_piece(piece, labels)]
    return _joined(found, labels) if flows else found


def _of_piece(piece: Piece, labels: Labels) -> list[TextLine]:
    lines: list[TextLine] = []
    at = 0
    for text in re.split(r"(\n)", piece.text):
        bit = Bit(piece, at, at + len(text)).part(0, len(text))
        at += len(text)
        if bit.text:
            parts = [part for stretch in _at_labels(bit, labels) for part in split_fully(stretch)]
            lines += [_line(part, alone=len(parts) == 1) for part in parts]
    if lines and piece.number and lines[0].mark is None:
        lines[0].mark = mark_of(piece.number + " x") or mark_of(piece.number + ". x")
    return lines


_LIST_LABEL = re.compile(
    r"(?:(?:(?<=[；;。！!])\s*|(?<=\S)\s+)[【\[]?([^\s：:；;。，,【】]{2,10})[】\]]?\s*[:：]|"
    r"(?<=\S)\s*[【\[]([^【】\[\]：:]{2,10})[】\]])"
)


_AMOUNT = re.compile(
    r"(?:(?<=[。；;])\s*|(?<=\S)\s+)([\u4e00-\u9fff]{2,6}?)(?=\d|面议|[一二三四五六七八九]天)"
)


def _at_labels(bit: Bit, labels: Labels) -> list[Bit]:
    """Split a line where the label of a list stands in it: ``…；任职要求：1、…``."""
    known = LISTS | LEFT_OUT
    starts = [
        m.start()
        for m in _LIST_LABEL.finditer(bit.text)
        if labels.field(m.group(1) or m.group(2)) in known
        and _says_something(bit.text[: m.start()])
        and not labels.field(bit.text[: m.end()])
    ]
    amounts = [
        m.start(1)
        for m in _AMOUNT.finditer(bit.text)
        if labels.field(m.group(1)) in ("benefits", "conditions", "contact")
    ]
    starts = sorted({*starts, *amounts})
    bounds = [0, *starts, len(bit.text)]
    parts = [bit.part(a, b) for a, b in pairwise(bounds)]
    return [part for part in parts if part.text]


def _says_something(text: str) -> bool:
    """Whether more stands in a text than the signs before a label."""
    return any(ch.isalnum() for ch in text)


def split_fully(bit: Bit, depth: int = 3) -> list[Bit]:
    """Split a line at its numbered items, and these at theirs."""
    parts = split_numbered(bit)
    if len(parts) == 1 or not depth:
        return parts
    return [inner for part in parts for inner in split_fully(part, depth - 1)]


def _line(bit: Bit, *, alone: bool) -> TextLine:
    piece, text = bit.piece, bit.text
    mark = mark_of(text)
    heading = piece.heading
    if mark is not None and mark.kind == "headings":
        inner = mark_of(text[mark.end :])
        mark = Mark(inner.kind, inner.value, mark.end + inner.end) if inner else None
        body = text.lstrip("# ") if mark is None else text[mark.end :]
    else:
        body = text[mark.end :] if mark else text
    body = _MARKDOWN.sub("", body.strip()).strip() if piece.strong else body.strip()
    if body.count("**") == 2:
        body = body.replace("**", "").strip()
    return TextLine([bit], mark, body, heading, piece.strong, alone)


def width(text: str) -> int:
    """Return how many columns a text takes."""
    return sum(2 if unicodedata.east_asian_width(ch) in "WF" else 1 for ch in text)


def _joined(lines: Sequence[TextLine], labels: Labels) -> list[TextLine]:
    """Join the lines that a narrow page broke."""
    widths = sorted(width(line.bits[0].text) for line in lines)
    full = widths[int(len(widths) * 0.95)] if widths else 0
    made: list[TextLine] = []
    for line in lines:
        if made and _goes_on(made[-1], line, full, labels):
            made[-1].join(line)
        else:
            made.append(line)
    return made


def _goes_on(line: TextLine, following: TextLine, full: int, labels: Labels) -> bool:
    """Whether a line goes on in the following one."""
    last = line.bits[-1].text.rstrip()
    if following.mark or following.heading or line.heading or last[-1:] in _CLOSED:
        return False
    start = following.body
    if _begins(start, labels) or heading_name(line.body) or is_role(line.body):
        return False
    if labels.field(line.body) or re.match(r"^[^：:]{2,10}[：:]\s*\S{1,20}$", line.body):
        return False
    if line.mark is not None and indent(following) > indent(line):
        return True
    if not is_chinese(last[-1:] + start[:1]):
        near_full = width(last) >= _NEARLY_FULL * min(full, 100)
        return start[:1].islower() or (last[-1:] == "," and near_full)
    if last[-1:] in "，,、":
        return True
    if width(last) < _LONG_ENOUGH:
        return False
    return line.mark is not None or width(last) >= _NEARLY_FULL * min(full, 100)


def indent(line: TextLine) -> int:
    """Return the columns before the text or the number of a line."""
    text = line.bits[0].piece.text
    return width(text[: len(text) - len(text.lstrip())].expandtabs(8))


def _begins(text: str, labels: Labels) -> bool:
    """Whether a line begins something new whatever stood before it."""
    if len(text) <= LONGEST_LABEL and text.endswith((":", "：")):
        return True
    label, sign, _ = re.sub("：", ":", text).partition(":")
    if sign and len(label) <= 24 and labels.field(label):
        return True
    return (
        bool(labels.field(text)) or bool(heading_name(text)) or is_role(text) or is_department(text)
    )
