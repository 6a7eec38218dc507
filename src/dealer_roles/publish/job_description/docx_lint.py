"""What is wrong with the tags of a Word template, in plain words."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dealer_roles.publish.job_description.docx_damage import damage, placed, template_lines
from dealer_roles.publish.job_description.docx_environment import (
    check_container,
    word_environment,
)
from dealer_roles.publish.job_description.docx_names import Names, template_names
from dealer_roles.publish.job_description.docx_syntax import UNREADABLE, broken_tags, unknown_blocks
from dealer_roles.values.near import nearest
from dealer_roles.values.text import Text

if TYPE_CHECKING:
    from jinja2 import Environment, nodes

Scope = dict[str, "Names | None"]
"""What each name stands for; ``None`` where that is not known."""

MOST_LISTED = 15
GENERATORS = ("range", "lipsum")
BUILT_IN = ("loop", "range", "dict", "namespace", "lipsum", "cycler", "joiner")


def lint(content: bytes, label: str) -> tuple[Text, ...]:
    """Return what is wrong with a template, each once, in the order of its parts.

    Args:
        content: The template.
        label: What messages call it.

    Raises:
        MissingExtra: docxtpl is not installed.
        InvalidTemplate: It is not a Word file.
    """
    environment = word_environment()
    check_container(content, label)
    damaged = damage(content)
    lines = template_lines(content)
    found: list[Text] = list(unknown_blocks(lines))
    for source in _parts(content):
        problems, readable = _problems(environment, source)
        found += [placed(problem, written, lines) for problem, written in problems]
        if not readable:
            found += broken_tags(environment, lines)
    named = damaged or [one for one in found if one is not UNREADABLE]
    return tuple(
        one for one in dict.fromkeys((*damaged, *found)) if one is not UNREADABLE or not named
    )


def _problems(environment: Environment, source: str) -> tuple[list[tuple[Text, str]], bool]:
    """Return what is wrong with one part, and whether its tags can be read at all.

    To compile calculates constants, so that comes last.
    """
    from jinja2.exceptions import TemplateSyntaxError

    walk = _LoopWalk(frozenset(environment.filters))
    try:
        walk.read(environment.parse(source), dict(template_names()))
        if not walk.found:
            environment.compile(source)
    except TemplateSyntaxError:
        return walk.found, False
    return walk.found, True


def _parts(content: bytes) -> Iterator[str]:
    """Yield the text parts of a template as Jinja sees them: body, headers, footers."""
    from docxtpl import DocxTemplate

    template = DocxTemplate(io.BytesIO(content))
    template.init_docx()
    yield str(template.patch_xml(template.get_xml()))
    for uri in (template.HEADER_URI, template.FOOTER_URI):
        for _, part in template.get_headers_footers(uri):
            yield str(template.patch_xml(template.get_part_xml(part)))


class _LoopWalk:
    """Follows the names of one part through its loops.

    Attributes:
        found: What is wrong, and what to look for in the template to find its place.
    """

    def __init__(self, filters: frozenset[str]) -> None:
        self.found: list[tuple[Text, str]] = []
        self._filters = filters

    def read(self, node: nodes.Node, scope: Scope) -> None:
        """Read a node and all below it; loops and assignments bring names into scope."""
        from jinja2 import nodes

        if isinstance(node, (nodes.Pow, nodes.Mul, nodes.Call)) and _calculates(node):
            self._refuse(node)
        if isinstance(node, nodes.Filter):
            self._filter(node)
        if isinstance(node, nodes.For):
            self._loop(node, scope)
        elif isinstance(node, nodes.Assign):
            self.read(node.node, scope)
            scope.update(dict.fromkeys(_targets(node.target)))
        elif isinstance(node, nodes.Expr):
            self.meaning(node, scope)
        else:
            for child in node.iter_child_nodes():
                self.read(child, scope)

    def _loop(self, node: nodes.For, scope: Scope) -> None:
        listed, of = self.meaning(node.iter, scope), _written(node.iter)
        if listed == "" or isinstance(listed, dict):
            zh, en = f"只能遍历列表，而 {of} 不是列表", f"needs a list, and {of} is none"
            self.found.append((Text(f"{{% for %}} {zh}", f"{{% for %}} {en}"), of))
        one = listed[0] if isinstance(listed, list) else None
        names = _targets(node.target)
        used = {name for child in node.body for name in _targets(child)}
        if not used & {*names, "loop"}:
            zh, en = f"遍历 {of}，却从未用到", f"goes through {of} and never shows"
            shown = f"{{{{ {names[0]} }}}}"
            self.found.append((Text(f"{{% for %}} {zh} {shown}", f"{{% for %}} {en} {shown}"), of))
        inner: Scope = {**scope, "loop": None, **dict.fromkeys(names)}
        if len(names) == 1:
            inner[names[0]] = one
        for child in (*node.body, *node.else_):
            self.read(child, inner)

    def meaning(self, node: nodes.Node, scope: Scope) -> Names | None:
        """Return what an expression stands for, ``None`` where that is not known."""
        from jinja2 import nodes

        if _calculates(node):
            self._refuse(node)
            return None
        if isinstance(node, nodes.Name):
            return self._name(node, scope)
        if isinstance(node, nodes.Getattr):
            return self._member(node, self.meaning(node.node, scope), node.attr)
        if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
            of = self.meaning(node.node, scope)
            if isinstance(of, list):
                return of[0]
            return self._member(node, of, str(node.arg.value)) if isinstance(of, dict) else None
        if isinstance(node, nodes.Filter):
            self._filter(node)
        for child in node.iter_child_nodes():
            self.read(child, scope)
        return None

    def _filter(self, node: nodes.Filter) -> None:
        if node.name in self._filters:
            return
        near = nearest(node.name, self._filters, 1)
        zh, en = (f"，是否想写 {near[0]}", f"; did you mean {near[0]}") if near else ("", "")
        words = Text(f"不认识过滤器 |{node.name}{zh}", f"unknown filter |{node.name}{en}")
        self.found.append((words, node.name))

    def _refuse(self, node: nodes.Node) -> None:
        written = _written(node)
        words = Text(
            f"标签 {written} 进行运算或生成内容，不允许",
            f"the tag {written} calculates or generates; refused",
        )
        self.found.append((words, written.removesuffix("(…)").rpartition("… ")[2]))

    def _name(self, node: nodes.Name, scope: Scope) -> Names | None:
        if node.name in scope:
            return scope[node.name]
        if node.name not in BUILT_IN:
            self._unknown(node.name, node.name, scope)
        return None

    def _member(self, node: nodes.Node, of: Names | None, name: str) -> Names | None:
        if of is None:
            return None
        if isinstance(of, dict):
            if name in of:
                return of[name]
            self._unknown(_written(node), name, of)
        elif name.startswith("_") or not hasattr(of, name):
            self._unknown(_written(node), name, {})
        return None

    def _unknown(self, written: str, name: str, known: dict[str, Names] | Scope) -> None:
        near = nearest(name, known, 1)
        if not near and len(known) <= MOST_LISTED:
            near = tuple(sorted(known))
        zh, en = "、".join(near), ", ".join(near)
        words = Text(
            f"不认识标签 {{{{ {written} }}}}" + (f"，可用：{zh}" if near else ""),
            f"unknown tag {{{{ {written} }}}}" + (f"; there is: {en}" if near else ""),
        )
        self.found.append((words, written))


def _calculates(node: nodes.Node) -> bool:
    """Whether an expression could make something huge of little: templates only place texts."""
    from jinja2 import nodes

    if isinstance(node, nodes.Call):
        return isinstance(node.node, nodes.Name) and node.node.name in GENERATORS
    return isinstance(node, (nodes.Pow, nodes.Mul))


def _targets(node: nodes.Node) -> list[str]:
    from jinja2 import nodes

    found = [node, *node.find_all(nodes.Name)]
    return list(dict.fromkeys(n.name for n in found if isinstance(n, nodes.Name)))


def _written(node: nodes.Node) -> str:
    """Return an expression of names and dots as it was written."""
    from jinja2 import nodes

    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{_written(node.node)}.{node.attr}"
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        return f"{_written(node.node)}[{node.arg.value!r}]"
    if isinstance(node, nodes.Const):
        return repr(node.value)[:40]
    if isinstance(node, (nodes.Pow, nodes.Mul)):
        return f"{_written(node.left)} {node.operator} {_written(node.right)}"
    return f"{_written(node.node)}(…)" if isinstance(node, nodes.Call) else "…"
