"""A catalogue beside several organizations is parsed once, and never from bytes that are gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from dealer_roles.loading import shared_catalogues
from dealer_roles.loading.loaded import Loaded
from dealer_roles.loading.read import read
from dealer_roles.source.plain_files import ALSO_READ

DEPARTMENTS = "kind: departments\ndepartments:\n- {id: shop, name: {zh: 车间, en: Shop}}\n"
TASKS = "kind: tasks\narea: {id: work, zh: 工作, en: Work}\ntasks:\n- {id: wash, name: %s}\n"


@pytest.fixture
def group(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A group of two stores whose catalogue lies beside them."""
    monkeypatch.setenv(ALSO_READ, str(tmp_path))
    monkeypatch.setattr(shared_catalogues, "_KEPT", {})
    (tmp_path / "catalogue").mkdir()
    (tmp_path / "catalogue" / "departments.yaml").write_text(DEPARTMENTS, "utf-8")
    (tmp_path / "catalogue" / "tasks.yaml").write_text(TASKS % "{zh: 洗车, en: Wash}", "utf-8")
    for store in ("one", "two"):
        (tmp_path / store).mkdir()
        (tmp_path / store / "organization.yaml").write_text(
            f"kind: organization\nid: {store}\nname: {{zh: 店, en: Store}}\n"
            "catalogue: [../catalogue]\ncoverage: stated\n---\n"
            "kind: position\nid: washer\nname: {zh: 洗车工, en: Washer}\ndepartment: shop\n"
            "reports_to: null\nduties:\n- {task: wash, responsibility: accountable}\n",
            "utf-8",
        )
    return tmp_path


def _task(loaded: Loaded) -> object:
    return loaded.require().catalogue.tasks["wash"]


def test_stores_share_what_was_made_of_their_catalogue(group: Path) -> None:
    """The second store's tasks are the first one's, and its paths are its own."""
    one, two = (read(group / store, cache=False) for store in ("one", "two"))
    assert _task(one) is _task(two)
    assert one.state
    assert two.state
    for loaded, store in ((one, "one"), (two, "two")):
        paths = [str(d.file.path) for d in loaded.outside["../catalogue"]]
        assert paths
        assert all(path.startswith(str(group / store)) for path in paths)


def test_a_catalogue_that_changed_is_read_anew(group: Path) -> None:
    """Whatever changes in it is seen by the next store."""
    one = read(group / "one", cache=False)
    (group / "catalogue" / "tasks.yaml").write_text(TASKS % "{zh: 擦车, en: Wipe}", "utf-8")
    two = read(group / "two", cache=False)
    assert _task(one).name.zh == "洗车"  # type: ignore[attr-defined] # a task
    assert _task(two).name.zh == "擦车"  # type: ignore[attr-defined] # a task


def test_a_broken_catalogue_is_a_finding_of_every_store(group: Path) -> None:
    """What is wrong is told to the second store as well."""
    (group / "catalogue" / "tasks.yaml").write_text(TASKS % "{zh: 洗车, xx: [}", "utf-8")
    one, two = (read(group / store, cache=False) for store in ("one", "two"))
    assert one.findings
    assert [f.message for f in one.findings] == [f.message for f in two.findings]


def test_who_may_not_read_it_does_not_get_it_from_another(
    group: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is kept of it is no way around the gate."""
    assert read(group / "one", cache=False).stands
    monkeypatch.delenv(ALSO_READ)
    assert not read(group / "two", cache=False).stands


def test_only_few_are_kept(group: Path) -> None:
    """A long-lived process does not gather catalogues without end."""
    for number in range(3 * shared_catalogues.MOST_KEPT):
        text = TASKS % f"{{zh: 洗车{number}, en: Wash {number}}}"
        (group / "catalogue" / "tasks.yaml").write_text(text, "utf-8")
        assert read(group / "one", cache=False).stands
    assert 0 < len(shared_catalogues._KEPT) <= shared_catalogues.MOST_KEPT
