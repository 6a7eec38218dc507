"""Laws that hold for any organization whatever."""

from __future__ import annotations

import json
import random
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealer_roles.facade import Organization, load
from dealer_roles.loading.snapshot_store import read_snapshot, write_snapshot
from dealer_roles.model.build import build as build_model
from dealer_roles.questions.escalation_answer import EscalationAnswer
from dealer_roles.source.document import Locator
from dealer_roles.source.file import SourceFile
from dealer_roles.source.settings import DEFAULTS
from dealer_roles.values.span import Span
from tests.laws.loading import answers, build, loaded
from tests.laws.strategies import DAYS, FEW, POSITIONS, Documents, organizations
from tests.support.files import write_documents

DAY = DAYS[3]


@FEW
@given(organizations())
def test_whatever_is_asked_is_answered_with_plain_data(documents: Documents) -> None:
    organization = build(documents)
    for day in (DAYS[0], DAY):
        assert json.loads(json.dumps(answers(organization, day))) == answers(organization, day)


@FEW
@given(organizations(), st.randoms(use_true_random=False))
def test_the_order_of_files_and_keys_changes_no_answer(
    documents: Documents, rng: random.Random
) -> None:
    names = list(documents)
    rng.shuffle(names)
    renamed = {
        f"f{n}-{rng.randrange(9)}": _shuffled(documents[k], rng) for n, k in enumerate(names)
    }
    assert answers(build(renamed)) == answers(build(documents))


def _shuffled(value: Any, rng: random.Random) -> Any:
    if isinstance(value, dict):
        items = list(value.items())
        rng.shuffle(items)
        return {key: _shuffled(item, rng) for key, item in items}
    if isinstance(value, list):
        return [_shuffled(item, rng) for item in value]
    return value


SETS = (
    "duties", "handoffs", "escalations", "departments", "posts", "unowned", "tasks", "topics",
    "parties", "scopes",
)  # fmt: skip
"""Lists of which the order means nothing; ladders, steps and tables are sequences."""


@FEW
@given(organizations(), st.randoms(use_true_random=False))
def test_the_order_of_lists_that_mean_sets_changes_no_verdict(
    documents: Documents, rng: random.Random
) -> None:
    mixed = {name: _mixed(document, rng) for name, document in documents.items()}
    assert verdicts(build(mixed)) == verdicts(build(documents))


def _mixed(value: Any, rng: random.Random, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _mixed(item, rng, name) for name, item in value.items()}
    if isinstance(value, list):
        items = [_mixed(item, rng) for item in value]
        return rng.sample(items, len(items)) if key in SETS else items
    return value


def _ends(answer: EscalationAnswer) -> list[Any]:
    return [(one.last, one.ends, one.at, one.cases, one.said) for one in answer.branches]


def verdicts(organization: Organization) -> dict[str, Any]:
    """Return what is said of an organization, without the places that show it."""
    holders = sorted([*organization.positions, *organization.posts])
    topics = [None, *sorted(organization.topics)]
    owners = [organization.owner(task, None, DAY) for task in sorted(organization.catalogue.tasks)]
    climbs = [organization.escalation(who, topic, DAY) for who in holders for topic in topics]
    return {
        "owner": [(o.task, o.status, o.owners, o.split, o.why) for o in owners],
        "escalation": [
            (e.position, e.topic, e.ends, _ends(e), [(s.position, s.why) for s in e.steps])
            for e in climbs
        ],
        "overlaps": sorted((o.kind, o.task, o.positions) for o in organization.overlaps(DAY)),
        "gaps": sorted((g.kind, g.subject, g.message.en) for g in organization.gaps(DAY)),
        "findings": sorted(
            (f.code, f.severity, f.fingerprint, f.message.en)
            for f in organization.check("strict", DAY)
        ),
    }


@FEW
@given(organizations())
def test_one_file_of_many_documents_says_the_same_as_many_files(documents: Documents) -> None:
    from tests.support.files import block_yaml

    with TemporaryDirectory() as folder:
        text = "---\n".join(block_yaml(document) for document in documents.values())
        Path(folder, "organization.yaml").write_text(text, "utf-8")
        one = load(Path(folder))
    assert answers(one) == answers(build(documents))


@FEW
@given(organizations())
def test_every_span_points_at_what_it_names(documents: Documents) -> None:
    with loaded(documents) as organization:
        for span, names in _spans(organization):
            text = Path(span.file).read_text("utf-8").splitlines()
            here = text[span.line - 1][span.column - 1 :]
            assert here.startswith(_FIRST_KEYS), (span, here)
            block = "\n".join([here, *text[span.line :]])
            for name in names:
                assert f'"{name}"' in block[: block.find("\n-", 1)] or f'"{name}"' in block


_FIRST_KEYS = (
    "kind:", "id:", "task:", "topic:", "to:", "position:", "party:", "responsibility:", "manager:",
    "head:",
)  # fmt: skip


def _spans(organization: Organization) -> list[tuple[Span, tuple[str, ...]]]:
    model = organization.on().model
    found: list[tuple[Span, tuple[str, ...]]] = [(model.span, (model.id,))]
    found += [(d.span, (d.task, d.responsibility)) for d in model.duties]
    found += [(h.span, (h.id, h.task)) for h in model.handoffs]
    found += [(e.span, (e.topic or "to",)[: bool(e.topic)]) for e in model.escalations]
    found += [(p.span, (p.id,)) for p in model.positions.values()]
    found += [(p.span, (p.id,)) for p in model.posts.values()]
    found += [(t.span, (t.id,)) for t in organization.tasks.values()]
    found += [
        (s.span, (s.position or s.party,)[: bool(s.position or s.party)])
        for steps in model.ladders.values()
        for s in steps
    ]
    found += [(s.span, (s.id, s.task)) for p in model.processes.values() for s in p.steps]
    return found


@FEW
@given(organizations(), st.data())
def test_adding_an_owner_never_adds_an_ownership_gap(documents: Documents, data: Any) -> None:
    before = build(documents)
    task = data.draw(st.sampled_from(sorted(before.tasks) or ["t0"]))
    who = data.draw(st.sampled_from([n for n in documents if n.startswith("positions/")]))
    raw = documents[who]
    duty = {"task": task, "responsibility": "accountable"}
    after = build({**documents, who: {**raw, "duties": [*raw.get("duties", ()), duty]}})
    assert _ownership(after) - _ownership(before) == set()
    assert not any(gap.subject.split("[")[0] == task for gap in _ownership_gaps(after))
    assert after.owner(task, on=DAY).status != "unowned"


def _ownership_gaps(organization: Organization) -> list[Any]:
    kinds = ("task-unowned", "task-only-supported", "cell-unowned")
    return [gap for gap in organization.gaps(DAY) if gap.kind in kinds]


def _ownership(organization: Organization) -> set[str]:
    """Return the tasks that have any ownership gap."""
    return {gap.subject.split("[")[0] for gap in _ownership_gaps(organization)}


@FEW
@given(organizations(), st.permutations(POSITIONS))
def test_renaming_the_holders_renames_the_overlaps(
    documents: Documents, permuted: list[str]
) -> None:
    names = dict(zip(POSITIONS, permuted, strict=True))
    renamed = {key: _renamed(document, names) for key, document in documents.items()}

    def found(organization: Organization, back: dict[str, str]) -> set[Any]:
        return {
            (
                o.kind,
                o.task,
                o.whole,
                frozenset(back.get(p, p) for p in o.positions),
                frozenset(o.cells),
            )
            for o in organization.overlaps("ever")
        }

    same = {p: p for p in POSITIONS}
    assert found(build(renamed), same) == found(build(documents), names)


def _renamed(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _renamed(item, names) for key, item in value.items()}
    if isinstance(value, list):
        return [_renamed(item, names) for item in value]
    return names.get(value, value) if isinstance(value, str) else value


@FEW
@given(organizations())
def test_an_escalation_ends_and_visits_nobody_twice_and_never_the_asker(
    documents: Documents,
) -> None:
    organization = build(documents)
    for holder in [*organization.positions, *organization.posts]:
        for topic in [None, *organization.topics]:
            for subject in [None, *organization.positions]:
                answer = organization.escalation(holder, topic, DAY, subject)
                assert answer.ends in ("top", "unnamed", "party", "absent", "loop")
                for branch in answer.branches:
                    steps = answer.chain(branch)
                    called = [s.position for s in steps if s.position]
                    assert len(called) == len(set(called))
                    assert not set(called) & set(organization.on().members(holder))
                    if branch.ends in ("unnamed", "absent"):
                        assert steps[-1].position is None


@FEW
@given(organizations())
def test_every_answer_says_why_in_both_languages(documents: Documents) -> None:
    organization = build(documents)
    for task in organization.catalogue.tasks:
        why = organization.owner(task, on=DAY).why
        assert why.zh
        assert why.en
    for item in [*organization.gaps(DAY), *organization.overlaps("ever")]:
        assert item.why.zh
        assert item.why.en


@FEW
@given(organizations())
def test_an_answer_that_names_an_owner_has_its_evidence(documents: Documents) -> None:
    organization = build(documents)
    for task in organization.tasks:
        answer = organization.owner(task, on=DAY)
        holders = {organization.on().holder(e.position) for e in answer.evidence}
        assert set(answer.owners) <= holders or not answer.owners
        assert (answer.status == "unowned") == (not answer.owners)


@FEW
@given(organizations())
def test_a_snapshot_gives_back_the_same_model(documents: Documents) -> None:
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            "dealer_roles.loading.snapshot_store.snapshot_path", lambda n: f"{folder}/{n}.json"
        )
        organization = load(write_documents(Path(folder, "org"), documents))
        own = organization.loaded.documents
        files = list(dict.fromkeys(d.file for d in own))
        write_snapshot("x", files, own)
        again = read_snapshot("x", files)
        assert again is not None
        built = build_model(again, (), "x", Locator(DEFAULTS))
        assert built.model == organization.linked.model
        Path(files[0].path).write_bytes(Path(files[0].path).read_bytes() + b"\n")
        assert read_snapshot("x", files) is None
        assert read_snapshot("x", [SourceFile(f.path, f.label + "x") for f in files]) is None


@FEW
@given(organizations())
def test_loading_switches_the_garbage_collector_back_on(documents: Documents) -> None:
    import gc

    assert gc.isenabled()
    build(documents)
    assert gc.isenabled()


@FEW
@given(organizations())
def test_the_graph_is_a_copy_that_agrees_with_the_answers(documents: Documents) -> None:
    organization = build(documents)
    graph = organization.graph
    duties = {(d.holder, d.task, d.responsibility) for d in organization.on().duties}
    drawn = {
        (u.split(":")[1], v.split(":")[1], key)
        for u, v, key in graph.edges(keys=True)
        if v.startswith("task:") and u.split(":")[0] in ("position", "post")
    }
    assert drawn == duties
    assert all(attributes.keys() >= {"kind", "id"} for _, attributes in graph.nodes(data=True))
    graph.clear()
    assert organization.graph.number_of_nodes() > 0
