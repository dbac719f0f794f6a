"""What one governing word makes of a transfer: "refused to send", "should have begun sending"."""

from __future__ import annotations

from analysis.grammar import FUTURE, POSSIBLY, WANTED
from analysis.reading import Reading
from analysis.transfer_allegations.transfer import Transfer

# Groups of governing words and the nature that each gives, in the order they are asked.
NATURES = {
    "requested": "requested",
    "refused": "blocked",
    "considered": "considered",
    "planned": "planned",
    "tried": "planned",
    "announced": "announced",
    "alleged": "alleged",
}
UNCERTAIN = POSSIBLY | WANTED | {"would"}
# So near before an item stands the pledge "of" it.
PLEDGE = 4
# Behind these stands what others think of.
CONCERNING = frozenset({"over", "about", "regarding", "concerning"})
# "Called out Iran for sending", "pressed on with sending" ask for nothing.
ONWARDS = frozenset({"on", "ahead", "forward", "through"})
PARTICLES = {
    "call": frozenset({"out"}),
    "tell": frozenset({"of"}),
    "press": ONWARDS,
    "push": ONWARDS,
}


class Governors:
    """Reads the nature that a verb or noun gives one transfer that it governs."""

    def __init__(self, transfer: Transfer):
        self.reading: Reading = transfer.reading
        self.transfer = transfer
        self.resolver = transfer.match.resolver
        self.sentence = transfer.match.sentence
        self.trigger = transfer.match.trigger
        self.tags, self.lower = transfer.match.tags, transfer.match.lower
        self.lexicon, self.governors = transfer.match.lexicon, self.reading.grammar.governors

    def _gives_up(self, verb: int) -> bool:
        """Tell "rejected", "scrapped" and "called off"."""
        given_up = self.governors["refused"] | self.lexicon["giving_up"]
        return not given_up.isdisjoint(self._lemmas(verb))

    def _lemmas(self, token: int) -> set[str]:
        """Return what a word is a form of, alone and with the word behind it: "turn down"."""
        lemmas = {*self.reading.lemmas(token), self.lower[token]}
        return lemmas | {f"{lemma} {self.lower[token + 1]}" for lemma in lemmas}

    def _by_end_of_it(self, verb: int) -> str:
        """Tell "is no longer sending", which nobody denies to have done."""
        return "blocked" if self.resolver.auxiliaries(verb)[-2:] == ["no", "longer"] else ""

    def _by_words_before(self, verb: int) -> str:
        """Return the nature that auxiliaries and the two words before a verb give, "" for none."""
        lexicon, group = self.lexicon, self.resolver.auxiliaries(verb)
        if ended := self._by_end_of_it(verb):
            return ended
        supposed = "have" in group and self.tags[verb] == "E"  # "must have sent"
        if not POSSIBLY.isdisjoint(group):
            return "alleged" if supposed else "considered"
        if not WANTED.isdisjoint(group):
            debated = "whether" in self.lower[self.sentence.first : verb]
            return "alleged" if supposed else "considered" if debated else "requested"
        before = self.lower[max(self.sentence.first, verb - 2) : verb]
        if self.tags[verb] == "G" and not lexicon["weighing"].isdisjoint(before[:1]):
            return "considered"  # "discussed the possibility of sending"
        if before == ["about", "to"]:
            return "planned"
        return "considered" if " ".join(before) in lexicon["left_open"] else ""

    def _nature_over(self, verb: int) -> str | None:
        """Return the nature that "discuss" gives a sale, "hopes to" and "may" give sealing one."""
        nature = self._nature_of(verb)
        if nature not in (None, "announced") or not self.resolver.verb_is("sealing", verb):
            return nature
        above = self.resolver.governor(verb) if self.tags[verb] in "IG" else -1
        return (self._nature_of(above) if above >= 0 else self._by_auxiliaries(verb)) or nature

    def _by_auxiliaries(self, verb: int) -> str | None:
        """Return the nature that "may", "should" and "will" give what a verb brings about."""
        ahead = FUTURE.intersection(self.resolver.auxiliaries(verb))
        return self._by_words_before(verb) or ("planned" if ahead else None)

    def _nature_of(self, governor: int) -> str | None:
        following = self.lower[governor + 1]
        if any(following in PARTICLES.get(lemma, ()) for lemma in self.reading.lemmas(governor)):
            return None
        lemmas, negated = self._lemmas(governor), self._is_negated(governor)
        if lemmas & self.lexicon["beginning"]:
            # "Should have started sending", "may begin sending"
            wanted = "should" in self.resolver.auxiliaries(governor)
            if told := "requested" if wanted else self._by_words_before(governor):
                return told
        if lemmas & self.lexicon["enabling"]:
            auxiliaries = self.resolver.auxiliaries(governor)
            likely = None if UNCERTAIN.isdisjoint(auxiliaries) else "considered"
            return "blocked" if negated else likely
        thought = "think" in lemmas and self.resolver.is_passive(governor) and not negated
        clause = following == "that" or self.tags[self.trigger] not in "GI"
        if thought or ("suggest" in lemmas and clause):
            # "Is thought to have sent", "suggested that it sent", unlike "suggested sending"
            return "alleged"
        for group, nature in NATURES.items():
            if lemmas & {word.removeprefix("be ") for word in self.governors[group]}:
                negated = negated or self._is_refused(governor)
                before = self.lower[max(self.sentence.first, governor - 3) : governor]
                if group == "refused" and not self.lexicon["lifting"].isdisjoint(before):
                    return "announced"  # "lifted a ban on supplying", after which it will come
                asked = self.lower[self.resolver.governor(governor)]
                pressed = self.tags[governor] == "I" and asked in self.lexicon["addressed_requests"]
                if lemmas & self.lexicon["stopping_short"] and (
                    pressed or (negated and self._is_past(governor))
                ):
                    return None  # "has not stopped Oslo from sending", "pressure on it to stop"
                if negated:
                    weighed = group == "refused" or lemmas & self.lexicon["yet_to_decide"]
                    return "considered" if weighed else ""
                ahead = nature in ("planned", "announced") and self.tags[governor] in "VIE"
                told = (ahead and self._by_words_before(governor)) or nature  # "may agree to"
                return "requested" if self._is_wanted_of(governor, lemmas) else told
        return None

    def _is_past(self, verb: int) -> bool:
        """Tell "did not stop", "has not stopped" from "will not stop", "no end"."""
        group = self.resolver.auxiliaries(verb)
        return self.tags[verb] in "VIE" and (FUTURE | UNCERTAIN).isdisjoint(group)

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
        return between and not self.lexicon["wanting_of_others"].isdisjoint(lemmas)

    def _is_refused(self, governor: int) -> bool:
        """Tell "refused to rule out sending", which leaves it open."""
        above = self.resolver.governor(governor) if self.tags[governor] in "IG" else -1
        if above < 0:
            return False
        return self.lower[above] in self.lexicon["refusals"] or self._gives_up(above)

    def _is_pledged(self) -> bool:
        """Tell "thanked Oslo for its pledge of tanks", "for the tank pledge" from what is given."""
        lower, end, pledges = self.lower, self.transfer.match.end, self.lexicon["pledges"]
        for item in self.transfer.items if self.tags[self.trigger] in "VIGE" else ():
            behind = lower[item.end : item.end + 2]
            beside = {*behind[:1], *lower[max(end, item.start - PLEDGE) : item.first]}
            if not pledges.isdisjoint(beside) or behind == ["to", "be"]:  # "tanks to be given"
                return True
        return False

    def asks_to_stop(self) -> bool:
        """Tell "called on Oslo to stop sending arms" from what else somebody asks for."""
        statement = self.transfer.statement
        if statement is None:
            return False
        said = statement.said()[0], statement.match.trigger + 1
        asked = range(said[statement.act != "request"], self.trigger + 1)
        return any(self.resolver.verb_is("stopping", token) for token in asked)

    def _is_undertaken(self, word: int) -> bool:
        """Tell "agreed to send", "the decision to send" from "planned", "a decision on sending"."""
        ahead = self.lower[word] == "decision" and self.lower[word + 1] in CONCERNING | {"on"}
        return not ahead and not self.lexicon["undertaking"].isdisjoint(self._lemmas(word))

    def _is_confirmed(self, verb: int) -> bool:
        """Tell "confirmed sending tanks" and their arrival from "confirmed the sale of tanks"."""
        sold = self.lower[self.trigger] in self.lexicon["sales"]
        return "confirm" in self.reading.lemmas(verb) and not sold
