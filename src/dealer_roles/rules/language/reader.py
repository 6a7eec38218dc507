"""Reading parts of a rule; everything that is wrong with it becomes a finding in its file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dealer_roles.model.base_forms import as_tuple
from dealer_roles.rules.language.conditions import AllOf, AnyOf, Compare, Condition, Not
from dealer_roles.rules.language.fields import Value, known_fields
from dealer_roles.rules.language.path_parser import parse_path
from dealer_roles.rules.language.paths import Path, PathError
from dealer_roles.rules.language.selection import SELECTABLE, TAGGED, Selector
from dealer_roles.rules.language.task_pick import TaskPick
from dealer_roles.source.document import Locator, YamlDocument
from dealer_roles.values.findings import Finding
from dealer_roles.values.near import did_you_mean, nearest
from dealer_roles.values.text import NO_TEXT, Text

Place = tuple[str | int, ...]
Kinds = tuple[str, ...]


class Reader:
    """Reads one rule of a document.

    Attributes:
        findings: What is wrong so far.
        names: The ids of tasks named outright so far.
    """

    def __init__(self, document: YamlDocument, place: Place, locator: Locator) -> None:
        self.findings: list[Finding] = []
        self.names: dict[str, None] = {}
        self._document = document
        self._place = place
        self._locator = locator

    def below(self, *steps: str | int) -> Reader:
        """Return a reader for a place inside; it shares what is wrong and what is named."""
        reader = Reader(self._document, (*self._place, *steps), self._locator)
        reader.findings, reader.names = self.findings, self.names
        return reader

    def say(
        self,
        code: str,
        message: Text,
        fix: Text = NO_TEXT,
        *steps: str | int,
        at_key: bool = False,
    ) -> None:
        """Note something that is wrong at a place inside: at the value, or at its key."""
        path = (*self._place, *steps)
        finding = self._locator.error(self._document, path, code, message, fix, at_key=at_key)
        self.findings.append(finding)

    def unknown(
        self,
        what: Text,
        given: str,
        known: Iterable[str],
        code: str,
        *steps: str | int,
        at_key: bool = False,
    ) -> None:
        """Note a word that is not among the known ones, with the nearest of them."""
        choices = sorted(known)
        listed = ", ".join(choices)
        fix = did_you_mean(nearest(given, choices, 1), Text(f"可用：{listed}", f"known: {listed}"))
        words = Text(f"未知的{what.zh} {given!r}", f"unknown {what.en} {given!r}")
        self.say(code, words, fix, *steps, at_key=at_key)

    def path(self, raw: Any, key: str, kinds: Kinds) -> tuple[Path, frozenset[str]] | None:
        """Read the path under ``key``, which starts from things of ``kinds``."""
        try:
            return parse_path(raw[key], kinds)
        except PathError as error:
            self.say("rule-path", error.words, error.fix, key)
            return None

    def field(self, name: str, kinds: Iterable[str], *steps: str | int) -> bool:
        """Say whether all these kinds have a field; note it if they have not."""
        known = known_fields(kinds)
        if name not in known:
            at_key = steps[-1:] == (name,)
            self.unknown(Text("字段", "field"), name, known, "rule-field", *steps, at_key=at_key)
        return name in known

    def tasks(self, raw: Mapping[str, Any], key: str = "tasks", tags: str = "tags") -> TaskPick:
        """Read which tasks are meant."""
        globs = as_tuple(raw.get(key) or ())
        self.names.update(dict.fromkeys(g for g in globs if not set(g) & set("*?[")))
        return TaskPick(globs, as_tuple(raw.get(tags) or ()))

    def selector(self, raw: Mapping[str, Any]) -> Selector | None:
        """Read a selector."""
        what = raw["what"]
        if what not in SELECTABLE:
            self.unknown(Text("选取对象", "selector"), what, SELECTABLE, "rule-selector", "what")
            return None
        kinds = SELECTABLE[what]
        tags = as_tuple(raw.get("tag") or ())
        if tags and what not in TAGGED:
            listed = ", ".join(sorted(TAGGED))
            words = Text(f"{what} 没有标签", f"a {what} has no tags")
            self.say("rule-selector", words, Text(f"可用于 {listed}", f"use with {listed}"), "tag")
        where = []
        for name, wanted in raw.get("where", {}).items():
            if self.field(name, kinds, "where", name):
                where.append((name, values_of(wanted)))
        ids = as_tuple(raw.get("id") or ())
        if what == "task":
            self.names.update(dict.fromkeys(i for i in ids if not set(i) & set("*?[")))
        return Selector(what, ids, tags, tuple(where))

    def condition(self, raw: Mapping[str, Any], kinds: Kinds) -> Condition | None:
        """Read a condition on things of ``kinds``."""
        forms = [key for key in ("all", "any", "not", "op") if key in raw]
        if len(forms) != 1 or (forms != ["op"] and len(raw) > 1):
            self.say(
                "rule-condition",
                Text(
                    "条件须是 all、any、not、op 之一",
                    "a condition is one of all, any, not, or a comparison with op",
                ),
            )
            return None
        form = forms[0]
        if form == "op":
            return self._compare(raw, kinds)
        if form == "not":
            part = self.below("not").condition(raw["not"], kinds)
            return None if part is None else Not(part)
        read = [self.below(form, n).condition(part, kinds) for n, part in enumerate(raw[form])]
        parts = tuple(part for part in read if part is not None)
        return AllOf(parts) if form == "all" else AnyOf(parts)

    def path_and_field(
        self, raw: Mapping[str, Any], kinds: Kinds
    ) -> tuple[Path | None, str] | None:
        """Return what ``path`` and ``field`` say, each if it is there; nothing if they are wrong.

        Args:
            raw: Where they stand.
            kinds: What the path begins at, or has the field if there is no path.
        """
        path = None
        ends: Iterable[str] = kinds
        if "path" in raw:
            parsed = self.path(raw, "path", kinds)
            if parsed is None:
                return None
            path, ends = parsed
        field = raw.get("field", "")
        if field and not self.field(field, ends, "field"):
            return None
        return path, field

    def _compare(self, raw: Mapping[str, Any], kinds: Kinds) -> Condition | None:
        found = self.path_and_field(raw, kinds)
        if found is None:
            return None
        path, field = found
        op, wanted = raw["op"], values_of(raw.get("value", []))
        if path is None and not field:
            words = Text("比较须写 path 或 field", "a comparison needs a path or a field")
            self.say("rule-condition", words)
            return None
        if not self._fits(op, wanted):
            return None
        return Compare(path, field, op, wanted)

    def _fits(self, op: str, wanted: tuple[Value, ...]) -> bool:
        """Whether the value suits the operator; note it if it does not."""
        if op == "exists":
            return True
        if not wanted:
            self.say("rule-condition", Text(f"{op} 须写 value", f"{op} needs a value"), NO_TEXT)
            return False
        number = isinstance(wanted[0], (int, float)) and not isinstance(wanted[0], bool)
        if op in ("lt", "gt") and not (number and len(wanted) == 1):
            words = Text(f"{op} 须与一个数字比较", f"{op} compares with one number")
            self.say("rule-condition", words, NO_TEXT, "value")
            return False
        return True


def values_of(raw: Any) -> tuple[Value, ...]:
    """Return one value or a list of them as a tuple."""
    return tuple(raw) if isinstance(raw, list) else (raw,)
