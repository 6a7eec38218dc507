"""A seeded generator of dealer groups.

A store has 40 positions in 5 departments, 350 duties, 40 hand-offs, 2 posts, a ladder of five
steps, entries of its own and a process of ten steps.
"""

from __future__ import annotations

import random
from pathlib import Path

POSITIONS = 40
DUTIES = 350
TASKS = 300
SHARES = ("accountable", "accountable", "supporting", "consulted", "informed")


def write_store(folder: Path, seed: int, stores: int) -> None:
    """Write one organization with ``stores`` times 40 positions and 350 duties."""
    rng = random.Random(seed)
    (folder / "positions").mkdir(parents=True)
    (folder / "catalogue").mkdir()
    _catalogue(folder / "catalogue", stores)
    (folder / "organization.yaml").write_text(
        "kind: organization\nid: bench\nname: {zh: 测试集团, en: Bench group}\n"
        "catalogue: [./catalogue]\ncoverage: stated\n" + _posts(stores) + _ladders(stores),
        encoding="utf-8",
    )
    for store in range(stores):
        tasks = [f"task-{store}-{n}" for n in range(TASKS)]
        for number in range(POSITIONS):
            text = _position(rng, store, number, tasks)
            path = folder / "positions" / f"s{store}-p{number}.yaml"
            path.write_text(text, encoding="utf-8")
        (folder / f"process-{store}.yaml").write_text(_process(store), encoding="utf-8")


def _posts(stores: int) -> str:
    return "posts:\n" + "".join(
        f"- {{id: s{s}-d{n}, name: {{zh: 综合岗, en: Desk}}, headcount: 1, "
        f"positions: [s{s}-p{POSITIONS - 2 * n - 1}, s{s}-p{POSITIONS - 2 * n - 2}]}}\n"
        for s in range(stores)
        for n in range(2)
    )


def _ladders(stores: int) -> str:
    return "ladders:\n" + "".join(
        f"  complaint-{s}:\n"
        + "".join(
            f"  - {{position: s{s}-p{p}, within: 1 hours, "
            f"limit: {{amount: {1000 * (n + 1)}, currency: CNY}}}}\n"
            for n, p in enumerate((21, 5, 1, 0))
        )
        for s in range(stores)
    )


def _process(store: int) -> str:
    steps = "".join(f"- {{id: s{n}, task: task-{store}-{n * 7}}}\n" for n in range(10))
    return f"kind: process\nid: visit-{store}\nname: {{zh: 进店, en: Visit}}\nsteps:\n{steps}"


def _catalogue(folder: Path, stores: int) -> None:
    departments = "".join(
        f"- {{id: dept-{d}, name: {{zh: 部门{d}, en: Department {d}}}}}\n" for d in range(5)
    )
    (folder / "departments.yaml").write_text(
        f"kind: departments\ndepartments:\n{departments}", encoding="utf-8"
    )
    topics = "".join(
        f"- {{id: complaint-{s}, name: {{zh: 投诉, en: Complaint}}}}\n" for s in range(stores)
    )
    (folder / "topics.yaml").write_text(f"kind: topics\ntopics:\n{topics}", encoding="utf-8")
    for store in range(stores):
        lines = [
            f"- id: task-{store}-{n}\n  name: {{zh: 任务{n}, en: Task {n}}}\n"
            + (f"  part_of: task-{store}-{n // 10}\n" if n >= 50 and n % 10 == 0 else "")
            for n in range(TASKS)
        ]
        head = f"kind: tasks\narea: {{id: area-{store}, zh: 领域, en: Area}}\ntasks:\n"
        (folder / f"tasks-{store}.yaml").write_text(head + "".join(lines), encoding="utf-8")


def _position(rng: random.Random, store: int, number: int, tasks: list[str]) -> str:
    count = DUTIES // POSITIONS + (1 if number < DUTIES % POSITIONS else 0)
    above = "null" if number == 0 else f"s{store}-p{(number - 1) // 4}"
    lines = [
        "# yaml-language-server: $schema=../schemas/position.schema.json",
        "kind: position",
        f"id: s{store}-p{number}",
        f"name: {{zh: 岗位{number}, en: Position {number}}}",
        f"department: dept-{number % 5}",
        f"reports_to: {above}",
        "purpose: {zh: 保证门店日常业务按标准流程运转, en: Keep the business of the store to standard}",
        "duties:",
    ]
    for n in range(count):
        lines += _duty(rng, tasks, (number * 9 + n) % len(tasks))
    lines += _handoff(rng, store, number, tasks)
    if number % 8 == 7:
        lines += ["escalations:", f"- {{topic: complaint-{store}, to: s{store}-p0}}"]
    return "\n".join(lines) + "\n"


def _handoff(rng: random.Random, store: int, number: int, tasks: list[str]) -> list[str]:
    to = rng.choice(
        (f"s{store}-p{rng.randrange(POSITIONS)}", f"dept-{rng.randrange(5)}", "manager")
    )
    return [
        "handoffs:",
        f"- id: s{store}-h{number}",
        f"  task: {tasks[number * 9 % len(tasks)]}",
        f"  then: {tasks[(number * 9 + 9) % len(tasks)]}",
        f"  to: {to}",
        "  deliverable: {zh: 单据, en: Papers}",
        f"  approval: {str(number % 6 == 0).lower()}",
    ]


def _duty(rng: random.Random, tasks: list[str], base: int) -> list[str]:
    task = tasks[base] if rng.random() < 0.8 else rng.choice(tasks)
    lines = [
        f"- task: {task}",
        f"  responsibility: {rng.choice(SHARES)}",
        "  text: {zh: 当面完成检查并填写检查单, en: Check the car with the customer and fill in the sheet}",
        f"  cadence: [{rng.choice(('per-case', 'daily', 'weekly', 'monthly'))}]",
        f"  within: {rng.randint(1, 8)} business hours",
        f"  sources: [D14.{rng.randint(1, 10)}.{rng.randint(1, 9)}]",
    ]
    if rng.random() < 0.1:
        lines.append("  valid: {from: 2026-01-01, to: 2027-12-31}")
    return lines
