"""Reports that make themselves: what is planned, when it is due, one run, what came of it.

Of what is planned read plan, plan_file, cron; of a run request, record, locks, folders, work,
engine. `by_hand` renders notebooks that no plan names.
"""
