"""How a random organization is built: lines, departments, posts, ladders, authority."""

from __future__ import annotations

from typing import Any

from dealer_roles.model.position import SAME_POSITION
from dealer_roles.testing.choices import Choices
from dealer_roles.testing.held import DrawnEntries, Entry, Nameable
from dealer_roles.testing.short_form import both


class Structure:
    """The positions and the organization itself, decided by choice."""

    def __init__(self, choose: Choices, known: Nameable, desks: dict[str, list[str]]) -> None:
        self._choose, self._known, self._desks = choose, known, desks
        self._entries = DrawnEntries(choose, known)

    def positions(self) -> dict[str, Entry]:
        """Return what each position that is here says; lines never go round."""
        found, above = {}, list[str]()
        for id_ in self._choose.some(self._known.here, len(self._known.here)):
            found[id_] = self._position(id_, above)
            above.append(id_)
        return dict(sorted(found.items()))

    def _position(self, id_: str, above: list[str]) -> Entry:
        choose, states = self._choose, self._choose.states
        departments = choose.shape.departments
        others = [one for one in self._known.here if one != id_]
        found: Entry = {"department": choose.one(departments), **self._superior(above)}
        if states("position.departments"):
            found["department"] = choose.some(departments, 2)
        if others and states("position.also_reports_to"):
            also = choose.some(others, choose.one((1, 2)))
            found["also_reports_to"] = also[0] if len(also) == 1 else also
        if others and states("position.deputy"):
            found["deputy"] = self._deputies(others)
        if others and states("position.vacant"):
            acting = {"acting": choose.one(others)} if states("vacant.acting") else {}
            found["vacant"] = {"since": choose.one(choose.shape.days), **acting}
        if states("position.headcount"):
            found["headcount"] = choose.count("headcount", 1)
        if states("position.authority"):
            kind = choose.one(("approve", "propose"))
            topic = choose.one(choose.shape.topics)
            kinds = {"kind": kind} if states("authority.kind") else {}
            found["authority"] = [
                {"topic": topic, **kinds, **self._entries.maybe("authority", "limit")}
            ]
        return found | self._entries.of_a_holder(id_)

    def _superior(self, above: list[str]) -> Entry:
        match self._choose.kind("reports_to"):
            case "not stated":
                return {}
            case "position" if above:
                return {"reports_to": self._choose.one(above)}
            case "absent" if self._known.absent:
                return {"reports_to": self._choose.one(self._known.absent)}
            case "unnamed":
                return {"reports_to": {"unnamed": both("the owner")}}
        return {"reports_to": None}

    def _deputies(self, others: list[str]) -> str | list[str]:
        choose = self._choose
        kind = choose.kind("deputy")
        if kind == "several":
            return choose.some((*others, SAME_POSITION, *self._known.absent[:1]), 2)
        there_are = {"absent": self._known.absent, SAME_POSITION: (SAME_POSITION,)}
        return choose.one(there_are.get(kind) or others)

    def organization(self) -> Entry:
        """Return what the organization's own file says; empty keys are left out."""
        choose, topics = self._choose, self._choose.shape.topics
        found: Entry = {
            "coverage": choose.kind("coverage") if choose.states("coverage") else None,
            "calendar": {"hours_per_day": 8, "days_per_week": 6}
            if choose.states("calendar")
            else None,
            "departments": self._departments(),
            "ladders": {topic: self._ladder() for topic in topics if choose.states("ladder")},
            "authority": [self._row() for _ in range(choose.count("rows"))]
            if choose.states("authority")
            else None,
            "posts": [self._post(id_, members) for id_, members in self._desks.items()],
            "unowned": [
                {"task": task, "reason": both("meant"), **self._entries.maybe("unowned", "scope")}
                for task in choose.some(self._known.tasks, choose.count("unowned"))
            ]
            if choose.states("unowned")
            else None,
        }
        return {key: value for key, value in found.items() if value}

    def _departments(self) -> list[Entry]:
        choose, found = self._choose, list[Entry]()
        for id_ in choose.shape.departments:
            if not choose.states("department"):
                continue
            department: Entry = {"id": id_}
            everybody = (*self._known.here, *self._known.absent)
            if choose.states("department.head"):
                department["head"] = choose.one(everybody)
            elif choose.states("department.heads"):
                department["heads"] = choose.some(everybody, 2)
            if found and choose.states("department.part_of"):
                department["part_of"] = choose.one(found)["id"]
            found.append(department)
        return found

    def _post(self, id_: str, members: list[str]) -> Entry:
        choose = self._choose
        count = (
            {"headcount": choose.count("headcount", 1)} if choose.states("post.headcount") else {}
        )
        held = self._entries.of_a_holder(id_)
        return {"id": id_, "name": both(id_), "positions": members, **count, **held}

    def _ladder(self) -> list[Entry]:
        return [self._rung() for _ in range(self._choose.count("rungs", 1))]

    def _rung(self) -> Entry:
        kind = self._choose.kind("rung")
        who: dict[str, Any] = {"manager": {"manager": True}, "head": {"head": True}}
        at = who.get(kind) or {
            "party" if kind == "party" else "position": self._entries.addressee(kind)
        }
        return at | self._entries.maybe("rung", "for", "within", "limit", "alert", "skip")

    def _row(self) -> Entry:
        choose = self._choose
        count = choose.count("rungs", 1)
        amounts = [choose.one(choose.shape.amounts) for _ in range(count)]
        rising = amounts if choose.one((False, False, True)) else sorted(amounts)
        steps = [self._step(amount) for amount in rising]
        if choose.one((True, False)):
            steps.append(self._last())
        topic = choose.one(choose.shape.topics)
        return {"topic": topic, **self._entries.maybe("row", "scope"), "steps": steps}

    def _step(self, amount: int) -> Entry:
        limited = self._choose.states("row step.up_to")
        return {
            "position": self._entries.addressee(self._choose.kind("decides")),
            **({"up_to": {"amount": amount, "currency": "CNY"}} if limited else {}),
        }

    def _last(self) -> Entry:
        kind = self._choose.one(("position", "party", "group"))
        return {kind: both("the group") if kind == "group" else self._entries.addressee(kind)}
