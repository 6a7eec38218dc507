"""``dealer-roles test [ORG…]``."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from dealer_roles.cli.completion import complete
from dealer_roles.cli.exit_codes import CANNOT_RUN
from dealer_roles.cli.options import format_option, lang_option, roots_option
from dealer_roles.cli.organizations import judged
from dealer_roles.cli.output import emit_json
from dealer_roles.values.errors import DealerRolesError, NothingToDo
from dealer_roles.values.text import Text

if TYPE_CHECKING:
    from dealer_roles.gate.scenario_tests import TestRun


@click.command("test")
@click.argument("orgs", nargs=-1, shell_complete=complete("organizations"))
@roots_option
@click.option(
    "--coverage", "show_coverage", is_flag=True, help="List what no scenario or rule touches."
)
@format_option
@lang_option
def command(
    orgs: tuple[str, ...], roots: tuple[str, ...], show_coverage: bool, format_: str, lang: str
) -> int:
    """Run the expectations (scenario tests in YAML) that lie in the folders of ORGS.

    Without ORGS the nearest organization.yaml upward is tested. Exit code 1 if a scenario
    does not hold, 2 if there is no organization, one that cannot be tested, or no scenario;
    below --all one without scenarios is named, and the others count.
    """
    names = judged(orgs, roots, "test")
    if len(names) == 1 and not roots:
        runs, code = [_run(names[0])], 0
    else:
        runs, code = _runs(names, orgs, lang)
    if format_ == "json":
        one = len(names) == 1 and not roots
        emit_json(runs[0].to_dict(lang) if one else {"runs": [run.to_dict(lang) for run in runs]})
    else:
        for run in runs:
            _print(run, show_coverage, lang)
    return code or (0 if all(run.passed for run in runs) else 1)


def _run(name: str) -> TestRun:
    from dealer_roles.gate.scenario_tests import require_scenarios, run_tests
    from dealer_roles.loading.read import read

    loaded = read(name)
    run = run_tests(loaded, dt.date.today())
    require_scenarios(run, loaded)
    return run


def _runs(names: tuple[str, ...], named: tuple[str, ...], lang: str) -> tuple[list[TestRun], int]:
    """Test several organizations; one that cannot be tested is told, and the rest go on.

    Args:
        names: All of them.
        named: Those that were named one by one, and must have scenarios.
        lang: The language of what is told.

    Returns:
        The runs, and 2 where something that should have been tested was not.
    """
    from dealer_roles.output.screen import note

    runs: list[TestRun] = []
    code = 0
    for name in names:
        try:
            runs.append(_run(name))
        except (DealerRolesError, OSError) as error:
            words = error.message.get(lang) if isinstance(error, DealerRolesError) else str(error)
            note(f"{name}: {words}")
            if name in named or not isinstance(error, NothingToDo):
                code = CANNOT_RUN
    return runs, code if runs else CANNOT_RUN


def _print(run: TestRun, show_coverage: bool, lang: str) -> None:
    from dealer_roles.cli.output import heading, line

    about = ""
    for result in run.results:
        if result.about.get(lang) != about:
            about = result.about.get(lang)
            line(about, "dim")
        if result.passed:
            line(f"✓ {result.name.get(lang)}")
            continue
        heading(f"✗ {result.name.get(lang)}")
        line(f"    {result.span}", "dim", place=True)
        for failure in result.failures:
            line(f"    {failure.get(lang)}")
        for e in result.evidence:
            line(f"      {e.span}  {e.position} {e.responsibility} {e.task}", "dim", place=True)
    failed = sum(not r.passed for r in run.results)
    passed = len(run.results) - failed
    line()
    line(run.manifest.words.get(lang), "dim")
    line(Text(f"{passed} 项通过，{failed} 项未通过", f"{passed} held, {failed} did not").get(lang))
    line(run.coverage.why.get(lang), "dim")
    if show_coverage:
        for kind, name, span in run.coverage.untouched:
            line(f"  {span}  {kind} {name}", place=True)
