"""Text -> spaCy tokens, each chunk between spaces split once and remembered.

spaCy's tokenizer searches the affixes of almost every word anew; news repeats its words, so
remembering what each chunk was split into gives the same tokens in a fifth of the time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate, chain
from operator import add

from spacy.tokenizer import Tokenizer

# A space at which no line breaks is one too: "Ana J.\u00a0Silva", "20\u202fkm".
UNBROKEN = re.compile(r"(?<=\S)[\u00a0\u2007\u2009\u200a\u202f](?=\S)")
# Chunks are cut at single spaces; a chunk with more blanks inside ("said.\n\nThe") is cut further.
GAP = re.compile(r" (?<=\S )(?=\S)")
# spaCy's own notion: a run of blanks, of which one space belongs to the word before it.
WORD = re.compile(r"(\S+ ?)(\s*)")
# spaCy leaves "U.S.-made" whole, but cuts "US-made" at its hyphen.
ABBREVIATED = re.compile(r"(U\.S\.|U\.K\.|U\.N\.|E\.U\.)-(\w.*)")
# Scraped text loses the space before a short form: "the Coast Guard(GCG)".
GLUED = re.compile(r"([A-Za-z]{3,})(\([A-Z].*)")
# … and that behind the dash of a dateline: "PARIS (AFP) -France will".
DASHED = re.compile(r"(--?)([A-Z].*)")
# spaCy cuts these at their hyphen; kept whole they are read as the words without one.
COMPOUNDS = {
    word: word.replace("-", "")
    for word in (
        "cease-fire cease-fires pull-out pull-outs air-strike air-strikes build-up build-ups"
    ).split()
}
# A chunk costs about 200 bytes; the vocabulary of a few thousand articles fits.
MOST_REMEMBERED = 200_000


@dataclass(slots=True)
class Tokens:
    """The tokens of a text: what each is, where it starts, and whether a space follows it."""

    words: list[str]
    starts: list[int]
    spaced: list[bool]


class ChunkTokenizer:
    """Stands in for the tokenizer of a spaCy pipeline: the same tokens, sooner."""

    def __init__(self, tokenizer: Tokenizer):
        self.tokenizer = tokenizer
        self._special = tokenizer.rules  # "cannot", "Mr."; a copy is made at each call
        self._known: dict[str, tuple[list[str], list[bool]]] = {}

    def split(self, text: str) -> Tokens:
        """Return a text's tokens as lists."""
        known = self._known
        chunks = GAP.split(UNBROKEN.sub(" ", text))
        last = chunks.pop()
        split = [known.get(chunk) or self._split_chunk(chunk) for chunk in chunks]
        split.append(self._split_words(last))  # no space behind it
        parts, apart = zip(*split, strict=True)
        words, spaced = list(chain.from_iterable(parts)), list(chain.from_iterable(apart))
        ends = accumulate(map(add, map(len, words), spaced), initial=0)
        return Tokens(words, list(ends)[:-1], spaced)

    def words(self, phrase: str) -> list[str]:
        """Return the tokens of a name or phrase alone: dictionaries have tens of thousands."""
        return self._split_words(phrase)[0]

    def _split_chunk(self, chunk: str) -> tuple[list[str], list[bool]]:
        """Split a chunk with a space behind it, and remember how."""
        if len(self._known) >= MOST_REMEMBERED:
            self._known.clear()
        if chunk.isprintable() and " " not in chunk:
            parts = self._cut(chunk)
            self._known[chunk] = parts, [*[False] * (len(parts) - 1), True]
        else:
            self._known[chunk] = self._split_words(chunk + " ")
        return self._known[chunk]

    def _split_words(self, chunk: str) -> tuple[list[str], list[bool]]:
        """Return the tokens of a chunk, and which of them a space follows."""
        words: list[str] = []
        spaced: list[bool] = []
        leading = len(chunk) - len(chunk.lstrip())
        if leading:
            words.append(chunk[:leading])
            spaced.append(False)
        for word, blanks in WORD.findall(chunk, leading):
            parts = self._cut(word.removesuffix(" "))
            words += parts
            spaced += [*[False] * (len(parts) - 1), word[-1] == " "]
            if blanks:
                words.append(blanks)
                spaced.append(False)
        return words, spaced

    def _cut(self, chunk: str) -> list[str]:
        """Return the tokens of a chunk; a plain word holds no affix for spaCy to search."""
        word, mark = (chunk[:-1], chunk[-1]) if chunk[-1] in ",." else (chunk, "")
        if self._is_plain(word, mark) and word not in self._special and chunk not in self._special:
            return [word, mark] if mark else [word]
        if glued := GLUED.fullmatch(chunk) or DASHED.fullmatch(chunk):
            return [*self._cut(glued[1]), *self._cut(glued[2])]
        parts = [token.text for token in self.tokenizer(chunk)]
        if "-" in parts:
            parts = _join_compounds(parts)
        if ".-" not in chunk:
            return parts
        return [piece for part in parts for piece in self._cut_abbreviated(part)]

    def _is_plain(self, word: str, mark: str) -> bool:
        """Tell words and "T72", which spaCy leaves whole, from "20km", and "act." from "U."."""
        if not (word.isalnum() and word.isascii()):
            return False
        if mark:
            return word.isalpha() and word[-1].islower()
        return word.isalpha() or word[-1].isdigit()

    def _cut_abbreviated(self, part: str) -> list[str]:
        """Cut "U.S.-made" as "US-made" is cut."""
        found = ABBREVIATED.fullmatch(part)
        return [found[1], "-", *self._cut(found[2])] if found else [part]


def _join_compounds(parts: list[str]) -> list[str]:
    """Join what was cut at the hyphen of a compound: "cease", "-", "fire"."""
    joined: list[str] = []
    for part in parts:
        if joined[-1:] == ["-"] and f"{''.join(joined[-2:])}{part}".lower() in COMPOUNDS:
            joined[-2:] = [f"{joined[-2]}-{part}"]
        else:
            joined.append(part)
    return joined
