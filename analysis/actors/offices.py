"""Who holds an office: "the Chadian leader", "the UN secretary-general"."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from analysis.actors.book import ActorBook
from analysis.actors.described import HEADED
from analysis.actors.entries import Actor
from analysis.actors.mention import Mention
from analysis.text import Text

# What a text calls the holder of an office that it has named otherwise.
SAID_FOR = {
    "head of state": "president",
    "head of government": "prime minister",
    "pontiff": "pope",
}
# Who holds one of these ranks holds no other: no "vice president" is "the president", no
# "prime minister" "the minister".
RANKS = frozenset(
    "prime vice deputy assistant under opposition rebel party supreme spiritual religious junta "
    "coup separatist guerrilla militia crown house majority minority congregation union "
    "group elect designate".split()
)
# What the heads of bodies of many states are called.
LED_BY = frozenset("secretary general director managing executive president chairperson".split())
# No number below is a year of this or the last century.
FIRST_YEAR = 1900
# With these somebody tells of a year from today.
TOLD = frozenset({",", "that", "said", "says", "told"})
# What a body has that is no state: "the council president".
OF_BODIES = frozenset(
    "council court commission committee company bank club assembly chamber board university union"
    " association senate".split()
)
# They tell nothing of what somebody is in charge of.
UNTELLING = frozenset(
    "former outgoing incoming acting interim caretaker new newly appointed elected incumbent then"
    " ousted exiled late longtime veteran top chief senior leading lead head current visiting"
    " executive".split()
)
SPELT_OUT = {
    "defense": "defence", "advisor": "adviser", "sen.": "senator", "rep.": "representative",
    "gov.": "governor", "gen.": "general", "amb.": "ambassador",
}  # fmt: skip
ELECT = frozenset({"elect", "designate"})
NEW = frozenset({"new", "current"})
# What one is called for short who holds an office of such words.
ENVOYS = frozenset({"ambassador", "envoy", "representative", "consul"})
REPRESENTING = {"diplomat": ENVOYS | {"foreign", "external"}, "envoy": ENVOYS}
# A deputy is not "the minister", though he is the only one known.
SECOND = frozenset({"deputy", "vice", "assistant", "under"})
# Several have these at a time: who is named further on with one may be another.
HELD_BY_MANY = frozenset(
    "official officer diplomat adviser advisor aide lawmaker senator member general leader"
    " director head chief chairman".split()
)


@lru_cache(maxsize=65_536)  # of the few offices of all texts
def office_words(role: str) -> frozenset[str]:
    """Return the words of an office in any order: "Secretary-General of the United Nations"."""
    plain = role.lower().replace("united nations", "un").replace("u.n.", "un").replace("-", " ")
    plain = plain.replace("’", "'").replace("'s ", " ")
    return frozenset(SPELT_OUT.get(word, word) for word in plain.split()) - {"of", "the"}


def may_hold(held: frozenset[str], words: frozenset[str], head: str) -> bool:
    """Tell whether a title can mean who holds an office, given the words of both.

    "The former minister" may be the foreign minister, and no "defence minister" is; nor is a
    "council president" the president.
    """
    if words & RANKS != held & RANKS or words & OF_BODIES > held & OF_BODIES:
        return False
    others = held - words - UNTELLING and words - held - UNTELLING
    return words <= held or (head in held and not others)


def find_holder(book: ActorBook, mention: Mention, role: str, day: dt.date | None) -> Actor | None:
    """Return the one person of the dictionary who held an office of a state on that day."""
    if mention.country == "IGO":
        return _head_of_body(book, mention, role, day)
    head = role.rsplit(maxsplit=1)[-1]
    # "The longtime leader" rules, "the Kurdish leader" need not.
    rules = head == "leader" and office_words(role) - {head} <= UNTELLING
    wanted = "president" if rules else role
    held = _held_on(book, mention.country, wanted, day)
    held = held or _held_on(book, mention.country, role, day)
    if not held and "minister" in wanted:  # India's foreign minister is one of external affairs
        like = (_held_on(book, mention.country, r, day) for r in book.titles.like(wanted))
        held = [office for offices in like for office in offices]
    # The president before the president of a part of it.
    held = [(actor, role) for actor, role in held if role == wanted] or held
    return _only_one(held)


def find_holder_told(
    book: ActorBook, mention: Mention, role: str, text: Text, published: dt.date | None
) -> Actor | None:
    """Return who holds an office, or held it throughout the year the sentence is about."""
    sentence = text.sentences[text.sentence_of[mention.first]]
    year = _bygone_year(text.lower[sentence.first : sentence.end], published)
    if not year:
        return find_holder(book, mention, role, published)
    days = dt.date(year, 1, 1), dt.date(year, 12, 31)
    first, last = (find_holder(book, mention, role, day) for day in days)
    return first if first is last else None


def _bygone_year(lower: list[str], published: dt.date | None) -> int:
    """Return the year of "In (May) 2015, the minister met", "the minister met Ruto in 2015"; or 0.

    Who tells today that they met in 2015 may not have held the office then.
    """
    behind = lower[-3:-1] if lower[-1:] == ["."] else lower[-2:]
    closes = behind[:1] == ["in"] and TOLD.isdisjoint(lower)
    named = lower[1:3] if lower[:1] == ["in"] else behind[1:] if closes else []
    year = next((int(word) for word in named if len(word) == 4 and word.isdigit()), 0)
    return year if published and FIRST_YEAR <= year < published.year else 0


def takes_office(actor: Actor | None, words: frozenset[str], day: dt.date | None) -> bool:
    """Tell "the president-elect": whose office of these words begins within a year or so."""
    offices = actor.offices if actor is not None and day is not None else ()
    coming = [o for o in offices if day and day.isoformat() < o.start < f"{day.year + 2}"]
    return any(words - ELECT <= office_words(office.role) for office in coming)


def _head_of_body(
    book: ActorBook, mention: Mention, role: str, day: dt.date | None
) -> Actor | None:
    """Return who held an office of a body of many states, most of which have a secretary-general.

    In any order: "the secretary general of NATO", "the new NATO secretary general".
    """
    named = office_words(mention.name) - NEW
    lasts = {*role.split(), *named}  # the offices are kept by their last words
    held = [one for word in lasts for one in _held_on(book, "IGO", word, day)]
    held = [(actor, role) for actor, role in held if office_words(role) == named]
    return _only_one(held or (_heads(book, named - HEADED, day) if HEADED & named else []))


def _heads(book: ActorBook, body: frozenset[str], day: dt.date | None) -> list[tuple[Actor, str]]:
    """Return who led a body: "the NATO chief", "the head of the European Commission"."""
    return [
        (actor, role)
        for (state, _), actors in book.holders.items()
        for actor in (actors if state == "IGO" else ())
        for role in actor.roles_on(day)
        if office_words(role.lower()) - LED_BY == body and office_words(role.lower()) != body
    ]


def _only_one(held: list[tuple[Actor, str]]) -> Actor | None:
    holders = {actor.actor_id: actor for actor, _ in held}
    return next(iter(holders.values())) if len(holders) == 1 else None


def _held_on(
    book: ActorBook, country: str, wanted: str, day: dt.date | None
) -> list[tuple[Actor, str]]:
    """Return who held an office of a state so called on that day, with its full name."""
    return [
        (actor, role)
        for actor in book.holders.get((country, wanted.rsplit(maxsplit=1)[-1]), ())
        for role in map(str.lower, actor.roles_on(day))
        if role.endswith(wanted) and office_words(role) & SECOND <= office_words(wanted)
    ]


def is_of_part(book: ActorBook, title: str) -> bool:
    """Tell "the Houthi leader", "the Tigray president" from those of the state they are in."""
    words = title.split()
    for end in range(len(words) - 1, 0, -1):
        for name in book.names.get(" ".join(words[:end]), ()):
            actor = book.actors.get(name.actor_id) if name.kind == "actor" else None
            group = actor is not None and actor.kind in ("group", "organisation")
            return (group and name.country != "IGO") or name.kind == "city"
    return False


def name_ministry(role: str) -> str:
    """Return one name for "ministry of foreign affairs" and "foreign ministry"."""
    words = role.lower().replace("defense", "defence")
    match = re.fullmatch(r"(ministry|department) (?:of|for) (?:the )?(.+)", words)
    topic = match[2] if match else words
    topic = topic.replace(" affairs", "").replace("national defence", "defence")
    return f"{topic} ministry" if match and match[1] == "ministry" else topic
