"""From the short form of an example to the documents of an organization."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dealer_roles.source.document import YamlDocument
from dealer_roles.source.file import SourceFile
from dealer_roles.source.located import Located, located

SHOP = "shop"


def documents_of(raw: Located, file: SourceFile) -> list[YamlDocument]:
    """Return the documents of an example, all placed where it stands."""
    expand = _Expansion(raw)
    datas = [*expand.positions(), *expand.processes(), expand.organization(), *expand.catalogue()]
    return [YamlDocument(file, number, raw.line, data) for number, data in enumerate(datas)]


class _Expansion:
    """The parts of an example, written out."""

    def __init__(self, raw: Located) -> None:
        self._raw = raw

    def _at(self, data: Mapping[str, Any], place: Any = None) -> Located:
        """Return data that stands where ``place`` does, else at the example."""
        near = place if isinstance(place, Located) else self._raw
        return located(dict(data), near.line, near.column)

    def positions(self) -> Iterator[Located]:
        """Yield a document for each position; a list is its duties."""
        for id_, raw in self._raw.get("positions", {}).items():
            fields = {"duties": raw} if isinstance(raw, list) else dict(raw or {})
            yield self._at(
                {
                    "kind": "position",
                    "id": id_,
                    "name": _both(id_),
                    "department": SHOP,
                    **self._holder(id_, fields),
                },
                raw,
            )

    def _holder(self, id_: str, fields: Mapping[str, Any]) -> dict[str, Any]:
        made = dict(fields)
        if "duties" in made:
            made["duties"] = [self._duty(item) for item in _list(made["duties"])]
        if "handoffs" in made:
            made["handoffs"] = [
                self._handoff(id_, n, item) for n, item in enumerate(_list(made["handoffs"]))
            ]
        if "escalations" in made:
            made["escalations"] = [self._money(item) for item in _list(made["escalations"])]
        return made

    def _duty(self, raw: Any) -> Any:
        if isinstance(raw, str):
            return self._at({"task": raw, "responsibility": "accountable"})
        return self._money(raw, responsibility="accountable")

    def _handoff(self, giver: str, number: int, raw: Any) -> Any:
        return self._money(
            raw, id=f"{giver}-{number + 1}", deliverable={"zh": "单据", "en": "paper"}
        )

    def _money(self, raw: Any, **defaults: Any) -> Any:
        """Return a mapping with defaults; a bare number as limit is an amount."""
        if not isinstance(raw, dict):
            return raw
        made = {**defaults, **raw}
        if isinstance(made.get("limit"), (int, float)):
            made["limit"] = {"amount": made["limit"], "currency": "CNY"}
        return self._at(made, raw)

    def _row(self, raw: Any) -> Any:
        """Return a row of the authority table; a bare number is an amount."""
        if not isinstance(raw, dict):
            return raw
        steps = [self._step(step) for step in _list(raw.get("steps"))]
        return self._at({**raw, "steps": steps}, raw)

    def _step(self, raw: Any) -> Any:
        if not isinstance(raw, dict) or not isinstance(raw.get("up_to"), (int, float)):
            return raw
        return self._at({**raw, "up_to": {"amount": raw["up_to"], "currency": "CNY"}}, raw)

    def processes(self) -> Iterator[Located]:
        """Yield a document for each process; a step that is a word is a task."""
        for id_, raw in self._raw.get("processes", {}).items():
            steps = [
                self._at({"id": step, "task": step})
                if isinstance(step, str)
                else self._at({"id": step.get("task", "step"), **step}, step)
                for step in _list(raw)
                if isinstance(step, (str, dict))
            ]
            data = {"kind": "process", "id": id_, "name": _both(id_), "steps": steps}
            yield self._at(data, raw)

    def organization(self) -> Located:
        """Return the organization's own document."""
        raw = self._raw
        data: dict[str, Any] = {
            "kind": "organization",
            "id": "example",
            "name": _both("example"),
            "catalogue": [],
            "coverage": raw.get("coverage", "stated"),
            "departments": [
                self._at({"id": id_, **(fields or {})}, fields)
                for id_, fields in raw.get("departments", {}).items()
            ],
            "posts": [
                self._at({"id": id_, "name": _both(id_), **self._holder(id_, fields)}, fields)
                for id_, fields in raw.get("posts", {}).items()
                if isinstance(fields, dict)
            ],
            "unowned": [
                self._at({"task": item, "reason": _both("on purpose")})
                if isinstance(item, str)
                else self._at({"reason": _both("on purpose"), **item}, item)
                for item in raw.get("unowned", [])
            ],
        }
        if "authority" in raw:
            data["authority"] = [self._row(row) for row in raw["authority"]]
        if "ladders" in raw:
            data["ladders"] = {
                topic: [self._money(step) for step in _list(steps)]
                for topic, steps in raw["ladders"].items()
            }
        return self._at(data)

    def catalogue(self) -> Iterator[Located]:
        """Yield the catalogue: what the example defines, and what it merely uses."""
        raw = self._raw
        used = _Used(raw)
        given = {
            item["id"] if isinstance(item, dict) else item: item for item in raw.get("tasks", [])
        }
        tasks = [self._entry(id_, given.get(id_)) for id_ in dict.fromkeys((*given, *used.tasks))]
        area = {"id": "example", **_both("example")}
        yield self._at({"kind": "tasks", "area": self._at(area), "tasks": tasks})
        yield self._entries("departments", dict.fromkeys((SHOP, *used.departments)))
        absent = [
            self._at({"id": id_, "name": _both(id_), "department": SHOP, "reports_to": None})
            for id_ in raw.get("absent", [])
        ]
        yield self._at({"kind": "positions", "positions": absent})
        yield self._entries("topics", dict.fromkeys(used.topics))
        yield self._entries("parties", dict.fromkeys(raw.get("parties", [])))
        yield self._entries("forms", dict.fromkeys(used.forms))
        dimensions = {**{d: sorted(v) for d, v in used.scopes.items()}, **raw.get("scopes", {})}
        scopes = [
            self._at(
                {"id": dim, "name": _both(dim), "values": [self._entry(v) for v in _list(values)]}
            )
            for dim, values in dimensions.items()
        ]
        yield self._at({"kind": "scopes", "scopes": scopes})

    def _entry(self, id_: str, given: Any = None) -> Located:
        fields = given if isinstance(given, dict) else {}
        return self._at({"id": id_, "name": _both(id_), **fields}, given)

    def _entries(self, kind: str, ids: Iterable[str]) -> Located:
        return self._at({"kind": kind, kind: [self._entry(id_) for id_ in ids]})


class _Used:
    """What an example speaks of without defining it."""

    def __init__(self, raw: Any) -> None:
        self.tasks: dict[str, None] = {}
        self.topics: dict[str, None] = dict.fromkeys(raw.get("ladders", {}))
        for row in raw.get("authority", []):
            self._note(self.topics, row.get("topic") if isinstance(row, dict) else None)
        self.forms: dict[str, None] = {}
        self.departments: dict[str, None] = dict.fromkeys(raw.get("departments", {}))
        self.scopes: dict[str, set[str]] = {}
        for steps in raw.get("processes", {}).values():
            self._items(steps)
        for fields in (*raw.get("positions", {}).values(), *raw.get("posts", {}).values()):
            self._holder(fields)
        self._items(raw.get("unowned", []))
        self._items(raw.get("authority", []))
        for item in raw.get("tasks", []):
            if isinstance(item, dict):
                self._note(self.tasks, item.get("part_of"))
                self._items(item.get("controls", []))

    def _holder(self, fields: Any) -> None:
        if isinstance(fields, list):
            self._items(fields)
        elif isinstance(fields, dict):
            self._items(fields.get("duties", []))
            self._items(fields.get("handoffs", []))
            self._note(self.departments, fields.get("department"))
            for entry in _list(fields.get("escalations", [])):
                self._note(self.topics, entry.get("topic") if isinstance(entry, dict) else None)

    def _items(self, items: Any) -> None:
        for item in _list(items):
            if isinstance(item, str):
                self.tasks[item] = None
            elif isinstance(item, dict):
                self._item(item)

    def _item(self, item: Mapping[str, Any]) -> None:
        for key in ("task", "then", "mitigated_by"):
            self._items(item.get(key))
            self._note(self.tasks, item.get(key))
        for form in (*_list(item.get("forms", [])), _form(item)):
            self._note(self.forms, form)
        scope = item.get("scope")
        for dim, values in scope.items() if isinstance(scope, dict) else ():
            self.scopes.setdefault(dim, set()).update(
                [values] if isinstance(values, str) else _list(values)
            )

    def _note(self, known: dict[str, None], id_: Any) -> None:
        if isinstance(id_, str):
            known[id_] = None


def _form(item: Mapping[str, Any]) -> Any:
    deliverable = item.get("deliverable")
    return deliverable.get("form") if isinstance(deliverable, dict) else None


def _list(raw: Any) -> list[Any]:
    return raw if isinstance(raw, list) else []


def _both(text: str) -> dict[str, str]:
    return {"zh": text, "en": text}
