"""Past forms: finite verb, participle of a passive, or one that describes the noun before it."""

from __future__ import annotations

from analysis.grammar import PARTICLES
from analysis.tagging.surroundings import CLAUSE_PREPOSITIONS, Surroundings

# A participle with one of these behind it may describe the noun before it.
REDUCED_BEFORE = frozenset("to by from in for of at between under on against".split())
# Which list holds the participles that stand before these words without an object.
MARKED = {
    "of": "accused_of", "on": "blamed_on", "off": "done_in", "in": "done_in", "with": "armed_with",
    "from": "expelled_from",
}  # fmt: skip
# They stand before a time, "accused on Monday of", or in it.
DATING = frozenset({"on", "last", "this", "earlier", "late"})
# Of whom it is said, said to be: "a group said to have bases".
REPUTING = frozenset({"said", "reported", "known", "alleged"})
REPUTED = (["to", "have"], ["to", "be"])
# Behind "asked" at the beginning of a sentence.
ASKED = frozenset("about whether if how why what when who".split())
# A past form behind these is a clause cut short: "more than expected", "as planned".
COMPARING = frozenset({"as", "than", "like"})
# No subjects: what stands behind describes them.
OBJECT_PRONOUNS = frozenset({"him", "them", "us"})
# These join participles: "armed, trained and paid by Oslo".
JOINING = frozenset({"and", "or", ","})
LEADING = frozenset({"led", "headed", "chaired"})
# Left of a word that may be noun or verb, these make it a noun.
NOMINAL_LEFT = frozenset("DP#")
# Marks that open a title.
OPENING = frozenset({'"', "“", "‘", "«"})


class Participles(Surroundings):
    """Reads words in -ed and irregular past forms."""

    def _past(self, index: int, forms: str, left: str) -> str:
        following = self._following(index)
        if "i" in forms and (left in "TM" or self._is_helped(index)):
            return "I"  # "to cut it", "helped found a party"
        opened = self.tags[-3:-2] in (["A"], [","]) and self.tags[-2:] == ["E", ","]
        listed = opened and following in JOINING
        if listed or self._after_auxiliary() or self._lacks_object(index, following):
            return "E"  # "had recruited, | trained | and armed"
        if self._is_attribute(index, left, following):
            return "O"  # "missiles and related equipment"
        described = left == "D" or self.lower[index - 1] == "own"
        if described and following not in ("by", "to"):
            return "O"  # "the proposed talks", "its own claimed seizures"
        if "d" not in forms:
            return "E"
        if self.lower[index] in self.grammar.noun_verbs and left in NOMINAL_LEFT:
            return "O"
        if self.tags and self.tags[-1] == "," and following in ("to", ",") and "n" in forms:
            # "75 rockets, delivered to Chad last week"; a caption: "Ruto, left, shakes hands"
            describes = following != "," and self._may_describe(index)
            describes = describes and not self._tells_somebody(index)
            caption = following == "," and not self._speaks_on(index)
            return "E" if describes or caption else "V"
        blamed = following == "of" and self.lower[index] in self.grammar.lexicon["blamed_of"]
        # "Rockets bought from Oslo": what is bought stands before, unless it stands behind.
        bought = following == "from" and self.lower[index] in self.grammar.lexicon["bought"]
        behind_object = left in "OX" and following in REDUCED_BEFORE
        behind_object = behind_object and (bought or self._ends_object())
        # "After Oslo announced on Monday that" has a verb of its own.
        dated = following == "on" and self._following(index + 1) in self.grammar.times
        behind_object = behind_object and not (dated or self._is_behind_time(index))
        behind_object = behind_object and not self._is_clause_of(index)  # "the jets Chad sold to"
        behind_object = behind_object or (blamed and left in "OX" and self._has_verb())
        if behind_object and "n" in forms and self._may_describe(index):
            return "E"  # "shot down drones sold to the rebels"
        opening = index in self.firsts and self._leads_on(following)
        titled = left == "O" and following in OPENING  # "a forum titled “Peace”"
        titled = titled and self.lower[index] in self.grammar.lexicon["titled"]
        # "A Kenyan delegation led by its minister left", unlike "Kenya won by a goal".
        body = left == "X" and (self.lower[index] in LEADING or self._behind_people(index))
        some = left in "O,;#" or self.lower[index - 1] == "those"  # "one of 24 sold by Oslo"
        done_by = some or body or ("n" in forms and self._follows_agent(index))
        done_by = done_by and self._is_before_agent(index)
        return "E" if opening or titled or done_by else "V"

    def _is_before_agent(self, index: int) -> bool:
        """Tell "armed by Oslo", "armed and trained by Oslo" from "stood by", "spoke by phone"."""
        by = index + 1
        letters = self.grammar.form_letters
        while self._following(by - 1) in JOINING and "n" in letters.get(self._following(by), ""):
            by += 2
        is_told = by == index + 1 or self._is_before_name(by)
        means = self._following(by) in self.grammar.lexicon["by_means"]
        return is_told and not means and self._following(by - 1) == "by"

    def _behind_people(self, index: int) -> bool:
        """Tell "soldiers | sent by Oslo", people by a noun, from a name: "Chad | stood by Oslo"."""
        before = index - 1
        return self.lower[before].endswith("s") and (
            self.words[before].islower() or before in self.firsts
        )

    def _follows_agent(self, index: int) -> bool:
        """Tell "made by Oslo and repeated | by Rome" from "the deal made by Oslo rose | by"."""
        if self.tags[index - 1 : index] != ["C"]:
            return False
        if self.tags[index - 2] == "E":
            return True  # "was condemned and mocked by Chad"
        by = self._skip_left(index - 2, "XOD#tB,")
        return by > 0 and self.lower[by] == "by" and self.tags[by - 1] == "E"

    def _is_behind_time(self, index: int) -> bool:
        """Tell "Chad on Monday vowed to fight", "Chad for the second time turned to"."""
        before = self.lower[max(0, index - 4) : index]
        again = before[-1:] == ["time"] and before[:2] == ["for", "the"]
        day = before[-2:-1] if self.tags[-1:] == ["#"] else before[-1:]  # "on June 3", "on Monday"
        return again or not self.grammar.times.isdisjoint(day)

    def _tells_somebody(self, index: int) -> bool:
        """Tell "Ruto, the premier, confirmed to reporters that" from "guns, sold to Chad"."""
        behind = " ".join(self.lower[index + 2 : index + 10]).partition(" that ")
        takers = self.grammar.lexicon["clause_takers"]
        tells = not takers.isdisjoint(self.grammar.lemmas(self.lower[index]))
        return tells and bool(behind[1]) and "," not in behind[0]

    def _leads_on(self, following: str) -> bool:
        """Tell "Asked about it, Oslo" and "Armed with rifles, they" from "Said a spokesman:"."""
        leads = self.grammar.classes.get(following) in ("P", "S") and following != "to"
        return leads or following in ASKED

    def _speaks_on(self, index: int) -> bool:
        """Tell "Ruto, the premier, said, “We …”" from "Ruto, left, shakes hands"."""
        speech = self.lower[index] in self.grammar.lexicon["people_do"]
        return speech or not OPENING.isdisjoint(self.lower[index + 2 : index + 3])

    def _lacks_object(self, index: int, following: str) -> bool:
        """Tell "once an officer, accused of theft" from "accused Oslo of theft"."""
        if self.lower[index] == "dated":
            return True  # "a letter dated June 3"
        if self.tags[-1:] == ["p"] and self.lower[index - 1] in OBJECT_PRONOUNS:  # not "the US"
            return self.lower[index - 2] != "of"  # "called them biased", not "half of them said"
        reputed = self.lower[index + 1 : index + 3] in REPUTED and self.lower[index] in REPUTING
        if reputed and self.tags[-1:] in (["O"], ["X"], [","]):
            return True  # "a group said to have bases"
        behind, dating = index + 1, self.grammar.times | DATING
        while following in self.grammar.times or (
            following in DATING and self._following(behind) in dating
        ):  # "Two men accused on Monday of theft"
            behind, following = behind + 1, self._following(behind)
        marked = MARKED.get(following, "")
        if not marked or self.lower[index] not in self.grammar.lexicon[marked]:
            return False
        before = next((tag for tag in reversed(self.tags) if tag not in "XOD"), ";")
        return before != "R"  # "a raid which Oslo blamed on others"

    def _is_attribute(self, index: int, left: str, following: str) -> bool:
        plain = following[:1].isalpha() and following not in self.grammar.classes
        if self._is_behind_time(index) or self._joins_verb(index):
            return False
        spoken = self.lower[index] in self.grammar.lexicon["people_do"]
        if plain and left == "I" and not spoken and self.actors[index + 1] < 0:
            return True  # "to demand guaranteed prices", not "who wanted to leave told Reuters"
        if plain and left == "P" and self.lower[index - 1] not in COMPARING:
            return True  # "behind closed doors"
        if plain and "n" in self.grammar.form_letters[self.lower[index]]:
            # "Bought decommissioned frigates", "shipped 20 mothballed tanks"
            if left in "VIGE" and self._is_behind_its_verb(index):
                return True
            # "Two newly | built radars", unlike "on May 3 formally | opened it"
            counted = self.lower[index - 1].endswith("ly") and self.tags[-3:-2] != ["t"]
            if left == "#" and (self._ends_object() or counted):
                return True
        attributes = self.grammar.lexicon["attributes"]
        return plain and left in "CPO#," and self.lower[index] in attributes

    def _is_told_inside(self, relative: int, verb: int) -> bool:
        """Tell "a firm, which Oslo | says | sent tanks" from ", which includes …"."""
        takers = self.grammar.lexicon["clause_takers"]
        return verb > relative + 1 and not takers.isdisjoint(self.grammar.lemmas(self.lower[verb]))

    def _is_behind_its_verb(self, index: int) -> bool:
        """Tell "Oslo bought refurbished tanks" from "those who fled claimed that"."""
        spoken = self.lower[index] in self.grammar.lexicon["people_do"]
        if spoken or self.lower[index - 1] in self.grammar.noun_verbs:
            return False
        for at in range(index - 1, -1, -1):
            if self.tags[at] in ";SQ" or (self.lower[at] == "that" and self.tags[at - 1] in "VE"):
                break
            if self.tags[at] == "R":  # "…, which includes refurbished tanks", too
                return self.tags[at - 1] == "," and not self._is_told_inside(at, index - 1)
        return not {"V", "A", "M"}.isdisjoint(self.tags[at:index])

    def _may_describe(self, index: int) -> bool:
        lemmas = self.grammar.lemmas(self.lower[index])
        return self.grammar.lexicon["never_reduced"].isdisjoint(lemmas)

    def _ends_object(self) -> bool:
        """Tell whether the noun phrase that ends here is an object: it is no subject then."""
        counted = False
        for index in range(len(self.tags) - 1, -1, -1):
            tag = self.tags[index]
            if tag == "V":  # "tested a missile bought from", not "said a missile flew to"
                takers = self.grammar.lexicon["clause_takers"]
                takes = not takers.isdisjoint(self.grammar.lemmas(self.lower[index]))
                return self._may_describe(index) and not takes
            if tag == "P" and self.lower[index] == "by" and self.tags[index - 1] == "E":
                return self._has_verb()  # "a delegation led by Holm left for"
            if tag == "P" and self.lower[index] == "of":
                continue  # "received the first of 36 jets bought from"
            if tag == "P" and self.lower[index] in CLAUSE_PREPOSITIONS:
                return False  # "hours before Oslo left on a visit"
            if tag in "GIAPE":
                return tag != "P" or not counted  # not "in 2023 Serbia sold"
            if tag not in "OXDB#":
                return False
            rough = self.tags[index - 1] == "B"  # "roughly 270 pledged votes" has no date
            counted = counted or (tag == "#" and not rough)
        return False

    def _has_verb(self) -> bool:
        """Tell whether the clause has its verb already."""
        return next((tag for tag in reversed(self.tags) if tag in "VIGA;SRQ"), ";") in "VIGA"

    def _mark_reduced(self) -> None:
        """Mark "briefed" in "officials briefed on it said": the finite verb is another one."""
        tags = self.tags
        for index in range(1, len(tags) - 1):
            if tags[index] != "V":
                continue
            if self._has_agent_behind(index) and self._may_be_reduced(index, told=True):
                tags[index] = "E"
                continue
            described = tags[index - 1] in "OX" and tags[index + 1] in "PT"
            # "troops sent to fight in Chad were killed"
            behind = index + (3 if tags[index + 1] == "T" else 1)
            inserted = self._is_inserted_participle(index)
            joined = self._follows_agent(index)  # "a report by Oslo and made public accuses"
            if not (described or inserted or joined) or self._is_clause_of(index):
                continue  # "the talks that Chad held with Niger went on"
            finite = tags[index - 1] == "," or self._finite_behind(behind)
            if finite and self._may_be_reduced(index, told=inserted or joined):
                tags[index] = "E"

    def _has_agent_behind(self, index: int) -> bool:
        """Tell "lifted the sanctions lately imposed on Oslo by Chad", whose verb stands before."""
        tags, before = self.tags, self._skip_left(index - 1, "B")
        if tags[before] not in "OX" or tags[index + 1] != "P":
            return False
        by = next((at for at in range(index + 1, len(tags)) if self._ends_phrase(at)), -1)
        if by == index + 1 and "X" not in tags[by + 1 : by + 3]:
            return False  # "won by a goal"
        if by < 0 or self.lower[by] != "by" or tags[by + 1 : by + 2] not in (["X"], ["D"]):
            return False
        return next((tags[t] for t in range(before, -1, -1) if tags[t] in "VA;"), ";") != ";"

    def _ends_phrase(self, at: int) -> bool:
        return self.tags[at] not in "PXODt#BC" or self.lower[at] == "by"

    def _is_inserted_participle(self, index: int) -> bool:
        """Tell the "signed" of "the pact, signed in Rome by Ruto, was": between commas."""
        tags = self.tags
        inserted = tags[index - 1] == "," and tags[index + 1] == "P"
        if index < 2 or not inserted or tags[index - 2] not in "OX":
            return False
        behind = range(index + 1, len(tags))
        end = next((t for t in behind if tags[t] not in "PXODt#BC"), len(tags))
        return tags[end : end + 1] == [","] and tags[end + 1 : end + 2] in (["V"], ["A"], ["M"])

    def _is_clause_of(self, verb: int) -> bool:
        """Tell "the talks that Chad | held", "the drones Chad | sent" by the name before."""
        before = self._skip_left(verb - 1, "X")
        described = self.tags[before] == "R" or self.lower[before] == "those"
        described = described or (
            self.tags[before] == "O" and self._is_plural(before) and self.words[before].islower()
        )
        return described and before < verb - 1

    def _may_be_reduced(self, index: int, *, told: bool) -> bool:
        """Tell a participle by its form; `told`: what stands around says that it is none finite."""
        # "denied on Monday that", "shot down twelve drones"; but "a pact, signed in May, was"
        timed = self._following(index + 1) in self.grammar.times and not told
        if self.lower[index + 1] in PARTICLES or timed or self._is_behind_time(index):
            return False
        readings = self.grammar.verb_forms.get(self.lower[index], ())
        ambiguous = any("d" in letters and "n" in letters for _, letters in readings)
        return ambiguous and self._may_describe(index)

    def _finite_behind(self, index: int) -> bool:
        """Tell whether a finite verb comes before the clause is over.

        So in "tanks | sold to Niger by Chad and Mali were lost", whose "and" joins who sold them.
        """
        agents = False
        for at in range(index, len(self.tags)):
            tag, word = self.tags[at], self.lower[at]
            if tag in "VAM":
                return word not in ("having", "being")
            agents = agents or word == "by"
            joins = tag == "C" and agents and self.tags[at - 1] == self.tags[at + 1] == "X"
            if (not joins and tag in ",;CRSQpTG") or word in CLAUSE_PREPOSITIONS:
                return False
        return False
