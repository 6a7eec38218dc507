"""The numbers and signs that stand before the lines of a list."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import NamedTuple

from dealer_roles.imports.pieces import Bit

_HAN = "零〇一二三四五六七八九十"
_WIDE = {0xFF01 + n: 0x21 + n for n in range(94)}
_BULLETS = "•●○◆◇■□▪▫►▶▷★☆※✓✔✅➢➤→‣⁃∙·❖◎⚫🔹🔸👉📌☑☐"
STRUCTURAL = ("chapters", "articles", "han", "han-brackets")
"""The marks of what is larger than an item of a list."""
_AT_START = (
    ("chapters", re.compile(rf"第\s*([{_HAN}]{{1,3}}|\d{{1,3}})\s*(?:章|节|篇|编|部分)\s*[、.．:：]?\s*")),
    ("chapters", re.compile(rf"篇\s*([{_HAN}]{{1,3}}|\d{{1,3}})\s*[、.．:：]\s*")),
    ("articles", re.compile(rf"第\s*([{_HAN}]{{1,3}}|\d{{1,3}})\s*条\s*[、.．:：]?\s*")),
    ("han", re.compile(rf"第?([{_HAN}]{{1,3}})\s*[、.．,，:：]\s*")),
    ("han-brackets", re.compile(rf"[（(]\s*([{_HAN}]{{1,3}})\s*[）)]\s*[、.．]?\s*")),
    ("digits", re.compile(r"(\d{1,2})\.(?=\d{1,2}\s*(?:年|个月)(?!\d))")),
    ("dotted", re.compile(r"(\d{1,2}(?:[.．]\d{1,2}){1,3})[.．、]?\s*(?=[^\sa-z\d])")),
    ("digits", re.compile(r"(\d{1,3})\s*(?:[、．]|\.(?!\d)|[,，](?=\s*[\u4e00-\u9fff])|\s(?=[\u4e00-\u9fff]))\s*")),
    ("digits-bracket", re.compile(r"(\d{1,3})\s*[)）]\s*")),
    ("digits-brackets", re.compile(r"[（(]\s*(\d{1,3})\s*[）)]\s*[、.．]?\s*")),
    ("circles", re.compile(r"([①-⑳❶-➓⑴-⒇⒈-⒛⓵-⓾])\s*[、.．]?\s*")),
    ("letters", re.compile(r"[（(]?([A-Za-z])\s*(?:[.．、](?=\s|[\u4e00-\u9fff])|[)）])\s*")),
    ("bullets", re.compile(rf"([{_BULLETS}]|(?:[-–—]{{1,2}}|[*+])(?=\s|[\u4e00-\u9fff])|>(?=\s))\ufe0f?\s*(?:\[[ xX√]\]\s+)?")),
    ("articles", re.compile(r"(?:section|article|clause)\s+(\d{1,3}|[IVXL]{1,6})\b\s*[.:–—-]?\s*", re.IGNORECASE)),
    ("roman", re.compile(r"([ivxIVX]{1,4})[.、)]\s+|([Ⅰ-Ⅻⅰ-ⅻ])\s*[.、:：)]?\s*")),
    ("headings", re.compile(r"(#{1,6})\s+")),
)  # fmt: skip
_INLINE = {
    "digits": re.compile(r"(?<![\d.．])(\d{1,2})\s*(?:[、．]|\.(?!\d))"),
    "digits-bracket": re.compile(r"(?<![\d.（(])(\d{1,2})[)）]"),
    "digits-brackets": re.compile(r"[（(](\d{1,2})[）)]"),
    "circles": re.compile(r"([①-⑳❶-➓⓵-⓾])"),
    "han": re.compile(rf"(?:(?<=[。；;：:\s])|^)([{_HAN}]{{1,3}})、"),
    "han-brackets": re.compile(rf"[（(]([{_HAN}]{{1,3}})[）)]"),
}


class Mark(NamedTuple):
    """A number or sign before a text: its class, its value (0 if none) and where the text begins."""

    kind: str
    value: int
    end: int


def mark_of(text: str) -> Mark | None:
    """Return the mark at the start of a text."""
    lead = len(text) - len(text.lstrip())
    folded = text.translate(_WIDE)
    for kind, pattern in _AT_START:
        match = pattern.match(folded, lead)
        if match and match.end() < len(text):
            number = match.group(match.lastindex or 1)
            depth = len(re.findall("[.．]", number)) if kind == "dotted" else 0
            return Mark(f"{kind}-{depth}" if depth else kind, _value(number), match.end())
    return _picture(text, lead)


def is_picture(sign: str) -> bool:
    """Whether a sign before a text is a picture, which may only adorn it."""
    return bool(sign) and not set(sign) & set(_BULLETS) and unicodedata.category(sign[0]) == "So"


def _picture(text: str, lead: int) -> Mark | None:
    """A picture before a text (an emoji) is a bullet."""
    end = lead
    while end < len(text) and (
        unicodedata.category(text[end]) in ("So", "Sk") or text[end] in "\ufe0f\u200d"
    ):
        end += 1
    rest = len(text[end:]) - len(text[end:].lstrip())
    return Mark("bullets", 0, end + rest) if lead < end < len(text) - rest else None


def _value(text: str) -> int:
    if text.isdigit() and text.isascii():
        return int(text)
    if text[0] in _HAN:
        return _han_value(text)
    if not text.isascii() and len(text) == 1:
        return int(unicodedata.numeric(text, 0))
    last = re.split("[.．]", text)[-1]
    if last.isdigit() and last.isascii():
        return int(last)
    return ord(text.lower()) - 96 if len(text) == 1 and text.isascii() and text.isalpha() else 0


def _han_value(text: str) -> int:
    tens, ten, ones = text.partition("十")
    if not ten:
        return max(_HAN.index(text[-1]) - 1, 0)
    digit = {sign: max(i - 1, 0) for i, sign in enumerate(_HAN)}
    return (digit[tens[-1]] if tens else 1) * 10 + (digit[ones[0]] if ones else 0)


_LONG = 90
_CERTAIN = 3
# In a long text, a mark behind the end of a sentence begins an item, whatever its value.
_RUNNING = re.compile(
    rf"(?:(?<=[。；;：:.!！])\s*|(?<=\s))(?:\d{{1,2}}\s*(?:[、．]|\.(?!\d))\s*(?=[\u4e00-\u9fffA-Z])|"
    rf"[{_HAN}]{{1,3}}、|[（(][{_HAN}\d]{{1,3}}[）)]|[①-⑳]|[-–•●■◆·]\s+(?=\S))"
)


def split_numbered(bit: Bit) -> list[Bit]:
    """Split a line in which several numbered items follow each other: ``1、…；2、…；3、…``."""
    text = bit.text.translate(_WIDE)
    best = [m.start() + _blank(m.group()) for m in _RUNNING.finditer(text)]
    if len(text) < _LONG and len(best) < _CERTAIN:
        best = []
    for pattern in _INLINE.values():
        starts = _chain(text, pattern)
        if len(starts) > max(len(best), 1):
            best = starts
    if not best:
        return [bit]
    lead = mark_of(text)
    begun = lead.end if lead else 0
    bounds = [0, *(s for s in best if s >= max(begun, 1)), len(text)]
    parts = (bit.part(a, b) for a, b in pairwise(bounds))
    return [part for part in parts if part.text]


def _blank(text: str) -> int:
    return len(text) - len(text.lstrip())


def _chain(text: str, pattern: re.Pattern[str]) -> list[int]:
    """Return where the items 1, 2, 3 … of a line begin; a line may begin with a later one."""
    starts: list[int] = []
    wanted = 1
    for match in pattern.finditer(text):
        value = _value(match.group(1))
        if not starts and not text[: match.start()].strip() and value > 1:
            wanted = value
        if value == wanted:
            starts.append(match.start())
            wanted += 1
    return starts
