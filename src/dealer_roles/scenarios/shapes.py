"""What a file of expectations may look like."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from dealer_roles.model.shape_types import (
    Date,
    Id,
    OneOrMoreIds,
    Scope,
    Shape,
    SourceId,
    Text,
    field,
    required,
)


class OwnerExpectation(Shape):
    """谁负责 — Who owns a task."""

    task: Id = required("任务", "The task")
    scope: Scope = field("范围", "The part of the task that is meant")
    owned_by: OneOrMoreIds = field("负责人（全部）", "Exactly these own it")
    status: Literal["owned", "contested", "unowned"] = field("状态", "The status")


class EscalationExpectation(Shape):
    """找谁 — Who is called."""

    position: Id = required("岗位", "Who asks")
    topic: Id = field("事项", "The topic")
    about: Id = field("被投诉人", "The position complained about")
    case: Scope = field("个案范围", "What it is about, where that decides who is called")
    calls: Annotated[list[Id], Field(min_length=1, max_length=50)] = field(
        "依次上报（从第一级起）", "Called in this order, from the first step on"
    )
    reaches: Id = field("最终到达", "Reached at some step")
    passes_over: Id = field("不经过", "Not called at any step")


class HandoffExpectation(Shape):
    """交接 — A hand-off that follows."""

    giver: Id = required("交出方", "Who gives", alias="from")
    to: Id = required("接收方", "Who receives, written or really")
    task: Id = field("任务", "In this task")
    then: Id = field("接收方的任务", "For this task of the receiver")
    form: Id = field("表单", "With this form")
    approval: bool = field("是否须批准", "Whether it needs approval")


class DutyExpectation(Shape):
    """职责 — A share that a position has, or has not."""

    position: Id = required("岗位", "Who")
    task: Id = required("任务", "The task")
    responsibility: Annotated[
        Literal[
            "accountable", "responsible", "supporting", "consulted", "informed", "approver", "none"
        ],
        Field(),
    ] = required("责任类型；none 表示无份额", "The kind of share; none for no share at all")
    source: SourceId = field("出处", "The statement it cites")


class ProcessExpectation(Shape):
    """流程 — How a case passes through a process."""

    process: Id = required("流程", "The process")
    passes: Annotated[list[Id], Field(min_length=1, max_length=100)] = field(
        "依次经手", "Held in this order, others may hold it in between"
    )
    carried: Literal[True] = field("每次换手都有交接", "Every change of hands has a hand-off")


class NothingExpectation(Shape):
    """没有 — What must not be found."""

    gaps: Literal["none"] = field("没有缺口", "No gap (notes do not count)")
    overlaps: Literal["none"] = field("没有重叠", "No overlap")


class CaseShape(Shape):
    """场景 — One scenario: a name, and one question with the answer expected."""

    name: Text = required("场景名称", "What happens, in one sentence")
    on: Date = field("日期", "The day; today by default")
    owner: OwnerExpectation = field("谁负责", "Who owns a task")
    escalation: EscalationExpectation = field("找谁", "Who is called")
    handoff: HandoffExpectation = field("交接", "Which hand-off follows")
    duty: DutyExpectation = field("职责", "Which share somebody has")
    walk: ProcessExpectation = field("流程", "How a case passes through a process")
    nothing: NothingExpectation = field("没有", "What must not be found")


class ExpectationsShape(Shape):
    """期望 — Scenario tests of an organization."""

    kind: Literal["expectations"] = required("文件类型", "The kind of file")
    about: Text = field("说明", "What these scenarios are about")
    cases: Annotated[list[CaseShape], Field(min_length=1, max_length=5000)] = required(
        "场景", "The scenarios"
    )
