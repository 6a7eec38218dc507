"""Each sentence of the page on strangers' definitions has a test that would fail without it."""

from __future__ import annotations

import ast
import dataclasses
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from dealer_roles.gate.baseline import read_baseline
from dealer_roles.loading.read import read
from dealer_roles.publish.job_description.publish import WordTemplate
from dealer_roles.publish.render.bounded import MEGABYTES, SECONDS
from dealer_roles.publish.render.errors import InvalidTemplate
from dealer_roles.source.budget import MOST
from dealer_roles.source.settings import DEFAULTS, find_settings
from dealer_roles.values.errors import InvalidSettings
from tests.docs.pages import ROOT
from tests.support.tiny import write_tiny

PAGE = ROOT / "docs" / "explanation" / "untrusted-input.md"
GATE, YAML = "tests/unit/source/test_gate.py", "tests/unit/source/test_yaml_traps.py"
NAMES = "tests/unit/source/test_file_names.py"
UNSEEN = "tests/laws/test_unseen_characters.py"
DOCX = "tests/unit/publish/job_description/test_docx.py"
BOUNDED = "tests/unit/publish/render/test_bounded.py::test_whatever_happens_there_is_a_refusal_here"
CHECKED, REPORTS = "tests/unit/rules/test_checked.py", "tests/unit/reports"
NO_CLAIM = (
    "An organization may come with a stranger's pull request, a Word template by mail, a table",
    "This page says what dealer-roles does with them, so that you can decide",
    "The tests of these statements are listed in tests/docs/test_untrusted.py.",
    # what it does not do: advice to the reader, nothing that could fail
    "It does not hide what it reads",
    "It does not isolate plug-ins",
    "Time and memory of the main process are bounded by the limits above",
    "Where strangers' folders are checked as a service, use a container besides.",
)
TESTS: dict[str, tuple[str, ...]] = {
    "Only regular files inside the organization's folder are read.": (
        f"{GATE}::test_a_regular_file_is_read_up_to_its_limit",
        f"{GATE}::test_a_neighbour_whose_name_begins_alike_is_outside",
        "tests/architecture/test_reading_gate.py::test_nobody_but_the_gate_opens_a_file",
    ),
    "A link that leads out of it, a pipe, a socket or a device is a finding": (
        f"{GATE}::test_a_link_out_of_the_folder_is_refused_however_it_leads_there",
        f"{GATE}::test_what_never_ends_or_never_begins_is_refused_at_once",
        "tests/unit/source/test_discovery.py::test_a_device_is_not_read_for_ever",
    ),
    "A catalogue outside the folder is refused": (
        "tests/docs/test_untrusted.py::test_a_catalogue_and_what_the_caller_names_stay_here",
    ),
    "An organization's folder that is a link": (
        f"{GATE}::test_an_organization_that_is_a_link_out_of_its_working_tree_is_not_read",
    ),
    "The same holds for what an import reads": (
        "tests/unit/imports/test_reading_gate.py::test_neither_a_link_nor_a_pipe_is_read",
        "tests/unit/imports/test_reading_gate.py::test_a_manifest_names_nothing_outside_of_its_folder",
    ),
    "A linked folder above a file that the caller names": (
        f"{GATE}::test_a_linked_folder_above_a_named_file_leads_nowhere_else",
        f"{GATE}::test_wherever_one_stands_a_link_in_a_project_does_not_lead_out_of_it",
        f"{GATE}::test_a_link_from_elsewhere_stays_below_the_first_folder_of_its_path",
    ),
    "Where sharing is meant, the caller says so": (
        f"{GATE}::test_the_callers_environment_can_allow_a_folder",
    ),
    "No file of the definitions can say it.": (
        "tests/docs/test_untrusted.py::test_no_setting_allows_what_the_environment_does",
    ),
    "Files are bounded by settings": (
        f"{YAML}::test_a_file_beyond_the_bound_is_refused",
        f"{YAML}::test_all_files_together_are_bounded",
        "tests/unit/source/test_discovery.py::test_too_many_files_are_one_finding",
        "tests/docs/test_untrusted.py::test_the_bounds_are_those_the_page_names",
    ),
    "What is larger is a finding, not a crash.": (
        f"{YAML}::test_a_file_beyond_the_bound_is_refused",
    ),
    "A file's name is shown on one line.": (
        f"{NAMES}::test_a_name_is_one_line_of_characters_that_can_be_written",
    ),
    "Control characters, direction marks and broken bytes are escaped": (
        f"{NAMES}::test_what_commands_or_hides_is_escaped",
    ),
    "YAML is data.": (f"{YAML}::test_no_text_whatever_breaks_reading",),
    "Tags, anchors, aliases and merge keys are refused": (
        f"{YAML}::test_a_tag_is_a_finding",
        f"{YAML}::test_anchors_and_aliases_are_findings_each",
        f"{YAML}::test_a_merge_key_of_an_alias_is_refused_and_one_of_a_mapping_is_a_plain_key",
        f"{YAML}::test_hostile_nesting_is_a_finding_and_no_crash",
    ),
    "What nobody sees stands in no text": (
        f"{UNSEEN}::test_the_reader_refuses_one_that_is_escaped_at_its_place",
        f"{UNSEEN}::test_the_reader_refuses_one_that_stands_in_the_file_at_its_place",
        f"{UNSEEN}::test_neither_validator_takes_one_wherever_it_stands",
    ),
    "No id holds a zero-width character, no text is made of them alone": (
        f"{UNSEEN}::test_no_id_holds_one",
        f"{UNSEEN}::test_no_text_is_made_of_what_nobody_sees_alone",
        f"{UNSEEN}::test_no_two_names_differ_by_what_nobody_sees",
    ),
    "Any bytes at all give an organization or findings": (
        "tests/laws/test_any_bytes.py::test_any_bytes_give_an_organization_or_findings",
    ),
    "This is a property that the fuzzer tries": (
        "tests/laws/test_any_bytes.py::test_any_bytes_give_an_organization_or_findings",
    ),
    "A flood says its beginning.": (
        "tests/unit/source/test_budget.py::test_up_to_the_budget_nothing_is_left_out",
    ),
    "After fifty findings of one kind in one file": (
        "tests/unit/source/test_budget.py::test_what_is_said_and_what_is_left_out_are_all",
    ),
    "Rules cannot run code.": (
        "tests/unit/rules/test_language.py::test_shape_and_schema_agree_on_a_rule",
        "tests/unit/rules/test_language.py::test_a_message_fills_named_fields_once_and_nothing_else",
    ),
    "A rule is data for one of the built-in kinds.": (
        "tests/unit/rules/test_language.py::test_the_reference_page_is_current_and_names_every_kind",
    ),
    "Kinds of your own are Python": (
        "tests/unit/rules/test_language.py::test_a_plug_in_is_loaded_only_if_the_settings_name_it",
        f"{CHECKED}::test_a_plug_in_that_is_not_installed_is_a_mistake_in_the_settings",
    ),
    "A Word template is worked in a process of its own": (BOUNDED,),
    "Endless loops and greedy ones end that process": (
        BOUNDED,
        "tests/unit/publish/test_template_constants.py::test_constants_are_not_calculated_to_compile",
    ),
    "A template sees data only": (f"{DOCX}::test_a_template_cannot_leave_its_sandbox",),
    "Text stays text.": (
        "tests/unit/reports/test_machines.py::test_hostile_text_breaks_no_format",
    ),
    "No value of a definition becomes markup in HTML": (
        "tests/unit/publish/test_hostile.py::test_it_is_text_in_html",
        "tests/unit/publish/test_hostile.py::test_it_is_text_in_word",
        "tests/unit/publish/matrix/test_xlsx.py::test_hostile_names_are_text_and_no_formula",
        "tests/unit/publish/matrix/test_csv_file.py::test_what_would_be_a_formula_is_marked_as_text",
        "tests/unit/output/test_clean.py::test_nothing_that_drives_is_left",
        "tests/unit/reports/test_github.py::test_no_message_is_a_second_command_or_ends_the_first",
    ),
    "An output is whole or absent.": (
        "tests/unit/output/test_atomic.py::test_threads_that_write_the_same_file_leave_one_of_them_whole",
    ),
    "It is written beside its place and renamed": (
        "tests/unit/output/test_atomic.py::test_a_failed_write_leaves_the_old_file_and_no_rubbish",
        "tests/cli/test_consoles.py::test_a_full_disk_is_an_error",
    ),
}
"""How a sentence of the page begins, and the tests of what it says."""


@cache
def sentences() -> tuple[str, ...]:
    lines = PAGE.read_text("utf-8").splitlines()
    body = "\n".join(line for line in lines if not line.startswith("#"))
    return tuple(_sentences(body))


def _sentences(body: str) -> Iterator[str]:
    for part in re.split(r"\n\s*\n|\n(?=- )", body):
        plain = " ".join(re.sub(r"[*`]|^- ", "", part.strip()).split())
        yield from (s for s in re.split(r"(?<=[.!?])\s+(?=[A-Z])", plain) if s)


def test_every_sentence_has_its_tests_and_none_is_left_of_an_older_page() -> None:
    begun = (*TESTS, *NO_CLAIM)
    untested = [s for s in sentences() if sum(s.startswith(start) for start in begun) != 1]
    assert untested == []
    assert [start for start in begun if not any(s.startswith(start) for s in sentences())] == []


@pytest.mark.parametrize("test", sorted({test for tests in TESTS.values() for test in tests}))
def test_every_test_that_the_page_rests_on_exists(test: str) -> None:
    file, _, name = test.partition("::")
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_a_sentence_without_a_test_would_be_seen() -> None:
    told = list(_sentences("- **One.** Two `x`\n  three. Four\n\nFive."))
    assert told == ["One.", "Two x three.", "Four", "Five."]


def test_the_bounds_are_those_the_page_names() -> None:
    text = PAGE.read_text("utf-8")
    for name, words in (
        ("max_file_bytes", "5 million"), ("max_total_bytes", "500\n  million"),
        ("max_files", "50,000"), ("max_depth", "60"),
    ):  # fmt: skip
        number = int(words.split()[0].replace(",", "")) * (1_000_000 if "million" in words else 1)
        assert getattr(DEFAULTS, name) == number
        assert words in text
    assert (MOST, SECONDS, MEGABYTES) == (50, 20, 1_500)


def test_a_catalogue_and_what_the_caller_names_stay_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "tasks.yaml").write_text("kind: tasks\n", "utf-8")
    (outside / "known.json").write_text('{"version": 1, "findings": {}}', "utf-8")
    (outside / "dealer-roles.toml").write_text("max-depth = 40\n", "utf-8")
    store = write_tiny(tmp_path / "store", {"organization": {"catalogue": ["../outside"]}})
    assert "outside-folder" in {finding.code for finding in read(f"{store}/").findings}
    monkeypatch.chdir(store)
    for name in ("known.json", "dealer-roles.toml"):
        (store / name).symlink_to(outside / name)
    with pytest.raises(InvalidSettings, match="leads out"):
        read_baseline("known.json")
    with pytest.raises(InvalidSettings, match="leads out"):
        find_settings(store)
    with pytest.raises(InvalidTemplate, match="leads out"):
        WordTemplate.read(Path("known.json"))


def test_no_setting_allows_what_the_environment_does(tmp_path: Path) -> None:
    store = write_tiny(tmp_path / "store", {"organization": {"catalogue": ["../outside"]}})
    (tmp_path / "outside").mkdir()
    for key in ("also-read", "DEALER_ROLES_ALSO_READ", "allow"):
        (store / "dealer-roles.toml").write_text(f'{key} = ["{tmp_path}"]\n', "utf-8")
        with pytest.raises(InvalidSettings):
            read(f"{store}/")
    names = {field.name for field in dataclasses.fields(DEFAULTS)}
    assert not [name for name in names if "read" in name or "allow" in name]
