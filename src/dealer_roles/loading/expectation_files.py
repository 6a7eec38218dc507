"""Which YAML files hold scenarios of ours, among those of everybody else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dealer_roles.loading.nearest_folder import nearest_folder
from dealer_roles.source.document import read_documents
from dealer_roles.source.file import SourceFile
from dealer_roles.source.gate import Refused, read_named
from dealer_roles.source.settings import DEFAULTS

KIND = "expectations"
# How a file that no parser reads still says what it is.
_SAYS_SO = re.compile(r"""^\s*["']?kind["']?\s*:\s*["']?expectations\b""", re.MULTILINE)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def holds_expectations(path: Path) -> bool:
    """Whether a file holds ``kind: expectations``, however that is written.

    In the folder of an organization a file that says so and cannot be read is ours as well:
    ``dealer-roles test`` would refuse it. Elsewhere only what has cases is.
    """
    text = _text(path)
    if KIND not in text and "\\" not in text:  # not even by an escape: no need to parse
        return False
    documents, problems = read_documents([SourceFile(path, str(path))], DEFAULTS)
    ours = nearest_folder(path.parent) is not None
    if any(_is_ours(document.data, ours) for document in documents):
        return True
    return ours and bool(problems) and _SAYS_SO.search(text) is not None


def _text(path: Path) -> str:
    """Return a file's text as far as it can be read; nothing of what is no file."""
    try:
        raw = read_named(path, DEFAULTS.max_file_bytes)
    except Refused:
        return ""
    return raw.decode("utf-16" if raw.startswith(_UTF_16) else "utf-8-sig", "replace")


def _is_ours(data: Any, in_organization: bool) -> bool:
    if not isinstance(data, Mapping) or data.get("kind") != KIND:
        return False
    return in_organization or "cases" in data
