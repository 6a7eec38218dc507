"""The changes of a job description: its editions in the ledger, and what is not yet issued."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dealer_roles.model.edition import Edition, EditionEntry
from dealer_roles.model.organization import OrganizationModel
from dealer_roles.organization.evidence import Evidence
from dealer_roles.publish.document.blocks import Row
from dealer_roles.publish.document.document import Section
from dealer_roles.publish.job_description.columns import cells, table
from dealer_roles.publish.job_description.holder_facts import Subject
from dealer_roles.questions.diff_words import only_in
from dealer_roles.values.text import LANGS, Text
from dealer_roles.words.document_words import word
from dealer_roles.words.marks import bracketed, listed


def edition_of(model: OrganizationModel, holder: str) -> Edition | None:
    """Return the edition that a position or post states."""
    found = model.positions.get(holder) or model.posts.get(holder)
    return found.edition if found else None


def entries_of(model: OrganizationModel, holder: str) -> tuple[EditionEntry, ...]:
    """Return the editions of a position or post in the ledger, oldest first."""
    return tuple(entry for entry in model.editions if entry.position == holder)


def changes_section(subject: Subject) -> Section | None:
    """Return what each edition changed, newest first; ``None`` where the ledger knows none."""
    entries = entries_of(subject.index.model, subject.id)
    if not entries:
        return None
    earlier = (None, *entries)
    rows = [_row(subject, old, new) for old, new in zip(earlier, entries, strict=False)]
    lang = subject.lang
    return Section("changes", word("changes", lang), (table("changes", lang, rows[::-1]),))


def _row(subject: Subject, old: EditionEntry | None, new: EditionEntry) -> Row:
    lang = subject.lang
    parts = word("first-edition", lang) if old is None else _changed(old, new).get(lang)
    row = cells(new.version, new.date.isoformat(), parts, new.reason.get(lang), new.hash)
    return Row(row, (Evidence("edition", new.span, subject.id),))


def parts_named(parts: Iterable[str]) -> Text:
    """Return parts of a job description by their names."""
    every = tuple(parts)
    return Text.of({lang: listed([word(part, lang) for part in every], lang) for lang in LANGS})


def _changed(old: EditionEntry, new: EditionEntry) -> Text:
    parts = parts_named(changed_parts(old.parts or {}, new.parts or {}))
    alone = only_language(old.languages or {}, new.languages or {})
    return Text.of({lang: bracketed(parts.get(lang), alone.get(lang), lang) for lang in LANGS})


def only_language(old: Mapping[str, str], new: Mapping[str, str]) -> Text:
    """Say which language alone says something else than before: the others may be out of date."""
    both = [lang for lang in new if lang in old]
    return only_in([lang for lang in both if old[lang] != new[lang]], both)


def changed_parts(old: Mapping[str, str], new: Mapping[str, str]) -> list[str]:
    """Return the parts whose hashes differ, in the order of the newer."""
    every = dict.fromkeys((*new, *old))
    return [part for part in every if old.get(part) != new.get(part)]
