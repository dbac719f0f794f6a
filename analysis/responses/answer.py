"""How far back an answer refers: "denied it", "called the reports baseless", "had no comment"."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.grammar import COPULAS
from analysis.reading import Reading
from analysis.rulebook import Rulebook
from analysis.statements import Statement, name_actor

# How many sentences back an answer may refer: without naming its matter, and naming it.
NEAR = 12
FAR = 40
# "Iran denied it on Monday": an answer of so few words tells nothing of its own.
SHORT = 4
# So far behind its verb an answer says what it answers.
BEHIND = 12
# What an answer refers back with: by itself, or where no clause of its own follows.
ANAPHORA = frozenset("so such involvement wrongdoing information".split())
PRONOUNS = frozenset("it this that them these those".split())
# "Confirmed the move".
DEFINITE = frozenset({"the", "this", "that", "these", "those", "such", "its", "their"})
# What is declined by those who leave open whether it happened.
DECLINED = frozenset(
    "comment comments commented commenting confirm confirmed confirming deny denied denying"
    " denial drawn discuss discussing".split()
)
COMMENTED = frozenset({"comment", "comments", "commented", "commenting", "drawn"})
DISCUSSED = frozenset({"discuss", "discussing"})
# A claim whose words follow says itself what is denied: "refuted the claim that it was late".
OWN_WORDS = frozenset("that of about it he they".split())
FINDINGS = frozenset("conclusion conclusions finding findings".split())


@dataclass(frozen=True, slots=True)
class Answer:
    """A statement that answers, its speakers' states, and its tokens [first, end)."""

    statement: Statement
    countries: frozenset[str]
    first: int
    end: int


def read_answer(reading: Reading, statement: Statement, others: list[Statement]) -> Answer:
    """Return an answer with the states whose it is and what it says in its own sentence.

    It ends where the same speakers go on with another act: "confirmed the sale but refused to".
    """
    named = [name_actor(reading, filler, "by") for filler in statement.speakers]
    countries = frozenset(str(row["by_country"]) for row in named) - {""}
    first = max(statement.first, statement.sentence.first)
    end = min([statement.end, statement.sentence.end, *_next_acts(reading, statement, others)])
    return Answer(statement, countries, first, end)


def _next_acts(reading: Reading, statement: Statement, others: list[Statement]) -> list[int]:
    """Return where further verbs of the same speakers begin, joined to that of an answer."""
    starts = [
        other.match.resolver.group_start(other.match.trigger) - 1
        for other in others
        if other.sentence is statement.sentence
        and other.match.trigger > statement.match.end
        and other.speakers == statement.speakers
    ]
    return [start for start in starts if reading.tags[start] == "C"]


def clause_end(reading: Reading, answer: Answer) -> int:
    """Return where the clause behind an answer's verb ends."""
    end = answer.statement.sentence.end
    tokens = range(answer.statement.match.end, end)
    return next((token for token in tokens if reading.tags[token] in ",;CSV"), end)


def find_reach(reading: Reading, answer: Answer, rulebook: Rulebook) -> int:
    """Return how many sentences back an answer refers; 0 = it is about something else.

    "Declined to comment" and "denied it" mean what was told just before; "denied the arms deals"
    names its matter, wherever that was told.
    """
    statement = answer.statement
    if statement.act == "decline":
        return NEAR if _withholds(reading, answer, rulebook) else 0
    if statement.defends:
        defended = reading.text.lower[statement.match.end : clause_end(reading, answer)]
        return 0 if reading.grammar.lexicon["defended"].isdisjoint(defended) else FAR
    denies = statement.act == "deny"
    gives = _does(reading, answer, rulebook.transfer_verbs & rulebook.acts.speech.arming)
    if denies and not gives and _does(reading, answer, reading.grammar.lexicon["firing"]):
        return 0
    if _names_transfer(reading, answer, given=gives or statement.act != "confirm"):
        return FAR
    if denies and (gives or denies_backing(reading, answer, rulebook)):
        return NEAR  # "denied having armed anybody"
    if denies:
        refers = _is_brief(reading, answer) or _refers_back(reading, answer, rulebook)
    else:
        refers = _confirms_move(reading, answer, rulebook)
    return NEAR if refers and not _has_own_content(reading, answer, rulebook) else 0


def _withholds(reading: Reading, answer: Answer, rulebook: Rulebook) -> bool:
    """Tell "declined to comment", "would not say whether it had sold them" from "to attend"."""
    statement, lower = answer.statement, reading.text.lower
    trigger = statement.match.trigger
    said = lower[trigger : min(statement.sentence.end, trigger + BEHIND)]
    gives = _does(reading, answer, rulebook.transfer_verbs & rulebook.acts.speech.arming)
    if gives and "whether" in said:
        return True
    own = not gives and lower[statement.match.end].endswith("ing")
    return not (own or DECLINED.isdisjoint(said) or _has_own_matter(reading, answer, rulebook))


def _names_transfer(reading: Reading, answer: Answer, *, given: bool) -> bool:
    """Tell an answer that names a delivery, or arms that are `given`."""
    first = answer.statement.sentence.first if answer.statement.match.passive else answer.first
    named = next(reading.items_between(first, answer.end), None) is not None
    sent = reading.grammar.lexicon["transferring"]
    return (named and given) or not sent.isdisjoint(reading.text.lower[first : answer.end])


def denies_backing(reading: Reading, answer: Answer, rulebook: Rulebook) -> bool:
    """Tell "denied that it backed the rebels", "denied any links to them", and no claim or gift."""
    statement, lexicon, lower = answer.statement, reading.grammar.lexicon, reading.text.lower
    first, end = statement.match.end, clause_end(reading, answer)
    given = rulebook.transfer_verbs & rulebook.acts.speech.arming
    if statement.act != "deny" or _does(reading, answer, given):
        return False
    if not (reading.grammar.lexicon["claims"] | ANAPHORA).isdisjoint(lower[first:end]):
        return False
    verbs = (token for token in range(first, end) if reading.tags[token] in "VIGE")
    backs = any(not lexicon["helping"].isdisjoint(reading.lemmas(token)) for token in verbs)
    return backs or not lexicon["backing"].isdisjoint(lower[first:end])


def _confirms_move(reading: Reading, answer: Answer, rulebook: Rulebook) -> bool:
    """Tell "confirmed it", "confirmed the move" from "confirmed that it will rain"."""
    lower, lexicon = reading.text.lower, reading.grammar.lexicon
    trigger, end = answer.statement.match.trigger, answer.statement.sentence.end
    taken_up = reading.grammar.lexicon["claims"] | lexicon["dealing"] | lexicon["moves"]
    agreed = "yes" in lower[slice(*answer.statement.said())]
    return (
        agreed
        or _points_back(reading, trigger + 1, end)
        or any(
            lower[token] in taken_up and not DEFINITE.isdisjoint(lower[token - 2 : token])
            for token in range(trigger + 1, min(end, trigger + BEHIND))
        )
    )


def _is_brief(reading: Reading, answer: Answer) -> bool:
    """Tell "denied it on Monday" and "said that it had not", which say nothing of their own."""
    tags = [tag for tag in reading.tags[slice(*answer.statement.said())] if tag not in ",;Q"]
    return len(tags) < SHORT or tags[-1] == "N"


def _does(reading: Reading, answer: Answer, verbs: frozenset[str]) -> bool:
    """Tell "denied that it is giving rockets" from "denied that it had fired rockets"."""
    first, _ = answer.statement.said()
    return any(
        reading.tags[token] in "VIGE" and not verbs.isdisjoint(reading.lemmas(token))
        for token in range(first, min(answer.end, first + BEHIND))
    )


def _refers_back(reading: Reading, answer: Answer, rulebook: Rulebook) -> bool:
    """Tell whether a denial names a claim, or points at one: "denied it", "such plans"."""
    match, sentence = answer.statement.match, answer.statement.sentence
    said, end = answer.statement.said()
    first = said  # "“This is a lie,” he said"
    if end > match.trigger:
        first = sentence.first if match.passive else match.trigger + 1
        end = min(sentence.end, said + BEHIND)
    words = reading.grammar.lexicon["claims"] | ANAPHORA | match.rule.with_words
    if not words.isdisjoint(reading.text.lower[first:end]):
        return True
    return any(_points_back(reading, token, sentence.end) for token in range(first, end))


def _points_back(reading: Reading, token: int, end: int) -> bool:
    """Tell "denied it." and "denied this on Monday" from "denied it had fired"."""
    if token >= end or reading.text.lower[token] not in PRONOUNS:
        return False
    if token + 1 >= end:
        return True
    word, tag = reading.text.lower[token], reading.tags[token + 1]
    quoted = reading.text.quotes[token] > 0  # nobody calls itself "it" there
    if (word != "it" or quoted) and reading.text.lower[token + 1] in COPULAS:
        return True
    if reading.text.lower[token + 2 : token + 5] == ["not", "the", "case"]:
        return True
    # "Acknowledged that even if …" has a clause behind.
    return tag in ";,PtQC" or (tag == "B" and word != "that")


def _has_own_matter(reading: Reading, answer: Answer, rulebook: Rulebook) -> bool:
    """Tell "declined to comment on the budget" from "on the report", "on it", "on the rifles"."""
    lower, lexicon = reading.text.lower, reading.grammar.lexicon
    end = answer.statement.sentence.end
    behind = range(answer.statement.match.trigger, min(end, answer.statement.match.trigger + SHORT))
    start = next((t + 1 for t in behind if lower[t] in COMMENTED | DISCUSSED), end)
    on = start < end - 1 and (lower[start] in ("on", "about") or lower[start - 1] in DISCUSSED)
    if not on or reading.tags[start + 1] == "t":
        return False  # "declined to comment on Friday"
    matter = lower[start:end]
    named = next(reading.items_between(start, end), None) is not None
    known = reading.grammar.lexicon["claims"] | lexicon["transferring"] | lexicon["dealing"]
    known = known | lexicon["moves"] | lexicon["told_of"] | PRONOUNS | ANAPHORA
    return not named and known.isdisjoint(matter)


def _has_own_content(reading: Reading, answer: Answer, rulebook: Rulebook) -> bool:
    """Tell "refuted the claim that it was late", which says itself what is denied."""
    lower, claims = reading.text.lower, reading.grammar.lexicon["claims"]
    for token in range(answer.statement.match.trigger + 1, answer.statement.sentence.end - 1):
        if lower[token] in claims:
            # "The findings of the report" says only whose they are.
            found = lower[token] in FINDINGS and lower[token + 1] == "of"
            return lower[token + 1] in OWN_WORDS and not found
    return False
