"""The state that an article is about, whose offices it names without the state."""

from __future__ import annotations

from collections import Counter

from analysis.actors.mention import Mention

STATES = frozenset({"state", "capital", "metonym", "demonym", "institution"})
# Offices that news of one state's doings names without the state.
DOMESTIC = frozenset({"minister", "premier", "president", "government"})
# The state that an article is about has so many namings, and so many times those of the next.
HOME_NAMINGS = 3
HOME_LEAD = 1.5


def find_home(mentions: list[Mention]) -> str:
    """Return the state that an article is about: whose "finance minister" needs no state; or ''."""
    counts = Counter(m.country for m in mentions if m.kind in STATES and m.country)
    leading = [*counts.most_common(2), ("", 0)]
    if not counts or leading[0][1] < max(HOME_NAMINGS, HOME_LEAD * leading[1][1]):
        return ""
    return leading[0][0]


def is_domestic(role: str) -> bool:
    """Tell an office that news of its own state names without it: "the finance minister"."""
    return not DOMESTIC.isdisjoint(role.lower().split())
