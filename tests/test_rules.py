"""Every rule finds its `matches` and leaves its `ignores`; a rule that cannot be used is refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from analysis.errors import RuleError
from analysis.examples import find_conflicts, find_failures
from analysis.rulebook import DICTIONARIES, RULE_FILES, Rulebook
from analysis.rules import Rule, load_rules

RULES = [rule for table in RULE_FILES for rule in load_rules(DICTIONARIES / f"{table}.yaml", table)]

RULE = """
- id: statement.sing
  trigger: {verb: [sing]}
  set: {act: say, content: clause}
  matches: [{text: "Norway sang.", row: {act: say}}]
"""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_keeps_its_examples(rule: Rule, rulebook: Rulebook) -> None:
    assert list(find_failures(rule, rulebook)) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_shows_the_row_it_expects_and_what_it_leaves(rule: Rule) -> None:
    assert all(example.row for example in rule.matches)
    assert rule.ignores


def test_ids_say_the_table() -> None:
    first = {"transfer_allegations": "transfer"}
    for rule in RULES:
        assert rule.id.split(".")[0] == first.get(rule.table, rule.table.removesuffix("s"))


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (("trigger:", "trigerr:"), "unknown keys"),
        (("  matches:", "  ignores: [a]\n  note:"), "no 'matches'"),
        (("id: statement.sing", "id: "), "no 'id'"),
        (("set:", "require: [speaker]\n  set:"), "requires the slot speaker"),
        (("set:", "slots: {whom: {role: verb}}\n  set:"), "has role 'verb'"),
        (("set:", "slots: {whom: {role: object, want: king}}\n  set:"), "wants 'king'"),
        (("set:", "slots: {whom: {role: phrase}}\n  set:"), "without 'preposition'"),
        (("set:", "slots: {whom: {rôle: object}}\n  set:"), "slot whom has unknown keys"),
        (("set:", "slots: {whom: object}\n  set:"), "slot whom is no mapping"),
        (("set:", "slots: [whom]\n  set:"), "'slots' is no mapping"),
        (("set:", "slots: {whom: {role: object, within: far}}\n  set:"), "a whole number"),
        (("set:", "require: speaker\n  set:"), "'require' is no list"),
        (("set:", "any_of: [speaker]\n  set:"), "a group in 'any_of' is no list"),
        (("set:", "reach: far\n  set:"), "a whole number"),
        (("set:", "helps: true\n  set:"), "Write yes or no"),
        (("set:", "note: [a, b]\n  set:"), "'note' is not text"),
        (("set:", "follows: in\n  set:"), "'follows' is no list"),
        (("set:", "with: [war crime]\n  set:"), "'with' holds 'war crime', more words than one"),
        (("set:", "unless: [long-range]\n  set:"), "'long-range', more words than one"),
        (("set: {act: say", "set: {act: sya"), "'set' has act 'sya'. Use accuse or"),
        (("content: clause", "contents: clause"), "'set' has unknown keys"),
        (("set: {act: say, content: clause}", "set: [say]"), "'set' is no mapping"),
        (("set: {act: say, content: clause}", "set: {act: say}"), "'set' has no 'content'"),
        (("{verb: [sing]}", "sing"), "'trigger' is no mapping"),
        (("{verb: [sing]}", "{verb: sing}"), "trigger 'verb' is no list"),
        (("{verb: [sing]}", "{verbs: [sing]}"), "'trigger' has unknown keys"),
        (("{verb: [sing]}", "{verb: []}"), "lists no word"),
        (("{verb: [sing]}", "{verb: [Sing]}"), "lower case"),
        (("{verb: [sing]}", "{verb: ['sing(s|ing)?']}"), "patterns are not read"),
        (("{verb: [sing]}", "{verb: [[sing]]}"), "which is no word"),
        (("{text:", "{txt:"), "an example in 'matches' has unknown keys"),
        (("row: {act: say}", "row: say"), "the row of 'Norway sang.' is no mapping"),
        (("row: {act: say}", "row: {akt: say}"), "the row of 'Norway sang.' has unknown keys"),
        (("- id: statement.sing", "- sing\n- id: statement.sing"), "'sing' is no rule"),
        ((RULE, "hello"), "no list of rules"),
        ((RULE, ""), "no list of rules"),
    ],
)
def test_a_rule_that_cannot_be_used_is_refused(
    change: tuple[str, str], complaint: str, tmp_path: Path
) -> None:
    path = tmp_path / "statements.yaml"
    path.write_text(RULE.replace(*change), encoding="utf-8")
    with pytest.raises(RuleError, match=complaint) as error:
        load_rules(path, "statements")
    assert str(path) in str(error.value)


SHADOWED = """
- id: statement.say
  trigger: {verb: [say, state]}
  set: {act: say, content: clause}
  matches: [{text: "Norway said that it was ready.", row: {act: say}}]
- id: statement.state
  trigger: {verb: [state]}
  set: {act: praise, content: clause}
  matches: [{text: "Norway stated that it was ready.", row: {act: praise}}]
"""


def test_a_rule_that_another_one_shadows_or_contradicts_is_reported(
    tmp_path: Path, rulebook: Rulebook
) -> None:
    path = tmp_path / "statements.yaml"
    path.write_text(SHADOWED, encoding="utf-8")
    rules = tuple(load_rules(path, "statements"))
    reports = list(find_conflicts(replace(rulebook, rules=rules)))
    assert reports == [
        "statement.state is shadowed: statement.say gives the rows of all its examples",
        "statement.state contradicts statement.say on 'to state'",
    ]


def test_a_rule_that_is_to_help_must_be_needed_and_make_no_row(
    tmp_path: Path, rulebook: Rulebook
) -> None:
    path = tmp_path / "statements.yaml"
    path.write_text(SHADOWED.replace("  set:", "  helps: yes\n  set:"), encoding="utf-8")
    rules = tuple(load_rules(path, "statements"))
    reports = list(find_conflicts(replace(rulebook, rules=rules)))
    assert "statement.say makes rows itself. Take 'helps' away." in reports
    assert "statement.state helps no rule: its examples hold without it" not in reports
    unneeded = replace(rules[1], matches=(rules[0].matches[0],))
    reports = list(find_conflicts(replace(rulebook, rules=(rules[0], unneeded))))
    assert "statement.state helps no rule: its examples hold without it" in reports


def test_no_rule_is_shadowed_idle_or_contradicts_another(rulebook: Rulebook) -> None:
    assert list(find_conflicts(rulebook)) == []
