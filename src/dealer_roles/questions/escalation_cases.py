"""Cases: what is asked about may decide who is called.

A case is a scope. Where it leaves open whether something is for it, the question is asked
again of each part: of the cases that it is for, and of the others.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import TypeVar

from dealer_roles.organization.on_day import OnDay
from dealer_roles.values.grouped import grouped
from dealer_roles.values.partition import coarsest
from dealer_roles.values.scope import ANY, EVERYWHERE, Scope

T = TypeVar("T", bound=Hashable)
Holds = Callable[[Scope], bool]
"""Whether something of this scope is for the case asked about."""

MOST_CASES = 200


class Undecided(Exception):
    """A case lies partly in a scope.

    Attributes:
        scope: The scope.
    """

    def __init__(self, scope: Scope) -> None:
        super().__init__(scope)
        self.scope = scope


def by_case(
    org: OnDay, case: Scope, ask: Callable[[Holds], T]
) -> tuple[Sequence[tuple[T, tuple[Scope, ...]]], int]:
    """Ask a question of every part of a case that has an answer of its own.

    Args:
        org: The organization on a day.
        case: The case; a dimension that it does not name is open.
        ask: The question; it may ask whether a scope holds.

    Returns:
        The different answers, each with its cases, and how many cases were left out
        because there are more than :data:`MOST_CASES`.
    """
    values = org.values
    found: list[tuple[Scope, T]] = []
    todo = [case]
    while todo and len(found) < MOST_CASES:
        part = todo.pop()
        try:
            answer = ask(lambda scope, part=part: holds(part, scope, values))  # type: ignore[misc]
        except Undecided as undecided:
            todo.extend(reversed(list(_split(part, undecided.scope, values))))
        else:
            found.append((part, answer))
    if case == ANY and len(found) == 1:
        return [(answer, EVERYWHERE) for _, answer in found], 0
    answers = tuple(dict.fromkeys(answer for _, answer in found))
    numbers = {answer: number for number, answer in enumerate(answers)}
    parts = coarsest([(part, numbers[answer]) for part, answer in found], org.dimensions)
    cases = grouped((number, part) for part, number in parts)
    return tuple((answers[number], its) for number, its in cases.items()), len(todo)


def holds(case: Scope, scope: Scope, values: Mapping[str, frozenset[str]]) -> bool:
    """Whether a case lies in a scope.

    Raises:
        Undecided: It does in part.
    """
    named = dict(case)
    undecided = False
    for dim, wanted in scope:
        left = named.get(dim, values[dim])
        if not left & wanted:
            return False
        undecided = undecided or not left <= wanted
    if undecided:
        raise Undecided(scope)
    return True


def _split(case: Scope, scope: Scope, values: Mapping[str, frozenset[str]]) -> Iterator[Scope]:
    """Yield the part of a case that lies in a scope, then the parts that do not."""
    inside = dict(case)
    outside: list[Scope] = []
    for dim, wanted in scope:
        left = inside.get(dim, values[dim])
        if left - wanted:
            outside.append(tuple(sorted({**inside, dim: left - wanted}.items())))
            inside[dim] = left & wanted
    yield tuple(sorted(inside.items()))
    yield from outside
