"""``dealer-roles jsonld``."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dealer_roles.cli.load_organization import load
from dealer_roles.cli.misuse import misuse
from dealer_roles.cli.options import (
    DayType,
    kept_option,
    lang_option,
    on_option,
    org_option,
    output_option,
)
from dealer_roles.cli.write_made import write_one

if TYPE_CHECKING:
    from dealer_roles.publish.linked_data.described import Opening
    from dealer_roles.values.text import Lang


@click.group("jsonld")
def command() -> None:
    """Write linked data: schema.org for a position, W3C ORG for the organization."""


@command.command("occupation")
@click.argument("position")
@click.option("--hiring", default="", metavar="NAME", help="Who hires; makes it a JobPosting.")
@click.option("--locality", default="", metavar="TOWN", help="Where the workplace is.")
@click.option("--country", default="CN", show_default=True, help="Its country, two letters.")
@click.option("--posted", type=DayType(), metavar="DATE", help="The day of the posting.")
@click.option("--until", type=DayType(), metavar="DATE", help="The last day to apply.")
@output_option()
@kept_option
@lang_option
@on_option
@org_option
def occupation(
    position: str,
    hiring: str,
    locality: str,
    country: str,
    posted: dt.date | None,
    until: dt.date | None,
    output: Path | None,
    beside: bool,
    overwrite: bool,
    lang: Lang,
    on: dt.date | None,
    org: str | None,
) -> int:
    """Write POSITION as an Occupation, or as a JobPosting.

    A JobPosting needs --hiring, --locality and --posted.
    """
    from dealer_roles.publish.linked_data.publish import occupation_of

    vacancy = _vacancy(hiring, locality, country, posted, until)
    made = occupation_of(load(org).on(on), position, lang, vacancy)
    return write_one(output, made, beside=beside, overwrite=overwrite)


def _vacancy(
    hiring: str, locality: str, country: str, posted: dt.date | None, until: dt.date | None
) -> Opening | None:
    """Read the vacancy; none where nothing of it is given."""
    given = {"--hiring": hiring, "--locality": locality, "--posted": posted}
    absent = [name for name, value in given.items() if not value]
    if len(absent) == len(given) and until is None:
        return None
    if absent:
        raise misuse(
            f"招聘启事还须写 {'、'.join(absent)}。",
            f"A job posting also needs {' and '.join(absent)}.",
        )
    from dealer_roles.publish.linked_data.described import Opening

    assert posted is not None
    return Opening(hiring, locality, country, posted, until)


@command.command("organization")
@click.option(
    "--base",
    default="",
    metavar="IRI",
    help="What the IRIs of units and posts begin with, e.g. https://example.com/org/.",
)
@output_option()
@kept_option
@org_option
def organization(
    base: str, output: Path | None, beside: bool, overwrite: bool, org: str | None
) -> int:
    """Write the organization: its units, posts, and who reports to whom."""
    from dealer_roles.publish.linked_data.publish import organization_jsonld

    made = organization_jsonld(load(org).on(), base)
    return write_one(output, made, beside=beside, overwrite=overwrite)
