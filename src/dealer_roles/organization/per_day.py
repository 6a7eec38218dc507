"""Answers about a task that an organization on a day keeps, so that each is found once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar
from weakref import WeakKeyDictionary

from dealer_roles.organization.on_day import OnDay

Answer = TypeVar("Answer")


def per_day(question: Callable[[OnDay, str], Answer]) -> Callable[[OnDay, str], Answer]:
    """Keep what a question answers about a task as long as the organization on that day."""
    every: WeakKeyDictionary[OnDay, dict[str, Answer]] = WeakKeyDictionary()

    def asked(org: OnDay, task: str) -> Answer:
        kept = every.get(org)
        if kept is None:
            kept = every.setdefault(org, {})
        if task not in kept:
            kept[task] = question(org, task)
        return kept[task]

    asked.__doc__ = question.__doc__
    return asked
