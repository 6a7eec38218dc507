"""``decisions``: every case has a decider, ladders call each, and nobody decides alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dealer_roles.model.authority_table import GROUP
from dealer_roles.model.declare import declared, optional
from dealer_roles.model.entities import AuthorityRow, Duty
from dealer_roles.model.forms import Always
from dealer_roles.model.organization_file import LadderStep
from dealer_roles.organization.authority import Authorities, Decider, authorities
from dealer_roles.organization.decider_words import decider_name, deciders_text
from dealer_roles.organization.names import Names
from dealer_roles.organization.with_ids import joined
from dealer_roles.rules.kind import Check, Hit, Kind
from dealer_roles.rules.kinds.separation import COUNTING
from dealer_roles.rules.language.node import Node
from dealer_roles.rules.language.node_words import duty_witness, plain, span_of, task_words, witness
from dealer_roles.rules.language.reader import Reader
from dealer_roles.rules.language.view import View
from dealer_roles.rules.parameter_forms import parameters_of
from dealer_roles.values.findings import Witness
from dealer_roles.values.money import Money
from dealer_roles.values.part_words import region_words
from dealer_roles.values.scope import EVERYWHERE, Region, scopes_meet, without
from dealer_roles.values.text import LANGS, Text


@declared
class DecisionsParameters:
    """决策权 — Whether somebody decides in every case, is called, and is not the one who asks."""

    stated: bool = optional(
        Always(value=True),
        "权限表写明任务的每种个案由谁审批",
        "The table says who decides in every case of the task",
        default=False,
    )
    called: bool = optional(
        Always(value=True),
        "阶梯找到权限表上的每一级",
        "The ladder calls everybody who decides on its topic",
        default=False,
    )
    others: bool = optional(
        Always(value=True),
        "无人对自己经办的事项无限额审批，或审批不低于 at_stake 的金额",
        "Nobody decides on work of their own without a limit, or up to what is at stake",
        default=False,
    )

    def hits(self, view: View, node: Node) -> Iterator[Hit]:
        """Yield the cases left open, who is passed over, or who decides on their own work."""
        if self.stated:
            return _left_open(view, node)
        return _passed_over(view, node) if self.called else _deciding_alone(view, node)


def _left_open(view: View, node: Node) -> Iterator[Hit]:
    """Yield a finding if the table says nothing of some cases of a task that somebody owns."""
    owned = [cell for cell in view.cells(node.id) if cell.holders]
    rows = [f for f in authorities(view.index) if f.row.task == node.id]
    scopes = [found.row.scope for found in rows]
    dimensions = view.index.dimensions
    left: Region = tuple(box for cell in owned for box in without(cell.region, scopes, dimensions))
    if not left:
        return
    missing = region_words(left if rows else EVERYWHERE, dimensions)
    duties = [duty for cell in owned for duty in cell.duties]
    if not rows and any(duty.limit for duty in duties):
        return  # an amount that stands in no table is the matter of ``limits``
    shown = tuple(duty_witness(view, duty) for duty in dict.fromkeys(duties))
    yield Hit((node.id,), duties[0].span, _values(view, rows, missing), shown)


def _passed_over(view: View, node: Node) -> Iterator[Hit]:
    """Yield a finding if the ladder passes over somebody of the table."""
    steps = view.model.ladders.get(node.id, ())
    rows = [found for found in authorities(view.index) if found.row.topic == node.id]
    missing: dict[str, Decider] = {}
    for found in rows if steps else ():
        for decider in found.deciders:
            if not _calls(view, node.id, found.row, decider):
                missing.setdefault(decider.holder, decider)
    if missing:
        table = tuple(
            Witness(d.evidence[0].span, deciders_text(view.model, [d])) for d in missing.values()
        )
        who = joined(_name(view, decider) for decider in missing.values())
        ids = (node.id, *missing)
        yield Hit(ids, span_of(view, node), _values(view, rows, who), table)


def _calls(view: View, topic: str, row: AuthorityRow, decider: Decider) -> bool:
    """Whether a step calls somebody: by name, as a superior, or outside for the group.

    A step that only alerts, without time or amount, tells: he is not asked to decide.
    """
    for step in view.model.ladders[topic]:
        if not scopes_meet(step.scope, row.scope) or _only_tells(step):
            continue
        if step.manager or step.head:  # whoever that is for the one who asks
            if _leads(view, decider.holder):
                return True
        elif view.index.holder(step.who) == decider.holder or (
            step.party and decider.holder == GROUP
        ):
            return True
    return False


def _only_tells(step: LadderStep) -> bool:
    return step.alert and step.within is None and step.limit is None


def _leads(view: View, holder: str) -> bool:
    lines = view.index.lines
    above = (lines.rise(position).to for position in view.model.positions)
    return any(one and view.index.holder(one) == holder for one in above)


def _deciding_alone(view: View, node: Node) -> Iterator[Hit]:
    """Yield a finding for each who decides too much on work of their own."""
    for found in authorities(view.index):
        if found.row.topic == node.id:
            for decider in found.deciders:
                yield from _own(view, node, found, decider)


def _own(view: View, node: Node, found: Authorities, who: Decider) -> Iterator[Hit]:
    done = [duty for duty in _shares(view, who) if _too_much(view, found.row, who, duty)]
    if not done or _steps_aside(view, found.row, who):
        return
    tasks = joined(task_words(view, duty.task) for duty in done)
    values = {**_values(view, [found], tasks), "decider": deciders_text(view.model, [who])}
    shown = (witness(view, node), *(duty_witness(view, duty) for duty in done))
    yield Hit((node.id, who.holder), who.evidence[0].span, values, shown)


def _shares(view: View, decider: Decider) -> Iterator[Duty]:
    for holder in dict.fromkeys((decider.holder, *view.index.members(decider.holder))):
        for node in view.duty_nodes_of_holder.get(holder, ()):
            if node.value.responsibility in COUNTING:
                yield node.value


def _too_much(view: View, row: AuthorityRow, decider: Decider, duty: Duty) -> bool:
    """Whether the task decided checks this share, and the decider's limit is no limit."""
    task = view.model.catalogue.tasks.get(row.task)
    stakes = [c.at_stake for c in (task.controls if task else ()) if duty.task in c.tasks]
    meets = scopes_meet(row.scope, duty.scope)
    return meets and any(_reaches(decider.up_to, stake) for stake in stakes)


def _reaches(limit: Money | None, stake: Money | None) -> bool:
    if limit is None or stake is None:
        return limit is None
    return limit.currency == stake.currency and limit.amount >= stake.amount


def _steps_aside(view: View, row: AuthorityRow, decider: Decider) -> bool:
    """Whether a duty says that the decider does not decide on work of their own."""
    return any(d.task == row.task and d.own_work_never for d in _shares(view, decider))


def _values(view: View, rows: list[Authorities], missing: Text) -> Mapping[str, Text]:
    table = (
        deciders_text(view.model, [d for found in rows for d in found.deciders])
        if rows
        else plain("—")
    )
    return {"missing": missing, "table": table, "decider": plain("—")}


def _name(view: View, decider: Decider) -> Text:
    zh, en = (decider_name(Names(view.model, lang), decider) for lang in LANGS)
    return Text(zh, en)


_ABOUT = {"stated": "task", "called": "ladder", "others": "authority"}
"""What each of the parameters is asked of."""


def _read(raw: Mapping[str, Any], reader: Reader, kinds: tuple[str, ...]) -> Check | None:
    if len(raw) == 1 and kinds == (_ABOUT[next(iter(raw))],):
        return parameters_of(DecisionsParameters, raw)
    words = Text(
        "写 stated(选 task)、called(选 ladder)或 others(选 authority)之一",
        "state one of stated (for tasks), called (for ladders) and others (for authority)",
    )
    reader.say("rule-parameter", words)
    return None


KIND = Kind(
    "decisions",
    DecisionsParameters,
    Text(
        "stated：权限表写明任务的每种个案由谁审批；"
        "called：阶梯不越过权限表上的任何一级（只写 alert、不写时限或金额的一级只是告知，"
        "不算请其审批）；"
        "others：无人对自己经办的事项无限额审批，或审批到 controls 写明的 at_stake 及以上，"
        "职责写明 own_work: never 的除外",
        "with `stated`, the authority table says who decides in every case of a task that "
        "somebody owns; with `called`, a ladder passes over nobody who decides on its topic; "
        "with `others`, nobody decides without a limit, or up to what `controls` state as "
        "`at_stake`, on work of their own, unless the duty says `own_work: never`",
    ),
    ("task", "ladder", "authority"),
    {
        "missing": Text(
            "没有写明的个案、被越过的人、自己经办的任务",
            "the cases left open, who is passed over, or the work that is the decider's own",
        ),
        "table": Text("权限表所写", "what the table says"),
        "decider": Text("审批人及其权限", "who decides, and up to how much"),
    },
    Text("恒为 1", "always 1"),
    _read,
    """\
id: ladder-calls-the-chief
name: {zh: 阶梯不越级, en: A ladder skips nobody}
why: {zh: 越过有权的人，小事也要惊动老板, en: Small matters reach the boss}
severity: warning
for: {what: ladder}
check: {decisions: {called: true}}
message: {zh: "{subject}越过了{missing}", en: "{subject} passes over {missing}"}
fix: {zh: 在阶梯中加上一级, en: Add the step to the ladder}
examples:
  ok:
  - positions: {boss: {reports_to: null}, chief: {reports_to: boss}}
    ladders: {discount: [{position: chief, within: 1 hour}, {position: boss, within: 2 hours}]}
    authority: [{topic: discount, steps: [{position: chief, up_to: 1000}, {position: boss}]}]
  bad:
  - positions: {boss: {reports_to: null}, chief: {reports_to: boss}}
    ladders: {discount: [{position: boss, within: 2 hours}]}
    authority: [{topic: discount, steps: [{position: chief, up_to: 1000}, {position: boss}]}]
""",
)
