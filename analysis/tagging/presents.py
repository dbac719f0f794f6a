"""Verbs in the present that look like nouns: "storm" where nothing else is a verb, "claims"."""

from __future__ import annotations

from analysis.grammar import DETERMINERS
from analysis.inflection import plural
from analysis.tagging.participles import LEADING, Participles
from analysis.tagging.surroundings import CLAUSE_PREPOSITIONS

# What the subject of a sentence, and a phrase before it, are made of.
SUBJECT = frozenset("XOD#PBC")
# So many tokens at most stand between the commas of an insertion, these included.
INSERTED = 7
# An insertion that names somebody opens with one of these.
INSERTING = frozenset("DGPE")
# With a hyphen and a name behind them these are adjectives.
STANCES = frozenset({"anti", "pro"})


class Presents(Participles):
    """Reads "Protesters in Oslo storm the embassy", where nothing else is a verb, and "claims"."""

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

    def _has_object(self, index: int, left: str, following: str) -> bool:
        """Tell "the text demands a halt", "and claims that" from "weeks of peace talks the two"."""
        opens = following in DETERMINERS or (left == "C" and following == "that")
        if left == "R" and (opens or self._is_before_name(index)):
            lexicon, noun = self.grammar.lexicon, self.lower[index - 2]
            acts = any(noun in lexicon[name] for name in ("state_firms", "groups", "place_nouns"))
            # "It is Chad | the firm that arms the rebels"
            return acts or (opens and self.tags[-2:-1] == ["X"])
        if left not in "OC" or not opens:
            return False
        before = index - 2 if left == "C" else index - 1
        if self._is_plural(before) and self.tags[before] != "V":  # but "trains and arms the"
            return False  # "reports and claims that"
        at = self._skip_left(index - 1, "XDO#")
        return self.tags[at] != "P"

    def _tells_that(self, index: int, left: str, following: str) -> bool:
        """Tell "a survey shows that" from "dismissed fraud claims that"."""
        before = self.lower[index - 1]
        if left != "O" or following != "that" or not self._are_people(plural(before)):
            return False
        at = index - 1
        while at > 0 and self.tags[at] in "XDO#" and at not in self.firsts:
            at -= 1
        return at in self.firsts or self.tags[at] in ";,SRCQ"

    def _ends_with_teller(self, index: int) -> bool:
        """Tell "…, claims Oslo." from "…, claims of theft"."""
        lemmas = self.grammar.lemmas(self.lower[index])
        telling = not self.grammar.lexicon["claiming_bases"].isdisjoint(lemmas)
        if not telling or self.tags[-1:] not in ([","], ["Q"]):
            return False
        at = index + 1
        while at < len(self.actors) and self.actors[at] >= 0:
            at += 1
        return at > index + 1 and self.lower[at : at + 1] in ([], ["."], ["\n"])

    def _is_hyphenated(self) -> bool:
        """Tell whether the name before is part of an adjective: "anti-Chad", "Chad-Mali talks"."""
        at = self._skip_left(len(self.tags) - 1, "X")
        joined = self.lower[at - 1] in STANCES or self.tags[at - 1] == "X"
        return at > 0 and self.lower[at] == "-" and joined

    def _behind_insertion(self) -> bool:
        """Tell whether a name stands before a short insertion: "the Kremlin, in turn, wants".

        A name inside it is described or stands in a phrase: "Ruto, the president of Kenya, visits",
        "Ruto, speaking in Oslo, visits"; so is "the president, William Ruto," one name.
        """
        named = False
        for at in range(len(self.tags) - 2, max(0, len(self.tags) - INSERTED), -1):
            if self.lower[at] == ",":
                opens = self.tags[at + 1] in INSERTING or not named
                return self.tags[at] == "X" or (self.tags[at - 1] == "X" and opens)
            if self.tags[at] in ";V":
                return False
            named = named or self.tags[at] == "X"
        return False

    def _is_compound(self, following: str) -> bool:
        """Tell a noun behind a state from its verb: "amid US strikes", "US sanctions have"."""
        if self.grammar.classes.get(following, "") in ("A", "M"):
            return True
        if self.tags[-1:] != ["X"]:
            return False
        at = self._skip_left(len(self.tags) - 1, "XD")
        # "led by Ruto visits", "footage verified by the BBC shows that"
        told = following == "that" and self.tags[at - 1] == "E"
        led = self.lower[at] == "by" and (told or self.lower[at - 1] in LEADING)
        clausal = led or self.lower[at] in CLAUSE_PREPOSITIONS
        if self.tags[at] == "V":
            return self._takes_noun(at)
        return self.tags[at] in "IGE" or (self.tags[at] == "P" and not clausal)

    def _takes_noun(self, verb: int) -> bool:
        """Tell "sold Chad arms", "broke the UN arms embargo" from "said Chad claims it"."""
        lexicon, lemmas = self.grammar.lexicon, set(self.grammar.lemmas(self.lower[verb]))
        answers = lemmas & (lexicon["answering"] | lexicon["keeping"]) - lexicon["clause_takers"]
        return bool(answers or lemmas & lexicon["ditransitive"])
