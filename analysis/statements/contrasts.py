"""Where what one says ends: "Oslo said …, but Chad said …", "Oslo said … and condemned …"."""

from __future__ import annotations

from analysis.reading import Reading
from analysis.statements.statement import Statement

# What another says stands behind these.
CONTRASTING = frozenset({";", "but", "while", "whereas", "though", "although", "yet"})


def end_before_others(reading: Reading, statements: list[Statement]) -> None:
    """End what is said where another goes on, or the speaker with another act; in place."""
    before: list[Statement] = []
    for other in sorted(statements, key=lambda statement: statement.match.trigger):
        if before and before[-1].sentence is not other.sentence:
            before = []
        opener = _contrasted_at(reading, other) if before else -1
        for statement in before:
            joined = _joined_at(reading, other) if other.speakers == statement.speakers else -1
            behind = max(opener, joined)
            if statement.match.end < behind:
                statement.end = max(statement.first, min(statement.end, behind))
        if before and reading.tags[other.match.trigger] == "G":
            other.end = min(other.end, _resumed_at(reading, before[-1], other))
        before.append(other)


def _contrasted_at(reading: Reading, statement: Statement) -> int:
    """Return the "but" or semicolon before a statement's subject, or -1."""
    subject, verb = statement.speakers[0].first, statement.match.trigger
    had = "A" in reading.tags[statement.match.resolver.group_start(verb) : verb]
    if subject >= verb or had or reading.tags[subject] == "p":
        return -1  # "but Chad had said", "but he said" may be told by the one who speaks
    opener = subject - 1 - (reading.tags[subject - 1] == "D")
    alone = reading.text.lower[opener] in CONTRASTING and not reading.text.quotes[opener]
    return opener if alone else -1


def _joined_at(reading: Reading, statement: Statement) -> int:
    """Return the "and" before what one does besides: "said that … and condemned it", or -1."""
    trigger = statement.match.trigger
    before = statement.match.resolver.group_start(trigger) - 1
    joined = reading.tags[before] == "C" and not reading.text.quotes[before]
    # "Said that it would wait and respond": a base form may be a part of what is said.
    return before if joined and reading.text.lower[trigger] not in reading.lemmas(trigger) else -1


def _resumed_at(reading: Reading, outer: Statement, inner: Statement) -> int:
    """Return where who denies a report goes on: "denied a report saying …, calling it a lie"."""
    end = inner.sentence.end
    if outer.act != "deny" or not outer.covers(inner.match.trigger):
        return end
    commas = (t for t in range(inner.match.end, end - 1) if reading.tags[t] == ",")
    return next((t for t in commas if reading.tags[t + 1] == "G"), end)
