"""Whether a clause tells of something that is so: not of what is denied, asked or imagined.

"Did Oslo send tanks?", "Had Oslo sent tanks, …", "without sending", "no Norwegian minister has
visited". What becomes of a claim is in verdicts.py, negations within the verb group in clause.py.
"""

from __future__ import annotations

from functools import cached_property

from analysis.grammar import BE
from analysis.roles.verb_groups import VERBS
from analysis.roles.verdicts import UNTRUE, Verdicts

IMAGINED = "imagined"
# Before a doer: "no Norwegian minister", "none of the ships", "neither Oslo nor Chad"; but not
# "no fewer than ten ministers". Behind "not": "not a single minister".
NONE = frozenset({"no", "neither", "none", "nobody"})
COUNTED = frozenset({"fewer", "less", "more", "doubt", "sooner", "wonder", "secret"})
# "No more than ten" counts, "no more deliveries" leaves none.
BOUNDED = COUNTED - {"more"}
SINGLE = (["a", "single"], ["one"])
# "Not all states sent any": some did.
NOT_ALL = frozenset({"all", "every", "a", "any"})
# Tags and words of the doer, between these and its verb.
DOER = frozenset("DOX#EBp")
BETWEEN = frozenset({"of", "in", "from", "nor", "or"})
# "Had Oslo sent", "Were Oslo to send", "Should Oslo send".
INVERTED = frozenset({"had", "were", "should"})
# "Not once did Oslo send", "at no time has it sent".
FRONTED = 4
# A work is named so soon, and a target so near behind what is fired at it.
TITLE, TARGET = 8, 7
# So near behind its verb stands "neither to Oman nor to Chad".
FOR_NEITHER = 7
# "No evidence has emerged that": so far before "that" it may stand.
LITTLE, PROOF = frozenset({"no", "little", "scant"}), 6
UNKNOWING = frozenset({"unaware", "nothing"})
AWARE = UNKNOWING | {"aware"}
# So near behind "wished" stands what was not done.
WISHED = 4


class Reality(Verdicts):
    """Tells what a sentence says is so from what it does not."""

    def unreality(self, trigger: int) -> str:
        """Return UNTRUE, DENIED or IMAGINED for what is told as not being so, "" for a fact."""
        if trigger not in self.judged:
            self.judged[trigger] = self._judge(trigger)
        return self.judged[trigger]

    def _judge(self, trigger: int) -> str:
        deed = self.tags[trigger] in VERBS
        if self.is_asked or self._is_supposed(trigger) or (deed and self._is_missed(trigger)):
            return IMAGINED
        if self._is_fiction or self._is_rehearsed(trigger):
            return IMAGINED
        if deed and (self._is_not_done(trigger) or self.is_nobodys(trigger)):
            return UNTRUE
        if not deed and self._is_lacking(trigger):
            return UNTRUE
        if self._is_hoped_for(trigger, deed=deed):
            return IMAGINED
        if self._is_unproven(trigger) or self._lacks_proof(trigger):
            return IMAGINED
        return self.verdict(trigger, deed=deed)

    @cached_property
    def is_asked(self) -> bool:
        """Tell a question that begins with its auxiliary: "Did Oslo send tanks?", "Q: Did Oslo"."""
        labelled = self.first + 2 * (self.lower[self.first + 1 : self.first + 2] == [":"])
        opening = self.reading.skip_right(labelled, "QC", self.end - 1)
        return self.tags[opening] in "AM" and "?" in self.lower[self.end - 2 : self.end]

    @cached_property
    def _is_fiction(self) -> bool:
        """Tell "In the novel, Oslo sends tanks", and what a scenario has happen."""
        if self.lower[self.first] != "in":
            return False
        fiction = self.lexicon["fiction"]
        for token in range(self.first + 1, min(self.end - 1, self.first + TITLE)):
            if self.tags[token] in "VMASR,;":
                break
            named = (self.lower[token], f"{self.lower[token - 1]} {self.lower[token]}")
            if not fiction.isdisjoint(named):
                return self.tags[token + 1] == "," or self.lower[token + 1] == "by"
        return False

    def _is_rehearsed(self, trigger: int) -> bool:
        """Tell "a mock attack on", "fired missiles at a mock base" from what was attacked."""
        mock = self.lexicon["mock"]
        if mock.isdisjoint(self.words):
            return False
        near = range(max(self.first, trigger - 3), min(self.end, trigger + TARGET))
        for token in near:
            between = self.tags[min(token, trigger) + 1 : max(token, trigger)]
            if self.lower[token] in mock and {"V", "M", "A", ",", ";"}.isdisjoint(between):
                return True
        return False

    def _is_supposed(self, trigger: int) -> bool:
        """Tell "had Oslo sent" and "imagine Oslo sending" from what was sent."""
        if self.lower[self.first] in ("imagine", "suppose", "imagining", "supposing"):
            return True
        for token in range(self.group_start(trigger) - 1, self.first - 1, -1):
            opens = token == self.first or self.tags[token - 1] in ",;CQ"
            # "Will react should it send tanks": behind a noun too
            inverted = self.lower[token] == "should" and self.tags[token + 1] == "p"
            opens = opens or (inverted and self.tags[token - 1] in "XOI")
            if opens and self.lower[token] in INVERTED and self.tags[token] in "AM":
                return "V" not in self.tags[token:trigger] and self.tags[token + 1] in "XpDO"
            if self.tags[token] in ",;":
                return False
        return False

    def _is_missed(self, verb: int) -> bool:
        """Tell "would have sent", "should have sent", "wished it had", "pretended to send"."""
        group = self.auxiliaries(verb)
        if "have" in group and self.tags[verb] == "E":
            return "would" in group or "should" in group
        near = range(max(self.first, verb - WISHED), verb)
        if "had" in group and any("wish" in self.reading.lemmas(token) for token in near):
            return True
        governor = self.governor(verb) if self.tags[verb] == "I" else -1
        return governor >= 0 and "pretend" in self.reading.lemmas(governor)

    def _is_not_done(self, verb: int) -> bool:
        """Tell "without sending", "has yet to send", "hardly ever sent", "nearly sent"."""
        start = self.group_start(verb)
        before = self.lower[max(self.first, start - 2) : start]
        if before == ["unlikely", "to"]:
            return True
        undone = self.lexicon["undone"]
        near = self.lower[max(self.first, verb - 3) : verb]
        return (
            not undone.isdisjoint((" ".join(before), *before[-1:]))
            or not self.lexicon["barely"].isdisjoint(near)
            or near[-1:] in (["almost"], ["nearly"])
            or (self.tags[verb] == "I" and self.is_no_step(verb))
            or (self.tags[verb] == "G" and self._is_unwanted(verb))
            or self.is_for_neither(verb)
            or self._is_of_none(verb)
        )

    def _is_of_none(self, verb: int) -> bool:
        """Tell "these are not men that Oslo trained" from "not the (first) men that it trained"."""
        relative = self.skip_left(self.group_start(verb) - 1, "XpDO")
        negation = self.skip_left(relative - 1, "XOE#D")
        if negation <= self.first or self.tags[relative] + self.tags[negation] != "RN":
            return False
        known = self.tags[negation + 1] == "D" and self.lower[negation + 1] not in ("a", "an")
        return not known and self.lower[negation - 1] in BE

    def is_for_neither(self, verb: int) -> bool:
        """Tell "sold arms neither to Oman nor to Chad", "sold neither arms nor gear"."""
        if "neither" not in self.words:
            return False
        token = self.reading.skip_right(verb + 1, "DO#XEB", self.end - 1)
        if self.lower[token] != "neither" or token > verb + FOR_NEITHER:
            return False
        # Not "said neither Oman nor Chad had sold any".
        behind = self.reading.skip_right(token + 1, "DO#XEBCN", self.end - 1)
        return self.tags[token + 1] == "P" or self.tags[behind] not in "AMV"

    def _is_unwanted(self, deed: int) -> bool:
        """Tell "has no interest in sending", "no interest in prolonging the war by sending"."""
        above = self.governor(deed)
        if above >= 0 and self.tags[above] == "G" and self.lower[deed - 1] == "by":
            above = self.governor(above)
        none = above > self.first and self.lower[above - 1] == "no"
        return none and self.lower[above] in self.lexicon["unwanted"]

    def is_no_step(self, verb: int) -> bool:
        """Tell "is making no moves to attack" from "made a decision to attack"."""
        noun = self.governor(verb)
        if noun < 0 or self.lower[noun] not in self.lexicon["steps"]:
            return False
        taken = self.verb_before(noun - 1)
        if taken < 0 or not self.reading.is_form(taken, self.lexicon["taking_steps"]):
            return False
        return self.is_negated(taken) or "no" in self.lower[taken:noun]

    def is_nobodys(self, verb: int) -> bool:
        """Tell "no Norwegian minister has travelled", "neither Oslo nor Chad sent any"."""
        token = self.group_start(verb) - 1
        while token >= self.first:
            word, behind = self.lower[token], self.lower[token + 1 : token + 3]
            if word in NONE and behind[0] not in COUNTED:
                return token == self.first or self._may_begin_clause(token)
            if word == "not" and (behind in SINGLE or behind[:1] in SINGLE):
                return True
            named = self.tags[token + 1] in "DX" and behind[0] not in NOT_ALL
            if word == "not" and named and self._may_begin_clause(token):
                return "but" not in self.lower[token:verb]  # "not the rebels sent them"
            if self.tags[token] in "AM":  # "not once did Oslo send"
                before = self.lower[self.first : token]
                return len(before) <= FRONTED and not self.lexicon["never"].isdisjoint(before)
            if self.tags[token] not in DOER and word not in BETWEEN:
                return False
            token -= 1
        return False

    def _may_begin_clause(self, token: int) -> bool:
        """Tell "insists no tanks were sent" from "met no minister who"."""
        before = self.tags[token - 1]
        saying = before == "V" and self.reading.is_form(token - 1, self.lexicon["saying_that"])
        return saying or before not in "PVIGEA"

    def _is_lacking(self, noun: int) -> bool:
        """Tell "there was no visit", "no more deliveries of tanks" from "a visit"."""
        token = noun - 1
        while token >= self.first and (self.tags[token] in "DOE#GXB" or self._is_of(token)):
            if self.lower[token] == "no" and self.lower[token + 1] not in BOUNDED:
                return self.lower[token + 1 : token + 3] != ["more", "than"]
            token -= 1
        return token >= self.first and self.lower[token] == "without"

    def _is_hoped_for(self, trigger: int, *, deed: bool) -> bool:
        """Tell "hopes for a visit", "fears that Oslo would attack" from what has come.

        Not "fears that guns | sold to Oslo could": they were sold.
        """
        start = self.group_start(trigger) if deed else trigger
        if deed and start == trigger and self.tags[trigger] == "E":
            return False
        lead = start - 1
        while lead > self.first and self.tags[lead] in "DOE#GXB":
            if self.lower[lead] in self.lexicon["hopes"]:
                return False
            lead -= 1
        opens = self.lower[lead] == "that" if deed else self.lower[lead] in ("for", "of")
        noun = not deed or self.tags[lead - 1] == "O"
        return opens and noun and self.lower[lead - 1] in self.lexicon["hopes"]

    def _is_of(self, token: int) -> bool:
        """Tell "deliveries of tanks", "plans for sales" from "a shortage of tanks"."""
        word, before = self.lower[token], self.lower[token - 1]
        if word == "for":
            return before in self.lexicon["plans_for"]
        return word == "of" and before not in self.lexicon["plenty"]

    def _lacks_proof(self, trigger: int) -> bool:
        """Tell "no evidence that Oslo sent", "no sign of an attack", "knew nothing of sending"."""
        proof = self.lexicon["proof"]
        if proof.isdisjoint(self.words) and AWARE.isdisjoint(self.words):
            return False
        lead = trigger - 1
        while lead > self.first and self.lower[lead] not in ("that", "of", "about"):
            if self.tags[lead] in "V;":
                return False
            lead -= 1
        before = self.lower[max(self.first, lead - PROOF) : lead]
        if before[-1:] == ["aware"]:
            return "N" in self.tags[max(self.first, lead - PROOF) : lead]
        return not UNKNOWING.isdisjoint(before[-1:]) or any(
            word in LITTLE and not proof.isdisjoint(before[at + 1 : at + 4])
            for at, word in enumerate(before)
        )

    def _is_unproven(self, trigger: int) -> bool:
        """Tell "failed to prove that", "could not verify that", "apologised for saying that"."""
        verb = self.that_before(trigger) - 1
        if verb < self.first or self.tags[verb] not in VERBS:
            return False
        lexicon, lemmas = self.lexicon, self.reading.lemmas
        governor = self.governor(verb)
        if not lexicon["doubting"].isdisjoint(lemmas(verb)):
            return not self.is_negated(verb)
        above = {*lemmas(governor), self.lower[governor]} if governor >= 0 else set()
        if above & lexicon["retracting"]:
            return True
        proving = not lexicon["proving"].isdisjoint(lemmas(verb))
        return proving and (
            self.is_negated(verb)
            or (governor > self.first and self.lower[governor - 1] == "no")  # "no reason to think"
            or self.is_nobodys(verb)
            or self.lower[verb - 1] == "few"
            or bool(above & self.lexicon["unable"])
        )
