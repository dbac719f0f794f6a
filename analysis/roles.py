"""Who does what to whom in a clause: subject, object, phrases after a preposition, owner of a noun.

The surface resolver walks the tags of grammar.py outwards from a trigger. It needs no parser; where
it meets a structure that it cannot read it returns nothing rather than the nearest name. The walks
follow the order of news prose: insertions between commas are stepped over, a relative pronoun leads
to its antecedent, a participle or infinitive to the subject of the verb that governs it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from analysis.items import ItemMention
from analysis.reading import Reading
from analysis.text import Sentence

# A name right before the verb is its subject even after these: "after Russia sent …".
CLAUSE_PREPOSITIONS = frozenset({"after", "before", "since", "until", "as", "than", "with"})
NAME_INSIDE = frozenset("DO#")
VERBS = frozenset("VIGE")
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
OBJECT_CONTROL = frozenset(
    (
        "accuse suspect blame criticise criticize condemn charge ask urge tell order call press "
        "warn invite allow help force want expect encourage persuade pressure beg implore "
        "instruct request permit enable advise prompt lead stop prevent bar ban prohibit see "
        "catch thank praise sanction denounce slam send dispatch"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Filler:
    """Tokens [first, end) that fill a slot: a mention, an item, or a plain noun phrase."""

    first: int
    end: int
    mention: int = -1
    item: int = -1
    how: str = ""


class Resolver(Protocol):
    """The only place where the surface reading and a parser differ."""

    name: str

    def subject(self, trigger: int) -> list[Filler]:
        """Who does it: the subject, or the by-phrase of a passive."""

    def object(self, trigger: int) -> list[Filler]:
        """To whom or what it is done: the object, or the subject of a passive."""

    def phrases(self, trigger: int, prepositions: frozenset[str]) -> list[Filler]:
        """What follows one of these prepositions after the trigger, in the same clause."""

    def owner(self, trigger: int) -> list[Filler]:
        """Whose it is, of a noun: "Putin's visit", "Russian deliveries", "a visit by Putin"."""


class SurfaceResolver:
    """Finds roles in one sentence from its tags."""

    name = "surface"

    def __init__(self, reading: Reading, sentence: Sentence):
        self.reading = reading
        self.first = sentence.first
        self.end = sentence.end
        self.tags = reading.tags
        self.lower = reading.text.lower
        self.quotes = reading.text.quotes

    # The verb group

    def is_passive(self, verb: int) -> bool:
        """Tell whether a participle stands after a form of "be", or alone after its noun."""
        if self.tags[verb] != "E":
            return False
        index = verb - 1
        while index >= self.first and self.tags[index] in "BNC":
            index -= 1
        if index >= self.first and self.tags[index] == "A":
            return self.lower[index] in self.reading.grammar_be
        return not (index >= self.first and self.tags[index] == "A")

    def is_negated(self, verb: int) -> bool:
        """Tell whether the verb group holds a negation, "not only" apart."""
        for index in range(verb - 1, max(self.first, self.group_start(verb) - 1) - 1, -1):
            if self.tags[index] == "N" and self.lower[index + 1] not in ("only", "just"):
                return True
        return self.lower[verb - 1] == "no" if verb > self.first else False

    def group_start(self, verb: int) -> int:
        """Return the first token of the verb group: auxiliaries, adverbs, negations."""
        index = verb
        while index > self.first and self.tags[index - 1] in "AMBN":
            index -= 1
        return index

    def governor(self, verb: int) -> int:
        """Return the word that governs an infinitive: "agreed" in "agreed to send"; -1 = none."""
        index = self.group_start(verb) - 1
        if index < self.first:
            return -1
        if self.tags[verb] == "G" and self.tags[index] in VERBS:
            return index  # "considered sending"
        if self.tags[index] == "T" or (self.tags[verb] == "G" and self.tags[index] == "P"):
            index -= 1
            while index >= self.first and self.tags[index] == "B":
                index -= 1
            if index < self.first:
                return -1
            if self.tags[index] in VERBS or self.tags[index] == "O":
                return index
            return self._verb_before(index)
        return -1

    def _verb_before(self, index: int) -> int:
        """Return the nearest verb left of a noun phrase in the same clause, or -1."""
        while index >= self.first:
            tag = self.tags[index]
            if tag in VERBS:
                return index
            if tag in ";SRQ":
                return -1
            index -= 1
        return -1

    # Subjects

    def subject(self, trigger: int) -> list[Filler]:
        """Who does it: the subject, or the by-phrase of a passive."""
        if self.is_passive(trigger):
            return self.phrases(trigger, frozenset({"by"}))
        return self.surface_subject(trigger)

    def surface_subject(self, verb: int) -> list[Filler]:
        """The noun phrase that the verb agrees with, with those joined to it."""
        filler = self._find_subject(verb, 0)
        return self._joined_left(filler) if filler else []

    def _find_subject(self, verb: int, depth: int) -> Filler | None:
        if depth > 4:
            return None
        left = self.group_start(verb) - 1
        if left < self.first:
            return None
        if self.tags[left] == "T":
            return self._controller(left - 1, depth)
        if self.tags[verb] == "G" and self.group_start(verb) == verb:
            return self._participle_subject(verb, left, depth)
        return self._walk_left(left, left, depth, verb)

    def _controller(self, index: int, depth: int) -> Filler | None:
        """Who is to do it: "agreed to send" its subject, "urged Iran to stop" its object."""
        while index >= self.first and self.tags[index] == "B":
            index -= 1
        if index < self.first:
            return None
        if self.tags[index] in VERBS:
            return self._find_subject(index, depth + 1)
        if self.tags[index] in "Xp":
            name = self._mention_filler(index, "named before the infinitive")
            if name.first > self.first and self.lower[name.first - 1] in ("by", "for"):
                return name  # "a decision by Putin to sell", "for Iran to stop"
            verb = self._verb_before(index)
            if verb >= 0 and not OBJECT_CONTROL.isdisjoint(self.reading.lemmas(verb)):
                return self._mention_filler(index, "object of the governing verb")
        if self.tags[index] == "O":
            owners = self.owner(index)
            if owners:
                return owners[0]
        verb = self._verb_before(index)
        return self._find_subject(verb, depth + 1) if verb >= 0 else None

    def _participle_subject(self, verb: int, left: int, depth: int) -> Filler | None:
        tag = self.tags[left]
        if tag == "P":  # "accused Iran of sending", "after visiting"
            index = left - 1
            before = self._verb_before(index)
            if before >= 0 and not OBJECT_CONTROL.isdisjoint(self.reading.lemmas(before)):
                accused = self.object(before)
                if accused:
                    return accused[0]
            return self._find_subject(before, depth + 1) if before >= 0 else None
        if tag in VERBS:  # "considered sending"
            return self._find_subject(left, depth + 1)
        if tag in "Xp":
            return self._mention_filler(left, "directly before the participle")
        if tag in ",C":
            before = self._verb_before(left - 1)
            return (
                self._find_subject(before, depth + 1)
                if before >= 0
                else self._opening_subject(verb)
            )
        if tag == "O":
            return self._walk_left(left, left, depth, verb)
        return self._opening_subject(verb) if left == self.first else None

    def _opening_subject(self, verb: int) -> Filler | None:
        """The first name of the main clause, for a participle that opens the sentence."""
        for index in range(verb + 1, self.end):
            if self.tags[index] == ",":
                for after in range(index + 1, min(self.end, index + 6)):
                    if self.tags[after] in "Xp":
                        return self._mention_filler(after, "subject of the main clause")
                return None
        return None

    def _walk_left(self, index: int, adjacent: int, depth: int, verb: int) -> Filler | None:
        """Walk from a verb group to the head of its subject."""
        while index >= self.first:
            tag = self.tags[index]
            if tag == "R":
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
                before = self._verb_before(index - 1)
                return self._find_subject(before, depth + 1) if before >= 0 else None
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

    def _phrase_left(self, index: int, adjacent: int, verb: int) -> tuple[int, Filler | None]:
        """Read one noun phrase leftwards: (where to go on, its filler if it is the subject)."""
        filler = self._noun_phrase_ending(index)
        before = filler.first - 1
        if before >= self.first and self.tags[before] == "P":
            word = self.lower[before]
            near = index == adjacent and (word in CLAUSE_PREPOSITIONS or self.tags[verb] == "G")
            if near and filler.mention >= 0:
                return index, filler
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

    def _noun_phrase_ending(self, index: int) -> Filler:
        """Return the noun phrase whose last token is `index`."""
        mention = self.reading.mention_at[index]
        if mention >= 0 and self.reading.mentions[mention].kind != "demonym":
            return self._mention_filler(index, f"{self.end - index} left")
        first = index
        while first > self.first and (
            self.tags[first - 1] in "O#DE"
            or (self.tags[first - 1] == "X" and self._modifies(first - 1))
        ):
            first -= 1
        return Filler(first, index + 1, how="noun phrase")

    def _modifies(self, index: int) -> bool:
        """Tell whether a name stands before a noun as its owner or adjective."""
        mention = self.reading.mentions[self.reading.mention_at[index]]
        return (
            mention.possessive
            or mention.kind == "demonym"
            or mention.kind in ("state", "metonym", "organisation")
        )

    def _mention_filler(self, index: int, how: str) -> Filler:
        mention = self.reading.mentions[self.reading.mention_at[index]]
        return Filler(mention.first, mention.end, mention=self.reading.mention_at[index], how=how)

    def _before_relative(self, index: int) -> int:
        index -= 1
        while index >= self.first and self.tags[index] in ",Q":
            index -= 1
        return index

    def _relative_of(self, verb: int) -> int:
        """Return the relative pronoun that opens the clause of a verb, or -1."""
        index = self.group_start(verb) - 1
        return index if index >= self.first and self.tags[index] == "R" else -1

    def _before_relative_verb(self, verb: int) -> int:
        relative = self._relative_of(verb)
        if relative >= 0:
            return self._before_relative(relative)
        if self.tags[verb] in "GE" and verb > self.first:
            return verb - 1
        return self.first - 1

    def _before_insertion(self, comma: int) -> int:
        """Step over ", … ," to the word before it."""
        index = comma - 1
        while index >= self.first:
            if self.tags[index] == ",":
                return index - 1
            if self.tags[index] == ";":
                break
            index -= 1
        return comma - 1

    def _before_quotation(self, index: int) -> int:
        number = self.quotes[index]
        while index >= self.first and self.quotes[index] == number:
            index -= 1
        return index

    def _joined_left(self, filler: Filler) -> list[Filler]:
        """Add the names joined to a subject: "the US, South Korea and Ukraine"."""
        found = [filler]
        if filler.mention < 0:
            return found
        index = filler.first - 1
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
            return [filler] if self.tags[head] == "P" else found
        return found

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

    # Objects and phrases

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

    def _with_items(self, filler: Filler) -> list[Filler]:
        items = self.reading.items_between(filler.first, filler.end)
        return list(self._item_fillers(items)) or [filler]

    @staticmethod
    def _item_fillers(items: Iterable[tuple[int, ItemMention]]) -> Iterator[Filler]:
        for number, item in items:
            yield Filler(item.first, item.end, item=number, how="item in the phrase")

    def _fronted_object(self, verb: int) -> list[Filler]:
        """The noun that a relative clause describes: "the missiles that Iran sent"."""
        subject = self._find_subject(verb, 0)
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

    def _right(self, start: int) -> Iterator[Filler]:
        """Yield the mentions and items of the noun phrases right behind a word."""
        index = start + 1
        while index < self.end:
            tag = self.tags[index]
            item = self.reading.item_at[index]
            if item >= 0 and self.reading.items[item].first == index:
                yield Filler(index, self.reading.items[item].end, item=item, how="object")
                index = self.reading.items[item].end
                continue
            if tag in "Xp":
                mention = self.reading.mentions[self.reading.mention_at[index]]
                items = list(self.reading.items_between(index, mention.end))
                if items:  # "North Korean soldiers" are what is sent
                    yield from self._item_fillers(items)
                elif not mention.possessive and mention.kind != "demonym":
                    yield self._mention_filler(index, "object")
                index = mention.end
                continue
            if tag == "P" and self.lower[index] not in ("of", "including", "like"):
                return
            if tag in "VIASRTM;" or (
                tag == "G"
                and self.reading.item_at[index] < 0
                and self.tags[index - 1] not in "DO,C"
            ):
                return
            if tag == "C" and self._opens_clause(index + 1):
                return
            if tag == "," and not self._continues_list(index + 1):
                return
            index += 1

    def _opens_clause(self, index: int) -> bool:
        """Tell whether a verb comes before the next noun phrase is over."""
        while index < self.end and self.tags[index] in "BNAMT":
            index += 1
        if index >= self.end or self.tags[index] in VERBS:
            return True
        if self.tags[index] in "Xp":
            after = self.reading.mentions[self.reading.mention_at[index]].end
            return after < self.end and self.tags[after] in "VAM"
        return False

    def _continues_list(self, index: int) -> bool:
        if index >= self.end or self.tags[index] not in "XO#DC":
            return False
        return not self._opens_clause(index)

    def phrases(self, trigger: int, prepositions: frozenset[str]) -> list[Filler]:
        """What follows one of these prepositions after the trigger, in the same clause."""
        found: list[Filler] = []
        index = trigger + 1
        while index < self.end:
            tag = self.tags[index]
            word = self.lower[index]
            if (
                tag in "PT"
                and word in prepositions
                and not (tag == "T" and self.tags[index + 1 : index + 2] == ["I"])
            ):
                found.extend(self._inside(index))
            elif (
                tag in "S;"
                or (tag == "R" and index > trigger + 1 and self.tags[index - 1] != "P")
                or (
                    tag == "Q"
                    and self.quotes[index] != self.quotes[trigger]
                    and index > trigger + 1
                )
                or (tag in "VM" and index > trigger + 1)
                or (tag in ",C" and self._ends_clause(index + 1))
            ):
                break
            index += 1
        return found

    def _ends_clause(self, index: int) -> bool:
        if index >= self.end:
            return True
        if self.tags[index] in "PtB#":
            return False
        return self.tags[index] in "GRSM" or self._opens_clause(index)

    def _inside(self, preposition: int) -> Iterator[Filler]:
        """Yield the names and items of the phrase behind a preposition, joined ones too."""
        index = preposition + 1
        empty = True
        while index < self.end:
            tag = self.tags[index]
            item = self.reading.item_at[index]
            if item >= 0 and self.reading.items[item].first == index:
                yield Filler(
                    index, self.reading.items[item].end, item=item, how="after a preposition"
                )
                index, empty = self.reading.items[item].end, False
                continue
            if tag in "Xp":
                mention = self.reading.mentions[self.reading.mention_at[index]]
                items = list(self.reading.items_between(index, mention.end))
                if items:
                    yield from self._item_fillers(items)
                elif not mention.possessive:
                    yield self._mention_filler(index, f"after {self.lower[preposition]}")
                    empty = False
                index = mention.end
                continue
            if tag in "DO#tB" or (tag in "GE" and empty) or (tag == "O"):
                index += 1
                continue
            pair = tag == "C" and self.lower[preposition] == "between"
            if (
                tag in "C,"
                and not empty
                and index + 1 < self.end
                and (pair or not self._ends_clause(index + 1))
                and self.tags[index + 1] in "XDO"
            ):
                index += 1
                continue
            return

    def object_behind(self, token: int) -> list[Filler]:
        """What stands right behind a trigger of several words."""
        return list(self._right(token))

    # Nouns

    def compound(self, first: int, last: int) -> list[Filler]:
        """Items of a noun: "missile deliveries", "the delivery of shells and rockets"."""
        found: list[Filler] = []
        if first > self.first and self.reading.item_at[first - 1] >= 0:
            number = self.reading.item_at[first - 1]
            item = self.reading.items[number]
            found.append(Filler(item.first, item.end, item=number, how="before the noun"))
        if last + 1 < self.end and self.lower[last + 1] == "of":
            found += [filler for filler in self._right(last + 1) if filler.item >= 0]
        return found

    def purpose(self, token: int) -> list[Filler]:
        """Whom it helps: "to help Russia", "in support of the rebels"."""
        for index in range(token + 1, self.end - 1):
            if self.tags[index] == "T" and HELP & set(self.reading.lemmas(index + 1)):
                return [filler for filler in self._right(index + 1) if filler.mention >= 0][:1]
            if self.tags[index] in ";S" or (self.tags[index] == "V" and index > token + 1):
                break
        return []

    def maker(self, token: int) -> list[Filler]:
        """Whose make an item is: "a North Korean missile", "Iranian-made drones"."""
        for number, item in self.reading.items_between(self.first, self.end):
            inside = self.reading.mention_at[item.first]
            if inside >= 0 and self.reading.mentions[inside].country:
                return [self._mention_filler(item.first, f"maker of item {number}")]
            for index in range(item.first - 1, max(self.first - 1, item.first - 6), -1):
                if self.tags[index] == "X":
                    mention = self.reading.mention_at[index]
                    if self.reading.mentions[mention].kind in ("demonym", "state"):
                        return [self._mention_filler(index, f"maker of item {number}")]
                    break
                if self.tags[index] not in "OE#G;" or self.lower[index] in (
                    ".",
                    ";",
                    ":",
                    "(",
                    ")",
                ):
                    break
        return []

    def near(self, token: int) -> list[Filler]:
        """Every name and item of the sentence, the nearest first: for phrases without a clause."""
        reading = self.reading
        found = [
            Filler(mention.first, mention.end, mention=number, how="near")
            for number, mention in reading.mentions_between(self.first, self.end)
        ]
        found += [
            Filler(item.first, item.end, item=number, how="near")
            for number, item in reading.items_between(self.first, self.end)
        ]
        return sorted(found, key=lambda filler: abs(filler.first - token))

    def owner(self, trigger: int) -> list[Filler]:
        """Whose it is, of a noun: "Putin's visit", "Russian deliveries", "a visit by Putin"."""
        index = trigger - 1
        while index >= self.first and index >= trigger - 7:
            tag = self.tags[index]
            if self.lower[index] in ("'s", "’s", "'", "’") and self.tags[index - 1] == "X":
                return self._joined_left(self._mention_filler(index - 1, "owner"))
            if self.lower[index] in self.reading.possessive_pronouns:
                filler = self._antecedent(index)
                return [filler] if filler else []
            if tag == "X":
                if self._modifies(index):
                    return [self._mention_filler(index, "adjective")]
                break
            if tag not in "O#EGB" and self.lower[index] != "-":
                break
            index -= 1
        return self._named_behind(trigger)

    def clause_subject(self, noun: int) -> list[Filler]:
        """Whose clause a noun stands in: "Kerry said during a visit to Seoul", "paid a visit"."""
        start = noun
        while start > self.first and self.tags[start - 1] in "DO#EGt":
            start -= 1
        verb = self._verb_before(start - 1)
        if verb >= 0:
            found = self.subject(verb) or self.inverted_subject(verb)
            return [self._owner_inside(filler) for filler in found]
        before = start - 1
        while before > self.first and self.tags[before] in "PB,":
            before -= 1
        if before >= self.first and self.tags[before] == "X":
            return [self._mention_filler(before, "named before the phrase")]
        opening = self._opening_subject(noun)
        return [opening] if opening else []

    def _owner_inside(self, filler: Filler) -> Filler:
        """Read "Kerry's trip" as Kerry where somebody is wanted."""
        if filler.mention < 0:
            for number, mention in self.reading.mentions_between(filler.first, filler.end):
                if mention.possessive:
                    return Filler(
                        mention.first, mention.end, mention=number, how="owner of subject"
                    )
        return filler

    def fronted(self, trigger: int, prepositions: frozenset[str]) -> list[Filler]:
        """What a phrase before the subject names: "In Manila, the minister will meet …"."""
        index = self.first
        while index < trigger and self.tags[index] in "BSC,;t":
            index += 1
        if index < trigger and self.tags[index] == "P" and self.lower[index] in prepositions:
            return list(self._inside(index))
        return []

    def _named_behind(self, noun: int) -> list[Filler]:
        index = noun + 1
        while index < min(self.end, noun + 12):
            if self.lower[index] == "by" or (self.lower[index] == "of" and index == noun + 1):
                found = [f for f in self._inside(index) if f.mention >= 0]
                if found:
                    return found
            if self.tags[index] in "VSR;Q,":
                break
            index += 1
        return []

    def _antecedent(self, pronoun: int) -> Filler | None:
        """The person or body that "his", "their" refers to: the subject of the clause."""
        verb = self._verb_before(pronoun - 1)
        if verb >= 0:
            return self._find_subject(verb, 1)
        for index in range(pronoun + 1, self.end):  # "During his visit to Moscow, Kim …"
            if self.tags[index] == "," and index + 1 < self.end and self.tags[index + 1] in "Xp":
                return self._mention_filler(index + 1, "subject of the main clause")
        return None
