"""Folders of definitions for tests: plain data in, YAML in block style out, and loading."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from dealer_roles.source.document import YamlDocument, read_documents
from dealer_roles.source.file import SourceFile
from dealer_roles.source.settings import DEFAULTS, Settings
from dealer_roles.values.findings import Finding


def block_yaml(value: Any, indent: int = 0) -> str:
    """Return plain data as YAML in block style; texts are quoted, so nothing is read anew."""
    pad = " " * indent
    if isinstance(value, dict) and value:
        return "".join(_pair(pad, key, item, indent) for key, item in value.items())
    if isinstance(value, list) and value:
        return "".join(f"{pad}- {block_yaml(item, indent + 2).lstrip()}" for item in value)
    return f"{pad}{json.dumps(value, ensure_ascii=False)}\n"


def _pair(pad: str, key: str, value: Any, indent: int) -> str:
    if isinstance(value, (dict, list)) and value:
        return f"{pad}{key}:\n{block_yaml(value, indent + 2)}"
    return f"{pad}{key}: {json.dumps(value, ensure_ascii=False)}\n"


def write_documents(folder: Path, documents: Mapping[str, Any]) -> Path:
    """Write documents by file name (without suffix); return the folder."""
    for name, document in documents.items():
        path = folder / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block_yaml(document), "utf-8")
    return folder


def read_bytes(
    folder: Path, content: bytes, settings: Settings = DEFAULTS, name: str = "x.yaml"
) -> tuple[list[YamlDocument], list[Finding]]:
    """Write one file and read it; returns its documents and findings."""
    path = folder / name
    path.write_bytes(content)
    return read_documents([SourceFile(path, name)], settings)


def read_text(
    folder: Path, text: str, settings: Settings = DEFAULTS
) -> tuple[list[YamlDocument], list[Finding]]:
    """Write one file and read it; returns its documents and findings."""
    return read_bytes(folder, text.encode(), settings)


def places(findings: Iterable[Finding]) -> list[tuple[str, int, int]]:
    """Return code, line and column of each finding."""
    return [(f.code, f.span.line, f.span.column) for f in findings]
