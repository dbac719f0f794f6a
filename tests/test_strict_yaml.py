"""One loader for all YAML: every scalar is text, and nothing is taken silently."""

from __future__ import annotations

import gc

import pytest

from analysis.errors import RuleError
from analysis.strict_yaml import parse_yaml


@pytest.mark.parametrize(
    "scalar", ["NO", "010", "1e3", "2024-06-19", "null", "~", "yes", "1_000", "12:30"]
)
def test_every_scalar_is_the_text_it_is_written_as(scalar: str) -> None:
    assert parse_yaml(f"key: {scalar}\nlist: [{scalar}]", "x") == {"key": scalar, "list": [scalar]}


def test_a_tag_makes_no_object() -> None:
    assert parse_yaml("a: !!int 010\nb: !!python/name:os.system x", "x") == {"a": "010", "b": "x"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: 1\na: 2", r"x, line 2: key 'a' is given twice"),
        ("a: [1", r"x, line \d: .* Correct the YAML."),
        ("? [a]\n: b", r"x, line 1: a key is not a word"),
        ("a: &b [*b]", r"x: an entry holds itself"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_line(text: str, message: str) -> None:
    with pytest.raises(RuleError, match=message):
        parse_yaml(text, "x")
    assert gc.isenabled(), "paused only while loading"
