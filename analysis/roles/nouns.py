"""What belongs to a noun: its owner, what it is made of, and the clause it stands in."""

from __future__ import annotations

from analysis.actors import PERSONAL
from analysis.grammar import HIS_OR_HER, POSSESSIVE_MARKS, POSSESSIVE_PRONOUNS
from analysis.reading import Filler
from analysis.roles.objects import Objects

# They are not the one person whom "his" is of.
IMPERSONAL = frozenset({"they", "it", "we", "these", "those"})
# What describes a noun behind it: "the White House meeting", "the G20 summit".
ATTRIBUTES = frozenset({"state", "capital", "city", "metonym", "demonym", "organisation"})

# Whoever gives or gets it may stand between a noun and what it is of.
ENDS = frozenset({"to", "by", "from"})
# Before an occasion on which something is said.
OCCASION = frozenset({"during", "at", "in", "on", "after"})
# These open a phrase of what is under way: "said while on a visit".
WHILE = frozenset({"while", "whilst", "when"})


class Nouns(Objects):
    """Finds owners, compounds and what is said of a noun."""

    def owner(self, trigger: int) -> list[Filler]:
        """Whose it is, of a noun: "Putin's visit", "Russian deliveries", "a visit by Putin"."""
        index = trigger - 1
        while index >= self.first and index >= trigger - 7:
            tag = self.tags[index]
            if self.lower[index] in POSSESSIVE_MARKS and self.tags[index - 1] == "X":
                return self._joined_left(self._mention_filler(index - 1, "owner"))
            if self.lower[index] == "whose":
                before = self.before_relative(index)
                named = before >= self.first and self.tags[before] == "X"
                return [self._mention_filler(before, "before whose")] if named else []
            if self.lower[index] in POSSESSIVE_PRONOUNS:
                filler = self._antecedent(index)
                if filler and self.lower[index] == "their":
                    return self._several(index, self._joined_left(filler))
                return [filler] if filler else []
            if tag == "X":
                whose = self._whose_place(index)
                if whose:
                    index = whose
                    continue
                if self._modifies(index):
                    return [self._mention_filler(index, "adjective")]
                break
            topical = self.lower[index] in ("about", "over")  # "Clinton's claims about shipments"
            # "Oslo's repeated denials"
            repeated = tag == "V" and self.lower[index - 1] in POSSESSIVE_MARKS
            beside = self.reading.item_at[max(0, index - 1)], self.reading.item_at[index + 1]
            joined = tag in "C," and min(beside) >= 0  # "Oslo's drone and missile | deliveries"
            between = tag in "O#EGBt" or self.lower[index] == "-" or repeated or joined
            if topical or not between:
                break
            index -= 1
        return self._named_behind(trigger)

    def _whose_place(self, index: int) -> int:
        """Return the mark of the owner before a place: of "Putin's Astana trip"; or 0."""
        place = self.reading.mentions[self.reading.mention_at[index]]
        before = place.first - 1 - (self.tags[place.first - 1] == "#")  # "Chad's six Russian jets"
        owned = before > self.first and (
            self.lower[before] in POSSESSIVE_MARKS or self.lower[before] in HIS_OR_HER
        )
        there = place.is_place or place.kind == "demonym"  # "his Chadian trip"
        return before if owned and there and not place.possessive else 0

    def _named_behind(self, noun: int) -> list[Filler]:
        index = noun + 1 + self.is_nominal(noun)  # "the killing of Poles | by Germans"
        while index < min(self.end, noun + 12):
            near = index == noun + 1 and self.lower[index] in ("of", "from")
            # "The visit to Oslo | of Putin"
            apart = self.lower[index] == "of" and self.lower[noun + 1] == "to"
            apart = apart and set(self.tags[noun + 2 : index]) == {"X"}
            if self.is_by_doer(index, noun) or near or apart:
                found = [f for f in self._inside(index) if f.mention >= 0]
                if self.lower[index] == "from" or apart:  # "a visit from Putin", not "from Oslo"
                    found = [f for f in found if self.reading.mentions[f.mention].kind in PERSONAL]
                if found:
                    return found
            ended = self.tags[index] in "VSR;Q,G"
            if ended or self.lower[index] in ("after", "following"):
                break
            index += 1
        return []

    def _antecedent(self, pronoun: int) -> Filler | None:
        """The person or body that "his", "their" refers to: the subject of the clause."""
        verb = self.verb_before(pronoun - 1 - (self.lower[pronoun - 1] == "that"))
        blamed = self._blamed_before(pronoun, verb)
        if blamed is not None:
            return blamed
        if verb >= 0:
            found = self.find_subject(verb, 1)
            personal = self.lower[pronoun] in HIS_OR_HER
            return self._person_before(pronoun, found) if personal else found
        for index in range(pronoun + 1, self.end):  # "During his visit to Moscow, Kim …"
            if self.tags[index] == "," and index + 1 < self.end and self.tags[index + 1] in "Xp":
                return self._mention_filler(index + 1, "subject of the main clause")
        owner = self.reading.text.owners.get(pronoun, -1)
        named = owner >= 0 and self.reading.mention_at[owner] >= 0
        return self._mention_filler(owner, "person named before") if named else None

    def _several(self, their: int, owners: list[Filler]) -> list[Filler]:
        """Read "their" in one person's clause: "Eide discussed with Omanis their visit"."""
        if len(owners) > 1 or self.reading.kind_of(owners[0]) not in ("person", "title"):
            return owners
        named = self.reading.mentions_between(owners[0].end, their)
        groups = [number for number, mention in named if mention.kind == "group"]
        return [self.reading.filler(groups[-1], "several before")] if groups else owners

    def _blamed_before(self, pronoun: int, verb: int) -> Filler | None:
        """Who "its" is in "thanked Oslo for its decision", "sanctions on Iran over its drones"."""
        # "Sanctions on Iran to stop its sales"
        stops = self.tags[pronoun - 2] == "T" and self.verb_is("curbing", pronoun - 1)
        before = pronoun - 2 - stops
        led = stops or self.lower[pronoun - 1] in self.lexicon["blamed_for"]
        if self.lower[pronoun] in HIS_OR_HER or not led:
            return None
        if before <= self.first or self.tags[before] != "X":
            return None
        name = self._mention_filler(before, "blamed or thanked for it")
        # "Fuming with neighbouring Chad over its plan"
        lead = name.first - 1 - (self.lower[name.first - 1] in self.lexicon["parts_of_lands"])
        preposed = self.tags[lead] == "P"
        blaming = verb >= 0 and self.verb_is("object_control", verb)
        agreed = stops and self.lower[lead] == "with"
        return name if (stops or blaming or preposed) and not agreed else None

    def _person_before(self, pronoun: int, found: Filler | None) -> Filler | None:
        """Read "his", "her" as a person's: the last one named where the subject is none."""
        mentions = self.reading.mentions
        if found is None or found.mention < 0:
            return found
        plural = self.lower[found.first] in IMPERSONAL
        if mentions[found.mention].kind in PERSONAL and not plural:
            return found
        named = self.reading.mentions_between(self.first, pronoun)
        people = [number for number, mention in named if mention.kind in PERSONAL]
        return self.reading.filler(people[-1], "person before the pronoun") if people else found

    def compound(self, first: int, last: int) -> list[Filler]:
        """Items of a noun: "missile deliveries", "the delivery of shells and rockets"."""
        found: list[Filler] = []
        at = first - 1
        while at >= self.first and self.reading.item_at[at] >= 0:
            found.insert(0, self.reading.item_filler(self.reading.item_at[at], "before the noun"))
            at = found[0].first - 2  # "drone and missile | deliveries"
            if self.tags[at + 1] not in "C,":
                break
        of = self.past_times(last + 1)  # "the sale this year of shells"
        while self.lower[of] in ENDS:  # "the delivery to Chad by Oslo of shells"
            named = self.skip_right(of + 1, "DX")
            if named >= self.end or self.tags[named - 1] != "X":
                break
            of = self.past_times(named)
        if of < self.end and self.lower[of] == "of":
            found += [filler for filler in self._right(of) if filler.item >= 0]
        return found

    def itself(self, token: int) -> list[Filler]:
        """The item whose last word a trigger is: "aid" of "military aid"."""
        number = self.reading.item_at[token]
        if number < 0 or self.reading.items[number].end != token + 1:
            return []
        return [self.reading.item_filler(number, "the trigger itself")]

    def modifier(self, noun: int) -> list[Filler]:
        """The name right before a noun, which it describes: "a White House meeting"."""
        before = noun - 1
        if before < self.first or self.tags[before] != "X":
            return []
        name = self._mention_filler(before, "before the noun")
        return [] if self.reading.mentions[name.mention].possessive else [name]

    def clause_subject(self, noun: int) -> list[Filler]:
        """Whose clause a noun stands in: "Kerry said during a visit to Seoul", "paid a visit"."""
        start = noun
        while start > self.first and (
            self.tags[start - 1] in "DO#EGt"
            or (self.tags[start - 1] == "X" and self._is_attribute(start - 1))
        ):
            start -= 1
        before = start - 1
        if before > self.first and self.tags[before] == "P" and self.lower[before - 1] in WHILE:
            before -= 2  # "Kerry said while on a visit to Seoul"
        verb = self.predicate_before(self._before_short_quotation(before))
        if verb > self.first and self.is_nominal(verb):  # "announced the signing of a contract"
            verb = self.predicate_before(verb - 1)
        if verb >= 0:
            found = self.subject(verb) or self._patient(verb) or self.inverted_subject(verb)
            if self.lower[before] in OCCASION:
                found = self.speaker_over(verb, found) or found
            return [self._owner_inside(filler) for filler in found]
        before = self.skip_left(before, "PB,")
        if before > self.first and self.tags[before] == "R":  # "Kerry, who on a visit to Seoul"
            before = self.before_relative(before)
        if before >= self.first and self.tags[before] == "X" and not self._owns(before):
            return [self._mention_filler(before, "named before the phrase")]
        opening = self._opening_subject(noun)
        return [opening] if opening else self._subject_behind(noun)

    def _subject_behind(self, noun: int) -> list[Filler]:
        """The subject of the clause that a phrase opens: "On a visit to Seoul Kerry said"."""
        for verb in range(noun + 1, self.end):
            if self.tags[verb] in ",;SRQ":
                return []
            if self.tags[verb] in "VAM":
                behind = (one for one in self.surface_subject(verb) if one.first > noun)
                return [one for one in behind if self.tags[one.first - 1] != "P"]
        return []

    def _patient(self, verb: int) -> list[Filler]:
        """Whom a passive without a doer tells of: "Kerry was quoted on a visit to Seoul"."""
        finite = self.is_passive(verb) and self.tags[self.group_start(verb)] in "AM"
        return self.surface_subject(verb) if finite else []

    def predicate_subject(self, noun: int) -> list[Filler]:
        """Whom a noun is said to be: "Russia is the main supplier", "is one of the donors"."""
        copula = self.being_before(noun - 1)
        return self.surface_subject(copula) if copula >= 0 else self._apposed(noun)

    def _apposed(self, noun: int) -> list[Filler]:
        """Whom a noun describes: "Oslo, Chad's main supplier,", "its main supplier, Oslo"."""
        behind = noun + 1
        if self.tags[behind : behind + 2] == [",", "X"]:
            name = self._mention_filler(behind + 1, "behind its description")
            return [name] if self.tags[name.end : name.end + 1] in ([","], ["V"]) else []
        while behind < self.end and (
            self.tags[behind] in "XDO" or self.lower[behind] in ("of", "to")
        ):
            behind += 1
        index = noun - 1
        while index > self.first and (self.tags[index] in "XO#DBE" or self.lower[index] == "of"):
            index -= 1
        ends = self.tags[behind : behind + 1] == [","] or behind >= self.end - 1
        inserted = ends and self.tags[index] == ","
        if not inserted or index <= self.first or self.tags[index - 1] != "X":
            return []
        return [self._mention_filler(index - 1, "before its description")]

    def _is_attribute(self, index: int) -> bool:
        """Tell whether a name may describe a noun: "the White House meeting"."""
        mention = self.reading.mentions[self.reading.mention_at[index]]
        return mention.kind in ATTRIBUTES and not mention.possessive

    def _owner_inside(self, filler: Filler) -> Filler:
        """Read "Kerry's trip" as Kerry where somebody is wanted."""
        if filler.mention < 0:
            for number, mention in self.reading.mentions_between(filler.first, filler.end):
                if mention.possessive:
                    return self.reading.filler(number, "owner of subject")
        return filler

    def fronted(self, trigger: int, prepositions: frozenset[str]) -> list[Filler]:
        """What a phrase before the subject names: "In Manila, the minister will meet …"."""
        index = self.first
        while (
            index < trigger
            and (
                self.tags[index] in "BSC,;t#"
                or (
                    self.tags[index] in "PD" and self.tags[index + 1] in "t#"
                )  # "On May 3, in Oslo"
                or self.lower[index : index + 2] in (["before", ","], ["after", ","])
            )
        ):
            index += 1
        opens = (
            index < trigger
            and self.tags[index] == "P"
            and self.lower[index] not in self.lexicon["attendant"]
        )
        while opens and index < trigger and self.tags[index] in "PXDO#t,;":
            if self.tags[index] == "P" and self.lower[index] in prepositions:
                found = list(self._inside(index))
                if found:  # else "at a meeting in Manila, the minister"
                    return found
            index += 1
        return []

    def near(self, token: int) -> list[Filler]:
        """Every name and item of the sentence, the nearest first: for phrases without a clause."""
        reading = self.reading
        named = reading.mentions_between(self.first, self.end)
        found = [reading.filler(number, "near") for number, _ in named]
        found += reading.item_fillers(self.first, self.end, "near")
        return sorted(found, key=lambda filler: abs(filler.first - token))
