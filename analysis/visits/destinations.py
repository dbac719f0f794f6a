"""Where a journey leads: places of the clause, of the journey that is joined, or implied ones."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.actors import PERSONAL
from analysis.actors.mention import Mention
from analysis.evidence import Row
from analysis.matching import Match
from analysis.reading import Reading
from analysis.roles import TOLD_BEFORE, VERBS, Filler
from analysis.text import DASHES
from analysis.visits.hosts import is_absent
from analysis.visits.journeys import sentence_of
from analysis.visits.venues import (
    find_gathering,
    find_meeting_place,
    find_opening,
    find_venue,
    stands_apart,
)

# A journey behind these is another than the one that is told.
OTHER_TIMES = frozenset({"ahead of", "before", "until", "about"})
# "Met before the opening of the embassy in Oslo" tells where the embassy is.
AHEAD = frozenset({"eve", "ahead", "prior"})
TRIPS = frozenset({"visit", "trip"})
# How the place is found that only other words of the text tell, by what `set.place` says.
VENUES = {
    "event": find_venue,
    "gathering": find_gathering,
    "dateline": find_meeting_place,
    "opening": find_opening,
}
# Right behind these words stands what one is ready for; behind the others, too, it is ahead.
READY_FOR = frozenset({"for", "to"})
AWAITED = READY_FOR | {"", "before", "ahead of"}
ONWARD = frozenset({"from", "there"})
# So many sentences before is told where else somebody arrives.
TOLD_WITHIN = 4


@dataclass(frozen=True, slots=True)
class Destination:
    """A country, the cities named in it, and the columns that the text leaves unsaid.

    `like` is the row of somebody else's journey, if it is that one; `end` the token behind the
    place where the trigger's clause names it, or -1.
    """

    country: str
    city: str = ""
    implied: tuple[str, ...] = ()
    like: Row | None = None
    end: int = -1


def find_destinations(match: Match, before: list[Row]) -> list[Destination]:
    """Return the destinations of a match, each country once; `before` are the rows found so far."""
    cities: dict[str, list[str]] = {}
    ends: dict[str, int] = {}
    for mention in _places(match):
        if mention.country and mention.country != "IGO":
            named = cities.setdefault(mention.country, [])
            ends.setdefault(mention.country, mention.end)
            city = _town(match, mention)
            if city and city not in named:
                named.append(city)
    if cities:
        return [
            Destination(country, "; ".join(named), end=ends[country])
            for country, named in cities.items()
        ]
    if "country" in match.rule.set:
        said = match.rule.set
        return [Destination(said["country"], said.get("city", ""), ("country",))]
    told = match.rule.set.get("place") == "leader"
    if told and (found := _journey_of(match, before)):
        return found
    implied = _implied_place(match)
    return [implied] if implied else []


def _town(match: Match, place: Mention) -> str:
    """Return the town of a place; that of a region only where the sentence names one behind it."""
    regions = match.lexicon["regions"]
    if place.city.lower() not in regions:
        return place.city
    named = match.reading.mentions_between(place.end, match.sentence.end)
    towns = [
        m.city for _, m in named if m.country == place.country and match.lower[m.first - 1] == "in"
    ]
    return next((town for town in towns if town.lower() not in regions), "")


def _places(match: Match) -> list[Mention]:
    """Return the places of the first phrase that names one; others belong to something else."""
    found: list[Mention] = []
    end = -1
    told = [f for f in match.filling("place") if not _is_named_for(match.reading, f)]
    said = _is_content(match)
    places = [filler for filler in told if not said and _is_of(match, filler)]
    for filler in places or _fronted(match):
        if found and filler.how == TOLD_BEFORE:
            continue  # "to Oslo, and from there to Rome"
        if found and not _joins(match, end, filler.first):
            break
        found.append(match.reading.mentions[filler.mention])
        end = filler.end
    return found


def _is_another(match: Match, journey: int) -> bool:
    """Tell "left Rome ahead of his visit to Oslo", which is still to come."""
    over = match.resolver.preposition_over(journey)
    return over in OTHER_TIMES and over.split()[0] in match.lower[match.end : journey]


def _fronted(match: Match) -> list[Filler]:
    """Return the places that open the sentence, but not "on the eve of his trip to".

    Behind the verb those of "cancelled his Oslo trip", not of "ended the Oslo deal on a trip".
    """
    front, journeys = match.filling("front"), match.rule.with_words
    words = match.lower[match.sentence.first : front[0].first] if front else []
    if front and front[0].first > match.trigger and journeys:
        return front if match.lower[front[-1].end] in journeys else []
    return [f for f in front if not _describes(match.reading, f)] if AHEAD.isdisjoint(words) else []


def _describes(reading: Reading, filler: Filler) -> bool:
    """Tell "In the Washington establishment" from "In the Washington suburb of …"."""
    behind = reading.text.lower[filler.end]
    town = reading.mentions[filler.mention].kind in ("capital", "city")
    lists = ("held_in_towns", "suburbs", "place_nouns")
    sites = frozenset[str]().union(*(reading.lexicon[name] for name in lists))
    return reading.tags[filler.end] == "O" and town and behind not in sites


def _joins(match: Match, first: int, end: int) -> bool:
    """Tell whether words between two places make a list of them, each with its day, its host."""
    first = match.resolver.past_times(first)
    named = match.reading.mentions_between(first, end)
    hosts = {token for _, host in named for token in range(host.first, host.end)}
    between = {match.lower[token] for token in range(first, end) if token not in hosts}
    leads = not hosts or match.lower[end - 1] in ("in", "at")
    if between >= ONWARD:
        between -= ONWARD | {"for"}
    return leads and match.lexicon["place_joining"] | {"with"} >= between


def _is_of(match: Match, filler: Filler) -> bool:
    """Tell whether a place is the trigger's: not of "talks on the war in …", "met to discuss …"."""
    reading = match.reading
    tags, lower, lexicon = reading.tags, reading.text.lower, reading.lexicon
    if filler.first < match.trigger:
        # The town of a dateline is where the report comes from.
        return reading.dateline is None or filler.first >= reading.dateline.end
    behind = lower[filler.end : filler.end + 1]
    journeys = TRIPS & match.rule.with_words  # "goes ahead with the China trip"
    if not (lexicon["described"] - journeys).isdisjoint(behind):
        # Not "took part in North Korea talks".
        return reading.mentions[filler.mention].kind in ("capital", "city")
    own = _own_preposition(match, filler)
    by_noun = match.rule.set.get("journey") == "noun"
    if by_noun and match.rule.with_words.isdisjoint(lower[match.end : own]):
        return False  # "announced aid to Yemen on a visit to Oslo"
    ranges = lower[own - 1 : own + 1] == [",", "from"]  # "told all, from Yemen to Mali"
    if ranges or _is_another(match, own - 1) or _is_apart(match, own):
        return False
    if reading.mentions[filler.mention].kind == "metonym":
        return True  # "pressed her on the war at the White House"
    located = lower[own] in ("in", "at")
    beside = "on_site" in match.rule.set  # "toured a base in Yemen"
    if located and not beside and lower[own - 1] in lexicon["situations"]:
        return False  # "warned of the war in Yemen"
    hosts = {host.first for host in match.filling("host")}  # "paid a call on | Ruto in Nairobi"
    of_clause = any(slot.role == "clause" for slot in match.rule.slots)
    if of_clause and "M" in tags[match.end : own]:
        return False  # "said that a round of talks | will be held in Oslo"
    for token in range(match.end, own):
        noun = lower[token] in match.rule.with_words | {"meeting"} or tags[token - 1] == "D"
        working = lower[token + 1] in match.rule.with_words  # "paid a one-day working visit"
        meanwhile = lower[token - 1] == "while"  # "met Ruto while visiting Oslo"
        doing = tags[token] == "G" and not (noun or working or meanwhile)
        made = match.rule.nouns or lower[token - 1] in match.rule.with_words
        done = made and tags[token] == "E" and _is_other_deed(reading, token)
        if (
            doing
            or done
            or tags[token] in "IV"
            or lower[token] in lexicon["earlier_than"]
            or (
                lower[token] in lexicon["before_topics"]
                and tags[token + 1] not in "t#"
                and token + 1 not in hosts
                and lower[token + 1] != "to"
                and lexicon["occasions"].isdisjoint(lower[token + 1 : token + 6])
            )
        ):
            return False
    return True


def _is_content(match: Match) -> bool:
    """Tell "watched as talks in Oslo went on", "said the pact made in Oslo was dead"."""
    if match.reading.is_form(match.trigger, match.lexicon["content_verbs"]):
        return match.tags[match.end] in "SRDXOp"
    return match.tags[match.trigger] in VERBS and match.lower[match.end] in ("as", "that")


def _is_apart(match: Match, own: int) -> bool:
    """Tell "hailed the success of the talks in Oslo", which one need not have attended."""
    events, lower = match.lexicon["events"], match.lower
    for token in range(own - 1, match.end - 1, -1):
        if lower[token] in events:
            return stands_apart(match.reading, token, match.end)
    does = any(slot.name == "visitor" and slot.role == "clause" for slot in match.rule.slots)
    event = does and lower[match.trigger] in events
    return event and stands_apart(match.reading, match.trigger, match.sentence.first)


def _is_named_for(reading: Reading, place: Filler) -> bool:
    """Tell "the Peru-Chile summit", named after two, and "President Ruto of Kenya" from a place."""
    text, end = reading.text, place.end
    joined = text.starts[end - 1] + len(text.words[end - 1]) == text.starts[end]
    holder = reading.mention_at[place.first - 2] if text.lower[place.first - 1] == "of" else -1
    of_office = holder >= 0 and reading.mentions[holder].kind in PERSONAL
    return of_office or (joined and text.lower[end] in DASHES)


def _is_other_deed(reading: Reading, verb: int) -> bool:
    """Tell "talks that are watched in Oslo" from "talks planned in Oslo", "to be held in Oslo"."""
    told, lexicon = reading.word_and_lemmas(verb), reading.lexicon
    own = lexicon["taking_place"] | lexicon["planning"] | lexicon["titled"]
    return told.isdisjoint(own)


def _own_preposition(match: Match, filler: Filler) -> int:
    """Return the preposition that leads to a place: "into" of "flew into Oslo" is no topic's."""
    token = filler.first - 1
    while token > match.end and (match.tags[token] in "DOX#" or match.lower[token] == "of"):
        token -= 1  # "on the island of Bali"
    leads = any(match.lower[token] in slot.prepositions for slot in match.rule.slots)
    return token if leads else filler.first


def _journey_of(match: Match, before: list[Row]) -> list[Destination]:
    """Return where the leader goes, or who was told of last: "The delegation includes"."""
    leaders = {leader.name for leader in match.named("leader")}
    at = match.sentence.number
    near = [row for row in before if leaders or abs(at - sentence_of(row)) <= TOLD_WITHIN]
    told = [row for row in near if not leaders or row["visitor"] in leaders]
    latest = max((row["start"] for row in told), default=-1)
    countries = {row["country"] for row in told if row["start"] == latest}
    fullest = sorted(told, key=lambda row: (bool(row["city"]), row["start"] == latest))
    found = {row["country"]: row for row in fullest if row["country"] in countries}
    return [Destination(country, row["city"], ("country",), row) for country, row in found.items()]


def _implied_place(match: Match) -> Destination | None:
    if match.rule.set.get("place") == "host":
        own = {"", "IGO", *(visitor.country for visitor in match.named("visitor"))}
        # Who only does something meanwhile is of the land, and need not meet the guest.
        for host in (*match.named("host"), *match.named("receiver"), *_awaiting(match)):
            rite = not match.rule.with_words.isdisjoint(match.lexicon["absent_themselves"])
            if host.country not in own and (rite or not is_absent(match.reading, host)):
                return Destination(host.country, "", ("city",))
    told = str(match.rule.set.get("place", ""))
    if told == "leader" and all(slot.name != "leader" for slot in match.rule.slots):
        told = "gathering"  # "the summit opened in Oslo. Also present were"
    if told in VENUES:
        venue = VENUES[told](match)
        return Destination(venue.country, venue.city, ("country",)) if venue else None
    if match.rule.set.get("status") in ("postponed", "cancelled"):
        return _place_near(match)
    return None


def _awaiting(match: Match) -> list[Mention]:
    """Return who "prepares for Ruto's visit", not who praised it or prepares an answer to it."""
    over = match.resolver.preposition_over(match.trigger)
    ready = match.resolver.predicate_before(match.trigger - 1)
    if ready >= 0 and over in READY_FOR & {*match.lower[ready : match.trigger]}:
        lead = match.lower.index(over, ready)  # "looks forward | to", "made preparations | for"
        ready = match.reading.skip_left(lead - 1, "BPp", ready)
    told = match.reading.word_and_lemmas(ready) if ready >= 0 and over in AWAITED else set()
    return [] if match.lexicon["awaiting"].isdisjoint(told) else match.named("awaiting")


def _place_near(match: Match) -> Destination | None:
    """A trip that was put off often has its destination in the clause or sentence before."""
    number = match.sentence.number
    for sentence in reversed(match.reading.text.sentences[max(0, number - 1) : number + 1]):
        for _, mention in match.reading.mentions_between(sentence.first, sentence.end):
            preposition = match.lower[mention.first - 1]
            if mention.is_place and preposition in ("in", "to", "at"):
                return Destination(mention.country, mention.city, ("country",))
    return None
