"""The recipes of CI systems, line by line: what they exit with and which files they leave.

Nothing is installed: where a recipe calls pip, a stand-in notes it and the command of this
environment answers. ``test_install`` lets pip do it, with a network.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

import pytest
import yaml

from tests.docs.pages import ROOT, ci_block

COMMAND = Path(sys.executable).with_name("dealer-roles")
STORE = {
    "organization.yaml": "kind: organization\nid: {id}\nname: {{zh: 店, en: Store}}\n",
    "positions/boss.yaml": (
        "kind: position\nid: general-manager\nreports_to: null\n"
        "duties: [{{task: manage-company, responsibility: accountable}}]\n"
    ),
}
PYTHON = f"""#!/bin/bash
if [ "$1 $2" = "-m pip" ]; then echo "pip ${{*:3}}" >>"$HOME/installed"; exit 0; fi
if [ "$1 $2" = "-m venv" ]; then mkdir -p "$3/bin"; cp "$HOME/bin/"* "$3/bin/"; exit 0; fi
exec '{sys.executable}' "$@"
"""
PIP = '#!/bin/bash\necho "pip $*" >>"$HOME/installed"\n'


class Ran(NamedTuple):
    """How a step ended, and what it printed."""

    code: int
    said: str


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A working tree with a good store, and stand-ins for what installs."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name, text in {"python": PYTHON, "python3": PYTHON, "pip": PIP}.items():
        (programs / name).write_text(text, "utf-8")
        (programs / name).chmod(0o755)
    (programs / "dealer-roles").symlink_to(COMMAND)
    folder = tmp_path / "project"
    a_store(folder / "store", "north")
    subprocess.run(["git", "init", "--quiet", str(folder)], check=True)
    return folder


def a_store(folder: Path, id_: str) -> None:
    for name, text in STORE.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text.format(id=id_), "utf-8")


def break_store(folder: Path) -> None:
    path = folder / "positions" / "boss.yaml"
    path.write_text(path.read_text("utf-8").replace("manage-company", "manage-compny"), "utf-8")


def step(script: str, project: Path, **variables: str) -> Ran:
    """Run a step as CI systems do, in an environment that holds nothing else."""
    home = project.parent
    made = subprocess.run(
        ["/bin/bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=project,
        env={
            "HOME": str(home),
            "PATH": os.pathsep.join((str(home / "bin"), "/usr/bin", "/bin")),
            "LANG": "C.UTF-8",
            **variables,
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=120,
    )
    return Ran(made.returncode, made.stdout)


def installed(project: Path) -> str:
    return (project.parent / "installed").read_text("utf-8")


def action(project: Path, **inputs: str) -> Ran:
    """Run the steps of the action with inputs, as GitHub does: one that fails is the last."""
    said = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    assert inputs.keys() <= said["inputs"].keys()
    given = {name: one.get("default", "") for name, one in said["inputs"].items()} | inputs
    values = {f"inputs.{name}": value for name, value in given.items()}
    values["github.action_path"] = str(ROOT)
    ran = Ran(0, "")
    for one in said["runs"]["steps"]:
        assert one["shell"] == "bash"
        env = {
            name: re.sub(r"\$\{\{ ([\w.-]+) \}\}", lambda m: values[m[1]], text)
            for name, text in one["env"].items()
        }
        used = set(re.findall(r"\$\{?(\w+)", one["run"])) & {n.upper() for n in values}
        assert used <= env.keys()
        ran = step(one["run"], project, GITHUB_STEP_SUMMARY=str(project / "summary.md"), **env)
        if ran.code:
            break
    return ran


def organizations(sarif: Path) -> list[str]:
    (run,) = json.loads(sarif.read_text("utf-8"))["runs"]
    return [one["id"] for one in run["properties"]["dealerRoles"]["organizations"]]


def test_the_action_passes_a_good_store_and_leaves_its_files(project: Path) -> None:
    ran = action(project, org="./store")
    assert ran.code == 0, ran.said
    assert str(ROOT) in installed(project)
    assert organizations(project / "dealer-roles.sarif") == ["north"]
    assert "Looked at north" in (project / "summary.md").read_text("utf-8")


def test_the_action_fails_a_broken_store_and_says_where(project: Path) -> None:
    break_store(project / "store")
    ran = action(project, org="./store")
    assert ran.code == 1
    assert re.search("^::error file=store/positions/boss.yaml,line=4", ran.said, re.MULTILINE)
    (run,) = json.loads((project / "dealer-roles.sarif").read_text("utf-8"))["runs"]
    assert [one["ruleId"] for one in run["results"]] == ["unknown-id"]
    assert "unknown-id" in (project / "summary.md").read_text("utf-8")


def test_the_action_without_a_store_does_not_pass(project: Path) -> None:
    assert action(project, org="./nowhere").code == 2
    shutil.rmtree(project / "store")
    assert action(project).code == 1
    assert action(project, all=".").code == 2


def test_the_action_takes_the_store_in_which_it_stands(project: Path) -> None:
    a_store(project, "here")
    shutil.rmtree(project / "store")
    assert action(project).code == 0
    assert organizations(project / "dealer-roles.sarif") == ["here"]


@pytest.mark.parametrize(
    "inputs", [{"all": "."}, {"org": "./store\n./two words\n"}, {"org": "./store", "all": "."}]
)
def test_the_action_checks_several_stores_in_one_run(project: Path, inputs: dict[str, str]) -> None:
    a_store(project / "two words", "south")
    ran = action(project, **inputs)
    assert ran.code == 0, ran.said
    assert sorted(organizations(project / "dealer-roles.sarif")) == ["north", "south"]
    break_store(project / "two words")
    assert action(project, **inputs).code == 1


def test_every_input_of_the_action_is_heard(project: Path) -> None:
    assert action(project, org="./store", sarif="").code == 0
    assert not (project / "dealer-roles.sarif").exists()
    assert action(project, org="./store", profile="no-such").code == 2
    assert action(project, org="./store", **{"fail-level": "no-such"}).code == 2
    assert action(project, org="./store", baseline="no-such.json").code == 2
    assert action(project, org="./store", sarif="other.sarif").code == 0
    assert (project / "other.sarif").exists()


@pytest.mark.parametrize("broken", [False, True])
def test_gitlab(project: Path, broken: bool) -> None:
    (job,) = yaml.safe_load(ci_block("yaml", "gl-code-quality")).values()
    if broken:
        break_store(project / "store")
    ran = step("\n".join(job["script"]), project, **job["variables"])
    assert ran.code == int(broken), ran.said
    assert job["variables"]["DEALER_ROLES"] in installed(project)
    assert job["artifacts"]["when"] == "always"
    reports = job["artifacts"]["reports"]
    quality = json.loads((project / reports["codequality"]).read_text("utf-8"))
    assert ("unknown-id" in [one["check_name"] for one in quality]) is broken
    cases = ET.parse(project / reports["junit"]).getroot()
    told = [case.tag for case in cases.iter() if case.tag in ("failure", "error")]
    assert bool(told) is broken


@pytest.mark.parametrize("broken", [False, True])
def test_jenkins(project: Path, broken: bool) -> None:
    stage = ci_block("groovy", "stage(")
    if broken:
        break_store(project / "store")
    variables = dict(re.findall(r"environment \{ (\w+) = '([^']+)' \}", stage))
    ran = [step(line, project, **variables) for line in re.findall(r"sh '([^']+)'", stage)]
    assert [one.code for one in ran] == [0, int(broken)], ran
    assert variables["DEALER_ROLES"] in installed(project)
    for report in re.findall(r"(?:pattern: |junit )'([^']+)'", stage):
        assert ("manage-compny" in (project / report).read_text("utf-8")) is broken


@pytest.mark.parametrize("arguments", [["./store"], ["--all", "."]])
@pytest.mark.parametrize("broken", [False, True])
def test_the_hook_of_pre_commit(project: Path, broken: bool, arguments: list[str]) -> None:
    (repository,) = yaml.safe_load(ci_block("yaml", "hooks:"))["repos"]
    (hook,) = repository["hooks"]
    assert hook["args"] == ["./store"]
    known = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    entry = {one["id"]: one["entry"] for one in known}[hook["id"]]
    if broken:
        break_store(project / "store")
    ran = step(f"{entry} {' '.join(arguments)}", project)
    assert ran.code == int(broken), ran.said
    assert ("unknown-id" in ran.said) is broken
