"""Whatever an organization calls its catalogue: an organization, or a finding at the name."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dealer_roles.loading.read import read
from tests.support.tiny import write_tiny

NAMES = [
    "a" * 300, "a/" * 3_000 + "a", "loop", "pipe", "file.txt", "dead", "none", "empty", ".hidden",
    "~", "~root", "\\\\x\\y", "/dev/null", "/dev/zero", "/proc/self/fd", "//", "file.txt/x",
    "bundled/", "./bundled", "con", "C:", "*",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES, ids=lambda name: name[:20])
def test_an_odd_catalogue_is_a_finding_at_its_place(tmp_path: Path, name: str) -> None:
    given = {"positions": {"boss": {"reports_to": None}}, "organization": {"catalogue": [name]}}
    folder = write_tiny(tmp_path / "org", given)
    (folder / "loop").symlink_to("loop")
    (folder / "dead").symlink_to("nowhere")
    (folder / "file.txt").write_text("a: 1\n", "utf-8")
    os.mkfifo(folder / "pipe")
    (folder / "empty").mkdir()
    (folder / ".hidden").mkdir()
    (folder / ".hidden" / "tasks.yaml").write_text("kind: tasks\n", "utf-8")
    found = [f for f in read(folder).findings if f.span.file.endswith("organization.yaml")]
    assert found, name
    assert all(f.message.zh and f.message.en and f.span.line > 1 for f in found)


@pytest.mark.parametrize("name", [".", "./", "./catalogue", "catalogue/../catalogue", "linked"])
def test_a_folder_of_the_organization_is_one_however_it_is_written(
    tmp_path: Path, name: str
) -> None:
    given = {"positions": {"boss": {"reports_to": None}}, "organization": {"catalogue": [name]}}
    folder = write_tiny(tmp_path / "org", given)
    assert read(folder).model is not None or name == "linked"
    if name == "linked":
        (folder / "catalogue").rename(folder / "real")
        (folder / "linked").symlink_to("real")
        found = {f.code for f in read(folder).findings}
        assert "unknown-catalogue" not in found
