"""Loading, asking and checking, as ratios to what others take on the same bytes and facts."""

from __future__ import annotations

import os
import shutil
import tempfile
import tracemalloc
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from benchmarks.baselines import (
    bare_yaml,
    clingo_tool,
    duckdb_tool,
    facts_of,
    networkx_tool,
    rustworkx_tool,
    several,
    usual_stack,
)
from benchmarks.generate import write_store
from benchmarks.measure import fastest
from benchmarks.questions import QUESTIONS, TODAY
from benchmarks.rows import Row
from dealer_roles.loading.bundled import bundled_folder
from dealer_roles.loading.read import read
from dealer_roles.organization.linked import Linked
from dealer_roles.organization.on_day import OnDay
from dealer_roles.questions.overlaps import overlaps
from dealer_roles.questions.owner import owner

DUCKDB_BARS = {1: 50.0, 10: 10.0, 100: 3.0}
TURN = 0.01
"""How many seconds a turn of a question lasts that can be asked again."""


def loading(scratch: Path) -> Iterator[Row]:
    """Yield what loading costs: validated, and again from what was kept."""
    folder = scratch / "standard"
    shutil.copytree(bundled_folder("standard"), folder)
    read(folder)
    found = fastest(
        {
            "anew": lambda: _without_cache(lambda: read(folder)),
            "again": lambda: read(folder),
            "bare": lambda: bare_yaml(folder),
            "usual": lambda: usual_stack(folder),
        }
    )
    bare = found["bare"]
    yield Row("validated load ÷ bare CSafeLoader", found["anew"] / bare, 0.60)
    yield Row("reload of an unchanged folder ÷ bare CSafeLoader", found["again"] / bare, 0.06)
    yield Row("parse, jsonschema and networkx ÷ bare CSafeLoader", found["usual"] / bare)
    loaded = read(folder)
    checks = fastest({"check": lambda: QUESTIONS["check"](loaded)})
    yield Row("check of the standard ÷ parsing its YAML", checks["check"] / bare, 0.7)
    ours, theirs = _held(lambda: read(folder)), _held(lambda: bare_yaml(folder))
    yield Row("memory held ÷ CSafeLoader dicts", ours / theirs, 0.3)
    yield from _with_errors(scratch, folder, bare)


def _with_errors(scratch: Path, folder: Path, bare: float) -> Iterator[Row]:
    """Yield what twelve errors in one file cost more than none."""
    wrong = scratch / "wrong"
    shutil.copytree(folder, wrong)
    path = min((wrong / "positions").glob("*.yaml"))
    path.write_text(
        path.read_text("utf-8") + "".join(f"wrong-{n}: 1\n" for n in range(12)), "utf-8"
    )
    refused = [f for f in read(wrong, cache=False).findings if f.span.file.endswith(path.name)]
    assert len(refused) == 12, refused
    found = fastest(
        {
            "good": lambda: read(folder, cache=False),
            "wrong": lambda: read(wrong, cache=False),
        }
    )
    extra = (found["wrong"] - found["good"]) / bare
    yield Row("12 errors in one file, extra ÷ bare CSafeLoader", extra, 0.5)


def _without_cache(run: Callable[[], object]) -> object:
    os.environ["DEALER_ROLES_CACHE"] = "off"
    try:
        return run()
    finally:
        del os.environ["DEALER_ROLES_CACHE"]


def _held(make: Callable[[], object]) -> int:
    make()
    tracemalloc.start()
    kept = make()
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    del kept
    return held


def asking() -> Iterator[Row]:
    """Yield what questions cost beside the tools that could answer them."""
    for stores, bar in DUCKDB_BARS.items():
        with tempfile.TemporaryDirectory() as scratch:
            write_store(Path(scratch, "org"), 7, stores)
            model = read(Path(scratch, "org")).require()
        org = Linked(model).on(TODAY)
        facts = facts_of(org)
        graph_owner, graph_count = networkx_tool(facts)
        rust_owner, rust_count = rustworkx_tool(facts)
        tools = {"networkx": graph_count, "rustworkx": rust_count, "DuckDB": duckdb_tool(facts)}
        if stores < 100:
            tools["clingo"] = clingo_tool(facts)
        counts = {name: count() for name, count in tools.items()}
        ours = sum(o.kind == "same" for o in overlaps(org))
        assert set(counts.values()) == {ours} == {several(facts)}, (counts, ours)
        rounds = 9 if stores < 100 else 5
        days = iter([Linked(model).on(TODAY) for _ in range(2 * rounds)])
        asked: dict[str, Callable[[], object]] = {**tools, "ours": partial(overlaps, org)}
        found = fastest(asked, rounds, lasting=TURN)
        found |= fastest({"ours, first": partial(_overlaps_first, days)}, rounds)
        size = f"{350 * stores:,} duties"
        for name in tools:
            least = bar if name == "DuckDB" else None
            yield Row(f"overlaps, {name} ÷ ours, {size}", found[name] / found["ours"], least, True)
        first = found["DuckDB"] / found["ours, first"]
        yield Row(f"overlaps first asked, DuckDB ÷ ours, {size}", first, None, True)
        tasks = sorted({task for _, task, _ in facts})
        own = [answer for task in tasks if not (answer := owner(org, task)).inherited_from]
        for ask in (graph_owner, rust_owner):
            assert all(set(answer.owners) == ask(answer.task) for answer in own)
        asked = {
            "ours": partial(_owners_first, days, tasks),
            "networkx": partial(_owners, graph_owner, tasks),
            "rustworkx": partial(_owners, rust_owner, tasks),
        }
        found = fastest(asked, rounds)
        for name, least in (("networkx", 3.0), ("rustworkx", None)):
            ratio = found[name] / found["ours"]
            yield Row(f"owner first asked, {name} ÷ ours, {size}", ratio, least, True)


def _overlaps_first(days: Iterator[OnDay]) -> object:
    """Ask what overlaps on a day that nobody has asked about."""
    return overlaps(next(days))


def _owners_first(days: Iterator[OnDay], tasks: list[str]) -> object:
    """Ask who owns each task on a day that nobody has asked about."""
    day = next(days)
    return [owner(day, task, ()) for task in tasks]


def _owners(ask: Callable[[str], set[str]], tasks: list[str]) -> object:
    return [ask(task) for task in tasks]
