"""To whom or what it is done: the object, or the subject of a passive; whom it helps."""

from __future__ import annotations

from analysis.grammar import POSSESSIVE_PRONOUNS
from analysis.phrase_index import PhraseIndex
from analysis.reading import Filler
from analysis.roles.joined import ALONG
from analysis.roles.phrases import IN_PHRASE
from analysis.roles.place_lists import OPENING_ASIDE
from analysis.roles.subjects import Subjects

# They open a list of what something is made up of …
MADE_OF = (
    *(["including"], ["comprising"], ["namely"]),
    *([which, verb] for which in ("which", "that") for verb in ("includes", "include", "included")),
    *(["which", "comprises"], ["among", "them"], ["consisting", "of"], ["such", "as"]),
    *(["which", "will", "include"], ["that", "will", "include"]),
)
# … and these what goes with it.
ADDING = (*ALONG, ["besides"], ["plus"])
OPENING = PhraseIndex([(words, words in ADDING) for words in (*MADE_OF, *ADDING)])
OPENERS = frozenset(OPENING)

# Before a time or place that stands before the object, and who is one behind it.
PLACING = frozenset({"in", "at", "on"})
PEOPLE = frozenset({"person", "title"})
# "At the palace in the capital" before an object is so long.
LONGEST_ADJUNCT = 9
# These lead from a thing to what it is part of, so near behind it or its verb.
PART_OF, PART_WITHIN = frozenset({"of", "from", "among", "in", "to"}), 8


class Objects(Subjects):
    """Finds objects behind the verb, before a relative clause, and of passives."""

    def object(self, trigger: int) -> list[Filler]:
        """To whom or what it is done: the object, or the subject of a passive."""
        if trigger not in self.objects:
            self.objects[trigger] = self._seek_object(trigger)
        return self.objects[trigger]

    def _seek_object(self, trigger: int) -> list[Filler]:
        if self.is_passive(trigger):
            if self.group_start(trigger) == trigger or self.lower[trigger - 1] == ",":
                return self._reduced_object(trigger)
            if self.is_to_be(trigger):
                return self._reduced_object(self.group_start(trigger) - 1)
            subjects = self.surface_subject(trigger)
            found = [part for filler in subjects for part in self.with_measured(filler)]
            # "The army was given drones": what follows is given.
            found += [part for part in self._right(trigger) if part.item >= 0]
            if all(part.item < 0 for part in found):  # "the drones that Chad was given"
                found += [part for part in self._fronted_object(trigger) if part.item >= 0]
            return found + self._included(trigger, {filler.item for filler in found})
        behind, fronted = list(self._right(trigger)), self._fronted_object(trigger)
        # "The arms Peru gave Chile": who gets them stands behind.
        found = fronted + [part for part in behind if part.mention >= 0] if fronted else behind
        found = found or self._behind_adjunct(trigger) or self._behind_recipient(trigger)
        start = self.past_insertion(trigger + 1)
        if not found and start > trigger + 1:  # "freed, after talks, two sailors"
            found = list(self._right(start - 1))
        found += self._second_object(trigger)
        if not found and (other := self.sharing(trigger)) >= 0:
            return self.object(other)
        return found + self._included(trigger, {filler.item for filler in found})

    def _second_object(self, trigger: int) -> list[Filler]:
        """Return the items that "and" adds behind a phrase: "tanks to Chad and drones to Mali"."""
        phrased = False
        for index in range(trigger + 1, self.end - 1):
            tag = self.tags[index]
            if tag in "VMAIT;SRQ":
                break
            phrased = phrased or self.lower[index] in ("to", "from", "for")
            if tag == "C" and phrased and not self._opens_clause(index + 1):
                items = [part for part in self._right(index) if part.item >= 0]
                turned = items and self.lower[items[-1].end : items[-1].end + 1]
                if turned and turned[0] in ("to", "from", "for"):
                    return items
        return []

    def _behind_adjunct(self, trigger: int) -> list[Filler]:
        """Read "will deliver next month twelve tanks", "received at the palace the premier"."""
        tags, mentions = self.tags, self.reading.mentions
        for index in range(trigger + 2, min(self.end, trigger + LONGEST_ADJUNCT)):
            adverbial = tags[index - 1] in "Bt" or self.lower[trigger + 1] in PLACING
            if tags[index - 1] not in "PBtDXO#" or not adverbial:
                break
            named = self.lower[index - 1].isalpha() and tags[index - 1 : index + 1] == ["O", "X"]
            if named or tags[index - 1] == "t" or (tags[index] == "D" and tags[index - 1] in "XO"):
                found = [
                    part
                    for part in self._right(index - 1)
                    if part.item >= 0 or mentions[part.mention].kind in PEOPLE
                ]
                if found:
                    return found
        return []

    def _behind_recipient(self, trigger: int) -> list[Filler]:
        """Read "handed over to Chad twelve tanks", "received from Oslo": the object behind it."""
        index = trigger + 1 + (self.lower[trigger + 1 : trigger + 2] == ["over"])
        if self.lower[index : index + 1] not in (["to"], ["from"]):
            return []
        index += 1 + (self.tags[index + 1 : index + 2] == ["D"])
        if index >= self.end or self.tags[index] != "X":
            return []
        named = self.reading.mentions[self.reading.mention_at[index]]
        behind = self.skip_right(named.end, "B")  # "delivered to Chad, a neighbour, twelve tanks"
        following = self.tags[behind] if behind < self.end and not named.possessive else ";"
        return list(self._right(behind - 1)) if following in "DO#X" else []

    def _included(self, trigger: int, found: set[int]) -> list[Filler]:
        """Return further items that a word adds behind a phrase: "including", "along with"."""
        index, done = trigger + 1, False
        if OPENERS.isdisjoint(self.lower[index : self.end - 1]):
            return []  # as in most sentences
        while index < self.end - 1:
            behind = self.past_attribution(index)
            # "Sent tanks to fight along with French troops" sends no troops.
            done = done or self.tags[index] in "IG"
            start, goes_with_it = OPENING.longest_at(self.lower, index) or (0, False)
            if start and not (done and goes_with_it):
                return [part for part in self._right(start - 1) if part.item not in {-1, *found}]
            if self.tags[index] in "VR" or (self.tags[index] == ";" and self.lower[index] != ";"):
                break
            index = max(index + 1, behind)
        return []

    def with_measured(self, filler: Filler) -> list[Filler]:
        """Read "dozens of tanks", "a batch of shells" as the items that are measured."""
        if filler.mention >= 0:
            return [filler]
        if self.lower[filler.end : filler.end + 1] != ["of"]:
            return [*self._listed_before(filler), filler]
        return [part for part in self._inside(filler.end) if part.item >= 0] or [filler]

    def _listed_before(self, last: Filler) -> list[Filler]:
        """Return the items joined to the last one of a list: "rifles, mortars and shells were"."""
        index = last.first - 1
        if index < self.first or self.tags[index] != "C":
            return []
        first = max(self.first, self.skip_left(index, "XO#DC,B"))
        return self.reading.item_fillers(first, last.first, IN_PHRASE)

    def _reduced_object(self, participle: int) -> list[Filler]:
        """The noun that a participle describes: "missiles supplied by Iran"."""
        index = participle - 1
        if index >= self.first and self.lower[index] in OPENING_ASIDE:
            index -= 1
        if index < self.first:  # "Armed by Iran, the rebels took the town"
            opening = self._opening_subject(participle)
            return [opening] if opening else []
        if parts := self._part_of(index):
            return parts
        if self.tags[index] not in "XO":
            first = self.verb_before(index)
            joined = first >= self.first and self.sharing(first) == participle
            return self._reduced_object(first) if joined else []
        return self._with_items(self._noun_phrase_ending(index))

    def _fronted_object(self, verb: int) -> list[Filler]:
        """The noun that a relative clause describes: "the missiles that Iran sent"."""
        subject = self.find_subject(verb, 0)
        if subject is None:
            return []
        subject = self._joined_left(subject)[0]  # "the arms that Oslo and Rome sent"
        index = self.skip_left(subject.first - 1, "D")
        if index < self.first or index == subject.first:
            return []
        if self.tags[index] == "V" and self.verb_is("clause_takers", index):
            # "The arms that | Oslo said | Rome had sent"
            told = self.skip_left(self.group_start(index) - 1, "XpDO")
            index = told if self.tags[told] == "R" else index
        before = self.before_relative(index) if self.tags[index] == "R" else index
        if before < self.first:
            return []
        last = self._noun_phrase_ending(before)
        whom = self.lower[index] in ("which", "whom") and not self.verb_is("clause_takers", verb)
        if whom and last.mention >= 0 and self.tags[self.skip_left(last.first - 1, "D")] != "P":
            return [last]  # "Chad, which Oslo armed"; not "the army in Chad, which"
        if self.reading.item_at[before] < 0:  # "the arms and equipment it has given Chad"
            joined = self.tags[before] == "O" and self.tags[last.first - 1 : last.first] == ["C"]
            return self._listed_before(last) if joined else self._part_of(before)
        return [*self._listed_before(last), *self._with_items(last)]

    def _part_of(self, whole: int) -> list[Filler]:
        """Return the jet of "a jet, one of 24 that Oslo sold", "came from a batch sold by Oslo"."""
        counted = self.tags[whole] == "#" or self.lower[whole] in self.lexicon["wholes"]
        if not counted or self.reading.item_at[whole] >= 0:
            return []
        for index in range(whole - 1, max(self.first - 1, whole - PART_WITHIN), -1):
            if (item := self.reading.item_at[index]) >= 0:
                return [self.reading.item_filler(item, IN_PHRASE)]
            leads = self.lower[index] in PART_OF or self.verb_is("belonging", index)
            if not leads and self.tags[index] not in "DO#BA,":
                break
        return []

    def purpose(self, token: int) -> list[Filler]:
        """Whom it helps: "to help Russia", "in support of the rebels", "helps Russia by …"."""
        if self.lower[token - 1] == "by" and self.tags[token] == "G":
            verb = next((i for i in range(token - 2, self.first, -1) if self.tags[i] in "VIG"), -1)
            if verb >= 0 and self.verb_is("helping", verb):
                return self._helped(verb)
        for index in range(token + 1, self.end - 1):
            for verb in range(index + 1, index + 3):  # "to help", "to directly help"
                if self.tags[index] == "T" and self._helps(verb):
                    return self._helped(verb)
                if self.tags[verb : verb + 1] != ["B"]:
                    break
            if self.lower[index : index + 3] == ["in", "support", "of"]:
                return self._helped(index + 2)
            if self.tags[index] in ";S" or (self.tags[index] == "V" and index > token + 1):
                break
        return []

    def _helps(self, verb: int) -> bool:
        if verb >= self.end or (self.lower[verb] == "fight" and self.tags[verb + 1] in "DXOp#"):
            return False  # "to fight the rebels", but "to fight for them"
        if self.lower[verb : verb + 2] == ["train", "with"]:
            return False  # in a drill
        return self.lower[verb] in self.lexicon["helping"] or self.verb_is("helping", verb)

    def _helped(self, word: int) -> list[Filler]:
        """Return the first name behind "help", "fight alongside", "in support of", owners too."""
        if self.lower[word + 1] in self.reading.lemmas(word + 1):
            # "To help | protect | Chad", but "to help | defeat | the rebels".
            return self._helped(word + 1) if self._helps(word + 1) else []
        joined = self.skip_right(word + 1, ",C")
        if joined > word + 1 and self._helps(joined):  # "to advise and | assist | Chad"
            return self._helped(joined)
        for post in range(word + 1, min(self.end - 2, word + 8)):
            guarded = self.lower[post] in self.lexicon["embassies"]
            if guarded and self.lower[post + 1] == "in" and self.tags[post + 2] == "X":
                return [self._mention_filler(post + 2, "where the embassy is")]
        owned = self.lower[word + 1] in POSSESSIVE_PRONOUNS
        if not owned and (body := self._body_from(word + 1)):
            return body  # "to help the group"
        for number, mention in self.reading.mentions_between(word + 1, min(self.end, word + 8)):
            if self._only_describes(mention.end):
                continue
            between = self.tags[word + 1 : mention.first]
            turned = self.lexicon["not_helped"].isdisjoint(self.lower[word + 1 : mention.first])
            # "In support of its operation in Chad", "its forces in Chad" is no help for Chad.
            own = "P" in between or self.lower[mention.end - 1] in self.lexicon["state_bodies"]
            if (owned and own) or not turned or any(tag in "VIG;,SRC" for tag in between):
                return []
            how = f"helped, after {self.lower[word]}"
            return [self.reading.filler(number, how)]
        return []

    def antecedent(self, verb: int) -> int:
        """Return the "claim" of "a claim that Oslo rejects", "a claim Oslo rejects"; or -1."""
        index = self.group_start(verb) - 1
        if index < self.first or self.tags[index] not in "Xp":
            return -1
        index = self.skip_left(index, "XpD")
        index -= index >= self.first and self.tags[index] == "R"
        is_noun = index >= self.first and self.tags[index] == "O"
        return index if is_noun and self.tags[verb] in "VE" else -1
