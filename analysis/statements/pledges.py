"""What one's own side will do: the promises in what is said."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.actors import BODIES
from analysis.acts import ContentActs
from analysis.grammar import COPULAS, FIRST_PERSON, FUTURE, POSSESSIVE_MARKS
from analysis.roles import VERBS
from analysis.statements.named import JUDGING
from analysis.statements.pairs import LEADERS, SIDES, TWO
from analysis.statements.sides import OwnSide
from analysis.statements.statement import Statement

# How far into what is said "must" or "will" still speaks for the whole of it.
REACH = 40
BE_NOW = COPULAS | {"am", "'s", "’s", "'re", "’re", "'m", "’m"}
DECIDING = frozenset({"decide", "resolve", "agree"})
DECIDED_WITHIN = 8
# So near behind its verb stands what is held.
GATHERING_WITHIN = 8
# So near before the subject of a modal verb stands the "if" or "whether" of its clause.
SUBORDINATED = 6
# An insertion, "Oman, its main ally, needs to …", has at most so many tokens.
INSERTED = 9


class Pledges(OwnSide):
    """Reads the modal verbs in what is said, and what they promise."""

    def __init__(self, statement: Statement, acts: ContentActs):
        super().__init__(statement, acts)
        self.reach = min(self.end, self.first + REACH)
        plain, tokens = self.reading.text.plain, statement.tokens()
        self.worded = acts.find_said(plain, self.tags, tokens)
        if len(tokens) < self.end - self.first:  # blame and praise are one's own wherever they are
            worded = acts.find_said(plain, self.tags, range(self.first, self.end))
            self.worded = {act: worded[act] for act in JUDGING & {*worded}} | self.worded
        near = [t for t in tokens if t < self.reach and self.tags[t] != "Q"]  # “prepared” to
        self.modals = acts.find_modals(plain, near)

    def modal_verbs(self, act: str) -> Iterator[tuple[int, int]]:
        """Yield (last token of the subject, first behind the verb) of each modal verb of an act."""
        for at, after in self.modals.get(act, ()):
            subject = self.reading.skip_left(at - 1, "ABNQ", self.first + 1)
            if self.tags[subject - 1 : subject + 1] == ["M", "C"]:  # "it could and should"
                subject = self.reading.skip_left(subject - 2, "ABNQ", self.first + 1)
            if self.tags[subject] == "C":  # "it has no guns and will send none"
                subject = self._shared_subject(at if self.tags[at] == "V" else after)
            subject = self._before_insertion(subject)
            foreign = self._is_conditional(subject) or self._is_anothers(subject)
            foreign = foreign or self.lower[subject] in POSSESSIVE_MARKS  # "the exiles' need to"
            if not foreign and not (at + 1 == after and self._is_inverted(after)):
                yield subject, after

    def does(self, act: str) -> bool:
        """Tell whether one does an act oneself: "he does not think so", not "many do not"."""
        return any(self.is_own(subject) for subject, _ in self.modal_verbs(act))

    def _shared_subject(self, after: int) -> int:
        """Return the last token of what a verb behind "and" has as subject too; else of nothing."""
        verb = self.reading.skip_right(after, "BNQTA", self.end - 1)
        shared = self.statement.match.resolver.subject(verb) if self.tags[verb] in "VIGE" else []
        # Who says so himself is the "it" that opens what is said.
        return max(self.first, shared[0].end - 1) if shared else self.first

    def _before_insertion(self, subject: int) -> int:
        """Step over "…, its main ally," or "…, he said," to the name before it."""
        if self.tags[subject] != ",":
            return subject
        for comma in range(subject - 2, max(self.first, subject - INSERTED), -1):
            if self.tags[comma] == ",":
                return comma - 1 if self.tags[comma - 1] == "X" else subject
        return subject

    def _is_conditional(self, subject: int) -> bool:
        """Tell "whether it must", "if they will" from "if they attack, we will"."""
        for before in range(subject - 1, max(self.first, subject - SUBORDINATED) - 1, -1):
            if self.tags[before] == "S":
                # "We have proof, so we will sue", but not "went so well that they should".
                return self.lower[before] != "so" or self.tags[before + 1] not in "pXD"
            if self.tags[before] == ",":
                break
        return False

    def _is_anothers(self, subject: int) -> bool:
        """Tell "the villagers feel (that) they must fight", "we hope that Chad will" from a duty.

        What others think, and what anybody hopes, is neither promised nor asked for.
        """
        start = self.reading.skip_left(subject - 1, "XDO#E", self.first) + 1
        that = self.lower[start - 1] == "that"
        verb = start - 1 - that
        lemmas = set(self.reading.lemmas(verb))
        if "hope" in lemmas:
            return True
        if verb <= self.first or self.tags[verb] not in "VI":
            # "Accusations Chad plans to", "seeks assurances that we will"; not "told aides it".
            hangs = that and not VERBS.isdisjoint(self.tags[self.first : verb])
            noun = self.tags[verb] == "O" and hangs
            told = noun or self.lower[verb] in self.lexicon["claims"]
            return told and self.lower[verb] not in self.acts.speech.messages
        thinks = not lemmas.isdisjoint(self.acts.speech.verbs | self.lexicon["thinking_verbs"])
        return thinks and not self.is_own(self.statement.match.resolver.group_start(verb) - 1)

    def _is_inverted(self, after: int) -> bool:
        """Tell "leave should the talks fail", where the subject stands behind, from a duty."""
        after = self.reading.skip_right(after, "BNQ", self.end)
        return after < self.end and self.tags[after] in "DXp#"

    def promised(self) -> int:
        """Return the verb of what one's own side will do, or -1; who asks promises nothing."""
        if "?" in self.lower[self.first : self.end + 1]:
            return -1
        for subject, after in self.modal_verbs("promise"):
            hedge = self.statement.hedge
            guessed = hedge is not None and hedge.first == after  # "Russia would likely act"
            if guessed or self._is_imagined(subject, after):
                continue
            verb = after
            while verb < self.end and (self.tags[verb] in "BNTQ" or self.lower[verb] == "be"):
                verb += 1
            own = self.is_own(subject) and not self.is_owned_thing(subject)
            own = own or self._is_own_too(subject)
            # A senator does not promise what the president will do.
            anothers = self.is_outsider() and self.is_other_person(subject)
            # Nor does whoever "would accept no ban".
            refused = self.reading.is_form(verb, self.acts.speech.letting)
            refused = refused and self.lower[verb + 1] == "no"
            if verb >= self.end or not own or anothers or refused or self._takes_time(verb):
                continue
            offered = not self.lexicon["offering"].isdisjoint(self.lower[subject + 1 : after])
            if offered or self._is_deed(verb) or self._is_plan(subject, verb):
                return verb
        return -1

    def _takes_time(self, verb: int) -> bool:
        """Tell "it would take two weeks", which promises nothing, from "it would take steps"."""
        time = self.reading.skip_right(verb + 1, "BDP#", self.end - 1)
        return self.lower[verb] == "take" and self.lower[time] in self.lexicon["lasting"]

    def _is_own_too(self, subject: int) -> bool:
        """Tell "Oslo and Rome will", "both sides will", where one of them speaks."""
        number = self.reading.mention_at[subject]
        if number >= 0:
            first = self.reading.mentions[number].first
            return self.tags[first - 1] == "C" and self.is_own(first - 2)
        pair = self.lower[subject] in SIDES | LEADERS and self.lower[subject - 1] in TWO
        return pair and bool(self.statement.own_countries)

    def _is_imagined(self, subject: int, after: int) -> bool:
        """Tell "we would" in one's very words, which only thinks of it, from "it would" told."""
        told = self.lower[subject - 1] == "that" or self.tags[subject - 1] == "V"
        first = self.lower[subject] in FIRST_PERSON and "would" in self.lower[subject:after]
        return first and not told

    def has_begun(self) -> bool:
        """Tell the measures that one's own side is taking: "it was sending ships"."""
        for be in self.find(BE_NOW, self.reach - 1):
            verb = self.reading.skip_right(be + 1, "QB", self.reach - 1)
            taken = self.tags[verb] == "G" and "N" not in self.tags[be:verb]
            sent = self.lower[verb + 1 : min(self.end, verb + GATHERING_WITHIN)]
            taken = taken and self.acts.speech.messages.isdisjoint(sent)
            if taken and self.reading.is_form(verb, self.acts.speech.measures):
                subject = self.statement.match.resolver.group_start(verb) - 1
                if self.is_own(subject) and not self._is_conditional(subject):
                    return True
        return False

    def has_decided(self) -> bool:
        """Tell what one's own side has set going: "he had ordered an inquiry", "we decided to"."""
        for verb in range(self.first + 1, self.reach):
            if self.tags[verb] not in "VE":
                continue
            lemmas = set(self.reading.lemmas(verb))
            orders = not lemmas.isdisjoint(self.lexicon["ordering"])
            if not (orders or self._decides_to_act(verb, lemmas)):
                continue
            resolver = self.statement.match.resolver
            subject = resolver.group_start(verb) - 1
            own = self.tags[subject] in "XOp" and self.is_own(subject)
            if own and not (resolver.is_negated(verb) or resolver.is_passive(verb)):
                return not self._is_conditional(subject)
        return False

    def _decides_to_act(self, verb: int, lemmas: set[str]) -> bool:
        """Tell "decided on Monday to send ships", "took the decision to" from "decided to wait"."""
        behind = range(verb + 1, min(self.end, verb + DECIDED_WITHIN))
        to = next((t for t in behind if self.tags[t] == "T"), self.end)
        decided = self.lower[to - 1] == "decision" or not lemmas.isdisjoint(DECIDING)
        return decided and to + 1 < self.end and self._is_deed(to + 1)

    def is_provided(self) -> bool:
        """Tell whether an official says what is to be done with something: "aid will be sent"."""
        if self.reading.countries(self.statement.speakers[:1]) <= {""}:
            return False
        for be in self.find({"be"}, self.reach - 1):
            verb = be + 1 + (self.tags[be + 1] == "B")
            # "Rebuilt by Chad", not "rebuilt by June"
            done_by = self.lower[verb + 1 : verb + 2] == ["by"] and self.tags[verb + 2] not in "t#"
            if self.tags[verb : verb + 1] != ["E"] or done_by:
                continue
            speech = self.acts.speech
            deeds = speech.deeds - speech.appointments - speech.letting
            done = self.reading.is_form(verb, deeds)
            hoped = not self.lexicon["hopes"].isdisjoint(self.lower[self.first : be])
            if done and not hoped and self._is_ahead(be) and self._is_thing(be - 1, "O#tX"):
                return True
        return False

    def _is_ahead(self, be: int) -> bool:
        """Tell "will be sent", "are soon to be sent" from "may be sent", "have yet to be sent"."""
        before = self.reading.skip_left(be - 1, "B", self.first + 1)
        if self.lower[before] != "to":
            return self.lower[before] in FUTURE
        return self.lower[before - 1] in BE_NOW

    def _is_thing(self, before: int, tags: str = "O#t") -> bool:
        """Tell whether the subject that ends before "will be" or "are to be" is a thing."""
        before = self.reading.skip_left(before, "MTAB", self.first + 1)
        return self.tags[before] in tags and not self._is_anothers(before)

    def _is_deed(self, verb: int) -> bool:
        """Tell whether a verb is something that one commits to."""
        done_to = self.lower[verb - 1] == "be" and self.tags[verb] != "G"
        if done_to or self._is_gathering(verb):
            return False
        deeds = self.acts.speech.deeds | self.acts.speech.harms
        if self.lower[verb] in ("begin", "start", "look", "try") and verb + 2 < self.end:
            verb += 2 if self.tags[verb + 1] == "T" else 1  # "will begin lifting"
        if self.lower[verb : verb + 2] == ["go", "on"]:
            verb += 2  # "will go on supplying"
        near = self.lower[verb + 1 : min(self.end, verb + GATHERING_WITHIN)]
        met = self.lower[verb] == "meet" and not self.lexicon["obligations"].isdisjoint(near)
        return met or self.lower[verb] in deeds or self.reading.is_form(verb, deeds)

    def _is_gathering(self, verb: int) -> bool:
        """Tell what only stands in a diary: "would hold meetings", "will take part in talks"."""
        speech = self.acts.speech
        near = self.lower[verb + 1 : min(self.end, verb + GATHERING_WITHIN)]
        return self.reading.is_form(verb, speech.appointments) and bool(speech.gatherings & {*near})

    def _is_plan(self, subject: int, verb: int) -> bool:
        """Tell whether "we" or one's own state will do something, whatever it is."""
        if self.tags[verb] not in "IG" or "N" in self.tags[subject:verb]:
            return False
        state = self.reading.kind_at(subject) in BODIES
        announced = self.lower[self.statement.match.trigger].startswith("announc")
        personal = self.lower[subject] != "we" and not state and not announced
        return not personal and not self.reading.is_form(verb, self.acts.speech.appointments)
