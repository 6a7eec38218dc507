"""Texts that carry the tags of a web page: pasted from one, or exported by a recruiting system."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

_TAG = re.compile(
    r"</(?:p|li|ul|ol|div|h[1-6]|span|td|tr)\s*>|<(?:p|li|ul|ol|div|h[1-6])\b[^<>]{0,400}>",
    re.IGNORECASE,
)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_FEWEST_TAGS = 2
_BLOCKS = {"p", "div", "br", "ul", "ol", "tr", "table", "section", "article", "dd", "dt", "hr"}
_HIDDEN = ("script", "style", "head", "template", "!--")
_STRONG = {"b", "strong"}


def has_tags(text: str) -> bool:
    """Whether a text carries the tags of a web page; breaks also stand in tables of Markdown."""
    if "<" not in text:
        return False
    if len(_TAG.findall(text)) >= _FEWEST_TAGS:
        return True
    return len(_BREAK.findall(text)) >= _FEWEST_TAGS and "|" not in text


def lines_of_markup(text: str) -> list[tuple[int, str]]:
    """Return the lines that a browser would show, each with the line of the text it begins in.

    Headings begin with ``#``, items with their number or a dash, bold lines stand in ``**``.
    """
    reader = _ShownLines()
    for token in _tokens(text):
        if not token.tag:
            reader.text(unescape(token.text), token.line)
        elif token.closes:
            reader.closed(token.tag)
        else:
            reader.opened(token.tag)
    reader.end_line()
    return reader.lines


def without_tags(text: str) -> str:
    """Return a text as a browser would show it; one without tags as it is."""
    if "&lt;" in text and not has_tags(text) and has_tags(inner := unescape(text)):
        text = inner  # escaped twice, as some systems export it
    return "\n".join(line for _, line in lines_of_markup(text)) if has_tags(text) else text


class _MarkupToken(NamedTuple):
    """A tag, or a text between two of them.

    Attributes:
        tag: The name of the tag; empty for a text.
        closes: Whether it is an end tag.
        text: The text.
        line: The line it begins in.
    """

    tag: str
    closes: bool
    text: str
    line: int


_ANY = re.compile(r"<(?:(!--)|(/?)([a-zA-Z][a-zA-Z0-9]{0,15})\b[^<>]{0,4000}>)")
# The parser of the standard library is quadratic in broken tags: every sign is looked at once here.


def _tokens(text: str) -> Iterator[_MarkupToken]:
    """Yield tags and the texts between them; whatever is no tag is text."""
    line, at = 1, 0
    ends: dict[str, int] = {}
    for found in _ANY.finditer(text):
        if found.start() < at:
            continue  # inside of something that no browser shows
        tag = found.group(1) or found.group(3).lower()
        if tag == "!--" and _end_of(text, tag, found.end(), ends) < 0:
            continue
        between = text[at : found.start()]
        yield _MarkupToken("", False, between, line)
        line += between.count("\n")
        end = found.end()
        if tag in _HIDDEN and not found.group(2):
            end = max(_end_of(text, tag, end, ends), end)
        else:
            yield _MarkupToken(tag, bool(found.group(2)), "", line)
        line += text.count("\n", found.start(), end)
        at = end
    yield _MarkupToken("", False, text[at:], line)


def _end_of(text: str, tag: str, start: int, ends: dict[str, int]) -> int:
    """Return where something that is not shown ends; -1 if it does not: then it is shown."""
    sign = "-->" if tag == "!--" else f"</{tag}>"
    if ends.get(tag, start) < start or tag not in ends:
        found = text.find(sign, start)
        ends[tag] = found + len(sign) if found >= 0 else len(text) + 1
    return ends[tag] if ends[tag] <= len(text) else -1


class _ShownLines:
    """Collects the lines that are shown."""

    def __init__(self) -> None:
        self.lines: list[tuple[int, str]] = []
        self._parts: list[str] = []
        self._begun = 1
        self._lists: list[int] = []
        self._prefix = ""
        self._strong = 0
        self._says = self._plain = False

    def opened(self, tag: str) -> None:
        """Begin a line where a browser does."""
        if tag in _STRONG:
            self._strong += 1
        elif re.fullmatch("h[1-6]", tag):
            self._begin("#" * int(tag[1]) + " ")
        elif tag in ("ul", "ol"):
            self._begin("")
            self._lists.append(1 if tag == "ol" else 0)
        elif tag == "li":
            self._begin(self._number())
        elif tag in ("td", "th"):
            self._parts.append(" | " if self._says else "")
        elif tag in _BLOCKS:
            self._begin("" if self._says else self._prefix)

    def closed(self, tag: str) -> None:
        """End a line where a browser does."""
        if tag in _STRONG:
            self._strong = max(self._strong - 1, 0)
        elif tag in ("ul", "ol"):
            self._begin("")
            del self._lists[-1:]
        elif tag in _BLOCKS or tag == "li" or re.fullmatch("h[1-6]", tag):
            self._begin("")

    def text(self, data: str, at: int) -> None:
        """Take a text; breaks that stand in it are breaks of a paste."""
        for number, line in enumerate(re.split(r"\r\n|\n|\r", data)):
            if number:
                self._begin("" if self._says else self._prefix)
            if line.strip():
                self._begun = self._begun if self._says else at + number
                self._plain = self._plain or not self._strong
                self._says = True
            self._parts.append(line)

    def _number(self) -> str:
        if not self._lists or not self._lists[-1]:
            return "- "
        self._lists[-1] += 1
        return f"{self._lists[-1] - 1}. "

    def _begin(self, prefix: str) -> None:
        self.end_line()
        self._prefix = prefix

    def end_line(self) -> None:
        """Keep the line that is read."""
        if text := " ".join("".join(self._parts).split()):
            shown = text if self._plain or self._prefix else f"**{text}**"
            self.lines.append((self._begun, self._prefix + shown))
            self._prefix = ""
        self._parts, self._says, self._plain = [], False, False
