"""Where what one says ends because another goes on: "Oslo said …, but Chad said …"."""

from __future__ import annotations

from analysis.reading import Reading
from analysis.statements.statement import Statement

# What another says stands behind these.
CONTRASTING = frozenset({";", "but", "while", "whereas", "though", "although", "yet"})


def end_before_others(reading: Reading, statements: list[Statement]) -> None:
    """End what is said where another goes on: "Oslo said …, but Chad said …"; in place."""
    before: list[Statement] = []
    for other in sorted(statements, key=lambda statement: statement.match.trigger):
        if before and before[-1].sentence is not other.sentence:
            before = []
        opener = _contrasted_at(reading, other) if before else -1
        for statement in before:
            if statement.match.end < opener:
                statement.end = max(statement.first, min(statement.end, opener))
        before.append(other)


def _contrasted_at(reading: Reading, statement: Statement) -> int:
    """Return the "but" or semicolon before a statement's subject, or -1."""
    subject, verb = statement.speakers[0].first, statement.match.trigger
    had = statement.match.resolver.group_start(verb) < verb
    if subject >= verb or had or reading.tags[subject] == "p":
        return -1  # "but Chad had said", "but he said" may be told by the one who speaks
    opener = subject - 1 - (reading.tags[subject - 1] == "D")
    alone = reading.text.lower[opener] in CONTRASTING and not reading.text.quotes[opener]
    return opener if alone else -1
