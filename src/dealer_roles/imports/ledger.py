"""What became of every character that was read: used, proposed, or left out with a reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from dealer_roles.imports.marks import mark_of
from dealer_roles.imports.pieces import Bit, Piece
from dealer_roles.values.text import Text

Fate = Literal["used", "proposed", "left-out"]

REASONS = {
    "unknown": Text("没有规则能识别这段文字", "no rule recognises this text"),
    "no-position": Text("位于任何岗位之前或之外", "stands outside of every position"),
    "aside": Text("不属于正文", "stands beside the text"),
    "heading": Text("文件或章节的标题", "a title of the document or of a section"),
    "sequence": Text("只是序号", "only a running number"),
    "relations": Text("工作关系：请写成交接或 with", "working relations: write them as hand-offs or `with`"),
    "career": Text("职业发展不是职责", "career paths are no duties"),
    "benefits": Text("薪酬福利不是职责", "pay and benefits are no duties"),
    "contact": Text("联系与应聘方式", "how to apply, whom to contact"),
    "about": Text("公司介绍", "about the company"),
    "admin": Text("编制、审批、版本等管理信息", "administrative: versions, signatures, dates"),
    "subordinates": Text("下级由汇报关系得出", "subordinates follow from the reporting lines"),
    "person": Text("人员姓名只用于匹配上级", "names of people serve to match superiors only"),
    "company": Text("所属单位", "the company it belongs to"),
    "column": Text("该列表头未被识别；可在映射文件 headers 中写明", "the column's heading is not recognised; name it under `headers` of a mapping file"),
    "ignored": Text("映射文件要求忽略", "the mapping file says so"),
    "department-duties": Text("部门职责，不属于某一岗位", "duties of a department, not of a position"),
    "prose": Text("清单之间的叙述", "prose between lists"),
    "headcount": Text("不是人数", "no number of heads"),
    "code": Text("编码含不允许的字符", "holds characters that no code may have"),
    "empty-mark": Text("表示“无”的符号", "a sign that means nothing stands here"),
    "cell": Text("单元格不是已知的责任标记；可在映射文件 cells 中写明", "no known mark of responsibility; name it under `cells` of a mapping file"),
    "too-many": Text("超过一个岗位可写的条数", "more entries than a position may have"),
    "cadence": Text("不是已知的频次", "no known cadence"),
    "weight": Text("时间占比不导入", "shares of time are not imported"),
    "collective": Text("不指某一岗位（各部门、全体员工）", "names no one position (all departments, everybody)"),
    "party": Text("外部方不承担职责，且无岗位负责此事项", "a party outside holds no duties, and no position shares in this task"),
    "hidden": Text("隐藏的行或工作表；取消隐藏后再导入", "a hidden row or sheet; unhide it to import it"),
    "repeated": Text("与前文重复", "repeats what was said before"),
    "note": Text("表中的说明", "a note in the table"),
    "page": Text("页眉、页脚或页码", "head, foot or number of a page"),
    "second-superior": Text("已有一位上级；其余请写成虚线汇报", "another superior is named before; write it as a dotted line"),
    "picture": Text("图片、图表或嵌入对象：其中的文字没有读取，请录入", "a picture, a chart or an embedded object: its words are not read, type them"),
    "shape": Text("图形中的文字：请录入单元格后再导入", "words in a drawn shape: type them into cells to import them"),
    "comment": Text("批注不导入", "comments are not imported"),
    "total": Text("合计行", "a row of totals"),
    "sex": Text("可能违法：性别限制", "may be unlawful: sex"),
    "age": Text("可能违法：年龄限制", "may be unlawful: age"),
    "origin": Text("可能违法：民族、户籍、地域限制", "may be unlawful: origin"),
    "marriage": Text("可能违法：婚育限制", "may be unlawful: marital status or children"),
    "body": Text("可能违法：身体、相貌、健康歧视", "may be unlawful: looks or health"),
    "fines": Text("可能违法：罚款、扣工资、押金", "may be unlawful: fines, deductions, deposits"),
}  # fmt: skip
UNLAWFUL = ("sex", "age", "origin", "marriage", "body", "fines")


class LedgerEntry(NamedTuple):
    """The fate of a part of a piece.

    Attributes:
        bit: The part.
        fate: What became of it.
        as_: The field it became or would have become.
        why: The key of a reason, where it was left out.
        position: The name of the position it belongs to.
    """

    bit: Bit
    fate: Fate
    as_: str = ""
    why: str = ""
    position: str = ""

    @property
    def flagged(self) -> bool:
        """Whether it was left out because it may be unlawful."""
        return self.why in UNLAWFUL


class Ledger:
    """Records fates; what nobody records is left out, and that is said."""

    def __init__(self) -> None:
        self._of: dict[Piece, dict[tuple[int, int], LedgerEntry]] = {}

    def used(self, bit: Bit, as_: str, position: str = "") -> None:
        """Record that a part was taken as it is: a name, a label, a heading."""
        self._add(LedgerEntry(bit, "used", as_, "", position))

    def proposed(self, bit: Bit, as_: str, position: str = "") -> None:
        """Record that a part became a draft that somebody must look at."""
        self._add(LedgerEntry(bit, "proposed", as_, "", position))

    def left_out(self, bit: Bit, why: str, position: str = "", as_: str = "") -> None:
        """Record that a part was not imported.

        Args:
            bit: The part.
            why: The key of a reason.
            position: The position it belongs to.
            as_: What it would have become.
        """
        assert why in REASONS, why
        self._add(LedgerEntry(bit, "left-out", as_, why, position))

    def revise(self, bit: Bit, why: str, position: str = "") -> None:
        """Record that what was proposed is not imported after all."""
        kept = self._of.get(bit.piece, {})
        self._of[bit.piece] = {
            (start, end): entry
            for (start, end), entry in kept.items()
            if end <= bit.start or start >= bit.end
        }
        self.left_out(bit, why, position)

    def _add(self, entry: LedgerEntry) -> None:
        """Keep an entry; a part that is taken twice (a merged cell, A/R) is one entry still."""
        if entry.bit.end <= entry.bit.start:
            return
        kept = self._of.setdefault(entry.bit.piece, {})
        place = entry.bit.start, entry.bit.end
        kept[place] = _both(kept[place], entry) if place in kept else entry

    def entries(self, pieces: Iterable[Piece]) -> Iterator[LedgerEntry]:
        """Yield the fate of every part of every piece, in order; gaps are left out."""
        for piece in pieces:
            if piece.aside:
                why = piece.aside if piece.aside in REASONS else "aside"
                yield LedgerEntry(Bit(piece, 0, len(piece.text)), "left-out", piece.aside, why)
                continue
            yield from self._of_piece(piece)

    def _of_piece(self, piece: Piece) -> Iterator[LedgerEntry]:
        at = 0
        for entry in [e for _, e in sorted(self._of.get(piece, {}).items())]:
            yield from _gap(piece, at, entry.bit.start)
            yield entry
            at = max(at, entry.bit.end)
        yield from _gap(piece, at, len(piece.text))


_SIGNS = frozenset(
    " \t\r\n\u3000\xa0\ufeff\ufe0f：:；;，,。.、！!|｜/#*_-—–•·●…【】[]「」《》<>〈〉“”\"'()（）"
)


_STRENGTH: tuple[Fate, ...] = ("left-out", "used", "proposed")


def _both(one: LedgerEntry, other: LedgerEntry) -> LedgerEntry:
    """Return the stronger of two fates of one part; two shares of one cell are both named."""
    strong, weak = sorted((one, other), key=lambda e: -_STRENGTH.index(e.fate))
    if strong.fate != weak.fate or weak.as_ in strong.as_.split():
        return strong
    return strong._replace(as_=f"{strong.as_} {weak.as_}".strip())


def _gap(piece: Piece, start: int, end: int) -> Iterator[LedgerEntry]:
    """Yield what stands between recorded parts; signs that only divide belong to the layout."""
    if start >= end or not (text := piece.text[start:end]).strip():
        return
    divides = all(ch in _SIGNS for ch in text) or _is_mark(text)
    bit = Bit(piece, start, end).part(0, end - start)
    yield (
        LedgerEntry(bit, "used", "layout")
        if divides
        else LedgerEntry(bit, "left-out", "", "unknown")
    )


def _is_mark(text: str) -> bool:
    signs = text.strip()
    marks = (mark_of(f"{signs} {body}") for body in ("x", "甲"))
    return any(mark is not None and mark.end >= len(signs) for mark in marks)
