"""A digest of what a Word file says, by which we know it again after it was saved unchanged.

Word and LibreOffice write every byte anew when they save, and drop the hash that covers bytes.
What they keep is a property of the file. It covers the text in its order, the structure (rows,
cells, styles of paragraphs), what emphasises or hides text, and whatever somebody can only have
put in: comments, tracked changes, pictures, notes, files in the container. How it looks else
(fonts, spacing, widths) is the template's, and the blocks written by hand are carried over:
neither is covered.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from dealer_roles.publish.job_description.docx_controls import KEEP
from dealer_roles.publish.job_description.docx_environment import check_container
from dealer_roles.publish.render.errors import InvalidTemplate
from dealer_roles.source.office_xml import W

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

NAME = "dealer-roles says"
_PROPERTIES = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}"
_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes}lpwstr"
_OURS = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_PROPERTIES_OF_NONE = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"/>'
)
_PLACE = "/docProps/custom.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_CONTENT_TYPES = "[Content_Types].xml"
_FIRST_ID = 2
_STRUCTURE = frozenset({f"{W}tbl", f"{W}tr", f"{W}tc"})
_PUT_IN = frozenset(
    f"{W}{name}"
    for name in (
        "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "commentReference",
        "footnoteReference", "endnoteReference", "drawing", "pict", "object",
    )
)  # fmt: skip
_MARKS = ("b", "i", "u", "strike", "dstrike", "highlight", "color", "vanish")
_OFF = frozenset({"0", "false", "off", "none", "auto"})
_CHARACTERS = frozenset(f"{W}{name}" for name in ("tab", "br", "sym", "noBreakHyphen"))
_EMPTY_CONTROL = "FILLIN"  # what LibreOffice makes of a control without content
_DEFAULT_STYLE = "Normal"


def with_digest(content: bytes) -> bytes:
    """Return a Word file with the property that says what it says.

    Args:
        content: The file as it was made.
    """
    from docx import Document
    from lxml import etree

    document = Document(io.BytesIO(content))
    part = _property_part(document)
    root = _PROPERTIES_OF_NONE if part is None else part.blob
    properties = etree.fromstring(root)
    for old in [one for one in properties if one.get("name") == NAME]:
        properties.remove(old)
    ids = [int(one.get("pid", "0")) for one in properties]
    made = etree.SubElement(properties, f"{_PROPERTIES}property")
    made.set("fmtid", _OURS)
    made.set("pid", str(max([_FIRST_ID - 1, *ids]) + 1))
    made.set("name", NAME)
    etree.SubElement(made, _TEXT).text = digest_of(document)
    blob = etree.tostring(properties, xml_declaration=True, encoding="UTF-8", standalone=True)
    _set_properties(document, part, blob)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _set_properties(document: WordDocument, part: Any, blob: bytes) -> None:
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    package = document.part.package
    if part is None:
        package.relate_to(Part(PackURI(_PLACE), _TYPE, blob, package), _RELATION)
    else:
        part._blob = blob  # noqa: SLF001 - python-docx knows no other way to this part


def says_what_we_wrote(content: bytes) -> bool:
    """Whether a Word file, saved by whatever program, says what it said when we wrote it."""
    from docx import Document
    from lxml import etree

    try:
        check_container(content, "")
        document = Document(io.BytesIO(content))
        part = _property_part(document)
        root = etree.fromstring(part.blob) if part is not None else ()
    except (InvalidTemplate, KeyError, ValueError, SyntaxError):
        return False
    stated = [one.findtext(_TEXT) for one in root if one.get("name") == NAME]
    return stated == [digest_of(document)] and not _loose_files(content, document)


def _loose_files(content: bytes, document: WordDocument) -> set[str]:
    """Return the files of the container that are no part of the document: somebody's, not ours."""
    parts = {part.partname.removeprefix("/") for part in document.part.package.iter_parts()}
    with zipfile.ZipFile(io.BytesIO(content)) as container:
        names = {name for name in container.namelist() if not name.endswith((".rels", "/"))}
    return names - parts - {_CONTENT_TYPES}


def digest_of(document: WordDocument) -> str:
    """Return the digest of what a Word file says."""
    made = hashlib.sha256()
    for part in (document.element.body, *_around(document)):
        for piece in _pieces(part):
            made.update(f"{piece}\n".encode("utf-8", "surrogatepass"))
    return made.hexdigest()


def _property_part(document: WordDocument) -> Any:
    relations = document.part.package.rels.values()
    found = (one.target_part for one in relations if one.reltype == _RELATION)
    return next(found, None)


def _around(document: WordDocument) -> Iterator[Any]:
    """Yield what stands in the head and the foot of the first pages' section."""
    for section in document.sections:
        for place in (section.header, section.footer):
            if not place.is_linked_to_previous:
                yield place._element  # noqa: SLF001 - the texts alone would lose rows and marks


def _pieces(root: Any) -> Iterator[str]:
    """Yield what a part says, a paragraph a piece; empty paragraphs say nothing."""
    for node in root.iter():
        if _by_hand(node):
            continue
        if node.tag in _STRUCTURE or node.tag in _PUT_IN:
            yield node.tag.removeprefix(W)
        elif node.tag == f"{W}p" and (said := "".join(_runs(node))):
            style = node.find(f"{W}pPr/{W}pStyle")
            name = _DEFAULT_STYLE if style is None else style.get(f"{W}val")
            yield f"p {name} {said}"


def _runs(paragraph: Any) -> Iterator[str]:
    """Yield the text of a paragraph, and a mark wherever its emphasis changes."""
    marks, in_field = "", False
    for run in paragraph.iter(f"{W}r"):
        field = run.find(f"{W}fldChar")
        if field is not None:
            in_field = field.get(f"{W}fldCharType") != "end"
        # What a field shows is reckoned anew by each program; which field it is stays.
        text = "".join(_fields(run) if in_field else _characters(run))
        if text:
            now = _emphasis(run)
            yield from ([f"<{now}>"] if now != marks else [])
            marks = now
            yield text


def _fields(run: Any) -> Iterator[str]:
    for node in run.iter(f"{W}instrText"):
        name = (node.text or "").split()[:1]
        if name and name[0] != _EMPTY_CONTROL:
            yield f"{{{name[0]}}}"


def _characters(run: Any) -> Iterator[str]:
    for node in run:
        if node.tag == f"{W}t":
            yield node.text or ""
        elif node.tag in _CHARACTERS:
            yield f"{{{node.tag.removeprefix(W)}}}"


def _emphasis(run: Any) -> str:
    found = {name: run.find(f"{W}rPr/{W}{name}") for name in _MARKS}
    said = {n: one.get(f"{W}val", "") for n, one in found.items() if one is not None}
    return " ".join(f"{name}={value}" for name, value in said.items() if value not in _OFF)


def _by_hand(node: Any) -> bool:
    for above in node.iterancestors(f"{W}sdt"):
        tag = above.find(f"{W}sdtPr/{W}tag")
        if tag is not None and str(tag.get(f"{W}val", "")).startswith(KEEP):
            return True
    return False
