"""Ids name and do not sort: whoever renames one moves nothing in what others read."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from dealer_roles.facade import load
from dealer_roles.publish.job_description.publish import describe_all, holders
from dealer_roles.values.text import Lang

ROOT = Path(__file__).parents[2]
COMPLETE = ROOT / "tests" / "data" / "complete-store"
DEFINITIONS = ROOT / "definitions"


def standard(folder: Path) -> Path:
    """Copy the standard with a catalogue of its own, so that ids of both can be renamed."""
    store = folder / "standard"
    shutil.copytree(DEFINITIONS / "standard", store)
    shutil.copytree(DEFINITIONS / "catalogue", store / "catalogue")
    shutil.rmtree(store / "expectations")
    main = store / "organization.yaml"
    written = main.read_text("utf-8")
    assert "catalogue: [bundled]" in written
    main.write_text(written.replace("catalogue: [bundled]", "catalogue: [.]"), "utf-8")
    return store


def complete(folder: Path) -> Path:
    """Copy the store that has every key."""
    return Path(shutil.copytree(COMPLETE, folder / "store"))


def renamed(folder: Path, old: str, new: str) -> int:
    """Rename an id in every file, and the file that is called as it is; return how often."""
    count = 0
    word = re.compile(rf"(?<![\w./-]){re.escape(old)}(?![\w-])")
    for path in sorted(folder.rglob("*.y*ml")):
        made, times = word.subn(new, path.read_text("utf-8"))
        path.write_text(made, "utf-8")
        count += times
        if path.stem == old:
            path.rename(path.with_stem(new))
    return count


def papers(store: Path, lang: Lang) -> dict[str, str]:
    org = load(store).on()
    made = describe_all(org, (lang,), "md")
    return {id_: one.content.decode() for id_, one in zip(holders(org), made, strict=True)}


def moved(folder: Path, store: Path, old: str, new: str, lang: Lang) -> list[str]:
    """Return whose papers say something else, or the same in another order."""
    before = papers(store, lang)
    assert renamed(folder, old, new) > 1
    after = {id_.replace(new, old): text for id_, text in papers(store, lang).items()}
    assert before.keys() == after.keys()
    assert len(before) > 3
    return [
        id_ for id_, text in before.items() if _unsigned(text) != _unsigned(after[id_], new, old)
    ]


def _unsigned(text: str, new: str = "", old: str = "") -> str:
    """Return a paper without its hash, which is of what it says, ids called as they were."""
    text = text.replace(new, old) if new else text
    return re.sub(r"\b[0-9a-f]{12}\b", "", text)


@pytest.mark.parametrize("old", ["general-manager", "sales-consultant", "accountant", "customer"])
@pytest.mark.parametrize("new", ["aa-first", "zz-last"])
def test_a_renamed_position_or_party_moves_nobody_in_the_papers_of_others(
    tmp_path: Path, old: str, new: str
) -> None:
    assert moved(tmp_path, standard(tmp_path), old, new, "zh") == []


@pytest.mark.parametrize("new", ["aa-first", "zz-last"])
def test_no_renamed_id_of_the_store_that_has_every_key_moves_anybody(
    tmp_path: Path, new: str
) -> None:
    ids = sorted(load(COMPLETE).positions)
    assert ids
    for old in ids:
        folder = tmp_path / old
        folder.mkdir()
        assert moved(folder, complete(folder), old, new, "en") == [], old
