"""What a statement does, to whom, and how surely, and who passed it on.

The words of those who only watch, analysts and scholars, are their judgement.
"""

from __future__ import annotations

from analysis.actors import PERSONS, Mention
from analysis.acts import SpeechWords
from analysis.reading import Reading
from analysis.rulebook import Rulebook
from analysis.statements.intended import find_doer, is_about, is_meant
from analysis.statements.leads import FINITE
from analysis.statements.named import NAMED_BEHIND, PRAISED
from analysis.statements.naming import name_of
from analysis.statements.statement import CITED, Statement
from analysis.statements.targets import find_judged_before, find_targets
from analysis.statements.wording import ContentReader

# Acts that are about whom one says it of.
SAID_OF = frozenset({"assess", "accuse", "warn", "praise"})
# What one does with a verb for it, one does without a hedge: those behind are others' doubts.
UNHEDGED = frozenset({"request", "promise", "praise", "decline"})
# Tags of the words of a noun phrase behind its determiner.
PHRASE = frozenset("XO#E")
PLANNED = PHRASE | {"D"}
MEASURES, PLANS = "measures", "plans"
# So far behind "agreed to" stands what is agreed.
AGREED_WITHIN = 6
# So near behind the verb stands what doubts that somebody must.
OPENED_WITHIN = 2
# What a speaker is stands behind one of these: "X, a scholar", "X of the Y Institute".
INTRODUCING = frozenset(", of at from with (".split())
# … so near behind the name.
INTRODUCED_WITHIN = 14


def find_meaning(
    statement: Statement, statements: list[Statement], rulebook: Rulebook, analysts: frozenset[str]
) -> None:
    """Give a statement its act, targets, hedge and who passed it on; in place.

    Whom a denial answers is found when all are known (recalled.py).
    """
    reading = statement.reading
    plain, tokens = reading.text.plain, statement.tokens()
    if statement.match.rule.set["act"] not in UNHEDGED:
        statement.hedge = rulebook.likelihood.find(plain, reading.tags, tokens)
    if statement.match.rule.set.get("only") == "words":
        statement.targets = []
    elif statement.act == "say":
        reader = ContentReader(statement, rulebook, analysts)
        documents = rulebook.acts.speech.documents
        reader.find_act(only_tells=_is_passed_on(statement, statements, documents))
    else:
        if statement.act != "deny":
            statement.targets = find_targets(statement, rulebook)
        guest = receives_guest(statement, rulebook)
        if guest or _is_appointment(statement, rulebook):
            statement.act = "say"
        if statement.act == "assess" and not _is_doubted(statement):
            ContentReader(statement, rulebook, analysts).ask_for_it()
        elif statement.act == "promise" and _is_so_already(statement):
            ContentReader(statement, rulebook, analysts).find_act()
    if statement.act in SAID_OF:
        judged = find_judged_before(statement, rulebook)
        statement.targets = judged or statement.targets
    citing = _who_cites(statement, statements)
    named = [filler for filler in statement.targets if filler.mention not in citing]
    meant = [filler for filler in named if is_meant(statement, filler)]
    if statement.act == "assess":  # is about somebody, and about whoever acts first of all
        meant = meant or [filler for filler in named[:1] if is_about(statement, filler)]
    # Of all whom it only names somewhere, it is aimed at the first.
    alone = meant and meant[0].how in (NAMED_BEHIND, PRAISED)
    statement.targets = meant[:1] if alone else meant
    statement.spares = len(meant) < len(named)
    if statement.act == "accuse" and not statement.targets and named:
        statement.targets = find_doer(statement, named[0])
    statement.via = _passed_on_by(statement, statements, rulebook)


def _who_cites(statement: Statement, statements: list[Statement]) -> set[int]:
    """Return the mentions of those who cite: "| officials |, citing intelligence, said".

    So do those who say it behind: "The pope condemned it, his | spokesman | said".
    """
    here = (one for one in statements if one.sentence is statement.sentence)
    beside = [one for one in here if one is not statement]
    if statement.match.rule.id != CITED:
        trigger = statement.match.trigger
        beside = [b for b in beside if b.covers(trigger) and b.match.trigger > trigger]
    return {f.mention for one in beside for f in one.speakers} - {-1}


def receives_guest(statement: Statement, rulebook: Rulebook) -> bool:
    """Tell "welcomed Ruto", "welcomed a team from Chad", which praise nobody, from his words."""
    if "welcome" not in statement.reading.lemmas(statement.match.trigger):
        return False
    end = statement.match.end + (statement.tags[statement.match.end] == "D")
    end = statement.match.resolver.skip_right(end, PHRASE)
    speech = rulebook.acts.speech
    person = statement.reading.kind_at(end - 1) in PERSONS
    return person or statement.lower[end - 1] in speech.speaking - speech.documents


def _is_doubted(statement: Statement) -> bool:
    """Tell "voiced doubts that Chad must", "does not believe it should" from "is convinced"."""
    opened = slice(statement.match.trigger, statement.match.end + OPENED_WITHIN)
    doubts = statement.lexicon["doubts"]
    return "N" in statement.tags[opened] or not doubts.isdisjoint(statement.lower[opened])


def _is_passed_on(
    statement: Statement, statements: list[Statement], documents: frozenset[str]
) -> bool:
    """Tell "Oslo vowed to act, the paper said": what another does in speech one only tells.

    What "an inquiry found" one says oneself.
    """
    first, end = statement.said()
    own = name_of(statement.reading, statement.speakers[0])
    for other in statements:
        trigger, speaker = other.match.trigger, other.speakers[0]
        if not first <= speaker.first < trigger < end or other.match.rule.nouns:
            continue
        same = statement.tags[speaker.first] == "p" or name_of(statement.reading, speaker) == own
        if same or statement.lower[speaker.end - 1] in documents:
            continue
        verb = other.match.resolver.group_start(trigger)
        if statement.tags[verb - 1] != "R" and not FINITE & set(statement.tags[first:verb]):
            return True
    return False


def _is_so_already(statement: Statement) -> bool:
    """Tell "assured Oslo that the plan was working", which only says so, from "that it would"."""
    match, tags = statement.match, statement.tags
    told = [filler.end for filler in match.filling("target")]
    if not any(statement.lower[at] == "that" for at in (match.end, *told)):
        return False
    verbs = (tag for tag in tags[match.end : match.sentence.end] if tag in "VAMTS")
    return next(verbs, "M") in "VA"  # not "that while it was true, he would"


def _is_appointment(statement: Statement, rulebook: Rulebook) -> bool:
    """Tell "agreed to meet again", "agreed to talks" from "agreed to send guns"."""
    verb, speech = statement.match.end, rulebook.acts.speech
    only = statement.match.rule.set.get("only")
    if only not in (MEASURES, PLANS):
        return False
    if only == PLANS:  # "announced plans to visit Chad"
        to = statement.match.resolver.skip_right(verb, PLANNED)
        visits = statement.reading.is_form(to + 1, speech.appointments - speech.deeds)
        return statement.tags[to] == "T" and visits
    if statement.tags[verb] in "tP":
        verb = statement.match.resolver.past_times(verb)  # "agreed on Monday to send guns"
    if statement.tags[verb] == "P" and statement.tags[verb + 1] not in "BG":
        # "agreed to talks", not "committed to (fully) sending" and "agreed to a truce".
        agreed = statement.lower[verb : verb + AGREED_WITHIN]
        return speech.concessions.isdisjoint(agreed)
    verb = statement.match.resolver.skip_right(verb, "PTB")
    return statement.reading.is_form(verb, speech.appointments)


def _passed_on_by(statement: Statement, statements: list[Statement], rulebook: Rulebook) -> str:
    """Name the outlet that passed a statement on: "told Reuters", "…, Reuters reported"."""
    told = statement.match.filling("told")
    trigger = statement.match.trigger
    around = (one for one in statements if one.first <= trigger < one.end)
    passing = [*told, *(speaker for one in around for speaker in one.speakers)]
    own = {filler.mention for filler in statement.speakers}
    for named in statement.reading.named(one for one in passing if one.mention not in own):
        if rulebook.actors.is_outlet(named.actor_id):
            return rulebook.actors.actors[named.actor_id].name
    return ""


def find_analysts(reading: Reading, words: SpeechWords) -> frozenset[str]:
    """Return the names of those whom a text introduces as analysts, or as of a think tank."""
    found = set()
    for mention in reading.mentions:
        if mention.kind in ("person", "name"):
            if not mention.official and _is_introduced(reading, mention, words):
                found.add(mention.name)
        elif mention.kind in ("organisation", "institution"):
            named = reading.text.lower[mention.first : mention.end]
            if not words.scholarly.isdisjoint(named):
                found.add(mention.name)
    return frozenset(found)


def _is_introduced(reading: Reading, mention: Mention, words: SpeechWords) -> bool:
    """Tell whether the words behind a name, up to the next verb, are those of a scholar."""
    lower, tags = reading.text.lower, reading.tags
    if not words.judging.isdisjoint(mention.role.lower().split()):
        return True
    if lower[mention.end : mention.end + 1] == [] or lower[mention.end] not in INTRODUCING:
        return False
    for token in range(mention.end + 1, min(mention.end + INTRODUCED_WITHIN, len(lower))):
        if tags[token] in "VAMGR;Q":
            return False
        if lower[token] in words.judging or lower[token] in words.scholarly:
            return True
    return False
