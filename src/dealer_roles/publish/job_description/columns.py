"""The tables of a job description: which columns they have, and how wide."""

from __future__ import annotations

from dealer_roles.publish.document.blocks import Cell, Column, Row, Table
from dealer_roles.words.document_words import word

# Column id, relative width, whether its cells are short words.
Plan = tuple[tuple[str, int, bool], ...]

PLANS: dict[str, Plan] = {
    "overview": (
        ("group", 25, False), ("work", 65, False), ("weight", 10, True),
    ),
    "duties": (
        ("number", 6, True), ("duty", 38, False), ("responsibility", 13, True),
        ("cadence", 11, True), ("limits", 17, False), ("forms", 15, False),
    ),
    "authority": (
        ("matter", 22, False), ("power", 10, True), ("limit", 16, False), ("words", 52, False),
    ),
    "given": (
        ("to", 19, False), ("deliverable", 35, False), ("task", 22, False), ("within", 24, False),
    ),
    "received": (
        ("from", 19, False), ("deliverable", 35, False), ("then", 22, False), ("within", 24, False),
    ),
    "escalation": (("matter", 24, False), ("path", 76, False)),
    "calls": (("called", 24, False), ("matters", 76, False)),
    "measures": (
        ("measure", 21, False), ("formula", 34, False), ("target", 13, False),
        ("weight", 8, True), ("data", 24, False),
    ),
    "changes": (
        ("edition", 10, True), ("effective", 14, True), ("parts", 30, False),
        ("reason", 28, False), ("hash", 18, True),
    ),
}  # fmt: skip
# The tables of what is read and signed; the others are set in the size of notes.
ROOMY = frozenset({"overview", "authority", "calls"})
# Which tables a section may hold.
TABLES: dict[str, tuple[str, ...]] = {
    "overview": ("overview",),
    "duties": ("duties",),
    "authority": ("authority",),
    "relations": ("given", "received"),
    "escalation": ("escalation", "calls"),
    "measures": ("measures",),
    "changes": ("changes",),
}


def columns_of(plan: str, lang: str) -> tuple[Column, ...]:
    """Return the columns of a table with their headings."""
    return tuple(Column(id_, word(id_, lang), share, short) for id_, share, short in PLANS[plan])


def table(plan: str, lang: str, rows: list[Row], title: str = "") -> Table:
    """Return a table of this plan."""
    return Table(plan, title, columns_of(plan, lang), tuple(rows), roomy=plan in ROOMY)


def cells(*texts: str | Cell) -> tuple[Cell, ...]:
    """Return texts as cells."""
    return tuple(text if isinstance(text, Cell) else Cell(text) for text in texts)
