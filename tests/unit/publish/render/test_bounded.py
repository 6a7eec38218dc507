"""A stranger's template cannot hold the caller, exhaust the machine or take the caller along."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from dealer_roles.publish.render import bounded as module
from dealer_roles.publish.render.bounded import bounded
from dealer_roles.publish.render.errors import InvalidTemplate
from dealer_roles.values.text import Text

HERE = __name__


def say(text: str) -> bytes:
    return text.encode()


def problems() -> list[Text]:
    return [Text("甲", "a")]


def endless() -> bytes:
    while True:
        pass


def greedy() -> bytes:
    return b"x" * 50_000_000_000


def deep(level: int = 0) -> bytes:
    return deep(level + 1)


def gone() -> bytes:
    os._exit(3)


def broken() -> bytes:
    raise KeyError("a secret of the library")


def refused() -> bytes:
    raise InvalidTemplate("x.docx", [Text("不行", "no")])


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    root = Path(__file__).parents[4]
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join((str(root), str(root / "src"))))
    monkeypatch.setattr(module, "SECONDS", 5)


def test_what_is_made_comes_back() -> None:
    assert bounded(f"{HERE}:say", "x.docx", "出纳") == "出纳".encode()
    assert bounded(f"{HERE}:problems", "x.docx") == (Text("甲", "a"),)


@pytest.mark.parametrize(
    ("function", "words"),
    [
        ("endless", "takes longer"),
        ("greedy", "memory"),
        ("deep", "too deep"),
        ("gone", "memory, or broke the process"),
        ("broken", r"damaged \(KeyError\)"),
        ("refused", "no"),
    ],
)
def test_whatever_happens_there_is_a_refusal_here(function: str, words: str) -> None:
    begun = time.monotonic()
    with pytest.raises(InvalidTemplate, match=words) as caught:
        bounded(f"{HERE}:{function}", "x.docx")
    assert time.monotonic() - begun < 60
    assert "secret" not in str(caught.value)


def test_nothing_of_the_current_folder_is_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "base64.py").write_text("raise SystemExit(9)", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert bounded(f"{HERE}:say", "x.docx", "a") == b"a"
