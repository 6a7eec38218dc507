"""Every install recipe works today, from this repository: of README, extras and CI systems."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import venv
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.docs.pages import FIRST_STORE, README, ROOT, blocks, ci_block
from tests.docs.reader import search_path

pytestmark = pytest.mark.network

ADDRESS = "https://git.example.com/dealer-roles.git"
ANSWERS = "dealer-roles owner issue-invoice --org d14 --format json >owner.json"
KEPT = ("PIP_CACHE_DIR", "PIP_CERT", "SSL_CERT_FILE", "HTTPS_PROXY", "https_proxy")


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository that holds the files as they are now, on its branch main."""
    folder = tmp_path_factory.mktemp("published") / "dealer-roles"
    names = git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    for name in filter(None, names.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "-c", "user.name=a", "-c", "user.email=a@b", "commit", "--quiet", "-m", "all")
    return folder


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A folder with the store of the first tutorial, and an empty environment beside it."""
    folder = tmp_path / "project"
    for block in blocks(FIRST_STORE):
        if block.path:
            (folder / block.path).parent.mkdir(parents=True, exist_ok=True)
            (folder / block.path).write_text(block.text, "utf-8")
    venv.create(tmp_path / "venv", with_pip=True)
    return folder


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder and return what it prints."""
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def run(script: str, folder: Path, **variables: str) -> str:
    """Run a script in an empty environment, with the virtual one beside the folder first."""
    environment = {name: os.environ[name] for name in KEPT if name in os.environ}
    # Twice as quick, and all the same afterwards: pip compiles nothing beforehand (its own 0).
    environment |= {"HOME": str(folder.parent), "LANG": "C.UTF-8", "PIP_NO_COMPILE": "0"}
    environment |= variables
    environment["PATH"] = search_path(folder.parent / "venv" / "bin")
    made = subprocess.run(
        ["/bin/bash", "-eo", "pipefail", "-c", script],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=300,
    )
    assert made.returncode == 0, made.stdout
    return made.stdout


def here(text: str, repository: Path) -> str:
    """A recipe with the address of the repository put in, as its reader does."""
    assert ADDRESS in text
    return text.replace(ADDRESS, f"file://{repository}")


INSTALLS = [c.text for b in blocks(README) for c in b.commands if c.text.startswith("pip install")]


@pytest.mark.parametrize("command", INSTALLS)
def test_the_readme_installs_from_the_repository(
    command: str, repository: Path, store: Path
) -> None:
    run(f"cd '{repository}' && {command}", store)
    run(ANSWERS, store)


def test_a_missing_extra_is_installed_by_its_own_message(repository: Path, store: Path) -> None:
    run(f"pip install --quiet '{repository}'", store)
    command = "dealer-roles describe service-advisor --org ./store --lang zh --format pdf -o a.pdf"
    said = run(f"{command} || true", store)
    (recipe,) = re.findall(r"pip install '[^']+'", said)
    run(f"{recipe} && {command}", store)
    assert (store / "a.pdf").read_bytes().startswith(b"%PDF-")


def test_the_action_installs_itself_and_checks(repository: Path, store: Path) -> None:
    action = yaml.safe_load((repository / "action.yml").read_text("utf-8"))
    workflow = yaml.safe_load(ci_block("yaml", "uses: OWNER/dealer-roles@"))
    (job,) = workflow["jobs"].values()
    given = next(s["with"] for s in job["steps"] if "dealer-roles@" in s["uses"])
    assert set(given) <= set(action["inputs"])
    inputs = {name: i.get("default", "") for name, i in action["inputs"].items()} | given
    values = {f"inputs.{name}": value for name, value in inputs.items()}
    values["github.action_path"] = str(repository)
    summary = str(store / "summary.md")
    for step in action["runs"]["steps"]:
        run(step["run"], store, GITHUB_STEP_SUMMARY=summary, **filled(step["env"], values))
    assert (store / "dealer-roles.sarif").exists()
    assert Path(summary).exists()


def filled(environment: dict[str, Any], values: dict[str, str]) -> dict[str, str]:
    """The variables of a step with its expressions worked out."""
    return {
        name: re.sub(r"\$\{\{ ([\w.-]+) \}\}", lambda m: values[m[1]], text)
        for name, text in environment.items()
    }


def test_gitlab_installs_and_checks(repository: Path, store: Path) -> None:
    (job,) = yaml.safe_load(here(ci_block("yaml", "gl-code-quality"), repository)).values()
    run("\n".join(job["script"]), store, **job["variables"])
    for report in job["artifacts"]["reports"].values():
        assert (store / report).exists()


def test_jenkins_installs_and_checks(repository: Path, store: Path) -> None:
    stage = here(ci_block("groovy", "stage("), repository)
    variables = dict(re.findall(r"environment \{ (\w+) = '([^']+)' \}", stage))
    run("\n".join(re.findall(r"sh '([^']+)'", stage)), store, **variables)
    for report in re.findall(r"pattern: '([^']+)'|junit '([^']+)'", stage):
        assert (store / "".join(report)).exists()


def test_pre_commit_installs_and_checks(repository: Path, store: Path) -> None:
    config = here(ci_block("yaml", "hooks:"), repository)
    (store / ".pre-commit-config.yaml").write_text(config, "utf-8")
    git(store, "init", "--quiet")
    git(store, "add", "--all")
    run("pip install --quiet pre-commit && pre-commit run --all-files --verbose", store)
    broken = store / "store" / "positions" / "service-technician.yaml"
    broken.write_text(broken.read_text("utf-8").replace("repair-vehicle,", "nothing,"), "utf-8")
    git(store, "add", "--all")
    assert "unknown-id" in run("pre-commit run --all-files || true", store)


def test_what_init_writes_installs_and_checks(repository: Path, store: Path) -> None:
    """The workflow and the hooks of a new project, line by line, each in an empty environment."""
    run(f"pip install --quiet '{repository}' && dealer-roles init new --from empty", store)
    workflow = yaml.safe_load((store / "new/.github/workflows/roles.yml").read_text("utf-8"))
    job = workflow["jobs"]["roles"]
    assert str(repository) in job["env"]["DEALER_ROLES"]
    venv.create(store.parent / "venv", with_pip=True, clear=True)
    script = "\n".join(step["run"] for step in job["steps"] if "run" in step)
    assert "Looked at new" in run(f"cd new\n{script}", store, **job["env"])
    venv.create(store.parent / "venv", with_pip=True, clear=True)
    git(store / "new", "init", "--quiet")
    git(store / "new", "add", "--all")
    hooks = "cd new && pip install --quiet pre-commit && pre-commit run --all-files --verbose"
    assert "Looked at new" in run(hooks, store)
