"""What HR states about the paper itself: clauses, fields of its own, groups of duties, signers."""

from __future__ import annotations

from typing import Any

from dealer_roles.model.base_forms import (
    BASIS,
    BASIS_SAID,
    ID,
    SOURCES,
    SOURCES_SAID,
    TEXT,
    WORDS,
    id_of,
    ids,
)
from dealer_roles.model.declare import declared, derived, optional, required
from dealer_roles.model.forms import ByType, Choice, Listed, Mapped, Nested, Whole
from dealer_roles.values.span import NOWHERE, Span
from dealer_roles.values.text import Text

CLAUSE_PLACES = ("integrity", "other")
FIELD_PLACES = ("title-block", "purpose", "outcomes", "qualifications", "conditions", "other")


@declared
class FixedClause:
    """岗位说明书的统一条款 — A clause that every job description of an organization carries."""

    text: Text = required(TEXT, "条款", "The clause", alias="*")
    where: str = optional(
        Choice(CLAUSE_PLACES),
        "列入哪一部分：廉洁、保密与回避，或其他",
        "The part of the document that it stands in",
        default="integrity",
    )
    sources: tuple[str, ...] = optional(SOURCES, *SOURCES_SAID, default=())
    basis: str = optional(BASIS, *BASIS_SAID, default="")
    span: Span = derived(default=NOWHERE)


@declared
class DocumentField:
    """岗位说明书的自定义栏目 — A field of HR's own, whose values the positions state."""

    id: str = required(ID, "栏目编号", "The id of the field")
    name: Text = required(TEXT, "栏目名称", "What it is called on paper")
    where: str = optional(
        Choice(FIELD_PLACES),
        "列在哪一部分；缺省为基本信息",
        "The part of the document that it stands in; by default the title block",
        default="title-block",
    )
    span: Span = derived(default=NOWHERE)


@declared
class DutyGroup:
    """职责类别 — Duties that a job description puts together, and their weight."""

    name: Text = required(TEXT, "类别名称", "What the group is called")
    areas: tuple[str, ...] = optional(
        ids("area", most=50), "其中的业务领域", "The business areas in it", default=()
    )
    tasks: tuple[str, ...] = optional(
        ids("task"), "其中的任务，先于业务领域", "The tasks in it, before any area", default=()
    )
    weight: int | None = optional(Whole(1, 100), "权重（%）", "Weight in percent", default=None)


@declared
class Signer:
    """签署人 — Who signs in one step, and by which pseudonym."""

    by: str = required(
        id_of("counterpart"), "岗位、部门或外部方", "A position, department or party"
    )
    who: str = optional(WORDS, "人员代号，如工号", "A pseudonym such as a staff number", default="")


def _signer(written: Any) -> Signer:
    return written if isinstance(written, Signer) else Signer(by=written)


SIGNER = ByType(_signer, Signer, text=id_of("counterpart"), mapping=Nested(Signer))


@declared
class Signers:
    """岗位说明书的签署人 — Who signs job descriptions, step by step; nobody signs his own twice."""

    drafted: Signer | None = optional(
        SIGNER,
        "编制：编号，或 {by: 编号, who: 人员代号}；省略则留空",
        "Who drafts them: an id, or {by: id, who: pseudonym}; left out: blank",
        default=None,
    )
    reviewed: Signer | None = optional(
        SIGNER,
        "部门审核；省略则为部门负责人或直接上级",
        "Who reviews them for the department; left out: its head, or the superior",
        default=None,
    )
    hr_reviewed: Signer | None = optional(
        SIGNER, "人事审核；省略则留空", "Who reviews them for HR; left out: blank", default=None
    )
    approved: Signer | None = optional(
        SIGNER,
        "批准；省略则为最高岗位",
        "Who approves them; left out: the top of the reporting line",
        default=None,
    )


CLAUSES = Listed(Nested(FixedClause), most=50)
CLAUSES_SAID = (
    "每份岗位说明书都写入的条款",
    "Clauses that every job description carries",
)
DOCUMENT_FIELDS = Listed(Nested(DocumentField), most=50)
SIGNERS = Nested(Signers)
SIGNERS_SAID = ("岗位说明书各签署环节的岗位或人员", "Who signs job descriptions, step by step")
DUTY_GROUPS = Listed(Nested(DutyGroup), most=20)
MORE = Mapped(id_of("document-field"), TEXT, most=50)
