"""A case as a ledger: who claims it, denies it, confirms it, in order of time, on whose word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from analysis.cases.finding import Case, is_claim
from analysis.cases.quantities import find_bounds, write_range
from analysis.errors import TableError
from analysis.merging import Row, find_row_id, order_rows, place, resolve_merged
from analysis.schema import STANCES

Tables = Mapping[str, pd.DataFrame]

ENTRIES = ("alleged", *STANCES)
COLUMNS = tuple(
    """
    published entry who who_country act nature likelihood quantity_low quantity_high quantity unit
    answers outlet origin chain evidence row_id
    """.split()
)


def read_case(tables: Tables, case_id: str) -> Case:
    """Return the members of a case, with why each belongs.

    Takes the tables members, transfer_allegations and responses; rows left out of them, as by a
    window, are left out of the case. `case_id` may be one that the case had before more articles
    came in, or that of a member. Raises TableError where it leads to no case.
    """
    members = tables["members"]
    in_cases = members[members["kind"] == "case"]
    resolved = resolve_merged(in_cases).get(case_id)
    if resolved is None:
        raise TableError(
            f"There is no case {case_id!r}. Ids of cases stand in the column case_id of the table "
            "cases; after a changed rule run `attache extract`."
        )
    mine = {**tables, "members": in_cases[in_cases["merged_id"] == resolved]}
    return read_cases(mine).get(resolved, Case([]))


def read_cases(tables: Tables) -> dict[str, Case]:
    """Return the members of every case by its id, as `read_case` does of one."""
    members = tables["members"][tables["members"]["kind"] == "case"]
    merged = dict(zip(members["row_id"], members["merged_id"], strict=True))
    reasons = dict(zip(members["row_id"], members["why"], strict=True))
    cases: defaultdict[str, Case] = defaultdict(lambda: Case([]))
    for row in _pick(tables["transfer_allegations"], "allegation_id", merged):
        case = cases[merged[row["allegation_id"]]]
        case.allegations.append(row)
        case.why[row["allegation_id"]] = reasons[row["allegation_id"]]
    for row in _pick(tables["responses"], "response_id", merged):
        answer = (row, reasons[row["response_id"]])
        cases[merged[row["response_id"]]].responses.append(answer)
    return dict(cases)


def _pick(table: pd.DataFrame, row_id: str, members: Mapping[str, str]) -> list[Row]:
    return order_rows(table[table[row_id].isin(list(members))], row_id)


def list_ledger(tables: Tables, case_id: str) -> pd.DataFrame:
    """List what was said of one case, earliest first; what is undated stands last.

    Takes the tables members, transfer_allegations, responses and origins; `case_id` as in
    `read_case`. One row is one claim, denial, confirmation or refusal to comment: `published`,
    `entry` (one of ENTRIES), `who`, `who_country`; of a claim `act`, `nature`, `likelihood` (the
    hedge in the text's own words), `quantity_low` and `quantity_high` (empty = that end is open),
    `quantity` (both, written) and `unit`; of a response what it `answers` (whose claim of which
    day, else why it is of this case); `outlet`, `origin`, `chain` (how it came from the one to the
    other), `evidence`, `row_id`. What is told only through its denial is no claim. Raises what
    `read_case` raises.
    """
    return _tabulate(list_entries(read_case(tables, case_id)), tables["origins"], COLUMNS)


def list_ledgers(tables: Tables) -> pd.DataFrame:
    """List the ledgers of all cases one after the other: `case_id`, then what `list_ledger` has."""
    entries = [
        {**entry, "case_id": case_id}
        for case_id, case in read_cases(tables).items()
        for entry in list_entries(case)
    ]
    return _tabulate(entries, tables["origins"], ("case_id", *COLUMNS))


def _tabulate(
    entries: Sequence[Row], origins: pd.DataFrame, columns: Sequence[str]
) -> pd.DataFrame:
    ways = zip(origins["row_id"], origins["origin"], origins["chain"], strict=True)
    known = {row_id: {"origin": origin, "chain": chain} for row_id, origin, chain in ways}
    rows = [{**row, **known[row["row_id"]]} for row in entries]
    ledger = pd.DataFrame(rows, columns=list(columns))
    return ledger.assign(published=pd.to_datetime(ledger["published"]).astype("datetime64[us]"))


def list_entries(case: Case) -> list[Row]:
    """Return the claims of a case and the answers to it as a ledger has them, earliest first.

    Of one day claims stand before the answers to them. An entry is the coded row and the columns of
    a ledger that it has not, its origin aside.
    """
    entries = [_enter(row, _enter_claim(row)) for row in case.claims]
    entries += [_enter(row, _enter_response(row, case, why)) for row, why in case.responses]
    return sorted(entries, key=_order)


def _order(entry: Row) -> tuple[Any, ...]:
    undated, published, *where = place(entry)
    return (undated, published, entry["entry"] != "alleged", *where, entry["row_id"])


def _enter(row: Row, entry: dict[str, Any]) -> Row:
    texts = dict.fromkeys(("act", "nature", "likelihood", "quantity", "unit"), "")
    return {**texts, **row, **entry, "row_id": find_row_id(row)}


def _enter_claim(row: Row) -> dict[str, Any]:
    bounds = find_bounds(row)
    return {
        "entry": "alleged",
        "answers": "",
        "who_id": row["claimant_id"],
        "who": row["claimant"],
        "who_country": row["claimant_country"],
        "quantity": "" if bounds == (None, None) else write_range([bounds]),
    }


def _enter_response(row: Row, case: Case, why: str) -> dict[str, Any]:
    return {
        "entry": row["stance"],
        "who_id": row["by_id"],
        "who": row["by"] or row["by_country"],
        "who_country": row["by_country"],
        "answers": _name_answered(row, case) or why,
    }


def _name_answered(response: Row, case: Case) -> str:
    """Say whose claim of which day a response answers; nothing where it names none of the case."""
    for claim in case.allegations:
        if response["answers"] in (claim["allegation_id"], claim["statement_id"]) and is_claim(
            claim
        ):
            return ", ".join(
                filter(None, (claim["claimant"], str(claim["published"] or "undated")))
            )
    return ""


def pick_quantities(ledger: pd.DataFrame, *keys: str) -> pd.DataFrame:
    """Return the entries with a quantity, those of one combination of `keys` after the other.

    The combinations stand in the order of their first entry.
    """
    counted = ledger[ledger["quantity"] != ""]
    groups = list(counted[list(keys)].itertuples(index=False, name=None))
    turns = {group: turn for turn, group in enumerate(dict.fromkeys(groups))}
    order = pd.Series([turns[group] for group in groups], counted.index, dtype="int64")
    return counted.loc[order.sort_values(kind="stable").index]
