"""Verbs in the present that look like nouns, where the sentence has no other verb."""

from __future__ import annotations

from analysis.grammar import POSSESSIVE_MARKS
from analysis.tagging.participles import Participles
from analysis.tagging.surroundings import CLAUSE_PREPOSITIONS

# What the subject of a sentence, and a phrase before it, are made of.
SUBJECT = frozenset("XOD#PBC")
# Marks and words that end the clause in which its verb is sought.
CLAUSE_ENDS = frozenset({",", ";", ":", ".", "—", "–", '"', "“", "”", "and", "but"})


class Presents(Participles):
    """Reads "Protesters in Oslo storm the embassy": a plural, and nothing else that is a verb."""

    def _is_only_verb(self, index: int) -> bool:
        """Tell whether a base form is what the plural that opens its sentence does."""
        first = self._subject_start(index)
        if not 0 <= first < index:
            return False
        phrase = self.tags[first:index]
        if not CLAUSE_PREPOSITIONS.isdisjoint(self.lower[first:index]):
            return False  # "Two hours after his first tweet"
        head = first + phrase.index("P") - 1 if "P" in phrase else index - 1
        if head < first or not self._is_plural(head):
            return False
        if "d" in self.grammar.form_letters.get(self._following(index), ""):
            return False  # "soldiers in Kano state | seized it"
        return not self._has_finite_behind(index)

    def _subject_start(self, index: int) -> int:
        """Return where a verb's subject begins: with its sentence, or behind "In Oslo,"."""
        at = index
        while at not in self.firsts and self.tags[at - 1] in SUBJECT:
            at -= 1
        if at in self.firsts or self.tags[at - 1] == ";":
            return at
        opening = at - 1
        while opening not in self.firsts and self.tags[opening - 1] in SUBJECT:
            opening -= 1
        led = opening in self.firsts and self.tags[opening] == "P"
        return at if self.tags[at - 1] == "," and led else -1

    def _has_finite_behind(self, index: int) -> bool:
        for at in range(index + 1, len(self.lower)):
            word = self.lower[at]
            letter = "" if word in POSSESSIVE_MARKS else self.grammar.classes.get(word, "")
            if word in CLAUSE_ENDS or letter in ("R", "S"):
                return False
            forms = self.grammar.form_letters.get(word, "")
            past = "d" in forms and not self._is_described(at)
            third = "s" in forms and word not in self.grammar.noun_verbs
            if letter in ("A", "M") or past or third:
                return True
        return False

    def _is_described(self, index: int) -> bool:
        """Tell a participle from a past: "a town held by", "the banned party", "demand fixed"."""
        before = self.lower[index - 1]
        described = self.grammar.classes.get(before) in ("D", "P")
        described = described or "i" in self.grammar.form_letters.get(before, "")
        return described or self._following(index) in ("by", "in", "at", "near")
