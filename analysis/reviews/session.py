"""One reviewer's way through the queue: what is shown, what is decided, what was done so far."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.errors import ReviewError
from analysis.reviews.decisions import (
    COLUMNS,
    Decision,
    read_decisions,
    record,
    reviewer_file,
    settle,
    take_back,
)
from analysis.reviews.queue import REVIEWABLE, list_queue, summarize
from analysis.reviews.rules import hash_rules
from analysis.reviews.values import Names, read_edit
from analysis.schema import ROW_ID

# The machine's own grades: reliability and truth cannot be judged (Admiralty code).
DEFAULT_GRADES = ("F", "6")


@dataclass
class ReviewSession:
    """Decisions on a queue of rows, kept in `folder/<reviewer>.csv` as soon as they are made.

    `tables` are those that `load` gives, by name. `today` is the date that decisions carry.
    Raises ReviewError for a reviewer without a name, or decisions that cannot be read.
    """

    tables: Mapping[str, pd.DataFrame]
    folder: Path
    reviewer: str
    names: tuple[str, ...] = REVIEWABLE
    today: str = field(default_factory=lambda: dt.date.today().isoformat())

    def __post_init__(self) -> None:
        if not self.reviewer.strip():
            raise ReviewError("A review needs the name of its reviewer.")
        settle(read_decisions(self.folder))
        self.queue = list_queue(self.tables, self.names)
        self.place = 0
        self.done: list[tuple[int, list[Decision]]] = []
        self._rules = hash_rules()
        self._texts = dict(
            zip(self.tables["articles"]["article_id"], self.tables["articles"]["text"], strict=True)
        )

    @property
    def path(self) -> Path:
        """The file that this reviewer's decisions go to."""
        return reviewer_file(self.folder, self.reviewer)

    @property
    def current(self) -> Mapping[str, Any] | None:
        """The row of the queue that is shown; None at its end."""
        if self.place >= len(self.queue):
            return None
        return {str(k): v for k, v in self.queue.iloc[self.place].to_dict().items()}

    @property
    def row(self) -> dict[str, Any]:
        """The coded row that is shown, all columns."""
        entry = self._entry()
        frame = self.tables[entry["table"]]
        found = frame[frame[ROW_ID[entry["table"]]] == entry["row_id"]].iloc[0]
        return {str(name): value for name, value in found.to_dict().items()}

    @property
    def summary(self) -> str:
        """What the row codes, in one line."""
        return summarize(self._entry()["table"], self.row)

    @property
    def passage(self) -> tuple[str, str, str]:
        """The paragraph of the evidence: what stands before it, itself, what stands behind it."""
        row = self.row
        text, start, end = self._texts[row["article_id"]], int(row["start"]), int(row["end"])
        first = text.rfind("\n\n", 0, start)
        last = text.find("\n\n", end)
        first, last = (first + 2 if first >= 0 else 0), (last if last >= 0 else len(text))
        return (text[first:start], text[start:end], text[end:last])

    @property
    def progress(self) -> str:
        """How far this sitting has come."""
        decided = sum(bool(decisions) for _, decisions in self.done)
        skipped, left = len(self.done) - decided, len(self.queue) - self.place
        return f"{decided} decided, {skipped} skipped, {left} to go"

    def accept(self, **more: str) -> None:
        """Decide that the row is right. `more`: source_grade, information_grade, reason."""
        self._decide([self._make("accept", **more)])

    def reject(self, **more: str) -> None:
        """Decide that the row is wrong: it is left out from now on."""
        self._decide([self._make("reject", **more)])

    def edit(self, changes: Mapping[str, str], **more: str) -> None:
        """Decide that the row is right once columns are changed.

        Raises ReviewError for a column or value that cannot be.
        """
        if not changes:
            raise ReviewError("Nothing is changed. Accept the row, or name a column and its value.")
        edits = [
            self._make("edit", field=name, value=value, **more) for name, value in changes.items()
        ]
        names = Names(self.tables["actors"])
        for decision in edits:
            read_edit(decision, self.row, names)
        self._decide(edits)

    def skip(self) -> None:
        """Leave the row undecided and go on."""
        self._entry()
        self._go_on([])

    def undo(self) -> None:
        """Take back the last step of this sitting, and its decisions from the file."""
        if not self.done:
            raise ReviewError("There is nothing to take back in this sitting.")
        place, decisions = self.done.pop()
        for decision in reversed(decisions):
            take_back(self.path, decision)
        self.place = place

    def _entry(self) -> Mapping[str, Any]:
        entry = self.current
        if entry is None:
            raise ReviewError("The queue is at its end.")
        return entry

    def _make(self, decision: str, **more: str) -> Decision:
        entry, (source, information) = self._entry(), DEFAULT_GRADES
        made = Decision(
            table=entry["table"],
            row_id=entry["row_id"],
            decision=decision,
            source_grade=source,
            information_grade=information,
            reviewer=self.reviewer,
            date=self.today,
            rule_id=entry["rule_id"],
            rule=self._rules.get(entry["rule_id"], ""),
            evidence=entry["evidence"],
        )
        unknown = set(more) - set(COLUMNS)
        if unknown:
            raise ReviewError(f"A decision has no {sorted(unknown)[0]}.")
        return replace(made, **more)

    def _decide(self, decisions: list[Decision]) -> None:
        settle([*read_decisions(self.folder), *decisions])
        record(self.path, decisions)
        self._go_on(decisions)

    def _go_on(self, decisions: list[Decision]) -> None:
        self.done.append((self.place, decisions))
        self.place += 1
