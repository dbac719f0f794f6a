"""Articles -> tokens, sentences, quotations. Offsets always count characters of the text as given.

Tokens are spaCy's (blank English, no model). The sentence splitter is our own: it knows the line
breaks, quotations and abbreviations of news, which spaCy's sentencizer does not.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import compress, count, pairwise

import spacy
from spacy.vocab import Vocab

from analysis.text.quotations import number_quotations
from analysis.text.tokens import COMPOUNDS, ChunkTokenizer

DASHES = frozenset({"-", "–", "—", "--"})
MONTHS = frozenset("jan feb mar apr jun jul aug sept sep oct nov dec".split())
ABBREVIATIONS = MONTHS.union(
    (
        "mr mrs ms dr prof gen sen rep gov col lt maj sgt adm capt cmdr brig st jr sr u.s u.n u.k "
        "e.u no vs etc a.m p.m inc corp co ltd i.e e.g ret hon rev"
    ).split()
)
SURE_ABBREVIATIONS = ABBREVIATIONS - {"no"}
# A sentence can end with an abbreviation such as "U.S."; behind it only these begin one.
SENTENCE_OPENERS = frozenset(
    (
        "the a an in on at he she it they his her its their we i but and when while as after "
        "before if this that these those there for by with since mr. mrs. ms. mr mrs ms"
    ).split()
)
ENDING = frozenset("u.s u.n u.k e.u a.m p.m inc corp co ltd".split())
# Line breaks behind every text, so that whoever looks at what follows a word finds something.
PADDING = ("\n", "\n")
CLOSERS = frozenset("”’\"')]»") | {"''"}
OPENERS = frozenset("“‘\"'([«—–-")
# Old wire copy has it for a quotation mark.
PRIME = "″"
# Contractions in full, as the phrases of the dictionaries have them.
IN_FULL = {"n't": "not", "'ll": "will", "'re": "are", "'ve": "have", "'m": "am", "'s": "'s"}
IN_FULL |= {word.replace("'", "’"): full for word, full in IN_FULL.items()}
BEFORE_NOT = {"ca": "can", "wo": "will", "sha": "shall"}


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: token range [first, end), character range, number and paragraph."""

    number: int
    first: int
    end: int
    char_start: int
    char_end: int
    paragraph: int


@dataclass(slots=True)
class Text:
    """One article's text, read: parallel lists over its tokens, and its sentences.

    `plain` has the words as the phrases of the dictionaries do, in lower case and "won't" in full.
    `owners` tells whom "his" and "her" at the head of a sentence mean: their token, that of the
    person named before.
    """

    raw: str
    words: list[str]
    lower: list[str]
    plain: list[str]
    starts: list[int]
    spaced: list[bool]
    quotes: list[int]
    sentences: list[Sentence]
    sentence_of: list[int]
    owners: dict[int, int] = field(default_factory=dict)

    def span(self, first: int, end: int) -> str:
        """Return the characters of tokens [first, end) without the space that follows."""
        return self.raw[self.starts[first] : self.char_end(end - 1)]

    def is_glued(self, token: int) -> bool:
        """Tell whether a token stands without a space behind the one before it."""
        return token > 0 and not self.spaced[token - 1]

    def char_end(self, token: int) -> int:
        """Return the offset at which a token ends."""
        return self.starts[token] + len(self.words[token])


def find_tokens(
    words: list[str], sought: Container[str], first: int = 0, end: int | None = None
) -> Iterator[int]:
    """Yield the tokens of a range that are one of some words; faster than asking each in a loop."""
    return compress(count(first), map(sought.__contains__, words[first:end]))


def list_unquoted(tags: list[str], first: int, end: int) -> Sequence[int]:
    """Return the tokens of a range that are no quotation marks, by their letters."""
    within = range(first, end)
    return [at for at in within if tags[at] != "Q"] if "Q" in tags[first:end] else within


@cache
def load_tokenizer() -> ChunkTokenizer:
    """Return the tokenizer of blank English, made once a process."""
    bare = Vocab()  # nobody asks whether a token is like a number, a URL …
    return ChunkTokenizer(spacy.blank("en", vocab=bare).tokenizer)


def read_text(text: str) -> Text:
    """Split a text into tokens, quotations and sentences."""
    tokens = load_tokenizer().split(text.replace(PRIME, '"'))
    words, starts = tokens.words, tokens.starts
    words.extend(PADDING)
    starts.extend(len(text) for _ in PADDING)
    tokens.spaced.extend(False for _ in PADDING)
    firsts = _sentence_starts(words, tokens.spaced, text)
    sentences = _collect_sentences(firsts, words, starts)
    sentence_of = [0] * len(words)
    for sentence in sentences:
        length = sentence.end - sentence.first
        sentence_of[sentence.first : sentence.end] = [sentence.number] * length
    lower = _lower(words)
    quotes = number_quotations(words, tokens.spaced)
    plain = _spell_out(lower)
    return Text(text, words, lower, plain, starts, tokens.spaced, quotes, sentences, sentence_of)


def split_phrase(phrase: str) -> list[str]:
    """Return the words of a dictionary's phrase as `Text.plain` has them."""
    return _spell_out(_lower(load_tokenizer().split(phrase).words))


def _lower(words: list[str]) -> list[str]:
    lower = list(map(str.lower, words))
    if COMPOUNDS.keys().isdisjoint(lower):
        return lower
    return [COMPOUNDS.get(word, word) for word in lower]


def _spell_out(lower: list[str]) -> list[str]:
    plain = lower.copy()
    for token in find_tokens(lower, IN_FULL):
        plain[token] = IN_FULL[lower[token]]
    for token in find_tokens(lower, BEFORE_NOT):
        if plain[token + 1 : token + 2] == ["not"]:
            plain[token] = BEFORE_NOT[lower[token]]
    return plain


def _sentence_starts(words: list[str], spaced: list[bool], text: str) -> list[int]:
    if not words:
        return []
    hard_wrapped = _is_hard_wrapped(text)
    starts = [0]
    length = len(words)
    # Most words end nothing: each is looked at once, however often the text has it.
    ending = {word for word in set(words) if word[-1] in ".!?…" or "\n" in word}
    passed = 0
    for index in find_tokens(words, ending):
        if index < passed or index >= length - 1:
            continue
        word = words[index]
        if "\n" in word:
            ends = words[index - 1][-1:] in '.!?:”"’' if index else True
            if not hard_wrapped or word.count("\n") > 1 or ends:
                starts.append(index + 1)
        elif word[-1] in ".!?…":
            after = _after_closers(words, spaced, index)
            if after < length and _ends_sentence(words, index, after):
                starts.append(after)
                passed = after
    return sorted(set(starts))


def _is_hard_wrapped(text: str) -> bool:
    """Tell whether single line breaks fall inside sentences, as in plain-text wire copy."""
    lines = [line.rstrip() for line in text.split("\n")]
    inside = [line for line, following in pairwise(lines) if line and following.strip()]
    if len(inside) < 3:
        return False
    unfinished = sum(line[-1] not in '.!?:”"’' for line in inside)
    return unfinished > 0.6 * len(inside) and max(map(len, inside)) <= 100


def _after_closers(words: list[str], spaced: list[bool], index: int) -> int:
    after = index + 1
    while after < len(words) and words[after] in CLOSERS and not spaced[after - 1]:
        after += 1
    # Two spaces between sentences are a word of their own.
    if after + 1 < len(words) and words[after].isspace() and "\n" not in words[after]:
        after += 1
    return after


def _ends_sentence(words: list[str], index: int, after: int) -> bool:
    word, following = words[index], words[after]
    if "\n" in following:
        return False  # the line break itself decides
    if len(word) > 1 and word[-1] == ".":
        stem = word[:-1].lower()
        if stem in MONTHS:  # "on Jan. 5", but "with Dong Jun. He"
            return following[:1].isupper()
        initials = word[0].isalpha() and word[1] == "."  # "J.D. Vance", but "in D.C. The"
        if stem in ABBREVIATIONS or len(stem) == 1 or initials:
            opens = following[:1].isupper() and following.lower() in SENTENCE_OPENERS
            return (stem in ENDING or initials) and opens
    elif word == "." and index:
        stem = words[index - 1].lower().rpartition("-")[2]  # "Maj.-Gen. Holm"
        if stem in SURE_ABBREVIATIONS:
            return stem in MONTHS and following[:1].isupper()
        if words[index - 1] == "No" and following[:1].isdigit():
            return False  # "the No. 2 in the army"
    first = following[:1]
    return first.isupper() or first.isdigit() or first in OPENERS


def _collect_sentences(firsts: list[int], words: list[str], starts: list[int]) -> list[Sentence]:
    sentences: list[Sentence] = []
    paragraph = 0
    ends = [*firsts[1:], len(words)] if firsts else []
    for opening, end in zip(firsts, ends, strict=True):
        first = opening
        while first < end and words[first].isspace():
            first += 1
        last = end - 1
        while last > first and words[last].isspace():
            last -= 1
        if first < end:
            char_end = starts[last] + len(words[last])
            sentences.append(
                Sentence(len(sentences), first, last + 1, starts[first], char_end, paragraph)
            )
        paragraph += any("\n" in words[token] for token in range(last + 1, end))
    return sentences
