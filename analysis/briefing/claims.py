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
    say_claimed,
    say_content,
    write_articles,
    write_span,
)
from analysis.cases.quantities import write_quantity
from analysis.likelihood import name_likelihood
from analysis.merging import Row, split_by
from analysis.reports import Section, Sentence, Told

# So many independent sources, and a row that somebody looked at, make confidence high.
_MANY_SOURCES = 3
# What orders a ledger, and the sentence.
Entry = tuple[tuple[bool, str, bool, str], Sentence]

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
    ledger = [*_tell_claims(case, kinds), *_tell_responses(case, kinds)]
    yield from _leave_out([told for _, told in sorted(ledger, key=lambda entry: entry[0])], top)
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


def _tell_claims(case: Case, kinds: Kinds) -> Iterator[Entry]:
    """Tell each claimant and kind of claim once; those who said the same at once, together."""
    groups = split_by(
        case.claims,
        lambda row: (name_actor(row, "claimant", kinds), say_claimed(row), say_content(row)),
    )
    said = [
        (f"{say_claimed(rows[0])} the transfer {say_content(rows[0])}", _count(rows), rows)
        for rows in groups
    ]
    for same in split_by(said, lambda one: (one[0], one[1], tuple(list_days(one[2])))):
        yield _enter([row for one in same for row in one[2]], "claimant", same[0][:2], kinds)


def _tell_responses(case: Case, kinds: Kinds) -> Iterator[Entry]:
    groups = split_by(case.responses, lambda row: (name_actor(row, "by", kinds), row["stance"]))
    for same in split_by(groups, lambda rows: (rows[0]["stance"], tuple(list_days(rows)))):
        said = (_STANCES[same[0][0]["stance"]], "")
        yield _enter([row for rows in same for row in rows], "by", said, kinds)


def _enter(rows: list[Row], slot: str, said: tuple[str, str], kinds: Kinds) -> Entry:
    """Enter who said something when; of one day, claims stand before the answers to them."""
    days = list_days(rows)
    place = (not days, str(min(days, default="")), slot != "claimant", list_ids(rows)[0])
    when = write_span(days) or "in an undated article"
    who = join(name_actors(rows, slot, kinds))
    told = begin(f"{when} {who} {said[0]}{write_articles(rows)}{said[1]}.")
    return place, Sentence(told, list_ids(rows))


def _count(rows: list[Row]) -> str:
    """Say what is counted, unit by unit: ", naming 1,000–2,000 containers"."""
    counted = [
        row for row in rows if not pd.isna([row["quantity_low"], row["quantity_high"]]).all()
    ]
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
