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


def superiors(written: Written, position: str) -> list[Above]:
    """Return the superior by the reporting line; an absent one is passed over by its usual one.

    Where a position's line is not stated, those of its colleagues that leave the desk are its own.
    """
    return [above for _, above in sorted(_own_lines(written, position), key=lambda line: line[0])]


def _own_lines(written: Written, position: str) -> list[tuple[str, Above]]:
    """Return the lines that are a position's own, each with whose it is as stated."""
    if own := _stated_superior(written, position):
        return [(position, own)]
    desk = written.members_of_holder(written.holder(position))
    stated = [(one, _stated_superior(written, one)) for one in desk if one != position]
    leaving = [(one, above) for one, above in stated if above and above.position not in desk]
    return leaving or [(position, Above(ends=UNNAMED))]


def stated_line_ends(written: Written, position: str) -> str:
    """Return how a line ends where nobody but those on it is asked; empty if it is not stated."""
    seen: set[str] = set()
    at: str | None = position
    while at is not None and at not in seen:
        seen.add(at)
        above = _stated_superior(written, at)
        if above is None or above.position is None:
            return above.ends if above else ""
        at = above.position
    return LOOP


def _stated_superior(written: Written, position: str) -> Above | None:
    raw = written.positions[position]
    if "reports_to" not in raw:
        return None
    if isinstance(raw["reports_to"], dict):
        return Above(ends=UNNAMED)
    return Above(ends=TOP) if raw["reports_to"] is None else present(written, raw["reports_to"])


def outside_superiors(written: Written, *positions: str) -> list[Above]:
    """Return the superiors of a position, or of several of a desk, who do not sit at it.

    Of ways to one desk one counts, that of the first by id whose line leaves; an end only where
    no line leads to anybody.
    """
    found = [one for _, one in sorted(_lines(written, *positions), key=lambda line: line[0])]
    above = {written.holder(one.position): one for one in reversed(found) if one.position}
    if above:
        return [above[holder] for holder in sorted(above)]
    ends = {one.ends for one in found}
    return [Above(ends=next((one for one in (TOP, ABSENT, UNNAMED) if one in ends), LOOP))]


def lines_leaving(written: Written, *positions: str) -> list[Above]:
    """Return where the lines of positions lead away from their desk, or end."""
    return [above for _, above in _lines(written, *positions)]


def _lines(written: Written, *positions: str) -> list[tuple[str, Above]]:
    """Return whose line leads where; where all turn in a circle at the desk, its colleagues'."""
    desk = written.members_of_holder(written.holder(positions[0]))
    own = [found for one in positions for found in _leaving(written, one, desk)]
    return own or [found for one in desk for found in _leaving(written, one, desk)]


def _leaving(written: Written, position: str, desk: list[str]) -> list[tuple[str, Above]]:
    """Return whose line leads where, away from a desk: past colleagues, each of them once."""
    found, passed = [], [position]
    for at in passed:
        for whose, above in _own_lines(written, at):
            if above.position not in desk:
                found.append((whose, above))
            elif above.position not in passed:
                passed.append(above.position)
    return found


def above_desk(written: Written, asker: str) -> Above:
    """Return the superior of somebody, also of a desk; of several the first by their ids."""
    return outside_superiors(written, *written.members_of_holder(asker))[0]


def everybody_above(written: Written, position: str) -> set[str]:
    """Return everybody above a position, by every line that is its own."""
    waiting, found = [position], set[str]()
    while waiting:
        more = {one.position for one in superiors(written, waiting.pop()) if one.position}
        waiting += more - found
        found |= more
    return found


def is_vacant(written: Written, position: str, day: str) -> bool:
    """Whether nobody holds a position on a day, nor any other of its desk."""
    desk = written.members_of_holder(written.holder(position))
    return all(_falls_vacant(written, one, day) for one in desk)


def _falls_vacant(written: Written, position: str, day: str) -> bool:
    vacant = written.positions[position].get("vacant", {"since": "9999"})
    return str(vacant["since"]) <= day


def vacant_since(written: Written, holder: str) -> str:
    """Return since when a position is vacant, or a desk: since the last of its positions is."""
    members = written.members_of_holder(holder)
    return max(str(written.positions[one]["vacant"]["since"]) for one in members)


def acting_for(written: Written, position: str, day: str) -> str | None:
    """Return who acts for a vacant position, else for its desk: somebody who is there."""
    if not is_vacant(written, position, day):
        return None
    desk = written.members_of_holder(written.holder(position))
    for one in (position, *sorted(desk)):
        acting = written.positions[one].get("vacant", {}).get("acting")
        if (
            acting in written.positions
            and acting not in desk
            and not is_vacant(written, acting, day)
        ):
            return str(acting)
    return None


def co_heads(written: Written, position: str) -> list[str]:
    """Return those who head a department together with somebody of a position's desk."""
    desk = written.members_of_holder(written.holder(position))
    found: list[str] = []
    for stated in written.departments.values():
        together = listed(stated.get("heads", []))
        if set(together) & set(desk):
            found += [one for one in together if one in written.positions and one not in desk]
    return found


def answers_for(written: Written, position: str, day: str) -> str | None:
    """Return who answers for a vacant position: a co-head who is there, else whoever acts."""
    if not is_vacant(written, position, day):
        return None
    others = co_heads(written, position)
    there = [other for other in others if not is_vacant(written, other, day)]
    acting = [acting_for(written, one, day) for one in (position, *others)]
    return next((one for one in (*there, *acting) if one is not None), None)


def members(written: Written, department: str) -> list[str]:
    """Return the positions that sit in a department, or in one that is part of it."""
    inside = {department}
    while (
        more := {d for d, r in written.departments.items() if r.get("part_of") in inside} - inside
    ):
        inside |= more
    return [p for p in written.positions if inside & set(written.departments_of(p))]


def heads(written: Written, department: str) -> list[str]:
    """Return the stated heads, those that are here if any is, else the one member who rises out."""
    stated = written.departments.get(department, {})
    if "heads" in stated or "head" in stated:
        named = listed(stated.get("heads", stated.get("head")))
        return [str(h) for h in named if h in written.positions] or named
    inside = members(written, department)
    lines = {position: _stated_superior(written, position) for position in inside}
    outward = [p for p, above in lines.items() if above is None or above.position not in inside]
    return outward if len(outward) == 1 and lines[outward[0]] is not None else []


def heads_here(written: Written, department: str) -> list[str]:
    """Return the heads that are here: nobody else heads it in their stead."""
    return [head for head in heads(written, department) if head in written.positions]
