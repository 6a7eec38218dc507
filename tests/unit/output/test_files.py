"""A path is written to as what it is: only a regular file, or nothing, is replaced."""

from __future__ import annotations

import errno
import io
import os
import stat
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import pytest

from dealer_roles.output import spool
from dealer_roles.output.files import one_file, write_file, write_pieces

POSIX = pytest.mark.skipif(os.name == "nt", reason="devices, pipes and links are POSIX's")
NULL = (1, 3)


@pytest.fixture
def null(tmp_path: Path) -> Path:
    """A private null device."""
    path = tmp_path / "null"
    try:
        os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(*NULL))
        path.write_bytes(b"")
    except (OSError, AttributeError) as error:
        pytest.skip(f"no device may be made here: {error}")
    return path


@POSIX
def test_a_device_stays_a_device(null: Path) -> None:
    write_file(null, "x")
    assert stat.S_ISCHR(null.stat().st_mode)
    assert [p.name for p in null.parent.iterdir()] == ["null"]


@POSIX
@pytest.mark.parametrize("depth", [1, 2])
def test_a_link_stays_and_its_target_is_replaced(tmp_path: Path, depth: int) -> None:
    (tmp_path / "real").mkdir()
    target = tmp_path / "real" / "m.csv"
    target.write_text("old", "utf-8")
    target.chmod(0o640)
    above = tmp_path / "0"
    above.symlink_to("real/m.csv")
    for number in range(1, depth):
        above = tmp_path / str(number)
        above.symlink_to(str(number - 1))
    write_file(above, "new")
    assert above.is_symlink()
    assert target.read_text("utf-8") == "new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert [p.name for p in target.parent.iterdir()] == ["m.csv"]


@POSIX
def test_a_link_to_nothing_makes_its_target(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("sub/new.csv")
    write_file(tmp_path / "link", "new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "sub" / "new.csv").read_text("utf-8") == "new"


@POSIX
def test_a_link_to_a_device_is_followed(null: Path) -> None:
    (null.parent / "link").symlink_to("null")
    write_file(null.parent / "link", "x")
    assert stat.S_ISCHR(null.stat().st_mode)
    assert (null.parent / "link").is_symlink()


@POSIX
def test_a_loop_of_links_is_an_error_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(OSError, match="symbolic links"):
        write_file(tmp_path / "a", "x")


@POSIX
def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    write_file(pipe, "甲" * 50_000)
    reader.join(10)
    assert got == ["甲".encode() * 50_000]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@POSIX
def test_a_pipe_whose_reader_leaves_is_no_error(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    def read_a_little() -> None:
        with open(pipe, "rb") as stream:
            stream.read(1)

    reader = threading.Thread(target=read_a_little)
    reader.start()
    write_file(pipe, "x" * 1_000_000)
    reader.join(10)
    assert not reader.is_alive()


def child(code: str, **streams: object) -> subprocess.CompletedProcess[bytes]:
    body = f"import os, sys\nfrom dealer_roles.output.files import one_file, write_file\n{code}"
    return subprocess.run([sys.executable, "-c", body], check=False, timeout=60, **streams)  # type: ignore[call-overload, no-any-return]


@POSIX
@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"])
@pytest.mark.parametrize("to", ["pipe", "file"])
def test_our_own_descriptors_are_written_to_in_order(tmp_path: Path, name: str, to: str) -> None:
    if not os.path.exists(os.path.dirname(name)):
        pytest.skip(f"this system has no {name}")
    code = f"print('a'); write_file({name!r}, 'b\\n'); print('c')"
    if to == "pipe":
        done = child(code, stdout=subprocess.PIPE)
        assert (done.returncode, done.stdout) == (0, b"a\nb\nc\n")
        return
    target = tmp_path / "out"
    with open(target, "wb") as stream:
        before = os.fstat(stream.fileno()).st_ino
        assert child(code, stdout=stream).returncode == 0
    assert target.read_bytes() == b"a\nb\nc\n"
    assert target.stat().st_ino == before
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


@POSIX
def test_a_descriptor_that_is_not_open_is_an_error() -> None:
    with pytest.raises(OSError, match="/dev/fd/987"):
        write_file("/dev/fd/987", "x")


def test_a_folder_is_named_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for named in (str(tmp_path / "folder"), f"{tmp_path}/new/"):
        with pytest.raises(OSError, match="is a folder; name a file in it") as caught:
            write_file(named, "x")
        assert caught.value.filename == named
    assert [p.name for p in tmp_path.rglob("*")] == ["folder"]


@POSIX
def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("s")
        with pytest.raises(OSError, match="is a socket"):
            write_file("s", "x")


def test_an_error_names_the_path_that_was_asked_for(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    asked = tmp_path / "file" / "below.md"
    with pytest.raises(OSError) as caught:
        write_file(asked, "x")
    assert caught.value.filename == str(asked)


def test_text_is_utf_8_whatever_it_holds(tmp_path: Path) -> None:
    write_file(tmp_path / "x", "店\r\n\ttab \x1b[31m \x9b \u202e \ud83d\n")
    assert (tmp_path / "x").read_bytes().decode() == "店\r\n\ttab �[31m � � �\n"


def test_a_dash_is_standard_output(tmp_path: Path) -> None:
    code = "from dealer_roles.output.files import write_file; print(1); write_file('-', '店')"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, check=True, stdout=subprocess.PIPE
    )
    assert done.stdout.split(b"\n", 1)[1] == "店".encode()
    assert list(tmp_path.iterdir()) == []


def test_one_file_under_two_names_is_one_file(tmp_path: Path) -> None:
    a, other = tmp_path / "a.json", tmp_path / "b.json"
    assert one_file([a, other]) is None
    assert one_file([a, other, str(a)]) == (str(a), str(a))
    around = str(tmp_path / "c" / ".." / "a.json")
    assert one_file([a, around]) == (str(a), around)
    assert one_file(["-", "-", os.devnull, os.devnull]) is None


@POSIX
def test_a_link_is_the_file_that_it_leads_to(tmp_path: Path) -> None:
    a, link = tmp_path / "a.json", tmp_path / "link"
    link.symlink_to("a.json")
    assert one_file([a, link]) == (str(a), str(link))
    assert one_file(["/dev/stdout", "/dev/stdout", "/dev/fd/1"]) is None


class Full(io.BytesIO):
    """A file on a disk that is full."""

    def write(self, _: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@POSIX
def test_a_full_folder_of_temporary_files_is_named_and_not_the_target(
    null: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spool, "MOST_IN_MEMORY", 1)
    monkeypatch.setattr(tempfile, "TemporaryFile", Full)
    with pytest.raises(OSError, match="No space left") as refused:
        write_pieces(null, ["long", "text"])
    assert refused.value.filename == tempfile.gettempdir()
