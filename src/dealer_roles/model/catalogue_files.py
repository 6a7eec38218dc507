"""The kinds of file of a catalogue: everything that organizations may refer to by id."""

from __future__ import annotations

from dealer_roles.model.base_forms import (
    FORMERLY,
    ID,
    KIND_SAID,
    MONEY,
    OTHER_NAMES,
    TEXT,
    id_of,
    ids,
    one_or_more,
    or_null,
)
from dealer_roles.model.declare import declared, derived, optional, required
from dealer_roles.model.forms import Always, Choice, Listed, Nested
from dealer_roles.model.position import CODES
from dealer_roles.values.former import Former
from dealer_roles.values.money import Money
from dealer_roles.values.span import NOWHERE, Span
from dealer_roles.values.text import Text

_ALSO_CALLED = ("平时还怎么叫，供搜索", "What else people call it, for searching")


@declared
class Entry:
    """目录条目 — An entry of the catalogue that is just an id and a name."""

    id: str = required(ID, "编号", "The id")
    name: Text = required(TEXT, "名称", "Its name")
    about: Text | None = optional(TEXT, "说明", "What it is", default=None)
    also_called: tuple[str, ...] = optional(OTHER_NAMES, *_ALSO_CALLED, default=())
    formerly: tuple[Former, ...] = optional(
        FORMERLY, "旧编号，仍可使用", "Ids it went by before; they still work", default=()
    )
    span: Span = derived(default=NOWHERE)


@declared
class DepartmentEntry:
    """目录部门 — A department that is known, with its usual head."""

    id: str = required(ID, "编号", "The id")
    name: Text = required(TEXT, "名称", "Its name")
    about: Text | None = optional(TEXT, "说明", "What it is", default=None)
    head: str = optional(id_of("position"), "通常的负责人岗位", "Its usual head", default="")
    span: Span = derived(default=NOWHERE)


@declared
class PositionEntry:
    """目录岗位 — A position that is known, with its usual place."""

    id: str = required(ID, "编号", "The id")
    name: Text = required(TEXT, "名称", "Its name")
    about: Text | None = optional(TEXT, "说明", "What it is", default=None)
    department: str = required(id_of("department"), "通常所属部门", "Its usual department")
    reports_to: str | None = required(
        or_null("position"), "通常的直接上级", "Its usual superior; null is the top"
    )
    titles: tuple[str, ...] = optional(OTHER_NAMES, "别称", "Other names", default=())
    codes: tuple[tuple[str, str], ...] = optional(CODES, "职业编码", "Occupation codes", default=())
    span: Span = derived(default=NOWHERE)


@declared
class Dimension:
    """范围维度 — A dimension that splits tasks, with its values."""

    id: str = required(ID, "编号", "The id")
    name: Text = required(TEXT, "名称", "Its name")
    about: Text | None = optional(TEXT, "说明", "What it is", default=None)
    values: tuple[Entry, ...] = required(
        Listed(Nested(Entry), fewest=1, most=200), "取值", "Its values"
    )
    span: Span = derived(default=NOWHERE)


HOWS = ("approve", "review", "inspect", "count", "reconcile", "accept", "release")
"""How one task can check another: each way has one rule."""


@declared
class Control:
    """控制关系 — Other tasks that this one checks, so that no one hand should do both."""

    tasks: tuple[str, ...] = required(
        one_or_more("task", most=20),
        "被检查的任务",
        "The task that is checked, or several",
        alias="task",
    )
    how: str = required(Choice(HOWS), "检查方式", "How it is checked")
    at_stake: Money | None = optional(
        MONEY,
        "一个月内无人检查可能损失的金额",
        "What a month without the check may cost",
        default=None,
    )
    why: Text | None = optional(
        TEXT, "集于一人的风险", "What may happen where one hand does both", default=None
    )
    instead: Text | None = optional(
        TEXT, "人手少时的补偿控制", "What a small store does instead", default=None
    )
    mitigated_by: tuple[str, ...] = optional(
        ids("task", most=20, fewest=1),
        "由他人负责则只提示的任务",
        "Tasks that, owned by somebody else, make it a note",
        default=(),
    )
    span: Span = derived(default=NOWHERE)


@declared
class Task:
    """任务 — A piece of work: an action and an object."""

    id: str = required(ID, "编号", "The id")
    name: Text = required(TEXT, "名称", "Its name")
    about: Text | None = optional(TEXT, "说明", "What it is", default=None)
    part_of: str = optional(
        id_of("task"), "所属的大任务", "The larger task it is a piece of", default=""
    )
    split_by: tuple[str, ...] = optional(
        ids("dimension"), "按哪些范围维度拆分", "The dimensions that split it", default=()
    )
    tags: tuple[str, ...] = optional(ids(""), "标签，供规则选用", "Tags for rules", default=())
    also_called: tuple[str, ...] = optional(OTHER_NAMES, *_ALSO_CALLED, default=())
    controls: tuple[Control, ...] = optional(
        Listed(Nested(Control), fewest=1, most=50),
        "本任务检查的任务",
        "The tasks that this one checks",
        default=(),
    )
    formerly: tuple[Former, ...] = optional(
        FORMERLY, "旧编号，仍可使用", "Ids it went by before; they still work", default=()
    )
    area: str = derived(default="")
    span: Span = derived(default=NOWHERE)


@declared
class Area:
    """业务领域 — A business area."""

    id: str = required(ID, "编号", "The id")
    name: Text = required(TEXT, "名称", "Its name", alias="*")


@declared
class DepartmentsFile:
    """目录:部门 — Catalogue of departments."""

    kind: str = required(Always("departments"), *KIND_SAID)
    departments: tuple[DepartmentEntry, ...] = required(
        Listed(Nested(DepartmentEntry)), "部门", "The departments"
    )


@declared
class PositionsFile:
    """目录:岗位 — Catalogue of positions."""

    kind: str = required(Always("positions"), *KIND_SAID)
    positions: tuple[PositionEntry, ...] = required(
        Listed(Nested(PositionEntry)), "岗位", "The positions"
    )


@declared
class PartiesFile:
    """目录:外部方 — Catalogue of outside parties."""

    kind: str = required(Always("parties"), *KIND_SAID)
    parties: tuple[Entry, ...] = required(Listed(Nested(Entry)), "外部方", "The parties")


@declared
class ScopesFile:
    """目录:范围维度 — Catalogue of scope dimensions."""

    kind: str = required(Always("scopes"), *KIND_SAID)
    scopes: tuple[Dimension, ...] = required(
        Listed(Nested(Dimension)), "范围维度", "The dimensions"
    )


@declared
class TopicsFile:
    """目录:事项 — Catalogue of topics."""

    kind: str = required(Always("topics"), *KIND_SAID)
    topics: tuple[Entry, ...] = required(Listed(Nested(Entry)), "事项", "The topics")


@declared
class FormsFile:
    """目录:表单 — Catalogue of forms."""

    kind: str = required(Always("forms"), *KIND_SAID)
    forms: tuple[Entry, ...] = required(Listed(Nested(Entry)), "表单", "The forms")


@declared
class TasksFile:
    """目录:任务 — Catalogue of the tasks of one business area."""

    kind: str = required(Always("tasks"), *KIND_SAID)
    area: Area = required(Nested(Area), "业务领域", "The business area")
    tasks: tuple[Task, ...] = required(Listed(Nested(Task)), "任务", "The tasks")
