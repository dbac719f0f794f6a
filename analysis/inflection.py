"""Verb and noun forms from a lemma. English inflects so little that no lemmatiser is needed."""

from __future__ import annotations

from dataclasses import dataclass

VOWELS = "aeiou"


@dataclass(frozen=True)
class VerbForms:
    """What cannot be guessed about English verbs; read from grammar.yaml."""

    irregular: dict[str, list[str]]
    doubling: frozenset[str]
    double_l: frozenset[str]

    def of(self, lemma: str) -> dict[str, str]:
        """Map each form to its tags: i base, s third person, d past, n participle, g -ing.

        A form with two readings has two letters: "supplied" is "dn".
        """
        head, _, particle = lemma.partition(" ")
        forms: dict[str, str] = {}
        past, participle = self._past(head)
        for tag, group in (
            ("i", [head]),
            ("s", [third_person(head)]),
            ("d", past),
            ("n", participle),
            ("g", self._gerund(head)),
        ):
            for form in group:
                forms[form] = forms.get(form, "") + tag
        if particle:
            return {f"{form} {particle}": tags for form, tags in forms.items()}
        return forms

    def _past(self, verb: str) -> tuple[list[str], list[str]]:
        if verb in self.irregular:
            past, *participle = self.irregular[verb]
            return past.split("|"), (participle[0] if participle else past).split("|")
        if verb.endswith("e"):
            regular = [verb + "d"]
        elif verb.endswith("y") and verb[-2] not in VOWELS:
            regular = [verb[:-1] + "ied"]
        elif verb in self.double_l:
            regular = [verb + "led", verb + "ed"]
        elif verb in self.doubling:
            regular = [verb + verb[-1] + "ed"]
        else:
            regular = [verb + "ed"]
        return regular, regular

    def _gerund(self, verb: str) -> list[str]:
        if verb.endswith("ie"):
            return [verb[:-2] + "ying"]
        if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")) and verb != "be":
            return [verb[:-1] + "ing"]
        if verb in self.double_l:
            return [verb + "ling", verb + "ing"]
        return [verb + verb[-1] + "ing"] if verb in self.doubling else [verb + "ing"]


def third_person(verb: str) -> str:
    """Return the form after he, she, it: has, goes, carries."""
    if verb == "have":
        return "has"
    if verb == "be":
        return "is"
    return plural(verb)


def plural(noun: str) -> str:
    """Return the plural of a noun phrase whose last word is its head."""
    if noun.endswith("y") and noun[-2:-1] not in VOWELS:
        return noun[:-1] + "ies"
    if noun.endswith(("s", "sh", "ch", "x", "z")) or noun in ("go", "do", "veto", "undergo"):
        return noun + "es"
    return noun[:-3] + "men" if noun.endswith("man") and noun != "human" else noun + "s"
