"""Matches of the visit rules -> rows: who travels, and whether it is a visit at all."""

from __future__ import annotations

from analysis.actors.mention import Mention
from analysis.evidence import Row
from analysis.matching import Match
from analysis.reading import Reading
from analysis.rulebook import Rulebook
from analysis.statements import Statement
from analysis.visits.destinations import find_destinations
from analysis.visits.journeys import join_journeys
from analysis.visits.rows import make_row
from analysis.visits.status import is_called_off

TRAVELLERS = frozenset({"person", "title", "pronoun", "group", "institution"})


DELEGATIONS = frozenset(
    [
        "delegation",
        "delegations",
        "envoy",
        "envoys",
        "minister",
        "ministers",
        "inspectors",
        "monitors",
        "team",
        "mission",
        "officials",
        "diplomats",
        "lawmakers",
        "negotiators",
    ]
)


def find_visits(
    reading: Reading, matches: list[Match], statements: list[Statement], rulebook: Rulebook
) -> list[Row]:
    """Return rows of VISITS: one visitor, destination country and journey."""
    rows: list[Row] = []
    for match in matches:
        if match.rule.table == "visits" and not (
            match.negated and not is_called_off(reading, match)
        ):
            rows.extend(_rows(reading, match, statements, rows))
    return join_journeys(rows)


def _rows(
    reading: Reading, match: Match, statements: list[Statement], before: list[Row]
) -> list[Row]:
    travellers = [*match.fillers.get("visitor", [])]
    if match.rule.id in ("visit.meet", "visit.talks"):
        travellers += [*match.fillers.get("partner", []), *match.fillers.get("with_partner", [])]
    rows = []
    seen: set[tuple[str, str]] = set()
    for country, city, implied in find_destinations(reading, match, before):
        for filler in travellers:
            mention = reading.mentions[filler.mention] if filler.mention >= 0 else None
            if mention is None or not _is_traveller(mention, reading):
                continue
            if mention.country in ("", country) or (mention.name, country) in seen:
                continue
            seen.add((mention.name, country))
            rows.append(make_row(reading, match, filler, country, city, implied, statements))
    return rows


def _is_traveller(mention: Mention, reading: Reading) -> bool:
    if mention.kind not in TRAVELLERS or not mention.official or not mention.name:
        return False
    if mention.kind in ("group", "institution"):
        words = reading.text.lower[mention.first : mention.end]
        return not DELEGATIONS.isdisjoint(words)
    return True
