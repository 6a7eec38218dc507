"""Packs: positions, tasks, processes, rules and scenarios of one line of business, together."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from functools import cache

from dealer_roles.model.kinds import ORGANIZATION_KINDS
from dealer_roles.source.document import Locator, YamlDocument
from dealer_roles.source.file import SourceFile
from dealer_roles.source.resources import resource
from dealer_roles.source.settings import DEFAULTS
from dealer_roles.values.errors import InvalidDefinitions
from dealer_roles.values.findings import Finding
from dealer_roles.values.near import nearest
from dealer_roles.values.text import Text


@cache
def packs() -> tuple[str, ...]:
    """Return the names of the packs that ship with the package, in order."""
    return tuple(sorted(os.listdir(resource("definitions", "packs"))))


def pack_files(name: str) -> list[SourceFile]:
    """Return the files of a pack, labelled ``bundled:packs/…``, in order."""
    root = resource("definitions", "packs", name)
    found = []
    for folder, _, names in os.walk(root):
        inside = os.path.relpath(folder, root).replace(os.sep, "/")
        prefix = f"bundled:packs/{name}/" + ("" if inside == "." else f"{inside}/")
        found += [
            SourceFile(os.path.join(folder, file), prefix + file)
            for file in names
            if file.endswith(".yaml")
        ]
    return sorted(found, key=lambda file: file.label)


def pack_documents(name: str) -> tuple[YamlDocument, ...]:
    """Return the documents of a pack, read afresh: they are put together with a store's own.

    Raises:
        InvalidDefinitions: The files were changed and no longer fit their shapes.
    """
    from dealer_roles.loading.checked_files import read_checked  # not to ask for their names

    documents, findings, _ = read_checked(pack_files(name), DEFAULTS)
    if findings:
        raise InvalidDefinitions(findings)
    return tuple(documents)


def with_packs(
    documents: Sequence[YamlDocument], locator: Locator
) -> tuple[list[YamlDocument], list[Finding]]:
    """Return an organization's documents and those of the packs it names.

    A position or process that the organization defines itself takes the place of a pack's.
    """
    main = next((d for d in documents if d.kind == "organization"), None)
    if main is None:
        return list(documents), []
    wanted = list(dict.fromkeys(main.value.packs))
    found = [d for name in wanted if name in packs() for d in pack_documents(name)]
    own = _defined(documents)
    added = [d for d in found if not _defined([d]) & own]
    missing = [
        _unknown(main, number, name, locator)
        for number, name in enumerate(main.value.packs)
        if name not in packs()
    ]
    return [*documents, *added], missing


def _defined(documents: Iterable[YamlDocument]) -> set[tuple[str, str]]:
    return {(d.kind, d.value.id) for d in documents if d.kind in ORGANIZATION_KINDS}


def _unknown(main: YamlDocument, number: int, name: str, locator: Locator) -> Finding:
    near = nearest(name, packs()) or packs()
    message = Text(f"没有业务包 {name!r}", f"there is no pack {name!r}")
    fix = Text(f"可用：{'、'.join(near)}", f"there are {', '.join(near)}")
    path = ("packs", number)
    return locator.error(main, path, "unknown-pack", message, fix, org=main.value.id)
