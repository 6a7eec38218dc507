"""Reference pages made from the code itself: commands, files, gap kinds."""

from __future__ import annotations

import json
from typing import Any, get_args

import click

from dealer_roles.cli.commands import COMMANDS, HelpContext, group
from dealer_roles.loading.file_kinds import declarations, schema_of
from dealer_roles.questions.gap_value import GapKind
from dealer_roles.values.text import Text
from dealer_roles.words.answer_words import word
from scripts.question_page import questions_page
from scripts.rule_page import rule_kinds_page
from scripts.rule_stories import bundled_rules_page


def pages() -> dict[str, str]:
    """Return the text of every generated reference page by file name."""
    return {
        "cli.md": _cli("en"),
        "cli.zh.md": _cli("zh"),
        "files.md": _files(),
        "gaps.md": _gaps(),
        "questions.md": questions_page(),
        "rule-kinds.md": rule_kinds_page(),
        "rules.md": bundled_rules_page(),
    }


_HEAD = (
    Text("# 命令行\n", "# Command line\n"),
    Text.of("`dealer-roles COMMAND … [--org NAME|PATH] [--format text|json] [--lang zh|en]`\n"),
    Text(
        "退出码：0 正常，1 有发现（`test` 与 `trace` 不通过也是），2 无法运行，3 本程序的错误。\n",
        "Exit codes: 0 fine, 1 findings (also `test` and `trace` that fail), 2 could not run, "
        "3 a bug of ours.\n",
    ),
    Text("[In English](cli.md)\n", "[中文](cli.zh.md)\n"),
)
_WIDTH = 78
"""How wide a page of help is, whatever the terminal."""


def _cli(lang: str) -> str:
    parts = [text.get(lang) for text in _HEAD]
    context = HelpContext(
        group, info_name="dealer-roles", obj={"lang": lang}, terminal_width=_WIDTH
    )
    for name in COMMANDS:
        command = group.get_command(context, name)
        assert command is not None
        parts += _command(name, command, context)
    return "\n".join(parts)


def _command(name: str, command: click.Command, parent: click.Context) -> list[str]:
    context = HelpContext(command, info_name=name, parent=parent)
    help_ = context.get_help().replace("\b", "")
    parts = [f"## {name}\n", f"```text\n{help_}\n```\n"]
    if isinstance(command, click.Group):
        for sub in command.list_commands(context):
            inner = command.get_command(context, sub)
            assert inner is not None
            parts += _command(f"{name} {sub}", inner, parent)
    return parts


def _files() -> str:
    parts = [
        "# Definition files\n",
        (
            "Each YAML document names its `kind`. Unknown keys are refused. Point an editor that "
            "speaks yaml-language-server at the schema with a first line "
            "`# yaml-language-server: $schema=…/schemas/position.schema.json`, or print one with "
            "`dealer-roles schema position`.\n"
        ),
    ]
    for kind in sorted(declarations()):
        parts += _kind(kind)
    return "\n".join(parts)


def _kind(kind: str) -> list[str]:
    schema = schema_of(kind)
    parts = [f"## kind: {kind}\n", f"{schema['description']}\n", *_fields(schema)]
    for name, inner in sorted(schema.get("$defs", {}).items()):
        if "properties" in inner:
            about = " ".join(str(inner.get("description", "")).split())
            parts += [f"### {name} ({kind})\n", f"{about}\n", *_fields(inner)]
    return parts


def _fields(schema: dict[str, Any]) -> list[str]:
    rows = ["| key | needed | form | 说明 — meaning |", "|---|---|---|---|"]
    for key, field in schema.get("properties", {}).items():
        needed = "yes" if key in schema.get("required", ()) else ""
        about = str(field.get("description", "")).replace("|", "\\|")
        rows.append(f"| `{key}` | {needed} | {_form(field)} | {about} |")
    return [*rows, ""]


def _form(field: dict[str, Any]) -> str:
    if "const" in field:
        return f"`{field['const']}`"
    if "enum" in field:
        return ", ".join(f"`{value}`" for value in field["enum"])
    if "$ref" in field:
        return str(field["$ref"]).rsplit("/", 1)[-1]
    kinds = field.get("type", "")
    text = " or ".join(kinds) if isinstance(kinds, list) else str(kinds)
    if text == "array" and "$ref" in field.get("items", {}):
        return f"list of {_form(field['items'])}"
    return text or f"`{json.dumps(field)[:40]}`"


def _gaps() -> str:
    rows = [f"| `{k}` | {word(k, 'zh')} | {word(k, 'en')} |" for k in get_args(GapKind)]
    head = ["# Kinds of gap\n", "| kind | 中文 | English |", "|---|---|---|"]
    return "\n".join([*head, *rows, ""])
