"""Organizations of shapes that tempt an answer to be quadratic, each of any size."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

BOTH = "{{zh: 名{0}, en: Name {0}}}"
LONGEST_PROCESS = 250
LONGEST_LADDER = 20
LIMIT = "{amount: %d, currency: CNY}"


def write_shape(folder: Path, shape: str, size: int) -> Path:
    """Write the organization of a shape and a size; return its folder."""
    folder.mkdir(parents=True)
    text = "---\n".join(SHAPES[shape](size))
    (folder / "everything.yaml").write_text(text, encoding="utf-8")
    return folder


def _main(catalogue: str = "", more: str = "") -> str:
    return (
        "kind: organization\nid: shape\nname: {zh: 形状, en: Shape}\n"
        f"catalogue: [{catalogue}]\ncoverage: stated\n{more}"
    )


def _named(kind: str, entries: Iterable[str]) -> str:
    return f"kind: {kind}\n{kind}:\n" + "".join(f"- {entry}\n" for entry in entries)


def _departments(count: int = 1) -> str:
    ids = ("shop", *(f"shop-{n}" for n in range(1, count)))
    return _named("departments", (f"{{id: {id_}, name: {BOTH.format(id_)}}}" for id_ in ids))


def _tasks(count: int, whole: Callable[[int], str] = lambda _: "") -> str:
    entries = (
        f"{{id: t{n}, name: {BOTH.format(n)}{f', part_of: {whole(n)}' if whole(n) else ''}}}"
        for n in range(count)
    )
    return "kind: tasks\narea: {id: work, zh: 工作, en: Work}\n" + _named("tasks", entries)[12:]


def _position(
    id_: str, above: str, duties: Iterable[str] = (), handoffs: Iterable[str] = (), more: str = ""
) -> str:
    text = (
        f"kind: position\nid: {id_}\nname: {BOTH.format(id_)}\n"
        f"department: shop\nreports_to: {above or 'null'}\n{more}"
    )
    for key, lines in (("duties", list(duties)), ("handoffs", list(handoffs))):
        if lines:
            text += f"{key}:\n" + "".join(f"- {line}\n" for line in lines)
    return text


def _owns(*tasks: str, share: str = "accountable") -> list[str]:
    return [f"{{task: {task}, responsibility: {share}}}" for task in tasks]


def _hands(id_: str, task: str, to: str, then: str = "", more: str = "") -> str:
    onward = f", then: {then}" if then else ""
    return (
        f"{{id: {id_}, task: {task}, to: {to}{onward}, "
        f"deliverable: {{zh: 单据, en: Papers}}{more}}}"
    )


def one_line(size: int) -> Iterator[str]:
    """Everybody in one reporting line."""
    yield _main()
    yield _departments()
    yield _tasks(size)
    for n in range(size):
        yield _position(f"p{n}", f"p{n - 1}" if n else "", _owns(f"t{n}"))


def nested_tasks(size: int) -> Iterator[str]:
    """Each task a part of the one before, each with an owner."""
    yield _main()
    yield _departments()
    yield _tasks(size, lambda n: f"t{n - 1}" if n else "")
    for n in range(size):
        yield _position(f"p{n}", "p0" if n else "", _owns(f"t{n}"))


def bare_nested_tasks(size: int) -> Iterator[str]:
    """Each task a part of the one before, and only the largest with an owner."""
    yield _main()
    yield _departments()
    yield _tasks(size, lambda n: f"t{n - 1}" if n else "")
    yield _position("p0", "", _owns("t0"))
    helps = _owns(*(f"t{n}" for n in range(1, size)), share="supporting")
    yield _position("p1", "p0", helps)


def many_owners(size: int) -> Iterator[str]:
    """One task that everybody owns."""
    yield _main()
    yield _departments()
    yield _tasks(1)
    for n in range(size):
        yield _position(f"p{n}", "p0" if n else "", _owns("t0"))


def one_department(size: int) -> Iterator[str]:
    """Everybody hands to one department, in which everybody sits."""
    yield _main()
    yield _departments()
    yield _tasks(size)
    for n in range(size):
        to = _hands(f"h{n}", f"t{n}", "shop", f"t{(n + 1) % size}")
        yield _position(f"p{n}", "p0" if n else "", _owns(f"t{n}"), [to])


def one_task_handed(size: int) -> Iterator[str]:
    """Everybody hands the same task to the same position, which approves."""
    yield _main()
    yield _departments()
    yield _tasks(2)
    yield _position("p0", "", _owns("t0", "t1"))
    for n in range(1, size):
        to = _hands(f"h{n}", "t0", "p0", "t1", ", approval: true")
        yield _position(f"p{n}", "p0", _owns("t0", share="supporting"), [to])


def nested_pairs(size: int) -> Iterator[str]:
    """Wholes and parts in pairs, whose owners have one superior of their own each."""
    yield _main()
    yield _departments()
    yield _tasks(2 * size, lambda n: f"t{n - 1}" if n % 2 else "")
    yield _position("top", "")
    for n in range(size):
        # Names that are not nearly alike at any size: p1000 and q1000 would be, p10 and q10 not.
        yield _position(f"whole-{n}", "top", _owns(f"t{2 * n}"))
        yield _position(f"part-{n}", "top", _owns(f"t{2 * n + 1}"))


def long_processes(size: int) -> Iterator[str]:
    """Processes as long as they may be, changing hands at each step, with a hand-off each."""
    yield _main()
    yield _departments()
    yield _tasks(size)
    for n in range(size):
        to = _hands(f"h{n}", f"t{n}", f"p{(n + 1) % size}", f"t{(n + 1) % size}")
        yield _position(f"p{n}", "p0" if n else "", _owns(f"t{n}"), [to])
    for start in range(0, size, LONGEST_PROCESS):
        numbers = range(start, min(size, start + LONGEST_PROCESS))
        steps = "".join(f"- {{id: s{n}, task: t{n}, within: 1 hours}}\n" for n in numbers)
        yield f"kind: process\nid: long-{start}\nname: {{zh: 长流程, en: Long}}\nsteps:\n{steps}"


def long_ladders(size: int) -> Iterator[str]:
    """Ladders as long as they may be, on which everybody stands, with growing limits."""
    topics = [f"c{n}" for n in range(max(size // LONGEST_LADDER, 1))]
    ladders = "".join(
        f"  {topic}:\n" + "".join(
            f"  - {{position: p{at * LONGEST_LADDER + n}, limit: {LIMIT % (n + 1)}}}\n"
            for n in range(LONGEST_LADDER)
        )
        for at, topic in enumerate(topics)
    )  # fmt: skip
    yield _main(more=f"ladders:\n{ladders}")
    yield _departments()
    yield _named("topics", (f"{{id: {topic}, name: {BOTH.format(topic)}}}" for topic in topics))
    yield _tasks(size)
    for n in range(size):
        yield _position(f"p{n}", f"p{n // 4 - 1}" if n > 3 else "", _owns(f"t{n}"))


def own_entries(size: int) -> Iterator[str]:
    """Everybody calls somebody by an entry of his own, on one of many topics, ten to the top."""
    yield _main()
    yield _departments()
    yield _named("topics", (f"{{id: c{n}, name: {BOTH.format(n)}}}" for n in range(size // 10)))
    yield _tasks(size)
    for n in range(size):
        above = max(n - size // 10, 0)
        entry = f"escalations:\n- {{topic: c{n % (size // 10)}, to: p{above}}}\n" if n else ""
        yield _position(f"p{n}", f"p{above}" if n else "", _owns(f"t{n}"), more=entry)


def posts(size: int) -> Iterator[str]:
    """Desks of two positions each, every desk handing over to the next."""
    desks = "".join(
        f"- {{id: d{n}, name: {BOTH.format(n)}, headcount: 1, "
        f"positions: [p{2 * n}, p{2 * n + 1}]}}\n"
        for n in range(size // 2)
    )
    yield _main(more=f"posts:\n{desks}")
    yield _departments()
    yield _tasks(size)
    for n in range(size):
        to = _hands(f"h{n}", f"t{n}", f"p{(n + 2) % size}", f"t{(n + 2) % size}")
        yield _position(f"p{n}", f"p{n - 2}" if n > 1 else "", _owns(f"t{n}"), [to])


SHAPES: dict[str, Callable[[int], Iterator[str]]] = {
    made.__name__.replace("_", "-"): made
    for made in (
        one_line,
        nested_tasks,
        bare_nested_tasks,
        many_owners,
        one_department,
        one_task_handed,
        nested_pairs,
        long_processes,
        long_ladders,
        own_entries,
        posts,
    )
}
