"""Which verb governs another, or shares what it does: "agreed to send", "armed and trained"."""

from __future__ import annotations

from analysis.roles.verb_groups import VERBS, VerbGroups
from analysis.tagging.surroundings import LETTING

# What one does something with; not whoever is behind a verb of saying: "said rebels using drones".
MEANS = frozenset({"use", "employ"})


class Governing(VerbGroups):
    """Finds the verb over a verb, and the one beside it."""

    def governor(self, verb: int) -> int:
        """Return what governs a verb: "agreed to send", "accused in May of sending"; -1 = none."""
        index = self.group_start(verb) - 1
        if index < self.first:
            return -1
        gerund = self.is_gerund(verb)
        if gerund:
            index = self.over_gerund(verb)
            fears = self.tags[index] == "O" and self.verb_is("takes_gerund", index)
            if self.tags[index] in VERBS or fears:
                return index  # "considered sending", "Oslo fears being hit"
        if (joined := self.joined_deed(verb)) >= 0:
            return self.governor(joined)
        letting = self.skip_left(index, "XD")
        if self.tags[verb] == "I" and self.lower[letting] in LETTING:
            return letting  # "let Oslo send"
        if self.tags[index] == "T" or (gerund and self.tags[index] == "P"):
            index = self.skip_left(index - 1, "BN")
            if index < self.first:
                return -1
            if self.tags[index] in VERBS or self.tags[index] == "O":
                accused = self.verb_before(index) if self.lower[index + 1] == "of" else -1
                of_it = accused >= 0 and self.verb_is("object_control", accused)
                return accused if of_it and self.preposition_over(index) else index
            noun = self.noun_with_agent(index)
            return noun if noun >= 0 else self.verb_before(index)
        return -1

    def is_gerund(self, verb: int) -> bool:
        """Tell "sending", "being sent" and "of having sent" from other forms."""
        start = self.group_start(verb)
        having = self.lower[start - 1 : start + 1] == ["of", "having"]
        return self.tags[verb] == "G" or having or self.lower[start] == "being"

    def over_gerund(self, verb: int) -> int:
        """Return what stands before a gerund, over the day of "denied on Monday sending"."""
        index = self.group_start(verb) - 1
        before = self._before_adverbial(index)
        return before if self.verb_is("takes_gerund", max(self.first, before)) else index

    def means_to(self, verb: int) -> int:
        """Return the verb that a participle tells the means of; -1 = none.

        In "would respond by expelling envoys and sending troops" that is "respond" for both, in
        "agreed to assist Oslo in freeing prisoners" it is "assist".
        """
        before = self.group_start(verb) - 1
        if self.tags[verb] != "G" or before <= self.first:
            return -1
        if self.lower[before] in ("by", "in"):
            by = self.verb_before(before - 1)
            return by if self.lower[before] == "by" or (by >= 0 and self.tags[by] == "I") else -1
        other = self.verb_before(before - 1) if self.lower[before] in ("and", "or") else -1
        return self.means_to(other) if other >= 0 else -1

    def used_for(self, verb: int) -> int:
        """Return the "used" of "used Czech guns | to hit Oslo"; or -1."""
        to = self.group_start(verb) - 1
        if to <= self.first or self.tags[to - 1 : to + 1] != ["O", "T"]:
            return -1
        used = self.verb_before(to - 1)
        return used if used >= 0 and self.reading.is_form(used, MEANS) else -1

    def joined_deed(self, verb: int) -> int:
        """Return the infinitive or gerund that one is joined to; or -1.

        "Agreed to meet him | and talk", "accused of training, funding | and arming the rebels".
        """
        index = self.group_start(verb) - 1
        if index < self.first:
            return -1
        if self.tags[verb] == "G":  # and right behind the other
            return index - 1 if self.tags[index - 1] == "G" and self.tags[index] in "C," else -1
        if self.tags[verb] != "I" or self.tags[index] not in "C,":
            return -1
        joined = self.verb_before(index - 1)
        return joined if joined >= 0 and self.tags[joined] == "I" else -1

    def sharing(self, verb: int) -> int:
        """Return the verb right behind that shares its object or doer; or -1.

        "Armed and | trained | the rebels", "the rebels, armed and | trained | by Oslo".
        """
        if not self.verb_is("takes_object", verb) or self.tags[verb + 1] not in "C,":
            return -1
        other = self.skip_right(verb + 2, "B")
        had = self.tags[verb] == "E" and not self.is_passive(verb)  # "has armed and trained"
        same = self.tags[other] == self.tags[verb] or (had and self.tags[other] == "V")
        return other if other < self.end and same else -1

    def noun_with_agent(self, index: int) -> int:
        """Return the "decision" of "a decision by Oslo to send", where `index` is "Oslo"; or -1.

        So the "appeal" of "an appeal to Oslo to send", the "talks" of "talks with Oslo on sending".
        """
        index = self.skip_left(index, "XDOC,")
        word, noun = self.lower[index], index - 1
        pressing = self.skip_left(noun, "AVGEB") if word in ("for", "on") else noun
        if self.lower[pressing] in self.lexicon["addressed_requests"] and word != "of":
            # "Calls are growing for Oslo to send", "pressure on Oslo to send"; not "a request by".
            return pressing if word not in ("by", "from") else -1
        if noun < self.first or self.tags[noun] != "O":
            return -1
        talks = word == "with" and self.lower[noun] in self.lexicon["weighing"]
        return noun if word in ("by", "for") or talks else -1

    def infinitive_before(self, verb: int) -> int:
        """Return the verb whose "will" another shares: "will meet him and fly to"; or -1."""
        start = self.group_start(verb)
        bare = self.lower[verb] in self.reading.lemmas(verb)
        if not bare or start <= self.first or self.tags[start - 1] != "C":
            return -1
        other = self.verb_before(start - 2)
        return other if other >= 0 and self.tags[other] == "I" else -1
