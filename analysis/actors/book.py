"""dictionaries/countries.yaml, actors.yaml -> ActorBook: every name, and what it may stand for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

from analysis.actors.entries import Actor, Name, NameKind, Office, check_actor
from analysis.actors.mention import Mention
from analysis.errors import RuleError
from analysis.inflection import plural
from analysis.phrase_index import PhraseIndex
from analysis.strict_yaml import load_yaml
from analysis.text import load_tokenizer

# Where one word is several things, the first of these is meant.
PRECEDENCE: tuple[NameKind, ...] = (
    "none",
    "state",
    "actor",
    "metonym",
    "capital",
    "demonym",
    "nickname",
    "surname",
    "city",
)
# States whose people put the family name first.
FAMILY_NAME_FIRST = frozenset({"PRK", "KOR", "CHN", "TWN", "HKG", "VNM", "KHM", "SGP", "HUN"})
# "The Republic of Kenya", "the State of Qatar".
STATE_FORMS = (["republic"], ["kingdom"], ["state"], ["federation"], ["sultanate"], ["emirate"])


@dataclass(frozen=True)
class Titles:
    """Words that make a name an office-holder, another person, a group or an institution.

    Honorifics ("Mr") only lead to a name. `equals` are sets of like offices of different states,
    `short` what headlines write for an office in capitals: "PM".
    """

    phrases: PhraseIndex[str]
    modifiers: frozenset[str]
    states: dict[str, str]
    equals: tuple[frozenset[str], ...]
    short: dict[str, str] = field(default_factory=dict)

    def state_of(self, words: Iterable[str]) -> str:
        """Return the one state that has such titles, or ''."""
        title = list(words)
        pairs = [" ".join(pair) for pair in pairwise(title)] if "general" not in title else []
        fives = (" ".join(title[at : at + 5]).replace(" - ", "-") for at in range(len(title)))
        names = (*title, *pairs, " ".join(title[-3:]), *fives)
        return next((self.states[name] for name in names if name in self.states), "")

    def like(self, *offices: str) -> frozenset[str]:
        """Return the offices of other states that are like one of these."""
        return next((like for like in self.equals if not like.isdisjoint(offices)), frozenset())

    @cached_property
    def openers(self) -> frozenset[str]:
        """Words that a title may begin with."""
        return self.modifiers | frozenset(self.phrases)

    def at(self, lower: list[str], index: int) -> tuple[int, str] | None:
        """Return end and class of the longest title that starts at a token."""
        return self.phrases.longest_at(lower, index)


@dataclass(frozen=True)
class ActorBook:
    """Every known actor, name and title."""

    actors: dict[str, Actor]
    names: dict[str, tuple[Name, ...]]
    titles: Titles
    surnames: dict[str, tuple[str, ...]] = field(default_factory=dict)
    # "she" or "he" for given names and titles that only women or only men have.
    genders: dict[str, str] = field(default_factory=dict)

    def is_outlet(self, actor_id: str) -> bool:
        """Tell a newspaper or agency, which only reports what others do."""
        actor = self.actors.get(actor_id)
        return actor is not None and actor.kind == "media"

    def pronoun_of(self, mention: Mention) -> str:
        """Return "she" or "he" where the name or title tells which; else ''."""
        actor = self.actors.get(mention.actor_id)
        name = (actor.name if actor else mention.name).lower().split()
        words = [" ".join(name), *name[: len(name) > 1], *mention.role.lower().split()]
        return next((self.genders[word] for word in words if word in self.genders), "")

    def office_in(self, role: str, country: str) -> str:
        """Return an office without the state it is of: "president of Russia"; lower case."""
        state = self.actors.get(country)
        office, of, owner = role.lower().rpartition(" of ")
        if not of or state is None or state.name.lower() not in owner:
            return role.lower()
        before, of, form = office.rpartition(" of ")  # "of the Republic of Kenya"
        return before if of and form.split()[-1:] in STATE_FORMS else office

    @cached_property
    def _phrases(self) -> PhraseIndex[tuple[Name, ...]]:
        """Every name as written, by its tokens."""
        words = load_tokenizer().words
        return PhraseIndex((words(name), meanings) for name, meanings in self.names.items())

    @cached_property
    def given_names(self) -> frozenset[str]:
        """How the names of the persons begin; most people are called like one of them."""
        people = (actor.name for actor in self.actors.values() if actor.kind == "person")
        return frozenset(name.split()[0] for name in people if " " in name)

    @cached_property
    def capitals(self) -> dict[str, str]:
        """The seat of government of each state."""
        kinds = (name for names in self.names.values() for name in names if name.kind == "capital")
        return {name.country: name.canonical for name in kinds}

    @cached_property
    def holders(self) -> dict[tuple[str, str], list[Actor]]:
        """Persons by the country of an office and its last word: ("RUS", "minister")."""
        found: dict[tuple[str, str], list[Actor]] = defaultdict(list)
        for actor in self.actors.values():
            offices = {(o.country or actor.country, o.role.split()[-1]) for o in actor.offices}
            for held in sorted(offices):
                found[held].append(actor)
        return found

    @cached_property
    def last_words(self) -> dict[str, list[str]]:
        """Office-holders by the word that a title leaves of their name: "Secretary | Rice"."""
        found: dict[str, list[str]] = defaultdict(list)
        for actor in self.actors.values():
            if actor.offices and " " in actor.name:
                family_first = actor.country in FAMILY_NAME_FIRST
                found[actor.name.split()[0 if family_first else -1]].append(actor.actor_id)
        return found

    def find(self, words: list[str]) -> dict[int, tuple[int, tuple[Name, ...]]]:
        """Map the first token of each name to its end and meanings; the longest name wins."""
        found: dict[int, tuple[int, tuple[Name, ...]]] = {}
        for first, end, meanings in self._phrases.find(words, 0, len(words)):
            found.setdefault(first, (end, meanings))
        covered = 0
        names: dict[int, tuple[int, tuple[Name, ...]]] = {}
        for first, (end, meanings) in found.items():
            longer = found[first + 1][0] > end if first + 1 in found else False
            if longer and meanings[0].kind == "nickname":
                continue  # "the North" in "the North Korean capital"
            if first >= covered:
                covered = end
                names[first] = end, meanings
        return names


def load_actors(folder: Path) -> ActorBook:
    """Read the dictionaries; raise RuleError at the first entry that cannot be used."""
    countries = load_yaml(folder / "countries.yaml")
    people = load_yaml(folder / "actors.yaml")
    actors: dict[str, Actor] = {}
    names: dict[str, set[Name]] = defaultdict(set)
    surnames: dict[str, list[str]] = defaultdict(list)
    for code, entry in countries.items():
        actors[code] = Actor(code, entry["name"], "state", code, "GOV")
        for name in _state_names(code, entry):
            names[name[0]].add(name[1])
    for entry in people["actors"]:
        actor = _read_actor(entry, folder / "actors.yaml", countries)
        if actor.actor_id in actors:
            raise RuleError(
                f"{folder / 'actors.yaml'}: {actor.actor_id} appears twice. Merge the two."
            )
        actors[actor.actor_id] = actor
        for alias in {actor.name, *entry.get("aliases", [])}:
            names[alias].add(Name("actor", actor.actor_id, actor.country, actor.name))
        if actor.surname:
            surnames[actor.surname].append(actor.actor_id)
            names[actor.surname].add(Name("surname", "", "", actor.surname))
    for name in people.get("not_actors", ()):
        names[name].add(Name("none", "", "", name))
    ordered = {
        name: tuple(sorted(meanings, key=lambda m: (PRECEDENCE.index(m.kind), m.actor_id)))
        for name, meanings in sorted(names.items())
    }
    return ActorBook(
        actors,
        ordered,
        _read_titles(people["titles"]),
        {surname: tuple(sorted(ids)) for surname, ids in surnames.items()},
        {word: pronoun for pronoun, words in people["genders"].items() for word in words},
    )


def _state_names(code: str, entry: dict[str, Any]) -> Iterable[tuple[str, Name]]:
    kinds: dict[str, NameKind] = {
        "names": "state",
        "former": "state",
        "demonyms": "demonym",
        "capitals": "capital",
        "metonyms": "metonym",
        "cities": "city",
        "aka_pairs": "nickname",
    }
    yield entry["name"], Name("state", code, code, entry["name"])
    if entry.get("capital"):
        yield entry["capital"], Name("capital", code, code, entry["capital"])
    for town in entry.get("other_seats") or []:
        yield town, Name("capital", code, code, entry["capital"], town=town)
    for venue, town in (entry.get("venues") or {}).items():
        yield venue, Name("city", code, code, town)
    for key, kind in kinds.items():
        for name in entry.get(key) or []:
            bare = name.removeprefix("the ") if kind != "nickname" else name
            canonical = entry["capital"] if kind == "capital" else bare
            yield (
                bare,
                Name(kind, code, code, canonical if kind in ("city", "capital") else entry["name"]),
            )


def _read_actor(entry: dict[str, Any], path: Path, countries: Container[str]) -> Actor:
    check_actor(entry, path, countries)
    offices = tuple(
        Office(
            office["role"],
            office.get("from") or "",
            office.get("to") or "",
            office.get("country") or "",
        )
        for office in entry.get("offices") or []
    )
    return Actor(
        entry["id"],
        entry["name"],
        entry["kind"],
        entry["country"],
        entry.get("sector") or "",
        entry.get("surname") or "",
        offices,
    )


def _read_titles(entry: dict[str, Any]) -> Titles:
    classes: dict[tuple[str, ...], str] = {}
    split = load_tokenizer().words
    for title_class in ("person", "other_person", "group", "institution", "honorific"):
        for title in entry[title_class]:
            plurals = () if title_class in ("group", "honorific") else (plural(title),)
            for form in (title, *plurals):
                as_class = "group" if form != title and title_class == "person" else title_class
                # "Gen." is one token and "gen." two: abbreviations are split by their capitals.
                for written in (form, form.title()) if "." in form else (form,):
                    words = tuple(word.lower() for word in split(written))
                    classes.setdefault(words, as_class)
    phrases = PhraseIndex((list(words), as_class) for words, as_class in classes.items())
    modifiers = frozenset(word.lower() for word in entry["modifiers"])
    states = {word: code for code, words in entry["states"].items() for word in words}
    equals = tuple(frozenset(offices) for offices in entry["equals"])
    short = {word.lower(): office for word, office in entry["short"].items()}
    return Titles(phrases, modifiers, states, equals, short)
