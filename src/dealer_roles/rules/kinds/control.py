"""``control``: nobody checks his own work, for each pair of tasks that the catalogue declares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from operator import itemgetter

from dealer_roles.model.catalogue_files import HOWS, Control
from dealer_roles.model.declare import declared, optional, required
from dealer_roles.model.forms import Always, Choice, Listed
from dealer_roles.rules.kind import Hit, Kind
from dealer_roles.rules.kinds.control_line import reports_to_doer
from dealer_roles.rules.kinds.separation import COUNTING, LEVELS, SeparationParameters
from dealer_roles.rules.language.node import Node
from dealer_roles.rules.language.node_words import plain, task_words
from dealer_roles.rules.language.task_pick import TaskPick
from dealer_roles.rules.language.view import View
from dealer_roles.rules.parameter_forms import SHARES, read_as_written
from dealer_roles.values.fields import replace
from dealer_roles.values.frozen import frozen
from dealer_roles.values.grouped import grouped
from dealer_roles.values.text import Text

UNSEEN = Text(
    "自做自查，差错与舞弊无人发现", "where one hand does both, errors and fraud go unseen"
)
OTHERS = Text("由门店负责人每月抽查并签字", "the head of the store samples and signs every month")


@frozen
class Pair:
    """A task that checks, what it declares of the one that it checks, and how that is found."""

    checking: str
    checked: str
    control: Control
    apart: SeparationParameters


@declared
class ControlParameters:
    """控制关系 — Ways of checking of which no hand should do both sides."""

    how: tuple[str, ...] = required(
        Listed(Choice(HOWS), fewest=1, most=len(HOWS)), "检查方式", "The ways of checking"
    )
    levels: tuple[str, ...] = optional(
        Listed(Choice((*LEVELS, "person")), fewest=1, most=4),
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
    line: bool = optional(
        Always(value=True),
        "改查汇报线：检查人不得是被检查人的直接下级",
        "The line instead: who checks does not report to whoever does",
        default=False,
    )

    def among(self, view: View, nodes: Iterable[Node]) -> Iterable[Node]:
        """Return those who may share in a task that checks another one."""
        sharing = view.sharing({pair.checking for pair in self._kept_pairs(view)})
        return (node for node in nodes if node.id in sharing)

    def hits(self, view: View, node: Node) -> Iterator[Hit]:
        """Yield a finding for each pair of which one hand holds both sides."""
        near = view.tasks_near(node)
        checking = self._numbered_pairs(view)
        found = (pair for task in near for pair in checking.get(task, ()))
        for _, pair in sorted(found, key=itemgetter(0)):
            if self.line:
                both = (pair.checking, pair.checked)
                for hit in reports_to_doer(view, node, both, self.shares):
                    yield _worded(view, pair, hit)
            elif pair.checked in near:
                for hit in pair.apart.hits(view, node):
                    yield _worded(view, pair, hit)

    def _kept_pairs(self, view: View) -> tuple[Pair, ...]:
        return view.kept("controls", id(self), lambda seen, _: self._pairs(seen))

    def _numbered_pairs(self, view: View) -> Mapping[str, Sequence[tuple[int, Pair]]]:
        """Return the pairs by the task that checks, each with its place among all."""
        return view.kept(
            "controls by task",
            id(self),
            lambda seen, _: grouped(
                (pair.checking, (number, pair))
                for number, pair in enumerate(self._kept_pairs(seen))
            ),
        )

    def _pairs(self, view: View) -> tuple[Pair, ...]:
        """Return each pair once, as it is done here: a part that nobody owns with its whole."""
        found: dict[tuple[str, str], Pair] = {}
        for task in view.model.catalogue.tasks.values():
            for control in task.controls:
                for stated in control.tasks if control.how in self.how else ():
                    both = product(self._done_as(view, task.id), self._done_as(view, stated))
                    for checking, checked in both:
                        if checking != checked:
                            apart = self._apart(checking, checked, control)
                            pair = Pair(checking, checked, control, apart)
                            found.setdefault((checking, checked), pair)
        return tuple(found.values())

    def _done_as(self, view: View, task: str) -> Iterator[str]:
        """Yield the task if somebody has a share in it, and what does its cells that nobody owns.

        That is the nearest larger task in which somebody has a share, and so on.
        """
        duties = view.index.duties_of_task
        for one in (task, *view.model.catalogue.ancestors(task)):
            if any(duty.responsibility in self.shares for duty in duties.get(one, ())):
                yield one
                if all(cell.holders for cell in view.cells(one)):
                    return

    def _apart(self, checking: str, checked: str, control: Control) -> SeparationParameters:
        return SeparationParameters(
            groups=(TaskPick((checked,)), TaskPick((checking,))),
            levels=self.levels,
            at=self.at,
            shares=self.shares,
            mitigated_by=control.mitigated_by,
            inherited=False,  # pairs are as they are done here already
        )


def _worded(view: View, pair: Pair, hit: Hit) -> Hit:
    control = pair.control
    stake = control.at_stake
    return replace(
        hit,
        measure=stake.amount if stake else 0,
        values={
            **hit.values,
            "checked": task_words(view, pair.checked),
            "checking": task_words(view, pair.checking),
            "why": control.why or UNSEEN,
            "instead": control.instead or OTHERS,
            "stake": plain(stake or "—"),
        },
    )


KIND = Kind(
    "control",
    ControlParameters,
    Text(
        "目录中任务以 controls 写明它检查哪些任务；"
        "一人(岗位、编制岗、代理期间的代理人，含其所在编制岗)不得既做又查，"
        "每对任务各报一次；严重程度可按 at_stake 的金额分档；"
        "写 line 时改查检查人的直接上级是否就是做事的人",
        "the tasks of the catalogue declare with `controls` what they check; one hand (a position, "
        "a post, a stand-in with his desk) may not do and check the same, and each pair is found "
        "once; the severity may depend on the amount `at_stake`; with `line`, who checks may not "
        "report to whoever does, instead",
    ),
    ("holder", "position", "post"),
    {
        "holder": Text("持有者", "who holds both"),
        "tasks": Text("集于一人的任务", "the tasks in one hand"),
        "checked": Text("被检查的任务", "the task that is checked"),
        "checking": Text("检查的任务", "the task that checks it"),
        "why": Text("集于一人的风险", "what may happen"),
        "instead": Text("人手少时的补偿控制", "what a small store does instead"),
        "stake": Text("一个月内可能损失的金额", "what a month without the check may cost"),
        "count": Text("任务数", "how many of them"),
        "most": Text("允许的任务数", "how many are allowed"),
        "scope": Text("相交的范围", "the case in which they meet"),
    },
    Text("一个月内可能损失的金额", "what a month without the check may cost"),
    read_as_written(ControlParameters),
    """\
id: request-and-approve
name: {zh: 申请与批准分离, en: Requesting and approving apart}
why: {zh: 自己申请、自己批准，等于无人批准, en: "Nobody approved it"}
severity: [{at_least: 0, severity: warning}, {at_least: 10000, severity: error}]
for: {what: holder}
check: {control: {how: [approve]}}
message: {zh: "{holder}兼有{tasks}：{why}", en: "{holder} holds {tasks}: {why}"}
fix: {zh: "由他人负责{checking}，或{instead}", en: "Have others own {checking}; or: {instead}"}
examples:
  ok:
  - tasks: [{id: approve-repair, controls: [{task: request-repair, how: approve}]}]
    positions: {inspector: [request-repair], chief: [approve-repair]}
  bad:
  - tasks: [{id: approve-repair, controls: [{task: request-repair, how: approve}]}]
    positions: {inspector: [request-repair], chief: [approve-repair]}
    posts: {desk: {positions: [inspector, chief], headcount: 1}}
""",
)
