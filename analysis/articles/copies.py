"""Near-identical copies: one article that several outlets carry, cut or lightly edited."""

from __future__ import annotations

import hashlib
import re
import zlib
from collections import Counter, defaultdict
from dataclasses import dataclass

import pandas as pd

_WORDS = 5
# One shingle in eight finds candidates as well as all of them do.
_SAMPLED = 8
_CANDIDATE = 0.3
# Measured: copies in the sample corpus share 0.47 to 0.84 of their shingles with another of their
# group, distinct articles on one topic at most 0.08, in real news 0.37 (background paragraphs).
_COPY = 0.5
# Shorter texts share a set phrase too easily; they are copies only if all their words are the same.
_FEWEST = 16
_WORD = re.compile(r"\w+")


def mark_copies(articles: pd.DataFrame) -> pd.DataFrame:
    """Return ARTICLES with `duplicate_of` filled: the id of the article that one is a copy of.

    An article is a copy where half of the five-word sequences of the shorter text stand in the
    other. The original is the one published first, then the one with the smallest id; undated
    articles come last. Copies of copies point to the original. The order of the rows is no matter.
    """
    in_order = articles[["published", "article_id", "text"]].sort_values(
        ["published", "article_id"], na_position="last"
    )
    index, originals = _Index(), dict[str, str]()
    for article_id, text in zip(in_order["article_id"], in_order["text"], strict=True):
        earlier = index.add(article_id, _fingerprint(text))
        originals[article_id] = originals.get(earlier, article_id)
    copies = [
        "" if originals[article_id] == article_id else originals[article_id]
        for article_id in articles["article_id"]
    ]
    return articles.assign(duplicate_of=pd.Series(copies, index=articles.index, dtype="str"))


@dataclass(frozen=True, slots=True)
class _Fingerprint:
    """Hashes of a text: of all its words, of each sequence of five, and a sample of those."""

    words: str
    shingles: frozenset[int]
    sample: frozenset[int]


def _fingerprint(text: str) -> _Fingerprint:
    words = _WORD.findall(text.lower())
    sequences = (" ".join(words[at : at + _WORDS]) for at in range(len(words) - _WORDS + 1))
    shingles = frozenset(zlib.crc32(sequence.encode("utf-8")) for sequence in sequences)
    sample = frozenset(shingle for shingle in shingles if shingle % _SAMPLED == 0)
    digest = hashlib.sha256(" ".join(words).encode("utf-8")).hexdigest()
    return _Fingerprint(digest, shingles, sample)


class _Index:
    """The articles seen so far, found again by the sample of their word sequences."""

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._prints: list[_Fingerprint] = []
        self._holders: defaultdict[int, list[int]] = defaultdict(list)
        self._same_words: dict[str, str] = {}

    def add(self, article_id: str, print_: _Fingerprint) -> str:
        """Add an article; return the earlier one that shares most with it, "" = none does."""
        earlier = self._same_words.setdefault(print_.words, article_id)
        if earlier == article_id:
            earlier = self._find(print_)
        for shingle in print_.sample:
            self._holders[shingle].append(len(self._ids))
        self._ids.append(article_id)
        self._prints.append(print_)
        return earlier

    def _find(self, print_: _Fingerprint) -> str:
        shared = Counter(other for shingle in print_.sample for other in self._holders[shingle])
        best, found = 0.0, ""
        for other in sorted(shared):
            theirs = self._prints[other]
            if shared[other] >= _CANDIDATE * min(len(print_.sample), len(theirs.sample)):
                share = _share(print_.shingles, theirs.shingles)
                if share > best:  # the earliest wins a tie
                    best, found = share, self._ids[other]
        return found if best >= _COPY else ""


def _share(one: frozenset[int], other: frozenset[int]) -> float:
    """Return the share of the shorter text's sequences that the other holds too."""
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter >= _FEWEST else 0.0
