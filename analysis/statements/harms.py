"""What harm is to come: the warnings and threats in what is said."""

from __future__ import annotations

from analysis.grammar import FUTURE, POSSIBLY
from analysis.statements.demands import Demands
from analysis.text import find_tokens

BEING = frozenset({"is", "are", "'s", "’s", "'re", "’re"})
POSSIBLE = FUTURE | POSSIBLY | {"can"}
# On a condition "will" warns or promises, and these only judge.
SUPPOSING = POSSIBLY | {"would"}
CONDITIONAL = frozenset("if unless any anyone whoever until event".split())
UNLESS = frozenset({"if", "unless", "until"})
OPENING_CONDITIONS = frozenset({"if", "unless", "without"})
# So does a clause that opens with its verb: "should they attack, we will".
INVERTED = frozenset({"should", "were"})
# What one does "in response" to something.
ANSWERING = frozenset({"response", "retaliation"})
# What one will "not" or "no longer" do.
REFUSING = frozenset({"not", "n't", "n’t", "never", "longer"})
CLAUSE_MARKS = frozenset("Q,;RC")
# So near behind a worded warning stands the modal verb that makes it one.
AHEAD_WITHIN = 8
# So near before a modal verb these make it a question.
ASKING, ASKED_WITHIN = frozenset({"what", "whether", "how"}), 5
# Whoever does it "will pay for it", said so near behind "will".
WHOEVER, PAYING_WITHIN = frozenset((who, "who") for who in ("those", "anyone", "anybody")), 3
# So near behind its verb stands the harm that something may do.
HARM_WITHIN = 7


class Harms(Demands):
    """Reads in what is said which harm it foretells."""

    def warns(self) -> bool:
        """Tell whether what is said warns or threatens in so many words."""
        return self._is_worded_warning() or self._threatens()

    def _is_worded_warning(self) -> bool:
        """Tell whether a harm is to come: with a condition or in the future, not one done."""
        at = self.worded.get("warn", -1)
        governed = self.reading.skip_left(at - 1, "BIC", self.first)
        if at < 0 or (self.tags[governed] == "N" and "but" not in self.lower[governed:at]):
            return False  # "will not threaten or use force"
        averts = self.reading.skip_left(at - 1, "DEOBC", self.first)
        if self.tags[averts] in "VIG" and self.reading.is_form(averts, self.lexicon["averting"]):
            return False  # "would avert a catastrophe"
        ahead = self.tags[self.first : min(self.end, at + AHEAD_WITHIN)]
        words = self.lower[self.first : self.end]
        near = range(max(self.first, at - 3), at)
        now = any(self.tags[t] == "A" and self.lower[t] in BEING for t in near)
        current = now or self.lower[at] in self.lexicon["warns_now"]
        return "M" in ahead or not CONDITIONAL.isdisjoint(words) or current

    def _threatens(self) -> bool:
        """Tell whether one's own side will do harm if, or not let others: "will not allow it"."""
        verb = self.promised()
        if verb < 0:
            return False
        speech, lemmas = self.acts.speech, self.reading.lemmas(verb)
        near = self.lower[verb : verb + HARM_WITHIN]
        words = self.lower[self.first : self.end]
        harms = not speech.harms.isdisjoint(lemmas)
        if not REFUSING.isdisjoint(self.lower[verb - 2 : verb]):
            withheld = not harms and not UNLESS.isdisjoint(words)
            # "Will not allow it", but "will allow no exports".
            trade = self.lexicon["transferring"] | self.lexicon["dealings"]
            return withheld or (trade.isdisjoint(near) and not speech.letting.isdisjoint(lemmas))
        taken = "take" in lemmas and not self.lexicon["countermeasures"].isdisjoint(near)
        opens = self.lower[self.reading.skip_right(self.first, "QC", self.end - 1)]
        supposed = opens in INVERTED or not (CONDITIONAL | ANSWERING).isdisjoint(words)
        return (harms or taken) and supposed

    def foretells(self) -> bool:
        """Tell whether something bad follows: "if Oslo wins, nobody will", "otherwise we will"."""
        for at in self.find({"otherwise"}, self.end):
            opens = at <= self.first + 1
            if opens or (self.tags[at - 1] in CLAUSE_MARKS and "M" in self.tags[at : self.end]):
                return True
        if self._threatens_whoever():
            return True
        will = self._supposed_end(FUTURE)
        return will >= 0 and not self.acts.speech.bad_ends.isdisjoint(self.lower[will : self.end])

    def _threatens_whoever(self) -> bool:
        """Tell "whoever attacks us will pay", "those who sold them will answer for it"."""
        at = self.reading.skip_right(self.first, "QC", self.end - 1)
        will = next(self.find(FUTURE, self.reach), self.end)
        near = self.lower[will + 1 : min(self.end, will + 1 + PAYING_WITHIN)]
        pays = near[:1] != ["be"] and not self.lexicon["paying_for_it"].isdisjoint(near)
        return pays and (self.lower[at] == "whoever" or tuple(self.lower[at : at + 2]) in WHOEVER)

    def supposes(self) -> bool:
        """Tell a judgement on a condition, of others: "if the talks fail, farmers could leave"."""
        if "?" in self.lower[self.first : self.end + 1]:
            return False
        modal = self._supposed_end(SUPPOSING)
        behind = any(t > modal for t in self.find(UNLESS, self.end))
        return modal >= 0 and (behind or "," in self.tags[self.first : modal])

    def _supposed_end(self, modals: frozenset[str]) -> int:
        """Return the modal verb of what others will do or have if something is so; else -1."""
        start = self.first
        while start < self.end and (self.tags[start] in "QCB," or self.lower[start] == "that"):
            start += 1
        # Not of "attempts which would help if", but of "if he wins, that would help".
        relative = (["D", "R"], ["O", "R"], ["X", "R"])
        found = self.find(modals, self.end)
        modal = next((t for t in found if self.tags[t - 2 : t] not in relative), -1)
        opening = OPENING_CONDITIONS | (INVERTED if modals is FUTURE else set())
        opens = start < self.end and self.lower[start] in opening
        condition = start if opens else next(self.find(OPENING_CONDITIONS, self.end), self.end)
        would_have = self.lower[self.reading.skip_right(modal + 1, "BN", self.end)] == "have"
        if condition >= self.end or (not opens and (condition < modal or would_have)):
            return -1
        subject = condition + 1 + (self.tags[condition + 1] == "D")
        own = self.is_own(subject) or self.is_own(modal - 1)
        return -1 if own else modal

    def foresees_harm(self) -> bool:
        """Tell whether something may end badly: "could lead to war", "will bring on chaos"."""
        speech = self.acts.speech
        for modal in self.find(POSSIBLE, self.reach):
            if not ASKING.isdisjoint(self.lower[max(self.first, modal - ASKED_WITHIN) : modal]):
                continue  # "did not know what could wreck the talks"
            verb = self.reading.skip_right(modal + 1, "BQ", self.end - 1)
            if self.reading.is_form(verb, speech.harming):
                return True
            near = self.lower[verb + 1 : min(self.end, verb + HARM_WITHIN)]
            leads = self.reading.is_form(verb, speech.leading)
            if self.lower[verb] == "be":  # "a disaster", whatever is said of it behind
                last = self.reading.skip_right(verb + 1, "DBQOGE", verb + 1 + len(near))
                leads, near = True, self.lower[verb + 1 : last]
            if leads and not speech.disasters.isdisjoint(near):
                return True
        return False

    def foresees_good(self) -> bool:
        """Tell what a thing will do for the better, or any deed: "arming them would help"."""
        opens = self.reading.skip_right(self.first, "QCRB", self.end - 1)
        if self.tags[opens] == "G":
            return any("," not in self.tags[opens:will] for will in self.find(FUTURE, self.reach))
        modal = next(find_tokens(self.tags, "VAM", self.first, self.reach), self.reach)
        verb = self.reading.skip_right(modal + 1, "BQ", self.end - 1)
        if modal >= self.reach or self.lower[modal] not in FUTURE or not self._is_thing(modal - 1):
            return False
        people = self.lower[modal - 1] in self.acts.speech.speaking
        return not people and self.reading.is_form(verb, self.acts.speech.improving)
