"""Matches of the visit rules -> rows: who travels, and whether it is a visit at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from analysis.actors.mention import Mention
from analysis.evidence import Row
from analysis.matching import Match
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.rulebook import Rulebook
from analysis.statements import Statement
from analysis.visits.dating import list_arrivals
from analysis.visits.destinations import Destination, find_destinations
from analysis.visits.hosts import list_meetings
from analysis.visits.implied import imply_months
from analysis.visits.journeys import join_journeys
from analysis.visits.rows import Background, make_row
from analysis.visits.status import is_told

# Officials of these kinds travel; a state alone does not.
TRAVELLERS = frozenset({"person", "title", "pronoun", "group", "institution"})
# Slots of a rule whose set.travel is "all": who is not at home there has travelled.
PARTNERS = ("partner", "with_partner", "leader")


def find_visits(
    reading: Reading, matches: list[Match], statements: list[Statement], rulebook: Rulebook
) -> list[Row]:
    """Return rows of VISITS: one visitor, destination country and journey."""
    told = [m for m in matches if m.rule.table == "visits" and is_told(reading, m)]
    known = Background(statements, list_meetings(reading, told), list_arrivals(reading, told))
    rows: list[Row] = []
    taken: set[int] = set()
    for match in told:
        if match.trigger not in taken:
            found = _rows(reading, match, known, rows)
            rows.extend(found)
            if found:
                taken.add(match.trigger)
    journeys = join_journeys(rows)
    imply_months(reading, journeys)
    return journeys


def _rows(reading: Reading, match: Match, known: Background, before: list[Row]) -> list[Row]:
    rows = []
    seen: set[tuple[str, str]] = set()
    for destination in find_destinations(reading, match, before):
        for filler in _travellers(reading, match):
            mention = reading.mentions[filler.mention]
            key = mention.name, destination.country
            if _is_home(reading, mention, destination) or key in seen:
                continue
            seen.add(key)
            rows.append(make_row(reading, match, filler, destination, known))
    return rows


def _is_home(reading: Reading, guest: Mention, destination: Destination) -> bool:
    """Tell whether somebody is at home there, as officials of the European Union in Brussels."""
    seat = destination.city.lower() in reading.grammar.lexicon["seats"]
    return guest.country in ("", destination.country) or (guest.country == "IGO" and seat)


def _travellers(reading: Reading, match: Match) -> Iterator[Filler]:
    """Yield who travels: officials, and for a delegation the person who leads it."""
    fillers = [*match.fillers.get("visitor", [])]
    if match.rule.set.get("travel") == "all":
        fillers += [filler for slot in PARTNERS for filler in match.fillers.get(slot, [])]
    for filler in fillers:
        if _is_apposed(reading, filler):
            continue  # "Olaf Scholz, chancellor of Germany," is one traveller
        if filler.mention >= 0 and _is_traveller(reading.mentions[filler.mention], reading, match):
            yield _leader(reading, filler)


def _is_apposed(reading: Reading, filler: Filler) -> bool:
    """Tell whether a title stands behind the comma that follows the name of its holder."""
    if filler.mention < 1 or reading.mentions[filler.mention].kind != "title":
        return False
    before = reading.mentions[filler.mention - 1]
    return before.kind == "person" and reading.text.lower[before.end : filler.first] in (
        [","],
        [",", "the"],
    )


def _is_traveller(mention: Mention, reading: Reading, match: Match) -> bool:
    if mention.kind not in TRAVELLERS or not mention.official or not mention.name:
        return False
    moves = "place" not in match.rule.set and match.rule.set.keys().isdisjoint(("travel", "now"))
    resident = not reading.grammar.lexicon["residents"].isdisjoint(mention.role.lower().split())
    if resident and not moves:
        return False
    if mention.kind in ("group", "institution"):
        words = reading.text.lower[mention.first : mention.end]
        return not reading.grammar.lexicon["delegations"].isdisjoint(words)
    return True


def _leader(reading: Reading, filler: Filler) -> Filler:
    """Return the person behind "a delegation led by"; without one the delegation itself."""
    lower = reading.text.lower
    for token in range(filler.end, min(filler.end + 3, len(lower) - 2)):
        if lower[token] in ("led", "headed") and lower[token + 1] == "by":
            for number, mention in reading.mentions_between(token + 2, token + 5):
                if mention.kind in ("person", "title") and mention.official:
                    return replace(
                        filler, first=mention.first, end=mention.end, mention=number, how="led by"
                    )
    return filler
