"""What a mention is: the words that name an actor, and the actor they name."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from analysis.text import Text

MentionKind = Literal[
    "person", "title", "state", "demonym", "capital", "metonym", "city", "organisation", "group",
    "institution", "name", "pronoun",
]  # fmt: skip

# Kinds of mentions: somebody, somebody or a pronoun, a state, and what acts as a body.
PERSONS = frozenset({"person", "title", "name"})
PERSONAL = PERSONS | {"pronoun"}
STATES = frozenset({"state", "capital", "metonym"})
BODIES = STATES | {"organisation", "institution", "group"}
# What names a state or tells that something is of one.
NATIONAL = STATES | {"demonym"}
# "The Holm Administration" is that of Holm.
GOVERNMENTS = frozenset({"administration", "government", "cabinet"})
# No article stands before these and belongs to what stands behind.
ENDING = frozenset("the his her its their in of from with for at on by to as and said".split())
# So far before a title can stand its article.
DESCRIBED_WITHIN = 4


@dataclass(slots=True)
class Mention:
    """One naming of an actor: tokens [first, end) and what they name."""

    first: int
    end: int
    kind: MentionKind
    actor_id: str
    name: str
    country: str
    role: str = ""
    via: str = "name"
    city: str = ""
    official: bool = False
    plural: bool = False
    possessive: bool = False
    known: bool = False

    def take_up(self, person: Mention) -> None:
        """Make a title or pronoun that of an actor named elsewhere; in place."""
        self.actor_id, self.name = person.actor_id, person.name
        self.country, self.role = self.country or person.country, self.role or person.role
        self.official, self.known = person.official or self.official, person.known

    def again(self, first: int, end: int) -> Mention:
        """Return a naming of the same actor at other tokens, by a short form."""
        # dataclasses.replace asks each field anew, and this is done for every other name.
        return Mention(
            first, end, self.kind, self.actor_id, self.name, self.country, role=self.role,
            via="alias", city=self.city, official=self.official, plural=self.plural,
            known=self.known,
        )  # fmt: skip

    @property
    def is_place(self) -> bool:
        """Tell whether the words can name a place that one travels to."""
        return self.kind in ("state", "capital", "city", "metonym")


@lru_cache(maxsize=65_536)  # a text has few names, and each again and again
def slug(name: str) -> str:
    """Return a name as lower-case ASCII words joined with hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def is_hyphened(text: Text, mention: Mention) -> bool:
    """Tell the state that only describes: "the Iran-backed militia", "the anti-Chad coalition".

    Whoever is "Seoul-based" is of that state.
    """
    behind = text.lower[mention.end : mention.end + 2]
    joined = behind[:1] == ["-"] and behind != ["-", "based"] and text.is_glued(mention.end)
    return joined or text.lower[max(0, mention.first - 2) : mention.first] == ["anti", "-"]


def is_one_of_many(lower: list[str], first: int) -> bool:
    """Tell "a minister", "one prominent Russian minister", from "the Russian minister".

    "The previous minister" is one of those there have been.
    """
    if lower[first - 1] in ("previous", "preceding"):
        return True
    for index in range(first, max(-1, first - DESCRIBED_WITHIN), -1):
        if lower[index] in ("a", "an", "another", "one"):
            return True
        if index < first and (lower[index] in ENDING or not lower[index].isalpha()):
            return False
    return False
