"""``dealer-roles word-edits``."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from dealer_roles.cli.options import lang_option, on_option, org_option
from dealer_roles.cli.organizations import judged


@click.command("word-edits")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--write", is_flag=True, help="Change the definitions; otherwise only show how.")
@on_option
@org_option
@lang_option
def command(file: Path, write: bool, on: dt.date | None, org: str | None, lang: str) -> int:
    """Show the edits in a job description of ours, FILE.docx, as a change of the definitions.

    Comments and everything that was not edited stay as they are. What cannot be placed is
    named, and the exit is 1.
    """
    from dealer_roles.facade import load
    from dealer_roles.output.files import write_file
    from dealer_roles.output.screen import deliver, note
    from dealer_roles.publish.word_round_trip.word_changes import changes_from_word

    (name,) = judged((org,) if org else ())
    organization = load(name)
    found = changes_from_word(
        organization.loaded, organization.on(on), file.read_bytes(), str(file)
    )
    deliver(found.unified())
    for words in found.unplaced:
        note(words.get(lang))
    if not found.texts and not found.unplaced:
        note("没有改动。" if lang == "zh" else "No edits.")
    if write:
        for path, (_, new) in found.texts.items():
            write_file(path, new.encode("utf-8"))
    return 1 if found.unplaced else 0
