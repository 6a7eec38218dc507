"""What a user would write without this library, on the same questions with the same counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import networkx as nx
import yaml
from jsonschema import Draft202012Validator

from dealer_roles.loading.file_kinds import declarations
from dealer_roles.model.schema_files import schema
from dealer_roles.organization.on_day import OnDay

Facts = list[tuple[str, str, str]]
"""Shares as holder, task, responsibility: what every other tool is given."""


def bare_yaml(folder: Path) -> list[Any]:
    """Parse every file with ``yaml.CSafeLoader`` and do nothing else."""
    return [
        document
        for path in sorted(folder.rglob("*.yaml"))
        for document in yaml.load_all(path.read_bytes(), yaml.CSafeLoader)
    ]


def usual_stack(folder: Path) -> nx.MultiDiGraph[str]:
    """Load as is usual: parse, validate, and put everything into a graph."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    validators = {kind: Draft202012Validator(schema(kind)) for kind in declarations()}
    for document in bare_yaml(folder):
        kind = document["kind"]
        plain = undated(document)
        validators[kind].validate(plain)
        if kind == "position":
            for duty in document["duties"]:
                graph.add_edge(document["id"], duty["task"], duty["responsibility"])
    return graph


def undated(value: Any) -> Any:
    """YAML 1.1 turned dates into objects; turn them back."""
    if isinstance(value, dict):
        return {key: undated(item) for key, item in value.items()}
    if isinstance(value, list):
        return [undated(item) for item in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


def facts_of(org: OnDay) -> Facts:
    """Return the shares of an organization on a day."""
    return [(org.holder(d.holder), d.task, d.responsibility) for d in org.duties]


def several(owned: Iterable[tuple[str, str, str]]) -> int:
    """Count the tasks with several owners: accountable, else responsible."""
    holders: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for holder, task, share in owned:
        holders[task][share].add(holder)
    return sum(len(h["accountable"] or h["responsible"]) > 1 for h in holders.values())


def networkx_tool(facts: Facts) -> tuple[Callable[[str], set[str]], Callable[[], int]]:
    """Return who owns a task, and how many tasks have several owners, by networkx."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for holder, task, share in facts:
        graph.add_edge(holder, f"task:{task}", share)

    def owner(task: str) -> set[str]:
        edges = list(graph.in_edges(f"task:{task}", keys=True))
        first = {h for h, _, share in edges if share == "accountable"}
        return first or {h for h, _, share in edges if share == "responsible"}

    tasks = {f"{task}" for _, task, _ in facts}
    return owner, lambda: sum(len(owner(task)) > 1 for task in tasks)


def rustworkx_tool(facts: Facts) -> tuple[Callable[[str], set[str]], Callable[[], int]]:
    """Return the same by rustworkx."""
    import rustworkx as rx

    graph: Any = rx.PyDiGraph()
    numbers: dict[str, int] = {}

    def number(name: str) -> int:
        if name not in numbers:
            numbers[name] = graph.add_node(name)
        return numbers[name]

    for holder, task, share in facts:
        graph.add_edge(number(holder), number(f"task:{task}"), share)

    def owner(task: str) -> set[str]:
        edges = graph.in_edges(numbers[f"task:{task}"])
        first = {graph[h] for h, _, share in edges if share == "accountable"}
        return first or {graph[h] for h, _, share in edges if share == "responsible"}

    tasks = {task for _, task, _ in facts}
    return owner, lambda: sum(len(owner(task)) > 1 for task in tasks)


_OWNERS = """
with best as (
  select task, min(case share when 'accountable' then 1 else 2 end) as rank from shares
  where share in ('accountable', 'responsible') group by task)
select count(*) from (
  select s.task from shares s join best b on s.task = b.task
  and (case s.share when 'accountable' then 1 when 'responsible' then 2 end) = b.rank
  group by s.task having count(distinct s.holder) > 1)
"""


def duckdb_tool(facts: Facts) -> Callable[[], int]:
    """Return how many tasks have several owners, by DuckDB on one core."""
    import duckdb

    table: Any = duckdb.connect(config={"threads": 1})
    table.execute("create table shares(holder varchar, task varchar, share varchar)")
    for at in range(0, len(facts), 500):
        rows = facts[at : at + 500]
        marks = ",".join(["(?, ?, ?)"] * len(rows))
        table.execute(f"insert into shares values {marks}", [v for row in rows for v in row])
    return lambda: int(table.execute(_OWNERS).fetchone()[0])


_CLINGO = """
accountable(T) :- share(_, T, "accountable").
owns(H, T) :- share(H, T, "accountable").
owns(H, T) :- share(H, T, "responsible"), not accountable(T).
several(T) :- owns(A, T), owns(B, T), A < B.
#show several/1.
"""


def clingo_tool(facts: Facts) -> Callable[[], int]:
    """Return how many tasks have several owners, by clingo: it grounds and solves each time."""
    import clingo

    text = "".join(f'share("{h}", "{t}", "{s}").\n' for h, t, s in facts)

    def count() -> int:
        control = clingo.Control()
        control.add("base", [], text + _CLINGO)
        control.ground([("base", [])])
        found: list[int] = []
        control.solve(on_model=lambda model: found.append(len(model.symbols(shown=True))))
        return found[0]

    return count
