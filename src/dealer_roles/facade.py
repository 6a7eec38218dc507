"""The façade: one organization, and every question that can be asked of it."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Literal, ParamSpec, TypeVar

from dealer_roles.askable import Askable
from dealer_roles.loading.loaded import Loaded
from dealer_roles.loading.read import read
from dealer_roles.loading.statements import known_statement
from dealer_roles.model.entities import Department, Entry, Position, Post, Process, Task
from dealer_roles.organization.linked import Linked
from dealer_roles.organization.on_day import OnDay
from dealer_roles.organization.views import Views
from dealer_roles.questions.arguments import scope_from
from dealer_roles.questions.table import QUESTIONS
from dealer_roles.values.choices import one_of
from dealer_roles.values.day import Day, day_of
from dealer_roles.values.span import Span
from dealer_roles.values.text import Text
from dealer_roles.words.marks import how_many

if TYPE_CHECKING:
    import networkx as nx

    from dealer_roles.gate.findings_answer import Findings
    from dealer_roles.gate.revision import Revision
    from dealer_roles.model.catalogue import Catalogue
    from dealer_roles.publish.document.document import Document
    from dealer_roles.values.findings import Finding
    from dealer_roles.values.text import Lang

MOST_REMEMBERED = 100_000
P = ParamSpec("P")
Answer = TypeVar("Answer")


class Organization(Askable):
    """One organization: immutable, and safe to share between threads.

    Get one from :func:`dealer_roles.load`.
    """

    __slots__ = ("_answers", "_linked", "_loaded", "_views")

    def __init__(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self._linked = Linked(loaded.require())
        self._views = Views(self._linked)
        self._answers: dict[tuple[object, ...], Any] = {}

    def __repr__(self) -> str:
        model = self._linked.model
        positions = how_many(len(model.positions), "position")
        tasks = how_many(len(self.on().tasks), "task")
        duties = how_many(len(model.duties), "duty", "duties")
        return f"<Organization {model.id}: {positions}, {tasks}, {duties}>"

    def _repr_html_(self) -> str:
        from dealer_roles.values.html_table import html_table

        name, positions = self.name, self.positions.values()
        rows = [(p.id, p.name.zh, p.name.en, p.department, p.reports_to) for p in positions]
        heads = ("position", "中文", "English", "department", "reports to")
        return html_table(heads, rows, f"{name.zh} · {name.en}")

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
        return self._views.positions

    @property
    def posts(self) -> Mapping[str, Post]:
        """The posts by id."""
        return self._views.posts

    @property
    def departments(self) -> Mapping[str, Department]:
        """The departments by id."""
        return self._views.departments

    @property
    def parties(self) -> Mapping[str, Entry]:
        """The outside parties that are known, by id."""
        return self._views.parties

    @property
    def tasks(self) -> Mapping[str, Task]:
        """The organization's own tasks by id."""
        return self._views.tasks

    @property
    def topics(self) -> Mapping[str, Entry]:
        """The topics that are known, by id."""
        return self._views.topics

    @property
    def processes(self) -> Mapping[str, Process]:
        """The processes by id."""
        return self._views.processes

    @property
    def graph(self) -> nx.MultiDiGraph[str]:
        """The organization as a new ``networkx.MultiDiGraph``; changing it changes nothing here."""
        from dealer_roles.organization.graph_view import org_graph

        return org_graph(self.on())

    def _kept(self, question: Callable[P, Answer], *args: P.args, **kwargs: P.kwargs) -> Answer:
        key = (question, *args)
        try:
            found: Answer | None = self._answers.get(key)
        except TypeError:  # what is no id cannot be kept; the question says what is allowed
            return question(*args, **kwargs)
        if found is None:
            found = question(*args, **kwargs)
            if len(self._answers) >= MOST_REMEMBERED:
                self._answers.clear()
            self._answers[key] = found
        return found

    def ask(self, question: str, on: Day | Literal["ever"] = None, **given: Any) -> Any:
        """Ask a question by its name, as the command line does; also one of a plug-in.

        Args:
            question: A name of :data:`dealer_roles.questions.table.QUESTIONS`, or of a
                question that a plug-in adds, which the settings of the folder name.
            on: The day; today by default. ``"ever"`` where the question may be asked so.
            given: What is said with it, by name.

        Raises:
            InvalidArgument: There is no such question.
            InvalidSettings: A plug-in that the settings name is not installed.
        """
        if any(known.name == question for known in QUESTIONS):
            return getattr(self, question)(on=on, **given)
        from dealer_roles.loading.plugged_parts import plugged_questions

        more = {known.name: known for known in plugged_questions(self._loaded.folder)}
        names = (*(known.name for known in QUESTIONS), *more)
        found = more[one_of("question", question, names)]
        if on == "ever" and found.ever:
            return found.ask_ever(self._linked, given)
        org, sorts = self.on(on), {p.name: p.sort for p in found.parameters}
        return found.ask(org, {n: _read(org, sorts.get(n, ""), v, on) for n, v in given.items()})

    def check(
        self,
        profile: Literal["minimal", "standard", "strict"] = "standard",
        on: Day = None,
    ) -> Findings:
        """Return what the rules find and no waiver accepts, and what was looked at.

        Args:
            profile: Which bundled rules run; rules in the organization's folder do too, those
                that state a profile from that one on.
            on: The day; today by default.
        """
        from dealer_roles.gate.check import check_loaded
        from dealer_roles.gate.findings_answer import findings_of
        from dealer_roles.gate.selection import CheckOptions

        return findings_of(check_loaded(self._loaded, CheckOptions(profile, on=day_of(on))))

    def diff(self, other: Organization, on: Day = None) -> Revision:
        """Return what changed from here to another organization, and what to sign again.

        Args:
            other: The organization as it is afterwards.
            on: The day; today by default.
        """
        from dealer_roles.gate.revision import revision

        return revision(self._loaded, other.loaded, day_of(on))

    def describe(self, position: str, lang: Lang = "zh", on: Day = None) -> Document:
        """Return the job description of a position or post, each line with its evidence.

        Args:
            position: The position or post.
            lang: The language of the document: ``zh``, ``en`` or one of the organization.
            on: The day; today by default.

        Raises:
            UnknownId: The organization has no such position or post.
            InvalidArgument: The language is not one of a document.
        """
        from dealer_roles.publish.job_description.sections import job_description

        known = self._linked.model.languages_to_ask
        return job_description(self.on(on), position, one_of("lang", lang, known))

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
            product: What: a name of :data:`dealer_roles.publish.products.PRODUCTS`, such as
                ``job-description``, ``matrix`` or ``explorer``, or one that a plug-in adds.
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

        made = product_named(product, self._loaded.folder)
        given = {"position": position, "process": process, "department": department}
        return made.published(self.on(on), given, format, lang)


def _read(org: OnDay, sort: str, value: Any, on: Day) -> Any:
    """Return what is said with a question of a plug-in as the methods of ours read it."""
    if sort == "scope":
        return scope_from(org, value)
    if sort == "statement":
        return known_statement(org.model, value)
    return value.on(on) if sort == "organization" and value is not None else value


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
