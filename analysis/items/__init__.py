"""dictionaries/items.yaml -> ItemBook; text -> items: arms, people, technology; quantities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from analysis.errors import RuleError
from analysis.inflection import plural
from analysis.items.quantities import (
    ITEMS_TOO,
    UNITS,
    Quantity,
    is_share,
    plural_unit,
    read_quantity,
)
from analysis.phrase_index import PhraseIndex
from analysis.schema import CATEGORIES
from analysis.strict_yaml import load_yaml
from analysis.text import Text, load_tokenizer

# What an entry of the file may say.
KEYS = frozenset("id name category origin aliases needs plural".split())
# Of these there are several kinds, which the name alone leaves open.
OF_SEVERAL_KINDS = frozenset("missile launcher fighter".split())
# What other arms are against.
AIMED_AT = frozenset({"aircraft", "armoured_vehicle", "uav", "naval"})
# So near before "fighters" these tell that they are aircraft.
TRADED = frozenset(
    "buy buys buying bought purchase purchases purchased purchasing sell sells selling sold sale"
    " sales order ordered export exports import imported built made".split()
)
TRADED_WITHIN = 3


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
    def _phrases(self) -> tuple[PhraseIndex[Item], PhraseIndex[Item]]:
        names = (self.designations, self.nouns)
        exact, loose = (PhraseIndex((k.split(), v) for k, v in n.items()) for n in names)
        return exact, loose

    def find(self, text: Text) -> list[ItemMention]:
        """Return the items named in a text, the longest name first, each with its quantity."""
        spans: dict[tuple[int, int], Item] = {}
        exact, loose = self._phrases
        for words, phrases in ((text.lower, loose), (text.words, exact)):
            for first, end, item in phrases.find(words, 0, len(words)):
                spans[first, end] = item
        found: list[ItemMention] = []
        covered = 0
        ordered = sorted(spans.items(), key=lambda span: (span[0][0], -span[0][1]))
        ends = dict(sorted(spans))
        for (first, stop), named in ordered:
            if first < covered or _is_measure(text, stop) or _is_aimed_at(text, first, named):
                continue
            item, end = _with_noun(spans, ends, named, text.lower[stop - 1], stop)
            covered = end
            words = text.lower[first:end]
            head = words.index("of") - 1 if "of" in words[1:] else -1
            start, quantity = read_quantity(text.lower, first, plural_unit(words[head]))
            quantity = quantity or _shared_quantity(text.lower, found, first)
            found.append(ItemMention(first, end, start, item, text.span(first, end), quantity))
        return _with_full_names(found, text.lower)


def _with_noun(
    spans: dict[tuple[int, int], Item], ends: Mapping[int, int], named: Item, last: str, stop: int
) -> tuple[Item, int]:
    """Read "PAC-2 Patriot missiles", names and the nouns behind them, as one: (item, its end).

    Of two nouns the first is singular: "artillery rockets", not "arms fighters".
    """
    people = named.kind == "personnel"
    while stop in ends and (named.designation or not (people or last.endswith("s"))):
        end = ends[stop]
        named = _join(named, spans[stop, end])
        stop, last = end, "s"
    return named, stop


def _with_full_names(found: list[ItemMention], lower: Sequence[str]) -> list[ItemMention]:
    """Read "the missiles" as of the one kind that the text calls by a fuller name elsewhere."""
    kinds: dict[str, set[tuple[str, str]]] = {}
    for mention in found:
        if not _is_bare(mention):
            kind = mention.item.category, mention.item.kind
            kinds.setdefault(_head(mention), set()).add(kind)
    # Launchers are for the missiles that the text tells of.
    kinds.setdefault("launcher", kinds.get("missile", set()))
    if any(_head(mention) == "fighter" and _is_traded(mention, lower) for mention in found):
        kinds["fighter"] = {("aircraft", "arms")}
    return [_of_kind(mention, kinds.get(_head(mention), set())) for mention in found]


def _is_traded(mention: ItemMention, lower: Sequence[str]) -> bool:
    """Tell "bought 29 fighters", "the sale of fighters" from "sent fighters"."""
    before = lower[max(0, mention.start - TRADED_WITHIN) : mention.start]
    return _is_bare(mention) and not TRADED.isdisjoint(before)


def _of_kind(mention: ItemMention, told: set[tuple[str, str]]) -> ItemMention:
    if not _is_bare(mention) or len(told) != 1:
        return mention
    category, kind = next(iter(told))
    return replace(mention, item=replace(mention.item, category=category, kind=kind))


def _is_bare(mention: ItemMention) -> bool:
    plain = mention.words.lower().removesuffix("s").removesuffix(" system")
    return plain in OF_SEVERAL_KINDS


def _head(mention: ItemMention) -> str:
    """Return the "missile" of "cruise missiles" and "a cruise missile system"."""
    plain = mention.words.lower().removesuffix("s").removesuffix(" system")
    return plain.rsplit(maxsplit=1)[-1]


def _join(named: Item, noun: Item) -> Item:
    """Read an item with the noun behind it; "F-16 parts" are parts, "F-16 fighters" no soldiers."""
    either = noun.kind == "personnel" and noun.needs_transfer
    if noun.kind != named.kind and not either:
        return noun
    needs = named.needs_transfer and noun.needs_transfer
    vague = noun.category == "unspecified" or (named.designation and noun.needs_transfer)
    return replace(
        named if vague else noun,
        name=named.name,
        designation=named.designation,
        origin=named.origin,
        needs_transfer=needs,
    )


def _shared_quantity(lower: Sequence[str], found: list[ItemMention], first: int) -> Quantity | None:
    """Return the measure of "20 containers of rifles and shells", which is of the shells too."""
    before = found[-1] if found else None
    if before is None or before.quantity is None or not is_share(before.quantity.unit):
        return None
    joined = lower[before.end : first]
    return before.quantity if joined in (["and"], ["or"], [","], [",", "and"]) else None


def _is_measure(text: Text, end: int) -> bool:
    """Tell what only measures or describes: "containers of shells", "radar-evading"."""
    following = text.lower[end : end + 2]
    if following[:1] == ["-"] and text.is_glued(end) and following[-1].isalpha():
        return True
    noun = text.lower[end - 1].rstrip("s")
    return following[:1] == ["of"] and (noun in UNITS - ITEMS_TOO or noun == "round")


def _is_aimed_at(text: Text, first: int, item: Item) -> bool:
    """Tell the tanks of "anti-tanks missiles", which are no tanks; "anti-air defence" is one."""
    aimed = text.lower[max(0, first - 2) : first] == ["anti", "-"]
    return aimed and item.category in AIMED_AT


def load_items(path: Path) -> ItemBook:
    """Read items.yaml; raise RuleError at the first entry that cannot be used."""
    entry = load_yaml(path)
    kinds = {name: category["kind"] for name, category in entry["categories"].items()}
    if set(kinds) != set(CATEGORIES):
        raise RuleError(f"{path}: categories must be exactly {', '.join(CATEGORIES)}.")
    book = ItemBook({}, {})
    split = load_tokenizer().words
    _refuse_repeated(entry["items"], path)
    for designation in (True, False):
        for line in entry["items" if designation else "generic"]:
            item = _read_item(line, kinds, path, designation=designation)
            for name in [line["name"], *line.get("aliases", [])]:
                given = line.get("plural") if name == line["name"] else None
                for form in {name, given or plural(name)}:
                    words = split(form)
                    if designation:
                        book.designations.setdefault(" ".join(words), item)
                    else:
                        book.nouns.setdefault(" ".join(words).lower(), item)
    return book


def _refuse_repeated(lines: Sequence[Mapping[str, str]], path: Path) -> None:
    ids = Counter(line.get("id") for line in lines)
    repeated = next((name for name, times in ids.items() if name and times > 1), None)
    if repeated:
        raise RuleError(f"{path}: {repeated} appears twice. Merge the two.")


def _read_item(
    line: Mapping[str, str], kinds: Mapping[str, str], path: Path, *, designation: bool
) -> Item:
    category = line.get("category", "")
    if category not in kinds:
        known = ", ".join(CATEGORIES)
        raise RuleError(
            f"{path}: {line.get('name')} has category {category!r}; use one of {known}."
        )
    unknown = sorted(set(line) - KEYS)
    if unknown or not isinstance(line.get("aliases") or [], list):
        fault = f"has unknown keys {unknown}" if unknown else "has 'aliases' that are no list"
        raise RuleError(f"{path}: {line.get('name')} {fault}. See the head of the file.")
    if line.get("needs", "transfer") != "transfer":
        raise RuleError(f"{path}: {line['name']} needs {line['needs']!r}. Use transfer.")
    return Item(
        line["name"],
        category,
        kinds[category],
        line.get("origin", ""),
        designation,
        line.get("needs") == "transfer",
    )
