"""What a mention is: the words that name an actor, and the actor they name."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

MentionKind = Literal[
    "person", "title", "state", "demonym", "capital", "metonym", "city", "organisation", "group",
    "institution", "name", "pronoun",
]  # fmt: skip


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


def slug(name: str) -> str:
    """Return a name as lower-case ASCII words joined with hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
