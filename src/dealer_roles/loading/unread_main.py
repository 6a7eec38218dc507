"""An organization's own file that says another kind, or is no YAML: what it says all the same.

A mistake in it must not hide those in other files until it is mended.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence

from dealer_roles.source.boundary import is_main_file
from dealer_roles.source.document import YamlDocument, read_documents
from dealer_roles.source.file import SourceFile
from dealer_roles.source.gate import Refused, read_text
from dealer_roles.source.located import Located, located
from dealer_roles.source.settings import Settings
from dealer_roles.values.fields import replace

KIND = "organization"
_ELSEWHERE = re.compile(r"^(?:catalogue|packs)[ \t]*:.*$", re.MULTILINE)


def unread_main(broken: Sequence[SourceFile], settings: Settings) -> list[YamlDocument]:
    """Return what a file named as an organization's says, as a document of that kind.

    Nothing is returned where nobody can tell which catalogues and packs it names.

    Args:
        broken: The files in which something is wrong.
        settings: The bounds of reading.
    """
    mains = [file for file in broken if is_main_file(os.path.basename(os.fspath(file.path)))]
    documents, findings = read_documents(mains, settings)
    if findings:
        return [main for file in mains[:1] for main in _from_lines(file, settings)]
    return [
        replace(d, data=located({**d.data, "kind": KIND}, d.data.line, d.data.column))
        for d in documents
        if isinstance(d.data, Located)
    ]


def _from_lines(file: SourceFile, settings: Settings) -> list[YamlDocument]:
    """Return what single lines of a text that is no YAML say of where ids are defined."""
    from dealer_roles.source.yaml_nodes import read_yaml

    try:
        text = read_text(file.path, file.inside, settings.max_file_bytes)
    except Refused:
        return []
    lines = "\n".join(_ELSEWHERE.findall(text))
    documents, problems = read_yaml(f"kind: {KIND}\n{lines}\n", settings.max_depth)
    if problems or any(value is None for value in documents[0][0].values()):
        return []
    return [YamlDocument(file, 0, 1, documents[0][0])]
