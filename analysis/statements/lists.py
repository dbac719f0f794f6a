"""Lists that hang on a preposition or a verb: they are no subject of speech, and no insertion."""

from __future__ import annotations

from analysis.roles import VERBS
from analysis.statements.phrases import PhraseReader


def ends_list(phrases: PhraseReader, last: int) -> bool:
    """Tell whether the list that ends at a token is an object, or the place of something.

    "Sold arms to Chad, Mali and Niger, said X", "visited Chad and Mali, aides said".
    """
    tags = phrases.tags
    start, _ = phrases.phrase_ending(last)
    if start <= phrases.first or tags[start - 1] != "C":
        return False
    index = start - 1
    while index > phrases.first and tags[index] in "C,":
        index -= 2 if tags[index - 1] == "," else 1
        if index < phrases.first or tags[index] not in "XO#":
            return False
        start, _ = phrases.phrase_ending(index)
        if phrases.preposition_of(start) >= 0:
            return True
        index = start - 1
    return index >= phrases.first and tags[index] in VERBS
