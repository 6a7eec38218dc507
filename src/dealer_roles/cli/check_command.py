"""``dealer-roles check [ORG…]``."""

from __future__ import annotations

import datetime as dt
import sys

import click

from dealer_roles.base.findings import SEVERITIES, Severity
from dealer_roles.cli.completion import complete
from dealer_roles.cli.options import default_organization, lang_option, on_option
from dealer_roles.render.findings.formats import FORMATS


def _outputs(
    _: click.Context, __: click.Parameter, values: tuple[str, ...]
) -> list[tuple[str, str]]:
    """Read ``FORMAT=PATH`` pairs."""
    pairs = []
    for value in values:
        format_, equals, path = value.partition("=")
        if not equals or not path or format_ not in FORMATS:
            raise click.BadParameter(
                f"{value!r} is not FORMAT=PATH with a format of: {', '.join(FORMATS)}."
            )
        pairs.append((format_, path))
    return pairs


@click.command("check")
@click.argument("orgs", nargs=-1, shell_complete=complete("organizations"))
@click.option(
    "--org",
    "more",
    multiple=True,
    metavar="NAME|PATH",
    shell_complete=complete("organizations"),
    help="The same as ORGS, for the sake of the other commands.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="What is written to stdout.",
)
@click.option(
    "--output",
    "outputs",
    multiple=True,
    metavar="FORMAT=PATH",
    callback=_outputs,
    help="Also write a report to a file; may be repeated.",
)
@click.option(
    "--fail-level",
    type=click.Choice(SEVERITIES),
    default="error",
    show_default=True,
    help="The least severity that makes the exit code 1.",
)
@on_option
@lang_option
def command(
    orgs: tuple[str, ...],
    more: tuple[str, ...],
    format_: str,
    outputs: list[tuple[str, str]],
    fail_level: Severity,
    on: dt.date | None,
    lang: str,
) -> int:
    """Check ORGS: what does not load, what overlaps, what is missing.

    Exit code 1 if anything is found at or above --fail-level.
    """
    from dealer_roles.app.check import check_one, report_of
    from dealer_roles.base.atomic import replace_file
    from dealer_roles.render.findings.formats import render_report

    names = (*orgs, *more) or (default_organization(),)
    day = on or dt.date.today()
    report = report_of([check_one(name, day) for name in names])
    for name, path in outputs:
        replace_file(path, render_report(report, name, lang))
    sys.stdout.write(render_report(report, format_, lang))
    return 1 if report.fails(fail_level) else 0
