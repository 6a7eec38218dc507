"""What is taken as it stands and is hardly meant: unseen edges of texts, and texts cut short.

Nothing of it is refused, as a text may be right that way; whoever wrote it is told.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from dealer_roles.source.remarkable import CUT_BY_COMMENT, UNSEEN_EDGE, WIDE_QUOTES
from dealer_roles.source.yaml_nodes import readable_nodes
from dealer_roles.source.yaml_problems import Problem, lines_of, place
from dealer_roles.source.yaml_unseen import scalars
from dealer_roles.values.findings import Finding, Severity
from dealer_roles.values.span import Span
from dealer_roles.values.text import Text
from dealer_roles.values.unseen import BLANKS, IGNORABLE, MARKS, seen

_START = re.compile(f"^[{BLANKS}]*([{IGNORABLE}])")
_END = re.compile(f"([{IGNORABLE}])[{BLANKS}]*$")
# These change the character before them: emoji, Chinese and Mongolian letters, flags.
_OF_THE_ONE_BEFORE = re.compile("[\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0020-\U000e01ef]")
_JOINERS = "\u200c\u200d"
_MARKS = re.compile(f"[{MARKS}]")
_CUT = re.compile(r"[ \t]+(#[0-9]\S*)")
_QUOTED = re.compile("“[^“”]*”|‘[^‘’]*’")


def remarks(text: str) -> Iterator[Problem]:
    """Yield what is hardly meant in a text, as far as it can be read.

    Args:
        text: The text of a file.
    """
    lines = lines_of(text)
    for scalar in (s for node in readable_nodes(text) for s in scalars(node)):
        char = _at_an_edge(scalar.value)
        if char:
            yield _unseen(char, scalar)
        if scalar.value and not scalar.style:
            yield from _cut(scalar, lines)
            if _QUOTED.fullmatch(scalar.value):
                yield _quoted(scalar)


def finding_of(label: str, number: int, problem: Problem) -> Finding:
    """Return what is remarked on a file as a finding.

    Args:
        label: The file.
        number: How many were remarked on it before.
        problem: What is hardly meant.
    """
    severity: Severity = "warning" if problem.code == UNSEEN_EDGE else "note"
    return Finding(
        problem.code,
        severity,
        Text(problem.zh, problem.en),
        Span(label, problem.line, problem.column),
        subject=f"{label}#{problem.code}-{number}",
    )


def _at_an_edge(text: str) -> str:
    """Return the first unseen character at an edge that no script needs there, or nothing."""
    start, end = _START.search(text), _END.search(text)
    if start is not None and not _is_needed(start[1], text[start.end() : start.end() + 1], text):
        return start[1]
    if end is not None and not _is_needed(end[1], text[: end.start()][-1:], text, last=True):
        return end[1]
    return ""


def _is_needed(char: str, beside: str, text: str, *, last: bool = False) -> bool:
    """Whether an unseen character does something for the letter beside it, or for the text."""
    if _OF_THE_ONE_BEFORE.match(char):
        return last and bool(beside.strip())
    if _MARKS.match(char):
        return any(unicodedata.bidirectional(one) in ("R", "AL") for one in seen(text))
    return char in _JOINERS and _joins(beside)


def _joins(letter: str) -> bool:
    """Whether a letter is of a script whose letters change with their neighbours."""
    arabic = "\u0600" <= letter <= "\u08ff" or "\ufb50" <= letter <= "\ufefc"
    return arabic or "\u0900" <= letter <= "\u0dff" or "\u1000" <= letter <= "\u18af"


def _unseen(char: str, scalar: Any) -> Problem:
    code = f"U+{ord(char):04X}"
    return Problem(
        UNSEEN_EDGE,
        f"文本的开头或结尾有看不见的字符（{code}，多由粘贴带入）；请删除它",
        f"the text begins or ends with an unseen character ({code}), often pasted in; delete it",
        *place(scalar),
    )


def _cut(scalar: Any, lines: list[str]) -> Iterator[Problem]:
    """Yield a plain text after which a number follows that YAML takes for a comment: ``Bay #1``."""
    line, column = scalar.end_mark.line, scalar.end_mark.column
    match = _CUT.match(lines[line], column) if line < len(lines) else None
    if match is not None:
        yield Problem(
            CUT_BY_COMMENT,
            f"「{match[1]}」前有空格，YAML 把它当作注释，文本到此为止；若属文本，请用引号括起来",
            f"'{match[1]}' after a space is a comment in YAML, and the text ends before it; "
            "if it belongs to the text, put all of it in quotes",
            line + 1,
            match.start(1) + 1,
        )


def _quoted(scalar: Any) -> Problem:
    return Problem(
        WIDE_QUOTES,
        "全角引号会成为文本的一部分；若只为引用文本，请改用半角引号或去掉",
        "full-width quotes become part of the text; if they only enclose it, write plain ones or "
        "none",
        *place(scalar),
    )
