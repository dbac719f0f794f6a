"""Who denies, confirms or declines to comment on a transfer, and what that answers.

`finding.py` is the place to start: a statement that answers -> the transfers it is about -> rows.
`answer.py` tells how far back an answer refers that does not say itself what it is about,
`told_before.py` which transfer that is, `told_inside.py` what an answer tells itself.
"""

from analysis.responses.finding import find_responses

__all__ = ["find_responses"]
