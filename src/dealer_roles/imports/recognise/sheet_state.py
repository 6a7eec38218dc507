"""Which position and which section a text is in, and what is taken for them."""

from __future__ import annotations

from collections.abc import Sequence

from dealer_roles.imports.drafts import DraftPosition
from dealer_roles.imports.ledger import Ledger
from dealer_roles.imports.pieces import Bit
from dealer_roles.imports.recognise.labels import SINGLE, Labels
from dealer_roles.imports.recognise.lines import TextLine
from dealer_roles.imports.recognise.roles import is_name, is_role
from dealer_roles.imports.recognise.titles import name_in_title


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
        self._section_level = 0
        self._inline_value = False
        self._begun_by: TextLine | None = None
        self._above_duties: set[int] = set()
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

    def drop_title(self) -> None:
        """Forget a position of which nothing is said: its name is the title of a table of several."""
        at = self._at
        if at is None or not at.is_bare or at not in self.positions:
            return
        self.positions.remove(at)
        for bit in at.where:
            self._ledger.revise(bit, "heading")
        self.leave()

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

    def _use(self, line: TextLine, as_: str) -> None:
        for bit in line.body_bits:
            self._ledger.used(bit, as_, self._name)

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

    def _may_name(self, line: TextLine) -> None:
        """Keep a line that may name the position of a list below it: the last, but roles win."""
        if not self._knows_name() or is_role(name_in_title(line.body)[0]):
            self._candidate = line

    def _knows_name(self) -> bool:
        """Whether a line before named a position beyond doubt."""
        return self._candidate is not None and is_role(name_in_title(self._candidate.body)[0])

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
