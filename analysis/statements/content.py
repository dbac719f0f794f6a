"""What a statement says: the clause behind or before its verb, up to what another says."""

from __future__ import annotations

from analysis.grammar import DESPITE, TEMPORAL
from analysis.matching import Match
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.roles.insertions import find_insertions
from analysis.statements.statement import Statement
from analysis.text import DASHES, find_tokens

TELL = "statement.tell"
# A clause before "…, officials said" has at least so many tokens.
SHORTEST_CLAUSE = 3
# What may stand before a participle that opens a sentence: "while", "in", "again".
OPENING_TAGS = frozenset("SPB")
# What another says stands behind these.
CONTRASTING = frozenset({";", "but", "while", "whereas", "though", "although", "yet"})
# … and what the article adds: "…, though there was no sign of it".
ADMITTING = (["though", "there"], ["although", "there"], ["but", "there"])
# So many words may stand between a verb and its "that": "said in a statement on Monday that".
BEFORE_THAT = 7
# So long is what commas put in between.
ASIDE = 14


def find_content(match: Match, speakers: list[Filler]) -> tuple[int, int]:
    """Return the tokens [first, end) of what is said."""
    first, end = _find_clause(match, speakers)
    if first < match.end:
        return first, end
    return _past_aside(match.reading, first, end), _before_comment(match, first, end)


def _past_aside(reading: Reading, first: int, end: int) -> int:
    """Step over what is put in: "insisted, as it had, | that", "said in Bonn, where …, | that"."""
    # Not "dismissed a charge by Oslo, told in May, that", where the object tells whose it is.
    place = reading.tags[first] in "tBP"
    stop = min(end, first + BEFORE_THAT)
    comma = reading.skip_right(first, "tB#PDOX", stop) if place else first
    if comma >= end or reading.tags[comma] != ",":
        return first
    near = range(comma + 1, min(end - 1, comma + ASIDE))
    closing = next((t for t in near if reading.tags[t] == ","), first)
    return closing + 1 if reading.text.lower[closing + 1] == "that" else first


def _before_comment(match: Match, first: int, end: int) -> int:
    """Return where a comment begins: "…, a charge Oslo denies", "…, which it calls a lie".

    Not "said Chad, which denies it, had sent tanks".
    """
    reading, tags, lower, lexicon = match.reading, match.tags, match.lower, match.lexicon
    for comma in range(first + SHORTEST_CLAUSE, end - 2):
        if tags[comma] != "," or reading.text.quotes[comma]:
            continue
        noun = comma + 1 + (tags[comma + 1] == "D")
        if lower[noun] == "something" or lower[comma + 1 : comma + 3] in ADMITTING:
            return comma
        # No "…, reports Reuters", where only the article tells a noun from the verb.
        behind = "DXpREV" if noun > comma + 1 else "RE"
        if lower[noun] in lexicon["claims"] and tags[noun + 1] in behind:
            return comma
        # What "he" calls it may be in the speaker's own words.
        verb = reading.skip_right(comma + 2, "XDO#AB", end)
        called = lower[comma + 1] == "which" and verb > comma + 2
        if called and not lexicon["commenting"].isdisjoint(reading.lemmas(verb)):
            inserted = find_insertions(reading, match.sentence)
            return end if any(comma == tokens.start for tokens in inserted) else comma
    return end


def _find_clause(match: Match, speakers: list[Filler]) -> tuple[int, int]:
    sentence, where = match.sentence, match.rule.set["content"]
    if where == "sentence":
        if _is_inserted(match, speakers):
            return _last_clause(match.reading, sentence.first, match.trigger), sentence.end
        if match.trigger - sentence.first > SHORTEST_CLAUSE:
            return _last_clause(match.reading, sentence.first, match.trigger), match.trigger
        return next(find_tokens(match.tags, ",", match.end, sentence.end), match.end), sentence.end
    if where == "of":
        for token in range(match.end, sentence.end):
            if match.lower[token] in ("of", "for", "that", "over"):
                return token + 1, _behind_reduced(match)
    if where in ("clause", "claim", "quoted"):
        return _said_clause(match, speakers)
    if match.rule.set.get("repeats") and _tells_before(match, speakers):
        return sentence.first, match.trigger
    return match.end, min(_after_despite(match), _behind_reduced(match), _behind_inserted(match))


def _tells_before(match: Match, speakers: list[Filler]) -> bool:
    """Tell "the claim that Oslo …, made by Rome" from "claims made by Rome that Oslo …"."""
    end = max([match.end, *(filler.end for filler in speakers)])
    before = match.tags[match.sentence.first : match.resolver.group_start(match.trigger)]
    return match.passive and match.tags[end] != "R" and any(tag in "VAM" for tag in before)


def _after_despite(match: Match) -> int:
    """Return where "despite doubts voiced by Oslo, …" ends; else the end of the sentence."""
    sentence = match.sentence
    opens = match.lower[sentence.first] in DESPITE and match.tags[match.trigger] in "EGO"
    commas = find_tokens(match.tags, ",", match.end, sentence.end)
    return next(commas, sentence.end) if opens else sentence.end


def _behind_inserted(match: Match) -> int:
    """Return where "Chad, which denies it, | sent tanks" goes on; else the sentence's end."""
    inserted = find_insertions(match.reading, match.sentence)
    behind = (tokens.stop - 1 for tokens in inserted if match.trigger in tokens)
    return next(behind, match.sentence.end)


def _behind_reduced(match: Match) -> int:
    """Return where "rebels accused by Oslo of theft | and sent tanks" goes on with what they did.

    Else the end of the sentence.
    """
    sentence, tags, resolver = match.sentence, match.tags, match.resolver
    if not resolver.stands_alone(match.trigger):
        return sentence.end
    for token in range(match.end, sentence.end - 1):
        if tags[token] != "C":
            continue
        verb = match.reading.skip_right(token + 1, "B", sentence.end)
        if tags[verb] == "V" and resolver.joined_verb(token, verb) < match.trigger:
            return token
    return sentence.end


def _last_clause(reading: Reading, first: int, end: int) -> int:
    """Return where a source's words begin: "X said it was over, and 40 died, according to Y"."""
    tags = reading.tags
    said = False
    start = first
    for token in range(first, end - SHORTEST_CLAUSE):
        said = said or reading.text.lower[token] in reading.lexicon["source_verbs"]
        if said and tags[token] == "," and tags[token + 1] in "RC":
            start = token + 1
    return start


def _is_inserted(match: Match, speakers: list[Filler]) -> bool:
    """Tell "the guns, which, according to Oslo, were sent": the clause goes on behind it."""
    tags, end = match.tags, max([match.end, *(filler.end for filler in speakers)])
    return tags[end : end + 2] in ([",", "A"], [",", "V"], [",", "M"])


def _said_clause(match: Match, speakers: list[Filler]) -> tuple[int, int]:
    """The clause before the verb where the verb stands behind it: "… , officials said"."""
    sentence, tags, quotes = match.sentence, match.tags, match.reading.text.quotes
    behind = match.end, sentence.end
    if match.end >= sentence.end:
        return sentence.first, match.trigger
    opens = OPENING_TAGS.issuperset(tags[sentence.first : match.trigger])
    if opens and tags[match.trigger] == "G" and _is_inverted(match, speakers):
        return match.end, speakers[0].first  # "(While) saying that …, the minister left"
    if _opens_that_clause(match):
        return behind
    closing = min([match.trigger, *(filler.first for filler in speakers)]) - 1
    passed_on = match.lower[match.trigger - 1] == "as"  # "…, TASS quoted him as saying"
    while closing > sentence.first and (
        tags[closing] in ("DOEB#VXp" if passed_on else "DOEB#")
        or _is_origin(match.reading, closing)
        or (match.lower[closing] in ("from", "by") and tags[closing - 1] == "O")
    ):
        closing -= 1
    if tags[closing] == tags[match.end] == ",":  # "The deal, the minister said, would …"
        joined = tags[closing - 1] == "C" and not {*"VAM"}.isdisjoint(tags[slice(*behind)])
        # "Oslo sent tanks and, Rome says, | trains crews"
        return behind if joined else (sentence.first, sentence.end)
    before = sentence.first, closing
    if tags[closing] not in ",Q":
        told = not match.reading.is_form(match.trigger, match.lexicon["hoping"])
        ends = match.lower[closing] == "as" and tags[match.end] == ";"
        return before if ends and told else behind  # "The aims are peaceful, as Tehran maintains."
    if not _is_clause(match, speakers, before) and not any(quotes[slice(*before)]):
        return behind
    dash = match.lower[match.end] in DASHES
    of = match.lower[match.end] == "of" and any(quotes[slice(*before)])
    if dash or of:
        return before  # "…, Oslo says - a claim that Rome calls “nonsense”", "“…,” he said of it"
    quoted_before, quoted_behind = any(quotes[slice(*before)]), any(quotes[slice(*behind)])
    if quoted_behind:
        return (sentence.first, sentence.end) if quoted_before else behind
    # "…, the minister said on Monday during a visit": what follows the verb is no clause.
    more = any(tag in "VAM" for tag in tags[slice(*behind)])
    after = tags[_behind_told(match, speakers)]
    return before if quoted_before or not more or after in "PtB#,;" else behind


def _is_clause(match: Match, speakers: list[Filler], before: tuple[int, int]) -> bool:
    """Tell a clause before a verb of speech, or all that is said: "No risk of war, says Oslo"."""
    last = max([match.end, *(filler.end for filler in speakers)])
    closed = match.tags[last] == ";" and match.lower[last] != ":"
    over = closed or last >= match.sentence.end
    return over or any(tag in "VAM" for tag in match.tags[slice(*before)])


def _is_inverted(match: Match, speakers: list[Filler]) -> bool:
    """Tell "…, says Oslo" from "…, Oslo says"."""
    return bool(speakers) and speakers[0].first >= match.end


def _is_origin(reading: Reading, token: int) -> bool:
    """Tell "…, Norwegian daily Aftenposten said", "…, Chad's army said": whose speaker it is."""
    mention = reading.named_at(token)
    return mention is not None and (mention.kind == "demonym" or mention.possessive)


def _behind_told(match: Match, speakers: list[Filler]) -> int:
    """Return the token behind a verb, its subject there and whom it tells: "told lawmakers, …"."""
    first, end = match.end, match.sentence.end - 1
    if _is_inverted(match, speakers):
        first = speakers[-1].end
    told = match.rule.id == TELL and first < end
    return match.reading.skip_right(first, "XODp", end) if told else first


def _opens_that_clause(match: Match) -> bool:
    """Tell "said that", "announced on Monday that it …" from "said in a report that was late"."""
    lower, tags, end = match.lower, match.tags, match.sentence.end
    token = match.reading.skip_right(match.end, "tB#PDOX", min(end, match.end + BEFORE_THAT))
    if token + 1 >= end or lower[token] != "that":
        return False
    return token == match.end or tags[token + 1] in "pXDO"


def end_before_others(reading: Reading, statements: list[Statement]) -> None:
    """End what is said where another goes on, or the speaker with another act; in place."""
    before: list[Statement] = []
    for other in sorted(statements, key=lambda statement: statement.match.trigger):
        if before and before[-1].sentence is not other.sentence:
            before = []
        opener = _contrasted_at(other) if before else -1
        for statement in before:
            joined = _joined_at(other) if other.speakers == statement.speakers else -1
            behind = max(opener, joined)
            # "Said that | when Oslo announced it, …", "denied it | after Oslo accused it"
            answers = statement.act == "deny" and statement.lower[behind] in TEMPORAL
            inside = answers or statement.lower[behind - 1] == "that"
            if statement.match.end < behind and not inside:
                statement.end = max(statement.first, min(statement.end, behind))
        if before and reading.tags[other.match.trigger] == "G":
            other.end = min(other.end, _resumed_at(other))
        before.append(other)


def _contrasted_at(statement: Statement) -> int:
    """Return the "but" or semicolon before a statement's subject, or -1."""
    subject, verb = statement.speakers[0].first, statement.match.trigger
    start = statement.match.resolver.group_start(verb)
    had = "A" in statement.tags[start:verb]
    opener = subject - 1 - (statement.tags[subject - 1] == "D")
    timed = statement.lower[opener] in TEMPORAL and subject < verb
    if (had and not timed) or statement.tags[subject] == "p":
        return -1  # "but Chad had said", "but he said" may be told by the one who speaks
    # "And Oslo said", not "in Rome and Oslo, which said", "Rome and Oslo saying".
    adjoins = statement.tags[verb] == "V" and statement.speakers[0].end == start
    joined = statement.lower[opener] == "and" and adjoins
    return opener if joined or timed or statement.lower[opener] in CONTRASTING else -1


def _joined_at(statement: Statement) -> int:
    """Return the "and" before what one does besides: "said that … and condemned it", or -1."""
    trigger = statement.match.trigger
    before = statement.match.resolver.group_start(trigger) - 1
    # "Said that it would wait and respond": a base form may be a part of what is said.
    base = statement.lower[trigger] in statement.reading.lemmas(trigger)
    return before if statement.tags[before] == "C" and not base else -1


def _resumed_at(inner: Statement) -> int:
    """Return where who denies a report goes on: "denied a report saying …, calling it a lie"."""
    end = inner.sentence.end
    commas = (t for t in range(inner.match.end, end - 1) if inner.tags[t] == ",")
    return next((t for t in commas if inner.tags[t + 1] == "G"), end)
