"""A small store with every kind of content a job description can have."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from functools import cache
from pathlib import Path

from dealer_roles.facade import Organization, load
from dealer_roles.publish.document.document import Document
from dealer_roles.values.text import Lang
from tests.support.let_in import let_in

STORE = Path(__file__).parent.parent / "data" / "sample-store"
DAY = dt.date(2026, 11, 1)
_DUTY_TEXT = "{zh: 与会计核对上月索赔应收与到账，说明逐笔差异, en: 'Reconcile last month''s claims with the accountant and explain each difference'}"  # noqa: E501 - as it stands in the file


@cache
def sample() -> Organization:
    """Return the sample store."""
    return load(STORE)


def described(position: str = "warranty-specialist", lang: Lang = "zh") -> Document:
    """Return a job description of the sample store."""
    return sample().describe(position, lang, DAY)


def hostile(folder: Path, text: str, lang: Lang = "zh") -> Document:
    """Return the warranty specialist's job description with ``text`` as duty, name and form."""
    store = folder / "store"
    shutil.copytree(STORE, store)
    people = store / "positions" / "people.yaml"
    written = people.read_text("utf-8")
    quoted = json.dumps(text, ensure_ascii=False)
    assert _DUTY_TEXT in written
    duty = written.replace(_DUTY_TEXT, f"{{zh: {quoted}, en: {quoted}}}")
    people.write_text(duty, "utf-8")
    main = store / "organization.yaml"
    renamed = main.read_text("utf-8").replace(
        "name: {zh: 鹏程汽车销售服务有限公司,", f"name: {{zh: {quoted},"
    )
    main.write_text(renamed, "utf-8")
    with let_in():
        return load(store).describe("warranty-specialist", lang, DAY)
