"""What is wrong with dashes, indentation and ends of entries where YAML gives up."""

from __future__ import annotations

import re

from dealer_roles.source.yaml_causes import LONGEST_LINE, Cause

_VALUE = re.compile(r"^\s*(?:-\s+)*[^\s#'\"{\[-][^#]*?:\s+[^\s|>&*#].*$")
_QUOTED = re.compile(r"[\"']\s*$")
_IN_BRACKETS = re.compile(r"[{\[](?:[^#'\"\]}]*[\s,])?(#).*[\]}]")
_NO_DASH = ("这一项之前缺少「- 」；请补上", "`- ` is missing before the entry; add it")


def layout_cause(
    words: str, lines: list[str], place: tuple[int, int], opened: int | None
) -> Cause | None:
    """Return what is wrong with the layout, if that can be told.

    Args:
        words: What the parser complains of.
        lines: The lines of the text.
        place: Where it gave up (line and column, 1-based).
        opened: The line in which the thing begins that it could not end.
    """
    line, column = place
    if any(len(one) > LONGEST_LINE for one in lines[max(0, line - 2) : line]):
        return None
    if "flow" in words and opened is not None:
        return _commented(lines, opened)
    if "could not find expected ':'" in words and opened is not None:
        return _no_colon(lines, opened)
    if "expected '-' indicator" in words:
        return _at(_NO_DASH, lines, line)
    if "expected key" not in words and "mapping values" not in words:
        return None
    ended = _after_the_end(lines, line, column)
    if ended is None and lines[line - 1].lstrip().startswith("- "):
        return _dash(lines, line)
    return ended or _too_deep(lines, line)


def _commented(lines: list[str], line: int) -> Cause | None:
    """Return where a comment begins that hides the end of a bracket."""
    there = line <= len(lines) and len(lines[line - 1]) <= LONGEST_LINE
    match = _IN_BRACKETS.search(lines[line - 1]) if there else None
    if match is None:
        return None
    words = (
        "「#」之后是注释，括号因此没有闭合；若属文本，请用引号括起来",
        "'#' begins a comment, so that the bracket is not closed; put the text in quotes",
    )
    return *words, line, match.start(1) + 1


def _at(words: tuple[str, str], lines: list[str], line: int) -> Cause:
    return *words, line, _indent(lines[line - 1]) + 1


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _no_colon(lines: list[str], line: int) -> Cause:
    if lines[line - 1].lstrip().startswith(("{", "[")):
        return _at(_NO_DASH, lines, line)
    words = (
        "这一行缺少「键: 值」中的冒号和空格，或缩进不对",
        "the colon and space of 'key: value' are missing, or the indentation is wrong",
    )
    return _at(words, lines, line)


def _dash(lines: list[str], line: int) -> Cause | None:
    """Return which dash is missing, or stands in another column than the ones above."""
    depth = _indent(lines[line - 1])
    first = line
    for number in range(line - 1, 0, -1):
        text = lines[number - 1]
        if not text.strip() or text.lstrip().startswith("#"):
            continue
        beside = _indent(text) == depth and text.rstrip().endswith(":") and first < line
        if _indent(text) < depth or beside:
            return _first_dash(lines, line, first, text)
        first = number
    return None


def _first_dash(lines: list[str], line: int, first: int, above: str) -> Cause | None:
    if above.lstrip().startswith("- "):
        column = _indent(above) + 1
        return _at(
            (
                f"这个「-」应与上一项的「-」左对齐（第 {column} 列）",
                f"this dash should begin in the column of the one above ({column})",
            ),
            lines,
            line,
        )
    if first == line or lines[first - 1].lstrip().startswith("-"):
        return None
    return _at(_NO_DASH, lines, first)


def _too_deep(lines: list[str], line: int) -> Cause | None:
    above = next((n for n in range(line - 1, 0, -1) if lines[n - 1].strip()), 0)
    if not above or not _VALUE.match(lines[above - 1]):
        return None
    start = lines[above - 1]
    depth = len(start) - len(re.sub(r"^[\s-]*", "", start))
    if _indent(lines[line - 1]) <= depth:
        return None
    return _at(
        (
            f"缩进比第 {above} 行深，而该行的键已有值；请与它左对齐",
            f"indented deeper than line {above}, whose key has a value already; align the two",
        ),
        lines,
        line,
    )


def _after_the_end(lines: list[str], line: int, column: int) -> Cause | None:
    before, rest = lines[line - 1][: column - 1], lines[line - 1][column - 1 :]
    if rest.startswith(","):
        zh, en = "这一项之后多了一个逗号；请删除", "a comma too many stands here; delete it"
    elif rest and _QUOTED.search(before):
        zh = "引号结束之后还有文字；请把整段文本放进引号"
        en = "text stands after the closing quote; put the whole text in quotes"
    else:
        return None
    return zh, en, line, column
