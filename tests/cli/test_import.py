"""``dealer-roles import`` from the command line: draft, review, mapping, repetition."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import time
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

import dealer_roles as dr
from dealer_roles.cli.import_command import command
from dealer_roles.imports.refused import ImportRefused
from tests.support.imports.documents import examples

CHART = (
    "姓名,岗位,部门,直接上级,岗位职责\n张伟,店长,总经办,无,全面负责门店经营\n"
    "李娜,销售经理,销售部,张伟,制定销售计划\n王强,销售顾问,销售部,李娜,接待展厅客户\n"
    "赵敏,销售顾问,销售部,钱总监,接待展厅客户\n"
)


def run(*args: object) -> Result:
    return CliRunner().invoke(
        command, [str(a) for a in args], standalone_mode=False, catch_exceptions=False
    )


@pytest.fixture
def chart(tmp_path: Path) -> Path:
    path = tmp_path / "chart.csv"
    path.write_text(CHART, "utf-8")
    return path


def digest(folder: Path) -> str:
    files = sorted(p for p in folder.rglob("*") if p.is_file())
    return hashlib.sha256(b"".join(p.name.encode() + p.read_bytes() for p in files)).hexdigest()


def test_a_chart_becomes_an_organization_that_answers(chart: Path, tmp_path: Path) -> None:
    out = tmp_path / "store"
    done = run(chart, "-o", out, "--format", "json")
    told = json.loads(done.output)
    assert done.return_value == 0
    assert (told["positions"], told["duties"], told["superiors"], told["unnamed"]) == (4, 4, 2, 1)
    org = dr.load(out)
    manager = org.positions["xiao-shou-jing-li"]
    assert manager.line.to == "dian-zhang"
    assert manager.departments == ("xiao-shou-bu",)
    assert org.owner("zhi-ding-xiao-shou-ji-hua").owners == ("xiao-shou-jing-li",)
    assert "# chart.csv: 第3行E列" in (out / "positions" / "xiao-shou-bu.yaml").read_text("utf-8")


def test_an_import_is_the_same_twice_and_keeps_what_somebody_changed(
    chart: Path, tmp_path: Path
) -> None:
    out = tmp_path / "store"
    run(chart, "-o", out)
    first = digest(out)
    run(chart, "-o", out)
    assert digest(out) == first
    changed = out / "organization.yaml"
    changed.write_text(changed.read_text("utf-8") + "# mine\n", "utf-8")
    with pytest.raises(ImportRefused, match=r"organization\.yaml"):
        run(chart, "-o", out)
    run(chart, "-o", out, "--force")
    assert digest(out) == first


def test_a_folder_with_other_things_is_left_alone(chart: Path, tmp_path: Path) -> None:
    with pytest.raises(ImportRefused, match="not empty"):
        run(chart, "-o", tmp_path)


def test_nothing_recognised_is_an_error_and_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Dear all,\nthe canteen is closed.\n", "utf-8")
    with pytest.raises(ImportRefused, match="no position was recognised"):
        run(tmp_path / "a.txt", "-o", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_mapping_names_headings_and_cells(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Stelle,Chef,Was\nClerk,Boss,Files\nBoss,,Signs\n", "utf-8")
    (tmp_path / "m.yaml").write_text(
        "organization: {id: mine, name: My office}\n"
        "headers: {Stelle: position, Chef: superior, Was: duties}\n",
        "utf-8",
    )
    run(tmp_path / "a.csv", "-o", tmp_path / "out", "--mapping", tmp_path / "m.yaml")
    org = dr.load(tmp_path / "out")
    assert (org.id, org.name.en) == ("mine", "My office")
    assert org.positions["clerk"].line.to == "boss"


def test_a_review_links_changes_and_leaves_out(chart: Path, tmp_path: Path) -> None:
    out = tmp_path / "store"
    run(chart, "-o", out)
    path = out / "review.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    rows = {str(row[1].value): row for row in sheet.iter_rows(min_row=2)}
    assert all(str(rows[duty][5].value).count(" | ") == 1 for duty in rows)
    rows["接待展厅客户"][4].value = "receive-showroom-customer | 接待"
    rows["制定销售计划"][3].value = "responsible"
    rows["全面负责门店经营"][4].value = "leave-out"
    book.save(path)
    done = run("--review", path, "--format", "json")
    assert json.loads(done.output) == {"linked": 1, "changed": 1, "left_out": 1, "drafts": 2}
    org = dr.load(out)
    duties = {(d.duty.task, d.duty.responsibility) for d in org.duties()}
    assert ("receive-showroom-customer", "accountable") in duties
    assert ("zhi-ding-xiao-shou-ji-hua", "responsible") in duties
    assert "# chart.csv" in (out / "positions" / "xiao-shou-bu.yaml").read_text("utf-8")


def test_a_review_with_an_unknown_task_changes_nothing(chart: Path, tmp_path: Path) -> None:
    out = tmp_path / "store"
    run(chart, "-o", out)
    book = openpyxl.load_workbook(out / "review.xlsx")
    book.worksheets[0]["E2"].value = "recieve-showroom-customer"
    book.save(out / "review.xlsx")
    before = digest(out / "positions")
    with pytest.raises(ImportRefused, match="did you mean receive-showroom-customer"):
        run("--review", out / "review.xlsx")
    assert digest(out / "positions") == before


def test_a_clause_that_may_be_unlawful_is_shown_and_not_imported(tmp_path: Path) -> None:
    text = "保安岗位职责\n1、巡逻。\n任职要求：\n1、限男性，18-45岁；\n2、有责任心。\n"
    (tmp_path / "a.txt").write_text(text, "utf-8")
    done = run(tmp_path / "a.txt", "-o", tmp_path / "out", "--format", "json")
    assert [(f["text"], f["why"]) for f in json.loads(done.output)["flagged"]] == [
        ("限男性", "sex"), ("18-45岁", "age"),
    ]  # fmt: skip
    written = "".join(p.read_text("utf-8") for p in (tmp_path / "out").rglob("*.yaml"))
    assert "限男性" not in written
    assert "有责任心" in written


def test_the_ledger_and_the_workbook_hold_no_formula(tmp_path: Path) -> None:
    rows = [["Position", "Duties"], ["Clerk", "=HYPERLINK(1)"], ["Clerk", "Files letters"]]
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    (tmp_path / "a.csv").write_text(out.getvalue(), "utf-8")
    run(tmp_path / "a.csv", "-o", tmp_path / "out")
    assert ",'=HYPERLINK(1)," in (tmp_path / "out" / "ledger.csv").read_text("utf-8")
    sheet = openpyxl.load_workbook(tmp_path / "out" / "review.xlsx").worksheets[0]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


def test_fifteen_sheets_of_a_word_file_are_fifteen_positions(tmp_path: Path) -> None:
    example = next(e for e in examples() if e.name == "form-fifteen.docx")
    (tmp_path / example.name).write_bytes(example.data)
    run(tmp_path / example.name, "-o", tmp_path / "out")
    org = dr.load(tmp_path / "out")
    assert len(org.positions) == 15
    assert len(org.duties().items) == sum(len(job.duties) for job in example.jobs)


@pytest.mark.slow
def test_a_chart_of_15_664_rows_is_imported_in_less_than_a_minute(tmp_path: Path) -> None:
    head = "Post reference,Post title,Organisation,Unit,Reports to (post reference),Function"
    rows = [head.split(",")]
    for number in range(15_664):
        agency, place = divmod(number, 47)
        above = str(place // 3) if place else "XX"
        unit, work = f"Section {place % 5}", f"Looks after matter {number}"
        rows.append([str(place), f"Officer {place % 9}", f"Agency {agency}", unit, above, work])
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    (tmp_path / "big.csv").write_text(out.getvalue(), "utf-8")
    began = time.process_time()
    done = run(tmp_path / "big.csv", "-o", tmp_path / "out", "--format", "json")
    assert time.process_time() - began < 60
    told = json.loads(done.output)
    assert (told["positions"], told["problems"], told["unnamed"]) == (15_664, [], 0)


HEADS = "岗位,部门,直接上级,岗位职责\n"
ROWS = ("店长,总经办,无,全面负责门店经营\n", "销售经理,销售部,店长,制定销售计划\n")


@pytest.mark.parametrize(
    "joined",
    [
        HEADS + ROWS[0] + HEADS + ROWS[1],
        HEADS + ROWS[0] + "\ufeff" + HEADS + ROWS[1],
        "\ufeff" + HEADS + ROWS[0] + "\n\ufeff" + HEADS + ROWS[1],
    ],
)
def test_charts_that_were_joined_are_one_list_and_their_marks_nobody(
    tmp_path: Path, joined: str
) -> None:
    chart = tmp_path / "chart.csv"
    chart.write_text(joined, "utf-8")
    run(chart, "-o", tmp_path / "shop", "--lang", "en")
    names = [p.name.zh for p in dr.load(tmp_path / "shop").positions.values()]
    assert sorted(names) == ["店长", "销售经理"]


def test_a_file_named_twice_is_read_once(chart: Path, tmp_path: Path) -> None:
    again = chart.parent / "." / chart.name
    run(chart, again, "-o", tmp_path / "shop", "--lang", "en")
    once = tmp_path / "once"
    run(chart, "-o", once, "--lang", "en")
    assert (tmp_path / "shop" / "ledger.csv").read_bytes() == (once / "ledger.csv").read_bytes()
