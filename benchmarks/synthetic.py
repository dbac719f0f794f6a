"""Coded tables of any size to measure pages with: seeded, invented, and as consistent as real ones.

    python -m benchmarks.synthetic FOLDER [--rows 50000] [--seed 1]

`make_tables` gives so many visits, allegations, statements and events each, and a tenth as many
responses, by thousands of actors of whom few are named often. Most rows tell one of many stories,
each of which several articles report at about the same time; the others stand alone. States are real, so that maps have
something to draw; people, outlets and sentences are made from syllables and templates, and every
article carries a notice that says so. Trips, cases, ties, members and origins are merged from the
rows by the pipeline itself.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from analysis import tables
from analysis.countries import name_country
from analysis.evidence import Row, make_id
from analysis.pipeline import Tables, merge
from analysis.plover import load_plover
from analysis.reviews import Reviews
from analysis.reviews.decisions import Decision
from analysis.schema import (
    ACTS,
    CODED,
    NATURES,
    READ,
    STANCES,
    TABLES,
    TRANSFER_KINDS,
    VISIT_STATUS,
)
from benchmarks.stories import SYLLABLES, Actor, Story, World

NOTICE = "Synthetic rows made to measure pages: nobody said or did any of this."
# Visits, allegations, statements and events of one article, each.
PER_ARTICLE = 5
_HEDGES = (("likely", 55.0, 80.0), ("probably", 55.0, 80.0), ("almost certainly", 95.0, 99.0))
_PLACES = "the capital|the port|the border|the summit|the airfield|the plant".split("|")
_LEAN = {"occurred": 6, "alleged": 2, "ongoing": 1, "planned": 1}


@dataclass
class _Article:
    """One article as it is written: its own columns, its sentences, and the rows coded from it."""

    article_id: str
    outlet: str
    published: dt.date | None
    chance: random.Random
    rows: dict[str, list[Row]] = field(default_factory=dict)
    sentences: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(self.sentences)

    def add(self, table: str, sentence: str, id_column: str, /, **slots: Any) -> Row:
        """Write a sentence and the row that it is coded as; return the row."""
        start = sum(len(one) + 1 for one in self.sentences)
        row: Row = {
            "article_id": self.article_id,
            "published": self.published,
            "outlet": self.outlet,
            "sentence_id": f"{self.article_id}:{len(self.sentences)}",
            "start": start,
            "end": start + len(sentence),
            "evidence": sentence,
            "rule_id": f"synthetic.{table}",
            "resolver": "surface",
            "confidence": self.chance.choice(("high", "high", "medium", "low")),
            **slots,
        }
        row[id_column] = make_id(table, row, slots)
        self.sentences.append(sentence)
        self.rows.setdefault(table, []).append(row)
        return row


def make_tables(rows: int, *, seed: int = 1) -> Tables:
    """Make every table: `rows` visits, allegations, statements and events each, merged as ever."""
    world = World(rows, -(-rows // PER_ARTICLE), seed)
    articles = [_write_article(number, world) for number in range(world.articles)]
    coded = {name: table.frame() for name, table in TABLES.items() if table in (*READ, *CODED)}
    for name in ("statements", "visits", "transfer_allegations", "responses", "events", "mentions"):
        found = [row for article in articles for row in article.rows.get(name, ())][:rows]
        coded[name] = TABLES[name].frame(found)
    coded["articles"] = TABLES["articles"].frame(map(_describe, articles))
    coded["actors"] = TABLES["actors"].frame(world.actors)
    reject = {"source_path": "scan.pdf", "reason": "binary", "detail": "A PDF without text."}
    coded["rejects"] = TABLES["rejects"].frame([reject])
    return merge(coded, _review(coded, random.Random(seed)))


def _write_article(number: int, world: World) -> _Article:
    """Write one article; every twentieth repeats the one before word for word."""
    content = number - 1 if _is_copy(number) else number
    chance = random.Random(f"{world.seed} {content}")
    stories = [world.find_story(content, chance) for _ in range(PER_ARTICLE)]
    undated = content % 101 == 100
    outlet = f"Synthetic {SYLLABLES[number % 17].title()} {number % 40 + 1} News"
    article = _Article(f"m{number:06}", outlet, None if undated else stories[0].day, chance)
    for story in stories:
        _add_rows(article, story)
    return article


def _is_copy(number: int) -> bool:
    return number % 20 == 19


def _describe(article: _Article) -> dict[str, Any]:
    number = int(article.article_id[1:])
    return {
        "article_id": article.article_id,
        "outlet": article.outlet,
        "published": article.published,
        "title": f"Report {number}: {article.sentences[0][:60]}",
        "text": article.text,
        "url": f"https://news.example/{number}",
        "language": "en",
        "words": len(article.text.split()),
        "source_path": "synthetic.jsonl",
        "duplicate_of": f"m{number - 1:06}" if _is_copy(number) else "",
        "notice": NOTICE,
    }


def _add_rows(article: _Article, story: Story) -> None:
    """Add a statement, and a visit, an allegation and an event that it may tell of."""
    statement = _add_statement(article, story)
    told = article.chance.random() < 0.6
    about = {"statement_id": statement["statement_id"] if told else ""}
    _add_visit(article, story, about)
    allegation = _add_allegation(article, story, about)
    if article.chance.random() < 0.1:
        _add_response(article, allegation, story.one)
    _add_event(article, story, about)


def _add_statement(article: _Article, story: Story) -> Row:
    chance, speaker, target = article.chance, story.speaker, story.one
    act = chance.choices(ACTS, weights=(4, 2, 1, 2, 2, 2, 2, 1, 1, 8))[0]
    words, low, high = chance.choice(_HEDGES) if chance.random() < 0.15 else ("", None, None)
    hedge = {"likelihood_words": words, "likelihood_low": low, "likelihood_high": high}
    return article.add(
        "statements",
        f"{speaker.name} spoke of {target.name} at {chance.choice(_PLACES)} {words}.".strip(),
        "statement_id",
        **speaker.fill("speaker"),
        **target.fill("target"),
        act=act,
        **(hedge if words else {}),
    )


def _add_visit(article: _Article, story: Story, about: Row) -> None:
    chance, who, country = article.chance, story.one, story.country
    when = story.day + dt.timedelta(days=chance.randint(-1, 1))
    length = chance.choice((0, 0, 0, 2, 5))
    dated = chance.random() < 0.85
    end = (when + dt.timedelta(days=length)).isoformat()
    dates = {"date": when.isoformat(), "date_end": end, "date_precision": "day"}
    article.add(
        "visits",
        f"{who.name} travelled to {name_country(country)}, where {chance.choice(_PLACES)} waited.",
        "visit_id",
        **who.fill("visitor"),
        country=country,
        status=chance.choices(VISIT_STATUS, weights=(3, 1, 8, 1, 1))[0],
        kind="bilateral",
        **(dates if dated else {"date_precision": "unresolved"}),
        **about,
    )


def _add_allegation(article: _Article, story: Story, about: Row) -> Row:
    chance, item = article.chance, story.item
    claimant, supplier, recipient = story.speaker, story.one, story.other
    least = float(10 ** chance.randint(1, 5) * chance.randint(1, 9))
    counted = chance.random() < 0.4
    how_many = {"quantity_low": least, "quantity_high": chance.choice((least, 2 * least, None))}
    return article.add(
        "transfer_allegations",
        f"{claimant.name} says {supplier.name} sent {item} to {recipient.name}.",
        "allegation_id",
        **claimant.fill("claimant"),
        **supplier.fill("supplier"),
        **recipient.fill("recipient"),
        kind=chance.choices(TRANSFER_KINDS, weights=(8, 1, 1))[0],
        item=item,
        category=story.category,
        act=chance.choice(("accuse", "say", "say", "assess", "confirm")),
        nature=chance.choice(NATURES),
        **(how_many | {"unit": item} if counted else {}),
        **about,
    )


def _add_response(article: _Article, allegation: Row, by: Actor) -> None:
    stance = article.chance.choices(STANCES, weights=(6, 2, 2))[0]
    sides = ("supplier", "supplier_country", "recipient", "recipient_country")
    article.add(
        "responses",
        f"{by.name} {stance} that {allegation['item']} were sent.",
        "response_id",
        **{name: allegation[name] for name in sides},
        **by.fill("by"),
        stance=stance,
        answers=allegation["allegation_id"],
    )


def _add_event(article: _Article, story: Story, about: Row) -> None:
    chance, plover = article.chance, load_plover()
    one, other, event_type = story.one, story.other, story.event_type
    status = chance.choices(list(_LEAN), weights=list(_LEAN.values()))[0]
    when = story.day.isoformat()
    article.add(
        "events",
        f"{one.name} and {other.name}: {event_type.lower()} at {chance.choice(_PLACES)}.",
        "event_id",
        event_type=event_type,
        quad=plover.quad(event_type),
        score=plover.score(event_type),
        actor_ids=[one.actor_id],
        actor_countries=[one.country],
        recipient_ids=[other.actor_id],
        recipient_countries=[other.country],
        date=when,
        date_end=when,
        date_precision="day",
        status=status,
        **about,
    )


def _review(coded: Tables, chance: random.Random) -> Reviews:
    """Accept or reject every five hundredth row of what people look at."""
    decisions = [
        Decision(
            table=name,
            row_id=row_id,
            decision=chance.choice(("accept", "accept", "reject")),
            reviewer="Synthetic",
            date="2025-01-01",
            place=f"synthetic.csv:{number}",
        )
        for name, column in (("visits", "visit_id"), ("events", "event_id"))
        for number, row_id in enumerate(coded[name][column][::500], start=2)
    ]
    return Reviews(tuple(decisions))


def save_tables(folder: Path, rows: int, *, seed: int = 1) -> None:
    """Make the tables and save them where a notebook can read them."""
    tables.save(make_tables(rows, seed=seed), folder, provenance={"synthetic rows": rows})


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rows", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    save_tables(options.folder, options.rows, seed=options.seed)


if __name__ == "__main__":
    main()
