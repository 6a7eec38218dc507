"""An answer that was printed before is what the command would print."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from dealer_roles.cli import quick_owner as quick
from dealer_roles.cli.write_printed_owners import write_printed_owners
from tests.support.command import ran


@pytest.fixture(scope="module", autouse=True)
def _printed(tmp_path_factory: pytest.TempPathFactory) -> object:
    """What is bundled and short is printed, in a folder of the tests' own."""
    folder = tmp_path_factory.mktemp("printed")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            "dealer_roles.loading.printed_store.printed_path", lambda n: str(folder / f"{n}.txt")
        )
        patch.setattr("dealer_roles.cli.write_printed_owners.bundled", lambda: ("d04", "standard"))
        write_printed_owners()
        yield


@pytest.mark.parametrize("org", ["d04", "standard"])
@pytest.mark.parametrize("format_", ["text", "json"])
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    "task", ["issue-invoice", "assess-warranty-claim", "issue-vehicle-invoice"]
)
def test_it_prints_what_the_command_prints(
    org: str, format_: str, lang: str, task: str, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["owner", task, "--org", org, "--format", format_, "--lang", lang]
    assert quick.quick_owner(asked)
    quickly = capsys.readouterr().out
    assert quickly == ran(capsys, *asked).out != ""


@pytest.mark.parametrize(
    "asked",
    [
        ["owner"],
        ["owner", "--help"],
        ["owner", "fly-to-the-moon", "--org", "standard"],
        ["owner", "issue-invoice", "--org", "./store"],
        ["owner", "issue-invoice", "--org", "standard", "--on", "2026-01-31"],
        ["owner", "issue-invoice", "--org", "standard", "--format", "xml"],
        ["owner", "issue-invoice", "--org", "standard", "--lang"],
        ["gaps", "standard"],
        [],
    ],
)
def test_any_other_question_is_left_to_the_command(
    asked: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert not quick.quick_owner(asked)
    assert capsys.readouterr() == ("", "")


def test_an_organization_here_goes_before_what_is_bundled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "organization.yaml").write_text("kind: organization\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert not quick.quick_owner(["owner", "issue-invoice"])


def test_importing_the_quick_way_imports_next_to_nothing() -> None:
    code = (
        "import sys, dealer_roles.cli.quick_owner, dealer_roles.loading.answer_key, "
        "dealer_roles.loading.printed_store, dealer_roles.words.no_organization; "
        "print([m for m in ('typing', 're', 'json', 'click', 'dataclasses') if m in sys.modules])"
    )
    isolated = [sys.executable, "-S", "-c", f"import sys; sys.path.insert(0, 'src'); {code}"]
    done = subprocess.run(isolated, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
