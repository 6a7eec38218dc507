"""A dealer group as large as the largest real chart we know, generated."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

POSITIONS, DEPARTMENTS = 1368, 330
_TASKS_EACH = 2
_TOPICS = 12


def write_group(folder: Path, positions: int = POSITIONS, departments: int = DEPARTMENTS) -> Path:
    """Write a group with nested departments, and return its folder.

    Each position owns two tasks, helps with a third and hands one on; each department has a
    head; every topic has a ladder and a row of the authority table.

    Args:
        folder: Where to write it.
        positions: How many positions it has.
        departments: How many departments they sit in; none for no departments at all.
    """
    folder.mkdir(parents=True, exist_ok=True)
    text = "---\n".join(_files(positions, departments))
    (folder / "organization.yaml").write_text(text, encoding="utf-8")
    return folder


def _files(positions: int, departments: int) -> Iterator[str]:
    yield _organization(positions, departments)
    yield _catalogue(positions)
    for number in range(positions):
        yield _position(number, positions, departments)
    yield from (_process(n, positions) for n in range(positions // 100))


def _organization(positions: int, departments: int) -> str:
    lines = ["kind: organization", "id: group", "name: {zh: 远航汽车集团, en: Voyage Motors}"]
    lines.append("departments:" if departments else "departments: []")
    for n in range(departments):
        inside = f", part_of: d{(n - 1) // 6}" if n else ""
        lines.append(f"- {{id: d{n}, name: {{zh: 第{n}事业部, en: Division {n}}}{inside}}}")
    ranks = [min(positions - 1, n) for n in (40, 6, 1, 0)]
    lines += ["ladders:"] if positions > 40 else ["ladders: {}"]
    for topic in range(_TOPICS if positions > 40 else 0):
        lines.append(f"  topic-{topic}:")
        lines += [f"  - {{position: p{p}, within: {n + 1} hours}}" for n, p in enumerate(ranks)]
    lines.append("authority:" if positions > 40 else "authority: []")
    for topic in range(_TOPICS if positions > 40 else 0):
        steps = ", ".join(
            f"{{position: p{p}, up_to: {{amount: {10 ** (n + 3)}, currency: CNY}}}}"
            for n, p in enumerate(ranks[:-1])
        )
        lines.append(f"- {{topic: topic-{topic}, steps: [{steps}, {{position: p0}}]}}")
    return "\n".join(lines) + "\n"


def _catalogue(positions: int) -> str:
    topics = "".join(
        f"- {{id: topic-{n}, name: {{zh: 第{n}类事项, en: Matter {n}}}}}\n" for n in range(_TOPICS)
    )
    tasks = "".join(
        f"- {{id: t{n}, name: {{zh: 处理第{n}类业务, en: Handle business {n}}}}}\n"
        for n in range(positions * _TASKS_EACH)
    )
    area = "area: {id: work, zh: 业务, en: Business}\n"
    return f"kind: topics\ntopics:\n{topics}---\nkind: tasks\n{area}tasks:\n{tasks}"


def _position(number: int, positions: int, departments: int) -> str:
    department = f"department: d{number % departments}\n" if departments else ""
    own = [number * _TASKS_EACH, number * _TASKS_EACH + 1]
    helped = (number * 7 + 3) % (positions * _TASKS_EACH)
    shares = [*((t, "accountable") for t in own)]
    shares += [(helped, "supporting")] if helped not in own else []
    duties = "".join(
        f"- task: t{task}\n  responsibility: {share}\n  within: 2 business hours\n"
        f"  text: {{zh: 按流程完成第{task}类业务, en: Complete business {task}}}\n"
        for task, share in shares
    )
    to = (number * 5 + 1) % positions
    return (
        f"kind: position\nid: p{number}\nname: {{zh: 第{number}号主管岗, en: Officer {number}}}\n"
        f"{department}reports_to: {f'p{(number - 1) // 6}' if number else 'null'}\n"
        f"duties:\n{duties}handoffs:\n- id: h{number}\n  task: t{own[0]}\n  to: p{to}\n"
        f"  then: t{to * _TASKS_EACH}\n  deliverable: {{zh: 交接单, en: Hand-over sheet}}\n"
        "measures:\n- {zh: 按时完成率, en: Done in time, weight: 60}\n"
    )


def _process(number: int, positions: int) -> str:
    steps = "".join(
        f"- {{id: s{n}, task: t{(number * 100 + n * 3) % (positions * _TASKS_EACH)}}}\n"
        for n in range(8)
    )
    name = f"name: {{zh: 第{number}号流程, en: Process {number}}}"
    return f"kind: process\nid: process-{number}\n{name}\nsteps:\n{steps}"
