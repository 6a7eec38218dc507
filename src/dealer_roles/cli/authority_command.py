"""``dealer-roles authority [TOPIC]``, and the whole table as a document."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from dealer_roles.cli.answer_with import answer_with
from dealer_roles.cli.document_format import document_format, document_format_option
from dealer_roles.cli.load_organization import load
from dealer_roles.cli.misuse import misuse
from dealer_roles.cli.options import kept_option, lang_option, org_option, output_option
from dealer_roles.cli.question_options import question_options, said
from dealer_roles.publish.products import product_named
from dealer_roles.questions.table import question_named

_QUESTION = question_named("authority")
_ANSWERS = ("text", "json")
_WRITTEN = (
    "With -o, or in one of the formats of a document, the whole table is written: "
    "a row for each who decides."
)


@click.command(
    "authority",
    help=f"{_QUESTION.about.en}\n\n{(_QUESTION.details or _QUESTION.about).en}\n\n{_WRITTEN}",
)
@question_options(_QUESTION)
@document_format_option(
    "authority",
    "text",
    "Text for people, JSON for programs; the whole table as HTML, Excel, PDF or Markdown.",
    _ANSWERS,
)
@output_option("File to write the whole table to.")
@kept_option
@lang_option
@org_option
def command(
    stated: str | None,
    output: Path | None,
    beside: bool,
    overwrite: bool,
    lang: Any,
    org: str | None,
    **given: Any,
) -> int:
    """Who may decide how much, or the table of it all as a document."""
    asked = said(_QUESTION, given)
    usual = "text" if output is None else "xlsx"
    format_ = document_format("authority", stated, output, usual)
    if output is None and format_ in _ANSWERS:
        return answer_with(_QUESTION, load(org), asked, format_, lang)
    if format_ == "text" or any(asked[parameter.name] for parameter in _QUESTION.parameters):
        formats = product_named("authority").formats
        raise misuse(
            f"-o 与文件格式写出整张权限表：不能指定事项、岗位或金额，格式用 {'、'.join(formats)}。",
            "-o and the formats of a document write the whole table: without a topic, a position "
            f"or an amount, as {', '.join(formats)}.",
        )
    from dealer_roles.cli.write_made import require_no_terminal, write_one

    if output is None:
        require_no_terminal(format_)
    made = product_named("authority").publish(load(org).on(asked["on"]), "", format_, lang)
    return write_one(output, made, beside=beside, overwrite=overwrite)
