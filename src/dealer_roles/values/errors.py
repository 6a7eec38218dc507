"""Errors: a question cannot be answered. Each carries its facts and says the fix, in two languages.

``message`` is the text in both; ``str(error)`` is the English one.
"""

from __future__ import annotations

import os
from collections.abc import Iterable

from dealer_roles.values.findings import Finding
from dealer_roles.values.text import NO_TEXT, Text


class DealerRolesError(Exception):
    """Base of all errors of this package; equal if type and facts are equal."""

    def __init__(self) -> None:
        super().__init__(self.message.en)

    @property
    def message(self) -> Text:
        """What is wrong and how to mend it, in both languages."""
        raise NotImplementedError

    def __str__(self) -> str:
        return self.message.en

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash((type(self), str(self)))

    def __reduce__(self) -> tuple[object, ...]:
        return (_again, (type(self), vars(self)))


def _again(kind: type[DealerRolesError], facts: dict[str, object]) -> DealerRolesError:
    """Return an error with its facts, as a process that got it by pickle sees it."""
    made = kind.__new__(kind)
    vars(made).update(facts)
    DealerRolesError.__init__(made)
    return made


KINDS = {
    "task": "任务",
    "position": "岗位",
    "position or post": "岗位或编制岗",
    "topic": "事项",
    "process": "流程",
    "department": "部门",
    "position, department or party": "岗位、部门或外部方",
    "scope dimension": "范围维度",
    "statement": "出处",
    "rule": "规则",
    "rule or finding": "规则或发现",
    "profile": "规则档次",
    "organization": "组织",
    "kind of file": "文件类型",
    "kind of entry": "条目类型",
}
"""What can be unknown, in English and Chinese; a value of a scope is named with its dimension."""

_VALUE = "value of scope "


def kind_words(kind: str) -> Text:
    """Return what is unknown in both languages."""
    if kind.startswith(_VALUE):
        return Text(f"范围 {kind.removeprefix(_VALUE)} 的值", kind)
    return Text(KINDS.get(kind, kind), kind)


class UnknownId(DealerRolesError, KeyError):
    """An id that nobody knows.

    Attributes:
        kind: What was asked for: ``task``, ``position``, ``topic`` …
        id: The id asked for.
        suggestions: The nearest known ids, best first.
    """

    def __init__(self, kind: str, id: str, suggestions: Iterable[str] = ()) -> None:
        self.kind = kind
        self.id = id
        self.suggestions = tuple(suggestions)
        super().__init__()

    @property
    def message(self) -> Text:
        """What is unknown, and what is near."""
        what, hint = kind_words(self.kind), self.hint
        return Text(
            f"未知的{what.zh} {self.id!r}{hint.zh}", f"unknown {what.en} {self.id!r}{hint.en}"
        )

    @property
    def hint(self) -> Text:
        """The nearest known ids as a question; empty if there are none."""
        if not self.suggestions:
            return NO_TEXT
        return Text(
            f"；是否想写 {'、'.join(self.suggestions)}？",
            f"; did you mean {', '.join(self.suggestions)}?",
        )


class UnknownOrganization(UnknownId):
    """A name that is neither a bundled organization nor a folder with one."""

    @property
    def message(self) -> Text:
        """What a name of an organization may be."""
        if "/" in self.id or os.sep in self.id:
            return Text(
                f"没有文件夹 {self.id!r}{self.hint.zh}",
                f"there is no folder {self.id!r}{self.hint.en}",
            )
        return Text(
            f"没有组织 {self.id!r}：不是随附组织的名称{self.hint.zh}"
            "（路径须含分隔符，如 './store'）",
            f"no organization {self.id!r}: it is not a bundled name{self.hint.en} "
            "(a path needs a separator, e.g. './store')",
        )


class NoFolder(UnknownOrganization):
    """A file that was named for an organization, and is none of the files that define one."""

    @property
    def message(self) -> Text:
        """What to name instead."""
        return Text(
            f"{self.id!r} 不是组织的文件夹；请指明文件夹，或其中的 YAML 文件",
            f"{self.id!r} is no folder of an organization; name the folder, or a YAML file in it",
        )


class NothingToDo(DealerRolesError, ValueError):
    """Nothing would run, so nothing can be said to be in order; ``message`` says what to name."""

    def __init__(self, reason: Text) -> None:
        self.reason = reason
        super().__init__()

    @property
    def message(self) -> Text:
        """Why nothing would run, and what to name."""
        return self.reason


class InvalidArgument(DealerRolesError, ValueError, TypeError):
    """An argument of a call that cannot be used.

    Attributes:
        name: The argument.
        given: What was given, as Python shows it.
        wanted: What is allowed.
    """

    def __init__(self, name: str, given: str, wanted: Text) -> None:
        self.name = name
        self.given = given
        self.wanted = wanted
        super().__init__()

    @property
    def message(self) -> Text:
        """Which argument, what was given and what is allowed."""
        return Text(
            f"参数 {self.name} 不能是 {self.given}；可用：{self.wanted.zh}",
            f"{self.name} cannot be {self.given}; it is {self.wanted.en}",
        )


_WAY_OUT = Text(
    "要略去不能成立的部分、其余照答，请用 load(…, lenient=True)；命令行的查询与文书可加 --lenient",
    "to leave out what cannot stand and have the rest answered: load(…, lenient=True), "
    "on the command line --lenient, for questions and documents",
)


class InvalidDefinitions(DealerRolesError, ValueError):
    """Definitions that cannot be loaded.

    Attributes:
        findings: Everything that is wrong, in the order of the files.
        lenient_helps: Whether a lenient load would answer from what stands.
    """

    def __init__(self, findings: Iterable[Finding], *, lenient_helps: bool = False) -> None:
        self.findings = tuple(findings)
        self.lenient_helps = lenient_helps
        super().__init__()

    @property
    def message(self) -> Text:
        """Every finding on a line of its own."""
        count = len(self.findings)
        noun = "problem" if count == 1 else "problems"
        zh = [f"{f.span}: {f.message.get('zh')} [{f.code}]" for f in self.findings]
        en = [f"{f.span}: {f.message.get('en')} [{f.code}]" for f in self.findings]
        if self.lenient_helps:
            zh.append(_WAY_OUT.zh)
            en.append(_WAY_OUT.en)
        return Text(
            "\n".join((f"定义中有 {count} 个问题", *zh)),
            "\n".join((f"{count} {noun} in the definitions", *en)),
        )


class ProblemsOfAFile:
    """What an error about one file is told by.

    Attributes:
        file: The file.
        problems: Everything that is wrong with it.
    """

    def __init__(self, file: str, problems: Iterable[Text | str]) -> None:
        self.file = file
        self.problems = tuple(Text(p, p) if isinstance(p, str) else p for p in problems)
        super().__init__()

    @property
    def message(self) -> Text:
        """Every problem on a line of its own."""
        return Text(
            "\n".join(f"{self.file}: {problem.get('zh')}" for problem in self.problems),
            "\n".join(f"{self.file}: {problem.get('en')}" for problem in self.problems),
        )


class InvalidSettings(ProblemsOfAFile, DealerRolesError, ValueError):
    """Settings that cannot be used; ``problems`` names every one of them."""


WITH_EXTRAS = {"The explorer": "浏览页"}
"""What needs an extra, where its name differs in Chinese."""


class MissingExtra(DealerRolesError, ImportError):
    """A format needs packages that are not installed."""

    def __init__(self, what: str, extra: str) -> None:
        self.what = what
        self.extra = extra
        super().__init__()

    @property
    def message(self) -> Text:
        """How to install what is missing."""
        how = f"pip install 'dealer-roles[{self.extra}]'"
        return Text(
            f"{WITH_EXTRAS.get(self.what, self.what)} 需要附加组件，请安装：{how}",
            f"{self.what} needs an extra; install it with: {how}",
        )
