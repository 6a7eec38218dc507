from __future__ import annotations

import io
import re
import shutil
import zipfile
from pathlib import Path

from dealer_roles.facade import load
from dealer_roles.publish.job_description.docx import docx
from dealer_roles.publish.word_round_trip.word_changes import WordChanges, changes_from_word
from tests.support.sample import DAY, STORE

WHO = "warranty-specialist"
_CONTROL = re.compile(
    r'<w:sdt><w:sdtPr><w:tag w:val="dr-[a-z]+-[0-9a-f]+"/></w:sdtPr>.*?</w:sdt>', re.DOTALL
)


def edited(content: bytes, change: re.Pattern[str], how: str, most: int) -> bytes:
    """Return a Word file with XML edited as Word would leave it: tags stay, text differs."""
    made = io.BytesIO()
    count = 0
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                text, count = change.subn(
                    lambda m: m[0].replace("</w:t>", how, 1), part.decode(), count=most
                )
                part = text.encode()
            new.writestr(name, part)
    assert count == most
    return made.getvalue()


def changes(store: Path, content: bytes) -> WordChanges:
    org = load(store)
    return changes_from_word(org.loaded, org.on(DAY), content, "edited.docx")


def written(store: Path) -> bytes:
    return docx(load(store).describe(WHO, "zh", DAY))


def test_a_file_nobody_edited_changes_nothing() -> None:
    found = changes(STORE, written(STORE))
    assert not found.texts
    assert not found.unplaced


def test_five_edits_come_back_and_nothing_else(tmp_path: Path) -> None:
    store = Path(shutil.copytree(STORE, tmp_path / "store"))
    split = "，补充</w:t></w:r><w:r><w:t>一句: #1</w:t>"  # Word splits runs as it likes
    found = changes(store, edited(written(store), _CONTROL, split, 5))
    assert found.unplaced == ()
    lines = [line for line in found.unified().splitlines() if line[:1] in "+-"]
    added = [line for line in lines if line.startswith("+") and not line.startswith("+++")]
    gone = [line for line in lines if line.startswith("-") and not line.startswith("---")]
    assert len(added) == 5
    assert len(gone) <= 5
    assert all("，补充一句: #1" in line for line in added)
    for path, (_, new) in found.texts.items():
        Path(path).write_text(new, "utf-8")
    again = load(store)
    words = [d.text.zh for d in again.positions[WHO].duties if d.text]
    purpose = again.positions[WHO].purpose
    words += [purpose.text.zh] if purpose else []
    assert sum("补充一句: #1" in text for text in words) == 5


def test_an_edit_outside_of_a_control_is_named() -> None:
    cell = re.compile(r"<w:t[^>]*>保修专员</w:t>")
    found = changes(STORE, edited(written(STORE), cell, "某某</w:t>", 1))
    assert not found.texts
    assert any("保修专员某某" in words.zh for words in found.unplaced)


def test_a_deleted_duty_is_named() -> None:
    content = written(STORE)
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                part = _CONTROL.sub("", part.decode(), count=1).encode()
            new.writestr(name, part)
    assert any("已删除" in words.zh for words in changes(STORE, made.getvalue()).unplaced)
