"""Whose a title is that the text names further on.

"A Chadian army spokesman said", then "Idriss Moussa, spokesman for the Chadian army".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from analysis.actors.book import ActorBook
from analysis.actors.mention import Mention, is_one_of_many
from analysis.actors.offices import HELD_BY_MANY, RANKS, office_words
from analysis.text import Text

# The same office in other words.
SAME = {
    "spokesperson": "spokesman", "spokeswoman": "spokesman", "aide": "adviser",
    "envoy": "ambassador",
}  # fmt: skip
# They tell nothing of the office.
NO_OFFICE = frozenset({"senior", "top", "high", "ranking", "leading", "for", "to", "in", "at"})
# So many sentences further on somebody is named who was told of as one of many.
WITHIN = 8
# Who speaks so is named nowhere.
UNNAMED = frozenset({"anonymity", "anonymously", "unnamed", "unidentified"})


def name_as_later(mentions: Sequence[Mention], text: Text, book: ActorBook) -> None:
    """Give titles that name nobody the person named with that office further on; in place."""
    titles = [mention for mention in mentions if mention.kind == "title" and not mention.actor_id]
    if not titles:
        return
    people = [mention for mention in mentions if mention.kind == "person" and mention.actor_id]
    offices = [(person, _words(person, book)) for person in people]
    for title in titles:
        later = [(person, held) for person, held in offices if person.first > title.first]
        meant = list(_who_hold_it(title, later, book))
        if len({person.actor_id for person in meant}) != 1:
            continue
        (person, *_) = meant
        namings = [naming for naming in people if naming.actor_id == person.actor_id]
        new = title.first < namings[0].first and _is_introduced(title, person, text, book)
        if _may_be_another(title, text) and not new:
            continue
        title.take_up(person)
        for naming in namings:
            naming.country = naming.country or title.country


def _who_hold_it(
    title: Mention, offices: Iterable[tuple[Mention, frozenset[str]]], book: ActorBook
) -> Iterator[Mention]:
    """Yield the people with the office of a title, in the same state."""
    words = _words(title, book)
    for person, held in offices:
        same_state = title.country in ("", person.country) or (not person.country and held == words)
        same_sex = len({book.pronoun_of(title), book.pronoun_of(person)} - {""}) < 2
        if words and words <= held and words & RANKS == held & RANKS and same_state and same_sex:
            yield person


def _words(mention: Mention, book: ActorBook) -> frozenset[str]:
    """Return the words that tell an office, without those of its state."""
    told = [
        word
        for word in mention.role.split()
        if not any(name.country == mention.country for name in book.names.get(word, ()))
    ]
    return frozenset(SAME.get(word, word) for word in office_words(" ".join(told))) - NO_OFFICE


def _may_be_another(title: Mention, text: Text) -> bool:
    """Tell "an army spokesman", "Chad's adviser", of whom there are several, from "the premier"."""
    many = office_words(title.role) & HELD_BY_MANY
    return bool(many) or is_one_of_many(text.lower, title.first)


def _is_introduced(title: Mention, person: Mention, text: Text, book: ActorBook) -> bool:
    """Tell whether one of several is the one named soon: the same state, and more than "aide"."""
    number = text.sentence_of[title.first]
    sentence = text.sentences[number]
    near = text.sentence_of[person.first] - number <= WITHIN
    unnamed = not UNNAMED.isdisjoint(text.lower[sentence.first : sentence.end])
    before = text.lower[sentence.first : title.first]
    telling = len(_words(title, book)) > 1 and title.country != ""
    return near and telling and not unnamed and "another" not in before
