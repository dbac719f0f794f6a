"""The act that what is said carries, where the verb of speech is neutral."""

from __future__ import annotations

from analysis.grammar import CONDITIONS
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.rulebook import Rulebook
from analysis.statements.demands import NOBODY
from analysis.statements.harms import Harms
from analysis.statements.statement import Statement
from analysis.statements.targets import is_media, named_others, own_countries

# A judgement with so narrow a band is an assessment; "may" and "possibly" are not.
WIDEST_BAND = 25
# What only appears so, or is believed by others, is told rather than judged.
APPARENT = frozenset(
    "appears appear appeared seems seem seemed apparently presumably believed thought presumed"
    " expected".split()
)
# Whoever listens to a claim without being meant.
LISTENERS = frozenset("reporters journalists media press audience lawmakers cnn".split())
WEAK_HEDGES = frozenset({"could", "may", "might"})
# So near before words of praise these undo them.
NEGATIONS = frozenset(
    {"no", "nobody", "none", "not", "n't", "n’t", "never", "neither", "nor", "without"}
)
NEGATED_WITHIN = 3
NO = frozenset({"no"})
# So near behind "sent no" stands what was not sent.
LACKED = 5
# What arms that are sent do.
GOING = frozenset({"go", "reach", "arrive", "leave", "enter", "cross", "set"})
DEALINGS = frozenset({"dealings", "trade", "transactions", "exports", "imports", "contracts"})
# "Does not hide that it sends them" owns up to it.
HIDDEN = (["hide", "that"], ["hidden", "that"], ["hiding", "that"], ["conceal", "that"])
# So far before "indeed" a condition makes it no admission.
INDEED, BEFORE = frozenset({"indeed"}), 6
INSIDE = frozenset({"in", "inside", "on"})
# So near behind a claim stands what it is called.
CLAIMED_WITHIN = 7


class ContentReader(Harms):
    """Finds the act that the content of a neutral verb carries."""

    def __init__(
        self,
        reading: Reading,
        statement: Statement,
        rulebook: Rulebook,
        analysts: frozenset[str],
    ):
        super().__init__(reading, statement, rulebook.acts)
        self.analysts = analysts
        self.book = rulebook.actors
        self.giving = rulebook.transfer_verbs

    def find_act(self) -> None:
        """Set act and targets of the statement by what is said; "say" stays where nothing tells."""
        if self._is_media():
            self._take("say", [])
        elif self._has("decline"):
            self._take("decline", [])
        elif self._denies():
            self.statement.act = "deny"
        elif self.warns():
            self._take("warn", [])
        elif self._owns_up():
            self._take("confirm", [])
        elif (act := self._worded("confirm", "accuse", "promise")) != "say":
            self._take(act, [])
        elif self._praises():
            self._take("promise" if self._is_promised_support() else "praise", [])
        elif (asked := self.demanded()) is not None:
            self._take("request", asked)
        elif self.foresees_harm():
            self._take("warn", [])
        elif self.promised() >= 0 or (self.is_provided() and not self._is_analyst()):
            self._take("promise", [])
        else:
            self._take("assess" if self._judges() else self._worded("assess"), [])

    def _worded(self, *acts: str) -> str:
        """Return the first of several acts that a phrase of the content does, else "say"."""
        return next((act for act in acts if self._has(act)), "say")

    def _is_media(self) -> bool:
        """Tell whether an outlet speaks: it reports, whatever it reports."""
        number = self.statement.speakers[0].mention
        return number >= 0 and is_media(self.reading, number, self.book)

    def _judges(self) -> bool:
        if self._is_analyst():
            return True
        hedge = self.statement.hedge
        if hedge is None:
            return False
        if hedge.high - hedge.low > WIDEST_BAND:
            return self._leads(hedge.first)
        return self.lower[hedge.first] not in APPARENT

    def _leads(self, hedge: int) -> bool:
        """Tell whether a weak hedge governs all that is said: "the deal could fail"."""
        weak = self.lower[hedge] in WEAK_HEDGES
        own = self.is_own(hedge - 1) or self.lower[hedge - 1] in NOBODY
        return weak and not own and not any(tag in "VAM" for tag in self.tags[self.first : hedge])

    def _is_analyst(self) -> bool:
        """Tell whether an analyst or expert speaks: what they say is their judgement."""
        filler = self.statement.speakers[0]
        words = set(self.lower[filler.first : filler.end])
        if filler.mention >= 0:
            mention = self.reading.mentions[filler.mention]
            if mention.name in self.analysts:
                return True
            words |= set(mention.role.lower().split())
        return not self.acts.speech.judging.isdisjoint(words)

    def _take(self, act: str, subject: list[Filler]) -> None:
        self.statement.act = act
        told = self.statement.match.fillers.get("told", [])
        addressed = [f for f in told if f.mention >= 0 and self._can_be_meant(f)]
        self.statement.targets = (subject or addressed or self._others())[:1]

    def _can_be_meant(self, told: Filler) -> bool:
        """Tell "told Oslo" from "told reporters", who only pass it on."""
        heads = self.lower[told.first : told.end]
        return LISTENERS.isdisjoint(heads) and not is_media(self.reading, told.mention, self.book)

    def _has(self, act: str) -> bool:
        return act in self.worded

    def _praises(self) -> bool:
        """Tell whether something is praised: not in "no one welcomes the law"."""
        at = self.worded.get("praise", -1)
        return at >= 0 and NEGATIONS.isdisjoint(
            self.lower[max(self.first, at - NEGATED_WITHIN) : at]
        )

    def _others(self) -> list[Filler]:
        """The first state or body in the content that is not the speaker's own."""
        return named_others(self.reading, self.statement, (self.first, self.end), self.book)

    def _denies(self) -> bool:
        """Tell whether something is called untrue, or one's own side said not to do it."""
        if self._has("deny") or any(
            self.is_own(subject) for subject, _ in self.modal_verbs("deny")
        ):
            return True
        if self._never_did() or self._dismisses() or self._has_no_dealings() or self._did_not():
            return True
        wrongs = self.acts.speech.wrongs
        for token in range(self.first, self.reach):
            if self.tags[token] not in "VIGE":
                continue
            lemmas = set(self.reading.lemmas(token))
            if not (lemmas.isdisjoint(wrongs) and lemmas.isdisjoint(GOING)):
                start = self.statement.match.resolver.group_start(token)
                had_not = self.tags[max(self.first, start - 3) : start] == ["A", "N", "C"]
                if "M" in self.tags[start:token] and not had_not:
                    continue  # but "has not and will not send" denies having sent
                if self.lower[token : token + 2] in HIDDEN:
                    continue
                negated = had_not or "N" in self.tags[start:token]
                negated = negated or self.statement.match.resolver.is_for_neither(token)
                if negated and lemmas & wrongs:
                    if self._is_plan_to_give(token):
                        continue
                    doer = self._doer_before(token, start)
                    return self.is_own(doer) or self._is_of_own_state(doer)
                if self._gives_none(token, start):
                    return True
        return False

    def _before_quoted(self, index: int) -> int:
        """Step left over the auxiliary of "Oslo has “never sold”", of which a part is quoted."""
        while index > self.first and self.tags[index] in "QA":
            index -= 1
        return index

    def _doer_before(self, verb: int, start: int) -> int:
        """Return the last token of who "does not and will not send", "is neutral and has not"."""
        if self.tags[start - 1] != "C" or self.tags[start] not in "AM":
            return self._before_quoted(start - 1)  # "must fight and not give in"
        doer = start - 1
        while doer > self.first and self.tags[doer] in "CAMBN":
            doer -= 1
        if self.is_own(doer):
            return doer
        shared = self.statement.match.resolver.subject(verb)
        return shared[0].end - 1 if shared else self.first + (self.tags[self.first] == "Q")

    def _is_plan_to_give(self, verb: int) -> bool:
        """Tell "is not planning to send guns", which refuses, from "is not planning to attack"."""
        planned = self.lower[verb] == "planning" and self.lower[verb + 1] == "to"
        return planned and not self.giving.isdisjoint(self.reading.lemmas(verb + 2))

    def _owns_up(self) -> bool:
        """Tell "it had indeed sold them" from "if it has indeed sold them"."""
        return any(
            self.tags[indeed - 1] == "A"
            and (self.is_own(indeed - 2) or self._is_of_own_state(indeed - 2))
            and CONDITIONS.isdisjoint(self.lower[max(self.first, indeed - BEFORE) : indeed])
            for indeed in self.find(INDEED, self.reach)
        )

    def _did_not(self) -> bool:
        """Tell "no" and "they had not", which say no more than that one's own side did not."""
        last = self.end - 1
        while last > self.first and self.tags[last] in ";Q,":
            last -= 1
        alone = self.lower[last] == "no" and self.tags[last - 1] == "Q"  # "“No,” he said"
        return alone or (self.tags[last - 1 : last + 1] == ["A", "N"] and self.is_own(last - 2))

    def _has_no_dealings(self) -> bool:
        """Tell "there have been no arms deals with Chad", where the speaker's side is meant."""
        lexicon = self.reading.grammar.lexicon
        dealings = lexicon["transferring"] | lexicon["dealing"] | DEALINGS
        for no in self.find(NO, self.reach):
            near = range(no + 1, min(self.end, no + LACKED))
            deals = not dealings.isdisjoint(self.lower[near.start : near.stop])
            arms = next(self.reading.items_between(near.start, near.stop), None)
            if deals and arms is not None:
                return self._only_own(no)
            if arms is not None and arms[1].item.kind == "personnel":
                return self._has_none_in(no, arms[1].end)
        return False

    def _has_none_in(self, no: int, end: int) -> bool:
        """Tell "has no soldiers in Chad", "no Omani advisers were in Chad", said by Oman."""
        own = own_countries(self.reading, self.statement)
        whose = {mention.country for _, mention in self.reading.mentions_between(no, end)}
        behind = next((t for t in range(end, self.end) if self.tags[t] not in "AEB"), self.end)
        inside = behind < self.end - 1 and self.lower[behind] in INSIDE
        place = self.reading.mention_at[behind + 1] if inside else -1
        where = self.reading.mentions[place].country if place >= 0 else ""
        return bool(where) and where not in own and whose - {""} <= own and self._only_own(no)

    def _gives_none(self, verb: int, start: int) -> bool:
        """Tell "it sent no tanks" and, where only the speaker's side can be meant, "no tanks were".

        "Not a single tank has gone" and "none of the tanks was sold" too.
        """
        giving = self.acts.speech.arming | GOING
        items = self.reading.items_between
        if giving.isdisjoint(self.reading.lemmas(verb)):
            return False
        if self.lower[verb + 1 : verb + 2] == ["no"]:
            behind = range(verb + 2, min(self.end, verb + 2 + LACKED))
            lacked = next(items(behind.start, behind.stop), None) is not None
            return lacked and self.is_own(start - 1)
        lacked = self.statement.match.resolver.is_nobodys(verb)
        return lacked and next(items(self.first, verb), None) is not None and self._only_own(verb)

    def _only_own(self, verb: int) -> bool:
        """Tell whether no other state stands before a verb or does it: "no tanks were sent"."""
        own = own_countries(self.reading, self.statement)
        named = {mention.country for _, mention in self.reading.mentions_between(self.first, verb)}
        return bool(own) and named - {""} <= own and "by" not in self.lower[verb : self.end]

    def _dismisses(self) -> bool:
        """Tell whether a claim is called untrue: "the reports were ludicrous"."""
        speech = self.acts.speech
        for claim in range(self.first, self.end):
            if self.lower[claim] not in speech.claims:
                continue
            for token in range(claim + 1, min(self.end, claim + CLAIMED_WITHIN)):
                if self.tags[token] in "VSR,;":
                    break
                if self.lower[token] in speech.dismissive:
                    return True
        return False

    def _never_did(self) -> bool:
        """Tell whether one's own side is said never to have done something, whatever it is."""
        for never in range(self.first + 1, self.reach):
            if self.lower[never] != "never":
                continue
            verb = never + 1
            had = self.lower[verb : verb + 1] == ["had"]  # "never had any deals"
            while not had and verb < self.end and self.tags[verb] in "ABQ":
                verb += 1
            start = self.statement.match.resolver.group_start(verb) if verb < self.end else 0
            own = self._before_quoted(start - 1)
            done = verb < self.end and (had or self.tags[verb] in "VE")
            done = done and "M" not in self.tags[own:verb]
            lemmas = self.reading.lemmas(verb) if done else ()
            if done and self.is_own(own) and self.acts.speech.feelings.isdisjoint(lemmas):
                return True
        return False

    def _is_promised_support(self) -> bool:
        """Tell "will continue to support" from "is a close friend"."""
        verb = self.promised()
        return 0 <= verb <= self.worded["praise"] + 1  # "will firmly support"
