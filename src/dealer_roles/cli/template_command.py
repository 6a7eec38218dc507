"""``dealer-roles template``."""

from __future__ import annotations

from pathlib import Path

import click

from dealer_roles.cli.misuse import misuse
from dealer_roles.cli.options import findings_lang_option
from dealer_roles.cli.output import line
from dealer_roles.cli.written_file import WrittenFile
from dealer_roles.values.text import Text


@click.group("template")
def command() -> None:
    """The Word template: take it out, and check one of your own."""


@command.command("export")
@click.argument("file", type=WrittenFile())
@click.option("--force", is_flag=True, help="Replace a file that exists.")
def export(file: Path, force: bool) -> int:
    """Write the shipped Word template to FILE, for editing in Word or WPS."""
    from dealer_roles.output.files import write_file
    from dealer_roles.publish.render.files import template_bytes

    if file.is_file() and not force:
        raise misuse(f"{file} 已存在；--force 可覆盖。", f"{file} exists; --force replaces it.")
    write_file(file, template_bytes("job-description.docx"))
    return 0


@command.command("lint")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@findings_lang_option
def lint(file: Path, lang: str) -> int:
    """Name what is damaged in the Word template FILE, where, and what it leaves out.

    Full-width or single braces, words that go with a removed paragraph, unknown tags and
    filters, no tag at all. Exit 1 also where a template names no holder, duties or signatures.
    """
    from dealer_roles.publish.job_description.docx import lint_bounded
    from dealer_roles.publish.job_description.docx_damage import ESSENTIAL, unused_parts
    from dealer_roles.publish.job_description.publish import WordTemplate
    from dealer_roles.words.document_words import word
    from dealer_roles.words.marks import listed

    template = WordTemplate.read(file)
    found = lint_bounded(template.content, template.label)
    for problem in found:
        line(f"{file}: {problem.get(lang)}")
    missing = unused_parts(template.content)
    if missing:
        names = listed([word(part, lang) for part in missing], lang)
        line(f"{file}: {Text(f'模板未用到：{names}', f'not used: {names}').get(lang)}")
    wrong = bool(found) or any(part in missing for part in ESSENTIAL)
    if not wrong:
        line(Text("标签无误。", "All tags are known.").get(lang))
    return int(wrong)
