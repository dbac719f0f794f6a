"""Every rule shows what it does: run the examples it brings, whole rows, and say what fails."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from analysis.errors import RuleError
from analysis.evidence import Row
from analysis.pipeline import code_article
from analysis.reading import Article
from analysis.rulebook import Rule, Rulebook, load_rulebook

# Examples are read as if published on this day, a Thursday.
PUBLISHED = dt.date(2024, 6, 20)


def check_examples() -> str:
    """Load the dictionaries and try every rule; raise RuleError with what fails, if anything."""
    rulebook = load_rulebook()
    failures = [line for rule in rulebook.rules for line in find_failures(rule, rulebook)]
    if failures:
        raise RuleError("\n".join([f"{len(failures)} examples fail:", *failures]))
    examples = sum(len(rule.matches) + len(rule.ignores) for rule in rulebook.rules)
    names = f"{len(rulebook.actors.actors):,} actors, {len(rulebook.actors.names):,} names"
    return f"{len(rulebook.rules)} rules keep their {examples} examples; {names}."


def find_failures(rule: Rule, rulebook: Rulebook) -> Iterator[str]:
    """Yield a line for each example that the rule does not keep."""
    for example in rule.matches:
        rows = _code(example.text, rule, rulebook)
        if not any(_agrees(row, example.row) for row in rows):
            found = [{name: row.get(name, "") for name in example.row} for row in rows]
            yield f"{rule.id}: {example.text!r} gives {found}, not {dict(example.row)}"
    for text in rule.ignores:
        rows = [row for row in _code(text, rule, rulebook) if row["rule_id"] == rule.id]
        if rows:
            yield f"{rule.id}: {text!r} must give no row of this rule"


def _code(text: str, rule: Rule, rulebook: Rulebook) -> list[Row]:
    article = Article("example", PUBLISHED, "Example Courier", "", text)
    return code_article(article, rulebook)[rule.table]


def _agrees(row: Row, expected: object) -> bool:
    assert isinstance(expected, dict)
    return all(_as_text(row.get(name, "")) == value for name, value in expected.items())


def _as_text(value: object) -> str:
    return ";".join(map(str, value)) if isinstance(value, list) else str(value)
