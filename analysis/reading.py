"""One article, read: tokens, mentions, items, tags and dates, ready for the rules."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from analysis.actors import (
    ActorBook,
    Dateline,
    Issuer,
    Mention,
    find_dateline,
    find_issuer,
    find_mentions,
    give_words_to,
)
from analysis.dates import DateMention, find_dates
from analysis.grammar import Grammar
from analysis.items import ItemBook, ItemMention
from analysis.plover import load_plover
from analysis.tagging import tag_words
from analysis.text import Sentence, Text, find_tokens, read_text

if TYPE_CHECKING:
    from analysis.events.party import Party


# Behind these a participle describes whom it stands before.
BESIDE = frozenset({"with", "between", "among"})


@dataclass(frozen=True, slots=True)
class Article:
    """What coding needs of one row of ARTICLES."""

    article_id: str
    published: dt.date | None
    outlet: str
    title: str
    text: str


# Never changed once made; a frozen dataclass takes three times as long to make.
@dataclass(slots=True, unsafe_hash=True)
class Filler:
    """Tokens [first, end) that fill a slot: a mention, an item, or a plain noun phrase."""

    first: int
    end: int
    mention: int = -1
    item: int = -1
    how: str = ""


@dataclass
class Reading:
    """Everything known about one article before the rules are applied.

    `mention_at` and `item_at` give for each token the number of the mention or item that it
    belongs to, -1 = none; `tags` a letter for each (tagging/__init__.py explains them).
    """

    article: Article
    text: Text
    mentions: list[Mention]
    mention_at: list[int]
    items: list[ItemMention]
    item_at: list[int]
    tags: list[str]
    grammar: Grammar
    issuer: Issuer | None = None
    # What events/parties.py has found each filler to name: many rules ask.
    parties: dict[Filler, list[Party]] = field(default_factory=dict, init=False)
    _dates: dict[int, list[DateMention]] = field(default_factory=dict, init=False)

    @cached_property
    def lexicon(self) -> Mapping[str, frozenset[str]]:
        """The word lists of grammar.yaml."""
        return self.grammar.lexicon

    @cached_property
    def dateline(self) -> Dateline | None:
        """The place that the report comes from, and where its text begins."""
        return find_dateline(self.mentions, self.text)

    @cached_property
    def town(self) -> Mention | None:
        """The town of the dateline: where the report comes from."""
        place = self.dateline.place if self.dateline is not None else None
        return place if place is not None and place.kind in ("capital", "city") else None

    def lemmas(self, token: int) -> list[str]:
        """Return the verbs that a token may be a form of."""
        return self.grammar.verbs_of.get(self.text.lower[token], [])

    def is_form(self, token: int, verbs: Set[str]) -> bool:
        """Tell whether a token may be a form of one of some verbs."""
        return not verbs.isdisjoint(self.lemmas(token))

    def word_and_lemmas(self, token: int) -> set[str]:
        """Return a word and the verbs that it may be a form of."""
        return {self.text.lower[token], *self.lemmas(token)}

    def named_at(self, token: int) -> Mention | None:
        """Return the actor whose name a token belongs to; None = no name."""
        number = self.mention_at[token]
        return self.mentions[number] if number >= 0 else None

    def kind_at(self, token: int) -> str:
        """Return which kind of actor a token names; "" = none."""
        number = self.mention_at[token]
        return self.mentions[number].kind if number >= 0 else ""

    def mention_of(self, filler: Filler) -> Mention | None:
        """Return the actor that a filler names; None = nobody."""
        return self.mentions[filler.mention] if filler.mention >= 0 else None

    def kind_of(self, filler: Filler) -> str:
        """Return which kind of actor a filler names; "" = none."""
        return self.mentions[filler.mention].kind if filler.mention >= 0 else ""

    def filler(self, mention: int, how: str = "") -> Filler:
        """Return an actor, by its number, as what fills a slot, and how it does."""
        named = self.mentions[mention]
        return Filler(named.first, named.end, mention=mention, how=how)

    def item_filler(self, item: int, how: str) -> Filler:
        """Return an item, by its number, as what fills a slot, and how it does."""
        named = self.items[item]
        return Filler(named.first, named.end, item=item, how=how)

    def named(self, fillers: Iterable[Filler]) -> list[Mention]:
        """Return the actors that fillers name."""
        return [self.mentions[filler.mention] for filler in fillers if filler.mention >= 0]

    def countries(self, fillers: Iterable[Filler]) -> set[str]:
        """Return the states of the actors that fillers name, "" where one has none."""
        return {mention.country for mention in self.named(fillers)}

    def countries_between(self, first: int, end: int) -> set[str]:
        """Return the states of the actors named in a token range, "" left out."""
        return {mention.country for _, mention in self.mentions_between(first, end)} - {""}

    def items_between(self, first: int, end: int) -> list[ItemMention]:
        """Return the items inside a token range."""
        return [self.items[filler.item] for filler in self.item_fillers(first, end)]

    def item_fillers(self, first: int, end: int, how: str = "") -> list[Filler]:
        """Return the same as what fills a slot, and how it does."""
        numbers = dict.fromkeys(self.item_at[first:end])
        return [self.item_filler(number, how) for number in numbers if number >= 0]

    def mentions_between(self, first: int, end: int) -> list[tuple[int, Mention]]:
        """Return number and mention of the actors named in a token range."""
        begin = bisect_right(self._mention_ends, first)
        end = bisect_left(self._mention_firsts, end, begin)
        return list(enumerate(self.mentions[begin:end], begin))

    def skip_left(self, token: int, tags: Container[str], first: int) -> int:
        """Return the first token leftwards that has none of some tags; `first` - 1 = none."""
        while token >= first and self.tags[token] in tags:
            token -= 1
        return token

    def skip_right(self, token: int, tags: Container[str], end: int) -> int:
        """Return the first token rightwards that has none of some tags; `end` = none."""
        while token < end and self.tags[token] in tags:
            token += 1
        return token

    def opens_exclusion(self, token: int) -> bool:
        """Tell "Oslo, | not Chad", "radios | but no rifles": what follows is left out."""
        return self.tags[token] in ",;C" and self.text.lower[token + 1] in ("not", "no")

    def words(self, sentence: Sentence) -> str:
        """Return a sentence character for character."""
        return self.article.text[sentence.char_start : sentence.char_end]

    def dates_in(self, sentence: Sentence) -> list[DateMention]:
        """Return the dates that a sentence names, offsets counted from its start."""
        if sentence.number not in self._dates:
            near = range(sentence.number - 1, max(-1, sentence.number - 4), -1)
            before = (self._dates.get(number) for number in near)
            previous = next((dates[-1] for dates in before if dates), None)
            found = find_dates(self.words(sentence), self.article.published, previous)
            self._dates[sentence.number] = [self._with_tokens(sentence, date) for date in found]
        return self._dates[sentence.number]

    def _with_tokens(self, sentence: Sentence, date: DateMention) -> DateMention:
        starts, at = self.text.starts, sentence.char_start
        first, end = bisect_left(starts, at + date.start), bisect_left(starts, at + date.end)
        return replace(date, first_token=first, end_token=end)

    # Mentions are numbered from left to right, and none lies inside another.

    @cached_property
    def _mention_firsts(self) -> list[int]:
        return [mention.first for mention in self.mentions]

    @cached_property
    def _mention_ends(self) -> list[int]:
        return [mention.end for mention in self.mentions]


def read_article(article: Article, actors: ActorBook, items: ItemBook, grammar: Grammar) -> Reading:
    """Read one article: split it, find who and what is named, and tag its words."""
    text = read_text(article.text)
    named = items.find(text)
    things = {i.first for i in named if i.item.designation and not i.item.needs_transfer}
    described = (i for i in named if i.end - i.first > 1 and i.item.kind != "personnel")
    things |= {i.first for i in described if text.words[i.first].islower()}  # "military aid"
    day, outlet = article.published, article.outlet
    mentions = find_mentions(text, article.title, actors, grammar, day, things, outlet)
    if (issuer := find_issuer(text, mentions, actors, outlet, article.title)) is not None:
        give_words_to(issuer, mentions, text)
    mentions = [m for m in mentions if not (_is_cut(m, named) or _is_past(m, text))]
    mention_at = _number_tokens(mentions, len(text.words))
    found = [item for item in named if not _names_a_body(item, mentions, mention_at)]
    item_at = _number_tokens(found, len(text.words))
    adjectives = {mention.end - 1 for mention in mentions if mention.kind == "demonym"}
    tags = tag_words(text, mention_at, adjectives, grammar)
    reading = Reading(article, text, mentions, mention_at, found, item_at, tags, grammar, issuer)
    _mark_nouns(reading)
    _mark_prices(reading)
    return reading


def _number_tokens(found: Sequence[Mention | ItemMention], count: int) -> list[int]:
    """Return for each token the number of the mention that it belongs to, or -1."""
    numbers = [-1] * count
    for number, mention in enumerate(found):
        for token in range(mention.first, mention.end):
            numbers[token] = number
    return numbers


def _mark_nouns(reading: Reading) -> None:
    """Tag as nouns what looks like verbs: "precision guided missiles", "Iranian rockets"."""
    tags = reading.tags
    for token in find_tokens(tags, frozenset("VG")):
        if tags[token] == "V":
            noun = _is_item(reading, token)
        else:  # "Indian shelling across the line" has no object
            adjective = token > 0 and reading.kind_at(token - 1) == "demonym"
            noun = adjective and "".join(tags[token + 1 : token + 2]) in "PVAM,;C"
            noun = noun or _describes_people(reading, token)
        if noun:
            tags[token] = "O"


def _describes_people(reading: Reading, token: int) -> bool:
    """Tell "Striking miners blocked a road" and "with striking miners" from "striking a deal"."""
    lower, tags = reading.text.lower, reading.tags
    begins = token == 0 or tags[token - 1] in ",;C" or lower[token - 1] in BESIDE
    doing = lower[token] in reading.lexicon["people_doing"]
    if not begins and tags[token - 1] == "V":  # "ordered striking doctors", not "striking bases"
        begins = load_plover().sectors.get(lower[token + 1]) == "civilians"
    plural = tags[token + 1 : token + 2] in (["O"], ["X"]) and lower[token + 1][-1] == "s"
    return begins and doing and plural


def _mark_prices(reading: Reading) -> None:
    """Tag as a number what stands inside a price: "$250m (£190m) in military aid"."""
    for item in reading.items:
        for token in range(item.start, item.first):
            if reading.tags[token] in "P;C":
                reading.tags[token] = "#"


def _is_item(reading: Reading, token: int) -> bool:
    """Tell "Russia weapons sales" from "Iran arms the rebels"."""
    items = reading.items_between(token, token + 1)
    return any(one.end - one.first > 1 or not one.item.needs_transfer for one in items)


def _is_cut(mention: Mention, items: list[ItemMention]) -> bool:
    """Tell "new military" of "new military aid", which names nobody."""
    if mention.country or mention.kind not in ("group", "institution"):
        return False
    return any(mention.first < item.end and item.first < mention.end < item.end for item in items)


def _is_past(mention: Mention, text: Text) -> bool:
    """Tell "ex-Soviet", "post-Soviet", which tell what somebody was."""
    return text.lower[max(0, mention.first - 2) : mention.first] in (["ex", "-"], ["post", "-"])


def _names_a_body(item: ItemMention, mentions: list[Mention], mention_at: list[int]) -> bool:
    """Tell whether an item is only part of a body's name: "Rapid Support Forces"."""
    number = mention_at[item.first]
    if number < 0 or item.item.designation:
        return False
    body = mentions[number]
    named = body.kind in ("organisation", "institution", "person")
    return named and body.end >= item.end and body.end - body.first > item.end - item.first
