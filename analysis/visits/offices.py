"""One office in several states: "the leaders of Chad and Niger" -> those who hold it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, zip_longest

from analysis.actors import ActorBook, Mention
from analysis.actors.teams import TEAMS
from analysis.reading import Reading
from analysis.roles import Filler

OF = frozenset({"of", "from"})
SEVERAL = 2
# So soon behind "the presidents of" their names stand.
NAMES_WITHIN = 16


def list_holders(reading: Reading, book: ActorBook, filler: Filler) -> list[Filler]:
    """Return who holds the office that a phrase names in several states, or nothing."""
    if reading.kind_of(filler) != "group":
        return []
    group = reading.mentions[filler.mention]
    lower = reading.text.lower
    heads = reading.lexicon["colleagues"]
    if lower[group.first : group.first + 2] == ["top", "diplomats"]:
        heads = frozenset({"diplomats"})
    head = next((i for i in range(group.first, group.end) if lower[i] in heads), -1)
    if head < 0:
        return []
    states = list(_states_behind(reading, group, head)) or list(_states_before(reading, group))
    if len(states) < SEVERAL:
        return []
    role = _role(reading, book, group, head)
    named = _names_behind(reading, group, len(states))
    holders = (
        replace(name, kind="person", country=state, role=role, official=True)
        if name is not None
        else _holder(reading, book, state, role)
        for state, name in zip_longest(states, named)
    )
    return [_add(reading, holder, filler) for holder in holders]


def _names_behind(reading: Reading, group: Mention, count: int) -> list[Mention]:
    """Return who holds them as named behind: "the presidents of Chad and Mali, X and Y, met"."""
    near = reading.mentions_between(group.end, group.end + NAMES_WITHIN)
    named = [mention for _, mention in near if mention.kind in ("person", "name")][:count]
    spans = [reading.text.lower[one.end : other.first] for one, other in pairwise(named)]
    listed = all(reading.lexicon["state_joining"].issuperset(span) for span in spans)
    apposed = bool(named) and reading.text.lower[named[0].first - 1] == ","
    return named if apposed and listed and len(named) == count else []


def list_teams(reading: Reading, book: ActorBook, filler: Filler) -> list[Filler]:
    """Return whom "Chadian and Malian delegations", "envoys of Chad and Mali" are, one a state."""
    group = reading.mention_of(filler)
    if group is None or group.kind != "group":
        return []
    lower, heads = reading.text.lower, reading.lexicon["delegations"]
    head = next((i for i in range(group.first, group.end) if lower[i] in heads), -1)
    states = list_states(reading, group) if head >= 0 else []
    if len(states) < SEVERAL:
        return []
    team = lower[head].removesuffix("s")
    # "A delegation of Chad", but "special envoys of Chad".
    words = reading.text.words[group.first : head]
    topics = [w.lower() for w in words if w.islower() or w.lower() in book.titles.modifiers]
    who = team if team in TEAMS else " ".join([*topics, lower[head]])
    named = ((state, f"{who} of {book.actors[state].name}") for state in states)
    return [_add(reading, replace(group, country=s, name=n, actor_id=""), filler) for s, n in named]


def list_states(reading: Reading, group: Mention) -> list[str]:
    """Return the states of "Chadian and Malian officials", "envoys from Chad and Mali"."""
    behind = list(_states_behind(reading, group, group.first))
    return behind or list(_states_before(reading, group))


def _states_behind(reading: Reading, group: Mention, head: int) -> Iterator[str]:
    """Yield the states of "presidents of Chad, Niger and Mali"."""
    lower, index = reading.text.lower, group.end
    if group.country not in ("", "IGO") and not OF.isdisjoint(lower[head : group.end]):
        yield group.country
    elif lower[index] in OF:
        index += 1
    else:
        return
    while index < len(lower):
        number = reading.mention_at[index]
        if number >= 0 and reading.mentions[number].kind == "state":
            yield reading.mentions[number].country
            index = reading.mentions[number].end
        elif lower[index] in reading.lexicon["state_joining"]:
            index += 1
        else:
            return


def _states_before(reading: Reading, group: Mention) -> Iterator[str]:
    """Yield the states of "his Chadian, Malian and Nigerien counterparts"."""
    if group.country in ("", "IGO"):
        return
    yield group.country
    index = group.first - 1
    while index >= 0:
        number = reading.mention_at[index]
        short = reading.text.lower[index] in reading.lexicon["adjective_names"]
        if number >= 0 and (short or reading.mentions[number].kind == "demonym"):
            yield reading.mentions[number].country
            index = reading.mentions[number].first - 1
        elif reading.text.lower[index] in reading.lexicon["state_joining"]:
            index -= 1
        else:
            return


def _role(reading: Reading, book: ActorBook, group: Mention, head: int) -> str:
    """Return the office: "foreign minister"; of counterparts that of who was named before."""
    lower = reading.text.lower
    if lower[head] in ("counterparts", "peers"):
        before = [mention.role for mention in reading.mentions if mention.first < group.first]
        return next((role.lower() for role in reversed(before) if role), "counterpart")
    topics = [word for word in lower[group.first : head] if word in book.titles.modifiers]
    return " ".join([*topics, lower[head].rstrip("s")])


def _holder(reading: Reading, book: ActorBook, state: str, role: str) -> Mention:
    """Return who holds an office in a state on the day of the news, as a mention."""
    published = reading.article.published
    office = role
    if role == "leader":
        premier = state in reading.lexicon["premier_led"]
        office = "prime minister" if premier else "president"
    equals = next((like for like in book.titles.equals if office in like), frozenset({office}))
    held = {
        actor.actor_id: actor
        for like in equals
        for actor in book.holders.get((state, like.split()[-1]), ())
        if published is not None and actor.role_on(published).lower() in equals
    }
    named = next((m for m in reading.mentions if _holds(m, state, equals)), None)
    if named is not None:
        found = named.name, named.actor_id, named.role
    elif len(held) == 1:
        (actor,) = held.values()
        found = actor.name, actor.actor_id, actor.role_on(published)
    else:
        found = f"{role} of {book.actors[state].name}", "", role
    name, actor_id, office = found
    return Mention(
        0, 0, "title", actor_id, name, state,
        role=office, via="title", official=True, known=bool(actor_id),
    )  # fmt: skip


def _holds(mention: Mention, state: str, offices: frozenset[str]) -> bool:
    """Tell whether somebody is named in the text as who holds one of the offices."""
    held = mention.role.lower().split(" of ")[0]
    return mention.kind == "person" and mention.country == state and held in offices


def _add(reading: Reading, holder: Mention, filler: Filler) -> Filler:
    """Add a mention that only the phrase as a whole names; a filler of it."""
    reading.mentions.append(replace(holder, first=filler.first, end=filler.end))
    return replace(filler, mention=len(reading.mentions) - 1, how="one of several")
