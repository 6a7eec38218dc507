"""Whom a job description is about: a position, or a post with all its positions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dealer_roles.model.entities import OWNING, Duty, Handoff, Position, Post, SourcedText
from dealer_roles.organization.desks import as_people
from dealer_roles.organization.evidence import Evidence
from dealer_roles.organization.names import Names
from dealer_roles.organization.on_day import OnDay
from dealer_roles.organization.ranks import in_order
from dealer_roles.publish.document.blocks import Item
from dealer_roles.questions.arguments import require_position
from dealer_roles.questions.duties import duties
from dealer_roles.values.frozen import frozen
from dealer_roles.values.grouped import grouped
from dealer_roles.values.text import Lang


@frozen
class Subject:
    """Whom the document is about, and with which eyes it is read.

    Attributes:
        id: The id of the position or post.
        members: The positions: itself, or all those of the post.
        post: The post described, or the one that the position sits at; if any.
        holders: Every id under which duties and hand-offs of the subject may stand.
        desk: Every id by which whoever sits there may be named: those and its desk's.
    """

    index: OnDay
    names: Names
    id: str
    members: tuple[Position, ...]
    post: Post | None
    holders: frozenset[str]
    desk: frozenset[str]

    @classmethod
    def of(cls, org: OnDay, id_: str, lang: Lang) -> Subject:
        """Return the subject with this id.

        Raises:
            UnknownId: The organization has no such position or post.
        """
        require_position(org, id_)
        model = org.model
        members = tuple(model.positions[m] for m in org.members(id_) if m in model.positions)
        post = model.posts.get(org.holder(id_))
        holders = {id_, *(member.id for member in members), *({post.id} if post else ())}
        desk = holders.union(post.positions if post else ())
        names = Names(model, lang)
        return cls(org, names, id_, members, post, frozenset(holders), frozenset(desk))

    @property
    def lang(self) -> Lang:
        """The language of the document."""
        return self.names.lang

    @property
    def is_post(self) -> bool:
        """Whether a whole post is described."""
        return self.post is not None and self.post.id == self.id

    def duties(self) -> tuple[Duty, ...]:
        """Return its shares that hold on the day, each once; approvals of others' work last."""
        found = duties(self.index, self.id, None, None)
        places = {handoff.id: number for number, handoff in enumerate(self.received(), start=1)}
        each = dict.fromkeys(view.duty for view in found)
        return tuple(sorted(each, key=lambda duty: places.get(duty.handoff, 0)))

    def shown_duties(self) -> tuple[Duty, ...]:
        """Return its shares without approvals that a task of its own says already."""
        every, approved = self.duties(), self.to_approve()
        own = {duty.task for duty in every if duty.responsibility in OWNING}
        return tuple(d for d in every if not d.handoff or approved[d.handoff].then not in own)

    def to_approve(self) -> Mapping[str, Handoff]:
        """The hand-offs that come to it, by id: what its approvals are of."""
        return {handoff.id: handoff for handoff in self._by_giver(self.index.handoffs_received)}

    def others(self, ids: Iterable[str]) -> str:
        """Return the names of whoever else is meant: a desk by its name, the subject left out."""
        named = (id_ for id_ in ids if id_ not in self.desk)
        return self.names.several(as_people(self.index, named))

    def given(self) -> list[Handoff]:
        """Return what the subject hands over, in the order written."""
        return self._by_giver(self.index.handoffs_given)

    def given_to_others(self) -> list[Handoff]:
        """Return what the subject hands over, without what stays on its desk."""
        receivers = ((each, self.index.receiver_ids(each)) for each in self.given())
        return [each for each, to in receivers if not to or not self.desk.issuperset(to)]

    def received(self) -> list[Handoff]:
        """Return what others hand to the subject: giver by giver, in the order written."""
        index, holders = self.index, self.holders
        return [
            handoff
            for handoff in self._by_giver(index.handoffs_received)
            if handoff.giver not in self.desk
            and not holders.isdisjoint(index.receiver_ids(handoff))
        ]

    def _by_giver(self, handoffs: Mapping[str, tuple[Handoff, ...]]) -> list[Handoff]:
        """Return the hand-offs of all its holders, givers in the order of the organization."""
        by_giver = grouped((handoff.giver, handoff) for handoff in self._in_order(handoffs))
        return [each for giver in in_order(self.index, by_giver) for each in by_giver[giver]]

    def _in_order(self, handoffs: Mapping[str, tuple[Handoff, ...]]) -> list[Handoff]:
        lists = [handoffs[holder] for holder in self.holders if holder in handoffs]
        if len(lists) < 2:
            return [handoff for each in lists for handoff in each]
        wanted = {handoff.id for each in lists for handoff in each}
        return [handoff for handoff in self.index.model.handoffs if handoff.id in wanted]

    def items(self, kind: str, holder: Position | Post, texts: Iterable[SourcedText]) -> list[Item]:
        """Return texts of a position or post as items that know where they stand."""
        found = []
        for text in texts:
            evidence = Evidence(
                kind, holder.span, holder.id, sources=text.sources, basis=text.basis
            )
            found.append(Item(text.text.get(self.lang), (evidence,)))
        return found
