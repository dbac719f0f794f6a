"""Who speaks: the subject of a verb of speech, or whoever stands behind "by" or "according to"."""

from __future__ import annotations

from analysis.actors import PERSONS
from analysis.grammar import COPULAS
from analysis.matching import Match
from analysis.roles import Filler
from analysis.statements.inversion import Inversion
from analysis.statements.labels import find_label
from analysis.statements.pairs import find_pair, find_them
from analysis.statements.participles import MAX_STEPS
from analysis.statements.phrases import CLAUSE_OPENERS
from analysis.statements.right_phrases import NAMES
from analysis.text import DASHES

I_OR_WE = frozenset({"we", "i"})
# Behind these phrases stands who says so.
NAMING = frozenset({"according", "citing", "quoting", "in", "as"})
MEANS = frozenset({"phone", "telephone", "email", "e-mail", "text", "video"})


class SpeakerFinder(Inversion):
    """Finds who speaks in one sentence."""

    def of_match(self, match: Match) -> list[Filler]:
        """Return who speaks by a match, the first named first; empty = nobody to be made out."""
        if "speaker" in match.fillers:
            found = [f for f in match.fillers["speaker"] if not self.voices.does_else(match, f)]
        elif match.rule.set.get("speaker") == "label":
            found = find_label(self.reading, self.words, match.sentence, match.trigger)
            found = found or self._before_colon(match.trigger)
        elif match.rule.phrases and self.lower[match.trigger] in NAMING:
            found = self.phrases.right(match.end - 1)[0]
            # "Done according to UN rules", "to plan"
            rules = self.reading.lexicon["rules"] | self.reading.lexicon["measures"]
            found = [] if found and self.lower[found[-1].end - 1] in rules else found
        else:
            found = self.of_verb(match.trigger)
            if self.voices.is_somebody(found) and not match.passive:
                found = [*found, *self.resolver.company(found[0], match.trigger)]
        wanted = match.rule.set.get("speaker", "")
        found = [part for filler in found for part in (filler, *self.voices.named_among(filler))]
        told = [speaker for filler in found for speaker in self._meant_by(filler, match.trigger)]
        return [filler for filler in told if self.voices.speaks(filler, wanted)]

    def _meant_by(self, filler: Filler, verb: int) -> list[Filler]:
        """Return the two that "both sides" are, or "they" who agreed; else who speaks."""
        agreed = "agree" in self.reading.lemmas(verb)
        two = find_them(self.reading, filler) if agreed else []
        return two or find_pair(self.reading, filler) or self.voices.authors(filler)

    def _before_colon(self, colon: int) -> list[Filler]:
        """Return who does what a quotation illustrates: "Ruto was blunt: “We will not go.”"."""
        if self.tags[colon + 1 : colon + 2] != ["Q"]:
            return []
        verbs = [t for t in range(self.first, colon) if self.tags[t] in "VA"]
        if not verbs or any(self.is_speech(verb) for verb in verbs):
            return []
        found = self.of_finite(verbs[-1], self.resolver.group_start(verbs[-1]) - 1, 0)
        return [
            one
            for one in found
            if self.reading.kind_of(one) in PERSONS or self.lower[one.first] in ("he", "she")
        ]

    # The subject

    def of_verb(self, verb: int, steps: int = 0) -> list[Filler]:
        """Return the subject of a verb, or the by-phrase of a passive."""
        if steps > MAX_STEPS or verb < self.first:
            return []
        passed_on = steps and self.reading.is_form(verb, self.reading.lexicon["heard_to_say"])
        passed_on = passed_on and self.lower[verb - 1] != "be"
        phoned = self.lower[verb + 1] == "by" and self.lower[verb + 2] in MEANS
        passive = self.resolver.is_passive(verb) and not phoned  # not "Okonogi, …, said by phone"
        if passive and not passed_on:  # not "was heard to say"
            return self._by_phrase(verb)
        left = self.resolver.group_start(verb) - 1
        if left >= self.first and self.tags[left] == "T":
            return self._governor_subject(left - 1, steps)
        if self.tags[verb] == "G" and set(self.tags[left + 1 : verb]) <= {"B"}:
            return self.of_participle(verb, steps)
        if self.lower[left + 1] == "having":
            return self.of_participle(left + 1, steps)
        return self.of_finite(verb, left, steps)

    def _by_phrase(self, verb: int) -> list[Filler]:
        for index in range(verb + 1, min(self.end, verb + 14)):
            if self.lower[index] == "by" and not self.resolver.is_of_another(index, verb):
                return self.phrases.right(index)[0]
            # "Asked about a sale by Oslo, Silva said": what stands behind "about" is Oslo's.
            about = self.lower[index] == "about" and self.tags[index + 1] != "p"
            if self.tags[index] in "VSR;" or (about and self.resolver.group_start(verb) == verb):
                break
        return []

    def _governor_subject(self, index: int, steps: int) -> list[Filler]:
        """Who continues to deny, went on to say: the subject of the governing verb."""
        if members := self.members(index):
            return members
        index = self.resolver.skip_left(index, "B")
        if self.lower[index] == "had":
            return self.of_finite(index, index - 1, steps)
        if index >= self.first and self.tags[index] in "VIGE":
            return self.of_verb(index, steps + 1)
        verb = self.phrases.verb_before(index)
        if self._makes_speak(verb):
            return self.phrases.right(verb)[0]
        if self.tags[index] == "O" and self._auxiliary_before(index) > verb:
            return self._subject_of_auxiliary(index, steps)  # "was ready to leave and said"
        return self.of_verb(verb, steps + 1)

    def _makes_speak(self, verb: int) -> bool:
        """Tell "prompted Oslo to warn": Oslo does."""
        done = verb >= 0 and self.reading.is_form(verb, self.words.realised)
        made = done and self.resolver.verb_is("object_control", verb)
        return made and self.tags[verb - 1] != "P"

    def of_finite(self, verb: int, left: int, steps: int) -> list[Filler]:
        """Return the subject of a finite verb, where `left` is the token before its group."""
        closed = self.tags[left] == "," and self.tags[left - 1] == "Q"
        if closed or self.tags[left] == "Q" or self.lower[left] in ("'", "’"):
            found = self.inverted(verb) or self.quoted_name(left)
            if found:
                return found
        if left >= self.first and (first := self.resolver.listing_verb(left)) >= 0:
            return self.ending(verb) or self.of_verb(first, steps + 1)
        # "Sold arms to Chad and Mali, said X"
        found = self.inverted(verb, left) if self.phrases.ends_list(left - 1) else []
        found = found or self._left_subject(verb, left, steps)
        behind = [] if found else self.inverted(verb, left)
        return behind if self.voices.is_author(behind) else found or self._far_subject(verb)

    def _far_subject(self, verb: int) -> list[Filler]:
        """Whom a relative clause is about: "X, who left when Y came, said"."""
        for relative in range(verb - 1, self.first, -1):
            if self.tags[relative] in ";Q":
                break
            if self.lower[relative] == "who":
                return self._antecedent(relative)
        return []

    def _left_subject(self, verb: int, index: int, steps: int) -> list[Filler]:
        named = self.tags[index - 1] in "Xp" or self.lower[index - 1] == ")"
        elsewhere = self.tags[index] == "C" and self.lower[index + 1] == "elsewhere"
        aside = elsewhere or (named and self.lower[index] == "both")
        index = self._step_out(verb, index - aside)
        if index < self.first:
            return []
        tag = self.tags[index]
        if tag in "PXpO#EtB" or self.phrases.is_quantifier(index):
            found, boundary = self.phrases.region(index)
            if not found and boundary > self.first and self.lower[boundary] == ")":
                # "The African Union (AU) on Tuesday condemned"
                found, boundary = self.phrases.region(self._step_out(verb, boundary))
            found, boundary = self._before_occasion(found, boundary)
            copula = boundary >= self.first and self.lower[boundary] in COPULAS
            if found and found[0].mention < 0 and copula:
                return []  # "X, who left as talks | were | secret, said"
            if found:
                return self._apposed_to(found, boundary, verb)
            index, tag = boundary, self.tags[boundary] if boundary >= self.first else "S"
        if tag == ",":
            return self._before_insertion(index, self.inverted(verb, index))
        if tag == "C":
            return self.subject_joined(self.resolver.joined_verb(index, verb), index, steps)
        if tag == "R":
            return self._antecedent(index)
        return []

    def _before_occasion(self, found: list[Filler], opener: int) -> tuple[list[Filler], int]:
        """Step over "days before the vote", which says nothing: "Oslo days before …, accused"."""
        if not found or opener <= self.first or self.lower[opener] not in ("before", "after"):
            return found, opener
        if self.voices.is_somebody(found):
            return found, opener
        ahead, boundary = self.phrases.region(opener - 1)
        return (ahead, boundary) if self.voices.is_somebody(ahead) else (found, opener)

    def _step_out(self, verb: int, index: int) -> int:
        """Step left out of brackets, dashes and a quotation around or before the verb."""
        while index >= self.first:
            word = self.lower[index]
            if self.tags[index] == ";" and (word == ")" or word in DASHES):
                opening = ("(" if word == ")" else word), ";"
                index -= 1
                while index > self.first and (self.lower[index], self.tags[index]) != opening:
                    index -= 1
                index -= 1
            elif self.tags[index] == "Q":
                number = self.quotes[index]
                index -= 1
                inside = number == self.quotes[verb]
                while not inside and index >= self.first and self.quotes[index] == number:
                    index -= 1
            else:
                return index
        return index

    def _apposed_to(self, found: list[Filler], boundary: int, verb: int) -> list[Filler]:
        """Prefer the name before a comma: "X, the head of A, and B, said"."""
        apart = boundary > self.first and self.tags[boundary] == ","
        parenthetic = self.tags[verb + 1 : verb + 2] == [","]
        if found[-1].mention >= 0 or not apart or parenthetic:
            return found
        outer, start = self.phrases.region(boundary - 1)
        named = bool(outer) and outer[0].mention >= 0 and self.phrases.starts_clause(start)
        named = named and not self.phrases.ends_list(boundary - 1)
        # Nor is "the statement" another name for who it is about.
        head = self.lower[self.voices.head(found[0])]
        named = named and head not in self.words.messages and head not in I_OR_WE | {"you"}
        # "Oslo has sent tanks to the rebels, a commander said", "Oslo arming rebels, officials
        # say": a clause is no insertion.
        verbs = "VAMG" if self.tags[verb + 1 : verb + 2] in ([], [";"]) else "VAM"
        clause = named and any(tag in verbs for tag in self.tags[outer[0].end : boundary])
        return outer if named and not clause else found

    def _before_insertion(self, comma: int, behind: list[Filler]) -> list[Filler]:
        """Step over ", … ," to the subject before it; `behind` stands behind the verb."""
        inserted, kind = self._inserted_name(comma)
        if kind in NAMES:
            return self._before_name(comma)
        if listed := self._inserted_list(comma):
            return listed
        for opening in range(comma - 1, self.first, -1):
            if self.tags[opening] == ";" and self.lower[opening] not in ("-", "(", ")", "."):
                break
            if self.tags[opening] == ",":
                if self.tells(opening + 1, comma, behind):
                    return behind
                before = self.resolver.before_brackets(self._step_out(comma, opening - 1))
                found, boundary = self.phrases.region(before)
                # The "as" of "as Oslo said", not of "who, as its head, said".
                clause = boundary > self.first and self.lower[boundary] in CLAUSE_OPENERS
                opens = clause and self.tags[boundary - 1] != ","
                opens = opens or self.phrases.starts_clause(boundary)
                # Not the "8" of "X, seen on May 8, 2020, said".
                if found and opens and self.tags[found[-1].end - 1] != "#":
                    found = self._apposed_to(found, boundary, comma)
                    bare = found[-1].end == opening and self.phrases.is_bare(found[-1])
                    named = bare and kind == "organisation"  # "its largest paper, the Times, said"
                    return inserted if named else found
        return []

    def _before_name(self, comma: int) -> list[Filler]:
        """Return both of "Silva and her predecessor, Ivan Petrov, said", not of "expert and …"."""
        people, boundary = self.phrases.region(comma - 1)
        if len(people) == 1 and boundary > self.first and self.tags[boundary] == ",":
            people = [*self.phrases.region(boundary - 1)[0][:-1], *people]
        joined = [one for one in people[:-1] if one.mention >= 0] if len(people) < 3 else []
        return [*joined, *people[-1:]]

    def _inserted_name(self, comma: int) -> tuple[list[Filler], str]:
        """Return the name, perhaps with a title, that fills an insertion, and its kind."""
        _, name = self.phrases.phrase_ending(comma - 1)
        before = name.first - 1 - (self.lower[name.first - 1] == "the")
        whole = name.mention >= 0 and "," in (self.lower[before], *self.lower[name.first : comma])
        return ([name], self.reading.mentions[name.mention].kind) if whole else ([], "")

    def _inserted_list(self, comma: int) -> list[Filler]:
        """Return who is named in an insertion: "two aides, Ana Rey and Luis Gil, said"."""
        listed, boundary = self.phrases.region(comma - 1)
        if len(listed) < 2 or not {*map(self.reading.kind_of, listed)} <= {"person", "name"}:
            return []
        opened = "," in (self.lower[boundary], *self.lower[listed[0].first : listed[0].end])
        return listed if opened else []

    def _is_body(self, filler: Filler) -> bool:
        """Tell "a panel on Chad" and "the UN mission in Chad" from "the ambassador of Chad"."""
        body = self.reading.kind_of(filler) in ("organisation", "institution")
        return body or self.lower[self.voices.head(filler)] in self.reading.lexicon["body_ends"]

    def _antecedent(self, relative: int) -> list[Filler]:
        """Whom a relative pronoun refers to: the nearest name or noun that can be meant."""
        index = self.resolver.before_relative(relative)
        alone = index >= self.first and self.phrases.is_quantifier(index)
        if index < self.first or not (alone or self.tags[index] in "XpO#"):
            return []
        if members := self.members(index):
            return members
        _, nearest = self.phrases.phrase_ending(index)
        personal = self.lower[relative] in ("who", "whom")
        seated = self.phrases.seated_at(nearest)
        # "The ambassador of Chad, which said", but "a panel on Chad, which said".
        speaks = seated is not None and self.voices.is_somebody([seated])
        if seated is not None and speaks and (personal or self._is_body(seated)):
            return [seated]
        found = self.phrases.region(index)[0]
        if personal and not self.voices.is_somebody(found[-1:]):
            found = [nearest]  # "a list of rebels who warn"
        kind = self.reading.kind_of(nearest)
        if kind and personal == (kind in ("person", "title", "name", "group")):
            return [nearest]
        document = self.voices.head(found[-1]) if found else index
        if self.lower[document] in self.words.documents:
            return self._author_of(document, 0)
        # Not "the power to end a plot that threatens it".
        return found[-1:] if personal else [nearest]
