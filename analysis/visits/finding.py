"""Matches of the visit rules -> rows: who travels, and whether it is a visit at all."""

from __future__ import annotations

from analysis.actors.mention import Mention
from analysis.evidence import Row
from analysis.matching import Match
from analysis.reading import Reading
from analysis.rulebook import Rulebook
from analysis.statements import Statement
from analysis.visits.dating import list_arrivals
from analysis.visits.delegations import who_led
from analysis.visits.destinations import Destination, find_destinations
from analysis.visits.guests import (
    PARTNERS,
    list_travellers,
    who_is_abroad,
    who_is_sent,
    who_says_so,
)
from analysis.visits.hosts import list_meetings
from analysis.visits.journeys import join_journeys
from analysis.visits.rows import Background, make_row
from analysis.visits.taken_up import put_off, take_status, who_met, who_told
from analysis.visits.told import is_told
from analysis.visits.undated import imply_months

# Whose states are no more were at home in what is now another's: Moscow was that of Soviet leaders.
SUCCESSORS = {"SUN": "RUS", "YUG": "SRB", "CSK": "CZE", "DDR": "DEU", "VAT": "ITA"}


def find_visits(
    reading: Reading, matches: list[Match], statements: list[Statement], rulebook: Rulebook
) -> list[Row]:
    """Return rows of VISITS: one visitor, destination country and journey."""
    told = [
        match for match in matches if match.rule.table == "visits" and is_told(match, statements)
    ]
    known = Background(statements, list_meetings(told), list_arrivals(reading, told))
    rows: list[Row] = []
    taken: set[int] = set()
    # Who accompanies somebody goes where that one goes, who may be named behind.
    for match in sorted(told, key=lambda match: match.rule.set.get("place") == "leader"):
        if "beside" in match.rule.set or match.trigger not in taken:
            found = _rows(match, rulebook, known, rows)
            rows.extend(found)
            if found:
                taken.add(match.trigger)
    journeys = join_journeys(rows)
    imply_months(reading, journeys)
    for row in journeys:
        del row["past"], row["fresh"]
    return journeys


def _rows(match: Match, rulebook: Rulebook, known: Background, before: list[Row]) -> list[Row]:
    reading = match.reading
    if match.rule.set.get("place") == "told":
        return list(put_off(match, before))
    rows: list[Row] = []
    taken_up = match.rule.set.get("visitor") == "told" and "visitor" not in match.fillers
    if taken_up:
        match.fillers["visitor"] = who_told(match, before)
    if "pair" in match.fillers:
        match.fillers["visitor"] = match.filling("pair")
    if match.rule.set.get("visitor") == "led":
        match.fillers["visitor"] = who_led(match)
    if match.rule.set.get("visitor") == "met":
        match.fillers["visitor"] = who_met(match)
    match.fillers["visitor"] = who_is_sent(match)
    match.fillers["visitor"] = who_says_so(match, known.statements)
    travellers = list(list_travellers(match, rulebook.actors))
    people = [reading.mentions[found.mention] for found in travellers]
    led = {person.country for person in people if person.kind == "person"}
    destinations = find_destinations(match, before)
    if match.rule.set.get("visitor") == "several":  # in a town of one of theirs
        homes = {one.country for one in people}
        destinations = [place for place in destinations if place.country in homes]
    # "Met Ruto in Nairobi and Museveni in Kampala": each receives the guest at home.
    hosting = {place.country for place in destinations[1:] and destinations}
    hosts = {filler.mention for filler in match.filling(*PARTNERS)}
    for destination in destinations:
        for found in travellers:
            filler = who_is_abroad(reading, found, destination.country)
            mention = reading.mentions[filler.mention]
            if mention.kind == "group" and mention.country in led:
                continue  # "Ruto and his officials"
            if mention.country in hosting and found.mention in hosts:
                continue
            if _is_home(reading, mention, destination):
                continue
            row = make_row(match, filler, destination, known)
            if taken_up:
                take_status(row, before)
            rows.append(row)
    return rows


def _is_home(reading: Reading, guest: Mention, destination: Destination) -> bool:
    """Tell whether somebody is at home there, as officials of the European Union in Brussels."""
    country = guest.country or (destination.like or {}).get("visitor_country", "")
    own = country, SUCCESSORS.get(country)
    seat = destination.city.lower() in reading.lexicon["seats"]
    # Who is of no state that the text names may be at home anywhere.
    return not country or destination.country in own or (country == "IGO" and seat)
