"""Baselines remember findings by fingerprint, and only shrink."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dealer_roles.gate.baseline import baseline_of, prune, read_baseline, write_baseline
from dealer_roles.reports.report import Mended
from dealer_roles.values.errors import InvalidSettings
from dealer_roles.values.findings import Finding
from dealer_roles.values.span import Span
from dealer_roles.values.text import Text

ONE = Finding("one-owner", "error", Text("甲", "first"), Span("a.yaml", 3), "shop", "x")
TWO = replace(ONE, subject="y", message=Text("乙", "second"))
THREE = replace(ONE, subject="z", message=Text("丙", "third"))


def test_a_baseline_knows_what_moved_and_tells_what_is_gone() -> None:
    moved, baseline = replace(TWO, span=Span("a.yaml", 99)), baseline_of([ONE, TWO])
    assert moved.fingerprint in baseline.fingerprints
    assert THREE.fingerprint not in baseline.fingerprints
    assert baseline.without({moved.fingerprint, THREE.fingerprint}) == {
        ONE.fingerprint: Mended(ONE.code, "first", ONE.severity, Span("a.yaml", ONE.span.line))
    }


def test_pruning_drops_what_is_gone_and_adds_nothing() -> None:
    pruned = prune(baseline_of([ONE, TWO]), [TWO, THREE])
    assert set(pruned.fingerprints) == {TWO.fingerprint}


def test_a_baseline_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "baseline.json"
    write_baseline(path, baseline_of([TWO, ONE]))
    assert read_baseline(path) == baseline_of([ONE, TWO])
    before = path.read_bytes()
    write_baseline(path, baseline_of([ONE, TWO]))
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("found", "said"), [("\ufeff", "U\\+FEFF"), ("<<<<<<< HEAD\n", "that git left")]
)
def test_what_breaks_a_baseline_is_named_with_its_line(
    tmp_path: Path, found: str, said: str
) -> None:
    path = tmp_path / "baseline.json"
    write_baseline(path, baseline_of([ONE]))
    path.write_text(path.read_text("utf-8").replace("\n", f"\n{found}", 1), "utf-8")
    with pytest.raises(InvalidSettings, match=f"line 2: .*{said}"):
        read_baseline(path)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"version": 2, "findings": {}}', '{"version": 1}']
)
def test_what_is_no_baseline_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(text, "utf-8")
    with pytest.raises(InvalidSettings, match="baseline"):
        read_baseline(path)
