"""Documents of the whole organization, kept in a folder and compared with the definitions."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from dealer_roles.output.files import write_file
from dealer_roles.publish.job_description.layouts import Layout
from dealer_roles.publish.job_description.publish import describe_all
from dealer_roles.publish.kept_current import compare
from dealer_roles.publish.product import Product
from dealer_roles.publish.products import PRODUCTS, product_named, published
from dealer_roles.values.errors import InvalidArgument, UnknownId
from dealer_roles.values.text import LANGS
from tests.support.sample import DAY, sample

NAMES = (
    "explorer.zh.html",
    "handbook.en.html",
    "handbook.zh.pdf",
    "handoffs.zh.mmd",
    "handoffs.after-sales.en.dot",
    "matrix.zh.csv",
    "matrix.en.html",
    "matrix.zh.xlsx",
    "occupation.warranty-specialist.en.jsonld",
    "org-chart.zh.svg",
    "org-chart.after-sales.zh.svg",
    "organization.jsonld",
    "process.warranty-claim.zh.svg",
)


def states(folder: Path) -> dict[str, str]:
    return {item.path.name: item.state for item in compare(sample().on(DAY), folder)}


def write(folder: Path, name: str) -> None:
    made = published(name)
    assert made is not None, name
    write_file(folder / name, made.content(sample().on(DAY)))


@pytest.mark.parametrize("name", NAMES)
def test_what_was_just_made_is_current_and_an_edit_is_seen(tmp_path: Path, name: str) -> None:
    write(tmp_path, name)
    assert states(tmp_path) == {name: "current"}
    file = tmp_path / name
    file.write_bytes(file.read_bytes() + b"x")
    unknowable = name.endswith(".csv")  # the others carry a seal, or end as JSON ends
    assert states(tmp_path) == {name: "stale" if unknowable else "edited"}


@pytest.mark.parametrize(
    "name",
    ["process.haircut.zh.svg", "org-chart.barber.en.dot", "occupation.barber.zh.jsonld"],
)
def test_a_picture_of_what_is_no_more_is_left_over(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("old", "utf-8")
    assert states(tmp_path) == {name: "left-over"}


@pytest.mark.parametrize(
    "name",
    ["matrix.xlsx", "matrix.fr.xlsx", "handbook.zh.txt", "process.zh.svg", "notes.zh.txt"],
)
def test_other_names_are_nobodys_business(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine", "utf-8")
    assert states(tmp_path) == {}


@pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product.name)
def test_every_file_of_a_product_is_found_again_by_its_name(product: Product) -> None:
    subjects = {"position": "warranty-specialist", "process": "warranty-claim"}
    for format_ in product.formats.values():
        for lang in ("zh", "en"):
            name = product.file_name(subjects.get(product.about, ""), format_, lang)
            first = next(p for p in PRODUCTS if p.pattern.fullmatch(name))
            assert first is product, name


def test_ours_come_before_those_of_plug_ins_by_file_and_by_name() -> None:
    theirs = Product("matrix", {"xlsx": "xlsx", "txt": "txt"}, lambda *_: "theirs")
    ours, added = published("matrix.zh.xlsx", [theirs]), published("matrix.zh.txt", [theirs])
    assert ours is not None
    assert ours.product is product_named("matrix")
    assert added is not None
    assert added.product is theirs


def test_publishing_says_what_it_wants() -> None:
    org = sample().on(DAY)
    wrong = {
        ("job-description", "", "md", "zh"): InvalidArgument,
        ("job-description", "nobody", "md", "zh"): UnknownId,
        ("job-description", "warranty-specialist", "xlsx", "zh"): InvalidArgument,
        ("job-description", "warranty-specialist", "md", "fr"): InvalidArgument,
        ("matrix", "warranty-specialist", "csv", "zh"): InvalidArgument,
        ("handoffs", "barber", "svg", "zh"): UnknownId,
    }
    for (name, subject, format_, lang), error in wrong.items():
        with pytest.raises(error):
            product_named(name).publish(org, subject, format_, lang)
    with pytest.raises(InvalidArgument, match="job-description"):
        product_named("poster")


@pytest.mark.parametrize("layout", get_args(Layout))
def test_what_describe_writes_for_everybody_has_the_names_of_its_product(layout: Layout) -> None:
    product = next(
        p for p in PRODUCTS if p.of_everyone and p.infix == ("" if layout == "full" else layout)
    )
    org = sample().on(DAY)
    for item in describe_all(org, LANGS, "md", layout=layout):
        assert item.file == product.file_name(item.position, "md", item.lang)
