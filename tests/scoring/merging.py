"""Whether trips and cases hold what belongs together, by the facts that gold rows rest on.

One visitor's journey to one country that a fact tells of is one trip; `journeys.csv` names the facts
that tell of one journey (announced, held). `cases.csv` names the case of each transfer. Merging is
measured alone, on the gold rows, and behind coding, on the coded rows that match one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from analysis.pipeline import merge
from analysis.schema import CODED, TABLES
from tests.scoring import compare
from tests.scoring.clusters import Clustering
from tests.scoring.corpora import GOLD, Corpus, Tables
from tests.scoring.names import is_state, name_fit, own_words

Row = Mapping[str, Any]
# What is merged from which table, and the column that names its rows.
MERGED = {"trips": ("visits", "visit_id"), "cases": ("transfer_allegations", "allegation_id")}
_PRECISION = {4: "year", 7: "month", 10: "day"}
_IN_CASES = ("fact_id", "supplier_country", "recipient_country", "category")


def measure(corpus: Corpus, coded: Tables) -> dict[str, Clustering]:
    """Return how well trips and cases are merged, of gold rows and of coded rows."""
    labels = Labels(corpus.gold["visits"])
    measured: dict[str, Clustering] = {}
    own = merge(_read_gold(corpus, labels))["members"]
    found = merge(coded | {"articles": corpus.articles})["members"]
    for merged, (table, row_id) in MERGED.items():
        gold = corpus.gold[table].to_dict("records")
        alone = {f"{table}-{number}": labels.of(merged, row) for number, row in enumerate(gold)}
        measured[f"{merged}, gold rows"] = _cluster(alone, own)
        matched = {
            outcome.partner[row_id]: labels.of(merged, outcome.row)
            for outcome in compare(coded[table], corpus.gold[table], table).outcomes
            if outcome.partner is not None
        }
        measured[f"{merged}, coded rows"] = _cluster(matched, found)
    return measured


def report(measured: Mapping[str, Clustering]) -> Iterator[str]:
    """Yield the lines that show how well rows are merged."""
    yield f"{'merging (B-cubed)':<38}{'P':>6}{'R':>7}{'F1':>7}{'CEAF-e':>9}  rows  clusters  gold"
    for name, one in measured.items():
        figures = f"{one.precision:>6.3f}{one.recall:>7.3f}{one.f1:>7.3f}{one.ceaf:>9.3f}"
        counts = f"{len(one.gold):>6}{len(set(one.found)):>10}{len(set(one.gold)):>6}"
        yield f"{name:<38}{figures}{counts}"
    yield ""


def to_json(measured: Mapping[str, Clustering]) -> dict[str, dict[str, float]]:
    """Return the figures for programs."""
    keys = ("precision", "recall", "f1", "ceaf")
    return {name: {key: getattr(one, key) for key in keys} for name, one in measured.items()}


def _cluster(labels: Mapping[str, str], members: pd.DataFrame) -> Clustering:
    """Put the label of each row beside the merged row that it is a member of."""
    merged_of = dict(zip(members["row_id"], members["merged_id"], strict=True))
    return Clustering(list(labels.values()), [merged_of[row_id] for row_id in labels])


class Labels:
    """The gold trip of a visit and the gold case of a transfer."""

    def __init__(self, visits: pd.DataFrame) -> None:
        self._visitors: dict[tuple[str, str], str] = {}
        for name, country in sorted(
            {*zip(visits["visitor"], visits["visitor_country"], strict=True)}
        ):
            self._visitors[name, country] = self._known(name, country)
        journeys = _read("journeys")
        self._journeys = dict(zip(journeys["fact_id"], journeys["journey"], strict=True))
        cases = _read("cases").to_dict("records")
        self._cases = {
            (*(row[key] for key in _IN_CASES), row["nature"]): row["case"] for row in cases
        }

    def _known(self, name: str, country: str) -> str:
        """Return the first spelling of a visitor's name."""
        spelt = (
            known
            for (other, state), known in self._visitors.items()
            if state == country and name_fit(other, name) >= 0.5
        )
        return next(spelt, name)

    def visitor(self, row: Row) -> str:
        """Return a visitor by one spelling."""
        return self._visitors[row["visitor"], row["visitor_country"]]

    def of(self, merged: str, row: Row) -> str:
        """Return the label of a gold row; KeyError for a transfer that cases.csv leaves out."""
        if merged == "trips":
            journey = self._journeys.get(row["fact_id"], row["fact_id"])
            return f"{journey}: {self.visitor(row)}, {row['country']}"
        key = tuple(row[key] for key in _IN_CASES)
        own = self._cases.get((*key, row["nature"]))
        return own or self._cases[*key, ""]


def _read(name: str) -> pd.DataFrame:
    return pd.read_csv(GOLD / "sample" / f"{name}.csv", dtype=str, keep_default_na=False)


def _read_gold(corpus: Corpus, labels: Labels) -> Tables:
    """Turn gold rows into coded tables as a coder without error would write them."""
    articles = corpus.articles.set_index("article_id")[["outlet", "published"]].to_dict("index")
    tables = {table.name: table.frame() for table in CODED} | {"articles": corpus.articles}
    complete = {"visits": _complete_visit, "transfer_allegations": _complete_transfer}
    for table, row_id in MERGED.values():
        rows = [
            {**complete[table](row, labels), **articles[row["article_id"]]}
            | {row_id: f"{table}-{number}", "start": number, "confidence": "high"}
            for number, row in enumerate(corpus.gold[table].to_dict("records"))
        ]
        tables[table] = TABLES[table].frame(rows)
    return tables


def _complete_visit(row: Row, labels: Labels) -> dict[str, Any]:
    dates = {"date_end": row["date"], "date_precision": _PRECISION.get(len(row["date"]), "")}
    return {**row, **dates, "visitor": labels.visitor(row), "kind": "bilateral"}


def _complete_transfer(row: Row, labels: Labels) -> dict[str, Any]:
    sides = {f"{side}_id": _identify(row, side) for side in ("supplier", "recipient")}
    numbers = {
        end: float(row[end]) if row[end] else None for end in ("quantity_low", "quantity_high")
    }
    return {**row, **sides, **numbers}


def _identify(row: Row, side: str) -> str:
    name, country = row[side], row[f"{side}_country"]
    return str(country) if is_state(name) or not own_words(name) else str(name)
