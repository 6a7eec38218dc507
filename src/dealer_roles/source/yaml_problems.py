"""The words for everything that is refused in a YAML text, with its place."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from dealer_roles.values.frozen import frozen


@frozen
class Problem:
    """Something in a YAML text that is refused: a code, its words, a place (1-based)."""

    code: str
    zh: str
    en: str
    line: int
    column: int


def place(node: Any) -> tuple[int, int]:
    """Return line and column (1-based) of a node or event."""
    return node.start_mark.line + 1, node.start_mark.column + 1


def _at(code: str, zh: str, en: str) -> Callable[[Any], Problem]:
    def problem(node: Any) -> Problem:
        return Problem(code, zh, en, *place(node))

    return problem


alias_problem = _at(
    "yaml-alias",
    "不允许使用锚点（&）和别名（*）；请把内容写全",
    "anchors (&) and aliases (*) are refused; write the content out",
)
key_problem = _at(
    "yaml-key",
    "键必须是简单文本，不能是列表或映射",
    "a key must be plain text, not a list or a mapping",
)


def tag_problem(node: Any) -> Problem:
    """Say that a tag is refused."""
    tag = str(node.tag)[:40]
    return Problem(
        "yaml-tag",
        f"不允许使用标签 {tag}；请删除它",
        f"the tag {tag} is refused; delete it",
        *place(node),
    )


def duplicate_problem(node: Any) -> Problem:
    """Say that a key stands twice; a second ``kind`` begins another document."""
    key = str(node.value)[:80]
    if key == "kind":
        zh = "又一个 kind：这里开始另一份定义；请在上面加一行 ---"
        en = "a second 'kind': another definition begins here; put a line --- above it"
        return Problem("yaml-duplicate-key", zh, en, *place(node))
    return Problem(
        "yaml-duplicate-key",
        f"键 {key!r} 重复；同一映射中每个键只能出现一次",
        f"the key {key!r} stands twice; keep one of them",
        *place(node),
    )


def depth_problem(mark: Any, most: int) -> Problem:
    """Say that a text is nested too deep."""
    return Problem(
        "yaml-depth",
        f"嵌套超过 {most} 层",
        f"nested more than {most} levels deep",
        mark.line + 1,
        mark.column + 1,
    )


_LINE_END = re.compile("\r\n?|\n")


def lines_of(text: str) -> list[str]:
    """Return the lines of a text as editors count them: ended by LF, CR LF or CR."""
    return _LINE_END.split(text)


def explain(words: str, text: str, line: int, opened: int) -> tuple[str, str]:
    """Say a parser's complaint in words a beginner can act on.

    Args:
        words: The complaint.
        text: The whole text.
        line: Where it is.
        opened: Where the list, mapping or quote begins that it is about.
    """
    tab = "cannot start any token" in words and "\t" in lines_of(text)[line - 1]
    if tab or "found a tab character" in words:
        return ("缩进用了制表符；请改用空格", "a tab is used for indentation; use spaces instead")
    if "did not find expected" in words and ("flow" in words or "',' or" in words):
        return (
            f"第 {opened} 行打开的括号没有正确闭合；含逗号、冒号的文本请用引号括起来",
            (
                f"the bracket opened in line {opened} is not closed as expected; "
                "quote texts that hold commas or colons"
            ),
        )
    for part, (zh, en) in _COMPLAINTS.items():
        if part in words:
            return zh, en
    return (f"YAML 语法错误：{words}", f"YAML syntax error: {words}")


_INDENTATION = (
    "缩进与上文不一致；同一映射的键、同一列表的「-」须左对齐",
    (
        "the indentation does not fit the lines above; keys of one mapping, and dashes of one "
        "list, begin in the same column"
    ),
)
_NO_START = "a text may not begin with {}; put it in quotes"
_TAG = ("文本不能以 ! 开头；请用引号括起来", _NO_START.format("!"))
_PERCENT = (
    "以 % 开头的行是给 YAML 的指令；请删除它，属于文本的请用引号括起来",
    "a line that begins with % is an instruction to YAML; delete it, or quote the text",
)
_COMPLAINTS = {
    "mapping values are not allowed": (
        "此处不应出现「: 」；文本里有冒号加空格时请用引号括起来，或检查缩进",
        (
            "': ' is not expected here; quote a text that holds a colon and a space, "
            "or check the indentation"
        ),
    ),
    "cannot start any token": (
        "文本不能以此字符开头；请用引号括起来",
        "a text may not begin with this character; put it in quotes",
    ),
    "quoted scalar found unexpected": (
        "引号没有闭合；请在文本末尾补上同样的引号",
        "the quote is never closed; end the text with the same quote",
    ),
    "invalid Unicode character escape": (
        "转义序列给出的不是完整字符（JSON 用两个 \\u 写一个字符，YAML 不可）；请直接写出该字符",
        (
            "the escape gives no whole character (JSON writes some as two \\u, YAML does not); "
            "write the character itself"
        ),
    ),
    "expected hexdecimal number": (
        "\\x、\\u、\\U 之后须为 2、4、8 位十六进制数；反斜杠本身须写成两个（\\\\）",
        (
            "2, 4 or 8 hexadecimal digits follow \\x, \\u or \\U; "
            "write a backslash itself twice (\\\\)"
        ),
    ),
    "unknown escape character": (
        "双引号文本中的反斜杠须写成两个（\\\\），或改用单引号",
        "write a backslash in double quotes twice (\\\\), or use single quotes",
    ),
    "did not find expected <document start>": (
        "文件结束标记之后还有内容；请删除，或以 --- 开始新的一份",
        "text stands after the end of the document; delete it, or begin another with ---",
    ),
    "scanning a block scalar": (
        "「|」或「>」之后应换行再写文本；以它开头的文本请用引号括起来",
        "after | or > the text begins on the next line; quote a text that begins with one of them",
    ),
    "scanning an anchor": ("文本不能以 & 开头；请用引号括起来", _NO_START.format("&")),
    "scanning an alias": ("文本不能以 * 开头；请用引号括起来", _NO_START.format("*")),
    "scanning a tag": _TAG,
    "parsing a tag": _TAG,
    "undefined tag handle": _TAG,
    "directive": _PERCENT,
    "incompatible YAML document": _PERCENT,
    "block sequence entries are not allowed": (
        "列表应从下一行开始，每项以「- 」开头；以「-」开头的文本请用引号括起来",
        "a list begins on the next line, each entry with `- `; quote a text that begins with one",
    ),
    "mapping keys are not allowed": ("文本不能以 ? 开头；请用引号括起来", _NO_START.format("?")),
    "found unexpected ':'": (
        "此处的冒号有歧义；请用引号把文本括起来",
        "the colon could mean two things here; put the text in quotes",
    ),
    "did not find expected node content": (
        "此处缺少值，或多了逗号、括号",
        "a value is missing here, or a comma or a bracket is too many",
    ),
    "did not find expected key": _INDENTATION,
    "did not find expected '-' indicator": _INDENTATION,
}
