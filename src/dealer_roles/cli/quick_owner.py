"""``owner TASK`` from answers that were printed before: bundled, or about a folder as it is.

What is asked so often must not wait for a command line to be built. Whatever is not the
plainest form of the question is left to the command itself, which says the same.
"""

from __future__ import annotations

import os

from dealer_roles.output.plain_streams import are_plain, write_as_printed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealer_roles.loading.remembered_answers import Asked

_OPTIONS = {"--format": ("text", "json"), "--lang": ("zh", "en"), "--org": ()}


def quick_owner(arguments: Sequence[str]) -> bool:
    """Print the answer if it is known; otherwise print nothing and say so."""
    said = _said(arguments)
    if said is None or not are_plain():
        return False
    task, format_, lang, org = said
    from dealer_roles.cli.locale_language import default_language

    lang = lang or default_language()
    try:
        folder = _folder(org)
        text = (
            _remembered(asked(folder, task, format_, lang))
            if folder
            else _printed(org or "standard", f"{task} {format_} {lang}")
        )
    except FileNotFoundError:  # as where the folder we stand in is gone: the command says so
        return False
    if text is None:
        return False
    from dealer_roles.words.no_organization import no_organization_here

    return write_as_printed(text, "" if org or folder else no_organization_here(lang))


def _folder(org: str) -> str | None:
    """Return the folder of the organization that is asked; nothing for a bundled one."""
    from dealer_roles.loading.nearest_folder import nearest_folder

    if not org:
        return nearest_folder(os.getcwd())
    return org if os.sep in org or "/" in org else None


def _said(arguments: Sequence[str]) -> tuple[str, str, str, str] | None:
    """Return task, format, language and organization; nothing for any other question."""
    if len(arguments) < 2 or arguments[0] != "owner" or len(arguments) % 2 or "" in arguments:
        return None
    task, rest = arguments[1], arguments[2:]
    said = dict(zip(rest[::2], rest[1::2], strict=True))
    if task.startswith("-"):
        task, said = arguments[-1], dict(zip(arguments[1:-1:2], arguments[2:-1:2], strict=True))
    fit = all(k in _OPTIONS and v in (_OPTIONS[k] or (v,)) for k, v in said.items())
    if not fit or task.startswith("-") or any(v.startswith("-") for v in said.values()):
        return None
    return task, said.get("--format", "text"), said.get("--lang", ""), said.get("--org", "")


def asked(folder: str, task: str, format_: str, lang: str) -> Asked:
    """Return the question as it is remembered."""
    from dealer_roles.loading.remembered_answers import Asked

    return Asked(folder, f"owner {format_} {lang}", task)


def _remembered(question: Asked) -> str | None:
    from dealer_roles.loading.remembered_answers import remembered_answer

    return remembered_answer(question)


def _printed(org: str, question: str) -> str | None:
    from dealer_roles.loading.answer_key import answer_key
    from dealer_roles.loading.bundled_paths import bundled
    from dealer_roles.loading.printed_store import read_printed

    if org not in bundled() or "\t" in question or "\n" in question:
        return None
    return read_printed(org, answer_key(org), question)
