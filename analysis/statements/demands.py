"""What somebody else has to do: the requests in what is said."""

from __future__ import annotations

from analysis.grammar import HAVE, NEEDING
from analysis.roles import Filler
from analysis.statements.content import TELL
from analysis.statements.named import is_party
from analysis.statements.naming import country_of
from analysis.statements.pairs import find_pair
from analysis.statements.pledges import Pledges

# So near behind "we need" stands what is asked for.
NEEDED_WITHIN = 6
# So near behind "told" begins whoever is told to do something.
TOLD_WITHIN = 2
# So near behind words of need stands for whom it is; for these it is one's own.
FOR_WITHIN, OURSELVES = 5, frozenset({"us", "me"})


class Demands(Pledges):
    """Reads in what is said whom it asks to act."""

    def demanded(self) -> list[Filler] | None:
        """Return who has to act, empty where nobody is named; None = nobody is asked for it."""
        for find_last in (self._obliged, self._told_to, self._wished):
            if (last := find_last()) >= 0:
                return self._named_at(last)
        needed = self._needed()
        return [] if needed is None and (self.asks_in_words() or self._commands()) else needed

    def asks_in_words(self) -> bool:
        """Tell "it is vital for Chad to", "it is vital to" from "for us", "for our army"."""
        at = self.worded.get("request", self.end)
        near = range(at, min(self.end, at + FOR_WITHIN))
        for whom in (t + 1 for t in near if self.lower[t] == "for"):
            head = self.reading.skip_right(whom, "DOEX", self.end) - 1
            own = self.is_own(head) and not self.is_other_at_home(head)
            return not (own or (self.tags[whom] == "p" and self.lower[whom] in OURSELVES))
        return at < self.end

    def _obliged(self) -> int:
        """Return the last token of who has to act, somebody other than the speaker, or -1."""
        for subject, after in self.modal_verbs("request"):
            if "N" in self.tags[subject + 1 : after] and self.lower[after - 1] == "to":
                continue  # "does not need to"
            verb = self.reading.skip_right(after, "BNQ", self.end - 1)
            # "Should never have been sent", not "must never have guns".
            perfect = self.lower[verb : verb + 1] == ["have"] and self.tags[verb + 1] in "EA"
            # "the kit they need to win": they are told to do nothing.
            relative = self.tags[subject] == "p" and self.tags[subject - 1] in "OXD"
            told_nobody = perfect or relative or self.lower[subject] in self.lexicon["no_demand"]
            undemanded = self.acts.speech.undemanded
            state = self.lower[verb] == "be" and self.lower[verb + 1] in undemanded
            if state or self.reading.is_form(verb, undemanded):
                continue  # "Kyiv must win", "the ship should be back by May"
            own = self.is_own(subject) and not self.is_other_at_home(subject)
            own = own and not self._is_call_for(subject, verb)
            if self.tags[subject] in "XOp" and not (told_nobody or own):
                return subject
        return -1

    def _is_call_for(self, subject: int, verb: int) -> bool:
        """Tell "we must end the war", which calls on all for a deed, from "we need to wait"."""
        told = (HAVE | NEEDING).isdisjoint(self.lower[subject:verb]) or self.is_outsider()
        called = self.lower[subject] == "we" and told
        return called and self.reading.is_form(verb, self.acts.speech.deeds)

    def _told_to(self) -> int:
        """Return the end of who is in "told Chad (not) to go", "told both sides to", or -1."""
        match = self.statement.match
        told = match.fillers.get("told")
        if match.rule.id != TELL or (told and told[0].first > match.end + TOLD_WITHIN):
            return -1
        end = told[0].end if told else self.reading.skip_right(match.end, "DO#E", self.end)
        named = told or is_party(self.lower[end - 1], self.acts.speech)
        return end - 1 if named and self.tags[end + (self.tags[end] == "N")] == "T" else -1

    def _wished(self) -> int:
        """Return the end of who is to act in "insists (that) Chad | withdraw", or -1."""
        match = self.statement.match
        if not match.resolver.verb_is("proposing", match.trigger):
            return -1
        mention = self.reading.named_at(self.first + (self.lower[self.first] == "that"))
        if mention is None or mention.plural:
            return -1
        verb = mention.end
        return verb - 1 if self.lower[verb] in self.reading.lemmas(verb) else -1

    def _needed(self) -> list[Filler] | None:
        """Return of whom "we need shells", "we need Chad's help" asks; None: "they need sleep"."""
        for verb in self.find(NEEDING, self.reach):
            subject = self.statement.match.resolver.group_start(verb) - 1
            if self.tags[verb] == "V" and self.is_own(subject):
                near = range(verb + 1, min(self.end, verb + NEEDED_WITHIN))
                noun = next((t for t in near if self.lower[t] in self.acts.speech.needed), 0)
                end = noun + 1 + 2 * (self.lower[noun + 1 : noun + 2] in (["of"], ["from"]))
                if noun:
                    own = self.statement.own_countries | {""}
                    named = self.reading.mentions_between(verb + 1, end)
                    whose = [number for number, mention in named if mention.country not in own]
                    return [self.reading.filler(number, "who must") for number in whose[:1]]
        return None

    def _commands(self) -> bool:
        """Tell whether a quotation has an order: "Stop it", "Do not wait", "let them prove it"."""
        at = self.reading.skip_right(self.first, "Q,B", self.end - 1)
        opens = at > self.first and bool(self.reading.text.quotes[at])
        if self.lower[at] == "do" and self.tags[at + 1] == "N":
            return opens
        orders = self.lower[at] in (self.acts.speech.deeds | self.lexicon["called_to"]) - {"let"}
        orders = opens and orders and self.tags[at + 1] in "DXp"
        return orders or any(map(self._lets_others, self.find({"let"}, self.reach)))

    def _lets_others(self, let: int) -> bool:
        """Tell "let them prove it", which others are to do, from "let us see", "let them cry"."""
        told = self.reading.skip_right(let + 1, "DXOEp", self.end - 1)
        others = told > let + 1 and self.lower[let + 1] not in OURSELVES
        opens = self.reading.text.quotes[let] and self.tags[let - 1] in "Q,;"
        return bool(opens) and others and self.lower[told] in self.lexicon["called_to"]

    def _named_at(self, token: int) -> list[Filler]:
        """Return who the subject that ends at a token is: "Chad", "the rebels"; not a thing."""
        mention, number = self.reading.named_at(token), self.reading.mention_at[token]
        if mention is not None and not mention.name:
            return []
        of = self.reading.skip_left(token - 1, "DO", self.first)
        if mention is not None:
            who = self.reading.filler(number, "who must")
        elif self.lower[of] == "of" and is_party(self.lower[of - 1], self.acts.speech):
            first = self.reading.skip_left(of - 1, "OD#", self.first) + 1
            return [Filler(first, token + 1, how="who must")]  # "the nations of the region"
        elif self.lower[token] in self.home:  # "the country", of a speaker of no state
            told = self.reading.text.owners.get(token - 1, -1)
            state = self.reading.named_at(told) if told >= 0 else None
            others = state is not None and state.country not in self.statement.own_countries
            return self._named_at(told) if others or (state and self.is_outsider()) else []
        elif not is_party(self.lower[token], self.acts.speech):
            return []
        else:
            first = self.reading.skip_left(token - 1, "O#DX", self.first) + 1
            if self.tags[first - 1] == "C":  # "Chad and other states must"
                return self._named_at(first - 2)
            who = Filler(first, token + 1, how="who must")
            own = self.statement.own_countries
            if pair := find_pair(self.reading, who):
                return [one for one in pair if country_of(self.reading, one) not in own]
        before = who.first - 1 - (self.tags[who.first - 1] == "D")
        if mention is not None and not mention.country and self.tags[before] == "C":
            return self._named_at(before - 1)  # "Chad and its allies must"
        # "sanctions on Chad must end"
        return [] if before >= self.first and self.tags[before] == "P" else [who]
