"""Who said what, how surely; which statement a later one denies or confirms.

`finding.py` is the place to start: a rule's trigger that is realised (realised.py), then speaker
(speakers.py, over the phrases of phrases.py), content (content.py, quotations.py), act, hedge and
target (meaning.py). `rows.py` turns the statements of an article into rows of STATEMENTS.
"""

from analysis.statements.asked import OBLIGING, is_aside, is_done_to
from analysis.statements.finding import find_statements
from analysis.statements.intended import find_doer, suffers
from analysis.statements.meaning import receives_guest
from analysis.statements.named import NAMED_BEHIND
from analysis.statements.naming import country_of, is_shared_seat, judge_confidence, name_actor
from analysis.statements.pairs import find_pair, find_them, find_who_met
from analysis.statements.rows import list_statements, number_statements
from analysis.statements.statement import CITED, Statement, governing

__all__ = [
    "CITED",
    "NAMED_BEHIND",
    "OBLIGING",
    "Statement",
    "country_of",
    "find_doer",
    "find_pair",
    "find_statements",
    "find_them",
    "find_who_met",
    "governing",
    "is_aside",
    "is_done_to",
    "is_shared_seat",
    "judge_confidence",
    "list_statements",
    "name_actor",
    "number_statements",
    "receives_guest",
    "suffers",
]
