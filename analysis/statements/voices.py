"""What a noun phrase is that speaks: an actor, a document's author, or a noun that can speak."""

from __future__ import annotations

from analysis.actors import SORTS, Mention
from analysis.acts import SpeechWords
from analysis.grammar import POSSESSIVE_PRONOUNS
from analysis.matching import Match
from analysis.matching.sorts import ACTING
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.roles.joined import WHENCE
from analysis.statements.naming import shared_noun
from analysis.statements.phrases import PhraseReader
from analysis.text import find_tokens

SAME = {"paper": "newspaper", "service": "agency"}
# What a group or firm that was named is called: "the group".
SPEAKING = frozenset(SORTS)
NAMED = frozenset({"organisation", "institution"})
# Whose a paper is that they stand right before: "a White House statement", not "the China report".
ISSUERS = NAMED | {"group", "metonym"}
WHOSE = frozenset({"of", "on", "for"})
NONE = frozenset({"neither", "nor", "no", "none", "few", "hardly"})
FEW = NONE | {"many", "some", "nobody", "people"}
# Of a people, so many have been asked, and have told nobody by themselves.
POLLED = frozenset("most half third quarter majority percent %".split())
NOBODY = NONE | {"nobody", "nothing"}
# They speak where that is told, but neither in a quotation nor beside a name: "Oslo and others".
SOMEBODY = frozenset({"people", "others"})
# Behind these stands who speaks too: "aides, including Silva", "Oslo, along with Rome, says".
AMONG = frozenset(
    tuple(words.split())
    for words in (
        *("including", "notably", "such as", "like"),
        *("along with", "together with", "as well as", "joined by"),
    )
)
GENERAL = SOMEBODY | frozenset("nobody everybody everyone anybody anyone somebody someone".split())
# Of "officials in Oslo and Rome" each speaks for one of the states.
OFFICIALS = frozenset({"officials", "authorities", "ministers"})
ANYBODY = tuple([who, "who"] for who in "those anyone anybody everyone everybody people".split())


def names_nobody(match: Match, speaker: Filler) -> bool:
    """Tell "neither Oslo nor Chad", "everyone", "few experts deny it", "those who accuse Oslo"."""
    lower = match.lower
    # "No official", "few | Democrats", "hardly | any expert"
    if not NONE.isdisjoint(lower[max(0, speaker.first - 1) : speaker.first + 1]):
        return True
    placed = match.resolver.skip_left(speaker.first - 1, "XDC,")  # "few | in Oslo, Rome or Bonn"
    if lower[placed] == "in" and lower[placed - 1] in FEW:
        return True
    words = lower[max(0, speaker.first - 1) : speaker.end]
    if "people" in words and not POLLED.isdisjoint(words):
        return True  # "half of the people in Chad believe, a survey found"
    general = GENERAL & {lower[speaker.first], lower[speaker.end - 1]}
    # Not "others warn", and "the people said" of two officials.
    alone = general <= SOMEBODY and lower[speaker.first - 1] != "and"
    if general:
        return not alone or bool(match.reading.text.quotes[match.trigger])
    before = lower[speaker.end - 1 : match.resolver.group_start(match.trigger)]
    return before in ANYBODY


class Voices:
    """Judges the subjects of verbs of speech in one sentence."""

    def __init__(self, phrases: PhraseReader, words: SpeechWords):
        self.reading: Reading = phrases.reading
        self.phrases = phrases
        self.words = words
        self.tags, self.lower = phrases.tags, phrases.lower
        self.home, self.postposed = (self.reading.lexicon[n] for n in ("home", "postposed"))

    def authors(self, filler: Filler) -> list[Filler]:
        """Read "the ministry's statement", "a report by Oslo and Rome" as whose words they are."""
        head = self.lower[self.head(filler)]
        whole = self.phrases.with_complement(filler)
        issued = self.reading.is_form(filler.end, self.words.issuing)  # "the Yearbook released by"
        issued = issued and self.lower[filler.end + 1] == "by"
        issued = issued and self.reading.text.words[filler.end - 1][:1].isupper()
        written = issued or (filler.mention < 0 and head in self.words.documents)
        if not written or head in SAME:
            return [self._named_before(whole)]
        found = [self._named_before(issuer) for issuer in self.issuers(filler)]
        if head in self.words.judging:  # whoever made an estimate judges by it
            told = (filler.first, filler.end)
            found = [Filler(*told, f.mention, how=f.how) if f.mention >= 0 else f for f in found]
        return found or [whole]

    def issuers(self, paper: Filler) -> list[Filler]:
        """Return whose words a noun phrase names: "a report published by the UN", "UN claims"."""
        opener = self.head(paper) + 1
        if self.lower[opener : opener + 1] == ["in"]:
            opener = self.phrases.with_complement(paper).end  # "trends in arms sales | released by"
        if opener < self.phrases.end and self.reading.is_form(opener, self.words.issuing):
            opener += 1  # "a report published by the UN", "made public by"
            opener += self.lower[opener] == "public"
            opener = self.phrases.resolver.past_times(opener)
        opener += self.tags[opener : opener + 1] == ["Q"]  # "“baseless claims” by Chad"
        if opener < self.phrases.end and self.lower[opener] in ("by", "from", "of"):
            by = self.lower[opener] == "by"
            found = self.phrases.right(opener, to_verb=by)[0]
            if found and (found[0].mention >= 0 or self._is_titled(found[0])):
                return [self.phrases.with_complement(one) for one in found[: None if by else 1]]
        own = self.reading.mentions_between(paper.first, paper.end)
        issuing = [n for n, m in own if m.possessive or m.kind in ISSUERS]
        return [self.reading.filler(number, "author") for number in issuing[:1]]

    def _is_titled(self, filler: Filler) -> bool:
        """Tell the "Workers Party" and "customs officials" of a document from "the year"."""
        last = filler.end - 1
        somebody = self.lower[last] in self.words.speaking
        return somebody or self.reading.text.words[last][:1].isupper()

    def _named_before(self, filler: Filler) -> Filler:
        """Read "the ministry", "the foreign ministry" as the one that was named in full before."""
        owner = self.reading.text.owners.get(filler.first, -1)
        if filler.mention < 0 <= owner and self.lower[filler.end - 1] in SPEAKING | self.home:
            meant = self.reading.mention_at[owner]
            return Filler(filler.first, filler.end, mention=meant, how="named before")
        size = filler.end - filler.first - 1
        if filler.mention >= 0 or not size or self.lower[filler.first] != "the":
            return filler
        words = self.lower[filler.first + 1 : filler.end]
        if words[-1] in self.home and (official := self._official_before(filler.first)) >= 0:
            return Filler(filler.first, filler.end, mention=official, how="of who says so")
        for number, mention in reversed(self.reading.mentions_between(0, filler.first)):
            name = [*self.lower[mention.first : mention.end], "of"]
            # "The panel" is the Panel of Experts.
            first = 0 if mention.kind in NAMED else len(name) - 1
            ends = [at for at in range(first, len(name)) if name[at] in WHOSE]
            full = len(name) > size + 1 and any(name[:at][-size:] == words for at in ends)
            if full or self._is_called(mention, words):
                return Filler(filler.first, filler.end, mention=number, how="named before")
        return filler

    def _official_before(self, opening: int) -> int:
        """Return who says "said (that) the government": of that official's own; -1 = none."""
        said = opening - 1 - (self.lower[opening - 1] == "that")
        verb = said >= self.phrases.first and self.tags[said] == "V"
        if not verb or self.words.verbs.isdisjoint(self.reading.lemmas(said)):
            return -1
        mention = self.reading.named_at(said - 1)
        own = mention is not None and mention.official and mention.country not in ("", "IGO")
        return self.reading.mention_at[said - 1] if own else -1

    def _is_called(self, mention: Mention, said: list[str]) -> bool:
        """Tell whether "the agency", "the rights group", "the newspaper" can mean a body."""
        called = "called_" + "_".join(SAME.get(word, word) for word in said)
        words = self.reading.lexicon.get(called, frozenset())
        return mention.kind in NAMED and not words.isdisjoint(mention.name.lower().split())

    def speaks(self, filler: Filler, wanted: str) -> bool:
        """Tell whether a phrase can be speaker; `wanted` is what the rule says of speakers."""
        if filler.mention >= 0:
            mention = self.reading.mentions[filler.mention]
            # "Chadian claims", but not "Chadian media reports"
            whose = filler.how == "adjective" and self.lower[filler.end] not in self.words.media
            return bool(mention.name) and (mention.kind in ACTING or whose)
        head = self.head(filler)
        written, word = self.reading.text.words[head], self.lower[head]
        named_thing = written[0].isupper() and self._is_name(head)
        silent = word in self.words.silent and not named_thing and wanted != "written"
        addressed = self.reading.text.span(filler.first, filler.end).lower() in self.words.silent
        silent = silent or self.lower[filler.end : filler.end + 2] == ["of", "them"]
        if not written[0].isalpha() or silent or addressed:
            return False
        return wanted in ("any", "written") or named_thing or word in self.words.tellers

    def does_else(self, match: Match, filler: Filler) -> bool:
        """Tell "a call for a body led by Ruto", who does not call, from "a call made by Ruto"."""
        own = self.lower[match.trigger - 1] in POSSESSIVE_PRONOUNS
        if own and filler.first > match.trigger:
            return True  # "in his view, Chad will"
        participle = filler.first - 2
        led = participle >= match.end and self.tags[participle] in "EV"
        if not led or self.lower[participle + 1] != "by":
            return False
        return not self.reading.is_form(participle, self.words.issuing)

    def _is_name(self, token: int) -> bool:
        """Tell a word with a capital of its own, here or wherever else it stands in the text."""
        text, line = self.reading.text, self.reading.dateline
        same = find_tokens(text.words, {text.words[token]}, line.end + 1 if line else 0)
        return any(text.sentences[text.sentence_of[at]].first != at for at in same)

    def named_among(self, filler: Filler) -> list[Filler]:
        """Return who else speaks: "officials in Oslo and | Rome", "aides, including | Silva"."""
        whole = self.phrases.with_complement(filler)
        named = self.reading.mentions_between(filler.first + 1, whole.end)
        if filler.mention < 0 and len(named) > 1 and self.lower[filler.first] in OFFICIALS:
            first, last = named[0][1], named[-1][1]
            if self.lower[first.first - 1] in WHENCE and "C" in self.tags[first.end : last.first]:
                return [self.reading.filler(number) for number, _ in named[1:]]
        index = filler.end + (self.lower[filler.end : filler.end + 1] == [","])
        size = next((n for n in (1, 2, 3) if (*self.lower[index : index + n],) in AMONG), 0)
        if not size or index + size >= self.phrases.end:
            return []
        names = self.phrases.right(index + size - 1)[0]  # not "others like it"
        return [one for one in names if one.mention >= 0 and self.tags[one.first] != "p"]

    def is_somebody(self, found: list[Filler]) -> bool:
        """Tell whether the first of some phrases names an actor or people, and no paper."""
        if not found:
            return False
        named = found[0].mention >= 0 and self.speaks(found[0], "")
        head = self.lower[self.head(found[0])]
        return named or head in self.words.speaking or head in self.words.judging

    def tells(self, filler: Filler) -> bool:
        """Tell whether a phrase names an actor, or people or papers that tell something."""
        return filler.mention >= 0 or self.lower[self.head(filler)] in self.words.tellers

    def is_author(self, found: list[Filler]) -> bool:
        """Tell "said a man close to it", "says the report" from "announced layoffs"."""
        words = self.lower[found[0].first : found[0].end] if found else []
        told = any(word in self.words.tellers or word in self.words.shares for word in words)
        return told or self.is_somebody(found)

    def head(self, filler: Filler) -> int:
        """Return the head noun of a phrase: "spokesman" of "a spokesman for the army"."""
        _, shared_end = shared_noun(self.reading, filler)
        if shared_end:
            return shared_end - 1
        for index in range(filler.first + 1, filler.end):
            share = self.lower[index - 1] in self.words.shares or self.tags[index - 1] in "#D"
            titled = self.lower[index] == "of" and self.tags[filler.end - 1] == "X"
            if (self.tags[index] == "P" or titled) and not share:  # "chief of staff"
                return self._before_postposed(index - 1, filler.first)
        return self._before_postposed(filler.end - 1, filler.first)

    def _before_postposed(self, last: int, first: int) -> int:
        """Step left over the adjective of "an official | close | to him", the 1 of "Radio 1"."""
        numbered = self.lower[last].isdigit() and self.lower[last - 1] not in self.words.documents
        return last - (last > first and (numbered or self.lower[last] in self.postposed))
