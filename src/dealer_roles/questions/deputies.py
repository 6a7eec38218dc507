"""Who stands in for whom, and for whom nobody does?"""

from __future__ import annotations

from dealer_roles.model.entities import Position
from dealer_roles.model.position import SAME_POSITION
from dealer_roles.organization.evidence import Evidence, of_deputies, of_vacancy
from dealer_roles.organization.names import Names
from dealer_roles.organization.on_day import OnDay
from dealer_roles.organization.stand_ins import called_on
from dealer_roles.organization.with_ids import joined, with_id, words_of
from dealer_roles.questions.arguments import require_position
from dealer_roles.questions.vacancy_words import vacancy_words
from dealer_roles.values.answers import Answers
from dealer_roles.values.frozen import frozen
from dealer_roles.values.html_table import html_table
from dealer_roles.values.printed import Printed, PrintedLine, PrintedTable
from dealer_roles.values.text import Text
from dealer_roles.words.answer_words import words

_COLLEAGUE = Text("同岗位人员", "a colleague")


@frozen
class DeputyAnswer:
    """Who stands in for one position.

    Attributes:
        position: The position.
        deputies: Who is stated to, in order.
        acting: Who acts while it is vacant; empty where it is held, or nobody acts.
        stands_in: Who really would, in order; ``same-position`` is a colleague in it.
        why: The answer in words.
        evidence: Where it is stated.
    """

    position: str
    deputies: tuple[str, ...]
    acting: str
    stands_in: tuple[str, ...]
    why: Text
    evidence: tuple[Evidence, ...]

    def to_dict(self, lang: str = "en") -> dict[str, object]:
        """Return the answer as plain data with its texts in ``lang``."""
        return {
            "position": self.position,
            "deputies": list(self.deputies),
            "acting": self.acting or None,
            "stands_in": list(self.stands_in),
            "why": self.why.get(lang),
            "evidence": [e.to_dict() for e in self.evidence],
        }


@frozen
class DeputyAnswers(Answers[DeputyAnswer]):
    """Who stands in, position by position."""

    def to_dict(self, lang: str = "en") -> dict[str, object]:
        """Return all answers as plain data with their texts in ``lang``."""
        return {"deputies": [item.to_dict(lang) for item in self.items]}

    def _repr_html_(self) -> str:
        rows = [(a.position, ", ".join(a.stands_in), a.why.en) for a in self.items]
        return html_table(("position", "stands in", "why"), rows)


def deputies(org: OnDay, position: str | None = None) -> DeputyAnswers:
    """Return who stands in for each position, or for one, or for each of a desk.

    Args:
        org: The organization on a day.
        position: Only this position, or the positions of this post.

    Raises:
        UnknownId: There is no such position or post.
    """
    positions = org.model.positions
    if position is None:
        return DeputyAnswers(tuple(_answer(org, one) for one in positions.values()))
    require_position(org, position)
    members = (member for member in org.members(position) if member in positions)
    return DeputyAnswers(tuple(_answer(org, positions[member]) for member in members))


def _answer(org: OnDay, position: Position) -> DeputyAnswer:
    people = called_on(org, position.id)
    evidence = [of_deputies(position)] if position.deputies else []
    evidence += [of_vacancy(position)] if position.vacant else []
    return DeputyAnswer(
        position.id,
        position.deputies,
        org.acting(position.id),
        people,
        _why(org, position, people),
        tuple(evidence),
    )


def _why(org: OnDay, position: Position, people: tuple[str, ...]) -> Text:
    if vacant := vacancy_words(org, position.id):
        return vacant
    if people:
        who = [_words(org, one) for one in people]
        zh, en = "、".join(one.zh for one in who), ", then ".join(one.en for one in who)
        return Text(f"由{zh}代理", f"{en} would stand in")
    if not position.deputies:
        return Text("没有写明代理人", "no deputy is stated")
    named = joined(_words(org, one) for one in position.deputies)
    return Text(
        f"写明的{named.zh}不在岗，或就是同一岗位",
        f"{named.en} as stated: not there, or the same desk",
    )


def _words(org: OnDay, id_: str) -> Text:
    return _COLLEAGUE if id_ == SAME_POSITION else words_of(org.model, id_)


def printed(org: OnDay, found: DeputyAnswers, lang: str) -> Printed:
    """Yield the positions as one table, and for how many nobody stands in."""
    names = Names(org.model, lang)
    rows = [
        (with_id(org.model, a.position, lang), names.several(a.stands_in), a.why.get(lang))
        for a in found
    ]
    yield PrintedTable(words(("position", "deputy", "why"), lang), rows)
    alone = sum(not answer.stands_in for answer in found)
    total = Text(f"{alone} 个岗位无人代理。", f"Nobody stands in for {alone}.")
    yield PrintedLine(total.get(lang))
