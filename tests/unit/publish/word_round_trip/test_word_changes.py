from __future__ import annotations

import io
import re
import shutil
import zipfile
from copy import deepcopy
from difflib import ndiff
from pathlib import Path
from typing import Any

import pytest
from docx import Document as WordFile

from dealer_roles.facade import load
from dealer_roles.publish.job_description.docx import docx
from dealer_roles.publish.job_description.docx_controls import tags_in, text_of
from dealer_roles.publish.job_description.layouts import LAYOUTS, Layout
from dealer_roles.publish.job_description.sections import job_description
from dealer_roles.publish.render.errors import InvalidTemplate
from dealer_roles.publish.word_round_trip.word_changes import WordChanges, changes_from_word
from dealer_roles.source.office_xml import W
from dealer_roles.values.text import LANGS, Lang
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


def test_an_edit_outside_of_a_control_says_where_it_stands_and_what_was_there() -> None:
    limit = re.compile(r"<w:t[^>]*>[^<]*工作日内</w:t>")
    found = changes(STORE, edited(written(STORE), limit, "，最迟次日</w:t>", 1))
    (words,) = found.unplaced
    assert re.fullmatch(
        r"不能由此改写（职责明细 › \d+ › 时限与权限）：(.+工作日内) → \1，最迟次日", words.zh
    )
    assert words.en.startswith("cannot be changed from here (职责明细 › ")


def opened(content: bytes) -> Any:
    return WordFile(io.BytesIO(content))


def saved(document: Any) -> bytes:
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def control_of(document: Any, start: str) -> Any:
    return next(sdt for sdt in document.element.body.iter(f"{W}sdt") if text_of(sdt) == start)


def reword(document: Any, start: str, text: str) -> None:
    first, *rest = control_of(document, start).iter(f"{W}t")
    first.text = text
    for node in rest:
        node.text = ""


def row_of(document: Any, start: str) -> Any:
    return next(control_of(document, start).iterancestors(f"{W}tr"))


def changed_lines(found: WordChanges) -> tuple[list[str], list[str]]:
    lines = found.unified().splitlines()
    added = [line[1:].strip() for line in lines if line[0] == "+" and line[:3] != "+++"]
    gone = [line[1:].strip() for line in lines if line[0] == "-" and line[:3] != "---"]
    return added, gone


def test_edits_as_hr_makes_them_come_out_each_once(tmp_path: Path) -> None:
    """A duty reworded, one deleted, one added, an indicator, a qualification, the purpose."""
    store = Path(shutil.copytree(STORE, tmp_path / "store"))
    who = load(store).positions[WHO]
    duties = [duty.text.zh for duty in who.duties if duty.text]
    assert who.purpose is not None
    document = opened(written(store))
    added = deepcopy(row_of(document, duties[1]))
    row_of(document, duties[1]).addnext(added)
    next(t for t in added.iter(f"{W}t") if duties[1][:4] in (t.text or "")).text = "新增的一项"
    reword(document, duties[0], "改写后的职责")
    gone = row_of(document, duties[2])
    gone.getparent().remove(gone)
    reword(document, who.measures[0].text.zh, "改写后的指标")
    reword(document, who.qualifications[0].text.zh, "改写后的资格")
    reword(document, who.purpose.text.zh, "改写后的目的")
    found = changes(store, saved(document))
    said, lost = changed_lines(found)
    for words in ("改写后的职责", "改写后的指标", "改写后的资格", "改写后的目的"):
        assert sum(words in line for line in said) == 1
    drafted = [line for line in said if line.startswith("# ")]
    assert len(drafted) == 2
    assert sum("新增的一项" in line for line in drafted) == 1
    assert len(said) == 4 + len(drafted)
    assert any(duties[2] in line for line in lost)
    assert [words.zh for words in found.unplaced if "新增的一项" in words.zh] == [
        words.zh for words in found.unplaced
    ]
    assert len(found.unplaced) == 1
    for path, (_, new) in found.texts.items():
        Path(path).write_text(new, "utf-8")
    again = load(store).positions[WHO]
    assert len(again.duties) == len(who.duties) - 1
    assert again.measures[0].text.zh == "改写后的指标"
    assert again.measures[0].weight == who.measures[0].weight


def test_several_deleted_lines_of_one_list_leave_the_others(tmp_path: Path) -> None:
    store = Path(shutil.copytree(STORE, tmp_path / "store"))
    duties = [duty.text.zh for duty in load(store).positions[WHO].duties if duty.text]
    document = opened(written(store))
    for start in duties[:2]:
        row = row_of(document, start)
        row.getparent().remove(row)
    found = changes(store, saved(document))
    assert found.unplaced == ()
    for path, (_, new) in found.texts.items():
        Path(path).write_text(new, "utf-8")
    left = [duty.text.zh for duty in load(store).positions[WHO].duties if duty.text]
    assert left == duties[2:]


def of_layout(layout: Layout, lang: Lang = "zh") -> bytes:
    return docx(job_description(load(STORE).on(DAY), WHO, lang, layout))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_a_layout_leaves_out_was_not_deleted(layout: Layout, lang: Lang) -> None:
    found = changes(STORE, of_layout(layout, lang))
    assert (found.holder, found.lang) == (WHO, lang)
    assert not found.texts
    assert not found.unplaced


def test_a_row_deleted_from_an_annex_is_the_only_thing_that_goes() -> None:
    document = opened(of_layout("annex"))
    row = next(r for r in document.element.body.iter(f"{W}tr") if tags_in(r))
    row.getparent().remove(row)
    found = changes(STORE, saved(document))
    diff = [
        line
        for _, (old, new) in found.texts.items()
        for line in ndiff(old.splitlines(), new.splitlines())
    ]
    assert not found.unplaced
    assert len([line for line in diff if line.startswith("- ") and "task:" in line]) == 1


@pytest.mark.parametrize("said", ["warranty-specialist zh half", "warranty-specialist", "x zh"])
def test_a_file_that_says_no_known_layout_or_holder_is_refused(said: str) -> None:
    document = opened(of_layout("summary"))
    document.core_properties.keywords = said
    with pytest.raises(InvalidTemplate):
        changes(STORE, saved(document))


def test_a_file_of_another_organization_changes_nothing(tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(STORE, other)
    main = other / "organization.yaml"
    main.write_text(main.read_text("utf-8").replace("id: sample-store", "id: other", 1), "utf-8")
    with pytest.raises(InvalidTemplate, match="of the organization 'sample-store', not of 'other'"):
        changes(other, written(STORE))
    assert not changes(other, written(other)).texts
