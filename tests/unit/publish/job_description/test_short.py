from __future__ import annotations

from dataclasses import replace

from dealer_roles.publish.document.blocks import Facts
from dealer_roles.publish.job_description.short import shortened
from tests.support.sample import described


def test_a_short_job_description_keeps_the_contacts_and_drops_the_lists_of_handoffs() -> None:
    relations = shortened(described()).section("relations")
    assert relations is not None
    assert [type(block) for block in relations.blocks] == [Facts]


def test_everything_else_stays_as_it_is() -> None:
    full, short = described(), shortened(described())
    rest = [section for section in short.sections if section.id != "relations"]
    assert rest == [section for section in full.sections if section.id != "relations"]
    assert (short.name, short.facts, short.meta) == (full.name, full.facts, full.meta)


def test_a_heading_without_contacts_goes_too() -> None:
    full = described()
    relations = full.section("relations")
    assert relations is not None
    tables = tuple(block for block in relations.blocks if not isinstance(block, Facts))
    bare = replace(full, sections=(replace(relations, blocks=tables),))
    assert shortened(bare).sections == ()
