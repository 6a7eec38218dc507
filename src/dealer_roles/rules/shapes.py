"""What a file of rules, and a file of waivers, may look like."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, WithJsonSchema

from dealer_roles.model.shape_types import Date, Id, Shape, Text, Words, field, required
from dealer_roles.rules.check_shapes import CheckShape, Glob, Globs, PathText

SEVERITY_PATTERN = r"^(error|warning|note)$"
PROFILES = ("minimal", "standard", "strict")
Severity = Literal["error", "warning", "note"]
Scalar = Annotated[
    str | bool | int | float, WithJsonSchema({"type": ["string", "boolean", "number"]})
]
Scalars = Annotated[
    Scalar | Annotated[list[Scalar], Field(min_length=1, max_length=500)],
    WithJsonSchema(
        {
            "type": ["string", "boolean", "number", "array"],
            "items": {"type": ["string", "boolean", "number"]},
            "minItems": 1,
            "maxItems": 500,
        }
    ),
]


class ThresholdShape(Shape):
    """分档 — A severity from a measure on."""

    at_least: Annotated[float, Field(ge=0, le=1e9)] = required("从多少起", "From this measure on")
    severity: Severity = required("级别", "The severity")


Severities = Annotated[
    Severity | Annotated[list[ThresholdShape], Field(min_length=1, max_length=10)],
    WithJsonSchema(
        {
            "type": ["string", "array"],
            "pattern": SEVERITY_PATTERN,
            "items": ThresholdShape.model_json_schema() | {"title": "ThresholdShape"},
            "minItems": 1,
            "maxItems": 10,
        }
    ),
]


class SelectorShape(Shape):
    """选取 — Which things a rule speaks of."""

    what: Annotated[str, Field(max_length=40)] = required(
        "position 岗位、post 编制岗、holder 二者、department、task、duty、handoff、process、step、"
        "ladder 或 organization",
        "position, post, holder (both), department, task, duty, handoff, process, step, ladder or "
        "organization",
    )
    id: Globs = field("编号或通配", "Ids or globs of ids")
    tag: Globs = field("任务标签", "Tags of the task")
    where: Annotated[
        dict[Annotated[str, Field(max_length=40)], Scalars], Field(min_length=1, max_length=20)
    ] = field("字段及其值", "Fields and what they must be")


class ConditionShape(Shape):
    """条件 — A condition on one thing."""

    all: Annotated[list[ConditionShape], Field(min_length=1, max_length=20)] = field(
        "都成立", "All hold"
    )
    any: Annotated[list[ConditionShape], Field(min_length=1, max_length=20)] = field(
        "任一成立", "Any holds"
    )
    not_: ConditionShape = field("不成立", "It does not hold", alias="not")
    path: PathText = field("路径；省略即对象本身", "A path; without it, the thing itself")
    field_: Annotated[str, Field(max_length=40)] = field("字段", "A field there", alias="field")
    op: Literal["exists", "eq", "in", "lt", "gt"] = field(
        "比较：有、等于、属于、小于、大于", "The comparison"
    )
    value: Scalars = field("比较的值", "What to compare with")


class ExampleShape(Shape):
    """示例 — A small organization; tasks, topics and scopes that it uses need no definition."""

    about: Words = field("说明", "What it shows")
    times: Annotated[int, Field(ge=1, le=100)] = field(
        "坏示例应有几个发现(缺省 1)", "How many findings a bad example has; 1"
    )
    on: Date = field("日期", "The day")
    coverage: Literal["stated", "complete"] = field("任务范围", "Which tasks count")
    tasks: list[Any] = field("任务：编号或带字段", "Tasks: ids, or with fields")
    scopes: dict[str, Any] = field("范围维度及取值", "Scope dimensions and their values")
    parties: list[Id] = field("外部方", "Outside parties")
    absent: list[Id] = field("目录中有而此处没有的岗位", "Known positions that are absent here")
    departments: dict[str, Any] = field("部门及负责人", "Departments with their heads")
    positions: dict[str, Any] = field("岗位：职责列表或字段", "Positions: duties, or fields")
    posts: dict[str, Any] = field("编制岗", "Posts")
    processes: dict[str, Any] = field("流程：步骤列表", "Processes: their steps")
    ladders: dict[str, Any] = field("阶梯", "Ladders")
    unowned: list[Any] = field("声明无人负责", "Tasks nobody owns on purpose")
    base: dict[str, Any] = field("对照的组织", "The organization to compare with")


class ExamplesShape(Shape):
    """示例 — What the rule lets pass, and what it finds."""

    ok: Annotated[list[ExampleShape], Field(min_length=1, max_length=50)] = required(
        "应通过", "It finds nothing here"
    )
    bad: Annotated[list[ExampleShape], Field(min_length=1, max_length=50)] = required(
        "应报告", "It finds this"
    )


class RuleShape(Shape):
    """规则 — One rule."""

    id: Id = required("编号，也是发现的代码", "Its id, and the code of its findings")
    name: Text = required("名称", "Its name")
    why: Text = required("理由", "Why it is worth having")
    severity: Severities = required(
        "error、warning、note，或按数量分档", "error, warning, note, or by threshold"
    )
    profile: Literal["minimal", "standard", "strict"] = field(
        "所属的最小方案(缺省 standard)", "The smallest profile it belongs to; standard"
    )
    for_: SelectorShape = required("适用对象", "What it speaks of", alias="for")
    when: ConditionShape = field("前提条件", "When it speaks")
    check: CheckShape = required("检查", "What it demands")
    message: Text = required("发现的文字，可用 {字段}", "The finding, with {fields}")
    fix: Text = required("如何改正，可用 {字段}", "How to mend it, with {fields}")
    examples: ExamplesShape = required("示例，加载时验证", "Examples, proven on load")


class RulesShape(Shape):
    """规则 — Rules, as data."""

    kind: Literal["rules"] = required("文件类型", "The kind of file")
    about: Text = field("说明", "What these rules are about")
    rules: Annotated[list[RuleShape], Field(min_length=1, max_length=1000)] = required(
        "规则", "The rules"
    )


class WaiverShape(Shape):
    """豁免 — A finding that is accepted, and until when."""

    rule: Glob = required("规则编号", "The rule")
    subject: Annotated[str, Field(min_length=1, max_length=500)] = required(
        "对象：发现的 subject、其中一个编号或通配",
        "The finding's subject, one of its ids, or a glob",
    )
    org: Id = field("组织；缺省为任一", "The organization; any by default")
    reason: Text = required("接受的理由", "Why it is accepted")
    owner: Id = required("谁担责", "Who answers for it")
    until: Date = required("最后一天", "Its last day")


class WaiversShape(Shape):
    """豁免 — Findings that are accepted, each with reason, owner and end."""

    kind: Literal["waivers"] = required("文件类型", "The kind of file")
    waivers: Annotated[list[WaiverShape], Field(max_length=5000)] = required("豁免", "The waivers")


SHAPES: dict[str, type[Shape]] = {"rules": RulesShape, "waivers": WaiversShape}
