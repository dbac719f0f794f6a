"""Who does what has no subject of its own: "agreed to send", "accused Iran of sending"."""

from __future__ import annotations

from abc import abstractmethod

from analysis.actors import PERSONAL
from analysis.grammar import BE, HAVE, POSSESSIVE_PRONOUNS, TEMPORAL
from analysis.reading import Filler
from analysis.roles.governing import MEANS
from analysis.roles.joined import AGENTS_OF, BEFORE_INFINITIVE
from analysis.roles.ranks import Ranks
from analysis.roles.verb_groups import VERBS

# These stand behind what makes somebody do it: "kept | the Oslo government | from", "Oslo back".
MOVED = ({"X"}, {"D", "X"}, {"X", "B"})
# What leads to a deed that somebody is blamed for.
BLAMING = frozenset({"of", "for"})
CALLS = frozenset({"call", "calls"})
SAYING = frozenset({"say", "claim", "report", "add", "show", "believe", "think", "warn", "allege"})


class Control(Ranks):
    """Finds who is to do it by the object, owner or main clause that controls the verb."""

    @abstractmethod
    def object(self, trigger: int) -> list[Filler]:
        """To whom or what it is done (objects.py)."""

    @abstractmethod
    def owner(self, trigger: int) -> list[Filler]:
        """Whose it is, of a noun (nouns.py)."""

    @abstractmethod
    def find_subject(self, verb: int, depth: int) -> Filler | None:
        """The subject of a verb; `depth` counts the verbs stepped over to find it (subjects.py)."""

    @abstractmethod
    def _walk_left(self, index: int, adjacent: int, depth: int, verb: int) -> Filler | None:
        """Walk from a verb group to the head of its subject (subjects.py)."""

    def _controller(self, index: int, depth: int) -> Filler | None:
        """Who is to do it: "agreed to send" its subject, "urged Iran to stop" its object."""
        index = self._before_adverbial(self.skip_left(index, "N"))  # "urged Iran not to send"
        if index > self.first and self.tags[index] in ",;":  # "urged Oslo, an ally, to send"
            index = self.before_insertion(index)
        index -= index >= self.first and self.tags[index] == "S"  # "weighs whether to send"
        if index >= self.first and self.tags[index] == "Q":  # "had a “clear right” to send"
            index = self._before_short_quotation(index)
        if index < self.first:
            return None
        verbal = self.tags[index] in VERBS or self.tags[index] == "A"  # "was to arrive"
        governor = index if verbal else self.ranking(index)
        if governor >= 0:
            return self.find_subject(governor, depth + 1)
        if self.tags[index] in "Xp":
            name = self._mention_filler(index, BEFORE_INFINITIVE)
            # "A decision by Putin to sell", "for Iran to stop", "an appeal to Oslo to stop".
            told = self.noun_with_agent(index)
            if self._is_agent(name) or (told >= 0 and self.lower[told + 1] != "with"):
                return name
            verb = self.verb_before(index)
            paid = set(self.tags[verb + 1 : name.end]) in MOVED and self.verb_is("paying", verb)
            asked = paid or (verb >= 0 and self.verb_is("object_control", verb))
            # Not "sent rifles into Mali to arm rebels", where Mali is no object.
            asked = asked and self.lower[self.skip_left(name.first - 1, "DOE")] != "into"
            if asked and not self.is_passive(verb):  # no "was urged by Oslo to send"
                return self._mention_filler(index, "object of the governing verb")
        verb = self.verb_before(index)
        had = self.predicate_before(index)
        if had > verb and self.lower[had] in HAVE:
            verb = had  # "says that Kenya has the right to use"
        is_noun = self.tags[index] == "O"
        if is_noun and self.lower[index] in CALLS and self.verb_is("stopping", index + 2):
            return None  # "Oslo's call to stop" is one to others
        meant = self._apposed_to_rank(index) or self._named_behind_rank(index)
        meant = meant or (self._permitted(index) if is_noun else None)
        if meant is not None:
            return meant
        used = verb >= 0 and self.reading.is_form(verb, MEANS)
        if is_noun and not used:  # not in "used Czech guns to hit Oslo"
            found = self._behind_noun(index, verb, depth)
            if found is not None:
                return found
        return self.find_subject(verb, depth + 1) if verb >= 0 else None

    def _behind_noun(self, index: int, verb: int, depth: int) -> Filler | None:
        """Who is to do what follows a noun or adjective: "is due to", "a decision to"."""
        before = self.before_relative(index) if self.lower[index] == "due" else -1
        if before >= self.first and self.tags[before] == "X":  # "Ruto, due to attend,"
            return self._mention_filler(before, "due to do it")
        copula = self._copula_before(index)
        if copula >= 0:  # "is due to arrive", "was likely to attend"
            return self.find_subject(copula, depth + 1)
        phrase = self._noun_phrase_ending(index)
        owned = self.lower[phrase.first] in POSSESSIVE_PRONOUNS
        given_up = self.lower[verb + 1] == "off"  # "called off a contract to sell"
        if verb >= 0 and not (owned or given_up) and self.verb_is("object_control", verb):
            return phrase  # "prompting Western states to send", no "for its decision to send"
        return next(iter(self.owner(index)), None)

    def _is_agent(self, name: Filler) -> bool:
        """Tell whether "by" or "for" stands before a name, or before those it is joined to."""
        index = self.skip_left(name.first - 1, "XCD")
        # "Believed by Oslo to have sent".
        passive = self.lower[index] == "by" and self.tags[index - 1] in VERBS
        asking = self.lower[index - 1] in self.lexicon["addressed_requests"]
        asking = asking and self.lower[index] == "by"  # "a request by Oslo to send"
        agent = self.lower[index] in AGENTS_OF and not (passive or asking)
        return index > self.first and agent

    def _participle_subject(self, verb: int, left: int, depth: int) -> Filler | None:
        left = max(self.first, self._before_adverbial(left))  # "admitted on Monday having sent"
        tag = self.tags[left]
        if tag == "P":
            return self._whose_topic(left) or self._behind_preposition(verb, left, depth)
        used_to = left if tag in VERBS else self._means_of(verb, left)
        if used_to >= 0 and self.lexicon["leaving_open"] & set(self.reading.lemmas(used_to)):
            return None  # "it requires sending"
        if used_to >= 0:  # "considered sending", "struck the town using"
            return self.find_subject(used_to, depth + 1)
        if tag in "Xp" and (writing := self.writing(verb, left)) >= 0:
            return self.find_subject(writing, depth + 1)
        if tag in "Xp":
            named = self._mention_filler(left, "directly before the participle")
            mention = self.reading.mentions[named.mention]
            unnamed = mention.kind == "group" and not mention.country  # "the leaders"
            members = self.ranking(left) if unnamed else -1
            return self.find_subject(members, depth + 1) if members >= 0 else named
        if tag == "," and self._is_inserted(left, verb):
            return self._mention_filler(left - 1, "before what is inserted")
        if tag in ",CS":  # "…, while still sending"
            before = self.verb_before(left - 1)
            before = self._before_purpose(before)
            return self.find_subject(before, depth + 1) if before >= 0 else self._leading(verb)
        if tag == "O":
            members = self.ranking(left)
            return (
                self.find_subject(members, depth + 1)
                if members >= 0
                else self._walk_left(left, left, depth, verb)
            )
        return self._opening_subject(verb) if left == self.first else None

    def _whose_topic(self, preposition: int) -> Filler | None:
        """Return Oslo of "noted Oslo's statement on lifting sanctions"."""
        topic = self.lower[preposition] in ("on", "about") and self.tags[preposition - 1] == "O"
        return next(iter(self.owner(preposition - 1)), None) if topic else None

    def _before_purpose(self, verb: int) -> int:
        """Return the main verb of "chose a firm to build it, rejecting others"."""
        if verb < 0 or self.tags[self.group_start(verb) - 1] != "T":
            return verb
        main = self.verb_before(self.group_start(verb) - 2)
        return main if main >= 0 and self.verb_is("object_control", main) else verb

    def _behind_preposition(self, verb: int, left: int, depth: int) -> Filler | None:
        """Read "accused Iran of sending", "after visiting"."""
        left = self._first_blame(left)
        index = left - 1
        before = self.verb_before(index)
        if before < 0:
            index = self.before_insertion(index)
            before = self.verb_before(index)
        copula = self.predicate_before(index)
        described = before >= 0 and self.tags[before] == "E" and self.tags[before - 1] in "XO"
        if described and self.lower[left] in TEMPORAL:  # "a pact with Oslo aimed at"
            before = self.verb_before(before - 1)
        under_way = copula > before and self.lower[copula] in BE and self.tags[copula + 1] == "P"
        before = copula if under_way else before  # "was in the process of buying"
        # "Talked Oslo into selling", "kept Oslo from selling"
        moved = self.lower[left] in ("into", "from") and set(self.tags[before + 1 : left]) in MOVED
        controls = before >= 0 and (moved or self.verb_is("object_control", before))
        accused = self.object(before) if controls else []
        # "Accused Oslo of … by sending"
        crime = bool(accused) and self.lower[accused[-1].end] == "of"
        # "helped them by sending"
        by = self.lower[left] == "by" and not (crime or self.is_passive(before))
        if before >= 0 and (under_way or by or self.lower[left] in TEMPORAL):
            return self.find_subject(before, depth + 1)  # "told Iran so after visiting"
        listed = before >= 0 and self.reading.is_form(before, self.lexicon["listing_verbs"])
        if listed and not self.lexicon["blacklists"].isdisjoint(self.lower[before:left]):
            # "Put two firms on a blacklist for selling", where they sold
            behind = (i for i in range(before + 1, left) if self.tags[i] == "P")
            return Filler(before + 1, next(behind, left), how="put on a list")
        if controls:
            if accused and accused[0].mention < 0 and self.tags[before] == "E":
                return self._before_blamed(before)
            accused = accused or self._behind_relative(before)
            if accused:
                return self._last_joined(accused)
            if self.tags[before - 1] == "V":  # "stands accused (by Kenya) of"
                return self.find_subject(self.verb_before(before - 1), depth + 1)
            if self.tags[index] in "XO" and index > before + 1:
                return self._noun_phrase_ending(index)  # "sanctioned Chinese firms for"
            if self.tags[before + 1 : before + 3] == ["D", "O"]:
                return Filler(before + 1, before + 3, how="accused")  # "the country on Monday of"
        if self.lower[left] == "for":
            punished = self._noun_phrase_ending(index)
            acted = punished.first - (1 + (self.tags[punished.first - 1] == "D"))
            scolded = acted == before and self.verb_is("scolding", before)
            scolded = scolded or self.lower[acted] in ("against", "at")
            if scolded or "sanctions" in self.lower[before + 1 : index]:
                return punished  # "sanctions on Chinese firms for", "lashed out at Chad for"
        # "Warned against sending", whoever would
        opposed = self.lower[left] == "against" and not self.verb_is("undertaking", before)
        doer = self.find_subject(before, depth + 1) if before >= 0 else self._leading(verb)
        return None if opposed else doer

    def _first_blame(self, of: int) -> int:
        """Return the first "of" of "accused Oslo of urging rebels to go and | of shelling"."""
        joined = self.tags[of - 1] == "C" and self.lower[of] in BLAMING
        before = range(of - 2, self.first, -1) if joined else range(0)
        blaming = (at for at in before if self.lower[at] in BLAMING and self.tags[at + 1] == "G")
        first = next(blaming, of)
        return first if "I" in self.tags[first:of] else of

    def _behind_relative(self, verb: int) -> list[Filler]:
        """Read "Oman, which Kenya accuses of", where Oman is accused."""
        subject = self.find_subject(verb, 0)
        index = subject.first - 1 if subject is not None else -1
        if index <= self.first or self.tags[index] != "R":
            return []
        before = self.before_relative(index)
        named = before >= self.first and self.tags[before] == "X"
        return [self._mention_filler(before, "before a relative clause")] if named else []

    def _is_inserted(self, comma: int, verb: int) -> bool:
        """Tell "said that Chad, using its drones, had attacked", where Chad uses them."""
        ends = (at for at in range(verb + 1, self.end - 1) if self.tags[at] in ",;VM")
        end = next(ends, verb)
        named = comma > self.first and self.tags[comma - 1] == "X"
        return named and self.tags[end] == "," and self.tags[end + 1] in "VAM"

    def _means_of(self, verb: int, left: int) -> int:
        """Return the verb that a means is of: "hit" in "hit the town using drones"; -1 = none."""
        before = self.verb_before(left) if MEANS & set(self.reading.lemmas(verb)) else -1
        found = before >= 0 and self.tags[left] in "XpO"
        return before if found and not SAYING & set(self.reading.lemmas(before)) else -1

    def _before_blamed(self, participle: int) -> Filler:
        """Read "three Iranian generals and a firm accused of" as those that are named."""
        index = self.skip_left(participle - 1, "OD#C")
        return self._noun_phrase_ending(index if self.tags[index] == "X" else participle - 1)

    def _permitted(self, noun: int) -> Filler | None:
        """Who is to do what leave or talks are for, or a request that is rejected."""
        verb, lexicon = self.verb_before(noun), self.lexicon
        copula = self.predicate_before(noun)
        if copula > verb and self.preposition_over(noun) in ("with", "in"):
            return self.find_subject(copula, 1)  # "is in talks to buy", "with firms to sell"
        asked = self.lower[noun] in lexicon["requests"]
        if verb < 0 or not (asked or self.lower[noun] in lexicon["permissions"]):
            return None
        on = asked and self.lower[noun + 3 : noun + 4] in (["on"], ["-"])
        if on and self.lower[noun + 2] in lexicon["passing_on"]:  # whoever asks is to do it
            return next(iter(self.owner(noun)), None)
        # "Approached Chad with a request to", "gave it leave to"; not "rejected", "won leave to".
        given = self.reading.is_form(verb, lexicon["answering" if asked else "granting"]) != asked
        return self._given(verb) if given else self.find_subject(verb, 1)

    def _given(self, verb: int) -> Filler | None:
        """Whom a request or a permission goes to."""
        named = (filler for filler in self.object(verb) if filler.mention >= 0)
        return next((f for f in named if not self.reading.mentions[f.mention].possessive), None)

    def _leading(self, verb: int) -> Filler | None:
        """The name that the sentence begins with, else the first of the main clause."""
        first = self.skip_right(self.first, "DQ;")
        if self.tags[first] == "X":
            name = self._mention_filler(first, "first in the sentence")
            if name.end < verb and not self.reading.mentions[name.mention].possessive:
                return name
        return self._opening_subject(verb)

    def _opening_subject(self, verb: int) -> Filler | None:
        """The first name of the main clause, for a participle that opens the sentence."""
        found: list[Filler] = []
        for index in range(verb + 1, self.end):
            if self.tags[index] == "," and self.tags[index + 1 : index + 2] not in (["S"], ["R"]):
                found += self._named_first(index + 1)
                if not found:
                    return None
                person = self.reading.mentions[found[-1].mention].kind in PERSONAL
                if person or self.tags[found[-1].end : found[-1].end + 1] != [","]:
                    return found[-1]  # else a place: "In Accra, Ghana, the minister said"
        return found[0] if found else None

    def _named_first(self, first: int) -> list[Filler]:
        """The first name of a clause; of "Jordan's Ana Holm" she, of "Jordan's army" the state."""
        named = [
            self._mention_filler(token, "subject of the main clause")
            for token in range(first, min(self.end, first + 5))
            if self.tags[token] in "Xp"
        ]
        own = [name for name in named if not self.reading.mentions[name.mention].possessive]
        return (own or named)[:1]
