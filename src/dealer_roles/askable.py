"""The questions of an organization as methods; ``make generate`` writes them.

Each is a row of ``questions/table.py``, and a function that answers it: change those.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, ParamSpec, TypeVar

from dealer_roles.loading.statements import known_statement
from dealer_roles.organization.linked import Linked
from dealer_roles.organization.on_day import OnDay
from dealer_roles.questions.arguments import ScopeLike, scope_from
from dealer_roles.values.day import Day

if TYPE_CHECKING:
    from dealer_roles.questions.authority import AuthorityAnswers
    from dealer_roles.questions.deputies import DeputyAnswers
    from dealer_roles.questions.duties import Duties
    from dealer_roles.questions.entries import Entries
    from dealer_roles.questions.escalation_answer import EscalationAnswer
    from dealer_roles.questions.gap_value import Gaps
    from dealer_roles.questions.handoffs import Handoffs
    from dealer_roles.questions.overlaps import Overlaps
    from dealer_roles.questions.owner_answer import OwnerAnswer
    from dealer_roles.questions.similar import Similar
    from dealer_roles.questions.walk import Walk
    from dealer_roles.questions.workload import Workloads
    from dealer_roles.values.money import Money

P = ParamSpec("P")
Answer = TypeVar("Answer")


class Askable:
    """Something that can be asked every question there is."""

    __slots__ = ()

    def on(self, day: Day = None) -> OnDay:
        """Return the organization on a day."""
        raise NotImplementedError

    @property
    def linked(self) -> Linked:
        """The organization at all times."""
        raise NotImplementedError

    def _kept(self, question: Callable[P, Answer], *args: P.args, **kwargs: P.kwargs) -> Answer:
        """Return an answer that may have been given before."""
        raise NotImplementedError

    def owner(
        self,
        task: str,
        scope: ScopeLike | None = None,
        on: Day = None,
    ) -> OwnerAnswer:
        """Who owns a task, and why.

        Args:
            task: The id of a task of the catalogue.
            scope: The part that is meant, e.g. area=parts.
            on: The day; today by default.

        Raises:
            UnknownId: An id is unknown.
        """
        from dealer_roles.questions.owner import owner

        org = self.on(on)
        return self._kept(owner, org, task, scope_from(org, scope))

    def escalation(
        self,
        position: str,
        topic: str | None = None,
        on: Day = None,
        subject: str | None = None,
        case: ScopeLike | None = None,
    ) -> EscalationAnswer:
        """Who is called next, up to the top.

        Args:
            position: Who asks: a position or a post.
            topic: The topic, if any.
            on: The day; today by default.
            subject: The position complained about; passed over where a ladder says so.
            case: What it is about, e.g. business=sales, where that decides.

        Raises:
            UnknownId: An id is unknown.
        """
        from dealer_roles.questions.escalation import escalation

        org = self.on(on)
        return escalation(
            org, position=position, topic=topic, subject=subject, case=scope_from(org, case)
        )

    def authority(
        self,
        topic: str | None = None,
        position: str | None = None,
        amount: float | Money | None = None,
        on: Day = None,
    ) -> AuthorityAnswers:
        """Who may decide how much: the authority table.

        From the lowest to the highest; the command exits with 1 if nobody in the table decides the
        amount.

        Args:
            topic: Only this topic.
            position: What this one decides.
            amount: Who decides this amount.
            on: The day; today by default.

        Raises:
            UnknownId: An id is unknown.
            ValueError: The amount is negative or no number.
        """
        from dealer_roles.questions.authority import authority

        return authority(self.on(on), topic=topic, position=position, amount=amount)

    def overlaps(
        self,
        on: Day | Literal["ever"] = None,
    ) -> Overlaps:
        """Where several holders own the same thing.

        Args:
            on: The day; today by default. ``"ever"`` looks at all time and reports intervals.
        """
        from dealer_roles.questions.overlaps import overlaps, overlaps_ever

        if on == "ever":
            return overlaps_ever(self.linked)
        return overlaps(self.on(on))

    def gaps(
        self,
        on: Day | Literal["ever"] = None,
    ) -> Gaps:
        """What is missing: owners, hand-offs, heads, ways to the top.

        Args:
            on: The day; today by default. ``"ever"`` looks at all time and reports intervals.
        """
        from dealer_roles.questions.gaps import gaps, gaps_ever

        if on == "ever":
            return gaps_ever(self.linked)
        return gaps(self.on(on))

    def handoffs(
        self,
        from_: str | None = None,
        to: str | None = None,
        task: str | None = None,
        on: Day = None,
    ) -> Handoffs:
        """Who hands what to whom.

        Args:
            from_: The giver.
            to: The receiver.
            task: The task, the giver's or the receiver's.
            on: The day; today by default.

        Raises:
            UnknownId: An id is unknown.
        """
        from dealer_roles.questions.handoffs import handoffs

        return handoffs(self.on(on), from_=from_, to=to, task=task)

    def duties(
        self,
        position: str | None = None,
        task: str | None = None,
        source: str | None = None,
        on: Day = None,
    ) -> Duties:
        """The shares of a position, or in a task.

        Derived approver shares are included.

        Args:
            position: Only those of this position (its post's too) or post.
            task: Only in this task.
            source: Only those that cite this statement.
            on: The day; today by default.

        Raises:
            UnknownId: An id is unknown.
        """
        from dealer_roles.questions.duties import duties

        org = self.on(on)
        return duties(org, position=position, task=task, source=known_statement(org.model, source))

    def walk(
        self,
        process: str,
        on: Day = None,
    ) -> Walk:
        """Follow a case through a process: who holds it, how long, what crosses departments.

        Args:
            process: The process.
            on: The day; today by default.

        Raises:
            UnknownId: An id is unknown.
        """
        from dealer_roles.questions.walk import walk

        return walk(self.on(on), process=process)

    def workload(
        self,
        position: str | None = None,
        on: Day = None,
    ) -> Workloads:
        """How much recurs at each desk, and where that is not known.

        Duties × cadence ÷ headcount; hours too, where a duty states its effort. Accountable,
        responsible and supporting shares count.

        Args:
            position: Only this position or post.
            on: The day; today by default.

        Raises:
            UnknownId: An id is unknown.
        """
        from dealer_roles.questions.workload import workload

        return workload(self.on(on), position=position)

    def deputies(
        self,
        position: str | None = None,
        on: Day = None,
    ) -> DeputyAnswers:
        """Who stands in for whom, and for whom nobody does.

        Args:
            position: Only this position or post.
            on: The day; today by default.

        Raises:
            UnknownId: An id is unknown.
        """
        from dealer_roles.questions.deputies import deputies

        return deputies(self.on(on), position=position)

    def similar(
        self,
        other: Askable | None = None,
        least: float = 0.7,
        on: Day = None,
    ) -> Similar:
        """Tasks, duties and positions of nearly one name; nothing is merged.

        Args:
            other: Another organization to compare with; itself by default.
            least: How alike two names must be, from 0 to 1.
            on: The day; today by default.

        Raises:
            ValueError: ``least`` is out of its range.
        """
        from dealer_roles.questions.similar import similar

        return similar(self.on(on), other=other.on(on) if other else None, least=least)

    def entries(
        self,
        what: str,
        on: Day = None,
    ) -> Entries:
        """What is defined of one kind, each entry with all that is said of it.

        Args:
            what: Which kind.
            on: The day; today by default.

        Raises:
            UnknownId: There is no such kind.
        """
        from dealer_roles.questions.entries import entries

        return entries(self.on(on), what=what)
