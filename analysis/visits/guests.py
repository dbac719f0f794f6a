"""Who travels: officials by name, leaders of delegations, those whom "both leaders" stands for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from analysis.actors import ActorBook, Mention
from analysis.actors.teams import LED
from analysis.grammar import COPULAS, RANKS
from analysis.matching import Match
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.statements import Statement, find_pair, governing
from analysis.visits.delegations import find_leaders
from analysis.visits.hosts import is_absent, list_met
from analysis.visits.journeys import PUT_OFF
from analysis.visits.offices import list_holders, list_teams

# Officials of these kinds travel; a state alone does not.
TRAVELLERS = frozenset({"person", "title", "pronoun", "group", "institution"})
# Slots of a rule whose set.travel is "all": who is not at home there has travelled, hosts too.
PARTNERS = ("partner", "with_partner", "leader")
APPOSING = ([","], [",", "the"], [",", "a"], [",", "an"])
# Several people who were named before, and how many sentences before.
SEVERAL = frozenset({"they", "them"})
WITHIN = 2
# A phrase in apposition begins so many tokens behind.
APPOSED = 4
# "First" stands so near to the visit.
RANKED = 5


def list_travellers(match: Match, book: ActorBook) -> Iterator[Filler]:
    """Yield who travels: officials, and for a delegation the person who leads it."""
    reading = match.reading
    fillers = match.filling("visitor")
    put_off = match.rule.set.get("status") in PUT_OFF
    if _is_theirs(match) or (put_off and _is_of_another(match)):
        return
    if match.rule.set.get("travel") == "all":
        partners = match.filling(*PARTNERS)
        if any(_is_traveller(mention, match) for mention in reading.named(fillers)):
            partners += match.filling("host")  # "Eide received Ruto in Accra", no singers
        fillers += [p for p in partners if p.mention < 0 or _may_travel(match, book, p)]
    elif match.rule.set.get("meets") == "yes":
        fillers += list_met(match)
    for filler in fillers:
        guest = _ranked(match, _holder(reading, filler))
        people = (
            _listed_behind(match, guest)
            or list_holders(reading, book, _named_behind(reading, guest))
            or list_teams(reading, book, guest)
            or _named_before(reading, book, guest)
            or [guest]
        )
        for person in people:
            if person.mention < 0:
                continue
            leaders = find_leaders(match, person)  # of "the EU delegation, headed by", too
            if leaders != [person] or _is_traveller(reading.mentions[person.mention], match):
                yield from leaders


def _listed_behind(match: Match, filler: Filler) -> list[Filler]:
    """Return whom "the leaders, X of A and Y of B, met" lists: all of "X, Y and Z, who", too."""
    if filler.mention < 0:
        return []
    first = match.reading.mentions[filler.mention]
    words, end = match.lower[first.first : first.end], first.end
    # "The leaders, X and Y", "cabinet members: X and Y".
    several = not match.lexicon["colleagues"].isdisjoint(words) or match.lower[end] == ":"
    found, joined = [], several
    for number, mention in match.reading.mentions_between(end, match.sentence.end):
        between = match.lower[end : mention.first]
        if not match.lexicon["name_joining"].issuperset(between):
            break
        end, joined = mention.end, joined or "and" in between
        if mention.kind == "person" and mention.official and between[-1:] != ["of"]:
            found.append(replace(filler, first=mention.first, end=mention.end, mention=number))
    own = [] if several else [filler]
    joined = joined or "and" in match.lower[end : end + 2]  # "X, Y and the head of"
    return own + found if joined and found else []


def _named_before(reading: Reading, book: ActorBook, filler: Filler) -> list[Filler]:
    """Return whom "the two leaders", "they" stand for, or nothing."""
    if pair := find_pair(reading, filler):
        return pair
    word, before = reading.text.lower[filler.first], _opener(reading, filler.first)
    leaders = word in reading.lexicon["colleagues"] and before in ("the", "both", "all")
    leaders = leaders and reading.text.lower[filler.end : filler.end + 1] not in (["of"], ["from"])
    return _last_named(reading, book, filler) if leaders or word in SEVERAL else []


def _opener(reading: Reading, first: int) -> str:
    """Return what opens a noun phrase: "the" of "the seven African | leaders"."""
    start = reading.skip_left(first - 1, "O#G", 0)
    return reading.text.lower[start]


def _last_named(reading: Reading, book: ActorBook, filler: Filler) -> list[Filler]:
    """Return the officials of the last sentence that names several."""
    last = reading.text.sentence_of[filler.first]
    for sentence in reversed(reading.text.sentences[max(0, last - WITHIN) : last + 1]):
        end = min(sentence.end, filler.first)
        named = reading.mentions_between(sentence.first, end)
        people = {
            mention.name: replace(filler, mention=number)
            for number, mention in named
            if mention.kind in ("person", "title")
            and mention.official
            and mention.actor_id
            and not mention.possessive  # "brought the president's letter"
        }
        for number, _ in named:
            for holder in list_holders(reading, book, replace(filler, mention=number)):
                people.setdefault(reading.mentions[holder.mention].name, holder)
        words = reading.text.lower[sentence.first : end]
        if len(people) > 1 or (people and not reading.lexicon["companions"].isdisjoint(words)):
            return list(people.values())
        if not people and any(mention.kind == "group" for _, mention in named):
            return []  # "held six soldiers after they came", whoever was named before
    return []


def _may_travel(match: Match, book: ActorBook, partner: Filler) -> bool:
    """Tell whom one meets abroad by name, office or leader: "Chinese officials" may live there."""
    reading, mention = match.reading, match.reading.mentions[partner.mention]
    named = mention.kind != "group" or find_leaders(match, partner) != [partner]
    named = named or bool(list_holders(reading, book, partner))
    return named and not is_absent(reading, mention)


def _named_behind(reading: Reading, filler: Filler) -> Filler:
    """Return the second group of "the leaders, the presidents of Chad and Niger,"."""
    if reading.kind_of(filler) != "group":
        return filler
    end = reading.mentions[filler.mention].end
    for number, mention in reading.mentions_between(end, end + APPOSED):
        apposed = {",", "-", "–", "—", ":"} & set(reading.text.lower[end : mention.first])
        if apposed and mention.kind == "group":
            return replace(filler, mention=number)
        break
    return filler


def who_is_abroad(reading: Reading, filler: Filler, country: str) -> Filler:
    """Read "Macron will ask Xi when he visits Paris": he is not the one who is at home there."""
    pronoun = reading.mentions[filler.mention]
    if pronoun.kind != "pronoun" or pronoun.country != country:
        return filler
    first = reading.text.sentences[reading.text.sentence_of[filler.first]].first
    people = [
        number
        for number, mention in reading.mentions_between(first, filler.first)
        if mention.kind in ("person", "title")
        and mention.official
        and mention.country not in ("", country)
    ]
    return replace(filler, mention=people[-1]) if people else filler


def who_says_so(match: Match, statements: list[Statement]) -> list[Filler]:
    """Return the visitors of a match; the "I" of a quotation is who speaks."""
    found = match.filling("visitor")
    if not any(match.lower[filler.first] == "i" for filler in found):
        return found
    statement = governing(statements, match.trigger)
    if statement is None or len(statement.speakers) != 1:
        return found
    speaker = statement.speakers[0]
    return [
        replace(filler, mention=speaker.mention) if match.lower[filler.first] == "i" else filler
        for filler in found
    ]


def who_is_sent(match: Match) -> list[Filler]:
    """Return the visitors of a match; "Ruto sent Eide to the summit in Oslo" tells of Eide."""
    found = match.filling("visitor")
    if match.resolver.preposition_over(match.trigger) not in ("to", "for"):
        return found
    verb = match.resolver.predicate_before(match.trigger - 1)
    if verb < 0 or not match.reading.is_form(verb, match.lexicon["sending_people"]) or not found:
        return found  # "sent a letter after talks in Oslo", too
    return [
        replace(found[0], first=sent.first, end=sent.end, mention=number)
        for number, sent in match.reading.mentions_between(verb + 1, match.trigger)
        if sent.kind in TRAVELLERS and "P" not in match.tags[verb + 1 : sent.first]
    ]


def _is_of_another(match: Match) -> bool:
    """Tell "was called off by Trump", "Trump called off Pompeo's trip": it is not Trump's."""
    named = match.reading.mentions_between(match.end, match.sentence.end)
    owned = (match.lower[m.end : m.end + 4] for _, m in named if m.possessive)
    return match.passive or any(not match.lexicon["journeys"].isdisjoint(one) for one in owned)


def _is_theirs(match: Match) -> bool:
    """Tell "Eide discussed with the Omanis their visit": it is not that of who speaks."""
    if "their" not in match.lower[max(0, match.trigger - APPOSED) : match.trigger]:
        return False
    visitors = {filler.mention for filler in match.filling("visitor")}
    owners = [filler.mention for filler in match.resolver.owner(match.trigger)]
    return any(o not in visitors and match.reading.mentions[o].kind == "group" for o in owners)


def _holder(reading: Reading, filler: Filler) -> Filler:
    """Read a title behind a comma as the person named before it, who holds the office."""
    if filler.mention < 1 or reading.kind_of(filler) != "title":
        return filler
    before = reading.mentions[filler.mention - 1]
    apposed = reading.text.lower[before.end : filler.first] in APPOSING
    if before.kind != "person" or not apposed:
        return filler
    return replace(filler, mention=filler.mention - 1)


def _ranked(match: Match, filler: Filler) -> Filler:
    """Read "the last premier to visit Oslo was Holm" as who is named behind."""
    if RANKS.isdisjoint(match.lower[filler.first - 1 : filler.end]):
        return filler
    for number, mention in match.reading.mentions_between(match.end, match.sentence.end):
        before = match.reading.skip_left(mention.first - 1, "DX", match.end)
        if mention.kind == "person" and match.lower[before] in COPULAS:
            return replace(filler, first=mention.first, end=mention.end, mention=number)
    return filler


def _is_traveller(mention: Mention, match: Match) -> bool:
    before = match.lower[max(0, mention.first - 2) : mention.first]
    if before in LED:
        return True  # "a party delegation led by Ana Silva"
    served = before[-1:] == ["to"] and before[0] in match.reading.lexicon["serving"]
    if served or mention.kind not in TRAVELLERS or not mention.official:
        return False  # "an adviser to President Ruto, in Accra for talks,"
    words = match.lower[mention.first : mention.end]
    if mention.kind == "pronoun" and words[0] in ("it", "we", "us", *SEVERAL):
        return False  # a state, or a body
    moves = "place" not in match.rule.set and match.rule.set.keys().isdisjoint(("travel", "now"))
    role = mention.role.lower().split()
    resident = not match.lexicon["residents"].isdisjoint(role)
    resident = resident and match.lexicon["sent_for_cause"].isdisjoint(role)
    speaks = not match.lexicon["spokespeople"].isdisjoint(words)
    if speaks or (resident and not moves) or _is_anybody(match, mention):
        return False
    if mention.kind in ("group", "institution"):
        # "The G20 finance ministers" are of many states.
        return mention.country != "IGO" and not match.lexicon["delegations"].isdisjoint(words)
    return True


def _is_anybody(match: Match, mention: Mention) -> bool:
    """Tell "the first visit by a Chinese minister", whoever that was."""
    lower = match.lower
    words = lower[mention.first : mention.end]
    before = lower[max(match.sentence.first, match.trigger - RANKED) : match.trigger]
    alone = words[-1] in match.lexicon["heads_of_state"]  # a state has one at a time
    return _opener(match.reading, mention.first) in ("a", "an") and (
        alone or not RANKS.isdisjoint(before)
    )
