"""What is said where no organization is, and a bundled one answers."""

from __future__ import annotations

_ZH = "此处没有组织；以随附的 standard 回答（用 --org 指明别的）"
_EN = "No organization here; the bundled 'standard' answers (--org names another)."


def no_organization_here(lang: str) -> str:
    """Return the note in a language; it is no ``Text``, so that a quick answer imports none."""
    return {"zh": _ZH}.get(lang, _EN)
