"""Gaps in the structure: empty positions, lines that lead nowhere, missing heads."""

from __future__ import annotations

from collections.abc import Iterator

from dealer_roles.model.position import Position
from dealer_roles.organization.evidence import of_line
from dealer_roles.organization.on_day import OnDay
from dealer_roles.organization.with_ids import in_turn, words_of, words_of_all
from dealer_roles.questions.gap_value import Gap
from dealer_roles.questions.vacancy_words import vacancy_evidence, vacancy_words
from dealer_roles.values.text import Text
from dealer_roles.words.marks import how_many


def position_gaps(org: OnDay) -> Iterator[Gap]:
    """Yield the positions that have no duties of their own or of their post."""
    for position in org.model.positions.values():
        stated = [d for d in org.shares(position.id) if not d.handoff]
        if not stated:
            who = words_of(org.model, position.id)
            message = Text(f"岗位{who.zh}没有职责", f"the position {who.en} has no duties")
            yield Gap(
                "position-without-duties",
                position.id,
                message,
                position.span,
                (of_line(position),),
            )


def vacancy_gaps(org: OnDay) -> Iterator[Gap]:
    """Yield the vacant positions for which nobody acts who is here and holds his own."""
    for position in org.model.positions.values():
        words = vacancy_words(org, position.id)
        if words is not None and not org.acting(position.id):
            evidence = vacancy_evidence(org, position.id)
            yield Gap("vacant-nobody-acting", position.id, words, position.span, evidence)


def line_gaps(org: OnDay) -> Iterator[Gap]:
    """Yield positions without a way to the top, and once that lines are not stated."""
    unstated: list[Position] = []
    for position in org.model.positions.values():
        if not position.line_stated:
            unstated.append(position)
            continue
        message = _no_way(org, position.id)
        if message is not None:
            yield Gap(
                "no-way-to-the-top", position.id, message, position.span, (of_line(position),)
            )
    if unstated:
        count, who = len(unstated), words_of_all(org.model, (one.id for one in unstated))
        message = Text(
            f"{count} 个岗位没有写明直接上级：{who.zh}",
            f"the superior of {how_many(count, 'position')} is not stated: {who.en}",
        )
        evidence = tuple(of_line(position) for position in unstated)
        span = min(position.span for position in unstated)
        yield Gap("line-not-stated", org.model.id, message, span, evidence, "note")


def _no_way(org: OnDay, position: str) -> Text | None:
    """Say why a line does not reach the top, if it does not."""
    rise, who = org.lines.end(position), words_of(org.model, position)
    if rise.end == "absent":
        gone = words_of_all(org.model, rise.passed_over)
        return Text(
            f"从岗位{who.zh}向上到不了最高岗位：本组织没有{gone.zh}",
            f"the line from {who.en} does not reach the top: {gone.en} absent here",
        )
    if rise.to is not None:
        line, rise = org.lines.above(position)
        trail = in_turn(words_of(org.model, one) for one in (position, *line, str(rise.to)))
        return Text(
            f"从岗位{who.zh}向上到不了最高岗位：{trail.zh} 形成循环（由通常上级接替所致）",
            f"the line from {who.en} does not reach the top: {trail.en} is a loop, "
            "by way of the usual superiors of those absent here",
        )
    return None


def head_gaps(org: OnDay) -> Iterator[Gap]:
    """Yield departments without a head that is present here, stated or derived.

    A department that only follows from its positions counts where coverage is complete.
    """
    complete = org.model.coverage == "complete"
    for department in org.model.departments.values():
        if department.id in org.heads or not (department.declared or complete):
            continue
        what, head = (words_of(org.model, one) for one in (department.id, department.head))
        absent = f" ({head.en} is absent here)" if department.head else ""
        zh_absent = f"（{head.zh}不在本组织中）" if department.head else ""
        message = Text(
            f"部门{what.zh}没有负责人{zh_absent}",
            f"the department {what.en} has no head{absent}",
        )
        yield Gap("department-without-head", department.id, message, department.span)
