"""The cases told of most: who alleges what, who denies it, how likely it is called, on what basis.

Likelihood is what claimants say, in ICD-203's terms; confidence is how well the record is founded.
They never share a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pandas as pd

from analysis.briefing.facts import Case, Facts, list_days, list_ids
from analysis.briefing.news import answer
from analysis.briefing.wording import (
    TOOK_PLACE,
    Kinds,
    begin,
    count,
    head_case,
    join,
    name_actor,
    name_actors,
    say_claim,
    say_content,
    write_span,
)
from analysis.cases.quantities import write_quantity
from analysis.likelihood import name_likelihood
from analysis.merging import Row, split_by
from analysis.reports import Section, Sentence, Told

# So many independent sources, and a row that somebody looked at, make confidence high.
_MANY_SOURCES = 3
_STANCES = {
    "denied": "denied it",
    "confirmed": "confirmed it",
    "declined": "declined to say whether it was so",
}


def tell_cases(facts: Facts, top: int = 5) -> Told:
    """Tell the `top` cases of most independent sources, each with its ledger.

    A ledger has a sentence for each claimant and kind of claim and for each who answered, in the
    order of their first report; of a long one its beginning and its `top` latest are told.
    """
    reviewed = _list_reviewed(facts)
    sections = [
        Section(head, tuple(_tell_case(case, facts.actor_kinds, reviewed, top)))
        for head, case in _head_apart(facts.cases[:top], facts.actor_kinds)
    ]
    nothing = Section("No case", (Sentence("Nobody alleges a transfer in this selection."),))
    return Told(sections or [nothing])


def _head_apart(cases: Iterable[Case], kinds: Kinds) -> Iterator[tuple[str, Case]]:
    """Head each case; two of one heading, as in two years, get the day of the first report too."""
    seen: set[str] = set()
    for case in cases:
        head = head_case(case.row, kinds)
        if head in seen:
            span = write_span(list_days([*case.claims, *case.responses]))
            head = f"{head}, told {span or 'without date'}"
        while head in seen:
            head = f"{head} (another case)"
        seen.add(head)
        yield head, case


def _tell_case(case: Case, kinds: Kinds, reviewed: frozenset[str], top: int) -> Iterator[Sentence]:
    yield _tell_standing(case, kinds)
    yield from _leave_out(list(_tell_ledger(case, kinds)), top)
    yield _tell_likelihood(case, kinds)
    yield _tell_confidence(case, reviewed)


def _leave_out(ledger: list[Sentence], top: int) -> list[Sentence]:
    """Count the middle of a long ledger: how it began and where it stands is told."""
    between, latest = ledger[1:-top], ledger[-top:]
    if len(between) < 2:
        return ledger
    row_ids = dict.fromkeys(row_id for one in between for row_id in one.row_ids)
    counted = Sentence(f"In between the ledger has {len(between):,} more entries.", tuple(row_ids))
    return [ledger[0], counted, *latest]


def _tell_standing(case: Case, kinds: Kinds) -> Sentence:
    claimants = join(name_actors(case.claims, "claimant", kinds)) or "nobody in this selection"
    told = {
        "alleged": _tell_alleged(case, claimants),
        "disputed": f"This alleged transfer is disputed: it is claimed by {claimants}",
        "corroborated": f"This alleged transfer is corroborated by claimants of different states, "
        f"none of them a party: {claimants}",
        "acknowledged": f"This alleged transfer is acknowledged by a party to it; it is claimed by "
        f"{claimants}",
    }[case.row["standing"]]
    return Sentence(f"{told}; it is {answer(case, kinds)}.", case.row_ids)


def _tell_alleged(case: Case, claimants: str) -> str:
    contents = list(dict.fromkeys(map(say_content, case.claims)))
    if TOOK_PLACE in contents or not contents:
        return f"This transfer is alleged by {claimants}"
    return f"That this transfer {join(contents)}, not that it took place, is claimed by {claimants}"


def _tell_ledger(case: Case, kinds: Kinds) -> Iterator[Sentence]:
    """Tell who said what once, in the order of the ledger; who said the same at once, together."""
    spoken = split_by(case.ledger, lambda row: (name_actor(row, "who", kinds), _say(row)))
    said = [(_say(rows[0]), _count(rows), rows) for rows in spoken]
    for same in split_by(said, lambda one: (*one[:2], tuple(list_days(one[2])))):
        rows = [row for one in same for row in one[2]]
        when = _say_when(rows)
        who = join(name_actors(rows, "who", kinds))
        told = f"{when} {who} {same[0][0]}{same[0][1]}."
        yield Sentence(begin(told), list_ids(rows))


def _say_when(rows: list[Row]) -> str:
    """Say when it was reported: people spoke on another day, outlets on the day they published."""
    span = write_span(list_days(rows))
    if not span:
        return "in an undated article"
    if all(row.get("claimant") == row["outlet"] for row in rows):
        return span
    articles = len({row["article_id"] for row in rows})
    reports = "a report" if articles == 1 else f"{articles:,} reports"
    return f"in {reports} {span.replace('on ', 'of ', 1)}"


def _say(entry: Row) -> str:
    """Say what an entry of a ledger says: "alleged that the transfer took place", "denied it"."""
    if entry["entry"] in _STANCES:
        return _STANCES[entry["entry"]]
    return say_claim(entry, "the transfer")


def _count(rows: list[Row]) -> str:
    """Say what is counted, unit by unit: ", naming 1,000–2,000 containers"."""
    counted = [row for row in rows if row["quantity"]]
    said = [write_quantity(same) for same in split_by(counted, lambda row: row["unit"])]
    one = [re.sub(r"(^| )1 (\w+)s$", r"\1one \2", amount) for amount in said]
    return f", naming {join(one)}" if one else ""


def _tell_likelihood(case: Case, kinds: Kinds) -> Sentence:
    """Put the claimants' own hedges into ICD-203's terms."""
    hedged = [row for row in case.claims if row["likelihood"]]
    if not hedged:
        return Sentence("No claim says how likely it is.")
    groups = split_by(hedged, lambda row: (name_actor(row, "claimant", kinds), row["likelihood"]))
    said = [_write_likelihood(rows[0], kinds) for rows in groups]
    return Sentence(f"{begin('; '.join(said))}.", list_ids(hedged))


def _write_likelihood(row: Row, kinds: Kinds) -> str:
    low, high = row["likelihood_low"], row["likelihood_high"]
    worded = f"{name_actor(row, 'claimant', kinds)} words it “{row['likelihood']}”"
    term: str = "" if pd.isna(low) or pd.isna(high) else name_likelihood(low, high)
    return (
        f"{worded}, {term} ({low:.0f} to {high:.0f} percent)"
        if term
        else f"{worded}, which leaves every likelihood open"
    )


def _tell_confidence(case: Case, reviewed: frozenset[str]) -> Sentence:
    """Say how well founded the record of who says what is; it says nothing of the transfer."""
    looked_at = len(reviewed.intersection(case.row_ids))
    sources = case.row["sources"]
    level = "moderate" if sources > 1 else "low"
    if sources >= _MANY_SOURCES and looked_at:
        level = "high"
    rows = f"{looked_at:,} of its {count(len(case.row_ids), 'row')}"
    review = f"{rows} reviewed" if looked_at else "none of its rows reviewed"
    founded = f"{count(sources, 'independent source')}, {review}"
    return Sentence(
        f"Confidence in this record of who says what is {level}: {founded}.", case.row_ids
    )


def _list_reviewed(facts: Facts) -> frozenset[str]:
    reviews = facts.whole["reviews"]
    return frozenset(reviews.loc[reviews["state"] == "applied", "row_id"])
