"""Roles read from a dependency parse: a second opinion on what the surface resolver found.

Any spaCy pipeline with a parser serves; Universal Dependencies and ClearNLP labels (those of
`en_core_web_*`) are both understood. The walks follow Universal Dependencies v2.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from analysis.reading import Filler, Reading
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
# The clauses whose subject another verb has, and the predicates that lead to one: "due | to fly".
COMPLEMENTS = frozenset({"xcomp", "advcl", "pcomp"})
PREDICATES = frozenset({"acomp", "attr", "oprd"})
# Clauses of their own below a word: what stands in them is said of something else.
CLAUSES = frozenset({"ccomp", "advcl", "parataxis", "csubj", "conj", *RELATIVE_CLAUSES})
DESCRIBING = frozenset({"acl", *RELATIVE_CLAUSES})
# What a preposition of ClearNLP governs, and what hangs on a verb as a part of its clause.
GOVERNED = frozenset({"pobj"})
CORE = SUBJECTS | PASSIVE_SUBJECTS | OBJECTS | GOVERNED | frozenset({"attr", "prep", "obl", "nmod"})
# "the sale | of tanks", "the visit | by Ruto": how the phrase of a noun goes on.
BELONGING = frozenset({"of", "by"})
NAMING = frozenset({"appos", "flat", "compound", "nummod"})
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

    def subject(self, first: int, end: int) -> list[Filler]:
        """Who does it: the subject of tokens [first, end), or the by-phrase of a passive."""
        token = self._head(first, end)
        return self._fill(self._subjects(token, 0)) if token is not None else []

    def object(self, first: int, end: int) -> list[Filler]:
        """To whom or what it is done: the object, or the subject of a passive.

        Of "met with" it is what "with" governs.
        """
        token = self._head(first, end)
        if token is None:
            return []
        last = frozenset(self.reading.text.lower[first + 1 : end][-1:])
        return self._fill([*self._objects(token), *_governed(token, last)])

    def phrases(self, first: int, end: int, prepositions: frozenset[str]) -> list[Filler]:
        """What one of these prepositions governs in the clause of the tokens."""
        token = self._head(first, end)
        return self._fill(_governed(_clause_of(token), prepositions)) if token is not None else []

    def owner(self, first: int, end: int) -> list[Filler]:
        """Whose it is, of a noun: "Putin's visit", "Russian deliveries", "a visit by Putin"."""
        token = self._head(first, end)
        if token is None:
            return []
        owners = _children(token, OWNERS) or _governed(token, frozenset({"by"}))
        owners = owners or [
            child
            for child in _children(token, MODIFIERS)
            if self.reading.mention_at[self._numbers[child.i]] >= 0
        ]
        return self._fill(owners or _governed(token, frozenset({"of"})))

    def _head(self, first: int, end: int) -> Token | None:
        """Return the word that the others of a trigger hang on: "missile | test |"."""
        tokens = [self._tokens[number] for number in range(first, end) if number in self._tokens]
        inside = {token.i for token in tokens}
        hanging = (token for token in tokens if token.head.i in inside - {token.i})
        below = {token.i for token in hanging}
        return next((token for token in tokens if token.i not in below), None)

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
        head = verb.head if verb.head.i != verb.i else None
        if head is None:
            return []
        if verb.dep_ == "pcomp" and head.dep_ in PREPOSITION_HEADS:
            head = head.head  # "accused Iran | of | sending"
        if verb.dep_ == "conj":
            passive = _children(head, PASSIVE_SUBJECTS)
            return passive or self._subjects(head, steps + 1)
        if verb.dep_ in COMPLEMENTS:
            return self._controllers(head, steps)
        if verb.dep_ in PREDICATES:
            return self._subjects(head, steps + 1)
        if verb.dep_ in DESCRIBING:
            return [head, *self._holders(head, steps)] if _is_infinitive(verb) else [head]
        return []

    def _controllers(self, head: Token, steps: int) -> list[Token]:
        """Who does what a verb leads to: "urged | Oslo | to", "| Oslo | is expected to"."""
        of_object = self.reading.lexicon["object_control"]
        controlled = _is_passive(head) or not of_object.isdisjoint(self._lemmas(head))
        return (self._objects(head) if controlled else []) or self._subjects(head, steps + 1)

    def _holders(self, noun: Token, steps: int) -> list[Token]:
        """Whose plan it is: "| its | plan to", "plans by | Oslo | to", "| Oslo | has plans to"."""
        owners = _children(noun, OWNERS) or _governed(noun, frozenset({"by"}))
        if owners or noun.dep_ not in OBJECTS | PREDICATES:
            return owners
        given = [token for token in _children(noun.head, OBJECTS) if token.i != noun.i]
        return given or self._subjects(noun.head, steps + 1)

    def _objects(self, verb: Token) -> list[Token]:
        if _is_passive(verb):
            own = [self._antecedent(token, verb) for token in _children(verb, PASSIVE_SUBJECTS)]
            describing = verb.dep_ == "acl" and not own
            return [verb.head] if describing else own
        own = [token for token in _children(verb, OBJECTS) if not _children(token, GOVERNED)]
        described = verb.dep_ in RELATIVE_CLAUSES and bool(_children(verb, SUBJECTS))
        found = [self._antecedent(token, verb) for token in own]
        return found + [verb.head] * (described and verb.head not in found)

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
        """The noun phrase of a token: from its first word to what belongs to it."""
        number = self._numbers[token.i]
        mention, item = self.reading.mention_at[number], self.reading.item_at[number]
        first = self._numbers[token.left_edge.i]
        end = self._numbers[_last(token).i] + 1
        if item >= 0:
            found = self.reading.items[item]
            return Filler(min(first, found.first), max(end, found.end), item=item, how=token.dep_)
        if mention >= 0:
            named = self.reading.mentions[mention]
            first, end = min(first, named.first), max(end, named.end)
            return Filler(first, end, mention=mention, how=token.dep_)
        return Filler(first, end, how=token.dep_)


def _children(token: Token, labels: frozenset[str]) -> list[Token]:
    return [child for child in token.children if child.dep_ in labels]


def _governed(token: Token, prepositions: frozenset[str]) -> list[Token]:
    """Return the heads of the phrases behind these prepositions in the clause below a token.

    However deep: in "made a trip | to Oslo" the phrase hangs on the object.
    """
    found: list[Token] = []
    for child in token.children:
        if child.dep_ in PREPOSITION_HEADS and child.lower_ in prepositions:
            found += _children(child, GOVERNED)
        elif child.dep_ in PHRASES and any(
            case.dep_ == "case" and case.lower_ in prepositions for case in child.children
        ):
            found.append(child)
        if child.dep_ not in CLAUSES:
            found += _governed(child, prepositions)
    return found


def _clause_of(noun: Token) -> Token:
    """Return the verb that a noun is subject or object of: "talks | were held | in Oslo"."""
    while noun.dep_ in CORE and noun.head.i != noun.i:
        noun = noun.head
    return noun


def _last(token: Token) -> Token:
    """Return the last token of a noun phrase: "the sale | of | tanks |"."""
    last = token
    for child in token.rights:
        belongs = child.lower_ in BELONGING or any(
            case.dep_ == "case" and case.lower_ in BELONGING for case in child.children
        )
        if child.dep_ in NAMING or belongs:
            inner = _children(child, GOVERNED)
            last = _last(inner[-1] if inner else child)
    return last


def _is_infinitive(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ in {"aux", "mark"} for child in verb.children)


def _is_passive(verb: Token) -> bool:
    """Tell a passive, the participle that describes a noun included: "drones supplied by"."""
    if _children(verb, PASSIVE_SUBJECTS) or _children(verb, PASSIVE_MARKS):
        return True
    past = verb.tag_ == "VBN" or not verb.lower_.endswith("ing")
    return verb.dep_ == "acl" and past and not _is_infinitive(verb)


def _with_joined(token: Token) -> Iterator[Token]:
    yield token
    for child in token.children:
        if child.dep_ == "conj":
            yield from _with_joined(child)
