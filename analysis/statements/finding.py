"""Matches of the rules in statements.yaml -> statements: who speaks, and what the words do."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.matching import Match
from analysis.reading import Reading
from analysis.roles import Filler, SurfaceResolver
from analysis.rulebook import Rulebook
from analysis.statements.content import end_before_others, find_content
from analysis.statements.going_on import who_goes_on
from analysis.statements.labels import Turn, find_turns, list_turns, read_headlines
from analysis.statements.meaning import find_analysts, find_meaning
from analysis.statements.quotations import (
    attach_quotations,
    further_sentences,
    join_repetitions,
    say_throughout,
)
from analysis.statements.realised import (
    is_left_unsaid,
    is_realised,
    is_supposed,
    on_its_verb,
)
from analysis.statements.recalled import aim_denials, aim_on, aim_recalled
from analysis.statements.said import is_said
from analysis.statements.sides import is_guessed, settle_sides
from analysis.statements.speakers import I_OR_WE, SpeakerFinder
from analysis.statements.statement import Statement
from analysis.statements.voices import names_nobody


def find_statements(reading: Reading, matches: list[Match], rulebook: Rulebook) -> list[Statement]:
    """Return the speech acts of a text in order; the first rule of a trigger takes it."""
    words = rulebook.acts.speech
    statements: list[Statement] = []
    taken: set[int] = set()
    nouns: set[int] = set()
    quoted: list[Match] = []
    issued: list[Match] = []
    turns = find_turns(reading)
    taken.update(turn.body - 1 for turn in turns if turn.speaker is None)
    for match in _on_verbs(matches):
        # "A charge it denies" is told by its noun.
        if match.trigger in taken or match.resolver.antecedent(match.trigger) in nouns:
            continue
        if match.rule.set.get("speaker") == "issuer":
            issued.append(match)
            continue
        if not is_realised(match, words):
            continue
        if _speaks_itself(match, in_turn=bool(turns)):
            quoted.append(match)
            continue
        statement = _statement(match, SpeakerFinder(match, words), statements)
        if statement is not None:
            taken.update(range(match.trigger, match.end))
            nouns.update([match.trigger] * bool(match.rule.nouns))
            statements.append(statement)
    statements = settle_sides(reading, statements, words)
    end_before_others(reading, statements)
    attach_quotations(reading, statements)
    statements += _labelled(reading, rulebook, turns, statements)
    statements += _own_words(reading, quoted, statements, taken)
    statements += further_sentences(reading, statements)
    if not turns:
        statements += _issued(reading, issued, statements)
        statements += _announced(reading, rulebook, statements)
    statements.sort(key=lambda s: (s.sentence.number, s.match.trigger))
    analysts = find_analysts(reading, words)
    for statement in statements:
        find_meaning(statement, statements, rulebook, analysts)
    statements = [one for one in statements if not _is_interview(one, rulebook)]
    statements = [one for one in statements if not is_guessed(one, statements, rulebook.actors)]
    aim_recalled(statements, rulebook)
    aim_on(statements)
    aim_denials(statements, rulebook)
    join_repetitions(statements)
    return statements


def _on_verbs(matches: list[Match]) -> Iterator[Match]:
    """Yield the matches of this table's rules, those of adjectives at the "is" before them."""
    told = (m for m in matches if m.rule.table == "statements")
    verbs = (on_its_verb(m) if m.rule.set.get("speaker") == "predicate" else m for m in told)
    return (match for match in verbs if match is not None)


def _statement(match: Match, finder: SpeakerFinder, before: list[Statement]) -> Statement | None:
    speakers = finder.of_match(match)
    first, end = find_content(match, speakers)
    speakers = who_goes_on(finder, match, speakers, (first, end), before)
    speakers = [one for one in speakers if not names_nobody(match, one)]
    if not speakers:
        return None
    if is_supposed(match, speakers[0].first, 1):
        return None  # "if Oslo stays out and promises to help"
    if is_left_unsaid(match, finder.phrases) or not is_said(match, (first, end)):
        return None
    statement = Statement(match, match.sentence, speakers, match.rule.set["act"], first, end)
    statement.quotation = max(match.reading.text.quotes[first:end], default=0)
    return statement


def _is_interview(statement: Statement, rulebook: Rulebook) -> bool:
    """Tell "asked by Reuters whether it sold them", where the outlet only asks."""
    asks = "ask" in statement.reading.lemmas(statement.match.trigger)
    named = statement.reading.named(statement.speakers[:1])
    return asks and any(rulebook.actors.is_outlet(one.actor_id) for one in named)


def _speaks_itself(match: Match, *, in_turn: bool) -> bool:
    """Tell whether "we", "I" or "our party" do it in what is said: “We urge both sides …”.

    `in_turn`: the text is a transcript, where they are whose turn it is.
    """
    trigger = match.trigger
    governor = match.resolver.governor(trigger) if match.tags[trigger] == "I" else -1
    if governor >= 0 and match.tags[governor] in "VI":
        trigger = governor  # "we continue to urge"
    start = match.resolver.group_start(trigger)
    lower = match.lower
    if lower[start - 2 : start] == ["like", "to"]:  # "we would like to urge"
        start = match.reading.skip_left(start - 3, "MB", match.sentence.first) + 1
    quoted = bool(match.reading.text.quotes[match.trigger])
    if quoted and lower[start - 2] == "our":
        return True  # "Our government denies it"
    if lower[start - 1] not in I_OR_WE:
        return False
    named = match.reading.named_at(start - 1)
    return quoted or in_turn or not (named and named.name)


def _own_words(
    reading: Reading, matches: list[Match], statements: list[Statement], taken: set[int]
) -> list[Statement]:
    """Return what speakers do in their own words, quoted or not: "We deny it, Oslo said"."""
    cues: dict[int, Statement] = {}
    around: dict[int, Statement] = {}
    for statement in statements:
        around.setdefault(statement.sentence.number, statement)
        quotes = reading.text.quotes
        # Whoever is told of in a quotation does not speak it.
        inside = {0, quotes[statement.match.trigger]}
        for number in {*quotes[statement.first : statement.end]} - inside:
            cues.setdefault(number, statement)
    found = []
    for match in matches:
        number = reading.text.quotes[match.trigger]
        act, end = match.rule.set["act"], match.sentence.end
        cue = cues.get(number) if number else around.get(match.sentence.number)
        if act == "say" or cue is None or match.trigger in taken:
            continue
        if not number and not cue.covers(match.trigger):
            continue
        taken.add(match.trigger)
        statement = Statement(match, match.sentence, cue.speakers, act, match.end, end)
        statement.quotation = number
        if cue.sentence.number == match.sentence.number:
            cue.own_words = statement
        found.append(statement)
    return found


def _issued(
    reading: Reading, matches: list[Match], statements: list[Statement]
) -> Iterator[Statement]:
    """Yield what "we" say in a text that is a statement as a whole, where nothing else tells."""
    told = {statement.sentence.number for statement in statements}
    issuer = reading.issuer
    for match in matches:
        number = reading.mention_at[match.trigger]
        sentence = match.sentence
        if issuer is None or number < 0 or sentence.number in told:
            continue
        if reading.mentions[number].name:
            told.add(sentence.number)
            speaker = Filler(match.trigger, match.end, mention=number, how="who issues the text")
            yield say_throughout(match, sentence, [speaker])


def _labelled(
    reading: Reading, rulebook: Rulebook, turns: list[Turn], statements: list[Statement]
) -> list[Statement]:
    """Return what labels tell: the turns of a transcript, sources at the end of headlines."""
    rule = rulebook.by_speaker.get("label")
    if rule is None:
        return []
    found = list(list_turns(reading, turns, rule, statements))
    return found + list(read_headlines(reading, rulebook.acts.speech, rule, statements + found))


def _announced(
    reading: Reading, rulebook: Rulebook, statements: list[Statement]
) -> Iterator[Statement]:
    """Yield each sentence of a statement that is announced and then given in full."""
    issuer = reading.issuer
    if issuer is None or issuer.body < 0:
        return
    # Who issues it is named somewhere, be it only by a "we".
    same = (n for n, m in enumerate(reading.mentions) if m.actor_id == issuer.mention.actor_id)
    if (named := next(same, -1)) < 0:
        return
    own = {"", issuer.mention.country}
    told: set[int] = set()
    ends: dict[int, int] = {}
    for statement in statements:
        cue, inside = statement.match.trigger, own >= statement.own_countries
        # What another state promises is told by who issues it, and what it does, saying so.
        if not inside and statement.tags[cue - 1 : cue + 1] == [",", "G"]:
            ends[statement.sentence.number] = cue
        elif inside or statement.act != "promise":
            told.add(statement.sentence.number)
    speaker = reading.filler(named, "who issues the text")
    for sentence in reading.text.sentences[reading.text.sentence_of[issuer.body] :]:
        if sentence.number not in told:
            start = max(sentence.first, issuer.body)
            resolver = SurfaceResolver(reading, sentence)
            match = Match(rulebook.by_speaker["issuer"], sentence, start, start, {}, resolver)
            said = say_throughout(match, sentence, [speaker])
            said.end = ends.get(sentence.number, said.end)
            yield said
