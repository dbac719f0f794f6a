"""The state that an article is about, whose offices it names without the state."""

from __future__ import annotations

from collections import Counter

from analysis.actors.mention import Mention
from analysis.text import DASHES, Text

STATES = frozenset({"state", "capital", "metonym", "demonym", "institution"})
# Offices that news of one state's doings names without the state.
DOMESTIC = frozenset({"minister", "premier", "president", "government", "undersecretary"})
SECRETARIES = frozenset({"foreign secretary", "defence secretary", "cabinet secretary"})
# The state that an article is about has so many namings, and so many times those of the next.
HOME_NAMINGS = 3
HOME_LEAD = 1.5
# A dateline ends in a dash, so many tokens at most behind its town.
DATELINE = 14


def find_home(mentions: list[Mention], text: Text) -> str:
    """Return the state that an article is about: whose "finance minister" needs no state; or ''.

    It is where the report comes from, if it names that state often, or names no other more.
    """
    counts = Counter(m.country for m in mentions if m.kind in STATES and m.country)
    origin = _origin(mentions, text)
    if counts[origin] >= HOME_NAMINGS:
        return origin
    leading = [*counts.most_common(2), ("", 0)]
    if not counts or leading[0][1] < max(HOME_NAMINGS, HOME_LEAD * leading[1][1]):
        return origin
    return leading[0][0]


def _origin(mentions: list[Mention], text: Text) -> str:
    """Return the state of a dateline: "HARARE, May 3 (Reuters) -"; or ''."""
    town = mentions[0] if mentions else None
    if town is None or town.first > 0 or not town.is_place:
        return ""
    ended = not DASHES.isdisjoint(text.lower[town.end : town.end + DATELINE])
    return town.country if ended else ""


def is_domestic(role: str) -> bool:
    """Tell an office that news of its own state names without it: "the finance minister"."""
    plain = role.lower().replace("-", " ")
    return plain in SECRETARIES or not DOMESTIC.isdisjoint(plain.split())
