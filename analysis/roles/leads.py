"""Which prepositions belong to a word: those behind it in its clause."""

from __future__ import annotations

from analysis.roles.place_lists import PlaceLists

# These take up a place told before.
HERE = frozenset({"there", "here"})
# "Halted sales after pressure | from Oslo": what follows these belongs to the noun behind them.
APART = frozenset("after before following amid amidst despite since until pending".split())
OF_NOUNS = frozenset("from by of with between against".split())


class Leads(PlaceLists):
    """Lists the prepositions that lead on from a word."""

    def _list_leads(self, trigger: int) -> list[int]:
        """Return the prepositions behind a trigger in its clause, "there" and "here" among them."""
        tags, lower = self.tags, self.lower
        found: list[int] = []
        passed = trigger
        for index in range(trigger + 1, self.end):
            tag = tags[index]
            if tag == "Q" or lower[index] == "(":
                passed = max(passed, self._end_of_name(index))
            if index <= passed:
                continue
            if tag in "PT":
                infinitive = tag == "T" and tags[index + 1 : index + 2] == ["I"]
                before = lower[index - 1]
                linked = before in self.lexicon["links"] and lower[index] == "to"
                # "Sent jets as a warning | to Chad", where nothing is sent to Chad.
                telling = index - 1 > trigger and before in self.lexicon["telling_nouns"]
                told = telling and lower[index - 3 : index - 1] in (["as", "a"], ["in", "a"])
                apart = lower[index] in OF_NOUNS and self._is_apart(found)
                apart = apart or self.is_of_topic(index, trigger)
                agent = lower[index] == "by" and not self.is_by_doer(index, trigger)
                compound = before in self.lexicon["compound_leads"]
                compound = compound and tags[index - 1] != "B"  # "travels next | to Oslo"
                if not (compound or infinitive or told or linked or apart or agent):
                    found.append(index)
            elif lower[index] in HERE:
                found.append(index)
            elif tag in "S;RQVM,CA" and self._stops(index, trigger):
                break
        return found

    def _is_apart(self, before: list[int]) -> bool:
        """Tell whether the last preposition says when or why: "after | pressure", "after being"."""
        last = before[-1] if before else -1
        return last >= 0 and self.lower[last] in APART and self.tags[last + 1] not in "GAVE"

    def is_of_topic(self, lead: int, trigger: int) -> bool:
        """Tell "spoke of working | with Oslo", "about its ties | with" from "about it | with"."""
        lower = self.lower
        before = range(trigger + 1, lead if lower[lead] in ("with", "to") else 0)
        topic = next((at for at in before if lower[at] in ("about", "of")), -1)
        ties = lower[topic] == "about" and lower[lead - 1] in self.lexicon["dealings_with"]
        doing = self.tags[topic + 1] == "G" and self.reading.item_at[topic + 1] < 0
        return topic >= 0 and (ties or doing)

    def _end_of_name(self, mark: int) -> int:
        """Return the last token of a title or abbreviation that a mark opens, or -1.

        So "in" leads on in "a forum titled “Peace” in Oslo", "the African Union (AU) summit in".
        """
        if self.lower[mark] == "(" and self.lower[mark + 2 : mark + 3] == [")"]:
            return mark + 2
        titled = self.lower[mark - 1] in self.lexicon["titled"]
        if not titled or self.tags[mark] != "Q":
            return -1
        end = mark
        while end + 1 < self.end and self.quotes[end + 1] == self.quotes[mark]:
            end += 1
        return end

    def _stops(self, index: int, trigger: int) -> bool:
        """Tell whether what stands behind a trigger no longer belongs to it at a token."""
        tag = self.tags[index]
        if tag in ",C":
            # "Rebels armed and | trained by Oslo"
            joined = set(self.tags[trigger : index + 2]) <= set("EC,")
            return self._ends_clause(index + 1) and not joined
        # "Men hurt in a raid | are in Oslo", not "a summit | to be held", "the raid that | was".
        apart = tag == "A" and self.tags[trigger] == "O" and self.tags[index - 1] not in "TR"
        if tag in "S;" or (apart and self.preposition_over(trigger) in ("in", "during", "from")):
            return True
        if index == trigger + 1:
            return False
        if tag == "A":
            return self._is_of_main(index, trigger)
        if tag == "R":
            return self.tags[index - 1] != "P"
        if tag == "Q":
            apart = self.quotes[index] != self.quotes[trigger]
            return apart and not self.is_short_quotation(index)
        return True
