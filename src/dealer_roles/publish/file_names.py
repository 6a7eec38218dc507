"""Documents of a whole organization: by which file name each is known, and how it is made."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import cast

from dealer_roles.organization.on_day import OnDay
from dealer_roles.values.text import Lang

Make = Callable[[OnDay, re.Match[str]], str | bytes]
_ID = "[a-z0-9-]+"
_LANG = "(?P<lang>zh|en)"
_PICTURES = {"mmd": "mermaid", "dot": "dot", "svg": "svg"}


def maker(name: str) -> Callable[[OnDay], str | bytes] | None:
    """Return what makes the file of this name, or ``None`` if it is no such document.

    Known names are ``matrix.zh.xlsx`` (``csv``, ``html``), ``handbook.zh.pdf`` (``html``),
    ``explorer.zh.html``, ``org-chart.zh.svg`` and ``handoffs.zh.svg`` (``mmd``, ``dot``), both
    also for one department (``handoffs.sales.zh.svg``), ``process.new-vehicle-sale.zh.svg``,
    ``organization.jsonld`` and ``occupation.sales-consultant.zh.jsonld``; each in ``zh`` or
    ``en``. What is returned raises ``UnknownId`` where the definitions have no such thing.
    """
    for pattern, make in _MAKERS:
        match = pattern.fullmatch(name)
        if match is not None:
            found, how = match, make
            return lambda org: how(org, found)
    return None


def _matrix(org: OnDay, match: re.Match[str]) -> bytes:
    from dealer_roles.publish.matrix.publish import MatrixFormat, matrix_of, render_matrix

    return render_matrix(matrix_of(org, _language(match)), cast("MatrixFormat", match["format"]))


def _handbook(org: OnDay, match: re.Match[str]) -> bytes:
    from dealer_roles.publish.handbook.publish import HandbookFormat, handbook_of, render_handbook

    made = handbook_of(org, _language(match))
    return render_handbook(made, cast("HandbookFormat", match["format"]))


def _explorer(org: OnDay, match: re.Match[str]) -> str:
    from dealer_roles.publish.explorer.publish import explorer_of

    return explorer_of(org, _language(match))


def _picture(org: OnDay, match: re.Match[str]) -> str:
    from dealer_roles.publish.pictures.picture import PictureKind
    from dealer_roles.publish.pictures.publish import PictureFormat, picture_of, render_picture

    kind, of = cast("PictureKind", match["kind"]), match["of"] or ""
    department, process = ("", of) if kind == "process" else (of, "")
    picture = picture_of(org, kind, _language(match), process, department)
    return render_picture(picture, cast("PictureFormat", _PICTURES[match["format"]]))


def _organization(org: OnDay, match: re.Match[str]) -> str:
    from dealer_roles.publish.linked_data.publish import organization_jsonld

    del match
    return organization_jsonld(org)


def _occupation(org: OnDay, match: re.Match[str]) -> str:
    from dealer_roles.publish.linked_data.publish import occupation_of

    return occupation_of(org, match["of"], _language(match))


def _language(match: re.Match[str]) -> Lang:
    return "zh" if match["lang"] == "zh" else "en"


_MAKERS: tuple[tuple[re.Pattern[str], Make], ...] = (
    (re.compile(rf"matrix\.{_LANG}\.(?P<format>xlsx|csv|html)"), _matrix),
    (re.compile(rf"handbook\.{_LANG}\.(?P<format>html|pdf)"), _handbook),
    (re.compile(rf"explorer\.{_LANG}\.html"), _explorer),
    (
        re.compile(
            rf"(?:(?P<kind>org-chart|handoffs)(?:\.(?P<of>{_ID}))?)"
            rf"\.{_LANG}\.(?P<format>mmd|dot|svg)"
        ),
        _picture,
    ),
    (
        re.compile(rf"(?P<kind>process)\.(?P<of>{_ID})\.{_LANG}\.(?P<format>mmd|dot|svg)"),
        _picture,
    ),
    (re.compile(r"organization\.jsonld"), _organization),
    (re.compile(rf"occupation\.(?P<of>{_ID})\.{_LANG}\.jsonld"), _occupation),
)
