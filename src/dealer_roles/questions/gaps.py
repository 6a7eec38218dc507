"""What is missing?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dealer_roles.organization.linked import Linked
from dealer_roles.organization.on_day import OnDay
from dealer_roles.questions.gap_authority import authority_gaps
from dealer_roles.questions.gap_handoffs import change_gaps, receiver_gaps
from dealer_roles.questions.gap_ladders import ladder_gaps
from dealer_roles.questions.gap_lines import head_gaps, line_gaps, position_gaps, vacancy_gaps
from dealer_roles.questions.gap_tasks import declared_gaps, step_gaps, task_gaps
from dealer_roles.questions.gap_value import Gap, Gaps
from dealer_roles.values.timeline import merged
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
    found: dict[tuple[str, str], Gap] = {}
    for period, org in organization.over_time():
        for gap in gaps(org):
            key = gap.kind, gap.subject
            found[key] = _joined(found.get(key), gap, period)
    return _sorted(found.values())


def _joined(before: Gap | None, gap: Gap, period: Validity) -> Gap:
    """Return a gap that is also missing in one more period; a warning there is one in all."""
    if before is None:
        return replace(gap, intervals=(period,))
    shown = gap if gap.severity == "warning" != before.severity else before
    evidence = tuple(dict.fromkeys((*before.evidence, *gap.evidence)))
    # Two gaps of one subject in one period are told once.
    periods = (
        before.intervals
        if before.intervals[-1].last == period.last
        else (*before.intervals, period)
    )
    return replace(shown, evidence=evidence, intervals=merged(periods))


def _sorted(found: Iterable[Gap]) -> Gaps:
    return Gaps(tuple(sorted(found, key=lambda gap: (gap.kind, gap.subject, gap.span))))
