"""``deadline``: time limits, alone or summed along a process or ladder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dealer_roles.model.base_forms import DURATION_TEXT, ID
from dealer_roles.model.declare import declared, optional, required
from dealer_roles.model.entities import Step
from dealer_roles.model.forms import Always
from dealer_roles.organization.standing import owners_in
from dealer_roles.questions.ladder_faults import ladders_by_case
from dealer_roles.questions.longest_way import longest_way
from dealer_roles.rules.kind import Check, Hit, Kind
from dealer_roles.rules.language.node import Node
from dealer_roles.rules.language.node_words import span_of, witness
from dealer_roles.rules.language.reader import Reader
from dealer_roles.rules.language.view import View
from dealer_roles.rules.parameter_forms import parameters_of
from dealer_roles.values.duration import TimeLimit
from dealer_roles.values.text import Text
from dealer_roles.words.marks import named


@declared
class DeadlineParameters:
    """时限 — Time limits, alone or summed.

    In a process they run from its first step and to any last one, where no task is named. A part
    without a limit adds nothing, unless it must be stated.
    """

    within: TimeLimit = required(DURATION_TEXT, "上限", "The bound")
    from_: str = optional(
        ID, "从此任务起(流程)", "From this task's step, in a process", default="", alias="from"
    )
    to: str = optional(ID, "至此任务止(流程)", "To this task's step, in a process", default="")
    stated: bool = optional(
        Always(value=True), "时限必须写明", "A part without a limit breaks the rule", default=False
    )

    def hits(self, view: View, node: Node) -> Iterator[Hit]:
        """Yield a finding if the limits add up to more, or if one is missing."""
        hours, parts = self._parts(view, node)
        if not parts:
            return
        missing = [part for part, limit in parts if limit is None]
        most = self.within.elapsed_hours(view.model.calendar)
        if hours > most or (self.stated and missing):
            yield Hit(
                (node.id,),
                span_of(view, missing[0] if self.stated and missing else parts[-1][0]),
                {
                    "sum": _shown(hours, len(missing) == len(parts)),
                    "limit": Text(self.within.get("zh"), self.within.get("en")),
                    "missing": named([part.id for part in missing] or ["-"]),
                },
                tuple(witness(view, part) for part, _ in parts),
                hours,
            )

    def _parts(self, view: View, node: Node) -> tuple[float, Parts]:
        if node.kind == "process":
            return self._way(view, node)
        if node.kind == "ladder":
            ladders = [_rungs(view, node, ns) for ns in ladders_by_case(view.index, node.id)]
            parts = max(ladders, key=lambda parts: self._worse(view, parts), default=[])
        else:
            parts = [(node, node.value.within)]
        return _hours(view, parts), parts

    def _worse(self, view: View, parts: Parts) -> tuple[bool, float]:
        """Return how bad the ladder of a case is: without a limit that it needs, then how long."""
        return self.stated and any(limit is None for _, limit in parts), _hours(view, parts)

    def _way(self, view: View, node: Node) -> tuple[float, Parts]:
        way = longest_way(
            node.value,
            limit_of=lambda step: _limit(view, step),
            calendar=view.model.calendar,
            start=self.from_,
            end=self.to,
        )
        if way is None:
            return 0.0, []
        steps = ((view.node("step", f"{node.id}/{s.id}"), limit) for s, limit in way.parts)
        return way.hours, [(step, limit) for step, limit in steps if step is not None]


Parts = list[tuple[Node, TimeLimit | None]]


def _rungs(view: View, node: Node, numbers: Iterable[int]) -> Parts:
    rungs = (view.node("rung", f"{node.id}/{number}") for number in numbers)
    return [(rung, rung.value.within) for rung in rungs if rung is not None]


def _shown(hours: float, unstated: bool) -> Text:
    if unstated:
        return Text("未写明", "not stated")
    return Text(f"{hours:.4g}小时", f"{hours:.4g} hours")


def _hours(view: View, way: Parts) -> float:
    return sum(limit.elapsed_hours(view.model.calendar) for _, limit in way if limit)


def _limit(view: View, step: Step) -> TimeLimit | None:
    """Return the step's own limit, else that of its owner's duty."""
    if step.within is not None:
        return step.within
    owners = owners_in(view.index, step.task, step.scope)
    duties = view.index.duties_of_task.get(step.task, ())
    limits = (d.within for d in duties if d.within and view.index.holder(d.holder) in owners)
    return next(limits, None)


def _read(raw: Mapping[str, Any], reader: Reader, kinds: tuple[str, ...]) -> Check | None:
    start, end = raw.get("from", ""), raw.get("to", "")
    if (start or end) and kinds != ("process",):
        words = Text("from 与 to 只用于流程", "from and to are for processes only")
        reader.say("rule-parameter", words)
        return None
    reader.names.update(dict.fromkeys(task for task in (start, end) if task))
    return parameters_of(DeadlineParameters, raw, within=TimeLimit.parse(raw["within"]))


KIND = Kind(
    "deadline",
    DeadlineParameters,
    Text(
        "时限不得超过上限；流程和阶梯按最长的一条路累加（从同一事件起算的并行，不累加；阶梯按个案分别计算），"
        "工作时间按组织的日历折算",
        "time limits, summed along the longest way of a process or ladder (those that count from "
        "one event run side by side; a ladder in each case by itself) and converted through "
        "the organization's calendar, stay below a bound",
    ),
    ("process", "ladder", "duty", "handoff", "step"),
    {
        "sum": Text("合计", "the sum"),
        "limit": Text("上限", "the bound"),
        "missing": Text("未写时限的部分", "the parts without a limit"),
    },
    Text("合计小时数", "the summed hours"),
    _read,
    """\
id: complaint-in-a-day
name: {zh: 投诉一日内回应, en: A complaint is answered in a day}
why: {zh: 拖得越久越难平息, en: The longer it waits the harder it is to settle}
severity: warning
for: {what: process}
check: {deadline: {from: log-complaint, to: respond-to-complaint, within: 1 day}}
message:
  zh: "{subject}合计{sum}，超过{limit}"
  en: "{subject} adds up to {sum}, more than {limit}"
fix: {zh: 缩短各步时限, en: Shorten the steps}
examples:
  ok:
  - processes:
      complaint:
      - {task: log-complaint, within: 1 hour}
      - {task: respond-to-complaint, within: 4 hours}
  bad:
  - processes:
      complaint:
      - {task: log-complaint, within: 1 hour}
      - {task: investigate-complaint, within: 20 hours}
      - {task: respond-to-complaint, within: 5 hours}
""",
)
