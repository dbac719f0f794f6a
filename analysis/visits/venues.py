"""Where a meeting is held whose sentence does not say so: from beside it, or from the dateline."""

from __future__ import annotations

from collections.abc import Iterator, Set

from analysis.actors import PERSONAL
from analysis.actors.mention import Mention
from analysis.grammar import POSSESSIVE_PRONOUNS
from analysis.matching import Match
from analysis.reading import Reading
from analysis.text import find_tokens

# In so many sentences at the beginning an article tells its news.
LEAD = 3
PLACES = frozenset({"capital", "city", "state"})
PARTNERS = ("partner", "with_partner")
# How many sentences away the place of an event may be named, and that of any meeting.
NEAR = 12
BESIDE = 2
# An event told so many sentences before is what the text is still about.
STILL = 4
# So near to the trigger the event is named.
REACH = 8
# Who meets there meets whom he names, not everybody at the summit.
MARGINS = frozenset({"sideline", "sidelines", "margin", "margins", "fringes"})
# Before a meeting these tell what is made of it.
OF = frozenset({"of", "for", "to"})
# So many words may stand between a meeting and its place: "a summit at the naval base in …".
BETWEEN = 8
# "A summit of the leaders of 20 states that will take place in Oslo" may be so long.
TAKING_PLACE_WITHIN = 24


def find_venue(match: Match) -> Mention | None:
    """Return where the article says that the event of a match is held: "the forum"."""
    margin = find_tokens(match.lower, MARGINS, match.sentence.first, match.sentence.end)
    first = next(margin, match.trigger)
    end = first + REACH
    if match.passive or match.tags[match.trigger] == ",":  # "the summit, which he will attend"
        first, end = max(match.sentence.first, match.trigger - REACH), match.trigger
    words = match.lower[first:end]
    noun = next((word for word in words if word in match.lexicon["events"]), "")
    if not noun and match.lower[first] in MARGINS and match.lower[first + 1] != "of":
        return find_gathering(match)  # "met on its sidelines"
    if not noun or stands_apart(match.reading, first + words.index(noun), first):
        return None
    near = BESIDE if noun in match.lexicon["meetings"] or match.rule.nouns else NEAR
    over = match.reading.skip_left(first + words.index(noun) - 1, "OXG#", first)
    new = match.lower[over] in ("a", "an", "another")  # none that was told before
    reading, at, held = match.reading, match.sentence.number, match.lexicon["taking_place"]
    # "A summit that opened in Manila" is told beside it, "the summit in Manila" farther away too.
    beside = list_venues(reading, {noun}, around(reading, at, 0 if new else BESIDE, BESIDE), held)
    found = [*beside, *list_venues(reading, {noun}, around(reading, at, 0 if new else near, near))]
    if not found and noun in match.lexicon["meetings"]:
        return find_gathering(match)  # "the meeting" is the summit that was told last
    numbers = reading.text.sentence_of
    return min(found, key=lambda place: (abs(numbers[place.first] - at), place.first), default=None)


def stands_apart(reading: Reading, event: int, first: int) -> bool:
    """Tell "the success of the | talks", "faith in the | talks" from "the opening of the talks".

    So one speaks of talks in which one need not take part, unless they are "his talks".
    """
    lexicon, lower = reading.lexicon, reading.text.lower
    over = reading.skip_left(event - 1, "DOX#GEtB", first - 1)
    if over < first or not POSSESSIVE_PRONOUNS.isdisjoint(lower[over:event]):
        return False
    if lower[over] == "in":
        return lower[over - 1] in lexicon["outlooks"]
    parts = lexicon["events"] | lexicon["event_heads"]
    return lower[over] in OF and reading.tags[over - 1] == "O" and lower[over - 1] not in parts


def find_gathering(match: Match) -> Mention | None:
    """Return where the event is held that was told last: "A summit in Oslo opens. X attends"."""
    reading = match.reading
    lexicon, lower = reading.lexicon, reading.text.lower
    span = around(reading, match.sentence.number, STILL, 0)[0], match.trigger
    nouns = [word for word in lower[slice(*span)] if word in lexicon["events"]]
    last = [*nouns[-1:], *[noun for noun in nouns if noun not in lexicon["meetings"]][-1:]]
    told = list(list_venues(reading, frozenset(last), span, lexicon["taking_place"]))
    told = told or [
        place
        for _, place in reading.mentions_between(*span)
        if place.kind in PLACES and _is_where_many_met(reading, place, lexicon["events"])
    ]
    return told[-1] if told else None


def _is_where_many_met(reading: Reading, place: Mention, events: Set[str]) -> bool:
    """Tell "the presidents met in the Norwegian capital, Oslo", "Oslo plays host to a forum"."""
    lower = reading.text.lower
    behind = lower[place.end : place.end + BETWEEN]
    verbs = lower[place.end : reading.skip_right(place.end, "VIEAMTBO", place.end + BETWEEN)]
    hosts = not reading.lexicon["hosting"].isdisjoint(verbs) and not events.isdisjoint(behind)
    lead = reading.skip_left(place.first - 1, "XOD,", 1)
    return hosts or (lower[lead] in ("in", "at") and lower[lead - 1] in reading.lexicon["gathered"])


def around(reading: Reading, number: int, before: int, behind: int) -> tuple[int, int]:
    """Return the first token of so many sentences before one, and the end of those behind it."""
    sentences = reading.text.sentences
    last = min(number + behind, len(sentences) - 1)
    return sentences[max(0, number - before)].first, sentences[last].end


def list_venues(
    reading: Reading, nouns: Set[str], span: tuple[int, int], verbs: Set[str] = frozenset()
) -> Iterator[Mention]:
    """Yield the place of each "summit in Manila" between two tokens for the noun "summit".

    With verbs between, "the summit begins in Manila" too.
    """
    for _, place in reading.mentions_between(*span):
        if place.kind in PLACES and is_of_event(reading, place, nouns, verbs):
            yield place


def is_of_event(
    reading: Reading, place: Mention, nouns: Set[str], verbs: Set[str] = frozenset()
) -> bool:
    """Tell whether a noun stands before a place, with no topic and no verb but these between."""
    lower, tags, topics = reading.text.lower, reading.tags, reading.lexicon["before_topics"]
    if not nouns.isdisjoint(lower[place.end : place.end + 1]) and place.kind != "state":
        return True  # "the Manila summit"
    purpose = reading.skip_right(place.end, "tTPD#", place.end + BETWEEN)
    lead = reading.skip_left(place.first - 1, "D", 0)
    goes = "for" in lower[place.end : purpose] or lower[purpose] == "attend"
    bound = lower[lead] in ("in", "to", "into") and goes
    if verbs and bound:  # "in Manila since Monday for a summit"
        end = reading.skip_right(purpose, "IDXO#", purpose + BETWEEN)
        noun = reading.skip_left(end - 1, "t", 0)
        if not nouns.isdisjoint(lower[purpose : noun + 1]):
            return True
    if place.first < 2 or lower[place.first - 1] != "in":
        return False
    told = False
    for token in range(place.first - 2, max(-1, place.first - 2 - TAKING_PLACE_WITHIN), -1):
        if token < place.first - 1 - BETWEEN and not told:
            return False
        if lower[token] in nouns:
            return True
        topic = lower[token] in topics and tags[token + 1] not in "t#" and not told
        told = told or (bool(verbs) and tags[token] in "VIE")  # "a summit on oil opened in Oslo"
        deed = tags[token] in "VI" and verbs.isdisjoint({*reading.lemmas(token), lower[token + 1]})
        other = tags[token] in ("S;Qp" if told else "SR;Qp" if verbs else "MASR;Qp")
        if topic or deed or other:
            return False
    return False


def find_meeting_place(match: Match) -> Mention | None:
    """Return where people met of whom one is at home there: told beside, or in the dateline.

    That of who receives others only where the news opens with it and names no event elsewhere.
    """
    reading = match.reading
    visitor = match.first_filler("visitor")
    person = visitor is not None and reading.mentions[visitor.mention].kind in PERSONAL
    if not person or reading.tags[match.trigger] == "I":
        return None  # "wants to meet" and "may meet" need not come about there
    partners = match.named(*PARTNERS)
    states = {partner.country for partner in partners}
    town = reading.town
    seat = town is not None and town.city.lower() in reading.lexicon["seats"]
    several = partners or len(match.fillers["visitor"]) > 1
    theirs = states | reading.countries(match.fillers["visitor"])
    home = theirs if several and _opens_at_home(match) else states
    if town is not None and (town.country in home or (seat and several)):
        return town  # a report from Geneva tells of who meets there
    sentence = match.sentence  # "left for Juba to hold talks" has a place of its own
    behind = sentence.end, around(reading, sentence.number, 0, BESIDE)[1]
    venues = list_venues(reading, reading.lexicon["meetings"], behind)
    told = (place for place in venues if place.country in theirs - {""})  # "the talks in Manila"
    own = any(place.is_place for _, place in reading.mentions_between(sentence.first, sentence.end))
    return next(told, None) if partners and not own else None


def _opens_at_home(match: Match) -> bool:
    """Tell the news of whom somebody receives, which names neither event nor place elsewhere."""
    reading, sentence = match.reading, match.sentence
    events = reading.lexicon["gatherings"] | MARGINS | {"summit"}
    named = reading.mentions_between(sentence.first, sentence.end)
    leads = {match.lower[place.first - 1] for _, place in named if place.is_place}
    elsewhere = not leads.isdisjoint(("in", "to", "at", "near", "from"))
    return sentence.number < LEAD and not elsewhere and events.isdisjoint(match.resolver.words)


def find_opening(match: Match) -> Mention | None:
    """Return the town of the dateline for a meeting told at once, unless it has its own place."""
    town = match.reading.town if match.sentence.number < LEAD else None
    end = match.end
    elsewhere = match.lower[end] in ("in", "at", "on") and match.tags[end + 1] not in "t#"
    return None if elsewhere else town
