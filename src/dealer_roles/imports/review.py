"""What somebody chose in the review workbook, carried into the YAML."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from dealer_roles.imports.known import bundled_ids
from dealer_roles.imports.read.archive import guard
from dealer_roles.imports.read.let_in import bytes_of, text_below
from dealer_roles.imports.refused import ImportRefused
from dealer_roles.imports.write.dialect import text_of
from dealer_roles.imports.write.review_book import DIVIDER, LEAVE_OUT, NAMES
from dealer_roles.model.base_forms import SHARES
from dealer_roles.output.files import write_file
from dealer_roles.values.errors import MissingExtra
from dealer_roles.values.frozen import frozen
from dealer_roles.values.near import nearest
from dealer_roles.values.text import Text


class ReviewedChoice(NamedTuple):
    """What was chosen for one duty.

    Attributes:
        task: The catalogue task; empty keeps the draft, ``leave-out`` drops the duty.
        responsibility: The kind of share.
        words: The duty as it was written.
    """

    task: str
    responsibility: str
    words: str


Key = tuple[str, str, str]
"""A duty of the draft: its position, its draft task and its proposed responsibility."""


@frozen
class Reviewed:
    """What a review changed.

    Attributes:
        linked: Duties that now name a catalogue task.
        changed: Duties whose responsibility changed.
        left_out: Duties that were taken out.
        drafts: Draft tasks that are left.
    """

    linked: int
    changed: int
    left_out: int
    drafts: int


def apply_review(workbook: str, folder: str) -> Reviewed:
    """Carry the choices of a workbook into the YAML of the folder it was made for.

    Raises:
        ImportRefused: The workbook is not a review, or chooses what nobody knows; nothing changes.
        MissingExtra: A package is not installed.
    """
    choices = read_choices(workbook)
    files = _yaml_files(folder)
    editor = _Editor(choices)
    positions = {
        path: editor.positions(text) for path, text in files.items() if "/positions/" in path
    }
    editor.all_found(os.path.basename(workbook))
    for path, text in files.items():
        if "/catalogue/tasks/" in path:
            positions[path] = editor.tasks(text)
    for path, text in positions.items():
        if text != files[path]:
            write_file(path, text.encode())
    return Reviewed(editor.linked, editor.changed, editor.left_out, editor.drafts)


def read_choices(workbook: str) -> dict[Key, ReviewedChoice]:
    """Return what was chosen, by duty.

    Raises:
        ImportRefused: It is not a review workbook, or a choice is unknown; each is named.
    """
    name = os.path.basename(workbook)
    rows = _rows(workbook, name)
    found: dict[Key, ReviewedChoice] = {}
    problems: list[tuple[str, Text]] = []
    for number, row in rows:
        task = row["choice"].split(DIVIDER)[0].strip()
        responsibility = row["responsibility"].strip()
        if problem := _unfit(task, responsibility, row["task"]):
            problems.append((f"{name}, row {number}", problem))
            continue
        key = (row["position_id"], row["task"], row["proposed"])
        found[key] = ReviewedChoice(task, responsibility, row["duty"])
    if problems:
        raise ImportRefused(*problems)
    return found


def _unfit(task: str, responsibility: str, draft: str) -> Text | None:
    known = bundled_ids("tasks")
    if responsibility not in SHARES:
        return Text(
            f"未知的责任类型 {responsibility!r}", f"unknown responsibility {responsibility!r}"
        )
    if task in ("", LEAVE_OUT, draft) or task in known:
        return None
    near = nearest(task, known)
    hint = f"; did you mean {' or '.join(near)}?" if near else ""
    return Text(f"未知的任务 {task!r}", f"unknown task {task!r}{hint}")


def _rows(workbook: str, name: str) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        import openpyxl
    except ImportError as error:
        raise MissingExtra("Reading a review", "import") from error
    data = bytes_of(workbook)
    guard(data, name)
    sheet = openpyxl.load_workbook(io.BytesIO(data), read_only=True).worksheets[0]
    for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
        texts = ["" if cell is None else str(cell) for cell in cells]
        texts += [""] * (len(NAMES) - len(texts))
        row = dict(zip(NAMES, texts, strict=False))
        if number == 1:
            if len([t for t in texts if t]) < len(NAMES):
                raise ImportRefused((name, Text("不是审阅工作簿", "not a review workbook")))
        elif row["position_id"] and row["task"]:
            yield number, row


def _yaml_files(folder: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in ("positions", os.path.join("catalogue", "tasks")):
        for root, _, names in sorted(os.walk(os.path.join(folder, part))):
            for name in sorted(names):
                if name.endswith(".yaml"):
                    path = os.path.join(root, name)
                    found[path.replace(os.sep, "/")] = text_below(path, folder)
    if not any("/positions/" in path for path in found):
        raise ImportRefused((folder, Text("没有导入的岗位", "holds no imported positions")))
    return found


class _Editor:
    """Edits YAML and keeps its comments."""

    def __init__(self, choices: Mapping[Key, ReviewedChoice]) -> None:
        from ruamel.yaml import YAML

        self._yaml = YAML()
        self._yaml.width = 100_000
        self._yaml.preserve_quotes = True
        self._yaml.indent(mapping=2, sequence=2, offset=0)
        self._choices = choices
        self._met: set[Key] = set()
        self._used: set[str] = set()
        self.linked = self.changed = self.left_out = self.drafts = 0

    def positions(self, text: str) -> str:
        """Return a file of positions with the choices made."""
        documents = list(self._yaml.load_all(text))
        for document in documents:
            self._position(document)
        return self._dump(documents, text)

    def _dump(self, documents: Sequence[Any], before: str) -> str:
        made = io.StringIO()
        self._yaml.dump_all(documents, made)
        text = made.getvalue()
        if before.startswith("#") and not text.startswith("#"):
            text = before.split("\n", 1)[0] + "\n" + text
        return text.removeprefix("---\n")

    def _position(self, position: Any) -> None:
        duties = position.get("duties", ())
        for number in range(len(duties) - 1, -1, -1):
            duty = duties[number]
            key = (position["id"], duty["task"], duty["responsibility"])
            choice = self._choices.get(key)
            if choice is not None:
                self._met.add(key)
            if choice is not None and choice.task == LEAVE_OUT:
                del duties[number]
                self.left_out += 1
                continue
            if choice is not None:
                self._choose(duty, choice)
            self._used.add(duty["task"])
        if not duties:
            position.pop("duties", None)

    def _choose(self, duty: Any, choice: ReviewedChoice) -> None:
        if choice.responsibility != duty["responsibility"]:
            duty["responsibility"] = choice.responsibility
            self.changed += 1
        if choice.task and choice.task != duty["task"]:
            duty["task"] = choice.task
            duty["text"] = text_of(choice.words)
            self.linked += 1

    def all_found(self, name: str) -> None:
        """Refuse choices about duties that the folder does not hold: it is another one's review.

        A row that was carried over before is met under its new task and changes nothing.
        """
        wanted = {key for key, c in self._choices.items() if c.task or c.responsibility != key[2]}
        if wanted and not wanted & self._met and not self._done_before(wanted):
            words = Text(
                "没有一项选择与此文件夹的职责对应",
                "none of its choices is about a duty of this folder",
            )
            raise ImportRefused((name, words))

    def _done_before(self, wanted: set[Key]) -> bool:
        return all(self._choices[key].task in self._used | {LEAVE_OUT} for key in wanted)

    def tasks(self, text: str) -> str:
        """Return a file of draft tasks without those that no duty names any more."""
        documents = list(self._yaml.load_all(text))
        for document in documents:
            tasks = document["tasks"]
            for number in range(len(tasks) - 1, -1, -1):
                if tasks[number]["id"] not in self._used:
                    del tasks[number]
            self.drafts += len(tasks)
        return self._dump(documents, text)
