"""Labels inside lines: ``岗位名称：销售顾问  所属部门：销售部``, ``【任职要求】…``."""

from __future__ import annotations

import re
from typing import NamedTuple

from dealer_roles.imports.pieces import Bit
from dealer_roles.imports.recognise.labels import LONGEST_LABEL, SINGLE, Labels

_BRACKETED = re.compile(r"^\s*[【\[〔「<《]\s*([^】\]〕」>》]{2,30})\s*[】\]〕」>》]\s*[:：]?\s*")
_SIGNED = re.compile(r"^\s*([^\s◀◁◄★☆◆♦●■▍:：]{2,20}?)\s*[◀◁◄★☆◆♦●■▍]+\s*[:：]?\s*")
_LABEL = re.compile(
    r"(?:^|(?<=[\s；;，,|｜、。（(]))([^\s：:；;，,|｜。][^：:；;，,|｜。\n]{0,38}?)\s*[:：]"
)
_SPACED = re.compile(r"^\s*(\S(?:[ \u3000]?\S){1,11})(?:\t+|[ \u3000]{2,})(?=\S)")
_INTRO = re.compile(
    r"(?:^|(?<=[。，,；;.]))(?P<tail>[^。；;：:.]{0,40}?(?:(?P<duty>职责|工作内容|工作任务|任务|responsibilities|duties|tasks)|"
    r"(?P<need>要求|条件|资格|requirements|qualifications))[^。；;：:.]{0,14}?(?:包括|如下|为|是|有|含|涵盖|include|includes|"
    r"including|are|as follows)[^。；;：:.]{0,16})(?:[:：]|(?<=following)\.)\s*",
    re.IGNORECASE,
)  # fmt: skip


_LONGEST_INTRODUCTION = 2_000


class LabelledFact(NamedTuple):
    """A label and what follows it.

    Attributes:
        field: What the label stands for; empty for text before the first label.
        label: The label.
        rest: What follows, up to the next label.
        boxed: Whether the label stands in brackets.
    """

    field: str
    label: Bit
    rest: Bit
    boxed: bool = False


def facts_in(bit: Bit, labels: Labels) -> list[LabelledFact]:
    """Return the labels of a line with what follows each; empty if it has none at its start."""
    text = bit.text
    boxed = _BRACKETED.match(text) or _SIGNED.match(text)
    if boxed and (name := labels.field(boxed.group(1))):
        return [
            LabelledFact(name, bit.part(0, boxed.end()), bit.part(boxed.end(), len(text)), True)
        ]
    if name := labels.field(text):
        return [LabelledFact(name, bit, bit.part(len(text), len(text)))]
    starts = _starts(text, labels)
    if starts and starts[0][0] == 0:
        return _cut(bit, starts)
    spaced = _SPACED.match(text)
    if spaced and (name := labels.field(spaced.group(1))) in SINGLE:
        rest = bit.part(spaced.end(), len(text))
        return [LabelledFact(name, bit.part(0, spaced.end(1)), rest)]
    return []


def _starts(text: str, labels: Labels) -> list[tuple[int, int, str]]:
    """Return start and end of each label and its field; only the first may begin a list."""
    found: list[tuple[int, int, str]] = []
    for match in _LABEL.finditer(text):
        start = match.start(1)
        label = match.group(1)
        name = labels.field(label) if len(label) <= LONGEST_LABEL else ""
        if not name and " " in label.strip():
            start, name = _last_word(match, labels)
        if name and (not found or name in SINGLE or found[-1][2] in SINGLE):
            found.append((start, match.end(), name))
    lead = len(text) - len(text.lstrip())
    return [(0 if s == lead else s, e, n) for s, e, n in found]


def _last_word(match: re.Match[str], labels: Labels) -> tuple[int, str]:
    """A value and the next label may stand before one colon: ``销售部 直接上级：``."""
    label = match.group(1)
    for blank in re.finditer(r"\s+", label):
        if name := labels.field(label[blank.end() :]):
            return match.start(1) + blank.end(), name
    return match.start(1), ""


def _cut(bit: Bit, starts: list[tuple[int, int, str]]) -> list[LabelledFact]:
    ends = [start for start, _, _ in starts[1:]] + [len(bit.text)]
    return [
        LabelledFact(name, bit.part(start, end), bit.part(_behind(bit.text, end), until))
        for (start, end, name), until in zip(starts, ends, strict=True)
    ]


def _behind(text: str, end: int) -> int:
    """Return where a value begins: behind the signs of Markdown that close a bold label."""
    while end < len(text) and text[end] in "*_":
        end += 1
    return end


def introduction(text: str) -> tuple[int, int, str] | None:
    """Return where a sentence such as ``主要职责包括：`` begins and ends, and what it introduces."""
    match = _INTRO.search(text, 0, _LONGEST_INTRODUCTION)
    if match is None or match.end() - match.start() > 70:
        return None
    return match.start(), match.end(), "duties" if match.group("duty") else "qualifications"
