"""``span``: how many report directly to one position."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dealer_roles.model.declare import declared, optional
from dealer_roles.model.forms import Always
from dealer_roles.organization.with_ids import joined
from dealer_roles.rules.kind import Check, Hit, Kind
from dealer_roles.rules.kinds.count import MOST_WITNESSES, are_bounds
from dealer_roles.rules.language.node import Node
from dealer_roles.rules.language.node_words import holder_words, plain, span_of, witness
from dealer_roles.rules.language.reader import Reader
from dealer_roles.rules.language.view import View
from dealer_roles.rules.parameter_forms import COUNT, parameters_of
from dealer_roles.values.text import Text


@declared
class SpanParameters:
    """管理幅度 — How many report directly.

    Who has nobody below is not meant. A position without a number of people is one.
    """

    at_least: int = optional(COUNT, "最少", "The fewest", default=0)
    at_most: int | None = optional(COUNT, "最多", "The most")
    heads: bool = optional(
        Always(value=True), "按人数而非岗位数", "Count people rather than positions", default=False
    )

    def hits(self, view: View, node: Node) -> Iterator[Hit]:
        """Yield a finding if there are too few or too many."""
        below = view.index.lines.below.get(node.id, ())
        desk = view.index.holder(node.id)
        holders = dict.fromkeys(h for p in below if (h := view.index.holder(p)) != desk)
        if not holders:
            return
        count = sum(self._heads(view, holder) for holder in holders)
        if count >= self.at_least and (self.at_most is None or count <= self.at_most):
            return
        reports = [r for p in below if (r := view.node("position", p)) is not None]
        yield Hit(
            (node.id,),
            span_of(view, node),
            {
                "count": plain(count),
                "reports": joined(holder_words(view, holder) for holder in holders),
            },
            (witness(view, node), *(witness(view, r) for r in reports[:MOST_WITNESSES])),
            count,
        )

    def _heads(self, view: View, holder: str) -> int:
        node = view.holder_node(holder)
        return (node.value.headcount or 1) if self.heads and node else 1


def _read(raw: Mapping[str, Any], reader: Reader, kinds: tuple[str, ...]) -> Check | None:
    del kinds
    return parameters_of(SpanParameters, raw) if are_bounds(raw, reader) else None


KIND = Kind(
    "span",
    SpanParameters,
    Text(
        "直接下级有多少(编制岗算一个)",
        "how many report directly to a position; the positions of one post count once",
    ),
    ("position",),
    {"count": Text("下级数", "how many"), "reports": Text("直接下级", "who reports to it")},
    Text("下级数", "the number of direct reports"),
    _read,
    """\
id: span-of-control
name: {zh: 管理幅度, en: Span of control}
why: {zh: 下级太多管不过来, en: Nobody can lead too many people well}
severity: [{at_least: 3, severity: warning}, {at_least: 4, severity: error}]
for: {what: position}
check: {span: {at_most: 2}}
message:
  zh: "{subject}有{count}个直接下级：{reports}"
  en: "{subject} has {count} direct reports: {reports}"
fix: {zh: 增设一级主管, en: Add a level between}
examples:
  ok:
  - positions: {boss: {reports_to: null}, a: {reports_to: boss}, b: {reports_to: boss}}
  bad:
  - positions:
      boss: {reports_to: null}
      a: {reports_to: boss}
      b: {reports_to: boss}
      c: {reports_to: boss}
""",
)
