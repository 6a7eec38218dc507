"""What a user would write without this library: PyYAML, jsonschema, pydantic, networkx."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

import networkx as nx
import yaml
from jsonschema import Draft202012Validator

from dealer_roles.facade import Organization
from dealer_roles.loading.file_kinds import declarations
from dealer_roles.model.schema_files import schema


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
        plain = _undated(document)
        validators[kind].validate(plain)
        if kind == "position":
            for duty in document["duties"]:
                graph.add_edge(document["id"], duty["task"], duty["responsibility"])
    return graph


def _undated(value: Any) -> Any:
    """YAML 1.1 turned dates into objects; turn them back."""
    if isinstance(value, dict):
        return {key: _undated(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_undated(item) for item in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


def graph_owner(graph: nx.MultiDiGraph[str], task: str) -> list[str]:
    """Find the accountable holders of a task in a networkx graph."""
    return sorted(
        holder
        for holder, _, key in graph.in_edges(f"task:{task}", keys=True)
        if key == "accountable"
    )


def graph_overlaps(graph: nx.MultiDiGraph[str]) -> dict[str, set[str]]:
    """Find the tasks with several accountable holders in a networkx graph."""
    found: dict[str, set[str]] = defaultdict(set)
    for node, attributes in graph.nodes(data=True):
        if attributes["kind"] == "task":
            for holder, _, key in graph.in_edges(node, keys=True):
                if key == "accountable":
                    found[node].add(holder)
    return {task: holders for task, holders in found.items() if len(holders) > 1}


def graph_of(organization: Organization) -> nx.MultiDiGraph[str]:
    """Return the organization as a networkx graph."""
    return organization.graph
