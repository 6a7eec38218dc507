"""The register of signatures, ``signatures.csv``: who has signed which edition, and when."""

from __future__ import annotations

import datetime as dt
import io
import os
import re

from dealer_roles.source.gate import Refused, read_bytes
from dealer_roles.source.labels import label_of
from dealer_roles.values.day import day_as_written
from dealer_roles.values.frozen import frozen
from dealer_roles.values.span import Span
from dealer_roles.values.text import Text

REGISTER = "signatures.csv"
LARGEST = 20_000_000
COLUMNS = ("position", "edition", "hash", "who", "day")
# How a Chinese HR department heads the columns.
HEADINGS = {
    "岗位": "position", "岗位编号": "position", "版次": "edition", "内容指纹": "hash",
    "指纹": "hash", "签收人": "who", "签收人代号": "who", "日期": "day", "签收日期": "day",
}  # fmt: skip
_DIGITS = 12
_HASH = re.compile(rf"[0-9a-f]{{{_DIGITS}}}")


@frozen
class Signed:
    """One signature.

    Attributes:
        position: The position or post.
        edition: The version that was signed.
        hash: What it said.
        who: The pseudonym of who signed.
        day: When.
        span: Where it stands.
    """

    position: str
    edition: str
    hash: str
    who: str
    day: dt.date
    span: Span


@frozen
class Register:
    """The signatures of an organization.

    Attributes:
        signed: The signatures, in the order of the file.
        problems: What cannot be read, each with its place.
    """

    signed: tuple[Signed, ...]
    problems: tuple[tuple[Span, Text], ...]


def read_register(folder: str) -> Register | None:
    """Return the register in an organization's folder; ``None`` if none is kept."""
    path = os.path.join(folder, REGISTER)
    if not os.path.lexists(path):
        return None
    label = label_of(path)
    try:
        raw = read_bytes(path, folder, LARGEST)
    except Refused as error:
        return _refused(label, f"：{error.words.zh}", f": {error.words.en}")
    text = _decoded(raw)
    if text is None:
        return _refused(label, "既不是 UTF-8 也不是 GB18030", " is neither UTF-8 nor GB18030")
    return _parsed(text, label)


def _refused(label: str, zh: str, en: str) -> Register:
    words = Text(f"签收登记{zh}", f"the register of signatures{en}")
    return Register((), ((Span(label), words),))


def _decoded(raw: bytes) -> str | None:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _parsed(text: str, label: str) -> Register:
    import csv

    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    signed: list[Signed] = []
    problems: list[tuple[Span, Text]] = []
    try:
        head = [HEADINGS.get(cell.strip(), cell.strip().lower()) for cell in next(reader, [])]
        missing = [column for column in COLUMNS if column not in head]
        if missing:
            words = ", ".join(missing)
            return _refused(label, f"缺少列：{words}", f"lacks the columns {words}")
        for row in reader:
            if any(cell.strip() for cell in row):
                _take(
                    dict(zip(head, row, strict=False)),
                    Span(label, reader.line_num),
                    signed,
                    problems,
                )
    except csv.Error as error:
        told = Text(f"不是 CSV：{error}", f"no CSV: {error}")
        problems.append((Span(label, reader.line_num), told))
    return Register(tuple(signed), tuple(problems))


def _take(
    row: dict[str, str],
    span: Span,
    signed: list[Signed],
    problems: list[tuple[Span, Text]],
) -> None:
    cells = {column: row.get(column, "").strip() for column in COLUMNS}
    day, hash_ = day_as_written(cells["day"]), _hash(cells["hash"])
    if day is None:
        said = cells["day"]
        problems.append((span, Text(f"不是日期：{said!r}", f"{said!r} is no date")))
    elif not hash_:
        said = cells["hash"]
        problems.append((span, Text(f"不是内容指纹：{said!r}", f"{said!r} is no content hash")))
    elif not cells["who"]:
        problems.append((span, Text("没有写明签收人", "it says of nobody that he signed")))
    else:
        position, edition, who = (cells[key] for key in ("position", "edition", "who"))
        signed.append(Signed(position, edition, hash_, who, day, span))


def _hash(said: str) -> str:
    """Read a hash, also in capitals, and where Excel took a leading zero from digits alone."""
    found = said.lower().zfill(_DIGITS) if said.isdecimal() else said.lower()
    return found if _HASH.fullmatch(found) else ""
