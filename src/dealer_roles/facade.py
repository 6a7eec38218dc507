"""The façade: one organization, and every question that can be asked of it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from dealer_roles.loading.loaded import Loaded
from dealer_roles.loading.read import read
from dealer_roles.model.entities import Department, Entry, Position, Post, Process, Task
from dealer_roles.organization.linked import Linked
from dealer_roles.organization.on_day import OnDay
from dealer_roles.questions.arguments import ScopeLike, require_text, scope_from
from dealer_roles.questions.owner import OwnerAnswer, owner
from dealer_roles.values.choices import one_of
from dealer_roles.values.day import Day, day_of
from dealer_roles.values.scope import Scope
from dealer_roles.values.span import Span
from dealer_roles.values.text import LANGS, Text

if TYPE_CHECKING:
    import networkx as nx

    from dealer_roles.gate.revision import Revision
    from dealer_roles.model.catalogue import Catalogue
    from dealer_roles.publish.document.document import Document
    from dealer_roles.questions.authority import AuthorityAnswers
    from dealer_roles.questions.duties import Duties
    from dealer_roles.questions.entries import Entries
    from dealer_roles.questions.escalation_answer import EscalationAnswer
    from dealer_roles.questions.gap_value import Gaps
    from dealer_roles.questions.handoffs import Handoffs
    from dealer_roles.questions.overlaps import Overlaps
    from dealer_roles.questions.similar import Similar
    from dealer_roles.questions.walk import Walk
    from dealer_roles.values.findings import Finding
    from dealer_roles.values.money import Money
    from dealer_roles.values.text import Lang

MOST_REMEMBERED = 100_000


class Organization:
    """One organization: immutable, and safe to share between threads.

    Get one from :func:`dealer_roles.loading`.
    """

    __slots__ = ("_linked", "_loaded", "_owners")

    def __init__(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self._linked = Linked(loaded.require())
        self._owners: dict[tuple[OnDay, str, Scope], OwnerAnswer] = {}

    def __repr__(self) -> str:
        model = self._linked.model
        return (
            f"<Organization {model.id}: {len(model.positions)} positions, "
            f"{len(self.on().tasks)} tasks, {len(model.duties)} duties>"
        )

    def _repr_html_(self) -> str:
        from dealer_roles.values.html_table import html_table

        model = self._linked.model
        rows = [
            (p.id, p.name.zh, p.name.en, p.department, p.reports_to)
            for p in model.positions.values()
        ]
        caption = f"{model.name.zh} · {model.name.en}"
        return html_table(
            ("position", "中文", "English", "department", "reports to"), rows, caption
        )

    @property
    def id(self) -> str:
        """The id of the organization."""
        return self._linked.model.id

    @property
    def name(self) -> Text:
        """Its name in both languages."""
        return self._linked.model.name

    @property
    def span(self) -> Span:
        """Where it is defined."""
        return self._linked.model.span

    @property
    def linked(self) -> Linked:
        """The organization at all times, from which any day of it is made."""
        return self._linked

    def on(self, day: Day = None) -> OnDay:
        """Return the organization on a day: what every question, rule and document reads.

        Args:
            day: The day; today by default.
        """
        return self._linked.on(day_of(day))

    @property
    def loaded(self) -> Loaded:
        """What was read to make it: its documents and its folder."""
        return self._loaded

    @property
    def problems(self) -> tuple[Finding, ...]:
        """What a lenient load found wrong and what it left out; empty after a strict one."""
        return self._loaded.problems

    @property
    def catalogue(self) -> Catalogue:
        """Everything that the organization may refer to."""
        return self._linked.model.catalogue

    @property
    def positions(self) -> Mapping[str, Position]:
        """The positions by id."""
        return MappingProxyType(dict(self._linked.model.positions))

    @property
    def posts(self) -> Mapping[str, Post]:
        """The posts by id."""
        return MappingProxyType(dict(self._linked.model.posts))

    @property
    def departments(self) -> Mapping[str, Department]:
        """The departments by id."""
        return MappingProxyType(dict(self._linked.model.departments))

    @property
    def parties(self) -> Mapping[str, Entry]:
        """The outside parties that are known, by id."""
        return MappingProxyType(dict(self.catalogue.parties))

    @property
    def tasks(self) -> Mapping[str, Task]:
        """The organization's own tasks by id."""
        known = self.catalogue.tasks
        return MappingProxyType({task: known[task] for task in self.on().tasks})

    @property
    def topics(self) -> Mapping[str, Entry]:
        """The topics that are known, by id."""
        return MappingProxyType(dict(self.catalogue.topics))

    @property
    def processes(self) -> Mapping[str, Process]:
        """The processes by id."""
        return MappingProxyType(dict(self._linked.model.processes))

    @property
    def graph(self) -> nx.MultiDiGraph[str]:
        """The organization as a new ``networkx.MultiDiGraph``; changing it changes nothing here."""
        from dealer_roles.organization.graph_view import org_graph

        return org_graph(self.on())

    def owner(self, task: str, scope: ScopeLike | None = None, on: Day = None) -> OwnerAnswer:
        """Answer who owns a task.

        Args:
            task: The id of a task of the catalogue.
            scope: The part of the task that is meant, e.g. ``{"area": "parts"}``.
            on: The day; today by default.

        Raises:
            UnknownId: The task, a dimension or a value is unknown.
        """
        org = self.on(on)
        require_text("task", task)
        key = (org, task, scope_from(org, scope))
        found = self._owners.get(key)
        if found is None:
            found = owner(*key)
            if len(self._owners) >= MOST_REMEMBERED:
                self._owners.clear()
            self._owners[key] = found
        return found

    def escalation(
        self,
        position: str,
        topic: str | None = None,
        on: Day = None,
        subject: str | None = None,
        case: ScopeLike | None = None,
    ) -> EscalationAnswer:
        """Answer who is called next, step by step, up to the top.

        Args:
            position: Who asks: a position or a post.
            topic: The topic, if any, e.g. ``major-complaint``.
            on: The day; today by default.
            subject: The position complained about: whoever sits at its desk is passed over
                where a ladder says so.
            case: What it is about, e.g. ``{"business": "sales"}``; without it, every case
                that decides who is called is shown.

        Raises:
            UnknownId: The position, the topic, the subject or a part of the case is unknown.
        """
        from dealer_roles.questions.escalation import escalation

        org = self.on(on)
        return escalation(
            org, position, topic or "", subject=subject or "", case=scope_from(org, case)
        )

    def authority(
        self,
        topic: str | None = None,
        position: str | None = None,
        amount: float | Money | None = None,
        on: Day = None,
    ) -> AuthorityAnswers:
        """Return who may decide how much: the rows of the authority table.

        Args:
            topic: Only this topic.
            position: Only rows in which this position or post decides.
            amount: An amount to be decided; a number is in the currency of the row.
            on: The day; by default today.

        Raises:
            UnknownId: No such topic or position.
            ValueError: The amount is negative or no number.
        """
        from dealer_roles.questions.authority import authority

        return authority(self.on(on), topic, position, amount)

    def overlaps(self, on: Day | Literal["ever"] = None) -> Overlaps:
        """Return where several holders own the same thing.

        Args:
            on: The day; today by default. ``"ever"`` looks at all time and reports intervals.
        """
        from dealer_roles.questions.overlaps import overlaps, overlaps_ever

        return overlaps_ever(self._linked) if on == "ever" else overlaps(self.on(on))

    def gaps(self, on: Day | Literal["ever"] = None) -> Gaps:
        """Return what is missing.

        Args:
            on: The day; today by default. ``"ever"`` looks at all time and reports intervals.
        """
        from dealer_roles.questions.gaps import gaps, gaps_ever

        return gaps_ever(self._linked) if on == "ever" else gaps(self.on(on))

    def handoffs(
        self,
        from_: str | None = None,
        to: str | None = None,
        task: str | None = None,
        on: Day = None,
    ) -> Handoffs:
        """Return who hands what to whom.

        Args:
            from_: Only what this position or post gives.
            to: Only what this position, department or party receives.
            task: Only in this task, the giver's or the receiver's.
            on: The day; today by default.

        Raises:
            UnknownId: An id is unknown.
        """
        from dealer_roles.questions.handoffs import handoffs

        return handoffs(self.on(on), from_, to, task)

    def check(
        self,
        profile: Literal["minimal", "standard", "strict"] = "standard",
        on: Day = None,
    ) -> tuple[Finding, ...]:
        """Return what the rules find and no waiver accepts.

        Args:
            profile: Which bundled rules run; rules in the organization's folder always do.
            on: The day; today by default.
        """
        from dealer_roles.gate.check import check_loaded
        from dealer_roles.gate.selection import CheckOptions

        return check_loaded(self._loaded, CheckOptions(profile, on=day_of(on))).findings

    def entries(self, what: str, on: Day = None) -> Entries:
        """Return what is defined of one kind, each entry with all that is said of it.

        Args:
            what: ``positions``, ``posts``, ``departments``, ``tasks``, ``processes``,
                ``topics``, ``forms``, ``parties``, ``scopes`` or ``organization``.
            on: The day; today by default.

        Raises:
            UnknownId: There is no such kind.
        """
        from dealer_roles.questions.entries import entries

        return entries(self.on(on), what)

    def diff(self, other: Organization, on: Day = None) -> Revision:
        """Return what changed from here to another organization, and what to sign again.

        Args:
            other: The organization as it is afterwards.
            on: The day; today by default.
        """
        from dealer_roles.gate.revision import revision

        return revision(self._loaded, other.loaded, day_of(on))

    def walk(self, process: str, on: Day = None) -> Walk:
        """Follow a case through a process.

        Args:
            process: The process.
            on: The day; today by default.

        Raises:
            UnknownId: There is no such process.
        """
        from dealer_roles.questions.walk import walk

        return walk(self.on(on), process)

    def duties(
        self,
        position: str | None = None,
        task: str | None = None,
        source: str | None = None,
        on: Day = None,
    ) -> Duties:
        """Return shares in tasks, derived approver shares included.

        Args:
            position: Only those of this position (its post's too) or post.
            task: Only those in this task.
            source: Only those that cite this statement.
            on: The day; today by default.

        Raises:
            UnknownId: An id is unknown.
        """
        from dealer_roles.questions.duties import duties

        if source is not None:
            from dealer_roles.loading.statements import require_statement

            require_statement(self.on(on).model, source)
        return duties(self.on(on), position, task, source)

    def similar(
        self, other: Organization | None = None, least: float = 0.7, on: Day = None
    ) -> Similar:
        """Return tasks, duties and positions of nearly one name; nothing is merged.

        Args:
            other: Another organization to compare with; itself by default.
            least: How alike two names must be, from 0 to 1.
            on: The day; today by default.

        Raises:
            ValueError: ``least`` is not from 0 to 1.
        """
        from dealer_roles.questions.similar import similar

        if not 0 <= least <= 1:
            raise ValueError(f"least is from 0 to 1, not {least!r}")
        return similar(self.on(on), other.on(on) if other else None, least)

    def describe(self, position: str, lang: Lang = "zh", on: Day = None) -> Document:
        """Return the job description of a position or post, each line with its evidence.

        Args:
            position: The position or post.
            lang: The language of the document, ``zh`` or ``en``.
            on: The day; today by default.

        Raises:
            UnknownId: The organization has no such position or post.
            InvalidArgument: The language is not one of a document.
        """
        from dealer_roles.publish.job_description.sections import job_description

        return job_description(self.on(on), position, one_of("lang", lang, LANGS))

    def publish(
        self,
        product: str,
        *,
        position: str | None = None,
        process: str | None = None,
        department: str | None = None,
        format: str | None = None,
        lang: Lang = "zh",
        on: Day = None,
    ) -> bytes:
        """Return a document or a picture as the bytes of its file.

        Args:
            product: What: ``job-description``, ``job-description-short``, ``matrix``,
                ``handbook``, ``handbook-common``, ``explorer``, ``org-chart``, ``handoffs``,
                ``process``, ``organization`` or ``occupation``.
            position: Of whom, where it is about a position.
            process: Which process, where it is about one.
            department: Only this department, for the handbook and pictures.
            format: One of its formats; the usual one by default.
            lang: The language, ``zh`` or ``en``.
            on: The day; today by default.

        Raises:
            InvalidArgument: There is no such product, or not in this format or language, or
                it is not about what was given.
            UnknownId: The organization has no such position, process or department.
            MissingExtra: The format needs packages that are not installed.
        """
        from dealer_roles.publish.products import product_named

        made = product_named(product)
        given = {"position": position, "process": process, "department": department}
        return made.published(self.on(on), given, format, lang)


def load(
    name: str | os.PathLike[str] = "standard", *, cache: bool = True, lenient: bool = False
) -> Organization:
    """Load an organization.

    Args:
        name: The name of a bundled one (see :func:`bundled`), or the path of a folder
            that holds an ``organization.yaml``; a path as text needs a separator.
        cache: Whether a folder that did not change may be read from what was kept of it.
        lenient: Leave out what cannot stand instead of refusing it; ``problems`` of the
            organization says what, and every question is answered from the rest.

    Raises:
        UnknownOrganization: There is no such organization.
        InvalidDefinitions: Its definitions cannot be loaded; the error holds every finding.
        InvalidSettings: Its settings cannot be used.
    """
    return Organization(read(name, cache=cache, lenient=lenient))
