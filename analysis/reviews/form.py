"""The review form for JupyterLab: what ReviewSession shows and does, with buttons and keys."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import anywidget
import traitlets

from analysis.errors import ReviewError
from analysis.files import find_folder
from analysis.reviews.queue import REVIEWABLE
from analysis.reviews.session import DEFAULT_GRADES, ReviewSession
from analysis.reviews.values import editable
from analysis.schema import TABLES
from analysis.tables import load_all
from analysis.tables.csv_files import write_value

_HERE = Path(__file__).parent


class ReviewForm(anywidget.AnyWidget):
    """Shows the queue row by row. Keys: a accept, r reject, e edit, s skip, u undo.

    Enter in a field accepts with what was changed, Escape leaves the field. `view` is what is
    shown; `receive` takes what a key or button sends.
    """

    _esm = _HERE / "form.js"
    _css = _HERE / "form.css"
    view = traitlets.Dict().tag(sync=True)

    def __init__(self, session: ReviewSession) -> None:
        super().__init__()
        self.session = session
        self.view = _show(session, "")
        self.on_msg(lambda _widget, content, _buffers: self.receive(content))

    def receive(self, content: dict[str, Any]) -> None:
        """Do what was asked; what cannot be done is said in the form, and the row stays."""
        message = ""
        try:
            _act(self.session, content)
        except ReviewError as error:
            message = str(error)
        self.view = _show(self.session, message)


def open_form(
    reviewer: str,
    tables: str | Path = "data/tables",
    folder: str | Path = "data/reviews",
    names: tuple[str, ...] = REVIEWABLE,
) -> ReviewForm:
    """Open the form on coded tables; relative folders count from the project's root.

    `names` are the tables whose rows are shown. Raises TableError where nothing was coded.
    """
    return ReviewForm(ReviewSession(load_all(tables), find_folder(folder), reviewer, names))


def _act(session: ReviewSession, content: dict[str, Any]) -> None:
    action, changes = content.get("action"), content.get("changes") or {}
    more = {name: content.get(name, "") for name in ("source_grade", "information_grade", "reason")}
    if action == "accept" and changes:
        session.edit(changes, **more)
    elif action == "accept":
        session.accept(**more)
    elif action == "reject":
        session.reject(**more)
    elif action == "skip":
        session.skip()
    elif action == "undo":
        session.undo()


def _show(session: ReviewSession, message: str) -> dict[str, Any]:
    entry = session.current
    view = {"progress": session.progress, "message": message, "evidence": ""}
    if entry is None:
        return view
    table, row = TABLES[entry["table"]], session.row
    before, evidence, behind = session.passage
    kinds = {column.name: column for column in table.columns}
    fields = {
        name: {
            "value": write_value(kinds[name].kind, row[name]),
            "values": list(kinds[name].values),
        }
        for name in editable(table.name)
    }
    return view | {
        "table": table.name.replace("_", " "),
        "outlet": row["outlet"],
        "published": write_value("day", row["published"]) or "undated",
        "rule_id": row["rule_id"],
        "why": ", ".join(entry["why"]),
        "summary": session.summary,
        "before": before,
        "evidence": evidence,
        "behind": behind,
        "fields": fields,
        "source_grade": DEFAULT_GRADES[0],
        "information_grade": DEFAULT_GRADES[1],
    }
