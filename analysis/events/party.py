"""A party of an event: a state, a body, or one side inside a state."""

from __future__ import annotations

from dataclasses import dataclass, field

from analysis.actors import Mention


# Never changed once made, as a filler (roles/filler.py).
@dataclass(slots=True, unsafe_hash=True)
class Party:
    """One actor in an event. A body without a state is known by its id alone.

    `sector` tells those who are not their state's own: its opposition, rebels, civilians.
    `word` is the noun that names them, `organ` the body of the state that they belong to.
    """

    actor_id: str
    country: str
    sector: str = ""
    word: str = field(default="", compare=False)
    organ: str = field(default="", compare=False)

    @property
    def side(self) -> str:
        """The state, a side inside it ("KEN:rebels"), or the id of a body that has none."""
        state = self.country or self.actor_id
        return f"{state}:{self.sector}" if self.sector else state


def as_party(mention: Mention) -> Party | None:
    """Return the party that a mention names; None where neither its state nor its id is known."""
    if mention.kind == "name" or not (mention.country or (mention.actor_id and mention.known)):
        return None
    kind = "" if mention.is_place else mention.kind
    return Party(mention.actor_id or mention.country, mention.country, word=kind)
