"""How the cells of the matrix look in Excel."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dealer_roles.values.frozen import frozen

COLOURS = {
    "A": "#F6C9B9", "R": "#FBE7B2", "P": "#E2CDF0", "S": "#CFE8CF", "C": "#CFE0F5", "I": "#E6E6E6",
}  # fmt: skip
GOOD, BAD, SOFT = "#1A7F37", "#C1272D", "#57606A"
_CHECK_COLOURS = {
    "one": GOOD, "split": GOOD, "several": BAD, "nobody": BAD,
    "declared": SOFT, "inherited": SOFT, "parts": SOFT,
}  # fmt: skip
_BAND, _TOTAL = "#EEF2F6", "#F6F8FA"
FONT_SIZE = 10
_FONT = {"font_name": "Microsoft YaHei", "font_size": FONT_SIZE, "valign": "vcenter"}
_UPRIGHT, _UPRIGHT_IN_LETTERS = {"zh": 270}, 90  # 270 stacks the characters
_BORDER = {"border": 1, "border_color": "#C9D1D9"}


@frozen
class Styles:
    """The formats of one workbook."""

    plain: Any
    head: Any
    tall: Any
    title: Any
    soft: Any
    note: Any
    total: Any
    total_name: Any
    blank: Any
    letters: Mapping[str, Any]
    checks: Mapping[str, Any]

    @classmethod
    def of(cls, book: Any, lang: str) -> Styles:
        """Make the formats for a workbook in one language."""
        centred = {**_FONT, **_BORDER, "align": "center", "text_wrap": True}
        bold = {"bold": True, "bg_color": _BAND}
        total = {**_FONT, **_BORDER, "bold": True, "bg_color": _TOTAL}
        tall = {
            **centred,
            **bold,
            "rotation": _UPRIGHT.get(lang, _UPRIGHT_IN_LETTERS),
            "valign": "vcenter",
        }
        made = book.add_format
        return cls(
            plain=made({**_FONT, **_BORDER, "text_wrap": True}),
            head=made({**centred, **bold}),
            tall=made(tall),
            title=made({**_FONT, "bold": True, "font_size": 16}),
            soft=made({**_FONT, "font_color": SOFT}),
            note=made({**_FONT, **_BORDER, "text_wrap": True}),
            total=made({**total, "align": "center"}),
            total_name=made({**total, "align": "right"}),
            blank=made(_BORDER),
            letters={k: made({**centred, "bg_color": c}) for k, c in COLOURS.items()},
            checks={k: made({**centred, "font_color": c}) for k, c in _CHECK_COLOURS.items()},
        )
