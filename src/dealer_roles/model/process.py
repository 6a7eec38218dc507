"""``kind: process``: steps in order, with branches."""

from __future__ import annotations

from dealer_roles.model.base_forms import (
    BASIS,
    BASIS_SAID,
    ID,
    SCOPE,
    SOURCES,
    SOURCES_SAID,
    TEXT,
    WITHIN,
    id_of,
    ids,
)
from dealer_roles.model.declare import declared, derived, required
from dealer_roles.model.declare import optional as may
from dealer_roles.model.forms import Always, Flag, Listed, Nested
from dealer_roles.values.duration import TimeLimit
from dealer_roles.values.scope import ANY, Scope
from dealer_roles.values.span import NOWHERE, Span
from dealer_roles.values.text import Text


@declared
class Step:
    """流程步骤 — One step of a process."""

    id: str = required(ID, "步骤编号", "Unique in the process")
    task: str = required(id_of("task"), "任务", "The task done in this step")
    scope: Scope = may(SCOPE, "范围", "The part of the task that is meant", default=ANY)
    stated_next: tuple[str, ...] | None = may(
        ids(""),
        "后续步骤；缺省为下一步",
        "The steps that follow; by default the next one",
        alias="next",
        default=None,
    )
    optional: bool = may(Flag(), "可跳过", "May be skipped", default=False)
    when: Text | None = may(TEXT, "条件", "The condition under which it is taken", default=None)
    within: TimeLimit | None = may(WITHIN, "时限", "The time limit", default=None)
    next: tuple[str, ...] = derived(default=())
    span: Span = derived(default=NOWHERE)


@declared
class Process:
    """流程 — Steps in order, with branches."""

    kind: str = required(Always("process"), "文件类型", "The kind of file")
    id: str = required(ID, "流程编号", "The id of the process")
    name: Text = required(TEXT, "名称", "Its name")
    about: Text | None = may(TEXT, "说明", "What it is for", default=None)
    steps: tuple[Step, ...] = required(
        Listed(Nested(Step), fewest=1, most=300), "步骤", "The steps"
    )
    sources: tuple[str, ...] = may(SOURCES, *SOURCES_SAID, default=())
    basis: str = may(BASIS, *BASIS_SAID, default="")
    span: Span = derived(default=NOWHERE)
