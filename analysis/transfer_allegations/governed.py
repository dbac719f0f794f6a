"""What the words that govern a transfer make of it: asked to send, stop sending, would allow it."""

from __future__ import annotations

from analysis.grammar import ASPECT, COPULAS
from analysis.transfer_allegations.governors import CONCERNING, Governors

# A clause that begins with its gerund stands behind one of these.
IMAGINED_LEFT = frozenset("RVG;Q")
# So near before "to sell" stands "the first": who is has sold it.
FOREMOST_WITHIN = 4
STAYING = frozenset({"remain", "stay"})
# A sale that was so "on hold" stands; a headline's has no verb before it.
PUT, VERBAL = frozenset({"put", "placed"}), frozenset("VAME")
# A noun's own clause goes no further than these.
STOPS = frozenset(",;SRQCT")
# Words for how a deal stands, and the nature that each list gives.
STANDING = {"held_up": "blocked", "undecided": "considered"}
# What lies between "that" and its verb has none of these.
CLAUSE = frozenset("VAMRS;")


class Governing(Governors):
    """Finds what governs the word of one transfer, a verb or a noun."""

    def governed(self) -> str | None:
        """Return the nature that the governing word gives; None = it gives none."""
        resolver, trigger = self.resolver, self.trigger
        if resolver.verb_is("firing", trigger) or self.transfer.match.rule.set.get("had"):
            return None  # who may fire it has it already, as whose it is
        noun = self.tags[trigger] == "G" and self.lower[trigger + 1 : trigger + 2] == ["of"]
        if noun or self.tags[trigger] not in "VIGE":  # "the sending of tanks"
            return self._governed_noun()
        if nature := self._by_words_before(trigger):
            return nature
        means_to = resolver.means_to(trigger)
        if means_to >= 0:
            return self._nature_of_means(means_to)
        governor = resolver.governor(trigger)
        if self.is_imagined() and governor in (-1, trigger - 1):
            return "considered"
        if self.lower[resolver.group_start(trigger) - 1] == "against":
            # "Warned Oslo against sending tanks", "decided against it", "is against it"
            return "blocked" if governor < 0 or self._is_undertaken(governor) else "considered"
        if governor < 0:
            return self._by_clause_over()
        if self._is_confirmed(governor):
            return None
        by_noun = self.tags[governor] == "O"
        kept = self.lower[resolver.group_start(trigger) - 1] == "from" and not by_noun
        kept = kept and self.tags[governor + 1] in "DX" and not self._is_negated(governor)
        told = self._by_noun_over(governor) if by_noun else self._nature_of(governor)
        return "blocked" if kept else told  # "kept Oslo from sending"

    def _by_noun_over(self, noun: int) -> str | None:
        """Read "rejected a request to send", "signed a deal to sell", "lacks the money to send"."""
        if self.lower[noun] in self.lexicon["claims"]:
            return None  # "rejected accusations of sending"
        above = self.resolver.verb_before(noun)
        if above >= 0 and not self.lexicon["complaints"].isdisjoint(self.lower[above:noun]):
            above = -1  # "rejected criticism over a plan to buy"
        if above >= 0 and self._gives_up(above):
            return "blocked"
        if above < 0 and self._comes_to_nothing():
            return "blocked"
        spent = above >= 0 and self.resolver.verb_is("spending", above)
        if spent or self.lower[noun] in self.lexicon["agreed"]:
            return self._nature_of_agreed(noun, above)  # "will use the loan to buy", too
        if self.lower[noun] in self.lexicon["programmes"]:
            told = self._nature_of_agreed(noun, above)
            return None if told == "announced" else told  # "has a programme to send"
        governed = self._nature_of(noun)
        if self.lower[noun] in self.lexicon["steps"] and above >= 0 and self.tags[above] == "I":
            taken = self.resolver.governor(above)  # "urged Oslo to take steps to send"
            governed = governed or (self._nature_of(taken) if taken >= 0 else None)
        if governed is None and self._leaves_open(noun):
            return "" if self._is_lacking(noun) else "considered"
        return governed

    def _nature_of_agreed(self, noun: int, verb: int) -> str | None:
        """Read "signed a deal to sell", "granted a licence to sell", "hopes to win an order"."""
        if self._is_lacking(noun) or (verb >= 0 and self._is_undone(verb)):
            return ""
        of = self.resolver.skip_left(noun - 1, "DXOE#")
        if self.tags[of] == "P" and self.lower[of - 1] in self.lexicon["weighing"]:
            return "considered"  # "talks on a deal to sell", "progress of a deal to sell"
        told = (self._nature_over(verb) or self._by_auxiliaries(verb)) if verb >= 0 else None
        return "announced" if told in (None, "alleged") else told  # "said an agreement to sell"

    def _leaves_open(self, governor: int) -> bool:
        """Tell "lacks the money to send", "on the verge of sending" from "went on to send"."""
        resolver, lower, lexicon = self.resolver, self.lower, self.lexicon
        joined = resolver.joined_deed(self.trigger)
        trigger = joined if joined >= 0 else self.trigger
        before = resolver.group_start(trigger) - 1
        if self.reading.item_at[governor] >= 0:
            return False  # "sent ships to deliver"
        if self.tags[trigger] == "G":
            statement = self.transfer.statement
            # "Accused Chadian companies of sending"
            accused = statement is not None and statement.act == "accuse"
            done = lexicon["habits"] | lexicon["claims"]  # "accusations of sending", too
            return lower[before] == "of" and lower[governor] not in done and not accused
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
        of = resolver.skip_left(resolver.group_start(trigger) - 1, "XD")
        gerund = self.tags[trigger] == "G" and self.lower[of] == "of"
        that = of if gerund else resolver.that_before(trigger)  # "the risk of Oslo sending"
        if that < 0 or not CLAUSE.isdisjoint(self.tags[that + 1 : resolver.group_start(trigger)]):
            return None
        over = self.resolver.skip_left(that - 1, "XPD")
        word = self.lower[over]
        weighed = word in self.lexicon["weighing"]
        if weighed and (verb := resolver.verb_before(over - 1)) >= 0 and self._gives_up(verb):
            return "blocked"
        if weighed or word in self.lexicon["maybe"]:
            ahead = gerund or "M" in self.tags[resolver.group_start(trigger) : trigger]
            return "considered" if ahead else "alleged"
        nature = self._nature_of(over) if self.tags[over] in "VIGE" else None
        return nature if nature in ("blocked", "considered") else None

    def _nature_of_means(self, verb: int) -> str | None:
        """Return the nature of "plans to help Chad by sending arms", where `verb` is "help"."""
        resolver = self.resolver
        if resolver.is_negated(verb):
            return ""
        if nature := self._by_words_before(verb):
            return nature
        governor = resolver.governor(verb)
        # Who tries or begins to help by sending arms sends them.
        tried = governor < 0 or self.reading.is_form(governor, ASPECT)
        return None if tried else self._nature_of(governor)

    def _governed_noun(self) -> str | None:
        """Read "suspended the delivery", "discussed a sale": the verb whose object the noun is."""
        over = self._noun_over()
        stopped = over >= 0 and self.lower[over] in self.lexicon["stoppages"]
        if told := self._by_stoppage(over) if stopped else self._by_verb_behind():
            return told
        if self.lower[over] in self.lexicon["weighing"]:
            return "considered"  # "talks on the sale of tanks", "the prospect of deliveries"
        if over >= 0 and self.lower[over] in self.lexicon["agreed"]:
            return self._nature_of_agreed(over, self.resolver.verb_before(over))
        if ahead := self._by_adjective():
            return ahead
        verb = self.resolver.verb_before(self.trigger - 1)
        if verb < 0 or self.trigger - verb > 8:
            return None
        lower, lexicon = self.lower, self.lexicon
        banned = not lexicon["bans"].isdisjoint(lower[verb : self.trigger])
        if banned and lower[verb] in lexicon["lifting"]:
            return "announced"  # "lifted the hold on deliveries"
        called = "call" in self.reading.lemmas(verb) and self.tags[verb + 1] not in "PB"
        if called or not lexicon["complaints"].isdisjoint(lower[verb : self.trigger]):
            return None  # "rejected criticism of its deliveries", "called its deliveries a crime"
        if self.lower[self.resolver.skip_left(self.trigger - 1, "DO#EGtX")] in CONCERNING:
            # "Rejected Chad's concern over its purchase", "asked about its purchase"
            return "alleged" if self._nature_of(verb) == "requested" else None
        nature, teller = self._nature_over(verb), self.transfer.statement
        said = nature == "alleged" and teller is not None and teller.match.trigger == verb
        # "Said deliveries would begin", "confirmed the arrival of tanks"
        return None if said or self._is_confirmed(verb) else nature

    def _by_stoppage(self, noun: int) -> str | None:
        """Read "a halt to deliveries", "mulled a pause in sales", "lifted the freeze on sales"."""
        verb, lifting = self.resolver.verb_before(noun), self.lexicon["lifting"]
        if self._is_lacking(noun) or self.resolver.preposition_over(noun) in ("at", "by", "until"):
            return None  # "no end to deliveries", "by the end of deliveries"
        if self.lower[verb] in lifting or self.lower[self._verb_behind()] in lifting:
            return "announced"
        weighed = verb >= 0 and self._nature_over(verb) == "considered"
        return "considered" if weighed else "blocked"

    def _by_adjective(self) -> str:
        """Tell "a possible sale", "its planned arms sales" from those that happen."""
        first = self.resolver.skip_left(self.trigger - 1, "OEG")
        before = self.lower[first + 1 : self.trigger]
        if not self.lexicon["maybe"].isdisjoint(before):
            return "considered"
        return "planned" if not self.lexicon["intended"].isdisjoint(before) else ""

    def _noun_over(self) -> int:
        """Return the noun of "talks on the sale of tanks", "an accord to sell them", or -1."""
        if self.tags[self.trigger] in "VI":
            return self.resolver.governor(self.trigger)
        at = self.resolver.skip_left(self.trigger - 1, "DXOE")
        if self.lower[at] not in ("of", "on", "over", "about", "for", "in", "to"):
            return -1
        # "The announcement by Oslo on the sale", "talks with Oslo on the sale"
        return at - 1 if self.tags[at - 1] != "X" else self.resolver.noun_with_agent(at - 1)

    def is_agreed(self) -> bool:
        """Tell what two sides have agreed on from what one of them permits."""
        over = self._noun_over()
        return over >= 0 and self.lower[over] in self.lexicon["agreed"] - self.lexicon["permits"]

    def _by_verb_behind(self) -> str:
        """Tell "the sale collapsed", "the delivery was suspended", "the sale was announced"."""
        if standing := self._by_standing(self.transfer.match.end):
            return standing
        verb = self._verb_behind()
        if verb < 0:
            return ""
        lower, lemmas = self.lower, self._lemmas(verb)
        lexicon = self.lexicon
        staying = lemmas & STAYING and self.tags[verb + 1] in "EV"
        if staying:
            verb, lemmas = verb + 1, self._lemmas(verb + 1)  # "remain suspended"
        if self.tags[verb] == "V" and not staying:
            return "blocked" if self._fails(verb) else ""
        if self.resolver.is_negated(verb):
            return ""
        if self._gives_up(verb) or lower[verb] in lexicon["lifting"]:
            return "blocked"  # "the sale was called off"; of a ban, it is over
        if lemmas & lexicon["scheduling"]:
            return "planned"
        if "by" in lower[verb : self.sentence.end] or self._is_confirmed(verb):
            return ""  # the delivery that "was confirmed" has been made
        return "announced" if lemmas & self.governors["announced"] else ""

    def _comes_to_nothing(self) -> bool:
        """Tell "a deal to sell tanks | collapsed", "plans to send them were scrapped"."""
        tags = self.tags
        first, end = self.transfer.match.end, self.sentence.end
        verb = next((at for at in range(first, end) if tags[at] in "VAM" or tags[at] in STOPS), end)
        finite = self.resolver.skip_right(verb, "AB") if verb < end else end
        if finite >= end or tags[verb] in STOPS or self.resolver.is_negated(finite):
            return False
        dropped = tags[finite] == "E" and self._gives_up(finite)
        return dropped or self._fails(finite) or self._by_standing(first) == "blocked"

    def _fails(self, verb: int) -> bool:
        """Tell "fell through", "collapsed"."""
        apart = self.lower[verb + 1] in ("through", "apart")
        lemmas = self._lemmas(verb)
        return ("fall" in lemmas and apart) or not self.lexicon["failing"].isdisjoint(lemmas)

    def _by_standing(self, first: int) -> str:
        """Read "the sale is (or was put) on hold", "jets for Chad under review", "a deal is dead".

        Not "the sale put the truce in doubt", nor "is off to a good start".
        """
        for token in range(first, self.sentence.end):
            if self.tags[token] in STOPS:
                break
            over = self.resolver.skip_left(token - 1, "B")
            put = self.tags[over] == "E" and self.lower[over] in PUT
            led = put or self.lower[over] in COPULAS or not STAYING.isdisjoint(self._lemmas(over))
            if not (led or VERBAL.isdisjoint(self.tags[first:token])):
                continue
            said = {" ".join(self.lower[token:end]) for end in range(token + 2, token + 5)}
            if led and self.tags[token + 1] not in "PT":
                said.add(self.lower[token])
            for name, nature in STANDING.items():
                if not said.isdisjoint(self.lexicon[name]):
                    return nature
        return ""

    def _verb_behind(self) -> int:
        """Return the verb whose subject a noun of giving is, or -1."""
        tags = self.tags
        if tags[self.trigger] != "O":
            return -1
        for token in range(self.transfer.match.end, self.sentence.end):
            if tags[token] in STOPS:
                return -1
            passive = tags[token] == "E" and "A" in tags[token - 2 : token]
            if tags[token] == "V" or passive or (tags[token] == "I" and tags[token - 1] == "M"):
                return token
        return -1

    def is_imagined(self) -> bool:
        """Tell "(said) sending tanks would help", of which nobody says that it happens."""
        left = self.trigger - 1
        opens = self.tags[left] in IMAGINED_LEFT or self.lower[left] in ("how", "why")
        begun = self.tags[left] not in "VG" or self.resolver.verb_is("no_gerund", left)
        return self.tags[self.trigger] == "G" and opens and begun
