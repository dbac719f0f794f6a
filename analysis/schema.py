"""Every table: what one row is, and the name, type and meaning of each column.

The names are a contract that notebooks and other programs rely on; `data/README.md` is generated
from here. Countries are ISO 3166-1 alpha-3 codes, `IGO` for international organisations. An empty
text means that the article does not say; there are no missing values in text columns.
"""

from __future__ import annotations

from analysis.contract import Column, Table

ACTOR_KINDS = (
    "person",
    "state",
    "armed_force",
    "agency",
    "igo",
    "organisation",
    "media",
    "group",
)
VIA = ("name", "alias", "title", "pronoun", "appositive")
CONFIDENCE = ("high", "medium", "low")
ACTS = (
    "accuse",
    "deny",
    "confirm",
    "assess",
    "warn",
    "promise",
    "request",
    "praise",
    "decline",
    "say",
)
VISIT_STATUS = ("planned", "ongoing", "occurred", "postponed", "cancelled")
VISIT_KINDS = ("bilateral", "multilateral", "third-party")
TRANSFER_KINDS = ("arms", "personnel", "technology")
NATURES = (
    "alleged",
    "reported",
    "announced",
    "planned",
    "considered",
    "requested",
    "blocked",
    "denied_only",
)
CATEGORIES = (
    "ballistic_missile",
    "cruise_missile",
    "air_defence",
    "aircraft",
    "uav",
    "armoured_vehicle",
    "artillery",
    "rocket_artillery",
    "ammunition",
    "anti_tank",
    "small_arms",
    "naval",
    "explosives",
    "nuclear",
    "components",
    "dual_use",
    "technology",
    "troops",
    "advisers",
    "workers",
    "unspecified",
)
STANCES = ("denied", "confirmed", "declined")
EVENT_TYPES = (
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
)
EVENT_STATUS = (
    "occurred",
    "ongoing",
    "planned",
    "cancelled",
    "alleged",
    "denied",
    "hypothetical",
)
PRECISIONS = ("day", "week", "month", "year", "unresolved", "")
DECISIONS = ("accept", "reject", "edit", "merge", "split")
SOURCE_GRADES = ("A", "B", "C", "D", "E", "F")
INFORMATION_GRADES = ("1", "2", "3", "4", "5", "6")
REVIEW_STATES = ("applied", "look again", "superseded", "no such row")
STANDINGS = ("alleged", "disputed", "corroborated", "acknowledged")
ORIGIN_KINDS = ("speaker", "outlet cited", "own report")


def _text(name: str, meaning: str, values: tuple[str, ...] = ()) -> Column:
    return Column(name, "text", meaning, values)


def _actor(slot: str, who: str, prefix: str = "") -> tuple[Column, ...]:
    """Three columns that name an actor in a role: id, name as in the dictionary, state."""
    return (
        _text(f"{prefix}{slot}_id", f"{who}: id in the table actors"),
        _text(f"{prefix}{slot}", f"{who}: name"),
        _text(f"{prefix}{slot}_country", f"{who}: the state it belongs to or is based in"),
    )


_DATES = (
    _text("date", "first day of it, ISO, cut to what is known: 2024-06-19, 2024-06, 2024"),
    _text("date_end", "last day of it, cut the same way; equal to `date` for a single day"),
    _text("date_precision", "how precisely the text dates it; empty = it does not", PRECISIONS),
)
_LIKELIHOOD = (
    Column("likelihood_low", "number", "lower end of the ICD-203 band, percent"),
    Column("likelihood_high", "number", "upper end of the ICD-203 band, percent"),
)

_EVIDENCE = (
    _text("article_id", "the article it comes from"),
    Column("published", "day", "publication date of that article; empty = undated"),
    _text("outlet", "who published that article"),
    _text("sentence_id", "article id and number of the evidence sentence"),
    Column("start", "integer", "offset of the evidence in the article's text, in characters"),
    Column("end", "integer", "offset of its end: text[start:end] == evidence"),
    _text("evidence", "the sentence that says it most fully, character for character"),
    Column("also", "list", "other sentences of the article that repeat or continue it"),
    _text("rule_id", "the rule that found it"),
    _text("resolver", "what found the roles in the clause: surface, or a parser"),
    _text("confidence", "by a written rule, see docs/codebook.md", CONFIDENCE),
    Column("implied", "list", "names of the columns that the text leaves unsaid"),
)

EVIDENCE_COLUMNS = tuple(column.name for column in _EVIDENCE)

ARTICLES = Table(
    "articles",
    "one article",
    (
        _text("article_id", "the article's own id, or one made from its content"),
        _text("outlet", "who published it"),
        Column("published", "day", "calendar date in the article's own time zone; empty = undated"),
        _text("title", "its title; may be empty"),
        _text("text", "its text, character for character"),
        _text("url", "where it was published"),
        _text("language", "ISO 639-1"),
        Column("words", "integer", "words in the text"),
        _text("source_path", "the file it was read from, relative to the folder given"),
        _text("duplicate_of", "id of the article that it is a near-identical copy of"),
        _text("notice", "what must be shown with it, such as that it is a synthetic sample"),
        Column("facts", "list", "ids of the fact base that a sample article rests on"),
    ),
)
REJECTS = Table(
    "rejects",
    "one input that was refused",
    (
        _text("source_path", "the file, and the record in it where there are several"),
        _text("reason", "empty, binary, unreadable, not English, duplicate id, cannot be coded, …"),
        _text("detail", "what exactly was found, and what to do about it"),
    ),
)
MENTIONS = Table(
    "mentions",
    "one naming of an actor",
    (
        *_EVIDENCE,
        _text("text", "the words that name it"),
        Column("text_start", "integer", "offset of those words in the article's text"),
        Column("text_end", "integer", "offset of their end"),
        _text("actor_id", "the actor; empty = named but not identified"),
        _text("via", "how it is named", VIA),
    ),
)
ACTORS = Table(
    "actors",
    "one actor",
    (
        _text("actor_id", "id in the dictionary; ISO3 for a state; made from the name otherwise"),
        _text("name", "name"),
        _text("kind", "what it is", ACTOR_KINDS),
        _text("country", "the state it belongs to or is based in; IGO"),
        _text("sector", "PLOVER sector: GOV, MIL, SPY, IGO, MED, REB, …"),
        _text("role", "office or role, as named in the text or dated in the dictionary"),
        Column("known", "flag", "in the dictionary, not only found in a text"),
    ),
)
STATEMENTS = Table(
    "statements",
    "one speech act with one content",
    (
        *_EVIDENCE,
        _text("statement_id", "id"),
        *_actor("speaker", "who speaks"),
        _text("act", "what the words do", ACTS),
        *_actor(
            "target",
            "who is accused, warned, asked, praised, promised to, answered or (say) spoken of",
        ),
        _text("likelihood_words", "the hedge in the text's own words"),
        *_LIKELIHOOD,
        _text("answers", "id of the statement that it denies or confirms"),
        Column("quoted", "flag", "the content stands in quotation marks"),
        _text("via", "who passed it on: an outlet or agency named between"),
    ),
)
VISITS = Table(
    "visits",
    "one visitor, one destination country, one journey in one article",
    (
        *_EVIDENCE,
        _text("visit_id", "id"),
        *_actor("visitor", "who travels"),
        _text("host_id", "who receives the visitor: id in the table actors"),
        _text("host", "who receives the visitor: name"),
        _text("country", "destination country"),
        _text("city", "destination city; several joined by '; '"),
        *_DATES,
        _text("status", "what became of it, as the article tells it", VISIT_STATUS),
        _text("kind", "bilateral, multilateral, or a meeting of others there", VISIT_KINDS),
        _text("statement_id", "the statement that tells of it, if one does"),
    ),
)
TRANSFER_ALLEGATIONS = Table(
    "transfer_allegations",
    "one claimant, supplier, recipient and item class in one article",
    (
        *_EVIDENCE,
        _text("allegation_id", "id"),
        _text("kind", "what is transferred", TRANSFER_KINDS),
        *_actor("supplier", "who is said to send"),
        *_actor("recipient", "who is said to receive"),
        _text("item", "the item in the text's own words; several joined by '; '"),
        _text("category", "item class; mapped to SIPRI's in items.yaml", CATEGORIES),
        _text("designation", "the type, where the dictionary knows it: Hwasong-11"),
        Column("quantity_low", "number", "least number claimed; empty = no lower bound said"),
        Column("quantity_high", "number", "greatest number claimed; empty = no upper bound said"),
        _text("unit", "what is counted: shells, containers, soldiers, …"),
        *_DATES,
        *_actor("claimant", "who says so; the outlet when nobody else is named"),
        _text("act", "what the claimant's words do", ACTS),
        _text("likelihood", "the hedge in the text's own words"),
        *_LIKELIHOOD,
        _text("nature", "what is claimed of it", NATURES),
        _text("statement_id", "the statement that claims it, if one does"),
    ),
)
RESPONSES = Table(
    "responses",
    "one denial, confirmation or refusal to comment on one transfer in one article",
    (
        *_EVIDENCE,
        _text("response_id", "id"),
        _text("supplier", "who is said to send: name"),
        _text("supplier_country", "who is said to send: state"),
        _text("recipient", "who is said to receive: name"),
        _text("recipient_country", "who is said to receive: state"),
        *_actor("by", "who responds"),
        _text("stance", "what the response is", STANCES),
        _text("answers", "allegation or statement that it answers"),
    ),
)
EVENTS = Table(
    "events",
    "one relationship event in one sentence",
    (
        *_EVIDENCE,
        _text("event_id", "id"),
        _text("event_type", "PLOVER type", EVENT_TYPES),
        _text("mode", "PLOVER mode; empty = the type has none or the text does not say"),
        _text("context", "PLOVER context: military, diplomatic, …"),
        Column(
            "quad", "integer", "1, 2 verbal, material cooperation; 3, 4 verbal, material conflict"
        ),
        Column("score", "number", "PLOVER's base score of type and mode, −10 to 10"),
        Column("actor_ids", "list", "who acts; one side inside a state as `KEN:opposition`"),
        Column("actor_countries", "list", "the states of those who act"),
        Column("recipient_ids", "list", "towards whom"),
        Column("recipient_countries", "list", "the states of those"),
        *_DATES,
        _text("status", "whether it is told as fact", EVENT_STATUS),
        _text("statement_id", "the statement inside which it is told, if any"),
    ),
)
ORIGINS = Table(
    "origins",
    "one coded row that trips, cases or ties are merged from, and who said it first",
    (
        _text("row_id", "visit_id, allegation_id, response_id or event_id"),
        _text("article_id", "the article it comes from"),
        _text("outlet", "who published that article"),
        _text("via", "the outlet that passed it on, where the article names one"),
        _text("origin_id", "who said it first: id in the table actors, or made from the name"),
        _text("origin", "who said it first: name"),
        _text(
            "kind",
            "what that makes of the article: it quotes a speaker, cites an outlet, "
            "or reports itself",
            ORIGIN_KINDS,
        ),
        Column("chain", "list", "the way it came: outlet, who passed it on, origin"),
    ),
)
MEMBERS = Table(
    "members",
    "one row's place in a merged row",
    (
        _text("row_id", "visit_id, allegation_id or response_id"),
        _text("kind", "what it was merged into", ("trip", "case")),
        _text("merged_id", "trip_id or case_id"),
        _text("why", "what it shares with the others"),
    ),
)
TRIPS = Table(
    "trips",
    "one distinct journey, merged across articles",
    (
        _text("trip_id", "id, from its earliest member"),
        *_actor("leader", "COLT's leader: who travels"),
        _text("country", "country visited"),
        _text("city", "cities visited, joined by '; '"),
        *_DATES,
        Column("met", "list", "names of those who were met"),
        _text("status", "the latest status reported", VISIT_STATUS),
        Column("history", "list", "date of report and status, whenever the status changed"),
        Column("first_report", "day", "first publication date"),
        Column("last_report", "day", "last publication date"),
        Column("articles", "integer", "articles that tell of it"),
        Column("sources", "integer", "independent sources: distinct origins of what is told of it"),
    ),
)
CASES = Table(
    "cases",
    "one supplier, recipient, item class and period, merged across articles",
    (
        _text("case_id", "id, from its earliest member"),
        _text("kind", "what is transferred", TRANSFER_KINDS),
        *_actor("supplier", "who is said to send"),
        *_actor("recipient", "who is said to receive"),
        _text("category", "item class", CATEGORIES),
        Column("items", "list", "the items in the texts' own words"),
        *_DATES,
        Column("claimants", "list", "who claims it, earliest first"),
        Column("first_claim", "day", "first publication date of a claim"),
        Column("last_claim", "day", "last publication date of a claim"),
        Column("quantities", "list", "claimant, range and unit, a claimant each"),
        Column("denied_by", "list", "who denied it"),
        Column("first_denied", "day", "first publication date of a denial"),
        Column("confirmed_by", "list", "who confirmed it"),
        Column("first_confirmed", "day", "first publication date of a confirmation"),
        Column("articles", "integer", "articles that tell of it"),
        Column("sources", "integer", "independent sources: distinct origins of the claims"),
        _text("standing", "alleged, disputed, corroborated or acknowledged", STANDINGS),
    ),
)
TIES = Table(
    "ties",
    "one directed pair of actors and one PLOVER type, over all dates",
    (
        _text("tie_id", "id"),
        *_actor("actor", "who acts"),
        *_actor("recipient", "towards whom"),
        _text("event_type", "PLOVER type", EVENT_TYPES),
        Column("quad", "integer", "PLOVER quad class of the type"),
        Column("events", "integer", "events, copies of an article not counted again"),
        Column("sources", "integer", "independent sources: distinct origins of the events"),
        Column("first", "day", "first publication date"),
        Column("last", "day", "last publication date"),
        Column("score", "number", "sum of the events' scores"),
        Column("share_alleged", "number", "share of the events that are not told as fact, 0 to 1"),
        Column("event_ids", "list", "the events"),
    ),
)

REVIEWS = Table(
    "reviews",
    "one decision of an analyst on one row",
    (
        _text("table", "the table of that row"),
        _text("row_id", "the row: its id, an actor's id, or the id of a trip or case"),
        _text("decision", "what was decided", DECISIONS),
        _text("field", "edit: the column that is changed"),
        _text("value", "edit: its new value; merge: the id of the other row; split: a label"),
        _text(
            "source_grade", "Admiralty grade of the source, A reliable to F", ("", *SOURCE_GRADES)
        ),
        _text(
            "information_grade",
            "Admiralty grade of the information, 1 confirmed to 6",
            ("", *INFORMATION_GRADES),
        ),
        _text("reason", "why, in the reviewer's words"),
        _text("reviewer", "who decided"),
        _text("date", "when, ISO"),
        _text("rule_id", "the rule behind the row when it was decided on"),
        _text("rule", "a hash of that rule as it was"),
        _text("evidence", "the row's sentence when it was decided on"),
        _text("state", "what became of the decision in this extraction", REVIEW_STATES),
        _text("why", "why it needs another look, in words"),
        _text("place", "file and line where it stands"),
    ),
)

# In the order of the flow: what is read, what is coded per article, what people decided
# on it, what is merged.
READ = (ARTICLES, REJECTS)
CODED = (MENTIONS, ACTORS, STATEMENTS, VISITS, TRANSFER_ALLEGATIONS, RESPONSES, EVENTS)
REVIEWED = (REVIEWS,)
MERGED = (ORIGINS, MEMBERS, TRIPS, CASES, TIES)
TABLES: dict[str, Table] = {table.name: table for table in (*READ, *CODED, *REVIEWED, *MERGED)}

# The column that names a row of each table whose rows can be linked to.
ROW_ID = {
    "statements": "statement_id",
    "visits": "visit_id",
    "transfer_allegations": "allegation_id",
    "responses": "response_id",
    "events": "event_id",
    "trips": "trip_id",
    "cases": "case_id",
    "ties": "tie_id",
}
