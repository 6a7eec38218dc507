"""Sentences of answers as people read them: in Chinese with names in place of ids.

Parts of a scope, and why somebody is called next, are told in ids: they are made for every cell
and every rung of a check, and nobody reads most of them. Where people do, an id is a foreign word
in Chinese, and the thing has a name.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from typing import Any

from dealer_roles.model.organization import OrganizationModel
from dealer_roles.organization.names import Names
from dealer_roles.output.line_breaks import is_wide
from dealer_roles.values.text import Text
from dealer_roles.words.document_words import word

_SCOPE = (
    r"(?P<dim>[A-Za-z][\w-]*)(?:=(?P<values>[\w,-]+)"
    r"| 除 (?P<out>[\w、-]+) 外(?:（[\w、-]+）|的其余))"
)
_ID = r"(?<![(\w./:=-])(?P<id>[A-Za-z][\w-]*)(?![\w./:=-])"
_NAMED = re.compile(
    rf"(?P<kind>事项|任务|流程)?(?P<before> ?)(?:{_SCOPE}|{_ID})(?P<after> ?)", re.ASCII
)


class InNames:
    """Reads the sentences of one organization's answers.

    Args:
        model: The organization.
    """

    def __init__(self, model: OrganizationModel) -> None:
        self._model = model
        self._names = Names(model, "zh")

    def __call__(self, text: Text) -> Text:
        """Return a sentence, in Chinese with the names of what it is about.

        These are positions, posts, departments and parties, parts of a scope, and tasks, topics
        and processes that are called so before their id. An id that stands behind its name in
        brackets stays, and where several have one name each has its id besides.
        """
        said = _NAMED.sub(self._named, text.chinese)
        return text if said == text.chinese else Text(said, text.english, text.others)

    def _named(self, found: re.Match[str]) -> str:
        """Return something by its name, without the blanks that stand around foreign words."""
        kind = found["kind"] or ""
        name = self._scope(found) if found["dim"] else self._name(kind, found["id"])
        if not name:
            return found[0]
        said = found.string
        before = kind[-1:] or said[: found.end("before")].rstrip(" ")[-1:]
        after = said[found.start("after") :].lstrip(" ")[:1]
        blanks = ("" if _touch(before, name[0]) else found["before"],
                  "" if _touch(name[-1], after) else found["after"])  # fmt: skip
        return kind + blanks[0] + name + blanks[1]

    def _scope(self, found: re.Match[str]) -> str:
        """Return a part of a scope by the values that are meant, or left out."""
        dim, values = found["dim"], re.split("[,、]", found["values"] or found["out"])
        known = self._model.catalogue.dimensions.get(dim)
        if known is None or not {*values} <= {value.id for value in known.values}:
            return ""
        names = self._names.scope(((dim, frozenset(values)),))
        return names if found["values"] else word("other-than", "zh").format(names)

    def _name(self, kind: str, id_: str) -> str:
        """Return what something is called; nothing if nothing of the kind has the id."""
        if kind:
            known = self._known[kind].get(id_)
            return f"「{known.name.zh}」" if known else ""
        name = self._names.of(id_)
        if name == id_:
            return ""
        return name if self._called_so[name] <= 1 else f"{name} ({id_})"

    @cached_property
    def _known(self) -> dict[str, Any]:
        model = self._model
        known = model.catalogue
        return {"事项": known.topics, "任务": known.tasks, "流程": model.processes}

    @cached_property
    def _called_so(self) -> Counter[str]:
        """How many positions and posts have each name."""
        return Counter(self._names.of(id_) for id_ in (*self._model.positions, *self._model.posts))


def _touch(left: str, right: str) -> bool:
    """Whether no blank stands between two characters, of which one may be none."""
    return all(not one or is_wide(one) for one in (left, right))
