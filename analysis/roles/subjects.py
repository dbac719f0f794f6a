"""Who does what a verb says: its subject, sought leftwards over what stands between."""

from __future__ import annotations

from analysis.grammar import POSSESSIVE_MARKS
from analysis.reading import Filler
from analysis.roles.control import Control
from analysis.roles.joined import CLAUSE_PREPOSITIONS, LISTING
from analysis.roles.verb_groups import VERBS
from analysis.tagging.participles import LEADING
from analysis.tagging.surroundings import HELPING
from analysis.text import DASHES

# "The first of the tanks arrived": the tanks did; of "none of the tanks" nobody did.
PARTS = frozenset({"first", "last", "most", "some", "all", "many", "each", "half", "several"})
# "Thanked Portugal for the Ukrainians who arrived": whoever else is named, it is they.
WHO = frozenset({"person", "title", "group"})
CLOSING = DASHES | {")"}
# "Suspected of having sent", "spoke after being received": whose deed it is stands before.
HAVING = frozenset({"having", "being"})
# So many tokens at most stand from "(" to ")" around a short form.
BRACKETED = 6
# Phrases with these belong to the noun before.
PASSED = frozenset({"of", *LISTING})


class Subjects(Control):
    """Finds subjects, over what stands between them and their verb."""

    def subject(self, trigger: int) -> list[Filler]:
        """Who does it: the subject, or the by-phrase of a passive."""
        if self.is_passive(trigger):
            found = self.phrases(trigger, frozenset({"by"}))
            if not found and (other := self.sharing(trigger)) >= 0:
                return self.subject(other)
            return [part for part in found if not self._is_of_maker(part, trigger)]
        if self.is_nominal(trigger):
            return self.owner(trigger)
        return self.surface_subject(trigger)

    def _is_of_maker(self, agent: Filler, verb: int) -> bool:
        """Tell who made what a verb is about: "accused of firing rockets made by Oslo"."""
        by = next((i for i in range(agent.first - 1, verb, -1) if self.lower[i] == "by"), verb)
        return by > verb and self.is_of_another(by, verb)

    def surface_subject(self, verb: int) -> list[Filler]:
        """The noun phrase that the verb agrees with, with those joined to it."""
        if verb not in self.agreeing:
            self.agreeing[verb] = self._with_company(self.find_subject(verb, 0), verb)
        return self.agreeing[verb]

    def _with_company(self, filler: Filler | None, verb: int) -> list[Filler]:
        if filler is None:
            return []
        if named := self.named_beside(filler):
            return [*self._list_ending(filler)[:-1], *named]
        several = self._all_of_them(filler)
        return several or [*self._joined_left(filler), *self.company(filler, verb)]

    def _all_of_them(self, they: Filler) -> list[Filler]:
        """Return all of "Oslo and Rome said | they", which was read as the first; else nobody."""
        meant = self.reading.mention_of(they)
        if meant is None or self.lower[they.first] != "they":
            return []
        verb = self.verb_before(they.first - 1 - (self.lower[they.first - 1] == "that"))
        subject = self.find_subject(verb, 0) if verb >= 0 else None
        several = self._joined_left(subject) if subject and subject.end < they.first else []
        first = self.reading.mention_of(several[0]) if len(several) > 1 else None
        return several if first is not None and first.actor_id == meant.actor_id else []

    def inverted_subject(self, verb: int) -> list[Filler]:
        """The name behind a verb of speech: “…,” said the minister."""
        index = self.reading.skip_right(verb + 1, "DO#", min(self.end, verb + 6))
        name = self.reading.named_at(index) if index < self.end else None
        if name is not None and self.tags[index] in "Xp" and not name.possessive:
            return [self._mention_filler(index, "behind the verb")]
        if index > verb + 1 and (index >= self.end or self.tags[index] in ",;PQR"):
            return [Filler(verb + 1, index, how="noun phrase behind the verb")]
        return []

    def find_subject(self, verb: int, depth: int) -> Filler | None:
        """The subject of a verb; `depth` counts the verbs stepped over to find it."""
        key = verb, depth
        if key not in self.subjects:
            self.subjects[key] = self._seek_subject(verb, depth)
        return self.subjects[key]

    def _seek_subject(self, verb: int, depth: int) -> Filler | None:
        if depth > 4:
            return None
        left = self.group_start(verb) - 1
        while left in self.hidden:  # "met Ruto and, as he had said, | promised"
            left -= 1
        if left < self.first:  # "Speaking in Rome, the minister said"
            having = self.tags[verb] == "G" or self.lower[self.first] in HAVING
            return self._opening_subject(verb) if having else None
        if self.tags[left] == "T":
            return self._controller(left - 1, depth)
        having = self.lower[left + 1] in HAVING
        if having or (self.tags[verb] == "G" and "A" not in self.tags[left + 1 : verb]):
            return self._participle_subject(verb, left, depth)
        if self.tags[verb] == "I" and self.lower[left] in HELPING:
            return self.find_subject(left, depth + 1)  # "helped build a road"
        if (first := self.listing_verb(left)) >= 0:
            return self.find_subject(first, depth + 1)
        if self.tags[left] == "," and (first := self.joined_deed(verb)) >= 0:
            return self.find_subject(first, depth + 1)  # "to build a road, | sell it tanks and"
        return self._walk_left(left, left, depth, verb)

    def _walk_left(self, index: int, adjacent: int, depth: int, verb: int) -> Filler | None:
        """Walk from a verb group to the head of its subject."""
        while index >= self.first:
            tag = self.tags[index]
            if tag == "R":
                meant = self._antecedent_of(index, verb)
                if meant is not None:
                    return meant
                index = self.before_relative(index)
                continue
            loyal = self.lower[index] in self.lexicon["postposed"]  # "forces | loyal | to him"
            if tag in "PB" or (loyal and self.lower[index + 1 : index + 2] == ["to"]):
                index -= 1
                continue
            if tag in "XpO#Dt":
                stop, filler = self._phrase_left(index, adjacent, verb)
                if filler is not None:
                    return filler
                adjacent = self._next_to_verb(index, stop, adjacent)
                index = stop
                continue
            if tag == "," or (tag == ";" and self.lower[index] in CLOSING):
                step = self._before_insertion if tag == "," else self._before_inserted_part
                before = step(index)
                adjacent = before if index == adjacent else adjacent  # "as Oslo, at last, sent"
                index = before
                continue
            if tag == "C" and index >= adjacent - 1:
                before = self.joined_verb(index, verb)
                before = before if before >= 0 else self.predicate_before(index - 1)
                return self.find_subject(before, depth + 1) if before >= 0 else None
            if tag == "Q" and self.quotes[index]:
                index = self._before_quotation(index)
                continue
            if tag in VERBS:
                index = self._before_relative_verb(index)
                continue
            return None
        return None

    def _next_to_verb(self, index: int, stop: int, adjacent: int) -> int:
        """Return the token that counts as right before the verb once [stop, index] is passed."""
        if self.is_time(index):
            return stop - (self.tags[stop] == "P")  # "after Norway in January sent"
        passed = self.lower[stop + 1] in PASSED or self.tags[stop] == "C"
        # "After officials including Ruto left", "and in return sent".
        return stop if index == adjacent and passed else adjacent

    def _before_inserted_part(self, closing: int) -> int:
        """Step over "– … –" or a short form in brackets; out of the sentence where none opens."""
        dash = self.lower[closing] in DASHES
        mark, first = (self.lower[closing], self.first) if dash else ("(", closing - BRACKETED)
        opening = [
            i
            for i in range(max(self.first, first), closing)
            if self.lower[i] == mark and (self.tags[i] == ";" or not dash)  # no "70-year-old"
        ]
        return opening[-1] - 1 if opening else self.first - 1

    def _person_before_who(self, relative: int) -> Filler | None:
        """The person right before "who", be it subject or not: "talks with Kerry, who is …"."""
        index = self.before_relative(relative)
        if self.lower[relative] != "who" or index < self.first or self.tags[index] != "X":
            return None
        name = self._mention_filler(index, "before who")
        return name if self.reading.mentions[name.mention].kind in WHO else None

    def _antecedent_of(self, relative: int, verb: int) -> Filler | None:
        """Who is right before "who" or "that": a person, or firms of a state; None = read on.

        So the state of "guns from Chad, which sells many", of what no gun does.
        """
        index = self.before_relative(relative)
        person = self._person_before_who(relative)
        members = self.ranking(index) if person is None or self._is_group(person) else -1
        if members >= 0:  # "Ruto was among the leaders who"
            return self.find_subject(members, 1)
        if person is not None or index < self.first:
            return person
        if self.tags[index] == "X" and self.lower[relative - 1 : relative + 1] == [",", "which"]:
            acts = self.verb_is("deeds_of_actors", verb) and not self.is_passive(verb)
            return self._mention_filler(index, "before which") if acts else None
        if self.lower[index] not in self.lexicon["state_firms"]:
            return None
        agents = self._noun_phrase_ending(index)  # "sanctions against Czech companies that sell"
        return agents if "X" in self.tags[agents.first : agents.end] else None

    def _phrase_left(self, index: int, adjacent: int, verb: int) -> tuple[int, Filler | None]:
        """Read one noun phrase leftwards: (where to go on, its filler if it is the subject)."""
        if self.is_time(index):
            return self.skip_left(index, "tDB#"), None  # "the government | last month | imposed"
        filler = self._noun_phrase_ending(index)
        before = filler.first - 1
        parts = self.lexicon["parts_of_lands"]
        if filler.mention >= 0 and self.reading.mentions[filler.mention].is_place:
            parts = parts | self.lexicon["town_nouns"]  # "in the northern port city | Nacala"
        while before > self.first and (self.tags[before] == "D" or self.lower[before] in parts):
            before -= 1
        if before > self.first and self.lower[before] in POSSESSIVE_MARKS:  # "from the UN's agency"
            owner = self._noun_phrase_ending(before - 1)
            before = self.skip_left(owner.first - 1, "D")
        before = self._over_joined(before, filler)
        if before >= self.first and self.tags[before] == "P":
            governed = self._governed_subject(filler, before, index, adjacent, verb)
            return (index, filler) if governed else (before - 1, None)
        pair = self._before_pair(before)
        if pair >= 0:
            return pair - 1, None
        if before >= self.first and self.tags[before] == "G" and self.group_start(before) == before:
            if index == adjacent and filler.mention >= 0 and self.verb_is("clause_takers", before):
                return index, filler  # "images showing Iran has sent drones"
            return before - 1, None  # the object of a participle: "officials visiting Moscow said"
        # "Gunmen | believed to be members of a cartel | attacked".
        taken_for = (
            self.tags[before - 2 : before + 1] == ["E", "T", "A"] and before > self.first + 2
        )
        if taken_for or self._is_apposed(filler, before):
            return before - (3 if taken_for else 1), None
        if before >= self.first and self.tags[before] in "VE":
            named = index == adjacent and self.tags[index] == "X"
            if named and self.verb_is("only_clause_takers", before):
                return index, filler  # "Oslo, which said | Rome | had sent drones"
            relative = self._relative_of(before)
            if relative >= 0:
                return relative, None
        return index, filler

    def _is_apposed(self, filler: Filler, before: int) -> bool:
        """Tell "Ruto, a farmer from Eldoret, said" from "In Oslo, a farmer said"."""
        described = filler.mention < 0 and self.lower[filler.first] in ("a", "an")
        behind_name = before > self.first and self.tags[before - 1 : before + 1] == ["X", ","]
        if not (described and behind_name):
            return False
        start = self._mention_filler(before - 1, "described").first
        return start == self.first or self.tags[start - 1] in "D;SRQ"

    def is_time(self, index: int) -> bool:
        """Tell a day or year too: "Norway on April | 5 | sent", "in March | 2014 | sent"."""
        return self.tags[index] == "t" or self.tags[index - 1 : index + 1] == ["t", "#"]

    def _governed_subject(
        self, filler: Filler, preposition: int, index: int, adjacent: int, verb: int
    ) -> bool:
        """Tell whether a phrase behind a preposition is the subject of a verb all the same."""
        word = self.lower[preposition]
        alone = self.tags[verb] == "G" and self.group_start(verb) == verb  # no "are sending"
        rather = word == "than" and self.lower[preposition - 1] == "rather"
        near = index == adjacent and (word in CLAUSE_PREPOSITIONS or alone) and not rather
        named = filler.mention >= 0 or "X" in self.tags[filler.first : filler.end]
        # "After the government imposed it", "as rebels advanced".
        told = near and self.tags[verb] == "V" and word != "with"
        named = named or (told and self.lower[filler.end - 1] in self.lexicon["agents"])
        bulk = index == adjacent and self.lower[index + 1] == "of"
        if (bulk and word in CLAUSE_PREPOSITIONS) or (near and named):
            return True  # "before the bulk of the aid arrived", "sanctions on Czech firms selling"
        led = word == "by" and self.lower[preposition - 1] in LEADING
        if led and self.reading.countries([filler]) - {""}:
            return True  # "a delegation led by Kerry arrived"
        listed = word in LISTING and self.tags[index + 1] == "R"  # "aid, including a plan that"
        counted = self.tags[preposition - 1] == "#" and filler.mention < 0
        if listed or (word == "of" and (counted or self.lower[preposition - 1] in PARTS)):
            return True  # "the first of the tanks", "three of the tanks", not "the owner of"
        authored = preposition > self.first and word in ("by", "from", "of")
        document = authored and self.lower[preposition - 1] in self.lexicon["authored"]
        members = word == "of" and self.lower[preposition - 1] in self.lexicon["collectives"]
        return filler.mention >= 0 and (document or members)

    def speaker_over(self, verb: int, subjects: list[Filler]) -> list[Filler]:
        """Who says what has a subject of its own: "Kerry said | ties had improved on a visit".

        Whoever urges others to do something meets those with whom he does.
        """
        if self.tags[verb] == "I":
            while verb >= 0 and self.tags[verb] == "I":
                verb = self.predicate_before(self.group_start(verb) - 1)
            return self.subject(verb) if verb >= 0 else []
        if not subjects or any(filler.mention >= 0 for filler in subjects):
            return []
        verb = self.skip_left(subjects[0].first - 1, "R")
        spoken = self.lower[verb] in self.lexicon["people_do"] and self.tags[verb] == "V"
        return self.subject(verb) if spoken else []
