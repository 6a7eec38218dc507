"""What is taken for the section that is read: single facts, texts, what is said beside them."""

from __future__ import annotations

import re

from dealer_roles.imports.drafts import DraftDuty, SaidText
from dealer_roles.imports.pieces import Bit
from dealer_roles.imports.recognise.cadences import cadence_in, cadence_of
from dealer_roles.imports.recognise.labels import BESIDE, LEFT_OUT, PROTECTED, SINGLE
from dealer_roles.imports.recognise.lines import TextLine
from dealer_roles.imports.recognise.narrow_labels import narrow_label
from dealer_roles.imports.recognise.roles import is_role
from dealer_roles.imports.recognise.sentences import ENDS, sentences_of, tidy
from dealer_roles.imports.recognise.shares import reads_as_qualification, share_of
from dealer_roles.imports.recognise.sheet_state import SheetState
from dealer_roles.imports.recognise.single_values import is_nothing, set_value
from dealer_roles.imports.recognise.titles import name_in_title
from dealer_roles.imports.recognise.unlawful import unlawful_clauses

_AMOUNT = re.compile(r"^\d+(?:\.\d+)?\s*[%％]?$")


class TextTaker(SheetState):
    """Takes values and texts for the position and the section that are read."""

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
            self._use(line, "cadence")
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
        if not name or self._labels.field(name) == "position":
            self._ledger.left_out(bit, "heading")
            return
        self._at.name, self._at.where = name, [bit]
        self._at.headcount = count or self._at.headcount
        self._named_by_label = True
        self._ledger.used(bit, "position", self._at.name)
        if more is not None:
            self._add(more.text, [more], "qualifications")

    def _is_value(self, line: TextLine) -> bool:
        """Whether a line names a position: it is the value of the label before it."""
        if self._section == "position":
            return is_role(name_in_title(_before_clauses(line.first)[0].text)[0])
        return is_role(line.body)

    def _text(self, line: TextLine, section: str) -> None:
        """Take a text of a list; what has several sentences and no numbers is several texts."""
        bits = line.body_bits
        if is_nothing(line.body):
            self._leave_out(line, "empty-mark")
            return
        if _AMOUNT.match(line.body) and section in ("duties", "measures"):
            self._leave_out(line, "weight")
            return
        if section == "purpose" and line.mark is not None and line.mark.value:
            section = "duties"  # a summary in numbered items is what is done
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
