"""``dealer-roles check [ORG…]``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from dealer_roles.cli.completion import complete
from dealer_roles.cli.misuse import misuse
from dealer_roles.cli.options import (
    findings_lang_option,
    on_option,
    roots_option,
    several_orgs_option,
)
from dealer_roles.cli.profile_option import profile_option
from dealer_roles.cli.written_file import WrittenFile
from dealer_roles.reports.formats import FORMATS, is_format, report_formats
from dealer_roles.values.findings import SEVERITIES


def format_of(ctx: click.Context, param: click.Parameter, value: str) -> str:
    """Return a format's name; which ones there are the settings here say, too."""
    return value if is_format(value) else click.Choice(report_formats()).convert(value, param, ctx)


def outputs_of(
    _: click.Context, __: click.Parameter, values: tuple[str, ...]
) -> list[tuple[str, str]]:
    """Read ``FORMAT=PATH`` pairs."""
    pairs = []
    for value in values:
        format_, equals, path = value.partition("=")
        if not equals or not path or not is_format(format_):
            listed = ", ".join(report_formats())
            raise misuse(
                f"--output 须写成 格式=路径，而不是 {value!r}；格式可为：{listed}。",
                f"--output: {value!r} is not FORMAT=PATH with a format of: {listed}.",
            )
        pairs.append((format_, path))
    return pairs


file = click.Path(dir_okay=False, path_type=Path)


@click.command("check")
@click.argument("orgs", nargs=-1, shell_complete=complete("organizations"))
@several_orgs_option("The same as ORGS, for the sake of the other commands.", "more")
@roots_option
@profile_option("Which bundled rules run; rules in the organization's folder always do.")
@click.option("--select", multiple=True, metavar="GLOB", help="Only these rules; may be repeated.")
@click.option("--ignore", multiple=True, metavar="GLOB", help="Not these rules; may be repeated.")
@click.option(
    "--format",
    "format_",
    metavar=f"[{'|'.join(FORMATS)}]",
    callback=format_of,
    default="text",
    show_default=True,
    help="What is written to stdout.",
)
@click.option(
    "--output",
    "outputs",
    multiple=True,
    metavar="FORMAT=PATH",
    callback=outputs_of,
    help="Also write a report to a file; may be repeated.",
)
@click.option(
    "--fail-level",
    type=click.Choice(SEVERITIES),
    default="error",
    show_default=True,
    help="The least severity that makes the exit code 1.",
)
@click.option("--since", type=file, metavar="BASELINE", help="Known findings do not count.")
@click.option("--guard", type=file, metavar="CENSUS", help="Fail if duties were lost since then.")
@click.option(
    "--guard-share",
    type=click.FloatRange(0, 1),
    default=0.1,
    show_default=True,
    help="The share of duties that may go at once.",
)
@click.option(
    "--write-census",
    type=WrittenFile(),
    metavar="FILE",
    help="Write what --guard compares with, and stop.",
)
@on_option
@findings_lang_option
def command(**said: Any) -> int:
    """Check ORGS: what does not load, and what the rules find.

    Without ORGS the nearest organization.yaml upward is checked. Exit code 1 if anything
    counts at or above --fail-level, 2 if there is no organization or no rule to run.
    """
    from dealer_roles.cli.run_check import run_check

    return run_check(**said)
