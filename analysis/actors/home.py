"""The state that an article is about, whose offices it names without the state."""

from __future__ import annotations

from collections import Counter

from analysis.actors.book import ActorBook
from analysis.actors.dateline import Dateline
from analysis.actors.mention import NATIONAL, Mention
from analysis.text import load_tokenizer

STATE_KINDS = NATIONAL | {"institution"}
# A text that opens with one of these is about it, not with "The Secretary of State".
PLACE_KINDS = frozenset({"state", "capital", "city"})
# Offices that news of one state's doings names without the state.
DOMESTIC = frozenset({"minister", "premier", "president", "government", "undersecretary"})
MINISTERS = frozenset({"minister", "premier"})
MINISTRY = frozenset({"ministry", "mfa"})
# Whose departments are never called ministries.
NO_MINISTRIES = frozenset({"USA", "IGO"})
# … and bodies.
STATE_BODIES = frozenset("ministry parliament army government presidency mfa military navy".split())
# Whoever is this is in somebody's forces or service, mostly a state's.
OFFICERS = frozenset(
    "colonel col. gen. gen brigadier lieutenant lt. major maj. admiral adm."
    " commander captain capt. defence defense intelligence police".split()
)
OF_ANY_STATE = (
    "foreign secretary", "defence secretary", "cabinet secretary", "attorney general",
    "national security adviser", "national security advisor", "chief justice",
)  # fmt: skip
COMMANDS = ("chief of defence", "chief of the general staff", "chief of general staff")
# Whose press service an outlet is.
OFFICES = frozenset("ministry mfa government president presidency embassy department".split())
# The state that an article is about has so many namings, and so many times those of the next.
HOME_NAMINGS = 3
HOME_LEAD = 1.5


def find_home(mentions: list[Mention], dateline: Dateline | None) -> str:
    """Return the state that an article is about: whose "finance minister" needs no state; or ''.

    It is where the report comes from, if it names that state often or names no other more; else
    the state named most, by far or as it opens the text.
    """
    counts = Counter(m.country for m in mentions if m.kind in STATE_KINDS and m.country)
    opens = bool(mentions) and mentions[0].first == 0 and mentions[0].kind in PLACE_KINDS
    opening = mentions[0].country if opens else ""
    origin = dateline.place.country if dateline is not None else ""
    if counts[origin] >= HOME_NAMINGS:
        return origin
    (first, most), (_, next_most) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    lead = 1 if first == opening and most > next_most else HOME_LEAD
    return first if most >= max(HOME_NAMINGS, lead * next_most) else origin


def state_of_office(outlet: str, book: ActorBook) -> str:
    """Return the state whose office issues a text: "Ministry of Defence of Chad"; '' = a medium."""
    if OFFICES.isdisjoint(outlet.lower().split()):
        return ""
    found = book.find(load_tokenizer().words(outlet))
    state = next((name.country for _, names in found.values() for name in names), "")
    return state if state not in NO_MINISTRIES else ""


def is_of_home(mention: Mention, home: str) -> bool:
    """Tell an official whom news of the home state names without it.

    "Foreign Minister Ana Silva", "a foreign ministry spokesman"; not any "minister" unnamed.
    """
    if mention.country or mention.kind not in ("person", "title"):
        return False
    words = mention.role.lower().replace("-", " ").split()
    if not MINISTRY.isdisjoint(words):
        return home not in NO_MINISTRIES
    named = mention.kind == "person"
    office = " ".join(words)
    of_home = office.endswith(OF_ANY_STATE) or office.startswith(COMMANDS)
    return named and (of_home or not DOMESTIC.isdisjoint(words))


def serves_a_state(official: Mention, *, alone: bool) -> bool:
    """Tell who serves some state or other: an "army spokesman"; a minister is of its government.

    Of several states that lead in a text, the one told of last may not be the minister's.
    """
    words = official.role.lower().replace("-", " ").split()
    governs = alone and not MINISTERS.isdisjoint(words)
    return governs or not (MINISTRY | STATE_BODIES | OFFICERS).isdisjoint(words)


def is_state_body(role: str) -> bool:
    """Tell a body that every state has: "the ministry of defence", "the army"."""
    if role.startswith(("ministry of", "department of")):
        return True
    return not STATE_BODIES.isdisjoint(role.split()[-1:])
