"""A party of an event: a state, a body, or one side inside a state."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from analysis.actors import PERSONAL, Mention

# The word of a person whose people or things are named: "Silva's envoy".
OWNER = "owner"


# Never changed once made, as a filler (reading.py).
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


# Who acts, and towards whom.
Sides = tuple[list[Party], list[Party]]


def as_party(mention: Mention) -> Party | None:
    """Return the party that a mention names; None where its state is not known."""
    if mention.kind == "name" or not mention.country:
        return None
    kind: str = "" if mention.is_place else mention.kind
    if mention.possessive and kind in PERSONAL and mention.country != "IGO":
        kind = OWNER
    return Party(mention.actor_id or mention.country, mention.country, word=kind)


def as_parties(mentions: Iterable[Mention]) -> list[Party]:
    """Return the parties that mentions name, without those whose state is not known."""
    return [party for mention in mentions if (party := as_party(mention)) is not None]


def divide(actors: list[Party], recipients: list[Party], *, mutual: bool) -> Sides:
    """Return both sides, no state on both; of parties that act together the first is the actor."""
    if mutual and actors and {p.side for p in recipients} <= {p.side for p in actors}:
        first, recipients = actors[0].side, actors
        actors = [party for party in actors if party.side == first]
    sides = {party.side for party in actors}
    recipients = [party for party in recipients if party.side not in sides]
    return _once_a_state(actors), _once_a_state(recipients)


def _once_a_state(parties: list[Party]) -> list[Party]:
    """Leave out a state named beside its own official: "the king of Morocco"."""
    named = {
        party.country for party in parties if party.actor_id != party.country and not party.sector
    }
    kept = {party.actor_id: party for party in parties if party.actor_id not in named}
    return list(kept.values())
