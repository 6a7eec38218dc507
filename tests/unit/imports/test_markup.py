"""Texts with the tags of a web page read as a browser shows them."""

from __future__ import annotations

import time

import pytest

from dealer_roles.imports.pieces import Piece
from dealer_roles.imports.read.markup import has_tags, without_tags
from dealer_roles.imports.read.plain import read_text

SHOWN = {
    "<p>a</p><p>b</p>": "a\nb",
    "<ol><li>a</li><li>b</li></ol><ul><li>c</li></ul>": "1. a\n2. b\n- c",
    "<h2>Clerk</h2><p><b>Do:</b></p><div>x &amp; y<br>z</div>": "## Clerk\n**Do:**\nx & y\nz",
    "<ul><li><p>a</p></li></ul>": "- a",
    "<p>a</p><script>b()</script><!-- c --><p>d</p>": "a\nd",
    "<p>a</p><script>b<p>c</p>": "a\nb\nc",
    "<p>5 < 6</p><p>a <!-- b</p>": "5 < 6\na <!-- b",
    "&lt;p&gt;a&lt;/p&gt;&lt;p&gt;b&lt;/p&gt;": "a\nb",
    "<table><tr><td>a</td><td>b</td></tr></table>": "a | b",
}


@pytest.mark.parametrize(("text", "shown"), SHOWN.items(), ids=range(len(SHOWN)))
def test_a_text_is_read_as_it_is_shown(text: str, shown: str) -> None:
    assert without_tags(text) == shown


@pytest.mark.parametrize("text", ["a < b > c", "<岗位>", "| a<br>b | c<br>d |", "x<y"])
def test_what_carries_no_tags_stays_as_it_is(text: str) -> None:
    assert not has_tags(text)
    assert without_tags(text) == text


def test_each_line_knows_where_it_stands() -> None:
    file = read_text("<h1>店长</h1>\n<ul>\n<li>主持晨会</li>\n<li>审批折扣</li>\n</ul>", "a.txt")
    pieces = [block for block in file.blocks if isinstance(block, Piece)]
    assert [(p.paragraph, p.text) for p in pieces] == [
        (1, "# 店长"),
        (3, "- 主持晨会"),
        (4, "- 审批折扣"),
    ]


@pytest.mark.parametrize(
    "broken", ["<", "<a ", "<!", "<![", "<!--", "</", "<p", "<a b='", "<script>", "<ol><li>", "&#"]
)
def test_broken_tags_cost_little(broken: str) -> None:
    text = "<p>a</p><p>b</p>" + broken * 20_000
    began = time.process_time()
    assert without_tags(text).startswith("a\nb")
    assert time.process_time() - began < 5
