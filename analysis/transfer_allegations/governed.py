"""What the words that govern a transfer make of it: asked to send, stop sending, would allow it."""

from __future__ import annotations

from analysis.grammar import ASPECT
from analysis.reading import Reading
from analysis.transfer_allegations.transfer import Transfer

# Groups of governing words and the nature that each gives, in the order they are asked.
NATURES = {
    "announced": "announced",
    "requested": "requested",
    "refused": "blocked",
    "considered": "considered",
    "planned": "planned",
    "alleged": "alleged",
}
# A clause that begins with its gerund stands behind one of these.
IMAGINED_LEFT = frozenset("RVG;Q")
UNCERTAIN = frozenset({"would", "could", "might", "may", "should", "must"})
BEGINNING = frozenset({"begin", "start", "finish", "complete"})
NEGATED = {"refused": "considered"}
# Whoever has not done so yet weighs it.
DECIDING = frozenset({"decide", "decision", "decisions"})
# Behind these stands what others think of.
CONCERNING = frozenset({"over", "about", "regarding", "concerning"})
# So near before "to sell" stands "the first": who is has sold it.
FOREMOST_WITHIN = 4
# What lies between "that" and its verb has none of these.
CLAUSE = frozenset("VAMRS;")
# "Called out Iran for sending", "pressed on with sending" ask for nothing.
ONWARDS = frozenset({"on", "ahead", "forward", "through"})
PARTICLES = {"call": frozenset({"out"}), "press": ONWARDS, "push": ONWARDS}
# Who does so with another to send something asks for it.
WANTING = frozenset({"want", "wish", "prefer"})


class Governing:
    """Reads what governs the word of one transfer."""

    def __init__(self, reading: Reading, transfer: Transfer):
        self.reading = reading
        self.transfer = transfer
        self.resolver = transfer.match.resolver
        self.sentence = transfer.match.sentence
        self.trigger = transfer.match.trigger
        self.tags, self.lower = reading.tags, reading.text.lower
        self.lexicon, self.governors = reading.grammar.lexicon, reading.grammar.governors

    def governed(self) -> str | None:
        """Return the nature that the governing word gives; None = it gives none."""
        resolver, trigger = self.resolver, self.trigger
        noun = self.tags[trigger] == "G" and self.lower[trigger + 1 : trigger + 2] == ["of"]
        if noun or self.tags[trigger] not in "VIGE":  # "the sending of tanks"
            return self._governed_noun()
        if resolver.verb_is("firing", trigger):
            return None  # who may fire it has it already
        if nature := self._by_words_before(trigger):
            return nature
        means_to = resolver.means_to(trigger)
        if means_to >= 0:
            return self._nature_of_means(means_to)
        governor = resolver.governor(trigger)
        if self.is_imagined() and governor in (-1, trigger - 1):
            return "considered"
        if governor < 0:
            return self._by_clause_over()
        by_noun = self.tags[governor] == "O"
        return self._by_noun_over(governor) if by_noun else self._nature_of(governor)

    def _by_noun_over(self, noun: int) -> str | None:
        """Read "rejected a request to send", "signed a deal to sell", "lacks the money to send"."""
        above = self.resolver.verb_before(noun)
        if above >= 0 and self._gives_up(above):
            return "blocked"
        if self.lower[noun] in self.lexicon["agreed"]:
            return self._nature_of_agreed(noun, above)
        governed = self._nature_of(noun)
        if governed is None and self._leaves_open(noun):
            return "" if self._is_lacking(noun) else "considered"
        return governed

    def _nature_of_agreed(self, noun: int, verb: int) -> str | None:
        """Read "signed a deal to sell", "granted a licence to sell", "hopes to win an order"."""
        if self._is_lacking(noun) or (verb >= 0 and self._is_undone(verb)):
            return ""
        if verb >= 0 and (nature := self._by_words_before(verb) or self._nature_over(verb)):
            return nature
        ahead = verb >= 0 and self.lexicon["future"] & set(self.resolver.auxiliaries(verb))
        let = self.lower[noun] in self.lexicon["permits"]
        return "planned" if ahead else "announced" if let else None

    def _leaves_open(self, governor: int) -> bool:
        """Tell "lacks the money to send", "on the verge of sending" from "went on to send"."""
        resolver, lower, lexicon = self.resolver, self.lower, self.lexicon
        joined = resolver.joined_infinitive(self.trigger)
        trigger = joined if joined >= 0 else self.trigger
        before = resolver.group_start(trigger) - 1
        if self.reading.item_at[governor] >= 0:
            return False  # "sent ships to deliver"
        if self.tags[trigger] == "G":
            statement = self.transfer.statement
            # "Accused Chadian companies of sending"
            accused = statement is not None and statement.act == "accuse"
            return (
                lower[before] == "of" and lower[governor] not in lexicon["habits"] and not accused
            )
        to = self.tags[before] == "T" and self.tags[before - 1] in "OB"
        if not to or "have" in lower[before:trigger]:
            return False
        before_it = lower[max(0, governor - FOREMOST_WITHIN) : governor + 1]
        is_first = not lexicon["foremost"].isdisjoint(before_it)
        was_able = lower[governor - 1 : governor + 1] in (["was", "able"], ["been", "able"])
        judged = lower[governor] in lexicon["judged"] and self.tags[governor - 1] in "AB"
        under_way = lower[governor] == "way" and "on" in lower[governor - 2 : governor]
        return not (is_first or was_able or judged or under_way)

    def _by_clause_over(self) -> str | None:
        """Read "did not rule out that Oslo would send", "rejected a proposal that Oslo send"."""
        resolver, trigger = self.resolver, self.trigger
        that = resolver.that_before(trigger)
        if that < 0 or not CLAUSE.isdisjoint(self.tags[that + 1 : resolver.group_start(trigger)]):
            return None
        over = self.resolver.skip_left(that - 1, "XPD")
        word = self.lower[over]
        weighed = word in self.lexicon["weighing"]
        if weighed and (verb := resolver.verb_before(over - 1)) >= 0 and self._gives_up(verb):
            return "blocked"
        if weighed or word in self.lexicon["maybe"]:
            ahead = "M" in self.tags[resolver.group_start(trigger) : trigger]
            return "considered" if ahead else "alleged"
        nature = self._nature_of(over) if self.tags[over] in "VIGE" else None
        return nature if nature in ("blocked", "considered") else None

    def _gives_up(self, verb: int) -> bool:
        """Tell "rejected", "scrapped" and "called off"."""
        given_up = self.governors["refused"] | self.lexicon["giving_up"]
        return not given_up.isdisjoint(self._lemmas(verb))

    def _lemmas(self, token: int) -> set[str]:
        """Return what a word is a form of, alone and with the word behind it: "turn down"."""
        lemmas = {*self.reading.lemmas(token), self.lower[token]}
        return lemmas | {f"{lemma} {self.lower[token + 1]}" for lemma in lemmas}

    def _nature_of_means(self, verb: int) -> str | None:
        """Return the nature of "plans to help Chad by sending arms", where `verb` is "help"."""
        resolver = self.resolver
        if resolver.is_negated(verb):
            return ""
        if nature := self._by_words_before(verb):
            return nature
        governor = resolver.governor(verb)
        # Who tries or begins to help by sending arms sends them.
        tried = governor < 0 or not ASPECT.isdisjoint(self.reading.lemmas(governor))
        return None if tried else self._nature_of(governor)

    def _by_words_before(self, verb: int) -> str:
        """Return the nature that auxiliaries and the two words before a verb give, "" for none."""
        lexicon, group = self.lexicon, self.resolver.auxiliaries(verb)
        if group[-2:] == ["no", "longer"]:
            return "blocked"
        if not lexicon["possibly"].isdisjoint(group):
            return "considered"
        supposed = "have" in group and self.tags[verb] == "E"  # "must have sent"
        if not lexicon["wanted"].isdisjoint(group):
            return "alleged" if supposed else "requested"
        before = self.lower[max(self.sentence.first, verb - 2) : verb]
        if self.tags[verb] == "G" and not lexicon["weighing"].isdisjoint(before[:1]):
            return "considered"  # "discussed the possibility of sending"
        if before == ["about", "to"]:
            return "planned"
        return "considered" if " ".join(before) in lexicon["left_open"] else ""

    def _governed_noun(self) -> str | None:
        """Read "suspended the delivery", "discussed a sale": the verb whose object the noun is."""
        if told := self._by_verb_behind():
            return told
        if self._is_talked_of(self.trigger):
            return "considered"
        verb = self.resolver.verb_before(self.trigger - 1)
        if verb < 0 or self.trigger - verb > 8:
            return None
        lower, lexicon = self.lower, self.lexicon
        banned = not lexicon["bans"].isdisjoint(lower[verb : self.trigger])
        if banned and lower[verb] in lexicon["lifting"]:
            return "announced"  # "lifted the hold on deliveries"
        if self.resolver.preposition_over(self.trigger) in CONCERNING:
            return None  # "rejected Chad's concern over its purchase"
        return self._nature_over(verb)

    def _nature_over(self, verb: int) -> str | None:
        """Return the nature that "discuss" gives a sale, and "hope" of "hopes to seal" one."""
        nature = self._nature_of(verb)
        sealing = self.tags[verb] in "IG" and self.resolver.verb_is("sealing", verb)
        above = self.resolver.governor(verb) if nature is None and sealing else -1
        return self._nature_of(above) if above >= 0 else nature

    def _is_talked_of(self, noun: int) -> bool:
        """Tell "talks on the sale of tanks", "the prospect of arms deliveries"."""
        at = self.resolver.skip_left(noun - 1, "DXO")
        weighed = self.lower[at - 1] in self.lexicon["weighing"]
        return weighed and self.lower[at] in ("of", "on", "over", "about")

    def _by_verb_behind(self) -> str:
        """Tell "the sale collapsed", "the delivery was suspended", "the sale was announced"."""
        verb = self._verb_behind()
        if verb < 0:
            return ""
        lower, lemmas = self.lower, set(self.reading.lemmas(verb))
        lexicon, governors = self.lexicon, self.governors
        if self.tags[verb] == "V":
            fell = "fall" in lemmas and lower[verb + 1] in ("through", "apart")
            return "blocked" if fell or lemmas & lexicon["failing"] else ""
        if self.resolver.is_negated(verb):
            return ""
        if lemmas & (governors["refused"] | lexicon["giving_up"]):
            return "blocked"
        # The delivery that "was confirmed" has been made.
        sold = lower[self.trigger] in lexicon["sales"] or lemmas.isdisjoint({"confirm"})
        by_somebody = "by" in lower[verb : self.sentence.end]
        return "announced" if sold and lemmas & governors["announced"] and not by_somebody else ""

    def _verb_behind(self) -> int:
        """Return the verb whose subject a noun of giving is, or -1."""
        tags = self.tags
        if tags[self.trigger] != "O":
            return -1
        for token in range(self.transfer.match.end, self.sentence.end):
            if tags[token] in ",;SRQCT":
                return -1
            if tags[token] == "V" or (tags[token] == "E" and "A" in tags[token - 2 : token]):
                return token
        return -1

    def is_imagined(self) -> bool:
        """Tell "(said) sending tanks would help", of which nobody says that it happens."""
        left = self.trigger - 1
        if self.tags[self.trigger] != "G" or self.tags[left] not in IMAGINED_LEFT:
            return False
        return self.tags[left] not in "VG" or self.resolver.verb_is("no_gerund", left)

    def _nature_of(self, governor: int) -> str | None:
        following = self.lower[governor + 1]
        if any(following in PARTICLES.get(lemma, ()) for lemma in self.reading.lemmas(governor)):
            return None
        lemmas, negated = self._lemmas(governor), self._is_negated(governor)
        if lemmas & BEGINNING and "should" in self.resolver.auxiliaries(governor):
            return "requested"  # "should have started sending"
        if lemmas & self.lexicon["enabling"]:
            auxiliaries = self.resolver.auxiliaries(governor)
            likely = None if UNCERTAIN.isdisjoint(auxiliaries) else "considered"
            return "blocked" if negated else likely
        for group, nature in NATURES.items():
            if lemmas & {word.removeprefix("be ") for word in self.governors[group]}:
                negated = negated or self._is_refused(governor)
                if group == "refused" and self._is_lifted(governor):
                    return "announced"
                if negated:
                    return "considered" if lemmas & DECIDING else NEGATED.get(group, "")
                return "requested" if self._is_wanted_of(governor, lemmas) else nature
        return None

    def _is_negated(self, governor: int) -> bool:
        """Tell "has not decided", "no plans", "did not take a decision"."""
        if self.tags[governor] in "VIGE":
            return self._is_undone(governor)
        above = self.resolver.verb_before(governor)
        return self._is_lacking(governor) or (above >= 0 and self._is_undone(above))

    def _is_lacking(self, noun: int) -> bool:
        """Tell "no immediate plans to send", "neither the money nor the political will to send"."""
        lower, lacking, at = self.lower, self.lexicon["lacking"], noun - 1
        while at > 0 and lower[at] not in lacking and self.tags[at] in "DOEXB":
            at -= 1
        return lower[at] in lacking

    def _is_undone(self, verb: int) -> bool:
        """Tell "has not decided", "has yet to decide"."""
        start = self.resolver.group_start(verb)
        return self.resolver.is_negated(verb) or self.lower[start - 2 : start] == ["yet", "to"]

    def _is_wanted_of(self, governor: int, lemmas: set[str]) -> bool:
        """Tell "wants Oslo to send" from "Oslo wants to send"."""
        supplier = self.transfer.supplier
        between = supplier is not None and governor < supplier.first < self.trigger
        return between and not WANTING.isdisjoint(lemmas)

    def _is_lifted(self, governor: int) -> bool:
        """Tell "lifted a ban on supplying", after which it will come."""
        before = self.lower[max(self.sentence.first, governor - 3) : governor]
        return not self.lexicon["lifting"].isdisjoint(before)

    def _is_refused(self, governor: int) -> bool:
        """Tell "refused to rule out sending", which leaves it open."""
        above = self.resolver.governor(governor) if self.tags[governor] in "IG" else -1
        if above < 0:
            return False
        return self.lower[above] in self.lexicon["refusals"] or self._gives_up(above)
