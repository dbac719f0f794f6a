"""Noun phrases to the right of a token, and the lists they stand in: "by Oslo, Rome and Paris"."""

from __future__ import annotations

from analysis.actors import Mention
from analysis.grammar import ARTICLES, POSSESSIVE_MARKS
from analysis.reading import Reading
from analysis.roles import Filler, SurfaceResolver

# Before a word of time: "last week", "earlier this year".
TIME_ADJECTIVES = frozenset("last next this past earlier later late early same previous".split())
# Determiners that stand alone for people: "many say", "those who fled said".
QUANTIFIERS = frozenset("many most some few several others both all another those".split())
# They join a noun to what it belongs to: "a spokesman for the army".
COMPLEMENT = frozenset("of for from at in with".split())
# So many figures a year has.
YEAR = 4
# Who may stand before what describes him: "Silva, a minister".
NAMES = frozenset({"person", "name"})
# What stands in a list of those who speak, and alone behind "condemned" what is condemned.
BODIES = frozenset({"state", "capital", "metonym", "organisation", "institution"})


class RightPhrases:
    """Reads the noun phrases of one sentence rightwards."""

    def __init__(self, resolver: SurfaceResolver, titles: frozenset[str]):
        self.reading: Reading = resolver.reading
        self.titles = titles
        self.resolver = resolver
        self.first, self.end = resolver.first, resolver.end
        self.tags, self.lower = resolver.tags, resolver.lower

    def stands_apart(self, start: int, name: Mention) -> bool:
        """Tell "in an interview Ruto said", "in 1999 Oslo said" from "the rebel chief Ruto"."""
        before = name.first - 1
        year = self.tags[before] == "#" and len(self.lower[before]) == YEAR and before == start
        described = self.tags[start] == "D" and set(self.tags[start + 1 : name.first]) == {"O"}
        described = described and not (name.plural or self.lower[start] == "other")
        return year or (described and self.lower[before] not in self.titles)

    def is_owned(self, name: Mention) -> bool:
        """Tell "in a move | Chad's army | said was routine"."""
        before, inside = self.lower[name.first - 1], self.lower[name.first : name.end]
        noun = self.tags[name.first - 1] == "O" and before not in POSSESSIVE_MARKS
        return noun and not POSSESSIVE_MARKS.isdisjoint(inside)

    def right(self, after: int, *, to_verb: bool = False) -> tuple[list[Filler], int]:
        """Read the noun phrase right behind a token, and those joined to it; and its end.

        `to_verb`: a verb behind the last is not its own: "a probe by Oslo and Rome found".
        """
        filler, index = self._right_phrase(after + 1)
        found = [filler] if filler else []
        listed: list[Filler] = []
        at, apposed = self._behind_brackets(index), False
        while filler and at + 1 < self.end and self.tags[at] in "C,":
            conjunction = at + (self.tags[at : at + 2] == [",", "C"])
            joins = self.tags[conjunction] == "C"
            if conjunction > at and not (listed or apposed):
                break  # "according to Oslo, and Rome went on"
            filler, behind = self._right_phrase(self._behind_repeated(after, conjunction + 1))
            verb = behind < self.end and self.tags[behind] in "VAM"
            if filler is None or self.tags[filler.end - 1] == "E" or (verb and not to_verb):
                break
            if not (joins or apposed) and self._describes(filler, found[0], behind):
                at, apposed = behind, True
                continue  # "said Silva, a minister, | and Rey"
            kind = self.reading.kind_of(filler)
            if (apposed and kind not in NAMES) or not (joins or kind in BODIES):
                break  # "said Oslo, which …"
            listed.append(filler)
            at = self._behind_brackets(behind)
            if joins:  # a list is one where "and" comes before its last
                found, listed, index = found + listed, [], behind
        return found, index

    def _behind_repeated(self, preposition: int, index: int) -> int:
        """Step over what comes again in a list: "by Oslo and, later, | by | Rome"."""
        index = self.resolver.past_insertion(index)
        again = self.tags[preposition] == "P" and self.lower[index] == self.lower[preposition]
        return index + again

    def end_of_name(self, index: int) -> int:
        """Return where the words with capitals that begin at a token end."""
        while index < self.end and self.reading.text.words[index][0].isupper():
            index += 1
        return index

    def _behind_brackets(self, index: int) -> int:
        """Step over "(OSCE)" behind a name."""
        around = self.lower[index : index + 1] + self.lower[index + 2 : index + 3]
        return index + 3 if around == ["(", ")"] else index

    def _right_phrase(self, index: int) -> tuple[Filler | None, int]:
        index = self.resolver.skip_right(index, "B")
        start, last = index, -1
        if index < self.end and self.tags[index] == "V" and self.lower[index].endswith("ed"):
            # "said retired general …", not "condemned by Oslo and urged Rome"
            index += self.reading.kind_at(index + 1) not in BODIES
        index = self.resolver.skip_right(index, "D")  # "the most" recent report
        dated = self.resolver.skip_right(index, "t#")
        if self.lower[index - 1] in ARTICLES and self.tags[dated] == "O":
            index = dated  # "a May 3 report"
        if self.tags[index - 1 : index + 1] == ["P", "G"] and self.tags[index + 1] in "OX":
            index += 1  # "according to shipping records"
        while index < self.end:
            tag = self.tags[index]
            if tag in "Xp":
                last = self.reading.mention_at[index]
                mention = self.reading.mentions[last]
                index = mention.end
            elif tag in "O#E" or self.lower[index] == "-":
                index += 1
            else:
                break
        if index == start or (self.tags[start:index] == ["D"] and self.lower[start] != "another"):
            return None, start
        named = self.reading.mentions[last] if last >= 0 else None
        if named and named.end == index and named.kind != "demonym":  # its last words
            filler = self.reading.filler(last, "behind the verb")
            if not self.is_bare(filler):
                return filler, index
        ends = self.lower[index - 1] == "dated" or self.lower[index : index + 1] == ["by"]
        ends = ends or (self.tags[index : index + 1] == ["P"] and self.tags[index - 2] == "O")
        if self.tags[index - 1] == "E" and ends:
            # "data reviewed by Reuters", "filings dated June 3", "a man briefed on it"
            index -= index - 1 > start
        return Filler(start, index, how="noun phrase behind the verb"), index

    def _describes(self, filler: Filler, name: Filler, behind: int) -> bool:
        """Tell "Silva, a minister, and" from "Oslo, a town, and" and "Silva, Rey and"."""
        described = self.reading.kind_of(name) in NAMES and self.tags[behind : behind + 2] == [
            ",",
            "C",
        ]
        return described and self.reading.kind_of(filler) in ("", "title")

    def is_bare(self, filler: Filler) -> bool:
        """Tell "the officials", "a spokesman", of whom nothing tells who they are."""
        mention = self.reading.mention_of(filler)
        if mention is None:
            return True
        return mention.kind in ("title", "group") and not mention.country and not mention.actor_id

    def before_day(self, last: int) -> int:
        """Return the "a" of "a June 3 letter" where a day ends at a token; else -1."""
        first = self.resolver.skip_left(last, "t#")
        opened = first >= self.first and self.lower[first] in ARTICLES
        return first if opened and "t" in self.tags[first : last + 1] else -1

    def is_quantifier(self, index: int) -> bool:
        """Tell whether a determiner stands alone for people: "most said", not "most men"."""
        following = self.tags[index + 1 : index + 2]
        alone = self.lower[index] in QUANTIFIERS
        claimed = self.lower[index + 2 : index + 3] == ["by"]  # "islands, many claimed by Manila"
        return alone and not claimed and (not following or following[0] in "VAMRPB,")

    def with_complement(self, filler: Filler) -> Filler:
        """Take in what a common noun belongs to: "spokesman for the Kurdish army"."""
        if not self.is_bare(filler):
            return filler
        end = filler.end
        while end + 1 < self.end and (self.lower[end] in COMPLEMENT or self._leads_to(end)):
            if self.lower[end] == "in" and self.lower[end + 1] in ("a", "an"):
                break  # "the ministry in a statement said"
            inner, after = self._right_phrase(end + 1)
            done = self.lower[end] == "of" and self.tags[end + 1] == "G"  # "a panel | of sending"
            if inner is None or done or self.tags[end + 1] == "p":
                break
            end = self._behind_like(inner, after)
        return Filler(filler.first, end, how=filler.how) if end > filler.end else filler

    def _behind_like(self, inner: Filler, end: int) -> int:
        """Step over what is joined to a complement: "the Office of Trade | and Labour"."""
        other, behind = self._right_phrase(end + 1)
        if self.tags[end] != "C" or other is None:
            return end
        capital = self.reading.text.words[other.first][0].isupper()
        named = self.reading.named([inner, other])
        return behind if capital and len(named) != 1 else end

    def _leads_to(self, to: int) -> bool:
        """Tell "its mission to the African Union", "an aide to Putin" from "a threat to it"."""
        before, lexicon = self.lower[to - 1], self.reading.lexicon
        serves = before.removesuffix("s") in lexicon["serving"]
        sent = serves or before in lexicon["sent_to"] or before == "close"
        return sent and self.lower[to] == "to"
