"""A picture in the DOT language of Graphviz."""

from __future__ import annotations

from collections.abc import Iterator

from dealer_roles.publish.pictures.folded import readable, shown_names, sideways
from dealer_roles.publish.pictures.picture import Arrow, Box, Group, Picture, clipped

LONGEST_LABEL = 60
FONT = "Noto Sans CJK SC, Microsoft YaHei, PingFang SC, sans-serif"
# Graphviz reads no quoted string beyond 16 384 bytes, but joins shorter ones.
_PIECE = 2500
MOST_RANKED = 250
"""The most arrows for which Graphviz finds ranks in bearable time, or at all."""
_SHAPES = {"party": "ellipse", "nobody": "hexagon"}


def dot(picture: Picture) -> str:
    """Return the picture as a DOT graph; each long label is whole in its tooltip."""
    return "\n".join(_lines(readable(picture))) + "\n"


def _lines(picture: Picture) -> Iterator[str]:
    font = f"fontname={_quoted(FONT)}"
    yield f"digraph {_quoted(picture.kind)} {{"
    yield f"  graph [{_placed(picture)}, labelloc=t, label={_quoted(picture.title)}, {font}];"
    yield f'  node [shape=box, style="rounded,filled", fillcolor="#eef3f8", {font}];'
    yield f"  edge [fontsize=10, {font}];"
    for group in picture.framed():
        yield from _cluster(picture, group)
    grouped = {group.id for group in picture.groups}
    yield from (f"  {_node(n, picture)}" for n in picture.nodes if n.group not in grouped)
    yield from (f"  {_edge(e, picture)}" for e in picture.edges)
    yield "}"


def _placed(picture: Picture) -> str:
    """Return how boxes are placed: by ranks; a large net by springs, with straight arrows."""
    if not _is_ranked(picture):
        return 'layout=fdp, overlap=prism, sep="+8", splines=line'
    direction = "LR" if sideways(picture) else "TB"
    # Without newrank, Graphviz before 3 gives up on large pictures with clusters.
    return f"rankdir={direction}, newrank=true"


def _is_ranked(picture: Picture) -> bool:
    return picture.kind != "handoffs" or len(picture.edges) <= MOST_RANKED


def _cluster(picture: Picture, group: Group) -> Iterator[str]:
    """Yield a group with the groups in it."""
    yield f"  subgraph cluster_{picture.groups.index(group)} {{"
    yield f"    label={_quoted(clipped(group.label, LONGEST_LABEL))};"
    yield from (f"    {_node(n, picture)}" for n in picture.nodes if n.group == group.id)
    for inner in picture.framed(group.id):
        yield from _cluster(picture, inner)
    yield "  }"


def _node(node: Box, picture: Picture) -> str:
    said = (*shown_names(node, picture.lang), node.note)
    lines = [_escaped(clipped(t, LONGEST_LABEL)) for t in said if t]
    shape = _SHAPES.get(node.kind, "")
    shaped = f", shape={shape}" if shape else ""
    joined = "\\n".join(lines)
    tooltip = ", ".join((node.label, *node.more))
    return f'{_quoted(node.id)} [label="{joined}", tooltip={_quoted(tooltip)}{shaped}];'


def _edge(edge: Arrow, picture: Picture) -> str:
    text = edge.label(picture.lang)
    attributes = []
    if text and _is_ranked(picture):  # among so many arrows no label can be read
        attributes.append(f"label={_quoted(clipped(text, LONGEST_LABEL))}")
    if text:
        attributes.append(f"tooltip={_quoted(text)}")
    if edge.kind == "line":
        attributes.append("dir=none")
    if edge.kind == "missing":
        attributes.append('style=dashed, color="#c0392b", fontcolor="#c0392b"')
    end = f" [{', '.join(attributes)}]" if attributes else ""
    return f"{_quoted(edge.source)} -> {_quoted(edge.target)}{end};"


def _quoted(text: str) -> str:
    pieces = [text[n : n + _PIECE] for n in range(0, len(text), _PIECE)] or [""]
    return " + ".join(f'"{_escaped(piece)}"' for piece in pieces)


def _escaped(text: str) -> str:
    """Text inside DOT quotes; Graphviz reads entities there, so ``&`` is one."""
    return text.replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')
