"""``make mutation``: try the changes, write the list of survivors, fail below the bar."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from tempfile import TemporaryDirectory

from scripts.mutation.copies import Change, write_copy
from scripts.mutation.session import VERDICTS, write_plan
from scripts.mutation.settings import (
    COPY,
    SURVIVORS,
    NothingToTry,
    Settings,
    chosen_modules,
    read_settings,
)
from scripts.mutation.survivors import Module, judged, read_list, summed, write_list
from scripts.mutation.trying import CONTROL

PYTEST = ("-p", "scripts.mutation.session", "-n0", "-q", "-o", "tmp_path_retention_policy=none")


def main(arguments: list[str]) -> int:
    """Try the changes of some modules, or of all; return the exit code."""
    asked = _asked(arguments)
    settings = read_settings()
    try:
        modules = chosen_modules(settings, tuple(asked.modules))
        there = write_copy(modules)
    except NothingToTry as error:
        print(error, file=sys.stderr)
        return 2
    changes = there[:: asked.every]
    before = read_list(SURVIVORS)
    known = frozenset() if asked.again else judged(before)
    if failed := _run([c for c in changes if c.key not in known], settings, asked):
        return failed
    after = summed(there, changes, _unseen(changes), before)
    write_list(SURVIVORS, {**before, **after})
    return _report(modules, after, settings.bar)


def _asked(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m scripts.mutation", description=__doc__)
    parser.add_argument("modules", nargs="*", help="as questions.owner or 'questions.gap*'")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--every", type=int, default=1, help="try each so manieth change only")
    parser.add_argument("--most", type=int, help="let at most so many tests look at a change")
    parser.add_argument("--again", action="store_true", help="try listed survivors again too")
    parser.add_argument("--tests", nargs="+", help="let these tests look instead of all")
    return parser.parse_args(arguments)


def _run(changes: list[Change], settings: Settings, asked: argparse.Namespace) -> int:
    write_plan(COPY, tuple(changes))
    (COPY / VERDICTS).write_text("", "utf-8")
    with TemporaryDirectory() as temporary:
        code = _session(asked.tests or settings.tests, asked, temporary)
    return 0 if code in (0, 5) and len(_verdicts()) == len(changes) else 2


def _session(tests: Sequence[str], asked: argparse.Namespace, temporary: str) -> int:
    environment = os.environ | {
        "MUTATION_MOST": str(asked.most or 0),
        "TMPDIR": temporary,
        "PYTHONPATH": f"{COPY / 'src'}{os.pathsep}{COPY}",
        "HYPOTHESIS_PROFILE": "mutation",
        "MUTATION_WORKERS": str(asked.workers),
    }
    # A base of our own: other sessions of pytest clear away what they take for their past.
    command = [sys.executable, "-m", "pytest", *PYTEST, f"--basetemp={temporary}/tests", *tests]
    return subprocess.run(command, cwd=COPY, env=environment, check=False).returncode


def _verdicts() -> dict[str, bool]:
    lines = (COPY / VERDICTS).read_text("utf-8").splitlines()
    found = {line["id"]: line["seen"] for line in map(json.loads, lines)}
    found.pop(CONTROL.id, None)
    return found


def _unseen(changes: tuple[Change, ...]) -> list[Change]:
    verdicts = _verdicts()  # a survivor that was not tried again still lives
    return [change for change in changes if not verdicts.get(change.id, False)]


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
