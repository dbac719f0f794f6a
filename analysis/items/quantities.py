"""How many: the number before an item, its hedge and unit, or the money it costs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.inflection import plural

NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "half": 0.5,
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
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
# Money before these is the price of more than what follows.
DEALS = frozenset({"deal", "contract", "sale", "purchase", "order", "agreement", "for"})
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
    "shell round container truckload shipload tonne ton battery launcher unit missile rocket"
    " drone soldier troop vehicle piece set wagon railcar".split()
)


# Behind a number and a hyphen they count: "a 500-strong force of soldiers".
COUNTING = frozenset({"strong", "man", "member"})
# These end what is counted.
LINKING = frozenset(
    "of and or the to with its for in on by from against at as that who which is are was were has "
    "have had been".split()
)
# "Fifty of its howitzers"
OWNED = frozenset({"the", "its", "their", "his", "our", "these", "those"})
# Units that are also what is sent: "missiles of several types".
ITEMS_TOO = frozenset(
    "shell round missile rocket drone soldier troop vehicle battery launcher".split()
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A claimed number: bounds that the text does not set are None."""

    low: float | None
    high: float | None
    unit: str


def plural_unit(word: str) -> str:
    """Return the word as the unit that is counted."""
    return word if word.endswith("s") else plural(word)


def read_quantity(lower: Sequence[str], first: int, unit: str) -> tuple[int, Quantity | None]:
    """Read the number before an item: (its first token, the quantity)."""
    if (money := _read_money(lower, first)) is not None:
        return money
    index = first - 1
    # Up to three adjectives may stand between: "10,000 North Korean elite troops".
    for _ in range(4):
        while index >= 2 and lower[index - 1] == "-" and lower[index].isalpha():
            counting = lower[index] in COUNTING
            index -= 2  # "surface-to-surface missiles"
            if _is_number(lower[index]) and not counting:
                index -= 1  # "155-mm howitzers", "50-year-old tanks"
        if index >= 0 and lower[index].isalpha() and _is_adjective(lower[index]):
            index -= 1
    counted = unit
    if index >= 2 and lower[index] in OWNED and lower[index - 1] == "of":
        index -= 1  # "120 of the howitzers"
    if index >= 1 and lower[index] == "of":
        noun = lower[index - 1]
        if _is_number(noun):
            index -= 1
        elif noun.rstrip("s") in UNITS:
            counted, index = plural_unit(noun), index - 2
    number, start = _read_number(lower, index)
    if number and lower[max(0, start - 2) : start] == ["of", "the"]:  # "five of the 49 howitzers"
        number, start = _read_number(lower, start - 3)
    if number is None:
        return first, None
    low, high, start = _bounds(lower, start, number)
    return start, Quantity(low, high, counted)


def _is_adjective(word: str) -> bool:
    """Tell what may stand between a number and what is counted."""
    return not _is_number(word) and word not in LINKING


def _read_money(lower: Sequence[str], first: int) -> tuple[int, Quantity] | None:
    """Read "$250m (£190m) in" before an item: (its first token, the amount)."""
    index = first - 1
    while index >= 0 and (lower[index] in BUYING or lower[index].isalpha()) and first - index < 5:
        if lower[index] in SCALES or lower[index] in CURRENCIES:
            break
        if lower[index] in NUMBERS or lower[index] in DEALS or lower[index] in LINKING - BUYING:
            return None  # "a $2 billion deal for five jets", "spent $2 billion on jets"
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
    if word == "000" and lower[index - 1].isdigit():  # "3 000 troops"
        index -= 1
        word = lower[index] + word
    if word in VAGUE:
        return (VAGUE[word] * scale, None), index
    value = _value(word)
    if value is None:
        return ((scale, scale), index) if scale > 1 and word in ("a", "the") else (None, index)
    joined = index >= 2 and lower[index - 1] in ("to", "-", "–", "and")
    other = _value(lower[index - 2]) if joined else None
    if other is not None:
        between = lower[index - 1] != "and" or (index >= 3 and lower[index - 3] == "between")
        if between and other < value * scale:
            lower_scale = scale if other * scale <= value * scale and other < 1000 else 1.0
            return (other * lower_scale, value * scale), index - 2
    return (value * scale, value * scale), index


def _value(word: str) -> float | None:
    if word in NUMBERS:
        return NUMBERS[word]
    plain = word.replace(",", "")
    if not plain[:1].isdigit():
        return None  # as most words
    scaled = re.fullmatch(r"(\d+(?:\.\d+)?)(m|mn|bn|k)", plain)
    if scaled:
        return float(scaled[1]) * {"k": 1_000, **SCALES}[scaled[2]]
    number = re.fullmatch(r"\d+(\.\d+)?", plain) and not re.fullmatch(r"(19|20)\d\d", word)
    return float(plain) if number else None


def is_share(unit: str) -> bool:
    """Tell a measure of what is sent, in which several things can be joined: "tonnes"."""
    return unit.removesuffix("s") in UNITS - ITEMS_TOO


def _bounds(
    lower: Sequence[str], start: int, number: tuple[float, float | None]
) -> tuple[float | None, float | None, int]:
    low, high = number
    before = " ".join(lower[max(0, start - 3) : start])
    handed = lower[max(0, start - 2)].startswith(("hand", "turn"))  # "turned over 40 tanks"
    for phrase in LOWER_BOUND:
        if before.endswith(phrase) and not (handed and phrase == "over"):
            return low, None, start - len(phrase.split())
    for phrase in UPPER_BOUND:
        if before.endswith(phrase):
            return None, high, start - len(phrase.split())
    return low, high, start
