"""Pictures go through what draws them: DOT through Graphviz, Mermaid through its parser."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import dealer_roles as dr
from dealer_roles.publish.pictures.picture import PictureKind
from dealer_roles.publish.pictures.publish import (
    PictureFormat,
    picture_of,
    render_picture,
)
from dealer_roles.testing import organization_of
from dealer_roles.values.text import Lang
from tests.support.tools import needs
from tests.unit.publish.pictures.samples import HOSTILE, hostile_store

PARSER = Path(sys.prefix) / "mermaid"
LANGS: tuple[Lang, ...] = ("zh", "en")
WHOLE: tuple[PictureKind, ...] = ("org-chart", "handoffs")
# Graphviz takes its time, so these and not all: the largest, one of no lines, the smallest.
DRAWN = ("standard", "d04", "d14")


def drawings(org: dr.Organization, kind: PictureFormat) -> Iterator[tuple[str, str]]:
    """Every picture of an organization as text of a format, with its name."""
    day = org.on()
    for lang in LANGS:
        for process in org.processes:
            picture = picture_of(day, "process", lang, process=process)
            yield f"{process}.{lang}", render_picture(picture, kind)
        for which in WHOLE:
            for department in ("", *org.departments):
                made = picture_of(day, which, lang, department=department)
                yield f"{which}.{department}.{lang}", render_picture(made, kind)


def drawn(text: str) -> str:
    """What Graphviz complains of."""
    command = ["dot", "-Tsvg"]
    made = subprocess.run(command, input=text.encode(), capture_output=True, timeout=120)
    assert made.stderr or made.stdout.rstrip().endswith(b"</svg>")
    assert made.stderr or made.returncode == 0
    return made.stderr.decode("utf-8", "replace")


def parsed(texts: dict[str, str]) -> dict[str, str]:
    """What Mermaid complains of, by name."""
    assert (PARSER / "node_modules" / "mermaid").is_dir(), "make docs brings Mermaid's parser"
    made = subprocess.run(
        ["node", str(PARSER / "parse.mjs")],
        input=json.dumps(texts).encode(),
        capture_output=True,
        check=True,
        timeout=300,
    )
    problems: dict[str, str] = json.loads(made.stdout)
    assert problems.keys() == texts.keys()
    return {name: problem for name, problem in problems.items() if problem}


@needs("graphviz")
@pytest.mark.parametrize("org", DRAWN)
def test_graphviz_draws_every_picture(org: str) -> None:
    complaints = {name: drawn(text) for name, text in drawings(dr.load(org), "dot")}
    assert complaints
    assert {name: said for name, said in complaints.items() if said} == {}


@needs("graphviz")
@pytest.mark.parametrize("text", HOSTILE)
def test_graphviz_draws_hostile_texts(tmp_path: Path, text: str) -> None:
    complaints = [drawn(t) for _, t in drawings(hostile_store(tmp_path, text), "dot")]
    assert complaints
    assert set(complaints) == {""}


@needs("graphviz")
def test_graphviz_draws_the_handoffs_of_400_positions() -> None:
    count, departments = 400, [f"d{n}" for n in range(9)]
    positions = {
        f"p{n}": {
            "department": departments[n % 9],
            "duties": ["work"],
            "handoffs": [
                {"task": "work", "to": f"p{(n * k + 7) % count}", "then": "work"}
                for k in (3, 5, 11)
            ],
        }
        for n in range(count)
    }
    org = organization_of({"departments": departments, "tasks": ["work"], "positions": positions})
    picture = picture_of(org.on(), "handoffs", "en")
    assert (len(picture.nodes), len(picture.groups)) == (count, 9)
    assert len(picture.edges) > 2 * count
    assert drawn(render_picture(picture, "dot")) == ""


@needs("graphviz")
def test_graphviz_would_complain() -> None:
    assert drawn("digraph { a -> }")


@pytest.mark.network
@needs("node")
@pytest.mark.parametrize("org", dr.bundled())
def test_mermaid_parses_every_picture(org: str) -> None:
    texts = dict(drawings(dr.load(org), "mermaid"))
    assert texts
    assert parsed(texts) == {}


@pytest.mark.network
@needs("node")
def test_mermaid_parses_hostile_texts(tmp_path: Path) -> None:
    texts = {
        f"{number} {name}": made
        for number, text in enumerate(HOSTILE)
        for name, made in drawings(hostile_store(tmp_path / str(number), text), "mermaid")
    }
    assert texts
    assert parsed(texts) == {}


@pytest.mark.network
@needs("node")
def test_mermaid_would_complain() -> None:
    assert parsed({"bad": "flowchart TD\n  a --> [", "good": "flowchart TD\n  a --> b"}).keys() == {
        "bad"
    }
