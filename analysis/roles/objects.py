"""To whom or what it is done: the object, or the subject of a passive; whom it helps."""

from __future__ import annotations

from analysis.roles.filler import Filler
from analysis.roles.subjects import Subjects

# What one side does for another in a purpose clause.
HELP = frozenset(
    [
        "help",
        "aid",
        "assist",
        "support",
        "back",
        "bolster",
        "reinforce",
        "defend",
        "protect",
        "fight",
    ]
)


class Objects(Subjects):
    """Finds objects behind the verb, before a relative clause, and of passives."""

    def object(self, trigger: int) -> list[Filler]:
        """To whom or what it is done: the object, or the subject of a passive."""
        if self.is_passive(trigger):
            if self.group_start(trigger) == trigger or self.lower[trigger - 1] in (",",):
                return self._reduced_object(trigger)
            return self.surface_subject(trigger)
        fronted = self._fronted_object(trigger)
        return fronted or list(self._right(trigger))

    def _reduced_object(self, participle: int) -> list[Filler]:
        """The noun that a participle describes: "missiles supplied by Iran"."""
        index = participle - 1
        if index >= self.first and self.tags[index] == ",":
            index -= 1
        if index < self.first or self.tags[index] not in "XO":
            return []
        return self._with_items(self._noun_phrase_ending(index))

    def _fronted_object(self, verb: int) -> list[Filler]:
        """The noun that a relative clause describes: "the missiles that Iran sent"."""
        subject = self.find_subject(verb, 0)
        if subject is None:
            return []
        index = subject.first - 1
        while index >= self.first and self.tags[index] == "D":
            index -= 1
        if index < self.first or self.tags[index] != "R":
            return []
        before = self._before_relative(index)
        if before < self.first or self.reading.item_at[before] < 0:
            return []
        return self._with_items(self._noun_phrase_ending(before))

    def purpose(self, token: int) -> list[Filler]:
        """Whom it helps: "to help Russia", "in support of the rebels"."""
        for index in range(token + 1, self.end - 1):
            if self.tags[index] == "T" and HELP & set(self.reading.lemmas(index + 1)):
                return [filler for filler in self._right(index + 1) if filler.mention >= 0][:1]
            if self.tags[index] in ";S" or (self.tags[index] == "V" and index > token + 1):
                break
        return []
