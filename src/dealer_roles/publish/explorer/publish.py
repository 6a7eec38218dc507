"""The explorer of an organization, rendered."""

from __future__ import annotations

from dealer_roles.organization.on_day import OnDay
from dealer_roles.values.text import Lang


def explorer_of(org: OnDay, lang: Lang = "zh") -> str:
    """Return the explorer: one HTML page that needs no network.

    Raises:
        MissingExtra: Jinja2 or pypinyin is not installed.
    """
    from dealer_roles.publish.explorer.content import explorer_content
    from dealer_roles.publish.explorer.labels import second_language
    from dealer_roles.publish.explorer.page import explorer

    return explorer(explorer_content(org, second_language(lang)), lang)
