"""Why a file of ours that is no YAML cannot be read: what nobody sees, or git left in it."""

from __future__ import annotations

from dealer_roles.values.text import Text


def cause_in(text: str) -> Text | None:
    """Return the most likely cause, and its line, if one is seen.

    Args:
        text: A file that no parser takes.
    """
    from dealer_roles.source.yaml_causes import CONFLICT, CONFLICT_WORDS
    from dealer_roles.source.yaml_unseen import unseen_problem

    if conflict := CONFLICT.search(text):
        return _said(text.count("\n", 0, conflict.start()) + 1, *CONFLICT_WORDS)
    if unseen := unseen_problem(text):
        return _said(unseen.line, unseen.zh, unseen.en)
    return None


def _said(line: int, zh: str, en: str) -> Text:
    return Text(f"第 {line} 行：{zh}", f"line {line}: {en}")
