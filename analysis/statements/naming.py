"""What fills a role -> the columns that name it, and how sure the coding is."""

from __future__ import annotations

from analysis.actors import BODIES, PERSONS, STATES, Mention, is_hyphened
from analysis.evidence import Row
from analysis.grammar import POSSESSIVE_MARKS
from analysis.reading import Reading
from analysis.roles import Filler


def name_actor(reading: Reading, filler: Filler, slot: str) -> Row:
    """Return the three columns of an actor in a role: id, name, state."""
    return {
        f"{slot}_id": reading.mentions[filler.mention].actor_id if filler.mention >= 0 else "",
        slot: name_of(reading, filler),
        f"{slot}_country": country_of(reading, filler),
    }


def name_of(reading: Reading, filler: Filler) -> str:
    """Return the name of an actor in a role, or the words that stand for it.

    The Kremlin keeps its name: its id and state say that it is Russia.
    """
    first = filler.first
    if filler.mention >= 0:
        mention = reading.mentions[filler.mention]
        first = mention.first + (reading.tags[mention.first] == "D")
        if mention.kind == "group" and not mention.country:  # "Western allies", "business leaders"
            first = _start_of_compound(reading, mention.first)
        if mention.kind != "metonym" and first >= mention.first:
            return mention.name
        return " ".join(reading.text.span(first, mention.end).split())
    determiner = first + 1 < filler.end and reading.tags[first] == "D"
    if determiner and reading.text.lower[first + 1] != "of":  # "many of the crew" keep theirs
        first += 1
    named = reading.text.span(first, filler.end)
    noun = reading.text.span(*shared) if any(shared := shared_noun(reading, filler)) else ""
    return " ".join(f"{named} {noun}".split())


def _start_of_compound(reading: Reading, noun: int) -> int:
    """Return where "business leaders", "Western allies" begin, not "(to) whip lawmakers"."""
    first = noun
    while reading.tags[first - 1] == "O" and not reading.lemmas(first - 1):
        first -= 1
    first = noun if "-" in reading.text.lower[first - 1 : noun] else first
    return first - _is_adjective(reading, first - 1)


def shared_noun(reading: Reading, filler: Filler) -> tuple[int, int]:
    """Return the tokens of the noun that is shared: "Chadian and Malian officials", "Chad's and".

    (0, 0) where the filler is no adjective or owner in a list.
    """
    text, tags, index = reading.text, reading.tags, filler.end
    sharing = _is_adjective(reading, index - 1) or text.lower[index - 1] in POSSESSIVE_MARKS
    if filler.mention >= 0 or not sharing:
        return 0, 0
    first = index
    while index < len(tags) and tags[index] in "C,XO#E":
        if tags[index] == "," and "C" in tags[filler.end : index]:
            break
        owning = text.lower[index] in POSSESSIVE_MARKS
        if tags[index] in "C," or owning or text.words[index][0].isupper():
            first = index + 1
        index += 1
    return (first, index) if first < index and "C" in tags[filler.end : first] else (0, 0)


def _is_adjective(reading: Reading, token: int) -> bool:
    """Tell "Chadian" of "Chadian and Malian officials", and "Western"."""
    regional = reading.lexicon["regional"]
    return reading.kind_at(token) == "demonym" or reading.text.lower[token] in regional


def country_of(reading: Reading, filler: Filler) -> str:
    """Return the state of an actor in a role, or whose the words say it is; "" = unknown."""
    if filler.mention >= 0:
        return reading.mentions[filler.mention].country
    owners = reading.mentions_between(filler.first, filler.end)
    owning = [
        mention
        for _, mention in owners
        if not (_is_behind(reading, mention) or _is_post(reading, mention))
    ]
    # "The head of the Thai desk of the Laotian foreign ministry" is of the ministry.
    owning.sort(key=lambda mention: mention.kind != "institution")
    country = next((mention.country for mention in owning if mention.country), "")
    country = country or _country_of_owner(reading, filler) or _country_of_seat(reading, filler)
    words = reading.text.lower[filler.first : filler.end]
    foreign = country and not reading.lexicon["foreigners"].isdisjoint(words)
    return "" if foreign else country


def _is_behind(reading: Reading, mention: Mention) -> bool:
    """Tell the state of "Chad-backed rebels" or "the anti-Chad coalition" from whose they are."""
    lower, lexicon = reading.text.lower, reading.lexicon
    backed = lower[mention.end] != "-" or lower[mention.end + 1] in lexicon["backed"]
    return is_shared_seat(reading, mention) or (backed and is_hyphened(reading.text, mention))


def is_shared_seat(reading: Reading, mention: Mention) -> bool:
    """Tell the town of a "Hague-based court" of many states from that of a "London-based bank"."""
    lower, behind = reading.text.lower, mention.end
    based = lower[behind : behind + 2] == ["-", "based"]
    seat = based and lower[behind - 1] in reading.lexicon["shared_seats"]
    return seat and lower[behind + 2] in reading.lexicon["seated_bodies"]


def _is_post(reading: Reading, mention: Mention) -> bool:
    """Tell where somebody is posted: "a diplomat in Oslo", "its embassy in Oslo"."""
    lower = reading.text.lower
    preposition = mention.first - 1 - (lower[mention.first - 1] == "the")
    lexicon = reading.lexicon
    if lower[preposition] == "to":
        return lower[preposition - 1] in lexicon["sent_to"]
    posted = lexicon["posted"] | lexicon["embassies"]
    return lower[preposition] in ("in", "at") and lower[preposition - 1] in posted


def _country_of_owner(reading: Reading, filler: Filler) -> str:
    """Return the state that "his office" and "its army" behind a clause are of.

    Of several it is the one that opens the sentence; where there is none, who led the one before.
    """
    opener = filler.first - 1
    if reading.text.lower[filler.first] == "whose":  # "Ruto, whose government"
        named = reading.named_at(opener - (reading.tags[opener] == ","))
        return named.country if named is not None else ""
    kinds = {"his": PERSONS, "her": PERSONS, "its": BODIES}.get(reading.text.lower[filler.first])
    if kinds is None:
        return ""
    sentence = reading.text.sentences[reading.text.sentence_of[filler.first]]
    before = [mention for _, mention in reading.mentions_between(sentence.first, filler.first)]
    opening = reading.skip_right(sentence.first, "Q", filler.first)
    led = reading.mention_at[reading.text.owners.get(filler.first, opening)]
    if led >= 0 and reading.mentions[led].kind in kinds:
        return reading.mentions[led].country
    owners = {mention.country for mention in before if mention.kind in kinds} - {""}
    return owners.pop() if len(owners) == 1 else ""


def _country_of_seat(reading: Reading, filler: Filler) -> str:
    """Return where a body speaks or acts: "In Rabat, the army said", "both sides in Sudan"."""
    lexicon, head = reading.lexicon, reading.text.lower[filler.end - 1]
    if reading.text.lower[filler.end] == "in" and head in lexicon["warring"] | lexicon["seated"]:
        seat = reading.named_at(filler.end + 1)
        return seat.country if seat is not None and seat.kind in STATES else ""
    if head not in lexicon["state_bodies"]:
        return ""
    first = reading.text.sentences[reading.text.sentence_of[filler.first]].first
    mention = reading.named_at(first + 1)
    if mention is None or mention.kind != "capital" or reading.tags[mention.end] != ",":
        return ""
    return mention.country if reading.text.lower[first] == "in" else ""


def judge_confidence(reading: Reading, fillers: list[Filler]) -> str:
    """high: every role is a known actor named outright; low: one is a pronoun or not named."""
    if any(reading.kind_of(filler) in ("", "pronoun") for filler in fillers):
        return "low"
    return "high" if all(named.known for named in reading.named(fillers)) else "medium"
