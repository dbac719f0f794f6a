"""Words for what rows hold: days, names, journeys, claims. The same row gives the same words."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from analysis.charts.style import plural
from analysis.countries import name_country
from analysis.dates import first_day, last_day
from analysis.merging import Row, distinct

Kinds = Mapping[str, str]

# Names that take an article: the United ones and the republics, some other states, and offices.
_THE = re.compile(
    r"(United |.*\b(Republic|Islands|Emirates|Federation)\b|"
    r"(Netherlands|Philippines|Gambia|Bahamas|Maldives|Seychelles|Comoros|Vatican)$|"
    r"(Pentagon|Kremlin|White House|Taliban)$|"
    r".*\b(Ministry|Department|Office|Committee|Council|Commission|Secretariat|Directorate)$)"
)
# Sources that no article stands before: "intelligence", "Ukrainian intelligence".
_UNCOUNTED = ("data", "evidence", "footage", "imagery", "intelligence", "media", "research")
# Somebody of a kind, whatever stands before: "UK source".
_SOMEBODY = re.compile(r".*\b(source|official|diplomat|officer|spokes(person|man|woman))$")
_BODIES = ("agency", "armed_force", "organisation", "igo")
# What a claimant's words do, before what they say.
_ACTS = {
    "accuse": "made the accusation that",
    "confirm": "said it could confirm that",
    "assess": "assessed that",
    "warn": "warned that",
    "promise": "promised that",
    "request": "said in a request that",
    "praise": "said with praise that",
}
# What a claim says of the transfer; by nature where it says less than that there was one.
TOOK_PLACE, PROMISED = "took place", "would be made"
_CONTENT = {
    "planned": "was planned",
    "considered": "was being considered",
    "requested": "had been asked for",
    "announced": "was announced",
    "blocked": "was blocked",
}
# Where one verb says both.
_SHORT = {
    ("warn", TOOK_PLACE): "warned of",
    ("request", _CONTENT["requested"]): "asked for",
    ("promise", PROMISED): "promised",
    ("promise", _CONTENT["planned"]): "promised",
}
# Item classes as one writes of them, and what is sent where a text names no class.
GOODS = {
    "ballistic_missile": "ballistic missiles",
    "cruise_missile": "cruise missiles",
    "air_defence": "air defence systems",
    "aircraft": "aircraft",
    "uav": "drones",
    "armoured_vehicle": "armoured vehicles",
    "artillery": "artillery",
    "rocket_artillery": "rocket artillery",
    "ammunition": "ammunition",
    "anti_tank": "anti-tank weapons",
    "small_arms": "small arms",
    "naval": "naval arms",
    "explosives": "explosives",
    "nuclear": "nuclear goods",
    "components": "components",
    "dual_use": "dual-use goods",
    "technology": "technology",
    "troops": "troops",
    "advisers": "advisers",
    "workers": "workers",
}
_UNNAMED = {
    "arms": "arms of an unnamed kind",
    "personnel": "people in an unnamed role",
    "technology": "technology of an unnamed kind",
}


def write_day(day: dt.date) -> str:
    """Write "12 November 2023"."""
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def write_span(days: Sequence[dt.date]) -> str:
    """Write when reports were published: "on 5 May 2024", "between … and …"; "" for none."""
    if not days:
        return ""
    first, last = min(days), max(days)
    if first == last:
        return f"on {write_day(first)}"
    return f"between {_begin_span(first, last)} and {write_day(last)}"


def write_reported(days: Sequence[dt.date]) -> str:
    """Write ", reported on 5 May 2024": the day somebody spoke is another; "" for none."""
    return f", reported {write_span(days)}" if days else ""


def _begin_span(first: dt.date, last: dt.date) -> str:
    """Write the first day without the month and year that it shares with the last."""
    if first.year != last.year:
        return write_day(first)
    return write_day(first).rsplit(" ", 2 if first.month == last.month else 1)[0]


def write_period(date: str, date_end: str, precision: str) -> str:
    """Write the dates of a row: "on 12 November 2023", "in July 2023"; "" where unresolved."""
    if not date:
        return ""
    first, last = first_day(date), last_day(date_end or date)
    if precision == "year" and first.year == last.year:
        return f"in {first.year}"
    if precision == "month" and (first.year, first.month) == (last.year, last.month):
        return f"in {calendar.month_name[first.month]} {first.year}"
    if first == last:
        return f"on {write_day(first)}"
    between = "between" if precision != "day" else "from"
    until = "and" if precision != "day" else "to"
    return f"{between} {_begin_span(first, last)} {until} {write_day(last)}"


def join(names: Sequence[str], most: int = 4) -> str:
    """Write "A", "A and B", "A, B and C"; of more than `most` names "A, B, C and 5 others"."""
    shown = list(names)
    if len(shown) > most:
        shown = [*shown[: most - 1], f"{len(names) - most + 1} others"]
    return (
        shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}" if shown else ""
    )


def begin(text: str) -> str:
    """Write the first letter as a sentence begins."""
    return text[:1].upper() + text[1:]


def name_state(code: str) -> str:
    """Name a state inside a sentence: "the United States"."""
    name = name_country(code)
    return f"the {name}" if _THE.match(name) else name


def name_actor(row: Row, slot: str, kinds: Kinds) -> str:
    """Name an actor inside a sentence, people with their state: "John Kirby (United States)"."""
    name, country = row[slot], row[f"{slot}_country"]
    if not name or name in (country, name_country(country)):
        return name_state(country) if country else "somebody unnamed"
    kind = kinds.get(row.get(f"{slot}_id", ""), "")
    state = name_country(country)
    said_already = country in ("", "IGO") or kind == "media" or state.casefold() in name.casefold()
    named = _add_article(name, kind)
    return named if said_already else f"{named} ({state})"


def _add_article(name: str, kind: str) -> str:
    """Write "the Spy Agency", "a military official"; a name of a person or medium as it is."""
    possessive = re.search(r"['’]s? ", name)
    body = (kind in _BODIES and " " in name) or (kind != "media" and _THE.match(name))
    if body and not possessive and not name.lower().startswith("the "):
        return f"the {name}"
    if name.lower().endswith(_UNCOUNTED):
        return name
    if _SOMEBODY.match(name) or (name[0].islower() and not name.endswith("s")):
        # Somebody without a name: "military official", "region's press service".
        article = "an" if name[0] in "aeiouAEIO" else "a"
        return f"{'the' if possessive else article} {name}"
    return name


def list_names(rows: Iterable[Row], slot: str) -> list[str]:
    """Return who stands in a slot, each once, by name or else by state."""
    return distinct(row[slot] or name_country(row[f"{slot}_country"]) for row in rows)


def name_actors(rows: Iterable[Row], slot: str, kinds: Kinds) -> list[str]:
    """Return the actors in a slot of some rows as sentences name them, each once."""
    return distinct(name_actor(row, slot, kinds) for row in rows)


def name_goods(case: Row) -> str:
    """Name what a case is about: "ammunition", "arms of an unnamed kind"."""
    if case["category"] == "unspecified":
        return _UNNAMED[case["kind"]]
    return GOODS[case["category"]]


def name_transfer(case: Row, kinds: Kinds) -> str:
    """Name a case inside a sentence: "a transfer of drones from Iran to Russia"."""
    supplier, recipient = (name_actor(case, slot, kinds) for slot in ("supplier", "recipient"))
    return f"transfer of {name_goods(case)} from {supplier} to {recipient}"


def head_case(case: Row, kinds: Kinds) -> str:
    """Head a case: "Drones from Iran to Russia"."""
    return begin(name_transfer(case, kinds).removeprefix("transfer of "))


def say_claim(claim: Row, transfer: str) -> str:
    """Say what somebody says of a transfer: "alleged that it took place", "asked for it"."""
    content = say_content(claim)
    if (claim["act"], content) in _SHORT:
        return f"{_SHORT[claim['act'], content]} {transfer}"
    return f"{_say_claimed(claim)} {transfer} {content}"


def _say_claimed(claim: Row) -> str:
    """Say what kind of claim it is: "alleged that", "wrote, naming nobody, that"."""
    if claim["act"] in _ACTS:
        return _ACTS[claim["act"]]
    if claim["claimant"] == claim["outlet"]:
        return "wrote, naming nobody else, that"
    return "said that" if claim["nature"] in _CONTENT else "alleged that"


def say_content(claim: Row) -> str:
    """Say what a claim has happened to the transfer: "took place", "was planned"."""
    if claim["act"] == "promise" and claim["nature"] == "announced":
        return PROMISED
    return _CONTENT.get(claim["nature"], TOOK_PLACE)


def tell_claim(claim: Row, case: Row, kinds: Kinds) -> str:
    """Tell one claim without its full stop: who said what of which transfer, and when."""
    claimant = name_actor(claim, "claimant", kinds)
    published = claim["published"]
    when = f", published on {write_day(published)}" if published else ""
    return f"{claimant} {say_claim(claim, f'a {name_transfer(case, kinds)}')}{when}"


def name_journey(trip: Row, kinds: Kinds) -> str:
    """Name a journey: "Lloyd Austin (United States) to South Korea (Seoul) in May 2024"."""
    return f"{name_actor(trip, 'leader', kinds)} to {name_place(trip)} {write_dates(trip)}".strip()


def write_dates(trip: Row) -> str:
    """Write when a journey is said to be: "on 12 November 2023"; "" where unresolved."""
    return write_period(trip["date"], trip["date_end"], trip["date_precision"])


def name_place(trip: Row) -> str:
    """Name where a journey went: "South Korea (Seoul)"."""
    cities = [city for city in trip["city"].split("; ") if city]
    where = name_state(trip["country"])
    return f"{where} ({join(cities)})" if cities else where


def count(number: int, noun: str, plural_noun: str = "") -> str:
    """Write "one claim", "2 claims"."""
    return f"one {noun}" if number == 1 else plural(number, noun, plural_noun)


def cut_list(sentences: Sequence[Any], most: int) -> tuple[Sequence[Any], Sequence[Any]]:
    """Divide sentences into those that are told and those that are only counted."""
    # One left over is told as quickly as counted.
    return (sentences, []) if len(sentences) <= most + 1 else (sentences[:most], sentences[most:])
