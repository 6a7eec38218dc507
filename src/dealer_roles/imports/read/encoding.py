"""Which encoding a text is written in."""

from __future__ import annotations

import codecs
from itertools import pairwise

from dealer_roles.imports.refused import refuse
from dealer_roles.values.errors import MissingExtra

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_COMMON = 0.85  # of the Chinese characters of a real text, so many are common ones
_SAMPLE = 200_000
_STRAY = 50  # so many control characters are left by whatever a text was copied from


def decode(data: bytes, name: str) -> str:
    """Return the text of a file in whatever encoding it is, without marks that say which.

    Where files were joined such a mark stands inside, where nobody sees it.

    Raises:
        ImportRefused: It is no text.
        MissingExtra: charset-normalizer is needed and not installed.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _unmarked(data.decode(encoding, "replace"))
    found = _utf(data) or _chinese(data) or _any(data)
    text = "" if found is None else data.decode(found, "replace")
    if found is None or _is_binary(text):
        raise refuse(name, "不是文本文件，或编码无法识别", "no text, or in no known encoding")
    return _unmarked(text)


def _is_binary(text: str) -> bool:
    """Whether what was taken for a text has more control characters than any that people write."""
    control = sum(1 for ch in text[:_SAMPLE] if ch < " " and ch not in "\t\n\r\f")
    return control > _STRAY and control * 20 > len(text[:_SAMPLE])


def _unmarked(text: str) -> str:
    return text.replace("\ufeff", "")


def _utf(data: bytes) -> str | None:
    """Return UTF-8 where it fits; UTF-16 without a mark shows by its zero bytes or its lines."""
    if b"\x00" not in data:
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            return None
        return "utf-8"
    for encoding, newline in (("utf-16-le", b"\n\x00"), ("utf-16-be", b"\x00\n")):
        zeros = data[1::2] if encoding == "utf-16-le" else data[::2]
        if newline in data and zeros.count(0) * 20 > len(zeros):
            return encoding
    return None


def _chinese(data: bytes) -> str | None:
    """Return the Chinese encoding in which the most characters are common ones, if any is."""
    if b"\x00" in data:
        return None
    best = max((("gb18030", _gb(data)), ("big5", _big5(data))), key=lambda pair: pair[1])
    return best[0] if best[1] >= _COMMON and _in_pairs(data) else None


def _in_pairs(data: bytes) -> bool:
    """Whether bytes above 127 mostly stand together, as they do in Chinese, not in French."""
    high = [i for i, byte in enumerate(data[:_SAMPLE]) if byte > 127]
    beside = sum(1 for i, j in pairwise(high) if j == i + 1)
    return beside * 10 > len(high) * 3


def _gb(data: bytes) -> float:
    """Return the share of GB 2312's everyday characters (its first level and signs)."""
    return _share(data, "gb18030", lambda a, b: 0xB0 <= a <= 0xD7 or a <= 0xA3 or b < 0x40)


def _big5(data: bytes) -> float:
    return _share(data, "big5", lambda a, b: 0xA4 <= a <= 0xC6 or a <= 0xA3 or b < 0x40)


def _share(data: bytes, encoding: str, common: object) -> float:
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(data[:_SAMPLE])
    except UnicodeDecodeError:
        return 0.0
    assert callable(common)
    wide = [ch.encode(encoding) for ch in text if ord(ch) > 127]
    good = sum(1 for code in wide if len(code) == 2 and common(code[0], code[1]))
    return good / len(wide) if wide else 0.0


def _any(data: bytes) -> str | None:
    try:
        from charset_normalizer import from_bytes
    except ImportError as error:
        raise MissingExtra("Importing files in this encoding", "import") from error
    best = from_bytes(data[:_SAMPLE]).best()
    if best is None or (b"\x00" in data and not best.encoding.startswith("utf")):
        return None
    western = ("cp1252", "latin_1", "cp1250", "cp1251", "iso8859")
    found: str = best.encoding
    return "cp1252" if found.startswith(western) and _fits(data, "cp1252") else found


def _fits(data: bytes, encoding: str) -> bool:
    """Whether it decodes to letters: among Western encodings, the one of Windows is likeliest."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return False
    high = [ch for ch in text if ord(ch) > 127]
    return sum(ch.isalpha() or ch in "–—‘’“”•…£€§°·" for ch in high) >= 0.9 * len(high)
