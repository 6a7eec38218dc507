"""Which position and which section a text is in, and what is taken for them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dealer_roles.imports.drafts import DraftDuty, DraftPosition, SaidText
from dealer_roles.imports.ledger import Ledger
from dealer_roles.imports.pieces import Bit
from dealer_roles.imports.recognise.cadences import cadence_in, cadence_of
from dealer_roles.imports.recognise.labels import BESIDE, LEFT_OUT, PROTECTED, SINGLE, Labels
from dealer_roles.imports.recognise.lines import TextLine
from dealer_roles.imports.recognise.narrow_labels import narrow_label
from dealer_roles.imports.recognise.roles import is_name, is_role
from dealer_roles.imports.recognise.sentences import ENDS, sentences_of, tidy
from dealer_roles.imports.recognise.shares import reads_as_qualification, share_of
from dealer_roles.imports.recognise.single_values import is_nothing, set_value
from dealer_roles.imports.recognise.titles import name_in_title
from dealer_roles.imports.recognise.unlawful import unlawful_clauses


class SheetState:
    """Knows the position and the section that are read, and takes texts for them."""

    _named_by_label = False
    _procedure = False
    _listed_names = ""

    def __init__(self, ledger: Ledger, labels: Labels) -> None:
        self.positions: list[DraftPosition] = []
        self._ledger = ledger
        self._labels = labels
        self._at: DraftPosition | None = None
        self._section = ""
        self._department: tuple[str, ...] = ()
        self._section_mark: tuple[str, int] = ("", 0)
        self._item_mark: tuple[str, int] = ("", 0)
        self._item_sign = ""
        self._said_label = ""
        self._candidate: TextLine | None = None

    def start(self, name: str = "", where: Sequence[Bit] = ()) -> DraftPosition:
        """Begin another position."""
        self._at = DraftPosition(name, list(where), self._department)
        self.positions.append(self._at)
        self._enter("")
        return self._at

    def take_label(self, name: str, bit: Bit) -> None:
        """Take a label that stands by itself: what follows is about it."""
        self._before_fact(name)
        self.label(name, bit)

    def _before_fact(self, name: str) -> None:
        """Begin another position, if a fact cannot be about the one that is read."""
        if name in SINGLE and self._conflicts(name):
            if self._at is None and name != "position":
                self._start_unnamed(sure=True)
            else:
                self.start()

    def label(self, name: str, bit: Bit) -> None:
        """Take a label of the position that is read."""
        self._ledger.used(bit, f"label:{name}", self._name)
        self.enter(name)
        self._said_label = bit.text

    def enter(self, name: str) -> None:
        """What follows is about a field."""
        if name != self._section:
            self._enter(name)

    @property
    def section(self) -> str:
        """The field that the last label stands for."""
        return self._section

    @property
    def current(self) -> DraftPosition | None:
        """The position that is read."""
        return self._at

    @property
    def department(self) -> tuple[str, ...]:
        """The department whose positions follow."""
        return self._department

    @property
    def _name(self) -> str:
        return self._at.name if self._at else ""

    def _enter(self, section: str, mark: tuple[str, int] = ("", 0)) -> None:
        self._section = section
        self._section_mark = mark if mark[0] else self._section_mark
        self._item_mark = ("", 0)
        self._said_label = ""

    def into(self, at: DraftPosition, section: str, label: str = "") -> None:
        """Read what follows into a position that a table names."""
        self._at = at
        self._section = section
        self._item_mark = ("", 0)
        self._said_label = label

    def leave(self) -> None:
        """What follows belongs to no position yet: a table of several ended."""
        self._at = None
        self._enter("")

    def _leave_out(self, line: TextLine, why: str) -> None:
        for bit in line.body_bits:
            self._ledger.left_out(bit, why, self._name)

    def _conflicts(self, name: str) -> bool:
        """Whether a fact must belong to another position than the one that is read."""
        at = self._at
        if at is None:
            return name != "company"
        if name == "position":
            return bool(at.name) and (at.has_content or (any(at.where) and self._named_by_label))
        taken = {"department": at.department != self._department and at.department, "code": at.code,
                 "superior": at.superior.words or at.superior.top, "grade": at.grade}.get(name)  # fmt: skip
        return bool(taken) and at.has_content

    def _value(self, line: TextLine) -> None:
        section = self._section
        if section in SINGLE:
            self._single(line)
        elif section in BESIDE:
            self._beside(line)
        elif section in LEFT_OUT or section in PROTECTED:
            for bit in line.bits:
                self._ledger.left_out(bit, section, self._name, section)
        elif section == "department-duties":
            for bit in line.bits:
                self._ledger.left_out(bit, section)
        else:
            self._count_item(line)
            self._text(line, section)

    def _beside(self, line: TextLine) -> None:
        """Take what is said of the duty before it."""
        cadence = cadence_of(line.body) if self._section == "cadence" else ""
        duties = self._at.duties if self._at else []
        if cadence and duties:
            duties[-1].said.cadence = cadence
            for bit in line.body_bits:
                self._ledger.used(bit, "cadence", self._name)
        else:
            self._leave_out(line, self._section)

    def _count_item(self, line: TextLine) -> None:
        if line.mark is not None:
            self._item_mark, self._item_sign = (line.mark.kind, line.mark.value), line.sign

    def _is_listed(self, line: TextLine) -> bool:
        """Whether the sign before a line is that of the items before it."""
        if line.mark is None or line.mark.kind != self._item_mark[0]:
            return False
        return line.mark.kind != "bullets" or line.sign == self._item_sign

    def _single(self, line: TextLine) -> None:
        if self._at is None:
            self.start()
        assert self._at is not None
        bit = line.bits[0]
        if self._section == "position":
            self._listed_names = line.mark.kind if line.mark else ""
            self._named(line.first)
        else:
            set_value(self._at, self._section, bit, self._ledger)
        for more in line.bits[1:]:
            self._ledger.left_out(more, "repeated", self._name)
        self._enter("default" if self._section == "position" else "")

    def _named(self, bit: Bit) -> None:
        assert self._at is not None
        bit, more = _before_clauses(bit)
        name, count = name_in_title(bit.text)
        if not name:
            self._ledger.left_out(bit, "heading")
            return
        self._at.name, self._at.where = name, [bit]
        self._at.headcount = count or self._at.headcount
        self._named_by_label = True
        self._ledger.used(bit, "position", self._at.name)
        if more is not None:
            self._add(more.text, [more], "qualifications")

    def _may_name(self, line: TextLine) -> None:
        """Keep a line that may name the position of a list below it: the last, but roles win."""
        known = self._candidate is not None and is_role(name_in_title(self._candidate.body)[0])
        if not known or is_role(name_in_title(line.body)[0]):
            self._candidate = line

    def _is_value(self, line: TextLine) -> bool:
        """Whether a line names a position: it is the value of the label before it."""
        if self._section == "position":
            return is_role(name_in_title(_before_clauses(line.first)[0].text)[0])
        return is_role(line.body)

    def _start_unnamed(self, *, sure: bool = False) -> None:
        """A list without a position before it: the last short line may be its name.

        Args:
            sure: Take only a name that is known to be a position's.
        """
        candidate = self._candidate
        self.start()
        if candidate is not None and self._at is not None:
            name = name_in_title(candidate.body)[0]
            if (is_role(name) if sure else is_name(name)) and not self._labels.field(name):
                self._at.name, self._at.where = name, candidate.body_bits
        self._candidate = None

    def _text(self, line: TextLine, section: str) -> None:
        """Take a text of a list; what has several sentences and no numbers is several texts."""
        bits = line.body_bits
        if is_nothing(line.body):
            self._leave_out(line, "empty-mark")
            return
        self._have_position()
        label = self._label_before(line, section)
        if len(bits) > 1:
            self._add(line.body, bits, section, label=label)
            return
        several = section in ("duties", "qualifications") and line.mark is None
        for part in sentences_of(bits[0], several=several):
            self._add(part.text, [part], section, label=label)
            label = ""

    def _have_position(self) -> None:
        """Begin an unnamed position where a list has none; it is still the same list."""
        if self._at is None:
            kept = self._section, self._section_mark, self._item_mark, self._said_label
            self._start_unnamed()
            self._section, self._section_mark, self._item_mark, self._said_label = kept

    def _label_before(self, line: TextLine, section: str) -> str:
        """Return the label without which a text that is no item of a list would say less."""
        label, self._said_label = self._said_label, ""
        worded = section in ("qualifications", "conditions") and line.mark is None
        return narrow_label(label) if label and worded else ""

    def _add(
        self, text: str, bits: list[Bit], section: str, *, record: bool = True, label: str = ""
    ) -> None:
        at = self._at
        assert at is not None
        kept = self._lawful(text, bits, section) if record else text
        kept = kept.strip(ENDS)
        if not kept:
            return
        said = SaidText(label + tidy(kept), bits)
        kept = said.text
        if section == "duties":
            said.cadence = cadence_in(kept)
            responsibility, note = share_of(kept)
            at.duties.append(DraftDuty(said, kept, responsibility, note, worded=True))
        else:
            at.texts(section).append(said)

    def _lawful(self, text: str, bits: list[Bit], section: str) -> str:
        """Return a text without the clauses that may be unlawful; record the fate of every part."""
        if len(bits) > 1:
            found = list(unlawful_clauses(text))
            for bit in bits:
                if found:
                    self._ledger.left_out(bit, found[0][2], self._name, section)
                else:
                    self._ledger.proposed(bit, section, self._name)
            return "" if found else text
        (bit,) = bits
        kept, at = [], 0
        for start, end, kind in unlawful_clauses(text):
            self._ledger.proposed(bit.part(at, start), section, self._name)
            self._ledger.left_out(bit.part(start, end), kind, self._name, section)
            kept.append(text[at:start])
            at = end
        self._ledger.proposed(bit.part(at, len(text)), section, self._name)
        whole_text = "".join([*kept, text[at:]])
        return re.sub(r"^[，,、；;。\s]+|([，,、；;])\s*(?=[，,、；;。])", "", whole_text)


_CLAUSES = re.compile(r"[，,；;。]|[（(](?=[^（）()]{6,}[）)]\s*$)")


def _before_clauses(bit: Bit) -> tuple[Bit, Bit | None]:
    """Cut what is asked of a person from the name of a position: ``前台1名，要求普通话流利``."""
    cut = _CLAUSES.search(bit.text)
    if cut is None or not is_role(name_in_title(bit.text[: cut.start()])[0]):
        return bit, None
    bracketed = cut.group() in "（("
    end = len(bit.text) - 1 if bracketed else len(bit.text)
    rest = bit.part(cut.end(), end)
    if bracketed and not reads_as_qualification(rest.text):
        return bit, None
    return bit.part(0, cut.start()), rest if rest.text else None
