"""``count``: how many things stand at the end of a path."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dealer_roles.model.declare import declared, optional, required
from dealer_roles.organization.with_ids import joined
from dealer_roles.rules.kind import Check, Hit, Kind
from dealer_roles.rules.language.node import Node
from dealer_roles.rules.language.node_words import node_words, plain, span_among, witness
from dealer_roles.rules.language.paths import Path, walk
from dealer_roles.rules.language.reader import Reader
from dealer_roles.rules.language.selection import SELECTABLE
from dealer_roles.rules.language.view import View
from dealer_roles.rules.parameter_forms import COUNT, PATH, parameters_of
from dealer_roles.values.text import Text

MOST_WITNESSES = 20


@declared
class CountParameters:
    """路径末端几个 — How many things stand at the end of a path."""

    path: Path = required(PATH, "路径", "The path")
    at_least: int = optional(COUNT, "最少", "The fewest", default=0)
    at_most: int | None = optional(COUNT, "最多", "The most")

    def hits(self, view: View, node: Node) -> Iterator[Hit]:
        """Yield a finding if there are too few or too many."""
        found = list(walk(view, self.path, node))
        if self.at_least <= len(found) and (self.at_most is None or len(found) <= self.at_most):
            return
        words = joined(node_words(view, end) for end in found)
        yield Hit(
            (node.id,),
            span_among(view, node, found[self.at_most or 0 :]),
            {"count": plain(len(found)), "found": words},
            (witness(view, node), *(witness(view, end) for end in found[:MOST_WITNESSES])),
            len(found),
        )


def are_bounds(raw: Mapping[str, Any], reader: Reader) -> bool:
    """Whether one of ``at_least`` and ``at_most`` is stated, and they are in order."""
    least, most = raw.get("at_least", 0), raw.get("at_most")
    if "at_least" not in raw and most is None:
        words = Text("须写 at_least 或 at_most", "state at_least, at_most or both")
        reader.say("rule-parameter", words)
        return False
    if most is not None and least > most:
        words = Text("at_least 大于 at_most", "at_least is more than at_most")
        reader.say("rule-parameter", words, Text("请交换", "swap them"), "at_least")
        return False
    return True


def _read(raw: Mapping[str, Any], reader: Reader, kinds: tuple[str, ...]) -> Check | None:
    path, bounds = reader.path(raw, "path", kinds), are_bounds(raw, reader)
    return None if path is None or not bounds else parameters_of(CountParameters, raw, path=path[0])


KIND = Kind(
    "count",
    CountParameters,
    Text("路径末端有多少个对象", "how many things stand at the end of a path"),
    tuple(SELECTABLE),
    {"count": Text("个数", "how many"), "found": Text("找到的对象", "what was found")},
    Text("个数", "the number found"),
    _read,
    """\
id: few-duties
name: {zh: 职责不过多, en: Not too many duties}
why: {zh: 一人身兼数十项职责，样样做不好, en: Nobody does forty things well}
severity: [{at_least: 3, severity: note}, {at_least: 4, severity: warning}]
for: {what: position}
check: {count: {path: "duty[responsibility=accountable]", at_most: 2}}
message: {zh: "{subject}负责{count}项任务", en: "{subject} is accountable for {count} tasks"}
fix: {zh: 把部分任务分给他人, en: Give some of them to others}
examples:
  ok:
  - positions: {advisor: [open-repair-order, return-serviced-vehicle]}
  bad:
  - positions: {advisor: [open-repair-order, return-serviced-vehicle, repair-vehicle]}
""",
)
