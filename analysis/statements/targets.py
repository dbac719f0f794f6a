"""Whom a statement is aimed at: who is accused, warned, asked, praised, promised to, or denied."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.actors import ActorBook
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.rulebook import Rulebook
from analysis.sorts import ACTING
from analysis.statements.meant import find_addressed
from analysis.statements.naming import country_of, name_of
from analysis.statements.statement import Statement

# A place rather than a party stands behind these: "the war in Ukraine".
LOCATING = frozenset("in inside into near across around outside within alongside beside".split())
# Acts whose target may stand before the verb: "the drone entered Iran, which condemned it".
AGAINST = frozenset({"accuse", "warn"})
# Acts that may be about what somebody has said: "praised Silva's speech on Chad".
JUDGING = frozenset({"accuse", "praise"})
# Acts about things that somebody is to get.
OFFERING = frozenset({"promise", "request"})
BACKED = frozenset(
    "made built supplied designed backed aligned allied supported sponsored funded financed trained"
    " armed equipped linked affiliated".split()
)
MADE = frozenset("made built produced manufactured designed supplied origin".split())
# "Agreed to a US-brokered truce".
BROKERED = frozenset("brokered mediated backed sponsored drafted negotiated led funded".split())
# So far back stands what a denial answers.
ANSWERED_WITHIN = 4
AIMING = frozenset({"at", "against", "on"})
OUT_OF = ("out", "of")
EACH_OTHER = frozenset({"each other", "one another", "the other", "each side"})
CREDIT_MARKS = frozenset("([/")
# These sum up what was told before: "closed the strait, a step that Oslo condemned".
# "Oslo's remarks about Chad": whose they are, so many tokens on, and before what they are about.
OWNS, WHOSE_WORDS = frozenset({"'s", "’s", "'", "’"}), 6
TOPICS = frozenset("about on regarding concerning over".split())
SUMMING = frozenset("move step decision act action measure deed practice policy".split())
# How somebody comes to be a target who only is named somewhere behind the verb.
NAMED_BEHIND = "named behind"
# Who stands "by" these, or out "of" something, is not aimed at.
# Before a body of states these tell who hears a complaint.
ADDRESSING = frozenset({"to", "with", "before", "at"})
BESIDE = frozenset("flanked accompanied joined surrounded followed watched".split())


def own_countries(reading: Reading, statement: Statement) -> set[str]:
    """Return the states that the speakers belong to."""
    return {country_of(reading, filler) for filler in statement.speakers} - {"", "IGO"}


def find_targets(
    reading: Reading, statement: Statement, before: Sequence[Statement], rulebook: Rulebook
) -> list[Filler]:
    """Whom the act is aimed at: the object of its verb, or who is named first behind it."""
    match, fillers = statement.match, statement.match.fillers
    if len(statement.speakers) > 1 and _is_mutual(reading, statement):
        return [filler for filler in statement.speakers if filler.mention >= 0]
    owned = _whose_words(reading, statement, rulebook) if statement.act in JUDGING else None
    if owned is not None:
        return owned
    found = fillers.get("target_on") or fillers.get("target") or fillers.get("towards") or []
    found = [filler for filler in found if _is_other(reading, statement, filler.mention)]
    found = found or find_addressed(reading, statement) or _unnamed(reading, statement, rulebook)
    if found:
        return _blamed_before(reading, statement, rulebook.actors, found) or found[:3]
    if match.passive:
        return [f for f in match.resolver.surface_subject(match.trigger) if f.mention >= 0][:1]
    if statement.act == "deny":
        return _accuser(reading, statement, before, rulebook)
    book = rulebook.actors
    behind = named_others(reading, statement, (match.end, _clause_end(reading, statement)), book)
    behind = (behind and _blamed_before(reading, statement, book, behind)) or behind
    if not behind and statement.act in AGAINST and _points_back(reading, statement):
        return named_others(reading, statement, (statement.sentence.first, match.trigger), book)
    return behind


def _blamed_before(
    reading: Reading, statement: Statement, book: ActorBook, heard_by: list[Filler]
) -> list[Filler]:
    """Return whom a complaint is about that a body of states hears: "protested to the UN over"."""
    if statement.act != "accuse" or not all(_hears(reading, filler) for filler in heard_by):
        return []
    end = _clause_end(reading, statement)
    return named_others(reading, statement, (statement.match.end, end), book, bodies=False)


def _hears(reading: Reading, filler: Filler) -> bool:
    before = filler.first - 1 - (reading.tags[filler.first - 1] == "D")
    body = filler.mention >= 0 and reading.mentions[filler.mention].country == "IGO"
    return body and reading.text.lower[before] in ADDRESSING


def _whose_words(reading: Reading, statement: Statement, rulebook: Rulebook) -> list[Filler] | None:
    """Return who spoke where words are blamed, perhaps nobody known; None where no words are.

    "Criticised Silva's remarks about Chad" blames Silva.
    """
    lower, first = reading.text.lower, statement.match.end
    words = rulebook.acts.speech.claims | rulebook.acts.speech.messages
    for token in range(first, min(first + WHOSE_WORDS, statement.sentence.end - 2)):
        if lower[token] not in OWNS or lower[token + 1] not in words:
            continue
        number = reading.mention_at[token - 1]
        if number < 0 or not _is_other(reading, statement, number):
            return [] if lower[token + 2] in TOPICS else None
        mention = reading.mentions[number]
        return [Filler(mention.first, mention.end, mention=number, how="whose words")]
    return None


def _is_mutual(reading: Reading, statement: Statement) -> bool:
    """Tell whether two speak of one another: "accused each other", "each blaming the other"."""
    behind = reading.text.lower[statement.match.end : statement.match.end + 3]
    pairs = (" ".join(behind[:2]), " ".join(behind[1:3]))
    mutual = statement.match.rule.set.get("target") == "mutual"
    return mutual or not EACH_OTHER.isdisjoint(pairs)


def _clause_end(reading: Reading, statement: Statement) -> int:
    """Return where the speaker does the next thing: "accused Iran of … and urged Iraq"."""
    end, tags = statement.sentence.end, reading.tags
    for token in range(statement.match.end, end - 1):
        if tags[token] == "C" and tags[token + 1] == "V":
            return token
    return end


def _points_back(reading: Reading, statement: Statement) -> bool:
    """Tell "which condemned it" and "Iran, which Oslo accuses": who is meant stands before."""
    match, tags = statement.match, reading.tags
    first = statement.speakers[0].first
    inside = first > statement.sentence.first
    # "A move Oslo called illegal": what a noun before its speaker sums up.
    summed = inside and reading.text.lower[first - 1] in SUMMING and tags[first - 2] == "D"
    relative = summed or (inside and tags[first - 1] == "R")
    return relative or (match.end < statement.sentence.end and tags[match.end] == "p")


def _unnamed(reading: Reading, statement: Statement, rulebook: Rulebook) -> list[Filler]:
    """An object without a name that can be spoken to: "accused the West", "urged the rebels"."""
    first = match_end = statement.match.end
    if reading.tags[first : first + 1] == ["P"] and reading.text.lower[first] in AIMING:
        first += 1  # "lashed out | at the rebels"
    while first < statement.sentence.end and reading.tags[first] in "DO#E":
        first += 1
    number = reading.mention_at[first] if first < statement.sentence.end else -1
    if first == match_end or statement.match.rule.nouns or number >= 0:
        return []
    head = reading.text.lower[first - 1]
    people = head in rulebook.acts.speech.speaking or head in rulebook.acts.speech.sides
    return [Filler(match_end, first, how="object without a name")] if people else []


def named_others(
    reading: Reading,
    statement: Statement,
    where: tuple[int, int],
    book: ActorBook,
    *,
    bodies: bool = True,
) -> list[Filler]:
    """The first state or body in a token range that is not the speaker's own; places come last.

    `bodies`: bodies of states count, too.
    """
    own = own_countries(reading, statement) | (set() if bodies else {"IGO"})
    placed: list[Filler] = []
    for number, mention in reading.mentions_between(*where):
        if not mention.country or mention.country in own:
            continue
        if mention.kind not in (*ACTING, "demonym") or mention.kind == "pronoun":
            continue
        if reading.item_at[mention.first] >= 0 or is_credit(reading, number, book):
            continue
        if not _is_other(reading, statement, number):
            continue
        if statement.act in OFFERING and _is_maker(reading, number):
            continue
        if _is_backer(reading, number):
            continue
        found = Filler(mention.first, mention.end, mention=number, how=NAMED_BEHIND)
        if not _is_located(reading, mention.first):
            return [found]
        placed.append(found)
    return placed[:1] if statement.act == "accuse" else []


def _is_backer(reading: Reading, number: int) -> bool:
    """Tell who only stands behind "Chad-backed rebels" and "US-made shells"."""
    end = reading.mentions[number].end
    dash, backed = reading.text.lower[end : end + 2]
    return dash == "-" and backed in BACKED


def _is_maker(reading: Reading, number: int) -> bool:
    """Tell whose make something is, "German tanks", "US-made shells", from whom it is for."""
    mention = reading.mentions[number]
    behind = reading.text.lower[mention.end : mention.end + 2]
    if behind[:1] == ["-"]:
        return behind[-1] in MADE or behind[-1] in BROKERED
    number = reading.item_at[mention.end] if mention.end < len(reading.item_at) else -1
    item = number >= 0 and reading.items[number].item.kind != "personnel"
    return item and mention.kind == "demonym"


def is_media(reading: Reading, number: int, book: ActorBook) -> bool:
    """Tell whether a mention names an outlet."""
    actor = book.actors.get(reading.mentions[number].actor_id)
    return actor is not None and actor.kind == "media"


def is_credit(reading: Reading, number: int, book: ActorBook) -> bool:
    """Tell who only passes on: an outlet, "[File: Ana Silva/Reuters]", a short form in brackets."""
    mention = reading.mentions[number]
    before = reading.text.words[max(0, mention.first - 1) : mention.first]
    behind = reading.text.words[mention.end : mention.end + 1]
    bracketed = mention.kind == "organisation" and not CREDIT_MARKS.isdisjoint(before)
    return bracketed or "/" in (*before, *behind) or is_media(reading, number, book)


def _is_located(reading: Reading, first: int) -> bool:
    before = first - 1
    while before >= 0 and reading.tags[before] in "DO" and first - before < 4:
        before -= 1
    if before > 1 and reading.tags[before] == "," and reading.mention_at[before - 1] >= 0:
        town = reading.mentions[reading.mention_at[before - 1]]
        land = reading.mentions[reading.mention_at[first]]
        inside = town.is_place and town.country == land.country
        before = town.first - 1 if inside else before  # "in Abuja, Nigeria"
    if before < 1:
        return False
    word, first_word = reading.text.lower[before], reading.text.lower[before - 1]
    beside = word == "by" and first_word in BESIDE
    return word in LOCATING or beside or (first_word, word) == OUT_OF


def _is_other(reading: Reading, statement: Statement, number: int) -> bool:
    """Tell whether a mention names somebody who is not among the speakers."""
    if number < 0 or not reading.mentions[number].name:
        return False
    mention = reading.mentions[number]
    speakers = {reading.mentions[f.mention].name for f in statement.speakers if f.mention >= 0}
    if mention.kind == "pronoun" and mention.country in own_countries(reading, statement):
        return False
    return mention.name not in speakers


def _accuser(
    reading: Reading, statement: Statement, before: Sequence[Statement], rulebook: Rulebook
) -> list[Filler]:
    """Whose claim is denied: "rejected Kyiv's accusations"; else who accused or told before."""
    claims, match = rulebook.acts.speech.claims, statement.match
    for token in range(match.end, min(statement.sentence.end, match.end + 8)):
        if reading.text.lower[token] in claims:
            found = [f for f in match.resolver.owner(token) if f.mention >= 0]
            found = [f for f in found if _is_other(reading, statement, f.mention)]
            if found:
                return found[:1]
    own = own_countries(reading, statement)
    for other in reversed(before):
        if statement.sentence.number - other.sentence.number > ANSWERED_WITHIN:
            break
        if _accuses(reading, other, own):
            return other.speakers[:1]
    return []


def _accuses(reading: Reading, other: Statement, own: set[str]) -> bool:
    """Tell whether another side's statement is about the one who denies."""
    theirs = own_countries(reading, other)
    named = other.speakers[0].mention >= 0 and (theirs or other.act == "accuse")
    if not named or theirs & own or other.act in ("deny", "praise", "decline"):
        return False
    aimed = {country_of(reading, target) for target in other.targets}
    first, end = max(other.first, other.sentence.first), min(other.end, other.sentence.end)
    told = {m.country for _, m in reading.mentions_between(first, end)}
    return not own.isdisjoint(aimed | told)


def pick_target(reading: Reading, statement: Statement, speaker: Filler) -> Filler | None:
    """Return whom one of the speakers aims at: of two who promise together, the other one."""
    aimed = statement.targets
    if not aimed and statement.act == "promise" and len(own_countries(reading, statement)) > 1:
        aimed = [filler for filler in statement.speakers if filler.mention >= 0]
    own = name_of(reading, speaker)
    return next((filler for filler in aimed if name_of(reading, filler) != own), None)
