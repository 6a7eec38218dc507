"""The numbers that Word counts by itself: they stand in numbering.xml, not in the text."""

from __future__ import annotations

from typing import Any

from dealer_roles.source.office_xml import W

_DIGITS = "〇一二三四五六七八九"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_CHINESE = {
    "chineseCounting", "chineseCountingThousand", "ideographDigital", "japaneseCounting",
    "taiwaneseCounting", "taiwaneseCountingThousand", "japaneseDigitalTenThousand",
    "chineseLegalSimplified", "ideographTraditional",
}  # fmt: skip
BULLET = "•"


def chinese(number: int) -> str:
    """Return a number below 100 as Chinese counts: 12 is 十二."""
    if number >= 100:
        return str(number)
    tens, ones = divmod(number, 10)
    head = ("" if tens == 1 else _DIGITS[tens]) + "十" if tens else ""
    return head + (_DIGITS[ones] if ones else "") or _DIGITS[0]


def shown(number: int, form: str) -> str:
    """Return a number in a number format of Word."""
    if form in _CHINESE:
        return chinese(number)
    if form in ("decimalEnclosedCircle", "decimalEnclosedCircleChinese") and 1 <= number <= 20:
        return chr(0x245F + number)
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(97 + (number - 1) % 26) * ((number - 1) // 26 % 20 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman"):
        roman = _roman(number % 4000)
        return roman.upper() if form == "upperRoman" else roman
    return f"{number:02d}" if form == "decimalZero" else str(number)


def _roman(number: int) -> str:
    made = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        made += letters * count
    return made


def _value(element: Any, name: str) -> str:
    child = element.find(W + name) if element is not None else None
    return "" if child is None else child.get(W + "val", "")


def _whole(text: str, default: int) -> int:
    return int(text) if text.lstrip("-").isdigit() and len(text) < 8 else default


class Numbering:
    """Counts the numbered paragraphs of a document, in order.

    Lists of one abstract list count on; a list with a start of its own starts again.
    """

    def __init__(self, numbering: Any, styles: Any) -> None:
        self._abstract: dict[str, Any] = {}
        self._lists: dict[str, tuple[str, dict[int, int]]] = {}
        self._counts: dict[str, list[int]] = {}
        self._begun: set[str] = set()
        self._styles = {} if styles is None else _style_numbers(styles)
        if numbering is not None:
            self._read(numbering)

    def _read(self, numbering: Any) -> None:
        for abstract in numbering.iter(W + "abstractNum"):
            self._abstract[abstract.get(W + "abstractNumId", "")] = {
                _whole(level.get(W + "ilvl", "0"), 0): level for level in abstract.iter(W + "lvl")
            }
        for num in numbering.iter(W + "num"):
            starts = {
                _whole(o.get(W + "ilvl", "0"), 0): _whole(_value(o, "startOverride"), 1)
                for o in num.iter(W + "lvlOverride")
                if o.find(W + "startOverride") is not None
            }
            self._lists[num.get(W + "numId", "")] = (_value(num, "abstractNumId"), starts)

    def next(self, paragraph: Any, style: str) -> str:
        """Return the number that a paragraph shows, or nothing; count it."""
        properties = paragraph.find(W + "pPr")
        own = properties.find(W + "numPr") if properties is not None else None
        usual_list, usual_level = self._styles.get(style, ("", 0))
        number = _value(own, "numId") or usual_list
        level = _whole(_value(own, "ilvl"), usual_level)
        abstract, starts = self._lists.get(number, ("", {}))
        levels = self._abstract.get(abstract)
        if number in ("", "0") or not levels or level not in levels:
            return ""
        counts = self._counts.setdefault(abstract, [0] * 9)
        if starts and number not in self._begun:
            counts[:] = [0] * 9
        self._begun.add(number)
        self._count(counts, levels, level, starts)
        return _words(levels, level, counts)

    @staticmethod
    def _count(counts: list[int], levels: Any, level: int, starts: dict[int, int]) -> None:
        level = min(level, 8)
        for upper in range(level + 1):
            first = starts.get(upper, _whole(_value(levels.get(upper), "start"), 1))
            if upper == level:
                counts[level] = counts[level] + 1 if counts[level] else max(first, 1)
            elif not counts[upper]:
                counts[upper] = max(first, 1)
        counts[level + 1 :] = [0] * (8 - level)


def _words(levels: Any, level: int, counts: list[int]) -> str:
    form = _value(levels[level], "numFmt")
    text = _value(levels[level], "lvlText")
    if form in ("bullet", "none"):
        return BULLET if form == "bullet" else ""
    for upper in range(9):
        if f"%{upper + 1}" in text:
            numbered = shown(counts[upper], _value(levels.get(upper), "numFmt"))
            text = text.replace(f"%{upper + 1}", numbered)
    return text.strip()


def _style_numbers(styles: Any) -> dict[str, tuple[str, int]]:
    """Return the list and level that each paragraph style carries, its ancestors' included."""
    own: dict[str, tuple[str, str, int]] = {}
    for style in styles.iter(W + "style"):
        properties = style.find(W + "pPr")
        numbers = properties.find(W + "numPr") if properties is not None else None
        own[style.get(W + "styleId", "")] = (
            _value(style, "basedOn"),
            _value(numbers, "numId"),
            _whole(_value(numbers, "ilvl"), 0),
        )
    found: dict[str, tuple[str, int]] = {}
    for name in own:
        at, seen = name, {name}
        while at in own and not own[at][1] and own[at][0] not in seen:
            at = own[at][0]
            seen.add(at)
        if at in own and own[at][1]:
            found[name] = own[at][1:]
    return found
