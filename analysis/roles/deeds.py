"""What deeds "and" joins: "condemned the raid and sent tanks"."""

from __future__ import annotations

from analysis.roles.company import Company
from analysis.roles.joined import CLAUSE_PREPOSITIONS
from analysis.roles.verb_groups import NOMINAL, VERBS
from analysis.text import DASHES

# What the first clause of a headline of two holds, and how a sentence that is none ends.
HEADLINE = NOMINAL | {"V"}
# A list of deeds holds no clause of its own before its comma.
NO_LIST = frozenset("RSQ;M")
STOPS = frozenset('. ! ? " ” ’ …'.split())


class Deeds(Company):
    """Finds the verb that one is joined to."""

    def joined_verb(self, conjunction: int, verb: int) -> int:
        """Return the verb that an "and" joins a verb to, or -1.

        The one with the same auxiliary before the nearest: in "has said that the bridge is closed
        and has accused", it is "has said".
        """
        start = self.group_start(verb)
        left = self._before_marks(conjunction)
        nearest = self.verb_before(left)
        if self.tags[start] not in "AM" or start < conjunction:
            told = "d" in self.reading.grammar.form_letters.get(self.lower[verb], "")
            if not told or self.tags[verb] != "V":
                return nearest
            return self._main_verb(conjunction, nearest) if nearest >= 0 else nearest
        auxiliary = self.lower[start]
        for index in range(left, self.first, -1):
            if self.tags[index] in ";Q":
                break
            if self.lower[index] == auxiliary and self.tags[index] == self.tags[start]:
                verb = next(i for i in range(index, conjunction + 1) if self.tags[i] not in "AMBN")
                return verb if self.tags[verb] in VERBS else nearest
        return nearest

    def listing_verb(self, comma: int) -> int:
        """Return the verb whose subject goes on behind a comma, or -1.

        Only headlines leave out the "and": "Oslo shuts port, warns Rome". Elsewhere it joins the
        last of several deeds: "met Costa, thanked him and left".
        """
        before = self.tags[self.first : comma]
        if self.tags[comma - 1 : comma + 2] == ["E", ",", "E"]:
            return comma - 1  # "had recruited, trained and armed"
        if self.tags[comma] != "," or "V" not in before:
            return -1
        headline = self.lower[self._last_word()] not in STOPS and HEADLINE.issuperset(before)
        if not headline and not (NO_LIST.isdisjoint(before) and self._opens_list(comma + 1)):
            return -1
        last = comma - 1 - before[::-1].index("V")
        if not headline and not CLAUSE_PREPOSITIONS.isdisjoint(self.lower[self.first : last]):
            return -1  # "after the row began, Silva, the premier, sent"
        listed = not headline and self.listing_verb(self.group_start(last) - 1) >= 0
        return last if listed or before.count("V") == 1 else -1

    def _opens_list(self, verb: int) -> bool:
        """Tell whether "and" and a verb follow a verb, and its object: "thanked him and left"."""
        if self.tags[verb] != "V" or self.tags[verb + 1] not in "XpDO#C":
            return False
        for index in range(verb + 1, self.end - 1):
            if self.tags[index] in "RS;AM":
                break
            if self.tags[index] == "V":
                return self.tags[index - 1] in "C," and not self.quotes[index]
        return False

    def _last_word(self) -> int:
        """Return the last token of the sentence that is no line break."""
        last = self.end - 1
        while last > self.first and self.lower[last].isspace():
            last -= 1
        return last

    def _before_marks(self, conjunction: int) -> int:
        """Return the word before an "and" and the comma or dash, or "- … -", before it."""
        index = conjunction - 1
        while index > self.first and (self.tags[index] == "," or self.lower[index] in DASHES):
            if self.lower[index] in DASHES:
                dashes = (at for at in range(index - 1, self.first, -1) if self.lower[at] in DASHES)
                index = next(dashes, index)
            index -= 1
        return index

    def _main_verb(self, conjunction: int, nearest: int) -> int:
        """Return the verb that one in the past tense is joined to: no infinitive, nor with "would".

        In "voiced hope that Oslo would help them build it, and stressed" it is "voiced", in "met
        Ruto, who praised the deal, and left" and "met rebels armed by Oslo and left" it is "met";
        in "quoted him as saying so, but denied" it is "saying".
        """
        relative = self._relative_of(nearest) if self.tags[conjunction - 1] == "," else -1
        if relative >= 0:
            index = self.verb_before(relative - 1)
            return index if index >= 0 else nearest
        index, saying = nearest, self.reading.grammar.saying
        # Over "rebels | armed | by Oslo", not over what opens a clause: ", armed by Oslo".
        while index >= 0 and (
            self.tags[index] in "IG" or (self.stands_alone(index) and self.tags[index - 1] in "XO")
        ):
            if self.lower[index - 1] == "as" and self.reading.is_form(index, saying):
                break
            start = self.group_start(index)
            content = self.tags[start] == "M"
            index = self._verb_outside(start) if content else self.verb_before(start - 1)
        return index if index >= 0 else nearest

    def _verb_outside(self, index: int) -> int:
        """Return the verb whose content a clause is: "said" of "said that Oslo would"; or -1."""
        verb = self.verb_before(index - 1)
        if verb >= 0:
            return verb
        while index >= self.first and self.tags[index] not in "RS":
            index -= 1
        return self.verb_before(index - 1)
