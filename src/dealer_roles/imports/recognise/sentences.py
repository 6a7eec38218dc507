"""Sentences of a text, and texts without what a page's layout left in them."""

from __future__ import annotations

import re
from itertools import pairwise

from dealer_roles.imports.marks import mark_of
from dealer_roles.imports.pieces import Bit
from dealer_roles.imports.recognise.lines import TextLine
from dealer_roles.imports.recognise.roles import is_chinese

ENDS = "。；;，,、.!！ \t\u3000"
NEEDS = re.compile(
    r"(?:需要?|应当?|须|必须|要)(?:具备|熟悉|掌握|拥有|有[^，。]{0,6}(?:能力|知识|经验))|^(?:you )?must (?:have|be|hold|possess)\b|^(?:he|she|they|the \w+) (?:needs?|must have|should have)\b",
    re.IGNORECASE,
)
WORKS = re.compile(
    r"负责|需要?|应当?|协助|主要|承担|\b(?:responsible for|will|you['’]ll|shall|duties|manages?|ensures?)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"(?<=[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef,;:])[ \t\u3000]+(?=[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef])"
)


def parts_of(line: TextLine) -> list[list[Bit]]:
    """Split a running text into sentences; a broken one lies in several parts."""
    if len(line.bits) > 1:
        return [line.body_bits]
    bit = line.first
    bounds = [0, *(m.end() for m in re.finditer(r"。\s*|\.\s+(?=[A-Z])", bit.text)), len(bit.text)]
    parts = (bit.part(a, b) for a, b in pairwise(bounds))
    return [[part] for part in parts if part.text]


def value_line(bits: list[Bit]) -> TextLine:
    """Return what follows a label as a line; it may be the first item of a list."""
    text = "".join(bit.text for bit in bits)
    mark = mark_of(bits[0].text)
    return TextLine(bits, mark, text[mark.end :] if mark else text)


def tidy(text: str) -> str:
    """Return a text on one line, without the blanks that a page's layout left between signs."""
    return _BETWEEN.sub("", " ".join(text.split()))


def sentences_of(bit: Bit, *, several: bool) -> list[Bit]:
    """Split a text without numbers into its sentences, if each can stand by itself."""
    if not several:
        return [bit]
    signs = r"[；;。]\s*" if is_chinese(bit.text) else r";\s+|\.\s+(?=[A-Z])"
    bounds = [0, *(m.end() for m in re.finditer(signs, bit.text)), len(bit.text)]
    parts = [bit.part(a, b) for a, b in pairwise(bounds)]
    parts = [part for part in parts if part.text.strip(ENDS)]
    least = 4 if is_chinese(bit.text) else 8
    return parts if len(parts) > 1 and all(len(p.text) >= least for p in parts) else [bit]
