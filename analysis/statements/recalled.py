"""Whom a statement is aimed at by what the text tells elsewhere.

A deed or charge told before, "Chad sold drones. Oslo condemned the sale"; what a denial answers:
whose claim it rejects, or who accuses the denier anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from analysis.actors import PERSONS, ActorBook
from analysis.reading import Reading
from analysis.roles import Filler, SurfaceResolver
from analysis.rulebook import Rulebook
from analysis.statements.asked import OBLIGING
from analysis.statements.named import AGAINST, JUDGING, is_other
from analysis.statements.naming import country_of, name_of
from analysis.statements.speakers import SpeakerFinder
from analysis.statements.statement import Statement
from analysis.text import Sentence, find_tokens

# Acts against somebody, of whom one and the same is asked or warned who is accused.
HOSTILE = AGAINST | {"request"}
# Who goes on is asked by one of these whom the sentence before was aimed at.
THIRD = frozenset({"it", "they", "he", "she", "you"})
RECALLING = frozenset({"the", "this", "that", "these", "those", "such"})
# So near behind the verb stands the deed.
DEED_WITHIN = 8
# Behind these the deed is told for the first time: "condemned the shelling of a school".
TOLD_HERE = frozenset("of on in against by to".split())
# Of no state in particular, but another side: "Western powers".
NATIONS = frozenset({"nations", "powers", "states", "countries", "governments"})
# So many verbs of a sentence may tell who did it: "witnesses said that Chad sold them".
VERBS_TRIED = 3
# So many sentences back stands the charge that one makes again, or others as well.
CHARGED_WITHIN = 2
# So far back a charge by another side is what a denial answers, and any word about the denier.
ANSWERED_WITHIN, TOLD_WITHIN = 4, 2
ACCUSED = frozenset({"accused", "blamed"})


def aim_recalled(statements: list[Statement], rulebook: Rulebook) -> None:
    """Give those who judge what was told before their targets; in place."""
    deeds = rulebook.acts.speech.recalled
    for number, statement in enumerate(statements):
        if statement.targets or statement.act not in JUDGING:
            continue
        if not statement.match.passive and _recalls(statement, deeds):
            judges = [f.mention for other in statements[:number] for f in other.speakers]
            statement.targets = _doer(statement, judges)


def aim_on(statements: list[Statement]) -> None:
    """Give who goes on accusing, warning or asking the targets that he had just before; in place.

    "Oslo demanded their release and blamed Rome", "Chad accused Mali; Oslo made the same charge".
    """
    for statement in statements:
        # "Urged Oslo to act, warning that a delay would help Rome": who is named there only gains.
        opens = statement.act == "warn" and statement.tags[statement.match.trigger] != "G"
        if statement.targets or (statement.spares and (opens or statement.act != "warn")):
            continue
        if statement.act not in HOSTILE or _is_for_others(statement):
            continue
        near = [o for o in statements if o.act in HOSTILE and o.targets and _goes_on(o, statement)]
        near.sort(key=lambda other: abs(other.sentence.number - statement.sentence.number))
        statement.targets = [f for o in near[:1] for f in o.targets if _is_others(statement, f)]


def _is_for_others(statement: Statement) -> bool:
    """Tell "blamed Oslo and called for an independent inquiry", which Oslo is not to hold."""
    first = statement.match.end
    asked = statement.lower[first : statement.match.resolver.skip_right(first, "PDOE#")]
    return statement.act == "request" and not statement.lexicon["by_others"].isdisjoint(asked)


def _goes_on(one: Statement, other: Statement) -> bool:
    """Tell whether a speaker says another thing in the sentence, or one with no target behind."""
    apart = other.sentence.number - one.sentence.number
    opens = other.reading.skip_right(other.first, "QC,B", other.end - 1)
    must = other.lower[opens] in THIRD and other.lower[opens + 1] in OBLIGING  # "It must stop"
    asked = "request" in (one.act, other.act) and not (must and apart == 1)
    if apart < 0 or apart > CHARGED_WITHIN or (asked and (apart or other.act == "accuse")):
        return False
    names = {name_of(one.reading, filler) for filler in one.speakers}
    again = "repeats" in other.match.rule.set
    return again or any(name_of(other.reading, filler) in names for filler in other.speakers)


def _recalls(statement: Statement, deeds: frozenset[str]) -> bool:
    """Tell "condemned the sale", "concern over this latest test" from "condemned the raid on"."""
    lower, tags = statement.lower, statement.tags
    for token in range(statement.match.end, min(statement.match.end + DEED_WITHIN, len(lower) - 2)):
        if tags[token] == "D" and lower[token] in RECALLING:
            noun = max(token + 1, statement.reading.skip_right(token + 1, "OE", len(lower)) - 1)
            return lower[noun] in deeds and lower[noun + 1] not in TOLD_HERE
    return False


def _doer(statement: Statement, speakers: list[int]) -> list[Filler]:
    """Return who acts earlier in the sentence, else in the one before.

    Nobody, where another judges it in the same sentence: "Oslo condemned it, while Rome called …".
    """
    here, number = statement.sentence, statement.sentence.number
    found = list(_actors(statement.reading, here, statement.match.trigger))
    if any(f.mention in speakers for f in found):
        return []
    if not found and number:
        before = statement.reading.text.sentences[number - 1]
        found = list(_actors(statement.reading, before, before.end))
    return [filler for filler in found if _is_others(statement, filler)][:1]


def _actors(reading: Reading, sentence: Sentence, end: int) -> Iterator[Filler]:
    """Yield the subjects of the first verbs of a sentence, up to a token."""
    resolver = SurfaceResolver(reading, sentence)
    verbs = [token for token in range(sentence.first, end) if reading.tags[token] in "VE"]
    for verb in [verb for verb in verbs if not resolver.is_passive(verb)][:VERBS_TRIED]:
        yield from resolver.surface_subject(verb)


def _is_others(statement: Statement, filler: Filler) -> bool:
    """Tell a party that is named and not of the speaker's side."""
    country = country_of(statement.reading, filler)
    own = country in statement.own_countries
    return bool(country) and not own and is_other(statement, filler.mention)


def aim_denials(statements: list[Statement], rulebook: Rulebook) -> None:
    """Give each denial its target; in place."""
    for number, statement in enumerate(statements):
        if statement.act == "deny":
            owner = _whose_claim(statement, rulebook)
            statement.targets = owner or _accuser(number, statements, rulebook.actors)


def _whose_claim(statement: Statement, rulebook: Rulebook) -> list[Filler]:
    """Return whose the claim is that is named: "rejected Kyiv's accusations"."""
    words, resolver = rulebook.acts.speech, statement.match.resolver
    finder = SpeakerFinder(statement.match, words)
    claims = statement.lexicon["claims"] | statement.lexicon["worries"]
    for token in range(*statement.said()):
        if statement.lower[token] in claims:
            _, claim = finder.phrases.phrase_ending(token)
            found = finder.voices.issuers(claim) or resolver.owner(token)
            bare = [f for f in found if statement.reading.kind_of(f) in ("state", "demonym")]
            # Not "Chad denied claims of Chadian raids".
            own = [f for f in bare if country_of(statement.reading, f) in statement.own_countries]
            if found := [f for f in found if f not in own]:
                return found[:1]
    return []


def _accuser(number: int, statements: list[Statement], book: ActorBook) -> list[Filler]:
    """Return who spoke against the denier last, or else accuses the denier further off."""
    statement, own = statements[number], statements[number].own_countries
    worded = statement.match.rule.set["act"] == "deny"
    before, behind = statements[:number][::-1], statements[number + 1 :]
    # "It is accused of theft, which it denies", where nobody is told to accuse it
    accused = ACCUSED & {*statement.lower[statement.sentence.first : statement.match.trigger]}
    if accused and all(o.act != "accuse" or o.sentence is not statement.sentence for o in before):
        return []
    for other in before:
        apart = statement.sentence.number - other.sentence.number
        near = apart <= (ANSWERED_WITHIN if other.act in AGAINST else TOLD_WITHIN)
        charged = near and (worded or other.act in AGAINST) and _is_about(other, own, book)
        if charged and _is_answered(statement, other):
            return other.speakers[:1]
    if not worded or statement.defends:
        return []
    for other in (*before, *behind):
        aimed = not own.isdisjoint(other.reading.countries(other.targets))
        charged = other.act == "accuse" and aimed and _is_about(other, own, book)
        if charged and _is_answered(statement, other):
            return other.speakers[:1]
    return []


def _is_answered(denial: Statement, charge: Statement) -> bool:
    """Tell the charge of "denied shelling a school", if far off, from one of something else."""
    reading, lower, rule = denial.reading, denial.lower, denial.match.rule
    first, end = denial.said()
    end = next(find_tokens(denial.tags, "P,;", first, end), end)  # "denied it | at a trial"
    near = abs(denial.sentence.number - charge.sentence.number) <= 1
    if near or rule.set["act"] != "deny" or denial.lexicon["vague_deeds"] & {*lower[first:end]}:
        return True
    known = denial.lexicon["claims"] | denial.lexicon["worries"] | rule.with_words | {"'s"}
    own = (t for t in range(first, end) if denial.tags[t] in "OVIGE" and lower[t] not in known)
    stems = tuple(word.rstrip("s")[:6] for t in own for word in reading.word_and_lemmas(t))
    charged = (word for t in range(*charge.here()) for word in reading.word_and_lemmas(t))
    return not stems or any(word.startswith(stems) for word in charged)  # "interf(ered)"


def _is_about(other: Statement, own: set[str], book: ActorBook) -> bool:
    """Tell whether another side's statement is about the one who denies."""
    reading = other.reading
    theirs = other.own_countries
    speaker = other.speakers[0]
    body = reading.kind_of(speaker) not in ("", *PERSONS)
    known = (body or bool(country_of(reading, speaker))) and (theirs or other.act == "accuse")
    # "The plant, which Western powers say is a cover"
    nations = speaker.mention < 0 and other.lower[speaker.end - 1] in NATIONS
    said = (other.sentence.first, other.sentence.end) if nations else other.here()
    told = (known or nations) and other.act not in ("deny", "praise", "decline")
    outlets = (book.is_outlet(named.actor_id) for named in reading.named([speaker]))
    if not told or theirs & own or (other.act != "accuse" and any(outlets)):  # who only pass it on
        return False
    aimed = {country_of(reading, target) for target in other.targets}
    return not own.isdisjoint(aimed | reading.countries_between(*said))
