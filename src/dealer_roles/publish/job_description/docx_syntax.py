"""Tags of a Word template that cannot be read: which, where, and how they are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from dealer_roles.publish.job_description.docx_damage import (
    ENDS,
    INSIDE,
    TAG,
    BlockTag,
    TemplateLine,
    at_line,
    block_tags,
    pairs,
)
from dealer_roles.values.near import nearest
from dealer_roles.values.text import Text

if TYPE_CHECKING:
    from jinja2 import Environment

# What Word's own kinds of tag begin with, which Jinja does not know: `{%p if … %}`, `{{r … }}`.
_OF_WORD = re.compile(r"^(\{[{%])(-?)\s*(?:p|tr|tc|r)\s")
_WORD = re.compile(r"^\{%[-+]?\s*(\w*)")
_WORDS = (*ENDS, *ENDS.values(), *INSIDE, "set")
_WRITTEN = {
    "": "{{ name }}, {{ duties.title }}, {{ name|upper }}",
    "if": "{% if purpose %}",
    "elif": "{% elif purpose %}",
    "for": "{% for item in relations.rows %}",
    "set": "{% set title = name %}",
}
UNREADABLE = Text(
    "有标签写法有误，但看不出在哪一段", "a tag is written wrongly, in no paragraph of its own"
)


def unknown_blocks(lines: Iterable[TemplateLine]) -> Iterator[Text]:
    """Yield the tags that Jinja may know and a template of ours has no use for, e.g. ``include``.

    Args:
        lines: The paragraphs of the template.
    """
    for tag in block_tags(lines):
        if tag.word not in _WORDS:
            words = _unknown(tag.tag, tag.word)
            yield at_line(tag.line, words.zh, words.en)


def broken_tags(environment: Environment, lines: Sequence[TemplateLine]) -> tuple[Text, ...]:
    """Return the tags that cannot be read, each with its place and how it is written.

    Args:
        environment: What reads the template.
        lines: The paragraphs of the template.
    """
    tags = [(line, tag) for line in lines for tag in TAG.findall(line.text)]
    wrong = [at_line(line, p.zh, p.en) for line, tag in tags if (p := _wrong(environment, tag))]
    return tuple(wrong or _unpaired(lines)) or (UNREADABLE,)


def _wrong(environment: Environment, tag: str) -> Text | None:
    """Return what is wrong with a tag by itself, whatever stands around it."""
    from jinja2.exceptions import TemplateSyntaxError

    plain = _OF_WORD.sub(r"\1\2 ", tag)
    word = _word(plain)
    if plain.startswith("{%") and word not in _WORDS:
        return _unknown(tag, word)
    try:
        environment.parse(_completed(plain, word))
    except TemplateSyntaxError:
        shown = _WRITTEN.get(word, f"{{% {word} %}}")
        return Text(f"标签 {tag} 写法有误，写法如 {shown}",
                    f"the tag {tag} is written wrongly; write it like {shown}")  # fmt: skip
    return None


def _word(plain: str) -> str:
    match = _WORD.match(plain)
    return match[1] if match else ""


def _completed(plain: str, word: str) -> str:
    """Return a tag with the others that it needs to be read."""
    if word in ENDS:
        return f"{plain}{{% {ENDS[word]} %}}"
    if word in INSIDE:
        return f"{{% if name %}}{plain}{{% endif %}}"
    begun = {"endif": "{% if name %}", "endfor": "{% for x in name %}"}
    return f"{begun.get(word, '')}{plain}"


def _unknown(tag: str, word: str) -> Text:
    near = nearest(word, _WORDS, 1) or _WORDS
    return Text(
        f"标签 {tag} 的开头不认识，可用：{'、'.join(near)}",
        f"the tag {tag} begins with no known word; there is: {', '.join(near)}",
    )


def _unpaired(lines: Iterable[TemplateLine]) -> Iterator[Text]:
    """Yield the first tag without its own end or beginning; what follows it may be sound."""
    for begun, end in pairs(block_tags(lines)):
        if begun is None or end is None or ENDS[begun.word] != end.word:
            wrong = begun or end
            assert wrong is not None
            yield _alone(wrong)
            return


def _alone(wrong: BlockTag) -> Text:
    line, tag = wrong.line, wrong.tag
    if wrong.word in ENDS:
        end = f"{{% {ENDS[wrong.word]} %}}"
        return at_line(line, f"{tag} 没有配对的 {end}", f"{tag} has no {end} of its own")
    return at_line(line, f"{tag} 之前没有配对的开头", f"nothing before {tag} begins what it ends")
