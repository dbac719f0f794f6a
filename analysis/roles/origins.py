"""Where things come from: who makes them, whence they came, in whose hands they are."""

from __future__ import annotations

from dataclasses import replace

from analysis.grammar import HAVE, POSSESSIVE_PRONOUNS
from analysis.reading import Filler
from analysis.roles.nouns import Nouns

# Between these and an item nobody is named who makes it.
MARKS = frozenset({".", ";", ":", "(", ")"})
# Behind participles of these lists such words lead to who made an item, or sent it.
MADE_BY = {"made": ("in", "by"), "given": ("by",), "bought": ("from",)}
# Behind these stands what somebody is blamed or thanked for, or linked to.
BLAMED = frozenset({"over", "for", "about"})
LINKING = frozenset({"link", "tie", "connect", "implicate", "involve"})
# "A deal under which Oslo gets tanks".
UNDER = ["under", "which"]
BOUGHT_IN = (["bought", "in"], ["purchased", "in"], ["procured", "in"])


class Origins(Nouns):
    """Finds makers, senders and holders of items."""

    def maker(self, token: int) -> list[Filler]:
        """Whose make items are: "a North Korean missile", "Iranian-made drones"; with the item."""
        found: list[Filler] = []
        for item in self.reading.item_fillers(self.first, self.end):
            for name in self._joined_makers(self._maker_of(item.first, item.end)):
                maker = self.reading.filler(name, f"maker of item {item.item}")
                found.append(replace(maker, item=item.item))
        return found

    def _joined_makers(self, maker: int) -> list[int]:
        """Add those joined to a maker: "Turkish, Chinese and 60 Iranian drones"."""
        if maker < 0:
            return []
        makers, joins = [maker], "C"
        index = self.reading.mentions[maker].first - 1
        index -= self.tags[index] == "#" and self.tags[index - 1] in "C,"
        while index > self.first and (self.tags[index] in joins or self.lower[index] == "-"):
            index -= self.tags[index - 1] == ","
            before = self.reading.mention_at[index - 1]
            if before < 0 or self.reading.mentions[before].kind not in ("demonym", "state"):
                break
            makers.insert(0, before)
            index, joins = self.reading.mentions[before].first - 1, ","
        return makers

    def _made_in(self, end: int) -> int:
        """Return the mention of "drones made in Turkey", "of Turkish origin", or -1."""
        if end + 2 >= self.end:
            return -1
        if self.lower[end] == "of" and (named := self.reading.mention_at[end + 1]) >= 0:
            behind = self.reading.mentions[named].end
            made = not self.lexicon["origin"].isdisjoint(self.lower[behind : behind + 1])
            return named if made else -1
        end += self.lower[end] == ","
        end = self.skip_right(end, "B")  # "newly acquired from"
        word = self.lower[end]
        leading = next((by for how, by in MADE_BY.items() if word in self.lexicon[how]), ())
        index = self.skip_right(end + 2, "D")
        told = self.lower[end + 1] in leading and self.tags[index : index + 1] == ["X"]
        return self.reading.mention_at[index] if told else -1

    def _maker_of(self, first: int, end: int) -> int:
        """Return the mention inside or before an item that makes it, or -1."""
        made_in = self._made_in(end)
        if made_in >= 0:
            return made_in
        inside = self.reading.mention_at[first]
        if inside >= 0 and self.reading.mentions[inside].country:
            start = self.reading.mentions[inside].first
            return -1 if self.lower[start - 2 : start] == ["non", "-"] else inside
        first -= 1
        while self.lower[first - 1] == "-" and self.tags[first] != "X":
            first -= 2  # "state-of-the-art missiles"
        for index in range(first, max(self.first - 1, first - 5), -1):
            if self.tags[index] == "X":
                number = self.reading.mention_at[index]
                mention = self.reading.mentions[number]
                if self.lower[mention.first - 2 : mention.first] == ["non", "-"]:
                    return -1
                made = self.lower[mention.end] == "-" or mention.possessive
                owned = mention.possessive and mention.kind == "organisation"
                made = made or self.reading.text.words[mention.first].isupper()
                named = mention.kind == "demonym" or (owned and bool(mention.country))
                return number if named or (mention.kind == "state" and made) else -1
            if self.lower[index] in POSSESSIVE_PRONOUNS:
                whose = self._antecedent(index)  # "says its troops are in Oman"
                return whose.mention if whose else -1
            if self.tags[index] == "Q" and index == first:
                continue  # "new Russian “instructors”"
            if not self._describes(index) or self.lower[index] in MARKS:
                break
        return -1

    def _describes(self, index: int) -> bool:
        """Tell what may stand between a maker and an item: "Iranian-made ballistic and cruise"."""
        joined = self.tags[index] == "C" and self.reading.item_at[index - 1] < 0
        if self.lower[index] in self.lexicon["attributes"]:
            return True  # "Iranian advanced missiles"
        return self.tags[index] in "OE#;" or (joined and self.tags[index - 1] in "OE")

    def whence(self, token: int) -> list[Filler]:
        """The place last named before a token from which something comes, or where it is made."""
        for index in range(token - 1, self.first, -1):
            if self.lower[index] == ";":
                break
            made = self.lower[index] == "in" and self.lower[index - 1] in self.lexicon["made"]
            if (made or self.lower[index] == "from") and self.reading.tags[index + 1] == "X":
                return [self._mention_filler(index + 1, "whence it comes")]
        return []

    def attached(self, verb: int, prepositions: frozenset[str]) -> list[Filler]:
        """What a preposition behind the subject names: "arms from Croatia reached the rebels"."""
        subject = self.find_subject(verb, 0)
        if subject is None:
            return []
        behind = range(subject.end, self.group_start(verb))
        # No phrase of another clause: "the arms, which Chad bought from Croatia, were sold".
        behind = range(behind.start, next((i for i in behind if self.tags[i] == "R"), behind.stop))
        leads = (
            i
            for i in behind
            if (self.lower[i] in prepositions and self.tags[i] in "PG")
            # "Arms bought in Croatia reached the rebels"
            or ("from" in prepositions and self.lower[i - 1 : i + 1] in BOUGHT_IN)
        )
        # "A round of talks with Chad was held" is one with Chad.
        found = (list(self._inside(lead)) for lead in leads)
        known = (named for named in found if any(f.mention + f.item > -2 for f in named))
        return next(known, [])

    def before_passive(self, verb: int, prepositions: frozenset[str]) -> list[Filler]:
        """What a preposition leads to before a passive: "talks with Chad were suspended"."""
        subject = self.find_subject(verb, 0)
        if subject is None or subject.first <= self.first:
            return self.attached(verb, prepositions)
        lead = subject.first - 1
        # "A deal with Chad and | Niger was signed"
        lead = self.skip_left(lead, "DCX" if self._is_verbless(lead) else "D")
        led = self.tags[lead] == "P" and self.lower[lead] in prepositions
        return list(self._inside(lead)) if led else self.attached(verb, prepositions)

    def partner(self, verb: int) -> list[Filler]:
        """With whom it is agreed to do it: "a deal with Chile to sell", "under which it gets"."""
        to = self.group_start(verb) - 1
        about = self.tags[verb] == "G" and self.lower[to] in ("on", "about", "over")
        if self.tags[to] != "T" and not about:
            under = (at for at in range(self.first, to) if self.lower[at : at + 2] == UNDER)
            to = next(under, self.first)
        index = self.skip_left(to - 1, "XODC,#")
        if index <= self.first:
            return []
        agreeing = self.lexicon["agreeing"]
        agreed = max(self.first, self.predicate_before(index))
        words = {*self.reading.lemmas(agreed), *self.lower[agreed:to]}
        if agreeing.isdisjoint(words):
            return []
        if self.lower[index] == "with":
            return list(self._inside(index))
        # "Oslo and Rome signed a deal under which Oslo gets tanks"
        sides = self.subject(agreed) if self.lower[to : to + 2] == UNDER else []
        own = self.reading.countries(self.surface_subject(verb))
        return [one for one in sides if own.isdisjoint(self.reading.countries([one]))]

    def author(self, noun: int) -> list[Filler]:
        """Who brings about what a noun tells: "announced the expulsion", "ordered his arrest"."""
        index = noun - 1
        while index > self.first and self.tags[index] in "DO#EGtB" and not self._brings(index):
            index -= 1
        index -= self.lower[index] == "out"
        return self.subject(index) if index >= self.first and self._brings(index) else []

    def _brings(self, verb: int) -> bool:
        """Tell whether a verb brings its object about: not in "plans to order", "did not order"."""
        if not self.reading.is_form(verb, self.lexicon["bringing"]):
            return False
        planned = self.tags[verb] == "I" and self.tags[self.group_start(verb) - 1] == "T"
        is_verb = self.tags[verb] in "VIGE" and not planned
        return is_verb and not self.is_passive(verb) and not self.is_negated(verb)

    def blamed(self, noun: int) -> list[Filler]:
        """Who is blamed or thanked for what a noun tells: "criticised Oslo over its arms sales"."""
        index = self.skip_left(noun - 1, "DO#XBE")
        verb = self.verb_before(index - 1)
        if verb < 0:
            return []
        penal = not self.lexicon["penalties"].isdisjoint(self.lower[verb:index])
        if self.lower[index] in BLAMED and penal:  # "imposed sanctions on Oslo for its arms sales"
            punished = self._noun_phrase_ending(index - 1)
            return [punished] if punished.mention >= 0 else []
        linked = self.lower[index] in ("to", "with", "in") and self.reading.is_form(verb, LINKING)
        blamed = self.lower[index] in BLAMED and self.verb_is("object_control", verb)
        if not (linked or blamed):
            return []
        return [filler for filler in self.object(verb) if filler.mention >= 0]

    def holder(self, giving: int) -> list[Filler]:
        """Who has what is given: "the rebels have rockets supplied by Iran", "that Iran sent"."""
        start = self.group_start(giving)  # "newly acquired"
        if self.tags[giving] != "E" or "A" in self.tags[start:giving]:
            sent = [part for part in self._fronted_object(giving) if part.item >= 0]
            if not sent or self.tags[giving] == "I":
                return self._user_of(giving)
            start = sent[0].end
        verb = self.predicate_before(start - 1)
        if verb < 0:
            return []
        holding = self.lexicon["holding"]
        if self.lower[self.skip_left(start - 1, "DO#EX")] == "with":
            holding = holding | self.lexicon["firing"]  # "hit the town with rockets sent by Iran"
        held = self.lower[verb] in HAVE or self.reading.is_form(verb, holding)
        return self.subject(verb) if held and not self.is_passive(verb) else []

    def _user_of(self, verb: int) -> list[Filler]:
        """Who uses what is given: "rockets fired by Chad were supplied", "sold guns Chad uses"."""
        given = self.object(verb)
        if not given or not self.first < given[-1].end < self.end:
            return []
        user = given[-1].end
        if self.verb_is("taking", user) and self.lower[user + 1 : user + 2] == ["from"]:
            return list(self._inside(user + 1))  # "rockets captured from the rebels were"
        if self.tags[user] == "E" and self.lower[user + 1 : user + 2] == ["by"]:
            return self.subject(user) if self.verb_is("holding", user) else []
        name = self.skip_right(user, "DR")
        uses = self.tags[name] == "X" and self.verb_is("using", self.skip_right(name, "XOAB"))
        return [self._mention_filler(name, "uses it")] if uses else []
