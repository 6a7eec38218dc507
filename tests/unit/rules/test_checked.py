"""Rules of one's own, in a folder, beside the bundled ones."""

from __future__ import annotations

import datetime as dt
import textwrap
from pathlib import Path

import pytest

from dealer_roles.gate.check import check_all
from dealer_roles.gate.checked import Checked
from dealer_roles.gate.selection import CheckOptions
from dealer_roles.rules.kinds.overlay import KIND as OVERLAY
from dealer_roles.values.errors import InvalidSettings
from tests.unit.rules.test_mistakes import GOOD

ORGANIZATION = "kind: organization\nid: {}\nname: {{zh: 店, en: Store}}\n"
ADVISOR = """\
kind: position
id: service-advisor
reports_to: null
duties:
- task: respond-to-complaint
  responsibility: accountable
  scope: {{business: service}}
  within: {}
"""


def store(folder: Path, id_: str, within: str = "4 hours", rules: str = "") -> Path:
    """Write a small organization with rules of its own."""
    (folder / id_).mkdir()
    (folder / id_ / "organization.yaml").write_text(ORGANIZATION.format(id_), "utf-8")
    (folder / id_ / "advisor.yaml").write_text(ADVISOR.format(within), "utf-8")
    if rules:
        (folder / id_ / "rules.yaml").write_text(rules, "utf-8")
    return folder / id_


def check(folder: Path) -> Checked:
    """Check an organization with the standard profile."""
    return check_all([folder], CheckOptions(on=dt.date(2026, 11, 23)))[0]


def test_an_overlay_compares_with_the_folder_beside_it(tmp_path: Path) -> None:
    store(tmp_path, "group")
    body = textwrap.indent(OVERLAY.example, "  ")
    folder = store(tmp_path, "store", "9 hours", f"kind: rules\nrules:\n-{body[1:]}")
    (finding,) = check(folder).findings
    assert finding.code == "tighter-than-group"
    assert "from 4 hours to 9 hours" in finding.message.en
    assert [Path(w.span.file).parent.name for w in finding.witnesses] == ["store", "group"]


def test_a_rule_of_ones_own_takes_the_place_of_a_bundled_one(tmp_path: Path) -> None:
    mine = GOOD.replace("id: tried", "id: one-owner")
    checked = check(store(tmp_path, "store", rules=mine))
    assert checked.findings == ()
    assert [rule.kind for rule in checked.rules if rule.id == "one-owner"] == ["count"]


def test_a_rule_with_a_mistake_does_not_run_and_is_found(tmp_path: Path) -> None:
    checked = check(store(tmp_path, "store", rules=GOOD.replace("path: duty", "path: dooty")))
    assert [finding.code for finding in checked.findings] == ["rule-path"]
    assert all(rule.bundled for rule in checked.rules)


def test_a_plug_in_that_is_not_installed_is_a_mistake_in_the_settings(tmp_path: Path) -> None:
    folder = store(tmp_path, "store", rules=GOOD)
    (folder / "dealer-roles.toml").write_text('plugins = ["mine"]\n', "utf-8")
    with pytest.raises(InvalidSettings, match="'mine' is not installed"):
        check(folder)


def test_a_waiver_in_the_folder_accepts_a_finding(tmp_path: Path) -> None:
    folder = store(tmp_path, "store", "9 days")
    waiver = (
        "kind: waivers\nwaivers:\n- rule: complaint-answered-in-time\n"
        "  subject: service-advisor/*\n"
        "  reason: {zh: 试行, en: On trial}\n  owner: service-advisor\n  until: '2027-06-30'\n"
    )
    assert [f.code for f in check(folder).findings] == ["complaint-answered-in-time"]
    (folder / "waivers.yaml").write_text(waiver, "utf-8")
    checked = check(folder)
    assert checked.findings == ()
    assert [(f.code, s.owner) for f, s in checked.waived] == [
        ("complaint-answered-in-time", "service-advisor")
    ]
