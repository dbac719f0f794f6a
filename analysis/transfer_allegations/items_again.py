"""Whether a statement names again the items of a transfer that the article tells elsewhere."""

from __future__ import annotations

from analysis.grammar import POSSESSIVE_PRONOUNS
from analysis.reading import Reading
from analysis.statements import Statement
from analysis.transfer_allegations.parties import Parties
from analysis.transfer_allegations.transfer import Transfer

DEFINITE = frozenset({"same", "similar", "such", "the", "these", "those", "this", "that"})
# So many sentences off "the weapons" are still those.
WITHIN = 8


class ItemsAgain:
    """Compares the items in what is said with those of transfers; `giving` are verbs of giving."""

    def __init__(self, parties: Parties, giving: frozenset[str] = frozenset()):
        self.parties = parties
        self.reading: Reading = parties.reading
        self.tags, self.lower = self.reading.tags, self.reading.text.lower
        self.giving = giving

    def are_named(
        self,
        statement: Statement,
        said: tuple[int, int],
        transfer: Transfer,
        *,
        given: bool,
        received: bool,
    ) -> bool:
        """Tell "the Sudanese rockets", or the same items where Sudan is said to give some.

        `given`: it is told of this supplier or of what was just told. `received`: who got them
        speaks, and tells of it by getting some.
        """
        sent = {item.item.category for item in transfer.items} | {"unspecified"}
        kinds = {item.item.kind for item in transfer.items} or {"arms"}  # "is arming rebels"
        supplier = self.parties.key(transfer.supplier)
        lexicon = self.reading.lexicon
        giving = lexicon["arriving"] | (lexicon["receiving"] if received else self.giving)
        gives = given and any(
            self.reading.is_form(token, giving) for token in range(*said) if self._is_finite(token)
        )
        makers = statement.match.resolver.maker(said[0])
        own = (maker for maker in makers if self.parties.key(maker) == supplier)
        made = [self.reading.items[maker.item] for maker in own]
        return any(
            (gives or item in made)
            and item.item.kind in kinds
            and (item.item.category in sent or len(sent) == 1)
            for item in self.reading.items_between(*said)
        )

    def go_on(self, said: tuple[int, int], transfer: Transfer, *, own: bool) -> bool:
        """Tell "the weapons had come by air", of those told of just before, from "rockets".

        "Its rockets" are those only where their supplier says so: `own`.
        """
        kinds = {item.item.kind for item in transfer.items} or {"arms"}
        items = [one for one in self.reading.items_between(*said) if one.item.kind in kinds]
        if not items and not any(m.is_place for _, m in self.reading.mentions_between(*said)):
            return any(self._is_counted(token, token + 1, said[1]) for token in range(*said))
        others = not own and not POSSESSIVE_PRONOUNS.isdisjoint(self.lower[slice(*said)])
        return any(
            self.is_definite(item.end - 1, own=own)
            or (not others and self._is_counted(item.first - 1, item.end, said[1]))
            for item in items
        )

    def _is_counted(self, count: int, behind: int, end: int) -> bool:
        """Tell "some 40 have arrived", "dozens of them were used", "will deliver them"."""
        tags, lower, lexicon = self.tags, self.lower, self.reading.lexicon
        if lower[count] == "them":
            sent = self.reading.is_form(count - 1, self.giving - lexicon["of_people"])
            return sent and tags[count + 1] not in "OXDE#"
        counting = lower[count] in lexicon["counting"] or tags[count] == "#"
        if not counting or lower[count - 1] == "in":  # "in 2020"
            return False
        moving = (self.giving | lexicon["arriving"]) - lexicon["of_people"]
        if lower[behind : behind + 2] == ["of", "them"]:
            behind, moving = behind + 2, moving | lexicon["only_holding"]
        verb = self.reading.skip_right(behind, "ABM", end)
        return self._is_finite(verb) and self.reading.is_form(verb, moving)

    def is_definite(self, noun: int, *, own: bool = True) -> bool:
        """Tell "the long-range rockets" from "long-range rockets", "the reported sale"."""
        definite = DEFINITE | POSSESSIVE_PRONOUNS if own else DEFINITE
        lower, lexicon = self.lower, self.reading.lexicon
        amount = lower[noun - 1] == "of" and lower[noun - 2] in lexicon["amounts"]
        first = noun - 1 - 2 * amount  # "the flow of arms"
        while first > 0 and self.tags[first] in "O#EXB" and lower[first] not in definite:
            first -= 1
        heard = not lexicon["reserve"].isdisjoint(lower[first:noun])
        return not heard and lower[first] in definite and self.tags[first] != "R"

    def take_up(self, transfers: list[Transfer]) -> None:
        """Read "the weapons will go to Chad" as the tanks told of before, in place."""
        for number, transfer in enumerate(transfers):
            general = transfer.items and all(
                item.item.category == "unspecified" and self.is_definite(item.end - 1, own=False)
                for item in transfer.items
            )
            for told in reversed(transfers[:number] if general else []):
                if self._is_same(told, transfer):
                    transfer.items = told.items
                    transfer.implied.append("item")
                    break

    def _is_same(self, told: Transfer, transfer: Transfer) -> bool:
        """Tell whether a transfer, of items that are named, has the same ends as another."""
        kinds = {item.item.kind for item in transfer.items}
        named = [item for item in told.items if item.item.category != "unspecified"]
        near = transfer.match.sentence.number - told.match.sentence.number <= WITHIN
        alike = near and {item.item.kind for item in named} == kinds
        return alike and self.parties.ends(told) == self.parties.ends(transfer)

    def _is_finite(self, token: int) -> bool:
        """Tell "had deployed" and "deploying" from "the deployed missiles"."""
        tags = self.tags
        counted = tags[token - 1] in "#DP"  # "about 400 deployed warheads"
        finite = tags[token] in "VIG" and not (counted and tags[token] == "V")
        return finite or (tags[token] == "E" and tags[token - 1] in "AB")
