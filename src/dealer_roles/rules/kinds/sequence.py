"""``sequence``: in every process, one task lies on each way to another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dealer_roles.model.declare import declared, required
from dealer_roles.model.entities import Process, Step
from dealer_roles.rules.kind import Check, Hit, Kind
from dealer_roles.rules.language.node import Node
from dealer_roles.rules.language.node_words import node_words, task_words, witness
from dealer_roles.rules.language.reader import Reader
from dealer_roles.rules.language.task_pick import TaskPick
from dealer_roles.rules.language.view import View
from dealer_roles.rules.parameter_forms import GLOBS
from dealer_roles.values.text import NO_TEXT, Text


def _fitting(view: View, pick: TaskPick) -> frozenset[str]:
    steps = (step for process in view.model.processes.values() for step in process.steps)
    return pick.among(view.model.catalogue, {step.task for step in steps})


@declared
class SequenceParameters:
    """先后 — One task lies on each way to another.

    A step that may be skipped does not count as lying on the way.
    """

    before: TaskPick = required(GLOBS, "应先做的任务", "What comes first")
    after: TaskPick = required(GLOBS, "后做的任务", "What comes after")

    def hits(self, view: View, node: Node) -> Iterator[Hit]:
        """Yield each step that can be reached without the other."""
        process: Process = node.value
        after = view.kept("steps fitting", self.after, _fitting)
        targets = [step for step in process.steps if step.task in after]
        if not targets:
            return
        ways = self._ways_around(view, process)
        for step in targets:
            if step.id in ways:
                yield self._hit(view, node, step, _way(ways, step.id))

    def _ways_around(self, view: View, process: Process) -> dict[str, str]:
        """Return the steps that can be reached without ``before``, each with the one before it."""
        steps = {step.id: step for step in process.steps}
        before = view.kept("steps fitting", self.before, _fitting)
        open_ = {s.id for s in process.steps if s.optional or s.task not in before}
        entered = {following for step in process.steps for following in step.next}
        starts = [s.id for n, s in enumerate(process.steps) if n == 0 or s.id not in entered]
        ways = {start: "" for start in starts if start in open_}
        queue = list(ways)
        while queue:
            here = queue.pop(0)
            for following in steps[here].next:
                if following in open_ and following not in ways:
                    ways[following] = here
                    queue.append(following)
        return ways

    def _hit(self, view: View, node: Node, step: Step, way: list[str]) -> Hit:
        passed = [view.node("step", f"{node.id}/{id_}") for id_ in way]
        before = [*self.before.globs, *(f"#{tag}" for tag in self.before.tags)]
        wanted = [task_words(view, task) for task in before]
        return Hit(
            (f"{node.id}/{step.id}",),
            step.span,
            {
                "process": node_words(view, node),
                "after": task_words(view, step.task),
                "before": Text("或".join(w.zh for w in wanted), " or ".join(w.en for w in wanted)),
                "way": Text(" → ".join(way), " → ".join(way)),
            },
            tuple(witness(view, link) for link in passed if link is not None),
        )


def _way(ways: Mapping[str, str], end: str) -> list[str]:
    way = [end]
    while ways[way[-1]]:
        way.append(ways[way[-1]])
    return way[::-1]


def _read(raw: Mapping[str, Any], reader: Reader, kinds: tuple[str, ...]) -> Check | None:
    del kinds
    before, after = reader.tasks(raw, "before", "-"), reader.tasks(raw, "after", "-")
    if set(before.globs) & set(after.globs):
        words = Text("before 与 after 不能相同", "before and after must differ")
        reader.say("rule-parameter", words, NO_TEXT)
        return None
    return SequenceParameters(before=before, after=after)


KIND = Kind(
    "sequence",
    SequenceParameters,
    Text(
        "在每个流程中，通向 after 的每条路都经过 before(可跳过的步骤不算)",
        "in every process, each way to `after` passes `before`; a step that may be skipped does "
        "not count",
    ),
    ("process",),
    {
        "process": Text("流程", "the process"),
        "before": Text("应先做的任务", "what must come first"),
        "after": Text("后做的任务", "what comes after"),
        "way": Text("绕开的路径", "the way around it"),
    },
    Text("恒为 1", "always 1"),
    _read,
    """\
id: pdi-before-delivery
name: {zh: 先检后交, en: Inspect before delivery}
why: {zh: 未检车辆交给客户有安全风险, en: An uninspected vehicle is a risk to the customer}
severity: error
for: {what: process}
check: {sequence: {before: [perform-pdi], after: [deliver-vehicle]}}
message:
  zh: "流程{process}可不经{before}而{after}：{way}"
  en: "{process} reaches {after} without {before}: {way}"
fix: {zh: 把检测放在交车之前且不可跳过, en: Put the inspection on every way to delivery}
examples:
  ok:
  - processes: {delivery: [collect-vehicle-payment, perform-pdi, deliver-vehicle]}
  bad:
  - processes:
      delivery:
      - {task: collect-vehicle-payment, next: [perform-pdi, deliver-vehicle]}
      - perform-pdi
      - deliver-vehicle
""",
)
