"""Reading an organization from its folder: every file, every finding."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

from dealer_roles.loading.bundled import CATALOGUE, bundle
from dealer_roles.loading.file_kinds import declarations
from dealer_roles.loading.folder_text import FolderText
from dealer_roles.loading.loaded import Loaded
from dealer_roles.loading.meant import meant_findings, with_meant
from dealer_roles.loading.nearest_folder import nearest_folder
from dealer_roles.loading.outside_files import holds_files, lies_outside, passed_over
from dealer_roles.loading.packs import with_packs
from dealer_roles.loading.unread_main import unread_main
from dealer_roles.model.build import build
from dealer_roles.model.checked import check_form
from dealer_roles.model.meant import as_id
from dealer_roles.model.refused import stand_in, stand_in_id
from dealer_roles.model.soundness import SEVERAL
from dealer_roles.source.budget import within_budget
from dealer_roles.source.document import Locator, YamlDocument, batch
from dealer_roles.source.file import SourceFile
from dealer_roles.source.gate import Refused, is_inside, read_bytes
from dealer_roles.source.labels import label_of
from dealer_roles.source.plain_files import ALSO_READ
from dealer_roles.source.settings import DEFAULTS
from dealer_roles.source.stable_subjects import stable_subjects
from dealer_roles.values.fields import replace
from dealer_roles.values.findings import Finding, numbered
from dealer_roles.values.text import Text


def read_folder(folder: str) -> Loaded:
    """Read an organization from a folder; the garbage collector rests meanwhile."""
    with batch():
        return judged(FolderText(folder))


def judged(text: FolderText) -> Loaded:
    """Return the organization that the text of a folder defines, and all that is wrong in it."""
    folder, files, locator = text.folder, text.files, text.locator
    label = label_of(folder)
    documents, misfits = check_form(text.documents, declarations(), locator)
    findings = [*text.findings, *misfits]
    refused = _refused(text.documents, documents)
    broken = _with_findings(files, findings)
    main = [] if _main(documents) else unread_main(broken, text.settings)
    documents, stands_in = _with_main(documents, [*refused, *main], folder)
    catalogue, more, outside = catalogues(documents, text)
    documents, unknown = with_packs(documents, locator)
    findings += [*more, *unknown]
    broken = _with_findings(files, findings)
    built = build(documents, catalogue, label, locator, _ids_in(broken), refused)
    model = None if stands_in else built.model
    if model is None:
        findings += meant_findings(documents, catalogue, locator)
    else:
        model, more = with_meant(model, documents, locator)
        findings += more
    unread = bool(text.findings or broken)
    found = [
        _named_above(f, folder) if f.code == "no-organization" else f
        for f in built.findings
        if f.code != "no-organization" or not unread
    ]
    problems = tuple(within_budget(_only_the_root((*findings, *found))))
    every = numbered(stable_subjects(problems, folder, _id(documents, folder)))
    labels = tuple(file.label for file in files)
    kept = tuple(document.without_data() for document in documents)
    remarks = () if problems else within_budget(tuple(text.remarks()))
    said = (*built.notes, *remarks)
    notes = numbered(stable_subjects(said, folder, _id(documents, folder)))
    over = passed_over(folder, files)
    state = text.reading.state(outside)
    return Loaded(model, kept, every, folder, labels, over, notes, outside, state=state)


def _main(documents: Sequence[YamlDocument]) -> YamlDocument | None:
    return next((d for d in documents if d.kind == "organization"), None)


def _with_findings(files: Sequence[SourceFile], findings: Sequence[Finding]) -> list[SourceFile]:
    broken = {finding.span.file for finding in findings}
    return [file for file in files if file.label in broken]


def _refused(read: Sequence[YamlDocument], good: Sequence[YamlDocument]) -> list[YamlDocument]:
    """Return the documents that are of some kind, and whose form is wrong."""
    right = {document.place for document in good}
    kinds = list(declarations())
    return [
        document
        for document in read
        if isinstance(document.data, dict)
        and document.data.get("kind") in kinds
        and document.place not in right
    ]


def _with_main(
    documents: list[YamlDocument], refused: Sequence[YamlDocument], folder: str
) -> tuple[list[YamlDocument], bool]:
    """Return the documents with what is left of the organization's own where it was refused."""
    if _main(documents):
        return documents, False
    name = stand_in_id(folder)
    mains = (stand_in(d, name) for d in refused if d.data["kind"] == "organization")
    left = [main for main in mains if main is not None][:1]
    return [*documents, *left], bool(left)


def _id(documents: Sequence[YamlDocument], folder: str) -> str:
    """Return the id of the organization, or the folder's name while nothing says it."""
    main = _main(documents)
    return str(main.value.id) if main else os.path.basename(os.path.abspath(folder))


def _named_above(finding: Finding, folder: str) -> Finding:
    """Return that a folder holds no organization; it may be a part of one that lies above it."""
    above = nearest_folder(os.path.dirname(os.path.abspath(folder)))
    if above is None:
        return finding
    label = label_of(above)
    fix = Text(
        f"它属于 {label} 中的组织；请指明那个文件夹",
        f"it belongs to the organization in {label}; name that folder",
    )
    return replace(finding, fix=fix)


def _only_the_root(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return the findings; a folder of several organizations is one mistake."""
    return tuple(f for f in findings if f.code == SEVERAL) or findings


_LONGEST = 80
_ID = re.compile(r"\bid\s*[:：=]+\s*([^\n#,，{}]{1,80})")


def _ids_in(files: Sequence[SourceFile]) -> frozenset[str]:
    """Return the ids that broken files seem to define: they are not missing as well."""
    found: set[str] = set()
    for file in files:
        try:
            text = read_bytes(file.path, file.inside, DEFAULTS.max_file_bytes)
        except Refused:
            continue
        for written in _ID.findall(text.decode("utf-8", "replace")):
            found.update((written.strip("\"' "), as_id(written)))
    return frozenset(found)


def catalogues(
    documents: Sequence[YamlDocument], text: FolderText
) -> tuple[list[YamlDocument], list[Finding], dict[str, tuple[YamlDocument, ...]]]:
    """Return the documents of the catalogues that the organization names, and those outside."""
    folder, locator = text.folder, text.locator
    main = _main(documents)
    names = main.value.catalogue if main else ("bundled",)
    found: list[YamlDocument] = []
    findings: list[Finding] = []
    outside: dict[str, tuple[YamlDocument, ...]] = {}
    for index, name in enumerate(names):
        if name == "bundled":
            found += bundle(CATALOGUE).documents
            continue
        place = Path(folder, name)
        assert main is not None
        if not is_inside(place, folder):
            findings.append(_outside(main, index, name, locator))
            continue
        there = os.path.exists(place)
        inside = there and not lies_outside(folder, name)
        if not there or (inside and not holds_files(place, text.files)):
            findings.append(_no_catalogue(main, index, name, locator))
            continue
        if inside:
            continue  # it is read with the folder it lies in
        good, problems = text.catalogue_beside(name)
        found += good
        outside[name] = tuple(document.without_data() for document in good)
        findings += problems
    return found, findings, outside


def _outside(main: YamlDocument, index: int, name: str, locator: Locator) -> Finding:
    message = Text(
        f"目录 {name!r} 在本组织的文件夹之外，未读取",
        f"the catalogue {name!r} lies outside the organization's folder and was not read",
    )
    fix = Text(
        f"把目录放进本文件夹；确需读取外部目录时，由调用者设置环境变量 {ALSO_READ}",
        f"keep it in this folder; if it is meant to lie elsewhere, the caller sets {ALSO_READ}",
    )
    path = ("catalogue", index)
    return locator.error(main, path, "outside-folder", message, fix, org=main.value.id)


def _no_catalogue(main: YamlDocument, index: int, name: str, locator: Locator) -> Finding:
    shown = name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"
    message = Text(f"找不到目录 {shown!r}", f"there is no catalogue {shown!r}")
    fix = Text(
        "写 bundled，或写有 YAML 文件的文件夹，路径相对于本文件夹",
        "write `bundled`, or a folder that holds YAML files, relative to this one",
    )
    path = ("catalogue", index)
    return locator.error(main, path, "unknown-catalogue", message, fix, org=main.value.id)
