"""To lint a template calculates nothing of it, also not what a filter is given."""

from __future__ import annotations

import pytest

pytest.importorskip("docxtpl")

from dealer_roles.publish.job_description.docx_environment import word_environment


@pytest.mark.parametrize("where", ["{{ 'x' | spy }}", "{% if 'x' | spy %}y{% endif %}"])
def test_constants_are_not_calculated_to_compile(where: str) -> None:
    environment = word_environment()
    called: list[str] = []

    def spy(text: str) -> str:
        called.append(text)
        return text

    environment.filters["spy"] = spy
    environment.compile(where)
    assert called == []
    environment.from_string(where).render()
    assert called == ["x"]
