"""Articles -> what the dictionaries lack: names that occur often, verbs between two actors.

A dictionary grows with its topic. What is suggested is a proposal with its sentences, the entry
written out so far as the texts tell; whoever adds it checks and completes it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import pandas as pd

from analysis.actors import Mention
from analysis.actors.mention import slug
from analysis.pipeline import to_articles
from analysis.reading import Reading, read_article
from analysis.rulebook import Rulebook
from analysis.text import Sentence

# How far from a verb, in tokens, the actors on both sides may end and begin.
REACH = 5
SHOWN = 3
# Capitalised names that end so are places, times or pictures, not actors.
NO_ACTORS = frozenset(
    "Agreement Bay Bridge Coast Day East Games Gulf Hills Images Island Islands Mountains North "
    "Ocean Peninsula Province Region River Road Sea South Square Strait Street Treaty Videos Wall "
    "War West Year Asia Europe Africa Asian European African II".split()
)
_DESIGNATION = re.compile(r"[A-Z][A-Za-z]{0,14}-?\d{1,4}[A-Z]{0,3}")
_NAME = re.compile(r"[A-Z][\w’'.-]*[\w.]")


@dataclass
class Suggestion:
    """Something no dictionary or rule knows: of which kind, in which articles and sentences."""

    kind: str
    words: str
    articles: set[str] = field(default_factory=set)
    sentences: list[str] = field(default_factory=list)
    countries: Counter[str] = field(default_factory=Counter)
    beside: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)

    def note(self, reading: Reading, sentence: Sentence) -> None:
        """Count one occurrence."""
        self.articles.add(reading.article.article_id)
        named = reading.mentions_between(sentence.first, sentence.end)
        self.beside.update({mention.country for _, mention in named if mention.country})
        words = " ".join(reading.words(sentence).split())
        if words not in self.sentences and len(self.sentences) < SHOWN:
            self.sentences.append(words)

    @property
    def entry(self) -> str:
        """The YAML to add: whole for a name or weapon, the trigger of a rule for a verb.

        Where no text tells the state, it is the one most named beside it.
        """
        if self.kind == "verb":
            return f"trigger: {{verb: [{self.words}]}}"
        if self.kind == "weapon":
            return (
                f"- {{id: {slug(self.words)}, name: {self.words}, category: unspecified, "
                "origin: '', aliases: []}"
            )
        country = _most(self.countries) or _most(self.beside) or "IGO"
        head = (
            f"- {{id: {slug(self.words)}, name: {_quote(self.words)}, kind: {self.kind}, "
            f"country: {country}, "
        )
        if self.kind != "person":
            return f"{head}sector: '', aliases: []}}"
        role = f"role: {_quote(_most(self.roles))}, from: '', to: '', source: , state: recalled"
        offices = f"[{{{role}}}]" if self.roles else "[]"
        surname = _quote(self.words.split()[-1])
        return f"{head}sector: GOV, surname: {surname},\n   aliases: [], offices: {offices}}}"

    def __str__(self) -> str:
        lines = [f"{self.words}  ({self.kind}, {len(self.articles)} articles)"]
        lines += [f"    “{sentence}”" for sentence in self.sentences]
        lines += [f"  {line}" for line in self.entry.split("\n")]
        return "\n".join(lines)


def suggest(
    articles: pd.DataFrame, rulebook: Rulebook, *, least: int = 2, top: int = 20
) -> list[Suggestion]:
    """Return what at least `least` articles name and no dictionary has, most named first.

    Takes ARTICLES; copies count with their original. At most `top` of each kind: persons, bodies,
    weapons, verbs.
    """
    found: dict[tuple[str, str], Suggestion] = {}
    covered = _list_covered(rulebook)
    for article in to_articles(articles[articles["duplicate_of"] == ""]):
        reading = read_article(article, rulebook.actors, rulebook.items, rulebook.grammar)
        for sentence in reading.text.sentences:
            for suggestion in _find_in(reading, sentence, covered):
                key = (suggestion.kind, suggestion.words)
                kept = found.setdefault(key, Suggestion(*key))
                kept.countries += suggestion.countries
                kept.roles += suggestion.roles
                kept.note(reading, sentence)
    often = [each for each in found.values() if len(each.articles) >= least]
    often.sort(key=lambda each: (-len(each.articles), each.kind, each.words))
    seen: Counter[str] = Counter()
    chosen = []
    for each in often:
        seen[each.kind] += 1
        if seen[each.kind] <= top:
            chosen.append(each)
    return chosen


def _find_in(reading: Reading, sentence: Sentence, covered: frozenset[str]) -> Iterator[Suggestion]:
    for _, mention in reading.mentions_between(sentence.first, sentence.end):
        if _is_new_person(mention):
            yield Suggestion(
                "person",
                mention.name,
                countries=Counter([mention.country] if mention.country else []),
                roles=Counter([mention.role] if mention.role else []),
            )
    yield from _find_weapons(reading, sentence)
    yield from _find_bodies(reading, sentence)
    yield from _find_verbs(reading, sentence, covered)


def _is_new_person(mention: Mention) -> bool:
    words = mention.name.split()
    is_name = len(words) > 1 and all(_NAME.fullmatch(word) for word in words)
    return (
        mention.kind in ("person", "name", "title")
        and not mention.known
        and is_name
        and words[-1] not in NO_ACTORS
    )


def _find_weapons(reading: Reading, sentence: Sentence) -> Iterator[Suggestion]:
    """Yield designations beside arms: a capital, and a number."""
    if not reading.items_between(sentence.first, sentence.end):
        return
    for token in _free_tokens(reading, sentence):
        word = reading.text.words[token]
        if _DESIGNATION.fullmatch(word):
            yield Suggestion("weapon", word)


def _find_bodies(reading: Reading, sentence: Sentence) -> Iterator[Suggestion]:
    """Yield two capitalised words or more in a row that no mention, item or date covers."""
    words = reading.text.words
    capitals = [t for t in _free_tokens(reading, sentence) if _NAME.fullmatch(words[t])]
    run: list[int] = []
    for token in [*capitals, sentence.end + 1]:
        if run and token != run[-1] + 1:
            if len(run) > 1 and run[0] > sentence.first and words[run[-1]] not in NO_ACTORS:
                yield Suggestion("organisation", reading.text.span(run[0], run[-1] + 1))
            run = []
        run.append(token)


def _free_tokens(reading: Reading, sentence: Sentence) -> list[int]:
    return [
        token
        for token in range(sentence.first, sentence.end)
        if reading.mention_at[token] < 0
        and reading.item_at[token] < 0
        and reading.tags[token] not in "t,Q;"
    ]


def _find_verbs(
    reading: Reading, sentence: Sentence, covered: frozenset[str]
) -> Iterator[Suggestion]:
    """Yield verbs between two known actors of different states that set off no rule."""
    named = [m for _, m in reading.mentions_between(sentence.first, sentence.end) if m.known]
    for before, behind in pairwise(named):
        if not before.country or not behind.country or before.country == behind.country:
            continue
        verbs = [t for t in range(before.end, behind.first) if reading.tags[t] == "V"]
        if len(verbs) != 1 or behind.first - verbs[0] > REACH or verbs[0] - before.end >= REACH:
            continue
        lemmas = reading.lemmas(verbs[0]) or [reading.text.lower[verbs[0]]]
        if covered.isdisjoint(lemmas):
            yield Suggestion("verb", lemmas[0])


def _list_covered(rulebook: Rulebook) -> frozenset[str]:
    """Return every word that may set off a rule."""
    verbs = {verb.split()[0] for rule in rulebook.rules for verb in rule.verbs}
    return frozenset(verbs | {phrase[0] for rule in rulebook.rules for phrase in rule.phrases})


def _most(counts: Counter[str]) -> str:
    return min(counts, key=lambda name: (-counts[name], name)) if counts else ""


def _quote(text: str) -> str:
    return text if re.fullmatch(r"[\w .'’-]+", text) else '"' + text.replace('"', '\\"') + '"'
