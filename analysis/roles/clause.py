"""Noun phrases of one sentence by their tags, and where a clause begins and ends."""

from __future__ import annotations

from analysis.grammar import COPULAS, HAVE
from analysis.reading import Filler
from analysis.roles.asides import Asides
from analysis.roles.verb_groups import NOMINAL, VERBS

# Auxiliaries that a clause of its own has.
FINITE = COPULAS | HAVE
# A quotation of fewer tokens than this quotes a word, not a clause.
SHORT = 8
# Behind these stands whom it is told, and who tells it before: "…, the minister, told a crowd".
TOLD = ("told", "tells")


class Clause(Asides):
    """Reads noun phrases and the ends of clauses."""

    def _noun_phrase_ending(self, index: int) -> Filler:
        """Return the noun phrase whose last token is `index`."""
        if self.reading.kind_at(index) not in ("", "demonym"):
            return self._mention_filler(index, "named left of it")
        first = index
        while first > self.first and (
            self.tags[first - 1] in "O#DE"
            or self.lower[first - 1] in ("first", "last")
            or (self.tags[first - 1] == "X" and self._modifies(first - 1))
        ):
            first -= 1
            if self.tags[first] == "D" and self.tags[first - 1] in "OX":
                break  # "at the talks | both sides"
        return Filler(first, index + 1, how="noun phrase")

    def _modifies(self, index: int) -> bool:
        """Tell whether a name stands before a noun as its owner or adjective."""
        mention = self.reading.mentions[self.reading.mention_at[index]]
        return (
            mention.possessive
            or mention.kind in ("demonym", "state", "metonym", "organisation", "institution")
            or self.lower[mention.end - 1] == "guard"  # "a Chinese coast guard | vessel"
            # "The Biden visit to Oslo"
            or (mention.kind == "person" and self.lower[mention.first - 1] == "the")
        )

    def _mention_filler(self, index: int, how: str) -> Filler:
        return self.reading.filler(self.reading.mention_at[index], how)

    def _is_group(self, filler: Filler) -> bool:
        return self.reading.kind_of(filler) == "group"

    # Where clauses begin and end

    def before_relative(self, index: int) -> int:
        """Return the last token of what a relative pronoun refers to."""
        before = index - 1 - (self.lower[index - 1] == "(")
        return self.before_brackets(self.skip_left(before, ",QP"))

    def before_brackets(self, index: int) -> int:
        """Step left over the "(UAE)", ", left," or ", R-Ohio" that ends at a token, if one does."""
        opening = self.lower[max(self.first, index - 3) : index]
        if self.lower[index] == ")" and opening[1:2] == ["("]:
            return index - 3
        if self.lower[index] == "," and opening[1:] in ([",", "left"], [",", "right"]):
            return index - 3
        party = opening[::2] == [",", "-"] and len(opening[1]) == 1
        return index - 4 if party else index

    def _relative_of(self, verb: int) -> int:
        """Return the relative pronoun that opens the clause of a verb, or -1."""
        index = self.group_start(verb) - 1
        return index if index >= self.first and self.tags[index] == "R" else -1

    def _opens_clause(self, index: int) -> bool:
        """Tell whether a verb comes before the next noun phrase is over."""
        index = self.skip_right(index, "BNAMT")
        if index >= self.end or (self.tags[index] in VERBS and not self._begins_item(index)):
            return True
        stop = index
        while stop < min(self.end, index + 9) and (
            self.tags[stop] in "XpDO#B" or self.lower[stop] == "of" or self._begins_item(stop)
        ):
            stop += 1
        named = "X" in self.tags[index:stop] or "p" in self.tags[index:stop]
        if named and self.tags[stop : stop + 1] == [","]:
            verb = stop + 1  # not "…, Oslo, Rome, said the minister"
            says = self.verb_is("clause_takers", verb) and self.tags[verb + 1] not in "XDp"
            if self.tags[verb : verb + 1] == ["V"] and (says or self.lower[verb] in TOLD):
                return True  # "…, the minister, Ana Soto, said"
            stop = self.past_insertion(stop)  # "…, and Oslo, along with Rome, stands by"
        if not named or stop >= self.end:
            return False
        if self.tags[stop] == "G":  # "with Oslo giving rice to Chad and Rome | giving oil"
            return ["X", "G"] in (self.tags[at - 1 : at + 1] for at in range(self.first + 1, index))
        return self.tags[stop] in "VAM" or self._says_too(stop)

    def _says_too(self, joined: int) -> bool:
        """Tell "(visited Chad,) Oslo | and Rome said" from a list that goes on."""
        verb = self.skip_right(joined, "XDO,C")
        _, pair, last = "".join(self.tags[joined:verb]).rpartition("C")
        named = bool(pair and last) and "," not in last
        return named and self.tags[verb : verb + 1] == ["V"] and self.verb_is("clause_takers", verb)

    def _continues_list(self, index: int) -> bool:
        listed = index < self.end and (self.tags[index] in "XO#DC" or self._begins_item(index))
        return listed and not self._opens_clause(index)

    def _ends_clause(self, index: int) -> bool:
        if index >= self.end:
            return True
        if self.tags[index] in "PtB":
            return False
        index = self.skip_right(index, "#")  # "…, two officials said"
        behind = self.tags[index + 1] if index + 1 < self.end else ";"
        if index >= self.end or (
            self.lower[index] in self.lexicon["activities"] and behind in "P,;C"
        ):
            return False  # "arms, support and training to Chad", unlike "training its soldiers"
        ending = self.tags[index] in "GRSM" and not self._begins_item(index)
        return ending or self._opens_clause(index)

    def _is_verbless(self, index: int) -> bool:
        """Tell whether a subject goes on at a token: "a drill by Oslo and Rome began"."""
        before = self.tags[self.first : index]
        return before[:1] not in ([], ["P"], ["E"]) and NOMINAL.issuperset(before)

    def _is_of_main(self, auxiliary: int, verb: int) -> bool:
        """Tell "rockets sent to Chad | were seized by Oslo": what follows is of the main clause."""
        # "Sent rockets it had bought to Chad", "met and had talks with Chad".
        other = self.tags[auxiliary - 1] in "pC"
        return self.tags[verb] in "VE" and self.lower[auxiliary] in FINITE and not other

    def is_by_doer(self, by: int, trigger: int) -> bool:
        """Tell "the raid was carried out | by Chad" from "was condemned by Chad", who made none."""
        if self.lower[by] != "by" or self.tags[trigger] in "VEI":
            return self.lower[by] == "by"
        verb = by - 1 if self.tags[by - 1] == "E" else by - 2  # "carried out | by"
        passive = self.tags[verb] == "E" and "A" in self.tags[trigger:verb]
        return not passive or self.reading.is_form(verb, self.lexicon["bringing"])

    def _begins_item(self, index: int) -> bool:
        """Tell "tanks and | jamming gear to Chad" from "tanks and sending drones"."""
        number = self.reading.item_at[index]
        begins = number >= 0 and self.reading.items[number].first == index
        return begins and index not in self.hidden

    # What is stepped over on the way left

    def _before_relative_verb(self, verb: int) -> int:
        relative = self._relative_of(verb)
        relative = relative if relative >= 0 else self._relative_around(verb)
        if relative >= 0:
            return self.before_relative(relative)
        if self.tags[verb] in "GE" and verb > self.first:
            return verb - 1
        # "The drones | Oslo sent | arrived"
        subject = self.group_start(verb) - 1
        described = self.skip_left(subject, "X") if subject >= self.first else subject
        described -= self.tags[described] == "R"  # "the drones that Oslo sent | arrived"
        contact = self.first <= described < subject and self.tags[described] == "O"
        return described if contact else self.first - 1

    def _relative_around(self, verb: int) -> int:
        """Return the "that" of "the arms that Oslo | says | were sent", or -1."""
        index = self.skip_left(self.group_start(verb) - 1, "XpDOP")
        told = self.tags[index] == "R" and self.verb_is("clause_takers", verb)
        return index if told and self.tags[verb] == "V" else -1

    def _before_insertion(self, comma: int) -> int:
        """Step over ", … ," to the word before it."""
        index = comma - 1
        if index >= self.first and self.tags[index] == "X" and self._is_who_does_it(index):
            return index
        marks = (at for at in range(index, self.first - 1, -1) if self.tags[at] in ",;")
        opening = next(marks, comma)
        return opening - 1 if self.tags[opening] == "," else comma - 1

    def _is_who_does_it(self, index: int) -> bool:
        """Tell one name, "the president, Ana Silva, said", and "her deputy, Ana Silva, said".

        So it is behind a body that one is of: "a member of the cabinet, Ana Silva, said".
        """
        mention = self.reading.mentions[self.reading.mention_at[index]]
        before = self.tags[mention.first - 2 : mention.first]
        body = self.reading.kind_at(mention.first - 2) in ("group", "institution")
        described = before == ["O", ","] or (body and before[1] == ",")
        described = described and mention.kind == "person"
        return described or "," in self.lower[mention.first : mention.end]

    def is_short_quotation(self, mark: int) -> bool:
        """Tell a mark around a word or two only: sold 600 "bunker buster" bombs to Chad."""
        for near in (range(mark + 1, mark + SHORT), range(mark - 1, mark - SHORT, -1)):
            between = ""
            for index in near:
                if not self.first <= index < self.end or self.tags[index] in "VAMSR,;":
                    break
                if self.tags[index] == "Q" and between:
                    return True
                between += self.tags[index]
        return False

    def _before_short_quotation(self, index: int) -> int:
        """Step left over a word or two in quotation marks: "called it “historic” on a visit"."""
        mark = self.skip_left(index, "PDOXE")
        quoted = self.tags[mark] == "Q" and self.is_short_quotation(mark)
        return self._before_quotation(mark) if quoted and self.quotes[mark] else index

    def writing(self, verb: int, left: int) -> int:
        """Return the verb of "sent a letter to Oslo | urging", whose subject urges; or -1."""
        if self.lower[verb] not in self.lexicon["putting"]:
            return -1
        sending = self.verb_before(left)
        lemmas = set(self.reading.lemmas(sending)) if sending >= 0 else set()
        letter = not self.lexicon["letters"].isdisjoint(self.lower[sending:left])
        return sending if "write" in lemmas or (letter and lemmas & self.lexicon["sending"]) else -1
