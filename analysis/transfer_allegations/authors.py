"""Whose claim a transfer is, where another sentence than the one that tells it says so.

"Denied arming the rebels, describing Khartoum's allegations as baseless"; "the denials follow a
report published on Sunday by Blick that Chad had armed them".
"""

from __future__ import annotations

from collections.abc import Iterator

from analysis.grammar import POSSESSIVE_MARKS
from analysis.reading import Reading
from analysis.roles import Filler, SurfaceResolver
from analysis.statements import Statement
from analysis.text import Sentence, find_tokens
from analysis.transfer_allegations.parties import Parties
from analysis.transfer_allegations.transfer import Retold, Told

# How many sentences off the transfer may be told.
NEAR = 6
# What is claimed stands behind these, so near behind the claim and who makes it.
OPENERS = frozenset("that which of about on over regarding claiming alleging saying to".split())
OPENING = 3


class Authors:
    """Finds who made the claims that one article tells of."""

    def __init__(self, parties: Parties, statements: list[Statement]):
        self.parties = parties
        self.reading: Reading = parties.reading
        self.denied_in = {one.sentence.number for one in statements if one.act == "deny"}
        lexicon = self.reading.lexicon
        self.contested, self.reports = lexicon["contested"], lexicon["reports"]

    def find(self, told: list[Told]) -> Iterator[Retold]:
        """Yield each claim of others that is about a transfer told near it."""
        lower, tags = self.reading.text.lower, self.reading.tags
        claimed = [one for one in told if one.nature in ("alleged", "denied_only")]
        for sentence in self.reading.text.sentences if claimed else ():
            near = sorted(claimed, key=lambda one: one.distance(sentence))
            near = [one for one in near if one.distance(sentence) <= NEAR]
            claims = find_tokens(lower, self.contested | self.reports, sentence.first, sentence.end)
            for noun in claims if near else ():
                source = source_of(self.reading, noun) if tags[noun] == "O" else None
                if source is not None:
                    about = (one for one in near if self._is_about(one, sentence, noun, source))
                    yield from (Retold(one, [(source, None)], sentence) for one in [*about][:1])

    def _is_about(self, told: Told, sentence: Sentence, noun: int, owner: Filler) -> bool:
        """Tell "Oslo's claims" and "Oslo's claims that Chad armed them" from "claims of fraud"."""
        key, reading, transfer = self.parties.key, self.reading, told.transfer
        if owner.mention < 0 and not (told.nature == "denied_only" and told.distance(sentence) < 1):
            return False  # "reports" are meant only where they are denied
        supplier, recipient = self.parties.ends(transfer)
        if supplier in {key(owner), *reading.countries([owner])}:
            return False
        first, lower = max(noun + 1, owner.end), reading.text.lower
        end = next(find_tokens(reading.tags, ";C", first, sentence.end), sentence.end)
        named = {
            key(reading.filler(number)) for number, mention in reading.mentions_between(first, end)
        } - {"", key(owner)}
        if not named <= {supplier, recipient}:
            return False
        if OPENERS.isdisjoint(lower[first : first + OPENING]):
            return lower[noun] in self.contested or sentence.number in self.denied_in
        kinds = {item.item.kind for item in transfer.items}
        sent = any(item.item.kind in kinds for item in reading.items_between(first, end))
        return sent or named == {supplier, recipient}


def source_of(reading: Reading, noun: int) -> Filler | None:
    """Return whose claim it is, or the "media reports" themselves."""
    lower = reading.text.lower
    if owner := owner_of(reading, noun):
        return owner
    if lower[noun] not in reading.lexicon["reports"]:
        return None
    first = noun
    tags = reading.tags
    while tags[first - 1] in "OEX" and lower[first - 1] != "the":
        if tags[first - 1] == "E" and tags[first - 2] in "AB":
            break  # "has denied media reports"
        first -= 1
    return Filler(first, noun + 1, how="the reports")


def owner_of(reading: Reading, noun: int) -> Filler | None:
    """Return whose "report" it is: "a Kenyan report", "the report by Kenya", "a Blick story"."""
    text, tags = reading.text, reading.tags
    sentence = text.sentences[text.sentence_of[noun]]
    papers = reading.lexicon["private_voices"] | reading.lexicon["called_newspaper"]
    mark = noun - 1 - (text.lower[noun - 1] not in POSSESSIVE_MARKS)
    paper = text.lower[mark] in POSSESSIVE_MARKS and text.lower[mark - 1] in papers
    if paper and reading.mention_at[mark - 1] < 0:  # "a Malian paper's | new report"
        start = reading.skip_left(mark - 1, "OX", sentence.first) + 1
        return Filler(start, mark, how="whose report it is")
    over = reading.skip_left(noun - 1, "DOE", sentence.first)
    if tags[over] == "C":  # "pressure from Chad over its ties to Mali and | allegations"
        back = reading.skip_left(over, "CDOEXPp#t", sentence.first)
        over = next(find_tokens(text.lower, reading.lexicon["raised_over"], back, over), over)
    named = reading.named_at(over - 1)
    if text.lower[over] in reading.lexicon["raised_over"] and named is not None:
        before = named.first - 1 - (tags[named.first - 1] == "D")
        if text.lower[before] in ("from", "by"):  # "under pressure from Chad over | allegations"
            return reading.filler(reading.mention_at[over - 1], "who raises it")
    owners = [
        owner
        for owner in SurfaceResolver(reading, sentence).owner(noun)
        if owner.mention >= 0
        # Not "Oslo armed Chad - report", "reports were dismissed by X".
        and ";" not in tags[owner.end : noun]
        and (
            owner.first < noun
            or not (
                "A" in tags[noun : owner.first]
                or text.lower[noun + 1] in reading.lexicon["not_theirs"]
            )
        )
    ]
    # The paper of "by the South Korean newspaper Chosun Ilbo"
    owners.sort(key=lambda owner: reading.mentions[owner.mention].kind == "demonym")
    if owners and reading.mentions[owners[0].mention].kind != "demonym":
        return owners[0]
    # "Reports in the Malian press", "a story on a Lima channel", "Malian media | reports"
    start, end = (owners[0].first, noun) if owners and owners[0].first < noun else (noun, noun)
    if text.lower[noun + 1] in reading.lexicon["of_papers"]:
        start = noun + 2 + (tags[noun + 2] == "D")
        end = reading.skip_right(start, "OXt", sentence.end)
        end += text.lower[end] in papers  # "channel", read as a verb
    if not papers.isdisjoint(text.lower[start:end]):
        number, named = reading.mention_at[start], reading.named_at(start)
        whole = named is not None and (named.first, named.end) == (start, end)
        return Filler(start, end, mention=number if whole else -1, how="the paper")
    if owners:
        return owners[0]
    first = noun
    while first > sentence.first and text.words[first - 1].isalpha() and tags[first - 1] in "OEX":
        first -= 1
    written = sentence.first < first < noun and text.words[first][0].isupper()
    end = noun + (text.lower[noun - 1] in reading.lexicon["regional"])  # "Western | claims"
    return Filler(first, end, how="whose report it is") if written else None
