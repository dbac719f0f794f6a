"""What the briefing does not know: silences, undated and refused inputs, what nobody reviewed."""

from __future__ import annotations

from collections.abc import Iterator, Sized

import pandas as pd

from analysis.briefing.facts import Facts
from analysis.briefing.news import limit
from analysis.briefing.wording import begin, count, join, write_day
from analysis.charts import count_gaps
from analysis.frames import list_rows
from analysis.reports import Section, Sentence, Told
from analysis.reviews.queue import count_reviewed


def tell_gaps(facts: Facts, silent: int = 60, top: int = 8) -> Told:
    """Tell what is missing; `silent` are the days without an article that make a silence."""
    return Told(
        [
            Section("Articles", tuple(_tell_inputs(facts))),
            Section(
                "Silences",
                limit(
                    [*_tell_outlets(facts, silent), *_tell_stretches(facts, silent)],
                    top,
                    f"No outlet is silent for {silent} days or more.",
                ),
            ),
            Section("Unanswered and unreviewed", tuple(_tell_open(facts))),
        ]
    )


def _tell_inputs(facts: Facts) -> Iterator[Sentence]:
    articles, everything = facts.shown["articles"], facts.whole["articles"]
    yield _tell_cutoff(facts)
    undated = everything.loc[everything["published"].isna(), "article_id"]
    if len(undated):
        told = f"{_tally(undated, 'article')} without a date, left out of every window of time."
        yield Sentence(told, tuple(undated))
    rejects = facts.whole["rejects"]
    if len(rejects):
        told = f"{_tally(rejects, 'input')} refused: {_list_reasons(rejects['reason'])}."
        yield Sentence(told, tuple(rejects["source_path"]))
    copies = articles.loc[articles["duplicate_of"] != "", "article_id"]
    if len(copies):
        many = _tally(copies, "near-identical copy", "near-identical copies")
        told = f"{many} left out of every count of sources."
        yield Sentence(told, tuple(copies))


def _tell_cutoff(facts: Facts) -> Sentence:
    if facts.cutoff is None:
        return Sentence("No dated article lies in this selection.")
    articles = facts.shown["articles"]
    latest = articles.loc[articles["published"] == pd.Timestamp(facts.cutoff), "article_id"]
    told = f"The latest article is of {write_day(facts.cutoff)}; nothing later was read."
    return Sentence(told, tuple(latest))


def _list_reasons(reasons: pd.Series) -> str:
    counts = sorted(reasons.value_counts().items(), key=lambda pair: (-pair[1], str(pair[0])))
    return join([f"{reason} ({number:,})" for reason, number in counts])


def _tally(found: Sized, noun: str, plural_noun: str = "") -> str:
    """Begin a sentence with how many there are: "One article is", "4 articles are"."""
    return f"{begin(count(len(found), noun, plural_noun))} {'is' if len(found) == 1 else 'are'}"


def _tell_outlets(facts: Facts, silent: int) -> Iterator[Sentence]:
    """Tell which outlets have not been read for long, the longest silent first."""
    dated = facts.shown["articles"].dropna(subset="published")
    last = dated[dated["outlet"] != ""].groupby("outlet")["published"].max()
    days = (dated["published"].max() - last).dt.days
    quiet = sorted((-number, str(outlet)) for outlet, number in days.items() if number >= silent)
    for number, outlet in quiet:
        newest = dated[(dated["outlet"] == outlet) & (dated["published"] == last[outlet])]
        since = f"{write_day(last[outlet].date())}, {-number:,} days before the latest article"
        told = f"Nothing from {outlet} was read after {since}."
        yield Sentence(told, tuple(newest["article_id"]))


def _tell_stretches(facts: Facts, silent: int) -> Iterator[Sentence]:
    for gap in list_rows(count_gaps(facts.shown["articles"], days=silent)):
        first, last = (write_day(gap[end].date()) for end in ("first_day", "last_day"))
        told = f"No article at all was read from {first} to {last}."
        yield Sentence(told, tuple(gap["row_ids"]))


def _tell_open(facts: Facts) -> Iterator[Sentence]:
    unanswered = [case for case in facts.cases if not case.responses]
    if unanswered:
        cases = f"{_tally(unanswered, 'alleged transfer')} neither denied nor confirmed by anybody"
        row_ids = tuple(row_id for case in unanswered for row_id in case.row_ids)
        yield Sentence(f"{cases}, of {len(facts.cases):,} told.", row_ids)
    counts = count_reviewed(facts.whole).set_index("table").sum()
    yield Sentence(_write_review(int(counts["rows"]), int(counts["accepted"] + counts["edited"])))
    if counts["rejected"]:
        yield Sentence(f"{_tally(range(counts['rejected']), 'row')} rejected and left out.")
    if counts["look again"]:
        again = _tally(range(counts["look again"]), "reviewed row")
        yield Sentence(f"{again} to be looked at again: its sentence or rule changed.")


def _write_review(rows: int, looked_at: int) -> str:
    if not rows:
        return "No row was coded."
    if not looked_at:
        return f"None of the {rows:,} coded rows was reviewed by a person."
    share = 100 * (rows - looked_at) / rows
    of = f"{looked_at:,} of {rows:,} coded rows"
    return f"A person reviewed {of}; {share:.0f} percent are the coder's proposals."
