"""``dealer-roles signatures``."""

from __future__ import annotations

import datetime as dt

import click

from dealer_roles.cli.options import common, on_option
from dealer_roles.cli.organizations import judged
from dealer_roles.values.text import Text

_HEADS = Text("岗位 版次 签收人 日期 状态 原因", "position edition who day state why")


@click.command("signatures")
@click.option("--outdated", is_flag=True, help="Only what must be signed again.")
@on_option
@common
def command(outdated: bool, on: dt.date | None, org: str | None, format_: str, lang: str) -> int:
    """Who has signed which job description, and what is no longer true.

    Read from signatures.csv in the organization's folder: position, edition, hash, who
    (a pseudonym) and day; UTF-8 or GB18030.
    """
    from dealer_roles.cli.emit_answer import emit_answer
    from dealer_roles.cli.output import line, table
    from dealer_roles.facade import load
    from dealer_roles.gate.signature_register import REGISTER, read_register
    from dealer_roles.gate.signatures import WORDS, standing
    from dealer_roles.values.errors import NothingToDo

    (name,) = judged((org,) if org else ())
    organization = load(name)
    folder = organization.loaded.folder
    register = read_register(folder)
    if register is None:
        raise NothingToDo(
            Text(f"{folder} 中没有 {REGISTER}", f"there is no {REGISTER} in {folder}")
        )
    found = [
        one
        for one in standing(organization.on(on), register)
        if not outdated or one.state == "outdated"
    ]
    if format_ == "json":
        problems = [{**s.to_dict(), "message": t.get(lang)} for s, t in register.problems]
        told = [one.to_dict(lang) for one in found]
        emit_answer(organization, {"signatures": told, "problems": problems})
        return 0
    rows = [
        (
            one.signed.position,
            one.signed.edition,
            one.signed.who,
            one.signed.day.isoformat(),
            WORDS[one.state].get(lang),
            one.why.get(lang),
        )
        for one in found
    ]
    table(_HEADS.get(lang).split(), rows)
    for span, problem in register.problems:
        line(f"{span}: {problem.get(lang)}", place=True)
    return 0
