"""What HR added and deleted in a Word file, as items of the definitions or drafts of such."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from dealer_roles.organization.on_day import OnDay
from dealer_roles.publish.job_description.docx_controls import PREFIX, tags_in, text_of
from dealer_roles.publish.word_round_trip.added_bullets import AddedBullet, added_bullets
from dealer_roles.publish.word_round_trip.duty_draft import DutyDraft
from dealer_roles.publish.word_round_trip.places import Place
from dealer_roles.publish.word_round_trip.table_cells import (
    KEYS,
    CellEdit,
    cells_by_column,
    lines_of,
)
from dealer_roles.publish.word_round_trip.yaml_changes import (
    ABOVE,
    BELOW,
    GONE,
    LineChange,
    YamlChanges,
)
from dealer_roles.source.office_xml import W
from dealer_roles.source.yaml_edit import scalar
from dealer_roles.values.text import Lang, Text

MOST_WEIGHT = 100


class LinesAndCells:
    """Places what was added or deleted; what cannot be placed is named.

    Attributes:
        unplaced: What cannot be placed, or lacks something, each in words.
        placed: The rows and paragraphs that are dealt with.
    """

    def __init__(
        self, org: OnDay, lang: Lang, places: Mapping[str, Place], changes: YamlChanges
    ) -> None:
        self._org = org
        self._lang = lang
        self._places = places
        self._changes = changes
        self.unplaced: list[Text] = []
        self.placed: list[Any] = []

    def set_cell(self, edit: CellEdit) -> bool:
        """Set what an indicator says beside its name; say whether that was possible."""
        place = self._places.get(edit.tag)
        if edit.key == "weight":
            weight = _percent(edit.new)
            return bool(weight) and self._changes.set_number(place, "weight", weight)
        return self._changes.set_text(place, edit.key, self._lang, edit.new)

    def rows(self, added: list[Any]) -> Iterator[LineChange]:
        """Yield the indicators, and the drafts of duties, that stand in new rows."""
        for row in reversed(added):  # each goes below the same line: the last one first
            self.placed.append(row)
            beside = _tag_near(row, added)
            add = partial(self._add_row, row, beside)
            yield LineChange(self._places.get(beside), BELOW, add)

    def bullets(
        self, fresh: Any, edited: Any, before: Mapping[str, list[str]]
    ) -> Iterator[LineChange]:
        """Yield the lines that were added to lists."""
        for bullet in reversed([*added_bullets(fresh, edited, before)]):
            add = partial(self._add_bullet, bullet)
            rank = BELOW if bullet.below else ABOVE
            yield LineChange(self._places.get(bullet.beside), rank, add)

    def removals(
        self, gone: Sequence[str], before: Mapping[str, list[str]]
    ) -> Iterator[LineChange]:
        """Yield the items that were deleted."""
        for tag in gone:
            remove = partial(self._remove, tag, before[tag][0])
            yield LineChange(self._places.get(tag), GONE, remove)

    def _remove(self, tag: str, text: str) -> None:
        if not self._changes.remove(self._places.get(tag)):
            self.unplaced.append(Text(f"已删除：{text}", f"deleted: {text}"))

    def _add_row(self, row: Any, beside: str) -> None:
        made = beside.startswith(f"{PREFIX}measure-") and self._indicator(row, beside)
        if not made and not self._draft(row, beside):
            self._name(row)

    def _add_bullet(self, bullet: AddedBullet) -> None:
        line = f"- {{{self._lang}: {scalar(bullet.text)}}}"
        if self._changes.insert(self._places.get(bullet.beside), [line], below=bullet.below):
            self.placed.append(bullet.paragraph)
        elif tags_in(bullet.paragraph):  # a copy: nothing else would name it
            self.unplaced.append(
                Text(f"新增，无法定位：{bullet.text}", f"added, no place for: {bullet.text}")
            )

    def _indicator(self, row: Any, beside: str) -> bool:
        cells = cells_by_column(row, "measures", self._lang)
        said = {key: text_of(cell).strip() for key, cell in cells.items()}
        weight = _percent(said.get("weight", ""))
        if not said.get("measure") or (said.get("weight") and not weight):
            return False
        parts = [f"{self._lang}: {scalar(said['measure'])}"]
        for key in KEYS:
            if key == "weight":
                parts += [f"weight: {weight}"] if weight else []
            elif said.get(key):
                parts.append(f"{key}: {{{self._lang}: {scalar(said[key])}}}")
        return self._changes.insert(self._places.get(beside), [f"- {{{', '.join(parts)}}}"])

    def _draft(self, row: Any, beside: str) -> bool:
        cells = cells_by_column(row, "duties", self._lang)
        if not beside.startswith(f"{PREFIX}duty-") or not lines_of(cells.get("duty", row)):
            return False
        draft = DutyDraft.of({k: lines_of(cell) for k, cell in cells.items()}, self._lang)
        place = self._places.get(beside)
        if not cells or not self._changes.insert(place, draft.lines(self._org)):
            return False
        assert place is not None
        self.unplaced.append(draft.words(place.file))
        return True

    def _name(self, row: Any) -> None:
        text = " | ".join(part for cell in row.iter(f"{W}tc") if (part := text_of(cell).strip()))
        self.unplaced.append(
            Text(
                f"新增的行，须先指明所属任务(task)再写入：{text}",
                f"a line that was added; say which task it is before it can be written: {text}",
            )
        )


def _tag_near(row: Any, added: list[Any]) -> str:
    """Return the tag of the nearest row above that was there; else of the nearest below."""
    for above in (True, False):
        for near in row.itersiblings(f"{W}tr", preceding=above):
            tags = [] if near in added else tags_in(near)
            if tags:
                return tags[0]
    return ""


def _percent(text: str) -> int:
    """Return a weight in percent; 0 if it is none."""
    digits = text.replace("％", "%").strip().removesuffix("%").strip()
    return int(digits) if digits.isdecimal() and 0 < int(digits) <= MOST_WEIGHT else 0
