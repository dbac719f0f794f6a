"""Tags: what kind of word each token is, told by the words around it."""

from __future__ import annotations

import pytest

from analysis.grammar import Grammar
from analysis.rulebook import Rulebook
from analysis.tagging import tag_words
from analysis.text import read_text


@pytest.fixture
def grammar(rulebook: Rulebook) -> Grammar:
    return rulebook.grammar


def tag(words: str, grammar: Grammar) -> str:
    """Return the letters of a text in which only the pronouns name actors."""
    text = read_text(words)
    pronouns = [0 if word in grammar.actor_pronouns else -1 for word in text.lower]
    (sentence,) = text.sentences
    return " ".join(tag_words(text, pronouns, (), grammar)[: sentence.end])


@pytest.mark.parametrize(
    ("words", "tags"),
    [
        ("the generals visit the port", "D O V D O"),
        ("he agreed to reopen the port and negotiate with pirates", "p V T I D O C I P O"),
        ("the general visit to the port failed", "D O O P D O V"),
        ("rebels in the hills attack a town held by the army", "O P D O V D O E P D O"),
        ("thousands march in protest and chant", "# V P O C V"),
        ("rights groups demand for talks was rejected", "O O O P O A E"),
        ("they want to demand guaranteed prices", "p V T I O O"),
        ("they visit the port", "p V D O"),
        ("agreed to visit the port", "V T I D O"),
        ("asked about it they laughed", "E B p p V"),
        ("armed with rifles they left", "E P O p V"),
        ("claims made by rebels and echoed by others", "O E P O C E P O"),
        ("a report, released in May, accused them", "D O , E P t , V p"),
        ("said one of them", "V O P p"),
        ("a visit to the port", "D O P D O"),
        ("they did not comply", "p A N I"),
        ("the long-range rockets arrived", "D O O O O V"),
        ("they vowed to “crush” it", "p V T Q I Q p"),
        ("the text demands a halt", "D O V D O"),
        ("the road is shut, say two officials", "D O A E , V # O"),
        ("a state in, say, the south", "D O P , O , D O"),
        ("they left and claims that it failed", "p V C V R p V"),
        ("reports and claims that it failed", "O C O R p V"),
        ("weeks of peace talks the two led", "t P O O D # V"),
        ("they shook hands and left", "p V O C V"),
        ("the 70-year-old league speeded it up", "D O O O O O O V p P"),
        ("they re-exported old tanks", "p B B V O O"),
        ("the re-elected leader", "D O O O O"),
        ("they demanded that the army deliver it", "p V R D O V p"),
    ],
    ids=lambda value: value if " " in value and value[0].islower() else "",
)
def test_noun_or_verb_is_told_by_what_stands_left(words: str, tags: str, grammar: Grammar) -> None:
    assert tag(words, grammar) == tags


@pytest.mark.parametrize("noun", ["drones", "ships", "houses"])
def test_a_noun_that_is_seldom_a_verb_stays_one_behind_a_name(noun: str, grammar: Grammar) -> None:
    assert tag(f"he said the {noun} burned", grammar) == "p V D O V"


@pytest.mark.parametrize(
    ("words", "letter"),
    [
        ("officials briefed on the plan said so", "E"),
        ("two men accused last week of theft fled", "E"),
        ("rockets supplied by the army failed", "E"),
        ("rockets, supplied by the army, failed", "E"),
        ("the envoy arrived in the capital hours later and said so", "V"),
        ("the minister denied on Monday that it was so", "V"),
        ("gunners shot down twelve jets that were near", "V"),
        ("the army supplied rockets", "V"),
        ("it ended hours before the envoy stopped on the way", "V"),
        ("they bought refurbished tanks", "O"),
        ("they had sent about 20 refurbished tanks", "O"),
        ("they said 20 wounded soldiers were there", "V"),
        ("those who left faced trial", "V"),
    ],
)
def test_a_participle_is_told_from_a_finite_verb(words: str, letter: str, grammar: Grammar) -> None:
    verb = next(w for w in words.split() if w.endswith("ed") or w == "shot")
    index = read_text(words).lower.index(verb)
    assert tag(words, grammar).split()[index] == letter


@pytest.mark.parametrize(
    ("words", "tags"),
    [
        ("that country left", "D O V"),
        ("that report failed", "D O V"),
        ("they want to build and supply 40 ships", "p V T I C I # O"),
        ("they want to raise trade and aid levels", "p V T I O C O O"),
        ("they said that aid would come", "p V R O M I"),
        ("it's ready", "p A O"),
        ("they mocked the general's claims a day later", "p V D O O O D t B"),
        ("they helped found a party", "p V I D O"),
        ("the survey shows that it failed", "D O V R p V"),
        ("they dismissed fraud claims that it failed", "p V O O R p V"),
        ("they will fully back the plan", "p M B I D O"),
        ("they will back down", "p M B P"),
        ("over 100 rounds", "B # O"),
        ("on a Sunday in May", "P D t P t"),
        ("more than 40 rounds", "D B # O"),
        ("up to 40 rounds", "B B # O"),
        ("at least twelve rounds", "B B # O"),
        ("as many as 40 rounds", "P D B # O"),
        ("they agreed that tariffs hurt", "p V R O V"),
        ("they said that Moyo left", "p V R O V"),
        ("they left that fortress", "p V D O"),
        ("the weekly magazine left", "D O O V"),
        ("they left weekly", "p V B"),
        ("the family left", "D O V"),
        ("flight tracking data", "O O O"),
        ("analysts - some of them old - argue that it failed", "O ; D P p O ; V R p V"),
    ],
)
def test_small_words_are_read_in_context(words: str, tags: str, grammar: Grammar) -> None:
    assert tag(words, grammar) == tags
