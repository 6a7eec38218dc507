"""``dealer-roles schema [KIND]``, and all schemas as files for editors."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from dealer_roles.cli.misuse import misuse
from dealer_roles.cli.options import lang_option
from dealer_roles.cli.output import line
from dealer_roles.model.schema_files import kinds, schema_text
from dealer_roles.output.screen import deliver
from dealer_roles.values.errors import UnknownId
from dealer_roles.values.near import nearest
from dealer_roles.values.text import Text


@click.command("schema")
@click.argument("kind", required=False)
@click.option("--all", "every", is_flag=True, help="Every schema, as files in the folder -o.")
@click.option(
    "--org",
    metavar="NAME|PATH",
    help="With --all: complete the ids of this organization and show their names.",
)
@click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="With --all: the folder to write to, e.g. .schemas/.",
)
@click.option("--check", is_flag=True, help="With --all: change nothing; fail if one is stale.")
@lang_option
def command(
    kind: str | None, every: bool, org: str | None, folder: Path | None, check: bool, lang: str
) -> int:
    """Print the JSON Schema of KIND of file; without KIND, the kinds there are."""
    if every:
        if kind is not None or folder is None:
            raise misuse(
                "--all 须写明文件夹（-o .schemas/），且不写类型。",
                "--all needs a folder (-o .schemas/) and no KIND.",
            )
        return _files(_texts(org), folder, check, lang)
    if org is not None or folder is not None or check:
        raise misuse(
            "--org、-o 与 --check 只与 --all 同用。", "--org, -o and --check go with --all."
        )
    if kind is None:
        deliver("\n".join(kinds()) + "\n")
        return 0
    if kind not in kinds():
        raise UnknownId("kind of file", kind, nearest(kind, kinds()))
    deliver(schema_text(kind))
    return 0


def _texts(org: str | None) -> Mapping[str, str]:
    """Return the schemas; those of a store that does not load complete what stands of it."""
    from dealer_roles.facade import load
    from dealer_roles.loading.store_schemas import plain_schemas, store_schemas

    return plain_schemas() if org is None else store_schemas(load(org, lenient=True).loaded)


def _files(texts: Mapping[str, str], folder: Path, check: bool, lang: str) -> int:
    from dealer_roles.output.files import write_file

    stale = [name for name, text in sorted(texts.items()) if _read(folder / name) != text]
    for name in stale:
        if not check:
            folder.mkdir(parents=True, exist_ok=True)
            write_file(folder / name, texts[name])
        line(f"{folder / name}: {_STATE[check].get(lang)}")
    said = Text(
        f"{folder}：{len(texts)} 个 JSON Schema，{len(stale)} 个{_STATE[check].zh}。",
        f"{folder}: {len(texts)} JSON Schemas, {len(stale)} {_STATE[check].en}.",
    )
    line(said.get(lang))
    return 1 if check and stale else 0


_STATE = {True: Text("已过时", "stale"), False: Text("已写入", "written")}


def _read(path: Path) -> str | None:
    """Return what a file holds; nothing where there is none."""
    from dealer_roles.source.gate import read_named

    return read_named(path).decode("utf-8", "replace") if path.is_file() else None
