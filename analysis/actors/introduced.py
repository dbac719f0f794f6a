"""An official whom a lead leaves unnamed, and who is named behind it without his office.

"Burundi's foreign minister flew to Kigali. Ana Silva, who met her counterpart, said …": so goes on
the news of a state whose ministers its readers do not know.
"""

from __future__ import annotations

from analysis.actors.mention import Mention, is_one_of_many
from analysis.text import Text

# In so many sentences at the head of a text somebody is left unnamed, and named in so many behind.
LEAD, BEHIND = 2, 2
# Of what may be told of somebody behind a comma, only this leaves his office to the lead.
RELATIVE = frozenset({"who", "whose"})


class Introductions:
    """Gives names without an office that of the lead's unnamed official, if there is one alone."""

    def __init__(self, text: Text):
        self.text = text
        self._unnamed: list[Mention] = []
        self._named: dict[str, Mention] = {}
        self._met: set[str] = set()

    def note(self, mention: Mention) -> None:
        """Remember "Burundi's foreign minister" of the lead, not "a minister" nor "officials"."""
        if self.text.sentence_of[mention.first] >= LEAD or mention.actor_id or not mention.country:
            return
        several = mention.role.endswith("s") or is_one_of_many(self.text.lower, mention.first)
        if mention.official and not several:
            self._unnamed.append(mention)

    def introduce(self, mention: Mention) -> None:
        """Give a name the office that the lead told of, and the lead's official the name."""
        known = self._named.get(mention.actor_id)
        if known is None and self._is_meant(mention):
            (known,) = self._unnamed
            known.actor_id, known.name = mention.actor_id, mention.name
            self._named[mention.actor_id] = known
        if known is not None:
            mention.kind, mention.country = "person", known.country
            mention.role, mention.official = known.role, True

    def _is_meant(self, mention: Mention) -> bool:
        """Tell the name that opens a sentence soon behind from "Ana Silva, a farmer, said"."""
        met = mention.actor_id in self._met
        self._met.add(mention.actor_id)
        if met or len(self._unnamed) != 1 or self._named:
            return False
        number = self.text.sentence_of[mention.first]
        before = self.text.sentence_of[self._unnamed[0].first]
        opens = mention.first == self.text.sentences[number].first
        behind = self.text.lower[mention.end : mention.end + 2]
        described = behind[:1] == [","] and not RELATIVE.issuperset(behind[1:])
        return before < number <= before + BEHIND and opens and not described
