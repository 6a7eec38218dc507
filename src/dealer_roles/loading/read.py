"""Loading an organization: a bundled one by name, any other by its folder."""

from __future__ import annotations

import os

from dealer_roles.loading.build_bundled import build_bundled
from dealer_roles.loading.bundled import bundled
from dealer_roles.loading.loaded import Loaded
from dealer_roles.source.plain_files import SUFFIXES
from dealer_roles.values.errors import InvalidArgument, NoFolder, UnknownOrganization
from dealer_roles.values.near import nearest
from dealer_roles.values.text import Text

_WANTED = Text(
    "内置名称（如 'standard'）或文件夹路径",
    "a bundled name such as 'standard', or the path of a folder",
)


def read(name: str | os.PathLike[str], *, cache: bool = True, lenient: bool = False) -> Loaded:
    """Read an organization without refusing a broken one.

    Args:
        name: A bundled name, or a path: text with a separator, or a path object.
        cache: Whether a folder that did not change may be read from what was kept of it.
        lenient: Leave out what cannot stand, and say so in ``problems``.

    Raises:
        UnknownOrganization: It is neither.
        InvalidArgument: It is no text and no path, or an option is neither true nor false.
    """
    if not isinstance(name, (str, os.PathLike)) or isinstance(os.fspath(name), bytes):
        raise InvalidArgument("name", repr(name), _WANTED)
    for option, given in (("cache", cache), ("lenient", lenient)):
        if not isinstance(given, bool):  # the text 'no' would count as yes
            raise InvalidArgument(option, repr(given), Text("True 或 False", "True or False"))
    if isinstance(name, str) and not _is_path(name):
        if name not in bundled():
            raise UnknownOrganization("organization", name, nearest(name, bundled()))
        return build_bundled(name)
    folder = _folder_of(name)
    if lenient:
        from dealer_roles.loading.lenient import read_leniently

        return read_leniently(os.fspath(folder))
    from dealer_roles.loading.folder_snapshot import keep_snapshot, read_unchanged

    loaded = read_unchanged(os.fspath(folder)) if cache else None
    if loaded is None:
        from dealer_roles.loading.folder import read_folder

        loaded = read_folder(os.fspath(folder))
        if cache:
            keep_snapshot(loaded)
    return loaded


def _folder_of(name: str | os.PathLike[str]) -> str | os.PathLike[str]:
    """Return the folder that is named, or that the YAML file lies in which is named."""
    if os.path.isdir(name):
        return name
    named = os.fspath(name)
    if not os.path.exists(name):
        raise UnknownOrganization("organization", named)
    if not os.path.isfile(name) or not named.lower().endswith(SUFFIXES):
        raise NoFolder("organization", named)
    return os.path.dirname(named) or "."


def _is_path(name: str) -> bool:
    return "/" in name or os.sep in name or name in (".", "..")
