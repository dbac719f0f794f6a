"""Words for a place named before: "there", "the city"; "here" in the town of a dateline."""

from __future__ import annotations

from analysis.actors.mention import Mention
from analysis.grammar import POSSESSIVE_PRONOUNS
from analysis.reading import Filler
from analysis.roles.clause import Clause

TOLD_BEFORE = "place told before"
# A place is told of so many sentences before it is taken up.
WITHIN = 3
# "The country" is the one of which so few sentences before tell.
NEWS_WITHIN = 2
NO_STATES = frozenset({"", "IGO"})
# States that are towns.
CITY_STATES = frozenset({"SGP", "HKG", "MAC", "MCO", "VAT"})
# What one says of a place behind these has happened there.
LOCATING = frozenset({"in", "to", "at", "for", "into", "near"})
ANY = frozenset({"any", "either", "both", "all", "one", "none"})


class Places(Clause):
    """Finds which place a word takes up."""

    def there(self, index: int) -> Filler | None:
        """Read "there" as the last place named, "here" as that of the dateline."""
        word = self.lower[index]
        if word == "here":
            town = self.reading.town  # which opens the text
            return Filler(index, index + 1, mention=0, how=TOLD_BEFORE) if town else None
        following = self.tags[index + 1 : index + 2]
        if word != "there" or following in (["A"], ["M"], ["V"]):
            return None  # "there is", "there will be", "officials there say"
        return self._last(index, index + 1, towns=False)

    def place_behind(self, start: int) -> Filler | None:
        """Read the noun phrase that starts at a token as a place, if it is "the city" or such."""
        if start + 1 >= self.end or self.lower[start] not in ("the", "that", "this"):
            return None
        lexicon, index = self.lexicon, start + 1
        while index < min(self.end, start + 4) and self.tags[index] in "OX#":
            word = self.lower[index]
            if word in lexicon["place_nouns"] and self._ends_phrase(index):
                towns = word in lexicon["town_nouns"]
                last = self._last(start, index + 1, towns=towns)
                return last or self._state_visited(start, index + 1, towns=towns)
            index += 1
        return None

    def _ends_phrase(self, noun: int) -> bool:
        """Tell "the city" from "the city of Petra", "the city council"."""
        following = noun + 1
        return following >= self.end or (
            self.tags[following] not in "OX" and self.lower[following] != "of"
        )

    def _names_a_place(self, index: int) -> bool:
        """Tell the "of" of "the Swiss resort of Davos", behind which the place is named."""
        if self.lower[index] != "of" or index + 1 >= self.end or self.tags[index + 1] != "X":
            return False
        return self.lower[index - 1] in self.lexicon["place_nouns"]

    def gapped(self, index: int) -> int:
        """Return where the next object of "visited Chad in 2001 and | Mali in 1996" is, or the end.

        Without a time of its own it is of another clause: "visited Chad in 2001 and Mali agreed".
        """
        behind = self.skip_right(self.skip_right(index + 1, "OE"), "X")
        if self.lower[index] == "in" and self.tags[index - 1] + self.tags[behind - 1] == "XX":
            end = self.skip_right(behind, "DO#")  # "gave the rebels in Chad | ten rifles"
            if max(self.reading.item_at[behind:end], default=-1) >= 0:
                return behind
        if (again := self._given_on(index)) >= 0:
            return again
        joined = self.past_times(index)
        if joined == index or self.tags[joined : joined + 1] not in (["C"], [","]):
            return self.end
        following = behind = joined + 1 + (self.tags[joined + 1 : joined + 2] == ["D"])
        while self.tags[behind : behind + 1] == ["X"]:
            behind = self.reading.mentions[self.reading.mention_at[behind]].end
            if self.past_times(behind) > behind:
                return following
            behind += self.tags[behind : behind + 1] == ["C"]  # "and Mali and Niger in 1996"
        return self.end

    def _given_on(self, lead: int) -> int:
        """Return where the next thing of "tanks to Oman and Mali, | rifles to Chad" is, or -1."""
        behind = self.skip_right(lead + 1, "DX")
        while "".join(self.tags[behind : behind + 2]) in ("CX", ",X"):
            again = self.skip_right(behind + 1, "DX")
            if self.lower[again] == self.lower[lead] or self.reading.item_at[again - 1] >= 0:
                break  # "to Oman and | US missiles to"
            behind = again
        if self.tags[behind] not in ",C" or self.tags[lead + 1] not in "DX":
            return -1
        first = self.skip_right(behind, ",C")
        end = self.skip_right(first, "DO#EX")
        again = self.lower[end] == self.lower[lead] and self.reading.item_at[end - 1] >= 0
        return first if again else -1

    def _lists_places(self, mark: int) -> bool:
        """Tell the marks of "to Hanoi, Vietnam; Manila, Philippines; and Singapore"."""
        following = mark + 1 + (self.tags[mark + 1 : mark + 2] == ["C"])
        if self.tags[following : following + 1] != ["X"] or self.tags[mark - 1] != "X":
            return False
        if self._opens_clause(following):
            return False  # "sent tanks to Hanoi; Manila sent none"
        ends = self.reading.mention_at[mark - 1], self.reading.mention_at[following]
        return all(self.reading.mentions[number].is_place for number in ends)

    def _last(self, first: int, end: int, *, towns: bool) -> Filler | None:
        """Return the last place that something is said to have happened in, as [first, end)."""
        sentences = self.reading.text.sentences
        number = self.reading.text.sentence_of[first]
        begin = sentences[max(0, number - WITHIN)].first
        island = self.lower[end - 1] == "island"
        for found, place in reversed(self.reading.mentions_between(begin, first)):
            # "Left Havana", which is on one
            on_one = place.is_place and place.country in self.lexicon["island_states"]
            if on_one if island else self._is_told(place, towns=towns):
                return Filler(first, end, mention=found, how=TOLD_BEFORE)
        return None

    def _state_visited(self, first: int, end: int, *, towns: bool) -> Filler | None:
        """Read "praised Chad on a visit to the country": the state named last in its sentence."""
        journey = first - 2 >= self.first and self.lower[first - 2] in self.lexicon["journeys_told"]
        for found, mention in reversed(self.reading.mentions_between(self.first, first)):
            if self._is_state(mention, towns=towns):
                return Filler(first, end, mention=found, how=TOLD_BEFORE) if journey else None
        return None if towns else self._state_of_news(first, end)

    def _state_of_news(self, first: int, end: int) -> Filler | None:
        """Read "Chad is in turmoil. Ruto visited the country": the one state told of before.

        Not that of anybody whom the sentence itself names.
        """
        mentions, sentences = self.reading.mentions_between, self.reading.text.sentences
        own = {mention.country for _, mention in mentions(self.first, first)}
        number = self.reading.text.sentence_of[first]
        for sentence in reversed(sentences[max(0, number - NEWS_WITHIN) : number]):
            named = [
                (found, mention)
                for found, mention in mentions(sentence.first, sentence.end)
                if mention.country not in own | NO_STATES
            ]
            states = [found for found, mention in named if mention.kind == "state"]
            if named:
                alone = len({mention.country for _, mention in named}) == 1 and states
                return Filler(first, end, mention=states[-1], how=TOLD_BEFORE) if alone else None
        return None

    def _is_told(self, mention: Mention, *, towns: bool) -> bool:
        before, between = mention.first - 1, {",", *self.lexicon["parts_of_lands"]}
        while before > 0 and (self.tags[before] == "D" or self.lower[before] in between):
            before -= 1  # "in northern Chad"
        if self.lower[before] in ("'s", "’s"):  # "in Russia's Kursk region"
            before = self.reading.mentions[self.reading.mention_at[before - 1]].first - 1
        if before < 0 or not mention.is_place or mention.possessive:
            return False
        located = self.lower[before] in LOCATING or "visit" in self.reading.lemmas(before)
        return located and (mention.kind != "state" or self._is_state(mention, towns=towns))

    @staticmethod
    def _is_state(mention: Mention, *, towns: bool) -> bool:
        """Tell a state; of "the city" one that is a town."""
        return mention.kind == "state" and (not towns or mention.country in CITY_STATES)

    def leads_to_sides(self, preposition: int, index: int) -> bool:
        """Read "to either side in Chad", "to bases near Lomé", "from a firm (based) in Chad"."""
        word, before, lead = self.lower[index], self.lower[index - 1], self.lower[preposition]
        own = self.lower[preposition + 1] in POSSESSIVE_PRONOUNS  # "to their bases in Chad"
        if own or self.tags[index] != "P" or index == preposition + 1:
            return False
        if word == "in" and lead in ("to", "from", "by"):
            noun = self.lower[index - 1 - (before in self.lexicon["set_up"])]
            if noun in self.lexicon["state_firms"] | self.lexicon["seated"]:
                return True
        if lead not in ("to", "into"):
            return False
        if word == "of":
            return before in ANY
        side = before in self.lexicon["fighting_sides"] and word in ("in", "to")
        based = before in self.lexicon["warfare"] | self.lexicon["own_forces"]
        town = self.reading.kind_at(index + 1) in ("city", "capital")  # not "near Chad"
        return side or (based and (word == "in" or (town and word in ("near", "outside", "at"))))
