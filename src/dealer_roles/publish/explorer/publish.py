"""The explorer of an organization, rendered."""

from __future__ import annotations

from dealer_roles.organization.on_day import OnDay
from dealer_roles.values.text import LANGS, Lang


def explorer_of(org: OnDay, lang: Lang = "zh") -> str:
    """Return the explorer: one HTML page that needs no network.

    Raises:
        MissingExtra: Jinja2 or pypinyin is not installed.
    """
    from dealer_roles.publish.explorer.content import explorer_content
    from dealer_roles.publish.explorer.page import explorer

    second = "en" if lang in LANGS else lang
    return explorer(explorer_content(org, second), lang)
