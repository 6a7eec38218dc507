"""The list of changes that no test sees, by module, each with the reason why it lives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from scripts.mutation.copies import Change

HEAD = """\
# The changes to the answers that no test sees. `make mutation` writes this file and keeps the
# reasons; a change without a reason is one that nobody has looked at yet.
"""
Key = tuple[str, str, str, str]


@dataclass(frozen=True, kw_only=True)
class Module:
    """What became of the changes to one module.

    Args:
        name: The module, as ``questions.owner``.
        tried: How many changes there are.
        survivors: Those that no test sees, each with the reason why it lives.
    """

    name: str
    tried: int
    survivors: Mapping[Key, str]
    lost: int

    @property
    def share(self) -> float:
        """Which share of the changes is seen, in percent; nothing tried is nothing seen."""
        return 100 * (self.tried - self.lost) / self.tried if self.tried else 0.0


def read_list(path: Path) -> dict[str, Module]:
    """Return what stands in the list, by module."""
    stated = yaml.safe_load(path.read_text("utf-8")) if path.exists() else None
    return {each["module"]: _module(each) for each in stated or ()}


def _module(stated: Mapping[str, Any]) -> Module:
    name = stated["module"]
    survivors = {
        (name, each["in"], each["was"], each["now"]): each["because"]
        for each in stated["survivors"]
    }
    tried, seen = stated["tried"], stated["seen"]
    return Module(name=name, tried=tried, survivors=survivors, lost=tried - seen)


def judged(list_: Mapping[str, Module]) -> frozenset[Key]:
    """Return the survivors for which there is a reason: they need not be tried again."""
    return frozenset(
        key for each in list_.values() for key, because in each.survivors.items() if because
    )


def summed(
    changes: Iterable[Change], unseen: Iterable[Change], before: Mapping[str, Module]
) -> dict[str, Module]:
    """Return the modules that were tried, with the reasons that stood in the list before."""
    lost: dict[str, list[Key]] = {}
    counts: dict[str, int] = {}
    for change in changes:
        counts[change.module] = counts.get(change.module, 0) + 1
    for change in unseen:
        lost.setdefault(change.module, []).append(change.key)
    return {
        name: Module(
            name=name,
            tried=count,
            survivors={key: _reason(before, key) for key in lost.get(name, ())},
            lost=len(lost.get(name, ())),
        )
        for name, count in counts.items()
    }


def _reason(before: Mapping[str, Module], key: Key) -> str:
    known = before.get(key[0])
    return known.survivors.get(key, "") if known else ""


def write_list(path: Path, modules: Mapping[str, Module]) -> None:
    """Write the list, module by module."""
    data = [_stated(modules[name]) for name in sorted(modules)]
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=110)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEAD + text, "utf-8")


def _stated(module: Module) -> dict[str, Any]:
    return {
        "module": module.name,
        "tried": module.tried,
        "seen": module.tried - module.lost,
        "survivors": [
            {"in": function, "was": was, "now": now, "because": because}
            for (_, function, was, now), because in module.survivors.items()
        ],
    }
