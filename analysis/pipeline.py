"""START HERE: the whole flow, a line a step.

Coding is a pure function of one article and the rulebook; merging works on the coded tables.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

import pandas as pd

from analysis.actor_tables import list_actors, list_mentions
from analysis.cases import merge_cases
from analysis.events import find_events
from analysis.evidence import Row
from analysis.matching import find_matches
from analysis.merging import Sources
from analysis.origins import find_origins
from analysis.reading import Article, read_article
from analysis.responses import find_responses
from analysis.reviews import (
    NO_REVIEWS,
    Reviews,
    apply_reviews,
    find_merged_states,
    list_reviews,
    settle,
)
from analysis.reviews.states import SUPERSEDED
from analysis.rulebook import Rulebook
from analysis.schema import ACTORS, CODED, MEMBERS, TABLES
from analysis.second_opinion import Parser, note_agreement
from analysis.statements import find_statements, list_statements, number_statements
from analysis.strict_yaml import collection_paused
from analysis.ties import merge_ties
from analysis.transfer_allegations import find_transfer_allegations
from analysis.trips import merge_trips
from analysis.visits import find_visits

Tables = dict[str, pd.DataFrame]


def code_article(
    article: Article, rulebook: Rulebook, parser: Parser | None = None
) -> dict[str, list[Row]]:
    """Code one article: rows of every table in CODED. Reads and writes no files.

    A parser gives a second opinion on the rows, if there is one.
    """
    reading = read_article(article, rulebook.actors, rulebook.items, rulebook.grammar)
    matches = find_matches(reading, rulebook)
    statements = find_statements(reading, matches, rulebook)
    number_statements(reading, statements)
    visits = find_visits(reading, matches, statements, rulebook)
    allegations = find_transfer_allegations(reading, matches, statements, rulebook)
    responses = find_responses(reading, statements, allegations, rulebook)
    events = find_events(reading, matches, statements, visits, allegations, rulebook)
    rows = {
        "statements": list_statements(statements),
        "visits": visits,
        "transfer_allegations": allegations,
        "responses": responses,
        "events": events,
        "mentions": list_mentions(reading),
    }
    rows["actors"] = list_actors(reading, rulebook)
    if parser is not None:
        note_agreement(reading, matches, [*visits, *allegations, *events], parser)
    return rows


@collection_paused()  # what little is garbage goes with the batch
def code_articles(
    articles: pd.DataFrame, rulebook: Rulebook, parser: Parser | None = None
) -> Tables:
    """Code articles in order; one checked frame a table.

    The frame `actors` has a row for each article that names the actor, and a column `article_id`;
    `merge` makes one row of them.
    """
    rows: dict[str, list[Row]] = {table.name: [] for table in CODED}
    for article in to_articles(articles):
        for name, found in code_article(article, rulebook, parser).items():
            rows[name].extend(found)
    coded = {name: TABLES[name].frame(found) for name, found in rows.items()}
    named_in = pd.Series([row["article_id"] for row in rows["actors"]], dtype="str")
    return coded | {"actors": coded["actors"].assign(article_id=named_in)}


def merge(coded: Tables, reviews: Reviews = NO_REVIEWS) -> Tables:
    """Apply reviews, make one row of each actor, and add the tables merged across articles."""
    decisions, replaced = settle(reviews.decisions)
    coded, states = apply_reviews(coded, decisions, reviews.rules)
    actors = _merge_actors(coded["actors"])
    origins = find_origins(coded)
    sources = Sources(coded["articles"], origins)
    trips, in_trips = merge_trips(coded["visits"], sources, decisions)
    cases, in_cases = merge_cases(
        coded["transfer_allegations"], coded["responses"], sources, decisions
    )
    members = MEMBERS.check(pd.concat([in_trips, in_cases], ignore_index=True))
    ties = merge_ties(coded["events"], actors, sources)
    return coded | {
        "actors": actors,
        "reviews": list_reviews(
            states | find_merged_states(decisions, members) | dict.fromkeys(replaced, SUPERSEDED)
        ),
        "origins": origins,
        "members": members,
        "trips": trips,
        "cases": cases,
        "ties": ties,
    }


def _merge_actors(named: pd.DataFrame) -> pd.DataFrame:
    """Keep one row an actor: of several descriptions the fullest, then the first by alphabet."""
    fullness = (named[["country", "sector", "role"]] != "").sum(axis=1)
    ordered = named.assign(fullness=-fullness).sort_values(["actor_id", "fullness", *named.columns])
    distinct = ordered.drop_duplicates("actor_id")[ACTORS.column_names]
    return ACTORS.check(distinct.reset_index(drop=True))


def to_articles(articles: pd.DataFrame) -> Iterable[Article]:
    """Yield what coding needs of each row of ARTICLES."""
    for row in articles.itertuples(index=False):
        published = _date(row.published)
        yield Article(
            str(row.article_id), published, str(row.outlet), str(row.title), str(row.text)
        )


def _date(published: Any) -> dt.date | None:
    return None if pd.isna(published) else pd.Timestamp(published).date()
