"""JSON Schemas for the editors of one organization: its ids complete and show their names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dealer_roles.loading.file_kinds import declarations, schema_file, schema_json
from dealer_roles.loading.loaded import Loaded
from dealer_roles.model.integrity import namespaces
from dealer_roles.model.json_schema import json_schema
from dealer_roles.model.organization import OrganizationModel
from dealer_roles.model.position import SAME_POSITION
from dealer_roles.model.schema_files import SUFFIX
from dealer_roles.values.text import Text
from dealer_roles.words.marks import THE_SUPERIOR

_WORDS = {
    "manager": THE_SUPERIOR,
    SAME_POSITION: Text("同岗位人员", "a colleague in the same position"),
}


def store_schemas(loaded: Loaded) -> Mapping[str, str]:
    """Return the text of each schema by the name of its file.

    Args:
        loaded: The organization; one with problems completes what stands of it.
    """
    model = loaded.model
    assert model is not None
    facts = [d for d in loaded.documents if d.value is not None]
    names = _names(model)
    ids = {
        namespace: _listed(known, names, model.languages, namespace)
        for namespace, known in namespaces(model.catalogue, facts).items()
        if known
    }
    return {
        f"{kind}{SUFFIX}": schema_file(json_schema(declaration, ids))
        for kind, declaration in sorted(declarations().items())
    }


def plain_schemas() -> Mapping[str, str]:
    """Return the text of each schema by the name of its file, without the ids of anybody."""
    return {f"{kind}{SUFFIX}": schema_json(kind) for kind in declarations()}


def _listed(
    ids: Iterable[str], names: Mapping[str, Mapping[str, Text]], languages: Iterable[str],
    namespace: str,
) -> dict[str, Any]:  # fmt: skip
    ordered = sorted(ids)
    family = namespace if namespace in names else "holder"
    texts = [_shown(names[family].get(id_) or _WORDS.get(id_), id_, languages) for id_ in ordered]
    return {
        "type": "string",
        "enum": ordered,
        "enumDescriptions": texts,
        "markdownEnumDescriptions": texts,
    }


def _shown(name: Text | None, id_: str, languages: Iterable[str]) -> str:
    """Return a name in the languages of the organization, each once."""
    if name is None:
        return id_
    return " — ".join(dict.fromkeys(name.get(language) for language in languages))


def _names(model: OrganizationModel) -> dict[str, dict[str, Text]]:
    """Return the names of everything that ids name, by namespace."""
    known = model.catalogue
    holders: dict[str, Text] = {}
    groups: tuple[Mapping[str, Any], ...] = (known.parties, known.departments, known.positions,
              model.departments, model.posts, model.positions)  # fmt: skip
    for group in groups:
        holders |= {id_: entry.name for id_, entry in group.items()}
    named: dict[str, Mapping[str, Any]] = {
        "task": known.tasks, "topic": known.topics, "form": known.forms,
        "dimension": known.dimensions,
    }  # fmt: skip
    found = {space: {id_: e.name for id_, e in group.items()} for space, group in named.items()}
    for dimension in known.dimensions.values():
        found[f"value:{dimension.id}"] = {value.id: value.name for value in dimension.values}
    return {**found, "holder": holders}
