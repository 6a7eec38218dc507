"""Swim-lanes: what is written at an arrow is struck by no line and covers no other words."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealer_roles.facade import load
from dealer_roles.loading.packs import packs
from dealer_roles.publish.pictures.picture import Arrow, Box, Group, Picture
from dealer_roles.publish.pictures.publish import picture_of
from dealer_roles.publish.pictures.svg import fragment
from dealer_roles.publish.pictures.svg_text import width
from dealer_roles.values.text import LANGS, Lang
from tests.support.sample import DAY

SVG = "{http://www.w3.org/2000/svg}"
SIZES = {"name": 13, "head": 13, "small": 11, "small bad": 11}
Area = tuple[float, float, float, float]


def words(root: ET.Element) -> Iterator[tuple[str, Area]]:
    """The lines of text, and where each stands: left, top, right, bottom."""
    for text in root.iter(SVG + "text"):
        size = SIZES[text.attrib["class"]]
        for line in text:
            said = line.text or ""
            wide = width(said, size)
            x, y = float(line.attrib["x"]), float(line.attrib["y"])
            left = x - wide / 2 if text.attrib["text-anchor"] == "middle" else x
            yield said, (left, y - size * 0.8, left + wide, y + size * 0.2)


def strokes(root: ET.Element) -> Iterator[Area]:
    """The straight parts of the arrows."""
    for path in root.iter(SVG + "path"):
        if not path.attrib["class"].startswith("way"):
            continue
        x = y = 0.0
        for letter, numbers in re.findall(r"([MHV])([-\d. ]+)", path.attrib["d"]):
            first, *more = map(float, numbers.split())
            to = {"M": (first, *more), "H": (first, y), "V": (x, first)}[letter]
            if letter != "M":
                yield min(x, to[0]), min(y, to[1]), max(x, to[0]), max(y, to[1])
            x, y = to


def meet(a: Area, b: Area) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def faults(picture: Picture) -> list[str]:
    """What is struck by an arrow, covers other words, or leaves the picture."""
    root = ET.fromstring(fragment(picture))
    lines, ways = list(words(root)), list(strokes(root))
    assert lines
    paper = (-1.0, -1.0, float(root.attrib["width"]) + 1, float(root.attrib["height"]) + 1)
    struck = [f"struck: {said}" for said, area in lines if any(meet(area, way) for way in ways)]
    covered = [
        f"covered: {one}, {other}"
        for (one, here), (other, there) in combinations(lines, 2)
        if meet(here, there)
    ]
    outside = [
        f"outside: {said}"
        for said, area in lines
        if area[0] < paper[0] or area[2] > paper[2] or area[3] > paper[3]
    ]
    return struck + covered + outside


def drawn(folder: Path, lang: Lang) -> Iterator[Picture]:
    """Every process of the standard with all packs."""
    text = "kind: organization\nid: all\nname: {zh: 全, en: All}\ncatalogue: [bundled]\n"
    (folder / "organization.yaml").write_text(f"{text}packs: [{', '.join(packs())}]\n", "utf-8")
    for org in (load("standard"), load(folder)):
        for process in org.processes:
            yield picture_of(org.on(DAY), "process", lang, process)


@pytest.mark.parametrize("lang", LANGS)
def test_no_words_of_a_bundled_process_are_struck(tmp_path: Path, lang: Lang) -> None:
    found = {picture.title: faults(picture) for picture in drawn(tmp_path, lang)}
    assert len(found) > 30
    assert {title: said for title, said in found.items() if said} == {}


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_handed_on_stands_there_whole(tmp_path: Path, lang: Lang) -> None:
    for picture in drawn(tmp_path, lang):
        root = ET.fromstring(fragment(picture))
        for text in root.iter(SVG + "text"):
            assert "…" not in "".join(text.itertext()), picture.title


@st.composite
def processes(draw: st.DrawFn) -> Picture:
    """Steps in lanes, one after another, with ways forward, back and past others."""
    lanes, steps = draw(st.integers(1, 5)), draw(st.integers(2, 9))
    said = st.sampled_from(
        ["", "《任务委托书》", "old part, tagged", "核对无误的事故车任务委托书和定损单"]
    )
    nodes = tuple(
        Box(f"s{n}", f"步骤 {n}", f"g{draw(st.integers(0, lanes - 1))}", "step", draw(said))
        for n in range(steps)
    )
    ends = st.tuples(st.integers(0, steps - 1), st.integers(0, steps - 1))
    more = draw(st.lists(ends.filter(lambda e: e[0] != e[1]), max_size=8))
    arrows = tuple(
        Arrow(f"s{a}", f"s{b}", "flow", (draw(said),)) for a, b in [*pairwise(range(steps)), *more]
    )
    groups = tuple(Group(f"g{n}", f"岗位{n}") for n in range(lanes))
    return Picture("process", "流程", "zh", groups, nodes, arrows)


@given(processes())
def test_no_words_of_any_process_are_struck(picture: Picture) -> None:
    assert faults(picture) == []
