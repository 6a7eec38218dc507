"""The list of changes that no test sees, by module, each with the reason why it lives."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from scripts.mutation.copies import Change, Key

HEAD = """\
# The changes to the answers that no test sees. `make mutation` writes this file and keeps the
# reasons; a change without a reason is one that nobody has looked at yet.
"""


@dataclass(frozen=True, kw_only=True)
class Module:
    """What became of the changes to one module.

    Args:
        name: The module, as ``questions.owner``.
        changes: How many changes there are.
        tried: How many of them were tried: all, or each so manieth.
        lost: How many of these no test sees.
        survivors: Those, each with the reason why it lives; equal ones once.
    """

    name: str
    changes: int
    tried: int
    lost: int
    survivors: Mapping[Key, str]

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
    return Module(
        name=name,
        changes=stated["changes"],
        tried=stated["tried"],
        lost=stated["tried"] - stated["seen"],
        survivors=survivors,
    )


def judged(list_: Mapping[str, Module]) -> frozenset[Key]:
    """Return the survivors for which there is a reason: they need not be tried again."""
    return frozenset(
        key for each in list_.values() for key, because in each.survivors.items() if because
    )


def summed(
    there: Iterable[Change],
    tried: Iterable[Change],
    unseen: Iterable[Change],
    before: Mapping[str, Module],
) -> dict[str, Module]:
    """Return the modules that were tried, with the reasons that stood in the list before.

    Args:
        there: Every change of these modules.
        tried: Those that were tried.
        unseen: Those that no test saw.
        before: The list as it stood.
    """
    changes, tries = (Counter(change.module for change in some) for some in (there, tried))
    lost: dict[str, list[Key]] = defaultdict(list)
    for change in unseen:
        lost[change.module].append(change.key)
    return {
        name: Module(
            name=name,
            changes=changes[name],
            tried=tries[name],
            lost=len(lost[name]),
            survivors={key: _reason(before, key) for key in lost[name]},
        )
        for name in tries
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
        "changes": module.changes,
        "tried": module.tried,
        "seen": module.tried - module.lost,
        "survivors": [
            {"in": function, "was": was, "now": now, "because": because}
            for (_, function, was, now), because in module.survivors.items()
        ],
    }
