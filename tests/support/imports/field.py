"""Documents of ``tests/data/imports``: what stands in them, and what a person reads from them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import openpyxl
import yaml

from tests.support.imports.jobs import Job
from tests.support.imports.office import Word, legacy_workbook

FOLDER = Path(__file__).parents[2] / "data" / "imports"
Case = Mapping[str, Any]


def cases() -> Iterator[Case]:
    """Yield every document with its truth, as it is written down."""
    for path in sorted(FOLDER.glob("*.yaml")):
        yield from yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)


def jobs(case: Case) -> tuple[Job, ...]:
    """Return the positions that a person reads."""
    return tuple(_job(*position) for position in case.get("positions", ()))


def _job(name: str, department: str, superior: str, duties: Any = (), needs: Any = ()) -> Job:
    return Job(name, department, superior, tuple(duties), tuple(needs))


def data(case: Case) -> bytes:
    """Return the bytes of a document, in the kind that its name says."""
    kind = case["file"].rsplit(".", 1)[1]
    return _WRITERS[kind](case)


def _encoded(case: Case) -> bytes:
    return str(case["text"]).encode(case.get("encoding", "utf-8"))


def _delimited(case: Case) -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=case.get("sign", ",")).writerows(case["rows"])
    return out.getvalue().encode(case.get("encoding", "utf-8"))


def _workbook(case: Case) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    hidden = case.get("hide", ())
    for title, rows in case.get("sheets", {"Sheet1": case.get("rows", ())}).items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append([None if value == "" else value for value in row])
        for area in case.get("merge", ()):
            sheet.merge_cells(area)
        for row in hidden:
            if isinstance(row, int):
                sheet.row_dimensions[row].hidden = True
        if title in hidden:
            sheet.sheet_state = "hidden"
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _legacy(case: Case) -> bytes:
    return legacy_workbook(case["rows"])


def _word(case: Case) -> bytes:
    word = Word()
    for block in case["blocks"]:
        word.block(block)
    return word.data()


_WRITERS = {
    "docx": _word, "txt": _encoded, "md": _encoded, "csv": _delimited, "xlsx": _workbook, "xls": _legacy,
}  # fmt: skip
