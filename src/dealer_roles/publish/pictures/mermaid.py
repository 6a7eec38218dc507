"""A picture as a Mermaid flowchart."""

from __future__ import annotations

from collections.abc import Iterator

from dealer_roles.publish.pictures.folded import readable, shown_names, sideways
from dealer_roles.publish.pictures.picture import Arrow, Box, Group, Picture, clipped
from dealer_roles.values.errors import DealerRolesError
from dealer_roles.values.text import Text

MOST_EDGES = 280
MOST_CHARACTERS = 50_000
LONGEST_LABEL = 60
_PLAIN = frozenset(" ,-/")
_ARROWS = {"line": "---", "handoff": "-->", "flow": "-->", "missing": "-.->"}
# Mermaid takes HTML out of titles and knows no codes there: these are shown in wide forms.
_WIDE_FORMS = str.maketrans("<>&", "＜＞＆")
_SHAPES = {"party": ("([", "])"), "nobody": ("{{", "}}")}


class PictureTooLarge(DealerRolesError, ValueError):
    """A picture that Mermaid would refuse to draw, even with one box a group."""

    @property
    def message(self) -> Text:
        """The bounds of Mermaid, and what to do."""
        return Text(
            f"图太大，Mermaid 画不下（箭头最多 {MOST_EDGES} 条，字符最多 {MOST_CHARACTERS} 个）；"
            "请用 --department 缩小范围，或用 --format svg、dot",
            f"the picture is larger than Mermaid draws ({MOST_EDGES} arrows, {MOST_CHARACTERS} "
            "characters); narrow it with --department, or use --format svg or dot",
        )


def mermaid(picture: Picture) -> str:
    """Return the picture as Mermaid text, by department if it is too large otherwise.

    Raises:
        PictureTooLarge: It is too large even so.
    """
    for candidate in (readable(picture), picture.collapsed()):
        text = "\n".join(_lines(candidate)) + "\n"
        if len(candidate.edges) <= MOST_EDGES and len(text) <= MOST_CHARACTERS:
            return text
    raise PictureTooLarge


def _lines(picture: Picture) -> Iterator[str]:
    ids = {node.id: f"n{number}" for number, node in enumerate(picture.nodes)}
    yield "---"
    yield f"title: {_yaml(picture.title)}"
    yield "---"
    yield f"flowchart {'LR' if sideways(picture) else 'TB'}"
    for group in picture.framed():
        yield from _subgraph(picture, group, ids)
    grouped = {group.id for group in picture.groups}
    rest = (n for n in picture.nodes if n.group not in grouped)
    yield from (f"  {_node(n, ids, picture.lang)}" for n in rest)
    yield from (f"  {_edge(e, ids, picture.lang)}" for e in picture.edges)
    missing = [str(n) for n, edge in enumerate(picture.edges) if edge.kind == "missing"]
    if missing:
        yield f"  linkStyle {','.join(missing)} stroke:#c0392b,color:#c0392b"


def _subgraph(picture: Picture, group: Group, ids: dict[str, str]) -> Iterator[str]:
    """Yield a group with the groups in it."""
    yield f'  subgraph g{picture.groups.index(group)}["{_label(group.label)}"]'
    members = (n for n in picture.nodes if n.group == group.id)
    yield from (f"    {_node(n, ids, picture.lang)}" for n in members)
    for inner in picture.framed(group.id):
        yield from _subgraph(picture, inner, ids)
    yield "  end"


def _node(node: Box, ids: dict[str, str], lang: str) -> str:
    start, end = _SHAPES.get(node.kind, ("[", "]"))
    said = (*shown_names(node, lang), node.note)
    return f'{ids[node.id]}{start}"{"<br>".join(_label(text) for text in said if text)}"{end}'


def _edge(edge: Arrow, ids: dict[str, str], lang: str) -> str:
    text = _label(edge.label(lang))
    label = f'|"{text}"|' if text else ""
    return f"{ids[edge.source]} {_ARROWS[edge.kind]}{label} {ids[edge.target]}"


def _label(text: str) -> str:
    """Text as Mermaid shows it literally: what could mean anything is a character code."""
    return "".join(
        c if c.isalnum() or c in _PLAIN or ord(c) > 0x2FFF else f"#{ord(c)};"
        for c in clipped(text, LONGEST_LABEL)
    )


def _yaml(text: str) -> str:
    """Text as a quoted YAML scalar in which only letters and digits stand for themselves."""
    short = clipped(text, LONGEST_LABEL).translate(_WIDE_FORMS)
    return '"' + "".join(c if c.isalnum() or c == " " else f"\\U{ord(c):08x}" for c in short) + '"'
