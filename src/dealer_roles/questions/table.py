"""Every question there is: one row each; a module is imported when its question is asked."""

from __future__ import annotations

from typing import Any

from dealer_roles.questions.question import Parameter, Question
from dealer_roles.values.text import Text


def _id(name: str, of: str, about: Text, **more: Any) -> Parameter:
    return Parameter(name=name, sort="id", of=of, about=about, **more)


_TASK = _id(
    "task",
    "tasks",
    Text("任务的编号。", "The id of a task of the catalogue."),
    needed=True,
    argument=True,
)
_IN_TASK = _id("task", "tasks", Text("只看这项任务。", "Only in this task."), sign="T")
_PROCESS = _id(
    "process", "processes", Text("流程的编号。", "The process."), needed=True, argument=True
)
_HOLDER = _id(
    "position",
    "holders",
    Text("只看此岗位或编制岗。", "Only this position or post."),
    argument=True,
)
_SCOPE = Parameter(
    name="scope",
    sort="scope",
    about=Text("所指的部分，如 area=parts。", "The part that is meant, e.g. area=parts."),
)
_KINDS = (
    "positions", "tasks", "departments", "topics", "processes", "posts", "forms", "parties",
    "scopes", "organization"
)  # fmt: skip

QUESTIONS: tuple[Question, ...] = (
    Question(
        name="owner",
        about=Text("谁负责一项任务，为什么。", "Who owns a task, and why."),
        module=".owner",
        printed=".owner_text",
        parameters=(_TASK, _SCOPE),
        kept=True,
        unknown={"split": False, "owners": []},
        example={"task": "issue-invoice"},
    ),
    Question(
        name="escalation",
        about=Text("出了事依次找谁，直到最高一级。", "Who is called next, up to the top."),
        module=".escalation",
        printed=".escalation_text",
        parameters=(
            _id(
                "position",
                "holders",
                Text("谁来问：岗位或编制岗。", "Who asks: a position or a post."),
                needed=True,
                argument=True,
            ),
            _id("topic", "topics", Text("事项（如有）。", "The topic, if any."), sign="T"),
            _id(
                "subject",
                "holders",
                Text(
                    "被投诉的岗位；阶梯注明时跳过。",
                    "The position complained about; passed over where a ladder says so.",
                ),
                option="--about",
                sign="POSITION",
                after_day=True,
            ),
            Parameter(
                name="case",
                sort="scope",
                about=Text(
                    "何种情形，如 business=sales；因情形而异时写明。",
                    "What it is about, e.g. business=sales, where that decides.",
                ),
                after_day=True,
            ),
        ),
        unknown={"steps": []},
        example={"position": "service-advisor", "topic": "major-complaint"},
    ),
    Question(
        name="authority",
        about=Text("谁可以决定多少：权限表。", "Who may decide how much: the authority table."),
        details=Text(
            "从低到高列出；表中无人可决定所问金额时，命令以 1 退出。",
            "From the lowest to the highest; the command exits with 1 if nobody in the table "
            "decides the amount.",
        ),
        module=".authority",
        printed=".authority_text",
        parameters=(
            _id("topic", "topics", Text("只看这一事项。", "Only this topic."), argument=True),
            _id(
                "position",
                "holders",
                Text("此岗位可决定什么。", "What this one decides."),
                sign="P",
            ),
            Parameter(
                name="amount",
                sort="amount",
                about=Text("谁决定这一金额。", "Who decides this amount."),
                sign="N",
            ),
        ),
        fails="undecided",
        example={"position": "store-manager", "amount": 500.0},
    ),
    Question(
        name="overlaps",
        about=Text("哪里有几个承担者同时负责。", "Where several holders own the same thing."),
        module=".overlaps",
        printed=".overlaps_text",
        ever=True,
    ),
    Question(
        name="gaps",
        about=Text(
            "缺什么：负责人、交接、部门负责人、上报路径。",
            "What is missing: owners, hand-offs, heads, ways to the top.",
        ),
        module=".gaps",
        printed=".gaps_text",
        ever=True,
    ),
    Question(
        name="handoffs",
        about=Text("谁把什么交给谁。", "Who hands what to whom."),
        module=".handoffs",
        printed=".handoffs_text",
        parameters=(
            _id("from_", "holders", Text("交出方。", "The giver."), sign="ID"),
            _id("to", "holders", Text("接收方。", "The receiver."), sign="ID"),
            _id(
                "task",
                "tasks",
                Text("交出方或接收方的任务。", "The task, the giver's or the receiver's."),
                sign="T",
            ),
        ),
        example={"to": "manufacturer"},
    ),
    Question(
        name="duties",
        about=Text(
            "一个岗位的职责，或一项任务中的各份额。", "The shares of a position, or in a task."
        ),
        details=Text("由交接推出的审批份额也在内。", "Derived approver shares are included."),
        module=".duties",
        printed=".duties_text",
        parameters=(
            _id(
                "position",
                "holders",
                Text(
                    "只看此岗位（含其编制岗）或编制岗。",
                    "Only those of this position (its post's too) or post.",
                ),
                argument=True,
            ),
            _IN_TASK,
            Parameter(
                name="source",
                sort="statement",
                about=Text("只看引用此出处的。", "Only those that cite this statement."),
                sign="S",
            ),
        ),
        example={"position": "service-advisor"},
    ),
    Question(
        name="walk",
        about=Text(
            "个案如何走完流程：在谁手里、多久、何处跨部门。",
            "Follow a case through a process: who holds it, how long, what crosses departments.",
        ),
        module=".walk",
        printed=".walk_text",
        parameters=(_PROCESS,),
        unknown={"steps": []},
        example={"process": "warranty-claim"},
    ),
    Question(
        name="workload",
        about=Text(
            "每个岗位每年有多少次周期性工作，哪些还不清楚。",
            "How much recurs at each desk, and where that is not known.",
        ),
        details=Text(
            "职责 × 频次 ÷ 人数；写明每次工时的，另计工时。负责、执行与协助的职责计入。",
            "Duties × cadence ÷ headcount; hours too, where a duty states its effort. "
            "Accountable, responsible and supporting shares count.",
        ),
        module=".workload",
        parameters=(_HOLDER,),
        example={"position": "service-advisor"},
    ),
    Question(
        name="deputies",
        about=Text(
            "谁代理谁，哪些岗位无人代理。", "Who stands in for whom, and for whom nobody does."
        ),
        module=".deputies",
        parameters=(_HOLDER,),
    ),
    Question(
        name="similar",
        about=Text(
            "名称相近的任务、职责和岗位；不作合并。",
            "Tasks, duties and positions of nearly one name; nothing is merged.",
        ),
        module=".similar",
        printed=".similar_text",
        parameters=(
            Parameter(
                name="other",
                sort="organization",
                about=Text(
                    "与之比较的另一组织；默认与自身比较。",
                    "Another organization to compare with; itself by default.",
                ),
            ),
            Parameter(
                name="least",
                sort="likeness",
                about=Text(
                    "两个名称至少有多相近，从 0 到 1。", "How alike two names must be, from 0 to 1."
                ),
                default=0.7,
            ),
        ),
        command="duties --similar",
    ),
    Question(
        name="entries",
        about=Text(
            "某一类下定义了什么，及对每一项所说的一切。",
            "What is defined of one kind, each entry with all that is said of it.",
        ),
        module=".entries",
        printed=".entries_text",
        parameters=(
            Parameter(
                name="what",
                sort="choice",
                choices=_KINDS,
                about=Text("哪一类。", "Which kind."),
                needed=True,
                argument=True,
            ),
        ),
        command="list",
        example={"what": "positions"},
    ),
)
"""The questions, in the order of ``--help``."""


def question_named(name: str) -> Question:
    """Return the question of a name."""
    return next(question for question in QUESTIONS if question.name == name)
