"""Matches of the rules in statements.yaml -> statements: who speaks, and what the words do."""

from __future__ import annotations

from analysis.acts import SpeechWords
from analysis.matching import Match
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.rulebook import Rulebook
from analysis.statements.content import attach_quotations, find_content, is_claim
from analysis.statements.meaning import find_meaning
from analysis.statements.speakers import FIRST_PERSON, SpeakerFinder
from analysis.statements.statement import Statement

# Behind these a clause only asks whether something is said.
CONDITIONS = frozenset({"if", "unless", "whether"})
# "by saying" speaks; "accused of saying" does not.
UNREALISED_BEFORE = frozenset({"of", "for", "from", "against", "without", "to"})


def find_statements(reading: Reading, matches: list[Match], rulebook: Rulebook) -> list[Statement]:
    """Return the speech acts of a text in order; the first rule of a trigger takes it."""
    words = rulebook.acts.speech
    statements: list[Statement] = []
    taken: set[int] = set()
    quoted: list[Match] = []
    for match in matches:
        if match.rule.table != "statements" or match.trigger in taken:
            continue
        if not _is_realised(reading, match, words):
            continue
        if reading.text.quotes[match.trigger] and _speaks_itself(reading, match):
            quoted.append(match)
            continue
        statement = _statement(reading, match, SpeakerFinder(reading, match, words), statements)
        if statement is not None:
            taken.update(range(match.trigger, match.end))
            statements.append(statement)
    attach_quotations(reading, statements)
    statements += _own_words(reading, quoted, statements, taken)
    statements.sort(key=lambda statement: statement.match.trigger)
    for statement in statements:
        find_meaning(reading, statement, statements, rulebook)
    return statements


def _statement(
    reading: Reading, match: Match, finder: SpeakerFinder, before: list[Statement]
) -> Statement | None:
    speakers = finder.of_match(match)
    if before and finder.goes_on(match, speakers):
        speakers = before[-1].speakers[:1]
    if not speakers or reading.text.lower[speakers[0].first - 1] in (
        "neither",
        "nor",
        "no",
        "none",
    ):
        return None
    first, end = find_content(reading, match, speakers)
    if match.rule.set["content"] == "claim" and not is_claim(reading, first, end):
        return None
    statement = Statement(match, match.sentence, speakers, match.rule.set["act"], first, end)
    statement.quotation = max(reading.text.quotes[first:end], default=0)
    return statement


def _is_realised(reading: Reading, match: Match, words: SpeechWords) -> bool:
    """Tell a speech act from one that is only wanted, asked for, possible or negated."""
    tag, lower, tags = reading.tags[match.trigger], reading.text.lower, reading.tags
    if tag not in "VIGE" or match.rule.phrases:
        return True
    if match.negated:
        return False
    start = match.resolver.group_start(match.trigger)
    if "M" in tags[start : match.trigger]:
        return False
    before = start - 1
    if before < match.sentence.first:
        return True
    if tags[before] == "T":
        governor = match.resolver.governor(match.trigger)
        return governor >= 0 and not words.realised.isdisjoint(reading.lemmas(governor))
    if tag == "G" and tags[before] == "P":
        return lower[before] not in UNREALISED_BEFORE
    if tag == "G" and tags[before] in "VIG":
        return not words.realised.isdisjoint(reading.lemmas(before))
    return CONDITIONS.isdisjoint(lower[max(match.sentence.first, before - 3) : before + 1])


def _speaks_itself(reading: Reading, match: Match) -> bool:
    """Tell whether "we" or "I" do it inside a quotation: “We urge both sides …”."""
    start = match.resolver.group_start(match.trigger)
    return start > match.sentence.first and reading.text.lower[start - 1] in FIRST_PERSON


def _own_words(
    reading: Reading, matches: list[Match], statements: list[Statement], taken: set[int]
) -> list[Statement]:
    """Return what the speakers of quotations do in their own words."""
    speakers: dict[int, list[Filler]] = {}
    for statement in statements:
        for number in {*reading.text.quotes[statement.first : statement.end]} - {0}:
            speakers.setdefault(number, statement.speakers)
    found = []
    for match in matches:
        number = reading.text.quotes[match.trigger]
        if match.rule.set["act"] == "say" or match.trigger in taken or number not in speakers:
            continue
        taken.add(match.trigger)
        act, end = match.rule.set["act"], match.sentence.end
        statement = Statement(match, match.sentence, speakers[number], act, match.end, end)
        statement.quotation = number
        found.append(statement)
    return found
