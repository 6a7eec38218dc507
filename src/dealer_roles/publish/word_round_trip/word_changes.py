"""From a Word file that HR edited to a change of the definitions it was made from."""

from __future__ import annotations

import difflib
import io
import os
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from dealer_roles.loading.loaded import Loaded
from dealer_roles.organization.on_day import OnDay
from dealer_roles.publish.job_description.docx import docx
from dealer_roles.publish.job_description.docx_controls import (
    control_texts,
    tag_of,
)
from dealer_roles.publish.job_description.docx_environment import (
    check_container,
    word_environment,
)
from dealer_roles.publish.job_description.layouts import LAYOUTS, Layout
from dealer_roles.publish.job_description.sections import job_description
from dealer_roles.publish.render.errors import InvalidTemplate
from dealer_roles.publish.word_round_trip.outside_edits import outside
from dealer_roles.questions.diff_stated import TEXTS
from dealer_roles.source.gate import read_text
from dealer_roles.source.settings import DEFAULTS
from dealer_roles.source.yaml_edit import CannotPlace, remove_item, replace_text, scalar, set_key
from dealer_roles.values.frozen import frozen
from dealer_roles.values.text import LANGS, Lang, Text

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


@frozen
class WordChanges:
    """What HR's edits of one Word file change.

    Attributes:
        holder: The position or post whose job description it is.
        lang: Its language.
        texts: The files that change, by path: the text before, and after.
        unplaced: The edits that cannot be placed, each in words.
    """

    holder: str
    lang: str
    texts: Mapping[str, tuple[str, str]]
    unplaced: tuple[Text, ...]

    def unified(self) -> str:
        """Return the change as a unified diff."""
        return "".join(
            line
            for path, (old, new) in sorted(self.texts.items())
            for line in difflib.unified_diff(
                old.splitlines(keepends=True), new.splitlines(keepends=True), path, path
            )
        )


def changes_from_word(loaded: Loaded, org: OnDay, content: bytes, label: str) -> WordChanges:
    """Return what the edits in a Word file of ours change in the definitions.

    Args:
        loaded: What was read of the organization.
        org: The organization on the day the file was made for.
        content: The bytes of the Word file.
        label: What messages call it.

    Raises:
        InvalidTemplate: It is no Word file that this organization's job descriptions come from.
        MissingExtra: docxtpl is not installed.
    """
    word_environment()
    edited = _open(content, label)
    holder, lang, layout = _subject(edited, org, label)
    fresh = _open(docx(job_description(org, holder, lang, layout)), label)
    before, after = (control_texts(one.element.body) for one in (fresh, edited))
    places = _places(loaded, org, holder, lang)
    texts: dict[str, tuple[str, str]] = {}
    unplaced: list[Text] = []
    gone: list[str] = []
    for tag, (old, *_) in before.items():
        new = _text_now(old, after.get(tag, []))
        if new is None:
            gone.append(tag)
        elif new.strip() != old.strip() and not _place(places.get(tag), lang, new.strip(), texts):
            unplaced.append(Text(f"无法定位：{old} → {new}", f"no place for: {old} → {new}"))
    last_first = sorted(gone, key=lambda one: _depth(places.get(one)), reverse=True)
    kept = [before[tag][0] for tag in last_first if not _remove(places.get(tag), texts)]
    unplaced += [Text(f"已删除：{text}", f"deleted: {text}") for text in kept]
    unplaced += _foreign(before, after)
    unplaced += outside(fresh.element.body, edited.element.body, frozenset(gone))
    return WordChanges(holder, lang, texts, tuple(unplaced))


def _text_now(old: str, texts: Sequence[str]) -> str | None:
    """Return what a text has become: itself where it still stands beside a copy of it."""
    return old if old in texts else next(iter(texts), None)


def _depth(place: Place | None) -> tuple[str, int]:
    """Order removals so that the last of a list goes first: the others keep their numbers."""
    numbers = [step for step in place.path if isinstance(step, int)] if place else []
    return (place.file if place else "", numbers[-1] if numbers else -1)


def _remove(place: Place | None, texts: dict[str, tuple[str, str]]) -> bool:
    """Take an item out of its list; say whether that was possible."""
    numbers = [n for n, step in enumerate(place.path) if isinstance(step, int)] if place else []
    if place is None or not numbers:
        return False
    old, now = texts.get(place.file) or (_source_of(place),) * 2
    try:
        removed = remove_item(now, place.document, place.path[: numbers[-1] + 1])
    except CannotPlace:
        return False
    texts[place.file] = (old, removed)
    return True


def _source_of(place: Place) -> str:
    return read_text(place.file, place.inside, DEFAULTS.max_file_bytes)


def _open(content: bytes, label: str) -> Any:
    from docx import Document as WordDocument

    check_container(content, label)
    return WordDocument(io.BytesIO(content))


def _subject(edited: Any, org: OnDay, label: str) -> tuple[str, Lang, Layout]:
    """Return whose file it is, and what of it: only like is compared with like."""
    said = (edited.core_properties.keywords or "").split(" ")
    holder, lang, layout = [*said, "", "", ""][:3]
    layout = layout or "full"
    known = holder in org.model.positions or holder in org.model.posts
    if lang not in LANGS or layout not in LAYOUTS or not known:
        words = Text(
            "不是本组织的岗位说明书（文件属性「关键字」中没有岗位编号）",
            "no job description of this organization (its keywords name no position)",
        )
        raise InvalidTemplate(label, [words])
    return holder, cast("Lang", lang), cast("Layout", layout)


def _place(place: Place | None, lang: str, new: str, texts: dict[str, tuple[str, str]]) -> bool:
    """Put a new text where the old one stands; say whether that was possible."""
    if place is None or not new:
        return False
    if place.file not in texts:
        source = _source_of(place)
        texts[place.file] = (source, source)
    old, now = texts[place.file]
    try:
        texts[place.file] = (old, _edited(now, place, lang, new))
    except CannotPlace:
        return False
    finally:
        if texts[place.file][0] == texts[place.file][1]:
            del texts[place.file]
    return True


def _edited(source: str, place: Place, lang: str, new: str) -> str:
    if place.key:
        every = {**{one: place.text.exactly(one) for one in place.text.languages}, lang: new}
        value = ", ".join(f"{one}: {scalar(text)}" for one, text in every.items())
        return set_key(source, place.document, place.path, place.key, f"{{{value}}}")
    try:
        return replace_text(source, place.document, (*place.path, lang), new)
    except CannotPlace:
        return replace_text(source, place.document, place.path, new)


def _places(loaded: Loaded, org: OnDay, holder: str, lang: Lang) -> dict[str, Place]:
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
                    tag = tag_of(kind, one.id, task, share, lang, _printed(text, lang))
                    place = Place(file, inside, document.index, (*path, *way), key, text)
                    found.setdefault(tag, place)
    return found


def _printed(text: Text, lang: Lang) -> str:
    from dealer_roles.words.plain_text import plain

    return plain(text.get(lang))


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


def _foreign(before: Mapping[str, list[str]], after: Mapping[str, list[str]]) -> Iterator[Text]:
    """Yield the controls that this state of the definitions does not make."""
    for tag, texts in after.items():
        if tag not in before:
            yield Text(
                f"文件由另一版定义生成，无法定位：{texts[0]}",
                f"made from other definitions, no place for: {texts[0]}",
            )
