"""What the words that govern a transfer make of it: asked to send, stop sending, would allow it."""

from __future__ import annotations

from analysis.grammar import ASPECT
from analysis.reading import Reading
from analysis.transfer_allegations.transfer import Transfer

# Groups of governing words and the nature that each gives, in the order they are asked.
NATURES = {
    "announced": "announced",
    "requested": "requested",
    "refused": "blocked",
    "considered": "considered",
    "planned": "planned",
    "alleged": "alleged",
}
# A clause that begins with its gerund stands behind one of these.
IMAGINED_LEFT = frozenset("RVG;Q")
UNCERTAIN = frozenset({"would", "could", "might", "may", "should", "must"})
NEGATED = {"refused": "considered"}
# Whoever has not done so yet weighs it.
DECIDING = frozenset({"decide", "decision", "decisions"})
# Behind these stands what others think of.
CONCERNING = frozenset({"over", "about", "regarding", "concerning"})
# So near before "to sell" stands "the first": who is has sold it.
FOREMOST_WITHIN = 4
# What lies between "that" and its verb has none of these.
CLAUSE = frozenset("VAMRS;")
# "Called out Iran for sending", "pressed on with sending" ask for nothing.
ONWARDS = frozenset({"on", "ahead", "forward", "through"})
PARTICLES = {"call": frozenset({"out"}), "press": ONWARDS, "push": ONWARDS}
# Who does so with another to send something asks for it.
WANTING = frozenset({"want", "wish", "prefer"})


def find_governed(reading: Reading, transfer: Transfer) -> str | None:
    """Return the nature that the governing word gives; None = it gives none."""
    match, lexicon = transfer.match, reading.grammar.lexicon
    if reading.tags[match.trigger] not in "VIGE" or _is_deed(reading, match.trigger):
        return _governed_noun(reading, transfer)
    if not lexicon["firing"].isdisjoint(reading.lemmas(match.trigger)):
        return None  # who may fire it has it already
    resolver = match.resolver
    if nature := _by_words_before(reading, transfer, match.trigger):
        return nature
    means_to = resolver.means_to(match.trigger)
    if means_to >= 0:
        return _nature_of_means(reading, transfer, means_to)
    governor, imagined = resolver.governor(match.trigger), is_imagined(reading, transfer)
    if imagined and governor in (-1, match.trigger - 1):
        return "considered"
    if governor < 0:
        return _by_clause_over(reading, transfer)
    above = resolver.verb_before(governor) if reading.tags[governor] == "O" else -1
    if above >= 0 and _gives_up(reading, above):
        return "blocked"  # "rejected a request to send"
    governed = _nature_of(reading, transfer, governor)
    if governed is None and _leaves_open(reading, transfer, governor):
        return "" if _is_lacking(reading, governor) else "considered"
    return governed


def _leaves_open(reading: Reading, transfer: Transfer, governor: int) -> bool:
    """Tell "lacks the money to send", "on the verge of sending" from "went on to send"."""
    resolver, lower, lexicon = transfer.match.resolver, reading.text.lower, reading.grammar.lexicon
    joined = resolver.joined_infinitive(transfer.match.trigger)
    trigger = joined if joined >= 0 else transfer.match.trigger
    before = resolver.group_start(trigger) - 1
    if reading.tags[governor] != "O" or reading.item_at[governor] >= 0:
        return False  # "sent ships to deliver"
    if reading.tags[trigger] == "G":
        statement = transfer.statement
        # "Accused Chadian companies of sending"
        accused = statement is not None and statement.act == "accuse"
        return lower[before] == "of" and lower[governor] not in lexicon["habits"] and not accused
    if (
        reading.tags[before] != "T"
        or reading.tags[before - 1] not in "OB"
        or "have" in lower[before:trigger]
    ):
        return False
    before_it = lower[max(0, governor - FOREMOST_WITHIN) : governor + 1]
    is_first = not lexicon["foremost"].isdisjoint(before_it)
    was_able = lower[governor - 1 : governor + 1] in (["was", "able"], ["been", "able"])
    judged = lower[governor] in lexicon["judged"] and reading.tags[governor - 1] in "AB"
    return not (is_first or was_able or judged or lower[governor] in lexicon["sales"])


def _by_clause_over(reading: Reading, transfer: Transfer) -> str | None:
    """Read "did not rule out that Oslo would send", "rejected a proposal that Oslo send"."""
    resolver, trigger = transfer.match.resolver, transfer.match.trigger
    that = resolver.that_before(trigger)
    if that < 0 or not CLAUSE.isdisjoint(reading.tags[that + 1 : resolver.group_start(trigger)]):
        return None
    over = that - 1
    while over > transfer.match.sentence.first and reading.tags[over] in "XPD":
        over -= 1
    word = reading.text.lower[over]
    weighed = word in reading.grammar.lexicon["weighing"]
    if weighed and (verb := resolver.verb_before(over - 1)) >= 0 and _gives_up(reading, verb):
        return "blocked"
    if weighed or word in reading.grammar.lexicon["maybe"]:
        ahead = "M" in reading.tags[resolver.group_start(trigger) : trigger]
        return "considered" if ahead else "alleged"
    is_verb = reading.tags[over] in "VIGE"
    nature = _nature_of(reading, transfer, over) if is_verb else None
    return nature if nature in ("blocked", "considered") else None


def _gives_up(reading: Reading, verb: int) -> bool:
    """Tell "rejected", "scrapped" and "called off"."""
    given_up = reading.grammar.governors["refused"] | reading.grammar.lexicon["giving_up"]
    lemmas = {*reading.lemmas(verb)}
    lemmas |= {f"{lemma} {reading.text.lower[verb + 1]}" for lemma in lemmas}
    return not given_up.isdisjoint(lemmas)


def _nature_of_means(reading: Reading, transfer: Transfer, verb: int) -> str | None:
    """Return the nature of "plans to help Chad by sending arms", where `verb` is "help"."""
    resolver = transfer.match.resolver
    if resolver.is_negated(verb):
        return ""
    if nature := _by_words_before(reading, transfer, verb):
        return nature
    governor = resolver.governor(verb)
    # Who tries or begins to help by sending arms sends them.
    tried = governor < 0 or not ASPECT.isdisjoint(reading.lemmas(governor))
    return None if tried else _nature_of(reading, transfer, governor)


def _by_words_before(reading: Reading, transfer: Transfer, verb: int) -> str:
    """Return the nature that auxiliaries and the two words before a verb give, "" for none."""
    lexicon, match = reading.grammar.lexicon, transfer.match
    group = match.resolver.auxiliaries(verb)
    before = reading.text.lower[max(match.sentence.first, verb - 2) : verb]
    if group[-2:] == ["no", "longer"]:
        return "blocked"
    if not lexicon["possibly"].isdisjoint(group) or before == ["whether", "to"]:
        return "considered"
    supposed = "have" in group and reading.tags[verb] == "E"  # "must have sent"
    if not lexicon["wanted"].isdisjoint(group):
        return "alleged" if supposed else "requested"
    if before == ["likely", "to"]:
        return "considered"
    if reading.tags[verb] == "G" and not lexicon["weighing"].isdisjoint(before[:1]):
        return "considered"  # "discussed the possibility of sending"
    if before == ["interested", "in"]:
        return "considered"
    return "planned" if before == ["about", "to"] else ""


def _is_deed(reading: Reading, verb: int) -> bool:
    """Tell "the sending of tanks", a noun."""
    return reading.tags[verb] == "G" and reading.text.lower[verb + 1 : verb + 2] == ["of"]


def _governed_noun(reading: Reading, transfer: Transfer) -> str | None:
    """Read "suspended the delivery", "discussed a sale": the verb whose object the noun is."""
    match = transfer.match
    if told := _by_verb_behind(reading, transfer):
        return told
    if _is_talked_of(reading, match.trigger):
        return "considered"
    verb = match.resolver.verb_before(match.trigger - 1)
    if verb < 0 or match.trigger - verb > 8:
        return None
    lower, lexicon = reading.text.lower, reading.grammar.lexicon
    banned = not lexicon["bans"].isdisjoint(lower[verb : match.trigger])
    if banned and lower[verb] in lexicon["lifting"]:
        return "announced"  # "lifted the hold on deliveries"
    if match.resolver.preposition_over(match.trigger) in CONCERNING:
        return None  # "rejected Chad's concern over its purchase"
    nature = _nature_of(reading, transfer, verb)
    sealing = reading.tags[verb] in "IG" and match.resolver.verb_is("sealing", verb)
    above = match.resolver.governor(verb) if nature is None and sealing else -1
    return _nature_of(reading, transfer, above) if above >= 0 else nature


def _is_talked_of(reading: Reading, noun: int) -> bool:
    """Tell "talks on the sale of tanks", "the prospect of arms deliveries"."""
    tags, lower, at = reading.tags, reading.text.lower, noun - 1
    while at > 0 and tags[at] in "DXO":
        at -= 1
    weighed = lower[at - 1] in reading.grammar.lexicon["weighing"]
    return at > 0 and weighed and lower[at] in ("of", "on", "over", "about")


def _by_verb_behind(reading: Reading, transfer: Transfer) -> str:
    """Tell "the sale collapsed", "the delivery to Chad was suspended", "the sale was announced"."""
    verb = _verb_behind(reading, transfer)
    if verb < 0:
        return ""
    lower, lemmas = reading.text.lower, set(reading.lemmas(verb))
    lexicon, governors = reading.grammar.lexicon, reading.grammar.governors
    if reading.tags[verb] == "V":
        fell = "fall" in lemmas and lower[verb + 1] in ("through", "apart")
        return "blocked" if fell or lemmas & lexicon["failing"] else ""
    if transfer.match.resolver.is_negated(verb):
        return ""
    if lemmas & (governors["refused"] | lexicon["giving_up"]):
        return "blocked"
    # The delivery that "was confirmed" has been made.
    sold = lower[transfer.match.trigger] in lexicon["sales"] or lemmas.isdisjoint({"confirm"})
    by_somebody = "by" in lower[verb : transfer.match.sentence.end]
    return "announced" if sold and lemmas & governors["announced"] and not by_somebody else ""


def _verb_behind(reading: Reading, transfer: Transfer) -> int:
    """Return the verb whose subject a noun of giving is, or -1."""
    match, tags = transfer.match, reading.tags
    if tags[match.trigger] != "O":
        return -1
    for token in range(match.end, match.sentence.end):
        if tags[token] in ",;SRQCT":
            return -1
        if tags[token] == "V" or (tags[token] == "E" and "A" in tags[token - 2 : token]):
            return token
    return -1


def is_imagined(reading: Reading, transfer: Transfer) -> bool:
    """Tell "(said) sending tanks would help", of which nobody says that it happens."""
    match, left = transfer.match, transfer.match.trigger - 1
    if reading.tags[match.trigger] != "G" or reading.tags[left] not in IMAGINED_LEFT:
        return False
    return reading.tags[left] not in "VG" or match.resolver.verb_is("no_gerund", left)


def _nature_of(reading: Reading, transfer: Transfer, governor: int) -> str | None:
    following = reading.text.lower[governor + 1]
    if any(following in PARTICLES.get(lemma, ()) for lemma in reading.lemmas(governor)):
        return None
    lemmas = {*reading.lemmas(governor), reading.text.lower[governor]}
    lemmas |= {f"{lemma} {following}" for lemma in lemmas}  # "turn down"
    governors = reading.grammar.governors
    if reading.tags[governor] in "VIGE":
        negated = _is_undone(reading, transfer, governor)
    else:
        negated = _is_lacking(reading, governor)
        above = transfer.match.resolver.verb_before(governor)
        negated = negated or (above >= 0 and _is_undone(reading, transfer, above))
    if lemmas & reading.grammar.lexicon["enabling"]:
        auxiliaries = transfer.match.resolver.auxiliaries(governor)
        likely = None if UNCERTAIN.isdisjoint(auxiliaries) else "considered"
        return "blocked" if negated else likely
    if "order" in lemmas and reading.tags[governor] == "O":
        return "announced"  # "won an order to supply"
    for group, nature in NATURES.items():
        if lemmas & {word.removeprefix("be ") for word in governors[group]}:
            negated = negated or _is_refused(reading, transfer, governor)
            if group == "refused" and _is_lifted(reading, transfer, governor):
                return "announced"
            if negated:
                return "considered" if lemmas & DECIDING else NEGATED.get(group, "")
            return "requested" if _is_wanted_of(transfer, governor, lemmas) else nature
    return None


def _is_lacking(reading: Reading, noun: int) -> bool:
    """Tell "no immediate plans to send", "neither the money nor the political will to send"."""
    lower, lacking, at = reading.text.lower, reading.grammar.lexicon["lacking"], noun - 1
    while at > 0 and lower[at] not in lacking and reading.tags[at] in "DOEXB":
        at -= 1
    return lower[at] in lacking


def _is_undone(reading: Reading, transfer: Transfer, verb: int) -> bool:
    """Tell "has not decided", "has yet to decide"."""
    resolver = transfer.match.resolver
    start = resolver.group_start(verb)
    return resolver.is_negated(verb) or reading.text.lower[start - 2 : start] == ["yet", "to"]


def _is_wanted_of(transfer: Transfer, governor: int, lemmas: set[str]) -> bool:
    """Tell "wants Oslo to send" from "Oslo wants to send"."""
    supplier = transfer.supplier
    between = supplier is not None and governor < supplier.first < transfer.match.trigger
    return between and not WANTING.isdisjoint(lemmas)


def _is_lifted(reading: Reading, transfer: Transfer, governor: int) -> bool:
    """Tell "lifted a ban on supplying", after which it will come."""
    before = reading.text.lower[max(transfer.match.sentence.first, governor - 3) : governor]
    return not reading.grammar.lexicon["lifting"].isdisjoint(before)


def _is_refused(reading: Reading, transfer: Transfer, governor: int) -> bool:
    """Tell "refused to rule out sending", which leaves it open."""
    above = transfer.match.resolver.governor(governor) if reading.tags[governor] in "IG" else -1
    refusal = above >= 0 and reading.text.lower[above] in reading.grammar.lexicon["refusals"]
    return refusal or (above >= 0 and _gives_up(reading, above))
