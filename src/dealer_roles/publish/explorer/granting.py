"""Who may grant how much: the authority table, and what holders may decide beside it."""

from __future__ import annotations

from collections.abc import Iterator

from dealer_roles.model.entities import Authority, Position
from dealer_roles.organization.authority import Authorities, Decider, authorities
from dealer_roles.organization.on_day import OnDay
from dealer_roles.organization.ranks import by_rank
from dealer_roles.publish.explorer.labels import Two
from dealer_roles.values.text import Text
from dealer_roles.words.document_words import AUTHORITY

Data = dict[str, object]
_OTHER = Text("其他权限", "Other authority")


def granting(org: OnDay, two: Two) -> list[Data]:
    """Return matter by matter who decides up to which amount, from the lowest to the highest.

    Args:
        org: The organization on a day.
        two: Its names.
    """
    found = [_row(two, row) for row in authorities(org)]
    last = {row["topic"]: row for row in found if row["topic"]}
    beside = [(last.get(one["topic"]), one) for one in _beside(org, two)]
    for row, one in beside:
        if row is not None:
            row["beside"] = one["beside"]
    return [*found, *(one for row, one in beside if row is None)]


def _row(two: Two, row: Authorities) -> Data:
    return {
        "topic": row.row.topic,
        "task": row.row.task,
        "name": ["", ""],
        "scope": two.scope(row.row.scope or ()),
        "steps": [_step(two, decider) for decider in row.deciders],
        "beside": [],
        "absent": [two.name(id_) for id_ in row.absent],
    }


def _step(two: Two, decider: Decider) -> Data:
    evidence = decider.evidence
    return {
        "who": "" if decider.name else decider.holder,
        "name": two.text(decider.name),
        "limit": two.each(lambda names: names.up_to(decider.up_to)),
        "any": decider.ends,
        "note": two.each(lambda names: "\n".join(note.get(names.lang) for note in decider.notes)),
        "at": str(evidence[0].span) if evidence else "",
        "src": [source for item in evidence for source in item.sources],
    }


def _beside(org: OnDay, two: Two) -> Iterator[Data]:
    """Yield what positions may decide, propose or veto that the table does not say."""
    table = {row.topic for row in org.model.authority}
    matters: dict[tuple[str, str], list[Data]] = {}
    for position in reversed(by_rank(org)):
        for held in position.authority:
            if held.kind == "approve" and held.topic in table:
                continue
            matter = (held.topic, "" if held.topic else held.task)
            matters.setdefault(matter, []).append(_held(two, position, held))
    for (topic, task), steps in matters.items():
        yield {
            "topic": topic,
            "task": task,
            "name": two.text(_OTHER),
            "scope": ["", ""],
            "steps": [],
            "beside": steps,
            "absent": [],
        }


def _held(two: Two, position: Position, held: Authority) -> Data:
    words = AUTHORITY[held.kind]
    return {
        "who": position.id,
        "name": ["", ""],
        "limit": two.each(
            lambda names: " ".join([words.get(names.lang), names.up_to(held.limit)]).strip()
        ),
        "any": False,
        "note": two.text(held.text),
        "at": str(position.span),
        "src": held.sources,
    }
