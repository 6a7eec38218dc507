"""Characters that no text of a definition may hold, however written, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from dealer_roles.source.yaml_problems import Problem, lines_of
from dealer_roles.values.unseen import (
    BYTE_ORDER_MARK,
    CONTROLS,
    HALVES,
    REFUSED,
    SEPARATORS,
    TURNS,
    UNSEEN,
)

_RAW = re.compile(rf"(?!\r)[{REFUSED}]")
"""As :data:`UNSEEN`; a carriage return that stands in a file ends a line."""

_TAKEN = "\x85\u2028\u2029\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""The parser refuses the others itself, which is cheaper than to look for them."""

_ESCAPE = re.compile(r"\\(?:x(..)|u(.{4})|U(.{8})|(.))", re.DOTALL)
_SHORT = {
    "0": "\0", "a": "\a", "b": "\b", "e": "\x1b", "v": "\v", "f": "\f", "r": "\r",
    "N": "\x85", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_MAY_GIVE_ONE = re.compile(rf"\\[{''.join(_SHORT)}xuU]")

_WORDS = (
    (
        BYTE_ORDER_MARK,
        "字节顺序标记（{}）不应出现在文件中间，多半是拼接两个文件留下的；请删除它",
        "a byte order mark ({}) stands inside the file, from joining two files; delete it",
    ),
    (
        SEPARATORS + r"\x85",
        "文本含有不可见的换行字符（{}，多由粘贴带入）；请删除它",
        "the text holds an invisible line separator ({}), often pasted in; delete it",
    ),
    (
        TURNS,
        "文本含有颠倒文字方向的隐形字符（{}），看到的与实际写的不同；请删除它",
        (
            "the text holds an unseen character that turns it around ({}), so that it reads "
            "otherwise than it stands; delete it"
        ),
    ),
    (
        HALVES,
        "转义序列只写了半个字符（{}）；请直接写出该字符",
        "an escape gives half a character ({}); write the character itself",
    ),
    (
        CONTROLS,
        "文本含有控制字符（{}），会操纵终端或日志；请删除它",
        "the text holds a control character ({}), which drives terminals and logs; delete it",
    ),
)


def may_hold_one(text: str) -> bool:
    """Whether a file holds what no text may hold and the parser takes as it is."""
    return any(char in text for char in _TAKEN)


def unseen_problem(text: str) -> Problem | None:
    """Say where in a file the first character stands that no text may hold, as it is."""
    match = _RAW.search(text)
    if match is None:
        return None
    before = lines_of(text[: match.start()])
    return _problem(match.group(), len(before), len(before[-1]) + 1)


def may_be_escaped(text: str) -> bool:
    """Whether an escape of the text could give a character that no text may hold."""
    return "\\" in text and _MAY_GIVE_ONE.search(text) is not None


def escaped_problems(node: Any, text: str) -> Iterator[Problem]:
    """Yield a problem for each text of a document to which an escape gives what it may not hold.

    The character is taken out of the text: what was meant is told no second time.

    Args:
        node: The document.
        text: The file it stands in.
    """
    lines: list[str] = []
    for scalar in scalars(node):
        if scalar.style != '"':  # nothing else holds escapes
            continue
        found = UNSEEN.search(scalar.value)
        if found is not None:
            lines = lines or lines_of(text)
            yield _problem(found.group(), *_place(scalar, lines, found.group()))
            scalar.value = UNSEEN.sub("", scalar.value)


def scalars(node: Any) -> Iterator[Any]:
    """Yield the nodes of all scalars of a document, keys too, in order."""
    stack = [] if node is None else [node]
    while stack:
        one = stack.pop()
        if isinstance(one, tuple):
            stack += reversed(one)
        elif isinstance(one.value, list):
            stack += reversed(one.value)
        else:
            yield one


def _place(scalar: Any, lines: list[str], char: str) -> tuple[int, int]:
    """Return where the escape stands that gives a character."""
    first, last = scalar.start_mark, scalar.end_mark
    for number in range(first.line, min(last.line + 1, len(lines))):
        start = first.column if number == first.line else 0
        for match in _ESCAPE.finditer(lines[number], start):
            if _given_by(match) == char:
                return number + 1, match.start() + 1
    return first.line + 1, first.column + 1


def _given_by(match: re.Match[str]) -> str:
    code = match[1] or match[2] or match[3]
    return chr(int(code, 16)) if code else _SHORT.get(match[4], "")


def _problem(char: str, line: int, column: int) -> Problem:
    code = f"U+{ord(char):04X}"
    zh, en = next(words for part, *words in _WORDS if re.match(f"[{part}]", char))
    return Problem("yaml-syntax", zh.format(code), en.format(code), line, column)
