"""What HR adds in Word comes back: cells of indicators, lines of lists, rows, drafts of duties."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from dealer_roles.facade import Organization, load
from dealer_roles.publish.job_description.docx_controls import tags_in, text_of
from dealer_roles.publish.word_round_trip.word_changes import WordChanges
from dealer_roles.source.office_xml import W
from tests.support.sample import STORE
from tests.unit.publish.word_round_trip.test_word_changes import (
    WHO,
    changed_lines,
    changes,
    control_of,
    of_layout,
    opened,
    reword,
    row_of,
    saved,
    written,
)

Edit = Callable[[Any], None]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return Path(shutil.copytree(STORE, tmp_path / "store"))


def after(store: Path, edit: Edit) -> WordChanges:
    """Return what comes back of a document, after writing it to the files."""
    document = opened(written(store))
    edit(document)
    found = changes(store, saved(document))
    for path, (_, new) in found.texts.items():
        Path(path).write_text(new, "utf-8")
    return found


def cell(document: Any, start: str, column: int) -> Any:
    return row_of(document, start).findall(f"{W}tc")[column]


def write(node: Any, text: str) -> None:
    """Type a text into a cell or paragraph, over what stands there."""
    texts = list(node.iter(f"{W}t"))
    texts[0].text = text
    for rest in texts[1:]:
        rest.text = ""


def line_of(document: Any, start: str) -> Any:
    return next(control_of(document, start).iterancestors(f"{W}p"))


def typed_line(like: Any, text: str) -> Any:
    """A line as Word makes it on Enter: the paragraph's format, a run, no control."""
    made = deepcopy(like)
    for child in list(made):
        if child.tag != f"{W}pPr":
            made.remove(child)
    run = made.makeelement(f"{W}r", {})
    words = run.makeelement(f"{W}t", {})
    words.text = text
    run.append(words)
    made.append(run)
    return made


def who(store: Path) -> Any:
    return load(store).positions[WHO]


def test_cells_of_indicators_come_back_under_their_keys(store: Path) -> None:
    first, second, third = (m.text.zh for m in who(store).measures)

    def edit(document: Any) -> None:
        write(cell(document, first, 1), "批准单数÷申报单数")
        write(cell(document, first, 2), "≥98%")
        write(cell(document, first, 3), "50%")
        write(cell(document, second, 3), "20 ％")
        write(cell(document, second, 4), "索赔系统导出")
        write(cell(document, third, 1), "签收件数÷应返件数")  # nothing stood there

    found = after(store, edit)
    assert found.unplaced == ()
    before: Any = load(STORE).positions[WHO]
    now = who(store)
    assert [m.weight for m in now.measures] == [50, 20, 30]
    assert now.measures[0].formula.zh == "批准单数÷申报单数"
    assert now.measures[0].formula.en == before.measures[0].formula.en
    assert now.measures[0].target.zh == "≥98%"
    assert now.measures[1].data.zh == "索赔系统导出"
    assert now.measures[2].formula.zh == "签收件数÷应返件数"
    assert [m.text for m in now.measures] == [m.text for m in before.measures]
    said, lost = changed_lines(found)
    assert (len(said), len(lost)) == (3, 3)


@pytest.mark.parametrize("text", ["很高", "", "150%", "4.5"])
def test_a_weight_that_is_none_is_named(store: Path, text: str) -> None:
    first = who(store).measures[0].text.zh
    found = after(store, lambda document: write(cell(document, first, 3), text))
    assert not found.texts
    assert any((text or "40%") in words.zh for words in found.unplaced)


def test_an_indicator_reworded_and_changed_at_once(store: Path) -> None:
    first = who(store).measures[0].text.zh

    def edit(document: Any) -> None:
        write(cell(document, first, 2), "≥99%")
        reword(document, first, "索赔一次通过率")

    found = after(store, edit)
    assert found.unplaced == ()
    assert who(store).measures[0].text.zh == "索赔一次通过率"
    assert who(store).measures[0].target.zh == "≥99%"


def test_a_new_indicator_is_added_below_the_one_above_it(store: Path) -> None:
    first = who(store).measures[0].text.zh

    def edit(document: Any) -> None:
        row = deepcopy(row_of(document, first))
        row_of(document, first).addnext(row)
        for place, text in zip(row.findall(f"{W}tc"), new, strict=True):
            write(place, text)

    new = ("退单率", "退单数÷申报单数", "≤3%", "10%", "厂家系统")
    found = after(store, edit)
    assert found.unplaced == ()
    added = who(store).measures[1]
    assert (added.text.zh, added.formula.zh, added.target.zh) == new[:3]
    assert (added.weight, added.data.zh) == (10, new[4])
    assert len(who(store).measures) == 4


@pytest.mark.parametrize("copied", [True, False])
def test_lines_added_to_lists_are_items_at_their_places(store: Path, copied: bool) -> None:
    first, last = (one.text.zh for one in who(store).qualifications)

    def line(document: Any, start: str, text: str) -> Any:
        like = line_of(document, start)
        made = deepcopy(like) if copied else typed_line(like, text)
        if copied:
            write(made, text)
        return made

    def edit(document: Any) -> None:
        top, end = line_of(document, first), line_of(document, last)
        top.addprevious(line(document, first, "身体健康"))
        top.addnext(line(document, first, "持有C1驾驶证"))
        end.addnext(line(document, last, "会用索赔系统"))
        end.addnext(line(document, last, "会用Excel: 透视表"))

    found = after(store, edit)
    assert found.unplaced == ()
    assert [one.text.zh for one in who(store).qualifications] == [
        "身体健康", first, "持有C1驾驶证", last, "会用Excel: 透视表", "会用索赔系统",
    ]  # fmt: skip
    said, lost = changed_lines(found)
    assert (len(said), len(lost)) == (4, 0)


def test_what_is_deleted_and_added_in_one_list_is_that_and_no_other(store: Path) -> None:
    first, last = (one.text.zh for one in who(store).qualifications)

    def edit(document: Any) -> None:
        line = line_of(document, first)
        line_of(document, last).addnext(typed_line(line, "新的一条"))
        line.getparent().remove(line)

    found = after(store, edit)
    assert found.unplaced == ()
    assert [one.text.zh for one in who(store).qualifications] == [last, "新的一条"]


def new_duty(store: Path, text: str, share: str) -> WordChanges:
    first = next(duty.text.zh for duty in who(store).duties if duty.text)

    def edit(document: Any) -> None:
        row = deepcopy(row_of(document, first))
        row_of(document, first).addnext(row)
        cells = row.findall(f"{W}tc")
        write(cells[1], text)
        write(cells[2], share)

    return after(store, edit)


def test_a_new_duty_is_a_draft_that_names_what_is_missing(store: Path) -> None:
    found = new_duty(store, "每周盘点旧件库: 账实相符", "负责")
    (words,) = found.unplaced
    assert "每周盘点旧件库" in words.zh
    assert "task" in words.zh
    assert "task" in words.en
    said, lost = changed_lines(found)
    assert lost == []
    remark, draft = said
    assert remark.startswith("# ")
    assert "task" in remark
    assert draft.startswith("# - {task: ?, responsibility: accountable, ")
    assert '"每周盘点旧件库: 账实相符"' in draft
    assert len(who(store).duties) == len(load(STORE).positions[WHO].duties)


def completed(store: Path) -> Organization:
    """Complete the draft as its remark says: the task named, the hash taken away."""
    path = store / "positions" / "people.yaml"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    made = [line.replace("# - {task: ?", "- {task: return-vehicle") for line in lines]
    path.write_text("".join(made), "utf-8")
    return load(store)


def test_a_draft_that_is_completed_is_a_duty(store: Path) -> None:
    new_duty(store, "陪同客户验收", "协助")
    duties = completed(store).positions[WHO].duties
    assert [
        (d.task, d.responsibility) for d in duties if d.text and d.text.zh == "陪同客户验收"
    ] == [("return-vehicle", "supporting")]


def test_a_share_nobody_knows_is_missing_too(store: Path) -> None:
    found = new_duty(store, "其他", "牵头")
    (words,) = found.unplaced
    assert "responsibility" in words.en
    assert any("牵头" in line for line in changed_lines(found)[0])


def test_a_copy_without_a_place_is_named(store: Path) -> None:
    purpose = who(store).purpose.text.zh

    def edit(document: Any) -> None:
        line = line_of(document, purpose)
        made = deepcopy(line)
        write(made, "第二个目的")
        line.addnext(made)

    found = after(store, edit)
    assert not found.texts
    assert any("第二个目的" in words.zh for words in found.unplaced)


@pytest.mark.parametrize("layout", ["full", "summary", "annex"])
def test_a_file_without_a_mark_of_its_layout_is_read_by_its_headings(layout: Any) -> None:
    document = opened(of_layout(layout))
    document.core_properties.keywords = f"{WHO} zh"
    found = changes(STORE, saved(document))
    assert not found.texts
    assert not found.unplaced


def tracked(kind: str, *children: Any) -> Any:
    made = children[0].makeelement(f"{W}{kind}", {f"{W}id": "9", f"{W}author": "HR"})
    for child in children:
        made.append(child)
    return made


def strike(runs: list[Any]) -> None:
    """Delete runs as tracked changes do: the text stands there as deleted text."""
    for run in runs:
        parent, at = run.getparent(), run.getparent().index(run)
        for text in run.iter(f"{W}t"):
            text.tag = f"{W}delText"
        parent.insert(at, tracked("del", run))


def track_rewording(document: Any, start: str, text: str) -> None:
    content = control_of(document, start).find(f"{W}sdtContent")
    runs = list(content.iter(f"{W}r"))
    new = deepcopy(runs[0])
    write(new, text)
    strike(runs)
    content.append(tracked("ins", new))


def strike_row(document: Any, start: str) -> None:
    row = row_of(document, start)
    row.get_or_add_trPr().append(tracked("del", row.makeelement(f"{W}x", {})))
    strike(list(row.iter(f"{W}r")))


def move_row(document: Any, start: str, below: str) -> None:
    row_of(document, below).addnext(row_of(document, start))


def move_line_tracked(document: Any, start: str, below: str) -> None:
    line = line_of(document, start)
    copy = deepcopy(line)
    line_of(document, below).addnext(copy)
    for where, kind in ((line, "moveFrom"), (copy, "moveTo")):
        for run in list(where.iter(f"{W}r")):
            parent, at = run.getparent(), run.getparent().index(run)
            parent.insert(at, tracked(kind, run))


def comment(document: Any, start: str) -> None:
    line = line_of(document, start)
    for kind in ("commentRangeStart", "commentRangeEnd"):
        line.append(line.makeelement(f"{W}{kind}", {f"{W}id": "0"}))
    run = line.makeelement(f"{W}r", {})
    run.append(run.makeelement(f"{W}commentReference", {f"{W}id": "0"}))
    line.append(run)


def split_runs(document: Any, start: str) -> None:
    """Tear a text into a run a character, with proofing marks between them."""
    content = control_of(document, start).find(f"{W}sdtContent")
    (run,) = content.iter(f"{W}r")
    for number, letter in enumerate(start):
        one = deepcopy(run)
        write(one, letter)
        run.addprevious(one)
        if number % 3 == 0:
            run.addprevious(run.makeelement(f"{W}proofErr", {f"{W}type": "spellStart"}))
    run.getparent().remove(run)


def renumber(document: Any, start: str) -> None:
    numbering = line_of(document, start).find(f"{W}pPr/{W}numPr")
    numbering.find(f"{W}numId").set(f"{W}val", "7")


def test_what_changes_no_words_changes_nothing(store: Path) -> None:
    duties = [duty.text.zh for duty in who(store).duties if duty.text]
    first, last = (one.text.zh for one in who(store).qualifications)

    def edit(document: Any) -> None:
        split_runs(document, duties[0])
        move_row(document, duties[1], duties[2])
        comment(document, first)
        renumber(document, last)
        split_runs(document, last)
        move_line_tracked(document, first, last)

    found = after(store, edit)
    assert not found.texts
    assert found.unplaced == ()


def test_tracked_changes_are_read_as_they_stand(store: Path) -> None:
    duties = [duty.text.zh for duty in who(store).duties if duty.text]
    first, last = (one.text.zh for one in who(store).qualifications)
    purpose = who(store).purpose.text.zh

    def edit(document: Any) -> None:
        track_rewording(document, duties[0], "改过的“职责”")
        strike_row(document, duties[1])
        strike(list(line_of(document, first).iter(f"{W}r")))
        track_rewording(document, purpose, "改过的目的")
        line = typed_line(line_of(document, last), "补一条")
        runs = list(line.iter(f"{W}r"))
        line_of(document, last).addnext(line)
        line.append(tracked("ins", *runs))

    found = after(store, edit)
    assert found.unplaced == ()
    now = who(store)
    assert now.purpose.text.zh == "改过的目的"
    said = [duty.text.zh for duty in now.duties if duty.text]
    assert said == ["改过的“职责”", *duties[2:]]
    assert [one.text.zh for one in now.qualifications] == [last, "补一条"]


def test_an_enter_inside_of_a_control_glues_nothing_together(store: Path) -> None:
    purpose = who(store).purpose.text.zh

    def edit(document: Any) -> None:
        line = line_of(document, purpose)
        sdt = control_of(document, purpose)
        content = sdt.find(f"{W}sdtContent")
        second = typed_line(line, "第二句")
        line.addprevious(sdt)  # Word makes the control one of whole paragraphs
        for run in list(content):
            line.append(run)
        content.append(line)
        content.append(second)

    found = after(store, edit)
    assert found.unplaced == ()
    assert who(store).purpose.text.zh == f"{purpose}\n第二句"


def test_nothing_of_ours_is_lost_where_a_row_is_copied_as_it_is(store: Path) -> None:
    first = next(duty.text.zh for duty in who(store).duties if duty.text)

    def edit(document: Any) -> None:
        row_of(document, first).addnext(deepcopy(row_of(document, first)))

    found = after(store, edit)
    assert len(who(store).duties) == len(load(STORE).positions[WHO].duties)
    assert all(line.startswith("# ") for line in changed_lines(found)[0])
    assert all(tags_in(row) for row in [row_of(opened(written(store)), first)])
    assert text_of(row_of(opened(written(store)), first))


def lose_marks(document: Any, *, all_: bool) -> None:
    """Drop the tags of controls as LibreOffice does on saving; here of all, or of every other."""
    for number, sdt in enumerate(list(document.element.body.iter(f"{W}sdt"))):
        properties = sdt.find(f"{W}sdtPr")
        if all_ or number % 2:
            for child in list(properties):
                properties.remove(child)


@pytest.mark.parametrize("all_", [True, False])
def test_a_file_that_lost_its_marks_deletes_nothing(store: Path, all_: bool) -> None:
    found = after(store, lambda document: lose_marks(document, all_=all_))
    assert not found.texts
    assert found.unplaced == ()


def test_edits_in_a_file_that_lost_its_marks_are_named(store: Path) -> None:
    duties = [duty.text.zh for duty in who(store).duties if duty.text]
    first = who(store).measures[0].text.zh

    def edit(document: Any) -> None:
        reword(document, duties[0], "改写后的职责")
        write(cell(document, first, 2), "≥99%")
        gone = row_of(document, duties[2])
        gone.getparent().remove(gone)
        lose_marks(document, all_=True)

    found = after(store, edit)
    assert not found.texts
    said = "\n".join(words.zh for words in found.unplaced)
    for text in ("改写后的职责", duties[0], "≥99%", duties[2]):
        assert text in said
