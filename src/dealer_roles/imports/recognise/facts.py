"""Labels inside lines: ``岗位名称：销售顾问  所属部门：销售部``, ``【任职要求】…``."""

from __future__ import annotations

import re
from typing import NamedTuple

from dealer_roles.imports.pieces import Bit
from dealer_roles.imports.recognise.labels import LONGEST_LABEL, SINGLE, Labels
from dealer_roles.imports.recognise.roles import is_role

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


_DASHED = re.compile(r"^\s*([A-Za-z][A-Za-z /]{2,30}?)\s+[-–—]\s+(?=\S)")
_BOSS = re.compile(r"(?:report|line|immediate|direct|supervis)", re.IGNORECASE)
_COUNTED = re.compile(
    r"^\s*(?:(?:岗位|职位|工种)[一二三四五六七八九十\d]{1,3}|(?:position|role|job|vacancy) (?:no\.? ?)?\d{1,2})\s*(?:[:：.、–—-]\s*|\s)(?=\S)",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"^\s*([\u4e00-\u9fff]{2,6}?)\s*(?=\d|面议)")
_LONGEST_INTRODUCTION = 2_000
_LONGEST_SENTENCE = 160


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
    if counted := _COUNTED.match(text):
        rest = bit.part(counted.end(), len(text))
        return [LabelledFact("position", bit.part(0, counted.end()), rest, True)]
    starts = _starts(text, labels)
    if starts and starts[0][0] == 0:
        return _cut(bit, starts)
    if dashed := _DASHED.match(text):
        name = labels.field(dashed.group(1))
        sure = not is_role(dashed.group(1)) or _BOSS.match(dashed.group(1))
        if name in SINGLE and sure:
            rest = bit.part(dashed.end(), len(text))
            return [LabelledFact(name, bit.part(0, dashed.end()), rest)]
    if amount := _AMOUNT.match(text):
        name = labels.field(amount.group(1))
        if name in ("benefits", "conditions", "contact"):
            rest = bit.part(amount.end(), len(text))
            return [LabelledFact(name, bit.part(0, amount.end()), rest, True)]
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


_YOU = re.compile(r"\b(?:you|you['’]ll|your)\b[^.;:]{0,60}:$", re.IGNORECASE)
_YOU_NEED = re.compile(
    r"\b(?:need|have|bring|possess|considered|qualif\w+|ideal|looking for|apply)\b", re.IGNORECASE
)
_YOU_DO = re.compile(
    r"\b(?:responsib\w+|(?:will|['’]ll|would) (?:also )?(?:be|do|help|lead|work|spend|own)|tasks|duties)\b",
    re.IGNORECASE,
)


def _addressed(text: str) -> str:
    """Return what a sentence to the reader introduces: *Reporting to Ann, you will be responsible for:*."""
    if len(text) > _LONGEST_SENTENCE or not _YOU.search(text):
        return ""
    if _YOU_NEED.search(text):
        return "qualifications"
    return "duties" if _YOU_DO.search(text) else ""


def introduction(text: str) -> tuple[int, int, str] | None:
    """Return where a sentence such as ``主要职责包括：`` begins and ends, and what it introduces."""
    if section := _addressed(text):
        return 0, len(text), section
    match = _INTRO.search(text, 0, _LONGEST_INTRODUCTION)
    if match is None or match.end() - match.start() > 70:
        return None
    return match.start(), match.end(), "duties" if match.group("duty") else "qualifications"
