"""Which position and which section a text is in, and what is taken for them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dealer_roles.imports.drafts import DraftDuty, DraftPosition, SaidText
from dealer_roles.imports.ledger import Ledger
from dealer_roles.imports.pieces import Bit
from dealer_roles.imports.recognise.facts import facts_in
from dealer_roles.imports.recognise.labels import LEFT_OUT, LISTS, PROTECTED, SINGLE, Labels
from dealer_roles.imports.recognise.lines import TextLine
from dealer_roles.imports.recognise.roles import is_company, is_name, without_numbers
from dealer_roles.imports.recognise.sentences import ENDS, sentences_of, tidy
from dealer_roles.imports.recognise.shares import share_of
from dealer_roles.imports.recognise.single_values import set_value
from dealer_roles.imports.recognise.unlawful import unlawful_clauses


class SheetState:
    """Knows the position and the section that are read, and takes texts for them."""

    _named_by_label = False

    def __init__(self, ledger: Ledger, labels: Labels) -> None:
        self.positions: list[DraftPosition] = []
        self._ledger = ledger
        self._labels = labels
        self._at: DraftPosition | None = None
        self._section = ""
        self._department: tuple[str, ...] = ()
        self._section_mark: tuple[str, int] = ("", 0)
        self._item_mark: tuple[str, int] = ("", 0)
        self._candidate: TextLine | None = None

    def start(self, name: str = "", where: Sequence[Bit] = ()) -> DraftPosition:
        """Begin another position."""
        self._at = DraftPosition(name, list(where), self._department)
        self.positions.append(self._at)
        self._enter("")
        return self._at

    def take_label(self, name: str, bit: Bit) -> None:
        """Take a label that stands by itself: what follows is about it."""
        if name in SINGLE and self._conflicts(name):
            self.start()
        self.label(name, bit)

    def label(self, name: str, bit: Bit) -> None:
        """Take a label of the position that is read."""
        self._ledger.used(bit, f"label:{name}", self._name)
        self.enter(name)

    def enter(self, name: str) -> None:
        """What follows is about a field."""
        if name in LISTS and self._at is None:
            self._start_unnamed()
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
    def _name(self) -> str:
        return self._at.name if self._at else ""

    def _enter(self, section: str, mark: tuple[str, int] = ("", 0)) -> None:
        self._section = section
        self._section_mark = mark if mark[0] else self._section_mark
        self._item_mark = ("", 0)

    def into(self, at: DraftPosition, section: str) -> None:
        """Read what follows into a position that a table names."""
        self._at = at
        self._section = section
        self._item_mark = ("", 0)

    def read_items(self, lines: Sequence[TextLine]) -> None:
        """Read lines that can only be items of the section: a cell in a column of them."""
        for line in lines:
            facts = facts_in(line.first, self._labels)
            if facts and facts[0].field == self._section and not facts[0].rest.text:
                self._ledger.used(facts[0].label, f"label:{self._section}", self._name)
                continue
            self._text(line, self._section)

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
        elif section in LEFT_OUT or section in PROTECTED:
            for bit in line.bits:
                self._ledger.left_out(bit, section, self._name, section)
        elif section == "department-duties":
            for bit in line.bits:
                self._ledger.left_out(bit, section)
        else:
            if line.mark is not None:
                self._item_mark = (line.mark.kind, line.mark.value)
            self._text(line, section)

    def _single(self, line: TextLine) -> None:
        if self._at is None:
            self.start()
        assert self._at is not None
        bit = line.bits[0]
        if self._section == "position":
            self._named(bit)
        else:
            set_value(self._at, self._section, bit, self._ledger)
        for more in line.bits[1:]:
            self._ledger.left_out(more, "repeated", self._name)
        self._enter("default" if self._section == "position" else "")

    def _named(self, bit: Bit) -> None:
        assert self._at is not None
        name, count = without_numbers(bit.text)
        if is_company(name):
            self._ledger.left_out(bit, "heading")
            return
        self._at.name = name or bit.text
        self._at.where = [bit]
        self._at.headcount = count or self._at.headcount
        self._named_by_label = True
        self._ledger.used(bit, "position", self._at.name)

    def _start_unnamed(self) -> None:
        """A list without a position before it: the last short line may be its name."""
        candidate = self._candidate
        self.start()
        if candidate is not None and self._at is not None:
            name = without_numbers(candidate.body)[0]
            if is_name(name) and not self._labels.field(name):
                self._at.name, self._at.where = name, candidate.body_bits
        self._candidate = None

    def _text(self, line: TextLine, section: str) -> None:
        """Take a text of a list; what has several sentences and no numbers is several texts."""
        bits = line.body_bits
        if len(bits) > 1:
            self._add(line.body, bits, section)
            return
        for part in sentences_of(bits[0], several=section == "duties" and line.mark is None):
            self._add(part.text, [part], section)

    def _add(self, text: str, bits: list[Bit], section: str, *, record: bool = True) -> None:
        at = self._at
        assert at is not None
        kept = self._lawful(text, bits, section) if record else text
        kept = kept.strip(ENDS)
        if not kept:
            return
        said = SaidText(tidy(kept), bits)
        kept = said.text
        if section == "duties":
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
