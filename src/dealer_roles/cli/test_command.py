"""``dealer-roles test [ORG]``."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from dealer_roles.cli.completion import complete
from dealer_roles.cli.options import format_option, lang_option
from dealer_roles.cli.organizations import judged
from dealer_roles.cli.output import emit_json
from dealer_roles.values.text import Text

if TYPE_CHECKING:
    from dealer_roles.gate.scenario_tests import TestRun


@click.command("test")
@click.argument("org", required=False, shell_complete=complete("organizations"))
@click.option(
    "--coverage", "show_coverage", is_flag=True, help="List what no scenario or rule touches."
)
@format_option
@lang_option
def command(org: str | None, show_coverage: bool, format_: str, lang: str) -> int:
    """Run the expectations (scenario tests in YAML) that lie in ORG's folder.

    Without ORG the nearest organization.yaml upward is tested. Exit code 1 if a scenario
    does not hold, 2 if there is no organization or no scenario.
    """
    from dealer_roles.gate.scenario_tests import require_scenarios, run_tests
    from dealer_roles.loading.read import read

    (name,) = judged((org,) if org else ())
    loaded = read(name)
    run = run_tests(loaded, dt.date.today())
    require_scenarios(run, loaded)
    if format_ == "json":
        emit_json(run.to_dict(lang))
    else:
        _print(run, show_coverage, lang)
    return 0 if run.passed else 1


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
        line(f"    {result.span}", "dim")
        for failure in result.failures:
            line(f"    {failure.get(lang)}")
        for e in result.evidence:
            line(f"      {e.span}  {e.position} {e.responsibility} {e.task}", "dim")
    failed = sum(not r.passed for r in run.results)
    passed = len(run.results) - failed
    line()
    line(run.manifest.words.get(lang), "dim")
    line(Text(f"{passed} 项通过，{failed} 项未通过", f"{passed} held, {failed} did not").get(lang))
    line(run.coverage.why.get(lang), "dim")
    if show_coverage:
        for kind, name, span in run.coverage.untouched:
            line(f"  {span}  {kind} {name}")
