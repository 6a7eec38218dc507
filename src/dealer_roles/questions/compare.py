"""Where do organizations agree on who owns what, and where do they not?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dealer_roles.organization.evidence import Evidence
from dealer_roles.organization.on_day import OnDay
from dealer_roles.questions.compare_authority import AuthorityComparison, Verdict, compare_authority
from dealer_roles.questions.owner import owner
from dealer_roles.questions.owner_answer import OwnerAnswer
from dealer_roles.values.answers import Answers
from dealer_roles.values.errors import InvalidArgument
from dealer_roles.values.frozen import frozen
from dealer_roles.values.html_table import html_table
from dealer_roles.values.text import Text
from dealer_roles.words.marks import named

_APART = Text(
    "每个编号只能有一个组织；复制出来的请另取 id，前后对比请用 diff",
    "one of each id; give a copy an id of its own, or ask diff what changed",
)


@frozen
class TaskComparison:
    """One task in several organizations.

    Attributes:
        task: The task.
        name: Its name.
        verdict: ``agree`` (the same positions own it wherever it is done), ``disagree``,
            or ``only-one`` (a single organization does it).
        owners: Its owners in each organization that does it; positions, a post's spelled out.
        why: The verdict in words.
        evidence: What it rests on.
    """

    task: str
    name: Text
    verdict: Verdict
    owners: tuple[tuple[str, tuple[str, ...]], ...]
    why: Text
    evidence: tuple[Evidence, ...]

    def to_dict(self, lang: str = "en") -> dict[str, object]:
        """Return the comparison as plain data with its texts in ``lang``."""
        return {
            "task": self.task,
            "name": self.name.to_dict(),
            "verdict": self.verdict,
            "owners": {org: list(who) for org, who in self.owners},
            "why": self.why.get(lang),
            "evidence": [e.to_dict() for e in self.evidence],
        }


@frozen
class Comparison(Answers[TaskComparison]):
    """All tasks that any of the organizations does, by id.

    Attributes:
        organizations: The ids of the organizations, in the order given.
        authority: Every row that any of their authority tables has.
    """

    organizations: tuple[str, ...]
    authority: tuple[AuthorityComparison, ...] = ()

    def to_dict(self, lang: str = "en") -> dict[str, object]:
        """Return the comparison as plain data with its texts in ``lang``."""
        return {
            "organizations": list(self.organizations),
            "tasks": [item.to_dict(lang) for item in self.items],
            "authority": [row.to_dict() for row in self.authority],
        }

    def _repr_html_(self) -> str:
        rows = [
            (t.task, t.verdict, *(", ".join(dict(t.owners).get(o, ())) for o in self.organizations))
            for t in self.items
        ]
        return html_table(("task", "verdict", *self.organizations), rows)


def compare(indexes: Sequence[OnDay]) -> Comparison:
    """Compare who owns each task on a day, and who decides how much.

    Raises:
        InvalidArgument: Two of them have one id, so that their answers could not be told apart.
    """
    ids = Counter(index.model.id for index in indexes)
    if twice := [id_ for id_, times in ids.items() if times > 1]:
        raise InvalidArgument("organizations", f"{twice[0]} ×{ids[twice[0]]}", _APART)
    tasks = sorted({task for index in indexes for task in index.tasks})
    return Comparison(
        tuple(_task(task, indexes) for task in tasks),
        tuple(index.model.id for index in indexes),
        compare_authority(indexes),
    )


def _task(task: str, indexes: Sequence[OnDay]) -> TaskComparison:
    doing = [index for index in indexes if task in index.task_set]
    answers = [(index, owner(index, task, ())) for index in doing]
    owners = tuple((index.model.id, _positions(index, answer)) for index, answer in answers)
    verdict = _verdict([frozenset(who) for _, who in owners])
    return TaskComparison(
        task,
        doing[0].model.catalogue.tasks[task].name,
        verdict,
        owners,
        _why(verdict, owners),
        tuple(e for _, answer in answers for e in answer.evidence),
    )


def _positions(org: OnDay, answer: OwnerAnswer) -> tuple[str, ...]:
    return tuple(sorted({m for holder in answer.owners for m in org.members(holder)}))


def _verdict(owners: Sequence[frozenset[str]]) -> Verdict:
    if len(owners) == 1:
        return "only-one"
    return "agree" if len(set(owners)) == 1 else "disagree"


def _why(verdict: Verdict, owners: Sequence[tuple[str, tuple[str, ...]]]) -> Text:
    each = [(org, named(who or ("—",))) for org, who in owners]
    zh = "；".join(f"{org}：{who.zh}" for org, who in each)
    en = "; ".join(f"{org}: {who.en}" for org, who in each)
    if verdict == "only-one":
        return Text(f"只有 {owners[0][0]} 有此任务：{zh}", f"only {owners[0][0]} does it: {en}")
    if verdict == "agree":
        return Text(f"负责人一致：{zh}", f"the same owners: {en}")
    return Text(f"负责人不同：{zh}", f"different owners: {en}")
