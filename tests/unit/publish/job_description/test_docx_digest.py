"""A Word file saved without a change of what it says is still ours; one with a change is not."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from docx import Document as WordFile
from docx.oxml import OxmlElement
from lxml import etree

from dealer_roles.facade import load
from dealer_roles.publish.job_description.docx import TEMPLATE, docx
from dealer_roles.publish.job_description.docx_controls import KEEP, text_of
from dealer_roles.publish.job_description.docx_digest import (
    NAME,
    says_what_we_wrote,
    with_digest,
)
from dealer_roles.publish.job_description.layouts import LAYOUTS
from dealer_roles.publish.job_description.sections import job_description
from dealer_roles.publish.kept_current import compare, write_unless_edited
from dealer_roles.publish.render.files import template_bytes
from dealer_roles.publish.render.seal import is_ours, sealed
from dealer_roles.source.office_xml import W
from dealer_roles.values.text import LANGS
from tests.support.sample import DAY, STORE
from tests.support.tools import needs

WHO = "warranty-specialist"
Edit = Callable[[Any], object]


def written(template: bytes | None = None) -> bytes:
    return docx(load(STORE).describe(WHO, "zh", DAY), template, "own.docx")


def saved_again(content: bytes, edit: Edit = lambda _: None) -> bytes:
    """Return a Word file as a program saves it: other bytes, no remark of ours in the archive."""
    document = WordFile(io.BytesIO(content))
    edit(document)
    document.core_properties.revision += 1
    made = io.BytesIO()
    document.save(made)
    assert not is_ours(made.getvalue(), ".docx")
    return made.getvalue()


def word_tidies(document: Any) -> None:
    """Leave the traces that Word leaves where nobody changed a word."""
    for paragraph in document.element.body.iter(f"{W}p"):
        paragraph.set(f"{W}rsidR", "00AB12CD")
        for run in list(paragraph.iter(f"{W}r")):
            text = run.find(f"{W}t")
            alone = [one.tag for one in run if one.tag != f"{W}rPr"] == [f"{W}t"]
            if not alone or len(text.text or "") < 2:
                continue
            rest = deepcopy(run)
            whole = text.text
            text.text, rest.find(f"{W}t").text = whole[:1], whole[1:]
            properties = rest.get_or_add_rPr()
            properties.append(OxmlElement("w:lang"))
            run.addnext(rest)
            run.addnext(OxmlElement("w:proofErr"))
            break


def by_hand(document: Any) -> None:
    body = document.element.body
    blocks = [sdt for sdt in body.iter(f"{W}sdt") if f'w:val="{KEEP}' in _xml(sdt)]
    paragraph = blocks[0].find(f".//{W}p")
    run = paragraph.add_r()
    run.add_t("本店另定：周六值班。")


def _xml(node: Any) -> str:
    return str(etree.tostring(node, encoding="unicode"))


def first_run(document: Any, said: str) -> Any:
    runs = (r for r in document.element.body.iter(f"{W}r") if said in text_of(r))
    return next(runs)


def marked(name: str) -> Edit:
    def edit(document: Any) -> None:
        first_run(document, "索赔").get_or_add_rPr().append(OxmlElement(f"w:{name}"))

    return edit


def put_in(name: str) -> Edit:
    return lambda document: first_run(document, "索赔").append(OxmlElement(f"w:{name}"))


def tracked(document: Any) -> None:
    run = first_run(document, "索赔")
    inserted = OxmlElement("w:ins")
    run.addnext(inserted)
    inserted.append(deepcopy(run))


def retyped(document: Any) -> None:
    text = first_run(document, "索赔").find(f"{W}t")
    text.text = text.text.replace("索赔", "理赔")


def row_gone(document: Any) -> None:
    row = next(document.element.body.iter(f"{W}tr"))
    row.getparent().remove(row)


def rows_swapped(document: Any) -> None:
    first, second = document.tables[1].rows[1:3]
    second._tr.addnext(first._tr)


def in_the_foot(document: Any) -> None:
    document.sections[0].footer.paragraphs[0].add_run("作废")


EDITS: dict[str, Edit] = {
    "a word": retyped, "a row": row_gone, "an order": rows_swapped, "a tracked change": tracked,
    "the foot": in_the_foot, "bold": marked("b"), "struck out": marked("strike"),
    "hidden": marked("vanish"), "a comment": put_in("commentReference"),
    "a picture": put_in("drawing"), "a note": put_in("footnoteReference"),
}  # fmt: skip


@pytest.mark.parametrize("edit", [lambda _: None, word_tidies, by_hand])
def test_a_file_saved_without_a_change_says_what_we_wrote(edit: Edit) -> None:
    assert says_what_we_wrote(written())
    assert says_what_we_wrote(saved_again(written(), edit))


@pytest.mark.parametrize("name", EDITS)
def test_a_file_saved_with_a_change_does_not(name: str) -> None:
    assert not says_what_we_wrote(saved_again(written(), EDITS[name]))


@pytest.mark.parametrize("content", [b"", b"PK\x05\x06" + b"\0" * 18, b"no zip"])
def test_what_is_no_word_file_of_ours_does_not(content: bytes) -> None:
    assert not says_what_we_wrote(content)


def test_a_word_file_of_others_does_not() -> None:
    made = io.BytesIO()
    WordFile().save(made)
    assert not says_what_we_wrote(made.getvalue())


def test_a_property_of_a_template_stays_beside_ours() -> None:
    labelled = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(with_digest(template_bytes(TEMPLATE)))) as old,
        zipfile.ZipFile(labelled, "w") as new,
    ):
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(NAME.encode(), b"sensitivity"))
    made = written(labelled.getvalue())
    assert says_what_we_wrote(made)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        properties = archive.read("docProps/custom.xml").decode()
    assert re.findall('name="([^"]*)"', properties) == ["sensitivity", NAME]
    assert re.findall('pid="([^"]*)"', properties) == ["2", "3"]


def test_render_renews_a_stale_file_that_was_only_saved_and_no_edited_one(tmp_path: Path) -> None:
    org = load(STORE).on(DAY)
    only_saved, edited = tmp_path / f"{WHO}.zh.docx", tmp_path / "accountant.zh.docx"
    for file, edit in ((only_saved, by_hand), (edited, row_gone)):
        holder = file.name.partition(".")[0]
        made = sealed(docx(load(STORE).describe(holder, "en", DAY)), ".docx")  # says other things
        file.write_bytes(saved_again(made, edit))
    states = {one.path: one.state for one in compare(org, tmp_path)}
    assert (states[only_saved], states[edited]) == ("stale", "edited")
    fresh = next(one for one in compare(org, tmp_path) if one.path == only_saved)
    assert write_unless_edited(only_saved, docx(load(STORE).describe(WHO, "zh", DAY)))
    assert only_saved.read_bytes() == fresh.content
    assert "本店另定：周六值班。" in text_of(WordFile(str(only_saved)).element.body)


@needs("libreoffice")
@pytest.mark.slow
def test_libreoffice_saves_it_and_it_is_still_ours(tmp_path: Path) -> None:
    (tmp_path / "made").mkdir()
    for lang in LANGS:
        for layout in LAYOUTS:
            paper = job_description(load(STORE).on(DAY), WHO, lang, layout)
            (tmp_path / "made" / f"{lang}.{layout}.docx").write_bytes(docx(paper))
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(tmp_path / "saved")]
    command += map(str, (tmp_path / "made").glob("*.docx"))
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    saved = [*(tmp_path / "saved").glob("*.docx")]
    assert len(saved) == len(LANGS) * len(LAYOUTS)
    for file in saved:
        assert not is_ours(file.read_bytes(), ".docx")
        assert says_what_we_wrote(file.read_bytes()), file.name
