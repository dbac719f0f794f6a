"""Who said first what a row tells: nine outlets that pass on one ministry are one source.

The rules:

1. A near-identical copy is its original: where the words are the outlet's own, they are those of
   the outlet of the original.
2. The origin of a row is its speaker: the claimant of an allegation, who responds, who makes the
   statement that tells of a visit or event. Articles that cite one agency, ministry or official
   have one origin; offices and officials of one state are several, their state is one (so cases
   ask for claimants of two states).
3. A speaker known only by its state ("U.S. officials") is that state's voice. One of whom not even
   the state is known ("sources") is vouched for by nobody but the outlet, and is no speaker here.
4. Without a speaker the origin is the outlet that the article cites ("Yonhap reported"), where it
   cites one; else the article's own outlet; else the article itself.
5. An outlet is known by every name that articles give it: AFP is Agence France-Presse.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import pandas as pd

from analysis.frames import list_rows
from analysis.merging import Row, distinct, find_originals, find_row_id, fold
from analysis.schema import ORIGINS

# The slot that names who speaks in a row itself, by table; other rows have a statement or nobody.
_SPEAKERS = {"transfer_allegations": "claimant", "responses": "by"}
_MERGED_FROM = ("visits", "transfer_allegations", "responses", "events")


class _Speaker(NamedTuple):
    """Who speaks, each part empty where unknown, and through which outlet."""

    actor_id: str
    name: str
    country: str
    via: str


_NOBODY = _Speaker("", "", "", "")


class _Outlet(NamedTuple):
    """An outlet: what it is known by, and its name."""

    outlet_id: str
    name: str


def find_origins(coded: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Return ORIGINS: who said first what each visit, allegation, response and event tells.

    Takes the coded tables with their articles; the rules are in this module's docstring. One row is
    one row of those tables; they stand in the order of their ids.
    """
    outlets, speakers = _Outlets(coded), _Speakers(coded["statements"])
    rows = [
        _describe(row, speakers.find(row, _SPEAKERS.get(table, "")), outlets)
        for table in _MERGED_FROM
        for row in list_rows(coded[table])
    ]
    return ORIGINS.frame(sorted(rows, key=lambda row: row["row_id"]))


class _Outlets:
    """Knows outlets by all their names, and of each article the outlet whose words it has."""

    def __init__(self, coded: Mapping[str, pd.DataFrame]) -> None:
        articles, actors, mentions = coded["articles"], coded["actors"], coded["mentions"]
        self._of = dict(zip(articles["article_id"], articles["outlet"], strict=True))
        self._originals = find_originals(articles)
        media = actors[actors["kind"] == "media"].sort_values(["actor_id", "name"])
        self._media = dict(zip(media["actor_id"], media["name"], strict=True))
        named = mentions[mentions["actor_id"].isin(list(self._media))]
        pairs = sorted({*zip(named["text"], named["actor_id"], strict=True)}, reverse=True)
        pairs += [(name, actor_id) for actor_id, name in self._media.items()]
        self._ids = {_key(name): actor_id for name, actor_id in pairs}

    def is_outlet(self, speaker: _Speaker, row: Row) -> bool:
        """Tell whether who speaks is an outlet: one known as such, or the row's own."""
        return speaker.actor_id in self._media or _key(speaker.name) == _key(row["outlet"])

    def identify(self, name: str) -> _Outlet:
        """Return an outlet by one of its names."""
        actor_id = self._ids.get(_key(name))
        return _Outlet(actor_id, self._media[actor_id]) if actor_id else _Outlet(_key(name), name)

    def find_original(self, row: Row) -> _Outlet:
        """Return the outlet whose words an article has; without one the article is its own."""
        article_id = str(row["article_id"])
        original = self._originals.get(article_id, article_id)
        return self.identify(self._of.get(original) or row["outlet"] or original)


def _key(name: str) -> str:
    return fold(name).removeprefix("the ").replace(" ", "-")


class _Speakers:
    """Finds who speaks in a row, and through which outlet, by the statements of its article."""

    def __init__(self, statements: pd.DataFrame) -> None:
        told = statements.sort_values("statement_id", ascending=False).to_dict("records")
        self._statements = {row["statement_id"]: _read(row, "speaker", row["via"]) for row in told}
        self._via = {(row["sentence_id"], fold(row["speaker"])): row["via"] for row in told}

    def find(self, row: Row, slot: str) -> _Speaker:
        """Return who is named in the slot, else whoever makes the row's statement."""
        stated = self._statements.get(row.get("statement_id", ""), _NOBODY)
        if not slot or not (row[slot] or row[f"{slot}_country"]):
            return stated
        via = stated.via or self._via.get((row["sentence_id"], fold(row[slot])), "")
        return _read(row, slot, via)


def _read(row: Mapping[Any, Any], slot: str, via: str) -> _Speaker:
    return _Speaker(row[f"{slot}_id"], row[slot], row[f"{slot}_country"], via)


def _describe(row: Row, speaker: _Speaker, outlets: _Outlets) -> dict[str, Any]:
    original = outlets.find_original(row)
    own = _key(speaker.name) == _key(row["outlet"])
    cites = speaker.name if outlets.is_outlet(speaker, row) and not own else speaker.via
    cited = outlets.identify(cites) if cites else original
    origin_id, origin, kind = cited.outlet_id, cited.name, "outlet cited"
    if not outlets.is_outlet(speaker, row) and (speaker.actor_id or speaker.country):
        origin_id, kind = speaker.actor_id or speaker.country, "speaker"
        origin = speaker.name or speaker.country
    elif cited == original:
        kind = "own report"
    via = cited.name if cited != original else ""
    return {
        "row_id": find_row_id(row),
        "article_id": row["article_id"],
        "outlet": row["outlet"],
        "via": via,
        "origin_id": origin_id,
        "origin": origin,
        "kind": kind,
        "chain": list(_link(row["outlet"], original.name, via, origin)),
    }


def _link(*names: str) -> Iterator[str]:
    """Yield the way from the article to the origin, nobody twice."""
    yield from distinct(names)
