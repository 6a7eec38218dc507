"""``dealer-roles diff``."""

from __future__ import annotations

import datetime as dt
from contextlib import ExitStack
from typing import TYPE_CHECKING

import click

from dealer_roles.cli.completion import complete
from dealer_roles.cli.load_organization import default_organization
from dealer_roles.cli.options import lang_option, on_option
from dealer_roles.cli.output import emit_json, heading, line
from dealer_roles.values.text import Text
from dealer_roles.words.marks import introduced

if TYPE_CHECKING:
    from dealer_roles.gate.revision import Revision
    from dealer_roles.loading.loaded import Loaded
    from dealer_roles.values.findings import Finding


@click.command("diff")
@click.argument("before", shell_complete=complete("organizations"))
@click.argument("after", required=False, shell_complete=complete("organizations"))
@on_option
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json", "md"]),
    default="text",
    show_default=True,
    help="Text for people, JSON for programs, Markdown for a pull request.",
)
@lang_option
def command(before: str, after: str | None, on: dt.date | None, format_: str, lang: str) -> int:
    """What changed from BEFORE to AFTER (by default the organization here).

    Each is a bundled name, a folder (with a separator), git:REVISION for the organization
    here in a git revision, or REVISION:folder. Told in the words of the field: what was
    gained, lost, moved, changed or only reworded, which findings appear and vanish, and
    which signed job descriptions must be signed again and why.
    """
    with ExitStack() as open_:
        old = _read(before, open_)
        new = _read(after or default_organization(), open_)
        _compared(old, new, before, after or new.origin, on or dt.date.today(), format_, lang)
    return 0


def _compared(
    old: Loaded, new: Loaded, before: str, after: str, on: dt.date, format_: str, lang: str
) -> None:
    from dealer_roles.gate.revision import revision

    found = revision(old, new, on)
    if format_ == "json":
        emit_json({"before": before, "after": after, **found.to_dict(lang)})
    elif format_ == "md":
        from dealer_roles.output.screen import deliver
        from dealer_roles.reports.revision_markdown import markdown

        deliver(markdown(_parts(found, lang), lang))
    else:
        _print(found, lang)


def _read(name: str, open_: ExitStack) -> Loaded:
    """Read an organization; a revision stays checked out for as long as it is asked."""
    from dealer_roles.loading.git_revision import checked_out, is_revision, meant_revision
    from dealer_roles.loading.read import read
    from dealer_roles.values.errors import UnknownOrganization

    if is_revision(name):
        return read(open_.enter_context(checked_out(name)))
    try:
        return read(name)
    except UnknownOrganization as error:
        meant = meant_revision(name)
        if not meant:
            raise
        raise UnknownOrganization(error.kind, name, (meant, *error.suggestions)) from error


def _parts(found: Revision, lang: str) -> list[tuple[str, list[str]]]:
    """Return the headings of what changed with their lines; none is empty."""
    again = [
        introduced(
            f"{one.name.get(lang)} ({one.holder}{' ' + one.edition if one.edition else ''})",
            one.why.get(lang),
            lang,
        )
        for one in found.sign_again
    ]
    editions = [
        introduced(f"{one.name.get(lang)} ({one.holder})", one.why.get(lang), lang)
        for one in found.editions
    ]
    every = (
        (Text("变更", "Changes"), [change.why.get(lang) for change in found.changes]),
        (Text("版次变更", "Editions"), editions),
        (Text("须重新签收的岗位说明书", "Job descriptions to sign again"), again),
        (Text("须首次签收", "To sign for the first time"), list(found.sign_first)),
        (Text("作废", "Withdrawn"), list(found.withdrawn)),
        (Text("新出现的发现", "Findings that appear"), _told(found.appeared, lang)),
        (Text("消失的发现", "Findings that vanish"), _told(found.vanished, lang)),
    )
    return [(title.get(lang), lines) for title, lines in every if lines]


def _told(findings: tuple[Finding, ...], lang: str) -> list[str]:
    return [f"{f.message.get(lang)} [{f.severity}, {f.code}]" for f in findings]


def _print(found: Revision, lang: str) -> None:
    from dealer_roles.reports.revision_markdown import NOTHING_CHANGED

    parts = _parts(found, lang)
    for title, lines in parts:
        heading(f"{title} ({len(lines)})")
        for text in lines:
            line(f"  {text}")
    if not parts:
        line(NOTHING_CHANGED.get(lang))
