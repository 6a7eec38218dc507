"""Whatever a stranger makes of the files of a store, no command breaks down over it."""

from __future__ import annotations

import contextlib
import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.command import exit_code
from tests.support.examples import examples
from tests.support.sample import STORE

PIECES = [
    *"\n\t:,-[]{}#&*!|>'\"\\%@`?~", "  ", ": ", "- ", "[" * 200, "!!int ", "<<: ", "---\n", "...\n",
    "\\ud800", "\\e", "\\x", "1e999", "9" * 400, ".inf", "0000-01-01", "9999-12-31", "999999 days",
    "\x00", "\x1b", "\u202e", "\ufeff", "\u2028", "：", "，", "kind: ", "id: ", "manager", "../..",
]  # fmt: skip
BYTES = [b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xfe\xff\x00"]
COMMANDS = [
    ("check",), ("check", "--format", "sarif"), ("check", "--format", "junit"), ("test",),
    ("gaps", "--lenient"), ("owner", "assess-warranty-claim"), ("jsonld", "organization"),
    ("check", "--since", "baseline.json"), ("check", "--guard", "census.json"),
    ("escalation", "warranty-specialist", "--topic", "disputed-claim", "--lenient"),
    ("describe", "warranty-specialist", "--format", "md", "-o", "said.md"),
]  # fmt: skip
FILES = ("baseline.json", "census.json", "said.md", "dealer-roles.toml", "waivers.yaml")
WAIVERS = """kind: waivers
waivers: [{rule: no-forgotten-task, subject: x, reason: 外包, owner: boss, until: 2027-12-31}]
"""
pieces = st.sampled_from(PIECES).map(str.encode) | st.sampled_from(BYTES) | st.binary(max_size=4)


def silently(*command: str) -> int:
    """Run a command and return its exit code; what it says goes nowhere."""
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        return exit_code(*command)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A store with everything that may stand beside one, in the folder in which one stands."""
    folder = tmp_path_factory.mktemp("strangers") / "store"
    shutil.copytree(STORE, folder)
    with contextlib.chdir(folder):
        (folder / "waivers.yaml").write_text(WAIVERS, "utf-8")
        (folder / "dealer-roles.toml").write_text("max-depth = 60\nplugins = []\n", "utf-8")
        assert silently("baseline", "-o", "baseline.json") == 0
        assert silently("check", "--write-census", "census.json") == 0
        assert silently("describe", "warranty-specialist", "--format", "md", "-o", "said.md") == 0
        yield folder


@st.composite
def damage(draw: st.DrawFn, content: bytes) -> bytes:
    """Draw what is left of a file: pieces put in, taken out, doubled, or cut off."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.sampled_from([0, 0, 1, 8, 60, 10_000])))
        content = content[:start] + draw(pieces) + content[end:]
    return content


@examples(60)
@given(st.data())
def test_no_command_breaks_down_whatever_the_files_hold(store: Path, data: st.DataObject) -> None:
    names = sorted({*FILES, *(str(p.relative_to(store)) for p in store.rglob("*.yaml"))})
    file = store / data.draw(st.sampled_from(names))
    before = file.read_bytes()
    said = (store / "said.md").read_bytes()
    file.write_bytes(data.draw(damage(before)))
    try:
        assert silently(*data.draw(st.sampled_from(COMMANDS))) in (0, 1, 2)
    finally:
        (store / "said.md").write_bytes(said)
        file.write_bytes(before)
