"""The names joined to a subject: "the US, South Korea and Ukraine"."""

from __future__ import annotations

from analysis.roles.clause import VERBS
from analysis.roles.filler import Filler
from analysis.roles.phrases import PARTICLES, Phrases

# A name right before the verb is its subject even after these: "after Russia sent …".
CLAUSE_PREPOSITIONS = frozenset({"after", "before", "since", "until", "as", "than", "with"})
# They open a list of those who do it: "leaders including Ruto and Kishida".
LISTING = frozenset({"including", "like"})
# Who leads a body does what it does.
LEADING = frozenset({"led", "headed", "chaired"})
# Whose these are does what they do: "the navies of Chad and Mali trained".
BODIES = frozenset(
    "armies navies militaries forces governments leaders presidents ministers premiers parliaments"
    " officials delegates delegations representatives diplomats troops soldiers coastguards chiefs"
    " monarchs envoys".split()
)
COMPANY = frozenset({"his", "her"})
# Who stands behind these before an infinitive is to do it: "a plan by Oslo and Rome to send".
AGENTS_OF = frozenset({"by", "for"})
BEFORE_INFINITIVE = "named before the infinitive"


class Joined(Phrases):
    """Adds to a name those joined to it."""

    def _joined_left(self, filler: Filler) -> list[Filler]:
        """Add the names joined to a subject: "the US, South Korea and Ukraine"."""
        found = [filler]
        if filler.mention < 0:
            return [*self._whose_company(filler), filler]
        index = filler.first - 1
        while index > self.first and (
            self.tags[index] == "O" or (self.tags[index] == "X" and self._is_demonym(index))
        ):
            index -= 1  # "and his Chinese counterpart Wang Yi"
        joined = False
        while index > self.first:
            tag = self.tags[index]
            if tag == "C" or (tag == "," and joined) or tag == "D":
                joined = joined or tag == "C"
                index -= 1
            elif tag in "Xp" and joined:
                before = self._mention_filler(index, "joined to the subject")
                if self.reading.mentions[before.mention].possessive:
                    break
                if (
                    self.tags[index + 1] == ","
                    and before.first > self.first
                    and self.tags[before.first - 1] == "P"
                ):
                    break  # "At a summit in Lusaka, Zambia and Malawi signed"
                found.insert(0, before)
                index = before.first - 1
            else:
                break
        if index == self.first and joined and self.tags[index] == "X":
            found.insert(0, self._mention_filler(index, "joined to the subject"))
        head = found[0].first - 1
        while head >= self.first and self.tags[head] in "DO":
            head -= 1
        if len(found) > 1 and head >= self.first and self.tags[head] in "PVG":
            if self.lower[head] in PARTICLES and self.tags[head - 1] in VERBS:
                return found  # "called out Iran and Syria"
            led = self.lower[head] == "by" and self.lower[head - 1] in LEADING
            agents = self.lower[head] in AGENTS_OF and filler.how == BEFORE_INFINITIVE
            bodies = self.lower[head] == "of" and self.lower[head - 1] in BODIES
            listing = led or agents or bodies or self.lower[head] in CLAUSE_PREPOSITIONS | LISTING
            return found if listing or self.tags[head] != "P" else [filler]
        return found

    def _whose_company(self, filler: Filler) -> list[Filler]:
        """Return the name joined to a noun phrase of its own: "Ruto and his wife flew"."""
        joined = filler.first - 1
        own = joined > self.first and self.lower[filler.first] in COMPANY
        if not own or self.tags[joined] != "C" or self.tags[joined - 1] != "X":
            return []
        return self._joined_left(self._mention_filler(joined - 1, "joined to the subject"))

    def _last_joined(self, fillers: list[Filler]) -> Filler:
        """Return the last of "Iran and Syria", from which those before it are found."""
        last = fillers[0]
        for filler in fillers[1:]:
            between = self.tags[last.end : filler.first]
            if filler.mention < 0 or any(tag not in "CD," for tag in between):
                break
            last = filler
        return last
