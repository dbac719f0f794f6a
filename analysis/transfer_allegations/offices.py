"""Officials named without a state: "Oslo has sent tanks, a military spokesman said" is Oslo's."""

from __future__ import annotations

from analysis.reading import Reading
from analysis.roles import Filler
from analysis.statements import Statement, country_of

# Bodies and offices that every state has.
OFFICES = frozenset(
    "ministry minister government army military navy presidency president premier cabinet"
    " chancellor mod".split()
)
# Who need not be of the side that is talked of.
OTHERS = frozenset(
    "former ex retired rebel rebels opposition intelligence western nato un source sources".split()
)
# What an own side says of what it does; it accuses others.
ACTS = frozenset({"say", "confirm", "promise"})
STATES = frozenset({"state", "capital", "metonym", "institution"})
# Letters of words that may stand before whose doing it is: a dateline, a day, a place.
LEADING = frozenset(";DXtP,BQ#")


def state_of_office(reading: Reading, statement: Statement, supplier: Filler | None) -> str:
    """Return the supplier's state if its bare ministry, army or minister tells of it; or ""."""
    if supplier is None or statement.act not in ACTS:
        return ""
    mention = reading.mentions[supplier.mention]
    before = reading.tags[statement.said()[0] : mention.first]
    opens = LEADING.issuperset(before) and mention.kind in STATES
    elsewhere = reading.town is not None and reading.town.country != mention.country
    elsewhere = elsewhere or _leading_state(reading) != mention.country
    offices = not elsewhere and all(_is_office(reading, speaker) for speaker in statement.speakers)
    return mention.country if opens and offices else ""


def _leading_state(reading: Reading) -> str:
    """Return the state that a text names first: its army speaks of the doings of others, too."""
    named = (m.country for m in reading.mentions if m.kind in STATES and m.country)
    return next(named, "")


def _is_office(reading: Reading, speaker: Filler) -> bool:
    """Tell "a military spokesman", "the ministry", "Berg, head of exports at the ministry"."""
    if country_of(reading, speaker):
        return False
    lower, end = reading.text.lower, speaker.end
    if lower[end] == ",":  # "said Ana Silva, head of exports at the ministry"
        end += 1
        while reading.tags[end] in "XO#DPB":
            end += 1
        if reading.tags[end] not in ",;":
            end = speaker.end
    words = set(lower[speaker.first : end])
    if speaker.mention >= 0:
        words |= set(reading.mentions[speaker.mention].role.lower().replace("-", " ").split())
    return bool(words & OFFICES) and not words & OTHERS
