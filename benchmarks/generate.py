"""A seeded generator of dealer groups: stores of 40 positions and 350 duties."""

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
        "catalogue: [./catalogue]\ncoverage: stated\n",
        encoding="utf-8",
    )
    for store in range(stores):
        tasks = [f"task-{store}-{n}" for n in range(TASKS)]
        for number in range(POSITIONS):
            text = _position(rng, store, number, tasks)
            path = folder / "positions" / f"s{store}-p{number}.yaml"
            path.write_text(text, encoding="utf-8")


def _catalogue(folder: Path, stores: int) -> None:
    departments = "".join(
        f"- {{id: dept-{d}, name: {{zh: 部门{d}, en: Department {d}}}}}\n" for d in range(5)
    )
    (folder / "departments.yaml").write_text(
        f"kind: departments\ndepartments:\n{departments}", encoding="utf-8"
    )
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
    return "\n".join(lines) + "\n"


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
