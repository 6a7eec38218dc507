"""``kind: expectations``: what a file of scenarios looks like."""

from __future__ import annotations

from typing import Any

from dealer_roles.model.base_forms import (
    DATE_TEXT,
    ID,
    SCOPE,
    SHARES,
    SOURCE,
    TEXT,
    one_or_more,
)
from dealer_roles.model.declare import declared, optional, required
from dealer_roles.model.forms import Always, Choice, Flag, Listed, Nested


@declared
class OwnerExpectation:
    """谁负责 — Who owns a task."""

    task: str = required(ID, "任务", "The task")
    scope: Any = optional(SCOPE, "范围", "The part of the task that is meant")
    owned_by: Any = optional(one_or_more(""), "负责人（全部）", "Exactly these own it")
    status: Any = optional(Choice(("owned", "contested", "unowned")), "状态", "The status")


@declared
class EscalationExpectation:
    """找谁 — Who is called."""

    position: str = required(ID, "岗位", "Who asks")
    topic: Any = optional(ID, "事项", "The topic")
    about: Any = optional(ID, "被投诉人", "The position complained about")
    case: Any = optional(SCOPE, "个案范围", "What it is about, where that decides who is called")
    calls: Any = optional(
        Listed(ID, fewest=1, most=50),
        "依次上报（从第一级起）",
        "Called in this order, from the first step on",
    )
    reaches: Any = optional(ID, "最终到达", "Reached at some step")
    passes_over: Any = optional(ID, "不经过", "Not called at any step")


@declared
class HandoffExpectation:
    """交接 — A hand-off that follows."""

    giver: str = required(ID, "交出方", "Who gives", alias="from")
    to: str = required(ID, "接收方", "Who receives, written or really")
    task: Any = optional(ID, "任务", "In this task")
    then: Any = optional(ID, "接收方的任务", "For this task of the receiver")
    form: Any = optional(ID, "表单", "With this form")
    approval: Any = optional(Flag(), "是否须批准", "Whether it needs approval")


@declared
class DutyExpectation:
    """职责 — A share that a position has, or has not."""

    position: str = required(ID, "岗位", "Who")
    task: str = required(ID, "任务", "The task")
    responsibility: str = required(
        Choice((*SHARES, "approver", "none")),
        "责任类型；none 表示无份额",
        "The kind of share; none for no share at all",
    )
    source: Any = optional(SOURCE, "出处", "The statement it cites")


@declared
class ProcessExpectation:
    """流程 — How a case passes through a process."""

    process: str = required(ID, "流程", "The process")
    passes: Any = optional(
        Listed(ID, fewest=1, most=100),
        "依次经手",
        "Held in this order, others may hold it in between",
    )
    carried: Any = optional(
        Always(value=True), "每次换手都有交接", "Every change of hands has a hand-off"
    )


@declared
class NothingExpectation:
    """没有 — What must not be found."""

    gaps: Any = optional(Always("none"), "没有缺口", "No gap (notes do not count)")
    overlaps: Any = optional(Always("none"), "没有重叠", "No overlap")


@declared
class ScenarioForm:
    """场景 — One scenario: a name, and one question with the answer expected."""

    name: Any = required(TEXT, "场景名称", "What happens, in one sentence")
    on: Any = optional(DATE_TEXT, "日期", "The day; today by default")
    owner: Any = optional(Nested(OwnerExpectation), "谁负责", "Who owns a task")
    escalation: Any = optional(Nested(EscalationExpectation), "找谁", "Who is called")
    handoff: Any = optional(Nested(HandoffExpectation), "交接", "Which hand-off follows")
    duty: Any = optional(Nested(DutyExpectation), "职责", "Which share somebody has")
    walk: Any = optional(Nested(ProcessExpectation), "流程", "How a case passes through a process")
    nothing: Any = optional(Nested(NothingExpectation), "没有", "What must not be found")


@declared
class ExpectationsFile:
    """期望 — Scenario tests of an organization."""

    kind: str = required(Always("expectations"), "文件类型", "The kind of file")
    about: Any = optional(TEXT, "说明", "What these scenarios are about")
    cases: Any = required(
        Listed(Nested(ScenarioForm), fewest=1, most=5000), "场景", "The scenarios"
    )
