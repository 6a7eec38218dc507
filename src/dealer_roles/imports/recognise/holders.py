"""Who shares in the tasks that tables name: positions, departments that stand for one, parties."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dealer_roles.imports.drafts import DraftDuty, DraftPosition, SaidText
from dealer_roles.imports.ledger import Ledger
from dealer_roles.imports.pieces import Bit, TableCell, whole
from dealer_roles.imports.recognise.people import role_and_person
from dealer_roles.imports.recognise.roles import is_chinese, is_department
from dealer_roles.imports.recognise.single_values import is_nothing
from dealer_roles.values.text import Text

_SPLIT = re.compile(r"\s*[、,，;；/\n+&]\s*|\s+(?:and|及|和)\s+")
_APPROVES = Text("审批", "Approve")
_COLLECTIVE = re.compile(
    r"^各.{1,10}$|^(?:所有|全体|相关|其他|其它|有关|全)(?:相关|有关)?(?:部门|岗位|人员|员工|单位|科室|员|门店|职能部门)?$|"
    r"^(?:all|everyone|everybody|others?|various|any)(?: (?:staff|departments?|employees|teams?|roles))?$",
    re.IGNORECASE,
)
_PARTY = re.compile(
    r"(?:外部|终端|最终|大)?(?:客户|顾客|用户|车主|消费者|患者|病人|学员|家长|家属|业主|供应商|厂家|厂商|主机厂|经销商|"
    r"承包商|分包商|服务商|第三方|保险公司|银行|金融机构|监理|政府|主管部门|监管机构|监管部门|媒体|合作伙伴|外包商|甲方|乙方|4S店外部)(?:方|单位|们)?|"
    r"(?:(?:the|external|end|key) )?(?:customers?|clients?|patients?|users?|suppliers?|vendors?|manufacturers?|oems?|insurers?|"
    r"insurance compan(?:y|ies)|banks?|lenders?|regulators?|authorit(?:y|ies)|(?:sub)?contractors?|third part(?:y|ies)|landlord|tenants?|parents?|the public)",
    re.IGNORECASE,
)


def _without_person(name: str) -> str:
    """Return the position where a person is named before it: 张伟（店长）."""
    return role_and_person(name)[0] or name


@cache
def is_party(name: str) -> bool:
    """Whether a name is that of somebody outside, who holds no duties."""
    return _PARTY.fullmatch(" ".join(name.split())) is not None


class Shares:
    """Positions that matrices and lists name, with their shares in tasks."""

    def __init__(self, ledger: Ledger) -> None:
        self.positions: dict[tuple[str, str], DraftPosition] = {}
        self._outside: list[tuple[str, str, Bit]] = []
        self._ledger = ledger

    def position(self, name: str, bits: list[Bit], department: str = "") -> DraftPosition:
        """Return the position of a name; make it when it is named first."""
        key = (_without_person(" ".join(name.split())), department)
        found = self.positions.get(key)
        if found is None:
            office = is_department(key[0])
            path = (department or key[0],) if department or office else ()
            found = DraftPosition(key[0], bits, path, kind="matrix", office=office)
            self.positions[key] = found
        return found

    def give(
        self, task: SaidText, name: SaidText, share: str, bit: Bit, department: str = ""
    ) -> None:
        """Give whoever is named a share in a task; a party outside is a counterpart in it."""
        if _COLLECTIVE.match(name.text):
            self._ledger.left_out(bit, "collective", name.text, share)
        elif is_party(name.text):
            self._outside.append((task.text, name.text, bit))
            self._ledger.proposed(bit, f"party:{share}", name.text)
        else:
            self._give(task, self.position(name.text, name.bits, department), share, bit)

    def _give(self, task: SaidText, position: DraftPosition, share: str, bit: Bit) -> None:
        if any(d.task == task.text and d.responsibility == share for d in position.duties):
            self._ledger.left_out(bit, "repeated", position.name)
            return
        said = SaidText(task.text, [*task.bits, bit], task.cadence)
        if share == "approver":
            zh = is_chinese(task.text)
            words = f"{_APPROVES.zh}：{task.text}" if zh else f"{_APPROVES.en}: {task.text}"
            note = Text("表中为审批", "an approval in the table")
            position.duties.append(DraftDuty(said, words, "accountable", note))
        else:
            position.duties.append(DraftDuty(said, task.text, share))
        self._ledger.proposed(bit, f"share:{share}", position.name)

    def named(
        self, task: SaidText, share: str, cell: TableCell, office: TableCell | None = None
    ) -> None:
        """Give a share to everybody whom a cell names.

        Args:
            task: The task.
            share: The kind of share.
            cell: The names.
            office: The department they belong to, where a cell of its own names it.
        """
        department = " ".join(office.text.split()) if office is not None else ""
        for piece in cell.pieces:
            for bit in _names(whole(piece)):
                if is_nothing(bit.text):
                    self._ledger.left_out(bit, "empty-mark", as_=share)
                    continue
                self.give(task, SaidText(bit.text, [bit]), share, bit, department)
        if office is not None:
            self._ledger.used(office.bit, "department")

    def settle(self) -> None:
        """Write parties to the duties of those who own the task with them."""
        for task, party, bit in self._outside:
            duties = [d for p in self.positions.values() for d in p.duties if d.task == task]
            owners = _strongest(duties)
            for duty in owners:
                if party not in duty.counterparts:
                    duty.counterparts.append(party)
            if not owners:
                self._ledger.revise(bit, "party", party)


def _strongest(duties: Sequence[DraftDuty]) -> list[DraftDuty]:
    for share in ("accountable", "responsible"):
        if found := [duty for duty in duties if duty.responsibility == share]:
            return found
    return list(duties)


def _names(bit: Bit) -> list[Bit]:
    bounds = [0]
    for match in _SPLIT.finditer(bit.text):
        bounds += [match.start(), match.end()]
    bounds.append(len(bit.text))
    parts = [bit.part(a, b) for a, b in zip(bounds[::2], bounds[1::2], strict=True)]
    return [part for part in parts if part.text]
