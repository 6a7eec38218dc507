"""Keeping committed documents current: which are stale, and making them again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from dealer_roles.organization.on_day import OnDay
from dealer_roles.output.files import write_file
from dealer_roles.publish.job_description.publish import (
    FORMATS,
    Format,
    WordTemplate,
    as_bytes,
    describe,
    file_name,
    holders,
)
from dealer_roles.publish.products import maker
from dealer_roles.publish.render.errors import UnreadableDocument
from dealer_roles.publish.render.kept_blocks import carry_over
from dealer_roles.publish.render.seal import is_ours, sealed, unsealed
from dealer_roles.source.gate import Refused, named_text, read_named
from dealer_roles.values.errors import UnknownId
from dealer_roles.values.text import Lang, Text

State = Literal["current", "stale", "missing", "left-over", "edited"]
STATES: tuple[State, ...] = get_args(State)
WORDS: dict[State, Text] = {
    "current": Text("最新", "current"),
    "stale": Text("已过期", "stale"),
    "missing": Text("缺少", "missing"),
    "left-over": Text("多余：定义中已没有", "left over: no longer in the definitions"),
    "edited": Text(
        "不是本工具写成的样子（有人改过），未覆盖", "not as it was written here: somebody edited it"
    ),
}
_NAME = re.compile(
    rf"(?P<id>[a-z0-9-]+)(?P<short>\.short)?\.(?P<lang>zh|en)\.(?P<format>{'|'.join(FORMATS)})"
)


@dataclass(frozen=True, slots=True)
class Committed:
    """A document that stands, or should stand, in a folder.

    Attributes:
        path: The file.
        state: How it compares with the definitions.
        content: What it should hold, hand-written blocks included; empty if left over.
    """

    path: Path
    state: State
    content: bytes


def write_document(path: Path, content: str | bytes) -> None:
    """Write a document, keeping the hand-written blocks of the one that stands there.

    Raises:
        OSError: It cannot be written; the old one is untouched.
        UnreadableDocument: The one that stands there cannot be read; it is untouched.
    """
    write_file(path, with_kept(path, content))


def with_kept(path: Path, content: str | bytes) -> bytes:
    """Return a document, sealed, with the hand-written blocks of the file there, if any."""
    raw = as_bytes(content)
    try:
        if path.is_file() and path.suffix == ".docx":
            from dealer_roles.publish.job_description.docx import with_blocks_of

            raw = with_blocks_of(raw, read_named(path))
        elif path.is_file() and isinstance(content, str):
            raw = as_bytes(carry_over(content, named_text(path)))
    except Refused as error:
        raise UnreadableDocument(str(path), error.words) from error
    return sealed(raw, path.suffix)


def compare(org: OnDay, folder: Path, template: WordTemplate | None = None) -> Iterator[Committed]:
    """Yield the documents of a folder, each compared with the definitions.

    For every language and format of which the folder holds a job description, it should
    hold those of all positions and posts. Other documents are those that :func:`maker`
    knows by their names.

    Args:
        org: The organization on a day.
        folder: The folder; files with other names are not looked at.
        template: A Word template of one's own.

    Raises:
        MissingExtra: A format needs a package that is not installed.
    """
    names = sorted(path.name for path in folder.iterdir())
    for name in names:
        make = maker(name)
        if make is not None:
            yield _whole(org, folder / name, make)
    found = [m for name in names if maker(name) is None and (m := _NAME.fullmatch(name))]
    wanted = holders(org)
    sets = sorted({(m["lang"], m["format"], bool(m["short"])) for m in found})
    for lang, format, short in sets:
        for position in wanted:
            path = folder / file_name(position, lang, format, short)
            made = describe(org, position, _language(lang), _format(format), template, short=short)
            yield _compared(path, made)
    for match in found:
        if match["id"] not in wanted:
            yield Committed(folder / match.string, "left-over", b"")


def _whole(org: OnDay, path: Path, make: Callable[[OnDay], str | bytes]) -> Committed:
    try:
        return _compared(path, make(org))
    except UnknownId:
        return Committed(path, "left-over", b"")


def _compared(path: Path, made: str | bytes) -> Committed:
    content = with_kept(path, made)
    if not path.is_file():
        return Committed(path, "missing", content)
    try:
        stands = read_named(path)
    except Refused as error:
        raise UnreadableDocument(str(path), error.words) from error
    bare = unsealed(content, path.suffix)
    if stands == content or stands.rstrip(b"\n") == bare.rstrip(b"\n"):
        return Committed(path, "current", content)
    ours = not stands.strip() or is_ours(stands, path.suffix)
    return Committed(path, "stale" if ours else "edited", content)


def _language(lang: str) -> Lang:
    return "zh" if lang == "zh" else "en"


def _format(name: str) -> Format:
    return next(known for known in FORMATS if known == name)
