"""What is left of an organization's own file that is not right: enough to check all others by.

A mistake in it must not hide those elsewhere until it is mended.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import replace

from dealer_roles.loading.pruned import Pruned
from dealer_roles.model.base_forms import ID_PATTERN, is_id
from dealer_roles.model.organization_file import OrganizationFile
from dealer_roles.model.refusals import misfits
from dealer_roles.source.discovery import label_of
from dealer_roles.source.document import YamlDocument, read_documents
from dealer_roles.source.file import SourceFile
from dealer_roles.source.gate import Refused, read_text
from dealer_roles.source.located import Located, located
from dealer_roles.source.settings import Settings

KIND = "organization"
_MAINS = ("organization.yaml", "organization.yml")
_ELSEWHERE = re.compile(r"^(catalogue|packs)[ \t]*:.*$", re.MULTILINE)


def salvaged_main(
    files: Iterable[SourceFile], settings: Settings, folder: str
) -> YamlDocument | None:
    """Return what is left of the organization's own document among files that are not right.

    Nothing is, where nobody can tell which catalogues and packs it names.

    Args:
        files: The files in which something is wrong.
        settings: The bounds of reading.
        folder: The organization's folder.
    """
    every = list(files)
    documents, _ = read_documents(every, settings)
    for document in documents:
        named = document.data.get("kind") if isinstance(document.data, Located) else None
        if named is not None and (named == KIND or _is_main(document.file)):
            return _salvaged(document, folder)
    main = next((file for file in every if _is_main(file)), None)
    return None if main is None else _from_lines(main, settings, folder)


def _is_main(file: SourceFile) -> bool:
    return os.path.basename(os.fspath(file.path)) in _MAINS


def _salvaged(document: YamlDocument, folder: str) -> YamlDocument | None:
    """Return a document without what does not fit; the folder's name stands in for its own."""
    given: Located = document.data
    data = located({**given, "kind": KIND}, given.line, given.column)
    wrong = {(*m.path, m.key)[0] for m in misfits(KIND, data)}
    for key in ("id", "name"):
        if key not in data or key in wrong:
            data[key] = folder_id(folder)
    pruned = Pruned(replace(document, data=data), OrganizationFile)
    if pruned.document is None:
        found = misfits(KIND, data)
        pruned.leave_out([m.path if m.key is None else (*m.path, m.key) for m in found])
    return pruned.document


def _from_lines(file: SourceFile, settings: Settings, folder: str) -> YamlDocument | None:
    """Return what a file that is no YAML says in single lines of where ids are defined."""
    from dealer_roles.source.yaml_nodes import read_yaml

    try:
        text = read_text(file.path, file.inside, settings.max_file_bytes)
    except Refused:
        return None
    lines = "\n".join(match[0] for match in _ELSEWHERE.finditer(text))
    documents, problems = read_yaml(f"kind: {KIND}\n{lines}\n", settings.max_depth)
    if problems or any(value is None for value in documents[0][0].values()):
        return None
    return _salvaged(YamlDocument(file, 0, 1, documents[0][0]), folder)


def stand_in(folder: str) -> YamlDocument:
    """Return an organization in the place of one that cannot be read, named as its folder."""
    name = os.path.basename(os.path.abspath(folder)) or KIND
    data = located({"kind": KIND, "id": folder_id(folder), "name": name}, 1, 1)
    path = os.path.join(folder, _MAINS[0])
    return YamlDocument(SourceFile(path, label_of(path)), 0, 1, data)


def folder_id(folder: str) -> str:
    """Return the name of a folder as an id."""
    id_ = os.path.basename(os.path.abspath(folder)).lower()
    return id_ if is_id(id_) and re.fullmatch(ID_PATTERN, id_) else KIND
