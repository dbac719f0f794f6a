"""Titles, with or without a state before and a name behind: "Russia's foreign minister Lavrov"."""

from __future__ import annotations

from dataclasses import replace

from analysis.actors.company import past_bracket
from analysis.actors.entries import Name
from analysis.actors.memory import Memory
from analysis.actors.mention import GOVERNMENTS, Mention, slug
from analysis.actors.offices import name_ministry
from analysis.actors.spans import Spans
from analysis.actors.title_states import TitleStates
from analysis.actors.topics import HONORIFIC

# Holds the office of somebody else: a title, but no role.
COUNTERPART = "counterpart"
# What one is by birth says less than the office that the dictionary knows.
BORN = frozenset({"sheikh", "sheik", "shaikh", "prince", "princess"})
# "President of neighbouring Chad" is of Chad.
BESIDE = (["neighbouring"], ["neighboring"], ["nearby"])
# "Of the secretary-general" is so far behind its noun.
DEPUTED = 6
# "On the Korean Peninsula issue" is so long at most.
MATTER_WITHIN = 6
ON = (["on"], ["for"])
# "A source of drones" is nobody.
THINGS = (["source", "of"], ["sources", "of"])


class TitleReader(TitleStates):
    """Reads titles in one text."""

    def __init__(self, spans: Spans, memory: Memory):
        super().__init__(spans)
        self.memory = memory

    def read(self, first: int, after: int, base: Name | None) -> Mention | None:
        """Read "[Russia's] [deputy] foreign minister [of …] [Name]".

        `base` is the state or body named before the title, `after` the token behind it.
        """
        start = after + (base is not None and self.spans.is_possessive(after))
        head, head_class, base = self._head(start, base)
        if head < 0 or (base is None and head - first == 1 and head_class == "institution"):
            return None
        if base is None and self._describes(first, head - 1):
            return None
        if self.text.lower[head - 1 : head + 1] in THINGS:
            return None
        if head_class == "group" and self._is_named_band(first, head, base):
            return None
        end, base = self._title_of(head, base)
        if base is not None and self._studies(first, end, base):
            base = None
        if head_class in ("group", "institution") and base is None:
            base = self._seat_of(end)
        if head_class in ("group", "person") and base is None:
            base = self._home_of(end)
        country = base.country if base else self.titles.state_of(self.text.lower[start:end])
        name_end = self._name_behind(end, head_class)
        if name_end > end:
            country = country or self._state_behind(name_end, head_class, end)
            return self._person(first, start, end, name_end, country, head_class)
        named = self.spans.names.get(end)
        if named is not None and self.memory.book.is_outlet(named[1][0].actor_id):
            return None  # "the Russian news agency TASS"
        private = self.text.lower[first - 1 : first] or [""]
        if head_class == HONORIFIC or (
            not country and private[0] in self.lexicon["private_offices"]
        ):
            return None  # "Mr", "the college president"
        return self._role(first, start, end, country, head_class, base)

    def _head(self, index: int, base: Name | None) -> tuple[int, str, Name | None]:
        """Read to the end of the title's head: its end (-1 = none), class, and the state named."""
        lower, count = self.text.lower, len(self.text.words)
        start, head, head_class = index, -1, ""
        while index < count:
            title = self.titles.at(lower, index)
            if head >= 0 and self._is_somebody(index):
                break  # "Foreign Minister Shah Mahmood Qureshi"
            if lower[index] in ("official", "executive") and self._describes_a_thing(index):
                break
            if lower[index] in self.titles.short and not self._is_office(index):
                break
            if title is not None:
                index, found_class = title
                if found_class == "institution" and index - 1 in self.spans.things:
                    break  # "Danish | military aid"
                if not head_class or found_class != HONORIFIC:
                    head_class = found_class
                head = index
            elif head < 0 and self._heads_body(index, base):
                index = head = index + 1
                head_class = "person"
            elif lower[index] in self.titles.modifiers or (lower[index] == "-" and index > start):
                index += 1
            elif head < 0 and (name := self.spans.state_like(index)) is not None:
                base = base or name  # "US State Department spokesman"
                index = self.spans.names[index][0]
                index += self.spans.is_possessive(index)
            elif (
                base is not None
                and lower[index - 1] in self.lexicon["state_bodies"]
                and self.spans.is_possessive(index)
                and (self.titles.at(lower, index + 1) or ("", ""))[1] == "person"
            ):
                index += 1  # "the Chadian government's | spokesman"
            elif head == index and lower[index] == "and" and self.titles.at(lower, index + 1):
                index += 1  # "special envoy and ambassador"
            elif (
                base is not None
                and (head < 0 or lower[index - 1] in GOVERNMENTS)
                and (behind := self._topic_ends(index, base))
            ):
                index = behind  # "Poland's internal affairs minister"
            else:
                break
        return head, head_class, base

    def _title_of(self, end: int, base: Name | None) -> tuple[int, Name | None]:
        """Read "of National Defence", "of Ukraine", "to Libya" behind a title."""
        lower, count = self.text.lower, len(self.text.words)
        topics, end = self.lexicon["title_topics"], self._matter_end(end)
        if lower[end : end + 1] == ["and"] and not {"of", "for"}.isdisjoint(lower[end - 3 : end]):
            # "Minister of Foreign Affairs | and African Integration", not "… and Ana Silva"
            joined = not topics.isdisjoint(lower[end + 1 : end + 3])
            end = self._topic_end(end, capital=True) if joined else end
        while end + 1 < count and lower[end] in ("of", "for", "to"):
            index = end + 1 + (lower[end + 1] == "the")
            index += lower[index : index + 1] in BESIDE
            # "The representative of the secretary-general for Chad" is not of Chad either.
            sent = end - (DEPUTED if lower[end - 1] == "general" else 1)
            sent_to = lower[end] != "of" and lower[sent] in self.lexicon["sent_to"]
            name = self.spans.state_like(index)
            serves = lower[end] == "for" and self._serves_somebody(index)
            if name is not None and not serves and (sent_to or lower[end] != "to"):
                base = base or (None if sent_to else name)
                end = self.spans.names[index][0]
                of_body = name.kind == "demonym" or self.text.words[end - 1].isupper()
                if of_body and not sent_to:
                    end = self._body_end(end)
                elif not sent_to:
                    end = self._named_body_end(end)
                continue
            if name is not None and (serves or self.titles.at(lower, self.spans.names[index][0])):
                base = base or (None if sent_to else name)  # "an aide to the Russian president"
                break
            served = self._served_end(end, index)
            if served:
                end = served
                continue
            stop = self._topic_end(index, capital=self.text.words[end - 1][0].isupper())
            body = self.titles.at(lower, index)
            if body is not None and body[1] == "institution":
                stop = max(stop, body[0])
            if stop == index or lower[end] == "to":
                break
            end = self._second_title_end(stop)
        return end, base

    def _matter_end(self, end: int) -> int:
        """Return where "on the Chadian issue", "for Balkan affairs" behind "envoy" ends."""
        lower, matters = self.text.lower, self.lexicon["matters"]
        sent = lower[end - 1] in self.lexicon["sent_to"] and lower[end : end + 1] in ON
        near = range(end + 2, min(end + MATTER_WITHIN, len(lower))) if sent else range(0)
        ends = (at + 1 for at in near if lower[at] in matters)
        return next((at for at in ends if "".join(lower[end:at]).isalpha()), end)

    def _serves_somebody(self, index: int) -> bool:
        """Tell "a spokesman for the | Polish president" from "for the | Polish army"."""
        if index not in self.spans.names or self.spans.names[index][1][0].kind != "demonym":
            return False
        _, head_class, _ = self._head(self.spans.names[index][0], None)
        return head_class == "person"

    def _served_end(self, end: int, index: int) -> int:
        """Return where "to the prime minister" behind "adviser" ends, or 0."""
        lower = self.text.lower
        served = self.titles.at(lower, index)
        serves = lower[end - 1] in self.lexicon["serving"] and lower[end : end + 2] == ["to", "the"]
        return served[0] if serves and served is not None and served[1] == "person" else 0

    def _second_title_end(self, index: int) -> int:
        """Step over the rank behind an office: "envoy for the Sahel | Ambassador | Ana Silva"."""
        rank = self.titles.at(self.text.lower, index) if index < len(self.text.words) else None
        capital = rank is not None and self.text.words[index][0].isupper()
        return rank[0] if rank is not None and capital and rank[1] == "person" else index

    def _name_behind(self, end: int, head_class: str) -> int:
        """Return where the name after a title ends; `end` itself where there is none."""
        words, count, spans = self.text.words, len(self.text.words), self.spans
        if head_class in ("group", "institution") or end >= count or end in spans.sentence_firsts:
            return end
        start = self._past_honorifics(end)
        if words[end] == "," and end + 1 < count:  # "the foreign minister, Sergei Lavrov,"
            start = self._past_honorifics(end + 1)
            stop = spans.name_end(start)
            closed = stop < count and words[stop] in (",", ".", "and", "also")
            if start == end + 1 and (stop - start < 2 or not closed):
                return end
        place = start in spans.names and spans.names[start][1][0].kind not in ("actor", "surname")
        if place and not self.spans.is_given_name(start):
            return end
        name_end = spans.name_end(spans.after_particles(start))  # "President al-Holm"
        # "THE SECRETARY OF STATE DR.", cut off, names nobody.
        named = name_end > self._past_honorifics(start) and not self._is_body(start)
        return max(end, name_end) if named else end

    def _past_honorifics(self, index: int) -> int:
        """Step over "the Hon.", "H.E. Mr." where the name follows at once."""
        lower, at = self.text.lower, index
        while at < len(lower):
            title = self.titles.at(lower, at)
            past = past_bracket(self.text, at)
            if past > at and lower[at + 1] in self.lexicon["retired"]:
                at = index = past  # "General (retd) Ana Silva"
            elif title is not None and title[1] == HONORIFIC:
                at = index = title[0]
            elif at == index and lower[at] == "the":
                at += 1
            else:
                break
        return index

    def _person(
        self, first: int, start: int, end: int, name_end: int, country: str, head_class: str
    ) -> Mention:
        start_name = self.spans.behind_body(
            self._past_honorifics(end + (self.text.words[end] == ",")), name_end
        )
        name = self.spans.name_at(start_name, name_end)
        role, official = self._name_office(start, end), head_class == "person"
        if head_class == HONORIFIC or role.lower() == COUNTERPART:
            role = ""
        known = self.memory.person_named(name, country)
        if not known and role and " " not in name and self.memory.met(name) is None:
            known = self.memory.office_holder(name, role, country)
        if known:
            found = self.memory.known_person(first, name_end, known)
            role = found.role if role.lower() in BORN else role or found.role
            # Who has led a body of many states may now serve his own: the text says so.
            own = country if found.country == "IGO" else ""
            return replace(
                found, role=role, official=official or found.official,
                country=own or found.country,
            )  # fmt: skip
        met = self.memory.taken_up(f"{self.text.lower[end - 1]} {name}", first, name_end)
        met = met or self.memory.taken_up(name, first, name_end)
        if met and (not country or met.country in ("", country)):
            return replace(
                met, via="name", role=role or met.role, official=official or met.official,
                country=country or met.country,
            )  # fmt: skip
        return Mention(
            first, name_end, "person", f"person:{slug(name)}", name, country,
            role=role, official=official,
        )  # fmt: skip

    def _name_office(self, start: int, end: int) -> str:
        """Return a title as written but for forms of address; "PM" as "prime minister"."""
        while (address := self.titles.at(self.text.lower, start)) is not None:
            if address[1] != HONORIFIC or address[0] >= end:
                break
            start = address[0]
        short = self.titles.short.get(self.text.lower[end - 1])
        if short is None:
            return self.text.span(start, end)
        return " ".join([*self.text.words[start : end - 1], short])

    def _role(
        self, first: int, start: int, end: int, country: str, head_class: str, base: Name | None
    ) -> Mention:
        """Return a title without a name: "the president", "US officials", "Iran's army"."""
        phrase, role = self.text.span(first, end), self._name_office(start, end)
        if self._is_foreign(start, end):
            country, base = "", None
        found = Mention(first, end, "group", country, phrase, country, role=role, via="title")
        found.official = head_class != "other_person"
        body = base.actor_id if base and base.kind == "actor" else ""
        if head_class in ("person", "other_person"):
            # "AFP journalists" report as their agency does.
            outlet = head_class == "other_person" and self.memory.book.is_outlet(body)
            found.kind, found.actor_id = "title", body if outlet else ""
            return found
        governs = role.lower().endswith(("government", "administration", "regime", "state"))
        if head_class == "institution" and country and not governs:
            owner = base.canonical if base and body else ""
            found.kind = "institution"
            found.actor_id = slug(f"{country} {owner} {name_ministry(role)}")
            return found
        found.actor_id, found.plural = body or country, head_class == "group"
        return found
