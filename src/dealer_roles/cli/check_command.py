"""``dealer-roles check [ORG…]``."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dealer_roles.cli.completion import complete
from dealer_roles.cli.misuse import misuse
from dealer_roles.cli.options import (
    findings_lang_option,
    on_option,
    roots_option,
    several_orgs_option,
)
from dealer_roles.cli.organizations import judged
from dealer_roles.cli.profile_option import profile_option
from dealer_roles.cli.progress import progress
from dealer_roles.cli.written_file import WrittenFile
from dealer_roles.output.screen import deliver_pieces, note, show_pieces
from dealer_roles.reports.formats import FORMATS, is_format, report_formats
from dealer_roles.values.fields import replace
from dealer_roles.values.findings import SEVERITIES, Severity

if TYPE_CHECKING:
    from dealer_roles.gate.baseline import Baseline
    from dealer_roles.gate.checked import Checked
    from dealer_roles.values.findings import Finding


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
def command(
    orgs: tuple[str, ...],
    more: tuple[str, ...],
    roots: tuple[str, ...],
    profile: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    format_: str,
    outputs: list[tuple[str, str]],
    fail_level: Severity,
    since: Path | None,
    guard: Path | None,
    guard_share: float,
    write_census: Path | None,
    on: dt.date | None,
    lang: str,
) -> int:
    """Check ORGS: what does not load, and what the rules find.

    Without ORGS the nearest organization.yaml upward is checked. Exit code 1 if anything
    counts at or above --fail-level, 2 if there is no organization or no rule to run.
    """
    from dealer_roles.gate.baseline import read_baseline
    from dealer_roles.gate.check import check_all, report_of
    from dealer_roles.gate.guard import Losses, read_census
    from dealer_roles.gate.selection import CheckOptions
    from dealer_roles.output.files import write_pieces
    from dealer_roles.reports.formats import report_pieces
    from dealer_roles.source.labels import label_of

    _no_file_twice([path for _, path in outputs], [str(path) for path in (since, guard) if path])
    names = judged((*orgs, *more), roots)
    options = CheckOptions(profile, select, ignore, on)
    if write_census is not None:
        return _write_census(write_census, names)
    known = read_baseline(since) if since else None
    lost = Losses(read_census(guard), guard_share, label_of(guard)) if guard else None
    checked = check_all(names, options, lost, partial(progress, label="check"))
    about = _about_baseline(known, since, checked) if known and since else ()
    report = replace(report_of(checked, known, about, lost), fail_level=fail_level)
    for name, path in outputs:
        write_pieces(path, report_pieces(report, name, lang))
    emit = show_pieces if format_ == "text" else deliver_pieces
    emit(report_pieces(report, format_, lang))
    return 1 if report.fails(fail_level) else 0


def _no_file_twice(written: list[str], read: list[str]) -> None:
    """Refuse to write two reports to one file, or one over what is compared with."""
    from dealer_roles.output.files import one_file

    twice = one_file([*dict.fromkeys(read), *written])
    if twice:
        first, second = twice
        zh, en = ("", "") if first == second else (f"即 {first}，", f"{first}, that is ")
        raise misuse(
            f"--output：{second} {zh}已用于另一份报告，或是对照用的文件；"
            "请为每份报告指定不同的文件。",
            f"--output: {second} is {en}the file of another report, or what is compared with; "
            "give each report a file of its own.",
        )


def _about_baseline(known: Baseline, since: Path, checked: list[Checked]) -> tuple[Finding, ...]:
    from dealer_roles.gate.baseline_checks import about_baseline

    return tuple(about_baseline(known, since, checked))


def _write_census(path: Path, names: tuple[str, ...]) -> int:
    from dealer_roles.gate.guard import census, write_census
    from dealer_roles.loading.read import read

    write_census(path, census([read(name).require() for name in names]))
    note(str(path))
    return 0
