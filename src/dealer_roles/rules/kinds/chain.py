"""``chain``: a line that must not loop, must end somewhere, stay short, or grow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from typing import Any, Literal, TypeVar

from dealer_roles.model.declare import declared, optional
from dealer_roles.model.forms import Always, Choice, Listed
from dealer_roles.questions.ladder_faults import shrinking
from dealer_roles.rules.kind import Check, Hit, Kind
from dealer_roles.rules.kinds.chain_line import ChainLine, ladder_lines, lines
from dealer_roles.rules.language.node import Node
from dealer_roles.rules.language.node_words import node_words, plain, span_of, witness
from dealer_roles.rules.language.paths import Path
from dealer_roles.rules.language.reader import Reader
from dealer_roles.rules.language.view import View
from dealer_roles.rules.parameter_forms import COUNT, GLOB, PATH, parameters_of
from dealer_roles.values.findings import Witness
from dealer_roles.values.text import Text

ENDS = {
    "loop": Text("形成循环", "loops"),
    "end": Text("止于不该止的地方", "ends where it should not"),
    "long": Text("过长", "is too long"),
    "shrinks": Text("越往上越小", "shrinks on the way"),
}


@declared
class ChainParameters:
    """链条 — A line that is followed to its end."""

    path: Path | None = optional(
        PATH, "反复走的边；阶梯不写", "The edge to follow; a ladder takes none"
    )
    acyclic: bool = optional(Always(value=True), "不得循环", "It must not loop", default=False)
    ends_in: tuple[str, ...] = optional(
        Listed(GLOB, fewest=1, most=20),
        "须止于：top、party、unnamed、absent 或编号",
        "Where it may end: top, party, unnamed, absent, or ids",
        default=(),
    )
    longest: int | None = optional(COUNT, "最多几环", "The most links")
    increasing: Literal["limit", "within"] | None = optional(
        Choice(("limit", "within")), "不得缩小的字段", "What must not shrink"
    )

    def hits(self, view: View, node: Node) -> Iterator[Hit]:
        """Yield the first fault of the thing's lines."""
        if self.path is None:
            found: Sequence[ChainLine] = ladder_lines(view, node.id)
        else:
            found = lines(view, self.path, node)
        fault = next((f for line in found if (f := self._fault(line))), None)
        if fault is not None:
            why, line = fault
            yield _hit(view, node, why, line.nodes(), line.witnesses(), line.length)
        elif self.increasing is not None:
            yield from self._shrinking(view, node, self.increasing)

    def _fault(self, line: ChainLine) -> tuple[str, ChainLine] | None:
        if line.end == "loop":
            return ("loop", line) if self.acyclic else None
        if self.ends_in and not any(fnmatchcase(line.end, glob) for glob in self.ends_in):
            return "end", line
        if self.longest is not None and line.length > self.longest:
            return "long", line
        return None

    @staticmethod
    def _shrinking(view: View, node: Node, field: Literal["limit", "within"]) -> Iterator[Hit]:
        for pair in shrinking(view.index, node.id, field):
            rungs = [view.node("rung", f"{node.id}/{rise.rung.number + 1}") for rise in pair]
            found = [rung for rung in rungs if rung is not None]
            proof = [witness(view, rung) for rung in found]
            yield _hit(view, node, "shrinks", found, proof, len(found) - 1)
            return


Link = TypeVar("Link")
MOST_SHOWN = 20
"""Links of a chain that are told one by one; of a longer one the middle is counted."""


def _hit(
    view: View,
    node: Node,
    why: str,
    along: Sequence[Node],
    witnesses: Sequence[Witness],
    length: int,
) -> Hit:
    trail = _told([node_words(view, link) for link in _ends_of(along)], len(along))
    shown = Text(" → ".join(t.zh for t in trail), " → ".join(t.en for t in trail))
    proof = tuple(_ends_of(witnesses))
    return Hit(
        (node.id,),
        proof[-1].span if proof else span_of(view, node),
        {"fault": ENDS[why], "chain": shown, "length": plain(max(length, 0))},
        (witness(view, node), *proof) if node.kind != "ladder" else proof,
        max(length, 0),
    )


def _ends_of(links: Sequence[Link]) -> Sequence[Link]:
    """Return the links, of a long chain the first and the last ones."""
    if len(links) <= MOST_SHOWN:
        return links
    return (*links[: MOST_SHOWN // 2], *links[-MOST_SHOWN // 2 :])


def _told(trail: list[Text], count: int) -> list[Text]:
    """Return what is shown of a chain, with the number of links left out between."""
    left = count - len(trail)
    middle = [Text(f"……（另 {left} 环）", f"… ({left} more)")] if left else []
    half = MOST_SHOWN // 2
    return [*trail[:half], *middle, *trail[half:]] if left else trail


def _read(raw: Mapping[str, Any], reader: Reader, kinds: tuple[str, ...]) -> Check | None:
    ladder = kinds == ("ladder",)
    if ladder == ("path" in raw):
        words = Text(
            "阶梯不写 path，其他对象须写 path",
            "a ladder takes no path; anything else needs one",
        )
        reader.say("rule-parameter", words)
        return None
    if "increasing" in raw and not ladder:
        words = Text("increasing 只用于阶梯", "increasing is for ladders only")
        reader.say("rule-parameter", words, Text("", ""), "increasing")
        return None
    if not set(raw) - {"path"}:
        words = Text("须至少写一项要求", "state at least one demand")
        reader.say("rule-parameter", words)
        return None
    path = None
    if not ladder:
        parsed = reader.path(raw, "path", kinds)
        if parsed is None:
            return None
        path = parsed[0]
    return parameters_of(ChainParameters, raw, path=path)


KIND = Kind(
    "chain",
    ChainParameters,
    Text(
        "沿一条线(汇报线、升级阶梯、流程)走：不循环、到得了终点、不过长、权限不缩小",
        "a line, followed to its end: it must not loop, must end where it should, stay short, "
        "and its limits must not shrink",
    ),
    ("position", "task", "step", "ladder"),
    {
        "fault": Text("毛病", "what is wrong with it"),
        "chain": Text("经过的各环", "the links"),
        "length": Text("长度", "how many links"),
    },
    Text("长度", "the number of links"),
    _read,
    """\
id: ladder-grows
name: {zh: 阶梯权限递增, en: A ladder's limits grow}
why: {zh: 越往上权限越小，升级毫无用处, en: There is no use in calling somebody who may decide less}
severity: error
for: {what: ladder}
check: {chain: {acyclic: true, ends_in: [top, party], increasing: limit}}
message: {zh: "阶梯{subject}{fault}：{chain}", en: "the ladder {subject} {fault}: {chain}"}
fix: {zh: 调整阶梯, en: Put the ladder right}
examples:
  ok:
  - positions: {boss: {reports_to: null}, chief: {reports_to: boss}}
    ladders: {complaint: [{position: chief, limit: 1000}, {position: boss, limit: 5000}]}
  bad:
  - positions: {boss: {reports_to: null}, chief: {reports_to: boss}}
    ladders: {complaint: [{position: chief, limit: 5000}, {position: boss, limit: 1000}]}
""",
)
