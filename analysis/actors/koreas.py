"""What news about Korea calls its two states for short: "the North"."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.actors.book import ActorBook
from analysis.actors.mention import Mention
from analysis.text import Text

HALVES = {"North": "PRK", "South": "KOR"}
BOTH_HALVES = (["and", "south", "korea"], ["and", "north", "korea"])


def half_of_korea(
    text: Text, index: int, mentions: Sequence[Mention], book: ActorBook
) -> Mention | None:
    """Read "the North" as a Korea where the text named it, and "North and South Korea"."""
    country = HALVES[text.words[index]]
    words, lower = text.words, text.lower
    after = words[index + 1] if index + 1 < len(words) else "."
    plain = index > 0 and lower[index - 1] == "the" and not after[0].isupper()
    named = plain and after not in ("of", "-") and any(m.country == country for m in mentions)
    if not named and lower[index + 1 : index + 4] not in BOTH_HALVES:
        return None
    name = book.actors[country].name
    return Mention(index, index + 1, "state", country, name, country, via="alias", known=True)
