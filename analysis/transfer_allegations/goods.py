"""What is sent: the items of a match, without those that only say what a test or ban is of."""

from __future__ import annotations

from analysis.items import ItemMention
from analysis.matching import Match
from analysis.reading import Reading

ITEM = ("item", "direct", "made_of", "banned")
GIVING = frozenset({"give", "grant"})
# So far before an item "neither" says that there was none.
LACKING = 4


class Goods:
    """Finds what the matches in one article tell of."""

    def __init__(self, reading: Reading):
        self.reading = reading
        self.lexicon = reading.grammar.lexicon

    def of(self, match: Match) -> list[ItemMention]:
        """Return what is sent: of the items found those that the rule is about."""
        only = match.rule.set.get("only", "").split()
        banned = match.rule.set.get("banned")
        found = [filler for slot in ITEM for filler in match.fillers.get(slot, [])]
        items = [self.reading.items[filler.item] for filler in found]
        return [
            item
            for item in items
            if (not only or item.item.category in only)
            and not self._is_civil(item, match)
            and (banned or not self._only_qualifies(item, match))
        ]

    def are_lacking(self, items: list[ItemMention]) -> bool:
        """Tell "no rockets were supplied" and "gave them neither tanks nor drones"."""
        lower = self.reading.text.lower
        before = [lower[max(0, item.start - LACKING) : item.first] for item in items]
        return any("no" in words[-2:] or "neither" in words for words in before)

    def _is_civil(self, item: ItemMention, match: Match) -> bool:
        """Tell "technology" that nothing in its sentence makes military."""
        words = self.reading.text.lower[match.sentence.first : match.sentence.end]
        return item.item.name == "technology" and self.lexicon["warlike"].isdisjoint(words)

    def _only_qualifies(self, item: ItemMention, match: Match) -> bool:
        """Tell whether an item only says what a test, a base or a ban is of."""
        lower, lexicon = self.reading.text.lower, self.lexicon
        behind = {*lower[item.end : item.end + 1], *lower[match.end : match.end + 1]}
        of = lower[item.start - 2 : item.start] if item.start > 1 else []
        about = of[1:] == ["of"] and of[0] in lexicon["not_given"]
        attack = not lexicon["homemade"].isdisjoint(lower[item.first - 1 : item.end - 1])
        # "Gave soldiers more leeway" gives no soldiers.
        given = item.item.kind == "personnel" and GIVING & set(self.reading.lemmas(match.trigger))
        if about or attack or given or not lexicon["not_sent"].isdisjoint(behind):
            return True
        words = lower[match.sentence.first : match.sentence.end]
        return item.item.kind == "personnel" and not lexicon["invading"].isdisjoint(words)
