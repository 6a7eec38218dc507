"""Checking many organizations on all cores, keeping of each only what was found.

A worker loads and checks one organization after the other and sends back findings; the
organizations themselves are gone before the next one is read.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from dealer_roles.gate.checked import Checked
from dealer_roles.gate.packed_findings import packed, packed_waived
from dealer_roles.gate.remembered import remembered
from dealer_roles.loading.rule_sets import bundled_rules
from dealer_roles.rules.rule import Rule
from dealer_roles.values.fields import replace
from dealer_roles.values.frozen import frozen

Check = Callable[[str], Checked]
WORTH_WORKERS = 8
"""Organizations from which on starting other processes pays."""


@frozen
class _Packed:
    """What a worker sends: bundled rules by their ids, findings packed."""

    checked: Checked
    ran: tuple[str, ...]
    selected: tuple[str, ...]
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
    unpack = _Unpacking()
    for one in _on_all_cores(names, partial(_packed, check)):
        yield unpack(one)


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
    own = tuple(rule for rule in checked.selected if bundled.get(rule.id) is not rule)
    labels = {f.span.file for f in (*checked.findings, *(f for f, _ in checked.waived))}
    slim = replace(
        checked,
        loaded=remembered(checked.loaded, labels),
        rules=(),
        findings=packed(checked.findings),
        waived=packed_waived(checked.waived),
        selected=(),
    )
    return _Packed(slim, _ids(checked.rules), _ids(checked.selected), own)


def _ids(rules: Iterable[Rule]) -> tuple[str, ...]:
    return tuple(rule.id for rule in rules)


class _Unpacking:
    """Makes of what workers sent what they had; what is alike is kept once."""

    def __init__(self) -> None:
        self._bundled = {rule.id: rule for rule in bundled_rules()}
        self._known: dict[frozenset[str], frozenset[str]] = {}
        self._rules: dict[tuple[str, ...], tuple[Rule, ...]] = {}

    def __call__(self, sent: _Packed) -> Checked:
        checked, own = sent.checked, {rule.id: rule for rule in sent.own}
        return replace(
            checked,
            rules=self._rules_of(sent.ran, own),
            selected=self._rules_of(sent.selected, own),
            known=self._known.setdefault(checked.known, checked.known),
        )

    def _rules_of(self, ids: tuple[str, ...], own: Mapping[str, Rule]) -> tuple[Rule, ...]:
        if own:
            return tuple(own.get(id_) or self._bundled[id_] for id_ in ids)
        if ids not in self._rules:
            self._rules[ids] = tuple(self._bundled[id_] for id_ in ids)
        return self._rules[ids]
