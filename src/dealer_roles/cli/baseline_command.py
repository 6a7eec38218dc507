"""``dealer-roles baseline [ORG…]``."""

from __future__ import annotations

from pathlib import Path

import click

from dealer_roles.cli.check_command import PROFILES
from dealer_roles.cli.completion import complete
from dealer_roles.cli.options import default_organization
from dealer_roles.output.screen import note


@click.command("baseline")
@click.argument("orgs", nargs=-1, shell_complete=complete("organizations"))
@click.option(
    "--profile", type=click.Choice(PROFILES), default="standard", show_default=True,
    help="Which bundled rules run.",
)  # fmt: skip
@click.option(
    "-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path),
    help="The baseline file.",
)  # fmt: skip
@click.option("--prune", is_flag=True, help="Only drop what has been mended; add nothing.")
def command(orgs: tuple[str, ...], profile: str, output: Path, prune: bool) -> int:
    """Write what is found in ORGS now as known, so that only new findings count.

    With --prune an existing baseline can only shrink.
    """
    from dealer_roles.gate.baseline import baseline_of, read_baseline, write_baseline
    from dealer_roles.gate.baseline import prune as pruned
    from dealer_roles.gate.check import CheckOptions, check_one, told_apart

    options = CheckOptions(profile)
    names = orgs or (default_organization(),)
    checked = [check_one(name, options) for name in names]
    waived = {finding for one in checked for finding, _ in one.waived}
    findings = [f for f, as_found in told_apart(checked) if as_found not in waived]
    if prune:
        before = read_baseline(output)
        after = pruned(before, findings)
        note(f"{len(before.findings)} → {len(after.findings)}")
    else:
        after = baseline_of(findings)
        note(f"{len(after.findings)} findings → {output}")
    write_baseline(output, after)
    return 0
