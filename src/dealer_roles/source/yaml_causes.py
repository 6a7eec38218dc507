"""What a beginner most likely typed where YAML stumbles: the sign itself, its place, the mend.

A parser complains where it gives up, which is often a line later; a full-width colon or a
missing space is seen by looking at the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST_LINE = 2_000
"""The longest line that is looked at: nobody typed a longer one, and a look takes long on it."""

Cause = tuple[str, str, int, int]
"""Words in Chinese and in English, line and column (1-based)."""

_KEY = r"[A-Za-z_][\w-]*"
_START = r"^\s*(?:-\s+)?"


def full_width(wide: str, plain: str) -> tuple[str, str]:
    """Say that a full-width sign stands where a plain one belongs, in both languages."""
    return (
        f"全角符号「{wide}」；请改用半角「{plain}」",
        f"a full-width '{wide}'; write '{plain}' instead",
    )


CONFLICT = re.compile(r"^([<>|]{7}(?=\s|$)|={7}$)", re.MULTILINE)
"""How git marks what it could not merge."""
CONFLICT_WORDS = (
    "git 合并冲突的标记；请选定一方，并删去这些标记行",
    "a mark of a merge that git left open; choose one side and delete the marks",
)
_CAUSES: tuple[tuple[re.Pattern[str], tuple[str, str] | str], ...] = (
    (CONFLICT, CONFLICT_WORDS),
    (re.compile(rf"{_START}{_KEY}\s*(：)"), ": "),
    (re.compile(rf"[{{,，｛]\s*{_KEY}\s*(：)"), ": "),
    (re.compile(rf"(，)\s*{_KEY}\s*[:：]"), ", "),
    (
        re.compile(rf"([；;])\s*{_KEY}\s*[:：]"),
        ("各键之间应为半角逗号，不是分号", "keys are parted by a comma, not a semicolon"),
    ),
    (re.compile(r"^\s*(?:-\s+|[\w-]+:\s+)?(｛)"), "{"),
    (re.compile(r"^\s*(?:-\s+|[\w-]+:\s+)?(［)"), "["),
    (re.compile(r"\{[^}]*(｝)\s*$"), "}"),
    (re.compile(r"\[[^\]]*(］)\s*$"), "]"),
    (re.compile(r"^\s*([－—–])"), "- "),
    (re.compile(r"^\s*(＃)"), "#"),
    (
        re.compile(r"^[ ]*([\u3000\u00a0])|:([\u3000\u00a0])"),
        (
            "不是普通空格（全角空格或不换行空格）；请改为半角空格",
            "a full-width or no-break space; write a plain space",
        ),
    ),
    (
        re.compile(rf"{_START}{_KEY}(:)[^\s:/]"),
        ("冒号后缺少空格；请写成「键: 值」", "a space is missing after the colon: `key: value`"),
    ),
    (
        re.compile(rf"{_START}{_KEY}\s*(=)\s"),
        ("键后应为冒号，不是等号；请写成「键: 值」", "write a colon, not '=': `key: value`"),
    ),
    (
        re.compile(r"^\s*(-)[\w{\[]"),
        ("列表的「-」后缺少空格；请写成「- 值」", "a space is missing after the dash: `- item`"),
    ),
    (
        re.compile(r"^\s*([•·●○▪◦‣＊*]|[0-9]+[.、)）])\s+\S"),
        ("列表的每一项应以「- 」开头", "each entry of a list begins with `- `"),
    ),
    (
        re.compile(r"^(-{4,}|—+|={3,})\s*$"),
        ("文档之间的分隔线应为三个连字符 ---", "documents are parted by three hyphens: ---"),
    ),
    (re.compile(r"^\s*(?:-\s+|[\w-]+:\s+)?(【)"), "{"),
    (
        re.compile(r"^[^{\[]*(?:\{[^{}]*\}(\})|\[[^\[\]]*\](\]))\s*$"),
        ("多了一个右括号；请删除", "a closing bracket too many; delete it"),
    ),
    (
        re.compile(r"'[^']*\w(')\w[^']*'"),
        (
            "单引号文本中的撇号会结束文本；请改用双引号，或写两个撇号",
            "an apostrophe ends a text in single quotes; use double quotes, or write it twice",
        ),
    ),
    (
        re.compile(r":\s+(\*)\S.*$"),
        ("文本不能以 * 开头；请用引号括起来", "a text may not begin with *; put it in quotes"),
    ),
    (
        re.compile(r"(?::|^\s*-)\s+([&!%@`?]|[|>](?=[^\s+\-0-9#]))"),
        ("文本不能以此符号开头；请用引号括起来", "a text may not begin with this; quote it"),
    ),
    (
        re.compile(rf"{_KEY}:\s+(-)(?:\s|$)"),
        (
            "「-」引出列表，应另起一行；属于文本的请用引号括起来，没有内容则写 null",
            (
                "a dash begins a list, on the next line; quote a text that begins with one, and "
                "write null for nothing"
            ),
        ),
    ),
    (
        re.compile(rf"(?:^|[-:])\s*([(（])\s*{_KEY}\s*[:：]"),
        ("应为花括号，不是圆括号；请写成 {键: 值}", "write curly brackets: {key: value}"),
    ),
)


def likely_cause(lines: list[str], line: int) -> Cause | None:
    """Return what was most likely typed wrongly in a line or the one above it.

    Args:
        lines: The lines of the text.
        line: Where the parser gave up, 1-based.
    """
    for number in _looked_at(lines, line):
        if len(lines[number - 1]) > LONGEST_LINE:
            continue
        for pattern, words in _CAUSES:
            match = pattern.search(lines[number - 1])
            if match is not None:
                group = match.lastindex or 0
                zh, en = (
                    words
                    if isinstance(words, tuple)
                    else full_width(match.group(group), words.strip() or words)
                )
                return zh, en, number, match.start(group) + 1
    return None


def _looked_at(lines: list[str], line: int) -> Iterator[int]:
    """Yield the line and the last one above it that is not blank."""
    if line <= len(lines):
        yield line
    above = (n for n in range(min(line - 1, len(lines)), 0, -1) if lines[n - 1].strip())
    yield from list(above)[:1]
