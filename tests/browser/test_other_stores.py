"""The explorer of stores unlike ours, on a phone: small, in one language, without departments."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dealer_roles.facade import Organization, load
from dealer_roles.publish.explorer.publish import explorer_of
from dealer_roles.publish.matrix.publish import matrix_of, render_matrix
from tests.support.axe import axe, wider_than_screen
from tests.support.chromium import Page
from tests.support.large_group import write_group
from tests.support.tools import needs

pytestmark = needs("chromium")
CLINIC = """
kind: organization
id: clinic
name: Riverside Clinic
languages: [en]
coverage: stated
---
kind: tasks
area: {id: care, en: Care}
tasks:
- {id: see-patient, name: See patients}
- {id: keep-records, name: Keep records}
---
kind: position
id: doctor
name: Doctor
reports_to: null
duties:
- {task: see-patient, responsibility: accountable}
---
kind: position
id: receptionist
name: Receptionist
reports_to: doctor
duties:
- {task: keep-records, responsibility: accountable, within: 1 day}
handoffs:
- {id: file, task: keep-records, to: doctor, then: see-patient, deliverable: {words: Patient file}}
"""


def small(folder: Path) -> Organization:
    return load("d07")


def clinic(folder: Path) -> Organization:
    (folder / "clinic.yaml").write_text(CLINIC.replace("{words: Patient file}", "Patient file"))
    return load(folder)


def flat(folder: Path) -> Organization:
    return load(write_group(folder / "flat", 45, 0))


STORES: dict[str, Callable[[Path], Organization]] = {
    "small": small, "one language": clinic, "no departments": flat,
}  # fmt: skip


@pytest.mark.parametrize("screen", [(390, 844), (1400, 900)])
@pytest.mark.parametrize("name", STORES)
def test_every_page_can_be_used(
    page: Page, tmp_path: Path, name: str, screen: tuple[int, int]
) -> None:
    org = STORES[name](tmp_path)
    (tmp_path / "explorer.html").write_text(explorer_of(org.on(), "en"), "utf-8")
    page.screen(*screen)
    page.open((tmp_path / "explorer.html").as_uri())
    first = next(iter(org.positions))
    task = org.on().tasks[0]
    found = {}
    for view in ("home", "tasks", "topics", "authority", "processes", "problems",
                 f"position/{first}", f"task/{task}"):  # fmt: skip
        page.run(f"location.hash = '#{view}'")
        page.wait(f"document.querySelector('#main').dataset.page === '#{view}'")
        found[view] = [*axe(page), *wider_than_screen(page)]
        assert page.words("#main").strip(), view
        assert "undefined" not in page.words("#main"), view
    assert {view: said for view, said in found.items() if said} == {}


@pytest.mark.parametrize("name", STORES)
def test_the_matrix_can_be_used(page: Page, tmp_path: Path, name: str) -> None:
    matrix = matrix_of(STORES[name](tmp_path).on(), "en")
    (tmp_path / "matrix.html").write_bytes(render_matrix(matrix, "html"))
    page.screen(390, 844)
    page.open((tmp_path / "matrix.html").as_uri(), "!!document.querySelector('main')")
    assert [*axe(page), *wider_than_screen(page)] == []
