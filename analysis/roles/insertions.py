"""What is put into a sentence, between brackets, dashes or commas, and interrupts it."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.reading import Reading
from analysis.roles.phrases import DESCRIBING
from analysis.text import DASHES, Sentence

# So many tokens a clause between two commas has at most, and one that tells who says it.
CLAUSE, TELLING = 18, 10
# They tell what something is made up of.
LISTING = frozenset({"include", "comprise", "contain"})
# What a list goes on with behind a comma.
LISTED = frozenset("XOD#p")
# What names who says it, and when.
TELLER = frozenset("XpODt#PBAM")
# What opens a sentence with one of the first has its subject behind a comma, until a verb is told.
OPENING, FINITE = frozenset("PtBGES"), frozenset("VAM")
# What describes a name has none but these.
PLAIN = frozenset("DOXP#BE")


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


def hide_insertions(reading: Reading, sentence: Sentence, tags: list[str]) -> frozenset[int]:
    """Give what is put into a sentence an adverb's letter in `tags`; return its tokens."""
    hidden = frozenset(at for tokens in find_insertions(reading, sentence) for at in tokens)
    for token in hidden:
        tags[token] = "B"
    return hidden


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
    near = range(comma + 1, min(end - 1, comma + CLAUSE))
    closing = next((at for at in near if reading.tags[at] in ",;Q"), -1)
    return closing if closing > comma + 1 and reading.tags[closing] == "," else -1


def _interrupts(reading: Reading, comma: int, closing: int, first: int) -> bool:
    """Tell ", which denies it, of" and ", it said, has" from the members of a list.

    Not where the sentence has said nothing yet: "In Chad, which is far, the king met".
    """
    tags = reading.tags
    if tags[comma - 1] == "C":  # "Oslo and, it says, Rome"
        return True
    if tags[first] in OPENING and FINITE.isdisjoint(tags[first:comma]):
        return False
    contrast = tags[comma + 1] == "N" and set(tags[comma + 2 : closing]) <= {"D", "O", "X"}
    if contrast or _describes(reading, comma, closing):  # "it was Oslo, not Rome, that"
        return True
    if tags[closing + 1] in "GCSR;":
        return False  # "Chad has jets, Oslo said, confirming it" goes on with what Oslo did
    if tags[comma + 1] == "R" or reading.text.lower[comma + 1] == "whose":
        listing = reading.is_form(comma + 2, LISTING)  # what is sent: "aid, which includes tanks,"
        return not (listing or _lists(reading, closing + 1))
    return _tells(reading, comma + 1, closing)


def _describes(reading: Reading, comma: int, closing: int) -> bool:
    """Tell "gave Chad, a friend of Oslo, | 40 tanks", "gave Chad, at war with Oslo, 40 tanks"."""
    tags, start = reading.tags, comma + 1 + (reading.tags[comma + 1] in "BS")  # "once a"
    inner, behind = set(tags[start:closing]), tags[closing + 1]
    if tags[comma - 1] != "X" or not inner <= PLAIN or reading.items_between(start, closing):
        return False
    listed = behind == "C" and "X" in inner and "P" not in inner  # "Oslo, a French firm, and Rome"
    described = reading.text.lower[start] in DESCRIBING and behind not in "VAMGSR;"
    return (described and not listed) or (tags[comma + 1] == "P" and behind == "#")


def _lists(reading: Reading, index: int) -> bool:
    """Tell ", which includes tanks, | jets and guns" from ", which is poor, | 40 tanks"."""
    end = reading.skip_right(index, LISTED, len(reading.tags))
    return end > index and reading.tags[end] in "C,"


def _tells(reading: Reading, first: int, end: int) -> bool:
    """Tell whether "its premier told Chad", who says it, is all that stands there."""
    tags = reading.tags
    verbs = [at for at in range(first, end) if tags[at] == "V"]
    rest = set(tags[first:end]) - {"V"}
    if len(verbs) != 1 or verbs[0] == first or end - first > TELLING or not rest <= TELLER:
        return False
    told = reading.lemmas(verbs[0])
    if "tell" in told:
        return True
    takes = not reading.lexicon["clause_takers"].isdisjoint(told)
    return takes and "X" not in tags[verbs[0] : end]
