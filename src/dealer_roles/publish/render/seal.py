"""Our own hash inside a file, by which we know whether it is still as we wrote it.

It covers all but the hand-written blocks, which are HR's to change. A format that cannot
hold a remark (CSV, JSON) has none; of such a file it is not known whether it was edited,
only whether it begins as ours do (`likeness.py`).
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile

WORD = "dealer-roles written"
# How a line that is no content is written in each format.
_LINES = {
    ".md": ("<!-- ", " -->"), ".html": ("<!-- ", " -->"), ".svg": ("<!-- ", " -->"),
    ".mmd": ("%% ", ""), ".dot": ("// ", ""), ".pdf": ("%", ""),
}  # fmt: skip
_ZIPS = frozenset({".docx", ".xlsx"})
_KEPT = re.compile(rb"(<!-- keep [a-z0-9-]+ -->).*?(<!-- /keep -->)", re.DOTALL)
_KEPT_IN_WORD = re.compile(
    rb'(<w:sdt>(?:(?!</w:sdtPr>).)*<w:tag w:val="keep-[^"]*"/>(?:(?!</w:sdtPr>).)*</w:sdtPr>)'
    rb"<w:sdtContent>.*?</w:sdtContent>",
    re.DOTALL,
)
_SEAL = re.compile(rf"\n?(?:<!-- |%% |// |%){WORD} ([0-9a-f]{{64}})(?: -->)?\n?\Z".encode())


def sealed(content: bytes, suffix: str) -> bytes:
    """Return a file with our hash inside, where its format can hold one.

    Args:
        content: The file as it was made.
        suffix: What its name ends in, e.g. ``.md``.
    """
    bare = unsealed(content, suffix)
    remark = f"{WORD} {_hash(bare, suffix)}"
    if suffix in _ZIPS:
        stream = io.BytesIO(bare)
        with zipfile.ZipFile(stream, "a") as archive:
            archive.comment = remark.encode()
        return stream.getvalue()
    if suffix not in _LINES:
        return content
    before, after = _LINES[suffix]
    gap = b"" if bare.endswith(b"\n") else b"\n"
    return bare + gap + f"{before}{remark}{after}\n".encode()


def can_be_sealed(suffix: str) -> bool:
    """Whether a file whose name ends so can hold our hash."""
    return suffix in _ZIPS or suffix in _LINES


def is_ours(content: bytes, suffix: str) -> bool:
    """Whether a file is as we wrote it; also where its format cannot tell."""
    if suffix in _ZIPS:
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                said = archive.comment.decode("ascii", "replace")
            return said == f"{WORD} {_hash(content, suffix)}" and content.endswith(said.encode())
        except (zipfile.BadZipFile, NotImplementedError, OSError):
            return False
    if suffix not in _LINES:
        return True
    plain = _plain(content, suffix)
    found = _SEAL.search(plain)
    return found is not None and found[1].decode() == _hash(unsealed(plain, suffix), suffix)


def unsealed(content: bytes, suffix: str) -> bytes:
    """Return a file without our hash."""
    if suffix in _ZIPS:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            comment = archive.comment
        if not comment.startswith(WORD.encode()):
            return content
        stream = io.BytesIO(content)
        with zipfile.ZipFile(stream, "a") as archive:
            archive.comment = b""
        return stream.getvalue()[: len(content) - len(comment)]
    found = _SEAL.search(content) if suffix in _LINES else None
    return content if found is None else content[: found.start()] + b"\n"


def _hash(content: bytes, suffix: str) -> str:
    if suffix not in _ZIPS:
        plain = _KEPT.sub(rb"\1\2", _plain(content, suffix).rstrip(b"\n"))
        return hashlib.sha256(plain).hexdigest()
    made = hashlib.sha256()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in sorted(archive.namelist()):
            member = archive.read(name)
            part = _KEPT_IN_WORD.sub(rb"\1", member) if name == "word/document.xml" else member
            made.update(f"{name}\n{len(part)}\n".encode() + part)
    return made.hexdigest()


def _plain(content: bytes, suffix: str) -> bytes:
    """Return text with plain line ends: git may have changed them."""
    return content if suffix == ".pdf" else content.replace(b"\r\n", b"\n")
