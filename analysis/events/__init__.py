"""Who did what to whom, in PLOVER types.

An event comes from a visit (derived.py), a transfer (derived.py), a statement that is itself an act
(spoken.py), or a rule of dictionaries/events.yaml (ruled.py). parties.py finds who acts towards
whom, told.py whether the text tells it as fact.
"""

from __future__ import annotations

from itertools import chain

from analysis.events.derived import events_of_transfers, events_of_visits
from analysis.events.rows import merge_events
from analysis.events.ruled import events_of_rules
from analysis.events.spoken import events_of_statements
from analysis.evidence import Row
from analysis.matching import Match
from analysis.reading import Reading
from analysis.rulebook import Rulebook
from analysis.statements import Statement

__all__ = ["find_events"]


def find_events(
    reading: Reading,
    matches: list[Match],
    statements: list[Statement],
    visits: list[Row],
    allegations: list[Row],
    rulebook: Rulebook,
) -> list[Row]:
    """Return rows of EVENTS: one event of a type between two sides in one sentence.

    Lists of ids and countries run parallel. A body without a state has an empty country. Dates are
    those of the text; the score is the base score of type and mode, whatever the status.
    """
    deeds = dict(events_of_rules(reading, matches, statements, visits, allegations, rulebook))
    return merge_events(
        chain(
            events_of_visits(reading, matches, visits, statements, deeds),
            events_of_transfers(reading, matches, allegations, statements, rulebook.actors),
            events_of_statements(reading, statements, deeds, rulebook),
            deeds.values(),
        )
    )
