"""Roles read from a dependency parse: a second opinion on what the surface resolver found.

Any spaCy pipeline with a parser serves; Universal Dependencies and ClearNLP labels (those of
`en_core_web_*`) are both understood. The walks follow Universal Dependencies v2.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from analysis.reading import Reading
from analysis.roles.filler import Filler
from analysis.text import Sentence

SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECTS = frozenset({"nsubj:pass", "csubj:pass", "nsubjpass", "csubjpass"})
PASSIVE_MARKS = frozenset({"aux:pass", "auxpass"})
OBJECTS = frozenset({"obj", "dobj", "iobj", "dative"})
# In ClearNLP a preposition stands between a word and its phrase; in UD it hangs on the phrase.
PREPOSITION_HEADS = frozenset({"prep", "agent", "dative"})
PHRASES = frozenset({"obl", "obl:agent", "obl:tmod", "nmod", "nmod:poss", "advmod"})
OWNERS = frozenset({"nmod:poss", "poss"})
MODIFIERS = frozenset({"amod", "compound", "nmod"})
RELATIVE_CLAUSES = frozenset({"acl:relcl", "relcl"})
RELATIVES = frozenset({"who", "which", "that", "whom"})
# The clauses whose subject another verb has.
COMPLEMENTS = frozenset({"xcomp", "advcl", "pcomp"})
MAX_STEPS = 5


class ParsedResolver:
    """Finds roles in one sentence from its parse; token numbers are those of the reading."""

    def __init__(self, reading: Reading, sentence: Sentence, parse: Doc, name: str):
        self.reading = reading
        self.name = name
        self._parse = parse
        self._numbers = self._align(sentence)
        self._tokens = {number: token for token, number in zip(parse, self._numbers, strict=True)}

    def _align(self, sentence: Sentence) -> list[int]:
        """Return for each token of the parse the token of the reading that it starts in."""
        numbers: list[int] = []
        number = sentence.first
        for token in self._parse:
            offset = sentence.char_start + token.idx
            while number + 1 < sentence.end and self.reading.text.starts[number + 1] <= offset:
                number += 1
            numbers.append(number)
        return numbers

    def subject(self, trigger: int) -> list[Filler]:
        """Who does it: the subject, or the by-phrase of a passive."""
        token = self._tokens.get(trigger)
        return self._fill(self._subjects(token, 0)) if token is not None else []

    def object(self, trigger: int) -> list[Filler]:
        """To whom or what it is done: the object, or the subject of a passive."""
        token = self._tokens.get(trigger)
        return self._fill(self._objects(token)) if token is not None else []

    def phrases(self, trigger: int, prepositions: frozenset[str]) -> list[Filler]:
        """What one of these prepositions governs below the trigger."""
        token = self._tokens.get(trigger)
        return self._fill(_governed(token, prepositions)) if token is not None else []

    def owner(self, trigger: int) -> list[Filler]:
        """Whose it is, of a noun: "Putin's visit", "Russian deliveries", "a visit by Putin"."""
        token = self._tokens.get(trigger)
        if token is None:
            return []
        owners = _children(token, OWNERS) or _governed(token, frozenset({"by"}))
        owners = owners or [
            child
            for child in _children(token, MODIFIERS)
            if self.reading.mention_at[self._numbers[child.i]] >= 0
        ]
        return self._fill(owners or _governed(token, frozenset({"of"})))

    # Walks over the tree

    def _subjects(self, verb: Token, steps: int) -> list[Token]:
        if steps > MAX_STEPS:
            return []
        if _is_passive(verb):
            return _governed(verb, frozenset({"by"}))
        own = _children(verb, SUBJECTS)
        if own:
            return [self._antecedent(token, verb) for token in own]
        return self._inherited(verb, steps)

    def _inherited(self, verb: Token, steps: int) -> list[Token]:
        """The subject of a verb that has none of its own: joined, controlled or describing."""
        head = verb.head if verb.head is not verb else None
        if head is None:
            return []
        if verb.dep_ == "pcomp" and head.dep_ in PREPOSITION_HEADS:
            head = head.head  # "accused Iran | of | sending"
        if verb.dep_ == "conj":
            passive = _children(head, PASSIVE_SUBJECTS)
            return passive or self._subjects(head, steps + 1)
        if verb.dep_ in COMPLEMENTS:
            if not self.reading.grammar.lexicon["object_control"].isdisjoint(self._lemmas(head)):
                controllers = self._objects(head)
                if controllers:
                    return controllers
            return self._subjects(head, steps + 1)
        if verb.dep_ in {"acl", *RELATIVE_CLAUSES}:
            return [head]
        return []

    def _objects(self, verb: Token) -> list[Token]:
        if _is_passive(verb):
            own = [self._antecedent(token, verb) for token in _children(verb, PASSIVE_SUBJECTS)]
            describing = verb.dep_ == "acl" and not own
            return [verb.head] if describing else own
        own = _children(verb, OBJECTS)
        if own:
            return [self._antecedent(token, verb) for token in own]
        described = verb.dep_ in RELATIVE_CLAUSES and bool(_children(verb, SUBJECTS))
        return [verb.head] if described else []

    @staticmethod
    def _antecedent(token: Token, verb: Token) -> Token:
        """Read "who" in "the envoy, who flew to Oslo" as the envoy."""
        relative = token.lower_ in RELATIVES and verb.dep_ in RELATIVE_CLAUSES
        return verb.head if relative else token

    def _lemmas(self, token: Token) -> list[str]:
        return self.reading.lemmas(self._numbers[token.i])

    # Tokens of the parse -> fillers

    def _fill(self, tokens: Iterable[Token]) -> list[Filler]:
        found = (self._filler(joined) for token in tokens for joined in _with_joined(token))
        return list(dict.fromkeys(found))

    def _filler(self, token: Token) -> Filler:
        number = self._numbers[token.i]
        mention, item = self.reading.mention_at[number], self.reading.item_at[number]
        if item >= 0:
            found = self.reading.items[item]
            return Filler(found.first, found.end, item=item, how=token.dep_)
        if mention >= 0:
            named = self.reading.mentions[mention]
            return Filler(named.first, named.end, mention=mention, how=token.dep_)
        return Filler(self._numbers[token.left_edge.i], number + 1, how=token.dep_)


def _children(token: Token, labels: frozenset[str]) -> list[Token]:
    return [child for child in token.children if child.dep_ in labels]


def _governed(token: Token, prepositions: frozenset[str]) -> list[Token]:
    """Return the heads of the phrases behind these prepositions, under either scheme."""
    found: list[Token] = []
    for child in token.children:
        if child.dep_ in PREPOSITION_HEADS and child.lower_ in prepositions:
            found += [inner for inner in child.children if inner.dep_ == "pobj"]
        elif child.dep_ in PHRASES and any(
            case.dep_ == "case" and case.lower_ in prepositions for case in child.children
        ):
            found.append(child)
    return found


def _is_passive(verb: Token) -> bool:
    """Tell a passive, the participle that describes a noun included: "drones supplied by"."""
    if _children(verb, PASSIVE_SUBJECTS) or _children(verb, PASSIVE_MARKS):
        return True
    return verb.dep_ == "acl" and (verb.tag_ == "VBN" or not verb.lower_.endswith("ing"))


def _with_joined(token: Token) -> Iterator[Token]:
    yield token
    for child in token.children:
        if child.dep_ == "conj":
            yield from _with_joined(child)
