"""What names "and" joins: "the US, South Korea and Ukraine"."""

from __future__ import annotations

from analysis.grammar import HIS_OR_HER, PARTICLES
from analysis.reading import Filler
from analysis.roles.phrases import Phrases
from analysis.roles.verb_groups import VERBS
from analysis.tagging.participles import LEADING

# A name right before the verb is its subject even after these: "after Russia sent …".
CLAUSE_PREPOSITIONS = frozenset({"after", "before", "since", "until", "as", "than", "with"})
# They open a list of those who do it: "leaders including Ruto and Kishida".
LISTING = frozenset({"including", "like"})
BEFORE_SUBJECTS = CLAUSE_PREPOSITIONS | LISTING
JOINED = "joined to the subject"
# What leads from people to their states: "ministers from Chad and Mali met".
WHENCE = frozenset({"from", "of", "in"})
# Who stands behind these before an infinitive is to do it: "a plan by Oslo and Rome to send".
AGENTS_OF = frozenset({"by", "for"})
# … and behind a request, "to": "a call to Iran and Syria to stop".
ADDRESSED = AGENTS_OF | {"to"}
BEFORE_INFINITIVE = "named before the infinitive"
# Who stands behind these does it too: "Oslo, along with Rome, sent it".
ALONG = (
    ["along", "with"], ["together", "with"], ["as", "well", "as"], ["alongside"],
    ["in", "addition", "to"], ["joined", "by"],
)  # fmt: skip


class Joined(Phrases):
    """Adds to a name those joined to it."""

    def _joined_left(self, filler: Filler) -> list[Filler]:
        """Add the names joined to a subject: "the US, South Korea and Ukraine"."""
        if filler.mention < 0:
            listed = self.tags[filler.first] in "DX"
            found = self._list_ending(filler) if listed else [filler]
            # "Chad and a French firm signed", no "by Chad and the firms that signed"
            joined = [] if len(found) > 1 and self._is_governed_list(found) else found[:-1]
            return [*joined, *self._whose_company(filler), filler]
        found = self._list_ending(filler)
        return [filler] if len(found) > 1 and self._is_governed_list(found) else found

    def _list_ending(self, last: Filler) -> list[Filler]:
        """Return the names of the list that ends with one, in their order."""
        found, joined = [last], False
        index = self.before_brackets(last.first - 1)
        while index > self.first and (
            self.tags[index] == "O"
            or (self.tags[index] == "#" and self._is_group(last))  # "and two rebel groups"
            or (self.tags[index] == "X" and self.reading.kind_at(index) == "demonym")
            or self._owns(index)
        ):
            index -= 1  # "and his Chinese counterpart Wang Yi", "and Chad's Ali Sow"
        while index > self.first:
            tag = self.tags[index]
            if joined and (before_it := self.before_brackets(index)) < index:
                index = before_it  # "Ruto (left) and Eide"
            elif tag == "C" or (tag == "," and joined) or tag == "D":
                joined = joined or tag == "C"
                index -= 1
            elif joined and self.lower[index : index + 2] in ALONG:
                index -= 1
            elif index in self.hidden or (tag == "B" and self.tags[index - 1] == "C"):
                index -= 1  # "Oslo and, later, Rome", "Oslo but also Rome"
            elif tag in "#O" and self.tags[index - 1] in ",C" and self._is_group(found[0]):
                index -= 1  # "Ruto, six ministers and a delegation"
            elif tag in "Xp" and joined:
                before = self._holder(self._mention_filler(index, JOINED))
                head = self._before_owner(before.first - 1)
                if self._is_no_part(before, head):
                    break
                found.insert(0, before)
                index = head
            else:
                break
        if index == self.first and joined and self.tags[index] == "X":
            found.insert(0, self._mention_filler(index, JOINED))
        return found[-1:] if self._is_not_but(found) else found

    def _is_not_but(self, found: list[Filler]) -> bool:
        """Tell "not Oslo but Rome", of which only the last is meant, from "not only Oslo but"."""
        first, last = found[0].first, found[-1].first
        at = self.skip_left(first - 1, "DO")
        return at >= self.first and self.lower[at] == "not" and "but" in self.lower[first:last]

    def _is_person(self, filler: Filler) -> bool:
        return self.reading.kind_of(filler) == "person"

    def _holder(self, name: Filler) -> Filler:
        """Return the person of "Ruto of Kenya" by the state; any other name itself."""
        of = name.first - 1
        if of <= self.first or self.lower[of] != "of" or self.tags[of - 1] != "X":
            return name
        before = self._mention_filler(of - 1, JOINED)
        return before if self._is_person(before) else name

    def _over_joined(self, before: int, filler: Filler) -> int:
        """Return the "from" of "ministers from France and | Germany"; else `before` itself.

        In "Silva of France and | Costa of Malta" the states are no list with the people.
        """
        index, listed, person = before, False, self._is_person(filler)
        while index > self.first and self.tags[index - 1] == "X":
            if person and not self._is_person(self._mention_filler(index - 1, JOINED)):
                break
            if self.tags[index] != ("," if listed else "C"):
                break
            index, listed = self._mention_filler(index - 1, "joined").first - 1, True
            index -= self.tags[index] == "D"  # "officials from | the | army and navy"
        described = index > self.first and self.tags[index - 1] == "X"
        bodies = index > self.first and self.lower[index - 1] in self.lexicon["acting_bodies"]
        sent = bodies or self.reading.item_at[index - 1] >= 0
        if listed and sent and self.lower[index] == "from":
            return index  # "delegations from Chad and Niger", "tanks from Chad and Niger"
        # "With officials in Oslo, Chad and Mali signed": what a comma closes is no list.
        closed = described and "," in self.tags[index + 1 : before] and self._is_governed(index - 1)
        whence = self.lower[index] == "from" or (self.lower[index] in WHENCE and not closed)
        return index if listed and described and whence else before

    def _is_governed(self, name: int) -> bool:
        """Tell whether a preposition stands before the noun phrase that ends in a name."""
        index = self.skip_left(self._mention_filler(name, "described").first - 1, "XOD#")
        return index >= self.first and self.tags[index] == "P"

    def _is_no_part(self, name: Filler, head: int) -> bool:
        """Tell the owner "Oslo's" and the place of "At a summit in Lusaka, Zambia and Malawi"."""
        owns = self.reading.mentions[name.mention].possessive
        if owns or self.tags[name.end] != "," or head < self.first:
            return owns
        # "Without informing Oslo, Zambia and Malawi signed": Oslo is the object of another verb.
        firms = self.lower[head - 1] in self.lexicon["state_firms"]  # "firms in | Oslo and Rome"
        governed = self.tags[head] == "P" and self.lower[head] not in LISTING and not firms
        return governed or self.tags[head] == "G"

    def _is_governed_list(self, found: list[Filler]) -> bool:
        """Tell "after talks with Chad and Mali | sent" from "a group led by Chad and Mali sent"."""
        head = self.skip_left(found[0].first - 1, "DO")
        one = self._is_of_one(found[-1].end)
        if one is not None or head < self.first or self.tags[head] != "P":
            return bool(one)
        word, before = self.lower[head], self.lower[head - 1]
        bodies = self.lexicon["acting_bodies"] | self.lexicon["state_bodies"]
        return not (
            word in BEFORE_SUBJECTS
            or (word in ADDRESSED and found[-1].how == BEFORE_INFINITIVE)
            or (word == "by" and before in LEADING)
            or (word == "of" and before in bodies)
            or (word in WHENCE and before in self.lexicon["state_firms"])
            or (word in PARTICLES and self.tags[head - 1] in VERBS)  # "called out Iran and Syria"
        )

    def _is_of_one(self, end: int) -> bool | None:
        """Tell "talks with Ruto and Eide, who is in Rome" from "who are"; None = it is not said."""
        who = self.skip_right(end, ",")
        verb = self.skip_right(who + 1, "B")
        word, present = self.lower[verb], self.tags[verb] == "V"
        if self.lower[who] != "who":
            return None
        base = word in self.reading.lemmas(verb)
        if word in ("are", "were", "have") or (present and base):
            return False
        return word in ("is", "was", "has") or (present and word.endswith("s")) or None

    def _before_owner(self, index: int) -> int:
        """Pass whose official somebody is: the state of "Chad's Ali Sow, Mali's … and"."""
        if index > self.first and self.tags[index] == "O" and self._owns(index - 1):
            return self._mention_filler(index - 1, "owner").first - 1
        return index

    def _owns(self, index: int) -> bool:
        """Tell the last word of a name whose something is: "Chad" of "Chad's"."""
        named = self.reading.named_at(index)
        return named is not None and named.possessive

    def _whose_company(self, filler: Filler) -> list[Filler]:
        """Return the name joined to a noun phrase of its own: "Ruto and his wife flew"."""
        joined = filler.first - 1
        own = joined > self.first and self.lower[filler.first] in HIS_OR_HER
        if not own or self.tags[joined] != "C" or self.tags[joined - 1] != "X":
            return []
        return self._joined_left(self._mention_filler(joined - 1, JOINED))

    def _before_pair(self, conjunction: int) -> int:
        """Return the "between" of "talks between Ruto and | Kishida", or -1."""
        index = self.skip_left(conjunction, "XODC,#")
        joined = conjunction >= self.first and self.tags[conjunction] == "C"
        return index if joined and self.lower[index] == "between" else -1

    def _last_joined(self, fillers: list[Filler]) -> Filler:
        """Return the last of "Iran and Syria", from which those before it are found."""
        last = fillers[0]
        for filler in fillers[1:]:
            between = self.tags[last.end : filler.first]
            if filler.mention < 0 or any(tag not in "CD," for tag in between):
                break
            last = filler
        return last
