"""``kind: corpus``: an index of source documents, with or without their text."""

from __future__ import annotations

from typing import Any

from dealer_roles.model.base_forms import SOURCE, WORDS, ids
from dealer_roles.model.declare import declared, optional, required
from dealer_roles.model.forms import Always, ByType, Choice, Listed, Nested, Scalar

MOST = 10_000


@declared
class CorpusStatement:
    """语句 — A statement with its text."""

    id: str = required(SOURCE, "语句编号", "The id of the statement")
    text: str = optional(WORDS, "原文", "What it says", default="")
    kind: str = optional(
        Choice(("duty", "qualification", "mixed", "framing")),
        "职责(缺省)、任职资格、两者兼有，或不含可编码内容",
        "A duty (the default), a qualification, both, or nothing to encode",
        default="duty",
    )


def _statement(written: Any) -> CorpusStatement:
    return CorpusStatement(id=written) if written.__class__ is str else written


def _introduction(written: Any) -> tuple[str, ...]:
    """Return the text of an introduction, empty where it is only said to be there; or none."""
    if written.__class__ is str:
        return (written,)
    return ("",) if written else ()


@declared
class CorpusSection:
    """出处章节 — A section of a document and its statements."""

    id: str = optional(
        SOURCE,
        "章节编号；有引言时必填",
        "The id of the section; its introduction is cited by it",
        default="",
    )
    title: str = optional(WORDS, "标题", "Its title", default="")
    department: str = optional(WORDS, "部门", "The department the document puts it in", default="")
    positions: tuple[str, ...] = optional(
        ids(""), "对应岗位", "The positions its title stands for", default=()
    )
    intro: tuple[str, ...] = optional(
        ByType(_introduction, tuple, text=Scalar()),
        "节首有引言，以章节编号引用：true，或其原文",
        "Whether it opens with an introduction, cited by the section's id: true, or its text",
        default=(),
    )
    statements: tuple[CorpusStatement, ...] = optional(
        Listed(
            ByType(_statement, CorpusStatement, text=SOURCE, mapping=Nested(CorpusStatement)),
            most=MOST,
        ),
        "语句：编号，或含原文的映射",
        "Its statements: an id, or a mapping with its text",
        default=(),
    )


@declared
class CorpusDocument:
    """出处文件 — A source document."""

    id: str = optional(SOURCE, "文件编号", "The id of the document", default="")
    title: str = optional(WORDS, "标题", "Its title", default="")
    note: str = optional(WORDS, "说明", "A remark", default="")
    sections: tuple[CorpusSection, ...] = required(
        Listed(Nested(CorpusSection), most=MOST), "章节", "Its sections"
    )


@declared
class CorpusFile:
    """出处索引 — An index of source documents."""

    kind: str = required(Always("corpus"), "文件类型", "The kind of file")
    documents: tuple[CorpusDocument, ...] = required(
        Listed(Nested(CorpusDocument), most=MOST), "文件", "The documents"
    )
