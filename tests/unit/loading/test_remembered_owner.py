"""An answer that is remembered is the answer that would be computed."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from dealer_roles.facade import load
from dealer_roles.loading import answer_store as answers
from dealer_roles.loading import snapshot_store as store
from dealer_roles.loading.bundled import bundled
from dealer_roles.loading.remembered_owner import remembered_owner
from dealer_roles.loading.write_snapshots import write_snapshots


@pytest.fixture(scope="module", autouse=True)
def _snapshots(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Everything bundled is remembered, in a folder of the tests' own."""
    folder = tmp_path_factory.mktemp("snapshots")
    with pytest.MonkeyPatch.context() as patch:
        for module in (answers, store):
            patch.setattr(module, "snapshot_path", lambda name: str(folder / f"{name}.json"))
        write_snapshots()
        yield


@pytest.mark.parametrize("name", bundled())
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_remembered_owner_is_the_computed_one(name: str, lang: str) -> None:
    org = load(name)
    for task in list(org.catalogue.tasks)[:: 3 if name == "standard" else 11]:
        computed = json.loads(json.dumps(org.owner(task).to_dict(lang)))
        assert remembered_owner(name, task, lang) == computed


def test_nothing_is_remembered_of_what_is_not_bundled() -> None:
    assert remembered_owner("./store", "issue-invoice", "en") is None


def test_an_unknown_task_is_not_remembered() -> None:
    assert remembered_owner("standard", "fly-to-the-moon", "en") is None
