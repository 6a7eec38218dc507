"""Drafts of several files put together: one position for each, ids, tasks, lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dealer_roles.imports.drafts import DraftPosition
from dealer_roles.imports.ids import slug, text_ids, unique_ids
from dealer_roles.imports.known import bundled_ids, party_names
from dealer_roles.imports.ledger import Ledger
from dealer_roles.imports.superiors import SuperiorLine, superiors

Path = tuple[str, ...]
_RESERVED = {"manager"}
LIMITS = {
    "duties": 1000, "outcomes": 100, "measures": 50, "qualifications": 100, "conditions": 20,
    "authority": 100,
}  # fmt: skip


@dataclass(slots=True)
class Draft:
    """A draft organization.

    Attributes:
        positions: Its positions.
        ids: Their ids.
        departments: The ids of the departments, by path.
        tasks: The ids of its own tasks, by what they say.
        lines: The superiors that are said.
        parties: The ids of parties outside, by name.
        chinese: Whether its texts are Chinese.
        language: The language of its texts.
    """

    positions: list[DraftPosition]
    ids: dict[DraftPosition, str]
    departments: dict[Path, str]
    tasks: dict[str, str]
    lines: dict[DraftPosition, SuperiorLine]
    chinese: bool
    parties: dict[str, str] = field(default_factory=dict)
    language: str = "en"


def assemble(positions: Sequence[DraftPosition], ledger: Ledger, language: str, per: str) -> Draft:
    """Put drafts together.

    Args:
        positions: What was recognised, file by file.
        ledger: Takes what is left out.
        language: The language, if it is said.
        per: ``title`` joins people of one title, department and superior.
    """
    merged = _merged(positions, per)
    for position in merged:
        _cut(position, ledger)
    departments = _departments(merged)
    lines = superiors(merged)
    known = bundled_ids("tasks")
    tasks = text_ids((d.task for p in merged for d in p.duties), known, "task")
    chinese = language == "zh" or (not language and _is_chinese(merged))
    parties = _parties(merged, departments)
    ids = _ids(merged, departments, parties.values())
    said = language or ("zh" if chinese else "en")
    return Draft(merged, ids, departments, tasks, lines, chinese, parties, said)


def _parties(positions: Sequence[DraftPosition], departments: dict[Path, str]) -> dict[str, str]:
    """Return the ids of parties: those of the catalogue where it knows the name."""
    said = dict.fromkeys(name for p in positions for d in p.duties for name in d.counterparts)
    known = party_names()
    own = [name for name in said if name.lower() not in known]
    taken = {*_RESERVED, *departments.values(), *known.values(), *bundled_ids("positions")}
    made = unique_ids([(name, ()) for name in own], taken, "party")
    ours = {name: known[name.lower()] for name in said if name.lower() in known}
    return {**ours, **dict(zip(own, made, strict=True))}


def _merged(positions: Sequence[DraftPosition], per: str) -> list[DraftPosition]:
    """Join what several places say of one position: a chart, its sheet, a matrix."""
    rows = _people_joined(positions) if per == "title" else _same_rows_joined(positions)
    by_name: dict[str, list[DraftPosition]] = defaultdict(list)
    made: list[DraftPosition] = []
    for position in rows:
        key = slug(position.name) or position.name
        other = _partner(position, by_name[key])
        if other is None:
            made.append(position)
            by_name[key].append(position)
        else:
            _join(other, position)
    return made


def _partner(position: DraftPosition, known: Sequence[DraftPosition]) -> DraftPosition | None:
    """Return the position of the same name that this one says more of, if exactly one fits."""
    fits = [
        other
        for other in known
        if (other.kind != "row" or position.kind != "row")
        and (not other.department or not position.department
             or other.department[-1] == position.department[-1])
        and not (other.kind == position.kind == "sheet" and other.duties and position.duties)
    ]  # fmt: skip
    return fits[0] if len(fits) == 1 else None


def _join(into: DraftPosition, other: DraftPosition) -> None:
    said = {(d.task, d.responsibility) for d in into.duties}
    into.duties += [d for d in other.duties if (d.task, d.responsibility) not in said]
    for name in ("purpose", "qualifications", "outcomes", "measures", "conditions", "authority"):
        into.texts(name).extend(other.texts(name))
    for name in ("department", "title", "code", "grade", "headcount", "person", "person_code"):
        if not getattr(into, name):
            setattr(into, name, getattr(other, name))
    if not (into.superior.words or into.superior.code or into.superior.top):
        into.superior = other.superior


def _same_rows_joined(positions: Sequence[DraftPosition]) -> list[DraftPosition]:
    """Rows that name neither a person nor a code and say the same are one position."""
    return _joined(
        positions, lambda p: p.kind == "row" and not p.person and not p.code and not p.person_code
    )


def _people_joined(positions: Sequence[DraftPosition]) -> list[DraftPosition]:
    """People of one title who lead nobody are one position with several heads."""
    leads = {key for p in positions for key in (p.superior.words, p.superior.code) if key}
    return _joined(
        positions,
        lambda p: p.kind == "row" and not {p.person, p.code, p.person_code} & leads,
    )


def _joined(positions: Sequence[DraftPosition], may: object) -> list[DraftPosition]:
    assert callable(may)
    first: dict[tuple[object, ...], DraftPosition] = {}
    made: list[DraftPosition] = []
    for p in positions:
        key = (p.name, p.department, p.superior.words, p.superior.code)
        if not may(p):
            made.append(p)
        elif key in first:
            first[key].headcount = (first[key].headcount or 1) + (p.headcount or 1)
            p.headcount = 0
            _join(first[key], p)
        else:
            first[key] = p
            made.append(p)
    return made


def _cut(position: DraftPosition, ledger: Ledger) -> None:
    """Repeated duties are one; lists longer than a position may have are cut, and that is said."""
    seen: set[tuple[str, str]] = set()
    kept = []
    for duty in position.duties:
        if (duty.task, duty.responsibility) not in seen:
            kept.append(duty)
        else:
            for bit in duty.said.bits:
                ledger.revise(bit, "repeated", position.name)
        seen.add((duty.task, duty.responsibility))
    position.duties = kept[: LIMITS["duties"]]
    lost = [duty.said for duty in kept[LIMITS["duties"] :]]
    for name in ("outcomes", "measures", "qualifications", "conditions", "authority"):
        texts = position.texts(name)
        lost += texts[LIMITS[name] :]
        del texts[LIMITS[name] :]
    for said in lost:
        for bit in said.bits:
            ledger.revise(bit, "too-many", position.name)


def _departments(positions: Sequence[DraftPosition]) -> dict[Path, str]:
    """Return an id for each department and each larger one it is part of."""
    paths = {path[: n + 1] for p in positions for path in [p.department] for n in range(len(path))}
    ordered = sorted(paths)
    wanted = [(path[-1], tuple(reversed(path[:-1]))) for path in ordered]
    taken = _RESERVED | bundled_ids("positions") | bundled_ids("parties")
    return dict(zip(ordered, unique_ids(wanted, taken, "department"), strict=True))


def _ids(
    positions: Sequence[DraftPosition], departments: dict[Path, str], parties: Iterable[str]
) -> dict[DraftPosition, str]:
    wanted = [(f"{p.name} member" if p.office else p.name, _qualifiers(p)) for p in positions]
    taken = {*_RESERVED, *departments.values(), *parties}
    taken |= bundled_ids("departments") | bundled_ids("parties")
    return dict(zip(positions, unique_ids(wanted, taken, "position"), strict=True))


def _qualifiers(p: DraftPosition) -> tuple[str, ...]:
    return (p.code, p.department[-1] if p.department else "", p.person, *p.department[:-1])


def _is_chinese(positions: Sequence[DraftPosition]) -> bool:
    texts = [p.name for p in positions] + [d.task for p in positions[:500] for d in p.duties]
    return sum(any("\u4e00" <= ch <= "\u9fff" for ch in text) for text in texts) * 2 > len(texts)
