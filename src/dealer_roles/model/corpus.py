"""``kind: corpus``: an index of source documents, without their text."""

from __future__ import annotations

from dealer_roles.model.base_forms import SOURCE, WORDS, ids
from dealer_roles.model.declare import declared, optional, required
from dealer_roles.model.forms import Always, Flag, Listed, Nested

MOST = 10_000


@declared
class CorpusSection:
    """出处章节 — A section of a document and its statements."""

    id: str = required(SOURCE, "章节编号", "The id of the section")
    title: str = required(WORDS, "标题", "Its title")
    department: str = optional(WORDS, "部门", "The department the document puts it in", default="")
    positions: tuple[str, ...] = optional(
        ids(""), "对应岗位", "The positions its title stands for", default=()
    )
    intro: bool = optional(
        Flag(),
        "节首有引言，以章节编号引用",
        "Whether it opens with an introduction, cited by the section's id",
        default=False,
    )
    statements: tuple[str, ...] = required(
        Listed(SOURCE, most=MOST), "语句编号", "The ids of its statements"
    )


@declared
class CorpusDocument:
    """出处文件 — A source document."""

    id: str = required(SOURCE, "文件编号", "The id of the document")
    title: str = required(WORDS, "标题", "Its title")
    sections: tuple[CorpusSection, ...] = required(
        Listed(Nested(CorpusSection), most=MOST), "章节", "Its sections"
    )


@declared
class CorpusFile:
    """出处索引 — An index of source documents, without their text."""

    kind: str = required(Always("corpus"), "文件类型", "The kind of file")
    documents: tuple[CorpusDocument, ...] = required(
        Listed(Nested(CorpusDocument), most=MOST), "文件", "The documents"
    )
