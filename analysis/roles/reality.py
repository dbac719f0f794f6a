"""Whether a clause tells of something that is so: not of what is denied, asked or imagined.

"It is untrue that Oslo sent tanks", "Reports of a visit were denied", "Did Oslo send tanks?", "Had
Oslo sent tanks, …". Negations within the verb group are clause.py's.
"""

from __future__ import annotations

from functools import cached_property

from analysis.roles.clause import VERBS
from analysis.roles.origins import Origins

# What becomes of a claim: called untrue by whoever tells of it, denied by others, only imagined.
UNTRUE, DENIED, IMAGINED = "untrue", "denied", "imagined"
# Words without which no sentence is worth a closer look.
SIGNS = frozenset(
    "? no neither none nobody without false not yet far short rather instead never n't n’t nothing"
    " hardly scarcely had were should would imagine suppose imagining supposing contrary".split()
)
# A doer: "no Norwegian minister", "none of the ships", "neither Oslo nor Chad".
NONE = frozenset({"no", "neither", "none", "nobody"})
COUNTED = frozenset({"fewer", "less", "more", "doubt", "sooner", "wonder", "secret"})
SINGLE = frozenset({"single", "one"})
DOER = frozenset("DOX#EBp")
BETWEEN = frozenset({"of", "in", "from", "nor"})
# "Without sending", "far from sending", "never got round to sending".
NOT_DOING = (
    ["without"], ["far", "from"], ["instead", "of"], ["rather", "than"], ["short", "of"],
    ["round", "to"], ["around", "to"], ["opposed", "to"], ["yet", "to"],
)  # fmt: skip
HARDLY = frozenset({"hardly", "scarcely"})
# "Had Oslo sent", "Were Oslo to send", "Should Oslo send".
INVERTED = frozenset({"had", "were", "should"})
IMAGINING = frozenset({"imagine", "suppose", "imagining", "supposing"})
OPENING = frozenset({"of", "that", "about", "it", "he", "she", "they"})
PROVEN = (["turned", "out"], ["proved"], ["proven"], ["turn", "out"], ["deemed"], ["found"])
HAPPENING = frozenset({"happen", "occur", "take", "materialise", "materialize", "exist"})
# How far a verdict stands behind its verb, and a claim before what is claimed.
VERDICT, CLAIM = 5, 12


class Reality(Origins):
    """Tells what a sentence says is so from what it does not."""

    def unreality(self, trigger: int) -> str:
        """Return UNTRUE, DENIED or IMAGINED for what is told as not being so, "" for a fact."""
        if not self._has_signs:
            return ""
        if self._is_asked or self._is_imagined(trigger):
            return IMAGINED
        deed = self.tags[trigger] in VERBS
        if (deed and (self._is_not_done(trigger) or self._nobody_does(trigger))) or (
            not deed and self._is_lacking(trigger)
        ):
            return UNTRUE
        return self._verdict(trigger, deed=deed)

    @cached_property
    def _has_signs(self) -> bool:
        lexicon = self.reading.grammar.lexicon
        denying = self.reading.grammar.governors["denied"]
        return not (
            self.words.isdisjoint(SIGNS)
            and self.words.isdisjoint(lexicon["untrue"])
            and not any(
                self.tags[token] == "E" and not denying.isdisjoint(self.reading.lemmas(token))
                for token in range(self.first, self.end)
            )
        )

    @cached_property
    def _is_asked(self) -> bool:
        """Tell a question that begins with its auxiliary: "Did Oslo send tanks?"."""
        opening = self.first
        while opening < self.end - 1 and self.tags[opening] in "QC":
            opening += 1
        return "?" in self.lower[self.end - 2 : self.end] and self.tags[opening] in "AM"

    def _is_imagined(self, trigger: int) -> bool:
        """Tell "had Oslo sent" and "would have sent" from what was sent."""
        if self.lower[self.first] in IMAGINING:
            return True
        start = self.group_start(trigger)
        if self.tags[trigger] == "E" and self.lower[start : start + 2] == ["would", "have"]:
            return True
        for token in range(start - 1, self.first - 1, -1):
            opens = token == self.first or self.tags[token - 1] in ",;CQ"
            if opens and self.lower[token] in INVERTED and self.tags[token] in "AM":
                return "V" not in self.tags[token:trigger] and self.tags[token + 1] in "XpDO"
            if self.tags[token] in ",;":
                return False
        return False

    def _is_not_done(self, verb: int) -> bool:
        """Tell "without sending", "has yet to send", "hardly ever sent"."""
        start = self.group_start(verb)
        before = self.lower[max(self.first, start - 2) : start]
        hardly = not HARDLY.isdisjoint(self.lower[max(self.first, verb - 3) : verb])
        return hardly or any(before[-len(words) :] == words for words in NOT_DOING)

    def _nobody_does(self, verb: int) -> bool:
        """Tell "no Norwegian minister has travelled", "neither Oslo nor Chad sent any"."""
        token = self.group_start(verb) - 1
        while token >= self.first:
            word, behind = self.lower[token], self.lower[token + 1]
            if word in NONE and behind not in COUNTED:
                return token == self.first or self.tags[token - 1] not in "PVIGEA"
            if (
                word == "not"
                and behind in ("a", "one")
                and SINGLE & {*self.lower[token + 1 : token + 3]}
            ):
                return True
            if self.tags[token] not in DOER and word not in BETWEEN:
                return False
            token -= 1
        return False

    def _is_lacking(self, noun: int) -> bool:
        """Tell "there was no visit" from "a visit"."""
        token = noun - 1
        while token >= self.first and self.tags[token] in "DOE#GXB":
            if self.lower[token] == "no" and self.lower[token + 1] not in COUNTED:
                return True
            token -= 1
        return token >= self.first and self.lower[token] == "without"

    def _verdict(self, trigger: int, *, deed: bool) -> str:
        """Return what becomes of the claim that a trigger is part of."""
        claim = self._claim_before(trigger)
        if claim >= 0:
            before = self.lower[max(self.first, claim - 3) : claim]
            if before[-2:] == ["contrary", "to"] or before[-1:] in (["false"], ["fake"]):
                return UNTRUE
            return self._is_judged(trigger)
        if self._is_called_untrue(trigger):
            return UNTRUE
        return UNTRUE if not deed and self._never_happened(trigger) else ""

    def _claim_before(self, trigger: int) -> int:
        """Return the noun of the claim that something is: "reports of", "the idea that"; or -1."""
        claims = self.reading.grammar.lexicon["claimed_by_noun"]
        for token in range(trigger - 1, max(self.first, trigger - CLAIM) - 1, -1):
            if self.tags[token] == ";" or (self.tags[token] == "V" and token < trigger - 1):
                return -1
            if self.lower[token] in claims and self.lower[token + 1] in OPENING:
                return token
        return -1

    def _is_judged(self, trigger: int) -> str:
        """Return what is said behind of a claim: "… were false", "… turned out to be wrong"."""
        lexicon, denying = self.reading.grammar.lexicon, self.reading.grammar.governors["denied"]
        for token in range(trigger + 1, self.end):
            if self.tags[token] == ";":
                break
            if self.tags[token] == "E" and not denying.isdisjoint(self.reading.lemmas(token)):
                return DENIED if self.is_passive(token) and not self.is_negated(token) else ""
            being = self.tags[token] == "A" and self.lower[token] in self.reading.grammar_be
            proven = any(self.lower[token : token + len(words)] == words for words in PROVEN)
            if not being and not proven:
                continue
            verdict = self.lower[token + 1 : min(self.end, token + 1 + VERDICT)]
            if not lexicon["untrue"].isdisjoint(verdict) and "not" not in verdict:
                return UNTRUE
            if ["not", "true"] in (verdict[:2], verdict[1:3]):
                return UNTRUE
        return ""

    def _is_called_untrue(self, trigger: int) -> bool:
        """Tell "it is untrue that", "it would be wrong to say that", "nothing suggests that"."""
        for token in range(trigger - 1, self.first, -1):
            if self.tags[token] == ";":
                return False
            if self.lower[token] != "that":
                continue
            before = self.lower[max(self.first, token - VERDICT) : token]
            if "nothing" in before:
                return True
            untrue = not self.reading.grammar.lexicon["untrue"].isdisjoint(before)
            impersonal = "it" in self.lower[max(self.first, token - 8) : token]
            return impersonal and (untrue or before[-2:] in (["not", "true"], ["n't", "true"]))
        return False

    def _never_happened(self, noun: int) -> bool:
        """Tell "the delivery never took place" and "the deliveries are an invention"."""
        for token in range(noun + 1, self.end):
            if self.tags[token] in ",;SRQ":
                return False
            being = self.tags[token] == "A" and self.lower[token] in self.reading.grammar_be
            if being and self.tags[token + 1] not in "VIGE":
                verdict = self.lower[token + 1 : min(self.end, token + 4)]
                return not self.reading.grammar.lexicon["made_up"].isdisjoint(verdict)
            if self.tags[token] in VERBS and self.tags[token] != "E":
                happening = not HAPPENING.isdisjoint(self.reading.lemmas(token))
                return happening and self.is_negated(token)
        return False
