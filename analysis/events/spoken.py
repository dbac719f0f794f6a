"""Events that statements are: accusing, asking, threatening, praising and promising somebody."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.dating import date_columns, pick_date
from analysis.events.accusing import mode_by_content
from analysis.events.aims import find_aim, is_appeal, is_drawn
from analysis.events.domestic import domestic_behind
from analysis.events.governed import BY_LAW
from analysis.events.parties import drop_media, find_actors, find_parties, is_reciprocal
from analysis.events.party import Party, Sides, divide
from analysis.events.promises import kind_of_promise, offers
from analysis.events.rows import make_event
from analysis.events.settling import at_home, settle
from analysis.events.threats import (
    UNLESS,
    announces_answer,
    announces_deed,
    content_end,
    find_provoker,
    find_threatened,
    is_threat,
    menaces,
    tells_own_deed,
)
from analysis.events.told import judge_telling
from analysis.events.unnamed import find_doer, find_struck
from analysis.evidence import Row, describe
from analysis.plover import load_plover, plover_words
from analysis.reading import Reading
from analysis.rulebook import Rulebook
from analysis.statements import NAMED_BEHIND, Statement, judge_confidence, receives_guest

TYPES = {
    "accuse": "ACCUSE",
    "request": "REQUEST",
    "praise": "SUPPORT",
    "promise": "AGREE",
    "warn": "THREATEN",
}
# In what one warns of or believes an accusation may lie, as in what one says.
JUDGING = frozenset({"warn", "assess"})
# "Reiterated his invitation": so near its verb stands what is made.
APPEAL_REACH = 4
# "Warned Chad against": so near.
AGAINST_WITHIN = 5
# So near "agreed to" stands what is done.
DONE_WITHIN = 4
# What people and bodies of one state do to one another; to order is no more than to lead.
AT_HOME = frozenset({"ACCUSE", "REQUEST", "THREATEN"})


def events_of_statements(
    reading: Reading, statements: list[Statement], deeds: dict[int, Row], rulebook: Rulebook
) -> Iterator[Row]:
    """Yield one event a statement that is an act towards another state or body.

    `deeds` are the events that rules found, by trigger: whose "the raid" is that is condemned.
    """
    blamed: tuple[Statement, list[Party]] | None = None
    for statement in statements:
        act = _own_act(statement)
        event_type = TYPES.get(act)
        deed = deeds.get(statement.match.trigger)
        if event_type is None or (deed is not None and deed["event_type"] != event_type):
            continue  # "asked the envoy to leave": the expulsion is the event
        if _is_done(statement, deeds):
            continue
        before = blamed[1] if blamed and _goes_on(statement, blamed[0], act) else []
        kind = _kind(statement, event_type, rulebook, aimed=bool(before))
        if kind is None:
            continue
        actors = drop_media(rulebook, find_actors(reading, statement.speakers))
        targets = find_struck(statement, deeds) or find_aim(statement, act)
        if act == "accuse":
            targets = targets or before or find_doer(statement, deeds.values())
        if kind[0] == "THREATEN":
            provoker = find_provoker(statement)
            acting = {party.country for party in provoker}
            told = (row for at, row in deeds.items() if statement.covers(at))
            if acting and any(_threatens_others(row, acting) for row in told):
                continue  # "would bomb Mali if Chad sent troops": the rule tells whom it would hit
            targets = provoker or targets or find_threatened(statement) or before
        blamed = (statement, targets) if targets else blamed
        if not targets and not statement.names_others and statement.match.rule.set["act"] != "say":
            behind = domestic_behind(reading, statement.sentence, statement.match.end)
            targets = [party for party in behind if party.sector != "prisoners"]
        apart = kind[0] in AT_HOME and _names_object(statement)
        place = reading, statement.sentence, rulebook.actors
        sides = settle(*place, (actors, targets), apart=apart)
        if kind[0] in ("REQUEST", "THREATEN") and not sides[1]:
            sides = sides[0], at_home(sides[0])
        agreed = not targets and kind[0] == "AGREE" and _is_agreed(statement)
        each = statement.match.rule.set.get("target") == "mutual"  # "traded threats"
        each = each or is_reciprocal(reading, statement.sentence, statement.match.trigger)
        sides = divide(*sides, mutual=agreed or each)
        if not (all(sides) or (sides[0] and _is_to_all(statement, kind))):
            continue
        telling = judge_telling(statement.match, statements, (*kind, "diplomatic"), sides)
        if telling is None:
            continue
        status = telling.status
        if status == "hypothetical" and statement.end <= statement.match.trigger:
            status = "occurred"  # the "if" is in what is said
        if telling.event_type == "AGREE" and status == "occurred" and not agreed:
            status = "planned"  # what is promised has yet to be done
        yield _row(statement, (telling.event_type, telling.mode), sides, status)


def _is_done(statement: Statement, deeds: dict[int, Row]) -> bool:
    """Tell what a body of states does by agreeing on it: "agreed to lift sanctions on Chad"."""
    first = statement.match.end
    near = [deeds[token] for token in range(first, first + DONE_WITHIN) if token in deeds]
    return any(row["event_type"] in BY_LAW and row["status"] == "occurred" for row in near)


def _threatens_others(deed: Row, provoking: set[str]) -> bool:
    sides = deed["actor_countries"] + deed["recipient_countries"]
    return deed["event_type"] == "THREATEN" and provoking.isdisjoint(sides)


def _is_to_all(statement: Statement, kind: tuple[str, str]) -> bool:
    """Tell what need be aimed at nobody: "called for restraint", "threatened to cut the gas"."""
    if kind[0] == "REQUEST":
        return is_appeal(statement)
    match = statement.match
    if "threaten" not in statement.reading.lemmas(match.trigger):
        return False
    thing = statement.tags[match.end : match.end + 1] == ["D"]  # "threatens the whole order"
    return bool(kind[1]) and not thing


def _is_agreed(statement: Statement) -> bool:
    """Tell what several promise one another: "agreed to act", "pledged to act together"."""
    words = statement.lower[statement.match.end : content_end(statement)]
    agrees = "agree" in statement.reading.lemmas(statement.match.trigger)
    return agrees or not plover_words("jointly").isdisjoint(words)


def _goes_on(statement: Statement, before: Statement, act: str) -> bool:
    """Tell whether an act is joined to one before: "urged Chad to explain, and condemned it".

    So a threat to do something oneself: "urged Chad to leave, warning that it would strike".
    """
    trigger = statement.match.trigger
    start = statement.match.resolver.group_start(trigger)
    joined = statement.tags[start - 1] in "C," and before.sentence is statement.sentence
    own = act == "accuse" or statement.reading.is_form(trigger, statement.lexicon["vowing"])
    return joined and (own or tells_own_deed(statement))


def _names_object(statement: Statement) -> bool:
    """Tell whether the verb itself is aimed at somebody, and it is no order to one's own people."""
    if statement.reading.is_form(statement.match.trigger, statement.lexicon["ordering_people"]):
        return False
    named = (filler for filler in statement.targets if filler.how != NAMED_BEHIND)
    return bool(find_parties(statement.reading, named))


def _own_act(statement: Statement) -> str:
    """Return the act of the rule; of what a neutral verb carries, what is aimed at somebody."""
    rule = statement.match.rule.set
    act = rule["act"]
    if statement.act == "request":
        return "request"
    if act == "promise" != statement.act and "only" not in rule:
        act = "say"  # "assured them that it was over"
    if act in JUDGING and mode_by_content(statement):
        return "accuse"
    if act != "say":
        return act
    if statement.act == "promise" and offers(statement):
        return "promise"
    if any(tells(statement) for tells in (announces_answer, announces_deed, menaces)):
        return "warn"
    return "accuse" if mode_by_content(statement) else act


def _row(statement: Statement, kind: tuple[str, str], sides: Sides, status: str) -> Row:
    base = describe(
        statement.match,
        confidence=judge_confidence(statement.reading, [*statement.speakers, *statement.targets]),
    )
    base |= date_columns(pick_date(statement.match))
    return make_event(
        base,
        (*kind, "diplomatic"),
        sides,
        status=status,
        statement_id=statement.row_ids[0] if statement.row_ids else "",
    )


def _mode_of_blame(statement: Statement) -> str:
    """Tell "blamed", "laid the blame on" and "said Chad had broken it" from what disapproves."""
    match = statement.match
    if match.rule.set["act"] != "accuse":
        return mode_by_content(statement)
    near = match.rule.with_words.intersection(statement.lower[match.end : match.end + APPEAL_REACH])
    named = near | statement.reading.word_and_lemmas(match.trigger)
    return "disapprove" if plover_words("alleging").isdisjoint(named) else "allege"


def _kind(
    statement: Statement, event_type: str, rulebook: Rulebook, *, aimed: bool
) -> tuple[str, str] | None:
    """Return type and mode by the words of the statement; None where it is no such act.

    `aimed`: it goes on from one that is aimed at somebody.
    """
    lemmas = statement.reading.lemmas(statement.match.trigger)
    words = statement.lower[slice(*statement.said())]
    if event_type == "THREATEN":  # "war unless the army withdraws" threatens war
        # … but not where the condition opens it: "“if they come, we will bomb them”".
        conditions = (at for at, word in enumerate(words) if at > 1 and word in UNLESS)
        words = words[: next(conditions, None)]
    if event_type == "ACCUSE":
        return event_type, _mode_of_blame(statement)
    if statement.match.rule.id == "statement.rule_out":  # refused, though one promises not to
        return "REJECT", load_plover().mode_of("REJECT", words)
    # Receiving somebody is no praise, and an invitation is an offer to meet.
    invited = {"invitation", "invitations"}.intersection(words[:APPEAL_REACH])
    inviting = "invite" in lemmas or bool(invited)
    if event_type == "REQUEST" and not inviting:
        return event_type, load_plover().first_mode(event_type, words)
    if event_type == "SUPPORT":
        return None if receives_guest(statement, rulebook) else (event_type, "")
    # "The threat to close the border", not "the threat of a storm".
    threats = plover_words("threats")
    threatens = statement.lower[statement.match.trigger] in threats and words[:1] == ["to"]
    if event_type == "THREATEN":
        if statement.lexicon["vowing"].isdisjoint(lemmas) and not threatens:
            own = aimed or announces_answer(statement)
            own = own or (bool(statement.match.rule.nouns) and is_drawn(statement))
            rule = statement.match.rule.set
            own = own or rule["act"] == "say" or rule.get("target") == "mutual"
            idle = not own and not is_threat(statement, words, rulebook)
            if "against" in words[:AGAINST_WITHIN]:
                words = []  # what the other side is not to do
        else:  # "threatens to top the group"
            idle = not plover_words("harmless").isdisjoint(words[:2])
        return None if idle else (event_type, load_plover().mode_of(event_type, words))
    return kind_of_promise(statement, words)
