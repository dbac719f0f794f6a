"""Who can be at one end of a transfer, and under which name."""

from __future__ import annotations

from dataclasses import replace

from analysis.actors import ActorBook, Mention
from analysis.evidence import Row
from analysis.grammar import POSSESSIVE_MARKS
from analysis.items import ItemMention
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.statements import name_actor
from analysis.transfer_allegations.transfer import Transfer

# They ban what others send, and are told of it.
COUNCILS = frozenset({"un-security-council", "united-nations"})
# Actors that are an end in their own name; bodies of a state stand for it.
OWN_NAME = frozenset({"group", "igo"})
# Forces that may have been rebels once.
FORCES = frozenset({"armed_force", "organisation"})
# "Lebanon's Hezbollah" is no name of its own.
OWNED = frozenset({"'s", "’s"})
# So near before a group's name stands what it is: "the rebel group, M23".
BESIDE = 3
# Where "in" leads from "the rebels" to the country they are in.
BASED = 3
NAMED = "group:"  # so begin the ids of groups that only the text names
IN_EACH = "one of several places"


class Parties:
    """The states, armed groups and international bodies named in one article."""

    def __init__(self, reading: Reading, actors: ActorBook):
        self.reading = reading
        self.book = actors
        self.actors = actors.actors
        self.armed = reading.lexicon["armed_groups"]
        # Armies of a state by the dictionary that the article calls rebel, and their short forms.
        called = {m.actor_id for m in reading.mentions if self._is_called_rebel(m)}
        self.rebels = {i for i in called if i in self.actors and self.actors[i].kind in FORCES}
        # What each "the rebels" means, by the number of its mention.
        self.meant: dict[int, Filler | None] = {}

    def key(self, filler: Filler | None) -> str:
        """Return the state, group or body that a filler stands for; empty = no party."""
        if filler is None or filler.mention < 0:
            return ""
        mention = self.reading.mentions[filler.mention]
        behind = self.reading.text.lower[mention.end : mention.end + 1]
        if self.is_foreign(filler) or not self.reading.lexicon["colonies"].isdisjoint(behind):
            return ""
        mention = self.reading.mentions[self._meant(filler).mention]
        if self._is_known(mention):
            return mention.actor_id
        if self._is_armed_group(mention):
            return mention.name.lower()
        return mention.country if mention.country != "IGO" else mention.actor_id

    def ends(self, transfer: Transfer) -> tuple[str, str]:
        """Return who supplies and who receives; empty = no party."""
        return self.key(transfer.supplier), self.key(transfer.recipient)

    def is_foreign(self, filler: Filler) -> bool:
        """Tell "Oslo's allies", who are nobody in particular."""
        return self.reading.text.lower[filler.end - 1] in self.reading.lexicon["of_others"]

    def is_group(self, filler: Filler) -> bool:
        """Tell an armed group, which is an end in its own name, from a state."""
        key, mention = self.key(filler), self.reading.mentions[filler.mention]
        return bool(key) and key != mention.country

    def in_each(self, filler: Filler, places: list[Filler]) -> list[Filler]:
        """Read "rebels in Chad, Mali and Niger" as those of each, which end before its name."""
        if not self.is_group(filler) or self.reading.mentions[filler.mention].country:
            return [filler]
        tags, end = self.reading.tags, filler.end
        behind = (p.first for p in places if tags[end] == "P" and end < p.first)
        listed = [at for at in behind if set(tags[end + 1 : at]) <= set("XO,CD")]
        each = [replace(filler, end=at, how=IN_EACH) for at in listed]
        return each if len(each) > 1 else [filler]

    def where_sent(self, filler: Filler) -> Filler:
        """Read soldiers for "the UN mission in Chad" as sent to Chad."""
        mention, lower = self.reading.mentions[filler.mention], self.reading.text.lower
        mission = lower[mention.end] in self.reading.lexicon["missions"]
        if not (mission and mention.country == "IGO" and lower[mention.end + 1] == "in"):
            return filler
        article = self.reading.tags[mention.end + 2] == "D"
        there = self.reading.mention_at[mention.end + 2 + article]
        return self.reading.filler(there, filler.how) if there >= 0 else filler

    def is_private(self, filler: Filler) -> bool:
        """Tell a paper, document or resident, who speaks for no state, from a body of one."""
        words = self.reading.text.lower[filler.first : filler.end]
        if not self.reading.lexicon["private_voices"].isdisjoint(words):
            return True
        return any(self.book.is_outlet(named.actor_id) for named in self.reading.named([filler]))

    def by_export(
        self, items: list[ItemMention], sides: list[Filler]
    ) -> tuple[list[Filler], list[Filler]]:
        """Return who sells and who buys: who makes such arms sells, else the one that exports any.

        Nobody does where that leaves open which.
        """
        keys = {self.key(filler) for filler in sides}
        makers = keys & {item.item.origin for item in items}
        selling = makers or keys & self.reading.lexicon["arms_exporters"]
        if len(selling) != 1 or selling == keys:
            return [], []
        sellers = [filler for filler in sides if self.key(filler) in selling]
        return sellers, [filler for filler in sides if filler not in sellers]

    def columns(self, filler: Filler, slot: str) -> Row:
        """Return id, name and country of an end; people and bodies of a state give the state."""
        told, filler = self.reading.mentions[filler.mention], self._meant(filler)
        mention = self.reading.mentions[filler.mention]
        named = name_actor(self.reading, filler, slot)
        if not self._is_known(mention) and " " in told.name:
            # "Kurdish forces", though they are "Kurdish fighters" elsewhere
            named[slot] = told.name
        state = self.actors.get(mention.country)
        if state is not None and self.key(filler) == mention.country:
            return {
                f"{slot}_id": mention.country,
                slot: state.name,
                f"{slot}_country": state.actor_id,
            }
        actor = self.actors.get(mention.actor_id)
        if actor is not None and (actor.kind == "group" or mention.actor_id in self.rebels):
            named[slot] = self._as_written(mention)
        elif self._is_called_rebel(mention):  # "rebel Serbs" are not Serbia
            words = self.reading.text.span(mention.first - 1, mention.end)
            named |= {f"{slot}_id": "", slot: words, f"{slot}_country": self._based_in(filler)}
        if not mention.country:
            named[f"{slot}_country"] = self._based_in(filler)
        return named

    def _as_written(self, mention: Mention) -> str:
        """Return the name that the article gives a group first: "ISIL" or "Islamic State"."""
        text = self.reading.text
        for other in self.reading.mentions:
            if other.actor_id != mention.actor_id:
                continue
            written = text.span(other.first + (text.lower[other.first] == "the"), other.end)
            # Not "Lebanon's Hezbollah", but "the Lord's Resistance Army".
            owned = not OWNED.isdisjoint(text.lower[other.first : other.end])
            full = mention.actor_id in self.rebels or written.replace("’", "'") == mention.name
            if not owned or full:
                return written
        return mention.name

    def _meant(self, filler: Filler) -> Filler:
        """Return who "the rebels" are where the article says so: M23, or "Malian rebels"."""
        if filler.mention not in self.meant:
            self.meant[filler.mention] = self._seek_meant(self.reading.mentions[filler.mention])
        return self.meant[filler.mention] or filler

    def _seek_meant(self, told: Mention) -> Filler | None:
        mentions = self.reading.mentions
        if told.kind != "group" or self._is_known(told) or not self._is_armed_group(told):
            return None
        what = self._sorts_of(told)
        alike = [
            number
            for number, other in enumerate(mentions)
            if told.country in ("", other.country) and not what.isdisjoint(self._sorts_of(other))
        ]
        named = [number for number in alike if self._is_known(mentions[number])]
        described = [number for number in alike if mentions[number].country]
        if len({mentions[number].actor_id for number in named}) == 1:
            described = named
        if len({mentions[number].country for number in described}) != 1:
            return None
        return self.reading.filler(described[0])

    def _is_known(self, mention: Mention) -> bool:
        """Tell a group that the dictionary or the text names from "the rebels"."""
        actor = self.actors.get(mention.actor_id)
        return mention.actor_id.startswith(NAMED) or (actor is not None and actor.kind in OWN_NAME)

    def _sorts_of(self, mention: Mention) -> set[str]:
        """Return what a group is called: "rebel" for "rebels" and "the rebel group, | M23"."""
        known, kind = self._is_known(mention), str(mention.kind)
        if known:
            actor = self.actors.get(mention.actor_id)
            kind = actor.kind if actor is not None else "group"
        if kind != "group":
            return set()  # "armed the rebels, says the UN"
        first = max(0, mention.first - BESIDE) if known else mention.first
        words = self.reading.text.lower[first : mention.end]
        return {word.rstrip("s") for word in words if word in self.armed}

    def _is_armed_group(self, mention: Mention) -> bool:
        if mention.kind not in ("group", "name", "organisation"):
            return False
        if mention.actor_id in self.rebels or self._is_called_rebel(mention):
            return True
        words = self.reading.text.lower[mention.first : mention.end]
        one = mention.kind == "group" and words[-1] in self.reading.lexicon["warring"]
        return one or not self.armed.isdisjoint(words)

    def _is_called_rebel(self, mention: Mention) -> bool:
        """Tell "the rebel Serbs" and "the rebel Mali Liberation Army" from a state's own."""
        before = self.reading.text.lower[mention.first - 1 : mention.first]
        of_a_state = mention.kind == "group" and bool(mention.country)
        return of_a_state and not self.armed.isdisjoint(before)

    def _based_in(self, filler: Filler) -> str:
        """Return the country of "the rebels in eastern Congo", or of those so named elsewhere."""
        lower, mentions = self.reading.text.lower, enumerate(self.reading.mentions)
        alike = (
            self.reading.filler(number)
            for number, mention in mentions
            if mention.kind == "group" and lower[mention.end - 1] == lower[filler.end - 1]
        )
        places = filter(None, map(self._place_behind, (filler, *alike)))
        sponsor = self.reading.mentions[filler.mention].country
        return next(places, "") or self._where_fought(sponsor)

    def _where_fought(self, sponsor: str) -> str:
        """Return the one state in which the text says that others fight: "the war in Chad"."""
        lower, tags = self.reading.text.lower, self.reading.tags
        fighting = self.armed | self.reading.lexicon["warfare"]
        found = set()
        for mention in self.reading.mentions:
            at = mention.first - 1
            at -= tags[at] in "OE"  # "in eastern Chad"
            fought = at > 0 and lower[at] in ("in", "of") and lower[at - 1] in fighting
            if fought and mention.is_place:
                found.add(mention.country)
        found -= {"", sponsor}
        return found.pop() if len(found) == 1 else ""

    def _place_behind(self, filler: Filler) -> str:
        text, lead = self.reading.text, filler.end
        if filler.how == IN_EACH:
            return self.reading.mentions[self.reading.mention_at[lead]].country
        if not POSSESSIVE_MARKS.isdisjoint(text.lower[lead : lead + 1]):
            lead += 2  # "the rebels' spokesman in Gao"
        end = min(lead + BASED, len(text.words))
        for _, mention in self.reading.mentions_between(lead, end):
            if mention.is_place and text.lower[lead] in ("in", "of"):
                return mention.country
        return ""
