"""Who speaks by a participle: "…, adding that", "a letter urging", "was quoted as saying"."""

from __future__ import annotations

from abc import ABC, abstractmethod

from analysis.acts import SpeechWords
from analysis.matching import Match
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.statements.phrases import PhraseReader
from analysis.statements.voices import Voices

# So many verbs are passed on the way to who speaks.
MAX_STEPS = 4
# Behind a participle they mean whom the verb before it is about.
BACK = frozenset({"him", "them", "her", "it"})


class ParticipleSubjects(ABC):
    """Finds the subject of participles in one sentence; finite verbs are the heir's."""

    def __init__(self, match: Match, words: SpeechWords):
        self.reading: Reading = match.reading
        self.words = words
        self.resolver = match.resolver
        self.first, self.end = match.resolver.first, match.resolver.end
        self.tags, self.lower = match.tags, match.lower
        self.quotes = self.reading.text.quotes
        self.phrases = PhraseReader(match.resolver, self.is_speech, words.speaking)
        self.voices = Voices(self.phrases, words)

    def is_speech(self, token: int) -> bool:
        """Tell whether a token is a finite verb of speech, behind which a clause can begin."""
        verb = token >= self.first and self.tags[token] in "VGE"
        return verb and self.reading.is_form(token, self.words.verbs)

    @abstractmethod
    def of_verb(self, verb: int, steps: int = 0) -> list[Filler]:
        """Return the subject of a verb, or the by-phrase of a passive."""

    @abstractmethod
    def of_finite(self, verb: int, left: int, steps: int) -> list[Filler]:
        """Return the subject of a finite verb, where `left` is the token before its group."""

    def of_participle(self, verb: int, steps: int) -> list[Filler]:
        """Return the subject of a participle: its noun's author, or that of the main verb."""
        left = self.resolver.skip_left(verb - 1, "B")
        if left >= self.first and self.tags[left] == "t":
            left = self.phrases.phrase_ending(left)[0] - 1  # "a vote last year condemning …"
        each = left > self.first and self.lower[left] == "each"
        left -= each  # "Both traded fire, each blaming the other"
        if left < self.first:
            return self._opened_subject(verb)
        left = self.resolver.before_brackets(left)
        tag = self.tags[left]
        if self.lower[left] in self.words.documents:
            return self._author_of(left, steps)
        if tag == "P" and (each or self.lower[left] == "as"):  # "with each blaming the other"
            return [Filler(left + 1, verb)] if each else self._quoted(left, steps)
        if tag == "C" and (first := self._participle_before(left - 1)) >= 0:
            return self.of_verb(first, steps + 1)
        if (writing := self.resolver.writing(verb, left)) >= 0:
            return self.of_verb(writing, steps + 1)
        if tag in "XpO#" and not self._is_seen(left):
            found = self.members(left) or self._accompanying(left)
            return found or self._described(left, verb, steps)
        before = self.phrases.verb_before(left - (tag in "PSC,"))
        while before > self.first and self._only_describes(before):
            before = self.phrases.verb_before(before - 1)
        if before < 0:
            return (
                self._opened_subject(verb)
                or (tag == "," and self.subject_around(self._auxiliary_before(left - 1), steps))
                or (tag == "," and self._subject_of_auxiliary(left - 1, steps))
                or self.phrases.right(self.first - 1)[0]
                or self.phrases.region(left - 1)[0]
            )
        outer = self.subject_around(before, steps) if tag == "," else []
        return outer or self.subject_before(self._told_by(before), steps)

    def _only_describes(self, verb: int) -> bool:
        """Tell "the plan (NP) drafted by Oslo, saying" from "a letter, signed by Oslo, saying"."""
        noun = self.resolver.before_brackets(verb - 1)
        apart = self.tags[verb] == "E" and self.tags[noun] in "OX,"
        noun -= self.tags[noun] == ","
        other = self.tags[noun] in "OX" and self.lower[noun] not in self.words.messages
        return apart and (other or not self.reading.is_form(verb, self.words.issuing))

    def members(self, noun: int) -> list[Filler]:
        """Return who "is among | those", who "was the first | state" to do it."""
        copula = self.resolver.ranking(noun)
        before = self.resolver.group_start(copula) - 1
        return self.of_finite(copula, before, MAX_STEPS) if copula >= 0 else []

    def subject_around(self, verb: int, steps: int) -> list[Filler]:
        """Return the subject of the clause around a verb's: "left after Rome had moved, saying".

        Empty where there is none, or none that speaks. Who denies or says something goes on
        alone: "quoted Ruto, who denied it, saying".
        """
        found: list[Filler] = []
        while steps < MAX_STEPS and not self.is_speech(verb):
            opener = max(self.phrases.opener_of(verb), self._opens_contact(verb))
            outer = self.phrases.verb_before(opener - 1) if opener > self.first else -1
            if outer < 0:
                break
            steps, verb = steps + 1, self._told_by(outer)
            subject = self.subject_before(verb, steps)
            found = subject if self.voices.is_somebody(subject) else found
        return found

    def _opens_contact(self, verb: int) -> int:
        """Return the pronoun of a clause right behind its noun: "the aid | it sent"; else -1."""
        subject = self.resolver.group_start(verb) - 1
        contact = subject > self.first and self.tags[subject - 1 : subject + 1] == ["O", "p"]
        return subject if contact else -1

    def _described(self, left: int, verb: int, steps: int) -> list[Filler]:
        """Return what a participle describes; of "a statement on air saying" whose it is."""
        found, opposed = self.phrases.region(left)
        if len(found) != 1:
            return found
        speaking = self.words.inverting - self.reading.lexicon["also_written"]
        speaks = self.reading.is_form(verb, speaking)
        # "Opposed the sale of it saying"; "slammed Ruto accusing him", who does not.
        aimed = (speaks and not self.voices.tells(found[0])) or self.lower[verb + 1] in BACK
        if aimed and self.tags[opposed] in "VG":
            return self.of_verb(opposed, steps + 1)
        return self._author_of(found[0].end - 1, steps)

    def _is_seen(self, left: int) -> bool:
        """Tell "toured Chad saying", where the state is only the object, from "envoys saying"."""
        start, filler = self.phrases.phrase_ending(left)
        mention = self.reading.mention_of(filler)
        return mention is not None and mention.is_place and self.tags[start - 1] in "VG"

    def _accompanying(self, index: int) -> list[Filler]:
        """Return who accompanies: "with Oslo promising help", "with the head of it saying"."""
        while index > self.first:
            start, filler = self.phrases.phrase_ending(index)
            opener = self.phrases.preposition_of(start)
            if opener < 0 or self.lower[opener] not in ("with", "of", "from", "for"):
                break
            if self.lower[opener] == "with":
                return [filler]
            index = opener - 1
        return []

    def subject_joined(self, joined: int, conjunction: int, steps: int) -> list[Filler]:
        """Return the subject that an "and" shares with the verb before it, -1 = it has none.

        "He was angry and said", "he was questioned by lawmakers and denied it" share what is
        before "was".
        """
        joined = self._outside_insertion(joined, conjunction)
        joined = joined if joined >= 0 else self._auxiliary_before(conjunction - 1)
        joined = self._reporting(joined, self.quotes[conjunction])
        if joined < 0:
            return []
        apart = self.tags[conjunction - 1] == ","
        if apart and (outer := self.subject_around(joined, steps)):
            return outer
        start = self.resolver.group_start(joined)
        if self.tags[start] == "A":
            found = self.of_finite(joined, start - 1, steps + 1)
        else:
            found = self.subject_before(joined, steps)
        # "On how democracy was restored and said": who speaks stands around it.
        return found if self.voices.is_somebody(found) else self._around(joined, steps) or found

    def _outside_insertion(self, verb: int, conjunction: int) -> int:
        """Return the verb of "Oslo left, | sources said, but | denied": who is told of goes on."""
        but = self.lower[conjunction] == "but" and verb == conjunction - 2
        if not but or not self.is_speech(verb):
            return verb
        comma = self.reading.skip_left(verb - 1, "XDO#B", self.first)
        outer = self.phrases.verb_before(comma - 1) if self.tags[comma] == "," else -1
        return outer if outer >= 0 else verb

    def _around(self, verb: int, steps: int) -> list[Filler]:
        """Return the subject of the verb that a clause hangs on, or else stands before it."""
        opener = self.phrases.opener_of(verb)
        before = opener if opener >= 0 else self.resolver.group_start(verb)
        outer = self.phrases.verb_before(before - 1)
        return self.subject_before(outer, steps + 1) if outer >= 0 else []

    def _reporting(self, verb: int, quotation: int) -> int:
        """Return the verb of speech around a clause: "said Oslo would wait, and called for it".

        What is quoted otherwise than the "and" is passed: "said it “stoked a fire”, and".
        """
        for before in range(verb - 1, self.first - 1, -1):
            if self.quotes[before] not in (0, quotation):
                continue
            if self.is_speech(before) and self.tags[before] == "V":
                return before
            if self.lower[before] == "that" and (around := self._verb_over(before)) >= 0:
                return around
            if self.tags[before] in "RSQ;":
                break
        return verb

    def _verb_over(self, that: int) -> int:
        """Return the verb of speech that a clause with "that" belongs to, or -1."""
        at = self.phrases.verb_before(that - 1)
        passed_on = at >= 0 and "report" in self.reading.lemmas(at)
        return at if self.is_speech(at) and not passed_on else -1

    def _subject_of_auxiliary(self, index: int, steps: int) -> list[Filler]:
        """Return the subject where "was" or "did" alone is the verb: "he was glad, saying"."""
        be = self._auxiliary_before(index)
        return self.of_finite(be, self.resolver.group_start(be) - 1, steps + 1) if be >= 0 else []

    def _auxiliary_before(self, index: int) -> int:
        while index > self.first and self.tags[index] not in ";SRQ":
            if self.tags[index] == "A":
                return index
            index -= 1
        return -1

    def subject_before(self, verb: int, steps: int) -> list[Filler]:
        """Return the subject of a verb, or of the nearest before it in its clause that has one.

        "Lawmakers complained of being denied access and said": nobody else is subject there.
        """
        found: list[Filler] = []
        while verb >= 0 and not found:
            steps += 1
            found = self.of_verb(verb, steps)
            verb = self.phrases.verb_before(self.resolver.group_start(verb) - 1)
        return found

    def _told_by(self, verb: int) -> int:
        """Return the verb of speech around a verb: "said a fund had paid, stressing that"."""
        for before in range(verb, self.first - 1, -1):
            if self.tags[before] == "V" and self.is_speech(before):
                return before
            if self.tags[before] in ",;QS":
                break
        return verb

    def _participle_before(self, index: int) -> int:
        """Return the participle that one behind "and" joins: ", admitting it but warning"."""
        while index > self.first and self.tags[index] not in ",;":
            if self.tags[index] == "G" and self.tags[index - 1] in ",B":
                return index
            index -= 1
        return -1

    def _author_of(self, document: int, steps: int) -> list[Filler]:
        """Whose a document is: "issued a statement saying", "said in a letter"; else its own."""
        start, filler = self.phrases.phrase_ending(document)
        verb = start - 1
        if verb >= self.first and self.lower[verb] == "in":
            said = self.phrases.verb_before(verb - 1)
            spoken = self.of_verb(said, steps + 1) if self.is_speech(said) else []
            return spoken or [filler]
        verb -= self.lower[verb] == "on"  # "agreed on a statement saying"
        written = verb >= self.first and self.reading.is_form(verb, self.words.issuing)
        found = self.of_verb(verb, steps + 1) if written else []
        return found or [filler]

    def _quoted(self, index: int, steps: int) -> list[Filler]:
        """Whose words are passed on: "X was quoted as saying", "Reuters quoted X as saying"."""
        verb = self.phrases.verb_before(index - 1)
        if self.words.passing.isdisjoint(self.reading.lemmas(verb)):
            return self.of_verb(verb, steps + 1)
        if self.resolver.group_start(verb) < verb and self.resolver.is_passive(verb):
            return self.of_finite(verb, self.resolver.group_start(verb) - 1, steps + 1)
        return self.phrases.right(verb)[0]

    def _opened_subject(self, verb: int) -> list[Filler]:
        """The subject of the main clause, for a participle that opens the sentence."""
        for comma in range(verb + 1, self.end):
            closing = self.tags[comma] == "Q" and self.tags[comma - 1] == ","
            if closing or (self.tags[comma] == "," and not self.quotes[comma]):
                found, after = self.phrases.right(comma)
                after = self.resolver.skip_right(after, "tPB")
                if found and after < self.end and self.tags[after] in "VAM,":
                    return found
        return []
