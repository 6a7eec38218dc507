"""Checking many organizations on all cores, keeping of each only what was found.

A worker loads and checks one organization after the other and sends back findings; the
organizations themselves are gone before the next one is read.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from dealer_roles.gate.checked import Checked
from dealer_roles.gate.remembered import remembered
from dealer_roles.loading.rule_sets import bundled_rules
from dealer_roles.rules.rule import Rule
from dealer_roles.values.frozen import frozen

Check = Callable[[str], Checked]
WORTH_WORKERS = 8
"""Organizations from which on starting other processes pays."""


@frozen
class _Packed:
    """What a worker sends: bundled rules by their ids, all else as it is."""

    checked: Checked
    ran: tuple[str, ...]
    own: tuple[Rule, ...]


def in_turn(names: Sequence[str], check: Check) -> Iterator[Checked]:
    """Yield each organization checked, in the order of their names.

    Args:
        names: The organizations.
        check: Checks one; it must be importable, as other processes call it too.
    """
    if len(names) < WORTH_WORKERS:
        yield from map(check, names)
        return
    shared: dict[frozenset[str], frozenset[str]] = {}
    for packed in _on_all_cores(names, partial(_packed, check)):
        yield _unpacked(packed, shared)


def _on_all_cores(names: Sequence[str], work: Callable[[str], _Packed]) -> Iterator[_Packed]:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    cores = _cores()
    if cores < 2:
        yield from map(work, names)
        return
    pool = ProcessPoolExecutor(cores, get_context("spawn"), _leave_interrupts_to_us)
    try:
        yield from pool.map(work, names, chunksize=4)
    finally:  # also where somebody pressed Ctrl-C: what is not begun is not done
        pool.shutdown(wait=True, cancel_futures=True)


def _cores() -> int:
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _leave_interrupts_to_us() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _packed(check: Check, name: str) -> _Packed:
    checked = check(name)
    bundled = {rule.id: rule for rule in bundled_rules()}
    own = tuple(rule for rule in checked.rules if bundled.get(rule.id) is not rule)
    labels = {f.span.file for f in (*checked.findings, *(f for f, _ in checked.waived))}
    slim = replace(checked, loaded=remembered(checked.loaded, labels), rules=())
    return _Packed(slim, tuple(rule.id for rule in checked.rules), own)


def _unpacked(packed: _Packed, shared: dict[frozenset[str], frozenset[str]]) -> Checked:
    by_id = {rule.id: rule for rule in (*bundled_rules(), *packed.own)}
    known = packed.checked.known
    rules = tuple(by_id[id_] for id_ in packed.ran)
    return replace(packed.checked, rules=rules, known=shared.setdefault(known, known))
