"""What is denied in what is said: a claim called untrue, or a deed of one's own side."""

from __future__ import annotations

from analysis.grammar import CONDITIONS, COPULAS
from analysis.items import ItemMention
from analysis.roles import VERBS
from analysis.rulebook import Rulebook
from analysis.statements.harms import Harms
from analysis.statements.statement import Statement
from analysis.text import find_tokens

WISHES = frozenset({"want", "need", "wish", "hope", "like", "seek"})
NOT_A = ["not", "a"]
# So near behind "sent no" stands what was not sent.
LACKED = 5
# Who "had better not" do it is warned, and who does "not only" do it does.
RESTRICTED = frozenset({"only", "better"})
# What these open is not said to be so: "the targets which we have not hit".
OPENERS = CONDITIONS | {"which", "whom", "where"}
# So near before words of denial a negation undoes them.
UNDONE_WITHIN = 6
PHRASE = 3
# So near behind a claim stands what it is called.
CLAIMED_WITHIN = 12


class Denials(Harms):
    """Reads in what is said what it denies."""

    def __init__(self, statement: Statement, rulebook: Rulebook):
        super().__init__(statement, rulebook.acts)
        self.giving = rulebook.transfer_verbs

    def denies(self) -> bool:
        """Tell whether something is called untrue, or one's own side said not to do it."""
        duties = (who for who, _ in self.modal_verbs("request") if not self.is_own(who))
        asked = next(duties, self.end)  # "Chad must prove its aims are peaceful"
        if self._is_worded_denial() or any(
            (self.is_own(subject) or self._is_insistence()) and subject < asked
            for subject, _ in self.modal_verbs("deny")
        ):
            return True
        if self._never_did() or self._dismisses() or self._has_no_dealings() or self._did_not():
            return True
        if self.answers("no") or self._gives_no_arms() or self._insists():
            return True
        return any(map(self._denies_deed, find_tokens(self.tags, VERBS, self.first, self.reach)))

    def _is_worded_denial(self) -> bool:
        """Tell "the tape is fabricated" from "no sign that the tape is fabricated"."""
        at = self.worded.get("deny", -1)
        near = range(at - 1, max(self.first, at - UNDONE_WITHIN) - 1, -1)
        start = next((t for t in near if self.tags[t] == ","), near.stop + 1)
        before = self.lower[start:at]
        speech, lexicon = self.acts.speech, self.lexicon
        untrue = not speech.dismissive.isdisjoint(self.lower[at : at + PHRASE])
        # Not so in "paid no attention to the fabricated claims".
        undone = untrue and lexicon["claims"].isdisjoint(self.lower[at : at + PHRASE])
        undone = undone and (self._describes(at) or not lexicon["negating"].isdisjoint(before))
        # "Would accept | no such thing" refuses what is proposed.
        undone = undone or self.reading.is_form(at - 1, speech.letting)
        return at >= 0 and not undone and not self.is_conditional(at)

    def is_conditional(self, token: int) -> bool:
        """Tell "if the reports were untrue", "whether it is so", said of a token in it."""
        before = self.lower[max(self.first, token - UNDONE_WITHIN) : token]
        return not CONDITIONS.isdisjoint(before)

    def _describes(self, at: int) -> bool:
        """Tell "copied fabricated data", which tells of what is untrue, from "is fabricated"."""
        behind = self.reading.skip_right(at + 1, "Q", self.end - 1)
        before = self.reading.skip_left(at - 1, "Q", self.first)
        named = self.tags[behind] in "OX" and self.tags[before] in "DPVGCEI"
        return self.tags[at] in "OE" and named

    def _is_insistence(self) -> bool:
        """Tell whether the verb of speech meets a charge: "insists"."""
        cue = self.statement.match.trigger
        kept = self.tags[cue : cue + 2] == ["G", "O"]  # "maintaining peace"
        return not kept and self.reading.is_form(cue, self.acts.speech.insisting)

    def _insists(self) -> bool:
        """Tell "insists its camps are schools" from "insists it wants peace", "Oslo must pay"."""
        tags = self.tags
        verb = next(find_tokens(tags, "VAM", self.first, self.reach), self.reach)
        if not self._is_insistence() or verb >= self.reach:
            return False
        main = self.reading.skip_right(verb, "ANB", self.end - 1)
        wishes = self.reading.word_and_lemmas(main) & WISHES  # "insisted he did not want any"
        if wishes or tags[verb] == "M" or self.reading.is_form(verb, self.acts.speech.undenied):
            return False
        denied = "N" in tags[verb : verb + 2] or "no" in self.lower[self.first : verb + 3]
        doer = self.statement.match.resolver.group_start(verb) - 1
        if self.lower[doer] == "it" and self.lower[verb] in COPULAS:
            return denied  # "insists it is important to talk"
        return denied or self.is_own(doer)

    def _denies_deed(self, verb: int) -> bool:
        """Tell "it has not sold them", "it is not training rebels", "it sent none"."""
        wrong = self.reading.is_form(verb, self.acts.speech.wrongs) or self._helps_fighters(verb)
        resolver = self.statement.match.resolver
        start = resolver.group_start(verb)
        had_not = self.tags[max(self.first, start - 3) : start] == ["A", "N", "C"]
        if "M" in self.tags[start:verb] and not had_not:
            return False  # but "has not and will not send" denies having sent
        negated = "N" in self.tags[start:verb] or resolver.is_for_neither(verb)
        if negated and self._comes_from_own(verb):
            return True
        if not (negated and wrong):
            return self._gives_none(verb, start)
        doer = self._doer_before(verb, start)
        # Not "the targets which we have not hit".
        opened = self.lower[doer - 1] in OPENERS
        limited = not RESTRICTED.isdisjoint(self.lower[start - 1 : verb])
        # "Is not planning to send guns" refuses, "is not planning to attack" denies.
        planned = self.lower[verb] == "planning" and self.reading.is_form(verb + 2, self.giving)
        if planned or opened or limited:
            return False
        named = self.reading.named_at(doer - 1)  # "Chadian troops", where Chad speaks
        own = named is not None and named.country in self.statement.own_countries
        return own or self.is_own(doer)

    def _helps_fighters(self, verb: int) -> bool:
        """Tell "does not support any of the rebels" from "does not support the plan"."""
        if not self.statement.match.resolver.verb_is("helping", verb):
            return False
        sides = self.lexicon["armed_groups"] | self.lexicon["warring"]
        helped = self.find(sides, min(self.end, verb + 1 + LACKED))
        return any(t > verb and self.tags[t + 1 : t + 2] not in (["O"], ["V"]) for t in helped)

    def _comes_from_own(self, verb: int) -> bool:
        """Tell "the rockets did not come from Chad", where Chad speaks."""
        coming = self.statement.match.resolver.verb_is("coming", verb)
        from_own = self.lower[verb + 1 : verb + 2] == ["from"] and self.is_own(verb + 2)
        return coming and from_own

    def _gives_no_arms(self) -> bool:
        """Tell "it sent food but no rifles", where one's own side gives, and no other arms."""
        resolver, reading = self.statement.match.resolver, self.reading
        for item in reading.items_between(self.first + 2, self.end):
            if not reading.opens_exclusion(item.start - 2):
                continue
            verb = resolver.verb_before(item.start - 3)
            gives = verb >= self.first and reading.is_form(verb, self.giving)
            gives = gives and self.is_own(resolver.group_start(verb) - 1)
            if gives and not reading.items_between(verb, item.start):
                return True
        return False

    def _before_quoted(self, index: int) -> int:
        """Step left over the auxiliary of "Oslo has “never sold”", of which a part is quoted."""
        return self.reading.skip_left(index, "QA", self.first + 1)

    def _doer_before(self, verb: int, start: int) -> int:
        """Return the last token of who "does not and will not send", "is neutral and has not"."""
        joined = self.tags[start - 1] in "C,"
        past = self.tags[start] == "V" and self.lower[start] not in self.reading.lemmas(start)
        if not joined or not (past or self.tags[start] in "AMN"):
            return self._before_quoted(start - 1)  # "must fight and not give in"
        resolver = self.statement.match.resolver
        shared = [one.end - 1 for one in resolver.subject(verb) if one.end > self.first]
        lead = next(find_tokens(self.tags, "VAM", self.first, start), self.first + 1)
        return shared[0] if shared else resolver.group_start(lead) - 1

    def answers(self, word: str) -> bool:
        """Tell whether “no” or "yes" is all that somebody says who is asked whether it is so."""
        if self.statement.question() < 0:
            return False
        skip, behind = self.statement.match.resolver.skip_right, self.statement.match.end
        opens = (skip(self.first, "QC;"), skip(behind, "QC;"))
        return any(self.lower[at] == word and self.tags[at + 1] in ",;QS" for at in opens)

    def _did_not(self) -> bool:
        """Tell "they (never) had (not)", no more than that one's own side did not."""
        last = self.reading.skip_left(self.end - 1, ";Q,", self.first + 1)
        return {*self.tags[last - 1 : last + 1]} == {"A", "N"} and self.is_own(last - 2)

    def _has_no_dealings(self) -> bool:
        """Tell "there have been no arms deals with Chad", where the speaker's side is meant."""
        for no in self.find({"no", "single"}, self.reach):
            if self.lower[no] == "single" and self.lower[no - 2 : no] != NOT_A:
                continue
            near = self.lower[no + 1 : min(self.end, no + LACKED)]
            lists = ("transferring", "dealing", "dealings")
            deals = any(not self.lexicon[name].isdisjoint(near) for name in lists)
            arms = self._lacked(no)
            if deals and arms is not None:
                return self._only_own(no)
            if arms is not None:
                return self._has_none_in(no, arms)
        return False

    def _lacked(self, no: int) -> ItemMention | None:
        """Return the item of "no tanks", "no shipments of tanks"; not of "no request for tanks"."""
        near = self.reading.items_between(no + 1, min(self.end, no + 1 + LACKED))
        found = next(iter(near), None)
        asked = found is not None and "for" in self.lower[no : found.first]
        return None if asked else found

    def _has_none_in(self, no: int, lacked: ItemMention) -> bool:
        """Tell "has no soldiers in Chad", "no Omani tanks were in Chad", said by Oman."""
        own, end = self.statement.own_countries, lacked.end
        whose = self.reading.countries_between(no, end)
        if lacked.item.kind != "personnel" and not whose:
            return False  # arms there may be anybody's
        behind = self.reading.skip_right(end, "AEB", self.end - 1)
        inside = self.lower[behind] in ("in", "inside", "on")
        where = self.reading.countries_between(behind + 1, behind + 2) if inside else set()
        return bool(where) and where.isdisjoint(own) and whose <= own

    def _gives_none(self, verb: int, start: int) -> bool:
        """Tell "it sent (them) no tanks" and, where only its side can be meant, "no tanks were".

        "Not a single tank has gone", "none of the tanks was sold", "none of its ships ever went",
        "nothing was sold", "it sold nothing" and "it backs no side" too.
        """
        at = self.reading.skip_right(verb + 1, "Qp", self.end - 1)
        speech, lacking = self.acts.speech, self.lower[at]
        sides = lacking == "no" and self.lower[at + 1] in self.lexicon["taking_sides"]
        helps = sides and self.statement.match.resolver.verb_is("helping", verb)
        if not (helps or self.reading.is_form(verb, speech.arming | self.lexicon["going"])):
            return False
        if lacking in ("none", "nothing", "nobody", "no"):
            own = self.is_own(self._doer_before(verb, start))
            if lacking == "no":
                return own and (sides or self._lacked(at) is not None)
            return own and self.tags[at + 1] != "T"  # not "gave them nothing to eat"
        if self.lower[start - 1] == "nothing" and self.reading.is_form(verb, self.giving):
            return self.tags[start] == "A" and self._only_own(verb)
        lacked = self.statement.match.resolver.is_nobodys(verb)
        ever = "ever" in self.lower[start - 1 : verb]
        ever = ever and not speech.own_side.isdisjoint(self.lower[self.first : verb])
        named = ever or bool(self.reading.items_between(self.first, verb))
        return lacked and named and self._only_own(verb)

    def _only_own(self, verb: int) -> bool:
        """Tell whether no other state stands before a verb or does it: "no tanks were sent".

        Where it was does nothing: "in the war with Chad no tanks were".
        """
        own = self.statement.own_countries
        no = next(self.find({"no"}, verb), verb)
        named = {
            mention.country
            for _, mention in self.reading.mentions_between(self.first, verb)
            if mention.first > no or self.tags[mention.first - 1] != "P"
        }
        return bool(own) and named - {""} <= own and "by" not in self.lower[verb : self.end]

    def _dismisses(self) -> bool:
        """Tell whether a claim is called untrue: "the reports were ludicrous"."""
        for claim in self.find(self.lexicon["claims"], self.end):
            # "Claims (that) Oslo plans to invade were lies", but not "claims that Oslo is lying"
            that = self.lower[claim + 1 : claim + 2] == ["that"]
            hangs = that or self.tags[claim + 1] in "XpD"
            for token in range(claim + 1 + that, min(self.end, claim + CLAIMED_WITHIN)):
                if self.tags[token] in ("SR,;" if hangs else "VSR,;"):
                    break
                if self.lower[token] in self.acts.speech.dismissive:
                    be = self.reading.skip_left(token - 1, "QDBOE", claim)
                    clause = self.tags[claim + 1 : self.statement.match.resolver.group_start(be)]
                    if not hangs or (self.tags[be] == "A" and not VERBS.isdisjoint(clause)):
                        return True
        return False

    def _never_did(self) -> bool:
        """Tell whether one's own side is said never to have done something, whatever it is."""
        for never in self.find({"never"}, self.reach):
            verb = self.reading.skip_right(never + 1, "ABQ", self.end - 1)
            start = self.statement.match.resolver.group_start(verb)
            own = self._before_quoted(self._doer_before(verb, start))
            done = self.tags[verb] in "VEI" and "M" not in self.tags[start:verb]
            feelings = self.acts.speech.feelings
            if self.tags[verb] == "I":  # "we never give up", but "we never sell arms"
                feelings = feelings | self.acts.speech.undenied
            felt = done and self.reading.is_form(verb, feelings)
            if done and not felt and self.is_own(own):
                return True
        return False
