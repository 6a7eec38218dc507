"""Message templates: named fields and nothing else, filled in one pass."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dealer_roles.values.text import Text

_PART = re.compile(r"\{\{|\}\}|\{([a-z_]+)\}|[{}]")


def fields_of(template: str) -> tuple[str, ...]:
    """Return the fields that a template names; a stray brace counts as the field ``{`` or ``}``."""
    found = []
    for match in _PART.finditer(template):
        if match[1]:
            found.append(match[1])
        elif len(match[0]) == 1:
            found.append(match[0])
    return tuple(found)


def fill(template: Text, values: Mapping[str, Text]) -> Text:
    """Return a template with its fields filled; what fills them is not read again."""
    return Text(
        _fill(template.zh, values, "zh"),
        _fill(template.en, values, "en"),
    )


def _fill(template: str, values: Mapping[str, Text], lang: str) -> str:
    if "{" not in template and "}" not in template:
        return template

    def part(match: re.Match[str]) -> str:
        if match[1]:
            return values[match[1]].get(lang) if match[1] in values else match[0]
        return match[0][0]

    return _PART.sub(part, template)


def without_fields(template: Text) -> Text:
    """Return a template as a general sentence: its fields become an ellipsis."""
    return fill(template, dict.fromkeys(fields_of(template.zh + template.en), _GAP))


_GAP = Text("…", "…")
