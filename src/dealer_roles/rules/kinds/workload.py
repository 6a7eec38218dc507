"""``workload``: the regular work of a desk fits into the week of the people who share it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dealer_roles.model.declare import declared, optional, required
from dealer_roles.model.entities import Duty
from dealer_roles.model.forms import Always, Number
from dealer_roles.questions.workload import WEEKS, Workload, workload
from dealer_roles.rules.kind import Hit, Kind
from dealer_roles.rules.kinds.count import MOST_WITNESSES
from dealer_roles.rules.language.node import Node
from dealer_roles.rules.language.node_words import plain, span_of, witness
from dealer_roles.rules.language.view import View
from dealer_roles.rules.parameter_forms import read_as_written
from dealer_roles.values.findings import Witness
from dealer_roles.values.text import Text


@declared
class WorkloadParameters:
    """工作量 — The hours of regular work for each person.

    What is not stated counts as nothing, unless it must be known.
    """

    hours_a_week: float = required(
        Number(more_than=0, most=168), "人均每周最多几小时", "The most hours a week for each person"
    )
    known: bool = optional(
        Always(value=True),
        "人数、频次与每次工时都须写明",
        "Headcount, cadence and effort must all be stated",
        default=False,
    )

    def hits(self, view: View, node: Node) -> Iterator[Hit]:
        """Yield a finding if the hours that are stated are too many, or are not all stated."""
        if view.index.holder(node.id) != node.id:
            return
        found = view.kept("workload", "", _by_holder)[node.id]
        hours = round((found.hours_each or 0) / WEEKS, 1)
        unknown = _unknown(found)
        if hours > self.hours_a_week or (self.known and unknown):
            witnesses = (witness(view, node), *map(_duty, found.timed or found.counted))
            values = {"hours": plain(f"{hours:g}"), "unknown": plain(unknown)}
            yield Hit((node.id,), span_of(view, node), values, witnesses[:MOST_WITNESSES], hours)


def _by_holder(view: View, key: str) -> Mapping[str, Workload]:
    del key
    return {one.position: one for one in workload(view.index)}


def _unknown(found: Workload) -> int:
    return len(found.not_stated) + len(found.untimed) + (found.headcount is None)


def _duty(duty: Duty) -> Witness:
    times = " ".join((*duty.cadence, str(duty.effort or "")))
    return Witness(duty.span, plain(f"{duty.task} {times}".strip()))


KIND = Kind(
    "workload",
    WorkloadParameters,
    Text(
        "周期性工作分摊到人每周几小时：职责的频次 × 每次工时（effort）÷ 人数",
        "how many hours a week regular work takes each person: cadence × effort ÷ headcount",
    ),
    ("position", "post", "holder"),
    {
        "hours": Text("人均每周小时数", "hours a week for each person"),
        "unknown": Text("有几处没有写明", "how many things are not stated"),
    },
    Text("人均每周小时数", "hours a week for each person"),
    read_as_written(WorkloadParameters),
    """\
id: work-fits-the-week
name: {zh: 工作排得下, en: The work fits the week}
why: {zh: 排不下的工作总有一样没做, en: Of work that does not fit something is left undone}
severity: warning
for: {what: holder}
check: {workload: {hours_a_week: 40}}
message:
  zh: "{subject}每人每周的周期性工作要{hours}小时"
  en: "{subject} has {hours} hours of regular work a week for each person"
fix: {zh: 增加人手，或把职责交给别的岗位, en: Add people or move a duty elsewhere}
examples:
  ok:
  - about: 两名库管员分摊每日盘点
    positions:
      keeper:
        headcount: 2
        duties:
        - {task: count-stock, responsibility: responsible, cadence: [daily], effort: 9 hours}
  bad:
  - about: 只有一名库管员
    positions:
      keeper:
        headcount: 1
        duties:
        - {task: count-stock, responsibility: responsible, cadence: [daily], effort: 9 hours}
""",
)
