"""An organization in any language: its own texts and names, English fixed words, right tags."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dealer_roles.facade import Organization, load
from dealer_roles.publish.kept_current import compare
from dealer_roles.publish.products import PRODUCTS
from dealer_roles.values.errors import InvalidArgument
from tests.support.command import exit_code

FILES = {
    "organization.yaml": (
        "kind: organization\nid: phong-kham\nname: Phòng khám Hòa Bình\nlanguages: [vi]\n"
        "catalogue: []\n"
        "departments: [{id: khoa-khám, name: Khoa Khám bệnh}]\n"
    ),
    "tasks.yaml": (
        "kind: tasks\narea: {id: khám, vi: Khám chữa bệnh}\ntasks:\n"
        "- {id: tiếp-nhận, name: Tiếp nhận bệnh nhân}\n- {id: kê-đơn, name: Kê đơn thuốc}\n"
    ),
    "process.yaml": (
        "kind: process\nid: khám-bệnh\nname: Quy trình khám\nsteps:\n"
        "- {id: a, task: tiếp-nhận}\n- {id: b, task: kê-đơn}\n"
    ),
    "positions.yaml": (
        "kind: position\nid: bác-sĩ\nname: Bác sĩ\ndepartment: khoa-khám\nreports_to: null\n"
        "duties:\n- {task: kê-đơn, responsibility: accountable}\n---\n"
        "kind: position\nid: lễ-tân\nname: Lễ tân\ndepartment: khoa-khám\nreports_to: bác-sĩ\n"
        "duties:\n- {task: tiếp-nhận, responsibility: accountable, text: Đón tiếp bệnh nhân}\n"
        "handoffs:\n- {id: phiếu, to: bác-sĩ, deliverable: Phiếu khám, task: tiếp-nhận, "
        "then: kê-đơn}\n"
    ),
}
_NOT_SHOWN = re.compile(r"(?s)<(script|style|noscript).*?</\1>")
SUBJECTS = {"position": "lễ-tân", "process": "khám-bệnh", "department": "khoa-khám"}


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("clinic")
    for name, text in FILES.items():
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def org(clinic: Path) -> Organization:
    return load(str(clinic))


MADE = [(p.name, format_) for p in PRODUCTS for format_ in dict.fromkeys(p.formats.values())]


@pytest.mark.parametrize(("name", "format_"), MADE)
def test_every_document_is_made_in_the_language_and_kept_current(
    org: Organization, name: str, format_: str, tmp_path: Path
) -> None:
    product = next(p for p in PRODUCTS if p.name == name)
    subject = SUBJECTS[product.about] if product.needs_subject else ""
    made = product.publish(org.on(), subject, format_, "vi")
    assert made
    path = tmp_path / product.file_name(subject, format_, "vi")
    path.write_bytes(made if isinstance(made, bytes) else made.encode())
    states = {doc.path.name: doc.state for doc in compare(org.on(), tmp_path)}
    assert states[path.name] == "current"
    if format_ == "html":
        page = made if isinstance(made, str) else made.decode()
        assert '<html lang="vi"' in page
        assert "Lễ tân" in page or "Phòng khám" in page
        assert not re.search("[\u4e00-\u9fff]", _NOT_SHOWN.sub("", page))


@pytest.mark.parametrize(
    "arguments",
    [
        ["owner", "kê-đơn"], ["escalation", "lễ-tân"], ["duties"], ["handoffs"], ["gaps"],
        ["overlaps"],
        ["list", "positions"], ["describe", "lễ-tân"], ["walk", "khám-bệnh"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_every_question_is_answered_in_it(
    clinic: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert exit_code(*arguments, "--org", str(clinic), "--lang", "vi") == 0
    assert not re.search("[\u4e00-\u9fff]", capsys.readouterr().out)


def test_a_language_that_nobody_has_is_refused(
    clinic: Path, org: Organization, capsys: pytest.CaptureFixture[str]
) -> None:
    assert exit_code("gaps", "--org", str(clinic), "--lang", "fr") == 2
    assert "known: zh, en, vi" in capsys.readouterr().err
    assert exit_code("gaps", "--org", str(clinic), "--lang", "xx") == 2
    with pytest.raises(InvalidArgument):
        org.describe("lễ-tân", "fr")
    assert org.describe("lễ-tân", "vi").name == "Lễ tân"
