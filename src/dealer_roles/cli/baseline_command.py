"""``dealer-roles baseline [ORG…]``."""

from __future__ import annotations

from pathlib import Path

import click

from dealer_roles.cli.completion import complete
from dealer_roles.cli.options import findings_lang_option
from dealer_roles.cli.organizations import judged
from dealer_roles.cli.profile_option import profile_option
from dealer_roles.cli.written_file import WrittenFile
from dealer_roles.output.screen import note
from dealer_roles.values.text import Text
from dealer_roles.words.marks import how_many


@click.command("baseline")
@click.argument("orgs", nargs=-1, shell_complete=complete("organizations"))
@profile_option("Which bundled rules run.")
@click.option("-o", "--output", required=True, type=WrittenFile(), help="The baseline file.")
@click.option("--prune", is_flag=True, help="Only drop what has been mended; add nothing.")
@findings_lang_option
def command(orgs: tuple[str, ...], profile: str, output: Path, prune: bool, lang: str) -> int:
    """Write what is found in ORGS now as known, so that only new findings count.

    With --prune an existing baseline can only shrink. What does not load never
    enters (exit code 2): no rule ran there, so nothing behind it can be known.
    """
    from dealer_roles.gate.baseline import baseline_of, read_baseline, write_baseline
    from dealer_roles.gate.baseline import prune as pruned
    from dealer_roles.gate.baseline_checks import acceptable
    from dealer_roles.gate.check import check_all, manifest_of
    from dealer_roles.gate.selection import CheckOptions
    from dealer_roles.values.errors import InvalidDefinitions

    checked = check_all(judged(orgs), CheckOptions(profile))
    findings, refused = acceptable(checked)
    if refused and output.exists():
        raise InvalidDefinitions(refused)  # what it knows of them would be lost
    if prune:
        before = read_baseline(output)
        after = pruned(before, findings, {one.loaded.id for one in checked})
        note(f"{len(before.findings)} → {len(after.findings)}")
    else:
        after = baseline_of(findings)
        count = len(after.findings)
        note(f"{Text(f'{count} 项', how_many(count, 'finding')).get(lang)} → {output}")
    write_baseline(output, after)
    note(manifest_of(checked).words.get(lang))
    if refused:
        raise InvalidDefinitions(refused)
    return 0
