"""Every rule shows what it does: run the examples it brings, whole rows, and say what fails."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import fields, replace
from itertools import combinations

from analysis.errors import RuleError
from analysis.evidence import Row
from analysis.pipeline import code_article
from analysis.reading import Article
from analysis.rulebook import Rulebook, load_rulebook
from analysis.rules import Rule

# Examples are read as if published on this day, a Thursday.
PUBLISHED = dt.date(2024, 6, 20)
NO_CONDITIONS = frozenset("id verbs nouns phrases set helps matches ignores".split())


def check_examples() -> str:
    """Load the dictionaries and try every rule; raise RuleError with what fails, if anything."""
    rulebook = load_rulebook()
    failures = [line for rule in rulebook.rules for line in find_failures(rule, rulebook)]
    if failures:
        raise RuleError("\n".join([f"{len(failures)} examples fail:", *failures]))
    examples = sum(len(rule.matches) + len(rule.ignores) for rule in rulebook.rules)
    names = f"{len(rulebook.actors.actors):,} actors, {len(rulebook.actors.names):,} names"
    kept = f"{len(rulebook.rules)} rules keep their {examples} examples; {names}."
    return "\n".join([kept, *find_conflicts(rulebook)])


def find_conflicts(rulebook: Rulebook) -> Iterator[str]:
    """Yield a line for each rule that another one shadows or contradicts, or that helps none."""
    for rule in rulebook.rules:
        if rule.helps:
            yield from _find_idle(rule, rulebook)
            continue
        rows = [row for example in rule.matches for row in _code(example.text, rule, rulebook)]
        deciding = {row["rule_id"] for row in rows}
        if rule.id not in deciding:
            takers = ", ".join(sorted(deciding))
            yield f"{rule.id} is shadowed: {takers} gives the rows of all its examples"
    for one, other in combinations(rulebook.rules, 2):
        if one.table == other.table and _conditions(one) == _conditions(other):
            shared = sorted(_forms(one) & _forms(other))
            if shared:
                fault = "repeats" if one.set == other.set else "contradicts"
                yield f"{other.id} {fault} {one.id} on {', '.join(map(repr, shared))}"


def _find_idle(rule: Rule, rulebook: Rulebook) -> Iterator[str]:
    """Yield a line where a rule that is to help others makes rows itself, or is not needed."""
    rows = [row for example in rule.matches for row in _code(example.text, rule, rulebook)]
    if any(row["rule_id"] == rule.id for row in rows):
        yield f"{rule.id} makes rows itself. Take 'helps' away."
    others = tuple(other for other in rulebook.rules if other.id != rule.id)
    if not list(find_failures(rule, replace(rulebook, rules=others))):
        yield f"{rule.id} helps no rule: its examples hold without it"


def _conditions(rule: Rule) -> tuple[object, ...]:
    """Return all that decides whether a rule applies to its trigger."""
    return tuple(
        getattr(rule, field.name) for field in fields(rule) if field.name not in NO_CONDITIONS
    )


def _forms(rule: Rule) -> set[str]:
    verbs = {f"to {verb}" for verb in rule.verbs}
    return {*rule.phrases} | verbs | {f"the {noun}" for noun in rule.nouns}


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
