"""What a page was asked for: the window of publication dates and the actors, in its own words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from analysis.countries import name_side
from analysis.reports.parameters import Parameter, Value


@dataclass(frozen=True)
class Selection:
    """The first and last publication date, ISO, "" where open, and ids or states of actors."""

    since: str = ""
    until: str = ""
    actors: tuple[str, ...] = ()

    def find_cutoff(self, payload: Mapping[str, Any]) -> str:
        """Return until when articles could be in it: its end, or the latest article if earlier."""
        cutoff: str = payload["cutoff"]
        return min(cutoff, self.until) if self.until else cutoff

    def count(self, payload: Mapping[str, Any]) -> dict[str, int]:
        """Count the rows of each table; of articles, which notebooks pass whole, those in it."""
        counts: dict[str, int] = dict(payload["counts"])
        if "articles" in counts and (self.since or self.until):
            days = [article["published"] for article in payload["articles"].values()]
            within = [day for day in days if day and self.since <= day <= (self.until or day)]
            counts["articles"] = len(within)
        return counts

    def tell_actors(self) -> str:
        """Write whom the rows are about: "only with North Korea or Russia"; "" for all."""
        names = [name_side(one) or one for one in self.actors]
        return f"only with {' or '.join(names)}" if names else ""


def read_selection(used: Sequence[tuple[Parameter, Value]]) -> Selection:
    """Read it from the parameters a notebook ran with; one that lacks them takes everything."""
    values: dict[str, Any] = {parameter.name: value for parameter, value in used}
    actors = tuple(map(str, values.get("actors") or ()))
    return Selection(str(values.get("since") or ""), str(values.get("until") or ""), actors)
