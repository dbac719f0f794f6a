"""What a published briefing knew: kept beside its page, so that the next one can say what is new.

Rows are compared by their own ids, merged rows by those of their members: a case that got an
earlier first report, and with it another id, stays the same case.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.briefing import wording
from analysis.errors import ReportError
from analysis.files import find_folder
from analysis.reports.record import NOTHING, Record

if TYPE_CHECKING:
    from analysis.briefing.facts import Case, Facts, Journey

FORMAT = 1
Held = Mapping[str, Any]


@dataclass(frozen=True)
class Earlier:
    """An earlier briefing: `published` as its run's name tells, "" where it has none; `cutoff`.

    `claims`, `cases`, `journeys` and `ties` are what make_record wrote of each; `decisions` are
    those of reviewers, None where a former version did not write them; `articles` are the ids of
    those read.
    """

    published: str
    cutoff: str
    claims: Sequence[Held] = ()
    cases: Sequence[Held] = ()
    journeys: Sequence[Held] = ()
    ties: Sequence[Held] = ()
    decisions: Sequence[tuple[str, ...]] | None = None
    articles: frozenset[str] = frozenset()

    @cached_property
    def row_ids(self) -> frozenset[str]:
        """The ids of all rows that it told of."""
        return frozenset([*self._cases_by_row, *self._journeys_by_row])

    def find_case(self, members: Iterable[str]) -> Held | None:
        """Return what it knew of a case, by any row that they share; of several the first."""
        return _find_first(self.cases, self._cases_by_row, members)

    def find_journey(self, members: Iterable[str]) -> Held | None:
        """Return what it knew of a journey, by any row that they share; of several the first."""
        return _find_first(self.journeys, self._journeys_by_row, members)

    @cached_property
    def _cases_by_row(self) -> dict[str, int]:
        return _index(self.cases)

    @cached_property
    def _journeys_by_row(self) -> dict[str, int]:
        return _index(self.journeys)


def _index(held: Sequence[Held]) -> dict[str, int]:
    return {row_id: place for place, one in enumerate(held) for row_id in one["members"]}


def _find_first(
    held: Sequence[Held], places: Mapping[str, int], members: Iterable[str]
) -> Held | None:
    shared = [places[row_id] for row_id in members if row_id in places]
    return held[min(shared)] if shared else None


def make_record(facts: Facts) -> Record:
    """Return what the next briefing compares itself with; show it in a cell of its own.

    One entry of `claims` is one allegation, `cases` and `journeys` one merged row with the ids of
    its members in the window, `ties` one pair of actors; `told` says in words what it was.
    `decisions` are those of reviewers, `articles` what was read.
    """
    return Record(
        {
            "format": FORMAT,
            "cutoff": facts.cutoff.isoformat() if facts.cutoff else "",
            "claims": [claim for case in facts.cases for claim in _record_claims(case, facts)],
            "cases": [_record_case(case) for case in facts.cases],
            "journeys": [_record_journey(journey, facts) for journey in facts.journeys],
            "ties": [
                {name: dyad[name] for name in ("a_id", "a", "b_id", "b", "balance")}
                for dyad in facts.dyads
            ],
            "articles": sorted(facts.shown["articles"]["article_id"]),
            "decisions": [list(key) for key in list_decisions(facts.whole["reviews"])],
        }
    )


def list_decisions(reviews: pd.DataFrame) -> list[tuple[str, ...]]:
    """List the decisions nobody replaced, in order: table, row, decision, field, value of each.

    Those whose row is gone are among them: they were not taken back.
    """
    keys = reviews.loc[
        reviews["state"] != "superseded", ["table", "row_id", "decision", "field", "value"]
    ]
    return sorted(set(keys.itertuples(index=False, name=None)))


def read_record(since_run: str) -> Earlier | None:
    """Read the record at a path; None where there is none to compare with ("", "none").

    A relative path counts from the project's root. Raises ReportError for a file that is no record.
    """
    if since_run in ("", NOTHING):
        return None
    path = find_folder(since_run)
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        if content["format"] != FORMAT:
            raise ValueError(f"format {content['format']}, not {FORMAT}")
        return _read(content, path)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ReportError(
            f"{since_run}: not the record of a briefing ({error}). Give the path of another "
            f"briefing.json, or {NOTHING} to compare with nothing."
        ) from error


def _read(content: dict[str, Any], path: Path) -> Earlier:
    held = {name: content[name] for name in ("claims", "cases", "journeys", "ties")}
    if not all(one["members"] for name in ("cases", "journeys") for one in held[name]):
        raise ValueError("a case or journey without members")
    decisions = content.get("decisions")
    keys = None if decisions is None else [tuple(map(str, key)) for key in decisions]
    read = frozenset(map(str, content.get("articles", ())))
    return Earlier(_read_stamp(path), str(content["cutoff"]), **held, decisions=keys, articles=read)


def _read_stamp(path: Path) -> str:
    """Return "26 November 2026 at 16:52 UTC" from the name of the run's folder."""
    match = re.match(r"(\d{8}T\d{4})\d\dZ", path.parent.name)
    if match is None:
        return ""
    moment = dt.datetime.strptime(match[1], "%Y%m%dT%H%M")
    return f"{wording.write_day(moment.date())} at {moment:%H:%M} UTC"


def _record_claims(case: Case, facts: Facts) -> list[dict[str, Any]]:
    return [
        {
            "row_id": claim["allegation_id"],
            "article_id": claim["article_id"],
            "start": int(claim["start"]),
            "told": wording.tell_claim(claim, case.row, facts.actor_kinds),
        }
        for claim in case.claims
    ]


def _record_case(case: Case) -> dict[str, Any]:
    return {
        "members": sorted(case.row_ids),
        "standing": case.row["standing"],
        "claimants": wording.list_names(case.claims, "claimant"),
        "denied_by": wording.list_names(_of_stance(case, "denied"), "by"),
        "confirmed_by": wording.list_names(_of_stance(case, "confirmed"), "by"),
        "answers": [
            [row["response_id"], row["article_id"], row["stance"], name]
            for row in case.responses
            for name in wording.list_names([row], "by")
        ],
    }


def _place(row: Mapping[str, Any]) -> tuple[str, int]:
    return (row["article_id"], int(row["start"]))


def _of_stance(case: Case, stance: str) -> list[Mapping[str, Any]]:
    return [row for row in case.responses if row["stance"] == stance]


def _record_journey(journey: Journey, facts: Facts) -> dict[str, Any]:
    return {
        "members": sorted(journey.row_ids),
        "articles": sorted({row["article_id"] for row in journey.visits}),
        "places": [[*place] for place in sorted(map(_place, journey.visits))],
        "status": journey.row["status"],
        "told": wording.name_journey(journey.row, facts.actor_kinds),
    }
