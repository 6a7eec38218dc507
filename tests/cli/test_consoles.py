"""Stand-in consoles: every command on every encoding, with every fate of its streams."""

from __future__ import annotations

import io
import itertools
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealer_roles.cli.places import laid_out
from dealer_roles.values.span import Span
from tests.support.tiny import write_tiny

ROOT = Path(__file__).parents[2]
ENCODINGS = ["gbk", "cp1252", "ascii:strict"]
NAME = {
    "zh": "\x1b[31m红\x07 ✓ 店",
    "en": "::error file=x::\x1b[31mRED\x07\u202e \x9b ##[group] ##vso[task.x]y",
}
WORDS = {"zh": "\x1b]0;x\x07纸", "en": "\x1b]0;x\x07paper"}
TEXT = {
    "owner": ["owner", "keep"],
    "escalation": ["escalation", "anna", "--topic", "fire"],
    "overlaps": ["overlaps"],
    "gaps": ["gaps"],
    "handoffs": ["handoffs"],
    "duties": ["duties"],
    "walk": ["walk", "deal"],
    "list": ["list", "positions"],
    "check": ["check", "."],
    "test": ["test", "."],
    "explain": ["explain", "one-owner"],
    "owner of nothing": ["owner", "✓\x1b[31m\x07\u202e店"],
}
MACHINE = {
    **{f"{name} json": [*args, "--format", "json"] for name, args in TEXT.items()
       if name not in ("explain", "owner of nothing")},
    "schema": ["schema", "position"],
    "sarif": ["check", ".", "--format", "sarif"],
    "gitlab": ["check", ".", "--format", "gitlab"],
    "rdjson": ["check", ".", "--format", "rdjson"],
    "jsonld": ["jsonld", "organization"],
}  # fmt: skip
DOCUMENTS = {
    "md": ["describe", "anna", "--format", "md", "--lang", "en"],
    "mermaid": ["picture", "org-chart"],
    "dot": ["picture", "org-chart", "--format", "dot"],
    "github": ["check", ".", "--format", "github"],
    "markdown": ["check", ".", "--format", "markdown"],
    "junit": ["check", ".", "--format", "junit"],
    "checkstyle": ["check", ".", "--format", "checkstyle"],
    "csv": ["check", ".", "--format", "csv"],
    "matrix": ["matrix", "--format", "csv", "-o", "/dev/stdout"],
    "help": ["owner", "--help"],
}
COMMAND = (sys.executable, str(ROOT / "tests/support/let_in.py"))
EVERY = {**TEXT, **MACHINE, **DOCUMENTS}
WORD = st.text("abc-(),", min_size=1, max_size=30)
CELL = st.one_of(
    st.lists(WORD, max_size=4).map(" ".join),
    st.text("岗位职责", max_size=12),
    st.builds(Span, st.text("ab /岗", min_size=1, max_size=60).map(str.strip), st.just(3)),
)
DRIVING = [chr(n) for n in (*range(9), *range(11, 13), *range(14, 32), *range(127, 160))]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An organization whose texts drive terminals and build servers."""
    positions = {
        "boss": {"reports_to": None, "duties": ["sell", "bill"], "name": NAME},
        "anna": {
            "name": NAME,
            "reports_to": "boss",
            "duties": ["sell", {"task": "keep", "scope": {"area": "parts"}}],
            "handoffs": [
                {"task": "sell", "then": "bill", "to": "boss", "approval": True,
                 "deliverable": WORDS}
            ],
            "escalations": [{"topic": "fire", "to": "manager", "within": "2 hours"}],
        },
    }  # fmt: skip
    given = {
        "tasks": ["sell", "bill", {"id": "keep", "split_by": ["area"]}, "count"],
        "scopes": {"area": ["parts", "cars"]},
        "topics": ["fire"],
        "positions": positions,
        "processes": {"deal": [{"id": "one", "task": "sell"}, {"id": "two", "task": "bill"}]},
    }
    folder = write_tiny(tmp_path_factory.mktemp("console") / "org", given)
    cases = [
        {"name": NAME, "owner": {"task": "keep", "owned_by": "anna"}},
        {"name": NAME, "owner": {"task": "keep", "owned_by": "boss"}},
    ]
    text = json.dumps({"kind": "expectations", "cases": cases})
    (folder / "cases.yaml").write_text(text, "utf-8")
    return folder


def run(
    store: Path, args: list[str], encoding: str = "utf-8", **more: object
) -> tuple[int, bytes, bytes]:
    done = subprocess.run(
        [*COMMAND, *args],
        cwd=store,
        check=False,
        **{  # type: ignore[call-overload]
            "env": {**os.environ, "PYTHONIOENCODING": encoding},
            "stdout": subprocess.PIPE,
            "stderr": subprocess.PIPE,
            **more,
        },
    )
    return done.returncode, done.stdout, done.stderr


@pytest.fixture(scope="module")
def plain(store: Path) -> dict[str, tuple[int, bytes, bytes]]:
    """What each command gives on a UTF-8 console."""
    return {name: run(store, args) for name, args in EVERY.items()}


@pytest.mark.parametrize("name", EVERY)
def test_nothing_drives_a_terminal_or_a_build_server(
    plain: dict[str, tuple[int, bytes, bytes]], name: str
) -> None:
    code, out, err = plain[name]
    assert code in (0, 1, 2)
    text = (out + err).decode("utf-8")
    assert text
    assert [char for char in DRIVING if char in text] == []
    lines = [line for line in text.splitlines() if line.lstrip().startswith("::")]
    assert lines == [] or name == "github"
    obeyed = re.search(r"##\w*\[", text)
    assert obeyed is None or not (name in {**TEXT, **MACHINE} or name in ("junit", "checkstyle"))
    assert all("file=x" not in line.split("::")[1] for line in lines)


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("name", EVERY)
def test_an_encoding_changes_no_verdict_and_no_byte_for_programs(
    store: Path, plain: dict[str, tuple[int, bytes, bytes]], name: str, encoding: str
) -> None:
    code, out, _ = run(store, EVERY[name], encoding)
    assert code == plain[name][0]
    if name in TEXT or name == "help":
        out.decode(encoding.partition(":")[0])
        assert out.count(b"\n") == plain[name][1].count(b"\n")
    else:
        assert out == plain[name][1]


@pytest.mark.parametrize("name", MACHINE)
def test_what_programs_read_is_utf_8_json_without_a_mark(
    plain: dict[str, tuple[int, bytes, bytes]], name: str
) -> None:
    out = plain[name][1]
    json.loads(out.decode("utf-8"))
    assert not out.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in out


@pytest.mark.skipif(os.name == "nt", reason="the shell's redirections are POSIX's")
@pytest.mark.parametrize("name", EVERY)
def test_a_reader_that_leaves_hides_no_verdict(
    store: Path, plain: dict[str, tuple[int, bytes, bytes]], name: str
) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    code, _, err = run(store, EVERY[name], stdout=writer)
    os.close(writer)
    assert code == plain[name][0]
    assert b"Traceback" not in err
    assert b"Error" not in err.replace(plain[name][2].strip(), b"")


@pytest.mark.skipif(os.name == "nt", reason="the shell's redirections are POSIX's")
@pytest.mark.parametrize("name", EVERY)
def test_a_closed_output_is_said_in_one_line(store: Path, name: str) -> None:
    line = [*COMMAND, *EVERY[name]]
    shell = ["sh", "-c", '"$@" >&-', "sh", *line]
    done = subprocess.run(shell, cwd=store, capture_output=True, check=False)
    assert done.returncode == 2, done.stderr
    assert len(done.stderr.splitlines()) == 1
    quiet = ["sh", "-c", '"$@" 2>&-', "sh", *line]
    done = subprocess.run(quiet, cwd=store, capture_output=True, check=False)
    assert b"Traceback" not in done.stdout


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no full device")
@pytest.mark.parametrize("name", ["owner", "owner json", "test", "sarif", "help"])
def test_a_full_disk_is_an_error(store: Path, name: str) -> None:
    with open("/dev/full", "wb") as full:
        code, _, err = run(store, EVERY[name], stdout=full)
    assert code == 2
    assert b"No space left" in err
    assert len(err.splitlines()) == 1


@pytest.mark.skipif(os.name == "nt", reason="the folder one stands in cannot be deleted there")
@pytest.mark.parametrize("name", ["owner", "owner json", "duties", "check", "test", "help"])
def test_a_folder_that_is_gone_is_said_in_one_line(tmp_path: Path, name: str) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    shell = ["sh", "-c", 'rmdir "$PWD" && "$@"', "sh", *COMMAND, *EVERY[name]]
    done = subprocess.run(shell, cwd=gone, capture_output=True, check=False)
    assert done.returncode == (0 if name == "help" else 2), done.stderr
    said = [] if name == "help" else ["Error: the folder that this was called from is gone"]
    assert [line.partition(";")[0] for line in done.stderr.decode().splitlines()] == said


@pytest.mark.skipif(os.name == "nt", reason="there is no such terminal")
@pytest.mark.parametrize("columns", ["0", "1", "5"])
def test_a_terminal_without_room_loses_no_word(store: Path, columns: str) -> None:
    import pty

    ours, theirs = pty.openpty()
    env = {"COLUMNS": columns, "TERM": "dumb"}
    code, _, err = run(store, EVERY["owner"], stdout=theirs, env={**os.environ, **env})
    os.close(theirs)
    shown = os.read(ours, 100_000).decode()
    os.close(ours)
    assert (code, err) == (0, b"")
    assert re.search(r"\(anna\)[\s\S]*accountable[\s\S]*positions/\S+:\d+:\d+", shown)


@given(st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=3), st.integers(1, 130))
def test_no_table_parts_a_word_or_a_place(
    rows: list[tuple[str | Span, str | Span, str | Span]], width: int
) -> None:
    from rich.console import Console

    console = Console(width=width, file=io.StringIO(), color_system=None)
    console.print(laid_out(rows, ("id", "holder", "where"), width), overflow="ignore", crop=False)
    shown = console.file.getvalue()  # type: ignore[attr-defined]
    for cell in itertools.chain.from_iterable(rows):
        wholes = [str(cell)] if isinstance(cell, Span) else cell.split()
        for whole in wholes:
            assert whole in shown or (whole[:1] in "岗位职责" and set(whole) <= set(shown))
