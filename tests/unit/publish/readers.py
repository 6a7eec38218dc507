"""Reading rendered documents back: the words that a person would see."""

from __future__ import annotations

import io
import re
import subprocess
from html.parser import HTMLParser
from typing import NamedTuple

from docx import Document as WordFile
from markdown_it import MarkdownIt

INVISIBLE = ("style", "title", "script")


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag == "br":
            self.words.append("\n")
        elif tag in INVISIBLE:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1] == tag:
            self._open.pop()
        elif tag in ("td", "p", "li", "dd", "dt", "h1", "h2"):
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._open:
            self.words.append(data)


def word_file(*lines: str) -> bytes:
    """Return a Word file with these paragraphs."""
    document = WordFile()
    for line in lines:
        document.add_paragraph(line)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def html_words(page: str) -> str:
    """Return the visible words of an HTML page."""
    parser = _Words()
    parser.feed(page)
    parser.close()
    return "".join(parser.words)


def html_tags(page: str) -> list[str]:
    """Return the tags of an HTML page in order."""
    parser = _Words()
    parser.feed(page)
    return parser.tags


def markdown_html(text: str) -> str:
    """Return Markdown as GitHub's dialect makes HTML of it."""
    made: str = MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(text)
    return made


def docx_words(content: bytes) -> str:
    """Return the words of a Word file: headers, paragraphs and tables."""
    from docx import Document

    from dealer_roles.publish.job_description.docx_controls import text_of
    from dealer_roles.source.office_xml import W

    document = Document(io.BytesIO(content))
    parts = [text_of(p) for p in document.element.body.iter(f"{W}p")]
    section = document.sections[0]
    parts += [p.text for p in (*section.header.paragraphs, *section.footer.paragraphs)]
    return "\n".join(parts)


def pdf_words(content: bytes) -> str:
    """Return the words of a PDF; whoever asks needs poppler."""
    command = ["pdftotext", "-raw", "-", "-"]
    made = subprocess.run(command, input=content, capture_output=True, check=True)
    return made.stdout.decode("utf-8")


_NUMBERS = re.compile(r'="([-0-9.]+)"')


class Placed(NamedTuple):
    """A word of a PDF: its page, that page's size, and its box, in points from the top left."""

    page: int
    width: float
    height: float
    left: float
    top: float
    right: float
    bottom: float
    text: str


def pdf_places(made: bytes) -> list[Placed]:
    """Return the words of a PDF with their places, by poppler."""
    command = ("pdftotext", "-bbox", "-", "-")
    page = subprocess.run(command, input=made, capture_output=True, check=True).stdout
    found: list[Placed] = []
    number, size = 0, (0.0, 0.0)
    for line in page.decode("utf-8").splitlines():
        left, top, right, bottom = [*map(float, _NUMBERS.findall(line)), 0.0, 0.0, 0.0, 0.0][:4]
        if "<page " in line:
            number, size = number + 1, (left, top)  # of a page that is its width and height
        elif "<word " in line:
            text = line.partition(">")[2].removesuffix("</word>")
            found.append(Placed(number, *size, left, top, right, bottom, text))
    return found
