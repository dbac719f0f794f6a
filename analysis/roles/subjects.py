"""Who does what a verb says: its subject, sought leftwards over what stands between."""

from __future__ import annotations

from abc import abstractmethod

from analysis.roles.clause import VERBS
from analysis.roles.filler import Filler
from analysis.roles.phrases import PARTICLES, Phrases

# A name right before the verb is its subject even after these: "after Russia sent …".
CLAUSE_PREPOSITIONS = frozenset({"after", "before", "since", "until", "as", "than", "with"})

# Who leads a body does what it does.
LEADING = frozenset({"led", "headed", "chaired"})

# Verbs that a whole clause may follow without "that".
CLAUSE_TAKERS = frozenset(
    [
        "show",
        "say",
        "suggest",
        "indicate",
        "claim",
        "allege",
        "warn",
        "confirm",
        "reveal",
        "prove",
        "mean",
        "insist",
        "add",
        "believe",
        "think",
        "report",
        "note",
        "argue",
    ]
)

# Nouns for words spoken or written: their author speaks.
DOCUMENTS = frozenset(
    (
        "statement report readout article message letter speech address interview commentary "
        "editorial post briefing release communique communiqué account assessment analysis memo "
        "dispatch document declaration remarks comments"
    ).split()
)

OBJECT_CONTROL = frozenset(
    (
        "accuse suspect blame criticise criticize condemn charge ask urge tell order call press "
        "warn invite allow help force want expect encourage persuade pressure beg implore "
        "instruct request permit enable advise prompt lead stop prevent bar ban prohibit see "
        "catch thank praise sanction denounce slam send dispatch"
    ).split()
)


class Subjects(Phrases):
    """Finds subjects; where a verb is controlled, by the object or owner that controls it."""

    @abstractmethod
    def object(self, trigger: int) -> list[Filler]:
        """To whom or what it is done (objects.py)."""

    @abstractmethod
    def owner(self, trigger: int) -> list[Filler]:
        """Whose it is, of a noun (nouns.py)."""

    def subject(self, trigger: int) -> list[Filler]:
        """Who does it: the subject, or the by-phrase of a passive."""
        if self.is_passive(trigger):
            return self.phrases(trigger, frozenset({"by"}))
        return self.surface_subject(trigger)

    def surface_subject(self, verb: int) -> list[Filler]:
        """The noun phrase that the verb agrees with, with those joined to it."""
        filler = self.find_subject(verb, 0)
        return self._joined_left(filler) if filler else []

    def inverted_subject(self, verb: int) -> list[Filler]:
        """The name behind a verb of speech: “…,” said the minister."""
        index = verb + 1
        while index < self.end and index <= verb + 5 and self.tags[index] in "DO#":
            if self.reading.mention_at[index] >= 0:
                break
            index += 1
        if (
            index < self.end
            and self.tags[index] in "Xp"
            and not self.reading.mentions[self.reading.mention_at[index]].possessive
        ):
            return [self._mention_filler(index, "behind the verb")]
        if index > verb + 1 and (index >= self.end or self.tags[index] in ",;PQR"):
            return [Filler(verb + 1, index, how="noun phrase behind the verb")]
        return []

    def find_subject(self, verb: int, depth: int) -> Filler | None:
        """The subject of a verb; `depth` counts the verbs stepped over to find it."""
        if depth > 4:
            return None
        left = self.group_start(verb) - 1
        if left < self.first:  # "Speaking in Rome, the minister said"
            return self._opening_subject(verb) if self.tags[verb] == "G" else None
        if self.tags[left] == "T":
            return self._controller(left - 1, depth)
        if self.tags[verb] == "G" and "A" not in self.tags[left + 1 : verb]:
            return self._participle_subject(verb, left, depth)
        return self._walk_left(left, left, depth, verb)

    def _controller(self, index: int, depth: int) -> Filler | None:
        """Who is to do it: "agreed to send" its subject, "urged Iran to stop" its object."""
        index = self._before_adverbial(index)
        if index < self.first:
            return None
        if self.tags[index] in VERBS or self.tags[index] == "A":  # "was to arrive"
            return self.find_subject(index, depth + 1)
        if self.tags[index] in "Xp":
            name = self._mention_filler(index, "named before the infinitive")
            if name.first > self.first and self.lower[name.first - 1] in ("by", "for"):
                return name  # "a decision by Putin to sell", "for Iran to stop"
            verb = self.verb_before(index)
            if verb >= 0 and not OBJECT_CONTROL.isdisjoint(self.reading.lemmas(verb)):
                return self._mention_filler(index, "object of the governing verb")
        verb = self.verb_before(index)
        if self.tags[index] == "O":
            copula = self._copula_before(index)
            if copula >= 0:  # "is due to arrive", "was likely to attend"
                return self.find_subject(copula, depth + 1)
            if verb >= 0 and not OBJECT_CONTROL.isdisjoint(self.reading.lemmas(verb)):
                return self._noun_phrase_ending(index)  # "prompting Western states to send"
            owners = self.owner(index)
            if owners:
                return owners[0]
        return self.find_subject(verb, depth + 1) if verb >= 0 else None

    def _participle_subject(self, verb: int, left: int, depth: int) -> Filler | None:
        tag = self.tags[left]
        if tag == "P":  # "accused Iran of sending", "after visiting"
            index = left - 1
            before = self.verb_before(index)
            if before >= 0 and not OBJECT_CONTROL.isdisjoint(self.reading.lemmas(before)):
                accused = self.object(before)
                if accused:
                    return self._last_joined(accused)
            return self.find_subject(before, depth + 1) if before >= 0 else self._leading(verb)
        if tag in VERBS:  # "considered sending"
            return self.find_subject(left, depth + 1)
        if tag in "Xp":
            return self._mention_filler(left, "directly before the participle")
        if tag in ",C":
            before = self.verb_before(left - 1)
            return self.find_subject(before, depth + 1) if before >= 0 else self._leading(verb)
        if tag == "O":
            members = self._members(left)
            return (
                self.find_subject(members, depth + 1)
                if members >= 0
                else self._walk_left(left, left, depth, verb)
            )
        return self._opening_subject(verb) if left == self.first else None

    def _leading(self, verb: int) -> Filler | None:
        """The name that the sentence begins with, else the first of the main clause."""
        first = self.first
        while first < verb and self.tags[first] in "DQ;":
            first += 1
        if self.tags[first] == "X":
            name = self._mention_filler(first, "first in the sentence")
            if name.end < verb and not self.reading.mentions[name.mention].possessive:
                return name
        return self._opening_subject(verb)

    def _members(self, noun: int) -> int:
        """Return the "are" of "Italy and Greece are among the states sending", or -1."""
        index = noun
        while index >= self.first and self.tags[index] in "XO#DB":
            index -= 1
        if index < self.first or self.lower[index] not in ("among", "of"):
            return -1
        while index >= self.first and self.tags[index] in "P#DBO":
            index -= 1
        is_copula = index >= self.first and self.lower[index] in self.reading.grammar_be
        return index if is_copula else -1

    def _last_joined(self, fillers: list[Filler]) -> Filler:
        """Return the last of "Iran and Syria", from which those before it are found."""
        last = fillers[0]
        for filler in fillers[1:]:
            between = self.tags[last.end : filler.first]
            if filler.mention < 0 or any(tag not in "CD," for tag in between):
                break
            last = filler
        return last

    def _opening_subject(self, verb: int) -> Filler | None:
        """The first name of the main clause, for a participle that opens the sentence."""
        found: list[Filler] = []
        for index in range(verb + 1, self.end):
            if self.tags[index] == ",":
                for after in range(index + 1, min(self.end, index + 6)):
                    if self.tags[after] in "Xp":
                        found.append(self._mention_filler(after, "subject of the main clause"))
                        break
                if not found:
                    return None
                if self.tags[found[-1].end : found[-1].end + 1] != [","]:
                    return found[-1]  # else a place: "In Accra, Ghana, the minister said"
        return found[0] if found else None

    def _walk_left(self, index: int, adjacent: int, depth: int, verb: int) -> Filler | None:
        """Walk from a verb group to the head of its subject."""
        while index >= self.first:
            tag = self.tags[index]
            if tag == "R":
                person = self._person_before_who(index)
                if person is not None:
                    return person
                index = self._before_relative(index)
                continue
            if tag in "XpO#Dt":
                stop, filler = self._phrase_left(index, adjacent, verb)
                if filler is not None:
                    return filler
                index = stop
                continue
            if tag == ",":
                index = self._before_insertion(index)
                continue
            if tag == "C" and index >= adjacent - 1:
                before = self.joined_verb(index, verb)
                return self.find_subject(before, depth + 1) if before >= 0 else None
            if tag == "Q" and self.quotes[index]:
                index = self._before_quotation(index)
                continue
            if tag in "PB":
                index -= 1
                continue
            if tag in VERBS:
                index = self._before_relative_verb(index)
                continue
            return None
        return None

    def _person_before_who(self, relative: int) -> Filler | None:
        """The person right before "who", be it subject or not: "talks with Kerry, who is …"."""
        index = self._before_relative(relative)
        if self.lower[relative] != "who" or index < self.first or self.tags[index] != "X":
            return None
        name = self._mention_filler(index, "before who")
        return name if self.reading.mentions[name.mention].kind in ("person", "title") else None

    def _phrase_left(self, index: int, adjacent: int, verb: int) -> tuple[int, Filler | None]:
        """Read one noun phrase leftwards: (where to go on, its filler if it is the subject)."""
        filler = self._noun_phrase_ending(index)
        before = filler.first - 1
        while before > self.first and self.tags[before] == "D":
            before -= 1
        if before >= self.first and self.tags[before] == "P":
            word = self.lower[before]
            near = index == adjacent and (word in CLAUSE_PREPOSITIONS or self.tags[verb] == "G")
            if near and filler.mention >= 0:
                return index, filler
            if word == "by" and self.lower[before - 1] in LEADING and filler.mention >= 0:
                return index, filler  # "a delegation led by Kerry arrived"
            if (
                word in ("by", "from", "of")
                and filler.mention >= 0
                and self._is_document(before - 1)
            ):
                return index, filler
            return before - 1, None
        if before >= self.first and self.tags[before] == "G" and self.group_start(before) == before:
            if (
                index == adjacent
                and filler.mention >= 0
                and not CLAUSE_TAKERS.isdisjoint(self.reading.lemmas(before))
            ):
                return index, filler  # "images showing Iran has sent drones"
            return before - 1, None  # the object of a participle: "officials visiting Moscow said"
        if before >= self.first and self.tags[before] in "VE":
            relative = self._relative_of(before)
            if relative >= 0:
                return relative, None
        if all(self.tags[token] == "t" for token in range(filler.first, filler.end)):
            return before, None
        return index, filler

    def _is_document(self, index: int) -> bool:
        return index >= self.first and self.lower[index] in DOCUMENTS

    def _joined_left(self, filler: Filler) -> list[Filler]:
        """Add the names joined to a subject: "the US, South Korea and Ukraine"."""
        found = [filler]
        if filler.mention < 0:
            return found
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
            elif tag == "X" and joined:
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
            phrase = self.tags[head] == "P" and self.lower[head] not in CLAUSE_PREPOSITIONS
            return [filler] if phrase else found
        return found
