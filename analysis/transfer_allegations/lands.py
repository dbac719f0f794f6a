"""Which state "the country" is, to which something is sent."""

from __future__ import annotations

from collections.abc import Collection

from analysis.matching import Match
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.statements import Statement
from analysis.transfer_allegations.parties import Parties

LANDS = frozenset({"country", "nation", "republic", "kingdom"})
TOWARDS = frozenset({"to", "into"})
# What names a state as such.
NAMING = frozenset({"state", "demonym", "capital"})
# So far behind the word of a transfer "into the country" may stand, and "country" behind "into".
REACH = 16
PHRASE = 5
# So many sentences back the state is named that is meant.
WITHIN = 2


def find_land(
    parties: Parties, match: Match, claim: Statement | None, givers: Collection[str]
) -> list[Filler]:
    """Read "smuggled into the country": of who says so, else the state named last but the giver."""
    reading = parties.reading
    noun = _land_behind(reading, match)
    if noun < 0:
        return []
    said = [*(claim.speakers if claim is not None else [])]
    own = [one.mention for one in said if one.mention >= 0 and not parties.is_outlet(one)]
    first = reading.text.sentences[max(0, match.sentence.number - WITHIN)].first
    named = [
        number
        for number, mention in reading.mentions_between(first, noun)
        if mention.kind in NAMING
    ]
    for number in (*own, *reversed(named)):
        meant = Filler(noun, noun + 1, mention=number, how="the country meant")
        if parties.key(meant) not in ("", "IGO", *givers) and not parties.is_group(meant):
            return [meant]
    return []


def _land_behind(reading: Reading, match: Match) -> int:
    """Return the "country" of "to that country", "sent the oil-rich country tanks"; or -1."""
    lower, tags = reading.text.lower, reading.tags
    given = reading.skip_right(match.end + 1, "O", match.sentence.end) - 1
    if tags[match.end] == "D" and lower[given] in LANDS and tags[given + 1] in "D#":
        return given
    for token in range(match.end, min(match.sentence.end, match.end + REACH)):
        if tags[token] in ";SRV":
            return -1
        if lower[token] in TOWARDS and tags[token] == "P":
            for noun in range(token + 2, min(match.sentence.end, token + PHRASE)):
                if lower[noun] in LANDS and lower[noun + 1] not in ("of", "'s", "’s"):
                    return noun
    return -1
