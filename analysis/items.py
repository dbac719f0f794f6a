"""dictionaries/items.yaml -> ItemBook; text -> items: arms, people, technology; quantities."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from spacy.matcher import PhraseMatcher

from analysis.errors import RuleError
from analysis.inflection import plural
from analysis.schema import CATEGORIES
from analysis.strict_yaml import load_yaml
from analysis.text import Text, load_language

NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "half": 0.5,
}  # fmt: skip
SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "bn": 1_000_000_000,
}
CURRENCIES = {
    "$": "US dollars", "us$": "US dollars", "usd": "US dollars", "dollars": "US dollars",
    "dollar": "US dollars", "€": "euros", "euros": "euros", "euro": "euros", "eur": "euros",
    "£": "pounds", "pounds": "pounds", "aud": "Australian dollars", "¥": "yen", "yen": "yen",
}  # fmt: skip
# Between an amount of money and what it buys: "$50m in aid", "$2 billion worth of arms".
BUYING = frozenset({"in", "of", "worth", "new", "additional", "further", "more"})
# "hundreds of shells" says at least two hundred and gives no upper end.
VAGUE = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000, "millions": 2_000_000}
LOWER_BOUND = (
    "more than",
    "over",
    "at least",
    "no fewer than",
    "no less than",
    "upwards of",
    "in excess of",
    "exceeding",
)
UPPER_BOUND = (
    "up to",
    "as many as",
    "as much as",
    "fewer than",
    "less than",
    "nearly",
    "almost",
    "at most",
    "no more than",
)
UNITS = frozenset(
    (
        "shell round container truckload shipload tonne ton battery launcher unit missile rocket "
        "drone soldier troop vehicle piece set wagon railcar"
    ).split()
)


# Units that are also what is sent: "missiles of several types".
ITEMS_TOO = frozenset(
    [
        "shell",
        "round",
        "missile",
        "rocket",
        "drone",
        "soldier",
        "troop",
        "vehicle",
        "battery",
        "launcher",
    ]
)


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of items.yaml."""

    name: str
    category: str
    kind: str
    origin: str
    designation: bool
    needs_transfer: bool


@dataclass(frozen=True, slots=True)
class Quantity:
    """A claimed number: bounds that the text does not set are None."""

    low: float | None
    high: float | None
    unit: str


@dataclass(frozen=True, slots=True)
class ItemMention:
    """One naming of an item: tokens [first, end) as written, quantity included from `start`."""

    first: int
    end: int
    start: int
    item: Item
    words: str
    quantity: Quantity | None


@dataclass(frozen=True)
class ItemBook:
    """Every item by its names: designations as written, nouns of everyday news in lower case."""

    designations: dict[str, Item]
    nouns: dict[str, Item]

    @cached_property
    def _matchers(self) -> tuple[PhraseMatcher, PhraseMatcher]:
        language = load_language()
        exact = PhraseMatcher(language.vocab, attr="ORTH")
        exact.add("item", [language.tokenizer(name) for name in self.designations])
        loose = PhraseMatcher(language.vocab, attr="LOWER")
        loose.add("item", [language.tokenizer(name) for name in self.nouns])
        return exact, loose

    def find(self, text: Text) -> list[ItemMention]:
        """Return the items named in a text, the longest name first, each with its quantity."""
        spans: dict[tuple[int, int], Item] = {}
        exact, loose = self._matchers
        for _, first, end in loose(text.doc):
            spans[first, end] = self.nouns[" ".join(text.lower[first:end])]
        for _, first, end in exact(text.doc):
            spans[first, end] = self.designations[" ".join(text.words[first:end])]
        found: list[ItemMention] = []
        covered = 0
        ordered = sorted(spans.items(), key=lambda span: (span[0][0], -span[0][1]))
        for (first, stop), named in ordered:
            if first >= covered and not _is_measure(text.lower, stop):
                item, end = _with_noun(spans, named, stop)
                covered = end
                words = text.lower[first:end]
                head = words.index("of") - 1 if "of" in words[1:] else -1
                unit = plural_unit(words[head])
                start, quantity = read_quantity(text.lower, first, unit)
                found.append(ItemMention(first, end, start, item, text.span(first, end), quantity))
        return found


def _with_noun(spans: dict[tuple[int, int], Item], named: Item, stop: int) -> tuple[Item, int]:
    """Read "Leopard tanks", a name and the noun behind it, as one item: (item, its end)."""
    ends = [end for start, end in spans if start == stop] if named.designation else []
    return (_join(named, spans[stop, max(ends)]), max(ends)) if ends else (named, stop)


def _join(named: Item, noun: Item) -> Item:
    """Read a designation with the noun behind it; "F-16 parts" are parts."""
    if noun.kind != named.kind:
        return noun
    return replace(named, needs_transfer=named.needs_transfer and noun.needs_transfer)


def _is_measure(lower: Sequence[str], end: int) -> bool:
    """Tell whether a noun only measures what follows: "containers of shells"."""
    return (
        end < len(lower) and lower[end] == "of" and lower[end - 1].rstrip("s") in UNITS - ITEMS_TOO
    )


def plural_unit(word: str) -> str:
    """Return the word as the unit that is counted."""
    return word if word.endswith("s") else plural(word)


def read_quantity(lower: Sequence[str], first: int, unit: str) -> tuple[int, Quantity | None]:
    """Read the number before an item: (its first token, the quantity)."""
    money = _read_money(lower, first)
    if money is not None:
        return money
    index = first - 1
    # Up to three adjectives may stand between: "10,000 North Korean elite troops".
    for _ in range(4):
        if (
            index >= 0
            and (lower[index].replace("-", "").isalpha() or lower[index] == "-")
            and not _is_number(lower[index])
            and lower[index] not in ("of", "and", "or", "the", "to", "with", "its")
        ):
            index -= 1
    counted = unit
    if index >= 2 and lower[index] == "the" and lower[index - 1] == "of":
        index -= 1  # "120 of the howitzers"
    if index >= 1 and lower[index] == "of":
        noun = lower[index - 1]
        if _is_number(noun):
            index -= 1
        elif noun.rstrip("s") in UNITS:
            counted, index = plural_unit(noun), index - 2
    number, start = _read_number(lower, index)
    if number is None:
        return first, None
    low, high, start = _bounds(lower, start, number)
    return start, Quantity(low, high, counted)


def _read_money(lower: Sequence[str], first: int) -> tuple[int, Quantity] | None:
    """Read "$250m (£190m) in" before an item: (its first token, the amount)."""
    index = first - 1
    while index >= 0 and (lower[index] in BUYING or lower[index].isalpha()) and first - index < 5:
        if lower[index] in SCALES or lower[index] in CURRENCIES:
            break
        index -= 1
    if index >= 0 and lower[index] == ")":
        while index >= 0 and lower[index] != "(" and first - index < 12:
            index -= 1
        index -= 1
    currency = CURRENCIES.get(lower[index], "") if index >= 0 else ""
    number, start = _read_number(lower, index - bool(currency))
    if number is None or start < 0:
        return None
    if not currency and start > 0:
        currency, start = CURRENCIES.get(lower[start - 1], ""), start - 1
    if not currency:
        return None
    low, high, start = _bounds(lower, start, number)
    return start, Quantity(low, high, currency)


def _is_number(word: str) -> bool:
    return word[0].isdigit() or word in NUMBERS or word in SCALES or word in VAGUE


def _read_number(lower: Sequence[str], index: int) -> tuple[tuple[float, float | None] | None, int]:
    """Read the number that ends at a token: ((low, high), its first token)."""
    scale = 1.0
    if index >= 0 and lower[index] in SCALES:
        scale, index = SCALES[lower[index]], index - 1
    if index < 0:
        return None, index
    word = lower[index]
    if word in VAGUE:
        return (VAGUE[word] * scale, None), index
    value = _value(word)
    if value is None:
        return ((scale, scale), index + 1) if scale > 1 and word in ("a", "the") else (None, index)
    if (
        index >= 2
        and lower[index - 1] in ("to", "-", "–", "and")
        and _value(lower[index - 2]) is not None
    ):
        other = _value(lower[index - 2])
        assert other is not None
        between = lower[index - 1] != "and" or (index >= 3 and lower[index - 3] == "between")
        if between and other < value * scale:
            lower_scale = scale if other * scale <= value * scale and other < 1000 else 1.0
            return (other * lower_scale, value * scale), index - 2
    return (value * scale, value * scale), index


def _value(word: str) -> float | None:
    if word in NUMBERS:
        return NUMBERS[word]
    plain = word.replace(",", "")
    scaled = re.fullmatch(r"(\d+(?:\.\d+)?)(m|mn|bn|k)", plain)
    if scaled:
        return float(scaled[1]) * {"k": 1_000, **SCALES}[scaled[2]]
    return (
        float(plain)
        if re.fullmatch(r"\d+(\.\d+)?", plain) and not re.fullmatch(r"(19|20)\d\d", word)
        else None
    )


def _bounds(
    lower: Sequence[str], start: int, number: tuple[float, float | None]
) -> tuple[float | None, float | None, int]:
    low, high = number
    before = " ".join(lower[max(0, start - 3) : start])
    for phrase in LOWER_BOUND:
        if before.endswith(phrase):
            return low, None, start - len(phrase.split())
    for phrase in UPPER_BOUND:
        if before.endswith(phrase):
            return None, high, start - len(phrase.split())
    return low, high, start


def load_items(path: Path) -> ItemBook:
    """Read items.yaml; raise RuleError at the first entry that cannot be used."""
    entry = load_yaml(path)
    kinds = {name: category["kind"] for name, category in entry["categories"].items()}
    if set(kinds) != set(CATEGORIES):
        raise RuleError(f"{path}: categories must be exactly {', '.join(CATEGORIES)}.")
    book = ItemBook({}, {})
    tokenizer = load_language().tokenizer
    for designation in (True, False):
        for line in entry["items" if designation else "generic"]:
            item = _read_item(line, kinds, path, designation=designation)
            for name in [line["name"], *line.get("aliases", [])]:
                given = line.get("plural") if name == line["name"] else None
                for form in {name, given or plural(name)}:
                    words = [token.text for token in tokenizer(form)]
                    if designation:
                        book.designations.setdefault(" ".join(words), item)
                    else:
                        book.nouns.setdefault(" ".join(words).lower(), item)
    return book


def _read_item(
    line: Mapping[str, str], kinds: Mapping[str, str], path: Path, *, designation: bool
) -> Item:
    category = line.get("category", "")
    if category not in kinds:
        known = ", ".join(CATEGORIES)
        raise RuleError(
            f"{path}: {line.get('name')} has category {category!r}; use one of {known}."
        )
    return Item(
        line["name"],
        category,
        kinds[category],
        line.get("origin", ""),
        designation,
        line.get("needs") == "transfer",
    )
