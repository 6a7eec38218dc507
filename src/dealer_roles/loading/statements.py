"""Statements that may be asked for: those cited here, and those of the bundled documents."""

from __future__ import annotations

from dealer_roles.model.organization import OrganizationModel
from dealer_roles.questions.arguments import require_text
from dealer_roles.questions.trace import citations
from dealer_roles.values.errors import UnknownId
from dealer_roles.values.near import nearest


def require_statement(model: OrganizationModel, statement: str) -> None:
    """Refuse the id of a statement that nothing here cites and no bundled document holds.

    Raises:
        UnknownId: It is such an id.
        InvalidArgument: It is no text.
    """
    require_text("source", statement)
    from dealer_roles.loading.corpus import bundled_corpus, read_corpus

    cited = {citation.source for citation in citations(model)}
    if statement in cited:
        return
    corpus = read_corpus(bundled_corpus())
    known = cited | {*corpus.statements, *corpus.introductions}
    if statement not in known:
        raise UnknownId("statement", statement, nearest(statement, known))


def known_statement(model: OrganizationModel, statement: str | None) -> str | None:
    """Return the id of a statement that may be asked for, or nothing where none is asked for.

    Raises:
        UnknownId: Nothing here cites it and no bundled document holds it.
        InvalidArgument: It is no text.
    """
    if statement is not None:
        require_statement(model, statement)
    return statement
