"""Job descriptions and advertisements: a text read line by line, as a person reads it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dealer_roles.imports.marks import is_picture
from dealer_roles.imports.pieces import Bit
from dealer_roles.imports.recognise.facts import LabelledFact, facts_in
from dealer_roles.imports.recognise.labels import BESIDE, LEFT_OUT, LISTS, PROTECTED, SINGLE
from dealer_roles.imports.recognise.lines import TextLine
from dealer_roles.imports.recognise.loose_lines import LooseLineReader, aside_of
from dealer_roles.imports.recognise.roles import heading_name, is_chinese, is_role, without_numbers
from dealer_roles.imports.recognise.sentences import sentences_of, value_line
from dealer_roles.imports.recognise.shares import reads_as_duty
from dealer_roles.imports.recognise.sheet_headings import VERB

_WEAK = {"relations", "task", "measures", "conditions", "career", "authority", "qualifications"}
_BELOW_DUTIES = {"relations", "task", "conditions", "career", "admin", "about", "department"}
_PLAIN = {"duties", "qualifications", "benefits", "contact", "about"}
_SURE = re.compile(r"要求|资格|条件|要什么|資格|條件|require|qualif", re.IGNORECASE)
_OF_THE_PAGE = re.compile(
    r"^[（(]?(?:续表|续上表|接上[页表]|续前表|第?\s*\d+\s*页.{0,12}|page \d+( of \d+)?|continued|cont['’]?d\.?)[）)]?$",
    re.IGNORECASE,
)
_HEADS = re.compile(r"^(\d{1,4})\s*(?:名|人|位|个)\s*[，,；;：:。]\s*(?=\S)")
_REST = re.compile(r"^(?:其他|其它|others?)\s*[:：]\s*(?=\S)", re.IGNORECASE)
_TITLE = re.compile(
    r"^(?:岗位|职位|职务|工作)(?:职责)?(?:说明书|责任书|描述书)$|^(?:job|position|role) (?:description|profile|specification)$",
    re.IGNORECASE,
)
_GROUP_LONGEST = 20
_LONGEST_GROUP = 40
_LONGEST_TITLE = 70


class SheetReader(LooseLineReader):
    """Reads lines one after the other."""

    def read(self, lines: Sequence[TextLine]) -> None:
        """Read the lines of a text or of a cell."""
        self._above_duties = self._headings_above_duties(lines)
        for index, line in enumerate(lines):
            following = lines[index + 1] if index + 1 < len(lines) else None
            self._line(line, following)

    def _headings_above_duties(self, lines: Sequence[TextLine]) -> set[int]:
        """Return the headings that stand right above a label of duties."""
        found: set[int] = set()
        nearest: TextLine | None = None
        for line in lines:
            field = self._labels.field(line.body)
            if line.heading and not field:
                nearest = line
            elif field == "duties" and nearest is not None:
                found.add(id(nearest))
        return found

    def read_items(self, lines: Sequence[TextLine]) -> None:
        """Read lines that can only be items: a cell in a column of them; labels may stand in it."""
        for line in lines:
            facts = self._labels_among_items(line)
            if facts and facts[0].field == self._section and not facts[0].rest.text:
                self._ledger.used(facts[0].label, f"label:{self._section}", self._name)
            elif facts:
                self._take_facts(line, facts)
            else:
                self._value(line)

    def _labels_among_items(self, line: TextLine) -> list[LabelledFact]:
        facts = facts_in(line.first, self._labels)
        if not facts or facts[0].field not in LISTS | LEFT_OUT | PROTECTED:
            return []
        alone = line.mark is None and (not facts[0].rest.text or facts[0].field in _PLAIN)
        return facts if alone or facts[0].boxed else []

    def _line(self, line: TextLine, following: TextLine | None) -> None:
        if self._section in SINGLE and self._section != "sequence" and self._is_value(line):
            self._single(line)  # names of positions may be labels too: Manager, Supervisor
        elif name := self._is_next_name(line):
            self._begin(name, line)
        elif self._is_next_item(line):
            self._item(line, following)
        elif self._is_outside(line):
            self._end(line)
        elif self._is_department_duties(line):
            self._enter_department(line)
        elif facts := self._facts(line):
            self._take_facts(line, facts)
        elif not self._heads(line, following):
            self._text_line(line, following)

    def _heads(self, line: TextLine, following: TextLine | None) -> bool:
        """Take a heading; return whether the line is one."""
        if _OF_THE_PAGE.match(line.body) or _TITLE.match(line.body):
            self._leave_out(line, "heading")
        elif self._is_collection(line):
            self._end(line)
        elif article := self._duties_of(line):
            self._begin_article(line, *article)
        elif name := self._position_in(line, following):
            self._begin(name, line)
        elif inline := self._position_before_text(line):
            self._begin_inline(line, *inline)
        elif self._is_department(line, following):
            self._enter_department(line)
        else:
            return False
        return True

    def _text_line(self, line: TextLine, following: TextLine | None) -> None:
        if intro := self._introduction(line):
            self._take_introduction(line, intro)
        else:
            self._item(line, following)

    def _is_next_item(self, line: TextLine) -> bool:
        """Whether a number goes on with the list that is read."""
        if line.mark is None or line.heading or self._section not in LISTS | LEFT_OUT | {"default"}:
            return False
        kind, value = self._item_mark
        goes_on = line.mark.kind == kind and line.mark.value == value + 1 and value > 0
        return goes_on and not (self._labels.field(line.body) and self._section_mark[0] == kind)

    def _facts(self, line: TextLine) -> list[LabelledFact]:
        facts = facts_in(line.first, self._labels) if line.first.text else []
        if not facts and line.body and line.strong and (name := self._labels.field(line.body)):
            facts = [LabelledFact(name, line.first, line.first.part(10**6, 10**6))]
        if not facts:
            return self._other(line)
        first = facts[0]
        rest = first.rest.text
        if line.heading and not rest and first.field in SINGLE and line.body.endswith("s"):
            return []  # a title such as "Roles"
        prominent = first.boxed or line.heading or line.strong
        explained = self._section in ("duties", "qualifications") or (
            self._section == "default" and line.mark is not None and not is_picture(line.sign)
        )
        behind_list = (self._item_mark[0] or self._inline_value) and line.mark is None
        if explained and rest and not prominent and not behind_list:
            weak = (first.field in _WEAK and not _SURE.search(first.label.text)) or (
                line.mark and first.field not in SINGLE | {"duties", "benefits", "contact"}
            )
            listed = self._is_listed(line)
            if (weak and (len(rest) > 6 or listed)) or listed:
                return []
        if self._titles_duties(line, first.field) and not rest:
            return []
        if first.field == "task" and self._section != "duties":
            return []
        if first.field == "duties" and is_role(rest) and heading_name(line.body):
            return []  # Job Description: Finance Manager
        return facts

    def _titles_duties(self, line: TextLine, field: str) -> bool:
        """Whether a word that may be a label is the title of some of the duties: *Communication*."""
        below = self._section == "duties" and self._is_below_section(line)
        return below and line.mark is None and field in _BELOW_DUTIES

    def _other(self, line: TextLine) -> list[LabelledFact]:
        """Whatever a list calls its rest belongs to the list: 其他：能上夜班."""
        found = _REST.match(line.first.text) if self._section in LISTS else None
        if found is None:
            return []
        label, rest = line.first.part(0, found.end()), line.first.part(found.end(), 10**6)
        return [LabelledFact(self._section, label, rest)]

    def _take_facts(self, line: TextLine, facts: list[LabelledFact]) -> None:
        mark = (line.mark.kind, line.mark.value) if line.mark else ("", 0)
        before = self._section, self._section_mark, self._item_mark
        self._section_level = line.heading
        self._inline_value = bool(facts[-1].rest.text)
        for number, (name, label, rest, _) in enumerate(facts):
            self._before_fact(name)
            self.label(name, label)
            if mark[0]:
                self._section_mark = mark
            bits = [rest] if rest.text else []
            if number == len(facts) - 1:
                bits += line.bits[1:]
            if bits:
                self._value(value_line(bits))
        if facts[0].field == "duties":
            self._take_boss(line)
        if facts[-1].field in BESIDE | PROTECTED and facts[-1].rest.text:
            self._section, self._section_mark, self._item_mark = before

    def _begin_inline(self, line: TextLine, name: Bit, rest: Bit) -> None:
        heading = TextLine([name], line.mark, name.text, line.heading, line.strong)
        self._begin(heading_name(name.text) or without_numbers(name.text)[0], heading)
        if heads := _HEADS.match(rest.text):
            assert self._at is not None
            self._at.headcount = self._at.headcount or int(heads.group(1))
            self._ledger.used(rest.part(0, heads.end()), "headcount", self._at.name)
            rest = rest.part(heads.end(), len(rest.text))
        bits = [rest, *line.bits[1:]]
        inner = TextLine(bits, None, line.body[line.body.find(rest.text[:12]) :])
        if len(sentences_of(rest, several=True)) > 1 and not facts_in(rest, self._labels):
            self._enter("duties")
        self._line(inner, None)

    def _item(self, line: TextLine, following: TextLine | None) -> None:
        self._inline_value = False
        if self._section in SINGLE:
            self._single(line)
            return
        if self._heads_unknown(line, following):
            self._leave_out(line, "heading")  # it heads something that is not known
            self._enter("")
            return
        if not self._is_group(line, following):
            self._count_item(line)
        if self._section in LEFT_OUT | PROTECTED | BESIDE | {"department-duties"}:
            self._value(line)
        elif self._is_group(line, following):
            self._use(line, "group")
        elif self._section in LISTS:
            self._in_list(line)
        else:
            self._unexplained(line)

    def _heads_unknown(self, line: TextLine, following: TextLine | None) -> bool:
        """Whether a line heads something that is not known, and is no title of a group of duties."""
        if line.mark is not None or not self._section:
            return False
        if line.heading:
            return not self._is_below_section(line)
        alone = following is not None and following.mark is None and bool(self._item_mark[0])
        short = len(line.body) <= _LONGEST_TITLE and not line.body.endswith(tuple("。；;.：:"))
        return line.strong and short and alone

    def _is_below_section(self, line: TextLine) -> bool:
        """Whether a heading stands deeper than the one of the section that is read."""
        return 0 < self._section_level < line.heading or (
            self._section_level > 0 and line.strong and not line.heading
        )

    def _is_group(self, line: TextLine, following: TextLine | None) -> bool:
        """Whether a line only names the items that follow: its number is of another kind."""
        if following is None or following.mark is None:
            return False
        if facts_in(following.first, self._labels):
            return False
        if line.mark is None:
            titled = line.strong or self._is_below_section(line)
            short = len(line.body) <= _LONGEST_GROUP and not line.body.endswith(tuple("。；;."))
            return titled and short and self._section == "duties" and following.mark.value in (0, 1)
        deeper = following.mark.kind != line.mark.kind and following.mark.value in (0, 1)
        closed = line.body.endswith(("；", ";", "。"))
        short = len(line.body) <= _GROUP_LONGEST and not VERB.match(line.body) and not closed
        return (
            deeper
            and (line.body.endswith(("：", ":")) or short)
            and self._section in LISTS | {"default"}
        )

    def _in_list(self, line: TextLine) -> None:
        if why := aside_of(line.body):
            self._leave_out(line, why)
            return
        prose = line.mark is None and self._item_mark[0] and self._section == "duties"
        if (
            prose
            and line.alone
            and not reads_as_duty(line.body)
            and len(line.body) > 20
            and is_chinese(line.body)
        ):
            for bit in line.bits:
                self._ledger.left_out(bit, "prose", self._name)
            return
        self._text(line, self._section)
