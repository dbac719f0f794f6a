"""The act that what is said carries, where the verb of speech is neutral."""

from __future__ import annotations

from dataclasses import replace

from analysis.actors import PERSONS, STATES
from analysis.grammar import FIRST_PERSON
from analysis.roles import Filler
from analysis.rulebook import Rulebook
from analysis.statements.denials import Denials
from analysis.statements.leads import FINITE, is_urged
from analysis.statements.named import NAMED_BEHIND, PRAISED, named_others
from analysis.statements.statement import Statement
from analysis.text import find_tokens

# A judgement with so narrow a band is an assessment; "may" and "possibly" are not.
WIDEST_BAND = 25
NEWS_AGENCY = ["news", "agency"]
# So near before words of praise a negation undoes them.
NEGATED_WITHIN = 3
# Thanks for nothing in particular have so many tokens.
COURTESY = 8
MARKS = frozenset(",.!")
# So near behind thanks stands who is meant by it.
YOU_WITHIN = 5
# What stands between words of praise and who is praised.
PRAISE_REACH = frozenset("DOEX#QPB")
THINKING = frozenset({"think", "believe", "guess"})
# Words of a clause or apposition, behind which one no longer asks.
CLAUSE = frozenset("VAMR,;")
FEARING = frozenset({"fear", "worry"})


class ContentReader(Denials):
    """Finds the act that the content of a neutral verb carries."""

    def __init__(self, statement: Statement, rulebook: Rulebook, analysts: frozenset[str]):
        super().__init__(statement, rulebook)
        self.analysts = analysts
        self.book = rulebook.actors

    def find_act(self, *, only_tells: bool = False) -> None:
        """Set act and targets of the statement by what is said; "say" stays where nothing tells.

        `only_tells`: what is said is another's speech act.
        """
        if only_tells or self._is_media():
            self._take("say", [])
        elif self._has("decline"):
            self._take("decline", [])
        elif self.denies():
            self.statement.act = "deny"
        elif self.warns() or self.foretells():
            self._take("assess" if self._only_judges() else "warn", [])
        elif self.does("confirm") or self.answers("yes"):
            self._take("confirm", [])
        elif self._precedes(self._obliged(), "accuse", "confirm"):
            self._take("request", self.demanded() or [])
        elif self._precedes(self.promised(), "accuse", "praise"):
            self._take("promise", [])
        elif (act := self._worded("confirm", "accuse", "promise")) != "say":
            self._take(act, [])
        elif self._praises():
            self._take("praise", self._praised())
            self._aim_thanks()
        elif (asked := self.demanded()) is not None:
            self._take("request", asked)
        elif self.foresees_harm():
            self._take("assess" if self._only_judges() else "warn", [])
        elif self.promised() >= 0 or self.has_begun() or self.has_decided() or self.is_provided():
            self._take("promise", [])
        else:
            judged = self.does("assess") or self._judges()
            judged = judged or self.supposes() or self.foresees_good()
            other = "confirm" if self._affirms() else self._worded("assess")
            self._take("assess" if judged else other, [])
        if self._only_asks():
            self._take("say", [])

    def _affirms(self) -> bool:
        """Tell “Yes, our men are there”, which owns up to it, from “Yes, it would help”."""
        at = self.reading.skip_right(self.first, "QC", self.end - 1)
        yes = self.lower[at : at + 2] == ["yes", ","] and self.tags[at - 1] == "Q"
        judges = "M" in self.tags[at : at + COURTESY]
        judges = judges or self.lower[at + 2 : at + 3] in (["i"], ["yes"])
        return yes and not judges and bool(self.statement.own_countries)

    def _only_asks(self) -> bool:
        """Tell blame in "we urge Chad to stop its crimes", "before threats, we urge it to stop"."""
        own, at = self.statement.own_words, self.worded.get(self.statement.act, -1)
        if own is None or at < 0 or own.match.rule.set["act"] != "request":
            return False
        asked, opens = own.match.end, self.reading.skip_right(self.first, "QC", self.end)
        before = self.tags[opens] in "PS" and at < own.match.trigger
        between = self.tags[opens:at] if before else self.tags[asked:at]
        return (before or at >= asked) and CLAUSE.isdisjoint(between)

    def _precedes(self, verb: int, *acts: str) -> bool:
        """Tell "must stop this shameful war", "will firmly support it": what comes first counts."""
        return verb >= 0 and any(verb <= self.worded.get(act, -2) + 1 for act in acts)

    def ask_for_it(self) -> None:
        """Make a request of a judgement on what others should do: "believes that Oslo must"."""
        if self._obliged() >= 0 or self.asks_in_words():
            self._take("request", self.demanded() or [])
        elif any(
            self.is_own(subject) and self.lower[subject] not in ("he", "she")
            for subject, _ in self.modal_verbs("request")
        ):
            self.statement.act = "say"  # "I believe we cannot fail"

    def _worded(self, *acts: str) -> str:
        """Return the first of several acts that a phrase of the content does, else "say"."""
        return next((act for act in acts if self._has(act)), "say")

    def _is_media(self) -> bool:
        """Tell whether an outlet speaks: it reports, whatever it reports, but in a commentary."""
        # “We will not sit idly by,” the Party's daily wrote.
        rule = self.statement.match.rule
        first_person = self.find(FIRST_PERSON, self.end if rule.verbs else self.first)
        own = any(self.reading.text.quotes[token] for token in first_person)
        comments = own or rule.set.get("speaker") == "issuer"
        return not comments and self._is_outlet(self.statement.speakers[0])

    def _is_outlet(self, filler: Filler) -> bool:
        """Tell Reuters, "the Lagos daily", "a state news agency" from who speaks for himself."""
        *before, head = self.lower[filler.first : filler.end]
        if head in self.acts.speech.media or [*before[-1:], head] == NEWS_AGENCY:
            return True
        number = filler.mention
        return number >= 0 and self.book.is_outlet(self.reading.mentions[number].actor_id)

    def _judges(self) -> bool:
        if self._thinks() or (self._is_analyst() and not self._narrates()):
            return True
        hedge, trigger = self.statement.hedge, self.statement.match.trigger
        if hedge is None or "hope" in self.reading.lemmas(trigger):
            return False
        apparent = self.lower[hedge.first] in self.lexicon["apparent"]
        return hedge.high - hedge.low <= WIDEST_BAND and not apparent

    def _thinks(self) -> bool:
        """Tell whether who is named thinks it, or has no doubt of it: not "who they think won"."""
        match, speaker = self.statement.match, self.statement.speakers[0]
        named = speaker.mention >= 0 and self.lower[speaker.first] != "they"
        doubts = "doubt" in self.lower[match.trigger : match.end]
        named = named and (doubts or self.statement.hedge is None)  # not "thinks it could be"
        behind = self.first >= match.end and self.lower[match.end] != "about"
        behind = behind and self.tags[match.end] not in FINITE
        sure = doubts and match.tags[match.trigger] == "A"
        return named and behind and (sure or self.reading.is_form(match.trigger, THINKING))

    def _only_judges(self) -> bool:
        """Tell who watches, fears or thinks that harm may come from who warns of it."""
        opens = self.reading.skip_right(self.first, "Q,C", self.end)
        thinks = self.lower[opens] == "i" and self.reading.is_form(opens + 1, THINKING)
        fears = self.reading.is_form(self.statement.match.trigger, FEARING)
        return thinks or fears or (self._is_analyst() and not self._is_worded_warning())

    def _narrates(self) -> bool:
        """Tell "the rebels crossed at night", a fact, from "they wanted peace", "they are weak"."""
        match = self.statement.match
        verbs = find_tokens(self.tags, FINITE, self.first, self.reach)
        verb = next((t for t in verbs if not match.trigger <= t < match.end), self.first)
        estimated = self.acts.speech.judging - self.acts.speech.speaking
        speaker = self.statement.speakers[0]
        if not estimated.isdisjoint(self.lower[speaker.first : speaker.end]):
            return False  # "the latest estimate"
        if self.lower[verb] == "had":
            verb = self.reading.skip_right(verb + 1, "BN", self.end - 1)
        past = self.lower[verb] not in self.reading.lemmas(verb) and self.lower[verb][-1] != "s"
        read = self.acts.speech.feelings | self.lexicon["interpreting"]
        told = past and self.tags[verb] in "VE" and not self.reading.is_form(verb, read)
        # "Was the largest buyer between 2010 and 2019"
        told = told or (self.lower[verb] in ("was", "were") and "#" in self.tags[verb : self.end])
        told = told or self._is_plainly_told(verb)
        return told and not self.statement.hedge and "M" not in self.tags[verb : self.end]

    def _is_plainly_told(self, verb: int) -> bool:
        """Tell "has been sold to Chad", "I was in Lima", "has 40 jets" from "has lost its way"."""
        if not self.lexicon["comparing"].isdisjoint(self.lower[verb + 1 : self.end]):
            return False
        behind = self.reading.skip_right(verb + 1, "BNA", self.end - 1)
        if self.tags[behind] == "E" and self.lower[verb] in self.lexicon["completing"]:
            speech = self.acts.speech
            judging = speech.feelings | speech.undenied | self.lexicon["interpreting"]
            return self.reading.is_form(behind, (speech.arming | speech.deeds) - judging)
        if self.lower[verb - 1 : verb + 1] == ["i", "was"]:
            return self.tags[behind] == "P" or self.lower[verb + 1] == "there"
        counted = self.reading.skip_right(verb + 1, "BP", self.end - 1)
        return self.lower[verb] in ("has", "have") and self.lower[counted][0].isdigit()

    def _is_analyst(self) -> bool:
        """Tell whether an analyst or expert speaks: what they say is their judgement."""
        mention = self.reading.mention_of(self.statement.speakers[0])
        if mention is not None and mention.name in self.analysts:
            return True
        return not self.acts.speech.judging.isdisjoint(self._said_by())

    def _take(self, act: str, subject: list[Filler]) -> None:
        self.statement.act = act
        told = self.statement.match.filling("told")
        addressed = [f for f in told if f.mention >= 0 and self._can_be_meant(f)]
        subject = self._whose_deed() or addressed if act == "accuse" else subject or addressed
        self.statement.targets = subject[:1] or self._others(self.first, self.end)

    def _whose_deed(self) -> list[Filler]:
        """Return whose a deed is by the words of blame: "end | Chad's “senseless” war"."""
        at = self.reading.skip_left(self.worded.get("accuse", 0) - 1, "OEQC", self.first)
        owner = self.reading.named_at(at)
        if owner is None or not (owner.possessive or owner.kind == "demonym"):
            return []
        return self._others(owner.first, at + 1, "whose deed")

    def _can_be_meant(self, told: Filler) -> bool:
        """Tell "told Oslo" from "told reporters", "told Insider", who only pass it on."""
        heads = self.lower[told.first : told.end]
        who = self.reading.mentions[told.mention]
        named = self.reading.text.words[told.end - 1][0].isupper()
        asks = named and who.kind in PERSONS and not who.country  # who interviews, or an outlet
        return not (asks or self._is_outlet(told) or self.lexicon["listeners"] & {*heads})

    def _has(self, act: str) -> bool:
        at = self.worded.get(act, self.first)
        asked = self.lower[at - 1] == "who" and "behind" in self.lower[at : at + 2]
        if act == "accuse" and (self.tags[at - 1] == "N" or asked):
            return False  # "has not committed war crimes", "unclear who was behind the attack"
        return act in self.worded and not (act == "confirm" and self.is_conditional(at))

    def _praises(self) -> bool:
        """Tell whether something is praised: not in "no one welcomes the law"."""
        if any(not self.is_own(subject) for subject, _ in self.modal_verbs("praise")):
            return True
        at = self.worded.get("praise", -1)
        thanks = self.lower[at : at + 2] == ["thank", "you"]
        # "Thank you, Mr. President."
        polite = thanks and self.lower[at + 2] in MARKS and self.end - at <= COURTESY
        if at < 0 or (polite and self.reading.kind_at(at + 3) not in STATES):
            return False
        if any(is_urged(self.reading, by) for by in range(at, at + YOU_WITHIN)):
            return False
        before = self.lower[max(self.first, at - NEGATED_WITHIN) : at]
        return self.lexicon["negating"].isdisjoint(before)

    def _aim_thanks(self) -> None:
        """Aim "we thank you for isolating Chad" at who is told or called by name, not at Chad."""
        at = self.worded.get("praise", self.end)
        near = range(at, min(self.end, at + YOU_WITHIN))
        you = next((t for t in near if self.lower[t] in ("you", "your")), -1)
        if you >= 0:
            called = you + 1 + (self.lower[you + 1] in (",", "to"))
            told = self.statement.match.filling("told")
            self.statement.targets = [
                f for f in self.statement.targets if f in told or f.first == called
            ]

    def _praised(self) -> list[Filler]:
        """Return who stands behind words of praise: "stand with | Chad", "thanks to | Chad"."""
        at = end = self.worded.get("praise", self.first)
        while end < self.end and (end <= at + 1 or self.tags[end] in PRAISE_REACH):
            end += 1
        return self._others(at, end, PRAISED)

    def _others(self, first: int, end: int, how: str = NAMED_BEHIND) -> list[Filler]:
        """The first states or bodies in some tokens that are not the speaker's own."""
        found = named_others(self.statement, (first, end), self.book)
        return [replace(filler, how=how) for filler in found]
