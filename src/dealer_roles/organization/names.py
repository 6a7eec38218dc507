"""Ids as the words that people read, in one language."""

from __future__ import annotations

from dealer_roles.model.entities import Department, Handoff, Position, Post
from dealer_roles.model.organization import OrganizationModel
from dealer_roles.values.duration import TimeLimit
from dealer_roles.values.money import Money
from dealer_roles.values.scope import Scope
from dealer_roles.values.text import Lang
from dealer_roles.values.validity import Validity
from dealer_roles.words.document_words import CADENCE, clauses, listed, word


class Names:
    """The names of one organization in one language; an id without a name is itself."""

    def __init__(self, model: OrganizationModel, lang: Lang) -> None:
        self._model = model
        self.lang: Lang = lang

    def of(self, id_: str) -> str:
        """Return the name of a position, post, department or party, or of ``manager``."""
        model, catalogue = self._model, self._model.catalogue
        if id_ == "manager":
            return word("own-superior", self.lang)
        if id_ in model.positions:
            return self._called(model.positions[id_])
        if id_ in model.posts:
            return self._called(model.posts[id_])
        if id_ in model.departments:
            return self._called(model.departments[id_])
        for known in (catalogue.parties, catalogue.positions, catalogue.departments):
            if id_ in known:
                return known[id_].name.get(self.lang)
        return id_

    def _called(self, entity: Position | Post | Department) -> str:
        """The document's own title where it has one in this language, else the name."""
        title = entity.title
        own = "" if title is None else title.zh if self.lang == "zh" else title.en
        return own or entity.name.get(self.lang)

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
        return name if self.lang != "zh" or name.startswith("《") else f"《{name}》"

    def deliverable(self, handoff: Handoff) -> str:
        """Return what changes hands; the bare name of a form is marked as a title."""
        text = handoff.deliverable.get(self.lang)
        form = self._model.catalogue.forms.get(handoff.form)
        return self.titled(text) if form and text == form.name.get(self.lang) else text

    def scope(self, scope: Scope) -> str:
        """Return a scope in words; empty for everything."""
        parts = []
        for dim, values in scope:
            known = self._model.catalogue.dimensions.get(dim)
            names = {v.id: v.name.get(self.lang) for v in known.values} if known else {}
            parts.append(listed([names.get(value, value) for value in sorted(values)], self.lang))
        return clauses(parts, self.lang)

    def within(self, limit: TimeLimit | None) -> str:
        """Return a time limit in words; empty for none."""
        if limit is None:
            return ""
        return limit.get("zh") + "内" if self.lang == "zh" else f"within {limit.get('en')}"

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
        return "" if limit is None else word("up-to", self.lang).format(limit.get(self.lang))

    def cadence(self, cadence: tuple[str, ...]) -> str:
        """Return how often something is done, one word a line."""
        return "\n".join(CADENCE[c].get(self.lang) if c in CADENCE else c for c in cadence)
