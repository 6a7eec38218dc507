"""A folder that did not change since it was last read: from its snapshot in the cache folder.

The snapshot holds for one state of everything its answers come from: each byte of the
folder and of the catalogues it names, the settings, what the caller allows, the bundled
catalogue, our own code.
It is data, never code, and is only made of definitions that load without a finding.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from dealer_roles.loading.bundled import CATALOGUE, bundle, bundled_files
from dealer_roles.loading.cache_folder import cache_is_on, keep, read_kept
from dealer_roles.loading.content_key import key_of
from dealer_roles.loading.loaded import Loaded
from dealer_roles.loading.meant import with_meant
from dealer_roles.loading.outside_files import outside_folders, passed_over
from dealer_roles.loading.snapshot_store import MALFORMED, document_of, plain_document
from dealer_roles.model.assemble import assemble
from dealer_roles.source.discovery import discover
from dealer_roles.source.document import Locator, YamlDocument, batch
from dealer_roles.source.file import SourceFile
from dealer_roles.source.gate import also_read
from dealer_roles.source.settings import Settings, find_settings

Files = tuple[list[SourceFile], ...]


def read_unchanged(folder: str) -> Loaded | None:
    """Return what was last read from a folder if nothing changed since, else nothing."""
    if not cache_is_on():
        return None
    kept = read_kept(_name(folder))
    if kept is None:
        return None
    try:
        with batch():
            return _loaded(folder, kept)
    except MALFORMED:
        return None


def keep_snapshot(loaded: Loaded) -> None:
    """Keep what was read from a folder, for as long as it does not change."""
    if not cache_is_on() or not loaded.stands or loaded.notes:
        return
    main = next(d.value for d in loaded.documents if d.kind == "organization")
    if main.packs:  # they are not of the folder
        return
    outside = outside_folders(loaded.folder, main.catalogue)
    settings = find_settings(Path(loaded.folder))
    files = _files(loaded.folder, outside, settings)
    if files is None:
        return
    key = _key(files, settings)
    groups = [loaded.documents, *(loaded.outside.get(name, ()) for name in outside)]
    number = {file.label: n for n, file in enumerate(file for group in files for file in group)}
    plain = [[plain_document(d, number[d.file.label]) for d in group] for group in groups]
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    keep(_name(loaded.folder), b"\n".join((key.encode(), json.dumps(outside).encode(), text)))


def _loaded(folder: str, kept: bytes) -> Loaded | None:
    key, named, text = kept.split(b"\n", 2)
    outside: list[str] = json.loads(named)
    settings = find_settings(Path(folder))
    files = _files(folder, outside, settings)
    if files is None or key.decode() != _key(files, settings):
        return None
    every = [file for group in files for file in group]
    groups = [tuple(document_of(one, every) for one in group) for group in json.loads(text)]
    beside = dict(zip(outside, groups[1:], strict=True))
    main = next(d.value for d in groups[0] if d.kind == "organization")
    assembled = assemble(groups[0], list(_catalogues(main.catalogue, beside)))
    model, _ = with_meant(assembled, groups[0], Locator(settings))
    labels = tuple(file.label for file in files[0])
    return Loaded(model, groups[0], (), folder, labels, passed_over(folder, files[0]), (), beside)


def _catalogues(
    names: Sequence[str], beside: dict[str, tuple[YamlDocument, ...]]
) -> Iterator[YamlDocument]:
    for name in names:
        yield from bundle(CATALOGUE).documents if name == "bundled" else beside.get(name, ())


def _files(folder: str, outside: Sequence[str], settings: Settings) -> Files | None:
    """Return the files of the folder and of its catalogues; none where some cannot be read."""
    found: list[list[SourceFile]] = []
    for place in (Path(folder), *(Path(folder, name) for name in outside)):
        files, findings = discover(place, settings)
        if findings or not all(_is_plain(file) for file in files):
            return None
        found.append(files)
    return tuple(found)


def _is_plain(file: SourceFile) -> bool:
    try:
        return stat.S_ISREG(os.stat(file.path).st_mode)
    except OSError:
        return False


def _key(files: Files, settings: Settings) -> str:
    """Return the state of everything: files are called by where they lie in their folder."""
    digest = sha256(repr((settings, also_read())).encode())
    digest.update(key_of(bundled_files(CATALOGUE)).encode())
    for number, group in enumerate(files):
        base = os.path.commonpath([os.path.dirname(os.path.abspath(f.path)) for f in group] or [""])
        named = (
            SourceFile(f.path, f"{number}/{os.path.relpath(os.path.abspath(f.path), base)}")
            for f in group
        )
        digest.update(key_of(named).encode())
    return digest.hexdigest()


def _name(folder: str) -> str:
    return sha256(os.path.realpath(folder).encode("utf-8", "surrogateescape")).hexdigest() + ".json"
