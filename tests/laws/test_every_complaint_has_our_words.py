"""Whatever YAML refuses is said in our words, in both languages, and never in the parser's."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from dealer_roles.source.yaml_nodes import read_yaml
from tests.support.examples import examples

SIGNS = (
    *"-?:,[]{}#&*!|>'\"%@`~ \n\tab1.=<\\",
    *(": ", "- ", "? ", "\n  ", "key: ", "---\n", "...\n", "%YAML 1.2\n", "%TAG ! a\n", "|+\n"),
)
PARSERS = re.compile("did not find|could not find|found |expected|while |YAML syntax error")


@examples(2_000)
@given(st.lists(st.sampled_from(SIGNS), min_size=1, max_size=9).map("".join))
def test_no_refusal_quotes_the_parser(text: str) -> None:
    _, problems = read_yaml(text, 60)
    for problem in problems:
        assert not PARSERS.search(problem.zh), problem
        assert not re.search("did not find|could not find|YAML syntax error", problem.en), problem
