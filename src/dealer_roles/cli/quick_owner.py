"""``owner TASK`` of a bundled organization, from its printed answers.

What is asked so often must not wait for a command line to be built. Whatever is not the
plainest form of the question is left to the command itself, which says the same.
"""

from __future__ import annotations

import os

from dealer_roles.output.plain_streams import are_plain, write_as_printed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_OPTIONS = {"--format": ("text", "json"), "--lang": ("zh", "en"), "--org": ()}


def quick_owner(arguments: Sequence[str]) -> bool:
    """Print the answer if it is known; otherwise print nothing and say so."""
    asked = _asked(arguments)
    if asked is None or not are_plain():
        return False
    task, format_, lang, org = asked
    from dealer_roles.cli.locale_language import default_language
    from dealer_roles.loading.nearest_folder import nearest_folder

    lang = lang or default_language()
    if not org and nearest_folder(os.getcwd()) is not None:
        return False
    text = _printed(org or "standard", f"{task} {format_} {lang}")
    if text is None:
        return False
    from dealer_roles.words.no_organization import no_organization_here

    return write_as_printed(text, "" if org else no_organization_here(lang))


def _asked(arguments: Sequence[str]) -> tuple[str, str, str, str] | None:
    """Return task, format, language and organization; nothing for any other question."""
    if len(arguments) < 2 or arguments[0] != "owner" or len(arguments) % 2:
        return None
    task, rest = arguments[1], arguments[2:]
    said = dict(zip(rest[::2], rest[1::2], strict=True))
    if task.startswith("-"):
        task, said = arguments[-1], dict(zip(arguments[1:-1:2], arguments[2:-1:2], strict=True))
    fit = all(k in _OPTIONS and v in (_OPTIONS[k] or (v,)) for k, v in said.items())
    if not fit or task.startswith("-") or any(v.startswith("-") for v in said.values()):
        return None
    return task, said.get("--format", "text"), said.get("--lang", ""), said.get("--org", "")


def _printed(org: str, question: str) -> str | None:
    from dealer_roles.loading.answer_key import answer_key
    from dealer_roles.loading.bundled_paths import bundled
    from dealer_roles.loading.printed_store import read_printed

    if org not in bundled() or "\t" in question or "\n" in question:
        return None
    return read_printed(org, answer_key(org), question)
