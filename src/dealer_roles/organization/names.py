"""Ids as the words that people read, in one language."""

from __future__ import annotations

from dealer_roles.model.entities import Department, Duty, Handoff, Position, Post
from dealer_roles.model.organization import OrganizationModel
from dealer_roles.model.position import SAME_POSITION
from dealer_roles.organization.heads import wholes
from dealer_roles.values.duration import TimeLimit
from dealer_roles.values.money import Money
from dealer_roles.values.part_words import left_out
from dealer_roles.values.scope import Scope
from dealer_roles.values.text import Lang, Text
from dealer_roles.values.validity import Validity
from dealer_roles.words.document_words import CADENCE, nested, word
from dealer_roles.words.marks import clauses, listed

FROM_THE_END = Text("本任务完成", "the end of the task")
"""From when the time limit of a hand-off runs, where it does not say."""
_TITLED, _WITHIN = Text("《{}》", "{}"), Text("{}内", "within {}")
_SPECIAL = {
    "manager": "own-superior", "@manager": "own-superior", "@head": "own-head",
    SAME_POSITION: "colleague",
}  # fmt: skip


def up_to(limit: Money, lang: str) -> str:
    """Return up to how much somebody decides; whose limit is nothing decides no amount."""
    return word("up-to" if limit.amount else "no-amount", lang).format(limit.get(lang))


def name_text(model: OrganizationModel, id_: str) -> Text | None:
    """Return the name of a position, post, department or party in both languages.

    The one resolver of such names: a document's own title where it has one, else the name;
    what is absent here is called what the catalogue calls it. ``None`` if nothing has the id.
    """
    for here in (model.positions, model.posts, model.departments):
        if id_ in here:
            return called(here[id_])
    known = model.catalogue
    for table in (known.parties, known.positions, known.departments):
        if id_ in table:
            return table[id_].name
    return None


def called(entity: Position | Post | Department) -> Text:
    """Return the document's own title, in each language where it has one, else the name."""
    title, name = entity.title, entity.name
    if title is None:
        return name
    others = tuple(sorted({**dict(name.others), **dict(title.others)}.items()))
    return Text(title.chinese or name.chinese, title.english or name.english, others)


class Names:
    """The names of one organization in one language; an id without a name is itself."""

    def __init__(self, model: OrganizationModel, lang: Lang) -> None:
        self._model = model
        self.lang: Lang = lang

    def of(self, id_: str) -> str:
        """Return the name of a position, post, department or party, or of ``manager``."""
        if id_ in _SPECIAL:
            return word(_SPECIAL[id_], self.lang)
        name = name_text(self._model, id_)
        return id_ if name is None else name.get(self.lang)

    def unit(self, department: str) -> str:
        """Return the name of a department after those of the departments it is part of."""
        line = [*wholes(self._model, department)][::-1]
        return nested([self.of(id_) for id_ in (*line, department)])

    def several(self, ids: tuple[str, ...] | list[str]) -> str:
        """Return the names of several ids, each once."""
        return listed([self.of(id_) for id_ in ids], self.lang)

    def task(self, id_: str) -> str:
        """Return the name of a task."""
        known = self._model.catalogue.tasks.get(id_)
        return known.name.get(self.lang) if known else id_

    def area(self, task: str) -> str:
        """Return the name of the business area of a task."""
        known = self._model.catalogue.tasks.get(task)
        area = self._model.catalogue.areas.get(known.area) if known else None
        return area.get(self.lang) if area else ""

    def topic(self, id_: str) -> str:
        """Return the name of a topic."""
        known = self._model.catalogue.topics.get(id_)
        return known.name.get(self.lang) if known else id_

    def form(self, id_: str) -> str:
        """Return the name of a form, in the language's marks for titles."""
        known = self._model.catalogue.forms.get(id_)
        return self.titled(known.name.get(self.lang) if known else id_)

    def titled(self, name: str) -> str:
        """Return the name of a form in the language's marks for titles."""
        return name if name.startswith("《") else _TITLED.get(self.lang).format(name)

    def deliverable(self, handoff: Handoff) -> str:
        """Return what changes hands; the bare name of a form is marked as a title."""
        text = handoff.deliverable.get(self.lang)
        form = self._model.catalogue.forms.get(handoff.form)
        return self.titled(text) if form and text == form.name.get(self.lang) else text

    def dimension(self, id_: str) -> str:
        """Return the name of a scope dimension."""
        known = self._model.catalogue.scopes.get(id_)
        return known.name.get(self.lang) if known else id_

    def scope(self, scope: Scope) -> str:
        """Return a scope in words; empty for everything."""
        return clauses([self._values(dim, values) for dim, values in scope], self.lang)

    def part(self, scope: Scope) -> str:
        """Return a part of a task in words, by what it leaves out where that is shorter."""
        known = self._model.catalogue.dimensions
        other = dict(left_out(scope, {d: tuple(v.id for v in known[d].values) for d in known}))
        parts = [
            word("other-than", self.lang).format(self._values(dim, other[dim]))
            if dim in other
            else self._values(dim, values)
            for dim, values in scope
        ]
        return clauses(parts, self.lang)

    def _values(self, dim: str, values: frozenset[str]) -> str:
        known = self._model.catalogue.dimensions.get(dim)
        names = {v.id: v.name.get(self.lang) for v in known.values} if known else {}
        unknown = sorted(values - names.keys())
        return listed([*(names[one] for one in names if one in values), *unknown], self.lang)

    def within(self, limit: TimeLimit | None) -> str:
        """Return a time limit in words; empty for none."""
        if limit is None:
            return ""
        return _WITHIN.get(self.lang).format(limit.get(self.lang))

    def handed_within(self, limit: TimeLimit | None) -> str:
        """Return the time limit of a hand-off, which runs from the end of its task if unsaid."""
        if limit is None or limit.since is not None or limit.before is not None:
            return self.within(limit)
        return self.within(limit._replace(since=FROM_THE_END))

    def valid(self, period: Validity | None) -> str:
        """Return a period of validity in words; empty for always."""
        if period is None:
            return ""
        first = period.first.isoformat() if period.first else ""
        last = period.last.isoformat() if period.last else ""
        key = "from-to" if first and last else "from-day" if first else "until-day"
        return word(key, self.lang).format(first, last)

    def up_to(self, limit: Money | None) -> str:
        """Return an authority limit in words; empty for none."""
        return "" if limit is None else up_to(limit, self.lang)

    def cadence(self, duty: Duty) -> str:
        """Return how often a duty is done, one word a line, and last what each time takes."""
        lines = [CADENCE[c].get(self.lang) if c in CADENCE else c for c in duty.cadence]
        if duty.effort:
            lines.append(word("each-time", self.lang).format(duty.effort.get(self.lang)))
        return "\n".join(lines)
