from __future__ import annotations

import pytest

from dealer_roles.publish.job_description.docx_damage import damage, unused_parts
from dealer_roles.publish.job_description.docx_lint import lint
from dealer_roles.publish.render.files import template_bytes
from tests.unit.publish.readers import word_file


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("岗位：｛｛ name ｝｝", "full-width"),
        ("{％ if purpose ％}", "full-width"),
        ("岗位：{ name }", "single or unpaired"),
        ("岗位：{{ name }", "single or unpaired"),
        ("岗位：{ name }}", "single or unpaired"),
        ("{% if purpose }", "single or unpaired"),
        ("{%p if purpose %}本岗位的目的如下：", "本岗位的目的如下："),
        ("{{ name|default(“无”) }}", "curly"),
    ],
)
def test_damage_is_named_with_its_place_in_both_languages(line: str, says: str) -> None:
    found = damage(word_file("{{ title }}", line))
    assert any(says in problem.en and "paragraph 2" in problem.en for problem in found)
    assert all("第2段" in problem.zh for problem in found)


@pytest.mark.parametrize(
    ("begins", "ends"),
    [
        ("{%p for row in group.rows %}", "{%tr endfor %}"),
        ("{% if purpose %}", "{%p endif %}"),
        ("{%p if purpose %}", "{% endif %}"),
        ("{%tr for row in group.rows %}{%p if row.note %}", "{%tr endif %}{%tr endfor %}"),
    ],
)
def test_a_block_that_ends_otherwise_than_it_begins_is_named(begins: str, ends: str) -> None:
    found = damage(word_file("{{ title }}", begins, "x", ends))
    assert [p for p in found if "paragraph 4" in p.en and "must be the same" in p.en]
    assert [p for p in found if "第4段" in p.zh and "须相同" in p.zh]


def test_blocks_inside_of_blocks_have_their_own_ends() -> None:
    lines = ("{%p if purpose %}", "{%p for t in x %}", "{% if t %}{{ t }}{% endif %}",
             "{%p endfor %}", "{%p endif %}")  # fmt: skip
    assert damage(word_file("{{ title }}", *lines)) == ()


@pytest.mark.parametrize(
    "line", ["《name》", "[[ fact.department ]]", "<<purpose.title>>", "【code】", "＜title＞"]
)
def test_a_tag_in_other_brackets_is_named(line: str) -> None:
    assert any("double braces" in p.en for p in damage(word_file("{{ title }}", line)))


@pytest.mark.parametrize(
    "line",
    ["{{ name }}", "{%p if purpose %}", "见第{3}条", "50%", "《Word 手册》", "《放行条》", "[1]"],
)
def test_what_is_no_damage_is_not_named(line: str) -> None:
    assert damage(word_file("{{ title }}", line)) == ()


def test_a_template_without_any_tag_is_named() -> None:
    assert "no tag" in damage(word_file("岗位说明书"))[0].en


def test_an_unknown_filter_and_an_unknown_tag_have_their_place() -> None:
    found = lint(word_file("{{ title }}", "{{ name|uper }}", "{{ nmae }}"), "own.docx")
    assert [("paragraph 2" in p.en, "upper" in p.en) for p in found if "filter" in p.en] == [
        (True, True)
    ]
    assert any("paragraph 3" in p.en and "第3段" in p.zh for p in found if "nmae" in p.en)


def test_the_shipped_template_is_whole() -> None:
    shipped = template_bytes("job-description.docx")
    assert damage(shipped) == ()
    assert unused_parts(shipped) == ()


def test_parts_that_a_template_never_mentions_are_known() -> None:
    missing = unused_parts(word_file("{{ name }}", "{{ overview.title }}"))
    assert "signatures" in missing
    assert not {"name", "overview", "duties"} & set(missing)


@pytest.mark.parametrize(
    ("lines", "place", "says"),
    [
        (("{% include 'other.docx' %}",), 2, "begins with no known word"),
        (("{% raw %}{{ name }}",), 2, "begins with no known word"),
        (("{{ name.__class__.__mro__ }}",), 2, "unknown tag {{ name.__class__ }}"),
        (("{# a remark to myself",), 2, "without its end"),
        (("{{ purpose.title }}", "{%p for t in purpose.texts %}", "…", "{%p endfor %}"),
         3, "goes through purpose.texts and never shows {{ t }}"),
        (("{%p for fact_row in facts %}", "{{ row.label }} {{ fact_row.label }}", "{%p endfor %}"),
         3, "unknown tag {{ row }}"),
        (("{% for n in range(10) %}{{ n }}{% endfor %}",), 2, "calculates or generates"),
    ],
)  # fmt: skip
def test_what_a_template_cannot_do_is_named_where_it_stands(
    lines: tuple[str, ...], place: int, says: str
) -> None:
    found = lint(word_file("{{ title }}", *lines), "a.docx")
    assert [one for one in found if says in one.en and f"paragraph {place} " in one.en], found
    assert all("no paragraph of its own" not in one.en for one in found)


def test_a_loop_that_counts_shows_what_it_goes_through() -> None:
    lines = ("{%p for t in purpose.texts %}", "{{ loop.index }}", "{%p endfor %}")
    assert not [
        p for p in lint(word_file("{{ title }}", *lines), "a.docx") if "goes through" in p.en
    ]
