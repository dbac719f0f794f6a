"""What a page leaves out, told as its last section: nothing is missing without a word about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from analysis.reports.parameters import Parameter, Value
from analysis.reports.sentences import Section, Sentence

HEADING = "Left out of this page"


def tell_omissions(
    payload: Mapping[str, Any], limits: Sequence[tuple[Parameter, Value]]
) -> Section:
    """Tell of undated articles, copies, refused inputs, rejected rows, the window and the limits.

    `limits` are the notebook's parameters, each with its value in this run.
    """
    articles, rows = payload["articles"], payload["rows"]
    undated = tuple(name for name, one in articles.items() if not one["published"])
    copies = tuple(name for name, one in articles.items() if one["duplicate_of"])
    refused = tuple(name for name, row in rows.items() if row["table"] == "rejects")
    told = (
        _tell(len(undated), "article has no date: it lies in no window of time",
              "articles have no date: they lie in no window of time", undated),
        _tell(len(copies), "article is a copy of another's: it counts as no further source",
              "articles are copies of others': they count as no further sources", copies),
        _tell(payload["rejected"], "input was refused, and nothing of it was read",
              "inputs were refused, and nothing of them was read", refused),
        _tell(payload["rejected_rows"], "row was rejected by a reviewer and is not shown",
              "rows were rejected by reviewers and are not shown", ()),
    )  # fmt: skip
    return Section(HEADING, tuple(one for one in (*told, *_tell_limits(limits)) if one))


def _tell(count: int, one: str, many: str, row_ids: tuple[str, ...]) -> Sentence | None:
    return Sentence(f"{count:,} {one if count == 1 else many}.", row_ids) if count else None


def _tell_limits(limits: Sequence[tuple[Parameter, Value]]) -> Iterable[Sentence]:
    """One sentence for the window, and one for what numbers of the notebook's bound."""
    values = {parameter.name: value for parameter, value in limits}
    ends = [f"{word} {values[name]}" for name, word in _ENDS.items() if values.get(name)]
    if ends:
        yield Sentence(f"Only articles published {' '.join(ends)} were read for it.")
    bounds = [
        f"{parameter.help.split(';')[0]}: {value}"
        for parameter, value in limits
        if parameter.type in ("int", "float")
    ]
    if bounds:
        yield Sentence(f"Set for this page: {'; '.join(bounds)}. What lies beyond is in the data.")


_ENDS = {"since": "from", "until": "until"}
