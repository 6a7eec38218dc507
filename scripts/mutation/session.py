"""The plug-in of pytest that tries changes instead of running the tests once."""

from __future__ import annotations

import json
import os
import pickle
import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from scripts.mutation.copies import Change, path_in
from scripts.mutation.trying import Looking, Met, measured, tried

PLAN, VERDICTS, KILLERS = "plan.json", "verdicts.jsonl", "killers.pickle"
FAILS = 10
"""The exit code where a test fails although nothing is changed."""


def write_plan(folder: Path, changes: tuple[Change, ...]) -> None:
    """Write what is to be tried."""
    (folder / PLAN).write_text(json.dumps([asdict(c) for c in changes]), "utf-8")


def _read_plan(folder: Path) -> list[Change]:
    plan = json.loads((folder / PLAN).read_text("utf-8"))
    return [Change(**{**each, "lines": tuple(each["lines"])}) for each in plan]


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool:
    """Run every test once as it is, then those that meet a change, for every change."""
    folder = Path.cwd()
    changes = _read_plan(folder)
    factory: Any = session.config._tmp_path_factory  # type: ignore[attr-defined] # noqa: SLF001
    factory.getbasetemp()  # made once, or each fork would make it anew
    modules = {str(path_in(folder, c.module)): c.module for c in changes}
    met = measured(session.items, modules, _number("MUTATION_WORKERS") or 1)
    if failing := [name for name, each in met.items() if each.failed]:
        print(*(f"{name}\n{met[name].failed}" for name in failing), sep="\n", file=sys.__stderr__)
        pytest.exit(f"{len(failing)} tests fail with nothing changed", returncode=FAILS)
    items = {item.nodeid: item for item in session.items}
    _warm_up(items, met)
    looking = Looking(items=items, met=met, killers=_killers(folder))
    _try_all(changes, looking, folder)
    return True


def _try_all(changes: list[Change], looking: Looking, folder: Path) -> None:
    workers, minutes = _number("MUTATION_WORKERS") or 1, _number("MUTATION_MINUTES")
    began = time.monotonic()
    until = began + minutes * 60 if minutes else None
    with (folder / VERDICTS).open("w", encoding="utf-8", buffering=1) as out:
        for count, verdict in enumerate(tried(changes, looking, workers, until)):
            line = {"id": verdict.change.id, "seen": verdict.seen, "killer": verdict.killer}
            out.write(json.dumps(line) + "\n")
            if count % 100 == 0:
                spent = time.monotonic() - began
                print(f"{count} of {len(changes)}, {spent:.0f} s", file=sys.__stderr__, flush=True)
    (folder / KILLERS).write_bytes(pickle.dumps(looking.killers))


def _number(variable: str) -> int:
    return int(os.environ.get(variable, "0"))


def _killers(folder: Path) -> dict[tuple[str, str, str, str], str]:
    try:
        found: dict[tuple[str, str, str, str], str] = pickle.loads((folder / KILLERS).read_bytes())
    except FileNotFoundError:
        return {}
    return found


def _warm_up(items: dict[str, pytest.Item], met: dict[str, Met]) -> None:
    """Let one short test of each file build what reads definitions, once for all forks."""
    shortest: dict[Path, str] = {}
    for name in sorted(met, key=lambda n: met[n].seconds):
        shortest.setdefault(items[name].path, name)
    for name in shortest.values():
        runtestprotocol(items[name], log=False, nextitem=None)
