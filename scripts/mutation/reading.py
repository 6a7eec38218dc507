"""What a case gives is written and read once, not again for every change that it meets."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import TYPE_CHECKING, Any

from coverage import Coverage

if TYPE_CHECKING:
    from dealer_roles.facade import Organization


class ReadOnce:
    """The organizations of all cases as they were read, and which changed lines read them.

    Only what was read is kept. What is linked, and what is answered, is made anew each time.
    A change of a line that ran (``ran``) may change what is read: for it, all is read again.

    Args:
        given: What the cases give.
        readers: The modules of tests that read it, with a function ``tiny``.
        modules: The names of the changed modules, by their files.
    """

    def __init__(
        self,
        given: Iterable[Mapping[str, Any]],
        readers: Sequence[ModuleType],
        modules: Mapping[str, str],
    ) -> None:
        self._readers = readers
        measuring = Coverage(data_file=None, config_file=False, include=list(modules))
        measuring.set_option("run:disable_warnings", ["no-data-collected"])
        for module in modules.values():
            import_module(f"dealer_roles.{module}")  # or what it runs at first would count
        with measuring.collect():
            self._read = {_key(each): _read(each) for each in given}
        data = measuring.get_data()
        self.ran = {
            (modules[path], line)
            for path in data.measured_files()
            for line in data.lines(path) or ()
        }

    def tiny(self, _: Path, given: Mapping[str, Any]) -> Organization:
        """Return the organization that a case gives."""
        from dealer_roles.facade import Organization

        return Organization(self._read[_key(given)])

    def use(self) -> None:
        """Let tests use what was read."""
        for reader in self._readers:
            vars(reader)["tiny"] = self.tiny


def _key(given: Mapping[str, Any]) -> str:
    return json.dumps(given, sort_keys=True)


def _read(given: Mapping[str, Any]) -> Any:
    from tests.support.tiny import write_tiny

    from dealer_roles.loading.read import read
    from dealer_roles.source.labels import called

    with TemporaryDirectory() as folder, called(f"{folder}/org", "/org"):
        return read(write_tiny(Path(folder) / "org", given))
