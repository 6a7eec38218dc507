"""Which files belong to a folder of definitions."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from dealer_roles.source.boundary import boundary_of_folder
from dealer_roles.source.file import SourceFile
from dealer_roles.source.file_names import is_plain, shown
from dealer_roles.source.gate import is_inside
from dealer_roles.source.labels import joined, label_of
from dealer_roles.source.plain_files import SUFFIXES
from dealer_roles.source.settings import Settings
from dealer_roles.values.findings import Finding
from dealer_roles.values.span import Span
from dealer_roles.values.text import Text

if TYPE_CHECKING:
    from pathlib import Path


# What editors that hide the ends of names make of a name that somebody types.
_MEANT = tuple(f"{suffix}.txt" for suffix in SUFFIXES)


def discover(
    root: Path, settings: Settings, prefix: str | None = None
) -> tuple[list[SourceFile], list[Finding]]:
    """Return the YAML files below ``root`` in a stable order, and what cannot be entered.

    Hidden files and folders are passed over. A link that leads back to a folder
    above it is a finding, as is a folder that cannot be listed.

    Args:
        root: A folder, or one file.
        settings: The bounds.
        prefix: What to call ``root`` in answers, e.g. ``bundled:d14``; by default its path.
    """
    base = label_of(root) if prefix is None else prefix
    place = os.fspath(root)
    walk = _FolderWalk(settings, place)
    tree = boundary_of_folder(root)
    if tree is not None and not is_inside(root, tree):
        walk.leads_out(base)
        return [], walk.findings
    if os.path.isfile(place):
        return [SourceFile(place, base)], []
    walk.enter(place, os.path.realpath(place), base, frozenset())
    walk.leave_out_twins()
    if prefix is None and _is_above_here(root):
        return [f._replace(label=label_of(f.path)) for f in walk.files], walk.findings
    return walk.files, walk.findings


def label_below(root: str | os.PathLike[str], names: list[str]) -> list[str]:
    """Return what answers call files of a folder by their names in it, as :func:`discover` does."""
    if _is_above_here(root):
        return [label_of(os.path.join(root, name)) for name in names]
    base = label_of(root)
    return [joined(base, shown(name)) if name else base for name in names]


def _is_above_here(folder: str | os.PathLike[str]) -> bool:
    above = os.path.join(os.path.abspath(folder), "")
    return os.getcwd().startswith(above)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False  # a link to itself: reading it says what is wrong


class _FolderWalk:
    def __init__(self, settings: Settings, root: str) -> None:
        self._root = root
        self.files: list[SourceFile] = []
        self.findings: list[Finding] = []
        self._settings = settings
        self._folders = 0
        self._ended = False
        self._link = ""  # the link by which the walk came to where it is
        self._by_link: dict[str, str] = {}

    def enter(self, folder: str, real: str, label: str, above: frozenset[str]) -> None:
        """Find what is in a folder.

        Args:
            folder: The folder.
            real: Its path without links.
            label: What answers call it.
            above: The folders that it lies in, without links.
        """
        if real in above:
            self._say("symlink-loop", label, "链接形成循环；请删除", "a link that loops; delete it")
            return
        self._folders += 1
        if self._folders > self._settings.max_folders:
            self._ended = True  # who named the root of a disk waits for no end
            most = self._settings.max_folders
            self._say(
                "too-many-folders",
                label,
                f"文件夹超过 {most} 个，没有再找；请指明组织自己的文件夹，"
                "确需如此时在设置 max-folders 中放宽",
                f"more than {most} folders, the rest was not searched; name the folder of the "
                "organization itself, or raise the setting max-folders if that is meant",
            )
            return
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            self._say(
                "unreadable", label, f"无法读取：{error}", f"cannot be read: {error.strerror}"
            )
            return
        for entry in entries:
            if self._ended:
                return
            if not entry.name.startswith("."):
                self._look_at(entry, real, joined(label, shown(entry.name)), above)

    def _look_at(
        self, entry: os.DirEntry[str], inside: str, label: str, above: frozenset[str]
    ) -> None:
        if _is_folder(entry):
            real = os.path.join(inside, entry.name)
            if entry.is_symlink():
                real = os.path.realpath(entry.path)
                if not is_inside(real, self._root):
                    self.leads_out(label)
                    return
            before, self._link = self._link, self._link_to(entry, label)
            self.enter(entry.path, real, label, above | {inside})
            self._link = before
        elif entry.name.lower().endswith(SUFFIXES):
            self._found(entry, label)
        elif entry.name.lower().endswith(_MEANT):
            self._say(
                "file-name",
                label,
                "文件名以 .txt 结尾，未读取；请改为以 .yaml 结尾（显示扩展名后改名）",
                "its name ends in .txt and it was not read; rename it to end in .yaml",
            )

    def _link_to(self, entry: os.DirEntry[str], label: str) -> str:
        """Return the outermost link that leads to an entry; empty if it stands where it lies."""
        return self._link or (label if entry.is_symlink() else "")

    def leave_out_twins(self) -> None:
        """Read no file twice: what a link leads to and is read where it lies, too, is told."""
        if not self._by_link:
            return
        real = {file: os.path.realpath(file.path) for file in self.files}
        lying = {real[file] for file in self.files if file.path not in self._by_link}
        twins = [f for f in self.files if f.path in self._by_link and real[f] in lying]
        for link in dict.fromkeys(self._by_link[os.fspath(twin.path)] for twin in twins):
            self._say(
                "linked-twice",
                link,
                "链接指向的内容在原处已读取；请删除此链接",
                "a link to what is read where it lies, too; delete the link",
            )
        self.files = [file for file in self.files if file not in twins]

    def leads_out(self, label: str) -> None:
        self._say(
            "outside-folder",
            label,
            "链接指向所属文件夹之外，未进入",
            "a link that leads out of the folder; it was not entered",
        )

    def _found(self, entry: os.DirEntry[str], label: str) -> None:
        if is_plain(entry.name):
            if link := self._link_to(entry, label):
                self._by_link[entry.path] = link
            self._add(entry.path, label)
            return
        self._say(
            "file-name",
            label,
            "文件名含有控制字符或不是 UTF-8，未读取；请改名",
            "the file's name holds control characters or is no UTF-8; rename it",
        )

    def _add(self, path: str, label: str) -> None:
        most = self._settings.max_files
        if len(self.files) == most:
            self._ended = True
            self._say(
                "too-many-files",
                label,
                f"文件超过 {most} 个；可在设置 max-files 中放宽",
                f"more than {most} files; raise the setting max-files if that is meant",
            )
        self.files.append(SourceFile(path, label, self._root))

    def _say(self, code: str, label: str, zh: str, en: str) -> None:
        self.findings.append(Finding(code, "error", Text(zh, en), Span(label), subject=label))
