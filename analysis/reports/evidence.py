"""The sentences behind a page, handed over by the last cell of its notebook.

Charts carry row ids only; the page looks the sentences up here. The payload is also the sentinel
by which the gate knows that the notebook ran to its end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pandas as pd

from analysis.countries import name_country, name_side
from analysis.errors import ReportError
from analysis.frames import list_rows
from analysis.reports.companion import write_tables
from analysis.reports.handover import SENTINEL, Evidence
from analysis.reports.review_state import count_rejected, read_decisions
from analysis.reports.shortening import is_large
from analysis.schema import ACTORS, REVIEWS, ROW_ID, TABLES

# A feed may have an article in one paragraph.
_LONGEST_LEAD = 600

Row = Mapping[str, Any]


def finish(**tables: pd.DataFrame) -> Evidence:
    """Gather the sentences behind the tables shown; the last line of every report notebook.

    Takes the frames shown by their table names, as `articles` the articles they come from, as
    `reviews` what people decided, as `actors` whoever the rows of other tables name by id only;
    returns an object that displays itself. Raises ReportError where a name is no table or a row
    comes from an article that was not given.
    """
    for name in tables:
        if name not in TABLES:
            raise ReportError(f"finish: there is no table {name}. Use one of: {', '.join(TABLES)}.")
    articles = _read_articles(tables)
    rows: dict[str, dict[str, Any]] = {}
    reviews = tables.get("reviews", REVIEWS.frame())
    decided = read_decisions(reviews)
    for name, frame in tables.items():
        told = (
            _name_ends(frame, tables.get("actors", ACTORS.frame())) if name == "events" else frame
        )
        rows.update(_read_rows(name, told, decided))
    _check_articles(rows, articles)
    shown = [name for name in tables if name not in ("actors", "rejects", "reviews")]
    return Evidence(
        {
            "rows": rows,
            "articles": articles,
            # Only a page that has no room for all needs them, for the file beside it.
            "tables": write_tables(tables) if is_large(rows, articles) else {},
            "counts": {name: len(tables[name]) for name in shown},
            "rejected_rows": count_rejected(reviews, shown),
            "cutoff": max((article["published"] for article in articles.values()), default=""),
            "rejected": len(tables.get("rejects", ())),
            "sentinel": SENTINEL,
        }
    )


def _read_articles(tables: Mapping[str, pd.DataFrame]) -> dict[str, dict[str, str]]:
    if "articles" not in tables:
        return {}
    return {
        row["article_id"]: {
            "title": row["title"],
            "outlet": row["outlet"],
            "published": _day(row["published"]),
            "url": row["url"],
            "lead": _read_lead(row["text"]),
            "notice": row["notice"],
            "duplicate_of": row["duplicate_of"],
        }
        for row in list_rows(tables["articles"])
    }


def _read_lead(text: str) -> str:
    """The first paragraph: what a page shows of an article that a mark stands for as a whole."""
    lead = text.split("\n\n", maxsplit=1)[0].strip()
    return lead if len(lead) <= _LONGEST_LEAD else f"{lead[:_LONGEST_LEAD].rsplit(maxsplit=1)[0]} …"


def _read_rows(
    name: str, frame: pd.DataFrame, decided: Mapping[str, str]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Read a row id and its sentence from each row; merged tables have no sentence of their own."""
    if name == "rejects":
        # A refused input has no article: the reason stands in for the sentence.
        for row in list_rows(frame):
            yield row["source_path"], _entry(name, row["detail"], label=row["reason"])
    elif name in ROW_ID and "evidence" in frame:
        for row in list_rows(frame):
            yield (
                row[ROW_ID[name]],
                _entry(
                    name,
                    row["evidence"],
                    article=row["article_id"],
                    label=_LABELS[name](row),
                    confidence=row["confidence"],
                    rule=row["rule_id"],
                    also=list(row["also"]),
                    review=decided.get(row[ROW_ID[name]], ""),
                ),
            )


def _name_ends(events: pd.DataFrame, actors: pd.DataFrame) -> pd.DataFrame:
    """Add the names of those who act, and are acted towards; rows of EVENTS have ids only."""
    known = dict(zip(actors["actor_id"], actors["name"], strict=True))
    named = {
        name: [
            ", ".join(known.get(one) or name_side(one) or one for one in ids)
            for ids in events[ids_of]
        ]
        for name, ids_of in (("actor", "actor_ids"), ("recipient", "recipient_ids"))
    }
    return events.assign(**named)


def _entry(table: str, sentence: str, *, label: str, **more: Any) -> dict[str, Any]:
    """Return what the page knows of a row; what it does not say is empty."""
    empty = {"article": "", "confidence": "", "rule": "", "also": [], "review": ""}
    return {"table": table, "sentence": sentence, "label": label, **empty, **more}


def _check_articles(rows: Mapping[str, Row], articles: Mapping[str, object]) -> None:
    for row_id, row in rows.items():
        if row["article"] and row["article"] not in articles:
            raise ReportError(
                f"finish: {row['table']} {row_id} comes from article {row['article']}, which is "
                "not among the articles. Pass articles= with the whole table loaded from the "
                "same folder."
            )


def _day(published: Any) -> str:
    return "" if pd.isna(published) else str(published.date())


def _arrow(left: str, right: str) -> str:
    return f"{left or 'unnamed'} → {right or 'unnamed'}"


def _name_side(row: Row, slot: str) -> str:
    return row[slot] or name_country(row[f"{slot}_country"])


def _label_visit(row: Row) -> str:
    place = ", ".join(filter(None, (row["city"], name_country(row["country"]))))
    return _join(_arrow(row["visitor"], place), row["date"], row["status"])


def _label_allegation(row: Row) -> str:
    supplier, recipient = _name_side(row, "supplier"), _name_side(row, "recipient")
    claim = f"says {row['claimant']}" if row["claimant"] else ""
    return _join(_arrow(supplier, recipient), row["item"], row["nature"], claim)


def _label_response(row: Row) -> str:
    pair = _arrow(_name_side(row, "supplier"), _name_side(row, "recipient"))
    return _join(f"{row['by'] or 'unnamed'}: {row['stance']}", pair)


def _label_statement(row: Row) -> str:
    target = f"about {row['target']}" if row["target"] else ""
    return _join(f"{row['speaker'] or 'unnamed'}: {row['act']}", target, row["likelihood_words"])


def _label_event(row: Row) -> str:
    # A missile test is meant for nobody.
    pair = _arrow(row["actor"], row["recipient"]) if row["recipient"] else row["actor"]
    return _join(row["event_type"], pair, row["date"], row["status"])


def _join(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


_LABELS: dict[str, Callable[[Row], str]] = {
    "visits": _label_visit,
    "transfer_allegations": _label_allegation,
    "responses": _label_response,
    "statements": _label_statement,
    "events": _label_event,
}
