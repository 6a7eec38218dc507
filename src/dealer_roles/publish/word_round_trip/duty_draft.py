"""A duty that HR wrote in Word: what is known of it, and what is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dealer_roles.model.entities import RESPONSIBILITIES
from dealer_roles.organization.on_day import OnDay
from dealer_roles.source.yaml_edit import scalar
from dealer_roles.values.frozen import frozen
from dealer_roles.values.near import nearest_named
from dealer_roles.values.text import Lang, Text
from dealer_roles.words.document_words import CADENCE
from dealer_roles.words.shares import SHARE_LABELS

UNKNOWN = "?"
_REMARK = Text(
    "新增职责（来自 Word），缺 {missing}；补齐后删去行首的 #。{more}",
    "a new duty (from Word) without {missing}; add it and delete the #. {more}",
)
_NEAR = Text("相近的任务：{}。", "Tasks that come near: {}.")
_REST = Text("同一行还写有：{}。", "The row says besides: {}.")


@frozen
class DutyDraft:
    """A duty without its task, which only people can say.

    Attributes:
        text: How it is worded.
        share: The kind of share, if it can be told.
        cadence: How often it is done, as ids.
        rest: What else its row says.
        lang: Its language.
    """

    text: str
    share: str
    cadence: tuple[str, ...]
    rest: tuple[str, ...]
    lang: Lang

    @classmethod
    def of(cls, cells: Mapping[str, Sequence[str]], lang: Lang) -> DutyDraft:
        """Return the draft of a row: what its cells say, by column."""
        text, *notes = cells["duty"]
        shares = {SHARE_LABELS[id_].get(lang): id_ for id_ in RESPONSIBILITIES}
        often = {word.get(lang): id_ for id_, word in CADENCE.items()}
        share, *whom = cells.get("responsibility", ()) or ("",)
        said = [line for cell in cells.get("cadence", ()) for line in cell.split("\n")]
        unread = [*notes, *whom, *(s for s in (share,) if s not in shares)]
        unread += [line for line in said if line not in often]
        unread += [line for key in ("limits", "forms") for line in cells.get(key, ())]
        cadence = tuple(often[line] for line in said if line in often)
        rest = tuple(line for line in unread if line)
        return cls(text, shares.get(share, ""), cadence, rest, lang)

    @property
    def missing(self) -> str:
        """What it lacks, as keys of the file."""
        return "task" if self.share else "task, responsibility"

    def lines(self, org: OnDay) -> list[str]:
        """Return the draft as comments of a file: it counts once somebody completes it."""
        cadence = f"cadence: [{', '.join(self.cadence)}], " if self.cadence else ""
        duty = (
            f"- {{task: {UNKNOWN}, responsibility: {self.share or UNKNOWN}, {cadence}"
            f"text: {{{self.lang}: {scalar(self.text)}}}}}"
        )
        more = [_NEAR.get(self.lang).format(self._near(org)) if self._near(org) else ""]
        more.append(_REST.get(self.lang).format("; ".join(self.rest)) if self.rest else "")
        remark = _REMARK.get(self.lang).format(
            missing=self.missing,
            more=" ".join(part for part in more if part),
        )
        return [f"# {line}" for line in (" ".join(remark.split()), duty)]

    def words(self, file: str) -> Text:
        """Say where the draft was put, and what it lacks."""
        return Text(
            f"新增职责“{self.text}”已作为草稿（注释）写入 {file}：缺 {self.missing}",
            f'the new duty "{self.text}" is drafted as a comment in {file}: '
            f"it lacks {self.missing}",
        )

    def _near(self, org: OnDay) -> str:
        known = org.model.catalogue.tasks
        names = {id_: (task.name.get(self.lang),) for id_, task in known.items()}
        found = nearest_named(self.text, names)
        return ", ".join(f"{id_} ({known[id_].name.get(self.lang)})" for id_ in found)
