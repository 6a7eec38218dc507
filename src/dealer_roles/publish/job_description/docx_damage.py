"""Damage that editing does to the tags of a Word template: what Jinja no longer sees as a tag."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from dealer_roles.publish.job_description.docx_controls import text_of
from dealer_roles.publish.job_description.sections import SECTIONS
from dealer_roles.source.office_xml import W
from dealer_roles.values.text import Text

SNIPPET = 24
TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_REMARK = re.compile(r"\{#|#\}")
_REMOVES = re.compile(r"\{%-?\s*(?P<what>p|tr|tc)\s.*?%\}")
_FULL_WIDTH = re.compile(r"[｛｝]|\{％|％\}")
_SINGLE = re.compile(r"\{\s*%?\s*[A-Za-z_][\w.]*[^{}]*\}?|[A-Za-z_][\w.]*\s*%?\s*\}")
_QUOTES = re.compile(r"[“”‘’]")
_BLOCK = re.compile(r"\{%[-+]?\s*(?:(?P<removes>p|tr|tc|r)\s+)?(?P<word>\w*)")
ENDS = {"if": "endif", "for": "endfor"}
INSIDE = ("elif", "else")
_KNOWN = ("title", "organization", "code", "version", "effective", "fact", "row")
_OTHER = re.compile(r"(?:《|【|＜|<<|\[\[)\s*([A-Za-z_][\w.]*)\s*(?:》|】|＞|>>|\]\])")
ESSENTIAL = ("name", "duties", "signatures")
"""What no job description can do without: whose it is, what is to be done, who signs."""


@dataclass(frozen=True, slots=True)
class TemplateLine:
    """A paragraph of a template, and where it stands.

    Attributes:
        text: Its text, tags and all.
        place: Where it stands, in words.
        beside: What stands beside it in its table row and goes when the row goes.
    """

    text: str
    place: Text
    beside: str = ""


@dataclass(frozen=True, slots=True)
class BlockTag:
    """A tag ``{% … %}`` of a template.

    Attributes:
        line: The paragraph it stands in.
        tag: The whole tag.
        begins: What it begins with: ``{%p if``.
        removes: What it takes out of the document with itself: ``p``, ``tr``, ``tc``, ``r``.
        word: What it says: ``if``, ``endfor`` …
    """

    line: TemplateLine
    tag: str
    begins: str
    removes: str
    word: str


def block_tags(lines: Iterable[TemplateLine]) -> Iterator[BlockTag]:
    """Yield the tags of blocks in their order."""
    for line in lines:
        for tag in TAG.findall(line.text):
            if begins := _BLOCK.match(tag):
                yield BlockTag(line, tag, begins[0], begins["removes"] or "", begins["word"])


def pairs(tags: Iterable[BlockTag]) -> Iterator[tuple[BlockTag | None, BlockTag | None]]:
    """Yield the beginning and the end of each block; ``None`` for one that is not there."""
    open_: list[BlockTag] = []
    for tag in tags:
        if tag.word in ENDS:
            open_.append(tag)
        elif tag.word in ENDS.values():
            yield open_.pop() if open_ else None, tag
        elif tag.word in INSIDE and not open_:
            yield None, tag
    yield from ((tag, None) for tag in reversed(open_))


def template_lines(content: bytes) -> tuple[TemplateLine, ...]:
    """Return every paragraph of a template: those of the body, of headers, of footers."""
    from docx import Document

    document = Document(io.BytesIO(content))
    found = list(_lines(document.element.body, Text("正文", "body")))
    header, footer = Text("页眉", "header"), Text("页脚", "footer")
    for section in document.sections:
        heads = (section.header, section.first_page_header, section.even_page_header)
        feet = (section.footer, section.first_page_footer, section.even_page_footer)
        for part, where in (*((h, header) for h in heads), *((f, footer) for f in feet)):
            found += _lines(part._element, where)  # noqa: SLF001 - python-docx has no way to ask
    return tuple(dict.fromkeys(found))


def _lines(root: Any, part: Text) -> Iterator[TemplateLine]:
    for number, paragraph in enumerate(root.iter(f"{W}p"), start=1):
        text = text_of(paragraph).strip()
        if text:
            snippet = text if len(text) <= SNIPPET else f"{text[:SNIPPET]}…"
            place = Text(
                f"{part.zh}第{number}段「{snippet}」", f"{part.en}, paragraph {number} “{snippet}”"
            )
            yield TemplateLine(text, place, _beside(paragraph))


def _beside(paragraph: Any) -> str:
    row = next(paragraph.iterancestors(f"{W}tr"), None)
    if row is None:
        return ""
    others = (p for p in row.iter(f"{W}p") if p is not paragraph)
    return " ".join(text for p in others if (text := text_of(p).strip()))


def damage(content: bytes) -> tuple[Text, ...]:
    """Return what is damaged in a template, each with its place."""
    lines = template_lines(content)
    found = [problem for line in lines for problem in _damaged(line)]
    found += _unlike_ends(lines)
    if not found and not any(TAG.search(line.text) for line in lines):
        found.append(
            Text(
                "模板中没有任何标签：每份说明书都会一模一样。请从 template export 的模板改起",
                "there is no tag at all: every document would be the same. Begin from the "
                "template that 'template export' writes",
            )
        )
    return tuple(found)


def _damaged(line: TemplateLine) -> Iterator[Text]:
    rest = TAG.sub(" ", line.text)
    if _FULL_WIDTH.search(line.text):
        yield at_line(line, "花括号或百分号是全角的，请改用半角 {{ }} 或 {% %}",
                  "full-width braces or percent signs; write {{ }} or {% %}")  # fmt: skip
    elif _SINGLE.search(rest) or "{{" in rest or "}}" in rest or "{%" in rest or "%}" in rest:
        yield at_line(line, "花括号不成对或只有一个，标签须写成 {{ 名称 }} 或 {% … %}",
                  "single or unpaired braces; a tag is written {{ name }} or {% … %}")  # fmt: skip
    elif _REMARK.search(rest):
        yield at_line(line, "批注标签不成对，须写成 {# … #}，否则其后的内容全部丢失",
                      "a remark without its end or beginning: it is written {# … #}, and what "
                      "follows is lost")  # fmt: skip
    known = (*_KNOWN, "name", *SECTIONS)
    if any(tag.partition(".")[0] in known for tag in _OTHER.findall(rest)):
        yield at_line(line, "标签须写在双花括号中：{{ 名称 }}",
                  "a tag stands in double braces: {{ name }}")  # fmt: skip
    if any(_QUOTES.search(tag) for tag in TAG.findall(line.text)):
        yield at_line(line, "标签内有中文引号，请改用半角引号",
                  "curly quotation marks inside a tag; use straight ones")  # fmt: skip
    removed = _REMOVES.search(line.text)
    if removed is None:
        return
    lost = rest.strip()
    if removed["what"] == "tr":
        lost = " ".join(part for part in (lost, TAG.sub(" ", line.beside).strip()) if part)
    if lost:
        what = Text("行", "row") if removed["what"] == "tr" else Text("段", "paragraph")
        yield at_line(
            line,
            f"这一{what.zh}只能有标签，生成时整{what.zh}删去，其中的文字会丢失：{lost}",
            f"this {what.en} is taken out with its tag, and its words are lost: {lost}",
        )


def _unlike_ends(lines: tuple[TemplateLine, ...]) -> Iterator[Text]:
    """Yield the ends of blocks that take out something else than where the block begins.

    One takes out its paragraph, the other its row: what stands between them is torn apart,
    and most of the document may be gone.
    """
    for begun, end in pairs(block_tags(lines)):
        if begun and end and begun.removes != end.removes:
            yield at_line(
                end.line,
                f"开头写 {begun.begins} …，结尾写 {end.begins}：{{% 后的字母须相同"
                "（p 删段，tr 删行，tc 删格）",
                f"it begins with {begun.begins} … and ends with {end.begins}: the letters after "
                "{% must be the same (p takes out the paragraph, tr the row, tc the cell)",
            )


def at_line(line: TemplateLine, zh: str, en: str) -> Text:
    """Return a problem with the place of its paragraph."""
    return Text(f"{line.place.zh}：{zh}", f"{line.place.en}: {en}")


def placed(problem: Text, written: str, lines: tuple[TemplateLine, ...]) -> Text:
    """Return a problem with the place where its tag stands, if it is found.

    Args:
        problem: What is wrong.
        written: What is written in the tag: a name, with its dots.
        lines: The paragraphs of the template.
    """
    whole = re.compile(rf"(?<![\w.]){re.escape(written)}(?!\w)")
    for line in lines if written else ():
        if any(whole.search(tag) for tag in TAG.findall(line.text)):
            return at_line(line, problem.zh, problem.en)
    return problem


def unused_parts(content: bytes) -> tuple[str, ...]:
    """Return the parts of a job description that no tag of a template mentions."""
    said = " ".join(tag for line in template_lines(content) for tag in TAG.findall(line.text))
    words = set(re.findall(r"[A-Za-z_]+", said))
    duties = {"overview", "duties"}
    return tuple(
        part
        for part in ("name", *SECTIONS)
        if part not in words and not (part in duties and words & duties)
    )
