"""What is hardly meant is remarked where it stands, and is known to waivers and baselines."""

from __future__ import annotations

from pathlib import Path

import pytest

from dealer_roles.gate.baseline import baseline_of
from dealer_roles.gate.baseline_checks import acceptable
from dealer_roles.gate.check import check_all
from dealer_roles.gate.checked import Checked
from dealer_roles.gate.selection import CheckOptions
from dealer_roles.source.yaml_remarks import remarks
from tests.support.tiny import write_tiny


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("name: 工位 #1\n", [(1, 10)]),
        ("- Bay #2\n- Bay #3 of 4\n", [(1, 7), (2, 7)]),
        ("name: 'Bay #1'\nen: \"Bay\" #2\n", []),
        ("name: Bay # 1\n# Bay #2\n", []),
        ("name: >\n  Bay #1\n", []),
        ("name: C#1\n", []),
        ("name: “店长”\nen: ‘a’\n", [(1, 7), (2, 5)]),
        ("name: “三包”服务\nen: '“a”'\nzh: “a”和“b”\n", []),
        ("name:\n  zh: a #1\n---\nen: b #2\n", [(2, 9), (4, 7)]),
    ],
)
def test_a_text_that_is_hardly_meant_is_remarked(text: str, places: list[tuple[int, int]]) -> None:
    assert [(p.line, p.column) for p in remarks(text)] == places


def checked(folder: Path) -> Checked:
    (one,) = check_all([folder], CheckOptions())
    return one


def store(tmp_path: Path, more: str = "") -> Path:
    tasks = [{"id": "sell", "formerly": ["vend"]}]
    given = {"tasks": tasks, "positions": {"boss": {"reports_to": None, "duties": ["vend"]}}}
    folder = write_tiny(tmp_path / "store", given)
    (folder / "more.yaml").write_text(
        'kind: departments\ndepartments:\n- {id: bay, name: "Bay\\u200b"}\n'
        "- id: two\n  name: Bay #2\n" + more,
        "utf-8",
    )
    return folder


SAID = {"former-id", "unseen-edge", "cut-by-comment"}


def test_what_is_said_of_an_organization_that_stands_may_enter_a_baseline(tmp_path: Path) -> None:
    one = checked(store(tmp_path))
    found, must_not = acceptable([one])
    may = tuple(found)
    assert {f.code for f in may} >= SAID
    assert must_not == []
    assert {known.code for known in baseline_of(may).findings.values()} >= SAID


def test_a_waiver_may_accept_it(tmp_path: Path) -> None:
    said = {f.code: f.subject for f in checked(store(tmp_path)).findings if f.code in SAID}
    waivers = "".join(
        f"- {{rule: {code}, subject: '{subject}', reason: meant, owner: me, until: 2999-01-01}}\n"
        for code, subject in said.items()
    )
    one = checked(store(tmp_path, f"---\nkind: waivers\nwaivers:\n{waivers}"))
    assert {finding.code for finding, _ in one.waived} == SAID
    assert not [f for f in one.findings if f.code.startswith("waiver")]
