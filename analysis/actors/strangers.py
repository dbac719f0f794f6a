"""Capitalised names that no dictionary knows: whose may be a person's."""

from __future__ import annotations

import re

from analysis.actors.mention import Mention
from analysis.actors.spans import Spans
from analysis.grammar import ARTICLES

# No other marks are in a person's name.
NAME_MARKS = frozenset(" .-'’")
# "LIVE Updates", "USS Marrow", "TRADE Chad": not "J. Holm", nor "HOLM Ana Maria" in full.
CAPITALS = re.compile(r"[A-Z]{2,}")
# A space got lost: "PresidentAna Holm".
GLUED = re.compile(r"[a-z]{6,}[A-Z]")
# Endings of nouns for ideas and deeds, which no name has: "Harbour Construction".
NOUN_ENDINGS = ("ism", "tion", "sion", "tions", "sions")


class Strangers:
    """Tells persons from all else that one text writes with capital letters."""

    def __init__(self, spans: Spans):
        self.spans = spans
        self.text = spans.text
        self.grammar = spans.grammar
        # What the text has told to be a place: "in Fort Holm".
        self._places: set[str] = set()

    def may_be_person(self, name: str, index: int, end: int, *, inside: bool) -> bool:
        """Tell whether tokens [index, end) may name a person; `inside`: behind a body's name."""
        marks = {letter for letter in name if not letter.isalpha()}
        if " " not in marks or not marks <= NAME_MARKS:
            return False
        if name.isupper():
            return self._is_delegate(end)
        lexicon, before = self.grammar.lexicon, self.text.lower[index - 1]
        things = lexicon["not_persons"]
        if before in ARTICLES:
            return False  # "the Marrow Dam"
        thing = not inside and before in things and before not in lexicon["labels"]
        if thing and self.text.words[index - 1][0].isupper():
            return False  # "National | Harvest Supper", but "Republican | Ana Holm"
        if not things.isdisjoint(self.text.lower[index:end]) or self._goes_on(index):
            return False
        return not (self._is_heading(name, index, end) or self._is_place(name, index))

    def _is_delegate(self, end: int) -> bool:
        """Tell "ANA SILVA (Chad)", "ANA SILVA, Minister of Chad," from words in capitals."""
        words, mark = self.text.words, self.text.words[end : end + 1]
        if mark == ["("] and self.spans.state_like(end + 1) is not None:
            closing = self.spans.names[end + 1][0]
            return words[closing : closing + 1] == [")"]
        titled = mark == [","] and self.spans.book.titles.at(self.text.lower, end + 1) is not None
        return titled and not words[end + 1].isupper()

    def is_private(self, index: int, met: Mention | None) -> bool:
        """Tell "Coach Wang" from the minister, also where the text has named him."""
        private = self.text.lower[index - 1] in self.grammar.lexicon["private_roles"]
        return index > 0 and private and (met is None or met.known)

    def _goes_on(self, index: int) -> bool:
        """Tell the rest of what is no name: "Greater | Marrow Harbour", "USS | Ana Holm"."""
        before, lexicon = self.text.words[index - 1], self.grammar.lexicon
        if before.lower() in lexicon["ship_words"] or GLUED.search(before):
            return True
        return before[0].isupper() and before.lower() in lexicon["not_given_names"]

    def _is_heading(self, name: str, index: int, end: int) -> bool:
        """Tell a headline's words and glued words from a name: "Visits Chad"."""
        first, lexicon = self.text.words[index], self.grammar.lexicon
        if first in self.spans.book.given_names:
            return False
        opening = ("not_given_names", "heading_openers")
        if any(first.lower() in lexicon[words] for words in opening) or GLUED.search(name):
            return True
        if CAPITALS.fullmatch(first) or self._is_verb(first.lower()):
            return True
        ending = self.text.lower[end - 1].endswith(NOUN_ENDINGS)
        return ending or self._holds_a_state(index, end)

    def _is_verb(self, word: str) -> bool:
        """Tell "says" and "based", which are verbs and nothing else."""
        letters = set(self.grammar.form_letters.get(word, "i"))
        inflected = "i" not in letters and word not in self.grammar.noun_verbs
        return inflected and word.endswith(("s", "ed"))

    def _holds_a_state(self, index: int, end: int) -> bool:
        """Tell "Ferry Chad" from "Jordan Holm": no person is called like this state."""
        for at in range(index, end):
            names = self.spans.names.get(at, (0, ()))[1]
            state = bool(names) and names[0].kind in ("state", "demonym")
            if state and self.text.lower[at] not in self.grammar.lexicon["names_like_states"]:
                return True
        return False

    def _is_place(self, name: str, index: int) -> bool:
        """Tell "in Fort Holm" and what is so called later on."""
        if self.text.lower[index - 1] in self.grammar.lexicon["place_prepositions"]:
            self._places.add(name)
        return name in self._places
