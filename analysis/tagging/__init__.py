"""A letter for every token, enough to walk a clause without a parser.

    V finite verb      I base form after "to" or a modal   G -ing form      E past participle
    A be, have, do     M modal        T infinitive "to"    N negation       B adverb
    D determiner       P preposition  R who, which, that   S when, because  C and, or, but
    X named actor      p pronoun      O any other word     # number         t word of time
    , comma            Q quotation mark                    ; other mark that ends a clause

What a word is depends on the letters left of it, so they are given from left to right.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from analysis.grammar import Grammar
from analysis.tagging.words import Tagger
from analysis.text import Text, find_tokens

__all__ = ["tag_words"]


def tag_words(
    text: Text, actors: Sequence[int], adjectives: Container[int], grammar: Grammar
) -> list[str]:
    """Return one letter a token; `actors` holds the mention each token belongs to, or -1.

    `adjectives` are the tokens that end adjectives of states: "Iranian".
    """
    tagger = Tagger(text, actors, adjectives, grammar)
    tags = tagger.tag()
    for index in find_tokens(text.lower, grammar.times):
        # "May" of "Theresa May" belongs to the name, "year" of "70-year-old" to what it describes.
        walked = text.words[index] == "march"
        if tags[index] == "O" and index not in tagger.compounds and not walked:
            tags[index] = "t"
    return tags
