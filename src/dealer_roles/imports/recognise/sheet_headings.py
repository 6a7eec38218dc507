"""Headings: where a position or a department begins, and where a collection of sheets ends one."""

from __future__ import annotations

import re

from dealer_roles.imports.drafts import DraftPosition
from dealer_roles.imports.marks import STRUCTURAL
from dealer_roles.imports.pieces import Bit
from dealer_roles.imports.recognise.facts import facts_in, introduction
from dealer_roles.imports.recognise.labels import LISTS, SINGLE
from dealer_roles.imports.recognise.lines import TextLine
from dealer_roles.imports.recognise.people import role_and_person
from dealer_roles.imports.recognise.roles import (
    heading_name,
    hired,
    is_chinese,
    is_collection,
    is_department,
    is_name,
    is_role,
    without_numbers,
)
from dealer_roles.imports.recognise.sheet_texts import TextTaker
from dealer_roles.imports.recognise.titles import name_in_title

_DEPARTMENT_DUTIES = re.compile(
    r"^.{0,12}(?:部|部门|中心|科|处|室)(?:的)?(?:主要|工作|部门)*(?:职责|职能)$"
)
VERB = re.compile(
    r"^(?:负责|编制|制定|制订|协助|完成|履行|明确|参与|执行|落实|熟悉|了解|按|对|根据|组织|修订|建立|完善|检查|监督|做好|遵守|招聘并)"
)
_BOSS = re.compile(
    r"\s*[（(](?:reports? to|reporting to|汇报给|汇报对象[:：]?|直接上级[:：]?|上级[:：]?)\s*([^()（）]+)[)）]\s*$",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"(?:任职|岗位)?(?:要求|资格|条件)\s*[:：]?\s*$|requirements\s*:?\s*$", re.IGNORECASE
)
_DUTIES_OF = re.compile(
    r"^(?P<name>[^，,。；：:]{2,18}?)(?:对(?P<boss>[^，,。；]{2,12})负责[，,；;]?)?(?:的|应当|应|须)?"
    r"(?:履行|承担|行使|负有|具有|主要有)?(?:下列|以下|如下)(?:主要|岗位|工作|基本)*(?:职责|职权|任务|工作|义务|责任)\s*[：:]?$"
)
_AS_YOU = re.compile(
    r"^as (?:an?|our|the)(?: new)? (?P<name>.+?),? you(?:['’]ll| will|r\b).{0,50}[:：]$",
    re.IGNORECASE,
)
_AIM = re.compile(r"^(?:目\s*的|目的[和与及]适?用?范围|总\s*则)$")
_CHAPTER = re.compile(
    r"^(?:适用范围|范\s*围|定\s*义|术语.{0,6}|引用文件|.{0,6}(?:工作)?(?:程\s*序|流\s*程)|.{0,4}内容|相关.{0,6}|.{0,4}记\s*录|附\s*[录件则].{0,8})$"
)
_REPORTING = re.compile(
    r"\b(?:[Rr]eport(?:s|ing)? (?:directly )?(?:in)?to|[Ww]orks? under|[Ss]upervised by|[Aa]nswers? to) (?:the |our |your )?([A-Z][\w&/' -]{2,50}?)(?=[,.;]| and | you |$)|"
    r"向([^，。；]{2,12}?)(?:汇报|负责)"
)
_LONGEST_HEADING = 110
_TITLE_LEVEL = 1
_LONGEST_DEPARTMENT = 30
_OF_POSITIONS = re.compile(
    r"岗位|职位|职责|设置|人员|编制|概述|说明|\b(?:roles?|positions?|jobs?|staff|people|overview|descriptions?)\b",
    re.IGNORECASE,
)
_BOXED = re.compile(r"^[【\[〔「]([^【】\[\]〔〕「」]+)[】\]〕」]$")
_OUTSIDE = re.compile(r"^(?:总\s*则|附\s*则|罚\s*则|奖惩|附件.{0,20}|适用范围|监督与考核)$")
_NAME_BEFORE = re.compile(r"^(\S{2,18}?)(\s*[:：]\s*|\s+)(?=\S)")


_ARTICLE = re.compile(r"^([A-Z][\w&/ -]{2,40}?)\s*[.:]\s+(?=[A-Z])")


class HeadingReader(TextTaker):
    """Tells headings from other lines."""

    def _position_in(self, line: TextLine, following: TextLine | None) -> str:
        text = line.body
        if len(text) > _LONGEST_HEADING or VERB.match(text) or self._labels.field(text):
            return ""
        if sure := heading_name(text):
            listed = line.mark is not None and line.mark.kind == self._item_mark[0]
            return "" if listed and not is_role(sure) else sure
        name = without_numbers(hired(text))[0]
        heads = self._opens(following) or id(line) in self._above_duties
        if not (is_role(name) or (line.heading and is_name(name) and heads)):
            return ""
        if line.heading or line.strong or _BOXED.match(text) or self._opens(following, line):
            return name
        structural = line.mark is not None and line.mark.kind in STRUCTURAL
        return name if structural and following is not None and following.mark else ""

    def _is_collection(self, line: TextLine) -> bool:
        """Whether a line is the title of a collection of sheets: it ends the one that is read."""
        return line.mark is None and is_collection(line.body) and not VERB.match(line.body)

    def _is_outside(self, line: TextLine) -> bool:
        """Whether a chapter of regulations or of a procedure is about no position."""
        if line.mark is None:
            return False
        if line.mark.kind in STRUCTURAL and _OUTSIDE.match(line.body):
            return True
        return line.mark.kind == "digits" and self._is_procedure(line)

    def _is_procedure(self, line: TextLine) -> bool:
        """Whether a chapter of a procedure is not about positions: 目的, 适用范围, 工作程序."""
        begins = (self._at is None or not self._at.has_content) and _AIM.match(
            line.body
        ) is not None
        self._procedure = self._procedure or begins
        return begins or (self._procedure and _CHAPTER.match(line.body) is not None)

    @staticmethod
    def _duties_of(line: TextLine) -> tuple[str, str] | None:
        """Return whose duties a sentence introduces, and to whom he answers: 店长对总经理负责，履行下列职责."""
        if wanted := _AS_YOU.match(line.body):
            name = wanted.group("name")
            return (name, "") if is_role(name) else None
        found = _DUTIES_OF.match(line.body)
        if found is None or not is_role(found.group("name")):
            return None
        return found.group("name"), found.group("boss") or ""

    def _take_boss(self, line: TextLine) -> None:
        """Take the superior that a sentence about the position names."""
        found = _REPORTING.search(line.body)
        if found and self._at is not None and not self._at.superior.words:
            self._at.superior.words = (found.group(1) or found.group(2)).strip()
            self._at.superior.bits = list(line.body_bits)

    def _begin_article(self, line: TextLine, name: str, boss: str) -> None:
        if self._at is None or self._at.name != name:
            self._begin(name, line)
        else:
            self._use(line, "position")
        assert self._at is not None
        if boss and not self._at.superior.words:
            self._at.superior.words, self._at.superior.bits = boss, list(line.body_bits)
        self._enter("duties")

    def _end(self, line: TextLine) -> None:
        self._at = None
        self._department = ()
        self._section_mark = ("", 0)
        self._enter("")
        self._leave_out(line, "heading")

    def _position_before_text(self, line: TextLine) -> tuple[Bit, Bit] | None:
        """Return a position's name and the text behind it: ``一、销售顾问 销售顾问是…``."""
        bit = line.first
        match = _NAME_BEFORE.match(bit.text)
        if match is None or not is_chinese(match.group(1)):
            return self._article_of(line)
        name, rest = match.group(1), bit.text[match.end() :]
        sure = heading_name(name)
        if not (is_role(name) or sure) or len(rest) < 8 or self._labels.field(name):
            return None
        item = line.mark is not None and line.mark.kind == self._item_mark[0]
        if item and self._section in LISTS and not rest.startswith(name):
            return None
        if line.mark is None and not rest.startswith(name) and match.group(2) not in ":：":
            return None
        return bit.part(0, match.end(1)), bit.part(match.end(), len(bit.text))

    @staticmethod
    def _article_of(line: TextLine) -> tuple[Bit, Bit] | None:
        """Return a position and its article: *Section 2. Clerk. The Clerk shall …* is about a clerk."""
        bit = line.first
        found = _ARTICLE.match(bit.text)
        if found is None or line.mark is None or line.mark.kind not in STRUCTURAL:
            return None
        if not is_role(found.group(1)):
            return None
        return bit.part(0, found.end(1)), bit.part(found.end(), len(bit.text))

    def _opens(self, following: TextLine | None, line: TextLine | None = None) -> bool:
        """Whether the next line is what a position's heading is followed by."""
        if following is None:
            return False
        facts = facts_in(following.first, self._labels)
        if facts and facts[0].field == "position" and not facts[0].rest.text:
            return False  # a title above the list of positions
        if facts or introduction(following.body):
            return True
        if following.mark is None:
            return (
                line is not None
                and (line.mark is None or line.mark.kind in (*STRUCTURAL, "digits"))
                and (
                    (len(following.body) > 12 and self._section in ("", "default"))
                    or following.body.startswith(line.body)
                )
            )
        same = line is not None and line.mark is not None and line.mark.kind == following.mark.kind
        return following.mark.value in (0, 1) and not same

    def _begin(self, given: str, line: TextLine) -> None:
        boss = _BOSS.search(line.body)
        name, person = role_and_person(_BOSS.sub("", line.body).strip())
        name = name or _BOSS.sub("", given).strip()
        self._forget_title(line)
        at = self._at
        if at is None or at.name != name or self._named_by_label or not self._goes_on(line):
            pending = at is not None and not at.name and not at.has_content
            at = self._named_before(name) or (at if pending and at is not None else self.start())
            at.where = list(line.body_bits)
        at.name, at.headcount = name, without_numbers(line.body)[1] or at.headcount
        if boss and not at.superior.words:
            at.superior.words, at.superior.bits = boss.group(1), list(line.body_bits)
        at.person = at.person or person
        self._begun_by = line
        self._named_by_label = False
        mark = (line.mark.kind, line.mark.value) if line.mark else ("", 0)
        self._enter("qualifications" if self._goes_on(line) else "default", mark)
        self._use(line, "position")

    def _forget_title(self, line: TextLine) -> None:
        """Forget what a title seemed to name, if the headings of positions stand below it."""
        at, title = self._at, self._begun_by
        if at is None or title is None or title.mark is not None or is_role(at.name):
            return
        numbered = line.mark is not None and line.mark.kind in STRUCTURAL
        if numbered or 0 < title.heading < line.heading:
            self.drop_title()

    def _named_before(self, name: str) -> DraftPosition | None:
        """Return the position of which a list of names has told no duties yet."""
        bare = (p for p in self.positions if p.name == name and not p.duties)
        found = next((p for p in bare if p.department == self._department), None)
        self._at = found or self._at
        return found

    def _is_next_name(self, line: TextLine) -> str:
        """Return the name in a line that goes on with a list of names below a label."""
        if line.mark is None or line.mark.kind != self._listed_names or self._at is None:
            return ""
        name, count = name_in_title(line.body)
        if count and is_name(name):
            return name
        return name if is_role(name) and not self._at.duties else ""

    @staticmethod
    def _goes_on(line: TextLine) -> bool:
        """Whether a heading names a position for what is asked of it: 店长任职要求."""
        return _ASKED.search(line.body) is not None

    @staticmethod
    def _is_department_duties(line: TextLine) -> bool:
        """Whether what follows are the duties of a department: 销售部职责."""
        text = line.body.strip(" ：:")
        return is_chinese(text) and _DEPARTMENT_DUTIES.match(text) is not None

    def _is_department(self, line: TextLine, following: TextLine | None) -> bool:
        text = line.body.strip(" ：:")
        if following is None or self._section in SINGLE:
            return False
        if self._heads_positions(line, following):
            return True
        if not is_department(text):
            return False
        listed = self._section in LISTS | {"default"}
        if listed and line.mark and line.mark.kind not in STRUCTURAL:
            return False
        return bool(line.heading or line.strong or line.mark or self._position_in(following, None)
                    or is_role(following.body) or heading_name(following.body))  # fmt: skip

    def _heads_positions(self, line: TextLine, following: TextLine) -> bool:
        """Whether a heading below the title stands right above the heading of a position."""
        deeper = _TITLE_LEVEL < line.heading < following.heading
        if not deeper or len(line.body) > _LONGEST_DEPARTMENT or _OF_POSITIONS.search(line.body):
            return False
        return bool(self._position_in(following, None))

    def _enter_department(self, line: TextLine) -> None:
        text = line.body.strip(" ：:")
        duties = _DEPARTMENT_DUTIES.match(text)
        self._at = None
        self._department = self._department if duties else (text,)
        self._enter("department-duties" if duties else "")
        self._use(line, "department")
