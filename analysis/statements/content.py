"""What a statement says: the clause behind or before its verb, and quotations that go on."""

from __future__ import annotations

from dataclasses import replace

from analysis.matching import Match
from analysis.reading import Reading
from analysis.roles import Filler, SurfaceResolver
from analysis.statements.named import own_countries
from analysis.statements.statement import Statement
from analysis.text import DASHES, Sentence

CONTENT_OPENERS = frozenset({"of", "for", "that", "over"})
TELL = "statement.tell"
# What these open is no part of what the sentence tells.
DESPITE = frozenset({"despite", "amid", "amidst", "notwithstanding"})
SAID = frozenset("said says told added warned announced".split())
# "…, a statement from Oslo said".
AUTHORED = frozenset({"from", "by"})
# A clause before "…, officials said" has at least so many tokens.
SHORTEST_CLAUSE = 3
# So many words may stand between a verb and its "that": "said in a statement on Monday that".
BEFORE_THAT = 7


def find_content(reading: Reading, match: Match, speakers: list[Filler]) -> tuple[int, int]:
    """Return the tokens [first, end) of what is said."""
    first, end = _find_clause(reading, match, speakers)
    return first, _before_comment(reading, first, end) if first >= match.end else end


def _before_comment(reading: Reading, first: int, end: int) -> int:
    """Return where a comment begins: "…, a charge Oslo denies", "…, which it calls a lie"."""
    tags, lower, lexicon = reading.tags, reading.text.lower, reading.grammar.lexicon
    for comma in range(first + SHORTEST_CLAUSE, end - 2):
        if tags[comma] != "," or reading.text.quotes[comma]:
            continue
        noun = comma + 1 + (tags[comma + 1] == "D")
        if lower[noun] == "something" and tags[noun + 1] in "XOR":
            return comma
        # No "…, reports Reuters", where only the article tells a noun from the verb.
        behind = "XpREV" if noun > comma + 1 else "RE"
        if lower[noun] in lexicon["claims"] and tags[noun + 1] in behind:
            return comma
        # What "he" calls it may be in the speaker's own words.
        verb = next((t for t in range(comma + 2, end) if tags[t] not in "XDO#AB"), end)
        called = lower[comma + 1] == "which" and verb > comma + 2 and verb < end
        if called and not lexicon["commenting"].isdisjoint(reading.lemmas(verb)):
            return comma
    return end


def _find_clause(reading: Reading, match: Match, speakers: list[Filler]) -> tuple[int, int]:
    sentence, where = match.sentence, match.rule.set["content"]
    if where == "sentence":
        if _is_inserted(reading, match, speakers):
            if reading.tags[match.trigger - 2] == "R":
                return match.trigger - 2, sentence.end  # nothing before "which, they say, …"
            return _last_clause(reading, sentence.first, match.trigger), sentence.end
        if match.trigger - sentence.first > SHORTEST_CLAUSE:
            return _last_clause(reading, sentence.first, match.trigger), match.trigger
        comma = next(
            (t for t in range(match.end, sentence.end) if reading.tags[t] == ","), match.end
        )
        return comma, sentence.end
    if where == "of":
        for token in range(match.end, sentence.end):
            if reading.text.lower[token] in CONTENT_OPENERS:
                return token + 1, sentence.end
    if where in ("clause", "claim", "quoted"):
        return _said_clause(reading, match, speakers)
    if match.rule.set.get("repeats") and _tells_before(reading, match, speakers):
        return sentence.first, match.trigger
    return match.end, _after_despite(reading, match)


def _tells_before(reading: Reading, match: Match, speakers: list[Filler]) -> bool:
    """Tell "the claim that Oslo …, made by Rome" from "claims made by Rome that Oslo …"."""
    end = max([match.end, *(filler.end for filler in speakers)])
    before = reading.tags[match.sentence.first : match.resolver.group_start(match.trigger)]
    return match.passive and reading.tags[end] != "R" and any(tag in "VAM" for tag in before)


def _after_despite(reading: Reading, match: Match) -> int:
    """Return where "despite doubts voiced by Oslo, …" ends; else the end of the sentence."""
    sentence, lower = match.sentence, reading.text.lower
    if lower[sentence.first] in DESPITE and reading.tags[match.trigger] in "EG":
        for token in range(match.end, sentence.end):
            if reading.tags[token] == ",":
                return token
    return sentence.end


def _last_clause(reading: Reading, first: int, end: int) -> int:
    """Return where a source's words begin: "X said it was over, and 40 died, according to Y"."""
    tags = reading.tags
    said = False
    start = first
    for token in range(first, end - SHORTEST_CLAUSE):
        said = said or (tags[token] == "V" and reading.text.lower[token] in SAID)
        if said and tags[token] == "," and tags[token + 1] in "RC":
            start = token + 1
    return start


def _is_inserted(reading: Reading, match: Match, speakers: list[Filler]) -> bool:
    """Tell "the guns, which, according to Oslo, were sent": the clause goes on behind it."""
    tags, end = reading.tags, max([match.end, *(filler.end for filler in speakers)])
    before = tags[match.trigger - 1] if match.trigger > match.sentence.first else ""
    return (
        before == ","
        and tags[end : end + 1] == [","]
        and tags[end + 1 : end + 2] in (["A"], ["V"], ["M"])
    )


def _said_clause(reading: Reading, match: Match, speakers: list[Filler]) -> tuple[int, int]:
    """The clause before the verb where the verb stands behind it: "… , officials said"."""
    sentence, tags, quotes = match.sentence, reading.tags, reading.text.quotes
    behind = match.end, sentence.end
    if match.end >= sentence.end:
        return sentence.first, match.trigger
    if match.trigger == sentence.first and tags[match.trigger] == "G" and speakers:
        return match.end, max(match.end, speakers[0].first)  # "Saying that …, the minister left"
    if _opens_that_clause(reading, match):
        return behind
    start = min(
        [filler.first for filler in speakers if filler.first >= sentence.first] + [match.trigger]
    )
    closing = start - 1
    passed_on = reading.text.lower[match.trigger - 1] == "as"  # "…, TASS quoted him as saying"
    while closing > sentence.first and (
        tags[closing] in ("DOEB#VXp" if passed_on else "DOEB#")
        or _is_origin(reading, closing)
        or (reading.text.lower[closing] in AUTHORED and tags[closing - 1] == "O")
    ):
        closing -= 1
    if tags[closing] == tags[match.end] == "," and closing > sentence.first:
        return sentence.first, sentence.end  # "The deal, the minister said, would …"
    if closing - sentence.first < SHORTEST_CLAUSE or tags[closing] not in ",Q":
        return behind
    before = sentence.first, closing
    if not any(tag in "VAM" for tag in tags[slice(*before)]) and not any(quotes[slice(*before)]):
        return behind
    dash = tags[match.end] == ";" and reading.text.lower[match.end] in DASHES
    of = reading.text.lower[match.end] == "of" and any(quotes[slice(*before)])
    if dash or of:
        return before  # "…, Oslo says - a claim that Rome calls “nonsense”", "“…,” he said of it"
    quoted_before, quoted_behind = any(quotes[slice(*before)]), any(quotes[slice(*behind)])
    if quoted_behind:
        return (sentence.first, sentence.end) if quoted_before else behind
    # "…, the minister said on Monday during a visit": what follows the verb is no clause.
    more = any(tag in "VAM" for tag in tags[slice(*behind)])
    after = tags[_behind_told(match)]
    return before if quoted_before or not more or after in "PtB#,;" else behind


def _is_origin(reading: Reading, token: int) -> bool:
    """Tell "…, Norwegian daily Aftenposten said", "…, Chad's army said": whose speaker it is."""
    number = reading.mention_at[token]
    if number < 0:
        return False
    mention = reading.mentions[number]
    return mention.kind == "demonym" or mention.possessive


def _behind_told(match: Match) -> int:
    """Return the token behind a verb and whom it tells: "told lawmakers, while …"."""
    tags, end = match.resolver.tags, match.end
    while match.rule.id == TELL and end < match.sentence.end - 1 and tags[end] in "XODp":
        end += 1
    return end


def _opens_that_clause(reading: Reading, match: Match) -> bool:
    """Tell "said that", "announced on Monday that it …" from "said in a report that was late"."""
    lower, tags, end = reading.text.lower, reading.tags, match.sentence.end
    token = match.end
    while token < min(end, match.end + BEFORE_THAT) and tags[token] in "tB#PDOX":
        token += 1
    if token + 1 >= end or lower[token] != "that":
        return False
    return token == match.end or tags[token + 1] in "pXDO"


def attach_quotations(reading: Reading, statements: list[Statement]) -> None:
    """Let quotations that go on without a cue belong to who spoke last; in place."""
    cued = {statement.sentence.number for statement in statements}
    sentences, quotes = reading.text.sentences, reading.text.quotes
    # A quotation that a later cue goes on with is that speaker's from its beginning.
    owners = {
        number: statement.sentence.number
        for statement in reversed(statements)
        for number in quotes[statement.first : statement.end]
        if number not in (0, quotes[statement.match.trigger])
    }
    for place, statement in enumerate(statements):
        _extend(reading, statement)
        following = statements[place + 1 : place + 2]
        if following and following[0].sentence.number == statement.sentence.number:
            continue
        for sentence in sentences[statement.sentence.number + 1 :]:
            number = quotes[sentence.first]
            if sentence.number in cued or not _is_quoted(reading, sentence):
                break
            if owners.get(number, statement.sentence.number) != statement.sentence.number:
                break
            statement.end = sentence.end
            statement.quotation = statement.quotation or number


def further_sentences(reading: Reading, statements: list[Statement]) -> list[Statement]:
    """Return what else is said in quotations of several sentences, a statement a sentence.

    Whatever the cue does, these only say; their own words tell what else they do.
    """
    told = {statement.sentence.number for statement in statements}
    found = []
    for statement in statements:
        if not statement.quotation:
            continue
        first = reading.text.sentence_of[statement.first]
        last = reading.text.sentence_of[max(statement.end - 1, statement.first)]
        for sentence in reading.text.sentences[first : last + 1]:
            if sentence.number not in told and _is_quoted(reading, sentence):
                told.add(sentence.number)
                said = say_throughout(reading, statement.match, sentence, statement.speakers)
                said.opening = statement
                found.append(said)
    return found


def join_repetitions(reading: Reading, statements: list[Statement]) -> None:
    """Let further sentences of a quotation that only do the same again share its row; in place."""
    carrying: dict[tuple[int, str, frozenset[str]], Statement] = {}
    for number, statement in enumerate(statements):
        opening = statement.opening
        if opening is None:
            statement.repeats = _spelt_out(reading, statement, statements[:number])
            continue
        aimed = _aimed_at(reading, statement)
        key = id(opening), statement.act, aimed
        # What one state says about another counts by itself.
        about_state = aimed and own_countries(reading, statement)
        same = statement.act == opening.act and aimed <= _aimed_at(reading, opening)
        if same or (statement.act == "say" and not about_state):
            statement.repeats = opening
        elif carrying.setdefault(key, statement) is not statement:
            statement.repeats = carrying[key]


def _spelt_out(reading: Reading, statement: Statement, before: list[Statement]) -> Statement | None:
    """Return the denial that "rejected the charge, denying that …" goes on with."""
    if statement.act != "deny" or reading.tags[statement.match.trigger] != "G":
        return None
    same = (
        other
        for other in before
        if other.sentence is statement.sentence
        and other.act == "deny"
        and other.speakers == statement.speakers
    )
    return next(same, None)


def _aimed_at(reading: Reading, statement: Statement) -> frozenset[str]:
    numbers = (filler.mention for filler in statement.targets)
    return frozenset(reading.mentions[n].country for n in numbers if n >= 0) - {""}


def say_throughout(
    reading: Reading, match: Match, sentence: Sentence, speakers: list[Filler]
) -> Statement:
    """Return a whole sentence as said, its cue being elsewhere."""
    resolver = SurfaceResolver(reading, sentence)
    said = replace(
        match, rule=match.rule.saying, sentence=sentence, fillers={}, resolver=resolver,
        passive=False,
    )  # fmt: skip
    statement = Statement(said, sentence, speakers, "say", sentence.first, sentence.end)
    statement.quotation = max(reading.text.quotes[sentence.first : sentence.end], default=0)
    return statement


def _extend(reading: Reading, statement: Statement) -> None:
    """Take in the whole of the quotations that the content is part of, none that tells of it."""
    quotes = reading.text.quotes
    parts = {*quotes[statement.first : statement.end]} - {0, quotes[statement.match.trigger]}
    while statement.end < len(quotes) and quotes[statement.end] in parts:
        statement.end += 1
    while statement.first and quotes[statement.first - 1] in parts:
        statement.first -= 1


def _is_quoted(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a sentence stands in quotation marks as a whole."""
    inside = reading.text.quotes[sentence.first : sentence.end]
    return all(inside) or (len(inside) > 1 and all(inside[:-1]))
