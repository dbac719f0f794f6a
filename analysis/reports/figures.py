"""The few numbers a page opens with, each with the rows behind it, claims apart from facts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any, Literal, get_args

from analysis.errors import ReportError

MIME = "application/vnd.attache.figures+json"

# Whether a number counts what articles tell as fact, what somebody claims, or the articles.
Kind = Literal["told as fact", "claimed", "announced", "counted"]


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One number: as it is written, what it counts, of which kind, and the ids of its rows."""

    value: str
    label: str
    kind: Kind
    row_ids: tuple[str, ...] = ()


class KeyFigures:
    """What a notebook shows of key figures: JSON for the page's top, a line each in JupyterLab."""

    def __init__(self, figures: Iterable[KeyFigure]) -> None:
        self.figures = list(figures)

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:
        figures = [
            {
                "value": one.value,
                "label": one.label,
                "kind": one.kind,
                "row_ids": list(one.row_ids),
            }
            for one in self.figures
        ]
        items = "".join(
            f"<li><b>{escape(one.value)}</b> {escape(one.label)} ({one.kind})</li>"
            for one in self.figures
        )
        return {
            MIME: {"figures": figures},
            "text/html": f"<ul>{items}</ul>",
            "text/plain": str(self),
        }

    def __str__(self) -> str:
        return "\n".join(f"{one.value} {one.label} ({one.kind})" for one in self.figures)

    __repr__ = __str__


def read_figures(shown: Mapping[str, Any], where: str) -> list[KeyFigure]:
    """Read what KeyFigures showed; raise ReportError where it is not that."""
    try:
        return [_read_figure(one) for one in shown["figures"]]
    except (KeyError, TypeError, ValueError) as error:
        raise ReportError(
            f"{where}: not figures as a page can show them ({error!r}). Show a reports.KeyFigures."
        ) from error


def _read_figure(one: Mapping[str, Any]) -> KeyFigure:
    if one["kind"] not in get_args(Kind):
        raise ValueError(f"kind {one['kind']!r} is none of {', '.join(get_args(Kind))}")
    ids = tuple(map(str, one["row_ids"]))
    return KeyFigure(str(one["value"]), str(one["label"]), one["kind"], ids)
