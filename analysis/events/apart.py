"""People and bodies of one state as sides of their own: its parliament against its president."""

from __future__ import annotations

from dataclasses import replace

from analysis.events.domestic import make_party
from analysis.events.party import Party

# Those of the state itself, which its other bodies may be at odds with.
RULERS = frozenset("government administration presidency president premier".split())


def set_apart(
    actors: list[Party], recipients: list[Party], *, bodies_only: bool = False
) -> tuple[list[Party], list[Party]]:
    """Let people and bodies of one state be sides of their own: a parliament, its president.

    `bodies_only`: only the army, the police and their like; people "attack" with words.
    """
    parties = [*actors, *recipients]
    countries = {party.country for party in parties}
    if len(countries) > 1 or any(party.sector for party in parties):
        return actors, recipients
    apart = [_on_own(party) for party in actors], [_on_own(party) for party in recipients]
    known = (
        party.organ if bodies_only else party.sector or party.word in RULERS
        for side in apart
        for party in side
    )
    return apart if all(known) else (actors, recipients)


def _on_own(party: Party) -> Party:
    """Give a person or named body a side of its own, and an organ of a state that of the organ."""
    if party.actor_id != party.country:
        return replace(party, sector=party.actor_id)
    return make_party(party.country, party.organ, party.word)
