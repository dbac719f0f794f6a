"""A page of sentences for those who read no charts: what changed, what is claimed, what is open.

Every sentence is made from rows by a written rule and carries their ids; an allegation keeps who
made it and who denies it. Read in this order: facts, record, change, wording, then what is told:
news, claims, outlook, gaps.
"""

from analysis.briefing.claims import tell_cases
from analysis.briefing.facts import Facts, find_facts, read_facts
from analysis.briefing.gaps import tell_gaps
from analysis.briefing.news import tell_news
from analysis.briefing.outlook import tell_outlook
from analysis.briefing.record import make_record, read_record

__all__ = [
    "Facts",
    "find_facts",
    "make_record",
    "read_facts",
    "read_record",
    "tell_cases",
    "tell_gaps",
    "tell_news",
    "tell_outlook",
]
