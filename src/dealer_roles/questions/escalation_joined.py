"""Several climbs, one for each kind of case, joined to one answer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import chain

from dealer_roles.questions.escalation_answer import (
    EscalationAnswer,
    EscalationBranch,
    EscalationStep,
    ToldAtOnce,
    worst,
)
from dealer_roles.questions.escalation_cases import MOST_CASES
from dealer_roles.questions.escalation_climb import Climbed
from dealer_roles.values.fields import replace
from dealer_roles.values.grouped import grouped
from dealer_roles.values.later import later
from dealer_roles.values.scope import Scope
from dealer_roles.values.text import NO_TEXT, Text
from dealer_roles.words.marks import how_many, named

Climbs = Sequence[tuple[Climbed, Sequence[Scope]]]
"""What came of each climb, with its cases."""

_ENDS = {
    "top": Text("到达最高岗位", "ends at the top"),
    "unnamed": Text("止于未指明的上级", "ends at somebody who is not named here"),
    "party": Text("止于外部方", "ends outside the organization"),
    "absent": Text("止于本组织没有的上级", "ends at a superior who is absent here"),
    "loop": Text("又回到 {}，形成循环", "comes back to {}: a loop"),
}
_TOP_ALREADY = Text("已是最高岗位", "it is the top already")
_NOBODY_ABOVE = Text("其上再无他人", "there is nobody above")


def joined(
    asker: str,
    topic: str,
    case: Scope,
    climbs: Climbs,
    left_out: int = 0,
) -> EscalationAnswer:
    """Return one answer: the steps of every climb, numbered onward.

    Args:
        asker: Who asks.
        topic: The topic, or empty.
        case: The case asked about.
        climbs: What came of each climb, with its cases.
        left_out: How many cases could not be told apart any more.
    """
    steps: list[EscalationStep] = []
    branches: list[EscalationBranch] = []
    several = len(climbs) > 1
    for climbed, cases in climbs:
        shift = len(steps)
        its = tuple(cases) if several else ()
        steps += [_moved(step, shift) for step in climbed.steps]
        branches += [_shifted(branch, shift, its) for branch in climbed.branches]
    answer = partial(
        EscalationAnswer,
        position=asker,
        topic=topic,
        case=case,
        steps=tuple(steps),
        branches=tuple(branches),
        told=later(_told, climbs),
        ends=worst(branch.ends for branch in branches),
    )
    return answer(why=later(_why, answer(why=NO_TEXT), left_out, climbs))


def _told(climbs: Climbs) -> tuple[ToldAtOnce, ...]:
    """Return everybody told at once, with the cases in which they are, if not in all."""
    told = grouped((one, cases) for climbed, cases in climbs for one in climbed.told)
    return tuple(
        replace(one, cases=() if len(of_each) == len(climbs) else tuple(chain(*of_each)))
        for one, of_each in told.items()
    )


def _moved(step: EscalationStep, shift: int) -> EscalationStep:
    if not shift:
        return step
    onward = None if step.continues is None else step.continues + shift
    after = step.after + shift if step.after else 0
    return replace(step, number=step.number + shift, after=after, continues=onward)


def _shifted(branch: EscalationBranch, shift: int, cases: tuple[Scope, ...]) -> EscalationBranch:
    if not shift and not cases:
        return branch
    last = branch.last + shift if branch.last else 0
    return replace(branch, last=last, at=branch.at + shift if branch.at else 0, cases=cases)


def branch_why(answer: EscalationAnswer, branch: EscalationBranch) -> Text:
    """Return how a branch ends and who was passed over before, in both languages."""
    said = (*branch.said, _end_of(answer, branch))
    return Text("；".join(words.zh for words in said), "; ".join(words.en for words in said))


def _end_of(answer: EscalationAnswer, branch: EscalationBranch) -> Text:
    if branch.ends == "again":
        return Text(f"以下同第 {branch.at} 步", f"goes on as after step {branch.at}")
    if branch.ends == "top" and not branch.last:
        return _NOBODY_ABOVE if branch.said else _TOP_ALREADY
    step = answer.steps[branch.at - 1] if branch.at else None
    back = (step.position or step.party or "") if step else answer.position
    words = _ENDS[branch.ends]
    return Text(words.zh.format(back), words.en.format(back))


def _why(answer: EscalationAnswer, left_out: int, climbs: Climbs) -> Text:
    deciding = next(b for b in answer.branches if b.ends == answer.ends)
    end = branch_why(answer, deciding)
    said = [] if len(answer.branches) == 1 else [_of_branches(answer)]
    dims = sorted({dim for b in answer.branches for c in b.cases for dim, _ in c})
    open_ = [dim for dim in dims if dim not in dict(answer.case)]
    if open_:
        known = named(open_)
        said.append(
            Text(
                f"视个案的 {known.zh} 而定，此处列出各种情形",
                f"depends on {known.en}; every case is shown",
            )
        )
    if left_out:
        said.append(
            Text(
                f"情形超过 {MOST_CASES} 种，其余未列出；请指明个案",
                f"more than {MOST_CASES} cases, the others are not shown; state the case",
            )
        )
    unheard = dict.fromkeys(words for climbed, _ in climbs for words in climbed.unheard)
    nobody = (
        Text(f"须同时告知却无人可告知：{words.zh}", f"nobody to tell at once: {words.en}")
        for words in unheard
    )
    parts = [*said, end, *nobody]
    return Text("；".join(p.zh for p in parts), "; ".join(p.en for p in parts))


def _of_branches(answer: EscalationAnswer) -> Text:
    count = len(answer.branches)
    return Text(f"共 {count} 条路径", how_many(count, "branch", "branches"))
