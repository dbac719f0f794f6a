"""The transfer that an answer itself tells: "denied sending troops to Mali"."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from analysis.evidence import Row
from analysis.reading import Reading
from analysis.responses.answer import DECLINED, Answer, gives_what_was_named
from analysis.roles import Filler
from analysis.rulebook import Rulebook
from analysis.statements import country_of, name_actor

# Whoever does one of these to arms is at the receiving end.
RECEIVING = frozenset("receive buy import purchase acquire obtain procure get use".split())
DESTINATION = frozenset("to into for in with inside".split())
# "Arms trade with Chad", "purchases from Chad".
TRADES = frozenset(
    "arrival trade dealings exports export consignments supplier suppliers exporter".split()
)
BOUGHT = frozenset({"purchase", "purchases", "imports", "import", "acquisition", "procurement"})
BANS = frozenset(
    "ban bans banned banning embargo sanctions talks negotiations licence budget forbade forbidden"
    " prohibited barred".split()
)
GOT = BOUGHT | {"arrival", "delivery", "deliveries", "shipment", "shipments", "supplies"}
TOWARDS = frozenset({"to", "with", "into"})
SOURCE = frozenset({"from"})
# "Sent troops into the country": that of whoever says so.
LANDS = frozenset({"country", "kingdom"})
# "Having soldiers on the ground in Chad": so near before and behind stand the verb and the place.
HOLDING = frozenset("having has have had keeping stationing maintaining no".split())
INSIDE = frozenset({"in", "inside", "on", "present", "stationed", "fighting"})
HELD = 4
NEAR = 7


def told_inside(reading: Reading, answer: Answer, rulebook: Rulebook) -> Row | None:
    """Read "denied sending troops to Mali": what is denied of the speaker's own state."""
    arming = rulebook.acts.speech.arming & rulebook.transfer_verbs
    if not answer.countries - {"IGO"}:
        return None
    named = next(reading.items_between(answer.first, answer.end), None) is not None
    for token in range(answer.first, answer.end):
        lemmas = set(reading.lemmas(token)) if reading.tags[token] in "VIGE" else set()
        behind = token + 1
        joins = reading.tags[token] == "C" and reading.text.lower[token] != "or"
        if joins and reading.tags[behind] in "VA":
            if "N" in reading.tags[behind : behind + 2]:
                continue  # "is neutral and has not sent arms"
            if answer.statement.act == "decline" and reading.text.lower[behind] in DECLINED:
                continue  # "refused to confirm or deny that"
            break  # "denies this and says the West arms …" goes on with something else
        if not arming & lemmas or not (named or gives_what_was_named(reading, answer, token)):
            continue
        if _is_anothers(reading, answer, token):
            continue
        ends = ("recipient", "supplier") if RECEIVING & lemmas else ("supplier", "recipient")
        own = _own_end(reading, answer, rulebook, ends[0])
        origins = _origins(reading, token + 1, answer) if RECEIVING & lemmas else ()
        given = () if RECEIVING & lemmas else _given(reading, token + 1, answer)
        for other in (*given, *_destinations(reading, token + 1, answer.end, answer), *origins):
            return own | name_actor(reading, other, ends[1])
        if land := _land_meant(reading, token + 1, answer) or _there(reading, token, answer):
            return own | _name_state(land, rulebook, ends[1])
    if not named:
        return None
    return _read_presence(reading, answer, rulebook) or _read_dealing(reading, answer, rulebook)


def _is_anothers(reading: Reading, answer: Answer, verb: int) -> bool:
    """Tell what others do; whoever confirms what "was sent" need not have sent it."""
    resolver = answer.statement.match.resolver
    if not resolver.first <= verb < resolver.end:
        return False
    if answer.statement.act == "confirm" and resolver.is_passive(verb):
        return True
    doers = {
        reading.mentions[filler.mention].country
        for filler in resolver.subject(verb)
        if filler.mention >= 0
    }
    return bool(doers) and "" not in doers and doers.isdisjoint(answer.countries)


def _read_dealing(reading: Reading, answer: Answer, rulebook: Rulebook) -> Row | None:
    """Read "would not discuss the reported sale of rockets to Mali", "no arms trade with Mali"."""
    lower, lexicon = reading.text.lower, reading.grammar.lexicon
    dealings = lexicon["transferring"] | TRADES | BOUGHT
    noun = next((t for t in range(answer.first, answer.end) if lower[t] in dealings), -1)
    if noun < 0 or reading.tags[noun] not in "OI":
        return None
    before = {mention.country for _, mention in reading.mentions_between(answer.first, noun)}
    near = reading.items_between(max(answer.first, noun - HELD), min(answer.end, noun + NEAR))
    if before - answer.countries - {""} or next(near, None) is None:
        return None  # "would not discuss Chadian arms sales to Mali": not its own
    if not BANS.isdisjoint(lower[answer.first : noun]):
        return None  # "would not discuss the ban on arms sales to Mali"
    own = partial(_own_end, reading, answer, rulebook)
    if lower[noun] not in BOUGHT:
        for other in _named_behind(reading, noun + 1, answer.end, answer, TOWARDS):
            ends = ("supplier", "recipient")
            if reading.text.lower[noun + 1 : other.first] == ["with"] and _buys(
                reading, answer, other
            ):
                ends = ("recipient", "supplier")
            return own(ends[0]) | name_actor(reading, other, ends[1])
    for other in _origins(reading, noun + 1, answer) if lower[noun] in GOT else ():
        return own("recipient") | name_actor(reading, other, "supplier")
    return None


def _buys(reading: Reading, answer: Answer, other: Filler) -> bool:
    """Tell who answers for "arms trade with Chad" as its buyer: only Chad exports any."""
    exporters = reading.grammar.lexicon["arms_exporters"]
    seller = reading.mentions[other.mention].country
    return seller in exporters and answer.countries.isdisjoint(exporters)


def _read_presence(reading: Reading, answer: Answer, rulebook: Rulebook) -> Row | None:
    """Read "denied that its soldiers were in Mali", "denied having advisers there"."""
    lower = reading.text.lower
    for _, item in reading.items_between(answer.first, answer.end):
        behind = item.end
        while reading.tags[behind] in "AN":
            behind += 1
        if item.item.kind != "personnel" or lower[behind] not in INSIDE:
            continue
        clause = reading.tags[item.end : behind]
        before = range(max(answer.first, item.first - HELD), item.first)
        opening = max((t + 1 for t in before if reading.tags[t] == "R"), default=before.start)
        if _of_others(reading, opening, item.end, answer):
            continue
        has = not HOLDING.isdisjoint(lower[before.start : before.stop])
        place = min(answer.end, behind + NEAR)
        for other in _destinations(reading, behind, place, answer) if clause or has else ():
            return _own_end(reading, answer, rulebook, "supplier") | name_actor(
                reading, other, "recipient"
            )
    return None


def _of_others(reading: Reading, first: int, end: int, answer: Answer) -> bool:
    """Tell "no Chadian soldiers", where Mali speaks."""
    named = {mention.country for _, mention in reading.mentions_between(first, end)}
    return bool(named - answer.countries - {""})


def _destinations(reading: Reading, first: int, end: int, answer: Answer) -> Iterable[Filler]:
    return _named_behind(reading, first, end, answer, DESTINATION)


def _given(reading: Reading, first: int, answer: Answer) -> Iterable[Filler]:
    """Yield who gets what stands behind: "supplying Chad with rockets", "selling Chad rockets"."""
    number = reading.mention_at[first + (reading.tags[first] == "D")]
    mention = reading.mentions[number] if number >= 0 else None
    if mention is None or mention.possessive or mention.kind == "demonym":
        return
    item = next(iter(reading.items_between(mention.end, answer.end)), None)
    if item is not None and mention.country not in ("", *answer.countries):
        yield Filler(mention.first, mention.end, mention=number)


def _named_behind(
    reading: Reading, first: int, end: int, answer: Answer, prepositions: frozenset[str]
) -> Iterable[Filler]:
    """Yield other states that stand behind one of some prepositions."""
    for number, mention in reading.mentions_between(first, end):
        before = reading.text.lower[mention.first - 1]
        if before == "the":
            before = reading.text.lower[mention.first - 2]
        # "To any neighbour, including Chad"
        meant = before in prepositions or before == "including"
        if meant and mention.country and mention.country not in answer.countries:
            yield Filler(mention.first, mention.end, mention=number)


def _origins(reading: Reading, first: int, answer: Answer) -> Iterable[Filler]:
    """Yield whose arms "received Chadian rockets", "received rockets from Chad" tell of."""
    for other in _named_behind(reading, first, answer.end, answer, SOURCE):
        before = reading.items_between(max(answer.first, first - HELD), other.first)
        if next(before, None) is not None:  # not in "received a letter from Chad on the rockets"
            yield other
    for _, item in reading.items_between(first, answer.end):
        number = reading.mention_at[item.start - 1]
        mention = reading.mentions[number] if number >= 0 else None
        banned = not BANS.isdisjoint(reading.text.lower[item.end : item.end + 1])
        others = answer.countries | {"", "IGO"}
        if mention is not None and mention.country not in others and not banned:
            yield Filler(mention.first, mention.end, mention=number)


def _land_meant(reading: Reading, first: int, answer: Answer) -> str:
    """Return the one other state named before "into the country", or ""."""
    lower = reading.text.lower
    land = next((t for t in range(first + 2, answer.end) if lower[t] in LANDS), -1)
    if land < 0 or lower[land - 1] != "the" or lower[land - 2] not in DESTINATION:
        return ""
    before = reading.mentions_between(answer.first, first)
    others = {mention.country for _, mention in before} - answer.countries - {"", "IGO"}
    return others.pop() if len(others) == 1 else ""


def _there(reading: Reading, verb: int, answer: Answer) -> str:
    """Return the state of "fights in Mali or had sent soldiers there", or ""."""
    if "there" not in reading.text.lower[verb : min(answer.end, verb + NEAR)]:
        return ""
    for _, mention in reversed(reading.mentions_between(answer.first, verb)):
        if reading.text.lower[mention.first - 1] in DESTINATION:
            return "" if mention.country in answer.countries else mention.country
    return ""


def _own_end(reading: Reading, answer: Answer, rulebook: Rulebook, slot: str) -> Row:
    """Name the speaker's state as one end of the transfer."""
    return _name_state(country_of(reading, answer.statement.speakers[0]), rulebook, slot)


def _name_state(country: str, rulebook: Rulebook, slot: str) -> Row:
    name = rulebook.actors.actors[country].name if country in rulebook.actors.actors else country
    return {f"{slot}_id": country, slot: name, f"{slot}_country": country}
