"""Every block of README, tutorials and how-tos runs as it stands, and prints what it shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from scripts.system_packages import TOOLS

from tests.docs.pages import CHINESE_README, FIRST_STORE, README, ROOT, Block, blocks, pages
from tests.docs.reader import commands_of, fits, read, search_path
from tests.support.tools import needs

PAGES = pages()
FROM = ["checkout", pytest.param("wheel", marks=pytest.mark.network)]
RUN = {"console", "python", "yaml"}
# Blocks that no test of this module runs, and why.
NOT_RUN = {
    ("docs/how-to/ci.md", "groovy"): "a pipeline of Jenkins; test_install.py runs its sh lines",
    ("docs/how-to/job-descriptions.md", "html"): "part of a document that has been made",
}
# Commands that no test of this module runs, and who does.
ELSEWHERE = {
    "make demo": ".ci/run",
    "make test": ".ci/run",
    "pip install .": "tests/docs/test_install.py",
    "pip install '.[all]'": "tests/docs/test_install.py",
}


def bare(command: str) -> str:
    """A command without its comment."""
    return command.split("  #", maxsplit=1)[0].strip()


SKIP = frozenset(
    command.text
    for page in PAGES
    for block in blocks(page)
    for command in block.commands
    if bare(command.text) in ELSEWHERE
)


def programs(command: str) -> set[str]:
    """The programs of the system that a command pipes into."""
    stages = (stage.split()[:1] for stage in command.split("|"))
    words = {word for stage in stages for word in stage}
    return {key for key, tool in TOOLS.items() if words & {*tool.commands}}


def typed(page: str) -> list[str]:
    """Every command of a page."""
    return [c.text for b in blocks(page) for c in b.commands]


WANTED = [(page, tool) for page in PAGES for c in typed(page) for tool in sorted(programs(c))]


def stores(page: str) -> list[Block]:
    """What a reader of a page already has: the stores that README and the first tutorial write."""
    earlier = [p for p in (README, FIRST_STORE) if page != p]
    return [b for p in earlier for b in blocks(p) if b.path] if page != README else []


def problems(page: str, installed: Path, place: Path, skip: frozenset[str]) -> list[str]:
    """What does not come as a page says."""
    folder = place / "reader"
    folder.mkdir()
    (folder / ".venv").symlink_to(installed)
    # README itself says where the command is.
    tells = page in (README, CHINESE_README)
    path = search_path() if tells else search_path(installed / "bin")
    done = read([*stores(page), *blocks(page)], folder, path, skip)
    assert done or not [c for c in typed(page) if c not in skip]
    return [d.problem for d in done if d.problem]


@pytest.mark.parametrize("installed", FROM, indirect=True)
@pytest.mark.parametrize("page", PAGES)
def test_every_block_runs_as_it_stands(page: str, installed: Path, tmp_path: Path) -> None:
    piped = {c for c in typed(page) if programs(c)}
    assert problems(page, installed, tmp_path, SKIP | piped) == []


@pytest.mark.parametrize("installed", FROM, indirect=True)
@pytest.mark.parametrize(
    ("page", "tool"), [pytest.param(p, t, marks=needs(t), id=f"{p}-{t}") for p, t in WANTED]
)
def test_commands_that_need_a_program_run_too(
    page: str, tool: str, installed: Path, tmp_path: Path
) -> None:
    others = {c for c in typed(page) if programs(c) - {tool}}
    assert problems(page, installed, tmp_path, SKIP | others) == []


@pytest.mark.parametrize("page", PAGES)
def test_a_block_is_run_or_listed_with_its_reason(page: str) -> None:
    for block in blocks(page):
        run = block.language in RUN
        assert run or (page, block.language) in NOT_RUN, f"{page}:{block.line}"
        if block.language == "yaml":
            assert block.path, f"{page}:{block.line}: the first line names no file"
        elif run:
            assert commands_of(block, [block]), f"{page}:{block.line}"


# A line that ends in Chinese and goes on in one that begins no heading, row, item or block.
_BROKEN = re.compile(r"[^\n]*[\u3000-\u9fff\uff00-\uffef]\n(?!\n|#|\||>|[-*] |\d+\. |```)[^\n]+")


@pytest.mark.parametrize("page", PAGES)
def test_no_line_of_chinese_goes_on_in_the_next(page: str) -> None:
    """A browser sets a blank where a line of the source ends."""
    prose = re.sub(
        r"^```.*?^```$", "", (ROOT / page).read_text("utf-8"), flags=re.DOTALL | re.MULTILINE
    )
    assert _BROKEN.findall(prose) == []


def test_what_is_listed_is_there() -> None:
    there = {(b.page, b.language) for page in PAGES for b in blocks(page)}
    assert set(NOT_RUN) <= there
    assert {bare(text) for text in SKIP} == set(ELSEWHERE)
    ci = (ROOT / ".ci" / "run").read_text("utf-8").split("\n")
    assert {c for c, who in ELSEWHERE.items() if who == ".ci/run"} <= set(ci)


def test_an_output_fits_line_by_line() -> None:
    assert fits("a\nb", "a  \nb\n")
    assert fits("a\n…\nc", "a\nb\nbb\nc")
    assert fits("a\n…", "a\nb")
    assert not fits("a\nb", "a\nb\nc")
    assert not fits("a\n…\nc", "a\nb")
    assert not fits("a.b", "axb")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("$ false\n", "exit 1"),
        ("$ no-such-command\n", "exit 127"),
        ("$ echo b\na\n", "prints\nb"),
        ("$ exit 3 | cat   # exit 1 is expected, not this\n", "exit 3"),
        ("$ echo $HERE\nthere\n", "prints"),
    ],
)
def test_a_page_that_lies_is_caught(text: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "reader").mkdir()
    block = Block(page="x.md", line=1, language="console", text=text)
    (done,) = read([block], tmp_path / "reader", search_path(), frozenset())
    assert said in done.problem
