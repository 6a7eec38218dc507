"""Loading an organization: a bundled one by name, any other by its folder."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dealer_roles.app.bundled import CATALOGUE, bundle, bundled
from dealer_roles.base.errors import InvalidDefinitions, UnknownOrganization
from dealer_roles.base.findings import Finding, in_order
from dealer_roles.base.location import Span
from dealer_roles.base.near import nearest
from dealer_roles.base.text import Text
from dealer_roles.model.organization import OrganizationModel
from dealer_roles.source.discovery import SourceFile, discover, label_of
from dealer_roles.source.document import Document, Locator
from dealer_roles.source.settings import DEFAULTS

MAIN_FILE = "organization.yaml"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read for one organization.

    Attributes:
        model: The organization, or ``None`` if it cannot be built.
        documents: All checked documents of its folder, of every kind.
        findings: Everything that is wrong.
        folder: Its folder.
    """

    model: OrganizationModel | None
    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]
    folder: Path

    def require(self) -> OrganizationModel:
        """Return the organization.

        Raises:
            InvalidDefinitions: It cannot be built.
        """
        if self.model is None or self.findings:
            raise InvalidDefinitions(self.findings)
        return self.model


def nearest_folder(start: Path) -> Path | None:
    """Return the nearest folder upward that holds an ``organization.yaml``, if any."""
    here = start.resolve()
    return next((f for f in (here, *here.parents) if (f / MAIN_FILE).is_file()), None)


def read(name: str | os.PathLike[str]) -> Loaded:
    """Read an organization without refusing a broken one.

    Args:
        name: A bundled name, or a path: text with a separator, or a path object.

    Raises:
        UnknownOrganization: It is neither.
    """
    if isinstance(name, str) and not _is_path(name):
        if name not in bundled():
            raise UnknownOrganization("organization", name, nearest(name, bundled()))
        return build_bundled(name)
    folder = Path(name)
    if folder.is_file():
        folder = folder.parent
    if not folder.is_dir():
        raise UnknownOrganization("organization", os.fspath(name))
    return _build_folder(folder)


def _is_path(name: str) -> bool:
    return "/" in name or os.sep in name or name in (".", "..")


def build_bundled(name: str) -> Loaded:
    """Build a bundled organization; what a snapshot proves is not checked again."""
    from dealer_roles.app.bundled import bundled_folder
    from dealer_roles.model.build import ORGANIZATION_KINDS, assemble
    from dealer_roles.model.read_catalogue import CATALOGUE_KINDS, read_catalogue

    own, proven = bundle(name)
    catalogue, catalogue_proven = bundle(CATALOGUE)
    folder = bundled_folder(name)
    if not (proven and catalogue_proven):
        from dealer_roles.model.build import build

        built = build(own, catalogue, f"bundled:{name}", Locator(DEFAULTS))
        return Loaded(built.model, own, built.findings, folder)
    main = next(d for d in own if d.data["kind"] == "organization")
    facts = [d for d in own if d.data["kind"] in ORGANIZATION_KINDS]
    entries = [*catalogue, *(d for d in own if d.data["kind"] in CATALOGUE_KINDS)]
    known = read_catalogue((d.file.label, d.data) for d in entries)
    return Loaded(assemble(main, facts, known), own, (), folder)


def _build_folder(folder: Path) -> Loaded:
    from dealer_roles.source.document import batch

    with batch():
        return _read_folder(folder)


def _read_folder(folder: Path) -> Loaded:
    from dealer_roles.app.reading import read_checked
    from dealer_roles.model.build import build
    from dealer_roles.source.settings import find_settings

    settings = find_settings(folder)
    label = label_of(folder)
    files, findings = discover(folder, settings)
    documents, misfits, locator = read_checked(files, settings)
    findings += misfits
    catalogue, more = _catalogues(documents, folder, locator)
    findings += more
    broken = {finding.span.file for finding in findings}
    maybe = _ids_in([file for file in files if file.label in broken])
    built = build(documents, catalogue, label, locator, maybe)
    found = [f for f in built.findings if f.code != "no-organization" or not broken]
    every = in_order((*findings, *found))
    return Loaded(built.model, tuple(documents), every, folder)


_ID = re.compile(rb"\bid:\s*[\"']?([a-z0-9-]{1,80})")


def _ids_in(files: Sequence[SourceFile]) -> frozenset[str]:
    """Return the ids that broken files seem to define: they are not missing as well."""
    found: set[str] = set()
    for file in files:
        try:
            with file.path.open("rb") as stream:
                text = stream.read(DEFAULTS.max_file_bytes)
        except OSError:
            continue
        found.update(match.decode() for match in _ID.findall(text))
    return frozenset(found)


def _catalogues(
    documents: Sequence[Document], folder: Path, locator: Locator
) -> tuple[list[Document], list[Finding]]:
    """Return the documents of the catalogues that the organization names."""
    from dealer_roles.app.reading import read_checked
    from dealer_roles.source.settings import find_settings

    main = next((d for d in documents if d.data["kind"] == "organization"), None)
    names = main.data.get("catalogue", ["bundled"]) if main else ["bundled"]
    found: list[Document] = []
    findings: list[Finding] = []
    for index, name in enumerate(names):
        if name == "bundled":
            found += bundle(CATALOGUE).documents
            continue
        place = folder / name
        if not place.exists():
            assert main is not None
            findings.append(_no_catalogue(main, index, name, locator))
            continue
        if place.resolve().is_relative_to(folder.resolve()):
            continue  # it is read with the folder it lies in
        settings = find_settings(folder)
        files, problems = discover(place, settings)
        good, misfits, _ = read_checked(files, settings)
        found += good
        findings += [*problems, *misfits]
    return found, findings


def _no_catalogue(main: Document, index: int, name: str, locator: Locator) -> Finding:
    path = ("catalogue", index)
    span: Span = locator.span(main, path)
    return Finding(
        "unknown-catalogue",
        "error",
        Text(f"找不到目录 {name!r}", f"there is no catalogue {name!r}"),
        span,
        main.data["id"],
        main.pointer(path),
        Text(
            "写 bundled，或写相对本文件夹的路径",
            "write `bundled`, or a path relative to this folder",
        ),
    )
