"""What a briefing is told from: the rows of a window, gathered by case, journey and tie."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from analysis.briefing.record import Earlier, read_record
from analysis.cases import finding
from analysis.cases.finding import is_claim
from analysis.frames import list_rows
from analysis.known import cut_tables
from analysis.ledgers import list_entries
from analysis.merging import Row, find_row_id, order_rows, published_on
from analysis.network import build_network, count_dyads
from analysis.tables import Tables, drop_copies, load_all, select

# The tables whose rows a briefing tells of.
_TOLD = ("visits", "transfer_allegations", "responses", "events")


@dataclass(frozen=True)
class Case:
    """One row of CASES with its claims and responses in the window, earliest first.

    `members` are the ids of all its rows, whatever the window.
    """

    row: Row
    claims: Sequence[Row]
    responses: Sequence[Row]
    members: frozenset[str]

    @property
    def row_ids(self) -> tuple[str, ...]:
        """The ids of its rows in the window."""
        return (*list_ids(self.claims), *list_ids(self.responses))

    @property
    def ledger(self) -> list[Row]:
        """Its claims and the answers to them in the window, as ledgers.py enters them."""
        answers = [(row, "") for row in self.responses]
        return list_entries(finding.Case([*self.claims], answers))


@dataclass(frozen=True)
class Journey:
    """One row of TRIPS with its visits in the window, earliest first, and the ids of all."""

    row: Row
    visits: Sequence[Row]
    members: frozenset[str]

    @property
    def row_ids(self) -> tuple[str, ...]:
        """The ids of its visits in the window."""
        return list_ids(self.visits)


@dataclass(frozen=True)
class Facts:
    """The tables in the window, the whole ones, and what an earlier briefing knew, if any.

    `known` is what was published until the window's end, whatever its start and the actors: how
    cases and journeys stand is read there.
    """

    shown: Tables
    whole: Tables
    known: Tables
    earlier: Earlier | None

    @cached_property
    def cutoff(self) -> dt.date | None:
        """The latest publication date; None where no article has one."""
        latest = self.shown["articles"]["published"].max()
        return None if pd.isna(latest) else latest.date()

    @cached_property
    def cases(self) -> list[Case]:
        """The cases told of in the window: most independent sources first, then most articles."""
        claims = _by_merged(self, "transfer_allegations", "allegation_id")
        responses = _by_merged(self, "responses", "response_id")
        cases = [
            Case(
                row,
                [claim for claim in claims.get(key, []) if is_claim(claim)],
                responses.get(key, []),
                self._members[key],
            )
            for row in list_rows(self.known["cases"])
            for key in [row["case_id"]]
            if key in claims or key in responses
        ]
        told = [case for case in cases if case.row_ids]
        return sorted(told, key=lambda case: (*_weight(case.row), case.row["case_id"]))

    @cached_property
    def journeys(self) -> list[Journey]:
        """The journeys told of in the window, by their weight as cases are."""
        visits = _by_merged(self, "visits", "visit_id")
        journeys = [
            Journey(row, visits[row["trip_id"]], self._members[row["trip_id"]])
            for row in list_rows(self.known["trips"])
            if row["trip_id"] in visits
        ]
        return sorted(journeys, key=lambda one: (*_weight(one.row), one.row["trip_id"]))

    @cached_property
    def dyads(self) -> Sequence[Row]:
        """The pairs of actors tied by events that are told as fact, most events first."""
        return self._count_dyads(self.shown)

    @cached_property
    def all_dyads(self) -> Sequence[Row]:
        """The same over all dates and actors."""
        return self._count_dyads(self.whole)

    @cached_property
    def article_ids(self) -> frozenset[str]:
        """The ids of the articles that a sentence can lead to."""
        return frozenset(self.evidence["articles"]["article_id"])

    @cached_property
    def evidence(self) -> dict[str, pd.DataFrame]:
        """What `reports.finish` needs, by table; undated articles are in no window but shown."""
        articles = self.whole["articles"]
        within = articles["article_id"].isin(self.shown["articles"]["article_id"])
        others = {name: self.shown[name] for name in (*_TOLD, "rejects", "reviews")}
        named = {"actors": self.whole["actors"], **others}
        return {"articles": articles[within | articles["published"].isna()], **named}

    @cached_property
    def actor_kinds(self) -> Mapping[str, str]:
        """What kind of actor each id is."""
        actors = self.whole["actors"]
        return dict(zip(actors["actor_id"], actors["kind"], strict=True))

    @cached_property
    def _members(self) -> Mapping[str, frozenset[str]]:
        groups = self.whole["members"].groupby("merged_id")["row_id"]
        return {str(merged_id): frozenset(ids) for merged_id, ids in groups}

    def _count_dyads(self, tables: Tables) -> Sequence[Row]:
        events = drop_copies(tables["events"], self.whole["articles"])
        return list_rows(count_dyads(build_network(events, self.whole["actors"])))


def read_facts(
    folder: str,
    *,
    since: str = "",
    until: str = "",
    actors: Sequence[str] = (),
    since_run: str = "",
) -> Facts:
    """Read the tables of a folder within a window, and what the briefing at `since_run` knew.

    Raises what `load` and `read_record` raise.
    """
    whole, earlier = load_all(folder), read_record(since_run)
    return find_facts(whole, earlier, since=since, until=until, actors=actors)


def find_facts(
    whole: Tables,
    earlier: Earlier | None = None,
    *,
    since: str = "",
    until: str = "",
    actors: Sequence[str] = (),
) -> Facts:
    """Return the facts of loaded tables within a window, beside what an earlier briefing knew."""
    windowed = {
        name: select(whole[name], name, since=since, until=until, actors=actors)
        for name in ("articles", *_TOLD)
    }
    return Facts({**whole, **windowed}, whole, cut_tables(whole, until), earlier)


def list_ids(rows: Iterable[Row]) -> tuple[str, ...]:
    """Return the ids of coded rows, each once."""
    return tuple(dict.fromkeys(map(find_row_id, rows)))


def list_days(rows: Iterable[Row]) -> list[dt.date]:
    """Return the publication dates of rows that have one, earliest first."""
    return sorted(day for day in map(published_on, rows) if day is not None)


def _by_merged(facts: Facts, name: str, id_column: str) -> dict[str, list[Row]]:
    members = facts.whole["members"]
    merged = dict(zip(members["row_id"], members["merged_id"], strict=True))
    groups: dict[str, list[Row]] = {}
    for row in order_rows(facts.shown[name], id_column):
        if row[id_column] in merged:
            groups.setdefault(merged[row[id_column]], []).append(row)
    return groups


def _weight(row: Row) -> tuple[int, int, float]:
    last = row.get("last_claim", row.get("last_report"))
    return (-row["sources"], -row["articles"], 0.0 if pd.isna(last) else -last.timestamp())
