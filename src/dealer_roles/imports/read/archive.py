"""What must be known of a zip archive (.docx, .xlsx) before a library may open it."""

from __future__ import annotations

import io
import re
import zipfile
from xml.parsers import expat

from dealer_roles.imports.read import limits
from dealer_roles.imports.refused import refuse

_EXTERNAL = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_CHUNK = 65_536


class _RootReached(Exception):
    """Declarations may only stand before the first element."""


def guard(data: bytes, name: str) -> None:
    """Look at an archive without unpacking it into memory.

    Raises:
        ImportRefused: It is broken, too large unpacked, declares entities, holds macros, or
            draws on other files.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _sizes(archive.infolist(), name)
            _macros(archive.namelist(), name)
            for member in archive.infolist():
                if member.filename.lower().endswith((".xml", ".rels")):
                    _declarations(archive, member, name)
                if member.filename.lower().endswith(".rels"):
                    _links(archive.read(member), name)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        raise refuse(name, f"文件损坏或有密码：{error}", f"broken or encrypted: {error}") from error


def _sizes(members: list[zipfile.ZipInfo], name: str) -> None:
    if len(members) > limits.MAX_PARTS:
        raise refuse(name, "压缩包内部件过多", f"more than {limits.MAX_PARTS} parts inside")
    for m in members:
        dense = m.file_size > limits.RATIO_COUNTS_FROM and (
            m.file_size > limits.MAX_RATIO * max(m.compress_size, 1)
        )
        if dense or m.file_size > limits.MAX_PART_BYTES:
            raise _too_large(name, m.filename, m.file_size)
    total = sum(m.file_size for m in members)
    if total > limits.MAX_UNPACKED_BYTES:
        raise _too_large(name, "*", total)


def _too_large(name: str, part: str, size: int) -> Exception:
    mb = size // 1_000_000
    return refuse(
        name,
        f"解压后过大（{part}：{mb} MB）；请另存为较小的文件或 CSV",
        f"too large when unpacked ({part}: {mb} MB); save a smaller file, or CSV",
    )


def _macros(names: list[str], name: str) -> None:
    lower = [n.lower() for n in names]
    if any(n.endswith(("vbaproject.bin", "vbadata.xml")) or "/macrosheets/" in n for n in lower):
        raise refuse(
            name,
            "含有宏；请另存为不含宏的 .xlsx 或 .docx",
            "holds macros; save it as .xlsx or .docx without them",
        )
    if any("/externallinks/" in n or "/embeddings/" in n or "/activex/" in n for n in lower):
        raise refuse(
            name,
            "引用或嵌入了其他文件；请断开链接、删除嵌入对象后再导入",
            "draws on other files (external links, embedded objects); break the links first",
        )


def _links(relations: bytes, name: str) -> None:
    for match in _EXTERNAL.findall(relations):
        if b'TargetMode="External"' in match and b"/hyperlink" not in match:
            raise refuse(
                name,
                "引用了外部文件（模板、图片或对象）；请断开链接后再导入",
                "refers to files outside (a template, picture or object); break the links first",
            )


def _declarations(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> None:
    """Refuse a document type: it is where entities are declared, and no office file has one."""

    def doctype(*_: object) -> None:
        raise refuse(name, "XML 中声明了实体", "an XML part declares a document type or entities")

    def root(*_: object) -> None:
        raise _RootReached

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = doctype
    parser.StartElementHandler = root
    try:
        with archive.open(member) as stream:
            while chunk := stream.read(_CHUNK):
                parser.Parse(chunk, False)
    except _RootReached:
        return
    except expat.ExpatError as error:
        raise refuse(name, f"XML 损坏：{error}", f"broken XML: {error}") from error
