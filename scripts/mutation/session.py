"""The plug-in of pytest that tries changes instead of running the tests once."""

from __future__ import annotations

import json
import os
import pickle
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from scripts.mutation.copies import Change, path_in
from scripts.mutation.kept import Ground, Kept
from scripts.mutation.reading import ReadOnce
from scripts.mutation.trying import CONTROL, Looking, Met, measured, tried

PLAN, MET = "plan.json", "met.pickle"
FAILS = 10
"""The exit code where a test fails although nothing is changed."""


def write_plan(ground: Ground, changes: Sequence[Change]) -> None:
    """Write what is to be tried, and the tests that look."""
    plan = {"tests": ground.tests, "changes": [asdict(c) for c in changes]}
    (ground.folder / PLAN).write_text(json.dumps(plan), "utf-8")


def _read_plan(folder: Path) -> tuple[Ground, list[Change]]:
    plan = json.loads((folder / PLAN).read_text("utf-8"))
    changes = [Change(**{**each, "lines": tuple(each["lines"])}) for each in plan["changes"]]
    return Ground(folder, tuple(plan["tests"])), changes


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool:
    """Run every test once as it is, then those that meet a change, for every change."""
    ground, changes = _read_plan(Path.cwd())
    factory: Any = session.config._tmp_path_factory  # type: ignore[attr-defined] # noqa: SLF001
    factory.getbasetemp()  # made once, or each fork would make it anew
    files = {str(path_in(ground.folder, module)): module for module in {c.module for c in changes}}
    read = _read_cases(files, session.items)
    met = _met(session.items, ground, files, read)
    if failing := [name for name, each in met.items() if each.failed]:
        print(*(f"{name}\n{met[name].failed}" for name in failing), sep="\n", file=sys.__stderr__)
        pytest.exit(f"{len(failing)} tests fail with nothing changed", returncode=FAILS)
    items = {item.nodeid: item for item in session.items}
    _warm_up(items, met)
    kept = Kept(ground)
    kept.read()
    _try_all(changes, Looking(items=items, met=met, killers=dict(kept.killers), read=read), kept)
    return True


def _read_cases(files: Mapping[str, str], items: Sequence[pytest.Item]) -> ReadOnce:
    """Read what the cases give, if there are tests that ask about it."""
    from tests.golden import test_words
    from tests.spec import runner, test_cases

    asking = {test_cases.__file__, test_words.__file__} & {str(item.path) for item in items}
    cases = runner.cases() if asking else ()
    return ReadOnce((case["given"] for _, case in cases), (runner, test_words), files)


def _met(
    items: Sequence[pytest.Item], ground: Ground, files: Mapping[str, str], read: ReadOnce
) -> dict[str, Met]:
    """Run every test once; where that was done and no file is another one, read what was met."""
    path, modules = ground.folder / MET, set(files.values())
    if path.exists():
        under, measured_modules, found = pickle.loads(path.read_bytes())
        if under == ground.whole and modules <= measured_modules:
            return dict(found)
    met = measured(items, files, read, _number("MUTATION_WORKERS") or 1)
    if not any(each.failed for each in met.values()):
        path.write_bytes(pickle.dumps((ground.whole, modules, met)))
    return met


def _try_all(changes: list[Change], looking: Looking, kept: Kept) -> None:
    workers, minutes = _number("MUTATION_WORKERS") or 1, _number("MUTATION_MINUTES")
    began = time.monotonic()
    until = began + minutes * 60 if minutes else None
    for count, verdict in enumerate(tried(changes, looking, workers, until)):
        if verdict.change is not CONTROL:
            kept.add(verdict.change, seen=verdict.seen, killer=verdict.killer)
        if count % 100 == 0:
            spent = time.monotonic() - began
            print(f"{count} of {len(changes)}, {spent:.0f} s", file=sys.__stderr__, flush=True)


def _number(variable: str) -> int:
    return int(os.environ.get(variable, "0"))


def _warm_up(items: dict[str, pytest.Item], met: dict[str, Met]) -> None:
    """Let one short test of each file build what reads definitions, once for all forks."""
    shortest: dict[Path, str] = {}
    for name in sorted(met, key=lambda n: met[n].seconds):
        shortest.setdefault(items[name].path, name)
    for name in shortest.values():
        runtestprotocol(items[name], log=False, nextitem=None)
