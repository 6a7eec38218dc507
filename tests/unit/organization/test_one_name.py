"""A position, post or department has one name, wherever it is read."""

from __future__ import annotations

import pytest

from dealer_roles.facade import load
from dealer_roles.loading.bundled import bundled
from dealer_roles.organization.names import Names, name_text
from dealer_roles.organization.with_ids import name_of
from dealer_roles.publish.matrix.matrix import responsibility_matrix
from dealer_roles.rules.language.node import Node
from dealer_roles.rules.language.node_words import title_of
from dealer_roles.rules.language.view import View
from dealer_roles.words.plain_text import one_line


@pytest.mark.parametrize("org", bundled())
def test_documents_command_line_rules_and_matrix_call_it_the_same(org: str) -> None:
    organization = load(org)
    model, view = organization.linked.model, View(organization.on())
    for lang in ("zh", "en"):
        names = Names(model, lang)
        columns = {
            column.id: column.name
            for column in responsibility_matrix(organization.on(), lang).columns
        }
        tables = (("position", model.positions), ("post", model.posts))
        for kind, table in (*tables, ("department", model.departments)):
            for id_, thing in table.items():
                name = names.of(id_)
                text = name_text(model, id_)
                assert text is not None
                assert name == text.get(lang) == name_of(organization.linked.model, id_, lang)
                assert title_of(view, Node(kind, id_, thing)).get(lang) == name
                assert columns.get(id_, one_line(name)) == one_line(name)


def test_the_parts_desk_of_d04_is_called_what_the_document_calls_it() -> None:
    organization = load("d04")
    post = organization.posts["parts-desk"]
    assert post.title is not None
    assert name_of(organization.linked.model, "parts-desk", "zh") == post.title.zh
