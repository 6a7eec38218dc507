"""A document: a title block, and sections made of blocks."""

from __future__ import annotations

from dealer_roles.organization.evidence import Evidence
from dealer_roles.publish.document.blocks import Block, Facts, Table, evidence_of, make_plain
from dealer_roles.values.frozen import frozen
from dealer_roles.values.text import Lang


@frozen
class Section:
    """A part of a document with a heading; ``id`` is what templates call it."""

    id: str
    title: str
    blocks: tuple[Block, ...]

    def __post_init__(self) -> None:
        make_plain(self, lines=("title",))

    @property
    def wide(self) -> bool:
        """Whether one of its tables is printed on pages turned sideways."""
        return any(isinstance(block, Table) and block.wide for block in self.blocks)

    def to_dict(self) -> dict[str, object]:
        """Return the section as plain data."""
        blocks = [block.to_dict() for block in self.blocks]
        return {"id": self.id, "title": self.title, "blocks": blocks}


@frozen
class Meta:
    """What stands in a document's header and footer.

    Attributes:
        subject: The id of what it is about.
        organization: The organization's name.
        code: The subject's code, else its id.
        version: The version of the definitions, in words; may be empty.
        effective: The day from which they hold, ISO; may be empty.
        edition: The edition of this document and its day, in words; may be empty.
        hash: The short hash of what it says, in every language; may be empty.
        page: How a page is numbered, with ``{page}`` and ``{pages}``.
        layout: Which part of the whole it is; ``full`` is all of it.
        organization_id: The organization's id; empty where nothing is read back from the file.
    """

    subject: str
    organization: str
    code: str
    version: str
    effective: str
    page: str
    edition: str = ""
    hash: str = ""
    layout: str = "full"
    organization_id: str = ""

    def __post_init__(self) -> None:
        make_plain(self, lines=("organization", "code", "version", "edition"))

    @property
    def control(self) -> str:
        """What tells this document from every other: code, edition or version, hash."""
        return " · ".join(
            part for part in (self.code, self.edition or self.version, self.hash) if part
        )


@frozen
class Document:
    """A document in one language.

    Attributes:
        kind: What kind of document, e.g. ``job-description``.
        title: What kind of document, in words: the line above its name.
        name: What it is about.
        facts: Its title block.
        sections: Its parts, only those with content.
    """

    kind: str
    lang: Lang
    title: str
    name: str
    meta: Meta
    facts: Facts
    sections: tuple[Section, ...]

    def __post_init__(self) -> None:
        make_plain(self, lines=("title", "name"))

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Everything the document rests on, each once, in its order."""
        found: list[Evidence] = [e for fact in self.facts.items for e in fact.evidence]
        for section in self.sections:
            for block in section.blocks:
                found += evidence_of(block)
        return tuple(dict.fromkeys(found))

    def section(self, id_: str) -> Section | None:
        """Return the section with this id, if the document has it."""
        return next((s for s in self.sections if s.id == id_), None)

    def to_dict(self) -> dict[str, object]:
        """Return the document as plain data, each item with its evidence."""
        meta = self.meta
        return {
            "kind": self.kind,
            "lang": self.lang,
            "title": self.title,
            "name": self.name,
            "subject": meta.subject,
            "organization": meta.organization,
            "code": meta.code,
            "version": meta.version,
            "effective": meta.effective,
            "edition": meta.edition,
            "hash": meta.hash,
            "facts": [fact.to_dict() for fact in self.facts.items],
            "sections": [section.to_dict() for section in self.sections],
        }

    def _repr_html_(self) -> str:
        from dealer_roles.publish.document.notebook import notebook_html

        return notebook_html(self)
