"""A question of a plug-in is asked as any other, where the settings name it and nowhere else."""

from __future__ import annotations

import json
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path

import click
import pytest

import dealer_roles as dr
from dealer_roles.cli.commands import group
from dealer_roles.organization.on_day import OnDay
from dealer_roles.publish.product import Product
from dealer_roles.questions.question import Parameter, Question
from dealer_roles.questions.workload import Workloads, workload
from dealer_roles.reports.plugged_formats import ReportFormat
from dealer_roles.values.errors import InvalidArgument, InvalidSettings, UnknownId
from dealer_roles.values.scope import Scope
from dealer_roles.values.text import Text
from tests.support.command import exit_code
from tests.support.tiny import write_tiny

GIVEN = {"tasks": ["sell"], "positions": {"boss": {"reports_to": None, "duties": ["sell"]}}}
BUSY = Question(
    name="busy",
    about=Text("谁忙。", "Who is busy."),
    module=__name__,
    printed="dealer_roles.questions.workload",
    parameters=(Parameter(name="position", sort="id", of="holders", about=Text("谁。", "Who.")),),
)


def busy(org: OnDay, position: str | None = None) -> Workloads:
    return workload(org, position)


def _names(org: OnDay, subject: str, format_: str, lang: str) -> str:
    del subject, format_
    return "".join(f"{p.name.get(lang)}\n" for p in org.model.positions.values())


TWO = Question(
    name="two",
    about=Text("两家。", "Two of them."),
    module=__name__,
    printed="dealer_roles.questions.workload",
    parameters=(
        Parameter(name="other", sort="organization", about=Text("另一家。", "Another one.")),
        Parameter(name="source", sort="statement", about=Text("出处。", "A statement.")),
        Parameter(name="scope", sort="scope", about=Text("部分。", "The part.")),
    ),
)


def two(
    org: OnDay, other: OnDay | None = None, source: str | None = None, scope: Scope = ()
) -> tuple[str, str, str | None, Scope]:
    assert other is not None
    return org.model.id, other.model.id, source, scope


NAMES = Product("names", {"txt": "txt"}, _names)
COUNT = ReportFormat("count", lambda report, lang: f"{len(report.items)} {lang}\n")


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    installed = {
        f"dealer_roles.{group}": [
            EntryPoint(name, f"{__name__}:{name.upper()}", group) for name in names
        ]
        for group, names in (
            ("questions", ("busy", "two")),
            ("products", ("names",)),
            ("report_formats", ("count",)),
        )
    }
    monkeypatch.setattr(
        "importlib.metadata.entry_points", lambda *, group: EntryPoints(installed.get(group, []))
    )
    folder = write_tiny(tmp_path / "org", GIVEN)
    (folder / "dealer-roles.toml").write_text(
        'plugins = ["busy", "two", "names", "count"]\n', "utf-8"
    )
    monkeypatch.chdir(folder)
    return folder


def test_python_asks_it(store: Path) -> None:
    answer = dr.load(store).ask("busy", position="boss")
    assert [item.position for item in answer] == ["boss"]


def test_what_is_said_with_it_is_read_as_with_ours(store: Path) -> None:
    org = dr.load(store)
    assert org.ask("two", other=dr.load("d01"), source=None) == (org.id, "d01", None, ())
    with pytest.raises(UnknownId, match=r"D99\.1"):
        org.ask("two", other=org, source="D99.1")
    with pytest.raises(UnknownId, match="dimension"):
        org.ask("two", other=org, scope={"size": "small"})


def test_the_command_line_asks_it(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code("busy", "--position", "boss", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["workload"][0]["position"] == "boss"


def test_without_its_name_in_the_settings_it_is_unknown(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (store / "dealer-roles.toml").unlink()
    with pytest.raises(InvalidArgument, match="workload"):
        dr.load(store).ask("busy")
    exit_code("busy")
    assert "No such command" in capsys.readouterr().err


def test_what_is_not_installed_is_said(store: Path) -> None:
    (store / "dealer-roles.toml").write_text('plugins = ["idle"]\n', "utf-8")
    with pytest.raises(InvalidSettings, match="'idle' is not installed"):
        dr.load(store).ask("idle")


def test_a_product_is_published_and_kept_current(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dr.load(store).publish("names", lang="en") == b"boss\n"
    (store / "names.en.txt").write_bytes(b"")
    assert exit_code("render", "--check", ".") == 1
    assert "names.en.txt" in capsys.readouterr().out
    (store / "dealer-roles.toml").unlink()
    with pytest.raises(InvalidArgument, match="matrix"):
        dr.load(store).publish("names", lang="en")


def test_check_reports_in_a_format(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    exit_code("check", ".", "--format", "count", "--lang", "en")
    assert capsys.readouterr().out.split()[1] == "en"
    (store / "dealer-roles.toml").unlink()
    assert exit_code("check", ".", "--format", "count") == 2


@pytest.mark.usefixtures("store")
def test_help_and_completion_know_it_where_it_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert "busy" in group.list_commands(click.Context(group))
    assert _help(capsys).count("Who is busy.") == 1


def test_help_stands_where_a_plug_in_cannot_be_loaded(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (store / "dealer-roles.toml").write_text('plugins = ["nosuch"]\n', "utf-8")
    assert "Who is busy." not in _help(capsys)
    assert exit_code("busy") == 2
    assert "nosuch" in capsys.readouterr().err


def _help(capsys: pytest.CaptureFixture[str]) -> str:
    assert exit_code("--help") == 0
    return capsys.readouterr().out


@pytest.mark.usefixtures("store")
def test_a_misspelt_question_of_a_plug_in_is_suggested(capsys: pytest.CaptureFixture[str]) -> None:
    exit_code("buzy")
    assert "Did you mean 'busy'?" in capsys.readouterr().err
