"""Where each text of a job description stands in the definitions."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

from dealer_roles.loading.loaded import Loaded
from dealer_roles.organization.on_day import OnDay
from dealer_roles.publish.job_description.docx_controls import tag_of
from dealer_roles.questions.diff_stated import TEXTS
from dealer_roles.values.frozen import frozen
from dealer_roles.values.text import Lang, Text
from dealer_roles.words.plain_text import plain

Path = tuple[str | int, ...]


@frozen
class Place:
    """Where a text stands in the definitions.

    Attributes:
        file: The path of the file.
        inside: The folder that the file must lie in.
        document: The number of the document in it.
        path: The way to the text.
        key: A key to be set there, where the text is not stated yet.
        text: The text.
    """

    file: str
    inside: str | os.PathLike[str]
    document: int
    path: Path
    key: str
    text: Text

    @property
    def item(self) -> Path:
        """The way to the item of a list that the text is in; empty where it is in none."""
        numbers = [n for n, step in enumerate(self.path) if isinstance(step, int)]
        return self.path[: numbers[-1] + 1] if numbers else ()


def places_of(loaded: Loaded, org: OnDay, holder: str, lang: Lang) -> dict[str, Place]:
    """Return where each text of a job description stands, by the tag of its control."""
    members = {holder, org.holder(holder), *org.members(holder)}
    found: dict[str, Place] = {}
    for document in loaded.documents:
        if document.value is None or document.kind not in ("position", "organization"):
            continue
        value, file, inside = document.value, str(document.file.path), document.file.inside
        posts = getattr(value, "posts", ())
        holders = [((), value)] if document.kind == "position" else [
            (("posts", number), post) for number, post in enumerate(posts)
        ]  # fmt: skip
        for path, one in holders:
            if one.id in members:
                for kind, task, share, way, key, text in _texts(org, one):
                    tag = tag_of(kind, one.id, task, share, lang, plain(text.get(lang)))
                    place = Place(file, inside, document.index, (*path, *way), key, text)
                    found.setdefault(tag, place)
    return found


def _texts(org: OnDay, holder: Any) -> Iterator[tuple[str, str, str, Path, str, Text]]:
    known = org.model.catalogue.tasks
    for number, duty in enumerate(holder.duties):
        stated = duty.text
        text = stated or (known[duty.task].name if duty.task in known else Text(duty.task))
        way: Path = ("duties", number, "text") if stated else ("duties", number)
        yield "duty", duty.task, duty.responsibility, way, "" if stated else "text", text
    purpose = getattr(holder, "purpose", None)
    if purpose is not None:
        yield "purpose", "", "", ("purpose",), "", purpose.text
    for attribute, kind in TEXTS.items():
        for number, one in enumerate(getattr(holder, attribute, ())):
            yield kind, "", "", (attribute, number), "", one.text
