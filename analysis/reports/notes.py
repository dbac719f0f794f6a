"""The notes at a page's end: what a number, a chart or a told sentence rests on, in its own words.

They are what remains of the evidence on paper, in a PDF and without scripts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from analysis.reports.charts import Chart
from analysis.reports.figures import KeyFigure
from analysis.reports.sentences import Section
from analysis.reports.telling import Telling, find_article

# Sentences quoted under one note, and marks of a chart that are.
QUOTED = 3
MARKS = 3
# Enough of a sentence or a title to know it by.
_LONGEST = 60

Payload = Mapping[str, Any]
# Where a note belongs: a chart by its name, a sentence or a key figure by its part and place.
Place = str | tuple[str, int]
# What makes two quotes the same: the sentence, and the article that has it.
_Identity = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Quote:
    """One sentence of a note with its source.

    `lead` names the mark that it stands for, if any; `see` is the number of the note that quotes
    the sentence already, 0 where none does.
    """

    text: str
    is_said: bool
    outlet: str
    published: str
    title: str
    url: str
    review: str
    lead: str = ""
    see: int = 0


@dataclass(frozen=True, slots=True)
class Note:
    """One note: its number, what it is about, the rows behind it and the sentences quoted."""

    number: int
    about: str
    row_ids: tuple[str, ...]
    quotes: tuple[Quote, ...]
    total: str
    rest: str


def write_notes(
    figures: Sequence[KeyFigure], parts: Iterable[Chart | Section], telling: Telling
) -> dict[Place, Note]:
    """Write the notes of key figures, charts and told sentences, numbered in reading order.

    What leads to no row has no note.
    """
    notes: dict[Place, Note] = {}
    for place, about, row_ids, quotes in _list_places(figures, parts, telling):
        if row_ids:
            total = count_ids(row_ids, telling.payload)
            rest = f"{len(quotes)} of {total}." if len(row_ids) > len(quotes) else ""
            notes[place] = Note(len(notes) + 1, about, row_ids, tuple(quotes), total, rest)
    return _quote_once(notes)


def _quote_once(notes: Mapping[Place, Note]) -> dict[Place, Note]:
    """Quote each sentence in one note, and point there from the others.

    That one is a told sentence's rather than a chart's, and a chart's rather than a key figure's:
    the fewer rows it stands for, the more it says of each.
    """
    quoted: dict[_Identity, int] = {}
    for place in sorted(notes, key=_rank_place):
        for quote in notes[place].quotes:
            quoted.setdefault(_identify(quote), notes[place].number)
    return {place: _refer(note, quoted) for place, note in notes.items()}


def _rank_place(place: Place) -> int:
    if isinstance(place, str):
        return 1
    return 0 if place[0] else 2


def _refer(note: Note, quoted: Mapping[_Identity, int]) -> Note:
    numbers = [quoted[_identify(quote)] for quote in note.quotes]
    quotes = (
        quote if number == note.number else replace(quote, see=number)
        for quote, number in zip(note.quotes, numbers, strict=True)
    )
    return replace(note, quotes=tuple(quotes))


def _identify(quote: Quote) -> _Identity:
    return quote.text, quote.outlet, quote.published, quote.title


def count_ids(row_ids: Sequence[str], payload: Payload) -> str:
    """Write "3 sentences" or "1 article": what the ids lead to, as the page's buttons say it."""
    noun = "sentence" if any(one in payload["rows"] for one in row_ids) else "article"
    return f"{len(row_ids):,} {noun}{'' if len(row_ids) == 1 else 's'}"


def _list_places(
    figures: Sequence[KeyFigure], parts: Iterable[Chart | Section], telling: Telling
) -> Iterator[tuple[Place, str, tuple[str, ...], list[Quote]]]:
    for number, figure in enumerate(figures):
        about = f"{figure.value} {figure.label}"
        yield ("", number), about, figure.row_ids, _quote(figure.row_ids, telling)
    for part in parts:
        if isinstance(part, Chart):
            ids = tuple(dict.fromkeys(one for ids in part.row_ids for one in ids))
            yield part.name, part.title or part.name, ids, _quote_marks(part, telling)
        else:
            for number, sentence in enumerate(part.sentences):
                quotes = _quote(sentence.row_ids, telling)
                yield (part.heading, number), _cut(sentence.text), sentence.row_ids, quotes


def _quote_marks(chart: Chart, telling: Telling) -> list[Quote]:
    """Quote the surest sentence of the rows of the chart's data that stand for most."""
    order = sorted(range(len(chart.rows)), key=lambda number: -len(chart.row_ids[number]))
    quotes: list[Quote] = []
    used: set[str] = set()
    for number in order:
        ids = [row_id for row_id in chart.row_ids[number] if row_id not in used]
        for best in telling.choose(ids, 1):
            used.add(best)
            lead = _name_row(chart.rows[number], chart.row_ids[number], telling.payload)
            quotes.append(_read_quote(best, telling.payload, lead))
        if len(quotes) == MARKS:
            break
    return quotes


def _name_row(cells: Sequence[Any], row_ids: Sequence[str], payload: Payload) -> str:
    words = [_cut(cell) for cell in cells if isinstance(cell, str) and cell][:3]
    return f"{', '.join(words)}: {count_ids(row_ids, payload)}"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(maxsplit=1)[0]} …"


def _quote(row_ids: Sequence[str], telling: Telling) -> list[Quote]:
    return [_read_quote(row_id, telling.payload) for row_id in telling.choose(row_ids, QUOTED)]


def _read_quote(row_id: str, payload: Payload, lead: str = "") -> Quote:
    row = payload["rows"].get(row_id, {})
    article = payload["articles"].get(find_article(row_id, payload), {})
    url = article.get("url", "")
    return Quote(
        text=row.get("sentence", ""),
        is_said=bool(row.get("article")),
        outlet=article.get("outlet", ""),
        published=article.get("published", "") or ("undated" if article else row.get("label", "")),
        title=article.get("title", ""),
        # An article may name any address; only one of the web is led to.
        url=url if re.match(r"https?://", url) else "",
        review=row.get("review", ""),
        lead=lead,
    )
