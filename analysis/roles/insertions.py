"""What is put into a sentence, between brackets, dashes or commas, and interrupts it."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.reading import Reading
from analysis.text import DASHES, Sentence

# So many tokens a clause between two commas has at most, and one that tells who says it.
CLAUSE, TELLING = 18, 10
# They tell what something is made up of.
LISTING = frozenset({"include", "comprise", "contain"})
# What a list goes on with behind a comma.
LISTED = frozenset("XOD#p")
# What names who says it, and when.
TELLER = frozenset("XpODt#PBAM")
# Where a sentence has one of these, it has said something.
VERBAL = frozenset("VAMIG")


def find_insertions(reading: Reading, sentence: Sentence) -> list[range]:
    """Return the tokens of each insertion, its marks included, in order; none within another.

    "Oslo sent tanks | (and jets) | to Chad", "has, | its premier said, | sent", "accused Chad,
    | which denies it, | of": whoever reads what stands around them does not see them.
    """
    found: list[range] = []
    tags = reading.tags[sentence.first : sentence.end]
    if tags.count(",") < 2 and tags.count(";") < 2:
        return found  # as in most sentences: nothing to put in between
    for insertion in sorted(_insertions(reading, sentence), key=lambda span: span.start):
        if not found or insertion.start >= found[-1].stop:
            found.append(insertion)
    return found


def _insertions(reading: Reading, sentence: Sentence) -> Iterator[range]:
    lower, tags = reading.text.lower, reading.tags
    tokens = range(sentence.first, sentence.end)
    opening = -1
    dashes = [at for at in tokens if lower[at] in DASHES and tags[at] == ";"]
    if len(dashes) == 2 and dashes[0] + 1 < dashes[1] and not _names(tags, dashes[0] + 1):
        yield range(dashes[0], dashes[1] + 1)
    for index in tokens:
        if lower[index] == "(":
            opening = index
        elif lower[index] == ")" and opening >= 0:
            if index > opening + 2 or tags[index + 1] not in "OX":  # no "from (Swiss) banks"
                yield range(opening, index + 1)
            opening = -1
        elif tags[index] == "," and index > sentence.first:
            closing = _closing_comma(reading, index, sentence.end)
            if closing > 0 and _interrupts(reading, index, closing, sentence.first):
                yield range(index, closing + 1)


def _names(tags: list[str], index: int) -> bool:
    """Tell "two states – Oslo and Rome, both rich – sent" from "Oslo – Chad's ally – sent"."""
    named = index
    while tags[named] == "X":
        named += 1
    return named > index and tags[named] in ",C;"


def _closing_comma(reading: Reading, comma: int, end: int) -> int:
    """Return the comma behind another with no mark between; -1 = none near."""
    for index in range(comma + 1, min(end - 1, comma + CLAUSE)):
        tag = reading.tags[index]
        if tag == ",":
            return index if index > comma + 1 else -1
        if tag in ";Q":
            break
    return -1


def _interrupts(reading: Reading, comma: int, closing: int, first: int) -> bool:
    """Tell ", which denies it, of" and ", it said, has" from the members of a list."""
    tags = reading.tags
    if tags[closing + 1] in "GCSR;":
        return False  # "Chad has jets, Oslo said, confirming it" goes on with what Oslo did
    if tags[comma + 1] == "R" or reading.text.lower[comma + 1] == "whose":
        listing = reading.is_form(comma + 2, LISTING)  # what is sent: "aid, which includes tanks,"
        return not (listing or _lists(reading, closing + 1))
    return _tells(reading, comma, closing, first)


def _lists(reading: Reading, index: int) -> bool:
    """Tell ", which includes tanks, | jets and guns" from ", which is poor, | 40 tanks"."""
    tags = reading.tags
    if tags[index] not in LISTED:
        return False
    while tags[index] in LISTED:
        index += 1
    return tags[index] in "C,"


def _tells(reading: Reading, comma: int, end: int, first: int) -> bool:
    """Tell whether who says it is all that stands behind a comma: "its premier told Chad".

    Not where the sentence has said nothing yet: "On Friday, he told Chad, a neighbour, that".
    """
    tags = reading.tags
    verbs = [at for at in range(comma + 1, end) if tags[at] == "V"]
    rest = set(tags[comma + 1 : end]) - {"V"}
    begun = tags[first] not in "PtB" or not VERBAL.isdisjoint(tags[first:comma])
    if len(verbs) != 1 or end - comma > TELLING or not rest <= TELLER or not begun:
        return False
    verb = verbs[0]
    listener = "tell" in reading.lemmas(verb)
    takes = listener or not reading.lexicon["clause_takers"].isdisjoint(reading.lemmas(verb))
    return verb > comma + 1 and takes and (listener or "X" not in tags[verb:end])
