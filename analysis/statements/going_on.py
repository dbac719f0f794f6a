"""Who "it", "they", "he" are that say so behind what is said: "Rifles were sent, it said"."""

from __future__ import annotations

from analysis.actors import PERSONS, Mention
from analysis.acts import SpeechWords
from analysis.grammar import OWN_POSSESSIVES
from analysis.matching import Match
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.statements.described import described_before
from analysis.statements.named import own_countries
from analysis.statements.naming import country_of
from analysis.statements.statement import Statement, governing

# So many sentences back a speaker is still meant.
NEAR = 2
# What "it" does that goes on with what was said.
SAYING = frozenset({"said", "says", "added", "adds"})
# What "his" and "its" before these do, who says so does.
HOME = frozenset("country government nation administration side people state republic".split())
# What these of one's own find, one says oneself.
OWN_PAPERS = frozenset(
    "investigation inquiry probe report review assessment data figures records".split()
)
# Auxiliaries and adverbs between a pronoun and its verb.
GROUP = range(3)


def who_goes_on(
    match: Match, speakers: list[Filler], said: tuple[int, int], before: list[Statement]
) -> list[Filler]:
    """Return who speaks, a pronoun behind the words [first, end) that are said resolved.

    Whoever spoke last goes on, and nobody whom the words are about: where nobody spoke before,
    nobody is known to.
    """
    reading, pronoun = match.resolver.reading, speakers[0]
    number = pronoun.mention
    if number < 0 or reading.mentions[number].kind != "pronoun":
        return speakers
    if pronoun.first <= said[0] or match.trigger - pronoun.end not in GROUP:
        return speakers
    word = reading.text.lower[pronoun.first]
    about = _are_about(reading, (said[0], pronoun.first), reading.mentions[number])
    if word not in ("it", "they") and not (about and reading.text.quotes[said[0]]):
        return speakers
    # Whoever speaks inside the quotation is not who says it.
    quoted = {*reading.text.quotes[slice(*said)]} - {0, reading.text.quotes[pronoun.first]}
    outside = [s for s in before if reading.text.quotes[s.match.trigger] not in quoted]
    last = outside[-1] if outside else None
    near = last is not None and _distance(reading, pronoun, last) <= NEAR
    if last is not None and near and _can_mean(reading, word, last.speakers):
        return last.speakers
    return [] if about else speakers


def settle_sides(
    reading: Reading, statements: list[Statement], words: SpeechWords
) -> list[Statement]:
    """Give what "his government rejects" to who says so; in place.

    What one's own side is said to be determined to do, who says so promises; others who are said to
    be have promised nothing. What somebody denies has nobody said: that is left out, and "its
    inquiry found" inside the inquirer's words.
    """
    kept = []
    for statement in statements:
        trigger, speaker = statement.match.trigger, statement.speakers[0]
        around = governing(
            [s for s in statements if s is not statement and s.sentence is statement.sentence],
            trigger,
        )
        if around is None or not around.covers(speaker.first):
            kept.append(statement)
            continue
        inside = around.match.end <= speaker.first
        if inside and (
            _is_owned(reading, speaker, HOME) or _is_body(reading, speaker, around, words)
        ):
            statement.speakers = around.speakers
        elif _is_only_described(statement):
            if not _is_of_own_side(reading, statement, around):
                continue
            statement.speakers, around.own_words = around.speakers, statement
        elif inside and _is_left_out(reading, around, speaker):
            continue
        kept.append(statement)
    return kept


def _is_owned(reading: Reading, speaker: Filler, nouns: frozenset[str]) -> bool:
    """Tell "his government" and "our country" from "his aide", by the nouns that count."""
    whose = reading.text.lower[speaker.first] in OWN_POSSESSIVES
    return speaker.mention < 0 and whose and reading.text.lower[speaker.end - 1] in nouns


def _is_body(reading: Reading, speaker: Filler, around: Statement, words: SpeechWords) -> bool:
    """Tell the "it" of "the company said it expects", read as who was named in no such clause."""
    body, between = around.speakers[0], (around.match.end, speaker.first)
    if reading.text.lower[speaker.first] != "it" or body.mention >= 0:
        return False
    meant = reading.mentions[speaker.mention].name if speaker.mention >= 0 else ""
    named = any(mention.name == meant for _, mention in reading.mentions_between(*between))
    return not named and reading.text.lower[body.end - 1] in words.bodies


def _is_left_out(reading: Reading, around: Statement, speaker: Filler) -> bool:
    """Tell what is no act of its own inside another statement."""
    return _is_owned(reading, speaker, OWN_PAPERS) or _is_denied(reading, around, speaker)


def _is_denied(reading: Reading, around: Statement, speaker: Filler) -> bool:
    """Tell "denied a report that the army had admitted it": the army has admitted nothing."""
    between = slice(around.match.end, speaker.first)
    reported = "that" in reading.text.lower[between] and "," not in reading.tags[between]
    return reported and around.match.rule.set["act"] == "deny"


def _is_only_described(statement: Statement) -> bool:
    """Tell "is determined to win", "stands ready to help": who is so need say nothing."""
    rule = statement.match.rule
    return bool(rule.phrases) and rule.set["act"] == "promise"


def _is_of_own_side(reading: Reading, statement: Statement, around: Statement) -> bool:
    """Tell whether who is described in what one says is oneself, or of one's own state."""
    own = {country_of(reading, filler) for filler in around.speakers} - {""}
    return any(country_of(reading, filler) in own for filler in statement.speakers)


def goes_on_for_another(
    reading: Reading, speakers: list[Filler], before: list[Statement], media: frozenset[str]
) -> list[Filler]:
    """Return who spoke before where "they", "it also", "the diplomat" goes on; else `speakers`."""
    number = speakers[0].mention if len(speakers) == 1 else -1
    if number >= 0 and reading.mentions[number].kind == "pronoun":
        one, last = reading.mentions[number], _last_word(before)
        if _goes_on_for_all(reading, one, last) or _goes_on_as_well(reading, one, last):
            return last.speakers
    return described_before(reading, speakers, before, media) or speakers


def _last_word(before: list[Statement]) -> Statement:
    """Return who spoke last: the report of "the report said that Oslo had agreed"."""
    last = before[-1]
    if last.match.rule.set["act"] != "promise":
        return last
    around = governing([s for s in before[:-1] if s.sentence is last.sentence], last.match.trigger)
    return around or last


def _goes_on_for_all(reading: Reading, pronoun: Mention, last: Statement) -> bool:
    """Tell whether "they" are all who spoke last, though it was read as one of them."""
    they = reading.text.lower[pronoun.first] == "they" and len(last.speakers) > 1
    if not they or _distance(reading, pronoun, last) > NEAR:
        return False
    names = {reading.mentions[one.mention].name for one in last.speakers if one.mention >= 0}
    return pronoun.name in names or not pronoun.country


def _goes_on_as_well(reading: Reading, pronoun: Mention, last: Statement) -> bool:
    """Tell whether "It said", "He also" open a sentence and go on for who spoke in that before."""
    word, behind = reading.text.lower[pronoun.first : pronoun.first + 2]
    number = reading.text.sentence_of[pronoun.first]
    opens = pronoun.first == reading.text.sentences[number].first
    if not opens or _distance(reading, pronoun, last) != 1:
        return False
    before = last.speakers[0]
    one = not reading.text.lower[before.end - 1].endswith("s")
    one = reading.mentions[before.mention].kind != "group" if before.mention >= 0 else one
    goes_on = behind == "also" or (word == "it" and behind in SAYING and one)
    return goes_on and _can_mean(reading, word, last.speakers)


def _are_about(reading: Reading, said: tuple[int, int], meant: Mention) -> bool:
    """Tell whether the words said, or what is quoted of them, name whom a pronoun seems to mean."""
    quotes = reading.text.quotes
    quoted = any(quotes[slice(*said)])
    return any(
        mention.name == meant.name and bool(quotes[mention.first]) == quoted
        for _, mention in reading.mentions_between(*said)
        if mention is not meant and mention.name
    )


def _distance(reading: Reading, pronoun: Filler | Mention, last: Statement) -> int:
    return reading.text.sentence_of[pronoun.first] - last.sentence.number


def _can_mean(reading: Reading, word: str, speakers: list[Filler]) -> bool:
    """Tell whether "it", "they", "he" or "she" can stand for those who spoke."""
    numbers = [filler.mention for filler in speakers]
    kinds = {reading.mentions[n].kind for n in numbers if n >= 0}
    people = not kinds.isdisjoint(PERSONS)
    several = len(speakers) > 1 or reading.text.lower[speakers[0].end - 1].endswith("s")
    if word == "they":
        return several or not people
    officials = several and kinds == {"title"}  # "experts" are no "he"
    return len(speakers) == 1 and people == (word != "it") and not officials


def accused_before(
    reading: Reading, speakers: list[Filler], before: Statement
) -> list[Filler] | None:
    """Return whom "it" means that denies what its own side is accused of; None = nobody else."""
    fillers = before.match.fillers
    accused = fillers.get("target_on") or fillers.get("target")
    if not accused or before.act != "accuse" or len(speakers) != 1 or speakers[0].mention < 0:
        return None
    mention = reading.mentions[speakers[0].mention]
    if mention.kind != "pronoun" or mention.country not in own_countries(reading, before):
        return None
    word = reading.text.lower[speakers[0].first]
    return accused if accused[0].mention >= 0 and _can_mean(reading, word, accused) else None
