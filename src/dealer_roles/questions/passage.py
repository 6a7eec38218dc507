"""A passage of a source document, as it is told where nobody cites it."""

from __future__ import annotations

from dealer_roles.values.frozen import frozen
from dealer_roles.values.text import Text

_KINDS = {
    "qualification": Text("任职资格", "a qualification"),
    "mixed": Text("职责与任职资格", "a duty and a qualification"),
    "framing": Text("不含可编码内容", "nothing to encode"),
}


@frozen
class SourceSection:
    """A section of a source document.

    Attributes:
        document: The id of the document.
        document_title: Its title.
        note: What is remarked about it.
        section: The id of the section.
        title: The title of the section.
        department: The department that the document puts it in.
        positions: The positions that its title stands for.
    """

    document: str = ""
    document_title: str = ""
    note: str = ""
    section: str = ""
    title: str = ""
    department: str = ""
    positions: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The section as a heading; empty where the corpus says nothing about it."""
        parts = (
            f"{self.document} {self.document_title}",
            f"({self.note})" if self.note else "",
            f"· {self.section} {self.title}" if self.section or self.title else "",
            f"[{self.department}]" if self.department else "",
            f"({', '.join(self.positions)})" if self.positions else "",
        )
        return " ".join(" ".join(parts).split())

    def to_dict(self) -> dict[str, object]:
        """Return the section as plain data."""
        return {
            "document": self.document,
            "document_title": self.document_title,
            "note": self.note,
            "section": self.section,
            "title": self.title,
            "department": self.department,
            "positions": list(self.positions),
        }


@frozen
class Passage:
    """A statement, or the introduction of a section.

    Attributes:
        id: What it is cited by.
        kind: ``duty``, ``qualification``, ``mixed``, ``framing`` or ``introduction``.
        text: What it says, where the corpus holds it.
        place: The section that it stands in.
    """

    id: str
    kind: str
    text: str
    place: SourceSection

    def words(self, lang: str) -> str:
        """Return it as a line: its id, what kind it is if not a duty, and what it says."""
        kind = _KINDS.get(self.kind)
        said = "" if kind is None else f" ({kind.get(lang)})"
        return f"{self.id}{said} {self.text}".rstrip()

    def to_dict(self) -> dict[str, object]:
        """Return the passage as plain data."""
        return {"id": self.id, "kind": self.kind, "text": self.text, **self.place.to_dict()}
