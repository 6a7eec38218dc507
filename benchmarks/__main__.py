"""Run the benchmarks: ``make bench``; exit code 1 if a bound does not hold."""

from __future__ import annotations

import datetime as dt
import json
import math
import os
import subprocess
import sys
import tempfile
from itertools import pairwise
from pathlib import Path

from benchmarks.baselines import (
    bare_yaml,
    graph_of,
    graph_overlaps,
    graph_owner,
    usual_stack,
)
from benchmarks.generate import write_store
from benchmarks.measure import medians
from dealer_roles.facade import Organization, load
from dealer_roles.loading.read import read
from dealer_roles.questions.overlaps import overlaps
from dealer_roles.questions.owner import owner

BOUNDS = {"load ÷ bare CSafeLoader": 0.75, "cold owner ÷ python": 5.0}
SIZES = tuple(int(n) for n in os.environ.get("BENCH_STORES", "1,10,100").split(","))
TODAY = dt.date(2026, 11, 1)


def main() -> int:
    """Measure everything, print a table and JSON, and say whether the bounds hold."""
    results: dict[str, float] = {}
    loads: dict[int, float] = {}
    with tempfile.TemporaryDirectory() as scratch:
        for stores in SIZES:
            folder = Path(scratch, str(stores))
            write_store(folder, seed=7, stores=stores)
            loads[stores] = _loading(folder, stores, results)
            _asking(folder, stores, results)
    _growth(loads, results)
    _cold_start(results)
    for name, value in results.items():
        print(f"{name:<56} {value:10.3f}")
    failed = [
        n
        for n, bound in BOUNDS.items()
        for r, v in results.items()
        if r.startswith(n) and v > bound
    ]
    print(json.dumps({"results": results, "failed": failed}, ensure_ascii=False))
    return 1 if failed else 0


def _loading(folder: Path, stores: int, results: dict[str, float]) -> float:
    read(folder).require()  # what is imported once is not measured
    rounds = {1: 9, 10: 5}.get(stores, 3)
    candidates = {"ours": lambda: read(folder).require(), "bare": lambda: bare_yaml(folder)}
    if stores <= 10:
        candidates["usual"] = lambda: usual_stack(folder)
    found = medians(candidates, rounds)
    results[f"load ÷ bare CSafeLoader, {stores} stores"] = found["ours"] / found["bare"]
    if "usual" in found:
        results[f"usual stack ÷ bare CSafeLoader, {stores} stores"] = found["usual"] / found["bare"]
    return found["ours"]


def _asking(folder: Path, stores: int, results: dict[str, float]) -> None:
    organization = load(folder)
    graph = graph_of(organization)
    tasks = list(organization.tasks)[:200]
    org = organization.on(TODAY)
    found = medians(
        {
            "ours": lambda: [organization.owner(t, on=TODAY) for t in tasks],
            "first": lambda: [owner(org, t, ()) for t in tasks],
            "networkx": lambda: [graph_owner(graph, t) for t in tasks],
        },
        9,
    )
    results[f"owner, asked again: µs, {stores} stores"] = found["ours"] / len(tasks) * 1e6
    results[f"owner, first time: µs, {stores} stores"] = found["first"] / len(tasks) * 1e6
    results[f"networkx ÷ owner asked again, {stores} stores"] = found["networkx"] / found["ours"]
    _overlapping(organization, stores, results)


def _overlapping(organization: Organization, stores: int, results: dict[str, float]) -> None:
    graph = graph_of(organization)
    found = medians(
        {
            "ours": lambda: overlaps(organization.on(TODAY)),
            "networkx": lambda: graph_overlaps(graph),
        },
        5,
    )
    results[f"overlaps: ms, {stores} stores"] = found["ours"] * 1e3
    results[f"networkx ÷ overlaps, {stores} stores"] = found["networkx"] / found["ours"]


def _growth(loads: dict[int, float], results: dict[str, float]) -> None:
    sizes = sorted(loads)
    for small, large in pairwise(sizes):
        exponent = math.log(loads[large] / loads[small]) / math.log(large / small)
        results[f"growth exponent of load, {small} → {large} stores"] = exponent


def _cold_start(results: dict[str, float]) -> None:
    def run(*args: str) -> None:
        subprocess.run([sys.executable, *args], check=True, stdout=subprocess.DEVNULL)

    found = medians(
        {
            "python": lambda: run("-c", "pass"),
            "owner": lambda: run(
                "-m", "dealer_roles", "owner", "issue-invoice", "--format", "json"
            ),
        },
        15,
    )
    results["cold owner ÷ python -c pass"] = found["owner"] / found["python"]


if __name__ == "__main__":
    sys.exit(main())
