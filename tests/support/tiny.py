"""Tiny organizations for tests, written as people write YAML."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from dealer_roles.facade import Organization, load
from dealer_roles.testing.short_form import both, documents_of, entries, entry

__all__ = ["both", "documents_of", "entries", "entry", "tiny", "write_documents", "write_tiny"]


def write_tiny(folder: Path, given: Mapping[str, Any]) -> Path:
    """Write an organization given in the short form; return its folder."""
    return write_documents(folder, documents_of(given))


def write_documents(folder: Path, documents: Mapping[str, Any]) -> Path:
    """Write documents by the names of their files; return their folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, document in documents.items():
        path = folder / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        plain = json.loads(json.dumps(document))  # nothing shared, so nothing aliased
        path.write_text(yaml.safe_dump(plain, allow_unicode=True, sort_keys=False), "utf-8")
    return folder


def tiny(folder: Path, given: Mapping[str, Any]) -> Organization:
    """Write a tiny organization and load it."""
    return load(write_tiny(folder, given))
