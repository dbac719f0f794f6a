"""Why a row was coded: its sentence, who and what is named there, the rule, and each slot's filler.

Coding is a pure function of an article and the rulebook, so an explanation codes the article again
and shows what the coder saw. It explains today's rules: a row coded by older ones is not found.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd
from spacy import displacy

from analysis.errors import TableError
from analysis.evidence import Row
from analysis.explaining.decisions import find_beginning, find_decided_articles
from analysis.matching import Match, find_matches
from analysis.merging import resolve_merged
from analysis.pipeline import code_article, to_articles
from analysis.reading import Reading, read_article
from analysis.roles import Filler
from analysis.rulebook import Rulebook
from analysis.text import Sentence

# The column that holds the id of a row, by table.
IDS = {
    "statements": "statement_id",
    "visits": "visit_id",
    "transfer_allegations": "allegation_id",
    "responses": "response_id",
    "events": "event_id",
}
# What the reader of an explanation sees elsewhere, or in the sentence itself.
LEFT_OUT = frozenset("article_id published outlet sentence_id start end evidence rule_id".split())


@dataclass(frozen=True)
class Explanation:
    """One article as the coder reads it, cut down to the sentences asked for."""

    reading: Reading
    matches: list[Match]
    rows: dict[str, list[Row]]
    sentences: list[Sentence]
    row_ids: frozenset[str]

    def __str__(self) -> str:
        """Return what `attache explain` prints."""
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        article = self.reading.article
        yield f"{article.article_id}  {article.outlet}, {article.published or 'undated'}"
        for sentence in self.sentences:
            yield ""
            yield f"[{sentence.number}] {self.reading.words(sentence)}"
            yield from (f"    {line}" for line in self._describe(sentence))

    def _describe(self, sentence: Sentence) -> Iterator[str]:
        reading = self.reading
        for _, mention in reading.mentions_between(sentence.first, sentence.end):
            words = reading.text.span(mention.first, mention.end)
            named = " ".join(filter(None, (mention.name, f"({mention.country or 'no state'})")))
            yield f"{mention.kind:<12} {words!r} is {named}, by {mention.via}"
        for item in reading.items_between(sentence.first, sentence.end):
            yield f"{'item':<12} {item.words!r} is {item.item.category}"
        for match in self._matches_in(sentence):
            yield from self._describe_match(match)
        for table, row in self._rows_in(sentence):
            filled = {k: v for k, v in row.items() if v not in ("", None, [], False)}
            said = ", ".join(f"{k} {v}" for k, v in filled.items() if k not in LEFT_OUT)
            yield f"row in {table} by {row['rule_id']}: {said}"

    def _matches_in(self, sentence: Sentence) -> list[Match]:
        wanted = {row["rule_id"] for _, row in self._rows_in(sentence)} if self.row_ids else None
        return [
            match
            for match in self.matches
            if match.sentence.number == sentence.number
            and (wanted is None or match.rule.id in wanted)
        ]

    def _describe_match(self, match: Match) -> Iterator[str]:
        trigger = self.reading.text.span(match.trigger, match.end)
        how = ", negated" * match.negated + ", passive" * match.passive
        yield f"rule {match.rule.id} at {trigger!r}{how}"
        for slot, fillers in match.fillers.items():
            for filler in fillers:
                words = self.reading.text.span(filler.first, filler.end)
                yield f"    {slot:<12} {words!r}: {_reason(filler)}"

    def _rows_in(self, sentence: Sentence) -> list[tuple[str, Row]]:
        return [
            (table, row)
            for table, column in IDS.items()
            for row in self.rows[table]
            if row["start"] == sentence.char_start
            and (not self.row_ids or row[column] in self.row_ids)
        ]

    def to_html(self) -> str:
        """Return the sentences with their actors and items marked, by displaCy; text is escaped."""
        return "\n".join(self._mark(sentence) for sentence in self.sentences)

    def _mark(self, sentence: Sentence) -> str:
        reading, start = self.reading, sentence.char_start
        spans = [
            (mention.first, mention.end, mention.country or mention.kind)
            for _, mention in reading.mentions_between(sentence.first, sentence.end)
            if mention.name
        ]
        taken = {token for first, end, _ in spans for token in range(first, end)}
        spans += [
            (item.first, item.end, item.item.category)
            for item in reading.items_between(sentence.first, sentence.end)
            if taken.isdisjoint(range(item.first, item.end))
        ]
        marks = [
            {
                "start": reading.text.starts[first] - start,
                "end": reading.text.char_end(end - 1) - start,
                "label": label,
            }
            for first, end, label in sorted(spans)
        ]
        shown = {"text": reading.words(sentence), "ents": marks, "title": None}
        return str(displacy.render(shown, style="ent", manual=True, jupyter=False))


def _reason(filler: Filler) -> str:
    return filler.how or "named there"


def explain(
    wanted: str, rulebook: Rulebook, tables: Mapping[str, pd.DataFrame]
) -> list[Explanation]:
    """Explain an article, a row, or a merged row, an explanation for each article it rests on.

    Takes all tables. Raises TableError where none of them holds the id.
    """
    articles = tables["articles"]
    rows = _find_rows(wanted, tables)
    if not rows:
        raise TableError(
            f"No article, row, trip or case has the id {wanted!r}. "
            f"Ids stand in the columns article_id, {', '.join(IDS.values())}, trip_id and "
            "case_id; after a changed rule run `attache extract`."
        )
    return [
        _explain_article(article_id, frozenset(ids), articles, rulebook)
        for article_id, ids in rows.items()
    ]


def _find_rows(wanted: str, tables: Mapping[str, pd.DataFrame]) -> dict[str, list[str]]:
    """Map the articles that an id leads to, to the rows asked for; no rows stand for all."""
    if (tables["articles"]["article_id"] == wanted).any():
        return {wanted: []}
    members = tables["members"]
    # A row's own id leads to the row, not to what it was merged into.
    merged_id = None if wanted in set(members["row_id"]) else resolve_merged(members).get(wanted)
    ids = set(members.loc[members["merged_id"] == merged_id, "row_id"]) or {wanted}
    found: dict[str, list[str]] = {}
    for name, column in IDS.items():
        coded = tables[name]
        for row in coded[coded[column].isin(ids)].itertuples():
            found.setdefault(str(row.article_id), []).append(str(getattr(row, column)))
    begun = find_beginning(wanted, tables["reviews"])
    return found or {name: [begun] for name in find_decided_articles(begun, tables)}


def _explain_article(
    article_id: str, row_ids: frozenset[str], articles: pd.DataFrame, rulebook: Rulebook
) -> Explanation:
    (article,) = to_articles(articles[articles["article_id"] == article_id])
    reading = read_article(article, rulebook.actors, rulebook.items, rulebook.grammar)
    rows = code_article(article, rulebook)
    starts = {
        row["start"]
        for table, column in IDS.items()
        for row in rows[table]
        if row[column] in row_ids
    }
    if row_ids and not starts:
        raise TableError(
            f"{article_id}: the rules as they are now no longer give this row. "
            "Run `attache extract` to code the articles anew."
        )
    sentences = [
        sentence
        for sentence in reading.text.sentences
        if not row_ids or sentence.char_start in starts
    ]
    return Explanation(reading, find_matches(reading, rulebook), rows, sentences, row_ids)
