"""Whether the words of a rule are the speech act: not wished, supposed or left unsaid."""

from __future__ import annotations

from dataclasses import replace

from analysis.acts import SpeechWords
from analysis.grammar import ARTICLES, BE, CONDITIONS, FIRST_PERSON, POSSESSIVE_MARKS, UNREAL
from analysis.matching import Match
from analysis.reading import Reading
from analysis.statements.leads import FINITE, is_urged
from analysis.statements.named import is_party
from analysis.statements.phrases import PhraseReader
from analysis.statements.voices import NOBODY
from analysis.text import find_tokens

# They open what is asked.
ASKING = frozenset("who whom whose what whether if how why".split())
# Behind whom one asks they open a question; "who" may tell which of them is meant.
QUESTIONS = frozenset("about whether if how why what".split())
# What is done "until Oslo agrees" waits for it.
SUPPOSING = CONDITIONS | {"until"}
# What is promised or believed "when" it is so, in the present, is so at no time in particular.
WHENEVER = frozenset({"when", "whenever", "once"})
# So near before a verb stands the "if" of its clause.
SUPPOSED_WITHIN = 4
# Who says so much says nothing: not "said nothing would change".
SILENCE = frozenset({"nothing", "little"})
# A question in quotation marks ends so many tokens before the sentence of its cue.
QUOTED_BEFORE = 2
# What is said, and what is judged of what stands behind, when "what" opens it is left open.
LEFT_OPEN = {"say": "clause", "assess": "behind"}
# "called on Oslo to condemn it" asks for it.
CALLED = frozenset({"on", "upon", "for"})
# "by saying" speaks; "accused of saying" and "charged with threatening" do not.
UNREALISED_BEFORE = frozenset(
    {"of", "for", "from", "against", "without", "to", "into", "with", "than", "including"}
)


def on_its_verb(match: Match) -> Match | None:
    """Return the match with the "is" before its adjective as trigger; None = nothing is felt so.

    So in "may be angry at", "had been angry", "a group that is dedicated to", "was urged by X to".
    """
    tags, lower, first = match.tags, match.lower, match.sentence.first
    verb = match.reading.skip_left(match.trigger - 1, "BQ", first)
    if verb <= first or not (lower[verb] in BE or lower[verb] in match.lexicon["linking"]):
        return None
    start = match.resolver.group_start(verb)
    group, over = tags[start:verb], is_urged(match.reading, match.end - 1)
    over = over or lower[start] == "had" or tags[start - 1] == "T"  # "likely to be angry at"
    over = over or (tags[start - 1] == "R" and match.rule.set["act"] == "promise")
    return None if over or "N" in group or "M" in group else replace(match, trigger=verb)


def is_realised(match: Match, words: SpeechWords) -> bool:
    """Tell a speech act from one that is only wanted, asked for, possible or negated."""
    reading = match.reading
    tag, lower, tags = reading.tags[match.trigger], reading.text.lower, reading.tags
    if tag not in "VIGE" or match.rule.phrases:
        return not is_supposed(match, match.trigger)
    end = match.end
    done = lower[end : end + 1] == ["on"] and tags[end + 1 : end + 2] == ["G"]
    act = match.rule.set["act"]
    at_nobody = act in ("accuse", "praise") and lower[end] in NOBODY
    kept = "deny" in reading.lemmas(match.trigger) and _is_kept_from(reading, end, words)
    kept = kept or (act == "say" and lower[end] in SILENCE and tags[end + 1] not in FINITE)
    kept = kept or match.negated or match.resolver.is_asked
    if done or at_nobody or kept or _is_noun(match, words):
        return False  # "insisted on selling", "blamed no one", "denied them a seat", "said little"
    start = match.resolver.group_start(match.trigger)
    if "M" in tags[start : match.trigger] and not _is_put_politely(match, start):
        return False
    before = start - 1
    if before < match.sentence.first:
        return True
    if tags[before] == "T":
        governor = match.resolver.governor(match.trigger)
        governing = {lower[governor], *reading.lemmas(governor)}
        realised = not words.realised.isdisjoint(governing)
        realised = realised and "M" not in tags[match.resolver.group_start(governor) : governor]
        one = match.resolver.ranking(before - 1) >= 0  # "was the first to condemn it"
        realised = realised or _is_own_wish(match, before - 1)
        obliged = lower[before - 1] == "had" and tags[before - 2] not in "AM"  # not "have had to"
        done = realised or one or obliged or _is_occasion(match, governor, words)
        return done and not match.resolver.is_no_step(match.trigger)
    # "The shame of being scolded by Oslo"
    gerund = tag == "G" or lower[start] in ("being", "having")
    before = match.resolver.over_gerund(match.trigger) if gerund else before
    possible = gerund and _is_only_possible(match, start, within=lower[before] == "by")
    if gerund and tags[before] == "C":  # "without naming or blaming Oslo"
        before = _before_joined(reading, before, match.sentence.first)
    if possible or (gerund and tags[before] == "P"):
        return not possible and lower[before] not in UNREALISED_BEFORE
    if tags[before] == "C" and _is_infinitive(match, before):
        return False
    if (gerund or tag == "I") and tags[before] in "VIGE":
        return reading.is_form(before, words.realised)
    return not is_supposed(match, start) and not _is_wished(match, start)


def _before_joined(reading: Reading, conjunction: int, first: int) -> int:
    """Return what stands before the gerund that another is joined to; else the conjunction."""
    joined = reading.skip_left(conjunction - 1, "DXOEB#tPp", first)
    if joined < first or reading.tags[joined] != "G":
        return conjunction
    before = reading.skip_left(joined - 1, "B", first)
    return before if reading.tags[before] == "P" else conjunction


def _is_put_politely(match: Match, start: int) -> bool:
    """Tell "I would ask Oslo to go", which asks it, from "we would ask Oslo if need be"."""
    asks = match.rule.set["act"] == "request" and match.tags[match.end] in "XDP"
    would = match.lower[start - 1 : start + 1] in (["i", "would"], ["we", "would"])
    sentence = match.lower[match.sentence.first : match.sentence.end]
    return asks and would and CONDITIONS.isdisjoint(sentence)


def _is_own_wish(match: Match, wish: int) -> bool:
    """Tell "I want to thank Oslo", which does it, from "Chad wants (Mali) to thank Oslo"."""
    subject = match.reading.skip_left(wish - 1, "MB", match.sentence.first)
    thanks = match.rule.set["act"] == "praise" and match.tags[subject] == "p"
    own = thanks or match.lower[subject] in FIRST_PERSON
    wished = match.reading.word_and_lemmas(wish)
    return own and not match.lexicon["wishing_to_thank"].isdisjoint(wished)


def _is_wished(match: Match, start: int) -> bool:
    """Tell "demanded that Oslo apologise", a bare verb, from "demanded that Oslo denied"."""
    reading = match.reading
    subject = start - 1
    if reading.text.lower[start] not in reading.lemmas(match.trigger):
        return False
    that = reading.skip_left(subject, "XDO#p", match.sentence.first)
    if that == subject or reading.text.lower[that] != "that":
        return False
    cue = reading.skip_left(that - 1, "t#PBX", match.sentence.first)
    one = not reading.text.lower[subject].endswith("s")  # whose verb would have an "s"
    proposed = one and match.resolver.verb_is("proposing", cue)
    return proposed or reading.is_form(cue, reading.grammar.governors["requested"])


def _is_occasion(match: Match, governor: int, words: SpeechWords) -> bool:
    """Tell what is done on an occasion: "used the trip to press Oslo", "met them to urge calm"."""
    if governor < 0 or match.rule.set["act"] in ("say", "confirm"):
        return False  # who travels to verify a claim does not yet know
    noun = match.tags[governor] == "O"
    verb = match.resolver.verb_before(governor) if noun else governor
    if verb < 0 or "M" in match.tags[match.resolver.group_start(verb) : verb]:
        return False
    return match.lower[verb + 1] not in CALLED and match.reading.is_form(verb, words.occasions)


def _is_infinitive(match: Match, conjunction: int) -> bool:
    """Tell whether a base form goes on from another: "to halt it and admit it"."""
    trigger = match.trigger
    if match.lower[trigger] not in match.reading.lemmas(trigger):
        return False
    tags, told = match.tags, False
    for token in range(conjunction - 1, match.sentence.first, -1):
        if tags[token] == "I" and not told:
            # "want to leave, and argue that", not "to leave, stay away, and admit"
            return tags[token:conjunction].count(",") != 1
        if tags[token - 1 : token + 1] == [",", "R"] and "," in tags[token:conjunction]:
            return _is_infinitive(match, token - 1)  # "to halt it, which it did, and admit"
        if tags[token] in "RS;" or (told and tags[token] in "VI"):
            break
        told = told or tags[token] == "V"
    return False


def is_supposed(match: Match, token: int, within: int = SUPPOSED_WITHIN) -> bool:
    """Tell "if Oslo sees it", "had Oslo seen it", "when Oslo believes it", from what was done."""
    first, lower, act = match.sentence.first, match.lower, match.rule.set["act"]
    start = max(first, token - within)
    inverted = start == first < token and lower[first] == "had"
    forms = match.reading.grammar.form_letters.get(lower[match.trigger], "")
    general = act in ("assess", "promise") and {"d", "g"}.isdisjoint(forms)
    near = find_tokens(lower, SUPPOSING | WHENEVER if general else SUPPOSING, start, token)
    condition = first if inverted else next(near, token)
    return condition < token and {",", "R"}.isdisjoint(match.tags[condition:token])


def _is_only_possible(match: Match, start: int, *, within: bool) -> bool:
    """Tell a participle of a verb that is not done: "may turn away, announcing large tariffs".

    `within`: it tells how that is done, "will upset Oslo by complaining".
    """
    verb = match.resolver.verb_before(start - 1)
    if verb < 0:
        return False
    group = match.resolver.group_start(verb)
    if within:
        return "M" in match.tags[group:verb]
    main = set("VRS").isdisjoint(match.tags[match.sentence.first : group])
    return main and not UNREAL.isdisjoint(match.lower[group:verb])


def _is_kept_from(reading: Reading, end: int, words: SpeechWords) -> bool:
    """Tell "denied Oslo the jets", "the rebels money", "them a seat" from "Oslo's claim"."""
    if reading.tags[end] == "p":
        return reading.text.lower[end] != "it" and reading.tags[end + 1] in "DO"
    behind = reading.skip_right(end, "DXOEp", len(reading.tags) - 1)
    claimed = reading.text.lower[behind - 1] in reading.lexicon["claims"]
    whom = end + (reading.text.lower[end] in ARTICLES)
    owner = reading.text.lower[whom + 1] in POSSESSIVE_MARKS
    party = reading.text.lower[whom]
    named = is_party(party, words) and party not in reading.lexicon["adjective_titles"]
    if behind > whom + 1 and named and not (claimed or owner):
        return True
    mention = reading.named_at(end)
    if mention is None:
        return False
    return reading.tags[mention.end] == "D" or reading.item_at[mention.end] >= 0


def _is_noun(match: Match, words: SpeechWords) -> bool:
    """Tell "will give a stern warning" from "a statement warning of it"."""
    before, lower = match.trigger - 1, match.lower
    if lower[match.trigger] != "warning" or before < match.sentence.first:
        return False
    return match.tags[before - 1] == "D" and lower[before] not in words.tellers


def is_left_unsaid(match: Match, phrases: PhraseReader) -> bool:
    """Tell what is only asked: "has not said whom it blames", "unclear whether it denies it"."""
    if match.rule.set["act"] == "request" and _is_question(match):
        return True
    asked = phrases.opener_of(match.trigger)
    told = asked - 1
    inside = told >= match.sentence.first
    if asked < match.sentence.first or phrases.lower[asked] not in ASKING:
        return False
    act, content = match.rule.set["act"], match.rule.set["content"]
    told_of = phrases.lower[asked] in ("what", "whatever") and LEFT_OPEN.get(act) == content
    told_of = told_of and (inside or "?" in phrases.lower[match.end : match.sentence.end])
    if told_of and (act == "assess" or phrases.tags[match.end] not in FINITE):
        return True  # "whatever Oslo says, …", but not "what Oslo says is true"
    alone = "C" not in phrases.tags[asked : match.trigger]
    unanswered = inside and phrases.is_speech(told) and match.resolver.is_negated(told)
    return alone and (unanswered or phrases.lower[asked] == "whether")


def _is_question(match: Match) -> bool:
    """Tell "asked the envoys about it", "“Why?” he asked Chad" from "asked them to go"."""
    reading, verb = match.reading, match.trigger
    if "ask" not in reading.lemmas(verb):
        return False
    before = range(max(0, match.sentence.first - QUOTED_BEFORE), verb)
    if any(reading.text.lower[t] == "?" for t in before):
        return True
    behind = match.resolver.skip_right(match.end, "DXO#Ep")
    return reading.text.lower[behind] in QUESTIONS
