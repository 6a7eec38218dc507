"""Whom a job description is about: a position, or a post with all its positions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from dealer_roles.base.text import Lang
from dealer_roles.documents.blocks import Item
from dealer_roles.documents.names import Names
from dealer_roles.graph.index import OrgIndex
from dealer_roles.model.entities import Duty, Handoff, Position, Post, SourcedText
from dealer_roles.queries.duties import duties
from dealer_roles.queries.evidence import Evidence
from dealer_roles.queries.known import require_position


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom the document is about, and with which eyes it is read.

    Attributes:
        id: The id of the position or post.
        members: The positions: itself, or all those of the post.
        post: The post described, or the one that the position sits at; if any.
    """

    index: OrgIndex
    names: Names
    on: dt.date
    id: str
    members: tuple[Position, ...]
    post: Post | None

    @classmethod
    def of(cls, index: OrgIndex, id_: str, lang: Lang, on: dt.date) -> Subject:
        """Return the subject with this id.

        Raises:
            UnknownId: The organization has no such position or post.
        """
        require_position(index, id_)
        model = index.model
        members = tuple(model.positions[m] for m in index.members(id_) if m in model.positions)
        post = model.posts.get(index.holder(id_))
        return cls(index, Names(model, lang), on, id_, members, post)

    @property
    def lang(self) -> Lang:
        """The language of the document."""
        return self.names.lang

    @property
    def is_post(self) -> bool:
        """Whether a whole post is described."""
        return self.post is not None and self.post.id == self.id

    @property
    def holders(self) -> frozenset[str]:
        """Every id under which duties and hand-offs of the subject may stand."""
        ids = {member.id for member in self.members} | {self.id}
        return frozenset(ids | {self.post.id} if self.post else ids)

    def duties(self) -> tuple[Duty, ...]:
        """Return its shares that hold on the day, each once."""
        found = duties(self.index, self.id, None, None, self.on)
        return tuple(dict.fromkeys(view.duty for view in found))

    def handoffs(self) -> Iterable[Handoff]:
        """Yield every hand-off of the organization that holds on the day."""
        for handoff in self.index.model.handoffs:
            if handoff.valid is None or handoff.valid.covers(self.on):
                yield handoff

    def items(self, kind: str, position: Position, texts: Iterable[SourcedText]) -> list[Item]:
        """Return texts of a position as items that know where they stand."""
        found = []
        for text in texts:
            evidence = Evidence(
                kind, position.span, position.id, sources=text.sources, basis=text.basis
            )
            found.append(Item(text.text.get(self.lang), (evidence,)))
        return found
