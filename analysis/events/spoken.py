"""Events that statements are: accusing, asking, threatening, praising and promising somebody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from analysis.events.parties import (
    RECIPROCAL,
    Party,
    divide,
    drop_media,
    find_actors,
    find_parties,
    owned_parties,
)
from analysis.events.rows import date_columns, make_event
from analysis.events.told import judge_telling
from analysis.evidence import Row, describe
from analysis.plover import load_plover
from analysis.reading import Reading
from analysis.rulebook import Rulebook
from analysis.statements import Statement, judge_confidence
from analysis.visits import pick_date

TYPES = {
    "accuse": "ACCUSE",
    "request": "REQUEST",
    "praise": "SUPPORT",
    "promise": "AGREE",
    "warn": "THREATEN",
}
ALLEGING = frozenset("accuse allege blame charge fault".split())
# Receiving somebody is no praise, an invitation is an offer to meet, and a summons a rebuke, which
# a rule of events.yaml finds.
RECEIVING, INVITING, SUMMONING = "welcome", "invite", "summon"
HOSTILE = frozenset(
    "retaliate retaliation retaliatory sanctions punish punishment revenge avenge destroy crush"
    " consequences defeat answer hunt reciprocate annihilate obliterate"
    " expel deport sanction bomb attack invade".split()
)
# Behind these words stands whose deed is disapproved of, or who has to act; and how far they reach.
BEFORE_TARGET = {
    "accuse": (frozenset("over about at by of".split()), 6),
    "request": (frozenset("that for on upon".split()), 1),
    "promise": (frozenset("to for".split()), 10),
}
HELD = frozenset("held detained jailed imprisoned captured arrested abducted".split())
OBLIGING = frozenset("must should ought needs".split())
OWN_SIDE = frozenset("we it he she they".split())
# How far behind "vowed" the words stand that make a promise a threat.
VOW_REACH = 7


def events_of_statements(
    reading: Reading, statements: list[Statement], rulebook: Rulebook
) -> Iterator[Row]:
    """Yield one event a statement that is an act towards another state or body."""
    for statement in statements:
        event_type = TYPES.get(_own_act(statement))
        if event_type is None:
            continue
        kind = _kind(reading, statement, event_type, rulebook)
        if kind is None:
            continue
        actors = drop_media(rulebook, find_actors(reading, statement.speakers))
        targets = _targets(reading, statement)
        if kind[0] == "THREATEN":
            targets = targets or _threatened(reading, statement)
        sides = divide(actors, targets, mutual=_is_mutual(reading, statement))
        telling = judge_telling(reading, statement.match, statements, (*kind, "diplomatic"), sides)
        if telling is None or not all(sides):
            continue
        status = telling.status
        if telling.event_type == "AGREE" and status == "occurred":
            status = "planned"  # what is promised has yet to be done
        yield _row(reading, statement, (telling.event_type, telling.mode), sides, status)


def _own_act(statement: Statement) -> str:
    """Return the act of the rule; what a neutral verb carries counts where it is a request."""
    act = statement.match.rule.set["act"]
    return "request" if act == "say" and statement.act == "request" else act


def _row(
    reading: Reading,
    statement: Statement,
    kind: tuple[str, str],
    sides: tuple[list[Party], list[Party]],
    status: str,
) -> Row:
    base = describe(
        reading,
        statement.sentence,
        rule_id=statement.match.rule.id,
        confidence=judge_confidence(reading, [*statement.speakers, *statement.targets]),
    )
    base |= date_columns(pick_date(reading, statement.match))
    return make_event(
        base,
        (*kind, "diplomatic"),
        sides,
        status=status,
        statement_id=statement.row_ids[0] if statement.row_ids else "",
    )


def _kind(
    reading: Reading, statement: Statement, event_type: str, rulebook: Rulebook
) -> tuple[str, str] | None:
    """Return type and mode by the words of the statement; None where it is no such act."""
    lemmas = reading.lemmas(statement.match.trigger)
    words = reading.text.lower[statement.match.end : _end(statement)]
    if event_type == "ACCUSE":
        return event_type, "disapprove" if ALLEGING.isdisjoint(lemmas) else "allege"
    if event_type == "REQUEST" and SUMMONING in lemmas:
        return None
    if event_type == "REQUEST" and INVITING not in lemmas:
        return event_type, load_plover().mode_of(event_type, words)
    if event_type == "SUPPORT":
        return None if RECEIVING in lemmas and statement.targets else (event_type, "")
    if event_type == "THREATEN" and "threaten" not in lemmas:
        if not _is_threat(reading, statement, words, rulebook):
            return None
    elif event_type != "THREATEN" and HOSTILE.isdisjoint(words[:VOW_REACH]):
        return "AGREE", ""
    return "THREATEN", load_plover().mode_of("THREATEN", words)


def _end(statement: Statement) -> int:
    """Return where the content ends that stands in the statement's own sentence."""
    return min(statement.end, statement.sentence.end)


def _is_threat(
    reading: Reading, statement: Statement, words: Sequence[str], rulebook: Rulebook
) -> bool:
    """Tell a warning that threatens from one that foretells: "warned of rain"."""
    first, end = statement.match.end, _end(statement)
    if rulebook.acts.find("warn", reading.text.lower, first, end) >= 0:
        return True
    if not statement.targets:
        return False
    return not {"against", "not"}.isdisjoint(words[:8]) or _tells_own_deed(reading, statement)


def _tells_own_deed(reading: Reading, statement: Statement) -> bool:
    """Tell whether the speaker's own side will act: "warned Chad that it would respond"."""
    speakers = {party.side for party in find_parties(reading, statement.speakers)}
    for token in range(statement.match.end, _end(statement) - 1):
        if reading.text.lower[token] not in ("will", "would"):
            continue
        if reading.text.lower[token - 1] in OWN_SIDE:
            return True
        subject = find_parties(reading, statement.match.resolver.subject(token + 1))
        return not {party.side for party in subject}.isdisjoint(speakers)
    return False


def _is_mutual(reading: Reading, statement: Statement) -> bool:
    """Tell whether they speak to one another: "Chad and Niger pledged help to each other"."""
    words = reading.text.lower[statement.match.end : statement.match.end + 10]
    return not RECIPROCAL.isdisjoint(pairwise(words))


def _targets(reading: Reading, statement: Statement) -> list[Party]:
    """Return who is addressed; else whose deed it is, or who has to act."""
    found = find_parties(reading, statement.targets)
    match, act = statement.match, _own_act(statement)
    if found or match.passive:
        return found
    if act != "promise":
        found = owned_parties(reading, statement.sentence, match.end)
    if act == "request":
        found = _holders(reading, statement) or found or _obliged(reading, statement)
    before, reach = BEFORE_TARGET.get(act, (frozenset(), 0))
    for token in range(match.end, min(match.end + reach, statement.sentence.end)):
        if found or reading.tags[token] in "VS;":
            break
        if reading.text.lower[token] in before:
            found = owned_parties(reading, statement.sentence, token + 1)
    return found


def _holders(reading: Reading, statement: Statement) -> list[Party]:
    """Return who holds those whose release is asked for: "two Swedes held by Ethiopia"."""
    lower = reading.text.lower
    for token in range(statement.match.end, _end(statement) - 1):
        if lower[token] in HELD and lower[token + 1] == "by":
            return owned_parties(reading, statement.sentence, token + 2)
    return []


def _obliged(reading: Reading, statement: Statement) -> list[Party]:
    """Return who must act: "Ethiopia should withdraw, the minister demanded"."""
    lower, speakers = reading.text.lower, find_parties(reading, statement.speakers)
    for token in range(statement.first + 1, min(statement.end, len(lower) - 1)):
        if lower[token] in OBLIGING and reading.tags[token - 1] == "X":
            subject = statement.match.resolver.subject(token + 1)
            return [party for party in find_parties(reading, subject) if party not in speakers]
    return []


def _threatened(reading: Reading, statement: Statement) -> list[Party]:
    """Return whom the deed would hit: "threatened to cut off gas to Moldova"."""
    match = statement.match
    if reading.text.lower[match.end : match.end + 1] != ["to"]:
        return []
    said = {filler.mention for filler in statement.speakers}
    for number, mention in reading.mentions_between(
        match.end, min(_end(statement), match.end + 14)
    ):
        if mention.country and number not in said and mention.kind != "pronoun":
            return [Party(mention.actor_id or mention.country, mention.country)]
    return []
