"""JSON as UTF-8 text: readable, and without a character that drives a terminal."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from dealer_roles.output.clean import MARKED_COMMAND, UNSHOWN, all_shown

_UNSHOWN = re.compile(f"(?!\n)[{UNSHOWN}]|{MARKED_COMMAND.pattern}")
_INDENT = "  "


def json_text(data: object) -> str:
    r"""Return data as indented JSON with a line end; nothing of its texts is lost.

    What a terminal or a build server would obey is escaped (``\u009b``, ``\u0023#vso[``), as
    JSON itself does below U+0020.
    """
    return "".join(json_pieces(data))


def json_pieces(data: object) -> Iterator[str]:
    """Yield :func:`json_text` piece by piece.

    Args:
        data: Plain data. An iterator as a value in it is written as a list of what it yields,
            each as its turn comes, so that no more than one of them is held.
    """
    yield from _pieces(data, "\n")
    yield "\n"


def _pieces(value: object, line: str) -> Iterator[str]:
    """Yield a value; ``line`` ends a line and indents the next as this value is indented."""
    if isinstance(value, dict) and _streams(value):
        named = ((f"{_laid_out(key, line)}: ", item) for key, item in value.items())
        yield from _between("{}", named, line)
    elif isinstance(value, Iterator) or (isinstance(value, list) and _streams(value)):
        yield from _between("[]", (("", item) for item in value), line)
    else:
        yield _laid_out(value, line)


def _streams(value: object) -> bool:
    """Whether an iterator stands anywhere in plain data."""
    if isinstance(value, dict):
        return any(map(_streams, value.values()))
    return any(map(_streams, value)) if isinstance(value, list) else isinstance(value, Iterator)


def _between(brackets: str, items: Iterable[tuple[str, object]], line: str) -> Iterator[str]:
    inner, before = line + _INDENT, brackets[0]
    for name, item in items:
        yield f"{before}{inner}{name}"
        yield from _pieces(item, inner)
        before = ","
    yield f"{line}{brackets[1]}" if before == "," else brackets


def _laid_out(value: object, line: str) -> str:
    # A line end of a text is spelt: those that are left are of the layout.
    text = json.dumps(value, ensure_ascii=False, indent=_INDENT).replace("\n", line)
    if all_shown(text) and "##" not in text:
        return text
    return _UNSHOWN.sub(lambda m: f"\\u{ord(m.group()):04x}", text)
