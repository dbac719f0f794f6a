"""What becomes of a claim: "reports of a visit were false", "cleared Oslo of sending tanks"."""

from __future__ import annotations

from analysis.grammar import BE
from analysis.roles.origins import Origins
from analysis.roles.verb_groups import NOMINAL, SUBJECT, VERBS

# Called untrue by whoever tells of it; claimed by some and denied by others.
UNTRUE, DENIED = "untrue", "denied"
OPENING = frozenset({"of", "that", "about", "it", "he", "she", "they"})
PROVEN = (["turned", "out"], ["proved"], ["proven"], ["turn", "out"], ["deemed"], ["found"])
# By mistake one accuses.
NOT_SO = (["not", "true"], ["n't", "true"], ["not", "clear"], ["not", "certain"])
TRUE = frozenset({"true", "accurate", "correct"})
# "A statement by Oslo | saying Rome had sent tanks".
SAYING = frozenset({"saying", "claiming", "alleging", "asserting", "stating"})
# How far behind its verb a verdict stands, and before what is claimed the claim and its "it".
VERDICT, CLAIM, IMPERSONAL = 5, 12, 8


class Verdicts(Origins):
    """Tells what is said to be untrue, or only claimed and denied."""

    def claim_before(self, trigger: int) -> int:
        """Return the noun of the claim that something is: "reports of", "the idea that"; or -1."""
        claims, hearsay = self.lexicon["claims"], self.lexicon["hearsay"]
        for token in range(trigger - 1, max(self.first, trigger - CLAIM) - 1, -1):
            if self.tags[token] == ";" or (self.tags[token] == "V" and token < trigger - 1):
                return -1
            word = self.lower[token]
            if (word in claims or word in hearsay) and self.opens_claim(token):
                return token
        return -1

    def opens_claim(self, noun: int) -> bool:
        """Tell "reports of", "reports last week that", "a report in the Star that Oslo sent"."""
        behind = self.past_times(noun + 1)
        if self.lower[behind] in OPENING:
            return True
        if self.lower[behind] not in ("in", "by", "from", "on"):
            return False
        near = range(behind + 1, self.end - 1)
        ends = (i for i in near if self.tags[i] not in NOMINAL or self.lower[i] in SAYING)
        that = next(ends, behind)
        # Not "a report in the Star that angered Oslo", "a report on rifles that Oslo sent".
        aired = not self.lexicon["aired_on"].isdisjoint(self.lower[behind:that])
        clause = self.lower[that] == "that" and self.tags[that + 1] in SUBJECT
        clause = clause and (aired or self.lower[behind] != "on")
        return clause or self.lower[that] in SAYING

    def verdict(self, trigger: int, *, deed: bool) -> str:
        """Return UNTRUE or DENIED for a claim that is judged so, "" for any other."""
        if deed and self._is_cleared(trigger):
            return UNTRUE
        if deed and self._is_denied_before(trigger):
            return DENIED
        claim = self.claim_before(trigger)
        if claim >= 0:
            return UNTRUE if self._is_no_claim(claim) else self._judged_behind(trigger)
        if self._is_called_untrue(trigger) or (not deed and self._never_happened(trigger)):
            return UNTRUE
        return ""

    def _is_no_claim(self, claim: int) -> bool:
        """Tell "contrary to reports", "false claims", "no truth in", "retracted its accusation"."""
        before = range(max(self.first, claim - 3), claim)
        words = self.lower[before.start : claim]
        retracting = self.lexicon["retracting"]
        return (
            words[-2:] == ["contrary", "to"]
            or words[-1:] in (["false"], ["fake"])
            or (words[-1:] != ["the"] and "truth" in words)
            or self.lower[max(self.first, claim - 4) : claim][:2] == ["no", "truth"]
            or any(self.reading.is_form(token, retracting) for token in before)
        )

    def _judged_behind(self, trigger: int) -> str:
        """Return DENIED for a claim of which that is said: "… were false", "… proved wrong"."""
        untrue, denying = self.lexicon["untrue"], self.reading.grammar.governors
        for token in range(trigger + 1, self.end):
            if self.tags[token] == ";":
                break
            if self.tags[token] == "E" and self.reading.is_form(token, denying["denied"]):
                return DENIED if self.is_passive(token) and not self.is_negated(token) else ""
            proven = any(self.lower[token : token + len(words)] == words for words in PROVEN)
            if not proven and not (self.tags[token] == "A" and self.lower[token] in BE):
                continue
            said = self.lower[token + 1 : min(self.end, token + 1 + VERDICT)]
            if not untrue.isdisjoint(said) and "not" not in said:
                return DENIED
            behind = said[said.index("not") + 1 :][:1] if "not" in said[:2] else []
            if not TRUE.isdisjoint(behind):
                return DENIED
        return ""

    def _is_called_untrue(self, trigger: int) -> bool:
        """Tell "it is untrue that", "it would be wrong to say that", "nothing suggests that"."""
        that = self.that_before(trigger)
        if that < 0:
            return False
        before = self.lower[max(self.first, that - VERDICT) : that]
        if "nothing" in before:
            return True
        untrue = not self.lexicon["untrue"].isdisjoint(before)
        impersonal = "it" in self.lower[max(self.first, that - IMPERSONAL) : that]
        return impersonal and (untrue or before[-2:] in NOT_SO)

    def that_before(self, trigger: int) -> int:
        """Return the "that" nearest before a trigger in its sentence, or -1."""
        for token in range(trigger - 1, self.first, -1):
            if self.tags[token] == ";":
                return -1
            if self.lower[token] == "that":
                return token
        return -1

    def _is_cleared(self, verb: int) -> bool:
        """Tell "cleared Oslo of sending", "falsely accused of sending"."""
        governor = self.governor(verb) if self.tags[verb] == "G" else -1
        if governor < 0:
            return False
        clearing = self.lexicon["clearing"]
        cleared = self.reading.is_form(governor, clearing)
        return cleared or self.lower[governor - 1] in self.lexicon["wrongly"]

    def _is_denied_before(self, verb: int) -> bool:
        """Tell "he denied (that) Oslo had sent tanks", whoever he is."""
        start = self.group_start(verb)
        finite = self.tags[verb] == "V" or not {"A", "M"}.isdisjoint(self.tags[start:verb])
        index = self.skip_left(start - 1, SUBJECT)
        if not finite or index + 1 == start or self.tags[start - 1] == "C":
            return False
        index -= index >= self.first and self.lower[index] == "that"
        denying = self.reading.grammar.governors["denied"]
        if index < self.first or self.tags[index] not in VERBS:
            return False
        return self.reading.is_form(index, denying) and not self.is_negated(index)

    def is_disputed(self, deed: int) -> bool:
        """Tell "Oslo armed the rebels, a charge it denies", and "…, which Oslo denies"."""
        denying, tags = self.reading.grammar.governors["denied"], self.reading.tags
        for comma in range(deed + 1, self.end - 2):
            if tags[comma] != ",":  # and not of an aside that other roles step over
                continue
            opening = comma + 1 + (self.lower[comma + 1] in ("a", "an"))
            if self.lower[opening] in self.lexicon["contested"]:
                return True
            if self.lower[opening] not in self.lexicon["clause_taken_up"]:
                continue
            for token in range(opening + 1, min(self.end, opening + 1 + VERDICT + VERDICT)):
                if tags[token] in ",;":
                    break
                if tags[token] in VERBS and self.reading.is_form(token, denying):
                    # Not "which does not deny it", "which denies using them"
                    said, denied = tags[opening + 1 : token], self.lower[token - 1] in BE
                    return "N" not in said and (denied or not set("DOXp").isdisjoint(said))
        return False

    def _never_happened(self, noun: int) -> bool:
        """Tell "the delivery never took place", "the raid was averted", "is an invention"."""
        for token in range(noun + 1, self.end):
            if self.tags[token] in ",;SRQ":
                return False
            if self.tags[token] == "A" and self.lower[token] in BE:
                said = self.lower[token + 1 : min(self.end, token + 4)]
                if said == ["out", "of", "the"]:  # "… the question"
                    return True
                return not (self.lexicon["made_up"] | self.lexicon["averted"]).isdisjoint(said)
            if self.tags[token] in VERBS and self.tags[token] != "E":
                happening = self.reading.is_form(token, self.lexicon["happening"])
                ahead = self.lower[token] != "go" or self.lower[token + 1] == "ahead"
                return happening and ahead and self.is_negated(token)
        return False
