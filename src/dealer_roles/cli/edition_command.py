"""``dealer-roles edition``."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from dealer_roles.cli.completion import complete
from dealer_roles.cli.misuse import misuse
from dealer_roles.cli.options import DayType, lang_option, org_option
from dealer_roles.cli.organizations import of_ones_own
from dealer_roles.cli.output import line
from dealer_roles.values.text import Text

if TYPE_CHECKING:
    from dealer_roles.gate.issue_edition import Issued


@click.command("edition")
@click.argument("position", nargs=-1, shell_complete=complete("holders"))
@click.option("--all", "all_", is_flag=True, help="Every position and post.")
@click.option("--reason", required=True, help="Why it is issued; stands in the ledger.")
@click.option("--version", "version", default="", help="The version; the next one by default.")
@click.option(
    "--date", "date", type=DayType(), metavar="DATE", help="From when it holds; today by default."
)
@org_option
@lang_option
def command(
    position: tuple[str, ...],
    all_: bool,
    reason: str,
    version: str,
    date: dt.date | None,
    org: str | None,
    lang: str,
) -> int:
    """Issue a new edition of the job description of POSITION, or of all that changed.

    The edition is set in the position's file and recorded in the ledger editions.yaml
    with a hash of what the job description says. Where nothing changed, nothing is issued.
    """
    from dealer_roles.facade import load
    from dealer_roles.gate.issue_edition import due, write
    from dealer_roles.output.files import write_file
    from dealer_roles.publish.job_description.publish import holders
    from dealer_roles.questions.arguments import require_position

    if all_ == bool(position):
        raise misuse("请指明岗位，或写 --all。", "Name a POSITION, or say --all.")
    if not reason.strip():
        raise misuse("--reason 须写明原因。", "--reason needs words.")
    organization = load(of_ones_own(org))
    day = date or dt.date.today()
    here = organization.on(day)
    for one in position:
        require_position(here, one)
    issued = due(here, position or holders(here), day, version)
    from pathlib import Path

    for path, text in write(organization.loaded, issued, reason).items():
        write_file(Path(path), text.encode("utf-8"))
    _print(issued, lang)
    return 0


def _print(issued: tuple[Issued, ...], lang: str) -> None:
    for one in issued:
        line(f"{one.holder}: {one.version} ({one.date.isoformat()}) {one.said.hash}")
    if not issued:
        line(Text("内容没有变化，无需新版次。", "Nothing changed: no new edition.").get(lang))
