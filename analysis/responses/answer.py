"""How far back an answer refers: "denied it", "called the reports baseless", "had no comment"."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.grammar import COPULAS
from analysis.reading import Reading
from analysis.rulebook import Rulebook
from analysis.statements import Statement, name_actor
from analysis.statements.statement import ASKING
from analysis.text import find_tokens

# How many sentences back an answer may refer: without naming its matter, and naming it.
NEAR = 12
FAR = 40
# … whoever accuses others of lying.
RETORTING = 3
# "Iran denied it on Monday": an answer of so few words tells nothing of its own.
SHORT = 4
# So far behind its verb an answer says what it answers.
BEHIND = 12
PRONOUNS = frozenset("it this that them these those".split())
RECALLING = ("dealing", "moves", "told_of", "referring_back")
WAGED = ("warfare", "strife", "warring", "carriers")


class Answer:
    """A statement that answers: its speakers' states, its tokens [first, end), what it is about.

    It ends where the same speakers go on with another act: "confirmed the sale but refused to".
    """

    def __init__(self, statement: Statement, others: list[Statement], rulebook: Rulebook):
        self.reading: Reading = statement.reading
        self.statement = statement
        self.lower, self.tags, self.lexicon = statement.lower, statement.tags, statement.lexicon
        self.untrue = rulebook.acts.speech.dismissive | self.lexicon["being_so"]
        self.taken_up = self.lexicon["claims"] | self.lexicon["transferring"]
        # What stands for that which was told: "the sale", "the matter", "such plans".
        self.recalled = self.taken_up.union(*(self.lexicon[name] for name in RECALLING))
        self.trigger, self.sentence_end = statement.match.trigger, statement.sentence.end
        named = [name_actor(self.reading, filler, "by") for filler in statement.speakers]
        self.countries = frozenset(str(row["by_country"]) for row in named) - {""}
        self.is_asked = statement.act == "deny" and statement.question() >= 0
        self.first, end = statement.here()
        self.end = min([end, *self._next_acts(others)])
        vague = not self.lexicon["anyone"].isdisjoint(self.lower[slice(*statement.said())])
        if statement.act == "decline" or vague or self._is_brief():
            self.first = self._what_is_asked()
        behind = find_tokens(self.tags, ",;CSV", statement.match.end, self.sentence_end)
        self.clause_end = next(behind, self.sentence_end)
        self.book, self.speech = rulebook.actors, rulebook.acts.speech
        given = self._verbs(rulebook.transfer_verbs & self.speech.arming)
        self.gifts = [verb for verb in given if not self._is_of_else(verb)]
        self.gives = bool(self.gifts)
        # "The accusations" are all that were made, one behind another.
        said = self.lexicon["claims"].intersection(self.lower[self.first : self.end])
        self.names_several = any(word.endswith("s") for word in said)

    def _next_acts(self, others: list[Statement]) -> list[int]:
        """Return where further verbs of the same speakers begin, joined to that of an answer."""
        statement = self.statement
        starts = [
            other.match.resolver.group_start(other.match.trigger) - 1
            for other in others
            if other.sentence is statement.sentence
            and other.match.trigger > statement.match.end
            and other.speakers == statement.speakers
        ]
        return [start for start in starts if self.tags[start] == "C"]

    def _what_is_asked(self) -> int:
        """Return where "asked whether it had sold rockets, he said no" begins to say about what."""
        first = self.statement.question()
        if first > self.trigger:  # "“No,” he said when asked if it had"
            self.end = self.sentence_end
        return first if first >= 0 else self.first

    def reach(self) -> int:
        """Return how many sentences back an answer refers; 0 = it is about something else.

        "Declined to comment" and "denied it" mean what was told just before; "denied the arms
        deals" names its matter, wherever that was told.
        """
        statement = self.statement
        denies, declines = statement.act == "deny", statement.act == "decline"
        if (denies or declines) and not (self.gives or statement.defends) and self._fires():
            return 0  # "denied having fired rockets", "would not say which had been used"
        if declines:
            far = FAR if self._names_transfer(given=True) else NEAR
            return far if self._withholds() else 0
        if statement.act == "accuse":
            return RETORTING
        if statement.defends:
            defended = self.lower[statement.match.end : self.clause_end]
            return 0 if self.lexicon["defended"].isdisjoint(defended) else FAR
        if self.is_asked and self._names_transfer(given=True):
            return 0  # "asked whether he regretted the sale of rockets, he said no"
        given = statement.act != "confirm" or self.gives or self._arms_went()
        if self._names_transfer(given=given):
            return FAR
        if denies and (self.gives or self.denies_backing()):
            return NEAR  # "denied having armed anybody"
        refers = (self._is_brief() or self._refers_back()) if denies else self._confirms_move()
        said = self.lower[self.first : self.end]
        if denies and not self.lexicon["lawful"].isdisjoint(said):
            refers = not self.lexicon["claims"].isdisjoint(said)  # not "it was legal"
        return NEAR if refers and not self._has_own_content() else 0

    def _withholds(self) -> bool:
        """Tell "declined to comment", "would not say whether it had sold them" from "to attend"."""
        start = min(self.trigger, self.statement.said()[0])  # "“We do not discuss it,” he said"
        said = self.lower[start : min(self.sentence_end, start + BEHIND)]
        sent = self.gives or (self._names_transfer(given=True) and not self._fires())
        last = self.reading.skip_left(self.sentence_end - 1, ";Q", self.trigger)
        sent = sent or self.tags[last] == "A"  # "whether it had"
        own = not self.gives and self.lower[self.statement.match.end].endswith("ing")
        own = own or self.lexicon["declined"].isdisjoint(said) or self._has_own_matter(start)
        return (sent and not ASKING.isdisjoint(said)) or not own

    def _names_transfer(self, *, given: bool) -> bool:
        """Tell an answer that names a delivery, or arms that are `given`."""
        first = self.statement.sentence.first if self.statement.match.passive else self.first
        items = self.reading.items_between(first, self.end)
        named = any(
            item.item.kind != "personnel" or not self._does_otherwise(item.end, "VIGE")
            for item in items
        )
        sent = (t for t in range(first, self.end) if self.lower[t] in self.lexicon["transferring"])
        return (named and given) or any(not self._does_otherwise(t + 1, "V") for t in sent)

    def _does_otherwise(self, end: int, tags: str) -> bool:
        """Tell "its soldiers had looted a town", "the sale broke a law" from "were in Chad"."""
        verb = self.reading.skip_right(end, "AMNB", self.sentence_end)
        happens = self.reading.is_form(verb, self.lexicon["present"] | self.lexicon["beginning"])
        return self.tags[verb] in tags and not happens

    def denies_backing(self) -> bool:
        """Tell "denied that it backed the rebels", "denied a role in it", and no claim or gift."""
        lexicon, lower = self.lexicon, self.lower
        first = self.statement.said()[0]
        named = bool(self.reading.items_between(first, self.end))
        if self.statement.act != "deny" or self.gives or named:
            return False
        others = lexicon["referring_back"] | lexicon["claims"]
        told = others.isdisjoint(lower[first : self.end]) or self._has_own_content()
        if not told or self._points_back(first):
            return False
        helps = self.statement.match.resolver.verb_is
        verbs = (t for t in range(first, self.end) if self.tags[t] in "VIGE")
        return self._part() >= 0 or any(helps("helping", verb) for verb in verbs)

    def _part(self) -> int:
        """Return where "a role", "any links", "anything to do" ends in what it says, or -1."""
        lower, lexicon = self.lower, self.lexicon
        nouns = lexicon["backing"] | lexicon["dealings"] | lexicon["parts"]
        said = range(self.statement.said()[0], self.end)
        parts = (t for t in said if nouns & {lower[t], " ".join(lower[t - 1 : t + 1])})
        return next((t for t in parts if lower[t + 1] != "of"), -1)

    def leaves_open_in_what(self) -> bool:
        """Tell "denied any role", "any part in the war" from "a role in the murder"."""
        part, lexicon = self._part(), self.lexicon
        end = next((t for t in range(part, self.end) if self.tags[t] in ",;"), self.end)
        nouns = {self.lower[t] for t in range(part + 1, end) if self.tags[t] in "OXp"}
        known = self.taken_up.union(*(lexicon[name] for name in WAGED))
        return part >= 0 and (nouns <= lexicon["place_nouns"] or not nouns.isdisjoint(known))

    def _confirms_move(self) -> bool:
        """Tell "confirmed it", "confirmed the move" from "confirmed that it will rain"."""
        lower, lexicon, trigger, end = self.lower, self.lexicon, self.trigger, self.sentence_end
        taken_up = lexicon["claims"] | lexicon["dealing"] | lexicon["moves"]
        definite = lexicon["definite"]
        starts = {self.statement.match.resolver.group_start(verb): verb for verb in self.gifts}
        done = any({"M", "N"}.isdisjoint(self.tags[first:verb]) for first, verb in starts.items())
        sent = done and not (PRONOUNS | definite).isdisjoint(lower[slice(*self.statement.said())])
        behind = self.statement.match.end
        sent = sent or lower[behind - 1] in ("much", "it")  # "admitted as much", "owned up to it"
        return (
            sent  # "confirmed that the boats had been sold", "that it had sold them"
            or self._points_back(behind)
            or any(
                lower[token] in taken_up and not definite.isdisjoint(lower[token - 3 : token])
                for token in range(trigger + 1, min(end, trigger + BEHIND))
            )
        )

    def _is_brief(self) -> bool:
        """Tell "denied it on Monday" and "said that it had not", which say nothing of their own."""
        first, end = self.statement.said()
        tags = [tag for tag in self.tags[first:end] if tag not in ",;Q"]
        lexicon, object_end = self.lexicon, self.reading.skip_right(first, "DEO", end)
        known = self.recalled | self.untrue | self.statement.match.rule.with_words
        known = known | lexicon["backing"] | lexicon["parts"]
        own = "O" in self.tags[first:object_end] and known.isdisjoint(self.lower[first:object_end])
        done = tags[:1] == ["G"] or own  # "denied burning villages", "denied any criminal activity"
        return (len(tags) < SHORT and not done) or tags[-1:] == ["N"]

    def _fires(self) -> bool:
        """Tell "that it had fired rockets", "the use of its rockets" from "that they had left"."""
        lower, said = self.lower, range(self.first, self.end)
        fired = next(self._verbs(self.lexicon["firing"]), None) is not None
        used = any(lower[t] == "use" and lower[t - 1] != "-" for t in said)  # not "dual-use"
        return used or (fired and not self._arms_went())

    def _verbs(self, verbs: frozenset[str]) -> Iterator[int]:
        """Yield the verbs of what it says that are one of some, unless far behind."""
        first, stands_alone = self.statement.said()[0], self.statement.match.resolver.stands_alone
        for token in range(first, min(self.end, first + BEHIND)):
            told = self.tags[token] in "VIGE" and not stands_alone(token)
            if told and self.reading.is_form(token, verbs):
                yield token

    def _arms_went(self) -> bool:
        """Tell "the rockets had reached Chad" from "its forces with their tanks had"."""
        went = self._verbs(self.lexicon["going"] | self.lexicon["arriving"])
        starts = {self.statement.match.resolver.group_start(verb) for verb in went}
        return any(
            item.end in starts
            and item.item.kind != "personnel"
            and "with" not in self.lower[item.first - 2 : item.first]
            for item in self.reading.items_between(self.first, self.end)
        )

    def _is_of_else(self, verb: int) -> bool:
        """Tell "diverts water", "is considering a coup" from giving arms, help or anything."""
        reading, lexicon, resolver = self.reading, self.lexicon, self.statement.match.resolver
        first, end = verb + 1, reading.skip_right(verb + 1, "DBOX#Ep", self.sentence_end)
        if self.tags[first] in "TG":
            return True  # "seeking to annex"
        if resolver.is_passive(verb):
            end = resolver.group_start(verb)
            first = reading.skip_left(end - 1, "DOX#p", self.first) + 1
        named = reading.items_between(first, end) or reading.mentions_between(first, end)
        little = self.lower[first : first + 2] == ["so", "much"]  # "not so much as a tyre"
        if "O" not in self.tags[first:end] or named or little:
            return False
        known = lexicon["backing"] | lexicon["transferring"] | lexicon["dealing"] | lexicon["goods"]
        known = known | lexicon["armed_groups"] | self.speech.sides | lexicon["carriers"]
        known = known | lexicon["referring_back"] | lexicon["anyone"]
        return known.isdisjoint(self.lower[first:end])

    def _refers_back(self) -> bool:
        """Tell whether a denial names a claim, or points at one: "denied it", "such plans"."""
        match, sentence = self.statement.match, self.statement.sentence
        said, end = self.statement.said()
        first = said  # "“This is a lie,” he said"
        if first > match.trigger or match.passive:
            first = sentence.first if match.passive else match.trigger + 1
            end = min(sentence.end, said + BEHIND)
        words = self.lexicon["claims"] | self.lexicon["referring_back"] | match.rule.with_words
        if not words.isdisjoint(self.lower[first:end]):
            return True
        if match.rule.nouns:
            # "despite denials from Oslo, …"
            return self.lower[match.end] not in self.lexicon["own_words"]
        subject = match.resolver.group_start(match.trigger) - 1
        told = match.passive and self.lower[subject] in PRONOUNS  # "this was denied by Oslo"
        return told or any(self._points_back(token) for token in range(first, end))

    def _points_back(self, token: int) -> bool:
        """Tell "denied it." and "denied this on Monday" from "denied it had fired"."""
        if token + 1 >= self.sentence_end or self.lower[token] not in PRONOUNS:
            return False
        word, tag = self.lower[token], self.tags[token + 1]
        quoted = self.reading.text.quotes[token] > 0  # nobody calls itself "it" there
        near = self.lower[token + 2 : token + 7]
        meant = word != "it" or quoted or not self.untrue.isdisjoint(near)
        be = meant and self.lower[token + 1] in COPULAS
        return be or tag in ";,PtQC" or (tag == "B" and word != "that")  # not "that even if …"

    def _has_own_matter(self, first: int) -> bool:
        """Tell "declined to comment on the budget" from "on the report", "on it", "on rifles"."""
        lower, tags, stop = self.lower, self.tags, min(self.sentence_end - 1, first + BEHIND)
        near = range(first + 1, next(find_tokens(tags, ",;", first + 1, stop), stop))
        talked = self.lexicon["discussed"]
        discussed = (t for t in near if lower[t] in ("on", "about") or lower[t - 1] in talked)
        own = (t for t in discussed if tags[t] not in "CN" and tags[t + 1] != "t")  # "on Friday"
        start = next(own, self.sentence_end)
        matter = lower[start + (lower[start] == "that") : self.sentence_end]
        named = bool(self.reading.items_between(start, self.sentence_end))
        known = (self.recalled - {"such"}) | PRONOUNS | {"they"}  # not "any such meeting"
        return bool(matter) and not named and known.isdisjoint(matter)

    def _has_own_content(self) -> bool:
        """Tell "refuted the claim that it was late", which says itself what is denied."""
        lower, first = self.lower, self.trigger + 1
        words = self.lexicon["claims"] | (self.statement.match.rule.with_words - self.untrue)
        claim = next(find_tokens(lower, words, first, self.sentence_end - 1), -1)
        # "The findings of the report" says only whose they are.
        found = lower[claim] in self.lexicon["findings_of"] and lower[claim + 1] == "of"
        # "Any broader claim", not "these and other claims"
        more = lower[claim - 1] in self.lexicon["beyond"] and self.tags[claim - 2] != "C"
        own = lower[claim + 1] in self.lexicon["own_words"] and not found
        return claim >= 0 and (own or more)
