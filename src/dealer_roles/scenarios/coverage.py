"""Which duties, hand-offs and ladders does no scenario ever touch?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from dealer_roles.model.entities import LadderStep
from dealer_roles.organization.on_day import OnDay
from dealer_roles.scenarios.result import CaseResult
from dealer_roles.values.frozen import frozen
from dealer_roles.values.span import Span
from dealer_roles.values.text import Text


@frozen
class ScenarioCoverage:
    """What the scenarios (and rules) of an organization touch.

    Attributes:
        total: How many duties, hand-offs, escalations and ladder steps there are.
        untouched: Those that nothing touches: kind, name and place, in the order of files.
    """

    total: int
    untouched: tuple[tuple[str, str, Span], ...]

    @property
    def share(self) -> float:
        """The touched share, from 0 to 1; of nothing at all, nothing is touched."""
        return 1 - len(self.untouched) / self.total if self.total else 0.0

    @property
    def why(self) -> Text:
        """The coverage in words."""
        if not self.total:
            return Text(
                "没有职责、交接和升级，无从触及",
                "there are no duties, hand-offs or ladder steps to touch",
            )
        touched = self.total - len(self.untouched)
        percent = f"{self.share:.0%}"
        return Text(
            f"职责、交接和升级共 {self.total} 项，已触及 {touched} 项（{percent}）",
            f"{touched} of {self.total} duties, hand-offs and ladder steps are touched ({percent})",
        )

    def to_dict(self, lang: str = "en") -> dict[str, object]:
        """Return the coverage as plain data."""
        return {
            "total": self.total,
            "touched": self.total - len(self.untouched),
            "why": self.why.get(lang),
            "untouched": [
                {"kind": kind, "name": name, **span.to_dict()}
                for kind, name, span in self.untouched
            ],
        }


def coverage(
    org: OnDay, results: Iterable[CaseResult], ruled_tasks: Iterable[str] = ()
) -> ScenarioCoverage:
    """Return what scenarios rest on, and what rules speak of.

    Args:
        org: The organization on a day.
        results: What came of its scenarios.
        ruled_tasks: The tasks that rules name; shares in them count as touched.
    """
    touched = {e.span for result in results for e in result.evidence}
    ruled = frozenset(ruled_tasks)
    model = org.model
    facts = [("duty", f"{d.holder}/{d.task}", d.span, d.task in ruled) for d in model.duties]
    facts += [("handoff", h.id, h.span, h.task in ruled) for h in model.handoffs]
    facts += [("escalation", f"{e.holder}/{e.topic}", e.span, False) for e in model.escalations]
    facts += [
        ("ladder", f"{topic}/{step.who}", step.span, _leads(steps, n, touched))
        for topic, steps in model.ladders.items()
        for n, step in enumerate(steps)
    ]
    untouched = [
        (kind, name, span) for kind, name, span, known in facts if not known and span not in touched
    ]
    return ScenarioCoverage(
        len(facts), tuple(sorted(untouched, key=lambda fact: (fact[2], fact[1])))
    )


def _leads(steps: Sequence[LadderStep], number: int, touched: AbstractSet[Span]) -> bool:
    """Whether this is a first step from which the second was called: nobody calls the first."""
    return number == 0 and len(steps) > 1 and steps[1].span in touched
