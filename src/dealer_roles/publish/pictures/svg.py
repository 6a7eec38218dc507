"""A picture as SVG, drawn here: self-contained, without scripts or outside fonts."""

from __future__ import annotations

from html import escape

from dealer_roles.publish.pictures.picture import Picture
from dealer_roles.publish.pictures.svg_chart import chart
from dealer_roles.publish.pictures.svg_lanes import lanes_drawing
from dealer_roles.publish.pictures.svg_rows import rows_drawing
from dealer_roles.publish.pictures.svg_text import number, text_lines, wrapped

STYLE = """
text{font-family:"Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif;
font-size:13px;fill:#1c2733}
.small{font-size:11px;fill:#55636f}.head{font-weight:600}.title{font-size:17px;font-weight:600}
.paper{fill:#fff}.card{fill:#f6f8fa;stroke:#ccd5dd}.box{fill:#fff;stroke:#7f93a5}
.party{fill:#fdf4e3;stroke:#b98a2b}.nobody{fill:#fdeceb;stroke:#c0392b}.department{fill:#e8f0f8}
.way{fill:none;stroke:#56697a;stroke-width:1.3}.way.missing{stroke:#c0392b;stroke-dasharray:5 4}
.tip{fill:#56697a}.lane{fill:#f6f8fa}.lane.odd{fill:#eef2f6}text.bad{fill:#c0392b}
@media(prefers-color-scheme:dark){text{fill:#e6edf3}.small{fill:#a3b1bf}.paper{fill:#12181f}
.card,.lane{fill:#1a222b;stroke:#33414f}.lane.odd{fill:#202a35}.box{fill:#263340;stroke:#5f7488}
.party{fill:#3a3018;stroke:#b98a2b}.nobody{fill:#40211f}.department{fill:#22354a}
.way{stroke:#9db0c2}.tip{fill:#9db0c2}text.bad{fill:#ff8b80}.way.missing{stroke:#ff8b80}}
"""
MOST_ARROWS = 400
_MARGIN, _TITLE = 16, 44


def svg(picture: Picture) -> str:
    """Return the picture as an SVG document; a map with too many arrows is by department."""
    inner, wide, high = drawing(picture)
    width, height = wide + 2 * _MARGIN, high + _TITLE + _MARGIN
    title = wrapped(picture.title, 17, width - 2 * _MARGIN, 1)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" lang="{picture.lang}" '
        f'width="{number(width)}" height="{number(height)}" '
        f'viewBox="0 0 {number(width)} {number(height)}">'
        f"<title>{escape(picture.title)}</title><style>{STYLE}</style>"
        f'<rect class="paper" width="{number(width)}" height="{number(height)}"/>'
        f"{text_lines(title, _MARGIN, 28, 20, 'title')}"
        f'<g transform="translate({_MARGIN} {_TITLE})">{inner}</g></svg>\n'
    )


def fragment(picture: Picture) -> str:
    """Return the picture as SVG without a style of its own, for a page that has one."""
    inner, wide, high = drawing(picture)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="group" '
        f'width="{number(wide)}" height="{number(high)}" '
        f'viewBox="0 0 {number(wide)} {number(high)}"><title>{escape(picture.title)}</title>'
        f"{inner}</svg>"
    )


def drawing(picture: Picture) -> tuple[str, float, float]:
    """Return the inside of the picture with its width and height in pixels."""
    if picture.kind == "org-chart":
        return chart(picture)
    if picture.kind == "process":
        return lanes_drawing(picture)
    return rows_drawing(picture if len(picture.edges) <= MOST_ARROWS else picture.collapsed())
