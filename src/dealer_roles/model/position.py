"""``kind: position``: a position of an organization, and what its job description says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from dealer_roles.model.base_forms import (
    BASIS,
    BASIS_SAID,
    DATE,
    ID,
    MONEY,
    OTHER_NAMES,
    SOURCES,
    SOURCES_SAID,
    TEXT,
    SourcedText,
    id_of,
    one_or_more,
)
from dealer_roles.model.declare import declared, derived, optional, required
from dealer_roles.model.edition import Edition
from dealer_roles.model.forms import Always, ByType, Choice, Listed, Nested, Number, Str, Whole
from dealer_roles.model.holder import Duty, Escalation, Handoff
from dealer_roles.model.line import LINE, UNSTATED, Line
from dealer_roles.model.paper import DUTY_GROUPS, MORE, DutyGroup
from dealer_roles.values.money import Money
from dealer_roles.values.span import NOWHERE, Span
from dealer_roles.values.text import Text

SAME_POSITION = "same-position"
"""A deputy who holds the same position: a colleague."""


@declared
class Authority:
    """权限 — What a holder may decide alone."""

    topic: str = optional(id_of("topic"), "事项", "The topic", default="")
    task: str = optional(id_of("task"), "任务", "The task", default="")
    kind: str = optional(
        Choice(("approve", "propose", "veto")),
        "审批、建议或否决",
        "Kind of authority",
        default="approve",
    )
    limit: Money | None = optional(MONEY, "金额上限", "The limit", default=None)
    text: Text | None = optional(TEXT, "说明", "In words", default=None)
    sources: tuple[str, ...] = optional(SOURCES, *SOURCES_SAID, default=())
    basis: str = optional(BASIS, *BASIS_SAID, default="")


@declared
class Measure:
    """考核指标 — A key performance indicator."""

    text: Text = required(TEXT, "指标", "The indicator", alias="*")
    formula: Text | None = optional(TEXT, "计算方法", "How it is computed", default=None)
    target: Text | None = optional(TEXT, "目标值", "The target", default=None)
    weight: int | None = optional(Whole(1, 100), "权重（%）", "Weight in percent", default=None)
    data: Text | None = optional(TEXT, "数据来源", "Where the figures come from", default=None)
    sources: tuple[str, ...] = optional(SOURCES, *SOURCES_SAID, default=())
    basis: str = optional(BASIS, *BASIS_SAID, default="")


@declared
class CodesForm:
    """职业编码 — Occupation codes; only where they are certain."""

    isco_08: str = optional(
        Str(r"^[0-9]{4}"),
        "国际标准职业分类 ISCO-08",
        "ISCO-08 unit group",
        alias="isco-08",
        default="",
    )
    onet_soc: str = optional(
        Str(r"^[0-9]{2}-[0-9]{4}\.[0-9]{2}"),
        "O*NET-SOC 2019",
        "O*NET-SOC 2019 code",
        alias="onet-soc",
        default="",
    )
    cn_2022: str = optional(
        Str(r"^[0-9](-[0-9]{2}){3}"),
        "中华人民共和国职业分类大典（2022年版）",
        "Occupational Classification of the PRC, 2022 edition",
        alias="cn-2022",
        default="",
    )


def _codes(written: CodesForm) -> tuple[tuple[str, str], ...]:
    named = (
        ("cn-2022", written.cn_2022),
        ("isco-08", written.isco_08),
        ("onet-soc", written.onet_soc),
    )
    return tuple((name, code) for name, code in named if code)


CODES = ByType(_codes, tuple, mapping=Nested(CodesForm))


def _texts(most: int) -> Listed:
    return Listed(Nested(SourcedText), most=most)


@declared
class Vacancy:
    """空缺 — Nobody holds the position since a day; somebody may act."""

    since: dt.date = required(DATE, "空缺起始日", "The first day on which nobody holds it")
    acting: str = optional(
        id_of("position"), "代理岗位", "The position that acts meanwhile", default=""
    )


HEADCOUNT = Number(more_than=0, most=1_000_000)
DUTIES = Listed(Nested(Duty))
HANDOFFS = Listed(Nested(Handoff))
ESCALATIONS = Listed(Nested(Escalation))
OUTCOMES = QUALIFICATIONS = _texts(100)
TITLE = TEXT


@declared
class Position:
    """岗位 — A position of an organization.

    Attributes:
        reports_to: The superior; ``None`` if there is none or it is not stated.
        title: What the source document calls it.
        titles: Other names: its own, then those of the catalogue.
    """

    kind: str = required(Always("position"), "文件类型", "The kind of file")
    id: str = required(ID, "岗位编号", "The id of the position")
    stated_name: Text | None = optional(
        TEXT,
        "名称；缺省取自目录",
        "Its name; by default the catalogue's",
        alias="name",
        default=None,
    )
    title: Text | None = optional(
        TITLE, "来源文件中的称呼", "What the document calls it", default=None
    )
    also_called: tuple[str, ...] = optional(
        OTHER_NAMES, "平时还怎么叫，供搜索", "What else people call it, for searching", default=()
    )
    stated_departments: tuple[str, ...] = optional(
        one_or_more("department", most=20),
        "部门，多个时第一个为所列部门；缺省取自目录",
        "Its department, or several: the first is where it is listed; by default the catalogue's",
        alias="department",
        default=(),
    )
    line: Line = optional(
        LINE,
        "直接上级；null 表示最高岗位，{unnamed: …} 表示此处未列的上级，省略表示未说明",
        "The superior; null is the top, {unnamed: …} somebody not listed here, left out not stated",
        alias="reports_to",
        default=UNSTATED,
    )
    also_reports_to: tuple[str, ...] = optional(
        one_or_more("position", most=20),
        "虚线汇报的上级；仅列示，不作逐级上报",
        "Superiors by a dotted line: shown, never climbed",
        default=(),
    )
    deputies: tuple[str, ...] = optional(
        one_or_more("deputy", most=10),
        "职务代理人，可按顺序写多个；same-position 表示同岗位人员",
        "Who stands in, several in order; `same-position` is a colleague in the same position",
        alias="deputy",
        default=(),
    )
    vacant: Vacancy | None = optional(
        Nested(Vacancy),
        "空缺：自何日起，由谁代理",
        "Vacant: since when, and who acts",
        default=None,
    )
    headcount: float | None = optional(HEADCOUNT, "编制人数", "How many sit there", default=None)
    grade: Text | None = optional(TEXT, "职级", "The grade", default=None)
    code: str = optional(
        Str(r"^[A-Za-z0-9._/-]{1,40}"), "岗位编码", "The position's code in HR", default=""
    )
    codes: tuple[tuple[str, str], ...] = optional(CODES, "职业编码", "Occupation codes", default=())
    purpose: SourcedText | None = optional(
        Nested(SourcedText), "岗位目的", "What the position is for, in one sentence", default=None
    )
    duties: tuple[Duty, ...] = optional(DUTIES, "职责", "The duties", default=())
    handoffs: tuple[Handoff, ...] = optional(HANDOFFS, "交接", "Hand-offs", default=())
    escalations: tuple[Escalation, ...] = optional(
        ESCALATIONS, "上报", "To whom it turns, by topic", default=()
    )
    authority: tuple[Authority, ...] = optional(
        Listed(Nested(Authority)), "权限", "What it may decide alone", default=()
    )
    outcomes: tuple[SourcedText, ...] = optional(
        OUTCOMES, "结果责任", "Results it answers for", default=()
    )
    measures: tuple[Measure, ...] = optional(
        Listed(Nested(Measure), most=50), "考核指标", "KPIs", default=()
    )
    qualifications: tuple[SourcedText, ...] = optional(
        QUALIFICATIONS, "任职资格", "Knowledge, skills and certificates", default=()
    )
    conditions: tuple[SourcedText, ...] = optional(
        _texts(20), "工作条件", "Working conditions", default=()
    )
    clauses: tuple[SourcedText, ...] = optional(
        _texts(20),
        "廉洁、保密、回避等条款",
        "Integrity, confidentiality and recusal clauses",
        default=(),
    )
    edition: Edition | None = optional(
        Nested(Edition), "岗位说明书的版次", "The edition of its job description", default=None
    )
    duty_groups: tuple[DutyGroup, ...] = optional(
        DUTY_GROUPS,
        "职责类别与权重；缺省按业务领域归类",
        "How its duties are put together, and their weights; by default by business area",
        default=(),
    )
    more: Mapping[str, Text] | None = optional(
        MORE,
        "自定义栏目的内容，栏目由组织的 document_fields 定义",
        "Its values of the organization's `document_fields`",
        default=None,
    )
    name: Text = derived(default=Text())
    departments: tuple[str, ...] = derived(default=())
    titles: tuple[str, ...] = derived(default=())
    span: Span = derived(default=NOWHERE)

    @property
    def reports_to(self) -> str | None:
        """The superior; ``None`` if there is none or it is not stated."""
        return self.line.to

    @property
    def department(self) -> str:
        """The department in which it is listed; empty if it is in none."""
        return self.departments[0] if self.departments else ""

    @property
    def deputy(self) -> str:
        """The first position that stands in; empty if none is named."""
        return next((d for d in self.deputies if d != SAME_POSITION), "")

    @property
    def line_stated(self) -> bool:
        """Whether the superior, or that there is none, is stated."""
        return self.line.stated
