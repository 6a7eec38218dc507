"""Making the printed answers of what is bundled; a build step."""

from __future__ import annotations

import io
from contextlib import redirect_stdout

from dealer_roles.cli.answer_with import answer_with
from dealer_roles.facade import Organization, load
from dealer_roles.loading.answer_key import answer_key
from dealer_roles.loading.bundled_paths import bundled
from dealer_roles.loading.printed_store import write_printed
from dealer_roles.questions.table import question_named
from dealer_roles.values.text import LANGS

_OWNER = question_named("owner")


def write_printed_owners() -> list[str]:
    """Write what ``owner`` prints for every task of everything bundled; return the paths."""
    return [write_printed(name, answer_key(name), _answers(load(name))) for name in bundled()]


def _answers(organization: Organization) -> dict[str, str]:
    """Return what is printed by question; nothing if anything is bound to a time."""
    if len(organization.linked.periods) > 1:
        return {}
    return {
        f"{task} {format_} {lang}": printed_owner(organization, task, format_, lang)
        for task in sorted(organization.catalogue.tasks)
        for format_ in ("text", "json")
        for lang in LANGS
    }


def printed_owner(organization: Organization, task: str, format_: str, lang: str) -> str:
    """Return what ``owner`` prints for a task where nobody sees it as it comes."""
    with redirect_stdout(io.StringIO()) as printed:
        answer_with(_OWNER, organization, {"task": task, "on": None}, format_, lang)
    return printed.getvalue()
