"""A folder that did not change since it was last read: from its snapshot in the cache folder.

The snapshot holds for one state of everything its answers come from: each byte of the
folder and of the catalogues it names, the settings, what the caller allows, the bundled
catalogue, our own code.
It is data, never code, and is only made of definitions that load without a finding.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from hashlib import sha256
from io import BytesIO

from dealer_roles.loading.bundled import CATALOGUE, bundle
from dealer_roles.loading.cache_folder import cache_is_on, keep, read_kept
from dealer_roles.loading.folder_state import folder_state, name_in, places_of
from dealer_roles.loading.loaded import Loaded
from dealer_roles.loading.meant import with_meant
from dealer_roles.loading.outside_files import outside_folders, passed_over
from dealer_roles.loading.snapshot_store import MALFORMED, documents_of, lines_of_documents
from dealer_roles.model.assemble import assemble
from dealer_roles.source.discovery import label_below
from dealer_roles.source.document import Locator, YamlDocument, batch
from dealer_roles.source.file import SourceFile
from dealer_roles.source.labels import written_plainly
from dealer_roles.source.plain_files import Unusual
from dealer_roles.source.settings import DEFAULTS


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
    except (Unusual, *MALFORMED):
        return None


def keep_snapshot(loaded: Loaded) -> None:
    """Keep what was read from a folder, for as long as it does not change."""
    if not cache_is_on() or not loaded.state or not loaded.stands or loaded.notes:
        return
    main = next(d.value for d in loaded.documents if d.kind == "organization")
    if main.packs:  # they are not of the folder
        return
    outside = outside_folders(loaded.folder, main.catalogue)
    lines = lines_of_documents(
        [(d, name_in(place, d.file.path)) for d in group]
        for place, group in _groups(loaded, outside)
    )
    head = (loaded.state.encode(), json.dumps(outside).encode())
    keep(_name(loaded.folder), b"\n".join((*head, *lines)))


def _groups(
    loaded: Loaded, outside: Sequence[str]
) -> Iterator[tuple[str, tuple[YamlDocument, ...]]]:
    """Yield each place that was read with its documents: the folder, catalogues outside of it."""
    documents = (loaded.documents, *(loaded.outside.get(name, ()) for name in outside))
    yield from zip(places_of(loaded.folder, outside), documents, strict=True)


def _loaded(folder: str, kept: bytes) -> Loaded | None:
    key, named, *lines = BytesIO(kept)
    outside: list[str] = json.loads(named)
    state, names = folder_state(folder, outside)
    if key.decode().strip() != state:
        return None
    files = [_files(*one) for one in zip(places_of(folder, outside), names, strict=True)]
    groups = list(map(tuple, documents_of(lines, files)))
    beside = dict(zip(outside, groups[1:], strict=True))
    main = next(d.value for d in groups[0] if d.kind == "organization")
    assembled = assemble(groups[0], list(_catalogues(main.catalogue, beside)))
    model, _ = with_meant(assembled, groups[0], Locator(DEFAULTS))
    own = tuple(files[0].values())
    labels = tuple(file.label for file in own)
    unread = passed_over(folder, own)
    return Loaded(model, groups[0], (), folder, labels, unread, (), beside, state=state)


def _catalogues(
    names: Sequence[str], beside: dict[str, tuple[YamlDocument, ...]]
) -> Iterator[YamlDocument]:
    for name in names:
        yield from bundle(CATALOGUE).documents if name == "bundled" else beside.get(name, ())


def _files(place: str, names: list[str]) -> dict[str, SourceFile]:
    """Return the files of a place by the names they have there, as they are called anew."""
    root = written_plainly(place)
    paths = [os.path.join(root, name) if name else root for name in names]
    labels = label_below(root, names)
    return {
        name: SourceFile(path, label, root if name else "")
        for name, path, label in zip(names, paths, labels, strict=True)
    }


def _name(folder: str) -> str:
    return sha256(os.path.realpath(folder).encode("utf-8", "surrogateescape")).hexdigest() + ".json"
