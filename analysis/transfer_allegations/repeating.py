"""Who tells a transfer again without telling all of it.

"Oslo has made the same claim" takes up what was alleged last; "Oslo condemned the shipments" and
"Oslo said the Sudanese rockets had arrived in May" are about a transfer that the article tells
elsewhere. Whoever says so is one more claimant of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from analysis.grammar import FUTURE, POSSESSIVE_MARKS
from analysis.reading import Reading
from analysis.rulebook import Rulebook
from analysis.statements import CITED, Statement
from analysis.text import find_tokens
from analysis.transfer_allegations.claimants import TELLING, author_of
from analysis.transfer_allegations.items_again import ItemsAgain
from analysis.transfer_allegations.parties import COUNCILS, Parties
from analysis.transfer_allegations.transfer import Claimant, Retold, Told, Transfer, announces

SAID_THIS = frozenset({"this", "so", "same"})
# How many sentences off the transfer may be told: where its claim is meant, and where it is.
NEAR = 6
FAR = 12
# So near stand the words of "This was reported", "shares the same concern".
PHRASE = 4
# So near behind a transfer "the weapons" are those.
AT_ONCE = 2
# What is asked for or held up is not told as done.
AHEAD = frozenset({"announced", "planned"})
# What nobody disputes.
KNOWN = frozenset({"announced", "reported"})
# What both sides may speak of, as one of them alleges the rest.
SETTLED = AHEAD | KNOWN
WHERE = frozenset({"in", "at", "near", "through", "via"})
UNDONE = frozenset({"requested", "blocked"})
# By these a supplier tells of its own deliveries.
OWNING_UP = frozenset({"say", "confirm", "promise"})


class Repeaters:
    """Finds who tells again, in one article, what transfers tell in full."""

    def __init__(self, parties: Parties, rulebook: Rulebook, told: list[Told]):
        self.parties = parties
        self.reading: Reading = parties.reading
        self.lexicon = self.reading.lexicon
        self.items = ItemsAgain(parties, rulebook.transfer_verbs - self.lexicon["only_holding"])
        self.told = [one for one in told if one.nature not in UNDONE]

    def find(self, statements: list[Statement]) -> Iterator[Retold]:
        """Yield who tells each transfer again, and whom they cite for it."""
        if not self.told:
            return  # nothing to tell again, as in most articles
        for statement in statements:
            if any(self._tells_itself(statement, one.transfer) for one in self.told):
                continue
            if statement.act not in TELLING and not self._asks_to_stop(statement):
                continue
            meant = self._meant(statement)
            where = {one.transfer.match.sentence.number for one in meant[:1]}
            claimants = list(self._claimants(statement, statements)) if meant else []
            for one in meant:
                if one.transfer.match.sentence.number in where:
                    yield Retold(one, claimants, statement.sentence)

    def _claimants(self, statement: Statement, statements: list[Statement]) -> Iterator[Claimant]:
        for other in statements:
            cited = other.match.rule.id == CITED and other.sentence is statement.sentence
            for speaker in other.speakers if other is statement or cited else ():
                yield author_of(self.parties, speaker, statements), other

    def _tells_itself(self, statement: Statement, transfer: Transfer) -> bool:
        """Tell who tells the transfer in full, or tells of it before it is told."""
        match, told_in = transfer.match, transfer.statement
        if match.sentence is not statement.sentence:
            return False
        if statement is told_in or statement.match.trigger <= match.trigger:
            return True
        denied = told_in is not None and told_in.act == "deny"
        return denied or statement.said()[0] <= match.trigger

    def _meant(self, statement: Statement) -> list[Told]:
        """Return the transfers that a statement means, the nearest first."""
        said_in = statement.sentence
        nearest = sorted(self.told, key=lambda one: one.distance(said_in))
        within = [one for one in nearest if one.distance(said_in) <= FAR]
        before = [one for one in within if one.transfer.match.sentence.number <= said_in.number]
        if self._says_just_this(statement):
            return [one for one in before if one.distance(said_in) == 1]
        within = [one for one in within if self._may_tell(statement, one)]
        if self._takes_up_claim(statement):
            before = [one for one in before if one in within and self._is_claim(one, statement)]
            return [one for one in before if one.distance(said_in) <= NEAR]
        within = [one for one in within if one.nature not in KNOWN or self._adds(statement, one)]
        return [one for one in within if self._is_about(statement, one)]

    def _adds(self, statement: Statement, told: Told) -> bool:
        """Tell whether either side goes on about what nobody disputes, or somebody discloses it.

        Whoever else names it, or names it before it is told, speaks of something else.
        """
        ends = {*self.parties.ends(told.transfer)}
        distance = statement.sentence.number - told.transfer.match.sentence.number
        outlet = any(map(self.parties.is_private, statement.speakers))
        own = not outlet and not ends.isdisjoint(statement.own_countries)
        goes_on = 0 < distance <= NEAR and own
        if 0 < distance <= AT_ONCE and not statement.own_countries:  # "the ministry" of either
            words, offices = self.reading.text.lower, self.lexicon["state_offices"]
            goes_on = any(
                not offices.isdisjoint(words[s.first : s.end]) for s in statement.speakers
            )
        return goes_on or (distance >= 0 and self._announces(statement, told))

    def _may_tell(self, statement: Statement, told: Told) -> bool:
        """Tell whether a speaker can claim it: a supplier only announces or admits its own."""
        supplier, recipient = self.parties.ends(told.transfer)
        own = statement.own_countries
        if supplier not in own:  # "the minister", of either side, goes on at once
            near = told.distance(statement.sentence) <= AT_ONCE and told.nature in SETTLED
            return statement.act != "promise" or (near and (not own or recipient in own))
        settled = told.nature in SETTLED and statement.act in OWNING_UP
        sending = self.reading.lemmas(statement.match.end)  # "confirmed deploying soldiers"
        admits = self._names_transfer(statement, told) or not self.items.giving.isdisjoint(sending)
        return settled or (statement.act == "confirm" and admits)

    def _asks_to_stop(self, statement: Statement) -> bool:
        """Tell "urged Oslo to halt the deliveries": who does says that there are some."""
        first, end = statement.said()
        stopping, lemmas = self.lexicon["stopping"], self.reading.lemmas
        return statement.act == "request" and any(
            (self.reading.tags[token] in "VIG" or self.reading.text.lower[token + 1] == "to")
            and not stopping.isdisjoint(lemmas(token))  # "an end to"
            for token in range(first, end)
        )

    def _says_just_this(self, statement: Statement) -> bool:
        """Tell "This was reported by …", "That's according to …", "… said this on Monday"."""
        lower, tags, match = self.reading.text.lower, self.reading.tags, statement.match
        if match.rule.id == "statement.made_by":  # "The announcement was made by Oslo"
            return True
        first, behind = statement.sentence.first, match.end
        opening = lower[first] in ("this", "that") and 0 < match.trigger - first <= PHRASE
        if opening and all(tag in "AVB" for tag in tags[first + 1 : match.trigger]):
            return True
        just = SAID_THIS | ({"it"} if statement.act == "confirm" else set())
        behind += lower[behind : behind + 2] == ["the", "same"]
        return lower[behind] in just and tags[behind + 1] not in "OXEt#"

    def _takes_up_claim(self, statement: Statement) -> bool:
        """Tell "made the same accusation", "called the allegations credible"."""
        lower, sentence = self.reading.text.lower, statement.sentence
        named_as = self.lexicon["claims"]
        believed = not self.lexicon["believable"].isdisjoint(lower[sentence.first : sentence.end])
        first, end = self._said(statement)
        cue = statement.match.trigger  # "agreed with the report", "confirmed the information"
        shared = not self.lexicon["sharing"].isdisjoint((lower[cue], *lower[first:end]))
        shared = shared and lower[cue + 1] != "to"  # "agreed to talks on the findings"
        again = bool(statement.match.rule.set.get("repeats"))  # "told the same story"
        if (shared or believed or again) and not statement.match.passive:  # "the news was true"
            named_as = named_as | self.lexicon["told_before"]
        named = [
            token
            for token in range(sentence.first, sentence.end)
            if lower[token] in named_as
            and lower[token + 1] != "that"  # which is all told behind it
            and (self.items.is_definite(token) or lower[token - 1] in POSSESSIVE_MARKS)
        ]
        if named and again:
            return True
        if any(believed or (shared and first <= token < end) for token in named):
            return not self._is_undone(statement)
        if lower[cue] in self.lexicon["contested"] and lower[cue - 1] in self.lexicon["alike"]:
            return True  # "similar accusations from Oslo"
        behind = statement.match.end, statement.match.end + PHRASE
        at = next(find_tokens(lower, {"same"}, behind[0], behind[1] + PHRASE), 0)
        same = statement.act == "accuse" and lower[at - 2 : at] in (["of", "the"], ["doing", "the"])
        same = same and self.reading.tags[at + 1] not in "OXE#"  # "accused Oslo of the same"
        concerned = statement.match.rule.id == "statement.concern"
        return same or (concerned and not self.lexicon["alike"].isdisjoint(lower[slice(*behind)]))

    def _is_claim(self, told: Told, statement: Statement) -> bool:
        """Tell what can be called a claim; what the writer tells, only at once: "the charge"."""
        said_in, accused = statement.sentence, {*map(self.parties.key, statement.targets)}
        if statement.act == "accuse" and accused - {"", self.parties.ends(told.transfer)[0]}:
            return False  # "accused Rome of the same"
        contested = self.lexicon["contested"].isdisjoint
        words = self.reading.text.lower[said_in.first : said_in.end]
        at_once = told.nature == "reported" and told.distance(said_in) <= AT_ONCE
        return told.nature not in KNOWN or (at_once and not contested(words))

    def _said(self, statement: Statement) -> tuple[int, int]:
        """Return the tokens of what is said; of what is condemned or confirmed its clause only."""
        first, end = statement.said()
        if statement.match.passive and statement.act == "confirm":
            return statement.sentence.first, statement.match.trigger
        if statement.act in ("accuse", "confirm"):
            tags = self.reading.tags
            end = next((token for token in range(first, end) if tags[token] in ",;"), end)
        return first, end

    def _is_undone(self, statement: Statement) -> bool:
        """Tell what is only supposed, over, or not so."""
        if self._asks_to_stop(statement):
            return False
        first, end = self._said(statement)
        lower, tags = self.reading.text.lower, self.reading.tags
        unreal = self.lexicon["unreal"]
        return any(
            tags[t] == "N" or (lower[t] in unreal and tags[t] != "t" and not self._is_crossed(t))
            for t in range(first, end)
        )

    def _is_crossed(self, token: int) -> bool:
        """Tell "across the border", "broke an embargo" from "massed at the border"."""
        lower, lexicon = self.reading.text.lower, self.lexicon
        passing = lexicon["crossing" if "border" in lower[token] else "breaching"]
        passed = lower[token] in lexicon["passed"]
        return passed and not passing.isdisjoint(lower[token - PHRASE : token])

    def _is_about(self, statement: Statement, told: Told) -> bool:
        """Tell whether what is said names this transfer and nobody who is no party to it."""
        if self._is_undone(statement) or told.nature == "considered":
            return False
        if not {"supplier", "recipient"}.isdisjoint(told.transfer.implied):
            return False
        first, end = self._said(statement)
        supplier, recipient = self.parties.ends(told.transfer)
        own = statement.own_countries
        # What its giver or receiver says will be done with it, it will get.
        settled = told.nature in AHEAD or (told.nature in SETTLED and own & {supplier, recipient})
        if not (settled or FUTURE.isdisjoint(self.reading.text.lower[first:end])):
            return False
        named = set(self._named(first, end)) - own - {*map(self.parties.key, statement.speakers)}
        told_in = told.transfer.match.sentence
        beside = [one.transfer for one in self.told if one.transfer.match.sentence is told_in]
        if not named.issubset(end for one in beside for end in self.parties.ends(one)):
            return False  # not even those that its sentence tells of beside it
        receiving = recipient in own and told.nature in SETTLED
        receiving = receiving and not any(map(self.parties.is_private, statement.speakers))
        given = supplier in named or supplier in own or receiving or self._goes_on(statement, told)
        given = given or self._is_for_its_teller(statement, told)
        if self._names_transfer(statement, told):
            return given or statement.act == "accuse" or self._announces(statement, told)
        if self._goes_on(statement, told):
            return True
        received = receiving and supplier not in named | own
        return self.items.are_named(
            statement, (first, end), told.transfer, given=given, received=received
        )

    def _goes_on(self, statement: Statement, told: Told) -> bool:
        """Tell "Oslo said the weapons had come by air", "the shipments", told of just before."""
        distance = statement.sentence.number - told.transfer.match.sentence.number
        telling = statement.act in TELLING or self._asks_to_stop(statement)
        if not 0 <= distance <= AT_ONCE or not telling:
            return False
        own = self.parties.key(told.transfer.supplier) in statement.own_countries
        goes_on = self.items.go_on(self._said(statement), told.transfer, own=own)
        return goes_on or self._names_transfer(statement, told)

    def _is_for_its_teller(self, statement: Statement, told: Told) -> bool:
        """Tell whether somebody goes on for the side that told it: "they are bringing weapons"."""
        teller = told.transfer.statement
        if teller is None or teller.sentence.number >= statement.sentence.number:
            return False
        if any(map(self.parties.is_private, teller.speakers)):
            return False  # a newspaper is of no side
        return not teller.own_countries.isdisjoint(statement.own_countries)

    def _announces(self, statement: Statement, told: Told) -> bool:
        """Tell "the sale was announced by …" from what else is said of a sale."""
        announcing = self.reading.grammar.governors["announced"] | self.lexicon["making_known"]
        near = told.distance(statement.sentence) <= NEAR
        return near and self.reading.is_form(statement.match.trigger, announcing)

    def _named(self, first: int, end: int) -> Iterator[str]:
        for number, mention in self.reading.mentions_between(first, end):
            key = self.parties.key(self.reading.filler(number))
            sent = self.reading.item_at[mention.end - 1] >= 0  # "the mercenaries"
            before = self.reading.skip_left(mention.first - 1, "DEX", first)
            sent = sent or self.reading.text.lower[before] == "against"  # what it is used for
            passed = mention.is_place and self.reading.text.lower[mention.first - 1] in WHERE
            sent = sent or (passed and bool(mention.city))  # "were unloaded in Lomé"
            if key and key != "IGO" and key not in COUNCILS and not sent:
                yield key

    def _names_transfer(self, statement: Statement, told: Told) -> bool:
        """Tell "the deployment", "these arms transfers"; "the deal" where it is announced."""
        supplier = self.parties.key(told.transfer.supplier)
        first, end = self._said(statement)
        named, lower = self.lexicon["transferring"], self.reading.text.lower
        if statement.match.passive:
            first, named = statement.sentence.first, named | self.lexicon["dealing"]
        elif supplier in statement.own_countries and announces(statement):
            moves = self.lexicon["moves"] if "to" not in lower[first:end] else named
            named = named | self.lexicon["dealing"] | moves
        return any(lower[t] in named and self.items.is_definite(t) for t in range(first, end))
