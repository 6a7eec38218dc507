"""Answers that an organization on a day keeps, so that each is found once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from dealer_roles.organization.on_day import OnDay

Answer = TypeVar("Answer")


def per_day(question: Callable[[OnDay, str], Answer]) -> Callable[[OnDay, str], Answer]:
    """Keep what a question answers about a task as long as the organization on that day."""

    def asked(org: OnDay, task: str) -> Answer:
        kept = org.answers.get(question)
        if kept is None:
            kept = org.answers.setdefault(question, {})
        found: Answer | None = kept.get(task)
        if found is None:
            found = kept[task] = question(org, task)
        return found

    asked.__doc__ = question.__doc__
    return asked


def once_a_day(question: Callable[[OnDay], Answer]) -> Callable[[OnDay], Answer]:
    """Keep what a question answers about all tasks together as long as that organization."""

    def asked(org: OnDay) -> Answer:
        try:
            found: Answer = org.answers[question][""]
        except KeyError:
            found = question(org)
            org.answers[question] = {"": found}
        return found

    asked.__doc__ = question.__doc__
    return asked
