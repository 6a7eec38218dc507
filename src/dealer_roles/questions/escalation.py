"""Who is called next, and after that?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dealer_roles.model.entities import Escalation, LadderStep
from dealer_roles.organization.evidence import Evidence, of_escalation, of_ladder, of_line
from dealer_roles.organization.on_day import OnDay
from dealer_roles.questions.arguments import require_position, require_topic
from dealer_roles.questions.escalation_moves import Move, from_rise, unnamed_move
from dealer_roles.values.duration import TimeLimit
from dealer_roles.values.html_table import html_table
from dealer_roles.values.money import Money
from dealer_roles.values.text import Text


@dataclass(frozen=True, slots=True)
class EscalationStep:
    """One step of an escalation.

    Attributes:
        position: Who is called; ``None`` if the source does not name them, or if an
            outside party is called.
        party: The outside party called, if any.
        within: The time limit, if one is set.
        limit: What this step may decide, if a limit is set.
        alert: Told at once, in parallel.
        why: Why this step follows, in both languages.
        evidence: What it rests on.
    """

    position: str | None
    why: Text
    within: TimeLimit | None = None
    limit: Money | None = None
    alert: bool = False
    party: str = ""
    evidence: tuple[Evidence, ...] = ()

    def to_dict(self, lang: str = "en") -> dict[str, object]:
        """Return the step as plain data with its texts in ``lang``."""
        return {
            "position": self.position,
            "party": self.party or None,
            "within": str(self.within) if self.within else None,
            "limit": self.limit.to_dict() if self.limit else None,
            "alert": self.alert,
            "why": self.why.get(lang),
            "evidence": [e.to_dict() for e in self.evidence],
        }


@dataclass(frozen=True, slots=True)
class EscalationAnswer:
    """The steps of an escalation; the position itself is not among them.

    Attributes:
        position: Who asks.
        topic: The topic; empty for no particular one.
        steps: Who is called, in order.
        ends: ``top``, ``unnamed``, ``party``, ``absent`` or ``loop``.
        why: How it ends, in both languages.
    """

    position: str
    topic: str
    steps: tuple[EscalationStep, ...]
    ends: str
    why: Text

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What all steps rest on, each once."""
        return tuple(dict.fromkeys(e for step in self.steps for e in step.evidence))

    def to_dict(self, lang: str = "en") -> dict[str, object]:
        """Return the answer as plain data with its texts in ``lang``."""
        return {
            "position": self.position,
            "topic": self.topic or None,
            "steps": [step.to_dict(lang) for step in self.steps],
            "ends": self.ends,
            "why": self.why.get(lang),
            "evidence": [e.to_dict() for e in self.evidence],
        }

    def _repr_html_(self) -> str:
        rows = [
            (n, s.position or s.party or "?", s.within, s.limit, s.why.en)
            for n, s in enumerate(self.steps, 1)
        ]
        caption = f"{self.position} {self.topic}: {self.why.en}"
        return html_table(("#", "position", "within", "limit", "why"), rows, caption)


def escalation(org: OnDay, position: str, topic: str, subject: str = "") -> EscalationAnswer:
    """Answer who is called, step by step, until nobody is above.

    Args:
        org: The organization on a day.
        position: Who asks; a post asks as all its positions.
        topic: The topic, or empty for none.
        subject: The position complained about; a step marked ``skip: subject`` that is
            this position is passed over.

    Raises:
        UnknownId: The position or the topic is unknown.
    """
    require_position(org, position)
    if topic:
        require_topic(org, topic)
    climb = _Climb(org, topic, subject)
    return climb.run(position)


class _Climb:
    def __init__(self, org: OnDay, topic: str, subject: str) -> None:
        self._index = org
        self._topic = topic
        self._subject = subject
        self._ladder: Sequence[LadderStep] = org.model.ladders.get(topic, ())
        self._rung = -1

    def run(self, start: str) -> EscalationAnswer:
        steps: list[EscalationStep] = []
        desk = self._index.members(start)
        seen = {start, *desk}
        current = desk[0]
        move: Move | None = self._move(current)
        while move is not None:
            move = self._past_colleagues(current, move)
            if move.to is not None and move.to in seen:
                return self._answer(start, steps, "loop", move.to)
            if move.end == "top":
                return self._answer(start, steps, "top")
            steps.append(_step(move))
            if move.to is None and not move.party:
                return self._answer(start, steps, move.end)
            if move.to is not None:
                seen.add(move.to)
                current = move.to
                move = self._move(current)
            else:
                move = self._up_ladder(self._rung + 1)
        return self._answer(start, steps, "party")

    def _move(self, current: str) -> Move:
        own = self._entry(current)
        if own is not None:
            return self._by_entry(current, own)
        rung = self._rung_of(current)
        if rung is not None:
            found = self._up_ladder(rung + 1)
            if found is not None:
                return found
        return self._by_line(current)

    def _entry(self, current: str) -> Escalation | None:
        """Return the position's own entry: the topic's before the one for any topic."""
        holders = {current, self._index.holder(current)}
        found = [
            e
            for e in self._index.model.escalations
            if e.holder in holders and e.topic in ("", self._topic)
        ]
        return min(found, key=lambda e: e.topic != self._topic, default=None)

    def _by_entry(self, current: str, entry: Escalation) -> Move:
        evidence = (of_escalation(entry),)
        about = self._topic or "any topic"
        if not entry.to:
            name = entry.unnamed or Text("", "")
            move = unnamed_move(evidence)
            move.said.append(Text(f"来源称其为「{name.zh}」", f"the source calls them '{name.en}'"))
            return move
        if entry.to == "manager":
            move = self._by_line(current)
            if move.end != "unnamed":
                words = Text(
                    f"{current} 就此上报直接上级", f"{current} turns to its superior on {about}"
                )
                move.said.insert(0, words)
            move.evidence = (*evidence, *move.evidence)
            move.within, move.limit = entry.within, entry.limit
            return move
        target = self._index.model.posts.get(entry.to)
        wanted = target.positions[0] if target else entry.to
        why = Text(f"{current} 自身规定上报 {entry.to}", f"{current}'s own entry on {about}")
        move = from_rise(self._index.lines.present(wanted), why, evidence)
        move.within, move.limit = entry.within, entry.limit
        return move

    def _rung_of(self, current: str) -> int | None:
        desk = self._index.members(self._index.holder(current))
        for number, step in enumerate(self._ladder):
            if number >= self._rung and step.position in desk:
                return number
        return None

    def _up_ladder(self, rung: int) -> Move | None:
        """Return the move to the next rung that is present and not passed over."""
        said: list[Text] = []
        for number in range(rung, len(self._ladder)):
            step = self._ladder[number]
            reason = self._passed_over(step)
            if reason is not None:
                said.append(reason)
                continue
            self._rung = number
            evidence = (of_ladder(self._topic, step),)
            why = Text(f"事项 {self._topic} 的升级阶梯", f"next on the ladder for {self._topic}")
            to = step.position or None
            return Move(
                to, why, evidence, step.within, step.limit, step.alert, step.party, "", said
            )
        return None

    def _passed_over(self, step: LadderStep) -> Text | None:
        who = step.position
        if step.skip_subject and who == self._subject:
            return Text(
                f"{who} 是被投诉人，回避", f"{who} is passed over: the one complained about"
            )
        if who and who not in self._index.model.positions:
            return Text(f"本组织没有 {who}，跳过", f"{who} is passed over: absent here")
        return None

    def _by_line(self, current: str) -> Move:
        rise = self._index.lines.rise(current)
        why = Text(f"{current} 的直接上级", f"the superior of {current}")
        evidence = (of_line(self._index.model.positions[current]),)
        return from_rise(rise, why, evidence)

    def _past_colleagues(self, current: str, move: Move) -> Move:
        """Pass over positions at the same desk: go where they would go."""
        passed = {current}
        while move.to is not None and move.to not in passed and self._same_desk(current, move.to):
            colleague = move.to
            passed.add(colleague)
            onward = self._by_line(colleague)
            words = Text(
                f"{colleague} 与 {current} 同属一岗，跳过",
                f"{colleague} is passed over: the same desk as {current}",
            )
            onward.said = [*move.said, words, *onward.said]
            onward.evidence = (*move.evidence, *onward.evidence)
            move = onward
        if move.to in passed:
            move.to = current  # colleagues who lead to each other: a loop
        return move

    def _same_desk(self, one: str, other: str) -> bool:
        return self._index.holder(one) == self._index.holder(other)

    def _answer(
        self, start: str, steps: Sequence[EscalationStep], end: str, at: str = ""
    ) -> EscalationAnswer:
        zh, en = _ENDS[end or "top"]
        words = Text(zh.format(at), en.format(at))
        if not steps and end == "top":
            words = Text("已是最高岗位", "it is the top already")
        return EscalationAnswer(start, self._topic, tuple(steps), end or "top", words)


def _step(move: Move) -> EscalationStep:
    zh = "；".join((move.why.zh, *(said.zh for said in move.said)))
    en = "; ".join((move.why.en, *(said.en for said in move.said)))
    if move.party:
        zh, en = f"外部：{zh}", f"outside: {en}"
    return EscalationStep(
        move.to, Text(zh, en), move.within, move.limit, move.alert, move.party, move.evidence
    )


_ENDS = {
    "top": ("到达最高岗位", "ends at the top"),
    "unnamed": ("止于未指明的上级", "ends at somebody who is not named here"),
    "party": ("止于外部方", "ends outside the organization"),
    "absent": ("止于本组织没有的上级", "ends at a superior who is absent here"),
    "loop": ("又回到 {}，形成循环", "comes back to {}: a loop"),
}
