from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from dealer_roles.publish.pictures.dot import LONGEST_LABEL, dot
from dealer_roles.publish.pictures.picture import clipped
from dealer_roles.publish.pictures.publish import picture_of
from dealer_roles.words.plain_text import one_line
from tests.support.sample import DAY, sample
from tests.unit.publish.pictures.samples import HOSTILE, hostile_store

_PIECE = r'"(?:[^"\\]|\\.)*"'
_QUOTED = rf"{_PIECE}(?: \+ {_PIECE})*"
LONGEST_PIECE = 16_384


def strings(text: str) -> list[str]:
    """The quoted strings as Graphviz reads them."""
    found = (re.findall(_PIECE, string) for string in re.findall(_QUOTED, text))
    joined = ("".join(piece[1:-1] for piece in pieces) for pieces in found)
    return [unescape(re.sub(r"\\(.)", r"\1", string)) for string in joined]


def test_positions_stand_in_clusters_and_lines_join_them() -> None:
    text = dot(picture_of(sample().on(), "org-chart", "zh"))
    assert "subgraph cluster_0 {" in text
    assert '"service-manager" -> "warranty-specialist" [dir=none];' in text
    assert text.count("{") == text.count("}")


def test_parties_are_ellipses_and_deliverables_are_labels() -> None:
    text = dot(picture_of(sample().on(DAY), "handoffs", "zh"))
    assert "shape=ellipse" in text
    assert "《索赔申请单》" in text


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text(tmp_path: Path, text: str) -> None:
    made = dot(picture_of(hostile_store(tmp_path, text).on(), "org-chart", "zh"))
    wanted = one_line(text)
    assert wanted in strings(made)
    assert clipped(wanted, LONGEST_LABEL) in strings(made)
    assert max(len(piece.encode()) for piece in re.findall(_PIECE, made)) < LONGEST_PIECE
    bare = re.sub(_QUOTED, "", made)
    assert re.fullmatch(r"[\w\s{}\[\]=,;>-]*", bare, re.ASCII)
