"""Which of the rows behind a mark say most: where only a few can be shown, these are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

Payload = Mapping[str, Any]


class Telling:
    """Knows the order of telling of all rows and articles that a page is made from.

    What a person has looked at comes first, then originals before copies, then the surest.
    """

    def __init__(self, payload: Payload) -> None:
        self.payload = payload
        ids = [*payload["rows"], *payload["articles"]]
        ordered = sorted(ids, key=lambda one: _rate(one, payload))
        self._places = {one: place for place, one in enumerate(ordered)}
        self._articles = {one: find_article(one, payload) for one in ids}

    def choose(self, ids: Iterable[str], most: int) -> list[str]:
        """Return the `most` most telling ids, each of another article as long as there is one.

        An id that is neither a row nor an article is left out. Fewer are the first of more.
        """
        places, articles = self._places, self._articles
        ranked = sorted({one for one in ids if one in places}, key=places.__getitem__)
        told: Counter[str] = Counter()
        turns = []
        for place, one in enumerate(ranked):
            turns.append((told[articles[one]], place, one))
            told[articles[one]] += 1
        return [one for *_, one in sorted(turns)[:most]]


def find_article(row_id: str, payload: Payload) -> str:
    """Return the article that a row is of; an article's own id is itself."""
    row = payload["rows"].get(row_id)
    return str(row["article"] or row_id) if row else row_id


def _rate(row_id: str, payload: Payload) -> tuple[bool, bool, int]:
    from analysis.schema import CONFIDENCE  # takes pandas

    row = payload["rows"].get(row_id, {})
    article = payload["articles"].get(find_article(row_id, payload), {})
    confidence = row.get("confidence", "")
    sure = CONFIDENCE.index(confidence) if confidence in CONFIDENCE else len(CONFIDENCE)
    return not row.get("review"), bool(article.get("duplicate_of")), sure
