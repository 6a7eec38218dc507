"""How many groups a set of tasks can fill at once, where a task may fit several."""

from __future__ import annotations

from collections.abc import Collection, Sequence


def most_groups(tasks: Collection[str], groups: Sequence[Collection[str]]) -> int:
    """Return the most groups that can each be given a task of its own.

    Each group in turn takes a task, and who has to give way for it looks for another one.
    """
    taken: dict[str, int] = {}
    fitting = [sorted(set(tasks).intersection(group)) for group in groups]
    return sum(_takes(number, fitting, taken, set()) for number in range(len(groups)))


def _takes(
    number: int, fitting: Sequence[Sequence[str]], taken: dict[str, int], tried: set[str]
) -> bool:
    for task in fitting[number]:
        if task in tried:
            continue
        tried.add(task)
        if task not in taken or _takes(taken[task], fitting, taken, tried):
            taken[task] = number
            return True
    return False
