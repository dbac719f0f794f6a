"""Text -> mentions and actors: who is named where, and who a pronoun or title refers to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container

from analysis.actors.book import ActorBook, load_actors
from analysis.actors.company import SORTS
from analysis.actors.dateline import Dateline, find_dateline
from analysis.actors.issuer import Issuer, find_issuer, give_words_to
from analysis.actors.mention import (
    BODIES,
    NATIONAL,
    PERSONAL,
    PERSONS,
    STATES,
    Mention,
    is_hyphened,
)
from analysis.actors.mentions import MentionFinder
from analysis.actors.named_later import name_as_later
from analysis.actors.references import resolve_references
from analysis.grammar import Grammar
from analysis.text import Text

__all__ = [
    "BODIES",
    "NATIONAL",
    "PERSONAL",
    "PERSONS",
    "SORTS",
    "STATES",
    "ActorBook",
    "Dateline",
    "Issuer",
    "Mention",
    "find_dateline",
    "find_issuer",
    "find_mentions",
    "give_words_to",
    "is_hyphened",
    "load_actors",
]


def find_mentions(
    text: Text,
    title: str,
    book: ActorBook,
    grammar: Grammar,
    published: dt.date | None,
    things: Container[int] = (),
    outlet: str = "",
) -> list[Mention]:
    """Return every naming of an actor in order; the title helps to know who is meant.

    `things` are the tokens at which the name of a thing begins, which is part of nobody's.
    """
    finder = MentionFinder(text, book, grammar, published, things)
    if title:
        finder.remember(title)
    mentions = finder.find()
    resolve_references(mentions, text, book, published, outlet)
    name_as_later(mentions, text, book)
    return mentions
