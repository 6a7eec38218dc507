from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest

from dealer_roles.facade import load
from dealer_roles.publish.job_description.publish import (
    FORMATS,
    Format,
    as_bytes,
    describe,
    describe_all,
    holders,
)
from tests.support.sample import DAY, sample
from tests.support.tools import needs
from tests.unit.publish.readers import docx_words, html_words, pdf_words


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


READERS: dict[Format, Callable[[bytes], str]] = {
    "md": lambda made: made.decode("utf-8"),
    "html": lambda made: html_words(made.decode("utf-8")),
    "docx": docx_words,
    "pdf": pdf_words,
}


@needs("poppler")
@pytest.mark.parametrize("format", READERS)
def test_no_line_breaks_between_a_currency_and_its_amount(format: Format) -> None:
    made = describe(load("standard").on(), "general-manager", "en", format)
    words = READERS[format](as_bytes(made))
    unbroken = "[\u00a0 ]" if format == "pdf" else "\u00a0"  # which blank it is, a PDF does not say
    assert len(re.findall(rf"CNY{unbroken}\d", words)) > 9
    assert re.sub(rf"CNY{unbroken}\d", "", words).count("CNY") == 0
