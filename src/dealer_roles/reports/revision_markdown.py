"""What a change brings, as Markdown for a pull request."""

from __future__ import annotations

from collections.abc import Sequence

from dealer_roles.output.markdown_text import escaped
from dealer_roles.values.text import Text

NOTHING_CHANGED = Text("没有变化。", "Nothing changed.")


def markdown(parts: Sequence[tuple[str, Sequence[str]]], lang: str) -> str:
    """Return headings and their lines as Markdown; every text stays text.

    Args:
        parts: The headings, each with its lines.
        lang: The language of the sentence where there are none.
    """
    if not parts:
        return f"{NOTHING_CHANGED.get(lang)}\n"
    blocks = [
        f"### {_inline(title)} ({len(lines)})\n\n" + "\n".join(f"- {_inline(x)}" for x in lines)
        for title, lines in parts
    ]
    return "\n\n".join(blocks) + "\n"


def _inline(text: str) -> str:
    return escaped(text).replace("\n", "<br>")
