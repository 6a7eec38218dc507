from __future__ import annotations

import datetime as dt
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from dealer_roles.facade import Organization, load
from dealer_roles.gate.issue_edition import due, write
from dealer_roles.gate.signature_register import read_register
from dealer_roles.gate.signatures import standing
from dealer_roles.organization.names import called
from dealer_roles.publish.document.blocks import Table
from dealer_roles.publish.document.document import Document
from dealer_roles.publish.job_description.docx_context import docx_context
from dealer_roles.publish.job_description.publish import Format, holders
from dealer_roles.publish.job_description.sections import said_here
from dealer_roles.publish.render.html import html
from dealer_roles.publish.render.markdown import markdown
from dealer_roles.publish.render.typst_data import typst_data
from tests.support.sample import DAY, STORE

WHO = "warranty-specialist"
OLD, NEW = "说明逐笔差异", "逐笔说明差异"


def issue(store: Path, *only: str) -> tuple[str, ...]:
    org = load(store)
    here = org.on(DAY)
    issued = due(here, only or holders(here), DAY)
    for path, text in write(org.loaded, issued, "why: it changed").items():
        Path(path).write_text(text, "utf-8")
    return tuple(f"{one.holder} {one.version}" for one in issued)


SHOWN: dict[str, Callable[[Document], object]] = {
    "md": markdown, "html": html, "docx": docx_context, "pdf": typst_data,
}  # fmt: skip


def shown(document: Document, format: Format) -> str:
    """Return what a format is made of, as text."""
    return str(SHOWN[format](document))


def codes(store: Path) -> set[tuple[str, str]]:
    found = load(store).check(on=DAY)
    return {(f.code, f.subject) for f in found if f.code.startswith(("edition", "signature"))}


def reword(store: Path) -> None:
    people = store / "positions" / "people.yaml"
    text = people.read_text("utf-8")
    assert OLD in text
    people.write_text(text.replace(OLD, NEW), "utf-8")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return Path(shutil.copytree(STORE, tmp_path / "store"))


def test_without_a_ledger_nothing_is_found(store: Path) -> None:
    reword(store)
    assert codes(store) == set()


def test_all_are_issued_once_and_comments_stay(store: Path) -> None:
    before = (store / "positions" / "people.yaml").read_text("utf-8").splitlines()
    assert len(issue(store)) == len(holders(load(store).on(DAY)))
    after = (store / "positions" / "people.yaml").read_text("utf-8").splitlines()
    assert [line for line in after if not line.startswith("edition:")] == before
    assert codes(store) == set()
    assert issue(store) == ()


def test_a_changed_duty_names_the_edition_to_raise_and_the_next_is_1_1(store: Path) -> None:
    issue(store)
    reword(store)
    assert ("edition-unchanged", WHO) in codes(store)
    assert f"{WHO} 1.1" in issue(store)
    assert codes(store) == set()


def test_who_changes_one_language_alone_is_told_of_the_others(store: Path) -> None:
    """And so is whoever reads the next edition; a change in both says nothing of languages."""
    issue(store)
    reword(store)
    (found,) = (f for f in load(store).check(on=DAY) if f.code == "edition-unchanged")
    assert "（职责明细，仅中文）" in found.message.zh
    assert "Chinese only" in found.message.en
    assert found.fix.zh.startswith("先核对其他语言是否仍说同样的话；升版")
    issue(store, WHO)
    rename(store)
    assert "edition-unchanged" in {code for code, _ in codes(store)}
    assert not [f for f in load(store).check(on=DAY) if "仅" in f.message.zh]
    issue(store, WHO)
    changes = load(store).describe(WHO, "zh").section("changes")
    assert changes
    (table,) = (block for block in changes.blocks if isinstance(block, Table))
    assert ["仅中文" in row.cells[2].text for row in table.rows] == [False, True, False]


def rename(store: Path) -> None:
    people = store / "positions" / "people.yaml"
    text = people.read_text("utf-8")
    assert "[monthly], within: 5 days" in text
    people.write_text(
        text.replace("[monthly], within: 5 days", "[weekly], within: 5 days"), "utf-8"
    )


def test_an_edition_stands_in_the_brackets_of_its_language(store: Path) -> None:
    issue(store)
    heads = {lang: load(store).describe(WHO, lang).meta.edition for lang in ("zh", "en")}
    assert re.fullmatch(r"版次：1\.0（[\d-]+）", heads["zh"])
    assert re.fullmatch(r"Edition: 1\.0 \([\d-]+\)", heads["en"])


@pytest.mark.parametrize("format", ["md", "html", "docx", "pdf"])
def test_a_paper_shows_the_hashes_of_its_editions_as_the_ledger_has_them(
    store: Path, format: Format
) -> None:
    issue(store)
    ledger = store / "editions.yaml"
    hashes = re.findall(r'hash: "(\w+)"', text := ledger.read_text("utf-8"))
    ledger.write_text(text.replace(hashes[0], "f81b775b22f7"), "utf-8")
    org = load(store)
    first = org.on(DAY).model.editions[0]
    assert first.hash == "f81b775b22f7"
    document = org.describe(first.position, "zh")
    assert first.hash in shown(document, format)


def test_an_edition_that_nothing_has_is_found(store: Path) -> None:
    issue(store)
    ledger = store / "editions.yaml"
    text = ledger.read_text("utf-8").replace(f"position: {WHO}\n", "position: stable-boy\n")
    ledger.write_text(text, "utf-8")
    assert codes(store) == {("edition-unknown", "stable-boy"), ("edition-unrecorded", WHO)}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_who_signed_what_is_no_longer_true_is_found(store: Path, encoding: str) -> None:
    issue(store)
    signed = said_here(load(store).on(DAY), WHO).hash
    row = f"岗位,版次,指纹,签收人,日期\n{WHO},1.0,{signed},E017,2026/11/02\n"
    (store / "signatures.csv").write_bytes(row.encode(encoding))
    assert codes(store) == set()
    reword(store)
    assert ("signature-outdated", f"E017,{WHO}") in codes(store)


def test_a_later_signature_supersedes_an_earlier_one(store: Path) -> None:
    issue(store)
    first = said_here(load(store).on(DAY), WHO).hash
    reword(store)
    issue(store)
    second = said_here(load(store).on(DAY), WHO).hash
    rows = f"{WHO},1.0,{first},E1,2026-11-02\n{WHO},1.1,{second},E1,2026-11-03\n"
    (store / "signatures.csv").write_text("position,edition,hash,who,day\n" + rows, "utf-8")
    register = read_register(str(store))
    assert register is not None
    states = [one.state for one in standing(load(store).on(DAY), register)]
    assert states == ["superseded", "holds"]


@pytest.mark.parametrize(
    ("row", "state"),
    [
        ("{id},1.0,{hash},E1,2026-11-02", "holds"),
        ("{name},1.0,{hash},E1,2026/11/2", "holds"),  # as Excel and HR write it
        ("{id},1,{HASH},E1,2026年11月2日", "holds"),
        (' {id} ,1.0,{hash},"张三, 甲",2026-11-02 00:00:00,more', "holds"),
        ("{id},9.9,{hash},E1,2026-11-02", "unknown"),  # nobody issued that
        ("stable-boy,1.0,{hash},E1,2026-11-02", "unknown"),
        ("{id},1.0,{hash},,2026-11-02", "unreadable"),  # nobody signed
        ("{id},1.0,,E1,2026-11-02", "unreadable"),
        ("{id},1.0,{hash},E1,2026-02-30", "unreadable"),
        ("{id},1.0,{hash},E1,2.11.2026", "unreadable"),
        ("{id},1.0,{hash}", "unreadable"),
        ("{id},1.0,7.5E+11,E1,2026-11-02", "unreadable"),
        (",,,,", ""),
    ],
)
def test_rows_as_people_write_them_are_read_or_named(store: Path, row: str, state: str) -> None:
    issue(store)
    org = load(store)
    hash_ = said_here(org.on(DAY), WHO).hash
    name = called(org.positions[WHO]).zh
    said = row.format(id=WHO, hash=hash_, HASH=hash_.upper(), name=name)
    (store / "signatures.csv").write_text(f"岗位,版次,指纹,签收人,日期\n{said}\n", "utf-8")
    register = read_register(str(store))
    assert register is not None
    states = [one.state for one in standing(org.on(DAY), register)]
    assert [*states, *("unreadable" for _ in register.problems)] == ([state] if state else [])


@pytest.mark.parametrize(
    ("said", "hash_"), [("91445649510", "091445649510"), ("7", "000000000007")]
)
def test_zeros_that_excel_takes_from_a_hash_of_digits_come_back(
    store: Path, said: str, hash_: str
) -> None:
    row = f"position,edition,hash,who,day\n{WHO},1.0,{said},E1,2026-11-02\n"
    (store / "signatures.csv").write_text(row, "utf-8")
    register = read_register(str(store))
    assert register is not None
    assert [one.hash for one in register.signed] == [hash_]


@pytest.mark.parametrize(
    "content", [b"position,who\n", b"position,edition,hash,who,day\na,1,zz,b,never\n", b"\xff\xff"]
)
def test_what_cannot_be_read_in_the_register_is_a_finding(store: Path, content: bytes) -> None:
    (store / "signatures.csv").write_bytes(content)
    assert {code for code, _ in codes(store)} == {"signatures-unreadable"}


def test_a_reworded_duty_says_who_must_sign_again(store: Path) -> None:
    old: Organization = load(store)
    reword(store)
    found = old.diff(load(store), on=DAY)
    assert [(c.verb, c.kind, c.holder, c.languages) for c in found.changes] == [
        ("reworded", "duty", WHO, ("zh",))
    ]
    assert WHO in {one.holder for one in found.sign_again}
    assert all(one.languages == ("zh",) for one in found.sign_again)


def test_nothing_changed_means_nothing_to_sign(store: Path) -> None:
    found = load(store).diff(load(store), on=dt.date(2026, 11, 1))
    assert not found.changes
    assert not found.sign_again
