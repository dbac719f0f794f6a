"""One visitor, one destination -> a row of VISITS."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.actors.mention import Mention
from analysis.evidence import Row, describe, make_id
from analysis.matching import Match
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.statements import Statement, governing, judge_confidence, name_actor
from analysis.visits.dating import Arrival, VisitDate, date_visit
from analysis.visits.destinations import Destination
from analysis.visits.hosts import SIDES, Meeting, find_host
from analysis.visits.implied import is_fresh, looks_back
from analysis.visits.offices import list_states
from analysis.visits.status import find_status, is_past_plan, status_in_words

# Who meets there meets whom he names, not everybody at the summit.
MARGINS = frozenset({"sideline", "sidelines", "margin", "margins", "fringes"})


@dataclass(frozen=True)
class Background:
    """What the whole text says that a row may need."""

    statements: list[Statement]
    meetings: list[Meeting]
    arrivals: list[Arrival]


def make_row(
    reading: Reading, match: Match, visitor: Filler, destination: Destination, known: Background
) -> Row:
    """Return the row of one visitor and one destination."""
    country, guest = destination.country, reading.mentions[visitor.mention].name
    host = find_host(reading, match, visitor, destination, known.meetings)
    row = describe(
        reading,
        match.sentence,
        rule_id=match.rule.id,
        confidence=judge_confidence(reading, [visitor]),
        implied=destination.implied,
    )
    row |= name_actor(reading, visitor, "visitor")
    if destination.like and not row["visitor_country"]:  # who comes along is of the same state
        row["visitor_country"] = destination.like["visitor_country"]
    row |= {"country": country, "city": destination.city}
    row |= {"host_id": host.actor_id if host else "", "host": host.name if host else ""}
    told = status_in_words(reading, match)
    date = date_visit(reading, match, told, guest, destination, known.arrivals)
    like = destination.like
    undated = date is None or date.implied
    beside = not reading.dates_in(match.sentence) and like and "date" not in like["implied"]
    if like and like.get("date") and (undated or beside):
        date = VisitDate(*(like[name] for name in ("date", "date_end", "date_precision")))
    row["status"] = like["status"] if like else find_status(reading, told, date)
    if date is not None:
        row |= date.columns
        row["implied"] += ["date"] if date.implied else []
    row["given_up"] = told == "planned" and is_past_plan(reading, match)
    row["past"] = looks_back(reading, match, row["status"])
    row["fresh"] = is_fresh(reading, match)
    row["kind"] = _kind(reading, match, host, country)
    statement = governing(known.statements, match.trigger)
    row["statement_id"] = statement.row_ids[0] if statement and statement.row_ids else ""
    row["visit_id"] = make_id("visits", row, ("visitor", "country", "status"))
    return row


def _kind(reading: Reading, match: Match, host: Mention | None, country: str) -> str:
    if match.rule.set.get("visitor") == "led":
        return "third-party"  # where two delegations meet
    words = reading.text.lower[match.sentence.first : match.sentence.end]
    together = _meets_others(reading, match, country)
    apart = together and not MARGINS.isdisjoint(words)  # "met on the sidelines of the summit"
    if not apart and not reading.grammar.lexicon["multilateral"].isdisjoint(words):
        return "multilateral"
    partners = match.fillers.get("partner", []) + match.fillers.get("with_partner", [])
    abroad = [
        f
        for f in partners
        if f.mention >= 0 and reading.mentions[f.mention].country not in ("", country)
    ]
    return "third-party" if (abroad or together) and host is None else "bilateral"


def _meets_others(reading: Reading, match: Match, country: str) -> bool:
    """Tell whether those who meet are of several states, and nobody of them of the place's."""
    between = any("between" in slot.prepositions for slot in match.rule.slots)
    if not between and match.rule.set.get("travel") != "all":
        return False
    sides = [f for slot in SIDES for f in match.fillers.get(slot, []) if f.mention >= 0]
    people = [reading.mentions[filler.mention] for filler in sides]
    states = {state for one in people for state in (one.country, *list_states(reading, one))}
    return len(states - {""}) > 1 and country not in states
