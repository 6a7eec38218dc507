"""Recall and precision of ``import`` by shape of document: ``python -m benchmarks.imports``."""

from __future__ import annotations

import os
import re
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from tests.support.imports.documents import Example, examples

from dealer_roles.imports.assemble import Draft, assemble
from dealer_roles.imports.candidates import Index, task_names, wordings
from dealer_roles.imports.ledger import Ledger
from dealer_roles.imports.read.files import read_file
from dealer_roles.imports.recognise.mapping import HeadingMap
from dealer_roles.imports.recognise.recognise import recognise
from dealer_roles.loading.bundled import bundled

Facts = Counter[tuple[str, ...]]


def read_example(example: Example) -> Draft:
    """Return what is read from a document."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, example.name)
        Path(path).write_bytes(example.data)
        file = read_file(path)
    ledger = Ledger()
    return assemble(recognise([file], ledger, HeadingMap()).positions, ledger, "", "row")


def plain(text: str) -> str:
    return re.sub(r"[\s。；;.]+", "", text).lower()


def wanted(example: Example) -> dict[str, Facts]:
    """Return the facts that a document states, by kind."""
    facts: dict[str, Facts] = defaultdict(Counter)
    for job in example.jobs:
        facts["fields"].update(_fields(job.name, job.department, job.superior))
        facts["duties"].update((plain(job.name), plain(t)) for t in job.duties)
        facts["requirements"].update((plain(job.name), plain(t)) for t in job.needs)
    facts["duties"].update((plain(p), plain(t), kind) for p, t, kind in example.shares)
    return facts


def found(example: Example) -> dict[str, Facts]:
    """Return the facts that were read, by kind."""
    draft = read_example(example)
    facts: dict[str, Facts] = defaultdict(Counter)
    for p in draft.positions:
        if example.shares:
            facts["duties"].update(
                (plain(p.name), plain(d.task), d.responsibility) for d in p.duties
            )
            continue
        line = draft.lines.get(p)
        superior = "" if line is None else (line.to.name if line.to else line.unnamed)
        facts["fields"].update(_fields(p.name, p.department[-1] if p.department else "", superior))
        facts["duties"].update((plain(p.name), plain(d.said.text)) for d in p.duties)
        facts["requirements"].update((plain(p.name), plain(s.text)) for s in p.qualifications)
    return facts


def _fields(name: str, department: str, superior: str) -> Iterable[tuple[str, ...]]:
    yield ("name", plain(name))
    for kind, value in (("department", department), ("superior", superior)):
        if value:
            yield (kind, plain(name), plain(value))


def scores() -> dict[str, dict[str, tuple[float, float, int]]]:
    """Return recall, precision and the number of facts, by shape and kind."""
    sums: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0, 0, 0]))
    for example in examples():
        right, read = wanted(example), found(example)
        sums[example.shape]["documents"][0] += 1
        for kind in ("fields", "duties", "requirements"):
            both = sum((right[kind] & read[kind]).values())
            row = sums[example.shape][kind]
            for n, value in enumerate((both, right[kind].total(), read[kind].total())):
                row[n] += value
    return {
        shape: {
            kind: (row[0] / row[1] if row[1] else 1.0, row[0] / row[2] if row[2] else 1.0, row[1])
            if kind != "documents"
            else (0.0, 0.0, row[0])
            for kind, row in kinds.items()
        }
        for shape, kinds in sums.items()
    }


def candidate_recall(lang: str) -> tuple[float, float, int]:
    """Return recall at 1 and at 5 on the duties of each reference, its own wordings held out."""
    known, names = list(wordings()), task_names()
    first = five = total = 0
    for reference in [name for name in bundled() if name != "standard"]:
        index = Index((w for w in known if w.source != reference), names)
        for wording in known:
            chinese = re.search("[\u4e00-\u9fff]", wording.text) is not None
            if wording.source != reference or chinese != (lang == "zh"):
                continue
            nearest = [c.task for c in index.nearest(wording.text)]
            total += 1
            first += nearest[:1] == [wording.task]
            five += wording.task in nearest
    return first / total, five / total, total


def main() -> None:
    print("| shape | documents | fields | duties | requirements |\n|---|---|---|---|---|")
    for shape, kinds in sorted(scores().items()):
        cells = [
            f"{kinds[k][0]:.2f} / {kinds[k][1]:.2f} ({kinds[k][2]})"
            for k in ("fields", "duties", "requirements")
        ]
        print(f"| {shape} | {kinds['documents'][2]} | {' | '.join(cells)} |")
    for lang in ("zh", "en"):
        one, five, total = candidate_recall(lang)
        print(f"candidates {lang}: recall@1 {one:.2f}, recall@5 {five:.2f} ({total} duties)")


if __name__ == "__main__":
    main()
