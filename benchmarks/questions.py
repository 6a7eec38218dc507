"""Every question over a whole organization, on a day that nobody has asked about before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from dealer_roles.gate.check import check_loaded
from dealer_roles.gate.selection import CheckOptions
from dealer_roles.loading.loaded import Loaded
from dealer_roles.organization.linked import Linked
from dealer_roles.organization.on_day import OnDay
from dealer_roles.questions.duties import duties
from dealer_roles.questions.escalation import escalation
from dealer_roles.questions.gaps import gaps
from dealer_roles.questions.handoffs import handoffs
from dealer_roles.questions.ladder_faults import topics_arranged
from dealer_roles.questions.overlaps import overlaps
from dealer_roles.questions.owner import owner
from dealer_roles.questions.walk import walk

TODAY = dt.date(2026, 11, 1)


def fresh(loaded: Loaded) -> OnDay:
    """Return the organization on a day, with nothing found yet."""
    return Linked(loaded.require()).on(TODAY)


def _owners(loaded: Loaded) -> object:
    org = fresh(loaded)
    return [owner(org, task, ()) for task in org.tasks]


def _duties(loaded: Loaded) -> object:
    org = fresh(loaded)
    return [duties(org, position, None, None) for position in org.model.positions]


def _duties_of_tasks(loaded: Loaded) -> object:
    org = fresh(loaded)
    return [duties(org, None, task, None) for task in org.tasks]


def _handoffs(loaded: Loaded) -> object:
    org = fresh(loaded)
    return [handoffs(org, position, None, None) for position in org.model.positions]


def _handoffs_to(loaded: Loaded) -> object:
    org = fresh(loaded)
    return [handoffs(org, None, position, None) for position in org.model.positions]


def _escalation(loaded: Loaded) -> object:
    """One asker, who is last: as long a way as there is."""
    org = fresh(loaded)
    last = max(org.model.positions, key=lambda id_: (len(id_), id_))
    return [escalation(org, last, topic) for topic in (None, *topics_arranged(org)[:1])]


def _walks(loaded: Loaded) -> object:
    org = fresh(loaded)
    return [walk(org, process) for process in org.model.processes]


QUESTIONS: dict[str, Callable[[Loaded], object]] = {
    "owner": _owners,
    "overlaps": lambda loaded: overlaps(fresh(loaded)),
    "gaps": lambda loaded: gaps(fresh(loaded)),
    "handoffs": _handoffs,
    "handoffs to": _handoffs_to,
    "duties": _duties,
    "duties of tasks": _duties_of_tasks,
    "escalation": _escalation,
    "walk": _walks,
    "check": lambda loaded: check_loaded(loaded, CheckOptions("strict", on=TODAY)),
}
"""What is asked, each of everything there is."""
