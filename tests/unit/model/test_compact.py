"""What a snapshot keeps of values comes back as it was, and equal content is one."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import pytest

from dealer_roles.loading.bundled import bundled, bundled_files
from dealer_roles.loading.checked_files import read_checked
from dealer_roles.loading.snapshot_store import MALFORMED
from dealer_roles.model.codecs import apart, together
from dealer_roles.model.columns import cells_of, column_of
from dealer_roles.model.compact import Rows, Tables, values_of
from dealer_roles.model.holder import Deliverable
from dealer_roles.model.kinds import KINDS
from dealer_roles.source.settings import DEFAULTS
from dealer_roles.values.text import Text


def read(name: str) -> list[tuple[str, Any]]:
    """Return the values of a bundled organization, each with what its file is called."""
    documents, findings, _ = read_checked(bundled_files(name), DEFAULTS)
    assert findings == []
    return [(d.file.label, d.value) for d in documents if d.value is not None]


def told(value: Any) -> Any:
    """Return a value with the type of everything in it, as 1 and True are equal."""
    kind = type(value).__name__
    if dataclasses.is_dataclass(value):
        fields = dataclasses.fields(value)
        return kind, [(item.name, told(getattr(value, item.name))) for item in fields]
    if isinstance(value, frozenset):
        return kind, sorted(value)
    if isinstance(value, tuple):
        return kind, [told(item) for item in value]
    if isinstance(value, dict):
        return kind, [(key, told(item)) for key, item in value.items()]
    return kind, value


def kept(values: list[tuple[str, Any]]) -> tuple[Any, list[int]]:
    tables = Tables()
    numbers = []
    for number, (_, value) in enumerate(values):
        tables.document = number
        numbers.append(tables.add(value))
    return json.loads(json.dumps(tables.plain())), numbers


def again(plain: Any, values: list[tuple[str, Any]]) -> Rows:
    return values_of(plain, KINDS, [label for label, _ in values])


@pytest.mark.parametrize("name", ["catalogue", *bundled()])
def test_values_come_back_with_every_place(name: str) -> None:
    values = read(name)
    plain, numbers = kept(values)
    rows = again(plain, values)
    made = [rows[value.__class__][n] for (_, value), n in zip(values, numbers, strict=True)]
    assert [told(one) for one in made] == [told(value) for _, value in values]


def test_equal_content_is_one_object() -> None:
    values = read("standard")
    rows = again(kept(values)[0], values)
    duties = [duty for one in rows.values() for v in one for duty in getattr(v, "duties", ())]
    tasks = {id(duty.task) for duty in duties}
    assert len(duties) > 500
    assert len(tasks) == len({duty.task for duty in duties}) < len(duties)
    limits = [duty.within for duty in duties if duty.within is not None]
    assert len({id(limit) for limit in limits}) == len(set(limits))


def test_tables_of_another_form_are_refused() -> None:
    """Whatever cell, column or table is missing: there is an error, never a half value."""
    values = read("d14")
    text = json.dumps(kept(values)[0])
    for table in range(len(json.loads(text)[1])):
        name, count, columns = json.loads(text)[1][table]
        for number, column in enumerate(columns):
            cut = [column] * (count + 1) if isinstance(column, int) else column[:-1]
            for other in ([*columns[:number], cut, *columns[number + 1 :]], columns[:number]):
                plain = json.loads(text)
                plain[1][table] = [name, count, other]
                with pytest.raises(MALFORMED):
                    again(plain, values)
        plain = json.loads(text)
        plain[1][table][0] = "os"
        with pytest.raises(MALFORMED):
            again(plain, values)


@pytest.mark.parametrize(
    "words", [["a"], [""], ["", ""], ["a\x7fb", "c"], ["a", 1], [True], ['含\n"\\', "\u2028"]]
)
def test_words_that_are_kept_together_come_apart(words: list[Any]) -> None:
    assert apart(json.loads(json.dumps(together(words)))) == words


@pytest.mark.parametrize("most", [0, 127, 128, 32_767, 32_768, 2**31 - 1, 2**31, 2**40])
def test_numbers_of_any_width_come_back(most: int) -> None:
    for cells in ([], [-1, most], [most, most], [most, None], [most, [0]]):
        column = json.loads(json.dumps(column_of(cells)))
        assert list(cells_of(column, len(cells))) == cells
    with pytest.raises(MALFORMED):
        list(cells_of(column_of([-1, most]), 3))


@pytest.mark.parametrize("column", ["", "b", "b0", "h00", "d0000000000000000", "zz", "b0g", "é00"])
def test_what_is_no_column_of_numbers_is_refused(column: str) -> None:
    with pytest.raises(MALFORMED):
        ["a"][next(iter(cells_of(column, 1)))]


def test_texts_in_any_language_come_back() -> None:
    texts = [Text("一", "one"), None, Text("二", "", (("de", "zwei"), ("fr", "deux"))), Text()]
    make: Any = Deliverable  # its key for the text is no name
    values = [("x.yaml", make(form="form", text=text)) for text in texts]
    rows = values_of(kept(values)[0], [Deliverable], ["x.yaml"] * len(texts))
    assert [told(one) for one in rows[Deliverable]] == [told(value) for _, value in values]
