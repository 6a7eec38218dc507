"""Whatever a file holds, an organization loads or is refused with findings inside its files."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from dealer_roles.facade import Organization
from dealer_roles.loading.loaded import Loaded
from dealer_roles.loading.read import read
from dealer_roles.values.errors import InvalidDefinitions
from dealer_roles.values.findings import Finding
from tests.support.sample import STORE

WHOLE = {str(path.relative_to(STORE)): path.read_bytes() for path in sorted(STORE.rglob("*.yaml"))}
YAML = "\n \t-:{}[],&*!|>'\"%@`#?~=<:：，“”。、\ufeff\x00\x85\u2028"
pieces = st.one_of(st.binary(max_size=12), st.text(YAML, max_size=12).map(str.encode))


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, bytes]:
    """Draw one of the sample's files, cut, with bytes put in or taken out."""
    file = draw(st.sampled_from(sorted(WHOLE)))
    content = WHOLE[file]
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.integers(0, 6)))
        content = content[:start] + draw(pieces) + content[end:]
    return file, content


@given(damaged() | st.tuples(st.sampled_from(sorted(WHOLE)), st.binary(max_size=200)))
@example(("organization.yaml", b""))
@example(("organization.yaml", b"\xff\xfe\x00"))
@example(("organization.yaml", "﻿kind：organization".encode()))
@example(("organization.yaml", b"- [" * 2_000))
def test_any_bytes_give_an_organization_or_findings(case: tuple[str, bytes]) -> None:
    file, content = case
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "store"
        shutil.copytree(STORE, folder)
        (folder / file).write_bytes(content)
        for finding in _refused(read(folder)):
            _points_into_its_file(folder, finding.span.file, finding.span.line)
            assert finding.message.zh
            assert finding.message.en


def _refused(loaded: Loaded) -> Sequence[Finding]:
    try:
        Organization(loaded).gaps()
    except InvalidDefinitions as error:
        return error.findings
    return ()


def _points_into_its_file(folder: Path, file: str, line: int) -> None:
    path = Path(file)
    assert path.is_relative_to(folder) or not path.is_absolute()
    if path.is_file():
        lines = path.read_bytes().decode("utf-8", "replace").splitlines()
        assert 1 <= line <= len(lines) + 1
