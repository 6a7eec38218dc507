"""Which statements of a corpus are cited, and where."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dealer_roles.facade import Organization, load
from dealer_roles.loading.bundled import bundled
from dealer_roles.loading.corpus import bundled_corpus, read_corpus
from dealer_roles.questions.trace import Corpus, Trace, citations, trace
from dealer_roles.values.errors import InvalidDefinitions

Make = Callable[[dict[str, Any]], Organization]
TEXT = {"zh": "话", "en": "Words"}
EVERY_PLACE: dict[str, dict[str, Any]] = {
    "duty": {"duties": [{"task": "sell", "sources": ["D1.1"]}]},
    "handoff": {"handoffs": [{"task": "sell", "to": "boss", "sources": ["D1.1"]}]},
    "escalation": {"escalations": [{"to": "boss", "sources": ["D1.1"]}]},
    "purpose": {"purpose": {**TEXT, "sources": ["D1.1"]}},
    "outcomes": {"outcomes": [{**TEXT, "sources": ["D1.1"]}]},
    "qualifications": {"qualifications": [{**TEXT, "sources": ["D1.1"]}]},
    "conditions": {"conditions": [{**TEXT, "sources": ["D1.1"]}]},
    "clauses": {"clauses": [{**TEXT, "sources": ["D1.1"]}]},
    "measures": {"measures": [{**TEXT, "sources": ["D1.1"]}]},
    "authority": {
        "authority": [{"task": "sell", "kind": "approve", "text": TEXT, "sources": ["D1.1"]}]
    },
}


def traced(make: Make, anna: dict[str, Any], *statements: str, **main: Any) -> Trace:
    people = {"boss": {"reports_to": None, "duties": []}, "anna": {"duties": ["sell"], **anna}}
    given = {"tasks": ["sell"], "positions": people, "organization": main}
    return trace(Corpus(statements), [make(given).on().model])


def introduced(make: Make, statement: str, *introductions: str) -> Trace:
    """Trace an organization that cites D1.1, and every statement but D1.1 by leaving it out."""
    left = [{"source": statement, "reason": TEXT}] if statement != "D1.1" else []
    given = {
        "tasks": ["sell"],
        "positions": {"anna": {"reports_to": None, **EVERY_PLACE["duty"]}},
        "organization": {"left_out": left},
    }
    return trace(Corpus((statement,), introductions), [make(given).on().model])


@pytest.mark.parametrize(("kind", "fields"), EVERY_PLACE.items())
def test_every_place_that_has_sources_cites(make: Make, kind: str, fields: dict[str, Any]) -> None:
    found = traced(make, fields, "D1.1", "D1.2")
    assert (found.cited, found.uncited, found.unknown) == (("D1.1",), ("D1.2",), ())
    (citation,) = found.citations
    assert (citation.kind, citation.org) == (kind, "tiny")
    assert citation.span.file.endswith("anna.yaml")


def test_what_is_left_out_with_a_reason_counts_as_cited(make: Make) -> None:
    left = [{"source": "D1.2", "reason": {"zh": "空话", "en": "Says nothing"}}]
    found = traced(make, {}, "D1.2", left_out=left)
    assert found.complete
    assert found.citations[0].kind == "left-out"


def test_an_id_that_the_corpus_has_not_is_unknown(make: Make) -> None:
    found = traced(make, EVERY_PLACE["duty"], "D1.2")
    assert (found.unknown, found.complete) == (("D1.1",), False)
    assert found.why.en == "0 of 1 statements are cited, 1 are not, 1 cited ids are unknown"
    assert found.why.zh == "1 条语句中引用 0 条，未引用 1 条，未知编号 1 个"


def test_an_introduction_is_cited_by_the_id_of_its_section(make: Make) -> None:
    found = introduced(make, "D1.2", "D1.1")
    assert (found.statements, found.introductions) == (1, 1)
    assert (found.unknown, found.uncited_introductions) == ((), ())
    assert found.why.en.endswith("1 of 1 introductions of sections are cited")
    assert found.why.zh.endswith("1 段节首引言中引用 1 段")


def test_an_introduction_that_nobody_cites_is_told_and_is_no_fault(make: Make) -> None:
    found = introduced(make, "D1.1", "D2.1")
    assert (found.complete, found.uncited_introductions) == (True, ("D2.1",))
    assert found.to_dict()["uncited_introductions"] == ["D2.1"]
    assert found.why.en.endswith("0 of 1 introductions of sections are cited")


def test_a_section_without_introduction_cannot_be_cited(make: Make) -> None:
    found = introduced(make, "D1.2")
    assert (found.unknown, found.complete) == (("D1.1",), False)


def test_as_plain_data_each_citation_has_its_place(make: Make) -> None:
    plain: Any = traced(make, EVERY_PLACE["duty"], "D1.1").to_dict("zh")
    assert plain["evidence"][0]["source"] == "D1.1"
    assert plain["evidence"][0]["line"] > 1


def test_the_references_cite_every_statement_and_nothing_else() -> None:
    references = [name for name in bundled() if name.startswith("d")]
    models = [load(name).on().model for name in references]
    found = trace(read_corpus(bundled_corpus()), models)
    assert (len(models), found.statements, found.complete) == (15, 364, True)
    assert (found.introductions, found.uncited_introductions) == (26, ())


def test_each_reference_cites_only_its_own_document() -> None:
    for name in bundled():
        if name.startswith("d"):
            cited = {c.source.split(".")[0] for c in citations(load(name).on().model)}
            assert cited == {name.upper()}


def test_the_standard_dealership_cites_nearly_all() -> None:
    found = trace(read_corpus(bundled_corpus()), [load("standard").on().model])
    assert len(found.cited) >= 300
    assert found.unknown == ()


@pytest.mark.parametrize("statement", ["D1.1.1", "{id: D1.1.1, text: words}"])
def test_a_corpus_lists_statements_with_or_without_texts(tmp_path: Path, statement: str) -> None:
    file = tmp_path / "corpus.yaml"
    sections = f"[{{id: D1.1, statements: [{statement}]}}, {{id: D1.2}}]"
    file.write_text(f"documents: [{{id: D1, sections: {sections}}}]\n", "utf-8")
    assert read_corpus(file) == Corpus(("D1.1.1",))


@pytest.mark.parametrize("intro", ["Anna sells", "true"])
def test_a_corpus_tells_which_sections_open_with_an_introduction(
    tmp_path: Path, intro: str
) -> None:
    file = tmp_path / "corpus.yaml"
    sections = f"[{{id: D1.1, intro: {intro}}}, {{id: D1.2}}, {{id: D1.3, intro: false}}]"
    file.write_text(f"documents: [{{id: D1, sections: {sections}}}]\n", "utf-8")
    assert read_corpus(file).introductions == ("D1.1",)


def test_an_introduction_that_cannot_be_named_makes_no_corpus(tmp_path: Path) -> None:
    file = tmp_path / "corpus.yaml"
    file.write_text("documents: [{id: D1, sections: [{intro: words}]}]\n", "utf-8")
    with pytest.raises(InvalidDefinitions, match=r"corpus\.yaml"):
        read_corpus(file)


@pytest.mark.parametrize(
    "text", ["", "[]", "documents: 3\n", "documents: [{id: D1}]\n", "a: [\n", "pages: []\n"]
)
def test_what_is_no_corpus_is_refused_with_the_file_named(tmp_path: Path, text: str) -> None:
    file = tmp_path / "corpus.yaml"
    file.write_text(text, "utf-8")
    with pytest.raises(InvalidDefinitions, match=r"corpus\.yaml"):
        read_corpus(file)


def test_a_corpus_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InvalidDefinitions, match=r"nowhere\.yaml"):
        read_corpus(tmp_path / "nowhere.yaml")


def test_a_corpus_is_held_to_its_declaration_in_every_document(tmp_path: Path) -> None:
    file = tmp_path / "corpus.yaml"
    file.write_text(
        "documents:\n- id: D1\n  sections:\n  - id: D1.1\n    statemens: [D1.1.1]\n"
        "---\nkind: corpus\ndocuments: [{id: D2, sections: [{id: 7}]}]\n"
        "---\nkind: position\nid: anna\n",
        "utf-8",
    )
    with pytest.raises(InvalidDefinitions) as caught:
        read_corpus(file)
    assert [(f.code, f.span.line, f.span.column) for f in caught.value.findings] == [
        ("schema", 5, 5),
        ("schema", 8, 38),
        ("unknown-kind", 10, 7),
    ]


def test_statements_and_introductions_may_carry_their_texts(tmp_path: Path) -> None:
    file = tmp_path / "corpus.yaml"
    file.write_text(
        "documents:\n- id: D1\n  title: 甲\n  note: 乙\n  sections:\n  - id: D1.1\n    intro: 丙\n"
        "    statements: [D1.1.1, {id: D1.1.2, text: 丁, kind: framing}]\n",
        "utf-8",
    )
    assert read_corpus(file) == Corpus(("D1.1.1", "D1.1.2"), ("D1.1",))
