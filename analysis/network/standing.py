"""Events -> the standing of the case behind each: how far somebody's word for it has come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pandas as pd

from analysis.errors import ParameterError
from analysis.frames import list_rows
from analysis.network.building import STATUS_FACT
from analysis.schema import STANDINGS

# Types under which a transfer is coded as an event: given, or given in return for something.
_TRANSFERS = ("AID", "COOPERATE")

_Row = Mapping[str, Any]


def find_standings(
    events: pd.DataFrame, allegations: pd.DataFrame, members: pd.DataFrame, cases: pd.DataFrame
) -> dict[str, str]:
    """Find for events that tell a transfer the `standing` of its case; event id -> standing.

    Takes EVENTS, TRANSFER_ALLEGATIONS, MEMBERS and CASES. A case stands behind an AID or COOPERATE
    event where one of its allegations was coded from the same statement or sentence and the
    supplier and the recipient are on the two sides of the event. Of several cases in one sentence
    the least established counts: a claim never borrows the standing of another.
    """
    standing_of_case = dict(zip(cases["case_id"], cases["standing"], strict=True))
    case_of_row = {
        row["row_id"]: row["merged_id"] for row in list_rows(members) if row["kind"] == "case"
    }
    places: dict[str, list[tuple[_Row, str]]] = {}
    for allegation in list_rows(allegations):
        case_id = case_of_row.get(allegation["allegation_id"], "")
        if case_id in standing_of_case:
            for place in _list_places(allegation):
                places.setdefault(place, []).append((allegation, standing_of_case[case_id]))
    found = {}
    for event in list_rows(events[events["event_type"].isin(_TRANSFERS)]):
        near = (pair for place in _list_places(event) for pair in places.get(place, ()))
        standings = [standing for allegation, standing in near if _is_told(allegation, event)]
        if standings:
            found[str(event["event_id"])] = min(standings, key=_RANK.index)
    return found


def filter_claims(
    events: pd.DataFrame,
    statements: pd.DataFrame,
    standings: Mapping[str, str],
    *,
    standing: Iterable[str] = (),
    likely: float = 1,
) -> pd.DataFrame:
    """Keep what is told as fact, and of the rest what has a standing and a likelihood.

    Takes EVENTS, STATEMENTS and `find_standings`. `standing` lists those wanted, empty = all, also
    claims with no case; `likely` is the least that the lower end of the likelihood of the statement
    around a claim may be, in percent; above 1 a claim without a hedge falls away. Raises
    ParameterError for a standing that there is not.
    """
    wanted = set(standing)
    if unknown := sorted(wanted - set(STANDINGS)):
        raise ParameterError(
            f"standing: there is no {', '.join(unknown)}. Use some of: {', '.join(STANDINGS)}."
        )
    kept = events["status"].isin(STATUS_FACT)
    held = pd.Series(True, index=events.index)
    if wanted:
        held &= events["event_id"].map(standings).isin(list(wanted))
    if likely > 1:
        lows = dict(zip(statements["statement_id"], statements["likelihood_low"], strict=True))
        held &= events["statement_id"].map(lows).ge(likely)
    return events[kept | held]


# From the least established to the most; a disputed claim has a denial against it.
_RANK = ("disputed", "alleged", "corroborated", "acknowledged")


def _list_places(row: _Row) -> Iterator[str]:
    yield f"sentence {row['sentence_id']}"
    if row["statement_id"]:
        yield f"statement {row['statement_id']}"


def _is_told(allegation: _Row, event: _Row) -> bool:
    sides = {*event["actor_countries"]}, {*event["recipient_countries"]}
    supplier, recipient = allegation["supplier_country"], allegation["recipient_country"]
    return (supplier in sides[0] and recipient in sides[1]) or (
        event["event_type"] == "COOPERATE" and supplier in sides[1] and recipient in sides[0]
    )
