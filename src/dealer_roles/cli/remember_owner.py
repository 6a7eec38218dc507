"""Remembering what ``owner`` printed about a folder, so that it is quick when asked again."""

from __future__ import annotations

import datetime as dt
import os

from dealer_roles.cli.quick_owner import asked
from dealer_roles.cli.write_printed_owners import printed_owner
from dealer_roles.facade import Organization
from dealer_roles.loading.cache_folder import cache_is_on
from dealer_roles.loading.nearest_folder import nearest_folder
from dealer_roles.loading.outside_files import outside_folders
from dealer_roles.loading.remembered_answers import remember_answer
from dealer_roles.organization.linked import Linked
from dealer_roles.output.plain_streams import are_plain
from dealer_roles.values.day import day_of


def remember_owner(
    organization: Organization, org: str | None, task: str, format_: str, lang: str
) -> None:
    """Remember what is printed for a task today, where it may be known to hold."""
    loaded = organization.loaded
    if not (loaded.state and cache_is_on() and are_plain()) or loaded.notes or loaded.problems:
        return
    main = next(d.value for d in loaded.documents if d.kind == "organization")
    folder = org or nearest_folder(os.getcwd())
    if main.packs or not folder or not os.path.isdir(folder):
        return
    like = main.coverage.like
    remember_answer(
        asked(folder, task, format_, lang),
        printed_owner(organization, task, format_, lang),
        state=loaded.state,
        days=_days(organization.linked),
        also=(like,) if like else (),
        outside=outside_folders(loaded.folder, main.catalogue),
    )


def _days(linked: Linked) -> tuple[str, str]:
    """Return the first and the last day of the period that today lies in."""
    today = day_of(None)
    period = next(period for period in linked.periods if period.covers(today))
    first, last = period.first or dt.date.min, period.last or dt.date.max
    return first.isoformat(), last.isoformat()
