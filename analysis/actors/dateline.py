"""The dateline that a report opens with: "ACCRA, Ghana, 3 May (Agency) -"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analysis.actors.entries import Name
from analysis.actors.mention import Mention
from analysis.text import DASHES, Text

# The town stands among so many first tokens, and the mark that ends the line so soon behind it.
OPENING, LONGEST = 3, 14
# Who wrote it, and for whom, are so many names and words before: "Ana Silva\nTHE STAR\nLIMA -".
BYLINE, BYLINE_WORDS = 4, 16
# The town has so many words.
TOWN_WORDS = 3


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place that a text opens with, and the token at which the text itself begins."""

    place: Mention
    end: int


def find_dateline(mentions: Sequence[Mention], text: Text) -> Dateline | None:
    """Return the dateline of a text, None where it has none: a place, no clause, and a mark.

    "HARARE, Zimbabwe (Agency) -", "ACCRA/LAGOS, 3 May: ", "ACCRA, 3 May. /Agency/", "ACCRA: ",
    "Accra, May 3 (Agency)".
    """
    towns = (m for m in mentions[:BYLINE] if m.city and opens_line(text, m.first))
    place = next(towns, mentions[0] if mentions else None)
    if place is None or not place.is_place:
        return None
    if place.first >= OPENING and not opens_line(text, place.first):
        return None
    if any(word.islower() and word not in ("by", "and") for word in text.words[: place.first]):
        return None
    # "Accra: the law stands" may be what a government says, "Accra: President Ruto left" is none.
    town = text.words[place.end - 1].isupper() or place.kind == "city"
    behind = "".join(text.words[place.end + 1 : place.end + 2])
    town = town or (place.kind == "capital" and behind[:1].isupper())
    if town and text.words[place.end : place.end + 1] == [":"]:
        return Dateline(place, place.end + 1)
    listed, dated, bracketed = place.first > 0, False, False
    for token in range(place.end, min(len(text.words), place.end + LONGEST)):
        word = text.words[token]
        if _ends(text, token) or (word in ":." and listed) or (dated and _closes(text, token)):
            return Dateline(place, token + 1)
        if word.islower() and not bracketed:
            return None  # a clause, not "(dpa)"
        listed, dated = listed or word == ",", dated or word.isdigit()
        bracketed = word == "(" or (bracketed and word != ")")
    return None


def opens_line(text: Text, token: int) -> bool:
    """Tell the first word of a text, or of a line behind those that tell who wrote it."""
    return not token or (token < BYLINE_WORDS and text.words[token - 1].isspace())


def find_town(text: Text, names: Mapping[str, Sequence[Name]], at: int) -> tuple[int, Name | None]:
    """Return where the capitals end that a report opens with, "NEW DELHI", and their town."""
    end = at
    while end < min(len(text.words), at + TOWN_WORDS) and text.words[end].isupper():
        if not text.words[end].isalpha():
            break
        end += 1
    meanings = names.get(text.span(at, end).title(), ())
    return end, next((name for name in meanings if name.kind in ("city", "capital")), None)


def _closes(text: Text, token: int) -> bool:
    """Tell the bracket before the first sentence: "Accra, May 3 (Agency) Norway's king"."""
    behind = text.words[token + 1 : token + 2]
    return text.words[token] == ")" and bool(behind) and behind[0][0].isupper()


def _ends(text: Text, token: int) -> bool:
    """Tell the dash and the "/Agency/" of a dateline from "ACCRA/LAGOS" and "US-led"."""
    word = text.words[token]
    joins = word in "-/" and text.is_glued(token) and text.is_glued(token + 1)
    return (word in DASHES or word[0] in "/_") and not joins
