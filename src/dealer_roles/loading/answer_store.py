"""The owners of an organization's tasks, remembered so that one question starts fast.

A line a task: its id, a tab, and the answer as JSON without its reason, which stands
apart in both languages. Only answers that no date changes are remembered.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from dealer_roles.output.files import write_file
from dealer_roles.source.resources import snapshot_path

SUFFIX = ".owners"
DAMAGED = (ValueError, LookupError, TypeError, AttributeError, RecursionError)
"""What reading kept data raises that somebody cut short or changed: it counts as not there."""


def read_answer(name: str, key: str, task: str, lang: str) -> dict[str, Any] | None:
    """Return the remembered answer for a task, or ``None`` if there is none for these files."""
    try:
        with open(snapshot_path(name + SUFFIX), encoding="utf-8") as stream:
            if stream.readline().rstrip("\n") != key:
                return None
            start = task + "\t"
            line = next((line for line in stream if line.startswith(start)), None)
        if line is None:
            return None
        answer, why = json.loads(line[len(start) :])
        return {k: (why[lang] if k == "why" else v) for k, v in answer.items()}
    except (OSError, *DAMAGED):
        return None


def write_answers(
    name: str, key: str, answers: Iterable[tuple[str, Mapping[str, Any], Any]]
) -> str:
    """Write answers: task, plain data, reason in both languages; return the file's path."""
    path = snapshot_path(name + SUFFIX)
    lines = [
        f"{task}\t{json.dumps([answer, why], ensure_ascii=False, separators=(',', ':'))}"
        for task, answer, why in answers
    ]
    write_file(path, "\n".join([key, *lines]) + "\n")
    return path
