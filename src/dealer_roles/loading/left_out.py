"""What a lenient load left out, said in one finding for each kind of part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dealer_roles.model.references import Path
from dealer_roles.source.document import Locator, YamlDocument
from dealer_roles.values.findings import Finding, Witness
from dealer_roles.values.frozen import frozen
from dealer_roles.values.grouped import grouped
from dealer_roles.values.text import Text

CODE = "left-out"
_PARTS = {
    "duties": Text("条职责", "duties"),
    "handoffs": Text("项交接", "hand-offs"),
    "escalations": Text("项上报", "escalations"),
    "authority": Text("项权限", "authorities"),
    "ladders": Text("级升级阶梯", "steps of ladders"),
    "position": Text("个岗位", "positions"),
    "process": Text("个流程", "processes"),
    "deputy": Text("处职务代理人", "deputies"),
    "posts": Text("个编制岗", "posts"),
    "departments": Text("个部门", "departments"),
    "tasks": Text("项目录任务", "tasks of the catalogue"),
    "reports_to": Text("处直接上级", "superiors"),
}


@frozen
class LeftOutPart:
    """One part that could not stand.

    Attributes:
        document: Where it stood.
        path: Its place in the whole document.
        kind: The kind of the document.
        unnamed: It stays, as somebody who is not named here.
    """

    document: YamlDocument
    path: Path
    kind: str
    unnamed: bool = False

    @property
    def what(self) -> str:
        """The word for its kind of part: the key that holds it, or the kind of a whole file."""
        keys = [step for step in self.path if isinstance(step, str)]
        known = [key for key in keys if key in _PARTS]
        return (known or keys or [self.kind])[-1]


def left_out_findings(
    parts: Iterable[LeftOutPart], locator: Locator, org: str
) -> Iterator[Finding]:
    """Yield a finding for each kind of part that was left out, with every place."""
    alike = grouped(((part.what, part.unnamed), part) for part in parts)
    for (what, unnamed), found in sorted(alike.items()):
        yield _finding(what, found, locator, org, unnamed=unnamed)


def _finding(
    what: str, found: Sequence[LeftOutPart], locator: Locator, org: str, *, unnamed: bool
) -> Finding:
    spans = sorted({locator.span(part.document, part.path) for part in found})
    name, count = _PARTS.get(what, Text(f"处 {what}", f"× {what}")), len(spans)
    message = (
        Text(
            f"{count} 个岗位的上级此处没有定义，按「此处未列的上级」处理",
            f"{count} {'superior is' if count == 1 else 'superiors are'} defined nowhere and "
            f"{'stands' if count == 1 else 'stand'} as somebody not named here",
        )
        if unnamed
        else Text(f"已略去 {count} {name.zh}", f"left out: {count} {name.en}")
    )
    return Finding(
        CODE,
        "warning",
        message,
        spans[0],
        org,
        f"{what}{'?' if unnamed else ''}",
        witnesses=tuple(Witness(span, Text("在此", "here")) for span in spans[1:]),
    )
