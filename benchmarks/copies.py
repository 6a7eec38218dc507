"""The standard several times over in one organization, as a group that runs everything at once.

Each copy has departments, positions, tasks, forms and processes of its own. Topics and their
ladders are the group's, those of the first copy: a topic whose first step is everybody's own
superior speaks of everybody, so that as many such topics as copies would be as many answers as
copies squared.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.baselines import bare_yaml, undated
from dealer_roles.loading.bundled import CATALOGUE, bundled_folder

OWN = ("departments", "positions", "tasks", "forms")
SHARED = ("parties", "scopes", "topics")
NOT_IDS = frozenset({"kind", "topic", "scope", "for", "split_by", "coverage", "zh", "en"})
LISTS = ("departments", "posts", "unowned", "left_out")
"""The lists of the organization's own file that each copy adds to."""
LONGEST = 200
"""As many entries as a list of that file may have; further copies add none."""

Document = dict[str, Any]


def write_copies(folder: Path, copies: int) -> Path:
    """Write an organization of so many standards; return its folder."""
    plain = [
        undated(d)
        for name in ("standard", CATALOGUE)
        for d in bare_yaml(Path(bundled_folder(name)))
    ]
    documents = [document for document in plain if document["kind"] != "expectations"]
    ids = set(_defined(documents))
    shared = [document for document in documents if document["kind"] in SHARED]
    own = [d for d in documents if d["kind"] not in (*SHARED, "organization")]
    main = next(document for document in documents if document["kind"] == "organization")
    folder.mkdir(parents=True)
    _write(folder / "shared.yaml", (_main(main, ids, copies), *shared))
    for number in range(copies):
        _write(folder / f"copy-{number}.yaml", [_renamed(d, ids, f"-{number}") for d in own])
    return folder


def _write(path: Path, documents: Iterable[Document]) -> None:
    """Write documents as JSON, which is YAML."""
    lines = (json.dumps(document, ensure_ascii=False) for document in documents)
    path.write_text("\n---\n".join(lines), encoding="utf-8")


def _main(main: Document, ids: set[str], copies: int) -> Document:
    each = [_renamed(main, ids, f"-{n}") for n in range(copies)]
    lists = {key: [one for m in each for one in m[key]][:LONGEST] for key in LISTS if key in main}
    ladders = dict(zip(main["ladders"], each[0]["ladders"].values(), strict=True))
    return {**each[0], **lists, "id": "group", "ladders": ladders, "catalogue": []}


def _defined(documents: Iterable[Document]) -> Iterator[str]:
    """Yield the ids of which each copy has its own."""
    for document in documents:
        if document["kind"] in ("position", "process"):
            yield document["id"]
        if document["kind"] == "tasks":
            yield document["area"]["id"]
        for key in OWN:
            yield from (entry["id"] for entry in document.get(key, ()))
        for key in ("handoffs", "posts"):
            yield from (entry["id"] for entry in document.get(key, ()))


def _renamed(value: Any, ids: set[str], suffix: str) -> Any:
    """Return plain data in which each of these ids, as a value, has a suffix."""
    if isinstance(value, dict):
        return {
            key: item if key in NOT_IDS else _renamed(item, ids, suffix)
            for key, item in value.items()
        }
    if isinstance(value, list):
        return [_renamed(item, ids, suffix) for item in value]
    return value + suffix if isinstance(value, str) and value in ids else value
