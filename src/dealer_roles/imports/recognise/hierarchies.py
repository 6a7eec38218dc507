"""Who stands above whom in a list where no column says so: by path, by number, by indentation."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from dealer_roles.imports.drafts import DraftPosition
from dealer_roles.imports.ledger import Ledger
from dealer_roles.imports.pieces import Bit, TableCell, whole
from dealer_roles.imports.recognise.lines import width
from dealer_roles.imports.recognise.roles import is_company, is_role

_STEP = re.compile(r"\s*(?:->|=>|→|>|»|／|/|\\|｜|\|)\s*|\s+[-–—]\s+")
_TREE = re.compile(r"^[\s\u3000│├└┣┗┃┠─━|`+\-–—·.]*(?=\S)")
_DOTTED = re.compile(r"[A-Za-z]{0,3}\d{1,3}(?:[.．-]\d{1,3})*[.．]?")
_PAIRS = re.compile(r"(?:\d\d){1,6}")
_LEVEL = re.compile(
    r"(?:组织|汇报|管理|岗位)?(?:层级|级次|层次|阶层)|(?:(?:org|reporting|hierarchy) )?(?:level|tier|depth|lvl)",
    re.IGNORECASE,
)
_MOSTLY = 0.8
_FEWEST = 2


def take_path(at: DraftPosition, cell: TableCell, ledger: Ledger) -> None:
    """Take name, departments and superior of a position from a path: ``总经理/销售部/销售顾问``."""
    bit = cell.bit
    *above, name = [part for part in _STEP.split(bit.text) if part] or [bit.text]
    roles = [part for part in above if is_role(part)]
    at.name = at.name or name
    at.where = at.where or [bit]
    if not at.department:
        at.department = tuple(p for p in above if p not in roles and not is_company(p))
    if roles and not at.superior.words:
        at.superior.words, at.superior.bits = roles[-1], [bit]
    ledger.used(bit, "path", at.name)


def is_level(heading: str) -> bool:
    """Whether a column numbers the levels of an organization, not the grades of its pay."""
    return _LEVEL.fullmatch(" ".join(heading.split())) is not None


def bare_name(text: str) -> str:
    """Return a name without the blanks and lines of a drawn tree."""
    return " ".join(text[_tree(text) :].split())


def _tree(text: str) -> int:
    found = _TREE.match(text)
    return found.end() if found else 0


def depth_of(cell: TableCell) -> int:
    """Return how far a name is moved to the right."""
    text = cell.pieces[0].text
    return width(text[: _tree(text)].expandtabs(4))


class Ranks:
    """Numbers and indentations of the rows of a list, in order."""

    def __init__(self) -> None:
        self._numbers: dict[DraftPosition, tuple[str, Bit]] = {}
        self._depths: dict[DraftPosition, tuple[int, Bit]] = {}
        self._levels: dict[DraftPosition, tuple[int, Bit]] = {}

    def number(self, at: DraftPosition, cell: TableCell) -> None:
        """Keep the number or code of a row."""
        self._numbers.setdefault(at, (cell.text.strip(" .．"), whole(cell.pieces[0])))

    def name(self, at: DraftPosition, cell: TableCell) -> None:
        """Keep how far the name of a row is moved to the right."""
        self._depths.setdefault(at, (depth_of(cell), whole(cell.pieces[0])))

    def level(self, at: DraftPosition, cell: TableCell) -> None:
        """Keep the level that a row says of its position: 1 stands above 2."""
        if (text := cell.text.strip()).isdecimal() and len(text) < 3:
            self._levels.setdefault(at, (int(text), cell.bit))

    def settle(self, positions: Sequence[DraftPosition]) -> None:
        """Say who stands above whom, unless the list says it of anybody itself."""
        said = any(p.superior.words or p.superior.code or p.superior.top for p in positions)
        if said or self._by_number():
            return
        levels = [level for level, _ in self._levels.values()]
        if len(levels) == len(positions) and levels.count(min(levels, default=0)) == 1:
            self._by_depth(self._levels)
        else:
            self._by_depth(self._depths)

    def _by_number(self) -> bool:
        rows = {number: at for at, (number, _) in self._numbers.items()}
        for parent in (_dotted_parent, _paired_parent):
            below = {number: parent(number) for number in rows}
            said = {number: up for number, up in below.items() if up}
            known = {number: up for number, up in said.items() if up in rows}
            if len(known) >= _FEWEST and len(known) >= _MOSTLY * len(said):
                for number, up in known.items():
                    _set(rows[number], rows[up], self._numbers[rows[number]][1])
                return True
        return False

    @staticmethod
    def _by_depth(said: Mapping[DraftPosition, tuple[int, Bit]]) -> None:
        """Whoever stands nearest above somebody and less deep is his superior."""
        depths = [depth for depth, _ in said.values()]
        if len(set(depths)) < _FEWEST or depths[0] != min(depths):
            return
        above: list[tuple[int, DraftPosition]] = []
        for at, (depth, bit) in said.items():
            above = [entry for entry in above if entry[0] < depth]
            if above:
                _set(at, above[-1][1], bit)
            above.append((depth, at))


def _set(at: DraftPosition, up: DraftPosition, bit: Bit) -> None:
    at.superior.words, at.superior.code, at.superior.bits = up.name, up.code, [bit]


def _dotted_parent(number: str) -> str:
    if not _DOTTED.fullmatch(number):
        return ""
    return re.sub(r"[.．-]?\d+$", "", number) if re.search(r"[.．-]", number) else ""


def _paired_parent(number: str) -> str:
    return number[:-2] if _PAIRS.fullmatch(number) and len(number) > 2 else ""
