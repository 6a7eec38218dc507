"""``check`` with a plain command line: most of those that stand in CI and in hooks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dealer_roles.cli.locale_language import default_language
from dealer_roles.cli.plain_line import plain_line
from dealer_roles.cli.run_check import run_check
from dealer_roles.reports.formats import FORMATS
from dealer_roles.rules.file_forms import PROFILES
from dealer_roles.values.findings import SEVERITIES
from dealer_roles.values.text import LANGS

_SEVERAL = {"--org": "more", "--select": "select", "--ignore": "ignore"}
_ONE: Mapping[str, tuple[str, Sequence[str]]] = {
    "--profile": ("profile", PROFILES),
    "--format": ("format_", tuple(FORMATS)),
    "--fail-level": ("fail_level", SEVERITIES),
    "--lang": ("lang", LANGS),
}
_OPTIONS = {**dict.fromkeys(_SEVERAL, ()), **{name: values for name, (_, values) in _ONE.items()}}


def plainly_said(arguments: Sequence[str]) -> dict[str, Any] | None:
    """Return what is said of :func:`run_check` on a plain command line; nothing on another."""
    read = plain_line(arguments, _OPTIONS)
    if read is None:
        return None
    orgs, said = read
    several = {to: said[name] for name, to in _SEVERAL.items() if name in said}
    one = {to: said[name][-1] for name, (to, _) in _ONE.items() if name in said}
    return {"orgs": orgs, "lang": default_language(), **several, **one}


run = run_check
