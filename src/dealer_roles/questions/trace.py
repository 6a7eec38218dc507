"""Which statements of a corpus do organizations cite, and which do they not?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dealer_roles.model.entities import Position
from dealer_roles.model.organization import OrganizationModel
from dealer_roles.questions.passage import Passage
from dealer_roles.values.fields import field
from dealer_roles.values.frozen import frozen
from dealer_roles.values.html_table import html_table
from dealer_roles.values.span import Span
from dealer_roles.values.text import Text


@frozen
class Corpus:
    """What can be cited of source documents.

    Attributes:
        statements: The ids of the statements, every one of which wants to be cited.
        introductions: The ids of the sections that open with an introduction; it may be
            cited by that id, and need not be.
        passages: What is known about them, in corpus order.
    """

    statements: tuple[str, ...]
    introductions: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = field(default=(), compare=False, repr=False)


@frozen
class Citation:
    """One place where an organization cites, or leaves a statement out with a reason."""

    source: str
    org: str
    kind: str
    span: Span

    def to_dict(self) -> dict[str, object]:
        """Return the citation as plain data."""
        return {"source": self.source, "org": self.org, "kind": self.kind, **self.span.to_dict()}


@frozen
class Trace:
    """What is cited and what is not.

    Attributes:
        statements: How many statements the corpus has.
        cited: The statements that are cited or left out with a reason, in corpus order.
        uncited: The statements that nobody cites, in corpus order.
        unknown: Cited ids that are neither a statement nor an introduction, sorted.
        introductions: How many sections open with an introduction.
        uncited_introductions: Those that nobody cites, in corpus order; not a fault.
        citations: Every place that cites.
        not_cited: The statements and introductions that nobody cites, with what is known
            about them, in corpus order.
    """

    statements: int
    cited: tuple[str, ...]
    uncited: tuple[str, ...]
    unknown: tuple[str, ...]
    introductions: int
    uncited_introductions: tuple[str, ...]
    citations: tuple[Citation, ...]
    not_cited: tuple[Passage, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether every statement is cited and every cited id is known."""
        return not self.uncited and not self.unknown

    @property
    def why(self) -> Text:
        """The result in words."""
        zh, en = self._why_introductions
        return Text(
            f"{self.statements} 条语句中引用 {len(self.cited)} 条，"
            f"未引用 {len(self.uncited)} 条，未知编号 {len(self.unknown)} 个{zh}",
            f"{len(self.cited)} of {self.statements} statements are cited, "
            f"{len(self.uncited)} are not, {len(self.unknown)} cited ids are unknown{en}",
        )

    @property
    def _why_introductions(self) -> tuple[str, str]:
        every = self.introductions
        if not every:
            return "", ""
        cited = every - len(self.uncited_introductions)
        return (
            f"；{every} 段节首引言中引用 {cited} 段",
            f"; {cited} of {every} introductions of sections are cited",
        )

    def to_dict(self, lang: str = "en") -> dict[str, object]:
        """Return the trace as plain data; the places that cite stand under ``evidence``."""
        return {
            "statements": self.statements,
            "cited": len(self.cited),
            "uncited": list(self.uncited),
            "unknown": list(self.unknown),
            "introductions": self.introductions,
            "uncited_introductions": list(self.uncited_introductions),
            "not_cited": [passage.to_dict() for passage in self.not_cited],
            "why": self.why.get(lang),
            "evidence": [c.to_dict() for c in self.citations],
        }

    def _repr_html_(self) -> str:
        rows = [(c.source, c.org, c.kind, c.span) for c in self.citations]
        return html_table(("source", "organization", "kind", "where"), rows, self.why.en)


def trace(corpus: Corpus, organizations: Iterable[OrganizationModel]) -> Trace:
    """Compare what can be cited of a corpus with what organizations cite."""
    statements = tuple(dict.fromkeys(corpus.statements))
    introductions = tuple(dict.fromkeys(corpus.introductions))
    found = tuple(c for model in organizations for c in citations(model))
    cited = {citation.source for citation in found}
    return Trace(
        statements=len(statements),
        cited=tuple(s for s in statements if s in cited),
        uncited=tuple(s for s in statements if s not in cited),
        unknown=tuple(sorted(cited.difference(statements, introductions))),
        introductions=len(introductions),
        uncited_introductions=tuple(s for s in introductions if s not in cited),
        citations=found,
        not_cited=tuple(p for p in corpus.passages if p.id not in cited),
    )


def citations(model: OrganizationModel) -> Iterator[Citation]:
    """Yield every place of an organization that cites."""
    for kind, sources, span in _cited(model):
        for source in sources:
            yield Citation(source, model.id, kind, span)


Cited = Iterator[tuple[str, tuple[str, ...], Span]]


def _cited(model: OrganizationModel) -> Cited:
    for kind, facts in (
        ("duty", model.duties),
        ("handoff", model.handoffs),
        ("escalation", model.escalations),
        ("post", model.posts.values()),
        ("department", model.departments.values()),
        ("process", model.processes.values()),
        ("unowned", model.unowned),
    ):
        for fact in facts:
            yield kind, fact.sources, fact.span
    for position in model.positions.values():
        yield from _cited_by_position(position)
    for post in model.posts.values():
        for item in (*post.outcomes, *post.qualifications):
            yield "post", item.sources, post.span
    for left in model.left_out:
        yield "left-out", (left.source,), left.span


def _cited_by_position(position: Position) -> Cited:
    if position.purpose is not None:
        yield "purpose", position.purpose.sources, position.span
    for kind in ("outcomes", "qualifications", "conditions", "clauses", "measures", "authority"):
        for item in getattr(position, kind):
            yield kind, item.sources, position.span
