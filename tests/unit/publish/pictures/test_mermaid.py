from __future__ import annotations

import json
import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from dealer_roles.publish.pictures.mermaid import LONGEST_LABEL, PictureTooLarge, mermaid
from dealer_roles.publish.pictures.picture import Arrow, Box, PictureKind, clipped
from dealer_roles.publish.pictures.publish import picture_of, render_picture
from dealer_roles.values.errors import UnknownId
from dealer_roles.words.plain_text import one_line
from tests.support.sample import DAY, sample
from tests.unit.publish.pictures.samples import HOSTILE, hostile_store, large

_LINE = re.compile(
    r"---|title: \"[^\"]*\"|flowchart (LR|TB)|  subgraph g\d+\[\"[^\"]*\"\]|  end"
    r"|\s+n\d+(\[|\(\[|\{\{)\"[^\"]*\"(\]|\]\)|\}\})"
    r"|  n\d+ (---|-->|-\.->)(\|\"[^\"]*\"\|)? n\d+|  linkStyle [\d,]+ \S+"
)


def shown(text: str) -> str:
    """The text as Mermaid shows it: its character codes replaced."""
    return unescape(re.sub(r"#(\d+);", r"&#\1;", text))


def test_the_org_chart_has_departments_positions_and_lines() -> None:
    text = mermaid(picture_of(sample().on(), "org-chart", "zh"))
    assert '["售后服务部"]' in text
    ids = dict(re.findall(r'(n\d+)\["(\w+)"\]', text))
    names = {name: id_ for id_, name in ids.items()}
    assert f"{names['售后服务经理']} --- {names['保修专员']}" in text


@pytest.mark.parametrize("kind", ["org-chart", "handoffs"])
def test_only_known_lines_are_written(kind: PictureKind) -> None:
    picture = picture_of(sample().on(DAY), kind, "en")
    assert all(_LINE.fullmatch(line) for line in mermaid(picture).splitlines())


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text(tmp_path: Path, text: str) -> None:
    made = mermaid(picture_of(hostile_store(tmp_path, text).on(), "org-chart", "zh"))
    assert all(_LINE.fullmatch(line) for line in made.splitlines())
    assert clipped(one_line(text), LONGEST_LABEL) in shown(made)


def test_a_title_keeps_what_mermaid_would_take_for_html(tmp_path: Path) -> None:
    made = mermaid(picture_of(hostile_store(tmp_path, "a<b>&c").on(), "org-chart", "zh"))
    title = made.splitlines()[1].removeprefix("title: ")
    assert json.loads(re.sub(r"\\U0000", r"\\u", title)) == "a＜b＞＆c组织架构图"


def test_a_map_with_too_many_arrows_is_drawn_by_department() -> None:
    assert mermaid(large(280)).count("-->") == 280
    aggregated = mermaid(large(281))
    assert aggregated.count("-->") == 1
    assert "281项交接" in aggregated
    assert "281个岗位" in aggregated


def test_a_picture_too_large_by_department_too_is_refused_with_a_way_out() -> None:
    picture = large(2)
    nodes = tuple(Box(f"p{n}", "x", "", "party") for n in range(300))
    edges = tuple(Arrow("b", node.id, "handoff") for node in nodes)
    with pytest.raises(PictureTooLarge, match="--department"):
        mermaid(replace(picture, nodes=picture.nodes + nodes, edges=edges))


def test_a_department_shows_only_its_own_handoffs() -> None:
    everything = picture_of(sample().on(DAY), "handoffs", "zh")
    parts = picture_of(sample().on(DAY), "handoffs", "zh", department="parts")
    assert 0 < len(parts.edges) < len(everything.edges)
    groups = {node.id: node.group for node in parts.nodes}
    assert all("parts" in (groups[e.source], groups[e.target]) for e in parts.edges)


def test_an_unknown_department_is_named_with_a_near_one() -> None:
    with pytest.raises(UnknownId, match="did you mean parts"):
        picture_of(sample().on(), "handoffs", department="part")


def test_the_text_is_the_same_from_run_to_run() -> None:
    one, two = (picture_of(sample().on(DAY), "handoffs", "zh") for _ in range(2))
    assert render_picture(one, "mermaid") == render_picture(two, "mermaid")
