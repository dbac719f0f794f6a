"""What reviewers decided on a row, an actor, or a trip or case and its members."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from analysis.frames import list_rows
from analysis.merging import Row, make_merged_id, resolve_merged

Tables = Mapping[str, pd.DataFrame]
_KINDS = ("trip", "case")


def describe_decisions(wanted: str, tables: Tables) -> list[str]:
    """Return a line for each decision that an id leads to; any other id gives none.

    Of a trip or case these are the decisions on itself, under any id it had, and on its members; of
    one that a rejected row began, those on that row.
    """
    reviews = tables["reviews"]
    ids = _list_ids(wanted, tables["members"]) | {find_beginning(wanted, reviews)}
    values = reviews["value"].where(reviews["decision"] == "merge", "")
    mine = reviews[reviews["row_id"].isin(ids) | values.isin(ids)]
    return [_describe(row) for row in list_rows(mine)]


def find_beginning(wanted: str, reviews: pd.DataFrame) -> str:
    """Return the decided row that a trip or case of this id began with; else the id itself."""
    begun = {
        make_merged_id(kind, row_id): row_id for kind in _KINDS for row_id in reviews["row_id"]
    }
    return str(begun.get(wanted, wanted))


def find_decided_articles(wanted: str, tables: Tables) -> list[str]:
    """Return the articles that the sentence of a decision on a row stands in."""
    reviews, articles = tables["reviews"], tables["articles"]
    sentences = set(reviews.loc[reviews["row_id"] == wanted, "evidence"]) - {""}
    found = [articles["text"].str.contains(told, regex=False) for told in sorted(sentences)]
    return [article_id for each in found for article_id in articles.loc[each, "article_id"]]


def _list_ids(wanted: str, members: pd.DataFrame) -> set[str]:
    merged_id = resolve_merged(members).get(wanted)
    if merged_id is None or wanted in set(members["row_id"]):
        return {wanted}
    mine = members[members["merged_id"] == merged_id]
    former = map(make_merged_id, mine["kind"], mine["row_id"])
    return {wanted, merged_id, *mine["row_id"], *former}


def _describe(row: Row) -> str:
    did = " ".join(row[name] for name in ("decision", "row_id", "field", "value") if row[name])
    grade = row["source_grade"] + row["information_grade"]
    more = [f"graded {grade}" if grade else "", row["reason"]]
    state = row["state"] + (f": {row['why']}" if row["why"] else "")
    said = "; ".join(filter(None, [*more, state]))
    return f"reviewed by {row['reviewer']}, {row['date']} ({row['place']}): {did}; {said}"
