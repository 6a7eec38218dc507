from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealer_roles.facade import Organization, load
from dealer_roles.publish.pictures.folded import MOST_LINES, readable
from dealer_roles.publish.pictures.picture import Arrow, Box, Group, Picture
from dealer_roles.publish.pictures.publish import PictureFormat, picture_of, render_picture
from dealer_roles.values.errors import InvalidArgument
from tests.support.examples import examples
from tests.support.large_group import write_group
from tests.support.tools import needs

SIZES = {"32": (32, 6), "400": (400, 40), "400 without": (400, 0), "largest": (1368, 330)}
WIDEST, TALLEST = 2000, 3000


@pytest.fixture(scope="module", params=SIZES)
def group(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Organization:
    positions, departments = SIZES[request.param]
    return load(write_group(tmp_path_factory.mktemp("group"), positions, departments))


def trees() -> st.SearchStrategy[Picture]:
    """Charts of any shape, with superiors that stand before or are absent."""
    bosses = st.lists(st.integers(-1, 300), min_size=1, max_size=120)
    return bosses.map(_picture)


def _picture(bosses: list[int]) -> Picture:
    nodes = [Box(f"p{n}", f"P{n}", f"d{n % 5}", "position") for n in range(len(bosses))]
    edges = [Arrow(f"p{b}", f"p{n}", "line") for n, b in enumerate(bosses) if 0 <= b < n]
    groups = tuple(Group(f"d{n}", f"D{n}", f"d{n - 1}" if n else "") for n in range(5))
    return Picture("org-chart", "chart", "en", groups, tuple(nodes), tuple(edges))


@given(trees(), st.none() | st.integers(1, 6))
@examples(80)
def test_every_position_is_named_or_counted(tree: Picture, levels: int | None) -> None:
    picture = replace(tree, levels=levels)
    made = readable(picture)
    if levels is not None:
        assert max(_depths(made)) < levels
    below = sum(int(m) for n in made.nodes for m in re.findall(r"(\d+) positions? below", n.note))
    assert sum(node.size for node in made.nodes) + below == len(picture.nodes)
    ids = {node.id for node in made.nodes}
    assert all({edge.source, edge.target} <= ids for edge in made.edges)
    assert {node.group for node in made.nodes} <= {group.id for group in made.groups}


def _depths(picture: Picture) -> list[int]:
    boss = {edge.target: edge.source for edge in picture.edges}
    found = []
    for node in picture.nodes:
        depth, id_ = 0, node.id
        while id_ in boss:
            depth, id_ = depth + 1, boss[id_]
        found.append(depth)
    return found


@pytest.mark.parametrize("format_", ["svg", "mermaid", "dot"])
def test_as_many_levels_are_drawn_as_are_asked_for(format_: PictureFormat) -> None:
    org = load("standard").on()
    two, three = (
        render_picture(picture_of(org, "org-chart", "en", levels=n), format_) for n in (2, 3)
    )
    assert "Store Manager" in two
    assert "24 positions below" in two
    assert "Sales Manager" not in two
    assert "Sales Manager" in three
    assert "24 positions below" not in three


def test_levels_are_of_an_org_chart_and_at_least_one() -> None:
    org = load("standard").on()
    with pytest.raises(InvalidArgument, match="levels"):
        picture_of(org, "org-chart", "en", levels=0)
    with pytest.raises(InvalidArgument, match="levels"):
        picture_of(org, "handoffs", "en", levels=2)


def test_a_small_chart_stays_as_it_is() -> None:
    small = _picture([-1, 0, 0, 1])
    assert readable(small) == small


def test_what_fits_is_drawn_whole() -> None:
    made = readable(picture_of(load("standard").on(), "org-chart", "zh"))
    assert not any("下设" in node.note for node in made.nodes)
    assert len(made.nodes) < MOST_LINES


@needs("graphviz")
def test_graphviz_makes_no_ribbon_of_it(group: Organization) -> None:
    text = render_picture(picture_of(group.on(), "org-chart", "zh"), "dot")
    made = subprocess.run(["dot", "-Tsvg"], input=text.encode(), capture_output=True, check=True)
    size = re.search(r'<svg width="(\d+)pt" height="(\d+)pt"', made.stdout.decode())
    assert size is not None
    assert (int(size[1]) <= WIDEST, int(size[2]) <= TALLEST) == (True, True)


def test_mermaid_draws_it(group: Organization) -> None:
    text = render_picture(picture_of(group.on(), "org-chart", "zh"), "mermaid")
    assert text.count("subgraph") == text.count("\n  end") + text.count("\n    end")


def test_an_svg_is_about_as_wide_as_high_and_names_or_counts_everybody(group: Organization) -> None:
    root = ET.fromstring(render_picture(picture_of(group.on(), "org-chart", "zh"), "svg"))
    width, height = float(root.attrib["width"]), float(root.attrib["height"])
    assert 0.8 < width / height < 2.5
    assert width <= WIDEST * 1.5
    texts = ["".join(t.itertext()) for t in root.iter("{http://www.w3.org/2000/svg}text")]
    below = sum(int(m) for text in texts for m in re.findall(r"下设(\d+)个岗位", text))
    boxes = [r for r in root.iter() if r.attrib.get("class") == "box"]
    assert len(boxes) + below == len(group.positions)


def test_a_department_is_drawn_with_those_in_it(tmp_path: Path) -> None:
    org = load(write_group(tmp_path / "group", 100, 20)).on()
    picture = picture_of(org, "org-chart", "zh", department="d1")
    assert {"d1", "d7", "d8", "d12"} <= {group.id for group in picture.groups}
    superiors = {edge.source for edge in picture.edges}
    inside = {"d1", *(f"d{n}" for n in range(7, 13))}
    assert all(node.group in inside or node.id in superiors for node in picture.nodes)
