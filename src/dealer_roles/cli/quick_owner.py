"""``owner TASK`` from answers that were printed before: bundled, or about a folder as it is.

What is asked so often must not wait for a command line to be built. Whatever is not the
plainest form of the question is left to the command itself, which says the same.
"""

from __future__ import annotations

import os

from dealer_roles.cli.plain_line import plain_line
from dealer_roles.output.plain_streams import are_plain, write_as_printed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealer_roles.loading.remembered_answers import Asked

_OPTIONS = {"--format": ("text", "json"), "--lang": ("zh", "en"), "--org": ()}
_USUAL = {"--format": "text", "--lang": "", "--org": ""}


def quick_owner(arguments: Sequence[str]) -> bool:
    """Print the answer if it is known; otherwise print nothing and say so."""
    said = plain_question(arguments)
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


def plain_question(arguments: Sequence[str]) -> tuple[str, str, str, str] | None:
    """Return task, format, language and organization; nothing for any other question."""
    read = plain_line(arguments[1:], _OPTIONS) if arguments[:1] == ["owner"] else None
    if read is None or len(read[0]) != 1:
        return None
    (task,), said = read
    format_, lang, org = (said.get(name, (usual,))[-1] for name, usual in _USUAL.items())
    return task, format_, lang, org


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
