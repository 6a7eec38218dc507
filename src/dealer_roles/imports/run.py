"""The whole import: read, recognise, assemble, write, and look whether it loads."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from dealer_roles.imports.assemble import Draft, assemble
from dealer_roles.imports.candidates import bundled_index
from dealer_roles.imports.ids import slug
from dealer_roles.imports.ledger import Ledger, LedgerEntry
from dealer_roles.imports.pieces import InputFile
from dealer_roles.imports.read import limits
from dealer_roles.imports.read.files import read_file
from dealer_roles.imports.recognise.mapping import HeadingMap
from dealer_roles.imports.recognise.recognise import recognise
from dealer_roles.imports.refused import ImportRefused, refuse
from dealer_roles.imports.write.ledger_file import entries_of, ledger_csv
from dealer_roles.imports.write.review_book import review_rows, review_xlsx
from dealer_roles.imports.write.yaml_files import files_of
from dealer_roles.output.files import write_file
from dealer_roles.source.gate import Refused, read_bytes, read_text
from dealer_roles.source.settings import DEFAULTS
from dealer_roles.values.findings import Finding
from dealer_roles.values.frozen import frozen_by_name
from dealer_roles.values.text import Text

MANIFEST = "import.json"
Watch = Callable[[Iterable[Any], int, str], Iterable[Any]]


def _unwatched(items: Iterable[Any], total: int, label: str) -> Iterator[Any]:
    del total, label
    yield from items


@dataclass(slots=True, kw_only=True)
class Options:
    """What an import may be told.

    Attributes:
        mapping: What a mapping file says.
        formulas: Take the last computed values of formulas.
        force: Write over what somebody changed since the last import.
        watch: Shows progress.
    """

    mapping: HeadingMap = field(default_factory=HeadingMap)
    formulas: bool = False
    force: bool = False
    watch: Watch = _unwatched


@frozen_by_name
class Imported:
    """What an import made.

    Attributes:
        folder: Where it stands.
        files: The files that were read.
        shapes: How many tables and texts of each shape were recognised.
        positions: How many positions there are.
        duties: How many duties are proposed.
        superiors: How many superiors were found by name or code.
        unnamed: How many were not.
        fates: How many parts were used, proposed and left out.
        flagged: Parts that were left out because they may be unlawful.
        hidden: Parts that were left out because their row or sheet is hidden.
        parties: Who is outside and holds no duties.
        offices: Departments that are named where a position should be.
        problems: Why the result does not load; empty if it does.
    """

    folder: str
    files: tuple[str, ...]
    shapes: dict[str, int]
    positions: int
    duties: int
    superiors: int
    unnamed: int
    fates: dict[str, int]
    flagged: tuple[LedgerEntry, ...]
    problems: tuple[Finding, ...]
    hidden: int = 0
    parties: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        plain = ("folder", "shapes", "positions", "duties", "superiors", "unnamed", "fates")
        return {
            "files": list(self.files),
            **{name: getattr(self, name) for name in plain},
            "hidden": self.hidden,
            "parties": list(self.parties),
            "offices": list(self.offices),
            "flagged": [
                {
                    "file": e.bit.piece.file,
                    "place": e.bit.piece.place.en,
                    "text": e.bit.text,
                    "why": e.why,
                }
                for e in self.flagged
            ],
            "problems": [f"{p.span}: {p.message.en}" for p in self.problems],
        }


def import_files(paths: Sequence[str], folder: str, options: Options | None = None) -> Imported:
    """Import files into a new organization.

    Args:
        paths: The files.
        folder: Where the organization is written.
        options: What to do otherwise than usual.

    Raises:
        ImportRefused: A file cannot be imported, nothing was recognised, or the folder holds what
            would be lost. Nothing is written then.
        MissingExtra: A package is not installed.
    """
    options = options or Options()
    stale = _stale_files(folder, force=options.force)
    files = _read(paths, options)
    ledger = Ledger()
    found = recognise(files, ledger, options.mapping)
    if not found.positions:
        words = Text(
            "没有识别出任何岗位；可用 --mapping 写明表头",
            "no position was recognised; name its headings with --mapping",
        )
        raise ImportRefused(*((file.name, words) for file in files))
    draft = assemble(
        found.positions, ledger, options.mapping.language, options.mapping.positions_per
    )
    entries = entries_of(files, ledger)
    flagged = tuple(entry for entry in entries if entry.flagged)
    _write(folder, _contents(draft, entries, flagged, options), stale, options)
    return _summary(folder, files, found.shapes, draft, entries, flagged)


def _read(paths: Sequence[str], options: Options) -> list[InputFile]:
    """Read every file; what is wrong with any of them is said at once."""
    files: list[InputFile] = []
    problems: list[tuple[str, Text]] = []
    once: dict[str, str] = {}
    for path in paths:
        once.setdefault(os.path.realpath(path), path)
    for path in options.watch(once.values(), len(once), "Reading"):
        try:
            files.append(read_file(path, formulas=options.formulas))
        except ImportRefused as error:
            problems += error.problems
    if problems:
        raise ImportRefused(*problems)
    return files


def _contents(
    draft: Draft,
    entries: Sequence[LedgerEntry],
    flagged: Sequence[LedgerEntry],
    options: Options,
) -> dict[str, str | bytes]:
    base = os.path.splitext(entries[0].bit.piece.file)[0]  # not the folder: the same anywhere
    name = options.mapping.name or base
    id_ = options.mapping.id or slug(base) or "imported"
    total = sum(len(p.duties) for p in draft.positions)
    rows = list(options.watch(review_rows(draft, bundled_index()), total, "Looking for tasks"))
    return {
        **files_of(draft, id_, name),
        "ledger.csv": ledger_csv(entries, chinese=draft.chinese),
        "review.xlsx": review_xlsx(rows, flagged, chinese=draft.chinese),
    }


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _stale_files(folder: str, *, force: bool) -> list[str]:
    """Return what the last import wrote here; refuse to lose what somebody wrote or changed."""
    if not os.path.isdir(folder) or not os.listdir(folder):
        return []
    try:
        manifest = read_text(os.path.join(folder, MANIFEST), folder, DEFAULTS.max_file_bytes)
        known: dict[str, str] = dict(json.loads(manifest)["files"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        words = (
            "文件夹不是空的，也不是导入的结果",
            "not empty, and not made by an import; choose another folder",
        )
        raise refuse(folder, *words) from error
    known = {name: digest for name, digest in known.items() if _lies_here(name)}
    changed = [name for name in sorted(known) if not _unchanged(folder, name, known[name])]
    if changed and not force:
        shown = ", ".join(changed[:5])
        raise refuse(
            folder,
            f"上次导入后有改动：{shown}；--force 将覆盖",
            f"changed since the last import: {shown}; --force writes over it",
        )
    return list(known)


def _lies_here(name: str) -> bool:
    """Whether a name that a manifest says is one that an import writes; others are nobody's."""
    return not os.path.isabs(name) and ".." not in name.replace("\\", "/").split("/")


def _unchanged(folder: str, name: str, digest: str) -> bool:
    path = os.path.join(folder, name)
    if not os.path.lexists(path):
        return True  # what is gone cannot be lost
    try:
        return _digest(read_bytes(path, folder, limits.MAX_FILE_BYTES)) == digest
    except Refused:
        return False  # an import writes regular files only


def _write(
    folder: str, contents: dict[str, str | bytes], stale: Sequence[str], options: Options
) -> None:
    digests: dict[str, str] = {}
    for name in options.watch(sorted(contents), len(contents), "Writing"):
        content = contents[name]
        data = content.encode() if isinstance(content, str) else content
        digests[name] = _digest(data)
        write_file(os.path.join(folder, name), data)
    for name in stale:
        path = os.path.join(folder, name)
        if name not in contents and os.path.isfile(path):
            os.unlink(path)
    manifest = json.dumps({"files": digests}, ensure_ascii=False, indent=1, sort_keys=True)
    write_file(os.path.join(folder, MANIFEST), (manifest + "\n").encode())


def _summary(
    folder: str, files: Sequence[InputFile], shapes: dict[str, int], draft: Draft,
    entries: Sequence[LedgerEntry], flagged: tuple[LedgerEntry, ...],
) -> Imported:  # fmt: skip
    from dealer_roles.loading.folder import read_folder

    fates = dict.fromkeys(("used", "proposed", "left-out"), 0)
    for entry in entries:
        fates[entry.fate] += 1
    lines = draft.lines.values()
    return Imported(
        folder=folder,
        files=tuple(file.name for file in files),
        shapes=shapes,
        positions=len(draft.positions),
        duties=sum(len(p.duties) for p in draft.positions),
        superiors=sum(line.to is not None for line in lines),
        unnamed=sum(bool(line.unnamed) for line in lines),
        fates=fates,
        flagged=flagged,
        hidden=sum(entry.why == "hidden" for entry in entries),
        parties=tuple(draft.parties),
        offices=tuple(dict.fromkeys(p.name for p in draft.positions if p.office)),
        problems=tuple(f for f in read_folder(folder).findings if f.severity == "error"),
    )
