"""Who decides how much: the authority table, read row by row, and what contradicts it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from tests.oracle.third.written import Raw, Written, covers, listed, meet

Gap = tuple[str, str]
"""A kind and a subject."""

GROUP = "group"


@dataclass(frozen=True, kw_only=True)
class Decider:
    """Somebody who decides: a holder, a party or the group above, up to an amount or any."""

    who: str
    up_to: float | None
    currency: str | None
    is_outside: bool

    def decides(self, amount: float) -> bool:
        """Whether an amount is within the limit."""
        return self.up_to is None or amount <= self.up_to

    def exceeds(self, other: Decider) -> bool:
        """Whether it decides more than another one; amounts of two currencies do not compare."""
        if other.up_to is None:
            return False
        different = self.currency != other.currency
        return self.up_to is None or different or self.up_to > other.up_to


def deciders(written: Written, row: Raw) -> list[Decider]:
    """Return who decides in a row: those who are here, each once, at the last of its steps."""
    found: dict[str, Decider] = {}
    for step in row["steps"]:
        if "position" in step and step["position"] not in written.positions:
            continue
        one = _decider(written, step)
        before = found.pop(one.who, one)
        found[one.who] = before if before.exceeds(one) else one
    return list(found.values())


def _decider(written: Written, step: Raw) -> Decider:
    who = written.holder(step["position"]) if "position" in step else step.get("party", GROUP)
    money = step.get("up_to", {})
    amount = float(money["amount"]) if money else None
    outside = "position" not in step
    return Decider(who=who, up_to=amount, currency=money.get("currency"), is_outside=outside)


def absent(written: Written, row: Raw) -> list[str]:
    """Return who would decide and is not here."""
    named = [step["position"] for step in row["steps"] if "position" in step]
    return [position for position in named if position not in written.positions]


def authority_gaps(written: Written) -> Iterator[Gap]:
    """Yield where nobody decides, where a step decides no more, and where another amount stands."""
    for row in written.organization.get("authority", ()):
        found = deciders(written, row)
        if all(one.up_to is not None for one in found):
            yield ("authority-open-ended", row_name(written, row))
        for below, above in itertools.pairwise(found):
            asked_above = above.is_outside and above.up_to is None and below.up_to is None
            if not above.exceeds(below) and not asked_above:
                yield ("authority-falls", f"{row_name(written, row)}/{above.who}")
    for place, row in enumerate(rows := written.organization.get("authority", ())):
        if any(_for_the_same(row, before) for before in rows[:place]):
            yield ("authority-contradicted", row_name(written, row))
    for topic, who in _contradicted(written):
        yield ("authority-contradicted", f"{topic}/{who}")


def _for_the_same(one: Raw, other: Raw) -> bool:
    same = all(one.get(key) == other.get(key) for key in ("topic", "task"))
    return same and meet(one.get("scope", {}), other.get("scope", {}))


def row_name(written: Written, row: Raw) -> str:
    """Return what a row is called: its topic, its task, the cases that it is for."""
    task = f"/{row['task']}" if "task" in row else ""
    cases = [
        f"{dimension}={'+'.join(sorted(listed(row['scope'][dimension])))}"
        for dimension in sorted(row.get("scope", {}))
    ]
    return str(row["topic"]) + task + (f"[{' '.join(cases)}]" if cases else "")


def _contradicted(written: Written) -> Iterator[tuple[str, str]]:
    for topic, rungs in written.organization.get("ladders", {}).items():
        for rung in rungs:
            who = rung.get("position", rung.get("party"))
            if who and _differs(written, topic, who, rung):
                yield topic, who
    for position, raw in written.positions.items():
        for entry in raw.get("authority", ()):
            approves = entry.get("kind", "approve") == "approve" and "topic" in entry
            if approves and _differs(written, entry["topic"], position, entry):
                yield entry["topic"], position


def _differs(written: Written, topic: str, who: str, stated: Raw) -> bool:
    """Whether an amount stands in no row for these cases, and another one does."""
    told = [
        one.get("up_to")
        for row in written.organization.get("authority", ())
        if row["topic"] == topic and meet(row.get("scope", {}), stated.get("for", {}))
        if (one := said(row, who)) is not None
    ]
    return "limit" in stated and bool(told) and stated["limit"] not in told


def rows_for(written: Written, topic: str, cases: Raw) -> list[Raw]:
    """Return the rows of a topic that are for all of some cases."""
    rows = written.organization.get("authority", ())
    return [r for r in rows if r["topic"] == topic and covers(r.get("scope", {}), cases)]


def said(row: Raw, who: str) -> Raw | None:
    """Return the step of a row that names a position or party; the highest where several do."""
    every: list[Raw] = row["steps"]
    steps = [step for step in every if who in (step.get("position"), step.get("party"))]
    unlimited = [step for step in steps if "up_to" not in step]
    if unlimited or not steps:
        return next(iter(unlimited), None)
    return max(steps, key=lambda step: float(step["up_to"]["amount"]))


def ladders_with_amounts(written: Written) -> dict[str, list[Raw]]:
    """Return the ladders; a step without an amount has the one of the rows for all its cases."""
    return {
        topic: [_filled(written, topic, rung) for rung in rungs]
        for topic, rungs in written.organization.get("ladders", {}).items()
    }


def _filled(written: Written, topic: str, rung: Raw) -> Raw:
    who = rung.get("position", rung.get("party"))
    if "limit" in rung or who is None:
        return rung
    rows = rows_for(written, topic, rung.get("for", {}))
    amounts = [one.get("up_to") for row in rows if (one := said(row, who)) is not None]
    if not amounts or any(one is None or one != amounts[0] for one in amounts):
        return rung
    return {**rung, "limit": amounts[0]}
