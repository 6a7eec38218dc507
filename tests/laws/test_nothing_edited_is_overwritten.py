"""No command with -o writes over a file that is not as it was written here."""

from __future__ import annotations

import contextlib
import io
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import click
import pytest

from dealer_roles.cli.commands import COMMANDS, group
from dealer_roles.publish.kept_current import write_unless_edited
from dealer_roles.publish.product import Product
from dealer_roles.publish.products import PRODUCTS
from dealer_roles.publish.render.seal import can_be_sealed
from tests.support.command import exit_code
from tests.support.sample import DAY, STORE, sample

FOREIGN = b"What somebody wrote by hand.\n"
SUBJECTS = {
    "position": "warranty-specialist",
    "process": "warranty-claim",
    "department": "after-sales",
}
NO_DOCUMENT: Mapping[str, str] = {
    "baseline": "the list that the command keeps; --prune is how it shrinks",
    "schema": "copies of the schemas, which nobody edits",
    "import": "a folder of definitions; it is refused where definitions stand already",
}
WRITES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "describe": (("warranty-specialist --format docx", "x.docx"), ("warranty-specialist", "x.md"),
                 ("warranty-specialist --format json", "x.json")),
    "matrix": (("--format xlsx", "m.xlsx"), ("--format csv", "m.csv"), ("--format html", "m.html")),
    "handbook": (("", "h.html"), ("--department after-sales", "h.html")),
    "explore": (("", "e.html"),),
    "picture": (("org-chart", "p.mmd"), ("handoffs --format dot", "p.dot"),
                ("org-chart --format svg", "p.svg")),
    "authority": (("", "a.xlsx"), ("", "a.html"), ("", "a.pdf"), ("", "a.md"), ("", "a.json")),
    "jsonld occupation": (("warranty-specialist", "o.jsonld"),),
    "jsonld organization": (("", "o.jsonld"),),
}  # fmt: skip
"""For each command the arguments and the file of everything that it writes."""
CASES = [(name, *case) for name, cases in WRITES.items() for case in cases]
SEALED = [case for case in CASES if can_be_sealed(Path(case[2]).suffix)]
BARE = [case for case in CASES if case not in SEALED]


def with_output() -> Iterator[str]:
    """Yield every command that has ``-o``."""
    context = click.Context(group)
    for name in COMMANDS:
        command = group.get_command(context, name)
        assert command is not None
        below = command.commands if isinstance(command, click.Group) else {"": command}
        for sub, one in below.items():
            if any("-o" in option.opts for option in one.params):
                yield f"{name} {sub}".strip()


def run(command: str, args: str, *more: str) -> int:
    line = [*command.split(), *args.split(), *more, "--org", str(STORE)]
    with contextlib.redirect_stderr(io.StringIO()):
        return exit_code(*line)


def edited(content: bytes, suffix: str) -> bytes:
    """Return a file as somebody would leave it."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return content.replace(b"\n", b"\nx", 1)
    stream = io.BytesIO(content)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("note.txt", FOREIGN)
    return stream.getvalue()


def test_every_command_that_writes_a_file_is_tried() -> None:
    assert {name for name in with_output() if name not in NO_DOCUMENT} == set(WRITES)


@pytest.mark.parametrize(("command", "args", "file"), SEALED)
def test_a_command_never_writes_over_what_somebody_edited(
    command: str, args: str, file: str, tmp_path: Path
) -> None:
    target = tmp_path / file
    assert run(command, args, "-o", str(target)) == 0
    made = target.read_bytes()
    assert run(command, args, "-o", str(target)) == 0, "what it wrote itself it writes again"
    theirs = edited(made, target.suffix)
    target.write_bytes(theirs)
    assert run(command, args, "-o", str(target)) == 1
    assert target.read_bytes() == theirs
    assert run(command, args, "-o", str(target), "--beside") == 0
    assert target.read_bytes() == theirs
    assert target.with_suffix(f".new{target.suffix}").is_file()
    assert run(command, args, "-o", str(target), "--overwrite") == 0
    assert target.read_bytes() != theirs


@pytest.mark.parametrize(("command", "args", "file"), BARE)
def test_what_can_hold_no_hash_is_written_where_one_says_through_a_link_too(
    command: str, args: str, file: str, tmp_path: Path
) -> None:
    target, link = tmp_path / "real" / file, tmp_path / file
    target.parent.mkdir()
    target.write_bytes(FOREIGN)
    link.symlink_to(target)
    assert run(command, args, "-o", str(link)) == 0
    assert link.is_symlink()
    assert target.read_bytes() not in (FOREIGN, b"")


def test_nor_does_a_handbook_in_parts(tmp_path: Path) -> None:
    assert run("handbook", "--parts", "-o", str(tmp_path)) == 0
    one = tmp_path / min(path.name for path in tmp_path.iterdir())
    one.write_bytes(FOREIGN)
    assert run("handbook", "--parts", "-o", str(tmp_path)) == 1
    assert one.read_bytes() == FOREIGN


@pytest.mark.parametrize(
    ("product", "suffix"),
    [
        (product, suffix)
        for product in PRODUCTS
        for suffix in product.formats
        if can_be_sealed(f".{suffix}")
    ],
    ids=lambda one: one.name if isinstance(one, Product) else one,
)
def test_no_product_is_written_over_what_somebody_edited(
    product: Product, suffix: str, tmp_path: Path
) -> None:
    subject = SUBJECTS[product.about] if product.needs_subject else ""
    content = product.publish(sample().on(DAY), subject, product.formats[suffix], "zh")
    target = tmp_path / product.file_name(subject, product.formats[suffix], "zh")
    assert write_unless_edited(target, content) == target
    assert write_unless_edited(target, content) == target
    theirs = edited(target.read_bytes(), target.suffix)
    target.write_bytes(theirs)
    assert write_unless_edited(target, content) is None
    assert target.read_bytes() == theirs
