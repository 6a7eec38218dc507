"""``overlay``: an organization may tighten the limits of another, never loosen them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dealer_roles.model.base_forms import ID
from dealer_roles.model.declare import declared, required
from dealer_roles.organization.on_day import OnDay
from dealer_roles.rules.kind import Hit, Kind
from dealer_roles.rules.language.node import Node
from dealer_roles.rules.language.node_words import plain
from dealer_roles.rules.language.view import View
from dealer_roles.rules.parameter_forms import read_as_written
from dealer_roles.values.duration import Calendar, TimeLimit
from dealer_roles.values.fields import replace
from dealer_roles.values.findings import Witness
from dealer_roles.values.frozen import frozen
from dealer_roles.values.money import Money
from dealer_roles.values.scope import Scope, scope_words
from dealer_roles.values.span import Span
from dealer_roles.values.text import Text

Key = tuple[str, ...] | tuple[str, str, Scope]


@frozen
class Bound:
    """What is laid down in one place.

    Attributes:
        label: What it is called, free of line numbers.
        within: The time limit, if any.
        limit: The amount that may be decided, if any.
        approval: It needs approval.
    """

    label: str
    span: Span
    within: TimeLimit | None
    limit: Money | None
    approval: bool = False


@declared
class OverlayParameters:
    """只紧不松 — Nothing is looser than in another organization."""

    base: str = required(ID, "基准组织", "The organization to compare with")

    def hits(self, view: View, node: Node) -> Iterator[Hit]:
        """Yield each limit that is wider here than in the base, or that was dropped."""
        base = view.bases(self.base) if view.bases is not None else None
        if base is None:
            why = Text(f"找不到基准组织 {self.base}", f"there is no base {self.base}")
            yield _hit(node.id, "base", view.model.span, why, [])
            return
        ours = _bounds(view.index)
        for key, theirs in _bounds(base).items():
            mine = ours.get(key)
            if mine is None:
                continue
            fault = _looser(mine, view.model.calendar, theirs, base.model.calendar)
            if fault is not None:
                yield _hit(node.id, mine.label, mine.span, fault, [(mine, theirs)])


def _bounds(org: OnDay) -> dict[Key, Bound]:
    """Return what an organization lays down, by what it is about; said twice, both hold."""
    found: dict[Key, list[Bound]] = defaultdict(list)
    for d in org.model.duties:
        label = f"{d.holder}/{d.task}{_cases(d.scope)}"
        found[d.holder, d.task, d.scope].append(Bound(label, d.span, d.within, d.limit))
    for h in org.model.handoffs:
        found["handoff", h.id].append(Bound(h.id, h.span, h.within, None, h.approval))
    for topic, steps in org.model.ladders.items():
        for step in steps:
            label = f"{topic}/{step.who}{_cases(step.scope)}"
            found["ladder", label].append(Bound(label, step.span, step.within, step.limit))
    for row in org.model.authority:
        about = f"{row.topic}/{row.task}" if row.task else row.topic
        for decided in row.steps:
            label = f"{about}/{decided.who}{_cases(row.scope)}"
            found["authority", label].append(Bound(label, decided.span, None, decided.up_to))
    calendar = org.model.calendar
    return {key: _together(bounds, calendar, key[0]) for key, bounds in found.items()}


def _cases(scope: Scope) -> str:
    words = scope_words(scope).replace(",", "+")
    return f"[{words}]" if words else ""


def _together(bounds: Sequence[Bound], calendar: Calendar, what: str) -> Bound:
    """Return what several bounds on one thing demand together, at the place of the tightest.

    Two duties bind each by itself, so the lowest amount counts; several steps of one
    ladder or row are one, with the highest. The shortest time counts for both.
    """
    times = [b.within for b in bounds if b.within is not None]
    amounts = [b.limit for b in bounds if b.limit is not None]
    most = max if what in ("ladder", "authority") else min
    within = min(times, key=lambda time: time.elapsed_hours(calendar), default=None)
    limit = most(amounts, key=lambda amount: amount.amount, default=None)
    tightest = next(b for b in bounds if within is None or b.within == within)
    return replace(tightest, within=within, limit=limit)


def _looser(mine: Bound, here: Calendar, theirs: Bound, there: Calendar) -> Text | None:
    if theirs.approval and not mine.approval:
        return Text("取消了批准", "approval was dropped")
    if theirs.within is not None:
        if mine.within is None:
            return Text(f"取消了时限 {theirs.within}", f"the limit {theirs.within} was dropped")
        if mine.within.elapsed_hours(here) > theirs.within.elapsed_hours(there):
            return Text(
                f"时限由 {theirs.within} 放宽为 {mine.within}",
                f"the limit went from {theirs.within} to {mine.within}",
            )
    return _looser_money(mine.limit, theirs.limit)


def _looser_money(mine: Money | None, theirs: Money | None) -> Text | None:
    if theirs is None:
        return None
    if mine is None:
        return Text(f"取消了限额 {theirs}", f"the limit {theirs} was dropped")
    if mine.currency == theirs.currency and mine.amount > theirs.amount:
        return Text(f"限额由 {theirs} 放宽为 {mine}", f"the limit went from {theirs} to {mine}")
    return None


def _hit(org: str, label: str, span: Span, fault: Text, pairs: list[tuple[Bound, Bound]]) -> Hit:
    witnesses = [
        Witness(bound.span, Text(f"{side.zh} {bound.label}", f"{side.en}: {bound.label}"))
        for pair in pairs
        for bound, side in zip(pair, (Text("此处", "here"), Text("基准", "base")), strict=True)
    ]
    return Hit((org, label), span, {"fault": fault, "what": plain(label)}, tuple(witnesses))


KIND = Kind(
    "overlay",
    OverlayParameters,
    Text(
        "对照另一个组织：时限、限额、批准只可收紧，不可放宽",
        "against another organization, time limits, amounts and approvals may be tightened and "
        "never loosened",
    ),
    ("organization",),
    {"what": Text("放宽之处", "what was loosened"), "fault": Text("如何放宽", "how")},
    Text("恒为 1", "always 1"),
    read_as_written(OverlayParameters),
    """\
id: tighter-than-group
name: {zh: 只可严于集团, en: Only stricter than the group}
why: {zh: 集团的底线门店不能放宽, en: A store may not lower the group's standard}
severity: error
for: {what: organization}
check: {overlay: {base: group}}
message: {zh: "{what}：{fault}", en: "{what}: {fault}"}
fix: {zh: 恢复集团的要求, en: Go back to what the group demands}
examples:
  ok:
  - base: {positions: {advisor: [{task: respond-to-complaint, within: 4 hours}]}}
    positions: {advisor: [{task: respond-to-complaint, within: 2 hours}]}
  bad:
  - base: {positions: {advisor: [{task: respond-to-complaint, within: 4 hours}]}}
    positions: {advisor: [{task: respond-to-complaint, within: 8 hours}]}
""",
)
