"""Parsing paths, and checking where they can start."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dealer_roles.rules.language.edges import EDGES
from dealer_roles.rules.language.paths import Either, Hop, OneOrMore, Path, PathChain, PathError
from dealer_roles.values.near import did_you_mean, nearest
from dealer_roles.values.text import Text

MAX_PATH = 200
_TOKEN = re.compile(r"\s*(?:([a-z_]+)|\[([^\]]*)\]|([\^+|/()]))")


def parse_path(text: str, kinds: Iterable[str]) -> tuple[Path, frozenset[str]]:
    """Parse a path that starts from things of ``kinds``; return it and the kinds it leads to.

    Raises:
        PathError: It is not a path, or cannot start from any of them.
    """
    if len(text) > MAX_PATH:
        raise PathError(
            Text("路径过长", "the path is too long"),
            Text(f"最多 {MAX_PATH} 个字符", f"at most {MAX_PATH} characters"),
        )
    parser = _Parser(text)
    path = parser.either()
    parser.end()
    return path, path.kinds(frozenset(kinds))


class _Parser:
    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = list(_tokens(text))
        self._at = 0

    def either(self) -> Path:
        parts = [self._chain()]
        while self._take("|"):
            parts.append(self._chain())
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def _chain(self) -> Path:
        parts = [self._repeat()]
        while self._take("/"):
            parts.append(self._repeat())
        return parts[0] if len(parts) == 1 else PathChain(tuple(parts))

    def _repeat(self) -> Path:
        if self._take("("):
            inner = self.either()
            if not self._take(")"):
                raise self._broken()
        else:
            inner = self._hop()
        return OneOrMore(inner) if self._take("+") else inner

    def _hop(self) -> Path:
        inverse = self._take("^")
        kind, name = self._peek()
        if kind != "name":
            raise self._broken()
        self._at += 1
        if name not in EDGES:
            near = nearest(name, EDGES, 1)
            known = ", ".join(EDGES)
            raise PathError(
                Text(f"未知的边 {name!r}", f"unknown edge {name!r}"),
                did_you_mean(near, Text(f"可用的边：{known}", f"known edges: {known}")),
            )
        filters: tuple[tuple[str, tuple[str, ...]], ...] = ()
        kind, content = self._peek()
        if kind == "filter":
            self._at += 1
            filters = tuple(self._filters(content))
        return Hop(name, inverse, filters)

    def _filters(self, content: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        for part in content.split(","):
            field, sign, wanted = part.partition("=")
            if not sign or not field.strip() or not wanted.strip():
                raise PathError(
                    Text(f"过滤条件 [{content}] 写法不对", f"[{content}] is not a filter"),
                    Text("写作 [字段=值]，如 [tag=cash]", "write [field=value], e.g. [tag=cash]"),
                )
            yield field.strip(), tuple(value.strip() for value in wanted.split("|"))

    def end(self) -> None:
        if self._at < len(self._tokens):
            raise self._broken()

    def _peek(self) -> tuple[str, str]:
        return self._tokens[self._at] if self._at < len(self._tokens) else ("", "")

    def _take(self, sign: str) -> bool:
        if self._peek() == ("sign", sign):
            self._at += 1
            return True
        return False

    def _broken(self) -> PathError:
        _, found = self._peek()
        here = repr(found) if found else "its end"
        return PathError(
            Text(
                f"路径 {self._text!r} 在 {found or '末尾'} 处写法不对",
                f"the path {self._text!r} is not well-formed at {here}",
            ),
            Text(
                "写法：a、^a、a+、a|b、a/b、(…)、a[字段=值]",
                "the forms are a, ^a, a+, a|b, a/b, (…), a[field=value]",
            ),
        )


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    at = 0
    stripped = text.rstrip()
    while at < len(stripped):
        match = _TOKEN.match(stripped, at)
        if match is None:
            yield "wrong", stripped[at:].strip()[:10]
            return
        name, filter_, sign = match.groups()
        if name is not None:
            yield "name", name
        elif filter_ is not None:
            yield "filter", filter_
        else:
            yield "sign", sign
        at = match.end()
