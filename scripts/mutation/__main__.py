"""``make mutation``: try the changes, write the list of survivors, fail below the bar."""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from scripts.mutation.copies import Change, write_copy
from scripts.mutation.kept import Ground, Kept
from scripts.mutation.session import write_plan
from scripts.mutation.settings import (
    COPY,
    SURVIVORS,
    NothingToTry,
    chosen_modules,
    read_settings,
)
from scripts.mutation.survivors import Module, judged, read_list, summed, write_list

PYTEST = (
    *("-p", "scripts.mutation.session", "-n0", "-q", "-o", "tmp_path_retention_policy=none"),
    *("--assert=plain", "--tb=native"),  # that a test fails is all that is asked
)
MEMORY = Path("/dev/shm")  # a folder for temporary ones, where there is memory for it


def main(arguments: list[str]) -> int:
    """Try the changes of some modules, or of all; return the exit code."""
    asked = _asked(arguments)
    settings = read_settings()
    try:
        modules = chosen_modules(settings, tuple(asked.modules))
        there = write_copy(modules, asked.workers)
    except NothingToTry as error:
        print(error, file=sys.stderr)
        return 2
    before = read_list(SURVIVORS)
    known = frozenset() if asked.again or asked.minutes else judged(before)
    kept = Kept(Ground(COPY, tuple(asked.tests or settings.tests)))
    kept.read()
    if asked.again:
        kept.seen.clear()
    plan = [c for c in there if c.key not in known and c.id not in kept.seen]
    if plan and not _run(sorted(plan, key=_any_order), kept, asked):
        return 2
    tried = [c for c in there if c.id in kept.seen or c.key in known]
    unseen = [c for c in tried if not kept.seen.get(c.id, False)]
    after = summed(there, tried, unseen, before)
    write_list(SURVIVORS, {**before, **after})
    return _report(modules, after, settings.bar)


def _asked(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m scripts.mutation", description=__doc__)
    parser.add_argument("modules", nargs="*", help="as questions.owner or 'questions.gap*'")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--minutes", type=int, default=0, help="try what can be tried in so many")
    parser.add_argument("--again", action="store_true", help="believe no verdict that is kept")
    parser.add_argument("--tests", nargs="+", help="let these tests look instead of all")
    return parser.parse_args(arguments)


def _any_order(change: Change) -> str:
    """Order changes so that however many are tried, they are a fair sample of every module."""
    return hashlib.sha256(change.id.encode()).hexdigest()


def _run(plan: list[Change], kept: Kept, asked: argparse.Namespace) -> bool:
    """Try what is planned; return whether that went well, and all was tried that should be."""
    write_plan(kept.ground, plan)
    with TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as temporary:
        code = _session(kept.ground.tests, asked, temporary)
    kept.read()
    return code in (0, 5) and (asked.minutes > 0 or all(c.id in kept.seen for c in plan))


def _session(tests: Sequence[str], asked: argparse.Namespace, temporary: str) -> int:
    environment = os.environ | {
        "MUTATION_MINUTES": str(asked.minutes),
        "TMPDIR": temporary,
        "PYTHONPATH": f"{COPY / 'src'}{os.pathsep}{COPY}",
        "HYPOTHESIS_PROFILE": "mutation",
        "MUTATION_WORKERS": str(asked.workers),
    }
    # A base of our own: other sessions of pytest clear away what they take for their past.
    command = [sys.executable, "-m", "pytest", *PYTEST, f"--basetemp={temporary}/tests", *tests]
    return subprocess.run(command, cwd=COPY, env=environment, check=False).returncode


def _report(modules: tuple[str, ...], after: Mapping[str, Module], bar: int) -> int:
    below = []
    for name in modules:
        module = after.get(name) or Module(name=name, changes=0, tried=0, lost=0, survivors={})
        new = sum(not because for because in module.survivors.values())
        told = f"{module.tried - module.lost} seen of {module.tried} tried of {module.changes}"
        print(f"{module.share:5.1f} %  {name}: {told}, {new} survivors not looked at")
        if module.share < bar:
            below.append(name)
    if below or not modules:
        print(f"below {bar} %: {', '.join(below)}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
