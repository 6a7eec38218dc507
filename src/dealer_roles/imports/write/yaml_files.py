"""The draft as YAML: every duty cites the file and the place it comes from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from dealer_roles.imports.assemble import Draft
from dealer_roles.imports.drafts import DraftDuty, DraftPosition
from dealer_roles.imports.known import bundled_ids
from dealer_roles.imports.pieces import Bit
from dealer_roles.imports.superiors import SuperiorLine
from dealer_roles.imports.write.dialect import (
    clean,
    headcount_of,
    languages_of,
    part_of,
    text_of,
    unnamed,
)
from dealer_roles.imports.write.yaml_text import CommentedItem, comment, document
from dealer_roles.values.text import Text

POSITIONS_PER_FILE = 200
TASKS_PER_FILE = 4000
_OFFICE = (
    "文件写的是部门：请写明由其中哪个岗位承担",
    "the file names a department: say which of its positions it is",
)
_TEXTS = ("outcomes", "measures", "qualifications", "conditions")


def _dump(documents: Sequence[dict[str, Any]], heads: Sequence[str]) -> str:
    """Return documents as the text of one file, each with a comment above it."""
    parts = []
    for values, head in zip(documents, heads, strict=True):
        parts.append("".join(f"{line}\n" for line in comment(head)) + document(values))
    return "---\n".join(parts)


def places_of(bits: Sequence[Bit], *, chinese: bool) -> str:
    """Return the file and the places of parts, for a comment."""
    shown = list(dict.fromkeys(bit.piece.place.get("zh" if chinese else "en") for bit in bits))
    names = list(dict.fromkeys(bit.piece.file for bit in bits))
    return clean(f"{', '.join(names)}: {'; '.join(shown)}") if bits else ""


def files_of(draft: Draft, id: str, name: str) -> dict[str, str]:
    """Return the files of a draft by their paths below its folder.

    Args:
        draft: The draft.
        id: The id of the organization.
        name: Its name.
    """
    maker = _Files(draft)
    return {
        "organization.yaml": maker.organization(id, name),
        **maker.tasks(),
        **maker.parties(),
        **maker.positions(),
    }


class _Files:
    def __init__(self, draft: Draft) -> None:
        self._draft = draft

    def organization(self, id: str, name: str) -> str:
        values = {
            "kind": "organization",
            "id": id,
            **languages_of(self._draft.language),
            "name": text_of(name),
            "catalogue": ["bundled", "./catalogue"],
            "coverage": "stated",
        }
        if self._draft.departments:
            values["departments"] = self._departments()
        head = self._say("导入的草稿：请核对", "An imported draft: please review it")
        return _dump([values], [head])

    def _say(self, zh: str, en: str) -> str:
        return zh if self._draft.chinese else en

    def _departments(self) -> list[dict[str, Any]]:
        ids = self._draft.departments
        return [
            {"id": id_, "name": text_of(path[-1]), **(part_of(ids[path[:-1]]) if path[:-1] else {})}
            for path, id_ in ids.items()
        ]

    def tasks(self) -> dict[str, str]:
        places: dict[str, list[Bit]] = {}
        for position in self._draft.positions:
            for duty in position.duties:
                places.setdefault(duty.task, duty.said.bits)
        items = [
            CommentedItem({"id": id_, "name": text_of(task)}, self._place(places[task]))
            for task, id_ in self._draft.tasks.items()
            if task in places
        ]
        files = {}
        for number in range(0, max(len(items), 1), TASKS_PER_FILE):
            part = items[number : number + TASKS_PER_FILE]
            name = f"imported-{number // TASKS_PER_FILE + 1}" if number else "imported"
            area = {"id": name, "zh": "导入的任务", "en": "Imported tasks"}
            values = {"kind": "tasks", "area": area, "tasks": part}
            head = self._say(
                "草稿任务：审阅后改用目录任务", "Draft tasks until the review chooses others"
            )
            files[f"catalogue/tasks/{name}.yaml"] = _dump([values], [head])
        return files

    def parties(self) -> dict[str, str]:
        """Return a file of the parties that the catalogue does not know."""
        known = bundled_ids("parties")
        items = [
            {"id": id_, "name": text_of(name)}
            for name, id_ in self._draft.parties.items()
            if id_ not in known
        ]
        if not items:
            return {}
        head = self._say("文件中提到的外部方", "Outside parties that the files name")
        return {"catalogue/parties.yaml": _dump([{"kind": "parties", "parties": items}], [head])}

    def _place(self, bits: Sequence[Bit]) -> str:
        return places_of(bits, chinese=self._draft.chinese)

    def positions(self) -> dict[str, str]:
        """Return a file for each department, or several where it is large."""
        groups: dict[str, list[DraftPosition]] = defaultdict(list)
        for position in self._draft.positions:
            path = position.department
            groups[self._draft.departments[path] if path else "no-department"].append(position)
        files = {}
        for name, group in sorted(groups.items()):
            for number in range(0, len(group), POSITIONS_PER_FILE):
                part = group[number : number + POSITIONS_PER_FILE]
                title = f"{name}-{number // POSITIONS_PER_FILE + 1}" if number else name
                documents = [self._position(position) for position in part]
                heads = [self._head(position) for position in part]
                files[f"positions/{title}.yaml"] = _dump(documents, heads)
        return files

    def _head(self, position: DraftPosition) -> str:
        lines = [self._place(position.where)]
        line = self._draft.lines.get(position)
        if line is not None and line.unnamed:
            lines.append(clean(self._superior_words(line)))
        if position.office:
            lines.append(self._say(*_OFFICE))
        if len(position.department) > 1:
            whole = " / ".join(position.department)
            lines.append(clean(self._say(f"部门：{whole}", f"department: {whole}")))
        return "\n".join(lines)

    def _superior_words(self, line: SuperiorLine) -> str:
        why = {
            "unknown": Text("未找到", "is not named here"),
            "ambiguous": Text("有多个同名", "is the name of several"),
            "loop": Text("会形成循环", "would close a loop"),
        }[line.why]
        near = self._say(f"；相近：{line.near}", f"; nearest: {line.near}") if line.near else ""
        return self._say(
            f"直接上级“{line.unnamed}”{why.zh}{near}",
            f"superior {line.unnamed!r} {why.en}{near}",
        )

    def _position(self, p: DraftPosition) -> dict[str, Any]:
        draft, values = self._draft, {"kind": "position", "id": self._draft.ids[p]}
        made: dict[str, Any] = {**values, "name": text_of(p.name)}
        if p.title and p.title != p.name:
            made["title"] = text_of(p.title)
        if p.department:
            made["department"] = draft.departments[p.department]
        made |= self._line(p) | headcount_of(p.headcount)
        if p.grade:
            made["grade"] = text_of(p.grade)
        if p.code:
            made["code"] = p.code
        if p.purpose:
            joined = ("" if draft.chinese else " ").join(said.text for said in p.purpose)
            made["purpose"] = text_of(joined)
        if p.duties:
            made["duties"] = [CommentedItem(self._duty(d), self._comment(d)) for d in p.duties]
        if p.authority:
            made["authority"] = [
                CommentedItem({"text": text_of(said.text)}, self._place(said.bits))
                for said in p.authority
            ]
        for name in _TEXTS:
            if said := p.texts(name):
                made[name] = [
                    CommentedItem(text_of(one.text), self._place(one.bits)) for one in said
                ]
        return made

    def _line(self, p: DraftPosition) -> dict[str, Any]:
        line = self._draft.lines.get(p)
        if line is None:
            return {}
        if line.unnamed:
            return unnamed(line.unnamed)
        return {"reports_to": None if line.to is None else self._draft.ids[line.to]}

    def _duty(self, duty: DraftDuty) -> dict[str, Any]:
        task = self._draft.tasks[duty.task]
        made: dict[str, Any] = {"task": task, "responsibility": duty.responsibility}
        if duty.worded:
            made["text"] = text_of(duty.said.text)
        if duty.counterparts:
            made["with"] = [self._draft.parties[name] for name in duty.counterparts]
        if duty.said.cadence:
            made["cadence"] = [duty.said.cadence]
        return made

    def _comment(self, duty: DraftDuty) -> str:
        place = self._place(duty.said.bits)
        if duty.note is None:
            return place
        return f"{place}\n{duty.note.get('zh' if self._draft.chinese else 'en')}"
