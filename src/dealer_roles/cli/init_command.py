"""``dealer-roles init DIR``."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dealer_roles.cli.locale_language import default_language
from dealer_roles.cli.misuse import misuse
from dealer_roles.cli.output import line
from dealer_roles.starter.wish import SIZES
from dealer_roles.values.text import Text
from dealer_roles.words.marks import how_many

if TYPE_CHECKING:
    from dealer_roles.starter.begin import Begun
    from dealer_roles.starter.wish import Languages, Wish

_KEPT, _NEXT = Text("已存在，未改动", "was there, left as it is"), Text("接下来：", "Next:")


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--from",
    "origin",
    default="standard",
    show_default=True,
    metavar="NAME",
    help="A bundled organization to begin from: standard, d01 … d15; or empty.",
)
@click.option(
    "--size",
    type=click.Choice(SIZES),
    help="The standard for 12, 30 or 60 people, whose desks combine positions.",
)
@click.option(
    "--lang",
    "languages",
    type=click.Choice(["zh", "en", "both"]),
    default="both",
    show_default=True,
    help="The languages of the texts.",
)
@click.option("--id", "id_", metavar="ID", help="The organization's id; by default the folder's.")
@click.option("--name", metavar="TEXT", help="The organization's name; by default its id.")
@click.option(
    "--package",
    metavar="REQUIREMENT",
    help="What pip installs dealer-roles from in CI and hooks, e.g. git+https://…; "
    "by default where this one was installed from.",
)
def command(
    folder: Path,
    origin: str,
    size: str | None,
    languages: Languages,
    id_: str | None,
    name: str | None,
    package: str | None,
) -> int:
    """Begin an organization in DIR: definitions, editor settings, checks, a first scenario.

    Nothing that is there is written over.
    """
    from dealer_roles.starter.begin import begin
    from dealer_roles.starter.package_source import package_source
    from dealer_roles.starter.wish import Wish

    _require_origin(origin, size)
    own = _id_of(folder, id_)
    wish = Wish(
        id=own,
        name=_name(name or own, languages),
        origin=origin,
        size=size or "",
        languages=languages,
        package=package or package_source(),
    )
    _report(begin(folder, wish), folder, wish)
    return 0


def _require_origin(origin: str, size: str | None) -> None:
    from dealer_roles.loading.bundled import bundled
    from dealer_roles.starter.wish import EMPTY
    from dealer_roles.values.errors import UnknownOrganization
    from dealer_roles.values.near import nearest

    known = (*bundled(), EMPTY)
    if origin not in known:
        raise UnknownOrganization("organization", origin, nearest(origin, known))
    if size and origin != "standard":
        raise misuse("--size 只与 --from standard 同用。", "--size goes with --from standard.")


def _id_of(folder: Path, said: str | None) -> str:
    """Return the id that was named, else the folder's name as one."""
    from dealer_roles.model.base_forms import ID_PATTERN, is_id

    name = said or re.sub(r"[\s_.-]+", "-", folder.resolve().name.lower()).strip("-")
    if is_id(name) and re.fullmatch(ID_PATTERN, name):
        return name
    raise misuse(
        f"{name!r} 不能作编号（小写字母、数字、单个连字符）；请用 --id 指明。",
        f"{name!r} is no id (lower-case letters, digits, single hyphens); name one with --id.",
    )


def _name(name: str, languages: Languages) -> Text:
    return Text(name, name) if languages == "both" else Text.of({languages: name})


def _report(begun: Begun, folder: Path, wish: Wish) -> None:
    from dealer_roles.starter.open_points import DAYS

    lang = default_language() if wish.languages == "both" else wish.languages
    shown = "." if folder.resolve() == Path.cwd() else folder
    for path in begun.kept:
        line(f"{folder / path}: {_KEPT.get(lang)}")
    count = len(begun.written)
    told = Text(
        f"{folder}：已写入 {count} 个文件。", f"{folder}: {how_many(count, 'file')} written."
    )
    line(told.get(lang))
    if begun.waived:
        told = Text(
            f"起步文件有 {begun.waived} 处未明确，waivers.yaml 暂予接受 {DAYS} 天。",
            f"{begun.waived} points that the document leaves open are accepted "
            f"for {DAYS} days in waivers.yaml.",
        )
        line(told.get(lang))
    line(_NEXT.get(lang))
    line(f"  cd {shlex.quote(str(shown))}")
    for step in ("check", "test", "gaps"):
        line(f"  dealer-roles {step}")
