"""``check``, ``baseline``, ``explain``, and what CI systems are shown."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from jsonschema import validators

from dealer_roles.reports.formats import FORMATS
from dealer_roles.source.yaml_nodes import read_yaml

ROOT = Path(__file__).parents[2]
OFFICIAL = ROOT / "tests" / "data" / "sarif-2.1.0.schema.json"
REFERENCES = ROOT / "definitions" / "references"


def run(*args: str | Path, cwd: Path = ROOT) -> tuple[int, str, str]:
    command = [sys.executable, "-m", "dealer_roles", *map(str, args)]
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


def found(*args: str | Path, cwd: Path = ROOT) -> list[dict[str, Any]]:
    _, out, _ = run("check", *args, "--format", "json", cwd=cwd)
    findings: list[dict[str, Any]] = json.loads(out)["findings"]
    return findings


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A copy of the store of document D13, to be broken."""
    shutil.copytree(REFERENCES / "d13", tmp_path / "store")
    return tmp_path


def test_the_standard_dealership_passes_the_strict_profile() -> None:
    code, out, _ = run("check", "standard", "--profile", "strict", "--fail-level", "note")
    assert code == 0, out


def test_the_parts_desk_and_the_expense_claims_are_named_with_their_places() -> None:
    codes = {f["code"]: f for f in found("d04", "d13")}
    assert "parts-desk" in codes["order-receive-pay"]["subject"]
    expenses = codes["do-and-review"]
    assert expenses["file"] == "bundled:d13/positions/accountant.yaml"
    assert "D13.6.3" in json.dumps(expenses["witnesses"])


def test_the_exit_code_follows_the_fail_level() -> None:
    assert run("check", "d02")[0] == 0
    assert run("check", "d13")[0] == 1
    assert run("check", "d13", "--ignore", "*")[0] == 2
    assert run("check", "nowhere")[0] == 2
    assert run("check", "d13", "--output", "pdf=x")[0] == 2


def test_a_syntax_error_is_a_finding_with_line_and_column(store: Path) -> None:
    (store / "store" / "broken.yaml").write_text("kind: position\n\tid: x\n", "utf-8")
    (finding,) = [f for f in found("./store", cwd=store) if f["code"] == "yaml-syntax"]
    assert (finding["file"], finding["line"], finding["column"]) == ("store/broken.yaml", 2, 1)


def test_the_same_finding_has_one_fingerprint_everywhere_also_when_lines_move(store: Path) -> None:
    run("check", "./store", "--output", "sarif=a.sarif", "--output", "gitlab=a.json", cwd=store)
    before = {f["code"] + f["subject"]: f["fingerprint"] for f in found("./store", cwd=store)}
    sarif = json.loads((store / "a.sarif").read_text("utf-8"))["runs"][0]["results"]
    prints = {r["partialFingerprints"]["dealerRoles/v1"] for r in sarif}
    issues = json.loads((store / "a.json").read_text("utf-8"))
    gitlab = {issue["fingerprint"] for issue in issues if issue["check_name"] != "run"}
    assert prints == gitlab == set(before.values())
    for path in (store / "store" / "positions").glob("*.yaml"):
        path.write_text("# moved\n# down\n" + path.read_text("utf-8"), "utf-8")
    after = {f["code"] + f["subject"]: f["fingerprint"] for f in found("./store", cwd=store)}
    assert after == before


def test_sarif_fits_the_official_schema(store: Path) -> None:
    run("baseline", "./store", "-o", "known.json", cwd=store)
    _waive(store)
    (store / "store" / "positions" / "service-technician.yaml").unlink()
    run("check", "./store", "--since", "known.json", "--output", "sarif=a.sarif", cwd=store)
    log = json.loads((store / "a.sarif").read_text("utf-8"))
    schema = json.loads(OFFICIAL.read_text("utf-8"))
    kind = validators.validator_for(schema)
    assert [e.message for e in kind(schema).iter_errors(log)] == []
    results = log["runs"][0]["results"]
    assert any("suppressions" in r for r in results)
    assert {r["baselineState"] for r in results} >= {"unchanged"}
    assert any(r.get("relatedLocations") for r in results)
    uris = [
        loc["physicalLocation"]["artifactLocation"]["uri"]
        for r in results
        for loc in r.get("locations", ())
    ]
    assert uris
    assert all(not uri.startswith("/") for uri in uris)


def _waive(store: Path) -> None:
    (store / "store" / "waivers.yaml").write_text(
        "kind: waivers\nwaivers:\n- rule: do-and-review\n  subject: accountant\n"
        "  reason: {zh: 总经理审原件, en: the general manager signs originals}\n"
        "  owner: general-manager\n  until: '2099-12-31'\n",
        "utf-8",
    )


def test_a_waived_finding_does_not_count_but_is_told(store: Path) -> None:
    _waive(store)
    _, out, _ = run("check", "./store", "--format", "json", cwd=store)
    report = json.loads(out)
    assert "do-and-review" not in {f["code"] for f in report["findings"]}
    (waived,) = report["waived"]
    assert waived["waiver"]["owner"] == "general-manager"


def test_a_baseline_makes_known_findings_count_no_more_and_only_shrinks(store: Path) -> None:
    assert run("check", "./store", cwd=store)[0] == 1
    run("baseline", "./store", "-o", "known.json", cwd=store)
    assert run("check", "./store", "--since", "known.json", cwd=store)[0] == 0
    size = len(json.loads((store / "known.json").read_text("utf-8"))["findings"])
    path = store / "store" / "positions" / "parts-salesperson.yaml"
    path.write_text(path.read_text("utf-8").replace("keep-stock", "store-goods"), "utf-8")
    run("baseline", "./store", "-o", "known.json", "--prune", cwd=store)
    assert len(json.loads((store / "known.json").read_text("utf-8"))["findings"]) < size


def test_the_guard_fails_when_duties_vanish(store: Path) -> None:
    assert run("check", "./store", "--write-census", "census.json", cwd=store)[0] == 0
    assert "guard" not in str(found("./store", "--guard", "census.json", cwd=store))
    path = store / "store" / "positions" / "accountant.yaml"
    head = path.read_text("utf-8").split("duties:")[0]
    path.write_text(head, "utf-8")
    codes = {f["code"] for f in found("./store", "--guard", "census.json", cwd=store)}
    assert {"guard-duties-lost", "guard-position-emptied"} <= codes


def test_explain_tells_a_rule_and_a_finding(store: Path) -> None:
    code, out, _ = run("explain", "keep-sell-collect-parts", "--org", "d13", "--lang", "zh")
    assert code == 0
    assert "配件销售" in out
    fingerprint = found("d13")[0]["fingerprint"]
    assert fingerprint in run("explain", fingerprint[:12], "--org", "d13")[1]
    assert run("explain", "no-such-rule", "--org", "d13")[0] == 2


@pytest.mark.parametrize(
    ("code", "said"),
    [("former-id", "旧编号"), ("schema", "格式"), ("cell-unowned", "部分范围无人负责")],
)
def test_a_code_that_is_no_rules_is_explained_as_well(code: str, said: str) -> None:
    done, out, _ = run("explain", code, "--org", "d13", "--lang", "zh")
    assert (done, said in out) == (0, True)


def test_a_slip_in_a_code_is_told_the_near_one() -> None:
    done, _, error = run("explain", "formerid", "--org", "d13")
    assert (done, "former-id" in error) == (2, True)


def test_every_format_is_well_formed(tmp_path: Path) -> None:
    formats = tuple(FORMATS)
    outputs = [arg for f in formats for arg in ("--output", f"{f}={tmp_path / f}")]
    run("check", "d13", *outputs)
    for name in ("junit", "checkstyle"):
        assert len(ET.parse(tmp_path / name).getroot())
    for name in ("rdjson", "gitlab", "sarif"):
        assert json.loads((tmp_path / name).read_text("utf-8"))
    assert "::error file=bundled%3Ad13/" in (tmp_path / "github").read_text("utf-8")
    assert "| error |" in (tmp_path / "markdown").read_text("utf-8")


def test_the_hooks_and_the_action_call_commands_that_exist() -> None:
    from dealer_roles.cli.commands import COMMANDS

    hooks = _yaml(ROOT / ".pre-commit-hooks.yaml")
    for hook in hooks:
        program, command = hook["entry"].split()
        assert program == "dealer-roles"
        assert command in COMMANDS
        assert hook["language"] == "python"
    action = _yaml(ROOT / "action.yml")
    assert action["runs"]["using"] == "composite"
    for step in action["runs"]["steps"]:
        assert step["shell"] == "bash"
        assert "${{" not in step["run"], "inputs go through env, never into the script"


def _yaml(path: Path) -> Any:
    documents, problems = read_yaml(path.read_text("utf-8"), 60)
    assert not problems
    return documents[0][0]
