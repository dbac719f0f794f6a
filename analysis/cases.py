"""TRANSFER_ALLEGATIONS, RESPONSES -> CASES: one alleged transfer, who claims and who denies it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd

from analysis.merging import (
    count_sources,
    distinct,
    find_copies,
    list_records,
    name_merged,
    order_rows,
)
from analysis.schema import CASES, MEMBERS

# Claims of the same transfer chain together while no longer than this passes between them.
PERIOD = dt.timedelta(days=120)
SAME = (
    "supplier_country",
    "supplier_id",
    "recipient_country",
    "recipient_id",
    "kind",
    "category",
)
WHY = "same supplier, recipient and item class, claims at most 120 days apart"

Case = tuple[list[dict[str, Any]], list[dict[str, Any]]]


def merge_cases(
    allegations: pd.DataFrame, responses: pd.DataFrame, articles: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return CASES and their MEMBERS.

    A case is one supplier, recipient, kind and item class, with claims at most 120 days apart. A
    response belongs to the case of the allegation it answers. Standing: acknowledged if supplier or
    recipient confirms, else disputed if one of them denies, else corroborated if claimants of two
    states claim it in independent outlets, else alleged.
    """
    cases: list[Case] = []
    for row in list_records(order_rows(allegations, "allegation_id")):
        home = next((case for case in reversed(cases) if _belongs(row, case[0])), None)
        if home is None:
            cases.append(([row], []))
        else:
            home[0].append(row)
    _add_responses(cases, order_rows(responses, "response_id"))
    copies = find_copies(articles)
    merged = [_describe(claims, answers, copies) for claims, answers in cases]
    members = [
        {"row_id": row_id, "kind": "case", "merged_id": found["case_id"], "why": WHY}
        for (claims, answers), found in zip(cases, merged, strict=True)
        for row_id in [
            *(row["allegation_id"] for row in claims),
            *(row["response_id"] for row in answers),
        ]
    ]
    return CASES.frame(merged), MEMBERS.frame(members)


def _belongs(row: dict[str, Any], claims: list[dict[str, Any]]) -> bool:
    if any(row[name] != claims[0][name] for name in SAME):
        return False
    last = claims[-1]["published"]
    return bool(pd.isna(row["published"]) or pd.isna(last)) or bool(
        row["published"] - last <= PERIOD
    )


def _add_responses(cases: list[Case], responses: pd.DataFrame) -> None:
    home = {row["allegation_id"]: case for case in cases for row in case[0]}
    for row in list_records(responses):
        if row["answers"] in home:
            home[row["answers"]][1].append(row)


def _describe(
    claims: list[dict[str, Any]], answers: list[dict[str, Any]], copies: frozenset[str]
) -> dict[str, Any]:
    rows = pd.DataFrame(claims)
    first = claims[0]
    stances = {name: [row for row in answers if row["stance"] == name] for name in STANCES}
    found: dict[str, Any] = {name: first[name] for name in (*SAME, "supplier", "recipient")}
    found |= {
        "case_id": name_merged("case", first["allegation_id"]),
        "items": distinct(row["item"] for row in claims),
        "date": min((row["date"] for row in claims if row["date"]), default=""),
        "date_end": max((row["date_end"] for row in claims if row["date_end"]), default=""),
        "claimants": distinct(row["claimant"] for row in claims if row["nature"] != "denied_only"),
        "first_claim": rows["published"].min(),
        "last_claim": rows["published"].max(),
        "quantities": distinct(_quantity(row) for row in claims),
        "articles": rows["article_id"].nunique(),
        "sources": count_sources(rows, copies),
        "standing": _standing(claims, stances, rows, copies),
    }
    for stance, responses in stances.items():
        found[f"{stance}_by"] = distinct(row["by"] for row in responses)
        found[f"first_{stance}"] = min((row["published"] for row in responses), default=pd.NaT)
    return found


STANCES = ("denied", "confirmed")


def _quantity(row: dict[str, Any]) -> str:
    low, high = row["quantity_low"], row["quantity_high"]
    if pd.isna(low) and pd.isna(high):
        return ""
    if low == high:
        amount = f"{low:,.0f}"
    elif pd.isna(high):
        amount = f"at least {low:,.0f}"
    else:
        amount = f"up to {high:,.0f}" if pd.isna(low) else f"{low:,.0f}–{high:,.0f}"
    return f"{row['claimant']}: {amount} {row['unit']}"


def _standing(
    claims: list[dict[str, Any]],
    stances: dict[str, list[dict[str, Any]]],
    rows: pd.DataFrame,
    copies: frozenset[str],
) -> str:
    parties = {claims[0]["supplier_country"], claims[0]["recipient_country"]} - {""}
    for stance, standing in (("confirmed", "acknowledged"), ("denied", "disputed")):
        if any(row["by_country"] in parties for row in stances[stance]):
            return standing
    states = {row["claimant_country"] for row in claims} - parties - {""}
    independent = len(states) >= 2 and count_sources(rows, copies) >= 2
    return "corroborated" if independent else "alleged"
