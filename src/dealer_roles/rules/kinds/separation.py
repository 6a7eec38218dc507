"""``separation``: groups of tasks of which one hand may hold only so many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from dealer_roles.model.base_forms import ID
from dealer_roles.model.declare import declared, derived, optional, required
from dealer_roles.model.entities import Duty
from dealer_roles.model.forms import Choice, Listed, Nested, Whole
from dealer_roles.organization.cells import cases
from dealer_roles.organization.with_ids import joined
from dealer_roles.rules.kind import Check, Hit, Kind
from dealer_roles.rules.kinds.done_here import DoneHere, done_here
from dealer_roles.rules.kinds.hand import Unit, heads_as_one, standing_in, unit_of
from dealer_roles.rules.kinds.matching import most_groups
from dealer_roles.rules.language.node import Node
from dealer_roles.rules.language.node_words import (
    duty_witness,
    holder_words,
    plain,
    task_words,
    witness,
)
from dealer_roles.rules.language.reader import Reader
from dealer_roles.rules.language.task_pick import TaskPick
from dealer_roles.rules.language.view import View
from dealer_roles.rules.parameter_forms import SHARES, GroupForm, parameters_of
from dealer_roles.values.findings import Witness
from dealer_roles.values.frozen import frozen
from dealer_roles.values.part_words import region_id
from dealer_roles.values.scope import Region
from dealer_roles.values.text import Text

COUNTING = ("accountable", "responsible")
_GROUP_FIX = Text("写明 tasks 或 tags，或两者都写", "state tasks, tags or both")
_MOST_FIX = Text("most 须小于组数", "most must be less than the number of groups")
LEVELS = ("position", "post", "deputy")
"""What counts as one hand where a rule does not say."""


@frozen
class Worst:
    """The case in which one hand holds most groups, the shares that do so, and how many."""

    region: Region
    duties: tuple[Duty, ...]
    count: int


@declared
class SeparationParameters:
    """职责分离 — Groups of tasks of which one hand may hold only so many.

    A task that fits several groups counts for any one of them. ``inherited`` says whether who
    owns a whole holds its parts that nobody owns.
    """

    groups: tuple[TaskPick, ...] = required(
        Listed(Nested(GroupForm), fewest=2, most=20), "各组任务", "The groups"
    )
    most: int = optional(Whole(1, 20), "最多持有几组(缺省 1)", "The most groups; 1", default=1)
    levels: tuple[str, ...] = optional(
        Listed(Choice(("position", "post", "person", "deputy")), fewest=1, most=4),
        "以什么为一人(缺省除一人编制 person 外全部)",
        "What counts as one hand; all but `person`, a one-seat desk",
        default=LEVELS,
    )
    at: str = optional(
        Choice(("case",)), "按个案", "Per case: not what is `own_work: never`", default=""
    )
    shares: tuple[str, ...] = optional(
        SHARES, "计入的责任类型", "The responsibilities that count", default=COUNTING
    )
    mitigated_by: tuple[str, ...] = optional(
        Listed(ID, fewest=1, most=20),
        "补偿控制：由他人负责则只提示",
        "Controls that make it a note",
        default=(),
    )
    inherited: bool = derived(default=True)

    def among(self, view: View, nodes: Iterable[Node]) -> Iterable[Node]:
        """Return those who may share in more tasks of the groups than one hand may hold."""
        done = self._done(view)
        if done.inherited:
            return nodes
        sharing = view.sharing(done.meant, self.most + 1)
        return (node for node in nodes if node.id in sharing)

    def hits(self, view: View, node: Node) -> Iterator[Hit]:
        """Yield a finding for each hand that holds too many groups in one and the same case."""
        unit = unit_of(view, node, self.levels)
        found = self._worst(view, unit.duties) if unit else None
        if unit and found and not self._said_of_a_member(view, unit):
            yield self._hit(view, unit, found)
        heads = heads_as_one(view, node) if "post" in self.levels else None
        found = self._worst(view, heads.duties) if heads else None
        if heads and found and not self._said_of_one_head(view, heads):
            yield self._hit(view, heads, found)
        if "deputy" in self.levels:
            yield from self._stood_in(view, node)

    def _stood_in(self, view: View, node: Node) -> Iterator[Hit]:
        """Yield a finding for each stand-in who holds too many together with the position."""
        for both in standing_in(view, node):
            found = self._worst(view, both.duties)
            sides = ({node.id}, both.members - {node.id})
            if found and not self._said_of_a_part(view, both, sides):
                yield self._hit(view, both, found)

    def _said_of_a_part(self, view: View, unit: Unit, parts: Iterable[AbstractSet[str]]) -> bool:
        """Whether some of the holders of a hand break it without the others."""
        own = ([d for d in unit.duties if d.holder in part] for part in parts)
        return any(self._worst(view, duties) is not None for duties in own)

    def _said_of_a_member(self, view: View, unit: Unit) -> bool:
        """Whether a single position of a desk breaks it already, which is said of it instead."""
        if unit.node.kind != "post" or "position" not in self.levels:
            return False
        return self._said_of_a_part(view, unit, ({member} for member in sorted(unit.members)))

    def _said_of_one_head(self, view: View, heads: Unit) -> bool:
        """Whether one of several heads, or his desk, breaks it without the others."""
        desks = ({one, *view.index.members(one)} for one in heads.heads)
        return self._said_of_a_part(view, heads, desks)

    def _worst(self, view: View, duties: Iterable[Duty]) -> Worst | None:
        """Return the case in which most groups meet, if they are too many."""
        done = self._done(view)
        counting = [duty for duty in done.of(duties) if self._counts(duty)]
        if len({duty.task for duty in counting}) <= self.most:
            return None
        worst: Worst | None = None
        for region, held in cases(counting, view.index.dimensions):
            count = most_groups({duty.task for duty in held}, done.groups)
            if count > (worst.count if worst else self.most):
                worst = Worst(region, tuple(held), count)
        return worst

    def _done(self, view: View) -> DoneHere:
        return view.kept(
            "separated",
            id(self),
            lambda seen, _: done_here(seen, self.groups, inherited=self.inherited),
        )

    def _counts(self, duty: Duty) -> bool:
        return duty.responsibility in self.shares and not (
            self.at == "case" and duty.own_work_never
        )

    def _hit(self, view: View, unit: Unit, worst: Worst) -> Hit:
        duties = sorted(worst.duties, key=lambda duty: (duty.task, duty.holder, duty.span))
        controls = self._controls(view, unit)
        return Hit(
            (
                *(unit.heads or (unit.node.id,)),
                *([unit.deputy] if unit.deputy else []),
                *sorted({d.task for d in duties}),
            ),
            unit.node.value.span if unit.deputy else duties[0].span,
            {
                "holder": _hand_words(view, unit),
                "tasks": joined(task_words(view, duty.task) for duty in duties),
                "count": plain(worst.count),
                "most": plain(self.most),
                "scope": plain(region_id(worst.region, view.index.dimensions) or "*"),
            },
            (
                *(duty_witness(view, d) for d in self._done(view).stated(duties)),
                *_desk(view, unit),
                *controls,
            ),
            worst.count,
            bool(controls),
        )

    def _controls(self, view: View, unit: Unit) -> list[Witness]:
        """Return the compensating controls that somebody else owns."""
        found = []
        for task in self.mitigated_by:
            for cell in view.cells(task):
                ours = {unit.node.id, *unit.heads, *unit.members}
                found += [d for d in cell.duties if d.holder not in ours]
        return [duty_witness(view, duty) for duty in dict.fromkeys(found)]


def _desk(view: View, unit: Unit) -> Iterator[Witness]:
    if unit.node.kind == "post":
        yield witness(view, unit.node)


def _hand_words(view: View, unit: Unit) -> Text:
    whose = joined(holder_words(view, id_) for id_ in unit.heads or (unit.node.id,))
    if not unit.deputy:
        return whose
    who = holder_words(view, unit.deputy)
    return Text(f"{who.zh}代理{whose.zh}期间", f"{who.en}, standing in for {whose.en},")


def _read(raw: Mapping[str, Any], reader: Reader, kinds: tuple[str, ...]) -> Check | None:
    del kinds
    groups = tuple(reader.tasks(group) for group in raw["groups"])
    most = raw.get("most", 1)
    for number in (n for n, group in enumerate(groups) if not group):
        words = Text("这一组没有写明任务", "this group names no tasks")
        reader.say("rule-parameter", words, _GROUP_FIX, "groups", number)
    if most >= len(groups):
        words = Text("一人可持有全部各组，规则永不生效", "one hand may hold all the groups")
        reader.say("rule-parameter", words, _MOST_FIX, "most")
    reader.names.update(dict.fromkeys(raw.get("mitigated_by", ())))
    return parameters_of(SeparationParameters, raw, groups=groups)


KIND = Kind(
    "separation",
    SeparationParameters,
    Text(
        "一人(岗位、编制岗、代理期间的代理人，含其所在编制岗)最多可持有其中几组任务；"
        "只算范围相交、同日有效的负责与执行份额，其他份额由 shares 写明；"
        "无人负责的部分，算在其上级任务的负责人手中；各组先后无关，一项任务只顶一组",
        "how many of several groups of tasks one hand (a position, a post, a stand-in with his "
        "desk) may hold, counting accountable and responsible shares in force whose scopes meet "
        "in one case, and others where shares says so; a part that nobody owns is in the hand of "
        "whoever owns the whole; groups have no order, and a task fills one of them",
    ),
    ("holder", "position", "post"),
    {
        "holder": Text("持有者", "who holds them"),
        "tasks": Text("集于一人的任务", "the tasks in one hand"),
        "count": Text("组数", "how many groups"),
        "most": Text("允许的组数", "how many are allowed"),
        "scope": Text("相交的范围", "the case in which they meet"),
    },
    Text("持有的组数", "the number of groups held"),
    _read,
    """\
id: order-receive-pay
name: {zh: 订、收、付分离, en: "Order, receive and pay apart"}
why: {zh: 防止虚假入库和回扣, en: Ghost receipts and kickbacks need all three in one hand}
severity: error
for: {what: holder}
check:
  separation:
    groups:
    - {tasks: [order-parts]}
    - {tasks: [accept-parts-delivery]}
    - {tasks: [make-payments]}
message: {zh: "{holder}同时掌握{tasks}", en: "{holder} holds {tasks}"}
fix: {zh: 分给不同的人, en: Give them to different people}
examples:
  ok:
  - positions: {buyer: [order-parts], keeper: [accept-parts-delivery], cashier: [make-payments]}
  bad:
  - positions: {buyer: [order-parts], keeper: [accept-parts-delivery]}
    posts: {parts-desk: {positions: [buyer, keeper], headcount: 1}}
""",
)
