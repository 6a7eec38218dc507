"""The small laws of an import: numbers, shares, ids, superiors, clauses, encodings, YAML."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

import dealer_roles as dr
from dealer_roles.imports.drafts import DraftPosition, Superior
from dealer_roles.imports.ids import slug, text_ids, unique_ids
from dealer_roles.imports.marks import mark_of
from dealer_roles.imports.pieces import Bit, Piece, column_letters
from dealer_roles.imports.read.encoding import decode
from dealer_roles.imports.read.files import read_file
from dealer_roles.imports.read.word_numbers import chinese, shown
from dealer_roles.imports.recognise.labels import Labels
from dealer_roles.imports.recognise.lines import split_fully
from dealer_roles.imports.recognise.mapping import read_mapping
from dealer_roles.imports.recognise.matrices import legend
from dealer_roles.imports.recognise.roles import heading_name, is_role
from dealer_roles.imports.recognise.shares import share_of, shares_in_cell
from dealer_roles.imports.recognise.unlawful import unlawful_clauses
from dealer_roles.imports.refused import ImportRefused
from dealer_roles.imports.run import Options, import_files
from dealer_roles.imports.superiors import superiors
from dealer_roles.imports.write.dialect import clean
from dealer_roles.imports.write.yaml_text import CommentedItem, document
from dealer_roles.model.base_forms import is_id
from dealer_roles.source.yaml_nodes import read_yaml
from tests.support.imports.office import Word, workbook


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("一、总则", "han", 1), ("（十二）附则", "han-brackets", 12), ("3. Clean", "digits", 3), ("3、打扫", "digits", 3),
        ("2)归档", "digits-bracket", 2), ("(4) file", "digits-brackets", 4), ("⑤盘点", "circles", 5), ("1.2.3 检查", "dotted-2", 3),
        ("- item", "bullets", 0), ("✅ 底薪", "bullets", 0), ("💰 薪资", "bullets", 0), ("a) open", "letters", 1),
    ],
)  # fmt: skip
def test_a_mark_is_told_from_the_text_behind_it(text: str, kind: str, value: int) -> None:
    mark = mark_of(text)
    assert mark is not None
    assert (mark.kind, mark.value) == (kind, value)


@pytest.mark.parametrize(
    "text", ["1.5 tons of stock", "十字路口值班", "2026年目标", "C1驾照", "1000元"]
)
def test_a_number_that_belongs_to_the_text_is_no_mark(text: str) -> None:
    assert mark_of(text) is None


def test_items_in_one_line_are_split_and_a_decimal_is_not() -> None:
    piece = Piece("f", "1、库存低于1.5吨时补货；2、每日盘点：（1）清点；（2）登记；3、上报")
    parts = [bit.text for bit in split_fully(Bit(piece, 0, len(piece.text)))]
    assert parts == [
        "1、库存低于1.5吨时补货；",
        "2、每日盘点：",
        "（1）清点；",
        "（2）登记；",
        "3、上报",
    ]


def test_numbers_are_shown_as_word_shows_them() -> None:
    assert [chinese(n) for n in (1, 10, 12, 20, 35)] == ["一", "十", "十二", "二十", "三十五"]
    assert [shown(4, form) for form in ("upperRoman", "lowerLetter", "decimalEnclosedCircle")] == [
        "IV", "d", "④",
    ]  # fmt: skip


def test_automatic_numbers_restart_where_word_restarts_them(tmp_path: Path) -> None:
    word = Word()
    first = word.numbers("chineseCounting", "（%1）")
    for text in ("a", "b"):
        word.numbered(text, first)
    again = word.restarted(first)
    word.numbered("c", again)
    word.numbered("d", again)
    (tmp_path / "a.docx").write_bytes(word.data())
    pieces = read_file(str(tmp_path / "a.docx")).pieces()
    assert [p.number for p in pieces] == ["（一）", "（二）", "（一）", "（二）"]


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("负责展厅接待", "accountable"), ("协助店长编制预算", "supporting"), ("协助客户办理上牌", "accountable"),
        ("配合财务部盘点", "supporting"), ("审核报销单", "accountable"), ("监督车间安全", "accountable"),
        ("Assist doctors with surgery", "supporting"), ("Assist customers at the counter", "accountable"),
        ("Run the payroll", "accountable"),
    ],
)  # fmt: skip
def test_the_first_words_propose_the_share(text: str, share: str) -> None:
    assert share_of(text)[0] == share


@pytest.mark.parametrize(
    ("cell", "shares"),
    [
        ("R", ("responsible",)), ("r/a", ("accountable", "responsible")), ("RA", ("accountable", "responsible")),
        ("负责", ("accountable",)), ("协助、知会", ("supporting", "informed")), ("审批", ("approver",)), ("√", ("responsible",)),
        ("A*", ("accountable",)), ("hello", ()), ("", ()),
    ],
)  # fmt: skip
def test_a_cell_of_a_matrix_gives_shares(cell: str, shares: tuple[str, ...]) -> None:
    assert shares_in_cell(cell, {}) == shares
    assert shares_in_cell("主", {"主": "consulted"}) == ("consulted",)


def test_a_legend_says_what_signs_mean() -> None:
    assert legend(["图例：★主责 ☆配合 △知会"]) == {
        "★": "accountable", "☆": "supporting", "△": "informed",
    }  # fmt: skip
    assert legend(["编号 A 区", "★"]) == {}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("限男性", "sex"), ("女士优先", "sex"), ("年龄22-35岁", "age"), ("45周岁以下", "age"), ("本地户口优先", "origin"),
        ("已婚已育", "marriage"), ("形象气质佳", "body"), ("迟到罚款50元", "fines"), ("扣发当月绩效", "fines"),
        ("male candidates only", "sex"), ("aged 25 to 35", "age"), ("native English speaker", "origin"),
        ("unmarried", "marriage"), ("will be fined", "fines"),
    ],
)  # fmt: skip
def test_a_clause_that_may_be_unlawful_is_found(text: str, kind: str) -> None:
    assert [found for *_, found in unlawful_clauses(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    ["男女不限", "年龄不限", "销售男装与女装", "登记客户年龄", "代客户缴纳违章罚款", "fine-tune engines", "manage staff",
     "3年以上经验", "regardless of age or sex"],
)  # fmt: skip
def test_a_lawful_clause_is_not_flagged(text: str) -> None:
    assert list(unlawful_clauses(text)) == []


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("岗 位 名 称：", "position"), ("Job Title", "position"), ("直属上级", "superior"), ("Reports to", "superior"),
        ("任职资格", "qualifications"), ("What you'll need:", "qualifications"), ("職務", "position"), ("【工作内容】", "duties"),
        ("五险一金", ""), ("薪资福利", "benefits"), ("岗位名称 Job Title", "position"), ("Post Unique Reference", "code"),
        ("Reports to Senior Post", "superior_code"), ("年龄", "age"), ("工作内容及职责", "duties"), ("duties and requirements", "duties"), ("销售与客户", ""), ("Payroll Accountant", ""), ("departments", "department"),
    ],
)  # fmt: skip
def test_a_label_stands_for_a_field(label: str, field: str) -> None:
    assert Labels().field(label) == field
    assert Labels({label: "measures"}).field(label) == "measures"


@pytest.mark.parametrize(
    ("text", "name"),
    [("销售顾问岗位职责", "销售顾问"), ("招聘：机修工（3名）", "机修工"), ("Job Description: Store Clerk", "Store Clerk"),
     ("We're hiring a Parts Advisor!", "Parts Advisor"), ("各部门岗位职责", ""), ("某酒店招聘启事", "")],
)  # fmt: skip
def test_a_heading_names_a_position(text: str, name: str) -> None:
    assert heading_name(text) == name


def test_names_of_positions_are_told_from_other_words() -> None:
    assert all(map(is_role, ("店长", "服务顾问", "钣金工", "Head of Finance", "Practice Nurse")))
    assert not any(
        map(is_role, ("库存增长", "负责接待客户", "全体员工", "the manager decides", "Stock"))
    )


@given(
    st.lists(st.tuples(st.text(max_size=12), st.lists(st.text(max_size=6), max_size=3)), max_size=8)
)
def test_ids_are_ids_unique_and_stable(wanted: list[tuple[str, list[str]]]) -> None:
    made = unique_ids(wanted, {"manager"}, "position")
    assert len(set(made)) == len(made) == len(wanted)
    assert all(is_id(id_) and 0 < len(id_) <= 80 for id_ in made)
    assert "manager" not in made
    assert made == unique_ids(wanted, {"manager"}, "position")


def test_an_id_says_how_the_name_is_spoken_and_does_not_hang_on_the_order() -> None:
    assert slug("销售顾问") == "xiao-shou-gu-wen"
    assert slug("Zoë's 4S店") == "zoe-s-4s-dian"
    assert slug("4S店") == "n-4s-dian"
    two = [("店长", ("A1",)), ("店长", ("B2",)), ("出纳", ())]
    forward, backward = unique_ids(two, (), "p"), unique_ids(two[::-1], (), "p")
    assert forward == ["dian-zhang-a1", "dian-zhang-b2", "chu-na"] == backward[::-1]
    long = {"负责" * 40 + "甲", "负责" * 40 + "乙"}
    assert len(set(text_ids(sorted(long), (), "task").values())) == 2


def position(name: str, boss: str = "", department: str = "", **facts: Any) -> DraftPosition:
    path = (department,) if department else ()
    return DraftPosition(name, superior=Superior(boss, top=boss == "无"), department=path, **facts)


def test_a_superior_is_found_by_person_by_title_and_in_the_nearest_department() -> None:
    head = position("店长", "无", person="张三")
    north, south = position("主管", "张三（店长）", "北区"), position("主管", "店长", "南区")
    clerk, lost, unclear = (
        position("店员", "主管", "南区"),
        position("司机", "车队长"),
        position("会计", "主管"),
    )
    every = [head, north, south, clerk, lost, unclear]
    lines = superiors(every)
    assert [lines[p].to for p in (head, north, south, clerk)] == [None, head, head, south]
    assert (lines[lost].unnamed, lines[lost].why) == ("车队长", "unknown")
    assert (lines[unclear].unnamed, lines[unclear].why) == ("主管", "ambiguous")


def test_a_loop_is_opened_and_said() -> None:
    a, b = position("甲经理", "乙经理"), position("乙经理", "甲经理")
    lines = superiors([a, b])
    assert sorted(line.why for line in lines.values()) == ["", "loop"]


TEXTS = {
    "utf-8": "姓名,职务", "utf-8-sig": "姓名,职务", "utf-16": "姓名,职务", "utf-16-le": "姓名,职务\n张三,店长\n", "gb18030": "姓名,职务\n王芳,会计\n",
    "big5": "姓名,職務\n林志明,總經理\n", "cp1252": "Name;Titel\nJosé Núñez;Geschäftsführer\n",
}  # fmt: skip


@pytest.mark.parametrize("encoding", sorted(TEXTS))
def test_a_text_is_read_in_the_encoding_it_is_in(encoding: str) -> None:
    assert decode(TEXTS[encoding].encode(encoding), "f") == TEXTS[encoding]


def test_columns_have_the_letters_of_a_sheet() -> None:
    assert [column_letters(n) for n in (1, 26, 27, 703)] == ["A", "Z", "AA", "AAA"]


@given(st.text().map(clean).filter(bool), st.text().map(clean))
def test_what_is_written_as_yaml_is_read_back(text: str, note: str) -> None:
    values = {"name": text, "none": None, "count": 2, "texts": [CommentedItem(text, note), {"zh": text}],
              "list": [CommentedItem({"a": text, "b": [text]}, note)], "inner": {"x": text}}  # fmt: skip
    documents, problems = read_yaml(document(values), 60)
    assert problems == []
    ((data, _),) = documents
    wanted = {**values, "texts": [text, {"zh": text}], "list": [{"a": text, "b": [text]}]}
    assert data == wanted


def test_a_mapping_names_everything_that_is_wrong_with_it(tmp_path: Path) -> None:
    path = tmp_path / "m.yaml"
    path.write_text("headers: {X: postion}\ncells: {Y: boss}\nlanguage: xx\nheadres: {}\n", "utf-8")
    with pytest.raises(ImportRefused) as refused:
        read_mapping(str(path))
    assert len(refused.value.problems) == 4
    assert "position" in str(refused.value)


def test_a_file_in_another_language_is_read_by_its_mapping(tmp_path: Path) -> None:
    """Labels of a third language are data; so is the language of the organization."""
    chart = tmp_path / "chart.csv"
    chart.write_text(
        "Poste,Supérieur,Missions\nDirectrice,,Dirige\nChef,Directrice,Planifie\n", "utf-8"
    )
    mapping = tmp_path / "m.yaml"
    fields = "{Poste: position, Supérieur: superior, Missions: duties}"
    mapping.write_text(f"language: fr\nheaders: {fields}\n", "utf-8")
    import_files([str(chart)], str(tmp_path / "out"), Options(mapping=read_mapping(str(mapping))))
    org = dr.load(tmp_path / "out")
    assert "languages:\n- fr\n" in (tmp_path / "out" / "organization.yaml").read_text("utf-8")
    assert {p.id: p.line.to for p in org.positions.values()} == {
        "directrice": None,
        "chef": "directrice",
    }


def test_a_draft_is_the_same_wherever_it_is_written(tmp_path: Path) -> None:
    (tmp_path / "chart.csv").write_text("岗位,直接上级\n店长,\n销售顾问,店长\n", "utf-8")
    folders = [tmp_path / "one", tmp_path / "another"]
    for folder in folders:
        import_files([str(tmp_path / "chart.csv")], str(folder))
    one, another = ({p.relative_to(f): p.read_bytes() for p in f.rglob("*.*")} for f in folders)
    assert one == another
    assert Path("organization.yaml") in one


def test_the_summary_names_what_stays_out_and_whom_to_name(tmp_path: Path) -> None:
    rows = [["事项", "店长", "财务部", "客户"], ["收款", "A", "R", "I"], ["旧事项", "A", "", ""]]
    (tmp_path / "a.xlsx").write_bytes(
        workbook({"S": rows, "旧": [["岗位", "职责"], ["店员", "卖车"]]})
    )
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    book["S"].row_dimensions[3].hidden = True
    book["旧"].sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    made = import_files([str(tmp_path / "a.xlsx")], str(tmp_path / "out"))
    assert (made.hidden, made.parties, made.offices) == (6, ("客户",), ("财务部",))
    assert made.problems == ()
