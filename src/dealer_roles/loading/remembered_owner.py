"""One answer of a bundled organization, without loading it."""

from __future__ import annotations

from typing import Any

from dealer_roles.loading.answer_store import read_answer
from dealer_roles.loading.bundled import CATALOGUE, bundled, bundled_files
from dealer_roles.loading.content_key import key_of


def answer_key(name: str) -> str:
    """Return the state of files that the answers of a bundled organization depend on."""
    return key_of([*bundled_files(CATALOGUE), *bundled_files(name)])


def remembered_owner(name: str, task: str, lang: str) -> dict[str, Any] | None:
    """Return who owns a task in a bundled organization, if that is remembered.

    Args:
        name: Any name or path; only a bundled one can be remembered.
        task: The task.
        lang: The language of the reason.
    """
    return read_answer(name, answer_key(name), task, lang) if name in bundled() else None
