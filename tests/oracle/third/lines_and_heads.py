"""Who is above whom on a day: superiors, heads of departments, who acts for a vacant position."""

from __future__ import annotations

from dataclasses import dataclass

from tests.oracle.third.written import Written, listed

TOP, UNNAMED, ABSENT, LOOP = "top", "unnamed", "absent", "loop"


@dataclass(frozen=True, kw_only=True)
class Above:
    """A superior, or why there is none: the top, somebody not named, all of them absent here."""

    position: str | None = None
    ends: str = ""


def present(written: Written, position: str) -> Above:
    """Return a position, or in its place the nearest usual superior who is here."""
    seen: set[str] = set()
    at: str | None = position
    while at is not None and at not in written.positions and at not in seen:
        seen.add(at)
        at = written.usual.get(at, {}).get("reports_to")
    return Above(position=at) if at in written.positions else Above(ends=ABSENT)


def superior(written: Written, position: str) -> Above:
    """Return the superior by the reporting line; an absent one is passed over by its usual one."""
    raw = written.positions[position]
    if "reports_to" not in raw or isinstance(raw["reports_to"], dict):
        return Above(ends=UNNAMED)
    if raw["reports_to"] is None:
        return Above(ends=TOP)
    return present(written, raw["reports_to"])


def outside_superior(written: Written, position: str) -> Above:
    """Return the superior who does not sit at the same desk."""
    for found in line(written, position):
        if found.position is None or written.holder(found.position) != written.holder(position):
            return found
    return Above(ends=LOOP)


def line(written: Written, position: str) -> list[Above]:
    """Return everybody above a position, up to how the line ends: also in a loop.

    A line may turn back where an absent position is passed over by its usual superior.
    """
    found = [Above(position=position)]
    while (at := found[-1].position) is not None:
        above = superior(written, at)
        found.append(Above(ends=LOOP) if above in found else above)
    return found[1:]


def acting_for(written: Written, position: str, day: str) -> str | None:
    """Return who acts for a position that is vacant on a day."""
    vacant = written.positions[position].get("vacant")
    if vacant and str(vacant["since"]) <= day:
        acting = vacant.get("acting")
        return str(acting) if acting in written.positions else None
    return None


def members(written: Written, department: str) -> list[str]:
    """Return the positions that sit in a department."""
    return [p for p in written.positions if department in written.departments_of(p)]


def heads(written: Written, department: str) -> list[str]:
    """Return the stated heads, else the one member whose superior is outside."""
    stated = written.departments.get(department, {})
    if "heads" in stated or "head" in stated:
        return [str(h) for h in listed(stated.get("heads", stated.get("head")))]
    inside = members(written, department)
    outward = [p for p in inside if _superior_is_outside(written, p, inside)]
    return outward if len(outward) == 1 else []


def _superior_is_outside(written: Written, position: str, inside: list[str]) -> bool:
    above = superior(written, position)
    return "reports_to" in written.positions[position] and above.position not in inside
