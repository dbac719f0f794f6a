"""The people met so far in a text: who "Kim", "the minister" or a full name stands for."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence

from analysis.actors.book import FAMILY_NAME_FIRST, ActorBook
from analysis.actors.mention import Mention, slug

# So many years after somebody left office, the family name alone still means nobody older.
REMEMBERED = 8
# Which a family name taken up may leave out: "al-Holm", later "Holm".
ARTICLES = ("al-", "Al-", "el-", "El-")
# Their bearers are taken up by title and given name: "Sheikh Khaled", "Sir Alan".
TITLED = frozenset(
    "sheikh sheik shaikh sheikha prince princess king queen emir sultan sir dame".split()
)

# Behind a stranger's family name; of two Trumps the dictionary knows which "Trump" is.
GENERATIONS = frozenset({"Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"})
# A given name in two parts stands behind the family name: "Ki-moon", "Ing-wen".
GIVEN = re.compile("[A-Z][a-z]+-[a-z]+")
# A full name of three words or more is taken up by fewer.
FULL = 3
# Where the family name stands first, and "Mr" before the last of the others.
CALLED_BY_LAST = frozenset({"VNM"})


class Memory:
    """Names met, by every short form they can be taken up with."""

    def __init__(self, book: ActorBook, published: dt.date | None, mentions: Sequence[Mention]):
        self.book = book
        self.published = published
        self._mentions = mentions  # all of the text so far, as they are found
        self._people: set[str] = set()
        # However they are written: "MR. HOLM: Good afternoon.", "Bruno Rodríguez", "Rodriguez".
        self._short: dict[str, list[Mention]] = {}
        self._called: dict[str, dict[str, Mention]] = {}

    def learn(self, mention: Mention, written: str) -> None:
        """Remember a person by full name, family name and the last word as written."""
        self._people.add(mention.actor_id)
        parts = mention.name.split()
        if parts[-1] in GENERATIONS and len(parts) > 1 and not mention.known:
            parts.pop()
        family_first = mention.country in FAMILY_NAME_FIRST or bool(GIVEN.fullmatch(parts[-1]))
        keys = {mention.name, " ".join(parts), parts[0] if family_first else parts[-1]}
        if mention.country in CALLED_BY_LAST:
            keys.add(parts[-1])
        if mention.known:
            keys.add(self.book.actors[mention.actor_id].surname)
        elif written and not family_first:
            keys.add(written.rsplit(maxsplit=1)[-1])
        if len(parts) >= FULL and not (family_first or mention.known):
            # "Ana Silva Rojas", later "Silva", "Ana Silva" or "Silva Rojas"
            keys |= {parts[1], " ".join(parts[:2]), " ".join(parts[-2:])}
        keys.update(_titled_forms(mention, written))
        keys.update(key[3:] for key in tuple(keys) if key.startswith(ARTICLES))
        if len(parts) > 1 and not family_first and mention.kind == "person":
            self._called.setdefault(slug(parts[0]), {})[mention.actor_id] = mention
        for key in {slug(key) for key in keys} - {""}:
            self._short.setdefault(key, []).append(mention)

    def met(self, name: str) -> Mention | None:
        """Return who a short name means: of two Kims the one the text has named more often.

        A given name alone is somebody's where one alone bears it: "Rajnath Singh", then "Rajnath".
        """
        met = self._short.get(slug(name))
        if not met:
            called = self._called.get(slug(name), {})
            return next(iter(called.values())) if len(called) == 1 else None
        counts = Counter(mention.actor_id for mention in met)
        most = max(counts.values())
        often = [mention for mention in met if counts[mention.actor_id] == most]
        # "Kim Sung-hwan met Kim Jong Il's envoy": who only owns something is not taken up.
        return next((m for m in reversed(often) if not m.possessive), often[-1])

    def taken_up(self, name: str, first: int, end: int) -> Mention | None:
        """Return a mention of who a short name means, at other tokens."""
        met = self.met(name)
        return met.again(first, end) if met is not None else None

    def known_person(self, first: int, end: int, actor_id: str) -> Mention:
        """Return a mention of a person of the dictionary, with the office held on the day."""
        actor = self.book.actors[actor_id]
        office = actor.office_by(self.published)
        role = office.role if office else ""
        serves = office.country if office and office.held_on(self.published) else ""
        return Mention(
            first, end, "person", actor_id, actor.name, serves or actor.country,
            role=role, official=bool(actor.offices), known=True,
        )  # fmt: skip

    def best(self, candidates: Sequence[str], *, only_clear: bool = False) -> str:
        """Return who of several is meant.

        Met before, else alone in office, else of the state that the text has named most.
        """
        met = [actor_id for actor_id in candidates if actor_id in self._people]
        if met:
            return met[-1]
        in_office = [a for a in candidates if self.book.actors[a].role_on(self.published)]
        likely = in_office or [a for a in candidates if self._is_remembered(a)]
        if len(likely) == 1:
            return likely[0]
        if only_clear and len(candidates) > 1:
            return ""
        named = Counter(mention.country for mention in self._mentions)
        return max(in_office or candidates, key=lambda a: named[self.book.actors[a].country])

    def _is_remembered(self, actor_id: str) -> bool:
        """Tell whether somebody left office so lately that a family name still means him."""
        actor = self.book.actors[actor_id]
        if self.published is None or actor.country in FAMILY_NAME_FIRST:
            return False
        return 0 < actor.left_by(self.published) <= REMEMBERED

    def _may_be_called(self, actor_id: str, name: str) -> bool:
        """Tell "J. Holm" and another spelling from another member of the family."""
        actor = self.book.actors[actor_id]
        stranger = Mention(0, 0, "name", "", name, "")
        known = Mention(0, 0, "person", actor_id, actor.name, actor.country)
        genders = {self.book.pronoun_of(stranger), self.book.pronoun_of(known)}
        return actor.name[0] == name[0] and len(genders - {""}) < 2

    def _is_anybody(self, actor_id: str) -> bool:
        """Tell whether a family name that many bear says nothing: "Mr. Zhu", long out of office."""
        actor = self.book.actors[actor_id]
        return actor.country in FAMILY_NAME_FIRST and not actor.role_on(self.published)

    def office_holder(self, name: str, role: str, country: str) -> str:
        """Return who bears a family name and holds such an office on the day: "Secretary Rice"."""
        head = role.lower().split()[-1:]
        held = {
            a: self.book.actors[a].role_on(self.published).lower().split()
            for a in self.book.last_words.get(name, ())
            if not country or self.book.actors[a].serves(country)
        }
        found = [actor_id for actor_id, words in held.items() if set(head) & set(words)]
        return found[0] if len(found) == 1 and self.published is not None else ""

    def person_named(self, name: str, country: str) -> str:
        """Return the dictionary's person of that name; a family name needs the country too."""
        full = [m.actor_id for m in self.book.names.get(name, ()) if m.kind == "actor"]
        full = [a for a in full if self.book.actors[a].kind == "person"]
        if full:
            return self.best(full)
        first, *middle = name.split()
        rest = " ".join(middle)
        fuller = country and len(middle) > 1 and rest in self.book.names  # "Muhammad | Ali Silva"
        if (first.lower() in TITLED and middle) or fuller:  # "Sheikh | Khaled bin Saud"
            return self.person_named(rest, country)
        if middle[:1] == ["bin"] and len(middle) > 2:  # "Khaled bin Saud bin Saqr Al Qasimi"
            return self.person_named(" ".join([first, *middle[:2]]), country)
        alone = " " not in name
        last = name.rsplit(maxsplit=1)[-1]
        met = self.met(last) if alone else None
        if met:
            return met.actor_id if met.known else ""
        same = [
            actor_id
            for actor_id in self.book.surnames.get(last, ())
            if (not country or self.book.actors[actor_id].serves(country))
            and (alone or self._may_be_called(actor_id, name))
            and not (alone and self._is_anybody(actor_id))
        ]
        return self.best(same, only_clear=alone) if same else ""


def _titled_forms(mention: Mention, written: str) -> set[str]:
    """Return how royals and knights are taken up: by the title and the given name."""
    words = [word.lower() for word in (*mention.role.split(), *written.split())]
    if TITLED.isdisjoint(words):
        return set()
    given = next((w for w in mention.name.split() if w.lower() not in TITLED), "")
    return {f"{title} {given}" for title in TITLED.intersection(words) if given}
