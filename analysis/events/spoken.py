"""Events that statements are: accusing, asking, threatening, praising and promising somebody."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from analysis.events.accusing import accuses_by_content
from analysis.events.apart import set_apart
from analysis.events.domestic import at_home, domestic_behind, settle
from analysis.events.parties import (
    RECIPROCAL,
    divide,
    drop_media,
    find_actors,
    find_parties,
    owned_parties,
)
from analysis.events.party import Party
from analysis.events.rows import date_columns, make_event
from analysis.events.threats import (
    announces_answer,
    announces_deed,
    content_end,
    find_provoker,
    find_threatened,
    is_threat,
)
from analysis.events.told import judge_telling
from analysis.evidence import Row, describe
from analysis.plover import load_plover
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.rulebook import Rulebook
from analysis.statements import NAMED_BEHIND, Statement, judge_confidence
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
# Behind these words stands whose deed is disapproved of, or who has to act; and how far they reach.
BEFORE_TARGET = {
    "accuse": (frozenset("over about at by of".split()), 6),
    "request": (frozenset("that for on upon".split()), 1),
    "promise": (frozenset("to for".split()), 10),
}
# Who reaffirms support backs, who pledges it agrees to give it.
REAFFIRMING = frozenset("reaffirm reiterate renew affirm restate repeat underscore".split())
BACKING = frozenset({"support", "backing", "solidarity"})
HELD = frozenset("held detained jailed imprisoned captured arrested abducted".split())
THEM = (["them"], ["him"], ["her"])
WITH = frozenset({"with"})
OBLIGING = frozenset("must should ought needs".split())
# What people and bodies of one state do to one another; to order is no more than to lead.
AT_HOME = frozenset({"ACCUSE", "REQUEST", "THREATEN"})
ORDERING = frozenset("order instruct tell direct command ask say".split())
# Tags behind which somebody else may be spoken of than is asked.
NEXT_CLAUSE = frozenset("VR")
# A harm that is sworn to somebody is a threat whatever it is.
VOWING = frozenset("threaten vow swear pledge promise".split())
# How far behind "vowed" the words stand that make a promise a threat.
VOW_REACH = 7


def events_of_statements(
    reading: Reading, statements: list[Statement], rulebook: Rulebook
) -> Iterator[Row]:
    """Yield one event a statement that is an act towards another state or body."""
    for statement in statements:
        event_type = TYPES.get(_own_act(reading, statement))
        if event_type is None:
            continue
        kind = _kind(reading, statement, event_type, rulebook)
        if kind is None:
            continue
        actors = drop_media(rulebook, find_actors(reading, statement.speakers))
        targets = _targets(reading, statement)
        if kind[0] == "THREATEN":
            provoker = find_provoker(reading, statement)
            targets = provoker or targets or find_threatened(reading, statement)
        if not targets:
            behind = domestic_behind(reading, statement.sentence, statement.match.end)
            targets = [party for party in behind if party.sector != "prisoners"]
        sides = settle(reading, statement.sentence, rulebook.actors, (actors, targets))
        if kind[0] == "REQUEST" and not sides[1]:
            sides = sides[0], at_home(sides[0])
        if kind[0] in AT_HOME and _names_object(reading, statement):
            sides = set_apart(*sides)
        sides = divide(*sides, mutual=_is_mutual(reading, statement))
        if not all(sides):
            continue
        telling = judge_telling(reading, statement.match, statements, (*kind, "diplomatic"), sides)
        if telling is None:
            continue
        status = telling.status
        if status == "hypothetical" and statement.end <= statement.match.trigger:
            status = "occurred"  # the "if" is in what is said
        if telling.event_type == "AGREE" and status == "occurred":
            status = "planned"  # what is promised has yet to be done
        yield _row(reading, statement, (telling.event_type, telling.mode), sides, status)


def _names_object(reading: Reading, statement: Statement) -> bool:
    """Tell whether the verb itself is aimed at somebody, and it is no order to one's own people."""
    if not ORDERING.isdisjoint(reading.lemmas(statement.match.trigger)):
        return False
    named = (filler for filler in statement.targets if filler.how != NAMED_BEHIND)
    return bool(find_parties(reading, named))


def _own_act(reading: Reading, statement: Statement) -> str:
    """Return the act of the rule; of what a neutral verb carries, what is aimed at somebody."""
    act = statement.match.rule.set["act"]
    if act != "say" or statement.act == "request":
        return statement.act if statement.act == "request" else act
    if announces_answer(reading, statement) or announces_deed(reading, statement):
        return "warn"
    return "accuse" if accuses_by_content(reading, statement) else act


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
    words = reading.text.lower[statement.match.end : content_end(statement)]
    if event_type == "ACCUSE":
        return event_type, "disapprove" if ALLEGING.isdisjoint(lemmas) else "allege"
    if event_type == "REQUEST" and SUMMONING in lemmas:
        return None
    if event_type == "REQUEST" and INVITING not in lemmas:
        return event_type, load_plover().mode_of(event_type, words)
    if event_type == "SUPPORT":
        received = RECEIVING in lemmas and _are_received(reading, statement)
        return None if received else (event_type, "")
    if event_type == "THREATEN" and VOWING.isdisjoint(lemmas):
        own = announces_answer(reading, statement)
        own = own or statement.match.rule.set["act"] == "say"
        if not own and not is_threat(reading, statement, words, rulebook):
            return None
    elif not REAFFIRMING.isdisjoint(lemmas) and not BACKING.isdisjoint(words[:VOW_REACH]):
        return "SUPPORT", ""
    elif event_type != "THREATEN" and load_plover().hostile.isdisjoint(words[:VOW_REACH]):
        return "AGREE", ""
    return "THREATEN", load_plover().mode_of("THREATEN", words)


def _are_received(reading: Reading, statement: Statement) -> bool:
    """Tell guests from what is theirs: "welcomed Chad's president", "welcomed Chad's decision"."""
    named = [reading.mentions[f.mention] for f in statement.targets if f.mention >= 0]
    return bool(named) and not named[0].possessive


def _is_mutual(reading: Reading, statement: Statement) -> bool:
    """Tell whether they speak to one another: "Chad and Niger pledged help to each other"."""
    words = reading.text.lower[statement.match.end : statement.match.end + 10]
    return not RECIPROCAL.isdisjoint(pairwise(words))


def _targets(reading: Reading, statement: Statement) -> list[Party]:
    """Return who is addressed; else whose deed it is, or who has to act."""
    match, act = statement.match, _own_act(reading, statement)
    aimed = statement.targets
    if act == "request":
        aimed = [filler for filler in aimed if _is_asked(reading, statement, filler)]
    found = _met(reading, statement) or find_parties(reading, aimed)
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


def _met(reading: Reading, statement: Statement) -> list[Party]:
    """Return whom "them" means in "met Malian leaders to urge them to act"."""
    match, lower = statement.match, reading.text.lower
    governor = match.resolver.governor(match.trigger)
    if governor < 0 or lower[match.end : match.end + 1] not in THEM:
        return []
    met = match.resolver.object(governor) or match.resolver.phrases(governor, WITH)
    return find_parties(reading, met)


def _is_asked(reading: Reading, statement: Statement, filler: Filler) -> bool:
    """Tell whom something is asked of from who is only named: "the need for a way out for Chad".

    Behind another verb, or a verb that only says, it must be who has to act: "Chad must leave".
    """
    first, end = filler.first, filler.end
    if filler.how != NAMED_BEHIND or first < statement.match.end or end >= len(reading.tags):
        return True
    while first > statement.match.end and reading.tags[first - 1] in "DEO":
        first -= 1
    while end < statement.sentence.end - 1 and reading.tags[end] in "OX":
        end += 1
    if reading.text.lower[first - 1] == "for" and reading.tags[end] in "TC":
        return True  # "the need for Chad to act", "for Chad and Mali to act"
    acts = reading.tags[end] in "VMA" or reading.text.lower[end] in OBLIGING
    if acts and reading.tags[first - 1] != "P":
        return True
    plain = statement.match.rule.set["act"] == "request"
    return plain and NEXT_CLAUSE.isdisjoint(reading.tags[statement.match.end : first])


def _holders(reading: Reading, statement: Statement) -> list[Party]:
    """Return who holds those whose release is asked for: "two Swedes held by Ethiopia"."""
    lower = reading.text.lower
    for token in range(statement.match.end, content_end(statement) - 1):
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
