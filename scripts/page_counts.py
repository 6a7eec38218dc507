"""Count the pages of the standard's job descriptions and write the table of the documentation.

    python -m scripts.page_counts [FOLDER]

Papers that lie in FOLDER from an earlier call are counted as they are. LibreOffice and poppler
must be installed.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from dealer_roles.facade import load
from dealer_roles.publish.job_description.layouts import LAYOUTS, Layout
from dealer_roles.publish.job_description.publish import Format, describe_all, holders
from dealer_roles.values.text import LANGS, Lang

PAGE = Path(__file__).parent.parent / "docs" / "reference" / "page-counts.md"
FORMATS: tuple[Format, ...] = ("docx", "pdf")
COUNTED: tuple[Layout, ...] = LAYOUTS
_PAGES = re.compile(r"^Pages: +(\d+)$", re.MULTILINE)
_HEAD = """# Pages of the standard's job descriptions

How many pages each has, as Word file (in LibreOffice) and as PDF, in Chinese and English. HTML and
Markdown have no pages until they are printed. What is signed is the
`summary`: two pages, three for whoever has reports; the `annex` belongs to it. `full` holds all.

Written by `make page-counts`; tests hold the columns of the summary to it.
"""


def pages(file: Path) -> int:
    """Return how many pages a PDF has."""
    made = subprocess.run(["pdfinfo", str(file)], capture_output=True, text=True, check=True)
    found = _PAGES.search(made.stdout)
    assert found is not None
    return int(found[1])


def written(folder: Path, layout: Layout, lang: Lang, format_: Format) -> Path:
    """Write the papers of one column, unless they lie there; return the folder of their PDFs."""
    papers = folder / f"{layout}-{lang}-{format_}"
    done = papers / "pdf" if format_ == "docx" else papers
    if any(done.glob("*.pdf")):
        return done
    papers.mkdir(parents=True, exist_ok=True)
    for item in describe_all(load("standard").on(), (lang,), format_, layout=layout):
        (papers / item.file).write_bytes(item.content)
    if format_ == "docx":
        convert(folder, papers.glob("*.docx"), done)
    return done


def convert(folder: Path, files: Iterable[Path], done: Path) -> None:
    """Make PDFs of Word files with LibreOffice, whose profile stays in the folder."""
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(done), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True)


def counted(done: Path) -> Mapping[str, int]:
    """Return how many pages the paper of each position has."""
    counts = {file.name.partition(".")[0]: pages(file) for file in done.glob("*.pdf")}
    assert counts.keys() == {*holders(load("standard").on())}
    return counts


def table(columns: Mapping[tuple[Layout, Lang, Format], Mapping[str, int]]) -> str:
    """Return the page: a row a position, a column each layout, language and format."""
    heads = [f"{layout} {lang} {format_}" for layout, lang, format_ in columns]
    lines = ["| position | " + " | ".join(heads) + " |", "|---|" + "---:|" * len(heads)]
    for id_ in holders(load("standard").on()):
        numbers = " | ".join(str(counts[id_]) for counts in columns.values())
        lines.append(f"| `{id_}` | {numbers} |")
    whole = " | ".join(str(sum(counts.values())) for counts in columns.values())
    return "\n".join((_HEAD, *lines, f"| together | {whole} |", ""))


def read_column(layout: Layout, lang: Lang, format_: Format) -> Mapping[str, int]:
    """Return what the documentation says of one column."""
    rows = [
        [cell.strip(" `") for cell in line.strip("|").split("|")]
        for line in PAGE.read_text("utf-8").splitlines()
        if line.startswith("| ")
    ]
    place = rows[0].index(f"{layout} {lang} {format_}")
    return {row[0]: int(row[place]) for row in rows[1:-1]}


def main(args: list[str]) -> int:
    """Write the table."""
    with tempfile.TemporaryDirectory() as own:
        folder = Path(args[0] if args else own)
        columns = {
            (layout, lang, format_): counted(written(folder, layout, lang, format_))
            for layout in COUNTED
            for lang in LANGS
            for format_ in FORMATS
        }
    PAGE.write_text(table(columns), "utf-8")
    print(f"wrote {PAGE}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
