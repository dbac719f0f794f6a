"""What stands behind a word: its object, and what its prepositions govern."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.grammar import PARTICLES, POSSESSIVE_PRONOUNS
from analysis.reading import Filler
from analysis.roles.leads import HERE, Leads

# "There" stands for a phrase with one of these, "here" too.
THERE = frozenset({"in", "to", "at"})
# Sums are "in" what they pay for.
MONEY = frozenset("$ € £ dollars euros pounds".split())
# They open a clause about the noun before: "two soldiers they had held".
SUBJECT_PRONOUNS = frozenset({"he", "she", "they", "we", "i"})
# "To Oslo, a Russian rival": what these begin behind a name and a comma describes it.
DESCRIBING = POSSESSIVE_PRONOUNS | {"a", "an"}
OWNING = frozenset({"'s", "’s"})
# How an item that stands inside a phrase fills a slot.
IN_PHRASE = "item in the phrase"


class Phrases(Leads):
    """Reads noun phrases rightwards from a token."""

    def phrases(self, trigger: int, prepositions: frozenset[str]) -> list[Filler]:
        """What follows one of these prepositions after the trigger, in the same clause."""
        found: list[Filler] = []
        if trigger not in self.leads:
            self.leads[trigger] = self._list_leads(trigger)
        for index in self.leads[trigger]:
            word = self.lower[index]
            if word in prepositions:
                found.extend(self._behind(index))
            elif word in HERE and not THERE.isdisjoint(prepositions):
                place = self.there(index)
                found.extend([place] if place else [])
        return found

    def or_bodies(self, found: list[Filler], trigger: int, leads: frozenset[str]) -> list[Filler]:
        """Read "the Lebanese group", "his army" behind a word or preposition, where none is named.

        `found` is what else stands there: items, and the adjective, which is no state.
        """
        mentions = self.reading.mentions
        if any(one.mention >= 0 and mentions[one.mention].kind != "demonym" for one in found):
            return found
        starts = [trigger + 1]
        if leads:
            starts = [lead + 1 for lead in self.leads[trigger] if self.lower[lead] in leads]
        bodies = next((body for start in starts if (body := self._body_from(start))), [])
        return [*(one for one in found if one.mention < 0), *bodies] if bodies else found

    def _body_from(self, start: int) -> list[Filler]:
        """Return the body named before that the words from a token on take up."""
        owner = self.reading.text.owners.get(start, -1)
        end = self.skip_right(start + 1, "OEX")
        head = self.lower[end - 1]
        means = head in self.lexicon["groups"] or self.lower[start] in POSSESSIVE_PRONOUNS
        if owner < 0 or not means or not OWNING.isdisjoint(self.lower[start:end]):
            return []
        return [Filler(start, end, mention=self.reading.mention_at[owner], how="named before")]

    def object_behind(self, token: int) -> list[Filler]:
        """What stands right behind a trigger of several words."""
        return list(self._right(token))

    def _right(self, start: int) -> Iterator[Filler]:
        """Yield the mentions and items of the noun phrases right behind a word."""
        index = start + 1
        while index < self.end:
            tag = self.tags[index]
            if self._begins_item(index):
                item = self.reading.item_at[index]
                yield self.reading.item_filler(item, "object")
                index = self.reading.items[item].end
                if self.tags[index : index + 1] in (["D"], ["p"]):
                    return  # "the arms its forces use"
                continue
            if tag in "Xp":
                if index > start + 1 and self.lower[index] in SUBJECT_PRONOUNS:
                    return  # "freed two soldiers they had held"
                mention = self.reading.mentions[self.reading.mention_at[index]]
                # "North Korean soldiers" are what is sent, or to whom.
                yield from self.reading.item_fillers(index, mention.end, IN_PHRASE)
                made = self.lower[mention.end : mention.end + 1] == ["-"]  # "US-made missiles"
                whose = not mention.possessive or self._own_forces(mention.end)
                if whose and not made and mention.kind != "demonym":
                    yield self._mention_filler(index, "object")
                index = mention.end
                continue
            if tag == "P" and not self._goes_on(index, start):
                particle = index == start + 1 and self.lower[index] in PARTICLES
                index = index + 1 if particle else self.gapped(index)
                continue  # "called out Iran"
            if self.lower[index] == ";" and self._continues_list(index + 1):
                index += 1
                continue
            if self._ends_noun_phrases(index):
                return
            index += 1

    def _ends_noun_phrases(self, index: int) -> bool:
        """Tell a token behind a verb at which no further object of it can follow."""
        tag = self.tags[index]
        if tag == "C":
            return self._opens_clause(index + 1)
        if tag == ",":
            return not self._continues_list(index + 1)
        if tag == "G":
            return self.reading.item_at[index] < 0 and self.tags[index - 1] not in "DO,C#"
        return tag in "VIASRTM;"

    def _goes_on(self, preposition: int, start: int) -> bool:
        """Tell "dozens of tanks", "such arms as tanks" from where a noun phrase ends."""
        word = self.lower[preposition]
        such = word == "as" and "such" in self.lower[start + 1 : preposition]
        return such or word in ("of", "including", "like") or self._is_worth(preposition, start)

    def _is_worth(self, preposition: int, start: int) -> bool:
        """Tell "$50 million in military aid", "help in the form of arms" from "arms in Chad"."""
        if self.lower[preposition] != "in":
            return False
        if self.lower[preposition + 1 : preposition + 4] == ["the", "form", "of"]:
            return True
        paid = not MONEY.isdisjoint(self.lower[start + 1 : preposition])
        return paid and set("#OPDB").issuperset(self.tags[start + 1 : preposition])

    def _behind(self, preposition: int) -> list[Filler]:
        if preposition not in self.governed:
            self.governed[preposition] = list(self._inside(preposition))
        return self.governed[preposition]

    def _inside(self, preposition: int) -> Iterator[Filler]:
        """Yield the names and items of the phrase behind a preposition, joined ones too."""
        index = preposition + 1
        empty, listed = True, False
        while index < self.end:
            tag = self.tags[index]
            if self._begins_item(index):
                item = self.reading.item_at[index]
                yield self.reading.item_filler(item, "after a preposition")
                index, empty = self.reading.items[item].end, False
                continue
            if tag in "Xp":
                mention = self.reading.mentions[self.reading.mention_at[index]]
                items = self.reading.item_fillers(index, mention.end, IN_PHRASE)
                yield from items
                empty = empty and not items
                # "Between Chad's bank and Mali's": each is what belongs to it.
                whose = not mention.possessive or self.lower[preposition] == "between"
                whose = whose or self._own_forces(mention.end)
                if whose and not self._only_describes(mention.end):
                    yield self._mention_filler(index, f"after {self.lower[preposition]}")
                    empty = False
                index = mention.end
                continue
            if self._is_inside(preposition, index, empty=empty):
                index += 1
                continue
            if self.lower[index] == ";" and not empty and self._lists_places(index):
                index += 1 + (self.tags[index + 1] == "C")
                continue
            named = not empty or self.tags[index - 1] == "O"  # "with fuel and shells"
            following = self._next_of_list(preposition, index, named=named, listed=listed)
            if following < 0:
                break
            listed = listed or self.tags[index] == ","
            index = following
        if empty:
            place = self.place_behind(preposition + 1)
            yield from [place] if place else self.places_listed(preposition, frozenset())

    def _is_inside(self, preposition: int, index: int, *, empty: bool) -> bool:
        """Tell a token that stands in the phrase of a preposition and names nothing itself."""
        tag = self.tags[index]
        if tag in "DO#tB" or (tag in "GE" and empty) or self._names_a_place(index):
            return True
        if tag == "Q":  # "armed them with “small arms”", "with “light” mortars"
            return index == preposition + 1 or self.is_short_quotation(index)
        if empty and self.leads_to_sides(preposition, index):
            return True
        counts = self.tags[index - 1] == "#"  # "with hundreds of tonnes of shells"
        return self.lower[index] == "of" and (
            counts or self._is_body(index - 1) or self._measures(index)
        )

    def _next_of_list(self, preposition: int, index: int, *, named: bool, listed: bool) -> int:
        """Return where the list behind a preposition goes on, -1 = nowhere.

        `named`: there is something to join to; `listed`: a comma has joined one before.
        """
        if not listed and self.tags[index : index + 2] == [",", "C"]:
            return -1  # "in Oslo last May, and Rome, Paris and Bonn agreed"
        joined = self._joined_behind(preposition, index) if named else -1
        if joined < 0 and listed and self.tags[index : index + 2] == ["C", "X"]:
            return index + 1  # "the tour of Chad, Mali and Niger began"
        after = self.past_times(index)
        if joined < 0 and named and after > index and self.tags[after : after + 1] == ["C"]:
            return self._joined_behind(preposition, after)  # "to Rome today and Oslo on …"
        gapped = self.gapped(index) if joined < 0 and named else self.end
        return gapped if gapped < self.end else joined

    def _only_describes(self, end: int) -> bool:
        """Tell "to the U.N.-recognised government" from "to the U.N."."""
        name = self.skip_right(end, "OE")
        word = self.lower[name - 1]
        group = any(word in self.lexicon[name] for name in ("groups", "members", "armed_groups"))
        if group and name > end and self.tags[name : name + 1] == ["X"]:
            return True  # "to the Islamist group al-Shabab", "with EU member state Italy"
        glued = self.lower[end : end + 1] == ["-"] and end + 1 < self.end
        held = glued and self.lower[end + 1] in self.lexicon["held_by"]
        if held and self.tags[end + 2 : end + 3] == ["O"]:
            return False  # "into M23-held territory"
        return glued and self.reading.text.is_glued(end) and self.tags[end + 1] != "X"

    def _is_body(self, noun: int) -> bool:
        """Tell "to the government of Chad" from what else belongs to a state."""
        return self.lower[noun] in self.lexicon["state_bodies"]

    def _measures(self, of: int) -> bool:
        """Tell "with a large number of shells" from "with the help of Iran"."""
        end = min(self.end, self.skip_right(of + 1, "DO#") + 1)
        return bool(self.reading.items_between(of + 1, end))

    def _joined_behind(self, preposition: int, index: int) -> int:
        """Return where the next of a list begins: behind ", and", "as well as"; -1 = nowhere."""
        between = self.lower[preposition] == "between"
        pair = self.tags[index] == "C" and (between or self._is_verbless(preposition))
        following = self.skip_right(index + 1, "C")
        if self.tags[index] not in "C," or following >= self.end:
            return -1
        if self.tags[index] == "," and self.lower[following] in DESCRIBING:
            return -1
        joined = pair or not self._ends_clause(following)
        return following if joined and self.tags[following] in "XDO#" else -1

    def _own_forces(self, owner: int) -> bool:
        """Tell "for Russia's war", "to Assad's army" from what merely belongs to somebody."""
        forces = self.lexicon["own_forces"]
        return not forces.isdisjoint(self.lower[owner : min(self.end, owner + 4)])

    def _with_items(self, filler: Filler) -> list[Filler]:
        items = self.reading.item_fillers(filler.first, filler.end, IN_PHRASE)
        # "Chadian forces" are what is sent, or to whom.
        return [*items, filler] if filler.mention >= 0 or not items else items
