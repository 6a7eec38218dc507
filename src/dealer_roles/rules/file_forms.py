"""``kind: rules`` and ``kind: waivers``: what such files look like."""

from __future__ import annotations

from typing import Any

from dealer_roles.model.base_forms import DATE_TEXT, ID, KIND_SAID, TEXT
from dealer_roles.model.declare import declared, optional, required
from dealer_roles.model.forms import (
    Always,
    Anything,
    ByType,
    Choice,
    Listed,
    Mapped,
    Nested,
    Number,
    OneKey,
    Scalar,
    Str,
    Whole,
)
from dealer_roles.rules.kinds import parameters_by_name
from dealer_roles.rules.language.selection import SELECTABLE
from dealer_roles.rules.parameter_forms import GLOB, GLOBS, PATH, as_written
from dealer_roles.values.findings import SEVERITIES

PROFILES = ("minimal", "standard", "strict")
"""The profiles, each with all rules of those before it."""
NAME = Str(longest=40)
SCALARS = ByType(as_written, object, text=Scalar(), many=Listed(Scalar(), fewest=1, most=500))


@declared
class ThresholdForm:
    """分档 — A severity from a measure on."""

    at_least: float = required(Number(least=0, most=1e9), "从多少起", "From this measure on")
    severity: str = required(Choice(SEVERITIES), "级别", "The severity")


SEVERITY = ByType(
    as_written,
    object,
    text=Choice(SEVERITIES),
    many=Listed(Nested(ThresholdForm), fewest=1, most=10),
)


@declared
class SelectorForm:
    """选取 — Which things a rule speaks of."""

    what: str = required(
        NAME,
        f"{'、'.join(SELECTABLE)}；holder 指岗位与编制岗",
        f"{', '.join(SELECTABLE)}; a holder is a position or a post",
    )
    id: Any = optional(GLOBS, "编号或通配", "Ids or globs of ids")
    tag: Any = optional(GLOBS, "任务标签", "Tags of the task")
    where: Any = optional(
        Mapped(NAME, SCALARS, fewest=1, most=20), "字段及其值", "Fields and what they must be"
    )


def _condition() -> type:
    return ConditionForm


@declared
class ConditionForm:
    """条件 — A condition on one thing."""

    all: Any = optional(Listed(Nested(_condition), fewest=1, most=20), "都成立", "All hold")
    any: Any = optional(Listed(Nested(_condition), fewest=1, most=20), "任一成立", "Any holds")
    not_: Any = optional(Nested(_condition), "不成立", "It does not hold", alias="not")
    path: Any = optional(PATH, "路径；省略即对象本身", "A path; without it, the thing itself")
    field: Any = optional(NAME, "字段", "A field there")
    op: Any = optional(
        Choice(("exists", "eq", "in", "lt", "gt")),
        "比较：有、等于、属于、小于、大于",
        "The comparison",
    )
    value: Any = optional(SCALARS, "比较的值", "What to compare with")


_MAPPING, _LIST = Anything("object"), Anything("array")
_IDS = Listed(ID)


@declared
class ExampleForm:
    """示例 — A small organization; tasks, topics and scopes that it uses need no definition."""

    about: Any = optional(TEXT, "它说明的事", "The story it tells")
    times: Any = optional(
        Whole(1, 100),
        "应有几个发现：坏示例缺省 1，好示例没有",
        "How many findings it has: a bad example 1 by default, a good one none",
    )
    on: Any = optional(DATE_TEXT, "日期", "The day")
    coverage: Any = optional(Choice(("stated", "complete")), "任务范围", "Which tasks count")
    tasks: Any = optional(_LIST, "任务：编号或带字段", "Tasks: ids, or with fields")
    scopes: Any = optional(_MAPPING, "范围维度及取值", "Scope dimensions and their values")
    parties: Any = optional(_IDS, "外部方", "Outside parties")
    absent: Any = optional(_IDS, "目录中有而此处没有的岗位", "Known positions that are absent here")
    departments: Any = optional(_MAPPING, "部门及负责人", "Departments with their heads")
    positions: Any = optional(_MAPPING, "岗位：职责列表或字段", "Positions: duties, or fields")
    posts: Any = optional(_MAPPING, "编制岗", "Posts")
    processes: Any = optional(_MAPPING, "流程：步骤列表", "Processes: their steps")
    ladders: Any = optional(_MAPPING, "阶梯", "Ladders")
    authority: Any = optional(_LIST, "权限表", "The authority table")
    unowned: Any = optional(_LIST, "声明无人负责", "Tasks nobody owns on purpose")
    base: Any = optional(_MAPPING, "对照的组织", "The organization to compare with")


@declared
class ExamplesForm:
    """示例 — What the rule lets pass, and what it finds."""

    ok: Any = required(
        Listed(Nested(ExampleForm), fewest=1, most=50), "应通过", "It finds nothing here"
    )
    bad: Any = required(Listed(Nested(ExampleForm), fewest=1, most=50), "应报告", "It finds this")


@declared
class RuleForm:
    """规则 — One rule."""

    id: str = required(ID, "编号，也是发现的代码", "Its id, and the code of its findings")
    name: Any = required(TEXT, "名称", "Its name")
    why: Any = required(TEXT, "理由", "Why it is worth having")
    severity: Any = required(
        SEVERITY,
        "error、warning、note，或按数量分档",
        "error, warning, note, or by threshold",
    )
    profile: Any = optional(
        Choice(PROFILES),
        "所属的最小方案；自有规则缺省总是运行",
        "The smallest profile it runs in; a rule of one's own runs in all by default",
    )
    for_: Any = required(Nested(SelectorForm), "适用对象", "What it speaks of", alias="for")
    when: Any = optional(Nested(ConditionForm), "前提条件", "When it speaks")
    check: Any = required(
        OneKey(parameters_by_name), "检查：一种规则及其参数", "One kind of rule with its parameters"
    )
    message: Any = required(TEXT, "发现的文字，可用 {字段}", "The finding, with {fields}")
    fix: Any = required(TEXT, "如何改正，可用 {字段}", "How to mend it, with {fields}")
    examples: Any = required(Nested(ExamplesForm), "示例，加载时验证", "Examples, proven on load")


@declared
class RulesFile:
    """规则 — Rules, as data."""

    kind: str = required(Always("rules"), *KIND_SAID)
    about: Any = optional(TEXT, "说明", "What these rules are about")
    rules: Any = required(Listed(Nested(RuleForm), fewest=1, most=1000), "规则", "The rules")


@declared
class WaiverForm:
    """豁免 — A finding that is accepted, and until when."""

    rule: str = required(GLOB, "规则编号", "The rule")
    subject: str = required(
        Str(shortest=1, longest=500),
        "对象：发现的 subject、其中一个编号或通配",
        "The finding's subject, one of its ids, or a glob",
    )
    org: Any = optional(ID, "组织；缺省为任一", "The organization; any by default")
    reason: Any = required(TEXT, "接受的理由", "Why it is accepted")
    owner: str = required(ID, "谁担责", "Who answers for it")
    until: str = required(DATE_TEXT, "最后一天", "Its last day")


@declared
class WaiversFile:
    """豁免 — Findings that are accepted, each with reason, owner and end."""

    kind: str = required(Always("waivers"), *KIND_SAID)
    waivers: Any = required(Listed(Nested(WaiverForm), most=5000), "豁免", "The waivers")


KINDS: tuple[type, ...] = (RulesFile, WaiversFile)
