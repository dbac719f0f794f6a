"""A letter for every token, enough to walk a clause without a parser.

    V finite verb      I base form after "to" or a modal   G -ing form      E past participle
    A be, have, do     M modal        T infinitive "to"    N negation       B adverb
    D determiner       P preposition  R who, which, that   S when, because  C and, or, but
    X named actor      p pronoun      O any other word     # number         t word of time
    , comma            Q quotation mark                    ; other mark that ends a clause

What a word is depends on the letters left of it, so they are given from left to right.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.grammar import Grammar
from analysis.text import Text

QUOTE_MARKS = frozenset({"“", "”", '"', "``", "''", "‘", "«", "»"})
CLAUSE_MARKS = frozenset({";", ":", "—", "–", "--", "(", ")", "[", "]", ".", "?", "!", "…", "-"})
MARKS = dict.fromkeys(QUOTE_MARKS, "Q") | dict.fromkeys(CLAUSE_MARKS, ";") | {",": ","}
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
# Plurals that news prose puts behind a state: "Iran talks in Vienna", "Russia exports to India".
TALKS = frozenset(
    "talks exports supplies imports sanctions ties sales shipments strikes attacks raids".split()
)
BEHIND_TALKS = frozenset({"to", "with", "in", "on", "against"})
# Before a number, a hedge rather than a preposition: the word and what stands before it.
HEDGED = {
    "than": ("more", "less", "fewer", "other"),
    "to": ("up", "close"),
    "as": ("many", "few", "much"),
}
# A participle with one of these behind it may describe the noun before it.
REDUCED_BEFORE = frozenset({"to", "by", "from", "in", "for", "of"})
# Left of a word that may be noun or verb, these make it a verb …
VERBAL_LEFT = frozenset("TMNp")
# … and these a noun.
NOMINAL_LEFT = frozenset("DP#")
# Behind these a word in -ed is a verb that no list has.
UNLISTED_LEFT = frozenset("AXpR")
# A clause that begins with one of these has a verb of its own.
CLAUSE_PREPOSITIONS = frozenset("after before since until till as than like".split())

# Behind a verb these belong to it rather than to a noun.
PARTICLES = frozenset("down up out off over away".split())


def tag_words(text: Text, actors: Sequence[int], grammar: Grammar) -> list[str]:
    """Return one letter a token; `actors` holds the mention each token belongs to, or -1."""
    tags = _Tagger(text, actors, grammar).tag()
    for index, word in enumerate(text.lower):
        if word in grammar.times and tags[index] in "OX":
            tags[index] = "t"
    return tags


class _Tagger:
    def __init__(self, text: Text, actors: Sequence[int], grammar: Grammar):
        self.words, self.lower = text.words, text.lower
        self.actors = actors
        self.grammar = grammar
        self.compounds = _list_compounds(text)
        self.tags: list[str] = []

    def tag(self) -> list[str]:
        tags, actors, compounds = self.tags, self.actors, self.compounds
        classes, verb_forms = self.grammar.classes, self.grammar.verb_forms
        for index, word in enumerate(self.lower):
            if actors[index] >= 0 and word not in ("'s", "’s"):
                pronoun = word in self.grammar.actor_pronouns and self.words[index] != "US"
                tags.append("p" if pronoun else "X")
            elif index in compounds:
                tags.append("O")
            elif word in classes:
                letter = self._closed(index, word)
                # "itself" is a pronoun that names no actor: a p has a mention, always.
                tags.append("O" if letter == "p" else letter)
            elif word in verb_forms:
                tags.append(self._verb(index, word))
            else:
                tags.append(self._open(index, word))
        self._mark_reduced()
        return tags

    # Words in no list, and of closed classes

    def _open(self, index: int, word: str) -> str:
        if word in MARKS:
            return MARKS[word]
        if word[0].isdigit():
            return "#"
        if word.endswith("ly") and len(word) > 4:
            return "B"
        if word.endswith("ed") and self._left() in UNLISTED_LEFT and self.words[index].islower():
            return "E" if self._after_auxiliary() else "V"
        return "O"

    def _closed(self, index: int, word: str) -> str:
        following = self._following(index)
        left = self.tags[-1] if self.tags else ";"
        if self._counts(index, word, following):
            return "B"
        if word == "to":
            return "P" if following == "date" else self._to(index, following, left)
        if word == "that":
            clause = following in self.grammar.classes or following in self.grammar.verb_forms
            return "R" if clause or left in "OX" else "D"  # else "that country"
        if word in ("over", "about", "around") and following[:1].isdigit():
            return "B"  # "sent over 100 containers"
        if word == "may" and self.words[index] == "May" and left not in ";Q":
            return "t"
        if word == "once" and following in ("again", "more"):
            return "B"
        if word in ("'s", "’s"):
            return "A" if left in "pRS" else "O"  # "it's", "who's"; else the possessive
        floating = left == "A" or (left == "X" and following in self.grammar.verb_forms)
        if floating and word in ("all", "both", "each"):
            return "B"  # "have all accused", "Chad and Niger each accused"
        joins = word == "with" and index and self.lower[index - 1] in ("along", "together")
        return "C" if joins else self.grammar.classes[word]  # "tanks along with shells"

    def _counts(self, index: int, word: str, following: str) -> bool:
        """Tell whether a word hedges a number: "more than 100", "up to 30", "at least twelve"."""
        if word == "at":
            return following in ("least", "most")
        if word == "up":
            return following == "to" and self._is_number(self._following(index + 1))
        before = self.lower[index - 1] if index else ""
        return before in HEDGED.get(word, ()) and self._is_number(following)

    def _is_number(self, word: str) -> bool:
        return word[:1].isdigit() or self.grammar.classes.get(word) == "#" or word in ("a", "half")

    def _to(self, index: int, following: str, left: str) -> str:
        """Tell "agreed to visit" from "a trip to Oslo" and "turned to aid"."""
        if following in ("be", "have", "do", "not") or self.grammar.classes.get(following) == "B":
            return "T"
        forms = self.grammar.verb_forms.get(following, ())
        if not any("i" in letters for _, letters in forms):
            return "P"
        nounish = following in self.grammar.noun_verbs and following not in (
            "help",
            "support",
            "fight",
        )
        if not nounish or left not in "VG":
            return "T"
        lemmas = self.grammar.lemmas(self.lower[index - 1])
        return "P" if self.grammar.governing.isdisjoint(lemmas) else "T"

    # Verbs

    def _verb(self, index: int, word: str) -> str:
        forms = "".join(letters for _, letters in self.grammar.verb_forms[word])
        left = self._left()
        if self.words[index][0].isupper() and index and self.tags[-1] not in ";Q,":
            return "O"  # part of a name: "Strike Group"
        if "g" in forms:
            attributive = left == "D" or self._is_possessed(index)
            return "O" if attributive and self._following(index) != "of" else "G"
        if "d" in forms or "n" in forms:
            return self._past(index, forms, left)
        lemmas = self.grammar.lemmas(word)
        if not self.grammar.rare_verbs.isdisjoint(lemmas):
            return "I" if "i" in forms and left in "TM" else "O"
        noun_verbs = self.grammar.noun_verbs
        nounish = word in noun_verbs or not noun_verbs.isdisjoint(lemmas)
        if "i" in forms:
            return self._base(index, left, nounish=nounish)
        return self._third_person(index, left, nounish=nounish)

    def _base(self, index: int, left: str, *, nounish: bool) -> str:
        if left in VERBAL_LEFT:
            return "V" if left == "p" else "I"
        if left in NOMINAL_LEFT or (nounish and left != "R"):
            return "O"
        return "V" if left in "XORC" and self._agrees(index) else "O"

    def _third_person(self, index: int, left: str, *, nounish: bool) -> str:
        if left in NOMINAL_LEFT or left in "TM":
            return "O"
        if not nounish:
            return "V"
        following = self._following(index)
        subject = left in "XpR" and self.lower[index - 1] != "that"
        if not subject or following in ("of", "by", "from", "between"):
            return "O"
        if following in BEHIND_TALKS and self.lower[index] in TALKS:
            return "O"
        return "O" if self._is_possessed(index) or self._is_compound(following) else "V"

    def _is_compound(self, following: str) -> bool:
        """Tell a noun behind a state from its verb: "amid US strikes", "US sanctions have"."""
        if self.grammar.classes.get(following, "") in ("A", "M"):
            return True
        at = len(self.tags) - 1
        while at >= 0 and self.tags[at] in "XD":
            at -= 1
        if at < 0 or self.tags[-1] != "X":
            return False
        clausal = self.lower[at] in CLAUSE_PREPOSITIONS
        return self.tags[at] in "IGE" or (self.tags[at] == "P" and not clausal)

    def _past(self, index: int, forms: str, left: str) -> str:
        following = self._following(index)
        if "i" in forms and left in "TM":  # "cut", "put"
            return "I"
        if self._after_auxiliary():
            return "E"
        if self._is_attribute(index, left, following):
            return "O"  # "missiles and related equipment"
        if left == "D" and following not in ("by", "to"):
            return "O"  # "the proposed talks"
        if "d" not in forms:
            return "E"
        if self.lower[index] in self.grammar.noun_verbs and left in NOMINAL_LEFT:
            return "O"
        if self.tags and self.tags[-1] == "," and following == "to" and "n" in forms:
            return "E"  # "75 rockets, delivered to Chad last week"
        behind_object = left in "OX" and following in REDUCED_BEFORE and self._ends_object()
        if behind_object and "n" in forms and self._may_describe(index):
            return "E"  # "shot down drones sold to the rebels"
        return "E" if left in "O," and following == "by" else "V"

    def _is_attribute(self, index: int, left: str, following: str) -> bool:
        plain = following[:1].isalpha() and following not in self.grammar.classes
        attributes = self.grammar.lexicon["attributes"]
        return plain and left in "CPO#," and self.lower[index] in attributes

    def _may_describe(self, index: int) -> bool:
        lemmas = self.grammar.lemmas(self.lower[index])
        return self.grammar.never_reduced.isdisjoint(lemmas)

    def _ends_object(self) -> bool:
        """Tell whether the noun phrase that ends here is an object: it is no subject then."""
        counted = False
        for tag in reversed(self.tags):
            if tag in "GIAP":
                return tag != "P" or not counted  # not "in 2023 Serbia sold"
            if tag not in "OXDB#":
                return False
            counted = counted or tag == "#"
        return False

    def _mark_reduced(self) -> None:
        """Mark "briefed" in "officials briefed on it said": the finite verb is another one."""
        tags = self.tags
        for index in range(1, len(tags) - 1):
            described = tags[index] == "V" and tags[index - 1] in "OX" and tags[index + 1] in "PT"
            # "troops sent to fight in Chad were killed"
            behind = index + (3 if tags[index + 1] == "T" else 1)
            if described and self._may_be_reduced(index) and self._finite_behind(behind):
                tags[index] = "E"

    def _may_be_reduced(self, index: int) -> bool:
        # "denied on Monday that", "shot down twelve drones"
        if self.lower[index + 1] in PARTICLES or self._following(index + 1) in self.grammar.times:
            return False
        readings = self.grammar.verb_forms.get(self.lower[index], ())
        ambiguous = any("d" in letters and "n" in letters for _, letters in readings)
        return ambiguous and self.grammar.never_reduced.isdisjoint(lemma for lemma, _ in readings)

    def _finite_behind(self, index: int) -> bool:
        """Tell whether a finite verb comes before the clause is over."""
        while index < len(self.tags):
            tag = self.tags[index]
            if tag in "VAM":
                return True
            if tag in ",;CRSQpTG" or self.lower[index] in CLAUSE_PREPOSITIONS:
                return False
            index += 1
        return False

    # What stands around

    def _following(self, index: int) -> str:
        return self.lower[index + 1] if index + 1 < len(self.lower) else ""

    def _left(self) -> str:
        for tag in reversed(self.tags):
            if tag != "B":
                return tag
        return ";"

    def _after_auxiliary(self) -> bool:
        for tag in reversed(self.tags):
            if tag == "A":
                return True
            if tag not in "BN":
                return False
        return False

    def _is_possessed(self, index: int) -> bool:
        return index > 0 and self.lower[index - 1] in POSSESSIVES

    def _agrees(self, index: int) -> bool:
        """A base form can follow a plural subject or a relative pronoun only.

        The subject may have phrases behind it ("analysts at the institute say") or be joined.
        """
        tags, lower = self.tags, self.lower
        at = index - 1
        while at >= 0:
            if tags[at] == "B":
                at -= 1
                continue
            if tags[at] in "RC" or (lower[at].endswith("s") and lower[at] not in POSSESSIVES):
                return True
            while at >= 0 and tags[at] in "XOD#":
                at -= 1
            if at < 0 or tags[at] != "P":
                return at >= 0 and tags[at] == "C"
            at -= 1
        return False


def _list_compounds(text: Text) -> set[int]:
    """Return the tokens that are part of a hyphenated word such as "long-range"."""
    compounds: set[int] = set()
    for index, word in enumerate(text.words):
        joins = word == "-" and text.is_glued(index) and index + 1 < len(text.words)
        if joins and text.is_glued(index + 1):
            compounds.update((index - 1, index, index + 1))
    return compounds
