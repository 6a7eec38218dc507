"""``names``: things that go by one name or id, or nearly; duties and hand-offs stated twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import partial
from itertools import product
from typing import Any

from dealer_roles.model.declare import declared, optional, required
from dealer_roles.model.entities import OWNING, RESPONSIBILITIES, Duty, Handoff
from dealer_roles.model.forms import Choice, Listed
from dealer_roles.organization.with_ids import joined
from dealer_roles.rules.kind import Hit, Kind
from dealer_roles.rules.language.node import NODE_KINDS, Node
from dealer_roles.rules.language.node_words import node_words, span_of, title_of, witness
from dealer_roles.rules.language.view import View
from dealer_roles.rules.parameter_forms import read_as_written
from dealer_roles.values.grouped import grouped
from dealer_roles.values.name_likeness import near_pairs, same_key
from dealer_roles.values.scope import scopes_meet
from dealer_roles.values.span import is_bundled
from dealer_roles.values.text import Text

COMPARED = ("task", "position", "department", "post", "process", "duty", "handoff")
Group = tuple[Node, ...]
Desk = Callable[[str], tuple[str, ...]]
LESSER = frozenset({"consulted", "informed"})


@declared
class NamesParameters:
    """名称 — What must be told apart by its name; duties and hand-offs by what they say."""

    of: tuple[str, ...] = required(
        Listed(Choice(COMPARED), fewest=1, most=6),
        "比较什么",
        "What is compared, each kind with its own",
    )
    alike: str = optional(
        Choice(("same", "near", "id")),
        "same 名称相同(缺省)，near 名称近似，id 编码看上去一样；"
        "职责的 near 是同一范围既负责又被会签或知会",
        "of the same name (default), nearly of the same, or with ids that look alike; for duties "
        "near is to own something and to be consulted or informed on it as well",
        default="same",
    )

    def hits(self, view: View, node: Node) -> Iterator[Hit]:
        """Yield each group of things that are alike."""
        del node  # the organization, and all that is in it
        for kind in self.of:
            for group in self._groups(view, kind):
                yield _hit(view, kind, group)

    def _groups(self, view: View, kind: str) -> Iterator[Group]:
        nodes = _known(view, kind)
        if kind == "duty":
            stated = [n for n in nodes if not n.value.handoff]
            known = partial(_desk, view)
            near = self.alike == "near"
            yield from (
                _doubled(known, stated) if near else _grouped(stated, partial(_duty_keys, known))
            )
        elif kind == "handoff":
            yield from _grouped(nodes, _handoff_keys)
        elif self.alike == "near":
            yield from _nearly(view, nodes)
        elif self.alike == "id":
            yield from _grouped(nodes, lambda n: (same_key(n.id),))
        else:
            yield from _grouped(nodes, lambda n: _name_keys(view, n))


def _known(view: View, kind: str) -> Group:
    """Return what is here, and what its own catalogue defines beside it."""
    here = view.nodes(kind)
    catalogue = view.model.catalogue
    tables: Mapping[str, Mapping[str, Any]] = {
        "task": catalogue.tasks,
        "position": catalogue.positions,
        "department": catalogue.departments,
    }
    ids = {node.id for node in here}
    own = (
        Node(kind, id_, entry)
        for id_, entry in tables.get(kind, {}).items()
        if id_ not in ids and not is_bundled(entry.span.file)
    )
    return (*here, *own)


def _hit(view: View, kind: str, group: Group) -> Hit:
    group = tuple(sorted(group, key=_rank))
    later = max(group, key=lambda n: (span_of(view, n), n.id))
    return Hit(
        tuple(n.id for n in group),
        span_of(view, later),
        {"kind": NODE_KINDS[kind], "found": joined(node_words(view, n) for n in group)},
        tuple(witness(view, n) for n in group),
        len(group),
    )


def _rank(node: Node) -> tuple[int, str]:
    """Stronger shares before lesser ones, else by id: whatever the order of the file."""
    duty = node.kind == "duty"
    return RESPONSIBILITIES.index(node.value.responsibility) if duty else 0, node.id


def _grouped(nodes: Iterable[Node], keys: Callable[[Node], Iterable[Hashable]]) -> Iterator[Group]:
    """Yield the things that share a key, each set of things once."""
    by_key: dict[Hashable, dict[Node, None]] = defaultdict(dict)
    for node in nodes:
        for key in keys(node):
            by_key[key][node] = None
    groups = {tuple(found): None for found in by_key.values() if len(found) > 1}
    yield from groups


def _name_keys(view: View, node: Node) -> Iterator[Hashable]:
    text = title_of(view, node)
    yield from ((lang, same_key(words)) for lang, words in text.to_dict().items() if words)


def _nearly(view: View, nodes: Iterable[Node]) -> Iterator[Group]:
    """Yield the pairs that are nearly alike in a language, and the same in none."""
    named = [(node, title_of(view, node)) for node in nodes]
    found: set[tuple[int, int]] = set()
    for names in ([t.chinese for _, t in named], [t.english for _, t in named]):
        found.update(near_pairs(names))
    for one, other in sorted(found):
        if not _same(named[one][1], named[other][1]):
            yield named[one][0], named[other][0]


def _same(one: Text, other: Text) -> bool:
    both = ((one.chinese, other.chinese), (one.english, other.english))
    return any(x and y and same_key(x) == same_key(y) for x, y in both)


def _desk(view: View, holder: str) -> tuple[str, ...]:
    """Return a holder, and of a desk whoever has its shares beside his own."""
    return tuple(dict.fromkeys((holder, *view.index.members(holder))))


def _duty_keys(desk: Desk, node: Node) -> Iterator[Hashable]:
    """Yield what makes two shares of one holder the same: all but their wording."""
    duty: Duty = node.value
    said = (duty.task, duty.responsibility, duty.scope, duty.when)
    yield from ((holder, *said) for holder in desk(duty.holder))


def _handoff_keys(node: Node) -> Iterator[Hashable]:
    """Yield what makes two hand-offs the same: whatever their id, limit and wording."""
    given: Handoff = node.value
    whom = (tuple(sorted(given.to)), given.unnamed)
    yield given.giver, given.task, given.then, whom, given.deliverable, given.scope, given.when


def _doubled(desk: Desk, nodes: Iterable[Node]) -> Iterator[Group]:
    """Yield an owner of something beside the lesser share he has in the same of it."""
    every = ((node, id_) for node in nodes for id_ in desk(node.value.holder))
    shares = grouped(((id_, node.value.task), node) for node, id_ in every)
    pairs: dict[Group, None] = {}
    for found in shares.values():
        own, lesser = _each_once(found, OWNING), _each_once(found, LESSER)
        for one, other in product(own, lesser):
            if scopes_meet(one.value.scope, other.value.scope):
                pairs[one, other] = None
    yield from pairs


def _each_once(nodes: Iterable[Node], kinds: frozenset[str]) -> list[Node]:
    """Return the shares of some kinds, of those stated several times the first."""
    said: dict[Hashable, Node] = {}
    for node in nodes:
        duty: Duty = node.value
        if duty.responsibility in kinds:
            said.setdefault((duty.responsibility, duty.scope, duty.when), node)
    return list(said.values())


KIND = Kind(
    "names",
    NamesParameters,
    Text(
        "同名或近似同名的任务、岗位、部门；一项职责或交接写了两遍",
        "tasks, positions or departments of one name, or nearly; one duty or hand-off stated twice",
    ),
    ("organization",),
    {
        "kind": Text("对象的种类", "what kind of thing they are"),
        "found": Text("相同的对象", "the things that are alike"),
    },
    Text("相同对象的个数", "how many are alike"),
    read_as_written(NamesParameters),
    """\
id: one-name-one-task
name: {zh: 任务不重名, en: No two tasks of one name}
why: {zh: 同名的两项任务总有人弄混, en: Somebody will mix up two tasks of one name}
severity: warning
for: {what: organization}
check: {names: {of: [task]}}
message: {zh: "同名的{kind}：{found}", en: "two of one name ({kind}): {found}"}
fix: {zh: 合并，或改名, en: 'Merge them, or rename one'}
examples:
  ok:
  - tasks: [{id: wash-car, name: {zh: 洗车, en: Wash a car}}]
    positions: {washer: [wash-car], keeper: [keep-stock]}
  bad:
  - tasks:
    - {id: wash-car, name: {zh: 洗车, en: Wash a car}}
    - {id: clean-car, name: {zh: 洗车, en: Clean a car}}
    positions: {washer: [wash-car, clean-car]}
""",
)
