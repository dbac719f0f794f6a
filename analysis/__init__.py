"""Attaché: who met whom, who is said to have armed whom, who says so and who denies it.

News articles go in; coded tables come out, each row with its evidence sentence:

    articles ─ sentences ─ mentions ─┬─ statements ─────────┐
                                     ├─ visits ─────────────┼─ trips, cases, ties ─ charts
                                     ├─ transfer_allegations┤
                                     └─ events ─────────────┘

Start reading at `analysis/pipeline.py`. Notebooks import `charts`, `network`, `reports`, `tables`.
"""

__version__ = "0.1.0"
