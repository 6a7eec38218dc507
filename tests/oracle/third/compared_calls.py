"""Who is called and who is told, asked of both, in every case and in all at once."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import dealer_roles as dr
from tests.oracle.third import calls_one_by_one as calls
from tests.oracle.third import ladders_in_vain
from tests.oracle.third.tally import Tally
from tests.oracle.third.written import Raw, Written, lies_in

FEW_CASES = 3


def compare_calls(organization: dr.Organization, written: Written, day: str, tally: Tally) -> None:
    """Ask who is called, of everybody on every topic, case by case and in all cases at once.

    On a ladder it is asked again about somebody: about each in turn. Of many cases some are looked
    at, in each question others.
    """
    cases = ladders_in_vain.call_cases(written)
    topics: list[str | None] = [None, *written.topics]
    about, turns = itertools.cycle(written.positions), itertools.count()
    for asker in (*written.positions, *(post["id"] for post in written.posts)):
        for topic in topics:
            for subject in (None, next(about)) if topic in written.ladders else (None,):
                some = _some(cases, next(turns))
                _compare_call(organization, (asker, topic, subject, day), some, written, tally)


def _some(cases: list[dict[str, str]], turn: int) -> list[dict[str, str]]:
    step = max(1, len(cases) // FEW_CASES)
    return cases[turn % step :: step]


def _compare_call(
    organization: dr.Organization,
    asked: tuple[str, str | None, str | None, str],
    cases: list[dict[str, str]],
    written: Written,
    tally: Tally,
) -> None:
    position, topic, subject, day = asked

    def ask(case: Raw | None) -> Raw:
        answer = organization.escalation(position, topic=topic, on=day, subject=subject, case=case)
        return answer.to_dict()

    everything = ask(None)
    for case in cases:
        question = calls.Question(
            written=written, asker=position, topic=topic, day=day, case=case, subject=subject
        )
        ours = sorted({_written_out(way) for way in calls.ways(question)})
        alone = ask(case) if case else everything
        for question_asked, answer in (("in a case", alone), ("in all cases", everything)):
            theirs = _their_ways(answer, case)
            tally.compare(f"escalation {question_asked}", (asked, case), ours, theirs)
        told = sorted(
            (c.position or c.party or "", str(c.within), str(c.limit))
            for c in calls.told_at_once(question).values()
        )
        tally.compare("told at once", (asked, case), told, _their_told(alone, case))
        tally.compare(
            "told at once in all cases", (asked, case), told, _their_told(everything, case)
        )


def _written_out(way: calls.Way) -> tuple[Any, ...]:
    return (*(_line(vars(call)) for call in way.calls), way.ends)


KEYS = (
    "position",
    "party",
    "acting_for",
    "within",
    "limit",
    "alert",
    "when",
    "entry_within",
    "entry_limit",
)


def _line(call: Raw) -> str:
    stated = [key for key in KEYS if call[key] is not None and call[key] is not False]
    return " ".join(f"{key}={_plain(call[key])}" for key in stated)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return float(value["amount"]) if "amount" in value else value["limit"]
    return value


def _their_ways(answer: Raw, case: Raw) -> list[Any]:
    return sorted(set(_expanded(answer, case)))


def _expanded(answer: Raw, case: Raw) -> Iterator[Any]:
    steps = {step["number"]: step for step in answer["steps"]}
    branches = [
        branch
        for branch in answer["branches"]
        if not branch["cases"] or any(lies_in(case, scope) for scope in branch["cases"])
    ]

    def path(last: int) -> list[int]:
        found = []
        while last:
            found.append(last)
            last = steps[last]["after"]
        return found[::-1]

    def ways(branch: Raw, depth: int = 0) -> Iterator[tuple[list[int], str]]:
        here = path(branch["last"])
        if branch["ends"] != "again" or depth > 20:
            yield here, branch["ends"]
            return
        met = [one for one in branches if one is not branch and branch["at"] in path(one["last"])]
        for other in met:
            for numbers, ends in ways(other, depth + 1):
                yield here + numbers[numbers.index(branch["at"]) + 1 :], ends

    for branch in branches:
        for numbers, ends in ways(branch):
            yield (*(_line(steps[n]) for n in numbers), ends)


def _their_told(answer: Raw, case: Raw) -> list[tuple[str, str, str]]:
    return sorted(
        (
            one["position"] or one["party"] or "",
            str(_plain(one["within"])),
            str(one["limit"] and float(one["limit"]["amount"])),
        )
        for one in answer["told_at_once"]
        if not one["cases"] or any(lies_in(case, scope) for scope in one["cases"])
    )
