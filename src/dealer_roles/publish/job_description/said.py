"""What a job description says, part by part, apart from how it is laid out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping

from dealer_roles.publish.document.blocks import Block, Facts, Signatures, Table
from dealer_roles.publish.document.document import Section
from dealer_roles.values.frozen import frozen
from dealer_roles.values.text import Lang

LENGTH = 12
TITLE_BLOCK = "title-block"
# What says which edition this is, and is not part of what it says.
CONTROL = frozenset({"version", "effective"})
# A number in a list moves when another line is added; the line itself still says the same. The
# tasks of a group stand in the duties themselves.
NUMBERING = frozenset({"number", "work"})


@frozen
class Said:
    """What a job description says.

    Lines stand in their alphabetical order: a document whose lines are only sorted
    anew still says the same.

    Attributes:
        parts: By part (a section, or the title block) and language, its lines.
    """

    parts: Mapping[str, Mapping[Lang, tuple[str, ...]]]

    @classmethod
    def of(cls, content: Mapping[Lang, tuple[Facts, tuple[Section, ...]]]) -> Said:
        """Return what the sections of a document say, in each of its languages."""
        parts: dict[str, dict[Lang, tuple[str, ...]]] = {}
        for lang, (facts, sections) in content.items():
            parts.setdefault(TITLE_BLOCK, {})[lang] = _sorted(_facts(facts))
            for section in sections:
                lines = (line for block in section.blocks for line in _lines(block))
                parts.setdefault(section.id, {})[lang] = _sorted(lines)
        return cls(parts)

    @property
    def hash(self) -> str:
        """The short hash of all it says."""
        return _hash({part: dict(said) for part, said in sorted(self.parts.items())})

    @property
    def hashes(self) -> dict[str, str]:
        """The short hash of each part."""
        return {part: _hash(dict(said)) for part, said in self.parts.items()}

    @property
    def languages(self) -> dict[str, str]:
        """The short hash of all it says in each language."""
        spoken = dict.fromkeys(lang for said in self.parts.values() for lang in said)
        return {
            lang: _hash({part: said.get(lang) for part, said in sorted(self.parts.items())})
            for lang in spoken
        }


def _hash(data: object) -> str:
    text = json.dumps(data, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]


def _sorted(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(lines))


def _facts(facts: Facts) -> list[str]:
    return [f"{f.label}: {f.text}" for f in facts.items if f.text and f.id not in CONTROL]


def _lines(block: Block) -> list[str]:
    if isinstance(block, Signatures):
        return []
    if isinstance(block, Facts):
        return _facts(block)
    if isinstance(block, Table):
        return _rows(block)
    return [item.text for item in block.items]


def _rows(table: Table) -> list[str]:
    found = []
    for row in table.rows:
        if row.band:  # a heading over lines that each say what they are about
            continue
        cells = zip(table.columns, row.cells, strict=True)
        told = [(c.text, c.note) for column, c in cells if column.id not in NUMBERING]
        found.append(" | ".join(f"{text} [{note}]" if note else text for text, note in told))
    return found
