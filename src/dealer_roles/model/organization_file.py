"""``kind: organization``: departments, posts, ladders and the rest of one organization."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from dealer_roles.model.authority_table import AUTHORITY, AuthorityRow
from dealer_roles.model.base_forms import (
    DATE,
    ID,
    LANGUAGE,
    MONEY,
    SCOPE,
    SOURCE,
    SOURCES,
    SOURCES_SAID,
    TEXT,
    WITHIN,
    WORDS,
    SourcedText,
    id_of,
    ids,
)
from dealer_roles.model.business_time import CALENDAR
from dealer_roles.model.coverage import COVERAGE, STATED, CoverageOf
from dealer_roles.model.declare import declared, derived, optional, required
from dealer_roles.model.edition import Edition
from dealer_roles.model.forms import (
    Always,
    ByType,
    Listed,
    Mapped,
    Nested,
    Str,
)
from dealer_roles.model.holder import Duty, Escalation, Handoff
from dealer_roles.model.paper import (
    CLAUSES,
    CLAUSES_SAID,
    DOCUMENT_FIELDS,
    SIGNERS,
    SIGNERS_SAID,
    DocumentField,
    FixedClause,
    Signers,
)
from dealer_roles.model.position import (
    DUTIES,
    ESCALATIONS,
    HANDOFFS,
    HEADCOUNT,
    OUTCOMES,
    QUALIFICATIONS,
    TITLE,
)
from dealer_roles.values.duration import Calendar, TimeLimit
from dealer_roles.values.money import Money
from dealer_roles.values.scope import ANY, Scope
from dealer_roles.values.span import NOWHERE, Span
from dealer_roles.values.text import Text
from dealer_roles.values.unseen import REFUSED


@declared
class Post:
    """编制岗 — A desk that combines positions; one holder."""

    id: str = required(ID, "编号", "The id of the post")
    name: Text = required(TEXT, "名称", "Its name")
    title: Text | None = optional(
        TITLE, "来源文件中的称呼", "What the document calls it", default=None
    )
    positions: tuple[str, ...] = required(
        ids("position", most=20, fewest=1), "合并的岗位", "The positions it combines"
    )
    headcount: float | None = optional(HEADCOUNT, "人数", "How many sit there", default=None)
    duties: tuple[Duty, ...] = optional(DUTIES, "共同职责", "Joint duties", default=())
    handoffs: tuple[Handoff, ...] = optional(HANDOFFS, "交接", "Hand-offs", default=())
    escalations: tuple[Escalation, ...] = optional(
        ESCALATIONS, "上报", "To whom it turns, by topic", default=()
    )
    outcomes: tuple[SourcedText, ...] = optional(
        OUTCOMES, "结果责任", "Results it answers for", default=()
    )
    qualifications: tuple[SourcedText, ...] = optional(
        QUALIFICATIONS, "任职资格", "Knowledge, skills and certificates", default=()
    )
    edition: Edition | None = optional(
        Nested(Edition), "岗位说明书的版次", "The edition of its job description", default=None
    )
    sources: tuple[str, ...] = optional(SOURCES, *SOURCES_SAID, default=())
    span: Span = derived(default=NOWHERE)


@declared
class Department:
    """部门 — A department of this organization.

    Attributes:
        declared: The organization names it itself; otherwise only a position sits in it.
    """

    id: str = required(id_of("department"), "部门编号", "The id of the department")
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
    part_of: str = optional(
        id_of("department"), "上级部门", "The larger department it belongs to", default=""
    )
    stated_head: str = optional(
        id_of("position"),
        "负责人岗位；省略时为唯一一个上级在部门外的成员",
        "The position that heads it, wherever it sits; left out: the one member whose superior "
        "is outside",
        alias="head",
        default="",
    )
    stated_heads: tuple[str, ...] = optional(
        ids("position", most=20),
        "共同负责人，视为一人",
        "Several heads, who answer as one",
        alias="heads",
        default=(),
    )
    sources: tuple[str, ...] = optional(SOURCES, *SOURCES_SAID, default=())
    name: Text = derived(default=Text())
    declared: bool = derived(default=True)
    span: Span = derived(default=NOWHERE)

    @property
    def heads(self) -> tuple[str, ...]:
        """The positions stated as its heads."""
        return (self.stated_head,) if self.stated_head else self.stated_heads

    @property
    def head(self) -> str:
        """The first position stated as its head; empty if none is."""
        return self.heads[0] if self.heads else ""


@declared
class LadderStep:
    """升级阶梯的一级 — One step of a ladder: a position, a party, or who is above the asker."""

    position: str = optional(id_of("position"), "岗位", "The position called", default="")
    party: str = optional(id_of("party"), "外部方", "The outside party called", default="")
    manager: bool = optional(
        Always(value=True), "上报人的直接上级", "The superior of the one who asks", default=False
    )
    head: bool = optional(
        Always(value=True),
        "上报人所在部门的负责人",
        "The head of the department of the one who asks",
        default=False,
    )
    scope: Scope = optional(
        SCOPE, "适用的个案范围", "The cases that it is for", alias="for", default=ANY
    )
    within: TimeLimit | None = optional(WITHIN, "时限", "How soon", default=None)
    limit: Money | None = optional(MONEY, "权限", "What this step may decide", default=None)
    alert: bool = optional(
        Always(value=True), "同时告知", "Told at once, in parallel", default=False
    )
    skip: str = optional(
        Always("subject"), "被投诉人回避", "Skipped if it is the one complained about", default=""
    )
    note: Text | None = optional(TEXT, "说明", "A remark", default=None)
    span: Span = derived(default=NOWHERE)

    @property
    def who(self) -> str:
        """The position or party; ``@manager`` or ``@head`` where it depends on the asker."""
        return self.position or self.party or ("@manager" if self.manager else "@head")

    @property
    def skip_subject(self) -> bool:
        """Whether it is passed over where it is the one complained about."""
        return self.skip == "subject"


@declared
class Unowned:
    """声明无人负责的任务 — A task that nobody owns here, with the reason."""

    task: str = optional(id_of("task"), "任务", "The task", default="")
    area: str = optional(
        ID, "业务领域：其中全部任务", "A business area: every task of it", default=""
    )
    tasks: str = optional(
        Str(rf"^[^\s{REFUSED}]{{1,80}}"),
        "编号通配，如 *-used-vehicle",
        "A glob of ids of tasks",
        default="",
    )
    scope: Scope = optional(SCOPE, "范围", "The part of the task that is meant", default=ANY)
    reason: Text = required(TEXT, "原因", "Why nobody owns it")
    sources: tuple[str, ...] = optional(SOURCES, *SOURCES_SAID, default=())
    span: Span = derived(default=NOWHERE)


@declared
class LeftOut:
    """不予编码的语句 — A statement that is not encoded, with the reason."""

    source: str = required(SOURCE, "出处编号", "The statement")
    reason: Text = required(TEXT, "原因", "Why it is left out")
    span: Span = derived(default=NOWHERE)


def _ladders(written: Mapping[str, Any]) -> Mapping[str, tuple[LadderStep, ...]]:
    return dict(sorted(written.items()))


LADDERS = ByType(
    _ladders,
    dict,
    mapping=Mapped(id_of("topic"), Listed(Nested(LadderStep), fewest=1, most=20)),
)


@declared
class OrganizationFile:
    """组织 — One organization as a set of definitions."""

    kind: str = required(Always("organization"), "文件类型", "The kind of file")
    id: str = required(ID, "组织编号", "The id of the organization")
    name: Text = required(TEXT, "名称", "Its name")
    languages: tuple[str, ...] = optional(
        Listed(LANGUAGE, fewest=1, most=20),
        "文本所用语言，第一种为缺省；省略时取自名称",
        "The languages of its texts, the first is the default; left out: those of its name",
        default=(),
    )
    title: Text | None = optional(
        TITLE, "来源文件标题", "The title of the document it encodes", default=None
    )
    about: Text | None = optional(TEXT, "说明", "What it is", default=None)
    version: str = optional(
        Str(r"^[0-9A-Za-z._-]{1,40}"), "版本", "The version of these definitions", default=""
    )
    effective: dt.date | None = optional(
        DATE, "生效日期", "The date from which these definitions hold", default=None
    )
    catalogue: tuple[str, ...] = optional(
        Listed(WORDS, most=20),
        "目录：bundled 或文件夹",
        "`bundled` and folders of one's own",
        default=("bundled",),
    )
    coverage: CoverageOf = optional(
        COVERAGE,
        "stated 只看所述任务，complete 看全部目录任务，{like: …} 比照另一组织的任务",
        "Which tasks count as its own: stated, complete, or {like: …} those of another",
        default=STATED,
    )
    packs: tuple[str, ...] = optional(
        Listed(WORDS, most=20),
        "业务包",
        "Packs of positions, tasks, processes and rules",
        default=(),
    )
    departments: tuple[Department, ...] = optional(
        Listed(Nested(Department)), "部门", "The departments", default=()
    )
    calendar: Calendar = optional(CALENDAR, "工作日历", "Business time", default=Calendar())
    ladders: Mapping[str, tuple[LadderStep, ...]] | None = optional(
        LADDERS, "各事项的升级阶梯", "Escalation ladders by topic", default=None
    )
    authority: tuple[AuthorityRow, ...] = optional(
        AUTHORITY, "权限表", "The authority table: who decides how much", default=()
    )
    posts: tuple[Post, ...] = optional(Listed(Nested(Post)), "编制岗", "Posts", default=())
    unowned: tuple[Unowned, ...] = optional(
        Listed(Nested(Unowned)),
        "声明无人负责的任务",
        "Tasks that nobody owns, on purpose",
        default=(),
    )
    left_out: tuple[LeftOut, ...] = optional(
        Listed(Nested(LeftOut)), "不予编码的语句", "Statements that are not encoded", default=()
    )
    clauses: tuple[FixedClause, ...] = optional(CLAUSES, *CLAUSES_SAID, default=())
    document_fields: tuple[DocumentField, ...] = optional(
        DOCUMENT_FIELDS,
        "岗位说明书的自定义栏目，内容写在岗位的 more",
        "Fields of job descriptions of one's own; the positions state them in `more`",
        default=(),
    )
    signers: Signers = optional(SIGNERS, *SIGNERS_SAID, default=Signers())
    span: Span = derived(default=NOWHERE)
