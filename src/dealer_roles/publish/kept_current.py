"""Keeping committed documents current: which are stale, and making them again."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from operator import itemgetter
from pathlib import Path
from typing import Literal

from dealer_roles.organization.on_day import OnDay
from dealer_roles.output.files import write_file
from dealer_roles.publish.job_description.layouts import LAYOUTS
from dealer_roles.publish.job_description.publish import (
    FORMATS,
    WordTemplate,
    as_bytes,
    describe,
    holders,
)
from dealer_roles.publish.product import Product
from dealer_roles.publish.products import Published, published
from dealer_roles.publish.render.errors import UnreadableDocument
from dealer_roles.publish.render.kept_blocks import carry_over
from dealer_roles.publish.render.likeness import begins_alike
from dealer_roles.publish.render.seal import can_be_sealed, is_ours, sealed, unsealed
from dealer_roles.source.gate import Refused, named_text, read_named
from dealer_roles.values.choices import one_of
from dealer_roles.values.errors import UnknownId
from dealer_roles.values.frozen import frozen
from dealer_roles.values.text import Lang, Text

State = Literal["current", "stale", "missing", "left-over", "edited"]
WORDS: dict[State, Text] = {
    "current": Text("最新", "current"),
    "stale": Text("已过期", "stale"),
    "missing": Text("缺少", "missing"),
    "left-over": Text("多余：定义中已没有", "left over: no longer in the definitions"),
    "edited": Text(
        "不是本工具写成的样子（有人改过），未覆盖", "not as it was written here: somebody edited it"
    ),
}


@frozen
class Committed:
    """A document that stands, or should stand, in a folder.

    Attributes:
        path: The file.
        state: How it compares with the definitions.
        content: What it should hold, hand-written blocks included; empty if left over.
    """

    path: Path
    state: State
    content: bytes


@frozen
class PaperSet:
    """The job descriptions of a folder in one language, format and layout.

    Attributes:
        product: What they are: those of one layout.
        file_names: The file of each position and post.
        lacking: The positions and posts whose file is not there.
    """

    product: Product
    format: str
    lang: Lang
    file_names: Mapping[str, str]
    lacking: frozenset[str]

    @property
    def is_whole(self) -> bool:
        """Whether it is one of everybody, not of some picked out: as many stand as are lacking."""
        return 2 * len(self.lacking) <= len(self.file_names)


def write_unless_edited(
    path: Path, content: str | bytes, *, beside: bool = False, overwrite: bool = False
) -> Path | None:
    """Write a document unless somebody edited what stands there; hand-written blocks are kept.

    What can hold no hash of ours (CSV, JSON, DOT …) is written as any program writes the file
    that it is given: nobody could tell whether it was edited.

    Args:
        path: The file.
        content: The document.
        beside: Write next to a file that somebody edited.
        overwrite: Write over it.

    Returns:
        Where it was written; nowhere if that would lose what somebody wrote.

    Raises:
        OSError: It cannot be written; the old one is untouched.
        UnreadableDocument: The one that stands there cannot be read; it is untouched.
    """
    if not can_be_sealed(path.suffix):
        write_file(path, content)
        return path
    document = _compared(path, content)
    place = place_for(document, beside=beside, overwrite=overwrite)
    if place is not None:
        write_file(place, document.content)
    return place


def place_for(document: Committed, *, beside: bool, overwrite: bool) -> Path | None:
    """Return where to write a document; nowhere if that would lose what somebody wrote."""
    if document.state == "left-over":
        return None
    if document.state != "edited" or overwrite:
        return document.path
    return document.path.with_suffix(f".new{document.path.suffix}") if beside else None


def with_kept(path: Path, content: str | bytes) -> bytes:
    """Return a document, sealed, with the hand-written blocks of the file there, if any."""
    raw = as_bytes(content)
    try:
        if path.is_file() and path.suffix == ".docx":
            from dealer_roles.publish.job_description.docx import with_blocks_of

            raw = with_blocks_of(raw, read_named(path))
        elif path.is_file() and isinstance(content, str):
            raw = as_bytes(carry_over(content, named_text(path)))
    except Refused as error:
        raise UnreadableDocument(str(path), error.words) from error
    return sealed(raw, path.suffix)


def compare(
    org: OnDay,
    folder: Path,
    template: WordTemplate | None = None,
    more: Sequence[Product] = (),
    *,
    everyone: bool = False,
) -> Iterator[Committed]:
    """Yield the documents of a folder, each compared with the definitions.

    For every language and format of which the folder holds half of the job descriptions, it
    should hold those of all positions and posts; of fewer, those that are there. Other
    documents are those that :func:`published` knows by their names.

    Args:
        org: The organization on a day.
        folder: The folder; files with other names are not looked at.
        template: A Word template of one's own.
        more: The products of plug-ins.
        everyone: Whether the job descriptions of all should be there, however few are.

    Raises:
        MissingExtra: A format needs a package that is not installed.
    """
    found = _known(org, folder, more)
    for name, made in found.items():
        if not made.product.of_everyone:
            yield _whole(org, folder / name, made)
    for one in paper_sets(org, folder, more):
        layout = one_of("layout", one.product.infix or "full", LAYOUTS)
        format = one_of("format", one.format, FORMATS)
        for position, name in one.file_names.items():
            if everyone or one.is_whole or position not in one.lacking:
                paper = describe(org, position, one.lang, format, template, layout=layout)
                yield _compared(folder / name, paper)
    wanted = holders(org)
    for name, made in found.items():
        if made.product.of_everyone and made.subject not in wanted:
            yield Committed(folder / name, "left-over", b"")


def paper_sets(org: OnDay, folder: Path, more: Sequence[Product] = ()) -> tuple[PaperSet, ...]:
    """Return the sets of job descriptions of which a folder holds some, in a fixed order."""
    found = _known(org, folder, more)
    papers = [made for made in found.values() if made.product.of_everyone]
    sets = {(one.lang, one.format, one.product.infix): one.product for one in papers}
    return tuple(
        _set(org, product, format, lang, found.keys())
        for (lang, format, _), product in sorted(sets.items(), key=itemgetter(0))
    )


def _set(org: OnDay, product: Product, format: str, lang: Lang, there: Collection[str]) -> PaperSet:
    names = {one: product.file_name(one, format, lang) for one in holders(org)}
    lacking = frozenset(one for one, name in names.items() if name not in there)
    return PaperSet(product, format, lang, names, lacking)


def _known(org: OnDay, folder: Path, more: Sequence[Product]) -> dict[str, Published]:
    """Return the files of a folder that are called as ours are, by name."""
    names = sorted(path.name for path in folder.iterdir())
    known = {name: published(name, more, org.model.languages_to_ask) for name in names}
    return {name: made for name, made in known.items() if made is not None}


def _whole(org: OnDay, path: Path, made: Published) -> Committed:
    try:
        return _compared(path, made.content(org))
    except UnknownId:
        return Committed(path, "left-over", b"")


def _compared(path: Path, made: str | bytes) -> Committed:
    content = with_kept(path, made)
    if not path.is_file():
        return Committed(path, "missing", content)
    try:
        stands = read_named(path)
    except Refused as error:
        raise UnreadableDocument(str(path), error.words) from error
    bare = unsealed(content, path.suffix)
    if stands == content or stands.rstrip(b"\n") == bare.rstrip(b"\n"):
        return Committed(path, "current", content)
    edited = stands.strip() and not _may_be_ours(stands, content, path.suffix)
    return Committed(path, "edited" if edited else "stale", content)


def _may_be_ours(stands: bytes, content: bytes, suffix: str) -> bool:
    if suffix == ".docx":
        return is_ours(stands, suffix) or _was_only_saved(stands)
    if can_be_sealed(suffix):
        return is_ours(stands, suffix)
    return begins_alike(stands, content, suffix)


def _was_only_saved(stands: bytes) -> bool:
    """Whether a program saved a Word file of ours without a change of what it says."""
    from dealer_roles.publish.job_description.docx_digest import says_what_we_wrote

    return says_what_we_wrote(stands)
