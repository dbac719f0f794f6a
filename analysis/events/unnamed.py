"""Sides of an event that its clause leaves unnamed.

Whose "its" is, "Sweden said Russia had seized its ship"; whose deed "the raid" is, and whose "the
offer", where they are condemned or refused; where an envoy was posted who is called home; who takes
part in talks that a clause sets around, "after talks with Chad, Mali said".
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from analysis.actors import ActorBook
from analysis.events.parties import find_actors, find_parties
from analysis.events.party import Party, as_parties
from analysis.evidence import Row
from analysis.grammar import POINTING, POSSESSIVE_MARKS
from analysis.matching import Match
from analysis.plover import plover_words
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.statements import NAMED_BEHIND, Statement, governing
from analysis.statements.participles import BACK

WHOSE = frozenset({"its", "their", "our"})
# So far behind a verb its object may say whose it is, and so many tokens it has then.
OBJECT_REACH, PHRASE = 7, 5
# What one side does to another, and may be condemned for: of what it sends or closes it is owner.
DEEDS = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})
# So many sentences back a deed is told at most.
BEFORE = 3
# How far behind its verb an envoy stands who is called home.
POST_REACH = 5
# How far behind "ordered" and "given" an envoy is told to leave.
LEAVE_REACH = 8


def suffering_side(match: Match, statements: list[Statement], acting: set[str]) -> list[Party]:
    """Return whose own it is done to: who tells it, or of whom the clause before it tells.

    "Sweden said Russia had seized its ship", "condemned the seizure of its ship by Russia",
    "Sweden protested after Russia had seized its ship".
    """
    kind = match.rule.set["event_type"]
    if kind not in DEEDS:
        return []
    whose = _find_whose(match)
    if whose < 0:
        return []
    words = {*match.lower[whose + 1 : whose + 1 + PHRASE]}
    intrudes = kind != "MOBILIZE" or words & plover_words("ground")
    if words & (plover_words("doers_own") | plover_words("harms")) or not intrudes:
        return []
    # Whoever is accused of harming what is "theirs" may have done it to anybody.
    if match.tags[match.trigger] == "G" and match.lower[whose] == "their":
        return []
    owners = find_actors(match.reading, _told_of(match, statements))
    return [party for party in owners if party.country not in acting]


def _find_whose(match: Match) -> int:
    """Return the "its" of what suffers a deed: its object, or what stands behind its "of"."""
    lower, tags, end = match.lower, match.tags, match.end
    if match.passive:
        for filler in match.resolver.object(match.trigger):
            # "One | of its tankers was seized."
            behind = filler.end + 2 * (lower[filler.end] == "of")
            phrase = range(filler.first, behind)
            return next((token for token in phrase if _is_whose(match, token)), -1)
        return -1
    for token in range(end, min(end + OBJECT_REACH, match.sentence.end)):
        if _is_whose(match, token):
            return token
        if tags[token] not in "D#PTOEX":
            return -1
    return -1


def _is_whose(match: Match, token: int) -> bool:
    """Tell "its" and "the country's"."""
    lower = match.lower
    named = lower[token] in match.lexicon["home"] and lower[token - 1] == "the"
    return lower[token] in WHOSE or (named and lower[token + 1] in POSSESSIVE_MARKS)


def _told_of(match: Match, statements: list[Statement]) -> list[Filler]:
    """Return who tells of a deed, or of whom the clause before "after" and "when" tells."""
    statement = governing(statements, match.trigger)
    if statement is not None:
        return statement.speakers if statement.match.trigger < match.trigger else []
    start = match.resolver.group_start(match.trigger)
    for token in range(start - 1, match.sentence.first, -1):
        if match.tags[token] == "S" or match.lower[token] == "after":
            before = match.resolver.verb_before(token - 1)
            if before < 0:
                break
            return match.resolver.subject(before)
    return []


def find_doer(statement: Statement, deeds: Collection[Row]) -> list[Party]:
    """Return who did what "the raid" is, as told last; one side or none."""
    if not _names_deed(statement):
        return []
    deeds = [row for row in deeds if row["event_type"] in DEEDS]
    for sentence in statement.reading.text.sentences[statement.sentence.number :: -1][: BEFORE + 1]:
        told = [row for row in deeds if row["start"] == sentence.char_start]
        doers = dict.fromkeys(party for row in told for party in _parties(row, "actor"))
        if told:
            return list(doers) if len({party.country for party in doers}) == 1 else []
    return []


def find_struck(statement: Statement, deeds: Mapping[int, Row]) -> list[Party]:
    """Return to whom the speaker did what he explains: "cut ties with Chad, accusing it of".

    "… accusing the small kingdom of" means the same.
    """
    trigger, first = statement.match.trigger, statement.match.end
    lower, homes = statement.lower, statement.reading.grammar.lexicon["home"]
    noun = statement.reading.skip_right(first + 1, "OE", statement.sentence.end)
    named = lower[first] in POINTING and lower[noun - 1] in homes
    named = named or (lower[first] in BACK and statement.tags[first + 1] not in "AVM")
    if statement.tags[trigger - 1 : trigger + 1] != [",", "G"] or not named:
        return []
    before = [token for token in deeds if statement.sentence.first <= token < trigger]
    row = deeds[max(before)] if before else None
    speaking = {party.country for party in find_parties(statement.reading, statement.speakers)}
    if row is None or speaking.isdisjoint(row["actor_countries"]):
        return []
    return _parties(row, "recipient")


def _parties(row: Row, side: str) -> list[Party]:
    pairs = zip(row[f"{side}_ids"], row[f"{side}_countries"], strict=True)
    return [Party(actor, state) for actor, state in pairs]


def _names_deed(statement: Statement) -> bool:
    """Tell whether a deed told before is the object, or the subject of a passive."""
    lower, first = statement.lower, statement.match.end
    if statement.match.passive:
        patients = statement.match.resolver.object(statement.match.trigger)
        first = min((filler.end - 2 for filler in patients), default=first)
    noun = first + 1 + (lower[first + 1 : first + 2] == ["a"])  # "such a move"
    another = lower[noun + 1 : noun + 2] in (["of"], ["on"], ["against"])  # "the raid on Mali"
    if another or noun >= len(lower) or lower[first] not in POINTING:
        return False
    return lower[noun] in plover_words("harms") | plover_words("provoking")


def find_proposer(match: Match, acting: set[str]) -> list[Party]:
    """Return who put forward what is refused, named in the sentence or the one before it."""
    noun = _refused(match)
    start = match.resolver.group_start(match.trigger)
    if noun < 0 or "also" in match.lower[start : match.trigger]:
        return []  # who also rejects it, answers a third
    first = match.sentence.first
    named = _only_other(match.reading, first, noun, acting)
    if named or match.sentence.number == 0:
        return named
    before = match.reading.text.sentences[match.sentence.number - 1]
    return _only_other(match.reading, before.first, before.end, acting)


def _refused(match: Match) -> int:
    """Return the noun of what is refused: "the | offer", "an | offer that Chad refused"; or -1."""
    lower, noun = match.lower, match.end
    if POINTING.isdisjoint(lower[noun : noun + 1]):
        noun = match.resolver.antecedent(match.trigger)
    else:
        noun = match.resolver.skip_right(noun + 1, "OE#") - 1
    return noun if noun >= 0 and lower[noun] in plover_words("offers") else -1


def _only_other(reading: Reading, first: int, end: int, acting: set[str]) -> list[Party]:
    """Return the only other side named, where somebody offers or asks for something."""
    told = {*reading.text.lower[first:end]}
    verbs = {lemma for token in range(first, end) for lemma in reading.lemmas(token)}
    if told.isdisjoint(plover_words("offers")) and verbs.isdisjoint(plover_words("offering")):
        return []
    named = as_parties(mention for _, mention in reading.mentions_between(first, end))
    others = [party for party in named if party.country not in acting]
    return others[:1] if len({party.country for party in others} - {""}) == 1 else []


def find_post(match: Match, book: ActorBook) -> list[Party]:
    """Return where an envoy was sent who is called home: "recalled its ambassador to Chad"."""
    reading = match.reading
    if match.passive:
        return _post_among(reading, match.resolver.object(match.trigger), book)
    behind = reading.mentions_between(match.end, min(match.end + POST_REACH, match.sentence.end))
    called = (reading.filler(number) for number, mention in behind)
    return _post_among(reading, called, book)


def find_host(match: Match, book: ActorBook) -> list[Party]:
    """Return who summons an envoy, by where he is posted: "Chad's ambassador to Mali was"."""
    return _post_among(match.reading, match.filling("recipient"), book)


def _post_among(reading: Reading, envoys: Iterable[Filler], book: ActorBook) -> list[Party]:
    for envoy in envoys:
        words = [*reading.text.words[envoy.first : envoy.end], ","]  # "to Mali, Ana Silva"
        if "to" in words:
            first = words.index("to") + 1
            post = " ".join(words[first : words.index(",", first)]).removeprefix("the ")
            named = [name for name in book.names.get(post, ()) if name.country]
            return [Party(name.country, name.country) for name in named[:1]]
    return []


def places_left(match: Match) -> list[Party]:
    """Return who sends an envoy away, by what he leaves: "was told to leave | Nairobi"."""
    sent = [m.kind for m in match.reading.named(match.resolver.object(match.trigger))]
    if match.rule.set.get("mode") != "expel" or "state" in sent:
        return []  # "Chad was forced to leave Mali": its army
    for token in range(match.end, min(match.end + LEAVE_REACH, match.sentence.end)):
        if match.lower[token] in match.lexicon["leaving_post"]:
            return find_parties(match.reading, match.resolver.object(token))
    return []


def find_around(match: Match) -> list[Party]:
    """Return who takes part by the clause around: "after long talks", not "praised the talks"."""
    around = match.filling("around")
    return find_actors(match.reading, around) if around and _is_taking_part(match) else []


def _is_taking_part(match: Match) -> bool:
    index = match.resolver.skip_left(match.trigger - 1, "DOE#")
    # "In a meeting with", not "an impasse in talks with".
    held = match.tags[index + 1] == "D" or index == match.sentence.first
    word, before = match.lower[index], match.lower[max(0, index - 1)]
    if word == "for" and before in match.lexicon["ready_for"]:
        return False
    return word in plover_words("around") or (word in ("in", "at") and held)


def find_addressed(match: Match, statements: list[Statement]) -> list[Party]:
    """Return to whom the one who takes part speaks there: "told Costa in a phone call"."""
    around = {filler.first for filler in match.filling("actor")}
    held_by = match.resolver.predicate_before(match.trigger - 1)
    addressed = (
        filler
        for statement in statements
        if around.intersection(speaker.first for speaker in statement.speakers)
        # "Told Costa in a call" and "in a call he told", not "told Costa, noting a call".
        and (match.trigger < (verb := statement.match.trigger) or held_by == verb)
        for filler in (*statement.match.filling("told"), *statement.targets)
        if filler.how != NAMED_BEHIND and filler.mention >= 0
    )
    people = (f for f in addressed if match.reading.mentions[f.mention].kind in ("person", "title"))
    return find_actors(match.reading, people)
