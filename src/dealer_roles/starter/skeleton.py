"""The definitions of an organization that begins with nothing: one head, one colleague, remarks."""

from __future__ import annotations

from collections.abc import Mapping

from dealer_roles.starter.wish import Wish
from dealer_roles.values.text import Text
from dealer_roles.words.yaml_text import scalar, written

_LEAD = Text("负责人", "Head")
_STAFF = Text("专员", "Specialist")
_WORK = Text("第一项工作", "The first piece of work")
_ALL = Text("主持全面工作", "Run the organization")
_OFFICE = Text("办公室", "Office")
_AREA = Text("日常工作", "Daily work")


def skeleton(wish: Wish) -> Mapping[str, str]:
    """Return the files by path; every name in the wished languages alone."""
    return {
        "organization.yaml": _organization(wish),
        "catalogue/tasks.yaml": _tasks(wish),
        "positions/head.yaml": _head(wish),
        "positions/specialist.yaml": _specialist(wish),
    }


def _inside(wish: Wish, text: Text) -> str:
    """Return a name as it stands inside the mapping that it names."""
    return ", ".join(f"{lang}: {scalar(text.get(lang))}" for lang in wish.chosen)


def _modeline(kind: str, up: str = "") -> str:
    return f"# yaml-language-server: $schema={up}.schemas/{kind}.schema.json\n"


def _organization(wish: Wish) -> str:
    spoken = "[zh, en]" if wish.languages == "both" else f"[{wish.languages}]"
    remark = wish.said(
        Text(
            "departments、ladders、posts、unowned 等键由编辑器补全；可写的内容见 README",
            "departments, ladders, posts, unowned …: an editor completes the keys",
        )
    )
    own = wish.said(
        Text(
            "只用自己的目录；写 [bundled] 则可引用随附目录",
            "a catalogue of its own; [bundled] adds ours",
        )
    )
    return (
        f"{_modeline('organization')}kind: organization\nid: {wish.id}\n"
        f"name: {written(wish.name)}\nlanguages: {spoken}\n"
        f"catalogue: []  # {own}\n# {remark}\n"
        f"departments:\n- {{id: office, name: {written(wish.kept(_OFFICE))}, head: head}}\n"
    )


def _tasks(wish: Wish) -> str:
    remark = wish.said(
        Text(
            "任务：编号与名称；写在哪个文件都可以", "tasks: an id and a name, in any file you like"
        )
    )
    return (
        f"{_modeline('tasks', '../')}# {remark}\nkind: tasks\n"
        f"area: {{id: daily-work, {_inside(wish, _AREA)}}}\ntasks:\n"
        f"- {{id: run-the-organization, name: {written(wish.kept(_ALL))}}}\n"
        f"- {{id: first-task, name: {written(wish.kept(_WORK))}}}\n"
    )


def _head(wish: Wish) -> str:
    top = wish.said(Text("null 表示最高岗位", "null is the top"))
    name = written(wish.kept(_LEAD))
    return (
        f"{_modeline('position', '../')}kind: position\nid: head\nname: {name}\n"
        f"department: office\nreports_to: null  # {top}\nduties:\n"
        "- {task: run-the-organization, responsibility: accountable}\n"
    )


def _specialist(wish: Wish) -> str:
    shares = wish.said(
        Text(
            "accountable 负责、responsible 执行、supporting 协助、consulted 征询、informed 知会",
            "accountable, responsible, supporting, consulted or informed",
        )
    )
    return (
        f"{_modeline('position', '../')}kind: position\nid: specialist\n"
        f"name: {written(wish.kept(_STAFF))}\ndepartment: office\nreports_to: head\nduties:\n"
        f"- {{task: first-task, responsibility: accountable}}  # {shares}\n"
    )
