"""Gaps in the structure: empty positions, lines that lead nowhere, missing heads."""

from __future__ import annotations

from collections.abc import Iterator

from dealer_roles.model.position import Position
from dealer_roles.organization.evidence import of_line
from dealer_roles.organization.names import called
from dealer_roles.organization.on_day import OnDay
from dealer_roles.questions.gap_value import Gap
from dealer_roles.questions.vacancy_words import vacancy_evidence, vacancy_words
from dealer_roles.values.text import Text
from dealer_roles.words.marks import how_many, named


def position_gaps(org: OnDay) -> Iterator[Gap]:
    """Yield the positions that have no duties of their own or of their post."""
    for position in org.model.positions.values():
        stated = [d for d in org.shares(position.id) if not d.handoff]
        if not stated:
            name = called(position)
            message = Text(
                f"岗位「{name.zh}」({position.id})没有职责",
                f"the position {position.id} ({name.en}) has no duties",
            )
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
            name = called(position)
            message = Text(f"「{name.zh}」{words.zh}", f"{name.en}: {words.en}")
            evidence = vacancy_evidence(org, position.id)
            yield Gap("vacant-nobody-acting", position.id, message, position.span, evidence)


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
        ids = [position.id for position in unstated]
        message = Text(
            f"{len(ids)} 个岗位没有写明直接上级：{'、'.join(ids)}",
            f"the superior of {how_many(len(ids), 'position')} is not stated: {', '.join(ids)}",
        )
        evidence = tuple(of_line(position) for position in unstated)
        span = min(position.span for position in unstated)
        yield Gap("line-not-stated", org.model.id, message, span, evidence, "note")


def _no_way(org: OnDay, position: str) -> Text | None:
    """Say why a line does not reach the top, if it does not."""
    rise = org.lines.end(position)
    if rise.end == "absent":
        gone = named(rise.passed_over)
        return Text(
            f"从岗位 {position} 向上到不了最高岗位：本组织没有 {gone.zh}",
            f"the line from {position} does not reach the top: {gone.en} absent here",
        )
    if rise.to is not None:
        line, rise = org.lines.above(position)
        trail = " → ".join((position, *line, str(rise.to)))
        return Text(
            f"从岗位 {position} 向上到不了最高岗位：{trail} 形成循环（由通常上级接替所致）",
            f"the line from {position} does not reach the top: {trail} is a loop, "
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
        name = department.title or department.name
        absent = f" ({department.head} is absent here)" if department.head else ""
        zh_absent = f"（{department.head} 不在本组织中）" if department.head else ""
        message = Text(
            f"部门「{name.zh}」({department.id})没有负责人{zh_absent}",
            f"the department {department.id} ({name.en}) has no head{absent}",
        )
        yield Gap("department-without-head", department.id, message, department.span)
