from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from dealer_roles.facade import load
from dealer_roles.publish.pictures.picture import Arrow, Box, Group, Picture, PictureKind
from dealer_roles.publish.pictures.publish import picture_of
from dealer_roles.publish.pictures.svg import fragment, svg
from dealer_roles.publish.pictures.svg_text import width, wrapped
from dealer_roles.words.plain_text import one_line
from tests.support.sample import DAY, sample
from tests.unit.publish.pictures.samples import HOSTILE, hostile_store, large

SVG = "{http://www.w3.org/2000/svg}"


def elements(text: str, tag: str) -> list[ET.Element]:
    return list(ET.fromstring(text).iter(SVG + tag))


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("kind", ["org-chart", "handoffs"])
def test_hostile_text_is_text(tmp_path: Path, text: str, kind: PictureKind) -> None:
    made = svg(picture_of(hostile_store(tmp_path, text).on(DAY), kind, "zh"))
    assert one_line(text) in [title.text for title in elements(made, "title")]
    assert {e.tag.removeprefix(SVG) for e in ET.fromstring(made).iter()} <= {
        "svg", "title", "style", "rect", "path", "g", "text", "tspan",
    }  # fmt: skip


def test_every_position_has_a_box_inside_the_picture() -> None:
    made = svg(picture_of(sample().on(), "org-chart", "en"))
    root = ET.fromstring(made)
    total = float(root.attrib["width"])
    boxes = [e for e in elements(made, "rect") if e.attrib.get("class") == "box"]
    assert len(boxes) == len(sample().positions)
    assert all(float(b.attrib["x"]) + float(b.attrib["width"]) <= total for b in boxes)


def test_four_hundred_positions_are_drawn_without_overlapping_boxes() -> None:
    nodes = [Box(f"p{n}", f"岗位{n}", f"d{n % 20}", "position") for n in range(400)]
    edges = tuple(Arrow(f"p{n % 20}", f"p{n}", "line") for n in range(20, 400))
    groups = tuple(Group(f"d{n}", f"部门{n}") for n in range(20))
    made = svg(Picture("org-chart", "大店", "zh", groups, tuple(nodes), edges, levels=2))
    places = [
        (float(e.attrib["x"]) // 1, float(e.attrib["y"]) // 1)
        for e in elements(made, "rect")
        if e.attrib.get("class") == "box"
    ]
    assert len(set(places)) == 400


def test_a_map_with_too_many_arrows_is_drawn_by_department() -> None:
    assert "401项交接" in svg(large(401))


def test_lanes_show_steps_and_mark_a_missing_handoff() -> None:
    nodes = (Box("a", "开单", "x", "step"), Box("b", "收款", "y", "nobody", "2小时内"))
    edge = Arrow("a", "b", "missing", ("缺少交接",))
    groups = (Group("x", "顾问"), Group("y", "无人负责"))
    made = svg(Picture("process", "结算", "zh", groups, nodes, (edge,)))
    assert elements(made, "path")[0].attrib["class"] == "way missing"
    assert "box nobody" in made
    assert "缺少交接" in made


def test_processes_of_the_standard_are_drawn_in_both_languages() -> None:
    standard = load("standard")
    for process in standard.processes:
        zh = svg(picture_of(standard.on(DAY), "process", "zh", process))
        en = svg(picture_of(standard.on(DAY), "process", "en", process))
        steps = len(standard.processes[process].steps)
        assert len([e for e in elements(zh, "g") if e.get("class") == "node"]) == steps
        assert len([e for e in elements(en, "g") if e.get("class") == "node"]) == steps


def test_a_fragment_has_no_style_of_its_own() -> None:
    assert "<style" not in fragment(picture_of(sample().on(), "org-chart", "zh"))
    assert "<style" in svg(picture_of(sample().on(), "org-chart", "zh"))


def test_chinese_counts_as_wide_and_marks_as_nothing() -> None:
    assert width("保修专员", 10) == 40
    assert width("abcd", 10) < 25
    assert width("\U00020bb7", 10) == 10
    assert width("\u0301", 10) == 0


@pytest.mark.parametrize("text", ["保修专员" * 20, "one two three " * 20, "x" * 300, ""])
def test_wrapped_lines_fit(text: str) -> None:
    lines = wrapped(text, 13, 120, 2)
    assert 1 <= len(lines) <= 2
    assert all(width(line, 13) <= 120 for line in lines)
    assert not text or lines[-1].endswith("…")
