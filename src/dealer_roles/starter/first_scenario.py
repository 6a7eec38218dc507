"""The first scenario test of a new organization: what it answers today, to keep it so."""

from __future__ import annotations

from dealer_roles.organization.on_day import OnDay
from dealer_roles.questions.escalation import escalation
from dealer_roles.questions.owner import owner
from dealer_roles.starter.wish import Wish
from dealer_roles.values.text import Text
from dealer_roles.words.yaml_text import written


def first_scenario(org: OnDay, wish: Wish) -> str:
    """Return a file of expectations: who owns the first tasks, and who is called first."""
    cases = [*_owners(org, wish), *_calls(org, wish)]
    remark = wish.said(
        Text(
            "场景测试：问题与应有的答案；dealer-roles test 逐条核对",
            "scenario tests: a question and the answer that is right; dealer-roles test asks each",
        )
    )
    return (
        "# yaml-language-server: $schema=../.schemas/expectations.schema.json\n"
        f"# {remark}\nkind: expectations\ncases:\n" + "".join(cases)
    )


_MOST_TASKS = 2


def _owners(org: OnDay, wish: Wish) -> list[str]:
    found: list[str] = []
    for task in org.tasks:
        answer = owner(org, task, ())
        if answer.status == "owned" and not answer.split and len(answer.owners) == 1:
            name = org.model.catalogue.tasks[task].name
            title = Text(f"谁负责：{name.zh}", f"Who owns: {name.en}")
            asked = f"{{task: {task}, owned_by: {answer.owners[0]}}}"
            found.append(f"- name: {written(wish.kept(title))}\n  owner: {asked}\n")
        if len(found) == _MOST_TASKS:
            break
    return found


def _calls(org: OnDay, wish: Wish) -> list[str]:
    for position in org.model.positions.values():
        steps = escalation(org, position.id).steps
        if steps and steps[0].position:
            title = Text(
                f"{position.name.zh}遇事先找谁", f"Whom the {position.name.en} turns to first"
            )
            asked = f"{{position: {position.id}, calls: [{steps[0].position}]}}"
            return [f"- name: {written(wish.kept(title))}\n  escalation: {asked}\n"]
    return []
