"""From a Word file that HR edited to a change of the definitions it was made from."""

from __future__ import annotations

import difflib
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from dealer_roles.loading.loaded import Loaded
from dealer_roles.organization.on_day import OnDay
from dealer_roles.publish.document.document import Document
from dealer_roles.publish.job_description.docx import docx
from dealer_roles.publish.job_description.docx_controls import control_texts
from dealer_roles.publish.job_description.docx_environment import (
    check_container,
    word_environment,
)
from dealer_roles.publish.job_description.layouts import LAYOUTS, Layout
from dealer_roles.publish.job_description.sections import job_description
from dealer_roles.publish.render.errors import InvalidTemplate
from dealer_roles.publish.word_round_trip.lines_and_cells import LinesAndCells
from dealer_roles.publish.word_round_trip.lost_marks import standing_unmarked
from dealer_roles.publish.word_round_trip.outside_edits import added_rows, outside
from dealer_roles.publish.word_round_trip.places import Place, places_of
from dealer_roles.publish.word_round_trip.table_cells import cell_edits
from dealer_roles.publish.word_round_trip.yaml_changes import YamlChanges, last_first
from dealer_roles.values.frozen import frozen
from dealer_roles.values.text import LANGS, Lang, Text


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
    bodies = fresh.element.body, edited.element.body
    before, marked = map(control_texts, bodies)
    unmarked = standing_unmarked(bodies[1], before, marked)
    after = {**marked, **{tag: before[tag][:1] for tag in unmarked}}
    places, changes = places_of(loaded, org, holder, lang), YamlChanges()
    rows = added_rows(*bodies)
    lines_and_cells = LinesAndCells(org, lang, places, changes)
    unplaced = [*_reworded(before, after, places, changes, lang)]
    cells = [edit for edit in cell_edits(*bodies, rows, lang) if lines_and_cells.set_cell(edit)]
    gone = [tag for tag, (old, *_) in before.items() if not _text_now(old, after.get(tag, []))]
    lines = [*lines_and_cells.rows(rows), *lines_and_cells.bullets(*bodies, before)]
    if unmarked:  # what is gone may as well be reworded: nothing tells
        unplaced += [_gone_or_reworded(before[tag][0]) for tag in gone]
    else:
        lines += lines_and_cells.removals(gone, before)
    for line in last_first(lines):
        line.make()
    unplaced += [*lines_and_cells.unplaced, *_foreign(before, after)]
    done = [*(cell for edit in cells for cell in edit.cells), *lines_and_cells.placed]
    done += unmarked.values()
    unplaced += outside(*bodies, frozenset(gone), done)
    return WordChanges(holder, lang, changes.texts, tuple(unplaced))


def _reworded(
    before: Mapping[str, list[str]],
    after: Mapping[str, list[str]],
    places: Mapping[str, Place],
    changes: YamlChanges,
    lang: str,
) -> Iterator[Text]:
    """Put the texts that say something else into their places; name those without one."""
    for tag, (old, *_) in before.items():
        new = _text_now(old, after.get(tag, [])).strip()
        if new and new != old.strip() and not changes.reword(places.get(tag), lang, new):
            yield Text(f"无法定位：{old} → {new}", f"no place for: {old} → {new}")


def _gone_or_reworded(old: str) -> Text:
    return Text(
        f"已删除或改写（该文件丢失了标记，定义未改动）：{old}",
        f"deleted or reworded (the file has lost its marks, the definitions are unchanged): {old}",
    )


def _text_now(old: str, texts: Sequence[str]) -> str:
    """Return what a text has become: itself where it still stands beside a copy of it."""
    return old if old in texts else next((text for text in texts if text.strip()), "")


def _open(content: bytes, label: str) -> Any:
    from docx import Document as WordDocument

    check_container(content, label)
    return WordDocument(io.BytesIO(content))


def _subject(edited: Any, org: OnDay, label: str) -> tuple[str, Lang, Layout]:
    """Return whose file it is, and what of it: only like is compared with like."""
    said = (edited.core_properties.keywords or "").split(" ")
    holder, lang, layout, whose = [*said, "", "", "", ""][:4]
    if whose not in ("", org.model.id):
        raise InvalidTemplate(label, [_of_another(whose, org.model.id)])
    known = holder in org.model.positions or holder in org.model.posts
    if lang not in LANGS or layout not in ("", *LAYOUTS) or not known:
        words = Text(
            "不是本组织的岗位说明书（文件属性「关键字」中没有岗位编号）",
            "no job description of this organization (its keywords name no position)",
        )
        raise InvalidTemplate(label, [words])
    if not layout:
        headings = {paragraph.text.strip() for paragraph in edited.paragraphs}
        layout = _layout_by(headings, job_description(org, holder, cast("Lang", lang)))
    return holder, cast("Lang", lang), cast("Layout", layout)


def _of_another(whose: str, here: str) -> Text:
    return Text(
        f"是组织 {whose!r} 的岗位说明书，不是 {here!r} 的；请用 --org 指明它的文件夹",
        f"a job description of the organization {whose!r}, not of {here!r}; "
        "name its folder with --org",
    )


def _layout_by(headings: set[str], whole: Document) -> Layout:
    """Return the layout of a file that does not say it, as files once did, by its headings."""
    there = {section.id for section in whole.sections if section.title in headings}
    stated = {section.id for section in whole.sections}
    if "duties" in stated - there and there:
        return "summary"
    opening = {"purpose", "overview"} & stated
    return "annex" if "duties" in there and opening and not opening & there else "full"


def _foreign(before: Mapping[str, list[str]], after: Mapping[str, list[str]]) -> Iterator[Text]:
    """Yield the controls that this state of the definitions does not make."""
    for tag, texts in after.items():
        if tag not in before:
            yield Text(
                f"文件由另一版定义生成，无法定位：{texts[0]}",
                f"made from other definitions, no place for: {texts[0]}",
            )
