"""What is missing?"""

from __future__ import annotations

from collections.abc import Iterable

from dealer_roles.organization.linked import Linked
from dealer_roles.organization.on_day import OnDay
from dealer_roles.questions.gap_authority import authority_gaps
from dealer_roles.questions.gap_handoffs import change_gaps, receiver_gaps
from dealer_roles.questions.gap_ladders import ladder_gaps
from dealer_roles.questions.gap_lines import head_gaps, line_gaps, position_gaps, vacancy_gaps
from dealer_roles.questions.gap_tasks import declared_gaps, step_gaps, task_gaps
from dealer_roles.questions.gap_value import Gap, Gaps
from dealer_roles.values.fields import replace
from dealer_roles.values.grouped import grouped
from dealer_roles.values.timeline import told_over_time
from dealer_roles.values.validity import Validity


def gaps(org: OnDay) -> Gaps:
    """Return everything that is missing in an organization on a day."""
    found = [
        *task_gaps(org),
        *declared_gaps(org),
        *step_gaps(org),
        *change_gaps(org),
        *receiver_gaps(org),
        *position_gaps(org),
        *vacancy_gaps(org),
        *line_gaps(org),
        *head_gaps(org),
        *ladder_gaps(org),
        *authority_gaps(org),
    ]
    return _sorted(found)


def gaps_ever(organization: Linked) -> Gaps:
    """Return every gap there ever is, with the intervals in which it is missing.

    What an organization does is no matter of the day: before the first day on which
    somebody has a task, and after the last, it is a gap as on any other day, and the
    interval has no beginning or no end.
    """
    found = grouped(
        ((gap.kind, gap.subject), (period, gap))
        for period, org in organization.over_time()
        for gap in gaps(org)
    )
    return _sorted(_over_time(told) for told in found.values())


def _over_time(found: tuple[tuple[Validity, Gap], ...]) -> Gap:
    """Return one gap of what is missing in each of several periods.

    A warning in one period is one in all. Two gaps of one subject in one period are told once.
    """
    each = [gap for _, gap in found]
    shown = next((gap for gap in each if gap.severity == "warning"), each[0])
    intervals, told = told_over_time((period, gap.message) for period, gap in found)
    evidence = tuple(dict.fromkeys(e for gap in each for e in gap.evidence))
    return replace(shown, evidence=evidence, intervals=intervals, told=told)


def _by_meaning(gap: Gap) -> tuple[object, ...]:
    """Sort gaps by what they are about and rest on; only what stands in one file by its place."""
    return gap.kind, gap.subject, tuple(each.kind for each in gap.evidence), gap.span


def _sorted(found: Iterable[Gap]) -> Gaps:
    return Gaps(tuple(sorted(found, key=_by_meaning)))
