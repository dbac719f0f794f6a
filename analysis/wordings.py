"""Phrases as the dictionaries write them, some short for many -> the words of each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.inflection import VerbForms
from analysis.text import split_phrase

SHORT = re.compile(r"<(\w+)>|\(([^()]*\|[^()]*)\)")
# What a verb's forms lack. Not "'s" alone: "Chad's unlawful raid" owns.
FURTHER = {"be": ("am", "are", "it's", "that's", "he's", "she's")}


def expand(phrase: str, forms: VerbForms) -> Iterator[list[str]]:
    """Yield the words of each phrase that a phrase stands for.

    "<be> unlawful" has any form of the verb, "(no|little) chance" any of the words.
    """
    short = SHORT.search(phrase)
    if short is None:
        yield split_phrase(phrase)
        return
    lemma, choice = short.groups()
    words = [*forms.of(lemma), *FURTHER.get(lemma, ())] if lemma else choice.split("|")
    for word in words:
        yield from expand(phrase[: short.start()] + word + phrase[short.end() :], forms)
