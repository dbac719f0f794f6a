"""Text -> mentions: who is named where, by which words, and which actor it is."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from typing import Literal

from analysis.actors.book import FAMILY_NAME_FIRST, ActorBook, Name
from analysis.grammar import Grammar
from analysis.text import Text

MentionKind = Literal[
    "person", "title", "state", "demonym", "capital", "metonym", "city", "organisation", "group",
    "institution", "name", "pronoun",
]  # fmt: skip
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
NAME_PARTICLES = frozenset(["al", "bin", "bint", "de", "van", "von", "el", "ul", "ur", "la", "der", "den", "ibn", "du", "da", "dos", "y", "abu"])
# A capitalised sequence with one of these in it is no person.
NOT_PERSONS = frozenset(
    ["University", "Party", "House", "Street", "Committee", "Council", "Commission", "Church", "Association", "News", "Times", "Post", "Journal", "Department", "Ministry", "Agency", "Bank", "Group", "Company", "Institute", "Center", "Centre", "Press", "Court", "Congress", "Senate", "Foundation", "War", "River", "Sea", "Ocean", "Island", "Islands", "Mountains", "City", "Park", "Hall", "School", "College", "Act", "Bill", "Treaty", "Agreement", "Accord", "Convention", "Forum", "Summit", "Conference", "Airport", "Palace", "Strait", "Peninsula", "Gulf", "Province", "Region", "Oblast", "District", "Square", "Union", "League", "Front", "Army", "Navy", "Force", "Forces", "Brigade", "Command", "Operation", "Security", "Peace", "Day", "Week", "Year", "Olympics", "Games", "Cup", "Church", "Museum", "Hotel", "Corp", "Inc", "Ltd", "Co"]
)
CALENDAR = frozenset(
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]
)
TITLE_OF = frozenset(
    ["state", "defense", "defence", "national", "foreign", "affairs", "interior", "staff", "homeland", "security", "finance", "justice", "intelligence", "war", "trade", "energy", "commerce", "natural", "resources", "environment", "the", "and"]
)
# Whose "to" and "for" name where they are sent, not whom they belong to.
SENT = frozenset(["ambassador", "envoy", "representative", "delegate"])
# Kinds of dictionary names that stand for a state when a title or group follows.
STATE_LIKE = frozenset({"state", "demonym", "capital", "metonym", "actor"})


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

    @property
    def is_place(self) -> bool:
        """Tell whether the words can name a place that one travels to."""
        return self.kind in ("state", "capital", "city", "metonym")


def slug(name: str) -> str:
    """Return a name as lower-case ASCII words joined with hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


class MentionFinder:
    """Finds the mentions of one text from left to right, remembering the names met so far."""

    def __init__(self, text: Text, book: ActorBook, grammar: Grammar, published: dt.date | None):
        self.text = text
        self.book = book
        self.grammar = grammar
        self.published = published
        self.names = book.find(text.doc)
        self.sentence_firsts = {sentence.first for sentence in text.sentences}
        self.people: dict[str, Mention] = {}
        self.short: dict[str, list[Mention]] = {}
        self.mentions: list[Mention] = []

    def remember(self, context: str) -> None:
        """Take the full names of another text, such as the title, as met already."""
        for actor_id in self._full_names(context):
            actor = self.book.actors[actor_id]
            if actor.kind == "person":
                mention = self._known_person(0, 0, actor_id)
                self._learn(mention)

    def _full_names(self, context: str) -> list[str]:
        found = self.book.find(self.text.doc.vocab and _make_doc(context))
        return [
            name.actor_id for _, names in found.values() for name in names if name.kind == "actor"
        ]

    def find(self) -> list[Mention]:
        """Return the mentions in order of their first token."""
        index, count = 0, len(self.text.words)
        while index < count:
            mention = self._at(index)
            if mention is None:
                index += 1
                continue
            after = mention.end
            mention.possessive = (
                mention.kind != "pronoun" and after < count and self._is_possessive(after)
            )
            self._learn(mention)
            self.mentions.append(mention)
            index = after
        return self.mentions

    def _is_possessive(self, index: int) -> bool:
        word = self.text.lower[index]
        if word in ("'s", "’s"):
            return True
        return (
            word in POSSESSIVE
            and self.text.words[index - 1].endswith("s")
            and not self.text.quotes[index]
        )

    def _at(self, index: int) -> Mention | None:
        word = self.text.words[index]
        if not word[0].isalnum():
            return None
        meanings = self.names.get(index)
        if meanings:
            mention = self._dictionary_name(index, *meanings)
            if mention is not None:
                return mention
        lower = self.text.lower[index]
        if lower in self.grammar.actor_pronouns:
            if word == "US":  # the state is in the dictionary; "us" is the pronoun
                return None
            return Mention(
                index,
                index + 1,
                "pronoun",
                "",
                word,
                "",
                via="pronoun",
                plural=lower in ("they", "we", "them", "us"),
            )
        if lower in self.book.titles.modifiers or lower in self.book.titles.phrases:
            mention = self._titled(index, index, None)
            if mention is not None:
                return mention
        if word[0].isupper():
            return self._capitalised(index)
        return None

    # Names of the dictionary

    def _dictionary_name(self, index: int, end: int, meanings: tuple[Name, ...]) -> Mention | None:
        best = meanings[0]
        longer = self._name_end(index)
        if best.kind == "surname":
            return self._surname(index, end, longer, best.canonical)
        if best.kind == "actor":
            actor = self.book.actors[best.actor_id]
            if actor.kind == "person":
                known = [m.actor_id for m in meanings if m.kind == "actor"]
                return self._person_with_title(index, end, self._best_person(known))
            titled = self._titled(index, end, best)
            if titled is not None:
                return titled
            kind: MentionKind = "group" if actor.kind == "armed_force" else "organisation"
            return Mention(
                index,
                end,
                kind,
                actor.actor_id,
                actor.name,
                actor.country,
                known=True,
                official=True,
            )
        if best.kind == "nickname":
            return self._nickname(index, end, best)
        titled = self._titled(index, end, best)
        if titled is not None:
            return titled
        if (
            longer > end
            and best.kind in ("state", "city", "capital")
            and not self._starts_name(end)
        ):
            return self._capitalised(index)  # "Jordan Smith", "China Daily"
        return self._state_name(index, end, best)

    def _state_name(self, index: int, end: int, name: Name) -> Mention:
        state = self.book.actors[name.country]
        word = self.text.words[end - 1]
        if name.kind == "demonym" and word.endswith("s") and not word.endswith(("ss", "us", "is")):
            return Mention(
                index, end, "group", name.country, state.name, name.country, plural=True, known=True
            )
        city = name.canonical if name.kind in ("city", "capital") else ""
        official = name.kind in ("state", "capital", "metonym")
        return Mention(
            index, end, name.kind, name.country, state.name, name.country,  # type: ignore[arg-type]
            via="name" if name.kind == "state" else "alias", city=city, official=official, known=True,
        )  # fmt: skip

    def _nickname(self, index: int, end: int, name: Name) -> Mention | None:
        if not any(m.country == name.country for m in self.mentions):
            return None
        state = self.book.actors[name.country]
        return Mention(
            index,
            end,
            "state",
            name.country,
            state.name,
            name.country,
            via="alias",
            official=True,
            known=True,
        )

    def _surname(self, index: int, end: int, longer: int, surname: str) -> Mention | None:
        if longer > end and not self._starts_name(end):
            return self._capitalised(index)
        met = self._met(surname)
        if met:
            return replace(met, first=index, end=end, via="alias", possessive=False)
        candidates = list(self.book.surnames.get(surname, ()))
        person = self._best_person(candidates, only_clear=True)
        return self._known_person(index, end, person) if person else None

    def _best_person(self, candidates: list[str], *, only_clear: bool = False) -> str:
        met = [actor_id for actor_id in candidates if actor_id in self.people]
        if met:
            return met[-1]
        in_office = [a for a in candidates if self.book.actors[a].role_on(self.published)]
        if len(in_office) == 1:
            return in_office[0]
        return "" if only_clear and len(candidates) > 1 else candidates[0]

    def _known_person(self, first: int, end: int, actor_id: str) -> Mention:
        actor = self.book.actors[actor_id]
        offices = actor.offices
        role = actor.role_on(self.published) or (offices[-1].role if offices else "")
        return Mention(
            first,
            end,
            "person",
            actor_id,
            actor.name,
            actor.country,
            role=role,
            official=bool(offices),
            known=True,
        )

    def _person_with_title(self, first: int, end: int, actor_id: str) -> Mention:
        return self._known_person(first, end, actor_id)

    # Titles, with or without a state before and a name behind

    def _titled(self, first: int, after: int, base: Name | None) -> Mention | None:
        """Read "[Russia's] [deputy] foreign minister [of …] [Name]" from token `after` on."""
        lower, words = self.text.lower, self.text.words
        count = len(words)
        start = after
        if base is not None and start < count and self._is_possessive(start):
            start += 1
        index, head_class, head = start, "", -1
        while index < count:
            title = self.book.titles.at(lower, index)
            if title is not None:
                index, head_class = title
                head = index
            elif lower[index] in self.book.titles.modifiers or (
                lower[index] == "-" and index > start
            ):
                index += 1
            elif base is None and index in self.names and self._is_state_like(index):
                base = self.names[index][1][0]
                index = self.names[index][0]
                if index < count and self._is_possessive(index):
                    index += 1
            elif (
                base is not None and index in self.names and self._is_state_like(index) and head < 0
            ):
                index = self.names[index][0]  # "US State Department spokesman"
            elif head == index and lower[index] == "and" and self.book.titles.at(lower, index + 1):
                index += 1  # "special envoy and ambassador"
            else:
                break
        if head < 0 or (base is None and head - first == 1 and head_class == "institution"):
            return None
        end, country, base = self._title_of(head, base)
        name_end = self._name_behind(end, head_class)
        country = country or (base.country if base else "")
        if name_end > end:
            return self._titled_person(first, end, name_end, country, head_class, start)
        return self._untitled_role(first, end, head_class, country, base, start)

    def _is_state_like(self, index: int) -> bool:
        return self.names[index][1][0].kind in STATE_LIKE and (
            self.names[index][1][0].kind != "actor"
            or self.book.actors[self.names[index][1][0].actor_id].kind != "person"
        )

    def _title_of(self, end: int, base: Name | None) -> tuple[int, str, Name | None]:
        """Read "of National Defence", "of Ukraine" behind a title."""
        lower, words, count = self.text.lower, self.text.words, len(self.text.words)
        country = base.country if base else ""
        while end + 1 < count and lower[end] in ("of", "for", "to"):
            index = end + 1 + (lower[end + 1] == "the")
            sent_to = lower[end] in ("to", "for") and lower[end - 1] in SENT
            if (
                index in self.names
                and self._is_state_like(index)
                and (sent_to or lower[end] != "to")
            ):
                name = self.names[index][1][0]
                if not country and not sent_to:
                    country, base = name.country, name
                end = self.names[index][0]
                continue
            stop = index
            while stop < count and (
                (lower[stop] in TITLE_OF and stop >= index)
                or (
                    words[stop][0].isupper()
                    and words[end - 1][0].isupper()
                    and stop not in self.names
                )
            ):
                stop += 1
            if stop == index or lower[end] == "to":
                break
            while stop > index and lower[stop - 1] in ("and", "the"):
                stop -= 1
            end = stop
        return end, country, base

    def _name_behind(self, end: int, head_class: str) -> int:
        """Return where the name after a title ends; `end` itself where there is none."""
        words, count = self.text.words, len(self.text.words)
        if head_class in ("group", "institution") or end >= count or end in self.sentence_firsts:
            return end
        start = end
        if words[end] == "," and end + 1 < count:
            stop = self._name_end(end + 1)
            if stop - end - 1 < 2 or stop >= count or words[stop] not in (",", "."):
                return end
            start = end + 1
        if start in self.names and self.names[start][1][0].kind not in ("actor", "surname"):
            return end
        stop = self._name_end(start)
        return stop if stop > start else end

    def _titled_person(
        self, first: int, end: int, name_end: int, country: str, head_class: str, title_start: int
    ) -> Mention:
        name_start = end + (self.text.words[end] == ",")
        name = self.text.span(name_start, name_end)
        role = self.text.span(title_start, end)
        official = head_class == "person"
        known = self._person_named(name, country)
        if known:
            mention = self._known_person(first, name_end, known)
            return replace(mention, role=role, official=official or mention.official, via="name")
        met = self._met(name)
        if met and (not country or met.country in ("", country)):
            return replace(
                met,
                first=first,
                end=name_end,
                role=role,
                official=official or met.official,
                country=country or met.country,
                possessive=False,
            )
        return Mention(
            first,
            name_end,
            "person",
            f"person:{slug(name)}",
            name,
            country,
            role=role,
            official=official,
        )

    def _person_named(self, name: str, country: str) -> str:
        """Return the dictionary person of that name, country permitting."""
        meanings = self.book.names.get(name, ())
        full = [m.actor_id for m in meanings if m.kind == "actor"]
        full = [a for a in full if self.book.actors[a].kind == "person"]
        if full:
            return self._best_person(full)
        last = name.rsplit(maxsplit=1)[-1]
        same = [
            actor_id
            for actor_id in self.book.surnames.get(last, ())
            if self.book.actors[actor_id].country == country
            and (" " not in name or self.book.actors[actor_id].name[0] == name[0])
        ]
        met = self._met(last) if " " not in name else None
        if met:
            return met.actor_id if met.known else ""
        return self._best_person(same, only_clear=" " not in name) if same else ""

    def _untitled_role(
        self, first: int, end: int, head_class: str, country: str, base: Name | None, start: int
    ) -> Mention | None:
        phrase = self.text.span(first, end)
        role = self.text.span(start, end)
        if head_class in ("person", "other_person"):
            return Mention(
                first,
                end,
                "title",
                "",
                phrase,
                country,
                role=role,
                via="title",
                official=head_class == "person",
            )
        if head_class == "institution" and country and self._names_ministry(role):
            organisation = base and base.kind == "actor" and base.canonical
            actor_id = slug(f"{country} {organisation or ''} {_ministry(role)}")
            return Mention(
                first,
                end,
                "institution",
                actor_id,
                phrase,
                country,
                role=role,
                via="title",
                official=True,
            )
        known = base.actor_id if base and base.kind == "actor" else country
        return Mention(
            first,
            end,
            "group",
            known,
            phrase,
            country,
            role=role,
            via="title",
            official=True,
            plural=head_class == "group",
        )

    def _names_ministry(self, role: str) -> bool:
        return not role.lower().endswith(("government", "administration", "regime", "state"))

    # Names that no dictionary knows

    def _starts_name(self, index: int) -> bool:
        return index in self.names

    def _name_end(self, index: int) -> int:
        """Return where the capitalised name that starts at a token ends."""
        words, lower, count = self.text.words, self.text.lower, len(self.text.words)
        end = index
        while end < count:
            word = words[end]
            if (
                word[0].isupper()
                and lower[end] not in self.grammar.closed
                and lower[end] not in CALENDAR
            ):
                if end > index and (
                    lower[end] in self.book.titles.phrases and len(word) > 3 and end in self.names
                ):
                    break
                end += 1
                while (
                    end + 1 < count
                    and words[end] in ("-", "’", "'")
                    and not self._space_before(end)
                    and not self._space_before(end + 1)
                ):
                    end += 2
            elif (
                end > index
                and lower[end] in NAME_PARTICLES
                and end + 1 < count
                and words[end + 1][0].isupper()
            ):
                end += 1
            elif (
                end > index
                and lower[end] in NAME_PARTICLES
                and end + 2 < count
                and words[end + 1] == "-"
            ):
                end += 2
            else:
                break
        return end

    def _space_before(self, index: int) -> bool:
        return self.text.starts[index] > self.text.char_end(index - 1)

    def _capitalised(self, index: int) -> Mention | None:
        words, lower = self.text.words, self.text.lower
        end = self._name_end(index)
        if end == index:
            return None
        opens = index in self.sentence_firsts or words[index - 1] in '“"‘(:'
        if opens and end - index > 1 and self._is_plain_word(index):
            return None
        if (
            index + 1 < end
            and opens
            and index + 1 in self.names
            and self.names[index + 1][0] >= end
            and self._is_plain_word(index)
        ):
            return None
        name = self.text.span(index, end)
        known = self._person_named(name, "") if " " in name else ""
        if known:
            return self._known_person(index, end, known)
        met = self._met(name)
        if met and not (opens and self._is_plain_word(index)):
            return replace(met, first=index, end=end, via="alias", possessive=False)
        if (
            " " not in name
            or lower[end - 1] in self.grammar.closed
            or NOT_PERSONS.intersection(words[index:end])
        ):
            return None
        if name.isupper() or any(character.isdigit() for character in name):
            return None
        return self._apposed(Mention(index, end, "name", f"person:{slug(name)}", name, ""))

    def _is_plain_word(self, index: int) -> bool:
        lower = self.text.lower[index]
        return (
            lower in self.grammar.verb_forms
            or lower.endswith(("ing", "ed", "ly"))
            or lower in self.book.titles.modifiers
            or lower in self.book.titles.phrases
        )

    def _apposed(self, mention: Mention) -> Mention:
        """Read the title that follows a name: "Maria Zakharova, the Russian … spokeswoman,"."""
        words, lower, count = self.text.words, self.text.lower, len(self.text.words)
        index = mention.end
        if index + 1 >= count or words[index] != ",":
            return mention
        index += 1
        while index < count and lower[index] in ("the", "a", "an", "who", "is"):
            index += 1
        if index >= count:
            return mention
        base = (
            self.names[index][1][0] if index in self.names and self._is_state_like(index) else None
        )
        titled = self._titled(index, self.names[index][0] if base else index, base)
        if titled is not None and titled.kind == "title":
            return replace(
                mention,
                kind="person",
                country=titled.country,
                role=titled.role,
                official=titled.official,
            )
        return mention

    def _met(self, name: str) -> Mention | None:
        """Return who a short name means: of two Kims the one the text has named more often."""
        met = self.short.get(name)
        if not met:
            return None
        counts = Counter(mention.actor_id for mention in met)
        most = max(counts.values())
        return next(mention for mention in reversed(met) if counts[mention.actor_id] == most)

    def _learn(self, mention: Mention) -> None:
        if mention.kind not in ("person", "name"):
            return
        self.people[mention.actor_id] = mention
        parts = mention.name.split()
        family = parts[0] if mention.country in FAMILY_NAME_FIRST else parts[-1]
        keys = {mention.name, family}
        if mention.known:
            keys.add(self.book.actors[mention.actor_id].surname)
        elif mention.first < mention.end:
            written = self.text.span(mention.first, mention.end).split()
            keys.add(written[-1] if mention.country not in FAMILY_NAME_FIRST else family)
        for key in keys - {""}:
            self.short.setdefault(key, []).append(mention)


def _make_doc(context: str):  # type: ignore[no-untyped-def]
    from analysis.text import load_language

    return load_language().make_doc(context)


def _ministry(role: str) -> str:
    """Return one name for "ministry of foreign affairs" and "foreign ministry"."""
    words = role.lower().replace("defense", "defence")
    match = re.fullmatch(r"(?:ministry|department) (?:of|for) (?:the )?(.+)", words)
    topic = (
        (match[1] if match else words)
        .replace(" affairs", "")
        .replace("national defence", "defence")
    )
    return f"{topic} ministry" if match and "ministry" in words else topic
