"""Quotations that go on: whose they are, and what each of their sentences says."""

from __future__ import annotations

from dataclasses import replace

from analysis.matching import Match
from analysis.reading import Reading
from analysis.roles import Filler, SurfaceResolver
from analysis.statements.statement import Statement
from analysis.text import Sentence


def attach_quotations(reading: Reading, statements: list[Statement]) -> None:
    """Let quotations that go on without a cue belong to who spoke last; in place."""
    cued = {statement.sentence.number for statement in statements}
    sentences, quotes = reading.text.sentences, reading.text.quotes
    # A quotation that a later cue goes on with is that speaker's from its beginning.
    owners = {
        number: statement.sentence.number
        for statement in reversed(statements)
        for number in quotes[statement.first : statement.end]
        if number not in (0, quotes[statement.match.trigger])
    }
    for place, statement in enumerate(statements):
        _extend(statement)
        following = statements[place + 1 : place + 2]
        if following and following[0].sentence.number == statement.sentence.number:
            continue
        for sentence in sentences[statement.sentence.number + 1 :]:
            number = quotes[sentence.first]
            if sentence.number in cued or not _is_quoted(reading, sentence):
                break
            if owners.get(number, statement.sentence.number) != statement.sentence.number:
                break
            statement.ends_here = statement.ends_here or statement.end
            statement.end = sentence.end
            statement.quotation = statement.quotation or number


def further_sentences(reading: Reading, statements: list[Statement]) -> list[Statement]:
    """Return what else is said in quotations of several sentences, a statement a sentence.

    Whatever the cue does, these only say; their own words tell what else they do.
    """
    told = {statement.sentence.number for statement in statements}
    found = []
    for statement in statements:
        first = reading.text.sentence_of[statement.first]
        last = reading.text.sentence_of[max(statement.end - 1, statement.first)]
        for sentence in reading.text.sentences[first : last + 1]:
            if sentence.number not in told and _is_quoted(reading, sentence):
                told.add(sentence.number)
                said = say_throughout(statement.match, sentence, statement.speakers)
                said.opening = statement
                found.append(said)
    return found


def join_repetitions(statements: list[Statement]) -> None:
    """Let further sentences of a quotation that only do the same again share its row; in place."""
    carrying: dict[tuple[int, str, frozenset[str]], Statement] = {}
    for number, statement in enumerate(statements):
        opening = statement.opening
        if opening is None:
            statement.repeats = _spelt_out(statement, statements[:number])
            continue
        aimed = _aimed_at(statement)
        key = id(opening), statement.act, aimed
        # What one state says about another counts by itself.
        about_state = aimed and statement.own_countries
        same = statement.act == opening.act and aimed <= _aimed_at(opening)
        if same or (statement.act == "say" and not about_state):
            statement.repeats = opening
        elif carrying.setdefault(key, statement) is not statement:
            statement.repeats = carrying[key]


def _spelt_out(statement: Statement, before: list[Statement]) -> Statement | None:
    """Return the denial that "rejected the charge, denying that …" goes on with."""
    if statement.act != "deny" or statement.tags[statement.match.trigger] != "G":
        return None
    same = (other for other in before if other.speakers == statement.speakers)
    return next((other for other in same if other.act == "deny"), None)


def _aimed_at(statement: Statement) -> frozenset[str]:
    return frozenset(statement.reading.countries(statement.targets) - {""})


def say_throughout(match: Match, sentence: Sentence, speakers: list[Filler]) -> Statement:
    """Return a whole sentence as said, its cue being elsewhere."""
    resolver = SurfaceResolver(match.reading, sentence)
    said = replace(
        match, rule=match.rule.saying, sentence=sentence, fillers={}, resolver=resolver,
        passive=False,
    )  # fmt: skip
    statement = Statement(said, sentence, speakers, "say", sentence.first, sentence.end)
    statement.quotation = max(match.reading.text.quotes[sentence.first : sentence.end], default=0)
    return statement


def _extend(statement: Statement) -> None:
    """Take in the whole of the quotations that the content is part of, none that tells of it."""
    quotes = statement.reading.text.quotes
    parts = {*quotes[statement.first : statement.end]} - {0, quotes[statement.match.trigger]}
    while statement.end < len(quotes) and quotes[statement.end] in parts:
        statement.end += 1
    while statement.first and quotes[statement.first - 1] in parts:
        statement.first -= 1


def _is_quoted(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a sentence stands in quotation marks as a whole."""
    inside = reading.text.quotes[sentence.first : sentence.end]
    return all(inside) or (len(inside) > 1 and all(inside[:-1]))
