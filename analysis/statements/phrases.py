"""Noun phrases beside a verb of speech, read from the tags of grammar.py.

The subject of "said" is sought leftwards over the phrases, relative clauses and insertions that
news prose puts between ("A spokesman for the ministry, who asked not to be named, said"); the
author of an inverted or passive verb rightwards (“…,” said X; accused by X).
"""

from __future__ import annotations

from collections.abc import Callable

from analysis.actors import PERSONS
from analysis.grammar import POSSESSIVE_MARKS
from analysis.roles import VERBS, Filler, SurfaceResolver
from analysis.statements.right_phrases import TIME_ADJECTIVES, RightPhrases

# What stands behind these is where somebody is, or whose: "an envoy at the United Nations".
SEATED = frozenset({"at", "in", "of", "from", "for", "on"})
# A phrase between one of these and a verb is its subject: "after Russia said …".
CLAUSE_OPENERS = frozenset({"after", "before", "since", "until", "as", "than"})
# The last word of a phrase. A participle there opens a clause: "officials briefed on it".
PHRASE_END = frozenset("XpO#t")


class PhraseReader(RightPhrases):
    """Reads the noun phrases of one sentence; `is_speech` tells the verbs of speech.

    Nouns in `titles` belong to the name behind them: "the rebel chief Ruto".
    """

    def __init__(
        self, resolver: SurfaceResolver, is_speech: Callable[[int], bool], titles: frozenset[str]
    ):
        super().__init__(resolver, titles)
        self.is_speech = is_speech

    # Leftwards

    def region(self, index: int) -> tuple[list[Filler], int]:
        """Read leftwards from a token: (the phrases that can be subject, where reading stopped).

        Phrases after a preposition, words of time and the insides of relative clauses are skipped.
        """
        found: list[Filler] = []
        opened: list[Filler] = []
        adjacent, outer, belongs = index, -1, False
        while index >= self.first:
            tag = self.tags[index]
            if tag == "B":
                index -= 1
            elif tag in PHRASE_END or (
                # A determiner read as a phrase: "most said", "many of her aides said"
                (index == adjacent or self.lower[index + 1 : index + 2] == ["of"])
                and self.is_quantifier(index)
            ):
                start, filler = self.phrase_ending(index)
                preposition = self.preposition_of(start)
                if preposition >= 0:
                    if self.lower[preposition] in CLAUSE_OPENERS and filler.how != "time":
                        # "A day after officials | leading it | said", no "views it as …"
                        inside = index == outer and self.lower[preposition] != "as"
                        if index == adjacent or inside or belongs:
                            return [filler], preposition
                        opened = opened or [filler]
                    # "as the head of the army said"
                    belongs = self.lower[preposition] == "of" and (belongs or index == adjacent)
                    index = self.resolver.skip_left(preposition, "P")  # "from inside"
                    index -= self.lower[index] in TIME_ADJECTIVES  # "late on Monday"
                    continue
                if filler.how != "time":
                    if found:
                        break
                    found.append(filler)
                index = start - 1
            elif (
                tag == "C"
                and found
                and (self.lower[index] != "but" or self.lower[index + 1] == "also")
            ):
                return self._joined(index, found)
            elif (
                tag in ",;"
                and found
                and self.tags[opener := self.resolver.before_insertion(index)] == "C"
            ):
                index = opener  # "Oslo and, more recently, | Rome said"
            elif tag in "VIGEAM":
                outside = self._outside_relative(index, bool(found))
                if outside is None:
                    break
                found.clear()
                index = outer = outside
            else:
                break
        # "as the ministry said": what a preposition seems to govern is the subject of a clause.
        return found or opened, index

    def starts_clause(self, index: int) -> bool:
        """Tell whether a clause can begin right behind a token."""
        both = index >= self.first and self.lower[index] == "both"
        index -= both or self.lower[index : index + 2] == ["not", "only"]
        return index < self.first or self.tags[index] in ",;SQCR" or self.is_speech(index)

    def phrase_ending(self, index: int) -> tuple[int, Filler]:
        """Return where the noun phrase that ends at a token starts, and its filler."""
        if self.resolver.is_time(index) or self.lower[index] == "ago":
            start = index
            while start > self.first and (
                self.tags[start - 1] in "t#D" or self.lower[start - 1] in TIME_ADJECTIVES
            ):
                start -= 1
            return start, Filler(start, index + 1, how="time")
        mention, number = self.reading.named_at(index), self.reading.mention_at[index]
        if mention is not None and mention.kind != "demonym":
            filler = self.reading.filler(number, "subject of speech")
            if self.tags[index] == "p":
                return index, filler  # "the bill he wrote"
            start = mention.first if self.is_owned(mention) else self._start_of(mention.first)
            if self.is_bare(filler):
                return start, Filler(start, mention.end, how="noun phrase")
            return mention.first if self.stands_apart(start, mention) else start, filler
        start = self._start_of(index)
        return start, Filler(start, index + 1, how="noun phrase")

    def _start_of(self, start: int) -> int:
        """Step from a head noun over what stands before it, to its determiner."""
        ending = self.reading.lexicon["claims"] | {"time"}
        while start > self.first:
            tag = self.tags[start - 1]
            other = self.lower[start - 1] == "other" and self.tags[start - 2] in "D#"
            if tag == "D" and not other:
                return start - 1
            if tag == "X":
                mention = self.reading.mentions[self.reading.mention_at[start - 1]]
                heads = mention.kind == "group" and not mention.country  # "ministers | Ana Silva"
                if not (mention.possessive or self.tags[start] in "O#E" or heads):
                    return start
                start = mention.first
            elif tag == "E" and self.tags[start - 2 : start - 1] and self.tags[start - 2] in "ABNR":
                return start  # "has condemned indiscriminate shelling"
            elif tag in "t#" and (determiner := self.before_day(start - 1)) >= 0:
                return determiner
            elif self.lower[start - 1] in ending and self.reading.text.words[start][0].isupper():
                return start  # "a charge | Vantor denied", "for the first time | Oslo admitted"
            elif tag in "O#E" or other or self._joins_adjectives(start - 1):
                start -= 1  # "a dozen | other | countries"
            elif self.lower[start] in POSSESSIVE_MARKS and tag in "tB":
                start -= 1  # "yesterday's vote"
            else:
                return start
        return start

    def _joins_adjectives(self, index: int) -> bool:
        """Tell "foreign and defence ministries", "Trade and Labour Minister" from "Oslo and X"."""
        before, behind = index - 1, index + 1
        if self.tags[index] != "C" or before < self.first or self.tags[before] != "O":
            return False
        topical = self.lower[before] in self.reading.lexicon["title_topics"]
        mention = self.reading.named_at(behind)
        if mention is not None:
            if topical:  # a title or body, and no name alone
                titled = mention.kind in ("title", "group", "institution")
                return titled or self.lower[behind] not in mention.name.lower().split()
            several = mention.end > behind + 1 and self.lower[mention.end - 1].endswith("s")
            several = several and mention.kind in ("title", "group") and not mention.country
            lone = before == self.first or self.tags[before - 1] in ",;SQR"
            # "port and security officials"
            return several and lone and not self.lower[before].endswith("s")
        capital = self.reading.text.words[before][0].isupper()
        if self.tags[behind] != "O" or capital != self.reading.text.words[behind][0].isupper():
            return False
        if topical or not capital:
            return topical or before > self.first
        end = self.end_of_name(behind)  # "Food and Drug Administration", not "Apple and Google"
        return self.lower[end - 1] in self.reading.lexicon["body_ends"]

    def preposition_of(self, start: int) -> int:
        """Return the preposition that governs the phrase that starts at a token, or -1."""
        before = self.resolver.skip_left(start - 1, "B")
        if before < start - 1 and before > self.first and self.tags[before] == "D":
            before -= 1  # "for the first | time", "in the early | hours"
        return before if before >= self.first and self.tags[before] == "P" else -1

    def _joined(self, conjunction: int, last: list[Filler]) -> tuple[list[Filler], int]:
        """Return the phrases that "and" joins, `last` behind it, unless it joins two clauses."""
        joined = last
        index, stop = self.resolver.skip_left(conjunction, "C"), conjunction  # "as well as"
        if index >= self.first and self.tags[index] == ",":
            aside = self._before_aside(index)  # "Oslo, which lost a ship, and Rome said"
            index = (aside if aside > self.first else index) - 1
        index = self.resolver.before_brackets(index)
        while index >= self.first:
            found, boundary = self.region(index)
            if not found or not self.starts_clause(boundary):
                break
            if joined is last and index < conjunction - 1 and self.is_speech(boundary):
                break  # "announced a raid, and the premier said": an object and a new subject
            # "voters in Ohio, Iowa and Maine": the names only tell which voters.
            one = self._is_modified(found, index) or self._is_same_person(found[-1], last)
            passed = set(self.tags[found[-1].end : index + 1])
            if not passed.isdisjoint(VERBS) and not (one and passed.isdisjoint("VIGAM")):
                break  # "two were hurt in Oslo, officials and medics said"
            joined = found if one else found + joined
            stop = boundary
            if boundary < self.first or self.tags[boundary] != ",":
                break
            index = self.resolver.before_brackets(boundary - 1)
        return joined, stop

    def ends_list(self, last: int) -> bool:
        """Tell whether the list that ends at a token is an object, or the place of something.

        So it is no subject of speech, and no insertion: "sold arms to Chad, Mali and Niger, said
        X", "visited Chad and Mali, aides said".
        """
        start, _ = self.phrase_ending(last)
        if start <= self.first or self.tags[start - 1] != "C":
            return False
        index = start - 1
        while index > self.first and self.tags[index] in "C,":
            index -= 2 if self.tags[index - 1] == "," else 1
            if index < self.first or self.tags[index] not in "XO#":
                return False
            start, _ = self.phrase_ending(index)
            if self.preposition_of(start) >= 0:
                return True
            index = start - 1
        return index >= self.first and self.tags[index] in VERBS

    def _is_modified(self, found: list[Filler], index: int) -> bool:
        """Tell whether a phrase ending at a token only says which ones a common noun means."""
        if len(found) != 1 or found[0].mention >= 0 or index < found[0].end:
            return False
        start, _ = self.phrase_ending(index)
        opener = self.preposition_of(start)
        named = opener > self.first and self.reading.text.words[opener - 1][0].isupper()
        among = self.lower[opener] in ("in", "of", "from", "across", "by")
        return opener >= 0 and (among or (named and self.lower[opener] == "for"))

    def _is_same_person(self, officer: Filler, last: list[Filler]) -> bool:
        """Tell "the senator and presidential candidate" from "the senator and his aide"."""
        other, titled = last[0], self.reading.kind_of(officer) == "title"
        bare = other.mention < 0 and self.tags[other.first] in "OE" and len(last) == 1
        return titled and bare and not self.lower[other.end - 1].endswith("s")

    def _outside_relative(self, verb: int, skipped: bool) -> int | None:
        """Return the token before the relative clause or participle that a verb belongs to."""
        before = self.resolver.group_start(verb) - 1
        if before < self.first:
            return None
        if self.tags[before] == "R":
            return self.resolver.before_relative(before)
        if self.tags[verb] == "V" and (skipped or self.is_speech(verb)):
            return None
        if skipped and self.tags[verb] == "G" and self.resolver.verb_is("clause_takers", verb):
            return None  # "issued a statement saying | it | denies"
        if self.tags[verb] == "G" and self.lower[before] in ("while", "when"):
            return before - 1  # "the envoy while speaking to reporters | said"
        if self.tags[verb] == "I":
            if self.tags[before] in VERBS:
                return self._outside_relative(before, skipped)  # "who helped | build it"
            return before - 1 if self.tags[before] == "T" and not self.is_speech(verb) else None
        if self.tags[verb] == "E" and self.tags[before] == "C":
            before -= 1  # "a report written by Oslo and | made public on Monday | accuses"
        return before if self.tags[before] in "XO#PtE" and self.tags[verb] in VERBS else None

    def verb_before(self, index: int) -> int:
        """Return the nearest verb left in the same clause, or -1; "a warning" is none."""
        verb = self.resolver.verb_before(index)
        nominal = verb > self.first and self.tags[verb] == "G" and self.tags[verb - 1] in "DO"
        return self.verb_before(verb - 1) if nominal else verb

    def opener_of(self, verb: int) -> int:
        """Return the word that opens a verb's clause: "that", "who", "if", "after"; -1 = none."""
        index = self.resolver.group_start(verb) - 1
        while index >= self.first and self.tags[index] not in ";Q":
            if self.tags[index] in "RS" or self.lower[index] in CLAUSE_OPENERS:
                return index
            if self.tags[index] == ",":
                index = self._before_aside(index)
            index -= 1
        return -1

    def _before_aside(self, closing: int) -> int:
        """Step from the comma behind ", which …" to that before it; else out of the sentence."""
        for index in range(closing - 1, self.first, -1):
            if self.tags[index] in ",;Q":
                opens = self.tags[index] == "," and self.tags[index + 1] == "R"
                return index if opens else self.first
        return self.first

    def seated_at(self, place: Filler) -> Filler | None:
        """Return the envoy of "an envoy at the African Union", where `place` is the last name."""
        before = place.first - 1 - (self.tags[place.first - 1] == "D")
        named = self.reading.kind_of(place) not in ("", *PERSONS)
        if not named or before <= self.first or self.lower[before] not in SEATED:
            return None
        _, seated = self.phrase_ending(before - 1)
        return seated if self.tags[before - 1] in "XO" else None
