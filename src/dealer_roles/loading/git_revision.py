"""An organization as it was in a git revision."""

from __future__ import annotations

import io
import os
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from dealer_roles.loading.nearest_folder import nearest_folder
from dealer_roles.source.labels import called
from dealer_roles.values.errors import NothingToDo
from dealer_roles.values.span import is_bundled
from dealer_roles.values.text import Text

PREFIX = "git:"
_WAIT = 120


def is_revision(name: str) -> bool:
    """Whether a name means a git revision (``git:REV``, ``REV:path``), and no path there is."""
    return ":" in name and not is_bundled(name) and not os.path.exists(name)


def meant_revision(name: str) -> str:
    """Return the revision as it must be written where git knows the bare name; else empty."""
    try:
        _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    except NothingToDo:
        return ""
    return PREFIX + name


@contextmanager
def checked_out(name: str) -> Iterator[str]:
    """Give the folder of an organization in a revision, for as long as it is asked.

    Its files are called as git calls them: ``REV:path``.

    Args:
        name: ``git:REV`` is the organization here, ``REV:path`` the one in a folder.

    Raises:
        NothingToDo: There is no repository, revision or folder of this name.
    """
    revision, path = _parts(name)
    top = _git("rev-parse", "--show-toplevel").decode().rstrip("\n")
    relative = os.path.relpath(os.path.realpath(path), os.path.realpath(top))
    if revision.startswith("-") or relative.split(os.sep)[0] == os.pardir:
        raise _refused(name)
    commit = _git(
        "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}",
        refused=_unknown(revision),
    )  # fmt: skip
    archive = _git("-C", top, "archive", "--format=tar", commit.decode().strip())
    with tempfile.TemporaryDirectory() as folder:
        _unpacked(archive, folder)
        inside = os.path.join(folder, relative)
        there = "" if relative == os.curdir else relative.replace(os.sep, "/")
        if not os.path.isdir(inside):
            raise NothingToDo(_moved(revision, there))
        with called(inside, f"{revision}:{there}"):
            yield inside


def _unpacked(archive: bytes, folder: str) -> None:
    """Unpack what git says stands in a revision; nothing is written elsewhere."""
    try:
        with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
            tar.extractall(folder, filter="data")
    except (tarfile.TarError, OSError, ValueError) as error:
        words = Text(
            f"git 中的这一版不能展开：{error}", f"what git holds cannot be unpacked: {error}"
        )
        raise NothingToDo(words) from error


def _parts(name: str) -> tuple[str, str]:
    if name.startswith(PREFIX):
        return name.removeprefix(PREFIX), nearest_folder(os.getcwd()) or os.curdir
    revision, _, path = name.partition(":")
    return revision, path or os.curdir


def _unknown(revision: str) -> Text:
    return Text(
        f"git 中没有修订 {revision!r}：请写提交、分支或标签（git log 列出提交）",
        f"git has no revision {revision!r}: name a commit, a branch or a tag (git log lists them)",
    )


def _moved(revision: str, folder: str) -> Text:
    return Text(
        f"git 修订 {revision!r} 中没有文件夹 {folder!r}：若当时叫别的名字，请写 {revision}:文件夹",
        f"git revision {revision!r} has no folder {folder!r}: if it was called otherwise then, "
        f"write {revision}:FOLDER",
    )


def _refused(name: str) -> NothingToDo:
    return NothingToDo(
        Text(
            f"git 中没有 {name!r}：请写 git:修订 或 修订:文件夹",
            f"git has no {name!r}: write git:REVISION or REVISION:folder",
        )
    )


def _git(*arguments: str, refused: Text | None = None) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and revisions cannot be options
            ["git", *arguments],  # noqa: S607 - the git that the user has
            capture_output=True,
            check=True,
            timeout=_WAIT,
        )
    except FileNotFoundError as error:
        raise NothingToDo(Text("未安装 git", "git is not installed")) from error
    except subprocess.SubprocessError as error:
        told = getattr(error, "stderr", b"") or b""
        if refused is not None and told:
            raise NothingToDo(refused) from error
        words = told.decode("utf-8", "replace").strip() or str(error)
        raise NothingToDo(Text(f"git 不能回答：{words}", f"git cannot answer: {words}")) from error
    return done.stdout
