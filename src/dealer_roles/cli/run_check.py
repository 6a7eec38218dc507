"""What ``check`` does, however its command line was read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from dealer_roles.cli.organizations import judged
from dealer_roles.cli.progress import progress
from dealer_roles.output.screen import deliver_pieces, note, show_pieces
from dealer_roles.values.fields import replace
from dealer_roles.values.findings import Severity

if TYPE_CHECKING:
    from pathlib import Path

    from dealer_roles.gate.baseline import Baseline
    from dealer_roles.gate.checked import Checked
    from dealer_roles.gate.guard import Losses
    from dealer_roles.values.findings import Finding


def run_check(
    *,
    orgs: tuple[str, ...],
    lang: str,
    more: tuple[str, ...] = (),
    roots: tuple[str, ...] = (),
    profile: str = "standard",
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
    format_: str = "text",
    outputs: Sequence[tuple[str, str]] = (),
    fail_level: Severity = "error",
    since: Path | None = None,
    guard: Path | None = None,
    guard_share: float = 0.1,
    write_census: Path | None = None,
    on: dt.date | None = None,
) -> int:
    """Check organizations and report; return the exit code.

    The parameters are the options of the command, and their defaults what it does without them.
    """
    from dealer_roles.gate.check import check_all, report_of
    from dealer_roles.gate.selection import CheckOptions
    from dealer_roles.reports.formats import report_pieces

    if outputs:
        read = [str(path) for path in (since, guard) if path]
        _no_file_twice([path for _, path in outputs], read)
    names = judged((*orgs, *more), roots)
    options = CheckOptions(profile, select, ignore, on)
    if write_census is not None:
        return _write_census(write_census, names)
    known = _baseline(since) if since else None
    lost = _losses(guard, guard_share) if guard else None
    checked = check_all(names, options, lost, partial(progress, label="check"))
    about = _about_baseline(known, since, checked) if known and since else ()
    report = replace(report_of(checked, known, about, lost), fail_level=fail_level)
    for name, path in outputs:
        from dealer_roles.output.files import write_pieces

        write_pieces(path, report_pieces(report, name, lang))
    emit = show_pieces if format_ == "text" else deliver_pieces
    emit(report_pieces(report, format_, lang))
    return 1 if report.fails(fail_level) else 0


def _no_file_twice(written: list[str], read: list[str]) -> None:
    """Refuse to write two reports to one file, or one over what is compared with."""
    from dealer_roles.output.files import one_file

    twice = one_file([*dict.fromkeys(read), *written])
    if twice:
        from dealer_roles.cli.misuse import misuse

        first, second = twice
        zh, en = ("", "") if first == second else (f"即 {first}，", f"{first}, that is ")
        raise misuse(
            f"--output：{second} {zh}已用于另一份报告，或是对照用的文件；"
            "请为每份报告指定不同的文件。",
            f"--output: {second} is {en}the file of another report, or what is compared with; "
            "give each report a file of its own.",
        )


def _baseline(path: Path) -> Baseline:
    from dealer_roles.gate.baseline import read_baseline

    return read_baseline(path)


def _losses(path: Path, share: float) -> Losses:
    from dealer_roles.gate.guard import Losses, read_census
    from dealer_roles.source.labels import label_of

    return Losses(read_census(path), share, label_of(path))


def _about_baseline(known: Baseline, since: Path, checked: list[Checked]) -> tuple[Finding, ...]:
    from dealer_roles.gate.baseline_checks import about_baseline

    return tuple(about_baseline(known, since, checked))


def _write_census(path: Path, names: tuple[str, ...]) -> int:
    from dealer_roles.gate.guard import census, write_census
    from dealer_roles.loading.read import read

    write_census(path, census([read(name).require() for name in names]))
    note(str(path))
    return 0
