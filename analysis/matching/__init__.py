"""One article, every rule -> matches: a rule, its trigger, and what fills its slots."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from analysis.grammar import BE, HAVE, PARTICLES
from analysis.matching.match import Match
from analysis.matching.sorts import as_items, as_party, fits, suits
from analysis.reading import Reading
from analysis.roles import HERE, LISTED, TOLD_BEFORE, VERBS, Filler, SurfaceResolver
from analysis.roles.insertions import hide_insertions
from analysis.rulebook import Rulebook
from analysis.rules import ANYWHERE, ITEMS, Rule, Slot
from analysis.text import find_tokens, list_unquoted

__all__ = ["INSTEAD", "Match", "find_matches", "reach_over"]

# These may end a verb of several words: "turn down", "brush aside".
ADVERBS = PARTICLES | {"aside"}
# What stands behind these was not taken: "Mali rather than Chad".
INSTEAD = (["rather", "than"], ["instead", "of"])
HAVING = HAVE | {"having"}
# What these lead to stands before the verb of a passive.
LINKS = frozenset({"with", "to", "against", "between"})
# In these tables all count whom "and" joins to one who stands near enough.
LISTING = frozenset({"events", "statements", "visits"})
# In these tables "there" is a place where somebody, or something, goes.
GOING_THERE = frozenset({"visits", "transfer_allegations"})
# Roles whose place a list or "the country" may stand for, whose party "the group".
PLACED = frozenset({"object", "phrase"})
# How roles that need no more than the trigger are filled.
BY_TRIGGER: dict[str, Callable[[SurfaceResolver, int], list[Filler]]] = {
    "modifier": SurfaceResolver.modifier,
    "owner": SurfaceResolver.owner,
    "maker": SurfaceResolver.maker,
    "itself": SurfaceResolver.itself,
    "predicate": SurfaceResolver.predicate_subject,
    "clause": SurfaceResolver.clause_subject,
    "near": SurfaceResolver.near,
    "blamed": SurfaceResolver.blamed,
    "holder": SurfaceResolver.holder,
    "partner": SurfaceResolver.partner,
    "whence": SurfaceResolver.whence,
    "author": SurfaceResolver.author,
}


def find_matches(reading: Reading, rulebook: Rulebook) -> list[Match]:
    """Return every match in the text, in order of trigger and rule file."""
    matches: list[Match] = []
    plain, tags = reading.text.plain, _tag_triggers(reading)
    interrupted = list(reading.tags)
    for sentence in reading.text.sentences:
        resolver = SurfaceResolver(reading, sentence)
        hidden = hide_insertions(reading, sentence, interrupted)
        around = SurfaceResolver(reading, sentence, interrupted, hidden) if hidden else resolver
        words, named = _list_words(resolver), _list_sorts(resolver)
        unquoted = list_unquoted(tags, sentence.first, sentence.end)
        for first, end, rules in rulebook.triggers.find_over(plain, unquoted):
            token = _head_of(reading, first, end)
            if token < 0:
                continue
            for rule, needs, unless, wanted in rules.get(tags[token], ()):
                # Most fail at these; where the words stand is asked in _match.
                if not needs <= named or not unless.isdisjoint(words):
                    continue
                for any_of in wanted:
                    if any_of.isdisjoint(words):
                        break
                else:
                    # Who speaks is told in what is put in as often as around it.
                    whole = token in hidden or rule.table == "statements"
                    match = _match(rule, resolver if whole else around, token, end)
                    if match is not None:
                        matches.append(match)
    return sorted(matches, key=lambda match: (match.trigger, rulebook.places[match.rule.id]))


def _head_of(reading: Reading, first: int, end: int) -> int:
    """Return the token of a trigger that is its verb, the last of "re-exported".

    -1 where a trigger is only the end of such a verb: "fired" in "test-fired".
    """
    lower, tags = reading.text.lower, reading.tags
    if lower[first + 1 : first + 2] == ["-"] and tags[first] == "B" and first + 2 < end:
        return first + 2
    hyphened = lower[first - 1] == "-" and tags[first - 1] == "B"
    joined = f"{lower[first - 2]}-{lower[first]}" if hyphened else ""
    return -1 if joined in reading.grammar.verb_forms else first


def _list_words(resolver: SurfaceResolver) -> frozenset[str]:
    """Return a sentence's words; the month of May is not the verb that makes things uncertain."""
    words, first, end = resolver.words, resolver.first, resolver.end
    if "may" in words and "may" not in resolver.reading.text.words[first:end]:
        return words - {"may"}
    return words


def _list_sorts(resolver: SurfaceResolver) -> set[str]:
    """Return which of the things that rules need a sentence may name: items, places, towns."""
    reading, first, end = resolver.reading, resolver.first, resolver.end
    named = {"item"} if max(reading.item_at[first:end]) >= 0 else set()
    place_nouns = resolver.lexicon["place_nouns"]
    if not (resolver.words.isdisjoint(HERE) and resolver.words.isdisjoint(place_nouns)):
        return named | {"place", "town"}  # one told before
    for _, mention in reading.mentions_between(first, end):
        if suits("town", mention):
            return named | {"place", "town"}
        if mention.is_place or mention.kind == "demonym":
            named.add("place")
    return named


def _tag_triggers(reading: Reading) -> list[str]:
    """Return the tags; that of a verb where "have" is one: "had talks"."""
    tags = list(reading.tags)
    for token in find_tokens(reading.text.lower, HAVING):
        following = next((tag for tag in tags[token + 1 : token + 4] if tag != "B"), "")
        if (following and following in "DO#") or max(reading.item_at[token + 1 : token + 2]) >= 0:
            tags[token] = "G" if reading.text.lower[token] == "having" else "V"
    return tags


def _match(rule: Rule, resolver: SurfaceResolver, token: int, end: int) -> Match | None:
    if not _allows(rule, resolver, token, end):
        return None
    if rule.under and resolver.preposition_over(token) not in rule.under:
        return None
    match = Match(rule, resolver.sentence, token, end, {}, resolver)
    if not _fill_slots(match):
        return None
    if resolver.tags[token] in VERBS:
        match.negated = resolver.is_negated(token)
        match.passive = bool(rule.verbs) and resolver.is_passive(token)
    if rule.table != "statements":
        match.unreality = resolver.unreality(token)
    return match


def _fill_slots(match: Match) -> bool:
    """Fill the slots of a match; False as soon as one that must be filled stays empty."""
    for slot, demands in match.rule.attempts:
        found = _fill(slot, match)
        if found and match.rule.table not in GOING_THERE:
            # Others take places as actors, and "there" is none.
            found = [filler for filler in found if filler.how != TOLD_BEFORE]
        if found:
            match.fillers[slot.name] = found
        for group in demands:
            if group.isdisjoint(match.fillers):
                return False
    return True


def _first_beside(rule: Rule, resolver: SurfaceResolver, token: int, end: int) -> int:
    """Return where the words that a rule wants beside its verb may begin.

    What it is done to may stand before it: anywhere in "thanks were given", near it in "the thanks
    given by Oslo", but not in "has announced drills".
    """
    if resolver.tags[token] != "E":
        return end
    for before in range(token - 1, max(-1, token - 4), -1):
        if resolver.lower[before] in BE:
            break
        if resolver.tags[before] not in "ABN":
            return max(resolver.first, token - rule.reach)
        if resolver.lower[before] in HAVE:
            return end
    return resolver.first


def _allows(rule: Rule, resolver: SurfaceResolver, token: int, end: int) -> bool:
    lower, reading = resolver.lower, resolver.reading
    following = lower[end] if end < resolver.end else ""
    if rule.follows and following not in rule.follows:
        # "Refused on Friday to comment"
        over = resolver.past_times(end) if reading.tags[end] in "tP" else end
        if not end < over < resolver.end or lower[over] not in rule.follows:
            return False
    if following in rule.not_follows:
        counted = lower[end : end + 2] == ["up", "to"] and reading.tags[end] in "#B"
        if not counted:  # but "sent up to 40 tanks"
            return False
    if rule.before and (token == resolver.first or lower[token - 1] not in rule.before):
        return False
    if not rule.with_words:
        return True
    behind = _first_beside(rule, resolver, token, end)
    reach = reach_over(lower, end, rule.reach, resolver.end)
    if not rule.with_words.isdisjoint(lower[behind:reach]):
        return True
    # "A claim that Oslo rejects", not "claims it backs Chad"; visits have rules of their own for
    # "talks that Oslo held".
    may_relate = rule.table in ("events", "statements") and reading.tags[end] not in "XDp"
    antecedent = resolver.antecedent(token) if may_relate else -1
    return antecedent >= 0 and lower[antecedent] in rule.with_words


def reach_over(lower: list[str], first: int, reach: int, end: int) -> int:
    """Return how far a reach goes from a token; a word with hyphens counts as one."""
    if first + reach >= end:
        return end
    return min(end, first + reach + 2 * lower[first : first + reach].count("-"))


def _fill(slot: Slot, match: Match) -> list[Filler]:
    reading, last = match.reading, match.end - 1
    found: Iterable[Filler] = _fill_role(slot, match.resolver, match.trigger, last)
    if slot.role in PLACED:
        if slot.want == "place":
            named = {filler.mention for filler in found}
            found = [*found, *match.resolver.places_for(last, slot.prepositions, named)]
        elif slot.want == "party":
            found = match.resolver.or_bodies(list(found), last, slot.prepositions)
    if not found:
        return []
    if slot.want == "party":
        whose = slot.role == "subject" or slot.name in ("supplier", "recipient")
        found = [as_party(filler, reading, whose=whose) for filler in found]
    elif slot.want in ITEMS:
        found = as_items(found, match.sentence.first, reading)
    near = [f for f in found if f.first - last <= slot.within or f.how == LISTED]
    if near and slot.role == "follower" and slot.want in ("place", "town"):
        rest = reading.mentions_between(near[-1].end, match.sentence.end)
        behind = [reading.filler(number, "joined behind") for number, _ in rest]
        near = _with_joined(reading, near, behind, dated=True)
    elif near and match.rule.table in LISTING and slot.within < ANYWHERE:
        near = _with_joined(reading, near, [f for f in found if f.first - last > slot.within])
    return [f for f in near if fits(slot, f, reading) and not _is_ruled_out(reading, f)]


def _with_joined(
    reading: Reading, near: list[Filler], far: list[Filler], *, dated: bool = False
) -> list[Filler]:
    """Add those further on who are joined to the last one: "from | Chad, Mali and Niger".

    Each may have its day: "in | Oslo on Monday and in Rome on Friday".
    """
    for filler in far:
        between = "".join(reading.tags[near[-1].end : filler.first])
        of_days = dated and between[-2:] == "CP" and set(between) <= set(",CDPt#")
        if not between or not (of_days or set(between) <= set(",CD")):
            break
        near = [*near, filler]
    return near


def _is_ruled_out(reading: Reading, filler: Filler) -> bool:
    """Tell "Oslo, not Chad, sent it", "it was not Chad that", "to Mali but not to Chad"."""
    tags, lower = reading.tags, reading.text.lower
    before = filler.first - 1 - (tags[filler.first - 1] == "D")
    if lower[before - 1 : before + 1] in INSTEAD or lower[before] == "except":
        return True
    if tags[before] == "P":
        before -= 1
    before -= lower[before] == "yet"
    if before <= 0 or lower[before] != "not":
        return False
    end = filler.end + (lower[filler.end] == ",")
    cleft = lower[before - 2 : before] in (["it", "was"], ["it", "is"])
    return cleft or reading.opens_exclusion(before - 1) or lower[end : end + 1] == ["but"]


def _before_passive(slot: Slot, resolver: SurfaceResolver, token: int) -> list[Filler]:
    """Return what a preposition leads to before a passive: "aid to Chad was suspended"."""
    leads = slot.prepositions & LINKS
    if not leads or slot.within < ANYWHERE or resolver.tags[token] != "E":
        return []
    return resolver.before_passive(token, leads) if resolver.is_passive(token) else []


def _fill_role(slot: Slot, resolver: SurfaceResolver, token: int, last: int) -> list[Filler]:
    """Return what stands in the slot's role to a trigger, tokens [token, last]."""
    role = slot.role
    if role == "subject":
        found = resolver.subject(token)
        if slot.want not in ITEMS:
            return found
        return [part for filler in found for part in resolver.with_measured(filler)]
    if role == "object":
        # "The plan was turned down": its object stands before, as that of a single word does.
        whole = last == token or (resolver.lower[last] in ADVERBS and resolver.is_passive(token))
        return resolver.object(token) if whole else resolver.object_behind(last)
    if role == "phrase":
        return resolver.phrases(last, slot.prepositions) or _before_passive(slot, resolver, token)
    if role == "attached":
        return resolver.attached(token, slot.prepositions)
    if role == "fronted":
        return resolver.fronted(token, slot.prepositions)
    if role == "compound":
        return resolver.compound(token, last)
    if role in BY_TRIGGER:
        return BY_TRIGGER[role](resolver, token)
    return resolver.purpose(last) if role == "purpose" else resolver.inverted_subject(last)
