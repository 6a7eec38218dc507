"""The authority table, vacancies and what is found on any day, asked of both."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import dealer_roles as dr
from tests.oracle.third import amounts, owners_case_by_case
from tests.oracle.third.lines_and_heads import acting_for, is_vacant, vacant_since
from tests.oracle.third.tally import Tally, listed_in
from tests.oracle.third.written import Raw, Written

AMOUNTS = (0, 100, 300, 1000, 5000)


def compare_authority(
    organization: dr.Organization, written: Written, day: str, tally: Tally
) -> None:
    """Ask who decides each amount, and what each position decides and who beyond it."""
    rows = written.organization.get("authority", [])
    for amount in AMOUNTS if rows else ():
        theirs = listed_in(organization.authority(amount=amount, on=day), "authority")
        ours = [_decided(written, row, amount) for row in rows]
        found = [_only(one, ("topic", "decider", "absent", "steps")) for one in theirs]
        tally.compare("authority", (amount, day), ours, found)
    for position in written.positions if rows else ():
        theirs = listed_in(organization.authority(position=position, on=day), "authority")
        own = [one for row in rows if (one := _own(written, row, position))]
        found = [_only(one, ("topic", "own", "beyond")) for one in theirs]
        tally.compare("own authority", (position, day), own, found)


def _only(answer: Raw, keys: tuple[str, ...]) -> Raw:
    found = {key: answer[key] for key in keys}
    if "steps" in found:
        found["steps"] = [_step(step) for step in found["steps"]]
    if found.get("own"):
        found["own"] = _step(found["own"])
    return found


def _step(step: Raw) -> tuple[Any, ...]:
    return step["holder"], step["up_to"] and float(step["up_to"]["amount"]), step["party"]


def _decider(one: amounts.Decider) -> tuple[Any, ...]:
    return one.who, one.up_to, one.is_outside


def _decided(written: Written, row: Raw, amount: float) -> Raw:
    found = amounts.deciders(written, row)
    return {
        "topic": row["topic"],
        "decider": next((one.who for one in found if one.decides(amount)), None),
        "absent": list(dict.fromkeys(amounts.absent(written, row))),
        "steps": [_decider(one) for one in found],
    }


def _own(written: Written, row: Raw, position: str) -> Raw | None:
    found = amounts.deciders(written, row)
    for place, one in enumerate(found):
        if one.who == written.holder(position):
            beyond = next((o.who for o in found[place + 1 :] if o.exceeds(one)), None)
            return {"topic": row["topic"], "own": _decider(one), "beyond": beyond}
    return None


def compare_vacancies(
    organization: dr.Organization, written: Written, day: str, tally: Tally
) -> None:
    """Ask whether whoever owns, receives or decides is there, and who acts."""
    answers: list[tuple[str, str, Iterable[str]]] = []
    for task in sorted(owners_case_by_case.tasks_here(written)):
        answer = organization.owner(task, on=day)
        answers.append((f"owner {task}", answer.why.en, answer.owners))
    handed = listed_in(organization.handoffs(on=day), "handoffs")
    answers += [(f"hand-off {one['id']}", one["why"], one["receivers"]) for one in handed]
    for one in listed_in(organization.authority(on=day), "authority"):
        inside = [step["holder"] for step in one["steps"] if not step["party"]]
        answers += [(f"authority {one['topic']}", one["why"], inside)]
    known = {*written.positions, *(post["id"] for post in written.posts)}
    for question, why, holders in answers:
        for holder in known & set(holders):
            said = _said_of(why, holder)
            tally.compare("vacant", (question, holder, day), _vacancy(written, holder, day), said)


def _vacancy(written: Written, holder: str, day: str) -> str | None:
    position = min(written.members_of_holder(holder))
    if not is_vacant(written, position, day):
        return None
    acting = acting_for(written, position, day)
    who = f"; {acting} acts" if acting else ", and nobody acts"
    return f"{holder} is vacant since {vacant_since(written, holder)}{who}"


def _said_of(why: str, holder: str) -> str | None:
    """Return what an answer says of a vacancy, up to who acts."""
    place = why.find(f"{holder} is vacant since ")
    if place < 0:
        return None
    said = why[place:]
    ends = [said.index(words) + len(words) for words in (" acts", "nobody acts") if words in said]
    return said[: min(ends)]


def compare_ever(
    organization: dr.Organization,
    ours: Callable[[str], dict[str, set[Any]]],
    days: tuple[str, ...],
    tally: Tally,
) -> None:
    """Ask what is missing and what overlaps on any day: on each day what does on that day."""
    gaps = listed_in(organization.gaps(on="ever"), "gaps")
    overlaps = listed_in(organization.overlaps(on="ever"), "overlaps")
    theirs = [(gap["kind"], gap["subject"], gap["intervals"]) for gap in gaps]
    for one in overlaps:
        holders = frozenset(one["positions"])
        theirs.append((one["kind"], (one["task"], one["whole"], holders), one["intervals"]))
    for day in days:
        told: dict[str, set[Any]] = {}
        for kind, subject, intervals in theirs:
            if any(i.get("from", day) <= day <= i.get("to", day) for i in intervals):
                told.setdefault(kind, set()).add(subject)
        for kind, subjects in ours(day).items():
            tally.compare(f"ever {kind}", day, subjects, told.get(kind, set()))
