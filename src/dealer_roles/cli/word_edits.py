"""Edits of HR in a job description of ours, shown as a change of the definitions."""

from __future__ import annotations

from pathlib import Path

from dealer_roles.cli.organizations import of_ones_own
from dealer_roles.values.text import Text


def show_word_edits(file: str, *, write: bool, org: str | None, lang: str) -> int:
    """Print the edits in a Word file as a unified diff of the YAML; make them if ``write``.

    Returns:
        1 if an edit cannot be placed, each of which is named; else 0.
    """
    from dealer_roles.facade import load
    from dealer_roles.output.files import write_file
    from dealer_roles.output.screen import deliver, note
    from dealer_roles.publish.word_round_trip.word_changes import changes_from_word
    from dealer_roles.source.gate import read_named

    organization = load(of_ones_own(org))
    content = read_named(Path(file))
    found = changes_from_word(organization.loaded, organization.on(), content, file)
    deliver(found.unified())
    for words in found.unplaced:
        note(words.get(lang))
    if not found.texts and not found.unplaced:
        note(Text("没有改动。", "No edits.").get(lang))
    if write:
        for path, (_, new) in found.texts.items():
            write_file(path, new.encode("utf-8"))
    return 1 if found.unplaced else 0
