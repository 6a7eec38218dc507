"""``coverage``: how much of a set of tasks is owned here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dealer_roles.model.declare import declared, optional
from dealer_roles.model.forms import Number
from dealer_roles.organization.with_ids import joined
from dealer_roles.rules.kind import Check, Hit, Kind
from dealer_roles.rules.kinds.count import MOST_WITNESSES
from dealer_roles.rules.language.node import Node
from dealer_roles.rules.language.node_words import plain, span_among, task_words, witness
from dealer_roles.rules.language.reader import Reader
from dealer_roles.rules.language.task_pick import TaskPick
from dealer_roles.rules.language.view import View
from dealer_roles.rules.parameter_forms import GLOBS, parameters_of
from dealer_roles.values.text import NO_TEXT, Text


@declared
class CoverageParameters:
    """覆盖 — What share of some tasks is owned.

    ``tasks`` are those of the catalogue that are meant, by their ids and by their tags.
    """

    tasks: TaskPick = optional(GLOBS, "任务编号或通配", "Ids of tasks, or globs")
    tags: Any = optional(GLOBS, "任务标签", "Tags of tasks")
    at_least: float = optional(
        Number(more_than=0, most=100), "百分比(缺省 100)", "Percent; 100", default=100
    )

    def hits(self, view: View, node: Node) -> Iterator[Hit]:
        """Yield one finding that names every task without an owner."""
        meant = [
            t
            for t in sorted(view.model.catalogue.tasks)
            if self.tasks.fits(view.model.catalogue, t)
        ]
        missing = [task for task in meant if not _covered(view, task)]
        if not meant or 100 * (len(meant) - len(missing)) >= self.at_least * len(meant):
            return
        percent = 100 * (len(meant) - len(missing)) / len(meant)
        nodes = [n for task in missing if (n := view.node("task", task)) is not None]
        yield Hit(
            (node.id, *missing),
            span_among(view, node, nodes) if nodes else view.model.asked_at("coverage"),
            {
                "missing": joined(task_words(view, task) for task in missing),
                "count": plain(len(missing)),
                "total": plain(len(meant)),
                "percent": plain(f"{percent:.0f}"),
            },
            (witness(view, node), *(witness(view, n) for n in nodes[:MOST_WITNESSES])),
            len(missing),
        )


def _covered(view: View, task: str) -> bool:
    """Whether it is done here and no gap, unless a note, says that nobody owns some of it."""
    node = view.node("task", task)
    if node is None:
        return False
    said = [gap for gap in view.gaps_about(node) if gap.kind != "declared-yet-owned"]
    return all(gap.severity == "note" for gap in said)


def _read(raw: Mapping[str, Any], reader: Reader, kinds: tuple[str, ...]) -> Check | None:
    del kinds
    tasks = reader.tasks(raw)
    if not tasks:
        words = Text("须写 tasks 或 tags", "state tasks, tags or both")
        reader.say("rule-parameter", words, NO_TEXT)
        return None
    return parameters_of(CoverageParameters, raw, tasks=tasks)


KIND = Kind(
    "coverage",
    CoverageParameters,
    Text(
        "目录中这些任务有多大比例在本组织有人负责",
        "what share of these tasks of the catalogue is owned here",
    ),
    ("organization",),
    {
        "missing": Text("无人负责的任务", "the tasks nobody owns"),
        "count": Text("无人负责的任务数", "how many they are"),
        "total": Text("任务总数", "how many are meant"),
        "percent": Text("有人负责的百分比", "the percentage that is owned"),
    },
    Text("无人负责的任务数", "the number of tasks that nobody owns"),
    _read,
    """\
id: safety-is-covered
name: {zh: 安全事项有人管, en: Safety is covered}
why: {zh: 安全没有可有可无的任务, en: No task of safety is optional}
severity: error
for: {what: organization}
check: {coverage: {tags: safety}}
message:
  zh: "{count}项安全任务无人负责：{missing}"
  en: "{count} safety tasks have no owner: {missing}"
fix: {zh: 为每项指定负责人, en: Give each an owner}
examples:
  ok:
  - tasks: [{id: ensure-store-safety, tags: [safety]}]
    positions: {boss: [ensure-store-safety]}
  bad:
  - tasks: [{id: ensure-store-safety, tags: [safety]}, {id: manage-fire-equipment, tags: [safety]}]
    positions: {boss: [ensure-store-safety]}
""",
)
