"""JSON as UTF-8 text: readable, and without a character that drives a terminal."""

from __future__ import annotations

import json
import re

from dealer_roles.output.clean import MARKED_COMMAND, UNSHOWN

_UNSHOWN = re.compile(f"(?!\n)[{UNSHOWN}]|{MARKED_COMMAND.pattern}")


def json_text(data: object) -> str:
    r"""Return data as indented JSON with a line end; nothing of its texts is lost.

    What a terminal or a build server would obey is escaped (``\u009b``, ``\u0023#vso[``), as
    JSON itself does below U+0020.
    """
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return _UNSHOWN.sub(lambda m: f"\\u{ord(m.group()):04x}", text) + "\n"
