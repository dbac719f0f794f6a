"""What an answer was asked in its own sentence: "asked if it had armed Mali, Oslo said no"."""

from __future__ import annotations

from dataclasses import replace

from analysis.reading import Reading
from analysis.responses.answer import Answer

ASKED = frozenset({"asked", "questioned", "pressed", "quizzed"})
OPENING = frozenset({"if", "whether", "about", "on", "over"})
# "Asked by reporters on Friday whether": so near behind stands what is asked.
NEAR = 6


def find_question(reading: Reading, answer: Answer) -> Answer | None:
    """Return the answer with what was asked as its tokens; None = it was not asked about itself."""
    statement, lower, tags = answer.statement, reading.text.lower, reading.tags
    sentence, cue = statement.sentence, statement.match.trigger
    asked = next((t for t in range(sentence.first, sentence.end) if lower[t] in ASKED), -1)
    if asked < 0:
        return None
    end = sentence.end
    if asked < cue:
        speakers = [speaker.first for speaker in statement.speakers if speaker.first > asked]
        end = min([cue, *speakers])
    near = range(asked + 1, min(end, asked + NEAR))
    opening = next((t for t in near if lower[t] in OPENING), -1)
    if opening < 0:
        return None
    for _, mention in reading.mentions_between(opening, end)[:1]:
        others = mention.country not in ("", *answer.countries) and not mention.possessive
        if others and tags[mention.end : mention.end + 1] not in (["P"], [","], [";"]):
            return None  # "asked if Chad had armed Mali"
    return replace(answer, first=opening + 1, end=end)
