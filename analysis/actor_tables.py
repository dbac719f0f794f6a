"""Mentions and actors as rows: who is named in an article, and by which words."""

from __future__ import annotations

from analysis.actors.mention import Mention
from analysis.evidence import Row, describe_sentence
from analysis.reading import Reading
from analysis.rulebook import Rulebook

# What a mention names, as the table actors calls it.
KINDS = {
    "person": "person",
    "name": "person",
    "title": "person",
    "pronoun": "person",
    "state": "state",
    "demonym": "state",
    "capital": "state",
    "metonym": "state",
    "city": "state",
    "organisation": "organisation",
    "group": "group",
    "institution": "agency",
}


# The last word of an institution that bears arms.
ARMED = frozenset(
    "army navy military guard guards force forces marines troops corps fleet militia".split()
)


def list_mentions(reading: Reading) -> list[Row]:
    """Return rows of MENTIONS: one naming of an actor, cities left out."""
    rows: list[Row] = []
    for sentence in reading.text.sentences:
        base = describe_sentence(reading, sentence, "mention")
        for _, mention in reading.mentions_between(sentence.first, sentence.end):
            if mention.kind != "city" and mention.name:
                row = {**base, "also": [], "implied": []}
                row.update(_describe(reading, mention))
                rows.append(row)
    return rows


def _describe(reading: Reading, mention: Mention) -> Row:
    confidence = "low" if mention.kind == "pronoun" else "medium"
    first, end = reading.text.starts[mention.first], reading.text.char_end(mention.end - 1)
    return {
        "rule_id": f"mention.{mention.kind}",
        "confidence": "high" if mention.known else confidence,
        "text": reading.article.text[first:end],
        "text_start": first,
        "text_end": end,
        "actor_id": mention.actor_id,
        "via": mention.via,
    }


def list_actors(reading: Reading, rulebook: Rulebook) -> list[Row]:
    """Return rows of ACTORS with their article: as the dictionary has them, else as the text."""
    rows: dict[str, Row] = {}
    for mention in reading.mentions:
        if mention.actor_id and mention.actor_id not in rows:
            rows[mention.actor_id] = _describe_actor(reading, mention, rulebook)
    named_in = {"article_id": reading.article.article_id}
    return [rows[actor_id] | named_in for actor_id in sorted(rows)]


def _describe_actor(reading: Reading, mention: Mention, rulebook: Rulebook) -> Row:
    actor = rulebook.actors.actors.get(mention.actor_id)
    if actor is not None:
        return {
            "actor_id": actor.actor_id,
            "name": actor.name,
            "kind": actor.kind,
            "country": actor.country,
            "sector": actor.sector,
            "role": actor.role_on(reading.article.published),
            "known": True,
        }
    return {
        "actor_id": mention.actor_id,
        "name": mention.name,
        "kind": _kind_of(mention),
        "country": mention.country,
        "sector": "GOV" if mention.official else "",
        "role": mention.role,
        "known": False,
    }


def _kind_of(mention: Mention) -> str:
    """Return an actor's kind; an institution that bears arms is an armed force."""
    armed = ARMED.intersection(mention.role.lower().split()[-1:])
    return "armed_force" if armed and mention.kind == "institution" else KINDS[mention.kind]
