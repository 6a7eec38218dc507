"""What a lock file must hold, worked out from ``pyproject.toml`` and installed metadata."""

from __future__ import annotations

import tomllib
from collections import deque
from collections.abc import Iterator, Mapping
from importlib import metadata
from pathlib import Path
from typing import Any, cast

from packaging.markers import Environment, default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

Asked = Mapping[str, Requirement]


def locked(text: str, environment: Environment) -> dict[str, Requirement]:
    """Return what a lock installs in an environment, by normalized name.

    Args:
        text: The lock file.
        environment: The values of markers there.
    """
    joined = text.replace("\\\n", " ").splitlines()
    lines = (line.split(" --hash")[0] for line in joined if line and not line.startswith("#"))
    entries = (Requirement(line.strip()) for line in lines)
    return {canonicalize_name(e.name): e for e in entries if _wanted(e, environment)}


def asked(project: dict[str, Any], extras: list[str], groups: list[str]) -> list[Requirement]:
    """Return what a project asks for directly.

    Args:
        project: The content of ``pyproject.toml``.
        extras: The extras to include.
        groups: The dependency groups to include.
    """
    texts = list(project["project"]["dependencies"])
    for extra in extras:
        texts += project["project"]["optional-dependencies"][extra]
    for group in groups:
        texts += _group(project["dependency-groups"], group)
    return [Requirement(text) for text in texts]


def problems(roots: list[Requirement], lock: Asked, environment: Environment) -> Iterator[str]:
    """Yield what a lock lacks or holds wrongly, down to the last indirect requirement.

    Args:
        roots: What is asked for directly.
        lock: What the lock installs.
        environment: The values of markers.
    """
    todo = deque((root, "pyproject.toml") for root in roots if _wanted(root, environment))
    walked: set[tuple[str, frozenset[str]]] = set()
    while todo:
        wanted, by = todo.popleft()
        name = canonicalize_name(wanted.name)
        if name not in lock:
            yield f"{by} needs {wanted}, which is not locked"
            continue
        yield from _misfits(wanted, lock[name], by)
        if (step := (name, frozenset(wanted.extras))) not in walked:
            walked.add(step)
            todo.extend((r, name) for r in _requires(name, wanted.extras, environment))


def pyproject(root: Path) -> dict[str, Any]:
    """Return the content of a project's ``pyproject.toml``."""
    return tomllib.loads((root / "pyproject.toml").read_text("utf-8"))


def somewhere(python: str, platform: str) -> Environment:
    """Return the markers of another machine."""
    here = default_environment()
    here["python_version"], here["python_full_version"] = python, f"{python}.4"
    here["sys_platform"] = platform
    here["platform_system"] = {"win32": "Windows", "darwin": "Darwin"}.get(platform, "Linux")
    here["os_name"] = "nt" if platform == "win32" else "posix"
    return here


def _group(groups: dict[str, Any], name: str) -> list[str]:
    texts: list[str] = []
    for entry in groups[name]:
        texts += [entry] if isinstance(entry, str) else _group(groups, entry["include-group"])
    return texts


def _misfits(wanted: Requirement, entry: Requirement, by: str) -> Iterator[str]:
    pins = [s for s in entry.specifier if s.operator == "=="]
    if len(pins) != 1:
        yield f"{entry.name} is not locked to one version"
    elif not wanted.specifier.contains(pins[0].version, prereleases=True):
        yield f"{by} needs {wanted}, locked is {pins[0].version}"
    if missing := sorted(wanted.extras - entry.extras):
        yield f"{by} needs {wanted}, locked without {', '.join(missing)}"


def _requires(name: str, extras: set[str], environment: Environment) -> list[Requirement]:
    """Return what a package asks for; nothing is known of one that is only for other machines."""
    try:
        texts = metadata.requires(name) or []
    except metadata.PackageNotFoundError:
        return []
    requirements = [Requirement(text) for text in texts]
    return [r for r in requirements if any(_wanted(r, environment, e) for e in ("", *extras))]


def _wanted(requirement: Requirement, environment: Environment, extra: str = "") -> bool:
    values = {**environment, "extra": extra}
    return not requirement.marker or requirement.marker.evaluate(cast("dict[str, str]", values))
