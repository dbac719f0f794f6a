"""Are two names one actor? Spelling is forgiven, another person of the family name is not.

Compared without accents, case, hyphens and apostrophes. Gold names stand as the articles have them
("the Kremlin", "South Korean officials"), found names mostly as the dictionary has them.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from analysis.rulebook import DICTIONARIES
from analysis.strict_yaml import load_yaml

# Words that name an office, a body or a crowd: what is left of a name without them is its own.
_ROLE_WORDS = """
    administration adviser advisers agency allies ambassador analyst analysts army assault
    authorities both briefing brigade capitals chief chiefs command commander commission
    committee companies council countries country court defence defense delegation
    department deputy diplomat diplomats directorate documents envoy experts firms foreign
    forces general government governments group head institute intelligence investigators
    joint leader leaders lawmakers media member members military minister ministers
    ministry mission monitoring monitors nations office officers official officials
    parliament party premier presidency president presidential press prime prosecutor
    prosecutors representative representatives sanctions secretary security senate senior
    separate service services source sources spokesman spokesperson spokeswoman spy staff
    state states team teams treasury troops union unnamed vice western
"""
ROLES = frozenset(_ROLE_WORDS.split())
# Roles that are one office under different words.
_SAME_ROLE = {
    word: number
    for number, words in enumerate(
        (
            "official officials authorities government governments representative representatives",
            "delegation team mission envoy envoys diplomat diplomats",
            "minister ministers ministry department secretary",
            "spokesman spokesperson spokeswoman",
            "intelligence spy agency service services",
            "army forces military troops",
            "president presidency presidential",
        )
    )
    for word in words.split()
}
_LINK_WORDS = "the of a an and for in to at on by its his her their with from own one two"
_LINKS = frozenset(_LINK_WORDS.split())
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ð": "d", "ß": "ss", "æ": "ae"})
_STATE_KEYS = ("names", "demonyms", "capitals", "metonyms", "former", "aka_pairs")


@dataclass(frozen=True)
class Actor:
    """A name as a table has it, and the state that the row gives it; both may be empty."""

    name: str
    country: str


@cache
def fold(text: str) -> str:
    """Return lower-case words without accents and punctuation: U.S. = us, Jong-un = jong un."""
    text = re.sub(r"\b(?:\w\.){2,}", lambda found: found[0].replace(".", ""), text.casefold())
    text = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    text = "".join(letter for letter in text if not unicodedata.combining(letter))
    text = re.sub(r"['’‘ʼ`´]s\b|['’‘ʼ`´]", "", text)
    return re.sub(r"[\W_]+", " ", text).strip()


@cache
def _state_words() -> dict[str, str]:
    """Map what stands for a state, folded, to its code; a word that two share stands for none."""
    words: dict[str, str] = {"north": "PRK", "northern": "PRK", "us": "USA"}
    for code, entry in load_yaml(DICTIONARIES / "countries.yaml").items():
        for name in [entry["name"], *(name for key in _STATE_KEYS for name in entry.get(key, []))]:
            words[fold(name)] = code if words.get(fold(name), code) == code else ""
    return {word: code for word, code in words.items() if word and code}


@cache
def _state_pattern() -> re.Pattern[str]:
    longest_first = sorted(_state_words(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")


@cache
def states_in(name: str) -> frozenset[str]:
    """Return the codes of the states that a name mentions."""
    return frozenset(_state_words()[word] for word in _state_pattern().findall(fold(name)))


@cache
def is_state(name: str) -> bool:
    """Tell whether a name is a state or its government, and nothing else."""
    rest = _state_pattern().sub(" ", fold(name)).split()
    return bool(states_in(name)) and not set(rest) - _LINKS - {"government", "authorities", "side"}


@cache
def own_words(name: str) -> tuple[str, ...]:
    """Return the words of a name that are neither a state, nor an office, nor a link."""
    rest = _state_pattern().sub(" ", fold(name)).split()
    return tuple(word for word in rest if word not in ROLES and word not in _LINKS)


@cache
def is_person(name: str) -> bool:
    """Tell whether a name looks like a person's: own words only, without state or office."""
    words = own_words(name)
    return 0 < len(words) <= 4 and words == tuple(fold(name).split()) and not re.search(r"\d", name)


def alike(a: str, b: str) -> bool:
    """Tell whether two words are spellings of one: Zelensky, Zelenskyy; Shoigu, Shoygu."""
    return a == b or (min(len(a), len(b)) >= 4 and SequenceMatcher(None, a, b).ratio() >= 0.8)


def _same_person(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    whole = "".join(a), "".join(b)
    if whole[0] == whole[1]:
        return 1.0
    if min(map(len, whole)) >= 7 and SequenceMatcher(None, *whole).ratio() >= 0.9:
        return 0.9
    short, full = sorted((a, b), key=len)
    if len(short) == 1:
        return 0.8 if alike(short[0], full[0]) or alike(short[0], full[-1]) else 0.0
    if all(any(alike(word, other) for other in full) for word in short):
        return 0.9
    return 0.85 if alike(a[-1], b[-1]) and a[0][0] == b[0][0] and len(a) == len(b) == 2 else 0.0


def _initials(name: str) -> str:
    return "".join(word[0] for word in fold(name).split() if word not in _LINKS)


@cache
def name_fit(a: str, b: str) -> float:
    """Return how surely two names are one actor's: 0 (not) to 1; states are compared as codes."""
    if not fold(a) or not fold(b):
        return 0.0
    if fold(a).replace(" ", "") == fold(b).replace(" ", ""):
        return 1.0
    if is_state(a) or is_state(b):
        return 1.0 if is_state(a) and is_state(b) and states_in(a) == states_in(b) else 0.0
    if fold(a) in (_initials(b), "".join(own_words(b))) or fold(b) == _initials(a):
        return 0.9
    mine, theirs = own_words(a), own_words(b)
    if is_person(a) or is_person(b):
        return _same_person(mine, theirs) if mine and theirs else 0.0
    return _same_body(a, b)


def _same_body(a: str, b: str) -> float:
    """Compare two offices or bodies by all their words; different states part them."""
    if states_in(a) and states_in(b) and not states_in(a) & states_in(b):
        return 0.0
    bodies = [set(_state_pattern().sub(" ", fold(name)).split()) - _LINKS for name in (a, b)]
    shorter = min(map(len, bodies))
    shared = sum(any(alike(word, other) for other in bodies[1]) for word in bodies[0])
    distinct = shared >= 2 or (own_words(a) and own_words(b))
    return 0.7 if shorter and distinct and shared / shorter >= 0.6 else 0.0


def _share_role(a: str, b: str) -> bool:
    roles = [
        {str(_SAME_ROLE.get(w, w)) for w in fold(name).split() if w in ROLES} for name in (a, b)
    ]
    return bool(roles[0] & roles[1])


def actor_fit(gold: Actor, found: Actor) -> float:
    """Compare speakers, visitors, claimants: by name, else by state where one side names no more.

    "Seoul" matches whoever speaks for South Korea; "a ministry official" matches a person or the
    same office of that state; a named person matches the bare state or office, no other person.
    """
    by_name = name_fit(gold.name, found.name)
    if by_name:
        return by_name
    if gold.country != found.country:
        return 0.0
    if not found.country:
        return 0.3 if _share_role(gold.name, found.name) and not own_words(found.name) else 0.0
    if is_state(gold.name) or is_state(found.name) or not found.name or fold(gold.name) == "both":
        return 0.5
    if not own_words(gold.name):
        return 0.4 if is_person(found.name) or _share_role(gold.name, found.name) else 0.0
    office = not own_words(found.name) and bool(set(fold(found.name).split()) & ROLES)
    return 0.3 if office and is_person(gold.name) else 0.0


def party_fit(gold: Actor, found: Actor) -> float:
    """Compare suppliers and recipients: a state by its code, a group by its name."""
    by_name = name_fit(gold.name, found.name)
    if by_name:
        return by_name
    of_state = (
        not own_words(gold.name) or is_state(gold.name) or gold.country in states_in(gold.name)
    )
    return 0.8 if of_state and gold.country and gold.country == found.country else 0.0
