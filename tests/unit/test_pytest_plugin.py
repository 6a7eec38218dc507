"""The pytest plugin: files of expectations anywhere become tests."""

from __future__ import annotations

from fnmatch import fnmatch
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from tests.support.tiny import write_tiny

HEAD = "kind: expectations\ncases:\n"
SOLD = "- name: {zh: 甲卖, en: Anna sells}\n  owner: {task: sell, owned_by: anna}\n"
WRONG = "- name: {zh: 乙卖, en: Bert sells}\n  owner: {task: sell, owned_by: bert}\n"
REGISTERED = any(e.value == "dealer_roles.pytest_plugin" for e in entry_points(group="pytest11"))


@pytest.fixture
def store(pytester: pytest.Pytester) -> Path:
    """A store with two positions, in whose folder scenarios may lie."""
    return write_tiny(
        pytester.path / "store",
        {"tasks": ["sell"], "positions": {"anna": {"duties": ["sell"]}, "bert": {"duties": []}}},
    )


def run(pytester: pytest.Pytester, *args: str) -> pytest.RunResult:
    loaded = () if REGISTERED else ("-p", "dealer_roles.pytest_plugin")
    return pytester.runpytest_inprocess(*loaded, *args)


def write(path: Path, cases: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEAD + cases, "utf-8")


def test_each_scenario_is_a_test_with_its_name(pytester: pytest.Pytester, store: Path) -> None:
    write(store / "expectations" / "people.yaml", SOLD + WRONG)
    result = run(pytester, "-v")
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["*people.yaml::Anna sells PASSED*"])


def test_a_failure_says_what_was_expected_and_found_and_where(
    pytester: pytest.Pytester, store: Path
) -> None:
    write(store / "people.yaml", SOLD + WRONG)
    run(pytester).stdout.fnmatch_lines(
        [
            "*people.yaml:5:3: 乙卖 · Bert sells",
            "*owned by: expected bert, got anna",
            "*positions/anna.yaml:*anna accountable sell",
        ]
    )


def test_scenarios_are_selected_by_name(pytester: pytest.Pytester, store: Path) -> None:
    write(store / "people.yaml", SOLD + WRONG)
    run(pytester, "-k", "Anna").assert_outcomes(passed=1, deselected=1)


def test_a_file_anywhere_may_name_the_organization(pytester: pytest.Pytester, store: Path) -> None:
    write(pytester.path / "elsewhere" / "people.yaml", SOLD)
    run(pytester, f"--dealer-roles-org={store}").assert_outcomes(passed=1)


def test_without_an_organization_near_it_one_must_be_named(pytester: pytest.Pytester) -> None:
    question = "owner: {task: issue-invoice, owned_by: settlement-specialist}"
    write(pytester.path / "alone.yaml", f"- name: {{zh: 票, en: Invoice}}\n  {question}\n")
    result = run(pytester)
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*no organization.yaml from here upward*"])
    run(pytester, "--dealer-roles-org=standard").assert_outcomes(passed=1)


@pytest.mark.parametrize(
    "kind", ['"kind": "expectations"', "kind:  expectations", "'kind': expectations"]
)
def test_however_the_kind_is_spelled_the_file_is_run(
    pytester: pytest.Pytester, store: Path, kind: str
) -> None:
    write(store / "people.yaml", SOLD)
    spelled = (store / "people.yaml").read_text("utf-8").replace("kind: expectations", kind)
    (store / "people.yaml").write_text(spelled, "utf-8")
    run(pytester).assert_outcomes(passed=1)


def test_a_file_that_cannot_be_parsed_is_claimed_if_it_seems_ours(
    pytester: pytest.Pytester, store: Path
) -> None:
    (store / "people.yaml").write_text("kind: expectations\ncases: [\n", "utf-8")
    run(pytester).assert_outcomes(errors=1)


def test_other_yaml_is_left_alone(pytester: pytest.Pytester, store: Path) -> None:
    (store / "notes.yaml").write_text("just: notes\n", "utf-8")
    (store / "cases.txt").write_text(HEAD + SOLD, "utf-8")
    assert run(pytester).ret == pytest.ExitCode.NO_TESTS_COLLECTED


def test_a_mistake_in_the_file_is_an_error_with_its_place(
    pytester: pytest.Pytester, store: Path
) -> None:
    write(store / "people.yaml", SOLD.replace("owner:", "woner:"))
    result = run(pytester)
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*people.yaml:4:3: unknown key 'woner'*"])


def test_an_organization_that_does_not_load_fails_the_scenario_with_the_reason(
    pytester: pytest.Pytester, store: Path
) -> None:
    write(store / "people.yaml", SOLD)
    (store / "positions" / "anna.yaml").write_text("kind: position\nid: anna\n  x: 1\n", "utf-8")
    result = run(pytester)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*positions/anna.yaml:*"])
    result.stdout.no_fnmatch_line("*pytest_plugin.py*")  # a reason, not our code


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("", "*--dealer-roles-org is empty*"),
        ("shop", "--dealer-roles-org: *no organization 'shop'*"),
    ],
)
def test_an_organization_that_there_is_not_is_told_once(
    pytester: pytest.Pytester, store: Path, named: str, said: str
) -> None:
    write(store / "people.yaml", SOLD + WRONG)
    result = run(pytester, "--dealer-roles-org", named)
    assert result.ret == (pytest.ExitCode.INTERRUPTED if named else pytest.ExitCode.USAGE_ERROR)
    lines = [*result.outlines, *result.errlines]
    assert len([line for line in lines if fnmatch(line, said)]) == 1


OTHER_LAYOUTS = {
    "quoted": '"kind": "expectations"\ncases:\n',
    "single quotes": "'kind': 'expectations'\ncases:\n",
    "two spaces": "kind:  expectations\ncases:\n",
    "a comment first": "# about\n\nkind: expectations  # what it is\ncases:\n",
    "kind last": "cases:\n%skind: expectations\n",
    "an escape": 'kind: "expect\\u0061tions"\ncases:\n',
    "a byte order mark": "\ufeffkind: expectations\ncases:\n",
    "a document mark": "%%YAML 1.2\n---\nkind: expectations\ncases:\n",
    "the second document": "kind: notes-of-others\n---\nkind: expectations\ncases:\n",
    "far down": "#" + "x" * 120_000 + "\nkind: expectations\ncases:\n",
}


@pytest.mark.parametrize("name", OTHER_LAYOUTS)
@pytest.mark.parametrize("file", ["people.yaml", "people.yml", "People.YAML"])
def test_no_file_of_ours_is_passed_over(
    pytester: pytest.Pytester, store: Path, name: str, file: str
) -> None:
    head = OTHER_LAYOUTS[name]
    text = head.replace("%s", WRONG) if "%s" in head else head.replace("%%", "%") + WRONG
    (store / file).write_text(text, "utf-8")
    result = run(pytester)
    outcomes = result.parseoutcomes()
    assert outcomes.get("failed", 0) + outcomes.get("errors", 0) == 1


@pytest.mark.parametrize(
    "text",
    [
        "# kind: expectations\nname: another tool's\n",
        "about: |\n  kind: expectations\n",
        "inner: {kind: expectations, cases: []}\n",
        "- kind: expectations\n",
        "kind: Expectations\n",
        "kind: [expectations]\n",
        "{{ kind: expectations }}\n{% x %}\n",
    ],
)
def test_what_only_mentions_the_kind_is_somebody_elses(
    pytester: pytest.Pytester, store: Path, text: str
) -> None:
    (store / "other.yaml").write_text(text, "utf-8")
    result = run(pytester)
    assert result.ret == pytest.ExitCode.NO_TESTS_COLLECTED


def test_another_tools_file_of_that_kind_outside_an_organization_is_left_alone(
    pytester: pytest.Pytester,
) -> None:
    (pytester.path / "suite.yaml").write_text("kind: expectations\nspec: {}\n", "utf-8")
    assert run(pytester).ret == pytest.ExitCode.NO_TESTS_COLLECTED


@pytest.mark.parametrize("tail", [b"cases: [\n", b"# \xb5\xea\n"])
def test_a_file_of_ours_that_cannot_be_read_is_an_error(
    pytester: pytest.Pytester, store: Path, tail: bytes
) -> None:
    (store / "people.yaml").write_bytes(b"kind: expectations\n" + tail)
    run(pytester).assert_outcomes(errors=1)


def test_every_scenario_can_be_run_alone(pytester: pytest.Pytester, store: Path) -> None:
    names = ["Anna sells", "Anna sells", "Anna sells (2)", "a::b", "a:::b", "x [1] / y"]
    cases = "".join(SOLD.replace("Anna sells", f'"{name}"') for name in names)
    write(store / "people.yaml", cases)
    listed = run(pytester, "--collect-only", "-q").stdout.lines
    ids = [line for line in listed if line.startswith("store/people.yaml::")]
    assert len(set(ids)) == len(names)
    assert all(line.count("::") == 1 for line in ids)
    for line in ids:
        run(pytester, line).assert_outcomes(passed=1)


def test_a_session_says_what_it_looked_at(pytester: pytest.Pytester, store: Path) -> None:
    write(store / "people.yaml", SOLD + WRONG)
    told = "dealer-roles: 2 scenarios in 1 file; YAML files that are none of ours: "
    run(pytester).stdout.fnmatch_lines([told + "[1-9]*"])
    (store / "people.yaml").unlink()
    run(pytester).stdout.fnmatch_lines(["dealer-roles: 0 scenarios in 0 files; *"])
