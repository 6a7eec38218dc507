"""Sentences that introduce a list, and lines that no heading explains: their own words tell."""

from __future__ import annotations

import re

from dealer_roles.imports.drafts import SaidText
from dealer_roles.imports.recognise.facts import introduction
from dealer_roles.imports.recognise.lines import TextLine, indent
from dealer_roles.imports.recognise.sentences import ENDS, NEEDS, WORKS, parts_of, sentences_of
from dealer_roles.imports.recognise.shares import reads_as_duty, reads_as_qualification
from dealer_roles.imports.recognise.sheet_headings import HeadingReader

FORMAL = re.compile(
    r"^(?:请|望|希)[^，。]{0,12}(?:遵照|认真|严格)[^，。]{0,6}(?:执行|落实)|^特此(?:通知|公告)|^(?:以上|本|此|上述)[^，。]{0,12}(?:自|从)[^，。]{0,14}(?:执行|施行|生效|实施)|"
    r"^other duties may be assigned|\b(?:is|are) not (?:intended to be )?(?:an )?exhaustive\b|\bmay be (?:amended|reviewed|changed) (?:at any time|from time to time)",
    re.IGNORECASE,
)
_CALLS = re.compile(
    r"^(?:有意(?:者|向|的|请|私)|请将|欢迎(?:投递|加入)|简历(?:投|发|请))|^(?:for an? (?:informal )?(?:chat|discussion)|to apply\b|please (?:send|apply|email|call)|"
    r"(?:send|e-?mail|submit) (?:your |us |a )?(?:resumes?|cvs?|applications?|cover)\b|"
    r"(?:interested|if interested)\b.{0,30}(?:apply|send|contact)|apply (?:now|by|via|today)\b)",
    re.IGNORECASE,
)
_OFFERS = re.compile(
    r"^(?:in return,? (?:we|you)|we offer|(?:the |our )?benefits (?:include|are|of)\b|我们提供|以上(?:人员|岗位|职位|各岗)[^。]{0,10}(?:包吃|包食|包住|月休|[单双]休|[五六七]险|待遇|工资|享受))",
    re.IGNORECASE,
)
_PAY = re.compile(
    r"^(?:up to |from |ote )?[$£€¥￥]\s?\d[\d,.]*\s*[kKwW万千]?\b|^\d{4,5}\s*(?:\+|起|元|以上|[/／]月)|^\d[\d.,]*\s*[-~–—至]\s*\d[\d.,]*\s*(?:[kK万千]|元)",
    re.IGNORECASE,
)
_PHASE = re.compile(
    r"^[\u4e00-\u9fff]{2,8}(?:前|中|后|时|期间|日|周|月|末)\s*[:：]\s*[\u4e00-\u9fff]"
)
_LONGEST_TITLE = 70


class LooseLineReader(HeadingReader):
    """Reads lines without a heading before them."""

    def _introduction(self, line: TextLine) -> tuple[int, int, str] | None:
        if self._at is None and not self._knows_name():
            return None
        return introduction(line.body) if len(line.bits) < 6 else None

    def _take_introduction(self, line: TextLine, intro: tuple[int, int, str]) -> None:
        start, end, section = intro
        if self._at is None:
            self._start_unnamed(sure=True)
        self._take_boss(line)
        before, rest = line.body[:start].strip(ENDS), line.body[end:].strip()
        self._use(line, "purpose" if before else f"label:{section}")
        assert self._at is not None
        if before and not self._at.purpose:
            self._at.purpose.append(SaidText(before, line.body_bits))
        self._enter(section)
        if rest and not FORMAL.search(rest):
            self._add(rest, line.body_bits, section, record=False)

    def _unexplained(self, line: TextLine) -> None:
        """A line that no heading explains: its own words tell, or it is left out."""
        if self._at is None:
            short = len(line.body) <= _LONGEST_TITLE
            if short:
                self._may_name(line)
            self._leave_out(line, "heading" if short else "no-position")
            return
        if why := aside_of(line.body):
            self._leave_out(line, why)
        elif line.mark is None and len(line.body) > 40:
            self._prose(line)
        elif reads_as_qualification(line.body):
            self._text(line, "qualifications")
        elif (
            line.mark is not None
            or reads_as_duty(line.body)
            or self._is_below_an_item(line)
            or (self._section == "default" and _PHASE.match(line.body))
        ):
            self._text(line, "duties")
        elif not self._at.purpose and not self._at.has_content and len(line.body) > 10:
            self._text(line, "purpose")
        else:
            self._leave_out(line, "prose")

    def _is_below_an_item(self, line: TextLine) -> bool:
        """Whether a line without a number stands indented in a list."""
        return bool(self._item_mark[0]) and indent(line) > 0

    def _prose(self, line: TextLine) -> None:
        """A running text about a position: each sentence tells by itself what it is about."""
        assert self._at is not None
        self._take_boss(line)
        for number, part in enumerate(parts_of(line)):
            text = "".join(bit.text for bit in part)
            if NEEDS.search(text):
                self._add(text, part, "qualifications")
            elif WORKS.search(text) or reads_as_duty(text):
                clauses = sentences_of(part[0], several=True) if len(part) == 1 else []
                for clause in clauses:
                    self._add(clause.text, [clause], "duties")
                if not clauses:
                    self._add(text, part, "duties")
            elif not number and not self._at.purpose:
                self._add(text, part, "purpose")
            else:
                for bit in part:
                    self._ledger.left_out(bit, "prose", self._name)


def aside_of(text: str) -> str:
    """Return why a line among duties is none: formal words, how to apply, what is offered."""
    found = (("prose", FORMAL), ("contact", _CALLS), ("benefits", _OFFERS), ("benefits", _PAY))
    return next((why for why, rule in found if rule.search(text)), "")
