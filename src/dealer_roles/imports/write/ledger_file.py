"""The ledger as a table that a spreadsheet opens."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from dealer_roles.imports.ledger import REASONS, Ledger, LedgerEntry
from dealer_roles.imports.pieces import InputFile
from dealer_roles.output.cell_text import csv_text

HEAD = ("file", "place", "text", "fate", "as", "reason", "flagged", "position")
_BOM = "\ufeff"  # else Excel takes UTF-8 for the system's own encoding


def entries_of(files: Sequence[InputFile], ledger: Ledger) -> list[LedgerEntry]:
    """Return the fate of everything that was read."""
    return [entry for file in files for entry in ledger.entries(file.pieces())]


def ledger_csv(entries: Iterable[LedgerEntry], *, chinese: bool) -> str:
    """Return one row for each part of each paragraph and cell."""
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\n")
    writer.writerow(HEAD)
    lang = "zh" if chinese else "en"
    for entry in entries:
        piece = entry.bit.piece
        why = REASONS[entry.why].get(lang) if entry.why else ""
        row = (
            piece.file, piece.place.get(lang), entry.bit.text, entry.fate, entry.as_, why,
            "yes" if entry.flagged else "", entry.position,
        )  # fmt: skip
        writer.writerow([csv_text(cell) for cell in row])
    return _BOM + made.getvalue()
