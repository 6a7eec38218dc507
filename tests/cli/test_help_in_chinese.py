"""Help is in Chinese where Chinese is asked for: all of it, in lines that a terminal holds."""

from __future__ import annotations

import inspect
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

import click
import pytest

from dealer_roles.cli.commands import COMMANDS, HelpContext, group
from dealer_roles.cli.help_words import CommandWords, key_of, words_of, written_words
from dealer_roles.loading.bundled import bundled
from dealer_roles.output.line_breaks import unbroken
from tests.support.command import ran
from tests.support.golden import assert_golden

rich_cells = pytest.importorskip("rich.cells")
CHINESE = re.compile(r"[\u4e00-\u9fff]")
NEVER_FIRST, NEVER_LAST = "，。；：、！？）》”", "（《“"


def pages(lang: str = "zh", width: int = 78) -> Mapping[str, click.Context]:
    """Return every command, and the program itself as ````, as its help is asked for."""
    root = HelpContext(group, info_name="dealer-roles", obj={"lang": lang}, terminal_width=width)
    return dict([("", root), *below(root, "")])


def below(context: click.Context, path: str) -> Iterator[tuple[str, click.Context]]:
    command = context.command
    if not isinstance(command, click.Group):
        return
    for name in command.list_commands(context):
        found = command.get_command(context, name)
        assert found is not None
        inner = found.context_class(found, info_name=name, parent=context)
        yield (here := f"{path} {name}".strip()), inner
        yield from below(inner, here)


PAGES = pages()
OURS = [
    (path, param) for path, context in PAGES.items() for param in context.command.params
    if getattr(param, "help", None) != "Show the version and exit."
]  # fmt: skip
"""Every parameter of every command, but click's own ``--help`` and ``--version``."""


def test_each_command_and_each_parameter_has_a_chinese_text() -> None:
    assert len(PAGES) > 30
    assert len(OURS) > 200
    english: list[str] = []
    for path in PAGES:
        words = words_of(path)
        english += [path for text in (words.about, *words.paragraphs) if not CHINESE.search(text)]
        english += [path] if not words.paragraphs else []
    english += [f"{path} {key_of(p)}" for path, p in OURS if not said(path, p)]
    assert english == []


def said(path: str, param: click.Parameter) -> str | None:
    """Return what the texts say of a parameter, without what click has for everybody."""
    return words_of(path).parameters.get(key_of(param))


def test_no_chinese_text_is_left_over() -> None:
    """Each belongs to a command, to a parameter that it has, and says what no other says for it."""
    words = written_words()
    parameters = {(path, key_of(param)) for path, param in OURS}
    stated = {
        (path, key): text
        for path, own in words["commands"].items()
        for key, text in own.get("parameters", {}).items()
    }
    assert sorted(words["commands"].keys() - PAGES.keys()) == []
    assert sorted(stated.keys() - parameters) == []
    again = [place for place, text in stated.items() if text == words["shared"].get(place[1])]
    again += [
        path
        for path, own in words["commands"].items()
        if "about" in own and own["about"] == own["help"][0]
    ]
    assert again == []
    shared = {key for _, key in parameters - stated.keys()}
    assert sorted(words["shared"].keys() - shared) == []


def test_options_say_the_same_in_chinese_where_they_do_in_english() -> None:
    """An option that has the name of a shared one is not told as if it were that one."""
    chinese, english = defaultdict(set), defaultdict(set)
    for path, param in OURS:
        if isinstance(param, click.Option) and param.help:
            text = said(path, param)
            chinese[param.help].add(text)
            english[text].add(param.help)
    assert len(chinese) > 50
    assert {en: zh for en, zh in chinese.items() if len(zh) > 1} == {}
    assert {zh: en for zh, en in english.items() if len(en) > 1} == {}


def test_each_chinese_text_was_seen_beside_its_english() -> None:
    """A change of the English changes the file: look whether the Chinese still says the same."""
    pairs: dict[str, str] = {}
    for path, context in PAGES.items():
        words, help_ = words_of(path), inspect.cleandoc(context.command.help or "")
        pairs[f"{COMMANDS.get(path, help_.splitlines()[0])}\n{words.about}"] = path
        pairs["\n".join([*help_.splitlines(), *words.paragraphs])] = path
    for path, param in OURS:
        english = getattr(param, "help", None) or param.human_readable_name
        pairs.setdefault(f"{english}\n{said(path, param)}", f"{path} {key_of(param)}")
    assert_golden("help.txt", "".join(f"## {key}\n{pair}\n\n" for pair, key in pairs.items()))


NAMES = {
    "4S", "CI", "CSV", "DOT", "Excel", "GB", "GB18030", "Graphviz", "HTML", "IRI", "JSON",
    "JobPosting", "Markdown", "Mermaid", "Occupation", "ORG", "PDF", "RASCI", "SVG", "Schema",
    "UTF-8", "W3C", "WPS", "Word", "YAML", "bash", "empty", "eval", "git", "pip", "shell", "x",
}  # fmt: skip
"""Names of formats, programs and standards, and what a range is of."""
_WORD = re.compile(r"[\w./:+=-]+", re.ASCII)


def test_help_in_chinese_holds_no_english() -> None:
    """Latin letters stand in what is typed, in names of files, formats and programs."""
    typed = {*" ".join(PAGES).split(), "dealer-roles", "OPTIONS", "COMMAND", "ARGS", *bundled()}
    typed |= {word for context in PAGES.values() for word in written_in(context)}
    found = {}
    for path, context in PAGES.items():
        words = {word.rstrip(".:") for word in _WORD.findall(context.get_help())}
        words -= typed | NAMES
        left = {word for word in words if re.search("[A-Za-z]", word) and not an_example(word)}
        if left:
            found[path] = left
    assert found == {}


def written_in(context: click.Context) -> Iterator[str]:
    """Yield what stands for the parameters of a command, their choices and defaults."""
    for param in context.command.get_params(context):
        told = f"{param.make_metavar(context)} {' '.join(param.opts)} {param.default}"
        yield from _WORD.findall(told)
        yield param.human_readable_name.upper()


def an_example(word: str) -> bool:
    """Whether a word is the name of a file, an address or a value, e.g. ``area=parts``."""
    return bool(re.search(r"[./:=]", word))


@pytest.mark.parametrize("width", [50, 58, 78, 118])
def test_lines_hold_in_the_terminal_and_break_where_they_may(width: int) -> None:
    for path, context in pages(width=width).items():
        page = context.get_help()
        for line in page.splitlines():
            assert rich_cells.cell_len(line) <= width, (path, line)
            assert not line.lstrip().startswith(tuple(NEVER_FIRST)), (path, line)
            assert not line.endswith(tuple(NEVER_LAST)), (path, line)
            assert line == line.rstrip(), (path, line)
            assert width < 78 or line.count("[") == line.count("]"), (path, line)
        assert without_spaces(page) == without_spaces(WIDEST[path]), path


def without_spaces(page: str) -> str:
    return "".join(page.split())


WIDEST = {path: context.get_help() for path, context in pages(width=1000).items()}


def test_columns_are_aligned() -> None:
    """What is said of each option begins in one column, however wide what stands before it is."""
    page = PAGES["owner"].get_help()
    told = [said("owner", param) for param in PAGES["owner"].command.params]
    begins = {
        rich_cells.cell_len(line[: line.index(text[:8])])
        for text in told
        for line in page.splitlines()
        if text and text[:8] in line and "--" in line
    }
    assert begins == {24}


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("岗位（含编制岗）。", ["岗", "位", "（含", "编", "制", "岗）。"]),
        ("写 -o 文件", ["写 ", "-o ", "文", "件"]),
        ("“好”、abc", ["“好”、", "abc"]),
        ("", []),
    ],
)
def test_a_line_breaks_around_characters_but_not_before_marks(text: str, pieces: list[str]) -> None:
    assert unbroken(text) == pieces


def test_help_in_english_is_what_click_writes() -> None:
    for path, context in pages("en").items():
        assert context.get_help() == context.command.get_help(context), path
        assert not CHINESE.search(context.get_help()), path


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["owner", "--lang", "zh", "--help"], "谁负责一项任务"),
        (["owner", "-h", "--lang=zh"], "谁负责一项任务"),
        (["jsonld", "occupation", "--help", "--lang", "zh"], "招聘启事"),
        (["check", "--help", "--lang", "en"], "Check ORGS"),
    ],
)
def test_help_is_in_the_language_that_is_asked_for(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    run = ran(capsys, *arguments)
    assert run.code == 0
    assert words in run.out


@pytest.mark.parametrize("arguments", [["--help"], [], ["template"]])
@pytest.mark.parametrize(("locale", "head"), [("zh_CN.UTF-8", "用法："), ("C.UTF-8", "Usage: ")])
def test_without_one_it_is_that_of_the_terminal(
    arguments: list[str],
    locale: str,
    head: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("DEALER_ROLES_LANG", raising=False)
    monkeypatch.setenv("LC_ALL", locale)
    _, *shown = ran(capsys, *arguments)
    told = "".join(shown)
    assert told.startswith(f"{head}dealer-roles")
    assert told.count(head) == 1


def test_a_question_of_a_plug_in_is_told_in_chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    from dealer_roles.questions.question import Question
    from dealer_roles.values.text import Text

    added = Question(name="added", about=Text("新增的问题。", "An added one."), module="none")
    monkeypatch.setattr("dealer_roles.cli.help_words.plugged_here", lambda: (added,))
    words: CommandWords = words_of("added")
    assert (words.about, words.paragraphs) == ("新增的问题。", ("新增的问题。",))
