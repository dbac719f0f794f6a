"""Roles from a dependency parse, under Universal Dependencies and ClearNLP labels alike."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from analysis.errors import RuleError
from analysis.matching import find_matches
from analysis.pipeline import code_article
from analysis.reading import Reading
from analysis.roles import Filler
from analysis.roles.parsed import ParsedResolver
from analysis.rulebook import Rulebook
from analysis.second_opinion import Parser, load_parser, note_agreement

# word, label, head: a token a word, numbered from 0.
SENT = {
    "ud": "Norway nsubj 1 | sent ROOT 1 | tanks obj 1 | to case 4 | Chad obl 1 | . punct 1",
    "clear": "Norway nsubj 1 | sent ROOT 1 | tanks dobj 1 | to prep 1 | Chad pobj 3 | . punct 1",
}
PASSIVE = {
    "ud": "Tanks nsubj:pass 2 | were aux:pass 2 | sent ROOT 2 | to case 4 | Chad obl 2"
    " | by case 6 | Norway obl:agent 2 | . punct 2",
    "clear": "Tanks nsubjpass 2 | were auxpass 2 | sent ROOT 2 | to prep 2 | Chad pobj 3"
    " | by agent 2 | Norway pobj 5 | . punct 2",
}
CONTROLLED = {
    "ud": "Kenya nsubj 1 | accused ROOT 1 | Norway obj 1 | of mark 4 | sending advcl 1"
    " | tanks obj 4 | to case 7 | Chad obl 4 | . punct 1",
    "clear": "Kenya nsubj 1 | accused ROOT 1 | Norway dobj 1 | of prep 1 | sending pcomp 3"
    " | tanks dobj 4 | to prep 4 | Chad pobj 6 | . punct 1",
}
JOINED = {
    "ud": "Norway nsubj 3 | and cc 2 | Kenya conj 0 | sent ROOT 3 | tanks obj 3 | . punct 3",
    "clear": "Norway nsubj 3 | and cc 0 | Kenya conj 0 | sent ROOT 3 | tanks dobj 3 | . punct 3",
}
RELATIVE = {
    "ud": "Norway nsubj 7 | , punct 3 | which nsubj 3 | sent acl:relcl 0 | tanks obj 3"
    " | abroad advmod 3 | , punct 0 | left ROOT 7 | . punct 7",
    "clear": "Norway nsubj 7 | , punct 3 | which nsubj 3 | sent relcl 0 | tanks dobj 3"
    " | abroad advmod 3 | , punct 0 | left ROOT 7 | . punct 7",
}
REDUCED = {
    "ud": "Tanks nsubj 4 | sent acl 0 | by case 3 | Norway obl:agent 1 | failed ROOT 4 | . punct 4",
    "clear": "Tanks nsubj 4 | sent acl 0 | by agent 1 | Norway pobj 2 | failed ROOT 4 | . punct 4",
}
OWNED = {
    "ud": "Norway nmod:poss 2 | 's case 0 | delivery nsubj 5 | of case 4 | tanks nmod 2"
    " | angered ROOT 5 | Chad obj 5 | . punct 5",
    "clear": "Norway poss 2 | 's case 0 | delivery nsubj 5 | of prep 2 | tanks pobj 3"
    " | angered ROOT 5 | Chad dobj 5 | . punct 5",
}
RAISED = {
    "ud": "Norway nsubj:pass 2 | is aux:pass 2 | expected ROOT 2 | to mark 4 | send xcomp 2"
    " | tanks obj 4 | . punct 2",
    "clear": "Norway nsubjpass 2 | is auxpass 2 | expected ROOT 2 | to aux 4 | send xcomp 2"
    " | tanks dobj 4 | . punct 2",
}
DECIDED = {
    "ud": "The det 1 | decision nsubj 7 | by case 3 | Norway nmod 1 | to mark 5 | send acl 1"
    " | tanks obj 5 | failed ROOT 7 | . punct 7",
    "clear": "The det 1 | decision nsubj 7 | by prep 1 | Norway pobj 2 | to aux 5 | send acl 1"
    " | tanks dobj 5 | failed ROOT 7 | . punct 7",
}
PLANNED = {
    "ud": "Norway nsubj 1 | has ROOT 1 | plans obj 1 | to mark 4 | send acl 2 | tanks obj 4"
    " | . punct 1",
    "clear": "Norway nsubj 1 | has ROOT 1 | plans dobj 1 | to aux 4 | send acl 2 | tanks dobj 4"
    " | . punct 1",
}
LIGHT = {
    "ud": "Ruto nsubj 1 | made ROOT 1 | a det 3 | trip obj 1 | to case 5 | Norway nmod 3"
    " | . punct 1",
    "clear": "Ruto nsubj 1 | made ROOT 1 | a det 3 | trip dobj 1 | to prep 3 | Norway pobj 4"
    " | . punct 1",
}
MET = {
    "ud": "Ruto nsubj 1 | met ROOT 1 | with case 3 | Norwegians obl 1 | in case 5 | Chad obl 1"
    " | . punct 1",
    "clear": "Ruto nsubj 1 | met ROOT 1 | with prep 1 | Norwegians pobj 2 | in prep 1 | Chad pobj 4"
    " | . punct 1",
}
TEST = {
    "ud": "Norway nmod:poss 3 | 's case 0 | missile compound 3 | test nsubj 4 | failed ROOT 4"
    " | . punct 4",
    "clear": "Norway poss 3 | 's case 0 | missile compound 3 | test nsubj 4 | failed ROOT 4"
    " | . punct 4",
}

each_scheme = pytest.mark.parametrize("scheme", ["ud", "clear"])


def parse(lines: str) -> Doc:
    """Build the parse of a sentence by hand."""
    rows = [line.split() for line in lines.split(" | ")]
    words = [word for word, _, _ in rows]
    glued = [following in ("'s", ".", ",") for following in [*words[1:], "."]]
    return Doc(
        spacy.blank("en").vocab,
        words=words,
        spaces=[not tight for tight in glued],
        heads=[int(head) for _, _, head in rows],
        deps=[label for _, label, _ in rows],
    )


def resolve(read, lines: str, word: str) -> tuple[Reading, ParsedResolver, int]:  # type: ignore[no-untyped-def]
    doc = parse(lines)
    reading = read(doc.text)
    resolver = ParsedResolver(reading, reading.text.sentences[0], doc, "parse")
    return reading, resolver, reading.text.lower.index(word)


def names(reading: Reading, fillers: list[Filler]) -> list[str]:
    return [
        reading.mentions[filler.mention].name
        if filler.mention >= 0
        else reading.text.span(filler.first, filler.end)
        for filler in fillers
    ]


@each_scheme
@pytest.mark.parametrize(
    ("sentence", "verb", "subject"),
    [
        (SENT, "sent", ["Norway"]),
        (PASSIVE, "sent", ["Norway"]),
        (CONTROLLED, "sending", ["Norway"]),
        (JOINED, "sent", ["Norway", "Kenya"]),
        (RELATIVE, "sent", ["Norway"]),
        (REDUCED, "sent", ["Norway"]),
        (RAISED, "send", ["Norway"]),
    ],
)
def test_the_subject_is_who_does_it(  # type: ignore[no-untyped-def]
    read, sentence: dict[str, str], verb: str, subject: list[str], scheme: str
) -> None:
    reading, resolver, token = resolve(read, sentence[scheme], verb)
    assert names(reading, resolver.subject(token, token + 1)) == subject


@each_scheme
@pytest.mark.parametrize(
    ("sentence", "verb"),
    [(SENT, "sent"), (PASSIVE, "sent"), (CONTROLLED, "sending"), (REDUCED, "sent")],
)
def test_the_object_is_what_is_sent(  # type: ignore[no-untyped-def]
    read, sentence: dict[str, str], verb: str, scheme: str
) -> None:
    reading, resolver, token = resolve(read, sentence[scheme], verb)
    assert [name.lower() for name in names(reading, resolver.object(token, token + 1))] == ["tanks"]


@each_scheme
@pytest.mark.parametrize("sentence", [DECIDED, PLANNED])
def test_who_has_a_plan_may_be_the_one_to_carry_it_out(  # type: ignore[no-untyped-def]
    read, sentence: dict[str, str], scheme: str
) -> None:
    reading, resolver, token = resolve(read, sentence[scheme], "send")
    assert "Norway" in names(reading, resolver.subject(token, token + 1))


@each_scheme
def test_the_object_of_met_with_is_behind_with(read, scheme: str) -> None:  # type: ignore[no-untyped-def]
    reading, resolver, token = resolve(read, MET[scheme], "met")
    assert names(reading, resolver.object(token, token + 1)) == []
    assert names(reading, resolver.object(token, token + 2)) == ["Norway"]


@each_scheme
def test_a_trigger_of_two_nouns_is_its_head(read, scheme: str) -> None:  # type: ignore[no-untyped-def]
    reading, resolver, token = resolve(read, TEST[scheme], "missile")
    assert names(reading, resolver.owner(token, token + 2)) == ["Norway"]


@each_scheme
def test_a_phrase_may_hang_on_the_object(read, scheme: str) -> None:  # type: ignore[no-untyped-def]
    reading, resolver, token = resolve(read, LIGHT[scheme], "made")
    assert names(reading, resolver.phrases(token, token + 1, frozenset({"to"}))) == ["Norway"]


@each_scheme
@pytest.mark.parametrize("sentence", [SENT, PASSIVE])
def test_a_preposition_leads_to_whom_it_names(read, sentence: dict[str, str], scheme: str) -> None:  # type: ignore[no-untyped-def]
    reading, resolver, token = resolve(read, sentence[scheme], "sent")
    assert names(reading, resolver.phrases(token, token + 1, frozenset({"to"}))) == ["Chad"]
    assert resolver.phrases(token, token + 1, frozenset({"from"})) == []


@each_scheme
def test_a_noun_has_its_owner(read, scheme: str) -> None:  # type: ignore[no-untyped-def]
    reading, resolver, token = resolve(read, OWNED[scheme], "delivery")
    assert names(reading, resolver.owner(token, token + 1)) == ["Norway"]


class _Fixed:
    """Stands in for a pipeline: gives the parse it was made with."""

    def __init__(self, doc: Doc):
        self.doc = doc

    def __call__(self, text: str) -> Doc:
        assert text == self.doc.text
        return self.doc


def judge(read, rulebook: Rulebook, lines: str):  # type: ignore[no-untyped-def]
    doc = parse(lines)
    reading = read(doc.text)
    rows = code_article(reading.article, rulebook)["transfer_allegations"]
    parser = Parser(_Fixed(doc), "toy-1.0")  # type: ignore[arg-type]
    note_agreement(reading, find_matches(reading, rulebook), rows, parser)
    return rows


@each_scheme
def test_where_both_agree_confidence_is_high(read, rulebook: Rulebook, scheme: str) -> None:  # type: ignore[no-untyped-def]
    (row,) = judge(read, rulebook, SENT[scheme])
    assert (row["resolver"], row["confidence"]) == ("surface+toy-1.0", "high")


def test_where_they_disagree_confidence_is_low(read, rulebook: Rulebook) -> None:  # type: ignore[no-untyped-def]
    swapped = SENT["ud"].replace("Norway nsubj", "Norway obl").replace("Chad obl", "Chad nsubj")
    (row,) = judge(read, rulebook, swapped)
    assert (row["resolver"], row["confidence"]) == ("surface", "low")


def test_a_phrase_that_holds_what_was_coded_agrees(read, rulebook: Rulebook) -> None:  # type: ignore[no-untyped-def]
    army = SENT["clear"].replace("Chad pobj 3", "Chad poss 6 | 's case 4 | army pobj 3")
    (row,) = judge(read, rulebook, army)
    assert row["confidence"] == "high"


def test_who_a_pronoun_stands_for_is_not_judged(read, rulebook: Rulebook) -> None:  # type: ignore[no-untyped-def]
    its = "Norway nsubj 1 | regretted ROOT 1 | its poss 3 | delivery dobj 1 | of prep 3"
    (row,) = judge(read, rulebook, f"{its} | tanks pobj 4 | to prep 3 | Chad pobj 6 | . punct 1")
    assert (row["supplier"], row["confidence"]) == ("Norway", "high")


def test_a_pipeline_that_is_missing_or_cannot_parse_is_refused(tmp_path) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(RuleError, match="no spaCy pipeline 'en_none'"):
        load_parser("en_none")
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(RuleError, match="has no parser"):
        load_parser(str(tmp_path / "blank"))
