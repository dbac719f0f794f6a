"""Who went to whom: official visitors, another country, and what became of the journey.

finding.py goes through the matches of dictionaries/visits.yaml. For each, a module finds one thing:
guests.py who travels, destinations.py where to, hosts.py to whom, dating.py when, status.py what
became of it. rows.py makes the row, and journeys.py one row of the reports of one journey.
"""

from analysis.visits.finding import find_visits

__all__ = ["find_visits"]
