"""A stranger's template cannot hold the caller, exhaust the machine or take the caller along."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from dealer_roles.publish.render import bounded as module
from dealer_roles.publish.render.bounded import bounded
from dealer_roles.publish.render.errors import InvalidTemplate
from dealer_roles.values.text import Text

HERE = __name__


ANSWERED: list[str] = []


def say(text: str) -> bytes:
    ANSWERED.append(text)
    return text.encode()


def problems() -> list[Text]:
    return [Text("甲", "a")]


def who() -> bytes:
    return str(os.getpid()).encode()


def once_fresh() -> bytes:
    """Break a process that has answered before."""
    return gone() if ANSWERED else b"fresh"


def busy() -> bytes:
    while time.process_time() < 2:
        pass
    return b"done"


def time_left() -> bytes:
    resource = pytest.importorskip("resource")
    return str(resource.getrlimit(resource.RLIMIT_CPU)[0] - time.process_time()).encode()


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
def _quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    root = Path(__file__).parents[4]
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join((str(root), str(root / "src"))))
    monkeypatch.setattr(module, "SECONDS", 5)
    module.end()
    yield
    module.end()


def test_what_is_made_comes_back() -> None:
    assert bounded(f"{HERE}:say", "x.docx", "出纳") == "出纳".encode()
    assert bounded(f"{HERE}:problems", "x.docx") == (Text("甲", "a"),)


def test_one_process_answers_one_call_after_another() -> None:
    (first, second) = (bounded(f"{HERE}:who", "x.docx") for _ in range(2))
    assert first == second != str(os.getpid()).encode()


def test_what_breaks_the_process_is_refused_and_the_next_call_is_answered() -> None:
    before = bounded(f"{HERE}:who", "x.docx")
    for function in ("gone", "endless"):
        with pytest.raises(InvalidTemplate):
            bounded(f"{HERE}:{function}", "x.docx")
    assert bounded(f"{HERE}:who", "x.docx") != before


def test_a_call_is_not_refused_for_what_earlier_calls_used_up() -> None:
    bounded(f"{HERE}:say", "x.docx", "a")
    assert bounded(f"{HERE}:once_fresh", "x.docx") == b"fresh"


def test_the_time_of_earlier_calls_is_not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    allowed = 20  # as the page on untrusted input says
    monkeypatch.setattr(module, "SECONDS", 60)
    bounded(f"{HERE}:busy", "x.docx")
    assert allowed <= float(bounded(f"{HERE}:time_left", "x.docx")) <= allowed + 1


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
