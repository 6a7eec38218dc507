"""What an import reads goes through the reading gate: files, mappings, reviews, manifests."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from dealer_roles.imports.read.files import read_file
from dealer_roles.imports.recognise.mapping import read_mapping
from dealer_roles.imports.refused import ImportRefused
from dealer_roles.imports.review import apply_review
from dealer_roles.imports.run import MANIFEST, Options, import_files
from tests.support.command import exit_code
from tests.support.tiny import write_tiny

CHART = "岗位,上级,职责\n店长,,管理门店\n销售顾问,店长,接待客户\n"
READERS: dict[str, Callable[[str], object]] = {
    "a file": read_file,
    "a mapping": read_mapping,
    "a review": lambda path: apply_review(path, os.path.dirname(path)),
}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "secret.csv").write_text(CHART, "utf-8")
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    return work


@pytest.mark.parametrize("reader", READERS)
def test_neither_a_link_nor_a_pipe_is_read(reader: str, here: Path) -> None:
    (here / "link.csv").symlink_to("../secret.csv")
    (here / "folder").symlink_to("..")
    os.mkfifo(here / "pipe.csv")
    for name in ("link.csv", "folder/secret.csv", "pipe.csv", "none.csv"):
        with pytest.raises(ImportRefused) as caught:
            READERS[reader](name)
        (problem,) = caught.value.problems
        assert problem[0] == os.path.basename(name)
        assert problem[1].zh
        assert problem[1].en


@pytest.fixture
def imported(here: Path) -> Path:
    (here / "chart.csv").write_text(CHART, "utf-8")
    import_files(["chart.csv"], "store", Options())
    return here / "store"


def test_a_manifest_names_nothing_outside_of_its_folder(imported: Path, here: Path) -> None:
    manifest = json.loads((imported / MANIFEST).read_text("utf-8"))
    outside = {"../../secret.csv": "0" * 64, str(here.parent / "secret.csv"): "0" * 64}
    (imported / MANIFEST).write_text(json.dumps({"files": {**manifest["files"], **outside}}))
    import_files(["chart.csv"], "store", Options())
    assert (here.parent / "secret.csv").read_text("utf-8") == CHART


@pytest.mark.parametrize("content", ["", "[]", '{"files": 1}', "[" * 100_000, "\udcff"])
def test_a_manifest_that_is_none_is_refused(content: str, imported: Path) -> None:
    (imported / MANIFEST).write_text(content, "utf-8", "surrogateescape")
    with pytest.raises(ImportRefused):
        import_files(["chart.csv"], "store", Options())


def test_a_link_among_what_was_imported_is_not_written_through(imported: Path, here: Path) -> None:
    victim = next((imported / "positions").rglob("*.yaml"))
    victim.unlink()
    victim.symlink_to(here.parent / "secret.csv")
    with pytest.raises(ImportRefused, match="changed since"):
        import_files(["chart.csv"], "store", Options())
    assert (here.parent / "secret.csv").read_text("utf-8") == CHART


@pytest.mark.parametrize("what", ["link.docx", "pipe.docx", "folder/x.docx"])
def test_a_word_file_that_is_not_read_is_no_fault_of_ours(
    what: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here.parent / "x.docx").write_bytes(b"PK")
    (here / "link.docx").symlink_to("../x.docx")
    (here / "folder").symlink_to("..")
    os.mkfifo(here / "pipe.docx")
    write_tiny(here / "own", {})
    assert exit_code("import", "--from-ours", what, "--org", "./own", "--lang", "en") == 2
    assert what in capsys.readouterr().err
