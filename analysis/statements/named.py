"""Whom the words of a statement name beside its speaker: the first state or body, if it acts."""

from __future__ import annotations

from analysis.actors import BODIES, PERSONS, ActorBook, Mention
from analysis.acts import SpeechWords
from analysis.grammar import CONDITIONS, HE_OR_SHE
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.statements.statement import Statement

# A place or an example rather than a party stands behind these: "the war in Ukraine".
LOCATING = frozenset(
    "like at in inside into near across around outside within alongside beside".split()
)
# So near before a name begins the place or example that it is.
LOCATED_WITHIN = 3
# Kinds of those who may be meant, also as "Chadian" attacks.
PARTIES = BODIES | PERSONS | {"demonym"}
# Acts that may be about what somebody has said: "praised Silva's speech on Chad".
JUDGING = frozenset({"accuse", "praise"})
# Acts of one side against another.
AGAINST = frozenset({"accuse", "warn"})
# Whom one assesses or praises is whoever acts in what is said.
FOUND_ACTING = frozenset({"assess", "praise"})
# Who is under sanctions is not asked or thanked for them, nor blamed with them.
JUDGED_OR_ASKED = JUDGING | {"request"}
# Who opens what is admitted, or stands behind these, has a part in it.
PARTAKING = frozenset("that by from with to".split())
OUT_OF = ("out", "of")
WARNED_OF = frozenset({"of", "about"})
CREDIT_MARKS = frozenset("([/")
UPHOLDING = frozenset("of with by under to".split())
BINDING = frozenset({"on", "against", "over"})
# How somebody comes to be a target who only is named somewhere behind the verb.
NAMED_BEHIND = "named behind"
# … or right behind words of praise.
PRAISED = "praised"


def is_other(statement: Statement, number: int) -> bool:
    """Tell whether a mention names somebody who is not among the speakers."""
    if number < 0 or not statement.reading.mentions[number].name:
        return False
    mention = statement.reading.mentions[number]
    body = mention.kind == "pronoun" and statement.lower[mention.first] not in HE_OR_SHE
    if body and mention.country in statement.own_countries:
        return False
    speaking = statement.reading.named(statement.speakers)
    return mention.name not in {speaker.name for speaker in speaking}


def is_party(noun: str, speech: SpeechWords) -> bool:
    """Tell "the rebels", "the firm", who can be accused or asked, from "the report"."""
    acts = noun in speech.speaking or noun in speech.sides or noun in speech.bodies
    return acts and noun not in speech.documents


def named_others(statement: Statement, where: tuple[int, int], book: ActorBook) -> list[Filler]:
    """The first state or body in a token range that is not the speaker's own, a place as the last.

    All of them where it will be whoever acts (intended.py).
    """
    reading = statement.reading
    found: list[Filler] = []
    placed: list[Filler] = []
    named = reading.mentions_between(*where)
    if statement.act == "warn":
        named.sort(key=lambda one: not _is_condition(reading, one[1].first))
    for number, mention in named:
        if is_credit(reading, number, book) or not _may_be_meant(statement, number):
            continue
        located = _is_located(reading, mention.first)
        if not located or (statement.act == "accuse" and mention.kind == "state"):
            (placed if located else found).append(reading.filler(number, NAMED_BEHIND))
    found += placed
    return found if statement.act in FOUND_ACTING else found[:1]


def _may_be_meant(statement: Statement, number: int) -> bool:
    """Tell a party that is not the speaker's own from who only backs, rules or is ruled."""
    reading, act = statement.reading, statement.act
    mention = reading.mentions[number]
    own = mention.country in statement.own_countries
    if not mention.country or (own and not _is_blamed_compatriot(statement, mention)):
        return False
    acting = mention.kind in PARTIES and reading.item_at[mention.first] < 0
    if not acting or not is_other(statement, number):
        return False
    if _is_backer(reading, number) or _is_of_rules(reading, mention, act):
        return False
    held = reading.text.lower[mention.end - 1] in reading.lexicon["encounters"]
    if mention.kind == "organisation" and held:  # "the Six-Party Talks"
        return False
    if act == "accuse" and mention.is_place and _is_journeyed_to(reading, mention.first):
        return False
    if act in JUDGED_OR_ASKED:
        return not _is_under_rules(reading, mention)
    end, lower = statement.match.end, statement.lower
    if act == "confirm":  # "admitted that Chad fired", "arms from Chad", no place
        before = reading.skip_left(mention.first - 1, "DOE", end)
        return before < end or lower[before] in PARTAKING
    # "Warned of Mali's debts" warns others.
    whose = mention.possessive or mention.kind == "demonym"
    return act != "warn" or not (whose and lower[end] in WARNED_OF)


def _is_condition(reading: Reading, first: int) -> bool:
    """Tell who has it in hand: "it will close the border to Chad unless | Mali disarms them"."""
    before = first - 1 - (reading.tags[first - 1] == "D")
    return before >= 0 and reading.text.lower[before] in CONDITIONS


def _is_blamed_compatriot(statement: Statement, mention: Mention) -> bool:
    """Tell whom a politician's charge or demand opens with: "complained that Silva had lied"."""
    if statement.act not in ("accuse", "request") or mention.kind not in ("person", "title"):
        return False
    told, speaker = statement.lower[mention.first - 1] == "that", statement.speakers[0]
    if statement.act == "request":
        return told
    opens = told or mention.first <= statement.match.end
    return opens and statement.reading.kind_of(speaker) in PERSONS


def _is_backer(reading: Reading, number: int) -> bool:
    """Tell who only stands behind "Chad-backed rebels" and "US-made shells"."""
    end = reading.mentions[number].end
    lower = reading.text.lower
    backed = not reading.lexicon["backed_by"].isdisjoint(lower[end + 1 : end + 2])
    return lower[end : end + 1] == ["-"] and backed


def _is_of_rules(reading: Reading, mention: Mention, act: str) -> bool:
    """Tell whose rules are broken or kept: "violated UN resolutions", "a breach of UN rules".

    Only who blames or praises a body's rules may mean the body.
    """
    before = mention.first - 1
    while before > 0 and reading.tags[before] in "DEOC" and not _keeps(reading, before):
        before -= 1
    behind = reading.text.lower[mention.end : mention.end + 2]
    tied = act not in JUDGING and mention.country == "IGO"
    tied = tied or _keeps(reading, before) or reading.text.lower[before] in UPHOLDING
    return tied and not reading.lexicon["rules"].isdisjoint(behind)


def _is_journeyed_to(reading: Reading, first: int) -> bool:
    """Tell where somebody was, "hours after she left | Chad", from who acts."""
    before = first - 1 - (reading.tags[first - 1] == "D")
    told = reading.tags[before] in "VG"
    return told and reading.is_form(before, reading.lexicon["journeying"])


def _keeps(reading: Reading, token: int) -> bool:
    return reading.is_form(token, reading.lexicon["keeping"])


def _is_under_rules(reading: Reading, mention: Mention) -> bool:
    """Tell whom rules are against: "the embargo on Chad"."""
    before = mention.first - 1 - (reading.tags[mention.first - 1] == "D")
    lower = reading.text.lower
    return before > 0 and lower[before] in BINDING and lower[before - 1] in reading.lexicon["rules"]


def is_credit(reading: Reading, number: int, book: ActorBook) -> bool:
    """Tell who only passes on: an outlet, "[File: Ana Silva/Reuters]", a short form in brackets."""
    mention = reading.mentions[number]
    before = reading.text.words[max(0, mention.first - 1) : mention.first]
    behind = reading.text.words[mention.end : mention.end + 1]
    bracketed = mention.kind == "organisation" and not CREDIT_MARKS.isdisjoint(before)
    return bracketed or "/" in (*before, *behind) or book.is_outlet(mention.actor_id)


def _is_located(reading: Reading, first: int) -> bool:
    before = reading.skip_left(first - 1, "DO", max(0, first - LOCATED_WITHIN))
    town, land = reading.named_at(before - 1), reading.named_at(first)
    if town and land and before > 1 and reading.tags[before] == "," and town.is_place:
        before = town.first - 1 if town.country == land.country else before  # "in Abuja, Nigeria"
    if before < 1:
        return False
    if reading.tags[before] == "C" and land and town and not land.possessive:
        return _is_located(reading, town.first)  # "in Niger and | Chad"
    word, first_word = reading.text.lower[before], reading.text.lower[before - 1]
    beside = word == "by" and first_word in reading.lexicon["beside"]
    return word in LOCATING or beside or (first_word, word) == OUT_OF
