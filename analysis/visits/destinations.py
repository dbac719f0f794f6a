"""Where a journey leads: places of the clause, of the journey that is joined, or implied ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.actors.mention import Mention
from analysis.evidence import Row
from analysis.matching import Match
from analysis.reading import Reading
from analysis.roles import Filler

JOINING = frozenset({",", "and", "or", "the", "then", "&"})
# "Met before the opening of the embassy in Oslo" tells where the embassy is.
AHEAD = frozenset({"eve", "ahead", "prior"})
EARLIER = frozenset({"before", "since", "until", "prior"})
# Behind one of those the next leg may have its own preposition: "to Oslo and then on to Riga".
ONWARD = frozenset({"to", "in", "on", "later", "finally", "onward", "onwards", "also"})
# A text opens with its town so soon, and the dash behind it comes so soon.
OPENING = 3
DATELINE = 12
DASHES = frozenset({"-", "–", "—", "--"})
# In so many sentences at the beginning an article tells its news.
LEAD = 3
PERSONS = frozenset({"person", "title", "name", "pronoun"})
PARTNERS = ("partner", "with_partner")
# How many sentences away the place of a meeting may be named.
NEAR = 12


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


def find_destinations(reading: Reading, match: Match, before: list[Row]) -> list[Destination]:
    """Return the destinations of a match, each country once; `before` are the rows found so far."""
    cities: dict[str, list[str]] = {}
    ends: dict[str, int] = {}
    for mention in _places(reading, match):
        if mention.country and mention.country != "IGO":
            named = cities.setdefault(mention.country, [])
            ends[mention.country] = mention.end
            if mention.city and mention.city not in named:
                named.append(mention.city)
    if cities:
        return [
            Destination(country, "; ".join(named), end=ends[country])
            for country, named in cities.items()
        ]
    if "country" in match.rule.set:
        said = match.rule.set
        return [Destination(said["country"], said.get("city", ""), ("country",))]
    if match.rule.set.get("place") == "leader":
        return _journey_of(reading, match, before)
    implied = _implied_place(reading, match)
    return [implied] if implied else []


def _places(reading: Reading, match: Match) -> list[Mention]:
    """Return the places of the first phrase that names one; others belong to something else."""
    found: list[Mention] = []
    end = -1
    places = [filler for filler in match.fillers.get("place", []) if _is_of(reading, match, filler)]
    for filler in places or _fronted(reading, match):
        if found and not _joins(reading, match, end, filler.first):
            break
        found.append(reading.mentions[filler.mention])
        end = filler.end
    return found


def _fronted(reading: Reading, match: Match) -> list[Filler]:
    """Return the places that open the sentence, but not "on the eve of his trip to"."""
    front = match.fillers.get("front", [])
    words = reading.text.lower[match.sentence.first : front[0].first] if front else []
    return front if AHEAD.isdisjoint(words) else []


def _joins(reading: Reading, match: Match, first: int, end: int) -> bool:
    """Tell whether words between two places make a list of them, each maybe with its day."""
    between = reading.text.lower[match.resolver.past_times(first) : end]
    onward = JOINING | ONWARD if not JOINING.isdisjoint(between) else JOINING
    return onward.issuperset(between)


def _is_of(reading: Reading, match: Match, filler: Filler) -> bool:
    """Tell whether a place is the trigger's: not of "talks on the war in …", "met to discuss …"."""
    tags, lower, lexicon = reading.tags, reading.text.lower, reading.grammar.lexicon
    if filler.first < match.trigger:
        return True
    if not lexicon["described"].isdisjoint(lower[filler.end : filler.end + 1]):
        return False  # "took part in North Korea talks"
    own = _own_preposition(reading, match, filler)
    located = own - 1 > match.trigger and lower[own] in ("in", "at")
    beside = "on_site" in match.rule.set  # "toured a base in Yemen"
    if located and not beside and lower[own - 1] in lexicon["situations"]:
        return False  # "warned of the war in Yemen"
    for token in range(match.end, own):
        behind = lower[token + 1 : token + 6]
        noun = lower[token] in match.rule.with_words | {"meeting"} or tags[token - 1] == "D"
        doing = tags[token] == "G" and not noun
        if (
            doing
            or tags[token] in "IV"
            or (lower[token] in EARLIER and tags[token + 1] not in "t#")
            or (
                lower[token] in lexicon["before_topics"]
                and tags[token + 1] not in "t#"
                and lower[token + 1] != "to"
                and lexicon["occasions"].isdisjoint(behind)
            )
        ):
            return False
    return True


def _own_preposition(reading: Reading, match: Match, filler: Filler) -> int:
    """Return the preposition that leads to a place: "into" of "flew into Oslo" is no topic's."""
    token = filler.first - 1
    while token > match.end and reading.tags[token] in "DOX#":
        token -= 1
    leads = any(reading.text.lower[token] in slot.prepositions for slot in match.rule.slots)
    return token if leads else filler.first


def _journey_of(reading: Reading, match: Match, before: list[Row]) -> list[Destination]:
    leaders = {reading.mentions[f.mention].name for f in match.fillers["leader"] if f.mention >= 0}
    found = {(row["country"], row["city"]): row for row in before if row["visitor"] in leaders}
    return [Destination(country, city, ("country",), row) for (country, city), row in found.items()]


def _implied_place(reading: Reading, match: Match) -> Destination | None:
    if match.rule.set.get("place") == "host":
        host = match.mention("host")
        if host and host.mention >= 0 and reading.mentions[host.mention].country not in ("", "IGO"):
            return Destination(reading.mentions[host.mention].country, "", ("city",))
    if match.rule.set.get("place") == "event":
        return _place_of_event(reading, match)
    if match.rule.set.get("place") == "dateline":
        return _of_dateline(reading, match)
    if match.rule.set.get("place") == "opening":
        return _of_opening(reading, match)
    if match.rule.set.get("status") in ("postponed", "cancelled"):
        return _place_near(reading, match)
    return None


def _place_near(reading: Reading, match: Match) -> Destination | None:
    """A trip that was put off often has its destination in the clause or sentence before."""
    visitor = match.mention("visitor")
    home = reading.mentions[visitor.mention].country if visitor and visitor.mention >= 0 else ""
    number = match.sentence.number
    for sentence in reversed(reading.text.sentences[max(0, number - 1) : number + 1]):
        for _, mention in reading.mentions_between(sentence.first, sentence.end):
            preposition = reading.text.lower[mention.first - 1] if mention.first else ""
            if mention.is_place and mention.country != home and preposition in ("in", "to", "at"):
                return Destination(mention.country, mention.city, ("country",))
    return None


def _place_of_event(reading: Reading, match: Match) -> Destination | None:
    """Return where the article says that the event of this name is held: "the forum"."""
    words = reading.text.lower[match.trigger : match.trigger + 8]
    noun = next((word for word in words if word in reading.grammar.lexicon["events"]), "")
    if not noun:
        return None
    title = _venue_in_title(reading, noun)
    found = [
        (abs(number - match.sentence.number), number, mention)
        for number, mention in _venues(reading, noun)
        if abs(number - match.sentence.number) <= NEAR
    ]
    if found:
        mention = min(found, key=lambda one: one[:2])[2]
        return Destination(mention.country, mention.city, ("country",))
    return title


def _venues(reading: Reading, noun: str) -> Iterator[tuple[int, Mention]]:
    """Yield sentence number and town of each "summit in Manila" for the noun "summit"."""
    lower = reading.text.lower
    for mention in reading.mentions:
        if mention.kind not in ("capital", "city", "state") or mention.first < 2:
            continue
        if lower[mention.first - 1] == "in" and noun in lower[mention.first - 4 : mention.first]:
            yield reading.text.sentence_of[mention.first], mention


def _venue_in_title(reading: Reading, noun: str) -> Destination | None:
    """Read "summit in Manila" in the title, where the town is one that the text names."""
    title = reading.article.title
    for mention in reading.mentions:
        if mention.kind in ("capital", "city"):
            words = re.escape(reading.text.span(mention.first, mention.end))
            if re.search(rf"\b{noun}\b.{{0,20}}\bin {words}\b", title, re.IGNORECASE):
                return Destination(mention.country, mention.city, ("country",))
    return None


def _of_dateline(reading: Reading, match: Match) -> Destination | None:
    """Return the country of the dateline, where its own officials are met there."""
    visitor = match.mention("visitor")
    person = visitor is not None and reading.mentions[visitor.mention].kind in PERSONS
    if not person or reading.tags[match.trigger] == "I":
        return None  # "wants to meet" and "may meet" need not come about there
    town = _dateline(reading)
    partners = [
        filler for slot in PARTNERS for filler in match.fillers.get(slot, []) if filler.mention >= 0
    ]
    if town is None or not any(
        reading.mentions[filler.mention].country == town.country for filler in partners
    ):
        return None
    return Destination(town.country, town.city, ("country",))


def _of_opening(reading: Reading, match: Match) -> Destination | None:
    """Return the town of the dateline for a meeting told at once, unless it has its own place."""
    town = _dateline(reading) if match.sentence.number < LEAD else None
    elsewhere = reading.text.lower[match.end] in ("in", "at", "on") and (
        reading.tags[match.end + 1] not in "t#"
    )
    return None if town is None or elsewhere else Destination(town.country, town.city, ("country",))


def _dateline(reading: Reading) -> Mention | None:
    """Return the town that a text opens with: "ACCRA, May 3 (Agency) -"."""
    number = next((n for n in reading.mention_at[:OPENING] if n >= 0), -1)
    if number < 0 or reading.mentions[number].kind not in ("capital", "city"):
        return None
    town = reading.mentions[number]
    for token in range(town.end, min(len(reading.tags), town.end + DATELINE)):
        if reading.text.lower[token] in DASHES:
            return town
        if reading.tags[token] in "VMI":
            break
    return None
