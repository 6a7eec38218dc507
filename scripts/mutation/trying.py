"""One change after the other in one collected session: a fork meets the tests that can see it."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
import time
import traceback
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NoReturn

import pytest
from _pytest.runner import runtestprotocol
from coverage import Coverage, CoverageData
from mutmut.mutation.trampoline import set_mutant_under_test

from scripts.mutation.copies import Change, Key, Line
from scripts.mutation.reading import ReadOnce

MISSED, SEEN, BROKEN = 0, 1, 70
LEAST, TIMES, WALL = 2.0, 20.0, 15.0
"""A test may take so many seconds of processor time, or so many times its own; and of the clock."""


CONTROL = Change(id="control", module="", function="", was="", now="", lines=(0, 0))
"""What changes nothing: where a test sees it, no verdict means anything."""


@dataclass(frozen=True, kw_only=True)
class Met:
    """What a test takes, and which lines of which modules it runs; where it fails, how."""

    seconds: float
    lines: frozenset[Line]
    failed: str = ""


@dataclass
class Looking:
    """The tests, and what was learned of them so far."""

    items: dict[str, pytest.Item]
    met: dict[str, Met]
    killers: dict[Key, str]
    read: ReadOnce
    by_function: dict[tuple[str, str], Counter[str]] = field(
        default_factory=lambda: defaultdict(Counter)
    )
    _known_again: dict[str, dict[str, int]] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        for (module, function, _, _), killer in self.killers.items():
            self.by_function[module, function][killer] += 1

    def order(self, change: Change) -> list[str]:
        """Return the tests that meet a change, those first that are likely to see it soon."""
        if change.id == CONTROL.id:
            return self._most_met()
        before = self.killers.get(change.key)
        seen = self.by_function[change.module, change.function]
        read = not self.read.ran.isdisjoint(change.places)  # before any test begins
        meeting = [
            n for n, met in self.met.items() if read or not met.lines.isdisjoint(change.places)
        ]
        again = self._again(change.module)
        worth = {n: 4 / (4 + seen[n]) if seen[n] else 1 + again[n] for n in meeting}
        return sorted(meeting, key=lambda n: (n != before, self.met[n].seconds * worth[n], n))

    def _again(self, module: str) -> dict[str, int]:
        """Return how many quicker tests run the very same lines of a module, for each test."""
        if module not in self._known_again:
            found, before = dict[str, int](), Counter[frozenset[Line]]()
            for name in sorted(self.met, key=lambda n: self.met[n].seconds):
                lines = frozenset(line for line in self.met[name].lines if line[0] == module)
                found[name] = before[lines]
                before[lines] += 1
            self._known_again[module] = found
        return self._known_again[module]

    def _most_met(self) -> list[str]:
        counts = Counter(line for met in self.met.values() for line in met.lines)
        ((most, _),) = counts.most_common(1)
        return [name for name, met in self.met.items() if most in met.lines]

    def learn(self, change: Change, killer: str | None) -> None:
        """Remember which test saw a change."""
        if killer:
            self.killers[change.key] = killer
            self.by_function[change.module, change.function][killer] += 1


def measured(
    items: Sequence[pytest.Item], modules: Mapping[str, str], read: ReadOnce, workers: int
) -> dict[str, Met]:
    """Run every test once, in forks, so that nothing of it stays behind.

    Args:
        items: The tests.
        modules: The names of the changed modules, by their files.
        read: What the cases give, read already.
        workers: How many forks share the tests.
    """
    found: dict[str, Met] = {}
    for said in [_fork_measure(items[n::workers], modules, read) for n in range(workers)]:
        with os.fdopen(said, "rb") as pipe:
            found |= pickle.load(pipe)
        os.wait()
    return found


def _fork_measure(items: Sequence[pytest.Item], modules: Mapping[str, str], read: ReadOnce) -> int:
    said, write = os.pipe()
    if os.fork() == 0:
        read.use()
        with os.fdopen(write, "wb") as out:
            pickle.dump(dict(_measure(items, modules)), out)
        os._exit(0)
    os.close(write)
    return said


def _measure(items: Sequence[pytest.Item], modules: Mapping[str, str]) -> Iterator[tuple[str, Met]]:
    measuring = Coverage(data_file=None, config_file=False, include=list(modules), messages=False)
    ran: dict[str, tuple[float, str]] = {}
    with measuring.collect():
        for item, following in zip(items, [*items[1:], None], strict=True):
            measuring.switch_context(item.nodeid)
            began = time.process_time()
            failed = _failure(item, following)
            ran[item.nodeid] = time.process_time() - began, failed
    lines = _lines(measuring.get_data(), modules)
    for name, (seconds, failed) in ran.items():
        yield name, Met(seconds=seconds, lines=frozenset(lines[name]), failed=failed)


def _lines(data: CoverageData, modules: Mapping[str, str]) -> dict[str, set[Line]]:
    """Return which lines of the modules each test ran."""
    found: dict[str, set[Line]] = defaultdict(set)
    for path in data.measured_files():
        for line, tests in data.contexts_by_lineno(path).items():
            for test in tests:
                found[test].add((modules[path], line))
    return found


def _failure(item: pytest.Item, following: pytest.Item | None) -> str:
    reports = runtestprotocol(item, log=False, nextitem=following)
    return next((str(r.longrepr) for r in reports if r.failed), "")


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What became of a change.

    Args:
        change: The change.
        seen: Whether some test saw it; running out of time is being seen.
        killer: The test that saw it.
    """

    change: Change
    seen: bool
    killer: str | None


def tried(
    changes: Sequence[Change], looking: Looking, workers: int, until: float | None
) -> Iterator[Verdict]:
    """Try the changes, a few at a time; yield what became of each as it is known.

    Args:
        changes: The changes, in the order in which they are tried.
        looking: The tests.
        workers: How many are tried at a time.
        until: When to stop, by the clock that only goes forward; ``None`` to try all.
    """
    running: dict[int, tuple[Change, list[str], int]] = {}
    gc.collect()
    gc.freeze()
    gc.disable()  # in every fork: what is not looked at is not copied
    for change in (CONTROL, *changes):
        if until is not None and time.monotonic() > until:
            break
        if len(running) == workers:
            yield _next_verdict(running, looking)
        if not (order := looking.order(change)):
            yield Verdict(change=change, seen=False, killer=None)
            continue
        pid, said = _fork(change, order, looking)
        running[pid] = change, order, said
    while running:
        yield _next_verdict(running, looking)


def _next_verdict(running: dict[int, tuple[Change, list[str], int]], looking: Looking) -> Verdict:
    pid, status = os.wait()
    change, order, said = running.pop(pid)
    with os.fdopen(said, "rb") as pipe:
        begun = len(pipe.read())
    code = os.waitstatus_to_exitcode(status)
    assert code != BROKEN, f"the tests could not be run on {change.id}"
    seen = code != MISSED
    assert not (seen and change is CONTROL), f"{order[begun - 1]} sees a change where there is none"
    killer = order[begun - 1] if seen and begun else None
    looking.learn(change, killer)
    return Verdict(change=change, seen=seen, killer=killer)


def _fork(change: Change, order: list[str], looking: Looking) -> tuple[int, int]:
    read, write = os.pipe()
    if (pid := os.fork()) == 0:
        _look(change, order, looking, write)
    os.close(write)
    return pid, read


def _look(change: Change, order: list[str], looking: Looking, write: int) -> NoReturn:
    """Run the tests until one fails; the process ends with what was found."""
    found = BROKEN
    try:
        set_mutant_under_test(change.id)
        if looking.read.ran.isdisjoint(change.places):
            looking.read.use()
        items = [looking.items[name] for name in order]
        for item, following in zip(items, [*items[1:], None], strict=True):
            os.write(write, b".")
            _limit(looking.met[item.nodeid].seconds)
            if _failure(item, following):
                found = SEEN
                break
        else:
            found = MISSED
    except BaseException:  # noqa: BLE001 # whatever it is, it is no verdict
        traceback.print_exc(file=sys.__stderr__)
    finally:
        os._exit(found)


def _limit(seconds: float) -> None:
    """Let the process be ended where a test takes far longer than it should."""
    allowed = max(LEAST, TIMES * seconds)
    signal.setitimer(signal.ITIMER_PROF, allowed)
    signal.setitimer(signal.ITIMER_REAL, WALL * allowed)
