from __future__ import annotations

import json

import pytest

from dealer_roles.publish.job_description.publish import (
    FORMATS,
    as_bytes,
    describe,
    describe_all,
    holders,
)
from tests.support.sample import DAY, sample


@pytest.mark.parametrize("format", FORMATS)
def test_each_format_gives_text_or_bytes(format: str) -> None:
    made = describe(sample().on(DAY), "warranty-specialist", "en", format)  # type: ignore[arg-type] # parametrized
    assert isinstance(made, bytes) == (format in ("docx", "pdf"))
    assert as_bytes(made)


def test_json_carries_the_evidence_of_each_line() -> None:
    made = json.loads(describe(sample().on(DAY), "warranty-specialist", "en", "json"))
    duties = next(s for s in made["sections"] if s["id"] == "duties")
    row = next(r for r in duties["blocks"][0]["rows"] if not r["band"])
    assert row["evidence"][0]["sources"] == ["D14.5.2", "D14.5.3"]
    assert row["evidence"][0]["line"] > 1


def test_all_means_every_position_and_post_in_each_language() -> None:
    made = list(describe_all(sample().on(DAY)))
    assert len(made) == 2 * len(holders(sample().on()))
    assert made[0].file == "accountant.zh.md"
    assert {item.position for item in made} == {*sample().positions, *sample().posts}
