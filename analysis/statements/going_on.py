"""Who "it", "they", "he", "the statement" is that goes on for whoever spoke before."""

from __future__ import annotations

from analysis.actors import PERSONS, Mention
from analysis.grammar import HE_OR_SHE
from analysis.matching import Match
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.statements.naming import country_of
from analysis.statements.speakers import SpeakerFinder
from analysis.statements.statement import Statement, governing

# So many sentences back a speaker is still meant.
NEAR = 2
# What the accused do, and not the accuser.
ANSWERING = frozenset({"deny", "confirm", "decline"})
# So near behind a verb of speech stands in what one says it: "said | in a statement".
ISSUED = 3
# Auxiliaries and adverbs between a pronoun and its verb.
GROUP = range(3)


def who_goes_on(
    finder: SpeakerFinder,
    match: Match,
    speakers: list[Filler],
    said: tuple[int, int],
    before: list[Statement],
) -> list[Filler]:
    """Return who spoke before where the subject only goes on for them; else `speakers`.

    `said` are the words [first, end) that are said.
    """
    pronoun = speakers[0].first if speakers else finder.resolver.group_start(match.trigger) - 1
    # "The army lost a pilot, it said in a statement", and not who spoke before.
    issued = not finder.words.messages.isdisjoint(finder.lower[match.end : match.end + ISSUED])
    if issued and (opener := _who_opens(finder, pronoun)):
        return opener
    if not speakers:
        return _unread(finder, match, before)
    one = speakers[0]
    if finder.reading.kind_of(one) == "pronoun":
        found = _meant(finder, match, one, before) if before else []
        return found or _meant_behind(finder, match, speakers, said, before)
    if owner := _whose_message(finder, one, said, before):
        return owner
    return _described_before(finder.reading, speakers, before, finder.words.media) or speakers


def _described_before(
    reading: Reading, speakers: list[Filler], before: list[Statement], media: frozenset[str]
) -> list[Filler]:
    """Return who spoke last that "the diplomat", "the paper" can describe; else nobody.

    `media` are nouns for newspapers and stations.
    """
    one = speakers[0] if len(speakers) == 1 else None
    if one is None or country_of(reading, one):
        return []
    the, *words = reading.text.lower[one.first : one.end]
    if the != "the":
        return []
    spoke = [speaker for statement in reversed(before) for speaker in statement.speakers]
    paper = not media.isdisjoint(words)
    described = (
        [speaker]
        for speaker in spoke
        if _is_described(reading, speaker, words) or (paper and _is_name(reading, speaker))
    )
    return next(described, [])


def _is_name(reading: Reading, speaker: Filler) -> bool:
    """Tell a name that no dictionary has, as that of a paper: "Daily Star"."""
    words = reading.text.words[speaker.first : speaker.end]
    return speaker.mention < 0 and len(words) > 1 and all(word[0].isupper() for word in words)


def _is_described(reading: Reading, speaker: Filler, words: list[str]) -> bool:
    """Tell whether a speaker who is known is what some words say, the last of them the head."""
    mention = reading.mention_of(speaker)
    first, end = (speaker.first, speaker.end) if mention is None else (mention.first, mention.end)
    end += reading.text.lower[end : end + 1] == words[-1:]  # "a White House | report"
    phrase = reading.text.lower[first:end]
    if mention is not None and mention.kind in PERSONS:
        phrase = mention.role.lower().split()
    if "P" in reading.tags[first:end]:
        phrase = phrase[: reading.tags[first:end].index("P")]
    same = phrase[-1:] == words[-1:] and set(words) <= set(phrase)
    named = mention is not None and mention.kind in PERSONS
    return same and (named or bool(country_of(reading, speaker)))


def _unread(finder: SpeakerFinder, match: Match, before: list[Statement]) -> list[Filler]:
    """Return who spoke last where a pronoun is subject that was read as nobody."""
    pronoun = finder.resolver.group_start(match.trigger) - 1
    word = finder.lower[pronoun]
    silent = finder.quotes[pronoun] or word not in ("it", "they", "he", "she")
    if silent or finder.resolver.is_passive(match.trigger):
        return []  # "he was denied it"
    if not before:
        return _who_opens(finder, pronoun)
    spoke = before[-1].speakers
    return spoke if _can_mean(finder, word, spoke) else []


def _whose_message(
    finder: SpeakerFinder, one: Filler, said: tuple[int, int], before: list[Statement]
) -> list[Filler]:
    """Return who spoke last where "the statement" goes on for them.

    "Reuters reported that the statement urged it": no statement of whoever reports it.
    """
    definite = finder.lower[one.first] == "the" and one.first + 2 == one.end
    # Not "the Post".
    own = definite and finder.reading.text.words[one.end - 1] in finder.words.messages
    inside = range(*said) if said[1] <= one.first else range(0)
    told = [other for other in before if other.match.trigger not in inside]
    last = _outside(finder.reading, said, one, told) if own else None
    if last is None or last.covers(one.end):
        return []
    # Of "Oslo said the envoy claimed it" the statement is Oslo's.
    told = [other for other in told if other.sentence is last.sentence]
    around = (s for s in told if s.first <= last.match.trigger < min(s.end, last.first))
    last = next((s for s in around if s.match.trigger < s.first), last)
    return last.speakers if len(last.speakers) == 1 else []


def _outside(
    reading: Reading, said: tuple[int, int], one: Filler, before: list[Statement]
) -> Statement | None:
    """Return who spoke last, but for whoever speaks inside the quotation that "…, it said" ends."""
    quoted = {*reading.text.quotes[slice(*said)]} - {0, reading.text.quotes[one.first]}
    outside = (s for s in reversed(before) if reading.text.quotes[s.match.trigger] not in quoted)
    return next(outside, None)


def _meant(
    finder: SpeakerFinder, match: Match, pronoun: Filler, before: list[Statement]
) -> list[Filler]:
    """Return who spoke last where "they", "it also" goes on; whom "it" that denies is of."""
    mention, last = finder.reading.mentions[pronoun.mention], _last_word(before)
    all_of_them = _goes_on_for_all(mention, last)
    if all_of_them or _goes_on_as_well(finder, mention, last):
        return last.speakers
    answers = match.rule.set["act"] in ANSWERING
    return _accused(finder, pronoun, before[-1]) if answers else []


def _meant_behind(
    finder: SpeakerFinder,
    match: Match,
    speakers: list[Filler],
    said: tuple[int, int],
    before: list[Statement],
) -> list[Filler]:
    """Return who spoke last where a pronoun stands behind what is said: "Guns were sent, it said".

    Whoever spoke last goes on, and nobody whom the words are about: where nobody spoke before,
    nobody is known to.
    """
    reading, pronoun = finder.reading, speakers[0]
    if pronoun.first <= said[0] or match.trigger - pronoun.end not in GROUP:
        return speakers
    word = reading.text.lower[pronoun.first]
    meant = reading.mentions[pronoun.mention]
    about = _are_about(reading, (said[0], pronoun.first), meant)
    # Of "the expert", or whoever is only told of, and the speaker, "he" is the speaker.
    vague = meant.name.islower() or _is_only_told_of(reading, meant, pronoun, before)
    if word not in ("it", "they") and not (vague or (about and reading.text.quotes[said[0]])):
        return speakers
    outer = [other for other in before if other.match.trigger not in range(*said)]
    last = _outside(reading, said, pronoun, outer if vague else before)
    near = last is not None and _distance(pronoun, last) <= NEAR
    if last is not None and near and _can_mean(finder, word, last.speakers):
        return last.speakers
    return (_who_opens(finder, pronoun.first) if last is None else []) if about else speakers


def _who_opens(finder: SpeakerFinder, pronoun: int) -> list[Filler]:
    """Return whom a sentence opens with that "…, it said" ends, where nobody spoke before."""
    word = finder.lower[pronoun]
    if word not in ("it", "they"):
        return []
    found, end = finder.phrases.right(finder.first - 1)
    acts = len(found) == 1 and end < pronoun and finder.tags[end] in "VAM"
    told = acts and finder.tags[pronoun - 1] == "," and finder.voices.is_somebody(found)
    return found if told and _can_mean(finder, word, found) else []


def _is_only_told_of(
    reading: Reading, meant: Mention, pronoun: Filler, before: list[Statement]
) -> bool:
    """Tell whether somebody was named last in what another said, and never spoke."""
    spoke = {m.name for other in before for m in reading.named(other.speakers)}
    named = [m for m in reading.mentions[: pronoun.mention] if m.name == meant.name]
    if meant.name in spoke or not named:
        return False
    return any(other.first <= named[-1].first < other.end for other in before)


def _last_word(before: list[Statement]) -> Statement:
    """Return who spoke last: the report of "the report said that Oslo had agreed"."""
    last = before[-1]
    tags = last.match.tags
    if last.match.rule.set["act"] != "promise" and tags[last.match.trigger] in "VG":
        return last
    told = [s for s in before[:-1] if s.sentence is last.sentence]
    told = [s for s in told if tags[s.match.trigger] in "VG"]  # no "accusations made by Lino"
    return governing(told, last.match.trigger) or last


def _goes_on_for_all(pronoun: Mention, last: Statement) -> bool:
    """Tell whether "they" are all who spoke last, though it was read as one of them."""
    they = last.lower[pronoun.first] == "they" and len(last.speakers) > 1
    names = {speaker.name for speaker in last.reading.named(last.speakers)}
    return they and (pronoun.name in names or not pronoun.country)


def _goes_on_as_well(finder: SpeakerFinder, pronoun: Mention, last: Statement) -> bool:
    """Tell whether "It said", "He also" open a sentence and go on for who spoke in that before."""
    reading = finder.reading
    word, behind = reading.text.lower[pronoun.first : pronoun.first + 2]
    opening = reading.text.sentences[reading.text.sentence_of[pronoun.first]].first
    opens = pronoun.first == opening + (reading.text.lower[opening] in ("but", "and", "yet"))
    if not opens or _distance(pronoun, last) != 1:
        return False
    before = last.speakers[0]
    one = not reading.text.lower[before.end - 1].endswith("s")
    agrees = word in ("it", "they") and one == (word == "it")
    goes_on = behind == "also" or (agrees and behind in reading.lexicon["going_on_saying"])
    return goes_on and _can_mean(finder, word, last.speakers)


def _are_about(reading: Reading, said: tuple[int, int], meant: Mention) -> bool:
    """Tell whether the words said, or what is quoted of them, name whom a pronoun seems to mean."""
    quotes = reading.text.quotes
    quoted = any(quotes[slice(*said)])
    return any(
        mention.name == meant.name and bool(quotes[mention.first]) == quoted
        for _, mention in reading.mentions_between(*said)
        if mention.name
    )


def _distance(pronoun: Filler | Mention, last: Statement) -> int:
    return last.reading.text.sentence_of[pronoun.first] - last.sentence.number


def _can_mean(finder: SpeakerFinder, word: str, speakers: list[Filler]) -> bool:
    """Tell whether "it", "they", "he" or "she" can stand for those who spoke."""
    kinds = {speaker.kind for speaker in finder.reading.named(speakers)}
    firm = finder.lower[speakers[0].first - 1] in finder.words.bodies  # "the firm Vantor Marine"
    people = not kinds.isdisjoint(PERSONS - {"name"} if firm else PERSONS)
    people = people or finder.lower[speakers[0].first] in HE_OR_SHE
    several = len(speakers) > 1 or _is_plural(finder, speakers[0])
    if word == "they":
        return several or not people
    officials = several and kinds <= {"title"}  # "experts" are no "he"
    body = finder.lower[finder.voices.head(speakers[0])] in finder.words.bodies
    people = people or (not kinds and not body and word != "it")  # "a diplomat"
    return people == (word != "it") and not officials


def _is_plural(finder: SpeakerFinder, one: Filler) -> bool:
    """Tell "the analysts" from "the JCS" and "the Joint Chiefs", which are one body."""
    text, last = finder.reading.text, one.end - 1
    opens = text.sentences[text.sentence_of[last]].first == last
    named = not opens and not text.words[last].islower()
    return text.lower[last].endswith("s") and not named


def _accused(finder: SpeakerFinder, pronoun: Filler, before: Statement) -> list[Filler]:
    """Return whom "it" means that denies what it is accused of; empty = nobody else."""
    fillers = before.match.fillers
    accused = fillers.get("target_on") or fillers.get("target") or []
    return accused if accused and _can_mean(finder, finder.lower[pronoun.first], accused) else []
