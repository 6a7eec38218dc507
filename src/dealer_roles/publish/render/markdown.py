"""A document as Markdown that GitHub renders."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from dealer_roles.output.markdown_text import escaped
from dealer_roles.publish.document.blocks import (
    Block,
    Bullets,
    Cell,
    Facts,
    Paragraphs,
    Row,
    Signatures,
    Table,
)
from dealer_roles.publish.document.cells_shown import held_together
from dealer_roles.publish.document.document import Document
from dealer_roles.publish.render.kept_blocks import slot
from dealer_roles.words.document_words import word
from dealer_roles.words.marks import introduced

# What starts a list, a rule or a heading's underline at the beginning of a line.
_LINE_START = re.compile(r"^(\s*\d*)([-+=:]|(?<=\d)[.)](?=\s|$))", re.MULTILINE)
_CHINESE = "[\u2e80-\u9fff\uf900-\uffef]"
_RUN, _WITHIN = re.compile(f"{_CHINESE}+"), re.compile(f"(?<={_CHINESE})(?={_CHINESE})")
_JOINER, _SPACE, _SPACES_AN_EM = "\u2060", "\u00a0", 4
_NOTE = "<br><sub>"
MOST_KEPT_WIDE = 6
"""As many Chinese characters of a cell stand on one line, whatever the other columns hold."""
# An address that GitHub would turn into a link by itself.
_ADDRESS = re.compile(r"(?i)\b(https?|ftp|mailto|xmpp)(:)|\b(www)(\.)")


def markdown(document: Document) -> str:
    """Return the document as Markdown; every text is escaped and stays text."""
    meta = document.meta
    parts = [f"# {introduced(inline(document.title), inline(document.name), document.lang)}"]
    line = " · ".join(inline(t) for t in (meta.organization, meta.control) if t)
    parts.append(line)
    parts.append(_facts(document.facts, document.lang))
    for section in document.sections:
        parts.append(f"## {inline(section.title)}")
        parts += [_block(block, document.lang) for block in section.blocks]
        parts.append(slot(section.id))
    return "\n\n".join(part for part in parts if part) + "\n"


def inline(text: str) -> str:
    """Return text escaped for a line of Markdown; line ends become ``<br>``."""
    marked = escaped(text)
    quiet = _ADDRESS.sub(lambda m: f"{m[1] or m[3]}<span>{m[2] or m[4]}</span>", marked)
    return held_together(_LINE_START.sub(r"\1\\\2", quiet).replace("\n", "<br>"))


def _bold(text: str) -> str:
    return f"**{inline(text)}**"


def _block(block: Block, lang: str) -> str:
    if isinstance(block, Facts):
        return _facts(block, lang)
    if isinstance(block, Table):
        return _table(block)
    if isinstance(block, Signatures):
        return _signatures(block)
    if isinstance(block, Bullets):
        marks = ("1." if block.numbered else "-" for _ in block.items)
        return "\n".join(f"{m} {inline(i.text)}" for m, i in zip(marks, block.items, strict=True))
    return _paragraphs(block)


def _paragraphs(block: Paragraphs) -> str:
    return "\n\n".join(inline(item.text) for item in block.items)


def _facts(block: Facts, lang: str) -> str:
    stated = [fact for fact in block.items if fact.text]
    if block.wide:
        return "\n".join(f"- {introduced(_bold(f.label), inline(f.text), lang)}" for f in stated)
    head = (word("fact", lang), word("content", lang))
    return _grid(head, ((inline(f"{f.label}"), inline(f.text)) for f in stated))


def _table(block: Table) -> str:
    used = block.used()
    rows = (_row(row, len(used.columns)) for row in used.rows)
    align = [":---:" if column.short else "---" for column in used.columns]
    grid = _grid([inline(column.title) for column in used.columns], rows, align)
    return f"### {inline(block.title)}\n\n{grid}" if block.title else grid


def _row(row: Row, columns: int) -> list[str]:
    """A band has no cell across all columns in Markdown: its words stand in the widest place."""
    if not row.band:
        return [_cell(cell) for cell in row.cells]
    title = f"**{inline(row.cells[0].text)}**"
    return ["", title, *[""] * (columns - 2)] if columns > 1 else [title]


def _cell(cell: Cell) -> str:
    if not cell.note:
        return inline(cell.text)
    return f"{inline(cell.text)}{_NOTE}{inline(cell.note)}</sub>"


def _signatures(block: Signatures) -> str:
    blank = "&nbsp;" * 16
    rows = ((inline(i.step), inline(i.role), blank, inline(block.blank_date)) for i in block.items)
    return f"{inline(block.statement)}\n\n{_grid(block.head, rows)}"


def _grid(head: Sequence[str], rows: Iterable[Sequence[str]], align: Sequence[str] = ()) -> str:
    rule, cells = align or ["---"] * len(head), [*rows]
    heads = (_head(title, (row[n] for row in cells)) for n, title in enumerate(head))
    return "\n".join(_lines([*heads], rule, cells))


def _head(title: str, cells: Iterable[str]) -> str:
    """Return a heading that no line breaks and that is as wide as the words below it.

    A browser narrows a column of Chinese words to one character beside a column of sentences.
    """
    words = (run for cell in cells for run in _RUN.findall(cell.partition(_NOTE)[0]))
    lacking = min(max(map(len, words), default=0), MOST_KEPT_WIDE) - len(title)
    side = _SPACE * (lacking * _SPACES_AN_EM // 2)
    around = f"{_JOINER}{side}" if side else ""
    return f"{around}{_WITHIN.sub(_JOINER, title)}{around[::-1]}"


def _lines(
    head: Sequence[str], rule: Sequence[str], rows: Iterable[Sequence[str]]
) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"| {' | '.join(rule)} |"
    for row in rows:
        yield f"| {' | '.join(row)} |"
