"""Content controls of a Word file: each text that may be edited knows what it is.

A text goes through the template between two marks of the private use area; afterwards the
marks become a control (``w:sdt``) whose tag finds the text in the definitions again. This
works in templates of one's own too.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from dealer_roles.organization.evidence import Evidence
from dealer_roles.source.office_xml import W

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
OPEN, MIDDLE, CLOSE = "\ue0f0", "\ue0f1", "\ue0f2"
PREFIX = "dr-"
KEEP = "keep-"
KINDS = frozenset({"duty", "purpose", "outcome", "qualification", "condition", "clause", "measure"})
_MARKS = re.compile(f"[{OPEN}{MIDDLE}{CLOSE}]")
_OPENED = re.compile(f"{OPEN}([^{OPEN}{MIDDLE}{CLOSE}]*){MIDDLE}")


def tag_of(kind: str, holder: str, task: str, responsibility: str, lang: str, text: str) -> str:
    """Return the tag of a text: it names what the text is and what it said."""
    key = "\x1f".join((kind, holder, task, responsibility, lang, text))
    return (
        PREFIX + kind + "-" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    )


def marked(text: str, evidence: Iterable[Evidence], lang: str) -> str:
    """Return a text between marks, if it rests on one thing that the organization states."""
    plain = _MARKS.sub("", text)
    stated = tuple(evidence)
    if len(stated) != 1 or stated[0].kind not in KINDS or stated[0].layer != "organization":
        return plain
    one = stated[0]
    tag = tag_of(one.kind, one.position, one.task, one.responsibility, lang, plain)
    return f"{OPEN}{tag}{MIDDLE}{plain}{CLOSE}"


def make_controls(root: Any) -> None:
    """Turn marks into content controls.

    Args:
        root: The body of the document, changed in place.
    """
    for run in list(root.iter(f"{W}r")):
        if any(OPEN in (text.text or "") for text in run.iter(f"{W}t")):
            _control(run)
    for text in root.iter(f"{W}t"):  # what a template tore apart is plain text
        if text.text and _MARKS.search(text.text):
            text.text = _MARKS.sub("", _OPENED.sub("", text.text))


def _control(run: Any) -> None:
    """Split a run at its marks, and put what stands between them into a control."""
    parts: list[Any] = [_like(run), _like(run), _like(run)]
    place, tag = 0, ""
    for child in list(run):
        if child.tag == f"{W}rPr":
            continue
        if child.tag != f"{W}t":
            parts[place].append(child)
            continue
        rest = child.text or ""
        opened = _OPENED.search(rest) if place == 0 else None
        if opened is not None:
            _add_text(parts[0], child, rest[: opened.start()])
            place, tag, rest = 1, opened[1], rest[opened.end() :]
        if place == 1 and CLOSE in rest:
            inside, _, rest = rest.partition(CLOSE)
            _add_text(parts[1], child, inside)
            place = 2
        _add_text(parts[place], child, rest)
    parent = run.getparent()
    at = parent.index(run)
    made = [parts[0], _sdt(tag, parts[1]), parts[2]]
    parent.remove(run)
    for one in reversed([m for m in made if m.tag == f"{W}sdt" or _holds(m)]):
        parent.insert(at, one)


def _like(run: Any) -> Any:
    made = run.makeelement(run.tag, {})
    style = run.find(f"{W}rPr")
    if style is not None:
        made.append(deepcopy(style))
    return made


def _holds(run: Any) -> bool:
    return any(child.tag != f"{W}rPr" for child in run)


def _add_text(run: Any, like: Any, text: str) -> None:
    if text:
        made = like.makeelement(f"{W}t", {_SPACE: "preserve"})
        made.text = text
        run.append(made)


def _sdt(tag: str, *content: Any) -> Any:
    first = content[0]
    sdt = first.makeelement(f"{W}sdt", {})
    properties = first.makeelement(f"{W}sdtPr", {})
    properties.append(first.makeelement(f"{W}tag", {f"{W}val": tag}))
    inside = first.makeelement(f"{W}sdtContent", {})
    for one in content:
        inside.append(one)
    sdt.append(properties)
    sdt.append(inside)
    return sdt


def add_keep_block(body: Any, before: str) -> None:
    """Add the place for what HR writes by hand, before a heading, else at the end."""
    if any(_tag(sdt).startswith(KEEP) for sdt in body.iter(f"{W}sdt")):
        return
    headings = [p for p in body.findall(f"{W}p") if before and text_of(p).strip() == before]
    paragraph = body.makeelement(f"{W}p", {})
    block = _sdt(f"{KEEP}notes", paragraph)
    end = body.find(f"{W}sectPr")
    place = headings[-1] if headings else end
    body.insert(len(body) if place is None else body.index(place), block)


def carry_over_blocks(fresh: Any, old: Any) -> None:
    """Put the hand-written blocks of an old document into a fresh one.

    A block whose place is gone moves to the last place, so that nothing is lost.

    Args:
        fresh: The body as it was just made, changed in place.
        old: The body as it stands in the file.
    """
    places = keep_blocks(fresh)
    for tag, content in keep_blocks(old).items():
        if not text_of(content).strip() or not places:
            continue
        homeless = tag not in places
        place = list(places.values())[-1] if homeless else places[tag]
        for empty in [] if homeless else list(place):
            place.remove(empty)
        for child in content:
            place.append(deepcopy(child))


def has_blocks(body: Any) -> bool:
    """Whether anything is written in the hand-written blocks of a document."""
    return any(text_of(content).strip() for content in keep_blocks(body).values())


def keep_blocks(body: Any) -> dict[str, Any]:
    """Return the hand-written blocks of a document by tag: the content of each."""
    return {
        tag: sdt.find(f"{W}sdtContent")
        for sdt in body.iter(f"{W}sdt")
        if (tag := _tag(sdt)).startswith(KEEP)
    }


def control_texts(body: Any) -> dict[str, list[str]]:
    """Return every text under each tag of ours: a copied row has the tag of its original."""
    found: dict[str, list[str]] = {}
    for sdt in body.iter(f"{W}sdt"):
        if (tag := _tag(sdt)).startswith(PREFIX):
            found.setdefault(tag, []).append(text_of(sdt))
    return found


def tags_in(node: Any) -> list[str]:
    """Return the tags of the controls of ours in a part of a document."""
    return [tag for sdt in node.iter(f"{W}sdt") if (tag := _tag(sdt)).startswith(PREFIX)]


def _tag(sdt: Any) -> str:
    tag = sdt.find(f"{W}sdtPr/{W}tag")
    return "" if tag is None else str(tag.get(f"{W}val", ""))


def text_of(node: Any) -> str:
    """Return the text of a part of a document, a line a paragraph.

    What tracked changes deleted or moved away is not in it.
    """
    away = {one for moved in node.iter(f"{W}moveFrom") for one in moved.iter()}
    parts: list[str] = []
    for one in node.iter(f"{W}p", f"{W}t", f"{W}br", f"{W}tab"):
        if one not in away:
            parts.append(_character(one, first=not parts))
    return "".join(parts)


def _character(node: Any, *, first: bool) -> str:
    if node.tag == f"{W}t":
        return node.text or ""
    if node.tag == f"{W}p":
        return "" if first else "\n"
    return "\n" if node.tag == f"{W}br" else "\t"
