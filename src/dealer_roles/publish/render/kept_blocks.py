"""Hand-written blocks between markers: they survive when a document is made again."""

from __future__ import annotations

import re

_BLOCK = re.compile(r"<!-- keep (?P<id>[a-z0-9-]+) -->(?P<text>.*?)<!-- /keep -->", re.DOTALL)


def slot(id_: str) -> str:
    """Return an empty place for a hand-written block, called ``id_``."""
    return f"<!-- keep {id_} -->\n<!-- /keep -->"


def carry_over(fresh: str, old: str) -> str:
    """Return ``fresh`` with the hand-written blocks of ``old``.

    A block whose place is gone moves to the last place of the document, so that nothing
    written by hand is lost.

    Args:
        fresh: The document as it was just made, its places empty.
        old: The document as it stands in the file.
    """
    written = {m["id"]: m["text"] for m in _BLOCK.finditer(old) if m["text"].strip()}
    if not written:
        return fresh
    places = [m["id"] for m in _BLOCK.finditer(fresh)]
    if not places:
        return fresh
    for id_ in [id_ for id_ in written if id_ not in places]:
        homeless = written.pop(id_)
        last = places[-1]
        written[last] = f"{written.get(last, chr(10)).rstrip()}\n{homeless.strip()}\n"
    return _BLOCK.sub(lambda m: _filled(m, written), fresh)


def _filled(match: re.Match[str], written: dict[str, str]) -> str:
    id_ = match["id"]
    text = written.get(id_, match["text"])
    return f"<!-- keep {id_} -->{text}<!-- /keep -->"
