"""What ``owner`` printed about a folder is printed again for as long as it is true."""

from __future__ import annotations

from pathlib import Path

import pytest

from dealer_roles.cli.quick_owner import quick_owner
from tests.support.command import ran
from tests.support.tiny import write_tiny

GIVEN = {
    "tasks": ["sell", "wash"],
    "positions": {
        "boss": {"reports_to": None, "duties": ["sell"]},
        "chief": {
            "reports_to": "boss",
            "duties": [{"task": "wash", "responsibility": "accountable"}],
        },
    },
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("DEALER_ROLES_CACHE", "")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return str(write_tiny(tmp_path / "org", GIVEN))


def _asked(folder: str, *more: str) -> list[str]:
    return ["owner", "wash", "--org", folder, "--lang", "en", *more]


def _command(asked: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    return ran(capsys, *asked).out


@pytest.mark.parametrize("format_", ["text", "json"])
def test_it_prints_what_the_command_printed(
    folder: str, format_: str, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = _asked(folder, "--format", format_)
    assert not quick_owner(asked)
    printed = _command(asked, capsys)
    assert quick_owner(asked)
    assert capsys.readouterr().out == printed != ""


def test_several_answers_are_remembered_together(
    folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    wash = _command(_asked(folder), capsys)
    sell = _command(["owner", "sell", *_asked(folder)[2:]], capsys)
    assert quick_owner(["owner", "sell", *_asked(folder)[2:]])
    assert quick_owner(_asked(folder))
    assert capsys.readouterr().out == sell + wash


def test_the_organization_here_is_remembered_as_well(
    folder: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(Path(folder, "positions"))
    printed = _command(["owner", "wash"], capsys)
    assert quick_owner(["owner", "wash"])
    assert capsys.readouterr() == (printed, "")
    monkeypatch.chdir(folder)  # files are called otherwise from here
    assert not quick_owner(["owner", "wash"])


@pytest.mark.parametrize(
    "name", ["org/positions/boss.yaml", "org/more.yaml", "org/dealer-roles.toml", "pyproject.toml"]
)
def test_any_change_makes_it_forgotten(
    folder: str, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _command(_asked(folder), capsys)
    path = tmp_path / name
    path.write_text((path.read_text("utf-8") if path.exists() else "") + "\n", "utf-8")
    assert not quick_owner(_asked(folder))


def test_other_code_makes_it_forgotten(
    folder: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _command(_asked(folder), capsys)
    monkeypatch.setattr("dealer_roles.loading.content_key.code_key", lambda: "other code")
    assert not quick_owner(_asked(folder))


def test_it_holds_on_the_days_of_its_period_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DEALER_ROLES_CACHE", "")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    duty = {"task": "wash", "responsibility": "accountable", "valid": {"to": "2099-12-31"}}
    positions = {"boss": {"reports_to": None, "duties": [duty]}}
    folder = str(write_tiny(tmp_path / "org", {"tasks": ["wash"], "positions": positions}))
    _command(_asked(folder), capsys)
    assert quick_owner(_asked(folder))
    monkeypatch.setattr("time.strftime", lambda _: "2100-01-01")
    assert not quick_owner(_asked(folder))


@pytest.mark.parametrize("more", [["--on", "2026-01-31"], ["--scope", "area=parts"]])
def test_only_the_plainest_question_is_remembered(
    folder: str, tmp_path: Path, more: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    _command([*_asked(folder), *more], capsys)
    assert not list((tmp_path / "cache").rglob("*.txt"))


def test_nothing_is_remembered_where_it_is_turned_off(
    folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _command(_asked(folder), capsys)
    monkeypatch.setenv("DEALER_ROLES_CACHE", "off")
    assert not quick_owner(_asked(folder))


def test_a_link_in_the_folder_is_left_to_the_command(
    folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _command(_asked(folder), capsys)
    Path(folder, "more").symlink_to(tmp_path / "elsewhere")
    assert not quick_owner(_asked(folder))
