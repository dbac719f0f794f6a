"""Who is said to have sent arms, soldiers or technology to whom, and who says so.

`finding.py` is the place to start: a rule's match -> a transfer of what goods.py finds, with its
two ends (parties.py says who can be one, implied.py who is meant where one is unsaid), how far it
is told (nature.py), and who tells it (claimants.py; claims.py: "reports that"), in other sentences
too (repeating.py).
`rows.py` makes the rows and merges what an article repeats.
"""

from analysis.transfer_allegations.finding import find_transfer_allegations

__all__ = ["find_transfer_allegations"]
