"""Words that a list has as verbs: which form, or after all a noun."""

from __future__ import annotations

from analysis.grammar import DETERMINERS
from analysis.tagging.participles import NOMINAL_LEFT
from analysis.tagging.presents import Presents
from analysis.tagging.surroundings import TELLERS
from analysis.text import DASHES

BEHIND_TALKS = frozenset({"to", "with", "in", "on", "against"})
# An object, or a particle, begins with one of these.
OBJECT_OPENERS = frozenset("the a an its their his her all any up out off".split())
# A verb goes on so behind names that open a sentence, as under a photo: "walk during a break".
ALONG = frozenset("to during past through ahead prior together alongside".split())
# "Flight tracking data", "a monitoring group": behind the first these are told by, or do it.
TRACKING = frozenset({"tracking", "monitoring"})
TRACKED = frozenset("data website websites site sites service services group records app".split())
# What is told goes from one to another.
EXCHANGED = frozenset({"to", "from", "by"})
# Left of a word that may be noun or verb, these make it a verb.
VERBAL_LEFT = frozenset("TMNp")
# In a list of people these stand beside their names: "Chad's president and Silva of Peru".
BESIDE_NAMES = frozenset({"'s", "’s", "of", "the", "left", "right"})
# Several people, whose verb has no "s".
SEVERAL = frozenset({"people", "men", "women", "children", "police", "dozen"})


class Verbs(Presents):
    """Tells verbs from the nouns that look like them."""

    def _verb(self, index: int, word: str) -> str:
        if self.words[index][0].isupper() and index and self.tags[-1] not in ";Q,":
            return "O"  # part of a name: "Strike Group"
        forms = self.grammar.form_letters[word]
        left = self._left()
        if left == "D" and self._speaks_for_people(index, word):
            return "V"
        if "g" in forms:
            each = index and self.lower[index - 1] == "each"  # "each blaming the other"
            attributive = (left == "D" and not each) or self._is_possessed(index)
            # "Flight tracking data"
            attributive = attributive or (word in TRACKING and self._following(index) in TRACKED)
            attributive = attributive or self._is_named_for(index) or self._is_given(index)
            # "The bombing of Oslo" is still a deed, "the meeting of ministers" a thing.
            deed = self._following(index) == "of" and word not in self.grammar.lexicon["encounters"]
            return "O" if attributive and not deed else "G"
        if "d" in forms or "n" in forms:
            bare = "i" in forms and "d" not in forms and left in "XOR"  # "the tanks come from"
            if bare and not self._after_auxiliary() and self._agrees(index):
                return "V"
            return self._past(index, forms, left)
        lemmas = self.grammar.lemmas(word)
        if not self.grammar.rare_verbs.isdisjoint(lemmas):
            return "I" if "i" in forms and left in "TM" else "O"
        noun_verbs = self.grammar.noun_verbs
        nounish = word in noun_verbs or not noun_verbs.isdisjoint(lemmas)
        if "i" in forms:
            return self._base(index, left, nounish=nounish)
        return self._third_person(index, left, nounish=nounish)

    def _is_given(self, index: int) -> bool:
        """Tell "a stern warning to Oslo", "his upcoming meeting" from "officials warning Oslo"."""
        word, lexicon = self.lower[index], self.grammar.lexicon
        ahead = self.lower[index - 1] in lexicon["journey_ahead"] and word in lexicon["encounters"]
        given = {",", *EXCHANGED} if self._opens_with(index) else EXCHANGED
        return ahead or (word in lexicon["telling_nouns"] and self._following(index) in given)

    def _opens_with(self, index: int) -> bool:
        """Tell "in a stark warning, Oslo said" from "a minister warning, as he left, that"."""
        at = self._skip_left(index - 1, "OEB")
        return at > 0 and self.tags[at] == "D" and self.lower[at - 1] == "in"

    def _is_named_for(self, index: int) -> bool:
        """Tell "an Oval Office meeting", "the Accra meeting of", which a name only describes."""
        at, following = self._skip_left(index - 1, "X"), self._following(index)
        led = following in DETERMINERS  # "a prosecutor leading the probe"
        met = self.lower[index] in self.grammar.lexicon["encounters"]
        of = met and following in ("of", "between") and self.tags[at : at + 1] == ["D"]
        return at < index - 1 and (of or (self.lower[at] in ("a", "an") and not led))

    def _speaks_for_people(self, index: int, word: str) -> bool:
        """Tell "many say" and "most believed" from "many reports"."""
        lexicon = self.grammar.lexicon
        alone = self.lower[index - 1] in lexicon["stand_alone"]
        return alone and word in lexicon["people_do"]

    def _base(self, index: int, left: str, *, nounish: bool) -> str:
        if self._goes_on_infinitive(index) or self._is_helped(index):
            joined = self.tags[-2:] == ["I", "C"]  # "to train and arm rebels"
            return "I" if joined or not nounish or self._opens_object(index) else "O"
        if left in VERBAL_LEFT or (left == "A" and self._is_stressed(index)):
            return "V" if left == "p" else "I"
        if self._after_auxiliary("M"):
            return "I"  # "will next week | ship tanks"
        claims = left in "XO,;#Q" and self._claims(index)
        if left in NOMINAL_LEFT or (left == "O" and not claims and self._is_of_one(index)):
            return "V" if left == "#" and self._is_only_verb(index) else "O"
        if self.lower[index] == "visit" and left in "X," and self._is_before_name(index):
            return "V"  # "Ruto and Kishida, close allies, visit Oslo"
        if left in ",Q" and self._is_told_behind(index):
            return "V"
        if nounish and left != "R":
            finite = self._speaks_in_plural(index) or self._acts_behind_names(index)
            finite = finite or self._is_only_verb(index)
            return "V" if finite or self._opens_headline(index) else "O"
        if claims:
            return "V"
        finite = left in "XORC" and (self._agrees(index) or self._is_behind_demand(index))
        return "V" if finite or self._opens_headline(index) else "O"

    def _opens_object(self, index: int) -> bool:
        """Tell "to make and supply 40 tanks" from "to raise trade and supply routes"."""
        following = self._following(index)
        counted = following[:1].isdigit() or self.grammar.classes.get(following) == "#"
        things = self._is_plural(index + 1) and not self._are_people(following)
        opens = counted or following in OBJECT_OPENERS or self._is_before_name(index)
        return opens or (things and self.tags[-1] == "X")  # "helped Oslo | ship | guns"

    def _claims(self, index: int) -> bool:
        """Tell "critics in Oslo, many of them old, argue that": what only a verb can be."""
        told = self.lower[index] in self.grammar.lexicon["people_do"]
        return told and self._following(index) == "that"

    def _is_of_one(self, index: int) -> bool:
        """Tell "a media report", where one does not "report", from "a few officials report"."""
        before = self.lower[index - 1]
        at = self._skip_left(index - 1, "OX")
        several = before.endswith("s") or before in SEVERAL
        return self.lower[at] in ("a", "an") and at < index - 1 and not several

    def _acts_behind_names(self, index: int) -> bool:
        """Tell "Oslo and Rome step up their sales", "asked that Oslo end its" from "Oslo trade".

        Such a verb has its object behind.
        """
        following = self._following(index)
        if self.tags[-1:] != ["X"]:
            return False
        if self._is_behind_demand(index):
            return True
        at = self._skip_left(len(self.tags) - 1, "X")
        if following in ALONG:  # "Oslo and Rome plan to meet": a sentence that names open
            return self._is_behind_names()
        if following not in OBJECT_OPENERS:
            return False
        names = self.tags[at] == "C" and self.tags[at - 1] == "X"
        return names or self.lower[at] == "that"

    def _is_behind_names(self) -> bool:
        """Tell whether only people joined to others open the sentence: "Chad's Silva and Ruto"."""
        at = len(self.tags) - 1
        while at >= 0 and (self.tags[at] in "X,CB" or self.lower[at] in BESIDE_NAMES):
            at -= 1
        return "C" in self.tags[at + 1 :] and (at < 0 or self.tags[at] in ";QSR")

    def _opens_headline(self, index: int) -> bool:
        """Tell "Oslo, Rome sign pact", where two names and a verb open the sentence."""
        if index == 0 or self.lower[index] not in self.grammar.lexicon["headline_verbs"]:
            return False
        at = self._skip_left(len(self.tags) - 1, "X,C")
        opening = self.tags[at] in ";QSX"
        joined = {self.tags[before] for before in range(at, len(self.tags))} & {",", "C"}
        return opening and bool(joined) and self.tags[-1] == "X"

    def _speaks_in_plural(self, index: int) -> bool:
        """Tell "officials claim Iran sent it" and "…, sources claim." from "the claim"."""
        lexicon, following = self.grammar.lexicon, self._following(index)
        if self.lower[index] not in lexicon["claiming_bases"] or not index:
            return False
        if not self._are_people(self._told_by(index)):
            return False
        named = self._is_before_name(index)
        clause = self.grammar.classes.get(following, "") in ("D", "R", "p", "#")
        ends = following in (".", ",", "”", '"') and any(
            self.lower[at] in (",", "”", '"') for at in range(max(0, index - TELLERS), index)
        )
        return named or clause or ends or following == "that"

    def _told_by(self, index: int) -> str:
        """Return the word before a verb, the "officials" of "officials in Oslo claim"."""
        at = self._skip_left(index - 1, "XDOC#t")
        if self.lower[at] == "by" and self.tags[at - 1] == "E":
            return self.lower[at - 2]  # "records seen by the Lima Star show"
        at = self._skip_left(index - 1, "XDO")  # "data from the Lima Institute show"
        if self.lower[at] != "from" or not self._are_people(self.lower[at - 1]):
            at = self._skip_left(index - 1, "XD")
        behind = at < index - 1 and self.lower[at] in ("in", "from", "at")
        return self.lower[at - 1] if behind else self.lower[index - 1]

    def _third_person(self, index: int, left: str, *, nounish: bool) -> str:
        # "police stations", "to receive loans", "Ruto's comments"
        noun = left in NOMINAL_LEFT or (nounish and self.lower[index - 1] in SEVERAL)
        noun = noun or (nounish and index - 1 in self.adjectives)  # "Iranian claims"
        if noun or left in "TMVIGEA" or self._is_possessed(index):
            return "O"
        following, lexicon = self._following(index), self.grammar.lexicon
        if not nounish:  # "rights advocates said"
            told = left == "O" and following in lexicon["people_do"]
            return "O" if told else "V"
        joins = self._joins_verb(index) or self._is_listed(index, following)
        if joins or self._ends_with_teller(index) or self._has_object(index, left, following):
            return "V"
        if self._is_surely_told(index, following) or self._tells_that(index, left, following):
            return "V"
        # "Ruto, Kenya's president, plans to"
        aims = following == "to" and self.tags[-2:] in (["X", ","], ["t", ","])
        aims = aims and not lexicon["planning"].isdisjoint(self.grammar.lemmas(self.lower[index]))
        named = left in "XpR" or (left == "," and (aims or self._behind_insertion()))
        named = named or self.tags[-2:] in (["p", "Q"], ["X", "Q"])  # "he “welcomes it”"
        subject = named and self.lower[index - 1] != "that"
        talks = self.lower[index] in lexicon["plurals_behind_states"]
        talks = talks and following in BEHIND_TALKS
        if talks or not subject or following in ("of", "by", "from", "between"):
            return "O"
        noun = self._is_compound(following) or self._is_hyphenated()
        return "O" if noun else "V"

    def _is_listed(self, index: int, following: str) -> bool:
        """Tell "arms, | trains and pays the rebels", verbs that share what stands behind."""
        after = self.grammar.form_letters.get(self._following(index + 1), "")
        return self.tags[-2:] == ["V", ","] and following in (",", "and") and "s" in after

    def _agrees(self, index: int) -> bool:
        """A base form can follow a plural subject or a relative pronoun only.

        The subject may have phrases behind it ("analysts at the institute say") or be joined.
        """
        tags, lower = self.tags, self.lower
        if lower[index - 1] == "both":
            return True  # "Both deny it"
        at = self._before_inserted(index - 1)
        if lower[at] == "that" and tags[at - 1] in "VGIE":
            return False  # "said that aid would come"
        while at >= 0:
            if tags[at] == "B":
                at -= 1
                continue
            if tags[at] in "RC" or self._is_plural(at):
                return True
            while at >= 0 and tags[at] in "XOD#":
                at -= 1
                if tags[at] in "XO" and lower[at] in self.grammar.lexicon["people"]:
                    return True  # "people familiar with it say"
            if at < 0 or tags[at] != "P":
                return at >= 0 and tags[at] == "C"
            at -= 1
            briefed = tags[at] == "V" or (tags[at] == "E" and lower[at + 1] != "by")
            if briefed and self._is_plural(at - 1):
                return True  # "officials briefed on it say"
        return False

    def _before_inserted(self, closing: int) -> int:
        """Step over "– … –" right before a verb: "officials - some of them old - argue"."""
        if self.lower[closing] not in DASHES:
            return closing
        opening = (at for at in range(closing - 1, 0, -1) if self.lower[at] in DASHES)
        return next(opening, closing + 1) - 1
