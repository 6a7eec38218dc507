"""Linked data as JSON-LD text."""

from __future__ import annotations

from dealer_roles.publish.render.script_json import script_json


def jsonld(data: dict[str, object]) -> str:
    """Return linked data as JSON that can stand in a page as it is."""
    return script_json(data, indent=2) + "\n"
