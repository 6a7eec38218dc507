"""A lenient load: what cannot stand is left out and said, and the rest answers."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator

from dealer_roles.loading.file_kinds import declarations
from dealer_roles.loading.folder import catalogues, judged
from dealer_roles.loading.folder_text import FolderText
from dealer_roles.loading.left_out import LeftOutPart, left_out_findings
from dealer_roles.loading.loaded import Loaded
from dealer_roles.loading.meant import with_meant
from dealer_roles.loading.packs import with_packs
from dealer_roles.loading.pruned import Pruned
from dealer_roles.model.assemble import assemble, catalogue_entries, organization_facts
from dealer_roles.model.catalogue import catalogue_of
from dealer_roles.model.cycles import first_cycles
from dealer_roles.model.integrity import definitions_of, links_upward, namespaces, taken_ids
from dealer_roles.model.references import Path
from dealer_roles.model.refused import stand_in_id
from dealer_roles.model.soundness import SEVERAL, faults
from dealer_roles.model.unknown_ids import unknown_places
from dealer_roles.source.boundary import MAIN_FILE
from dealer_roles.source.document import YamlDocument, batch
from dealer_roles.source.file import SourceFile
from dealer_roles.source.labels import label_of
from dealer_roles.source.located import located
from dealer_roles.values.fields import replace

NAMELESS = "position-not-in-catalogue"
"""A position without a name stands: its id is shown in the name's place."""


def read_leniently(folder: str) -> Loaded:
    """Read an organization from a folder without what cannot stand in it.

    What was wrong and what was left out stand in ``problems``. Where nothing at all
    stands, or a folder holds several organizations, it is refused as by a strict load.
    """
    with batch():
        text = FolderText(folder)
        strict = judged(text)
        if strict.stands or any(finding.code == SEVERAL for finding in strict.findings):
            return strict
        return _Rest(text).loaded(strict)


class _Rest:
    """What stands of a folder, once everything that cannot is left out."""

    def __init__(self, text: FolderText) -> None:
        self._locator = text.locator
        self._gone: list[LeftOutPart] = []
        self._pool: dict[tuple[str, int], Pruned] = {}
        for document in text.documents:
            self._add(document)
        if not any(d.kind == "organization" for d in self._own()) and self._own():
            self._add(_stand_in(text.folder))
        self._catalogue, *_ = catalogues(self._own(), text)

    def loaded(self, strict: Loaded) -> Loaded:
        """Return what stands; a strict reading of the folder says what was wrong."""
        if not self._own():
            return strict
        while places := list(self._unfit()):
            self._leave_out(places)
        own = self._with_packs()
        kept = tuple(document.without_data() for document in own)
        model, _ = with_meant(assemble(own, self._catalogue), own, self._locator)
        left = left_out_findings(self._gone, self._locator, model.id)
        return replace(
            strict, model=model, documents=kept, findings=(), problems=(*strict.findings, *left)
        )

    def _own(self) -> list[YamlDocument]:
        return [p.document for p in self._pool.values() if p.document is not None]

    def _with_packs(self) -> list[YamlDocument]:
        """Return what stands of the folder, and the packs that it names."""
        return with_packs(self._own(), self._locator)[0]

    def _add(self, document: YamlDocument) -> None:
        kind = document.data.get("kind") if isinstance(document.data, dict) else None
        declaration = declarations().get(kind) if isinstance(kind, str) else None
        if declaration is None or kind is None:
            self._gone.append(LeftOutPart(document, (), str(kind or "")))
            return
        pruned = Pruned(document, declaration)
        self._pool[document.place] = pruned
        if pruned.document is None:
            from dealer_roles.model.refusals import misfits  # only where a form is wrong

            found = misfits(kind, document.data)
            paths = [m.path if m.key is None else (*m.path, m.key) for m in found]
            self._note(document, pruned.leave_out(dict.fromkeys(paths)))

    def _leave_out(self, places: Iterable[tuple[YamlDocument, Path, bool]]) -> None:
        by_document: dict[tuple[tuple[str, int], bool], dict[Path, None]] = defaultdict(dict)
        for document, path, unnamed in places:
            pruned = self._pool[document.place]
            by_document[document.place, unnamed][pruned.original(path)] = None
        for (key, unnamed), paths in by_document.items():
            pruned = self._pool[key]
            left = pruned.document
            if left is not None:
                self._note(left, pruned.leave_out(paths, unnamed=unnamed), unnamed=unnamed)

    def _note(
        self, document: YamlDocument, paths: Iterable[Path], *, unnamed: bool = False
    ) -> None:
        for path in dict.fromkeys(paths):
            kept = unnamed and path == ("reports_to",)
            self._gone.append(LeftOutPart(document, path, str(document.data["kind"]), kept))

    def _unfit(self) -> Iterator[tuple[YamlDocument, Path, bool]]:
        """Yield every place that cannot stand in what is left, and whether it may stay unnamed."""
        own = self._with_packs()
        entries, facts = catalogue_entries(own, self._catalogue), organization_facts(own)
        catalogue = catalogue_of(entry.value for entry in entries)
        mine = [d for d in (*entries, *facts) if d.place in self._pool]
        for document, reference, _ in unknown_places(mine, namespaces(catalogue, facts)):
            yield document, reference.path, document.kind == "position"
        every = (d for document in (*entries, *facts) for d in definitions_of(document))
        wrong = (
            *((document, path) for (_, _, document, path), _ in taken_ids(every)),
            *((d, f.path) for d, f in faults((*entries, *facts), catalogue) if f.code != NAMELESS),
            *_looping((*entries, *facts)),
        )
        for document, path in wrong:
            if document.place in self._pool:  # else it is none of ours to change
                yield document, path, False


def _looping(documents: Iterable[YamlDocument]) -> Iterator[tuple[YamlDocument, Path]]:
    """Yield one link of each loop: that of its smallest id."""
    for links in links_upward(documents).values():
        for cycle in first_cycles({id_: to for id_, (to, _, _) in links.items()}):
            _, document, path = links[cycle[0]]
            yield document, path


def _stand_in(folder: str) -> YamlDocument:
    """Return an organization in the place of one that cannot be read, named as its folder."""
    name = os.path.basename(os.path.abspath(folder)) or "organization"
    data = located({"kind": "organization", "id": stand_in_id(folder), "name": name}, 1, 1)
    path = os.path.join(folder, MAIN_FILE)
    return YamlDocument(SourceFile(path, label_of(path)), 0, 1, data)
