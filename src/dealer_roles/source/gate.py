"""The one gate through which files are read: regular files inside their folder, bounded.

Definitions may come with a stranger's pull request. A link that leads out of the folder, a
pipe, a device or a file without end is refused before a byte of it is read.
"""

from __future__ import annotations

import os
import stat

from dealer_roles.source.boundary import boundary_of_file
from dealer_roles.source.file_names import shown
from dealer_roles.source.plain_files import ALSO_READ
from dealer_roles.values.errors import DealerRolesError
from dealer_roles.values.text import Text

NAMED_MOST = 50_000_000
"""The most bytes of a file that the caller names."""


class Refused(DealerRolesError, ValueError):
    """A file that is not read.

    Attributes:
        code: What kind of refusal it is.
        words: Why, and what to do.
        file: The file, as it was named.
    """

    def __init__(self, code: str, words: Text, file: str = "") -> None:
        self.code = code
        self.words = words
        self.file = file
        super().__init__()

    @property
    def message(self) -> Text:
        """Which file it is, why it is not read, and what to do."""
        name = f"{shown(self.file)}: " if self.file else ""
        return Text(f"{name}{self.words.zh}", f"{name}{self.words.en}")


_OUTSIDE = Text(
    f"链接或路径指向所属文件夹之外，未读取；确需读取时由调用者设置环境变量 {ALSO_READ}",
    f"leads out of its folder and was not read; if that is meant, the caller sets {ALSO_READ}",
)
_NO_FILE = Text("不是普通文件（管道、设备或套接字），未读取", "not a regular file; it was not read")


def read_bytes(path: str | os.PathLike[str], root: str | os.PathLike[str], most: int) -> bytes:
    """Return the content of a regular file that lies in a folder.

    Args:
        path: The file.
        root: The folder it must lie in, links resolved.
        most: The most bytes that are read.

    Raises:
        Refused: It is no regular file, lies elsewhere, is too large or cannot be read.
    """
    try:
        return _read(_real(path, root), most)
    except Refused as error:
        raise Refused(error.code, error.words, os.fspath(path)) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise Refused(
            "unreadable",
            Text(f"无法读取：{reason}", f"cannot be read: {reason}"),
            os.fspath(path),
        ) from error
    except ValueError as error:  # a null byte in a path
        words = Text("无法读取：路径无效", "cannot be read: this is no path")
        raise Refused("unreadable", words, os.fspath(path)) from error


def _real(path: str | os.PathLike[str], root: str | os.PathLike[str]) -> str:
    real = os.path.realpath(path)
    if not _allowed(real, root):
        raise Refused("outside-folder", _OUTSIDE)
    return real


def _read(real: str, most: int) -> bytes:
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)
    flags |= getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    if not stat.S_ISREG(os.lstat(real).st_mode):
        raise Refused("not-a-file", _NO_FILE)
    number = os.open(real, flags)
    with open(number, "rb", buffering=0) as stream:
        if not stat.S_ISREG(os.fstat(number).st_mode):
            raise Refused("not-a-file", _NO_FILE)
        return _all(stream, most)


def _all(stream: object, most: int) -> bytes:
    parts: list[bytes] = []
    left = most + 1
    while left > 0:
        part: bytes = stream.read(left)  # type: ignore[attr-defined] # a raw stream
        if not part:
            break
        parts.append(part)
        left -= len(part)
    if left <= 0:
        raise Refused(
            "file-too-large",
            Text(
                f"文件超过 {most} 字节；请拆分，或在设置 max-file-bytes 中放宽",
                f"larger than {most} bytes; split it, or raise the setting max-file-bytes",
            ),
        )
    return parts[0] if len(parts) == 1 else b"".join(parts)


def read_named(path: str | os.PathLike[str], most: int = NAMED_MOST) -> bytes:
    """Return the content of a file that the caller names; a link may not lead out of its folder.

    Raises:
        Refused: It is not read.
    """
    return read_bytes(path, boundary_of_file(path), most)


def named_text(path: str | os.PathLike[str], most: int = NAMED_MOST) -> str:
    """Return the text of a file that the caller names.

    Raises:
        Refused: It is not read, or is not UTF-8.
    """
    return read_text(path, boundary_of_file(path), most)


def is_inside(path: str | os.PathLike[str], root: str | os.PathLike[str]) -> bool:
    """Whether a path lies in a folder, or where the caller also allows, links resolved."""
    return _allowed(os.path.realpath(path), root)


def _allowed(real: str, root: str | os.PathLike[str]) -> bool:
    return any(_below(real, os.path.realpath(folder)) for folder in (root, *also_read()))


def also_read() -> tuple[str, ...]:
    """Return the folders that the caller allows besides."""
    return tuple(p for p in os.environ.get(ALSO_READ, "").split(os.pathsep) if p)


def _below(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def read_text(path: str | os.PathLike[str], root: str | os.PathLike[str], most: int) -> str:
    """Return the text of a regular file that lies in a folder.

    Raises:
        Refused: It is not read, or is not UTF-8.
    """
    raw = read_bytes(path, root, most)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused("not-utf8", not_utf8(raw, error.start), os.fspath(path)) from error


def not_utf8(raw: bytes, at: int) -> Text:
    """Return in words that a file is in another encoding, and in which where that can be told."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return Text(
            "是 UTF-16 编码（记事本的“Unicode”或 PowerShell 的输出）；请另存为 UTF-8",
            "UTF-16, as PowerShell and Notepad's 'Unicode' write it; save the file as UTF-8",
        )
    byte = f"0x{raw[at]:02x}"
    return Text(
        f"不是 UTF-8 编码（字节 {byte}）；请另存为 UTF-8",
        f"not UTF-8 (byte {byte}); save the file as UTF-8",
    )
