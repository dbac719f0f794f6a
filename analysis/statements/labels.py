"""Who stands before a colon: labels of quotations, headlines, transcripts."""

from __future__ import annotations

from analysis.acts import SpeechWords
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.statements.voices import NAMED
from analysis.text import Sentence

# What may stand before a name that labels a quotation.
OPENERS: tuple[list[str], ...] = ([], ["quote", "from"], ["quote", "of"], ["quote", ":"])
LONGEST = 7
# "Ruto on the raid: “…”".
ABOUT = frozenset({"on", "about"})
CLAUSAL = frozenset("VGAM")
PLAIN = frozenset("DOX#E")
# Participles before "report" that open a line look like verbs.
LEAKED = frozenset({"leaked", "published", "declassified", "unpublished", "classified"})


def find_label(
    reading: Reading, words: SpeechWords, sentence: Sentence, colon: int
) -> list[Filler]:
    """Return whose name stands before a colon: "Quote from Ruto: “…”", "Pentagon: Oslo sent …"."""
    if reading.tags[colon + 1] == "Q":
        return _before_quotation(reading, sentence.first, colon)
    whole = sentence.first < colon <= sentence.first + LONGEST
    if not whole or CLAUSAL.isdisjoint(reading.tags[colon + 1 : sentence.end]):
        return []
    return _before_clause(reading, words, sentence.first, colon)


def _before_quotation(reading: Reading, first: int, colon: int) -> list[Filler]:
    colon = _before_topic(reading, first, colon)
    number = reading.mention_at[colon - 1] if colon > first else -1
    if number < 0:
        return []
    named = reading.mentions[number]
    alone = reading.text.lower[first : named.first] in OPENERS
    if not alone or named.kind not in ("person", "title", "name") or named.possessive:
        return []
    return [Filler(named.first, named.end, mention=number, how="before the colon")]


def _before_topic(reading: Reading, first: int, colon: int) -> int:
    """Return where a name ends that has its topic behind: "Ruto on the raid: “…”"."""
    for at in range(first + 1, min(colon, first + LONGEST)):
        if reading.tags[at] not in "XO":
            about = reading.text.lower[at] in ABOUT
            return at if about and CLAUSAL.isdisjoint(reading.tags[at:colon]) else colon
    return colon


def _before_clause(reading: Reading, words: SpeechWords, first: int, colon: int) -> list[Filler]:
    """Return who alone opens a line before a colon.

    A state there may as well be what the line is about: "Ukraine: 40 die in raid".
    """
    number = reading.mention_at[colon - 1]
    label = Filler(first, colon, mention=number, how="before the colon")
    capitals, head = reading.text.words[colon - 1].isupper(), reading.text.lower[colon - 1]
    noun = head in words.tellers
    if number < 0:
        opened = first + (reading.text.lower[first] in LEAKED)
        plain = PLAIN.issuperset(reading.tags[opened:colon])
        return [label] if noun and plain and not capitals else []  # not "FILE: a bomber"
    named = reading.mentions[number]
    members = noun and reading.text.words[colon - 1].islower()  # "UN experts", no "Islamic State"
    body = named.kind in NAMED and (head in words.bodies or capitals or members)
    person = named.kind in ("person", "title", "metonym")
    speaks = body or person or (named.kind == "group" and noun)
    return [label] if speaks and named.first == first else []
