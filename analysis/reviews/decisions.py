"""data/reviews/*.csv -> decisions: one row a decision, in files that people and git can read.

A file is added to, and rewritten only to take a decision back. Of one reviewer's decisions on one
thing the latest holds; two reviewers who decide differently must agree first.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

from analysis.errors import ReviewError
from analysis.files import write_aside
from analysis.schema import CODED, INFORMATION_GRADES, SOURCE_GRADES
from analysis.tables.locking import lock

# What can be decided on the rows of a table.
_ON_ROWS = ("accept", "reject", "edit")
_ON_ACTORS = ("accept", "edit", "merge")
_ON_MERGED = ("accept", "merge", "split")
ALLOWED = {
    **{table.name: _ON_ROWS for table in CODED if table.name not in ("mentions", "actors")},
    "actors": _ON_ACTORS,
    "trips": _ON_MERGED,
    "cases": _ON_MERGED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision on one row; the columns are those of REVIEWS. `place` is its file and line."""

    table: str
    row_id: str
    decision: str
    field: str = ""
    value: str = ""
    source_grade: str = ""
    information_grade: str = ""
    reason: str = ""
    reviewer: str
    date: str
    rule_id: str = ""
    rule: str = ""
    evidence: str = ""
    place: str = ""

    @property
    def subject(self) -> tuple[str, ...]:
        """What it decides on: of two decisions on one subject one must give way."""
        if self.decision in ("accept", "reject"):
            return (self.table, self.row_id, "holds")
        if self.decision == "merge" and self.table != "actors":
            return (self.table, *sorted((self.row_id, self.value)))
        return (self.table, self.row_id, self.decision, self.field)

    @property
    def verdict(self) -> tuple[str, ...]:
        """What it decides; two merges of one pair decide the same, whichever comes first."""
        if self.decision == "merge" and self.table != "actors":
            return (self.decision,)
        return (self.decision, self.value)

    def contradicts(self, other: Decision) -> bool:
        """Tell whether both cannot hold: other verdicts on one subject, or one undoes the other."""
        if self.subject == other.subject:
            return self.verdict != other.verdict
        kinds = {self.decision, other.decision}
        if kinds == {"reject", "edit"}:
            return (self.table, self.row_id) == (other.table, other.row_id)
        if kinds == {"merge", "split"}:
            return not self.rows.isdisjoint(other.rows)
        return False

    @property
    def rows(self) -> frozenset[tuple[str, str]]:
        """The rows that it names, each with its table."""
        named = (self.row_id, self.value) if self.decision == "merge" else (self.row_id,)
        return frozenset((self.table, row_id) for row_id in named)


COLUMNS = tuple(field.name for field in fields(Decision) if field.name != "place")


def read_decisions(folder: Path) -> list[Decision]:
    """Read all decisions of a folder, by file name and line; none where there is no folder.

    Raises ReviewError for a file, column or value that cannot be used.
    """
    return [decision for path in sorted(folder.glob("*.csv")) for decision in read_file(path)]


def read_file(path: Path) -> list[Decision]:
    """Read the decisions of one file."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ReviewError(f"{path}: cannot be read ({error}). Save it as UTF-8 CSV.") from error
    reader = csv.DictReader(io.StringIO(text, newline=""), restkey="?", restval=None)
    missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
    if missing:
        raise ReviewError(
            f"{path}: has no column {missing[0]!r}. The columns are: {', '.join(COLUMNS)}."
        )
    decisions = []
    for row in reader:
        place = f"{path.name}:{reader.line_num}"
        if "?" in row or None in row.values():
            raise ReviewError(
                f"{path}: line {reader.line_num} has not as many cells as the header."
            )
        decision = Decision(**{name: row[name] for name in COLUMNS}, place=place)
        check(decision)
        decisions.append(decision)
    return decisions


def check(decision: Decision) -> None:
    """Raise ReviewError where a decision cannot mean anything, whatever the tables hold."""

    def refuse(what: str) -> None:
        raise ReviewError(f"{decision.place or 'a decision'} on {decision.row_id or '?'}: {what}")

    if decision.table not in ALLOWED:
        refuse(f"no table {decision.table!r} can be reviewed. There are: {', '.join(ALLOWED)}.")
    if decision.decision not in ALLOWED[decision.table]:
        allowed = ", ".join(ALLOWED[decision.table])
        refuse(f"{decision.decision!r} cannot be decided on {decision.table}. Decide: {allowed}.")
    for name in ("row_id", "reviewer"):
        if not getattr(decision, name).strip():
            refuse(f"{name} is empty.")
    if decision.decision == "edit" and not decision.field:
        refuse("an edit needs the column it changes in `field`.")
    if decision.decision == "merge" and decision.value in ("", decision.row_id):
        refuse("a merge needs the id of another row in `value`.")
    if decision.source_grade not in ("", *SOURCE_GRADES):
        refuse(f"source_grade is {decision.source_grade!r}. It goes from A to F.")
    if decision.information_grade not in ("", *INFORMATION_GRADES):
        refuse(f"information_grade is {decision.information_grade!r}. It goes from 1 to 6.")
    try:
        dt.date.fromisoformat(decision.date)
    except ValueError:
        refuse(f"date is {decision.date!r}. Write it as 2024-11-26.")


def settle(decisions: Iterable[Decision]) -> tuple[list[Decision], list[Decision]]:
    """Return the decisions that hold, and those that their own reviewer has replaced since.

    Raises ReviewError where two reviewers contradict each other.
    """
    holding: defaultdict[tuple[str, str], list[Decision]] = defaultdict(list)
    replaced: list[Decision] = []
    for decision in sorted(decisions, key=lambda decision: decision.date):
        beside = {id(former): former for row in decision.rows for former in holding[row]}
        opposed = [former for former in beside.values() if _gives_way(former, decision)]
        for former in opposed:
            if former.reviewer != decision.reviewer and former.contradicts(decision):
                raise ReviewError(
                    f"{former.place} and {decision.place} contradict each other: {_say(former)}, "
                    f"{_say(decision)}. Agree on one, and remove the other line."
                )
            for row in former.rows:
                holding[row].remove(former)
        replaced += opposed
        for row in decision.rows:
            holding[row].append(decision)
    held = {id(decision): decision for each in holding.values() for decision in each}
    return list(held.values()), replaced


def _gives_way(former: Decision, later: Decision) -> bool:
    return former.subject == later.subject or former.contradicts(later)


def _say(decision: Decision) -> str:
    what = f"{decision.field} = {decision.value}" if decision.field else decision.value
    return f"{decision.reviewer} says {decision.decision} {decision.row_id} {what}".rstrip()


def reviewer_file(folder: Path, reviewer: str) -> Path:
    """Return the file of a reviewer's decisions; raises ReviewError for one without a name."""
    plain = re.sub(r"[^\w.-]+", "-", reviewer.strip()).strip("-.").lower()
    if not plain:
        raise ReviewError(f"{reviewer!r} is no name of a reviewer.")
    return folder / f"{plain}.csv"


def record(path: Path, decisions: Sequence[Decision]) -> None:
    """Add decisions to a file, which is made where it is missing, in one step.

    Raises ReviewError for a decision that cannot mean anything, or a file that cannot be read.
    """
    for decision in decisions:
        check(decision)
    with lock(path.parent):
        _write(path, [*(read_file(path) if path.exists() else []), *decisions])


def take_back(path: Path, decision: Decision) -> None:
    """Remove the last entry of a decision from its file, in one step."""
    with lock(path.parent):
        kept = [replace(entry, place="") for entry in read_file(path)]
        place = len(kept) - 1 - kept[::-1].index(replace(decision, place=""))
        _write(path, kept[:place] + kept[place + 1 :])


def _write(path: Path, decisions: Iterable[Decision]) -> None:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(asdict(decision) for decision in decisions)
    write_aside(path, text.getvalue().encode("utf-8"))
