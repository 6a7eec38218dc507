"""JSON that can also stand inside a script element of a page."""

from __future__ import annotations

import json
import re

from dealer_roles.output.clean import MARKED_COMMAND, UNSHOWN

_UNFIT = re.compile(f"(?!\n)[<>&{UNSHOWN}]|{MARKED_COMMAND.pattern}")


def script_json(data: object, indent: int | None = None) -> str:
    """Return JSON without ``<``, ``>`` and ``&``, which mean something to HTML.

    What a terminal or a build server would obey is escaped, too.
    """
    separators = (",", ":") if indent is None else None
    text = json.dumps(data, ensure_ascii=False, indent=indent, separators=separators)
    return _UNFIT.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
