"""What is told inside a statement of the speaker's own side: "said his government rejects it"."""

from __future__ import annotations

from analysis.acts import SpeechWords
from analysis.grammar import OWN_POSSESSIVES
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.statements.naming import country_of
from analysis.statements.statement import Statement, governing

# What "his" and "its" before these and "country" do, who says so does.
OWN_SIDE = frozenset({"administration", "side", "people", "state"})


def settle_sides(
    reading: Reading, statements: list[Statement], words: SpeechWords
) -> list[Statement]:
    """Give what "his government rejects" to who says so; in place.

    What one's own side is said to be determined to do, who says so promises; others who are said to
    be have promised nothing. What somebody denies has nobody said: that is left out, and "its
    inquiry found" inside the inquirer's words.
    """
    home = reading.lexicon["home"] | OWN_SIDE
    kept = []
    for statement in statements:
        trigger, speaker = statement.match.trigger, statement.speakers[0]
        around = governing([s for s in statements if s is not statement], trigger)
        if around is None:
            kept.append(statement)
            continue
        inside = around.match.end <= speaker.first
        own = _is_owned(reading, speaker, home) or _is_body(reading, speaker, around, words)
        if inside and own:
            statement.speakers = around.speakers
        elif _is_only_described(statement):
            if not _is_of_own_side(reading, statement, around):
                continue
            statement.speakers, around.own_words = around.speakers, statement
        elif _is_owned(reading, speaker, reading.lexicon["own_papers"]) or any(
            _is_denied(reading, other, speaker) for other in statements if other.covers(trigger)
        ):
            continue  # no act of its own
        kept.append(statement)
    return kept


def _is_owned(reading: Reading, speaker: Filler, nouns: frozenset[str]) -> bool:
    """Tell "his government" and "our country" from "his aide", by the nouns that count."""
    whose = reading.text.lower[speaker.first] in OWN_POSSESSIVES
    return speaker.mention < 0 and whose and reading.text.lower[speaker.end - 1] in nouns


def _is_body(reading: Reading, speaker: Filler, around: Statement, words: SpeechWords) -> bool:
    """Tell the "it" of "the company said it expects"."""
    body = around.speakers[0]
    it = reading.text.lower[speaker.first] == "it" and body.mention < 0
    return it and reading.text.lower[body.end - 1] in words.bodies


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
