"""Stores with hostile words, and pictures that are too large, for the tests of pictures."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from dealer_roles.facade import Organization, load
from dealer_roles.publish.pictures.picture import Arrow, Box, Group, Picture
from tests.support.let_in import let_in
from tests.support.sample import STORE

HOSTILE = [
    "bell \x07 nul \x00 escape \x1b[31m",
    "</script><script>alert(1)</script><img src=x onerror=alert(1)>",
    "</style></svg></title><!-- ]]> --> & &amp; &#60; &lt;",
    "{{ 7*7 }} {% for x in y %} {# note #} ${x} `code` *b* _c_ [x](javascript:1)",
    "abc \u202egnp.exe \u200f\u2066x\u2069 end",
    "rare \U00020bb7 Han \U0001f468\u200d\U0001f469\u200d\U0001f467",
    'quotes " \' \\ \\n "] --> x; end %% %%{init: {}}%% #35; #quot; |pipe|',
    "first line\nsecond line\r\nthird\u2028fourth",
    "=cmd|' /C calc'!A0",
    "字" * 10_000,
]
NAMES = (
    "{zh: 鹏程汽车销售服务有限公司, en: Pengcheng Auto Sales & Service Co.}",
    "{zh: 保修专员, en: Warranty Specialist}",
    "{zh: 鉴定索赔, en: Assess a warranty claim}",
)


def hostile_store(folder: Path, text: str) -> Organization:
    """Load the sample store with ``text`` as the name of a position, a task and the store."""
    store = folder / "store"
    shutil.copytree(STORE, store)
    quoted = json.dumps(text, ensure_ascii=False).replace("\u2028", "\\u2028")
    names = f"{{zh: {quoted}, en: {quoted}}}"
    for file in store.rglob("*.yaml"):
        words = file.read_text("utf-8")
        for name in NAMES:
            words = words.replace(name, names)
        file.write_text(words, "utf-8")
    with let_in():
        return load(store)


def large(edges: int) -> Picture:
    """Return a map of ``edges`` arrows between the members of two departments."""
    nodes = [Box(f"a{n}", f"岗位{n}", "one", "position") for n in range(edges)]
    target = Box("b", "经理", "two", "position")
    return Picture(
        "handoffs",
        "large",
        "zh",
        (Group("one", "销售部"), Group("two", "管理层")),
        (*nodes, target),
        tuple(Arrow(n.id, "b", "handoff", ("报表",)) for n in nodes),
    )
