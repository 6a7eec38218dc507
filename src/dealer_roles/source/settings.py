"""Settings of a project: bounds on what is read, and named plug-ins.

They stand in ``dealer-roles.toml``, or in ``pyproject.toml`` under
``[tool.dealer-roles]``, in the organization's folder or a folder above it.
"""

from __future__ import annotations

import os
from typing import Any

from dealer_roles.source.gate import Refused, named_text
from dealer_roles.source.plain_files import SETTINGS_FILES
from dealer_roles.values.errors import InvalidSettings
from dealer_roles.values.fields import fields_of
from dealer_roles.values.frozen import frozen
from dealer_roles.values.near import nearest
from dealer_roles.values.text import Text

FILE, TOOLS_FILE = SETTINGS_FILES
LARGEST = 1_000_000


@frozen
class Settings:
    """What a project may set.

    Attributes:
        max_file_bytes: Largest file that is read.
        max_total_bytes: Most bytes read for one organization.
        max_files: Most files read for one organization.
        max_folders: Most folders searched for files of one organization.
        max_depth: Deepest nesting of a document.
        plugins: Entry points (of the groups of :mod:`dealer_roles.source.plugins`) that may
            be loaded.
    """

    max_file_bytes: int = 5_000_000
    max_total_bytes: int = 500_000_000
    max_files: int = 50_000
    max_folders: int = 100_000
    max_depth: int = 60
    plugins: tuple[str, ...] = ()


DEFAULTS = Settings()
MAX_DEPTH_CEILING = 200  # what builds and checks data recurses; Python bears 1 000 frames


def find_settings(start: str | os.PathLike[str]) -> Settings:
    """Return the settings that hold in ``start``: the nearest file upward, else the defaults.

    Raises:
        InvalidSettings: A settings file is unreadable, or holds unknown or unfit values;
            all of them are named at once.
    """
    here = os.path.realpath(start)
    while True:
        table = _table(os.path.join(here, FILE), ()) or _table(
            os.path.join(here, TOOLS_FILE), ("tool", "dealer-roles")
        )
        if table is not None:
            file, values = table
            return _settings(file, values)
        above = os.path.dirname(here)
        if above == here:
            return DEFAULTS
        here = above


def _table(file: str, keys: tuple[str, ...]) -> tuple[str, dict[str, Any]] | None:
    if not os.path.isfile(file):
        return None
    import tomllib

    text = ""
    try:
        text = named_text(file, LARGEST)
        values: Any = tomllib.loads(text)
    except (Refused, ValueError, RecursionError) as error:
        if keys:
            return None  # a broken pyproject.toml is another tool's business
        words = error.words if isinstance(error, Refused) else _not_toml(error, text)
        raise InvalidSettings(file, [words]) from error
    for key in keys:
        found = values.get(key) if isinstance(values, dict) else None
        if found is None:
            _refuse_misspelt(file, values, key)
            return None
        values = found
    return file, values


def _refuse_misspelt(file: str, table: object, key: str) -> None:
    """Refuse a table whose name is ours with a slip: what it says would be heard by nobody."""
    names = table if isinstance(table, dict) and key != "tool" else ()
    written = next((name for name in names if _bare(name) in (_bare(key), _bare(key)[:-1])), None)
    if written is not None:
        words = Text(
            f"未知的表 [tool.{written}]；是否想写 [tool.{key}]？",
            f"unknown table [tool.{written}]; did you mean [tool.{key}]?",
        )
        raise InvalidSettings(file, [words])


def _bare(name: str) -> str:
    """Return a name without case and signs, by which slips are told."""
    return "".join(c for c in name.casefold() if c.isalnum())


def _not_toml(error: Exception, text: str) -> Text:
    from dealer_roles.source.broken_text import cause_in

    if cause := cause_in(text):
        return cause
    return Text(f"无法读取，不是有效的 TOML：{error}", f"cannot be read, it is no TOML: {error}")


def _settings(file: str, values: dict[str, Any]) -> Settings:
    names = {f.name: f for f in fields_of(Settings)}
    problems: list[Text] = []
    good: dict[str, Any] = {}
    for key, value in values.items():
        name = key.replace("-", "_")
        if name not in names:
            near = nearest(name, names, 1)
            meant = near[0].replace("_", "-") if near else ""
            zh, en = (f"；是否想写 {meant}？", f"; did you mean {meant}?") if near else ("", "")
            problems.append(Text(f"未知的设置 {key!r}{zh}", f"unknown setting {key!r}{en}"))
        elif (problem := _unfit(name, value)) is not None:
            problems.append(Text(f"{key}：{problem.zh}", f"{key}: {problem.en}"))
        else:
            good[name] = tuple(value) if isinstance(value, list) else value
    if problems:
        raise InvalidSettings(file, problems)
    return Settings(**good)


def _unfit(name: str, value: object) -> Text | None:
    if name == "plugins":
        fits = isinstance(value, list) and all(isinstance(v, str) for v in value)
        return None if fits else Text("须为名称列表", "must be a list of names")
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        return Text("须为不小于 1 的整数", "must be a whole number of at least 1")
    if name == "max_depth" and value > MAX_DEPTH_CEILING:
        return Text(f"最多 {MAX_DEPTH_CEILING}", f"must be at most {MAX_DEPTH_CEILING}")
    return None
