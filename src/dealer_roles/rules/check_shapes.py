"""What the parameters of each kind of rule may look like."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, WithJsonSchema

from dealer_roles.model.shape_types import (
    SCHEMA_END,
    Duration,
    Id,
    Shape,
    Words,
    field,
    matching,
    required,
)
from dealer_roles.questions.gap_value import GapKind

GLOB_PATTERN = r"^[a-z0-9*?\[\]!/>#=+_ -]{1,200}"
Glob = Annotated[str, matching(GLOB_PATTERN)]
_GLOB_SCHEMA = {"type": "string", "pattern": GLOB_PATTERN + SCHEMA_END}
Globs = Annotated[
    Glob | Annotated[list[Glob], Field(min_length=1, max_length=500)],
    WithJsonSchema(
        {
            "type": ["string", "array"],
            "pattern": GLOB_PATTERN + SCHEMA_END,
            "items": _GLOB_SCHEMA,
            "minItems": 1,
            "maxItems": 500,
        }
    ),
]
PathText = Annotated[str, Field(min_length=1, max_length=200)]
Count = Annotated[int, Field(ge=0, le=1_000_000)]
Share = Literal[
    "accountable", "responsible", "approver", "supporting", "consulted", "informed"
]  # fmt: skip


class OwnershipShape(Shape):
    """每个范围几个负责人 — How many holders own each cell of a task."""

    at_least: Count = field("最少", "The fewest")
    at_most: Count = field("最多", "The most")
    accountable: Literal[True] = field(
        "只算 accountable", "Only an accountable share makes an owner"
    )


class CountShape(Shape):
    """路径末端几个 — How many things stand at the end of a path."""

    path: PathText = required("路径", "The path")
    at_least: Count = field("最少", "The fewest")
    at_most: Count = field("最多", "The most")


class ExistsShape(Shape):
    """有或没有 — Something must, or must not, be there."""

    path: PathText = field("路径；省略即对象本身", "The path; without it, the thing itself")
    field_: Annotated[str, Field(max_length=40)] = field(
        "字段；省略即对象须存在", "The field; without it, the thing must exist", alias="field"
    )
    absent: Literal[True] = field("须没有", "It must not be there")


class GroupShape(Shape):
    """一组任务 — One group of tasks."""

    tasks: Globs = field("任务编号或通配", "Ids of tasks, or globs")
    tags: Globs = field("任务标签", "Tags of tasks")


class GapsShape(Shape):
    """缺口 — What the gap question must not find."""

    kinds: Annotated[list[GapKind], Field(min_length=1, max_length=15)] = required(
        "缺口类别", "The kinds of gap"
    )


class SeparationShape(Shape):
    """职责分离 — Groups of tasks of which one hand may hold only so many."""

    groups: Annotated[list[GroupShape], Field(min_length=2, max_length=20)] = required(
        "各组任务", "The groups"
    )
    most: Annotated[int, Field(ge=1, le=20)] = field("最多持有几组(缺省 1)", "The most groups; 1")
    levels: Annotated[
        list[Literal["position", "post", "person", "deputy"]], Field(min_length=1, max_length=4)
    ] = field(
        "以什么为一人：岗位、编制岗、一人编制、代理期间的职务代理人(缺省除 person 外全部)",
        "What counts as one hand: a position, a post, a one-seat desk, a deputy standing in; "
        "all but `person`",
    )
    at: Literal["case"] = field(
        "按个案：写明 own_work: never 的份额不算",
        "Per case: a share that says `own_work: never` does not count",
    )
    shares: Annotated[list[Share], Field(min_length=1, max_length=6)] = field(
        "计入的责任类型", "The responsibilities that count"
    )
    mitigated_by: Annotated[list[Id], Field(min_length=1, max_length=20)] = field(
        "补偿控制：由他人负责这些任务时只算提示",
        "Compensating controls: owned by somebody else, they make a finding a note",
    )


class ChainShape(Shape):
    """链条 — A line that is followed to its end."""

    path: PathText = field("反复走的边；阶梯不写", "The edge to follow; a ladder takes none")
    acyclic: Literal[True] = field("不得循环", "It must not loop")
    ends_in: Annotated[list[Glob], Field(min_length=1, max_length=20)] = field(
        "须止于：top、party、unnamed、absent 或编号",
        "Where it may end: top, party, unnamed, absent, or ids",
    )
    longest: Count = field("最多几环", "The most links")
    increasing: Literal["limit", "within"] = field("不得缩小的字段", "What must not shrink")


class HandoffCheckShape(Shape):
    """交接 — Demands on hand-offs."""

    lands: Literal[True] = field(
        "(选 handoff)接收方承担下一任务", "(of a handoff) the receiver takes part in `then`"
    )
    carried: Literal[True] = field(
        "(选 process)每次换手都有交接", "(of a process) each change of hands has a hand-off"
    )
    then: Id = field(
        "(选 task)须交给此任务的负责人", "(of a task) it hands over to this task's owner"
    )
    approval: Literal[True] = field("须经其批准", "with approval")
    form: Id = field("须用此表单", "with this form")


class SequenceShape(Shape):
    """先后 — One task lies on each way to another."""

    before: Globs = required("应先做的任务", "What comes first")
    after: Globs = required("后做的任务", "What comes after")


class DeadlineShape(Shape):
    """时限 — Time limits, alone or summed."""

    within: Duration = required("上限", "The bound")
    from_: Id = field("从此任务起(流程)", "From this task's step, in a process", alias="from")
    to: Id = field("至此任务止(流程)", "To this task's step, in a process")
    stated: Literal[True] = field("时限必须写明", "A part without a limit breaks the rule")


class ProtectedShape(Shape):
    """保护 — Only these may have a share."""

    positions: Globs = field("可以有份额的岗位", "Positions and posts that may")
    departments: Globs = field("可以有份额的部门", "Departments whose positions may")
    shares: Annotated[list[Share], Field(min_length=1, max_length=6)] = field(
        "受保护的责任类型", "The responsibilities that are protected"
    )


class SpanShape(Shape):
    """管理幅度 — How many report directly."""

    at_least: Count = field("最少", "The fewest")
    at_most: Count = field("最多", "The most")
    heads: Literal[True] = field("按人数而非岗位数", "Count people rather than positions")


class CoverageShape(Shape):
    """覆盖 — What share of some tasks is owned."""

    tasks: Globs = field("任务编号或通配", "Ids of tasks, or globs")
    tags: Globs = field("任务标签", "Tags of tasks")
    at_least: Annotated[float, Field(gt=0, le=100)] = field("百分比(缺省 100)", "Percent; 100")


class Lengths(Shape):
    """字数 — Characters a language."""

    zh: Count = field("中文", "Chinese")
    en: Count = field("英文", "English")


class Phrases(Shape):
    """用语 — Phrases a language."""

    zh: Annotated[list[Words], Field(max_length=200)] = field("中文", "Chinese")
    en: Annotated[list[Words], Field(max_length=200)] = field("英文", "English")


class WordingShape(Shape):
    """措辞 — Demands on the text of a field."""

    field_: Annotated[str, Field(max_length=40)] = required("字段", "The field", alias="field")
    longest: Lengths = field("最多字数", "The most characters")
    shortest: Lengths = field("最少字数", "The fewest characters")
    forbidden: Phrases = field("不该用的说法", "Phrases to avoid")
    both: Literal[True] = field("中英文齐全", "Both languages are there and differ")


class OverlayShape(Shape):
    """只紧不松 — Nothing is looser than in another organization."""

    base: Id = required("基准组织", "The organization to compare with")


class CheckShape(Shape):
    """检查 — One kind of rule with its parameters; a plug-in's kind checks its own."""

    model_config = ConfigDict(
        extra="allow",
        strict=True,
        json_schema_extra={"minProperties": 1, "maxProperties": 1, "additionalProperties": True},
    )

    ownership: OwnershipShape = field("每个范围几个负责人", "How many own each cell")
    count: CountShape = field("路径末端几个", "How many at the end of a path")
    exists: ExistsShape = field("有或没有", "Whether something is there")
    gaps: GapsShape = field("缺口", "What the gap question must not find")
    separation: SeparationShape = field("职责分离", "Groups of tasks kept apart")
    chain: ChainShape = field("链条", "A line followed to its end")
    handoff: HandoffCheckShape = field("交接", "Demands on hand-offs")
    sequence: SequenceShape = field("先后", "One task before another")
    deadline: DeadlineShape = field("时限", "Time limits, alone or summed")
    protected: ProtectedShape = field("保护", "Only these may")
    span: SpanShape = field("管理幅度", "Direct reports")
    coverage: CoverageShape = field("覆盖", "How much is owned")
    text: WordingShape = field("措辞", "The wording of a field")
    overlay: OverlayShape = field("只紧不松", "Never looser than another")

    def model_post_init(self, _: Any) -> None:
        """Refuse none or several kinds at once."""
        if len(self.model_fields_set | set(self.model_extra or ())) != 1:
            raise ValueError("exactly one kind")
