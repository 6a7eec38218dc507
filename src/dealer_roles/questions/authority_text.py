"""The authority table as text."""

from __future__ import annotations

from dealer_roles.organization.decider_words import deciders_line
from dealer_roles.organization.names import Names
from dealer_roles.organization.on_day import OnDay
from dealer_roles.questions.authority import AuthorityAnswer, AuthorityAnswers
from dealer_roles.values.printed import Printed, PrintedLine, PrintedTable, aside
from dealer_roles.values.scope import scope_words
from dealer_roles.values.text import Text
from dealer_roles.words.answer_words import words

_NOTHING = Text("权限表中没有这样的行。", "No such row in the authority table.")


def printed(org: OnDay, found: AuthorityAnswers, lang: str) -> Printed:
    """Yield the rows as one table; who decides is a column where an amount was asked."""
    if not found:
        yield PrintedLine(_NOTHING.get(lang))
        return
    asked = any(answer.amount for answer in found)
    head = ("topic", "scope", "decides", *(("decider",) if asked else ()), "where")
    rows = [_row(org, answer, lang, asked=asked) for answer in found]
    yield PrintedTable(words(head, lang), rows)
    for answer in found:
        if answer.absent:
            yield aside(f"{answer.topic}: {answer.why.get(lang)}")


def _row(org: OnDay, answer: AuthorityAnswer, lang: str, *, asked: bool) -> tuple[object, ...]:
    topic = org.model.catalogue.topics[answer.topic].name.get(lang)
    names = Names(org.model, lang)
    decider = deciders_line(names, [answer.decider]) if answer.decider else "-"
    return (
        f"{topic} ({answer.topic})",
        scope_words(answer.scope),
        deciders_line(names, answer.deciders),
        *((decider,) if asked else ()),
        answer.evidence[0].span if answer.evidence else "",
    )
