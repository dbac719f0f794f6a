"""Whose words an article is as a whole: "we" of a press statement, and the body it introduces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.actors.book import ActorBook
from analysis.actors.entries import Actor
from analysis.actors.mention import Mention, MentionKind, slug
from analysis.grammar import ARTICLES, FIRST_PERSON
from analysis.text import Sentence, Text, load_tokenizer

# Outside quotations these are whoever issues the text.
WE_OR_I = frozenset({"we", "i", "us", "me"})
# "… issued the following press statement", "… made public a statement as follows".
ANNOUNCING = frozenset({"following", "follows"})
# "The text of her speech is as follows:" may leave its author to the sentence before.
GIVEN_IN_FULL = "text"
ISSUING = frozenset(
    {"issued", "released", "published", "public", "gave", "posted", "read", "reads", GIVEN_IN_FULL}
)
STATEMENTS = frozenset(
    "statement communique communiqué declaration message letter answer article speech remarks"
    " briefing gaggle".split()
)
GOVERNMENT = frozenset(
    "government ministry department office embassy mission presidency cabinet delegation".split()
)
AUTHOR_KINDS = frozenset({"person", "title", "institution", "organisation", "group", "name"})
BODY_KINDS = frozenset({"institution", "organisation", "group", "name"})
# "He said:", "The statement reads:".
LEADING = tuple([verb, ":"] for verb in ("said", "says", "stated", "reads", "read"))
# In a title whose statement it is stands behind these.
BY = frozenset({"by", "from", "of"})
# A title with these tells what its outlet thinks.
COMMENTS = frozenset({"commentary", "comments", "comment", "editorial"})
# Before a body these make its head of a title: "the chief of the Press Office".
OF = frozenset({"of", "for", "at", "in"})
# A text is a statement as a whole if so many of its sentences, and so large a share, have these.
FEWEST, OWN_SHARE = 2, 0.2
# A statement is announced among so many first sentences.
OPENING = 5
# "He said:" leads to all that follows among so many.
LED_TO_WITHIN = 3


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who speaks in an article throughout; `body` is the token from which on, -1 = only "we"."""

    mention: Mention
    number: int = -1
    body: int = -1


def find_issuer(
    text: Text, mentions: Sequence[Mention], book: ActorBook, outlet: str, title: str
) -> Issuer | None:
    """Return whose statement an article is: as announced, or of the outlet itself.

    A medium speaks for itself only where the title says so: "KCNA Commentary on Drill".
    """
    for sentence in text.sentences[:OPENING]:
        led_to = _leads_to_words(text, sentence)
        if not (led_to or _announces(text, sentence)):
            continue
        number = _author(text, sentence, mentions, book, led_to=led_to)
        if number >= 0:
            mention = mentions[number]
            # "The Press Office of the Republic of Chad"
            inside = (m.country for m in mentions[number:] if m.first < sentence.end)
            mention.country = next((country for country in inside if country), "")
            _take_office(text, sentence, mention, mentions[number - 1 : number])
            return Issuer(mention, number, _body(text, sentence))
    comments = not COMMENTS.isdisjoint(title.lower().split()) and outlet in title
    publisher = _publisher(book, outlet, comments=comments)
    if publisher is None:
        return None
    named = _titled(book, title)
    throughout = comments or named is not None or _is_statement(text)
    return Issuer(named or publisher, body=0 if throughout else -1)


def _announces(text: Text, sentence: Sentence) -> bool:
    """Tell "issued the following statement", "gave an answer as follows:"."""
    words = text.lower[sentence.first : sentence.end]
    if STATEMENTS.isdisjoint(words) or ISSUING.isdisjoint(words):
        return False
    return not ANNOUNCING.isdisjoint(words) or ":" in words[-2:]


def _leads_to_words(text: Text, sentence: Sentence) -> bool:
    """Tell "He said:" that ends a line, with words behind it that stand in no quotation marks."""
    behind = sentence.end
    if sentence.number >= LED_TO_WITHIN:
        return False  # one source of many
    while behind < len(text.words) and text.words[behind].isspace():
        behind += 1
    if text.lower[sentence.end - 2 : sentence.end] not in LEADING or behind == len(text.words):
        return False
    return not text.quotes[behind] and text.words[behind][0].isalpha()


def _author(
    text: Text, sentence: Sentence, mentions: Sequence[Mention], book: ActorBook, *, led_to: bool
) -> int:
    """Return the mention of whose statement a sentence announces, or -1.

    "The ministry's spokesman, Ana Silva, said:" names the speaker last; "he", and whose speech "the
    text of the speech" gives, was named before.
    """
    end = max(_body(text, sentence), sentence.first + 1)
    able = [
        number
        for number, mention in enumerate(mentions)
        if mention.first < min(end, sentence.end)
        and mention.kind in AUTHOR_KINDS
        and not book.is_outlet(mention.actor_id)
        and text.lower[mention.first - 1] != "("  # the agency of a dateline
    ]
    here = [number for number in able if mentions[number].first >= sentence.first]
    if here:
        return here[-1] if led_to else here[0]
    if led_to:
        return able[0] if able else -1
    if GIVEN_IN_FULL not in text.lower[sentence.first : end]:
        return -1
    return next((number for number in reversed(able) if mentions[number].kind == "person"), -1)


def _is_statement(text: Text) -> bool:
    """Tell whether a text speaks as "we" or "I" outside quotations, rather than of somebody."""
    speaking = {
        text.sentence_of[token]
        for token, word in enumerate(text.lower)
        if word in FIRST_PERSON and not text.quotes[token]
    }
    return len(speaking) >= max(FEWEST, len(text.sentences) * OWN_SHARE)


def _take_office(text: Text, sentence: Sentence, body: Mention, before: Sequence[Mention]) -> None:
    """Let who heads a body issue the text: "the chief of the Press Office said"; in place."""
    first = body.first
    while first > sentence.first and text.lower[first - 1].isalpha():
        first -= 1
    first += text.lower[first] in ARTICLES
    last = before[0].end if before else 0
    words = text.lower[first : body.first]
    if body.kind not in BODY_KINDS or first < last or OF.isdisjoint(words):
        return
    if not (ISSUING | STATEMENTS).isdisjoint(words):
        return  # "the statement released by the foreign ministers of Oslo and Rome"
    body.first, body.kind, body.via, body.known = first, "title", "title", False
    body.name = text.span(first, body.end)
    body.actor_id = slug(body.name)


def _titled(book: ActorBook, title: str) -> Mention | None:
    """Return the one person of "Statement by Prime Minister Ana Silva", the title of a text."""
    words = load_tokenizer().words(title)
    if STATEMENTS.isdisjoint(title.lower().split()) or BY.isdisjoint(words):
        return None
    meant = [book.actors.get(names[0].actor_id) for _, names in book.find(words).values()]
    people = [actor for actor in meant if actor is not None and actor.kind == "person"]
    return _named(people[0], "person") if len(people) == 1 else None


def _named(actor: Actor, kind: MentionKind) -> Mention:
    return Mention(
        0, 0, kind, actor.actor_id, actor.name, actor.country, known=True, official=True
    )  # fmt: skip


def _publisher(book: ActorBook, outlet: str, *, comments: bool) -> Mention | None:
    """Read an outlet that is no medium, "Office of the President of Chad", or that comments."""
    name = outlet.split(" (", maxsplit=1)[0].removeprefix("The ")
    found = book.names.get(name, ())
    if not found and not GOVERNMENT.isdisjoint(name.lower().split()):
        words = load_tokenizer().words(name)
        found = next((names for _, names in book.find(words).values()), ())
    for meaning in found:
        actor = book.actors.get(meaning.actor_id)
        if actor is not None and (comments or actor.kind not in ("media", "person")):
            return _named(actor, "organisation")
    return None


def _body(text: Text, announcement: Sentence) -> int:
    """Return where the statement begins: at its title, a colon, or behind its announcement."""
    announced = False
    for token in range(announcement.first, announcement.end - 1):
        announced = announced or text.lower[token] in ANNOUNCING
        if text.words[token] == ":" or (announced and text.quotes[token]):
            return token + 1
    behind = text.sentences[announcement.number + 1 : announcement.number + 2]
    return behind[0].first if behind else announcement.end


def give_words_to(issuer: Issuer, mentions: Sequence[Mention], text: Text) -> None:
    """Let "we" and "I" outside quotations stand for the issuer; in place."""
    for mention in mentions:
        first_person = mention.kind == "pronoun" and text.lower[mention.first] in WE_OR_I
        if first_person and not text.quotes[mention.first] and mention.first >= issuer.body:
            whole = issuer.mention
            mention.actor_id, mention.name = whole.actor_id, whole.name
            mention.country = whole.country
            mention.official, mention.known = whole.official, whole.known
