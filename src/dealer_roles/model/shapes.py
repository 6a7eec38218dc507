"""What the YAML of an organization may look like: one shape for each kind of file.

The JSON Schemas in ``schemas/`` are generated from these classes. A shape checks
form only; whether an id exists is asked later, when the organization is built.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from dealer_roles.model.shape_types import (
    Basis,
    Cadence,
    Date,
    Id,
    Ids,
    Money,
    NullableId,
    OneOrMoreIds,
    Receiver,
    Responsibility,
    Scope,
    Shape,
    SourcedText,
    SourceId,
    Sources,
    Superior,
    Text,
    Title,
    Validity,
    Within,
    Words,
    field,
    kind_of,
    matching,
    required,
)


class Deliverable(Shape):
    """交付物 — What is handed over: a form of the catalogue, or words, or both."""

    form: Id = field("表单编号", "A form of the catalogue")
    zh: Words = field("中文说法", "In Chinese")
    en: Words = field("英文说法", "In English")


class DutyShape(Shape):
    """职责 — One holder's share in one task."""

    task: Id = required("任务编号", "The task of the catalogue")
    responsibility: Responsibility = required(
        "责任类型：accountable 负责、responsible 执行、supporting 协助、"
        "consulted 会签、informed 知会",
        "The kind of share in the task",
    )
    supports: OneOrMoreIds = field("协助的岗位", "The positions whose share is supported")
    scope: Scope = field("范围", "The part of the task that is meant")
    text: Text = field("岗位说明书中的措辞", "How a job description words it")
    when: Text = field("条件", "The condition under which it holds")
    with_: Annotated[list[Id], Field(max_length=50)] = field(
        "对接的岗位、部门或外部方", "Counterparts; they get no share by this", alias="with"
    )
    cadence: Annotated[list[Cadence], Field(min_length=1, max_length=5)] = field(
        "频次", "How often"
    )
    within: Within = field("时限", "The time limit")
    limit: Money = field("权限金额", "The authority limit")
    forms: Ids = field("所用表单", "The forms used or filled in")
    own_work: Literal["never"] = field(
        "不得经手本人承办的个案", "Never done on a case that the holder worked on"
    )
    valid: Validity = field("有效期", "When it holds")
    sources: Sources = field("出处", "The statements it comes from")
    basis: Basis = field("无出处时的依据", "Why it holds where no statement says so")
    decision: Id = field("决策记录", "The decision record that settles a conflict of sources")


class HandoffShape(Shape):
    """交接 — What a holder gives to somebody, in a task."""

    id: Id = required("交接编号", "Unique in the organization")
    task: Id = required("所属任务", "The giver's task")
    then: Id = field("接收方的任务", "The receiver's task; without it the receiver is informed")
    to: Receiver = required(
        "接收方：岗位、部门、外部方、manager（直接上级）或未指名者",
        "A position, department, party, list of them, `manager`, or {unnamed: …}",
    )
    deliverable: Deliverable = required("交付物", "What is handed over")
    approval: bool = field("须经接收方批准", "The receiver approves; derives an approver share")
    signers: Ids = field("签字人", "Who signs the deliverable")
    within: Within = field("时限", "The time limit")
    when: Text = field("条件", "The condition under which it happens")
    scope: Scope = field("范围", "The part of the task that is meant")
    valid: Validity = field("有效期", "When it holds")
    sources: Sources = field("出处", "The statements it comes from")
    basis: Basis = field("无出处时的依据", "Why it holds where no statement says so")


class EscalationShape(Shape):
    """上报 — To whom a holder turns on a topic."""

    topic: Id = field("事项；省略表示一切事项", "The topic; without it, any topic")
    to: Superior = required(
        "上报对象：岗位、编制岗、外部方、manager 或未指名者",
        "A position, post, party, `manager` or {unnamed: …}",
    )
    within: Within = field("时限", "The time limit")
    limit: Money = field("该级权限", "What the called one may decide")
    when: Text = field("条件", "The condition under which it happens")
    scope: Scope = field("适用的个案范围", "The cases that it is for")
    valid: Validity = field("有效期", "When it holds")
    sources: Sources = field("出处", "The statements it comes from")
    basis: Basis = field("无出处时的依据", "Why it holds where no statement says so")


class AuthorityShape(Shape):
    """权限 — What a holder may decide alone."""

    topic: Id = field("事项", "The topic")
    task: Id = field("任务", "The task")
    kind: Literal["approve", "propose", "veto"] = field("审批、建议或否决", "Kind of authority")
    limit: Money = field("金额上限", "The limit")
    text: Text = field("说明", "In words")
    sources: Sources = field("出处", "The statements it comes from")
    basis: Basis = field("无出处时的依据", "Why it holds where no statement says so")


class MeasureShape(SourcedText):
    """考核指标 — A key performance indicator."""

    formula: Text = field("计算方法", "How it is computed")
    target: Text = field("目标值", "The target")
    weight: Annotated[int, Field(ge=1, le=100)] = field("权重（%）", "Weight in percent")
    data: Text = field("数据来源", "Where the figures come from")


class Codes(Shape):
    """职业编码 — Occupation codes; only where they are certain."""

    isco_08: Annotated[str, matching(r"^[0-9]{4}")] = field(
        "国际标准职业分类 ISCO-08", "ISCO-08 unit group", alias="isco-08"
    )
    onet_soc: Annotated[str, matching(r"^[0-9]{2}-[0-9]{4}\.[0-9]{2}")] = field(
        "O*NET-SOC 2019", "O*NET-SOC 2019 code", alias="onet-soc"
    )
    cn_2022: Annotated[str, matching(r"^[0-9](-[0-9]{2}){3}")] = field(
        "中华人民共和国职业分类大典（2022年版）",
        "Occupational Classification of the PRC, 2022 edition",
        alias="cn-2022",
    )


class PositionShape(Shape):
    """岗位 — A position of an organization."""

    kind: Literal["position"] = required("文件类型", "The kind of file")
    id: Id = required("岗位编号", "The id of the position")
    name: Text = field("名称；缺省取自目录", "Its name; by default the catalogue's")
    title: Title = field("来源文件中的称呼", "What the document calls it")
    department: Id = field("部门；缺省取自目录", "Its department; by default the catalogue's")
    reports_to: NullableId = field(
        "直接上级；null 表示最高岗位，省略表示未说明",
        "The superior; null is the top, left out is not stated",
    )
    deputy: Id = field("职务代理人", "Who stands in")
    headcount: Annotated[int, Field(ge=1, le=10_000)] = field("编制人数", "How many sit there")
    grade: Text = field("职级", "The grade")
    code: Annotated[str, matching(r"^[A-Za-z0-9._/-]{1,40}")] = field(
        "岗位编码", "The position's code in HR"
    )
    codes: Codes = field("职业编码", "Occupation codes")
    purpose: SourcedText = field("岗位目的", "What the position is for, in one sentence")
    duties: Annotated[list[DutyShape], Field(max_length=1000)] = field("职责", "The duties")
    handoffs: Annotated[list[HandoffShape], Field(max_length=1000)] = field("交接", "Hand-offs")
    escalations: Annotated[list[EscalationShape], Field(max_length=100)] = field(
        "上报", "To whom it turns, by topic"
    )
    authority: Annotated[list[AuthorityShape], Field(max_length=100)] = field(
        "权限", "What it may decide alone"
    )
    outcomes: Annotated[list[SourcedText], Field(max_length=100)] = field(
        "结果责任", "Results it answers for"
    )
    measures: Annotated[list[MeasureShape], Field(max_length=50)] = field("考核指标", "KPIs")
    qualifications: Annotated[list[SourcedText], Field(max_length=100)] = field(
        "任职资格", "Knowledge, skills and certificates"
    )
    conditions: Annotated[list[SourcedText], Field(max_length=20)] = field(
        "工作条件", "Working conditions"
    )
    clauses: Annotated[list[SourcedText], Field(max_length=20)] = field(
        "廉洁、保密、回避等条款", "Integrity, confidentiality and recusal clauses"
    )


class PostShape(Shape):
    """编制岗 — A desk that combines positions; one holder."""

    id: Id = required("编号", "The id of the post")
    name: Text = required("名称", "Its name")
    title: Title = field("来源文件中的称呼", "What the document calls it")
    positions: Annotated[list[Id], Field(min_length=1, max_length=20)] = required(
        "合并的岗位", "The positions it combines"
    )
    headcount: Annotated[int, Field(ge=1, le=10_000)] = field("人数", "How many sit there")
    duties: Annotated[list[DutyShape], Field(max_length=1000)] = field("共同职责", "Joint duties")
    handoffs: Annotated[list[HandoffShape], Field(max_length=1000)] = field("交接", "Hand-offs")
    escalations: Annotated[list[EscalationShape], Field(max_length=100)] = field(
        "上报", "To whom it turns, by topic"
    )
    outcomes: Annotated[list[SourcedText], Field(max_length=100)] = field(
        "结果责任", "Results it answers for"
    )
    qualifications: Annotated[list[SourcedText], Field(max_length=100)] = field(
        "任职资格", "Knowledge, skills and certificates"
    )
    sources: Sources = field("出处", "The statements it comes from")


class OrganizationDepartment(Shape):
    """组织中的部门 — A department of this organization."""

    id: Id = required("部门编号", "The id of the department")
    name: Text = field("名称；缺省取自目录", "Its name; by default the catalogue's")
    title: Title = field("来源文件中的称呼", "What the document calls it")
    head: Id = field("负责人岗位", "The position that heads it; it may sit elsewhere")
    sources: Sources = field("出处", "The statements it comes from")


class LadderStep(Shape):
    """升级阶梯的一级 — One step of a ladder."""

    position: Id = field("岗位", "The position called")
    party: Id = field("外部方", "The outside party called")
    manager: Literal[True] = field("上报人的直接上级", "The superior of the one who asks")
    head: Literal[True] = field(
        "上报人所在部门的负责人", "The head of the department of the one who asks"
    )
    for_: Scope = field("适用的个案范围", "The cases that it is for", alias="for")
    within: Within = field("时限", "How soon")
    limit: Money = field("权限", "What this step may decide")
    alert: Literal[True] = field("同时告知", "Told at once, in parallel")
    skip: Literal["subject"] = field("被投诉人回避", "Skipped if it is the one complained about")
    note: Text = field("说明", "A remark")


class UnownedShape(Shape):
    """声明无人负责的任务 — A task that nobody owns here, with the reason."""

    task: Id = required("任务", "The task")
    scope: Scope = field("范围", "The part of the task that is meant")
    reason: Text = required("原因", "Why nobody owns it")
    sources: Sources = field("出处", "The statements it comes from")


class LeftOutShape(Shape):
    """不予编码的语句 — A statement that is not encoded, with the reason."""

    source: SourceId = required("出处编号", "The statement")
    reason: Text = required("原因", "Why it is left out")


class Calendar(Shape):
    """工作日历 — How business time converts."""

    hours_per_day: Annotated[float, Field(gt=0, le=24)] = required("每日工时", "Hours a day")
    days_per_week: Annotated[int, Field(ge=1, le=7)] = required("每周天数", "Days a week")


class OrganizationShape(Shape):
    """组织 — One dealership as a set of definitions."""

    kind: Literal["organization"] = required("文件类型", "The kind of file")
    id: Id = required("组织编号", "The id of the organization")
    name: Text = required("名称", "Its name")
    title: Title = field("来源文件标题", "The title of the document it encodes")
    about: Text = field("说明", "What it is")
    version: Annotated[str, matching(r"^[0-9A-Za-z._-]{1,40}")] = field(
        "版本", "The version of these definitions"
    )
    effective: Date = field("生效日期", "The date from which these definitions hold")
    catalogue: Annotated[list[Words], Field(max_length=20)] = field(
        "目录：bundled 或文件夹", "`bundled` and folders of one's own"
    )
    coverage: Literal["stated", "complete"] = field(
        "stated 只看所述任务，complete 看全部目录任务", "Which tasks count as its own"
    )
    departments: Annotated[list[OrganizationDepartment], Field(max_length=200)] = field(
        "部门", "The departments"
    )
    calendar: Calendar = field("工作日历", "Business time")
    ladders: dict[Id, Annotated[list[LadderStep], Field(min_length=1, max_length=20)]] = field(
        "各事项的升级阶梯", "Escalation ladders by topic"
    )
    posts: Annotated[list[PostShape], Field(max_length=500)] = field("编制岗", "Posts")
    unowned: Annotated[list[UnownedShape], Field(max_length=1000)] = field(
        "声明无人负责的任务", "Tasks that nobody owns, on purpose"
    )
    left_out: Annotated[list[LeftOutShape], Field(max_length=1000)] = field(
        "不予编码的语句", "Statements that are not encoded"
    )


class ProcessStepShape(Shape):
    """流程步骤 — One step of a process."""

    id: Id = required("步骤编号", "Unique in the process")
    task: Id = required("任务", "The task done in this step")
    scope: Scope = field("范围", "The part of the task that is meant")
    next: Ids = field("后续步骤；缺省为下一步", "The steps that follow; by default the next one")
    optional: bool = field("可跳过", "May be skipped")
    when: Text = field("条件", "The condition under which it is taken")
    within: Within = field("时限", "The time limit")


class ProcessShape(Shape):
    """流程 — Steps in order, with branches."""

    kind: Literal["process"] = required("文件类型", "The kind of file")
    id: Id = required("流程编号", "The id of the process")
    name: Text = required("名称", "Its name")
    about: Text = field("说明", "What it is for")
    steps: Annotated[list[ProcessStepShape], Field(min_length=1, max_length=300)] = required(
        "步骤", "The steps"
    )
    sources: Sources = field("出处", "The statements it comes from")
    basis: Basis = field("无出处时的依据", "Why it holds where no statement says so")


class Entry(Shape):
    """目录条目 — An entry of the catalogue: an id and two names."""

    id: Id = required("编号", "The id")
    name: Text = required("名称", "Its name")
    about: Text = field("说明", "What it is")


class DepartmentEntry(Entry):
    """目录部门 — A department that is known, with its usual head."""

    head: Id = field("通常的负责人岗位", "Its usual head")


class PositionEntry(Entry):
    """目录岗位 — A position that is known, with its usual place."""

    department: Id = required("通常所属部门", "Its usual department")
    reports_to: NullableId = required("通常的直接上级", "Its usual superior; null is the top")
    titles: Annotated[list[Words], Field(max_length=50)] = field("别称", "Other names")
    codes: Codes = field("职业编码", "Occupation codes")


class ScopeDimension(Entry):
    """范围维度 — A dimension that splits tasks, with its values."""

    values: Annotated[list[Entry], Field(min_length=1, max_length=200)] = required(
        "取值", "Its values"
    )


class TaskEntry(Entry):
    """任务 — A piece of work: an action and an object."""

    part_of: Id = field("所属的大任务", "The larger task it is a piece of")
    split_by: Ids = field("按哪些范围维度拆分", "The dimensions that split it")
    tags: Ids = field("标签，供规则选用", "Tags for rules")


class Area(Shape):
    """业务领域 — A business area."""

    id: Id = required("编号", "The id")
    zh: Words = required("中文", "Chinese")
    en: Words = required("英文", "English")


class DepartmentsShape(Shape):
    """目录:部门 — Catalogue of departments."""

    kind: Literal["departments"] = required("文件类型", "The kind of file")
    departments: list[DepartmentEntry] = required("部门", "The departments")


class PositionsShape(Shape):
    """目录:岗位 — Catalogue of positions."""

    kind: Literal["positions"] = required("文件类型", "The kind of file")
    positions: list[PositionEntry] = required("岗位", "The positions")


class PartiesShape(Shape):
    """目录:外部方 — Catalogue of outside parties."""

    kind: Literal["parties"] = required("文件类型", "The kind of file")
    parties: list[Entry] = required("外部方", "The parties")


class ScopesShape(Shape):
    """目录:范围维度 — Catalogue of scope dimensions."""

    kind: Literal["scopes"] = required("文件类型", "The kind of file")
    scopes: list[ScopeDimension] = required("范围维度", "The dimensions")


class TopicsShape(Shape):
    """目录:事项 — Catalogue of topics."""

    kind: Literal["topics"] = required("文件类型", "The kind of file")
    topics: list[Entry] = required("事项", "The topics")


class FormsShape(Shape):
    """目录:表单 — Catalogue of forms."""

    kind: Literal["forms"] = required("文件类型", "The kind of file")
    forms: list[Entry] = required("表单", "The forms")


class TasksShape(Shape):
    """目录:任务 — Catalogue of the tasks of one business area."""

    kind: Literal["tasks"] = required("文件类型", "The kind of file")
    area: Area = required("业务领域", "The business area")
    tasks: list[TaskEntry] = required("任务", "The tasks")


class CorpusSection(Shape):
    """出处章节 — A section of a document and its statements."""

    id: SourceId = required("章节编号", "The id of the section")
    title: Words = required("标题", "Its title")
    department: Words = field("部门", "The department the document puts it in")
    positions: Ids = field("对应岗位", "The positions its title stands for")
    intro: bool = field(
        "节首有引言，以章节编号引用",
        "Whether it opens with an introduction, cited by the section's id",
    )
    statements: Annotated[list[SourceId], Field(max_length=10_000)] = required(
        "语句编号", "The ids of its statements"
    )


class CorpusDocument(Shape):
    """出处文件 — A source document."""

    id: SourceId = required("文件编号", "The id of the document")
    title: Words = required("标题", "Its title")
    sections: Annotated[list[CorpusSection], Field(max_length=10_000)] = required(
        "章节", "Its sections"
    )


class CorpusShape(Shape):
    """出处索引 — An index of source documents, without their text."""

    kind: Literal["corpus"] = required("文件类型", "The kind of file")
    documents: Annotated[list[CorpusDocument], Field(max_length=10_000)] = required(
        "文件", "The documents"
    )


CATALOGUE_SHAPES: tuple[type[Shape], ...] = (
    DepartmentsShape,
    PositionsShape,
    PartiesShape,
    ScopesShape,
    TopicsShape,
    FormsShape,
    TasksShape,
)
ORGANIZATION_SHAPES: tuple[type[Shape], ...] = (OrganizationShape, PositionShape, ProcessShape)
_ALL: tuple[type[Shape], ...] = (*ORGANIZATION_SHAPES, *CATALOGUE_SHAPES, CorpusShape)
SHAPES: dict[str, type[Shape]] = {kind_of(shape): shape for shape in _ALL}
